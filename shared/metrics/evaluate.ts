// Values of figures: what was read from cells and rows, what was typed, and formulas over other figures, in an order in
// which every formula finds its operands. A value that cannot be had is null with its reason; nothing here throws.

import { partsOf } from '../formula/unit-of.ts'
import type { Figure, Origin, Reading } from '../model/figure.ts'
import type { FigureId } from '../model/ids.ts'
import { tidy } from '../numbers/tidy.ts'
import { type Operand, type Value, calculate, shiftedId } from './calculate.ts'
import type { Places } from './trace.ts'

type ReadOrigin = Extract<Origin, { kind: 'cell' | 'aggregate' }>

/** The value of every figure, in base units; operands before what stands on them. */
export function evaluateFigures(
  figures: readonly Figure[],
  readings: ReadonlyMap<FigureId, Reading>,
  places: Places,
): ReadonlyMap<FigureId, Value & Operand> {
  const byId = new Map(figures.map((figure) => [figure.id, figure]))
  const values = new Map<FigureId, Value & Operand>()
  const operandsOf = (id: FigureId): FigureId[] => {
    const figure = byId.get(id)
    return figure ? readsOf(figure).filter((operand) => byId.has(operand)) : []
  }
  for (const group of inOrder(byId.keys(), operandsOf)) {
    for (const id of group) {
      const figure = byId.get(id)
      if (!figure) continue
      const { origin, kind, unit } = figure
      const isCircle = group.length > 1 || operandsOf(id).includes(id)
      const value: Value = isCircle
        ? { value: null, missing: 'circular' }
        : origin.kind === 'formula'
          ? calculate(origin.expression, (operand) => values.get(operand), figure)
          : origin.kind === 'typed'
            ? { value: origin.value }
            : readValue(origin, readings.get(id), places)
      values.set(id, { ...value, kind, unit })
    }
  }
  return values
}

/** The figures that a figure's formula reads: a shifted one by its own id and by that of the figure it is made of. */
function readsOf({ origin }: Figure): FigureId[] {
  const found = new Set<FigureId>()
  if (origin.kind !== 'formula') return []
  for (const part of partsOf(origin.expression)) {
    if (!('figure' in part)) continue
    found.add(part.figure)
    if (part.shift) found.add(shiftedId(part.figure, part.shift))
  }
  return [...found]
}

/**
 * Groups of figures that stand on one another, each after all that it stands on; one alone unless they form a circle.
 * R. E. Tarjan, Depth-first search and linear graph algorithms (1972), without recursion: chains may be long.
 */
function* inOrder(ids: Iterable<FigureId>, operandsOf: (id: FigureId) => FigureId[]): Generator<FigureId[]> {
  const orders = new Map<FigureId, number>()
  /** Met, and not yet in a group; in the order in which they were met. */
  const open: FigureId[] = []
  const waiting = new Set<FigureId>()
  const path: { id: FigureId; order: number; lowest: number; operands: FigureId[] }[] = []
  const enter = (id: FigureId): void => {
    const order = orders.size
    orders.set(id, order)
    open.push(id)
    waiting.add(id)
    path.push({ id, order, lowest: order, operands: operandsOf(id).toReversed() })
  }
  for (const start of ids) {
    if (!orders.has(start)) enter(start)
    for (let place = path.at(-1); place; place = path.at(-1)) {
      const operand = place.operands.pop()
      if (operand === undefined) {
        path.pop()
        const above = path.at(-1)
        if (above) above.lowest = Math.min(above.lowest, place.lowest)
        if (place.lowest < place.order) continue
        const group = open.splice(open.lastIndexOf(place.id))
        for (const id of group) waiting.delete(id)
        yield group
      } else if (!orders.has(operand)) enter(operand)
      else if (waiting.has(operand)) place.lowest = Math.min(place.lowest, orders.get(operand) ?? 0)
    }
  }
}

function readValue(origin: ReadOrigin, reading: Reading | undefined, places: Places): Value {
  const columns = places.get(origin.table)?.table.columns
  const filters = origin.kind === 'aggregate' ? [...origin.filters, ...(origin.where ?? [])] : []
  const per = origin.kind === 'aggregate' ? origin.per?.column : undefined
  const needed = [origin.column, per, ...filters.map(({ column }) => column)]
  const isGone = needed.some((id) => id !== undefined && !columns?.some((column) => column.id === id))
  if (!columns || isGone) return { value: null, missing: 'no-column' }
  if (!reading || reading.value === null) return { value: null, missing: 'no-rows' }
  const value = tidy(reading.value * (origin.kind === 'cell' ? (origin.factor ?? 1) : 1))
  if (!Number.isFinite(value)) return { value: null, missing: 'no-meaning' }
  return {
    value,
    ...(reading.at !== undefined && { at: reading.at }),
    ...(reading.period !== undefined && { period: reading.period }),
  }
}

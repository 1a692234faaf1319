// Figures as they were in the period before, or a year before: the same cells counted over earlier days. They are made up
// to be read and calculated with, and are never kept.

import { partsOf } from '../formula/unit-of.ts'
import type { AggregateOrigin, Expression, Figure, Filter, Shift } from '../model/figure.ts'
import type { Goal } from '../model/goal.ts'
import type { FigureId } from '../model/ids.ts'
import type { RowFilter } from '../model/table.ts'
import { shiftKey, shiftSpan } from '../numbers/periods.ts'
import { shiftedId } from './calculate.ts'

/** A shift of a shift of a shift: no report goes further back. */
const mostShifts = 4

/**
 * The shifted figures that formulas among `figures` and the targets of `goals` stand on, under the ids of `shiftedId`. An aggregate is shifted in
 * what it keeps of the calendar, a formula in its operands. A figure that is about no period has no earlier self: typed,
 * a cell, an aggregate without days, or with several spans of days where the period before is asked for.
 * A fiscal year begins with the month `yearStart`.
 */
export function shiftedFigures(
  figures: readonly Figure[],
  yearStart: number,
  goals: readonly Goal[] = [],
): Figure[] {
  const known = new Map(figures.map((figure) => [figure.id, figure]))
  const found: Figure[] = []
  let level: readonly Pick<Figure, 'origin'>[] = [...figures, ...goals]
  for (let depth = 0; depth < mostShifts && level.length > 0; depth += 1) {
    const next: Figure[] = []
    for (const { origin } of level) {
      if (origin.kind !== 'formula') continue
      for (const part of partsOf(origin.expression)) {
        if (!('figure' in part) || !part.shift) continue
        const id = shiftedId(part.figure, part.shift)
        const plain = known.get(part.figure)
        const shifted = plain && !known.has(id) ? maybeShifted(plain, id, part.shift, yearStart) : undefined
        if (!shifted) continue
        known.set(id, shifted)
        next.push(shifted)
      }
    }
    found.push(...next)
    level = next
  }
  return found
}

function maybeShifted(figure: Figure, id: FigureId, shift: Shift, yearStart: number): Figure | undefined {
  const { origin } = figure
  if (origin.kind === 'formula')
    return { ...figure, id, origin: { kind: 'formula', expression: earlier(origin.expression, shift) } }
  const shifted = origin.kind === 'aggregate' ? maybeEarlier(origin, shift, yearStart) : undefined
  return shifted && { ...figure, id, origin: shifted }
}

/** The expression over the figures as they were. */
function earlier(expression: Expression, shift: Shift): Expression {
  if ('number' in expression) return expression
  if ('figure' in expression)
    return {
      figure: expression.shift ? shiftedId(expression.figure, expression.shift) : expression.figure,
      shift,
    }
  if ('negative' in expression) return { negative: earlier(expression.negative, shift) }
  if ('call' in expression)
    return { call: expression.call, arguments: expression.arguments.map((part) => earlier(part, shift)) }
  return {
    operator: expression.operator,
    left: earlier(expression.left, shift),
    right: earlier(expression.right, shift),
  }
}

/** Undefined when nothing in it is about days, or something is that cannot be shifted. */
function maybeEarlier(origin: AggregateOrigin, shift: Shift, yearStart: number): AggregateOrigin | undefined {
  let spans = 0
  let isStuck = false
  const keep = <T>(filter: T, moved: T | 'stuck' | undefined): T => {
    if (moved === undefined) return filter
    if (moved === 'stuck') {
      isStuck = true
      return filter
    }
    spans += 1
    return moved
  }
  const filters = origin.filters.map((filter) => keep(filter, maybeFilter(filter, shift)))
  const where = origin.where?.map((filter) => keep(filter, maybeRows(filter, shift, yearStart)))
  if (isStuck || spans === 0 || (spans > 1 && shift === 'previous')) return undefined
  return { ...origin, filters, ...(where && { where }) }
}

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value)

/** Undefined for a filter that is not about days. */
function maybeFilter(filter: Filter, shift: Shift): Filter | 'stuck' | undefined {
  if (typeof filter.is !== 'string' || !(filter.step ?? isDay(filter.is))) return undefined
  const is = shiftKey(filter.is, shift)
  return is === undefined ? 'stuck' : { ...filter, is }
}

function maybeRows(filter: RowFilter, shift: Shift, yearStart: number): RowFilter | 'stuck' | undefined {
  if (filter.kind === 'is') {
    if (filter.values.length === 0 || !filter.values.every(isDay)) return undefined
    const [only] = filter.values
    const day = filter.values.length === 1 && isDay(only) ? shiftKey(only, shift) : undefined
    return day === undefined ? 'stuck' : { ...filter, values: [day] }
  }
  if (filter.kind !== 'between') return undefined
  const { from, to } = filter
  if (!isDay(from) && !isDay(to)) return undefined
  if (!isDay(from) || !isDay(to)) return 'stuck'
  const span = shiftSpan({ from: from.slice(0, 10), to: to.slice(0, 10) }, shift, yearStart)
  // A time of day stays what it is.
  return span
    ? { ...filter, from: `${span.from}${from.slice(10)}`, to: `${span.to}${to.slice(10)}` }
    : 'stuck'
}

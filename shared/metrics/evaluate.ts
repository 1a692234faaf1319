// Values of figures: what was read from cells and rows, what was typed, and formulas over other figures.
// A value that cannot be had is null with its reason; nothing here throws.

import type { Expression, Figure, MeasuredFigure, Origin, Period, Reading } from '../model/figure.ts'
import type { FigureId } from '../model/ids.ts'
import { tidy } from '../numbers/tidy.ts'
import type { Places } from './trace.ts'

type ReadOrigin = Extract<Origin, { kind: 'cell' | 'aggregate' }>
type Missing = NonNullable<MeasuredFigure['missing']>

export interface Value {
  value: number | null
  missing?: Missing
  at?: string
  period?: Period
}

/** The value of every figure, in base units. */
export function evaluateFigures(
  figures: readonly Figure[],
  readings: ReadonlyMap<FigureId, Reading>,
  places: Places,
): ReadonlyMap<FigureId, Value> {
  const byId = new Map(figures.map((figure) => [figure.id, figure]))
  const values = new Map<FigureId, Value>()
  /** Formulas under evaluation, outermost first. */
  const path: FigureId[] = []
  const circular = new Set<FigureId>()

  const valueOf = (id: FigureId): Value => {
    const known = values.get(id)
    if (known) return known
    const figure = byId.get(id)
    if (!figure) return { value: null, missing: 'no-rows' }
    const { origin } = figure
    if (origin.kind === 'typed') return keep(id, { value: origin.value })
    if (origin.kind !== 'formula') return keep(id, readValue(origin, readings.get(id), places))
    const started = path.indexOf(id)
    if (started >= 0) {
      for (const member of path.slice(started)) circular.add(member)
      return { value: null, missing: 'circular' }
    }
    path.push(id)
    const result = calculate(origin.expression, valueOf)
    path.pop()
    return keep(id, circular.has(id) ? { value: null, missing: 'circular' } : result)
  }
  const keep = (id: FigureId, value: Value): Value => {
    values.set(id, value)
    return value
  }
  for (const figure of figures) valueOf(figure.id)
  return values
}

function readValue(origin: ReadOrigin, reading: Reading | undefined, places: Places): Value {
  const columns = places.get(origin.table)?.table.columns
  const needed = [
    origin.column,
    ...(origin.kind === 'aggregate'
      ? [...origin.filters.map(({ column }) => column), origin.per?.column]
      : []),
  ]
  const gone = needed.some((id) => id !== undefined && !columns?.some((column) => column.id === id))
  if (!columns || gone) return { value: null, missing: 'no-column' }
  if (!reading || reading.value === null) return { value: null, missing: 'no-rows' }
  const factor = origin.kind === 'cell' ? (origin.factor ?? 1) : 1
  return {
    value: tidy(reading.value * factor),
    ...(reading.at !== undefined && { at: reading.at }),
    ...(reading.period !== undefined && { period: reading.period }),
  }
}

function calculate(expression: Expression, valueOf: (id: FigureId) => Value): Value {
  if ('number' in expression) return { value: expression.number }
  if ('figure' in expression) {
    const operand = valueOf(expression.figure)
    return operand.value === null
      ? { value: null, missing: 'depends-on-missing' }
      : { value: operand.value, ...(operand.period && { period: operand.period }) }
  }
  const left = calculate(expression.left, valueOf)
  const right = calculate(expression.right, valueOf)
  const missing = left.missing ?? right.missing
  if (left.value === null || right.value === null)
    return { value: null, missing: missing ?? 'depends-on-missing' }
  if (expression.operator === '/' && right.value === 0) return { value: null, missing: 'divided-by-zero' }
  const period = spanOf(left.period, right.period)
  return { value: operate(expression.operator, left.value, right.value), ...(period && { period }) }
}

function operate(operator: '+' | '-' | '*' | '/', left: number, right: number): number {
  if (operator === '*') return tidy(left * right)
  if (operator === '/') return tidy(left / right)
  const sum = operator === '+' ? left + right : left - right
  // 0.1 + 0.2 − 0.3 leaves 5.6e-17: digits below the last that the operands keep are noise, and must not be divided by.
  const kept = 14 - Math.floor(Math.log10(Math.max(Math.abs(left), Math.abs(right))))
  return kept >= 0 && kept <= 100 ? tidy(Number(sum.toFixed(kept))) : tidy(sum)
}

function spanOf(left: Period | undefined, right: Period | undefined): Period | undefined {
  if (!left || !right) return left ?? right
  return {
    from: left.from < right.from ? left.from : right.from,
    to: left.to > right.to ? left.to : right.to,
  }
}

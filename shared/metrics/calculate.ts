// What an expression over figures comes to: values by arithmetic.ts, units by shared/formula/algebra.ts, and the span of
// days that the result is about. It reads nothing and knows no order of figures; see evaluate.ts for that.

import { added, called, divided, multiplied } from '../formula/algebra.ts'
import { takes } from '../formula/functions.ts'
import { type Factor, type Sort, conversion, sortOf } from '../formula/sort.ts'
import type { Expression, Figure, Period } from '../model/figure.ts'
import type { FigureId } from '../model/ids.ts'
import { tidy } from '../numbers/tidy.ts'
import { type Missing, apply, operate } from './arithmetic.ts'

/** A value in base units, or why there is none. */
export interface Value {
  value: number | null
  missing?: Missing
  /** Of a peak: when it was. */
  at?: string
  period?: Period
}

/** What a formula stands on: a measured figure, or as much of one. */
export interface Operand extends Pick<Figure, 'kind' | 'unit'> {
  value: number | null
  period?: Period | undefined
}

/** What a shifted figure is found by: `f1~previous`. */
export const shiftedId = (id: FigureId, shift: NonNullable<Shifted['shift']>): FigureId =>
  `${id}~${shift}` as FigureId
type Shifted = Extract<Expression, { figure: unknown }>

interface Worth {
  value: number | null
  missing?: Missing
  period?: Period | undefined
  sort: Sort
}

/**
 * The value of an expression. `operandOf` gives the operands, the shifted ones under `shiftedId`; `as` is what the value
 * is to be measured in: minutes, where the formula gives hours. A value that cannot be had is null with its reason.
 */
export function calculate(
  expression: Expression,
  operandOf: (id: FigureId) => Operand | undefined,
  as?: Pick<Figure, 'kind' | 'unit'>,
): Value {
  const { value, missing, period, sort } = worthOf(expression, operandOf)
  if (value === null) return { value, missing: missing ?? 'depends-on-missing' }
  const factor = as && conversion(sort, sortOf(as.kind, as.unit))
  const converted = factor ? times(value, factor) : value
  if (!Number.isFinite(converted)) return { value: null, missing: 'no-meaning' }
  return { value: converted, ...(period && { period }) }
}

function worthOf(expression: Expression, operandOf: (id: FigureId) => Operand | undefined): Worth {
  if ('number' in expression) return { value: expression.number, sort: sortOf(null, expression.unit ?? '') }
  if ('figure' in expression) return ofFigure(expression, operandOf)
  if ('negative' in expression) {
    const inside = worthOf(expression.negative, operandOf)
    return inside.value === null ? inside : { ...inside, value: inside.value === 0 ? 0 : -inside.value }
  }
  if ('call' in expression) return ofCall(expression, operandOf)
  const left = worthOf(expression.left, operandOf)
  const right = worthOf(expression.right, operandOf)
  const { operator } = expression
  const missing = left.missing ?? right.missing
  const joined =
    operator === '+' || operator === '-'
      ? added(left.sort, right.sort, operator)
      : operator === '*'
        ? multiplied(left.sort, right.sort)
        : divided(left.sort, right.sort)
  if (!joined) return { value: null, missing: 'units-differ', sort: left.sort }
  const { sort, factor } = joined
  if (left.value === null || right.value === null) return { value: null, ...(missing && { missing }), sort }
  const isSum = operator === '+' || operator === '-'
  const outcome = operate(operator, left.value, isSum ? times(right.value, factor) : right.value)
  if (typeof outcome === 'string') return { value: null, missing: outcome, sort }
  return {
    value: isSum ? outcome : times(outcome, factor),
    period: spanOf([left.period, right.period]),
    sort,
  }
}

function ofFigure({ figure: id, shift }: Shifted, operandOf: (id: FigureId) => Operand | undefined): Worth {
  const plain = operandOf(id)
  const operand = shift ? operandOf(shiftedId(id, shift)) : plain
  const found = operand ?? plain
  const sort = found ? sortOf(found.kind, found.unit) : sortOf(null, '')
  // A figure that is there but has no earlier self: typed by hand, a cell, or not about a period.
  if (!operand) return { value: null, missing: plain ? 'no-meaning' : 'depends-on-missing', sort }
  if (operand.value === null) return { value: null, missing: 'depends-on-missing', sort }
  return { value: operand.value, period: operand.period, sort }
}

/** Functions that are about their first value; the second is only what it is measured by. */
const measuresFirst = new Set(['growth', 'change', 'attainment', 'saving'])

function ofCall(
  { call, arguments: parts }: Extract<Expression, { call: unknown }>,
  operandOf: (id: FigureId) => Operand | undefined,
): Worth {
  const worths = parts.map((part) => worthOf(part, operandOf))
  const sorts = worths.map(({ sort }) => sort)
  if (!takes(call, parts.length)) return { value: null, missing: 'no-meaning', sort: sortOf(null, '') }
  const joined = called(call, sorts)
  if (!('sort' in joined)) return { value: null, missing: 'units-differ', sort: sortOf(null, '') }
  const { sort, factors } = joined
  const missing = worths.find((worth) => worth.missing)?.missing
  const values = worths.flatMap(({ value }, index) =>
    value === null ? [] : [times(value, factors[index] ?? { times: 1, over: 1 })],
  )
  if (values.length < worths.length) return { value: null, ...(missing && { missing }), sort }
  const outcome = apply(call, values, digitsOf(sort))
  if (typeof outcome === 'string') return { value: null, missing: outcome, sort }
  const periods = worths.map(({ period }) => period)
  return {
    value: outcome,
    period: measuresFirst.has(call) ? (periods[0] ?? periods[1]) : spanOf(periods),
    sort,
  }
}

/** By how many digits a value is written larger than it is. */
const digitsOf = ({ kind, word }: Sort): number =>
  kind === 'rate' || kind === 'points' ? (word === '‰' ? 3 : 2) : 0

const times = (value: number, { times: up, over: down }: Factor): number =>
  up === down ? value : tidy((value * up) / down)

/** From the earliest day to the latest. */
function spanOf(periods: readonly (Period | undefined)[]): Period | undefined {
  let span: Period | undefined
  for (const period of periods) {
    if (!period) continue
    span = span
      ? {
          from: span.from < period.from ? span.from : period.from,
          to: span.to > period.to ? span.to : period.to,
        }
      : period
  }
  return span
}

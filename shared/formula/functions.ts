// How many values each word of the formula language takes. What it computes stands in shared/metrics, what it gives
// (kind and unit) in algebra.ts, what it is called in shared/text/formula.ts.

import type { Expression, Shift } from '../model/figure.ts'
import type { FormulaWord } from './problem.ts'

/** As many as the model lets a call have. */
const most = 50

/** Fewest and most values; `pairs`: only an even number of them. */
export interface Arity {
  least: number
  most: number
  pairs?: true
}

const exactly = (count: number): Arity => ({ least: count, most: count })
const some = (least: number): Arity => ({ least, most })

export const arities: Readonly<Record<FormulaWord, Arity>> = {
  growth: exactly(2),
  change: exactly(2),
  attainment: exactly(2),
  saving: exactly(2),
  share: exactly(2),
  rest: some(2),
  sum: some(1),
  mean: some(1),
  'weighted-mean': { least: 2, most, pairs: true },
  'geometric-mean': some(1),
  compound: exactly(3),
  max: some(1),
  min: some(1),
  absolute: exactly(1),
  round: { least: 1, most: 2 },
  'period-on-period': exactly(1),
  'year-on-year': exactly(1),
  previous: exactly(1),
  'year-before': exactly(1),
}

/** Every word, in the order in which they are offered. */
export const formulaWords = Object.keys(arities) as readonly FormulaWord[]

/** Whether a call of a word may have so many values. */
export function takes(word: FormulaWord, count: number): boolean {
  const { least, most: upper, pairs } = arities[word]
  return count >= least && count <= upper && !(pairs && count % 2 === 1)
}

/** What the short words of growth are short for: 环比([x]) is 增长([x], 上期([x])). */
const shortForms = { 'period-on-period': 'previous', 'year-on-year': 'year-before' } as const
export type ShortForm = keyof typeof shortForms

export const isShift = (word: FormulaWord): word is Shift => word === 'previous' || word === 'year-before'
export const isShortForm = (word: FormulaWord): word is ShortForm => word in shortForms

/** The growth that a short form stands for. */
export function spelledOut(word: ShortForm, figure: Extract<Expression, { figure: unknown }>): Expression {
  return { call: 'growth', arguments: [figure, { figure: figure.figure, shift: shortForms[word] }] }
}

/** The short form that stands for a growth, if one does. */
export function maybeShortForm(
  expression: Extract<Expression, { call: unknown }>,
): { word: ShortForm; figure: Extract<Expression, { figure: unknown }> } | undefined {
  const [now, earlier] = expression.arguments
  if (expression.call !== 'growth' || expression.arguments.length !== 2 || !now || !earlier) return undefined
  if (!('figure' in now) || !('figure' in earlier) || now.shift || now.figure !== earlier.figure)
    return undefined
  const word = (Object.keys(shortForms) as ShortForm[]).find((form) => shortForms[form] === earlier.shift)
  return word && { word, figure: now }
}

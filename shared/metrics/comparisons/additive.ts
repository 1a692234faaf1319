// The one rule of what may be added up over what. A rate never, a level (日活, 余额) not over periods, an average not at all,
// and nothing with something of another unit.

import type { ComparisonWarning } from '../../model/comparison.ts'
import type { Expression, Figure } from '../../model/figure.ts'
import { unitOf } from '../../formula/index.ts'
import { secondsOf } from '../../numbers/spans.ts'
import { call, minus, of, over } from './expressions.ts'

/** What the addends differ in: periods of time, parts of a whole, or shares of one whole that are rates already. */
export type Over = 'periods' | 'parts' | 'shares'

type Addend = Pick<Figure, 'id' | 'kind' | 'unit' | 'additive' | 'origin'>

/**
 * Why these figures may not be added up; undefined when they may. Zero or one figure may always.
 * @example maybeSumProblem([januaryDau, februaryDau], 'periods') // 'not-additive'
 */
export function maybeSumProblem(
  figures: readonly Addend[],
  across: Over,
): Extract<ComparisonWarning, 'not-additive' | 'units-differ'> | undefined {
  if (figures.length < 2) return undefined
  if (!haveOneUnit(figures)) return 'units-differ'
  return figures.every((figure) => maySum(figure, across)) ? undefined : 'not-additive'
}

/** A figure as far as its unit is concerned. */
export type Unit = Pick<Figure, 'id' | 'kind' | 'unit'>

/**
 * Whether values of the one can stand beside values of the other as they are: 人 beside 名, 元 beside CNY, a rate beside a
 * rate. 分钟 beside 小时 cannot, though a formula would convert them: a reader would compare 90 with 2.
 */
export const isSameUnit = (one: Unit, other: Unit): boolean =>
  one.kind === other.kind &&
  !(
    'problem' in unitOf(minus(of(one), of(other)), new Map([one, other].map((figure) => [figure.id, figure])))
  ) &&
  (one.unit === '' || other.unit === '' || secondsOf(one.unit) === secondsOf(other.unit))

/** The same, and neither leaves its unit open where the other says it: then both divide by a third alike. */
export const areAlike = (one: Unit, other: Unit): boolean =>
  isSameUnit(one, other) && (one.unit === '') === (other.unit === '')

/** A part of a whole; 人 of 次, which are no part of them, by plain division. */
export const rateOf = (part: Unit, whole: Unit): Expression =>
  isSameUnit(part, whole) ? call('share', of(part), of(whole)) : over(of(part), of(whole))

/** The same of any number. One without a unit fits any, but 人 and 次 do not fit by way of it. */
export function haveOneUnit(figures: readonly Unit[]): boolean {
  const reference = figures.find(({ unit }) => unit !== '') ?? figures[0]
  return reference === undefined || figures.every((figure) => isSameUnit(reference, figure))
}

function maySum({ kind, unit, additive, origin }: Addend, across: Over): boolean {
  if (kind === 'rate') return across === 'shares'
  if (kind !== 'count' && kind !== 'amount' && kind !== 'duration') return false
  // A price per piece adds up to nothing.
  if (unit.includes('/')) return false
  if (origin.kind !== 'aggregate') return additive
  switch (origin.fn) {
    case 'sum':
    case 'count':
      return additive
    // The latest value of each part is a stock: balances of accounts add up to a balance, those of months do not.
    case 'first':
    case 'last':
      return additive && across !== 'periods'
    case 'avg':
    case 'min':
    case 'max':
    case 'distinct':
      return false
  }
}

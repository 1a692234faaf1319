// The one rule of what may be added up over what. A rate never, a level (日活, 余额) not over periods, an average not at all,
// and nothing with something of another unit.

import type { ComparisonWarning } from '../../model/comparison.ts'
import type { Figure } from '../../model/figure.ts'
import { unitOf } from '../../formula/index.ts'
import { secondsOf } from '../../numbers/spans.ts'
import { minus, of } from './expressions.ts'

/** What the addends differ in: periods of time, parts of a whole, or shares of one whole that are rates already. */
export type Over = 'periods' | 'parts' | 'shares'

type Addend = Pick<Figure, 'id' | 'kind' | 'unit' | 'additive' | 'origin'>

/**
 * Why these figures may not be added up; undefined when they may. Zero or one figure may always.
 * @example maybeSumProblem([januaryDau, februaryDau], 'periods') // 'not-additive'
 */
export function maybeSumProblem(
  figures: readonly Addend[],
  over: Over,
): Extract<ComparisonWarning, 'not-additive' | 'units-differ'> | undefined {
  const [first, ...rest] = figures
  if (!first || rest.length === 0) return undefined
  if (rest.some((figure) => !isSameUnit(first, figure))) return 'units-differ'
  return figures.every((figure) => maySum(figure, over)) ? undefined : 'not-additive'
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

function maySum({ kind, unit, additive, origin }: Addend, over: Over): boolean {
  if (kind === 'rate') return over === 'shares'
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
      return additive && over !== 'periods'
    case 'avg':
    case 'min':
    case 'max':
    case 'distinct':
      return false
  }
}

// What becomes of what values are measured in when they are added, multiplied or put into a function: 元 ÷ 人 is 元/人,
// 元/人 × 人 is 元, a rate less a rate is points, 人 and % cannot be added.
// It knows units and never a value; what a value must be multiplied by to fit is given as a factor.

import type { FigureKind, FormulaFunction } from '../model/figure.ts'
import {
  type Factor,
  type Part,
  type Sort,
  conversion,
  isCountable,
  joined,
  kindOf,
  measuredAs,
  none,
  same,
  sortOf,
} from './sort.ts'

/** A number without a unit: takes that of what it is added to. */
const isBare = (sort: Sort): boolean => sort.kind === null && sort.parts.size === 0
/** Without a dimension, and known to be: a rate, points, a ratio, an index, a score without a unit. */
const isPure = (sort: Sort): boolean => sort.kind !== null && sort.parts.size === 0 && !sort.open

const pure = (kind: FigureKind, word = kind === 'rate' || kind === 'points' ? '%' : ''): Sort => ({
  kind,
  parts: none,
  word,
  open: false,
})

/** The sort of a sum or of a difference, and the factor of its right side; undefined when the two cannot be added. */
export function added(left: Sort, right: Sort, sign: '+' | '-'): { sort: Sort; factor: Factor } | undefined {
  if (isBare(left)) return { sort: right, factor: same }
  if (isBare(right)) return { sort: left, factor: same }
  const factor = conversion(right, left)
  if (factor) {
    if (left.parts.size > 0) return { sort: { ...left, kind: left.kind ?? right.kind }, factor }
    const kind = summedKind(left.kind, right.kind, sign)
    if (kind === undefined) return undefined
    if (left.open && right.open) return { sort: left, factor }
    return { sort: pure(kind, left.word === right.word ? left.word : undefined), factor }
  }
  const [open, other] = left.open ? [left, right] : [right, left]
  if (!open.open || other.parts.size === 0) return undefined
  const fits = other.kind === null || other.kind === open.kind
  return fits ? { sort: { ...other, kind: open.kind }, factor: same } : undefined
}

/** Of two values without a dimension. */
function summedKind(
  left: FigureKind | null,
  right: FigureKind | null,
  sign: '+' | '-',
): FigureKind | undefined {
  if (left === null || right === null) return left ?? right ?? undefined
  if (left === right) return left === 'rate' && sign === '-' ? 'points' : left
  const kinds = [left, right]
  if (!kinds.every((kind) => kind === 'rate' || kind === 'points' || kind === 'ratio')) return undefined
  if (kinds.includes('ratio')) return 'ratio'
  return sign === '-' ? left : 'rate'
}

/** What comes first decides what the product of two values without a dimension is. */
const leading: readonly FigureKind[] = ['index', 'score', 'points', 'rate', 'ratio']

/** The sort of a product, and the factor of its value. */
export function multiplied(left: Sort, right: Sort): { sort: Sort; factor: Factor } {
  if (isBare(left) || isBare(right)) return { sort: isBare(left) ? right : left, factor: same }
  if (isPure(left) && isPure(right)) {
    const kind = leading.find((one) => one === left.kind || one === right.kind) ?? 'ratio'
    const word = [left, right].find((one) => one.kind === kind)?.word
    return { sort: pure(kind, word), factor: same }
  }
  if (isPure(left) || isPure(right)) return { sort: isPure(left) ? right : left, factor: same }
  if (left.open || right.open) {
    const kind = [left, right].some((one) => one.kind === 'amount') ? 'amount' : 'count'
    return { sort: { kind, parts: none, word: '', open: true }, factor: same }
  }
  const { parts, factor } = joined(left.parts, right.parts, 1)
  return { sort: measuredIn(parts, 'ratio'), factor }
}

/** The sort of a quotient, and the factor of its value. */
export function divided(left: Sort, right: Sort): { sort: Sort; factor: Factor } {
  if (isBare(right)) return { sort: left, factor: same }
  if (isPure(right)) {
    if (!isBare(left) && !isPure(left)) return { sort: left, factor: same }
    const kind = isBare(left) ? 'ratio' : dividedKind(left.kind, right.kind)
    return { sort: pure(kind, kind === left.kind ? left.word : undefined), factor: same }
  }
  if (right.open || left.open) {
    if (left.kind === right.kind) return { sort: pure('rate'), factor: same }
    const isPerSomething = right.open && (left.kind === 'amount' || left.kind === 'duration')
    return { sort: isPerSomething ? left : pure('ratio'), factor: same }
  }
  const { parts, factor } = joined(left.parts, right.parts, -1)
  const isShare = [left.kind, right.kind].every((kind) => kind === null || isCountable(kind))
  return { sort: measuredIn(parts, isShare && left.parts.size > 0 ? 'rate' : 'ratio'), factor }
}

/** Of two values without a dimension. */
function dividedKind(left: FigureKind | null, right: FigureKind | null): FigureKind {
  if (left === 'points' && right === 'rate') return 'rate'
  if (right === 'ratio' && left !== null) return left
  return 'ratio'
}

/** What a product of units measures; `whole` when they cancel. */
function measuredIn(parts: ReadonlyMap<string, Part>, whole: FigureKind): Sort {
  return parts.size === 0 ? pure(whole) : { kind: kindOf(parts), parts, word: '', open: false }
}

/** What values have in common that must be alike, with the factor of each; the place of the first that does not fit. */
type Alike = { sort: Sort; factors: Factor[] } | { left: Sort; right: Sort }

function alike(sorts: readonly Sort[]): Alike {
  let [sort = sortOf(null, '')] = sorts
  const factors = [same]
  for (const next of sorts.slice(1)) {
    const sum = added(sort, next, '+')
    if (!sum) return { left: sort, right: next }
    sort = sum.sort
    factors.push(sum.factor)
  }
  return { sort, factors }
}

/** The sort of a call and the factor of each of its values; or which two cannot go together. */
export function called(
  fn: FormulaFunction,
  sorts: readonly Sort[],
): { sort: Sort; factors: Factor[] } | { left: Sort; right: Sort } | { periods: Sort } {
  const [first = sortOf(null, ''), second = first, third = first] = sorts
  switch (fn) {
    case 'growth':
    case 'attainment':
    case 'saving':
    case 'share': {
      const both = alike(sorts)
      return 'left' in both ? both : { sort: pure('rate'), factors: both.factors }
    }
    case 'change': {
      const difference = added(first, second, '-')
      return difference
        ? { sort: difference.sort, factors: [same, difference.factor] }
        : { left: first, right: second }
    }
    case 'weighted-mean': {
      const values = alike(sorts.filter((_, index) => index % 2 === 0))
      const weights = alike(sorts.filter((_, index) => index % 2 === 1))
      if ('left' in values) return values
      if ('left' in weights) return weights
      const factors = sorts.map(
        (_, index) => (index % 2 === 0 ? values : weights).factors[Math.floor(index / 2)] ?? same,
      )
      return { sort: values.sort, factors }
    }
    case 'compound': {
      const both = alike([first, second])
      if ('left' in both) return both
      const { kind } = measuredAs(third)
      const isNumber = kind === null || kind === 'count' || kind === 'duration'
      return isNumber ? { sort: pure('rate'), factors: [...both.factors, same] } : { periods: third }
    }
    case 'round':
      return isBare(second) || sorts.length < 2
        ? { sort: first, factors: sorts.map(() => same) }
        : { left: first, right: second }
    case 'rest':
    case 'sum':
    case 'mean':
    case 'geometric-mean':
    case 'min':
    case 'max':
    case 'absolute':
      return alike(sorts)
  }
}

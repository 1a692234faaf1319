// What values are measured in, and what becomes of it when they are added, multiplied or put into a function:
// 元 ÷ 人 is 元/人, 元/人 × 人 is 元, a rate less a rate is points, 人 and % cannot be added.
// It knows units and never a value; what a value must be multiplied by to fit is given as a factor.

import type { FigureKind, FormulaFunction } from '../model/figure.ts'
import { secondsOf } from '../numbers/spans.ts'
import { addableTo, isCurrency, parseUnit } from '../numbers/units.ts'
import { singular } from '../text/english.ts'
import type { Measured } from './problem.ts'

/** One unit of a product: 人 to the power of −1 in 元/人. `worth` is that of one step in its dimension: 60 for 分钟. */
interface Part {
  word: string
  worth: number
  power: number
}

/** What a value is measured in, taken apart. */
export interface Sort {
  /** Null for a number that stands in the formula and has no kind but what it is used for. */
  kind: FigureKind | null
  /** By dimension. Empty for what has none: rates, points, ratios, bare numbers. */
  parts: ReadonlyMap<string, Part>
  /** How a value without a dimension is written: `%`, `‰`, 倍, `1:n`, empty. */
  word: string
  /** A count, an amount or a duration whose table does not say in what: fits any unit of its kind. */
  open: boolean
}

/** A value × `times` ÷ `over`: two whole numbers where 1/60 is none. */
export interface Factor {
  times: number
  over: number
}

const same: Factor = { times: 1, over: 1 }
const none: ReadonlyMap<string, Part> = new Map()

/** The dimension of seconds, minutes and days; no unit is called so. */
const clock = '(clock)'
const people = new Set('人 名 位 用户 people person persons ppl user users'.split(' '))
/** Units that only say how a value without a dimension is written. */
const plainWords: Readonly<Record<string, FigureKind>> = {
  '%': 'rate',
  '‰': 'rate',
  bp: 'rate',
  百分点: 'points',
  pp: 'points',
  倍: 'ratio',
  '1:n': 'ratio',
}

/** Units come again and again; taking one apart takes longer than looking it up. */
const known = new Map<string, Sort>()

/** The kind and the bare unit of a figure, or the unit of a number in a formula (`kind` null), taken apart. */
export function sortOf(kind: FigureKind | null, unit: string): Sort {
  const key = `${kind ?? ''} ${unit}`
  const found = known.get(key)
  if (found) return found
  const sort = takenApart(kind, unit.trim())
  if (known.size >= 1000) known.clear()
  known.set(key, sort)
  return sort
}

function takenApart(kind: FigureKind | null, unit: string): Sort {
  if (kind === 'rate' || kind === 'points')
    return { kind, parts: none, word: unit === '‰' ? '‰' : '%', open: false }
  const plain = plainWords[unit]
  if (plain) {
    const isWritten = plain === 'ratio' || unit === '‰'
    return { kind: plain, parts: none, word: isWritten ? unit : '%', open: false }
  }
  const [over = '', ...under] = unit.split('/')
  let parts: ReadonlyMap<string, Part> = none
  for (const [words, power] of [
    [over.split('·'), 1],
    ...under.map((word) => [[word], -1] as const),
  ] as const) {
    for (const word of words) {
      if (word.trim() !== '') parts = joined(parts, partsOf(word.trim(), kind), power).parts
    }
  }
  return { kind, parts, word: '', open: isCountable(kind) && parts.size === 0 }
}

const isCountable = (kind: FigureKind | null): boolean =>
  kind === 'count' || kind === 'amount' || kind === 'duration'

function partsOf(word: string, kind: FigureKind | null): ReadonlyMap<string, Part> {
  const lower = word.toLowerCase()
  // 4.6分 is a score, unless it is said to be a time.
  const seconds = word === '分' && kind !== 'duration' ? undefined : secondsOf(word)
  if (seconds !== undefined) return new Map([[clock, { word, worth: seconds, power: 1 }]])
  if (people.has(lower)) return new Map([['人', { word, worth: 1, power: 1 }]])
  const unit = parseUnit(word)
  const dimension = addableTo(unit?.scale === 1 ? unit.unit : word) ?? singular(lower)
  return new Map([[dimension, { word, worth: 1, power: 1 }]])
}

/** The parts of a product, in the units of the left side; the factor is what its value must be multiplied by for that. */
function joined(
  left: ReadonlyMap<string, Part>,
  right: ReadonlyMap<string, Part>,
  sign: 1 | -1,
): { parts: ReadonlyMap<string, Part>; factor: Factor } {
  const parts = new Map(left)
  let { times, over } = same
  for (const [dimension, part] of right) {
    const own = parts.get(dimension)
    const power = part.power * sign
    if (!own) {
      parts.set(dimension, { ...part, power })
      continue
    }
    if (own.worth !== part.worth) {
      const [up, down] = power > 0 ? [part.worth, own.worth] : [own.worth, part.worth]
      times *= up ** Math.abs(power)
      over *= down ** Math.abs(power)
    }
    if (own.power + power === 0) parts.delete(dimension)
    else parts.set(dimension, { ...own, power: own.power + power })
  }
  return { parts, factor: { times, over } }
}

/** By what a value must be multiplied to be measured as `to`; undefined where the dimensions are not the same. */
export function conversion(from: Sort, to: Sort): Factor | undefined {
  if (from.parts.size !== to.parts.size) return undefined
  for (const [dimension, { power }] of from.parts)
    if (to.parts.get(dimension)?.power !== power) return undefined
  return joined(to.parts, from.parts, 1).factor
}

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

function kindOf(parts: ReadonlyMap<string, Part>): FigureKind {
  const over = [...parts].filter(([, { power }]) => power > 0)
  const under = [...parts].filter(([, { power }]) => power < 0)
  if (over.some(([, { word }]) => isCurrency(word))) return 'amount'
  const [first] = over
  if (first?.[0] === clock && parts.size === 1 && first[1].power === 1) return 'duration'
  const isPerTime = under.every(([dimension]) => dimension === clock)
  return over.length > 0 && isPerTime ? 'count' : 'ratio'
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

/** Units under a stroke stand in the singular: CNY/person. */
const one = (word: string): string =>
  word === 'people' ? 'person' : /^[a-z]{4,}$/i.test(word) ? singular(word) : word

/** Kind and unit of a sort as a figure has them; `kind` is null for a number without a unit. */
export function measuredAs({ kind, parts, word }: Sort): Measured {
  const words = (sign: 1 | -1): string[] =>
    [...parts.values()].flatMap(({ word: unit, power }) =>
      power * sign > 0 ? Array.from({ length: Math.min(Math.abs(power), 9) }, () => unit) : [],
    )
  const over = words(1).join('·')
  const unit = parts.size === 0 ? word : [over, ...words(-1).map(one)].join('/')
  return { kind: kind ?? (parts.size > 0 ? kindOf(parts) : null), unit }
}

const attempts = new Set('次 人次 click hit view visit session time pv uv'.split(' '))

/** Whether a sort is something counted per attempt: 人/次, orders/visit. Such a quotient is meant as a rate of success. */
export function isSuccessRate({ parts }: Sort): boolean {
  if (parts.size !== 2) return false
  const [over, under] = [...parts].toSorted(([, left], [, right]) => right.power - left.power)
  return (
    over?.[1].power === 1 &&
    under?.[1].power === -1 &&
    attempts.has(under[0]) &&
    kindOf(new Map([over])) === 'count'
  )
}

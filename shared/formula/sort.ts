// What a value is measured in, taken apart into its dimensions: 元/人 is one 元 and minus one 人, 分钟 is sixty seconds.
// What becomes of it when values are added or multiplied stands in algebra.ts.

import type { FigureKind } from '../model/figure.ts'
import { secondsOf } from '../numbers/spans.ts'
import { addableTo, isCurrency, parseUnit } from '../numbers/units.ts'
import { singular } from '../text/english.ts'
import type { Measured } from './problem.ts'

/** One unit of a product: 人 to the power of −1 in 元/人. `worth` is that of one step in its dimension: 60 for 分钟. */
export interface Part {
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

/** Leaves a value as it is. */
export const same: Factor = { times: 1, over: 1 }
/** Of a value without a dimension. */
export const none: ReadonlyMap<string, Part> = new Map()

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

/** Kinds of which a part of the whole is a rate. */
export const isCountable = (kind: FigureKind | null): boolean =>
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
export function joined(
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

/** What a product of units is, if nothing else is known of it. */
export function kindOf(parts: ReadonlyMap<string, Part>): FigureKind {
  const over = [...parts].filter(([, { power }]) => power > 0)
  const under = [...parts].filter(([, { power }]) => power < 0)
  if (over.some(([, { word }]) => isCurrency(word))) return 'amount'
  const [first] = over
  if (first?.[0] === clock && parts.size === 1 && first[1].power === 1) return 'duration'
  const isPerTime = under.every(([dimension]) => dimension === clock)
  return over.length > 0 && isPerTime ? 'count' : 'ratio'
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

// A rate with its count and its base, of which any two give the third; and how two figures stand to one another.

import type { ComparisonOf } from '../../model/comparison.ts'
import type { FigureState } from '../../model/goal.ts'
import { decimalsOf } from '../../numbers/format.ts'
import {
  holdsWhole,
  type Interval,
  meets,
  over as quotientOf,
  times as productOf,
} from '../../numbers/intervals.ts'
import { isSameUnit, rateOf } from './additive.ts'
import { type Bench, type Form, hasValue, percent } from './derive.ts'
import { call, of, over, times } from './expressions.ts'
import { intervalOf, isKnown } from './stated.ts'

export function measureRate(comparison: ComparisonOf<'rate'>, bench: Bench): string {
  const population = comparison.population.trim()
  if (population === '') bench.warn('no-population')
  const rate = bench.figure(comparison.rate)
  const count = bench.figure(comparison.count)
  const base = bench.figure(comparison.base)
  if ((rate && rate.kind !== 'rate') || (count && base && count.kind !== base.kind)) {
    bench.warn('units-differ')
    return ''
  }
  warnOfCounts(bench, rate, count, base)
  if (count && base) {
    const name = comparison.name || bench.names.rateOf(count.name, population || base.name)
    const found = isKnown(rate) ? undefined : deriveRate(bench, name, count, base, population)
    if (!isKnown(count) || !isKnown(base)) return ''
    if (isKnown(rate)) return say(bench, population, count.text, base.text, rate)
    return hasValue(found) ? say(bench, population, count.text, base.text, { name, text: found.text }) : ''
  }
  if (rate && base) return measureCount(comparison, bench, population, rate, base)
  if (rate && count) return measureBase(comparison, bench, population, rate, count)
  bench.warn('no-base')
  return ''
}

function say(
  bench: Bench,
  population: string,
  count: string,
  base: string,
  rate: { name: string; text: string },
  about?: 'base' | 'count',
): string {
  return bench.sentences.rate({ population, base, count, rateName: rate.name, rate: rate.text, about })
}

const deriveRate = (bench: Bench, name: string, count: FigureState, base: FigureState, population: string) =>
  bench.derive({ role: 'rate', name, form: percent, scope: population || base.name }, rateOf(count, base))

/** How many that were. Things that are counted are counted whole. */
function measureCount(
  { name }: ComparisonOf<'rate'>,
  bench: Bench,
  population: string,
  rate: FigureState,
  base: FigureState,
): string {
  const product = times(of(rate), of(base))
  const interval = isKnown(rate) && isKnown(base) ? productOf(intervalOf(rate), intervalOf(base)) : undefined
  const found = bench.derive(
    {
      role: 'count',
      name: name || bench.names.countOf(rate.name),
      form: asKnown(base, interval),
      additive: base.additive,
      scope: population,
    },
    base.kind === 'count' ? call('round', product) : product,
  )
  return found.value === null
    ? ''
    : say(bench, population, found.text, base.text, rate, aboutOf(interval, 'count'))
}

/** Out of how many it was. */
function measureBase(
  { name }: ComparisonOf<'rate'>,
  bench: Bench,
  population: string,
  rate: FigureState,
  count: FigureState,
): string {
  const quotient = over(of(count), of(rate))
  const interval =
    isKnown(rate) && isKnown(count) ? quotientOf(intervalOf(count), intervalOf(rate)) : undefined
  const found = bench.derive(
    {
      role: 'base',
      name: name || bench.names.baseOf(rate.name),
      form: asKnown(count, interval),
      additive: count.additive,
      scope: population,
    },
    count.kind === 'count' ? call('round', quotient) : quotient,
  )
  return found.value === null
    ? ''
    : say(bench, population, count.text, found.text, rate, aboutOf(interval, 'base'))
}

const aboutOf = <K extends 'base' | 'count'>(interval: Interval | undefined, which: K): K | undefined =>
  isCertain(interval) ? undefined : which

/** Whether only one whole number can have been meant: 37% of 100 are 37, 37% of 1,000 may be any of ten. */
export const isCertain = (interval: Interval | undefined): boolean =>
  interval !== undefined && Math.floor(interval.high) - Math.ceil(interval.low) <= 0

/** Written no finer than it is known: 2.38万 of 41% are about 5.8万, not 58,049. */
function asKnown(like: FigureState, interval: Interval | undefined): Form {
  const { kind, unit, rounding } = like
  const half = interval ? (interval.high - interval.low) / 2 : 0
  if (half === 0 || rounding.scale === 1) return { kind, unit, rounding }
  const decimals = Math.max(0, Math.floor(-Math.log10(half / rounding.scale)))
  return { kind, unit, rounding: { scale: rounding.scale, decimals: Math.min(decimals, rounding.decimals) } }
}

/**
 * Whether rate, count and base can have come from the same people: the count no larger than the base, both as their
 * rounding allows, and of a base that is known to the last one a rate that some whole number gives
 * (GRIM; N. Brown and J. Heathers, Social Psychological and Personality Science 8, 2017).
 */
export function warnOfCounts(
  bench: Bench,
  rate: FigureState | undefined,
  count: FigureState | undefined,
  base: FigureState | undefined,
): void {
  if (isKnown(base) && base.value <= 0) bench.warn('no-base')
  if (isKnown(count) && isKnown(base) && count.value > base.value) bench.warn('part-exceeds-whole')
  else if (isKnown(rate) && rate.value > 1) bench.warn('part-exceeds-whole')
  if (!isKnown(rate) || !isKnown(base) || base.value <= 0) return
  const possible = productOf(intervalOf(rate), intervalOf(base))
  if (isKnown(count) && !meets(possible, intervalOf(count))) bench.warn('contradicts')
  else if (base.kind === 'count' && !holdsWhole(possible)) bench.warn('count-not-whole')
}

/** k : n and how many times as much; of figures with different units so much for one. */
export function measureRatio(comparison: ComparisonOf<'ratio'>, bench: Bench): string {
  const left = bench.figure(comparison.left)
  const right = bench.figure(comparison.right)
  if (!left || !right) return ''
  if (isKnown(right) && right.value === 0) bench.warn('no-base')
  if (!isSameUnit(left, right)) return measurePer(comparison, bench, left, right)
  const timesForm = timesOf(bench)
  const perOne = bench.derive(
    { role: 'per-one', name: comparison.name || bench.names.perOne(left.name, right.name), form: ratioForm },
    over(of(right), of(left)),
  )
  const multiple = bench.derive(
    { role: 'times', name: bench.names.times(left.name, right.name), form: timesForm },
    over(of(left), of(right)),
  )
  if (!isKnown(left) || !isKnown(right) || multiple.value === null || perOne.value === null) return ''
  if (left.value < 0 || right.value < 0) return ''
  const larger = left.value === right.value ? 'level' : left.value > right.value ? 'left' : 'right'
  const many = larger === 'left' ? multiple.value : perOne.value
  const number = bench.writeShort(many, bareForm)
  return bench.sentences.ratio({
    left: left.name,
    right: right.name,
    leftText: left.text,
    rightText: right.text,
    perOne: larger === 'left' ? `${number}:1` : `1:${number}`,
    times: bench.writeShort(many, timesForm),
    larger,
  })
}

/** Two decimals, so that 1:5.8 and 2.3 for each do not lose what was written. */
const ratioForm: Form = { kind: 'ratio', unit: '1:n', rounding: { scale: 1, decimals: 2 } }
const bareForm: Form = { ...ratioForm, unit: '' }
const timesOf = (bench: Bench): Form => ({ ...ratioForm, unit: bench.units.times })

function measurePer(
  comparison: ComparisonOf<'ratio'>,
  bench: Bench,
  left: FigureState,
  right: FigureState,
): string {
  const quotient = over(of(left), of(right))
  const found = bench.derive(
    {
      role: 'times',
      name: comparison.name || bench.names.perOne(left.name, right.name),
      form: bench.formOf(quotient, perDecimals(left, right)),
    },
    quotient,
  )
  if (found.value === null) return ''
  return bench.sentences.ratio({
    left: left.name,
    right: right.name,
    leftText: left.text,
    rightText: right.text,
    times: found.text,
    larger: 'level',
  })
}

/** Two decimals, fewer where the quotient needs fewer, more where it would be written as nothing. */
function perDecimals(left: FigureState, right: FigureState): number {
  if (!isKnown(left) || !isKnown(right) || right.value === 0) return 2
  const quotient = left.value / right.value
  return Number.isFinite(quotient) ? Math.max(1, decimalsOf(quotient, 2, 0)) : 2
}

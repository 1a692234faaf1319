// One measure over periods, oldest first: growth from one to the next (环比), against the same period a year before (同比),
// running totals and moving means, the peak, and the growth per period that leads from the first to the last.

import type { ComparisonOf, Derived } from '../../model/comparison.ts'
import { tidy } from '../../numbers/tidy.ts'
import { haveOneUnit, maybeSumProblem } from './additive.ts'
import { type Bench, differenceForm, type Form, hasValue, percent, sideOf } from './derive.ts'
import { call, largestOf, mostArguments, number, of, over, smallestOf, sumOf } from './expressions.ts'
import { mannerOf, moveOf, warnOfBase } from './move.ts'
import { baseOf, type Item, itemsOf, periodsBetween } from './series-items.ts'
import { isKnown, type Known } from './stated.ts'

/** Running totals are worth a figure each only for so many periods; beyond, their formulas would fill a book. */
const mostTotals = 60
/** How many periods a moving mean takes: a week of days, a month of weeks, a quarter of months. */
const windows = { day: 7, week: 4, month: 3, quarter: 4, half: 2, year: 3 } as const

export function measureSeries(comparison: ComparisonOf<'series'>, bench: Bench): string {
  const figures = comparison.figures.flatMap((id) => bench.figure(id) ?? [])
  const [first] = figures
  if (!first || figures.length < 2) return ''
  if (!haveOneUnit(figures)) {
    bench.warn('units-differ')
    return ''
  }
  const base = baseOf(bench, figures, comparison.name)
  const items = itemsOf(bench, figures, base)
  // Percent of a rate would be taken for points, and a score may well begin below zero.
  const isLevel = first.kind === 'rate' || first.kind === 'points' || first.kind === 'score'
  deriveGrowth(bench, base, items, isLevel)
  const year = deriveYears(bench, base, items, isLevel)
  deriveMoving(bench, base, items)
  deriveTotals(bench, base, items)
  const peak = deriveExtremes(bench, base, items)
  const compound = deriveWhole(bench, base, items, isLevel)
  return say(bench, base, items, { peak, compound, year })
}

/** A rate or a score moves by points; everything else grows in percent. */
const movement = (isLevel: boolean, form: Form): { call: 'change' | 'growth'; form: Form } =>
  isLevel ? { call: 'change', form: differenceForm(form, form) } : { call: 'growth', form: percent }

function deriveGrowth(bench: Bench, base: string, items: readonly Item[], isLevel: boolean): void {
  for (const [index, { figure, label, follows }] of items.entries()) {
    const before = items[index - 1]?.figure
    // March is not compared with January as if it came next.
    if (!before || !follows) continue
    const { call: fn, form } = movement(isLevel, figure)
    bench.derive(
      { role: 'growth', key: figure.id, of: label, name: bench.names.growth(base, label), form },
      call(fn, of(figure), of(before)),
    )
    if (!isLevel) warnOfBase(bench, { value: before.value, form: before }, figure)
  }
}

interface YearGrowth {
  at: string
  derived: Derived
}

/** Growth against the same period of the year before, where the series has it; the latest of them. */
function deriveYears(
  bench: Bench,
  base: string,
  items: readonly Item[],
  isLevel: boolean,
): YearGrowth | undefined {
  let latest: YearGrowth | undefined
  for (const { figure, label, yearBefore } of items) {
    if (!yearBefore) continue
    const { call: fn, form } = movement(isLevel, figure)
    const derived = bench.derive(
      { role: 'year-growth', key: figure.id, of: label, name: bench.names.yearGrowth(base, label), form },
      call(fn, of(figure), of(yearBefore.figure)),
    )
    latest = { at: label, derived }
  }
  return latest
}

function deriveMoving(bench: Bench, base: string, items: readonly Item[]): void {
  const step = items[0]?.figure.part?.step
  const window = step === undefined ? 3 : windows[step]
  // With two periods or fewer beside the window there is nothing to smooth.
  if (items.length < window + 2) return
  for (const [index, { figure, label }] of items.entries()) {
    const taken = items.slice(Math.max(0, index - window + 1), index + 1)
    if (taken.length < window || !taken.slice(1).every(({ follows }) => follows)) continue
    bench.derive(
      {
        role: 'moving-mean',
        key: figure.id,
        of: label,
        name: bench.names.moving(base, label, window),
        form: meanForm(figure),
      },
      call('mean', ...taken.map((item) => of(item.figure))),
    )
  }
}

/** A mean of whole things has a fraction. */
const meanForm = ({ kind, unit, rounding }: Form): Form => ({
  kind,
  unit,
  rounding: rounding.scale === 1 && kind === 'count' ? { scale: 1, decimals: 1 } : rounding,
})

function deriveTotals(bench: Bench, base: string, items: readonly Item[]): void {
  const figures = items.map(({ figure }) => figure)
  const problem = maybeSumProblem(figures, 'periods')
  if (problem) {
    // Nobody adds rates up; active users of months are added up often enough.
    if (figures[0] && mannerOf(figures[0]) !== 'rate' && mannerOf(figures[0]) !== 'level') bench.warn(problem)
    if (items.length <= mostArguments)
      deriveAverage(bench, base, items, call('mean', ...figures.map((figure) => of(figure))))
    return
  }
  const isShort = items.length <= mostTotals
  for (const [index, { figure, label }] of items.entries()) {
    if (index === 0 || (!isShort && index < items.length - 1)) continue
    bench.derive(
      {
        role: 'cumulative',
        key: figure.id,
        of: label,
        name: bench.names.cumulative(base, label),
        form: figure,
      },
      sumOf(figures.slice(0, index + 1).map((one) => of(one))),
    )
  }
  deriveAverage(bench, base, items, over(sumOf(figures.map((figure) => of(figure))), number(items.length)))
}

function deriveAverage(
  bench: Bench,
  base: string,
  items: readonly Item[],
  expression: ReturnType<typeof of>,
): void {
  const [first] = items
  if (first)
    bench.derive(
      { role: 'average', name: bench.names.average(base), form: meanForm(first.figure) },
      expression,
    )
}

/** The peak and the lowest, each with the first period that reached it. */
function deriveExtremes(
  bench: Bench,
  base: string,
  items: readonly Item[],
): { at: string; text: string } | undefined {
  const known = items.filter((item): item is Item & { figure: Known } => isKnown(item.figure))
  const [first] = known
  if (!first) return undefined
  const highest = known.reduce((most, item) => (item.figure.value > most.figure.value ? item : most), first)
  const lowest = known.reduce((least, item) => (item.figure.value < least.figure.value ? item : least), first)
  const all = known.map(({ figure }) => of(figure))
  const peak = bench.derive(
    { role: 'peak', of: highest.label, name: bench.names.peak(base), form: highest.figure },
    largestOf(all),
  )
  bench.derive(
    { role: 'lowest', of: lowest.label, name: bench.names.lowest(base), form: lowest.figure },
    smallestOf(all),
  )
  // Where it is first or last, the sentence has it already.
  const isInside = highest !== first && highest !== known.at(-1)
  return isInside ? { at: highest.label, text: peak.text } : undefined
}

/** From the first to the last, and what that is for each period: (last ÷ first)^(1 ÷ periods) − 1. */
function deriveWhole(
  bench: Bench,
  base: string,
  items: readonly Item[],
  isLevel: boolean,
): Derived | undefined {
  const [first, last] = [items[0], items.at(-1)]
  if (!first || !last || items.length < 3) return undefined
  const { call: fn, form } = movement(isLevel, last.figure)
  bench.derive(
    { role: 'whole-growth', name: bench.names.wholeGrowth(base), form },
    call(fn, of(last.figure), of(first.figure)),
  )
  return isLevel
    ? undefined
    : bench.derive(
        { role: 'compound-growth', name: bench.names.compoundGrowth(base), form: percent },
        call('compound', of(first.figure), of(last.figure), number(periodsBetween(items))),
      )
}

function say(
  bench: Bench,
  base: string,
  items: readonly Item[],
  found: {
    peak: { at: string; text: string } | undefined
    compound: Derived | undefined
    year: YearGrowth | undefined
  },
): string {
  const known = items.filter(({ figure }) => isKnown(figure))
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last || first === last) return ''
  const move = moveOf(
    bench,
    base,
    { value: first.figure.value, form: first.figure },
    { value: last.figure.value, form: last.figure },
    { from: first.label, to: last.label },
  )
  if (!move) return ''
  const worded = (derived: Derived | undefined) =>
    hasValue(derived)
      ? {
          direction: sideOf(tidy(derived.value)),
          text: bench.writeShort(Math.abs(derived.value), derived.figure),
        }
      : undefined
  const year = worded(found.year?.derived)
  return bench.sentences.series({
    move,
    peak: found.peak,
    compound: worded(found.compound),
    step: first.figure.part?.step,
    year: year && found.year && { at: found.year.at, ...year },
  })
}

// Offers from tables of records (渠道投放日报): totals, rates and unit cost, the usual and the best period, parts, periods,
// growth and who made it, steps that shrink.

import type { Comparison, ComparisonOf } from '../../model/comparison.ts'
import type { Figure } from '../../model/figure.ts'
import type { Language } from '../../model/language.ts'
import type { TableProfile } from '../../model/table.ts'
import { formatDay } from '../../numbers/format.ts'
import { daysIn, spanOfKey } from '../../numbers/periods.ts'
import { figureWords, partName } from '../../text/figures.ts'
import { suggestionWords } from '../../text/suggestions.ts'
import { maybeMeasuredTable, type MeasuredTable, type Parts } from '../measured-table.ts'
import type { Dates, Dimension } from '../column-roles.ts'
import { partOf, type Whole } from '../wholes.ts'
import { comparisonId, type Offer } from './offer.ts'
import { shrinkingSteps } from './steps.ts'

/** So many rates are offered one by one; what comes after is offered together. */
const singleRates = 3

export function offersFromRecords(profile: TableProfile, language: Language, yearStart: number): Offer[] {
  const measured = maybeMeasuredTable(profile, language, yearStart)
  if (!measured) return []
  const offers = [
    ...totals(measured, profile, language),
    ...rates(measured, language),
    ...costPer(measured, language),
    ...spread(measured, language),
    ...(measured.parts ? parts(measured.parts, language) : []),
    ...measured.otherParts.flatMap((other) => parts(other, language)).map(withoutRoles),
    ...periods(measured, language),
    ...growth(measured, language),
    ...shrinkingSteps(measured.totals, profile, language),
  ]
  // A report is written around a table with dates; what is summed without them has no part to play in it yet.
  return measured.roles.dates ? offers : offers.map(withoutRoles)
}

const withoutRoles = (offer: Offer): Offer => ({
  ...offer,
  figures: offer.figures.map(({ role: _role, ...figure }) => figure),
})

const figuresOf = (wholes: readonly Whole[]): Figure[] => [...new Set(wholes.map(({ figure }) => figure))]

function totals(
  { totals: wholes, extents }: MeasuredTable,
  profile: TableProfile,
  language: Language,
): Offer[] {
  if (wholes.length === 0) return []
  const words = suggestionWords[language].totals
  const names = wholes.map(({ base }) => base)
  const figures = [...extents, ...figuresOf(wholes)]
  const { rowCount } = profile.table
  return [
    {
      reason: 'totals',
      key: [],
      name: words.name(names, rowCount),
      why: words.why(names, rowCount),
      figures,
    },
  ]
}

function rates({ rates: wholes }: MeasuredTable, language: Language): Offer[] {
  const words = suggestionWords[language]
  const single = wholes.slice(0, singleRates).map((rate): Offer => {
    const [over, under] = rate.operands ?? [rate, rate]
    const about = [rate.base, over.base, under.base] as const
    return {
      reason: 'rate-of-columns',
      key: [rate.figure.id],
      name: words.rate.name(...about),
      why: words.rate.why(...about),
      figures: figuresOf([over, under, rate]),
      comparisons: rateOf(rate),
    }
  })
  const others = wholes.slice(singleRates)
  if (others.length === 0) return single
  const names = others.map(({ base }) => base)
  const together: Offer = {
    reason: 'rate-of-columns',
    key: ['others'],
    name: words.otherRates.name(names),
    why: words.otherRates.why(names),
    figures: figuresOf(others.flatMap((rate) => [...(rate.operands ?? []), rate])),
    comparisons: others.flatMap(rateOf),
  }
  return [...single, together]
}

function rateOf({ base, figure, operands }: Whole): Comparison[] {
  if (!operands || figure.kind !== 'rate') return []
  const [over, under] = operands
  return [
    {
      id: comparisonId('rate', figure.id),
      kind: 'rate',
      name: base,
      rate: figure.id,
      count: over.figure.id,
      base: under.figure.id,
      population: under.base,
    },
  ]
}

function costPer({ costPer: whole }: MeasuredTable, language: Language): Offer[] {
  const [over, under] = whole?.operands ?? []
  if (!whole || !over || !under) return []
  const words = suggestionWords[language].costPer
  const about = [whole.base, over.base, under.base] as const
  return [
    {
      reason: 'cost-per-result',
      key: [],
      name: words.name(...about),
      why: words.why(...about),
      figures: figuresOf([over, under, whole]),
    },
  ]
}

function spread(measured: MeasuredTable, language: Language): Offer[] {
  const { levels, main, totals: added, extents, roles } = measured
  // Without a total, how many days there are has no other place.
  const figures = [...(added.length === 0 ? extents : []), ...figuresOf(levels), ...measured.spread]
  if (figures.length === 0) return []
  const words = suggestionWords[language]
  const { dates } = roles
  const about =
    dates && main && measured.spread.length > 0
      ? { of: words.peak, by: [main.base, dates.column.name, dates.step] as const }
      : undefined
  const names = levels.map(({ base }) => base)
  return [
    {
      reason: 'peak-and-average',
      key: [],
      name: about ? about.of.name(...about.by) : words.levels.name(names),
      why: about ? about.of.why(...about.by) : words.levels.why(names),
      figures,
    },
  ]
}

function parts({ dimension, whole, own, all, shares }: Parts, language: Language): Offer[] {
  const words = suggestionWords[language].parts
  const about = [whole.base, dimension.column.name, dimension.keys.length] as const
  const key = [dimension.column.id]
  return [
    {
      reason: 'parts-by-column',
      key,
      name: words.name(...about),
      why: words.why(...about),
      figures: [whole.figure, ...all, ...shares],
      comparisons:
        shares.length === 0
          ? []
          : [
              {
                id: comparisonId('shares', whole.figure.id, ...key),
                kind: 'shares',
                name: words.name(...about),
                whole: whole.figure.id,
                parts: own.map(({ id }) => id),
                multiple: false,
              },
            ],
    },
  ]
}

function periods({ main, periods: figures, roles: { dates } }: MeasuredTable, language: Language): Offer[] {
  if (!main || !dates || figures.length < 2) return []
  const words = suggestionWords[language].periods
  const about = [main.base, dates.column.name, dates.by, figures.length] as const
  // A month of which half is there would be the lowest of all.
  const full = figures.filter((_, index) => isFull(dates.keys[index] ?? '', dates))
  return [
    {
      reason: 'periods',
      key: [],
      name: words.name(...about),
      why: words.why(...about),
      figures: [main.figure, ...figures],
      comparisons: [
        {
          id: comparisonId('series', main.figure.id, dates.by),
          kind: 'series',
          name: main.base,
          figures: (full.length < 2 ? figures : full).map(({ id }) => id),
        },
      ],
    },
  ]
}

/** Of a period that is compared with others, this much must be within the table's days. */
const fullPeriod = 0.95

function isFull(key: string, { days, yearStart }: Dates): boolean {
  const span = spanOfKey(key, yearStart)
  if (!span) return false
  const from = span.from > days.from ? span.from : days.from
  const to = span.to < days.to ? span.to : days.to
  return from <= to && daysIn({ from, to }) >= daysIn(span) * fullPeriod
}

/** The last period whose days are there against the one before it and against the same a year before. */
function growth(measured: MeasuredTable, language: Language): Offer[] {
  const { main, periods: figures, roles } = measured
  const { dates, dimension } = roles
  if (!main || !dates || figures.length < 2) return []
  const last = dates.keys.findLastIndex((key) => isFull(key, dates))
  const inYear = { month: 12, quarter: 4, half: 2, year: 1 }[dates.by]
  const words = suggestionWords[language]
  return [1, inYear].flatMap((back, index): Offer[] => {
    const [before, after] = [figures[last - back], figures[last]]
    const [beforeKey, afterKey] = [dates.keys[last - back], dates.keys[last]]
    const isTwice = index === 1 && back === 1
    if (!before || !after || !beforeKey || !afterKey || isTwice || !isFull(beforeKey, dates)) return []
    const isYear = back === inYear
    const named = [formatDay(beforeKey, language), formatDay(afterKey, language)] as const
    const about = [main.base, ...named, isYear] as const
    const key = [isYear ? 'year' : 'previous']
    const change: ComparisonOf<'change'> = {
      id: comparisonId('change', before.id, after.id),
      kind: 'change',
      name: main.base,
      before: before.id,
      after: after.id,
      delta: null,
      relative: null,
    }
    const offer: Offer = {
      reason: 'growth',
      key,
      name: words.growth.name(...about),
      why: words.growth.why(...about),
      figures: [main.figure, before, after],
      comparisons: [change],
    }
    if (index > 0 || !dimension || !main.figure.additive) return [offer]
    const { partIn } = figureWords[language].names
    const split = contribution(main.base, [before, after], dimension, language, (part, end) =>
      partIn(main.base, part, partName(end, language).label),
    )
    const wide = [main.base, dimension.column.name, ...named] as const
    return [
      offer,
      {
        reason: 'contribution',
        key,
        name: words.contribution.name(...wide),
        why: words.contribution.why(...wide),
        figures: split.figures,
        comparisons: [split.comparison],
      },
    ]
  })
}

/** Both ends of a change, split by a dimension; `nameOf` names one part of one end. */
export function contribution(
  name: string,
  [before, after]: readonly [Figure, Figure],
  { column, keys }: Dimension,
  language: Language,
  nameOf: (key: string, end: Figure) => string,
): { figures: Figure[]; comparison: ComparisonOf<'contribution'> } {
  const partsOf = (end: Figure): Figure[] =>
    keys.map((key) => {
      const whole: Whole = { figure: end, base: end.name, guess: { value: 0, divides: false } }
      const slice = { column, by: column.name, key, label: key, of: keys.length }
      const { role: _role, ...part } = partOf(whole, slice, language)
      return { ...part, name: nameOf(key, end) }
    })
  const [earlier, later] = [partsOf(before), partsOf(after)]
  return {
    figures: [before, after, ...earlier, ...later],
    comparison: {
      id: comparisonId('contribution', before.id, after.id, column.id),
      kind: 'contribution',
      name,
      before: before.id,
      after: after.id,
      parts: keys.flatMap((key, index) => {
        const [was, is] = [earlier[index], later[index]]
        return was && is ? [{ name: key, before: was.id, after: is.id }] : []
      }),
    },
  }
}

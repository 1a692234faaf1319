// Tables with a row for each period that no date tells: months without a year (1月, 2月, Jan, Feb), quarters (Q1), years that
// are plain numbers (2025). What has a date column is a table of records, see records.ts.

import type { Comparison } from '../../model/comparison.ts'
import type { Figure } from '../../model/figure.ts'
import { FigureId } from '../../model/ids.ts'
import { stableId } from '../../model/stable-id.ts'
import type { Language } from '../../model/language.ts'
import type { Column, TableProfile, TableRow } from '../../model/table.ts'
import { formatDay } from '../../numbers/format.ts'
import { parseNumeral } from '../../numbers/numerals.ts'
import { figureWords } from '../../text/figures.ts'
import { suggestionWords } from '../../text/suggestions.ts'
import { isMeasure } from '../column-roles.ts'
import { isAdditive, isStock, isTotal, leadOf } from '../lexicon.ts'
import { cellFigure } from '../row-number.ts'
import { levelOf, type OfTable, totalOf } from '../wholes.ts'
import { comparisonId, isWhole, type Offer, readCell, textIn } from './offer.ts'

/** So many measures get a series of their own, what the table is about first. */
const mostMeasures = 3
const mostPeriods = 24

type Step = 'month' | 'quarter' | 'year'

const headers: readonly (readonly [RegExp, Step])[] = [
  [/^(月份?|统计月份?|月度)$|^months?$/i, 'month'],
  [/^(季度|季)$|^quarters?$/i, 'quarter'],
  [/^(年份?|年度|财年)$|^(fiscal )?years?$/i, 'year'],
]
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** The place of a period in its kind: 3月, 三月份, March → 3; Q2, 第二季度 → 2; 2025年 → 2025. */
function ordinalOf(text: string, step: Step): number | undefined {
  if (text.length > 12) return undefined
  const word = text.trim().toLowerCase()
  if (step === 'year') return /^((?:19|20)\d\d)年?度?$/.test(word) ? Number(word.slice(0, 4)) : undefined
  if (step === 'quarter') {
    const quarter = /^(?:q|第)?([1-4一二三四])(?:季度?)?$/.exec(word)?.[1]
    return quarter === undefined ? undefined : Number(quarter) || parseNumeral(quarter)
  }
  const english = months.indexOf(word.slice(0, 3)) + 1
  if (english > 0 && /^[a-z]{3,9}\.?$/.test(word)) return english
  const numeral = /^(\d{1,2}|[一二三四五六七八九十]{1,2})月份?$/.exec(word)?.[1]
  const month = numeral === undefined ? undefined : (parseNumeral(numeral) ?? Number(numeral))
  return month !== undefined && month >= 1 && month <= 12 ? month : undefined
}

interface Period {
  row: TableRow
  /** As its cell says it; what a year is kept under. */
  key: string
  label: string
  ordinal: number
}

interface Found {
  column: Column
  step: Step
  periods: readonly Period[]
}

/** The periods must rise from row to row, without a gap. */
function findPeriods(profile: TableProfile, language: Language): Found | undefined {
  for (const column of profile.table.columns) {
    const step = headers.find(([header]) => header.test(column.name))?.[1]
    if (!step || (column.type !== 'text' && column.type !== 'integer')) continue
    const rows = profile.head.filter((row) => !isTotal(textIn(profile, row, column)))
    const periods = rows.flatMap((row): Period[] => {
      const key = textIn(profile, row, column)
      const ordinal = ordinalOf(key, step)
      if (ordinal === undefined) return []
      return [{ row, key, ordinal, label: step === 'year' ? formatDay(String(ordinal), language) : key }]
    })
    const rises = periods.every(({ ordinal }, index) => ordinal === (periods[0]?.ordinal ?? 0) + index)
    if (rises && periods.length === rows.length && periods.length >= 2 && periods.length <= mostPeriods)
      return { column, step, periods }
  }
  return undefined
}

export function offersOfPeriodRows(profile: TableProfile, language: Language): Offer[] {
  const found = isWhole(profile) && profile.days.size === 0 ? findPeriods(profile, language) : undefined
  if (!found) return []
  const measures = profile.table.columns
    .filter((column) => column !== found.column && isMeasure(column))
    .toSorted((left, right) => leadOf(right.name) - leadOf(left.name))
  const added = measures.filter((column) => adds(column))
  const words = suggestionWords[language].totals
  const names = added.map(({ name }) => name)
  const { rowCount } = profile.table
  const totals: Offer[] =
    added.length === 0 || !isPlain(profile, found.periods)
      ? []
      : [
          {
            reason: 'totals',
            key: [],
            name: words.name(names, rowCount),
            why: words.why(names, rowCount),
            figures: added.map((column) => wholeOf(column, { profile, language, scope: {} })),
          },
        ]
  return [
    ...totals,
    ...measures.slice(0, mostMeasures).flatMap((column) => offersOf(profile, found, column, language)),
  ]
}

/** With a row of totals among them, a sum over all rows would count everything twice. */
const isPlain = ({ head }: TableProfile, periods: readonly Period[]): boolean =>
  periods.length === head.length

/** 用户数 of each year is how many there were, not how many came. */
const adds = ({ type, name }: Column): boolean => type !== 'percent' && isAdditive(name) && !isStock(name)

/** Without a role: a report is written around a table with dates. */
function wholeOf(column: Column, of: OfTable): Figure {
  const { role: _role, ...figure } = (adds(column) ? totalOf(column, of) : levelOf(column, of)).figure
  return figure
}

function offersOf(
  profile: TableProfile,
  { column: by, step, periods }: Found,
  column: Column,
  language: Language,
): Offer[] {
  const { table } = profile
  const whole = wholeOf(column, { profile, language, scope: {} })
  const cells = periods.flatMap(({ row, key, label, ordinal }) => {
    const shared = readCell(profile, row, column, column.name, language)
    const number = shared.numbers[0]
    if (!number) return []
    const id = FigureId.parse(stableId('f', table.id, 'period', column.id, key))
    const name = figureWords[language].names.part(column.name, label)
    const part: Figure['part'] =
      step === 'year'
        ? { of: whole.id, by: by.name, key: String(ordinal), step }
        : { of: whole.id, by: by.name, key }
    const figure: Figure = { ...cellFigure(table, row, column, shared, { id, name, key, number }), part }
    return [{ label, figure }]
  })
  const [before, after] = cells.slice(-2)
  if (!before || !after || cells.length < periods.length) return []
  const words = suggestionWords[language]
  const told = [column.name, by.name, step, cells.length] as const
  const grown = [column.name, before.label, after.label, step === 'year'] as const
  const figures = cells.map(({ figure }) => figure)
  const ids = figures.map(({ id }) => id)
  const series: Comparison = {
    id: comparisonId('series', ...ids),
    kind: 'series',
    name: column.name,
    figures: ids,
  }
  const change: Comparison = {
    id: comparisonId('change', before.figure.id, after.figure.id),
    kind: 'change',
    name: column.name,
    before: before.figure.id,
    after: after.figure.id,
    delta: null,
    relative: null,
  }
  return [
    {
      reason: 'periods',
      key: [column.id],
      name: words.periods.name(...told),
      why: words.periods.why(...told),
      // A mean of rates or of levels is no whole that stands for them.
      figures: adds(column) && isPlain(profile, periods) ? [whole, ...figures] : figures,
      comparisons: [series],
    },
    {
      reason: 'growth',
      key: [column.id],
      name: words.growth.name(...grown),
      why: words.growthInRows(...grown),
      figures: [before.figure, after.figure],
      comparisons: [change],
    },
  ]
}

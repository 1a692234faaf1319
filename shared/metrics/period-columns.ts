// Reads the roles of the columns of a daily (weekly, monthly) table: the date, the dimension, what may be summed,
// what is a quotient, what the table is about. It proposes no figure.

import type { PeriodStep } from '../model/figure.ts'
import type { Column, TableProfile } from '../model/table.ts'
import { lastDayOf } from '../numbers/dates.ts'
import { isAdditive, isCost, isDividing, isNote, isNoMeasure, leadOf } from './lexicon.ts'
import { findRatioColumns } from './ratio-columns.ts'

/** A header longer than this is a sentence, and names no measure. */
const longestName = 60

export interface Quotient {
  column: Column
  over: Column
  under: Column
}

export interface PeriodColumns {
  date: Column
  /** How far apart its rows stand. */
  step: PeriodStep
  days: { from: string; to: string }
  /** `2026-03`, in order. */
  months: readonly string[]
  dimension?: { column: Column; keys: readonly string[] }
  additive: readonly Column[]
  quotients: readonly Quotient[]
  /** Neither to be summed nor explained by other columns: active users, balances, a retention rate. */
  levels: readonly Column[]
  /** The additive column the table is about. */
  lead?: Column
  cost?: Column
  /** The additive column that an amount spent is best divided by. */
  won?: Column
}

/** Undefined without a date column or without anything to measure. */
export function maybePeriodColumns(profile: TableProfile): PeriodColumns | undefined {
  const { table, days } = profile
  const date = table.columns.find(
    ({ id, type, step = 'day' }) =>
  )
  const known = date && days.get(date.id)
  if (!date || !known) return undefined
  const ends = { from: known.from, to: lastDayOf(known.to, date.step) }
  const measured = table.columns.filter(
    ({ type, name }) =>
      (type === 'integer' ||
        type === 'number' ||
        type === 'money' ||
        type === 'percent' ||
        type === 'duration') &&
      name.length <= longestName &&
      !isNoMeasure(name),
  )
  if (measured.length === 0) return undefined

  const place = (column: Column): number => table.columns.indexOf(column)
  const mayAdd = (column: Column): boolean => column.type !== 'percent' && isAdditive(column.name)
  const quotients = findRatioColumns(
    profile,
    measured.filter(({ type }) => type !== 'integer').map(place),
    measured.filter(mayAdd).map(place),
  ).flatMap(({ column, over, under }) => {
    const [ratio, top, bottom] = [table.columns[column], table.columns[over], table.columns[under]]
    return ratio && top && bottom ? [{ column: ratio, over: top, under: bottom }] : []
  })
  const explained = new Set(quotients.map(({ column }) => column))
  const additive = measured.filter((column) => mayAdd(column) && !explained.has(column))
  const counts = additive.filter(({ name, type }) => type !== 'money' && !isCost(name))
  const lead = leadColumn(additive)
  const cost = additive.find(
    ({ name, type, unit }) => isCost(name) && (type === 'money' || unit !== undefined),
  )
  const won = lead && counts.includes(lead) && leadOf(lead.name) > 1 ? lead : counts.at(-1)
  const dimension = findDimension(profile)
  return {
    date,
    step: stepOf(profile, date),
    days: ends,
    months: monthsOf(ends),
    ...(dimension && { dimension }),
    additive,
    quotients: quotients.filter(({ over, under }) => !explained.has(over) && !explained.has(under)),
    levels: measured.filter((column) => !mayAdd(column) && !explained.has(column)),
    ...(lead && { lead }),
    ...(cost && { cost }),
    ...(won && { won }),
  }
}

/** Of equals, the first that is named for a result, or the last step of a funnel of plain counts. Costs only at need. */
function leadColumn(additive: readonly Column[]): Column | undefined {
  const most = Math.max(0, ...additive.map(({ name }) => leadOf(name)))
  const best = additive.filter(({ name }) => leadOf(name) === most)
  return most > 1 ? best[0] : best.at(-1)
}

function findDimension({ table, head, distinct }: TableProfile): PeriodColumns['dimension'] {
  const fitting = table.columns.flatMap((column, index) => {
    const keys = distinct.get(column.id)
    const filled = head.filter(({ values }) => values[index] !== null).length
    const short = keys?.every((key) => key.length <= 24) ?? false
    const divides =
      keys &&
      keys.length >= 2 &&
      short &&
      filled >= head.length * 0.9 &&
      !isNote(column.name) &&
      column.name.length <= longestName
    return divides ? [{ column, keys }] : []
  })
  return fitting.find(({ column }) => isDividing(column.name)) ?? fitting[0]
}

const dayMs = 86_400_000

/** Quarters and years make no series of days, weeks or months: their means would be called what they are not. */
const isPeriodStep = (step: DateStep): step is PeriodStep =>
  step === 'day' || step === 'week' || step === 'month'

/** As the column says, else by the usual distance of neighbouring dates; a short month is 28 days. */
function stepOf({ table, head }: TableProfile, date: Column): PeriodStep {
  if (date.step && isPeriodStep(date.step)) return date.step
  const index = table.columns.indexOf(date)
  const days = [
    ...new Set(head.flatMap(({ values }) => Date.parse(String(values[index]).slice(0, 10)) || [])),
  ]
  const gaps = days
    .toSorted((a, b) => a - b)
    .flatMap((day, at, all) => (at === 0 ? [] : (day - (all[at - 1] ?? day)) / dayMs))
  const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 1
  return usual >= 28 ? 'month' : usual >= 7 ? 'week' : 'day'
}

function monthsOf({ from, to }: { from: string; to: string }): string[] {
  const numberOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
  const first = numberOf(from)
  return Array.from({ length: Math.max(0, numberOf(to) - first + 1) }, (_, index) => {
    const month = first + index
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}

// Reads the roles of the columns of a table of records: the date, the dimensions, what may be summed, what is a
// quotient, what the table is about. It proposes no figure.

import type { PeriodStep } from '../model/figure.ts'
import type { Column, TableProfile } from '../model/table.ts'
import { lastDayOf } from '../numbers/dates.ts'
import { keysBetween } from '../numbers/periods.ts'
import {
  countedUnit,
  isAdditive,
  isCost,
  isDividing,
  isNote,
  isNoMeasure,
  isPlainName,
  isTotal,
  leadOf,
} from './lexicon.ts'
import { findRatioColumns } from './ratio-columns.ts'

/** Of a table with more columns of numbers the first are looked at: quotients are sought among all pairs of them. */
const mostMeasures = 60

const tellingSteps = ['month', 'quarter', 'half', 'year'] as const
/** More periods than this are told by longer ones. */
const mostPeriods = 24

export interface Quotient {
  column: Column
  over: Column
  under: Column
}

export interface Dimension {
  column: Column
  keys: readonly string[]
}

export interface Dates {
  column: Column
  /** How far apart its rows stand. */
  step: PeriodStep
  days: { from: string; to: string }
  /** What the table is told by: months where its rows are days or weeks, else their own step; longer where those are too many. */
  by: (typeof tellingSteps)[number]
  /** `2026-03`, `2026-Q1`, `2026-H1`, `2026`, in order; of the fiscal year where that begins in another month. */
  keys: readonly string[]
  yearStart: number
}

export interface ColumnRoles {
  dates?: Dates
  /** What divides the table best, and what else divides it. */
  dimension?: Dimension
  otherDimensions: readonly Dimension[]
  additive: readonly Column[]
  quotients: readonly Quotient[]
  /**
   * Neither to be summed nor explained by other columns: active users, balances, a retention rate. Over dates a mean
   * stands for them; over channels alone it would weigh a small one like a large one, so there are none.
   */
  levels: readonly Column[]
  /** The additive column the table is about. */
  lead?: Column
  cost?: Column
  /** The additive column that an amount spent is best divided by. */
  won?: Column
}

/**
 * Undefined without anything to measure, and without a date column unless the table has the usual make of a summary:
 * a known dimension (渠道, 部门) and something known to be countable beside it.
 */
export function maybeColumnRoles(profile: TableProfile, yearStart = 1): ColumnRoles | undefined {
  const { table } = profile
  const dates = findDates(profile, yearStart)
  const measured = table.columns.filter((column) => isMeasure(column)).slice(0, mostMeasures)
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
  const [dimension, ...otherDimensions] = findDimensions(profile)
  const isSummary =
    dimension &&
    isDividing(dimension.column.name) &&
    !dimension.keys.some(isTotal) &&
    additive.some(isCountable)
  if (!dates && !isSummary) return undefined
  const counts = additive.filter(({ name, type }) => type !== 'money' && !isCost(name))
  const lead = leadColumn(additive)
  const cost = additive.find(
    ({ name, type, unit }) => isCost(name) && (type === 'money' || unit !== undefined),
  )
  const won = lead && counts.includes(lead) && leadOf(lead.name) > 1 ? lead : counts.at(-1)
  return {
    ...(dates && { dates }),
    ...(dimension && { dimension }),
    otherDimensions: otherDimensions.filter(({ column }) => isDividing(column.name)),
    additive,
    quotients: quotients.filter(({ over, under }) => !explained.has(over) && !explained.has(under)),
    levels: dates ? measured.filter((column) => !mayAdd(column) && !explained.has(column)) : [],
    ...(lead && { lead }),
    ...(cost && { cost }),
    ...(won && { won }),
  }
}

/** A column of numbers whose name is no label, running total or sentence. */
export const isMeasure = ({ type, name }: Column): boolean =>
  (type === 'integer' ||
    type === 'number' ||
    type === 'money' ||
    type === 'percent' ||
    type === 'duration') &&
  isPlainName(name) &&
  !isNoMeasure(name)

/** Whether its name or its unit tells that it counts or costs something. */
const isCountable = ({ name, type, unit }: Column): boolean =>
  type === 'money' || unit !== undefined || countedUnit(name) !== '' || leadOf(name) > 1 || isCost(name)

/** Of equals, the first that is named for a result, or the last step of a funnel of plain counts. Costs only at need. */
function leadColumn(additive: readonly Column[]): Column | undefined {
  const most = Math.max(0, ...additive.map(({ name }) => leadOf(name)))
  const best = additive.filter(({ name }) => leadOf(name) === most)
  return most > 1 ? best[0] : best.at(-1)
}

/** Best first: those whose name says that they divide, else the first text that does. */
function findDimensions({ table, head, distinct }: TableProfile): Dimension[] {
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
      isPlainName(column.name)
    return divides ? [{ column, keys }] : []
  })
  const named = fitting.filter(({ column }) => isDividing(column.name))
  return [...named, ...fitting.filter((dimension) => !named.includes(dimension))]
}

function findDates(profile: TableProfile, yearStart: number): Dates | undefined {
  const { table, days } = profile
  const column = table.columns.find(
    ({ id, type }) => (type === 'date' || type === 'datetime') && days.has(id),
  )
  const known = column && days.get(column.id)
  if (!column || !known) return undefined
  const ends = { from: known.from, to: lastDayOf(known.to, column.step) }
  const step = stepOf(profile, column)
  const by = tellingStep(step, ends)
  return { column, step, days: ends, by, keys: keysBetween(ends.from, ends.to, by, yearStart), yearStart }
}

const dayMs = 86_400_000

/** The fewest days from one of its kind to the next, the longest first. */
const shortest: readonly (readonly [PeriodStep, number])[] = [
  ['year', 365],
  ['half', 181],
  ['quarter', 90],
  ['month', 28],
  ['week', 7],
]

/** As the column says, else by the usual distance of neighbouring dates. */
function stepOf({ table, head }: TableProfile, date: Column): PeriodStep {
  if (date.step) return date.step
  const index = table.columns.indexOf(date)
  const days = [
    ...new Set(head.flatMap(({ values }) => Date.parse(String(values[index]).slice(0, 10)) || [])),
  ]
  const gaps = days
    .toSorted((a, b) => a - b)
    .flatMap((day, at, all) => (at === 0 ? [] : (day - (all[at - 1] ?? day)) / dayMs))
  const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 1
  return shortest.find(([, fewest]) => usual >= fewest)?.[0] ?? 'day'
}

const monthsIn: Readonly<Record<Dates['by'], number>> = { month: 1, quarter: 3, half: 6, year: 12 }

/** The shortest step, not shorter than the table's own, that tells the table in few enough periods. */
function tellingStep(step: PeriodStep, { from, to }: { from: string; to: string }): Dates['by'] {
  const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  const months = monthOf(to) - monthOf(from) + 1
  const own = step === 'day' || step === 'week' ? 'month' : step
  const longer = tellingSteps.slice(tellingSteps.indexOf(own))
  return longer.find((one) => months / monthsIn[one] <= mostPeriods) ?? 'year'
}

// One column of a table at a glance: how full it is, how far it reaches, how its values are spread.
// It counts and divides a range into bars; it draws and words nothing.

import type { ColumnId } from '../../shared/model/ids.ts'
import type { ColumnProfile, DateStep } from '../../shared/model/table.ts'
import { tidy } from '../../shared/numbers/tidy.ts'
import { fromSql, isDated, isNumeric } from './cells.ts'
import type { Database, SqlValue } from './database.ts'
import { type StoredTable, columnOf } from './stored-table.ts'

type Spread = Pick<ColumnProfile, 'distinct' | 'min' | 'max' | 'mean' | 'bars' | 'values'>
type Bar = ColumnProfile['bars'][number]

const mostBars = 20
const mostValues = 20
const nothing: Spread = { distinct: 0, min: null, max: null, mean: null, bars: [], values: [] }

/** To be called within a transaction. Throws RecapError `column-unknown`. */
export function profileColumn(database: Database, table: StoredTable, id: ColumnId): ColumnProfile {
  const { column, cell, position } = columnOf(table, id)
  const [empty = 0] = database.column<number>(`SELECT count(*) - count(${cell}) FROM ${table.rows}`)
  const [misfits = 0] =
    empty === 0
      ? []
      : database.column<number>(
          `SELECT count(*) FROM raw_text JOIN ${table.rows} USING (row)
           WHERE data_table = ? AND position = ? AND ${cell} IS NULL`,
          [table.serial, position],
        )
  const spread = isNumeric(column.type)
    ? spreadOfNumbers(database, table, cell, column.type === 'integer')
    : isDated(column.type)
      ? spreadOfDays(database, table, cell, column.step ?? 'day', column.type === 'date')
      : spreadOfOthers(database, table, cell)
  return { rows: table.rowCount, missing: empty - misfits, misfits, ...spread }
}

function spreadOfNumbers(database: Database, table: StoredTable, cell: string, areWhole: boolean): Spread {
  const values = Float64Array.from(
    database.column<number>(`SELECT ${cell} FROM ${table.rows} WHERE typeof(${cell}) IN ('integer', 'real')`),
  ).toSorted()
  const min = values[0]
  const max = values.at(-1)
  if (min === undefined || max === undefined) return nothing
  let distinct = 0
  let sum = 0
  let last: number | undefined
  for (const value of values) {
    if (value !== last) distinct += 1
    last = value
    sum += value
  }
  const mean = Number.isFinite(sum) ? tidy(sum / values.length) : null
  return { ...nothing, distinct, min, max, mean, bars: barsOfNumbers(values, min, max, areWhole) }
}

/** Bars between multiples of 1, 2 or 5 times a power of ten. `values` ascend from `min` to `max`. */
function barsOfNumbers(values: Float64Array, min: number, max: number, areWhole: boolean): Bar[] {
  const width = roundWidth(min, max, areWhole ? 1 : 0)
  if (width === undefined) return []
  const bars: Bar[] = []
  let from = 0
  for (let index = barOf(min, width); from < values.length; index += 1) {
    const to = firstFrom(values, bound(index + 1, width), from)
    bars.push({ from: bound(index, width), to: bound(index + 1, width), count: to - from })
    from = to
  }
  return bars
}

const bound = (index: number, width: number): number => tidy(index * width)

/** 0.3 / 0.1 falls short of 3, and the least number below 0 divided by 2 is 0. */
function barOf(value: number, width: number): number {
  const index = Math.floor(value / width)
  if (bound(index, width) > value) return index - 1
  return bound(index + 1, width) <= value ? index + 1 : index
}

/** Undefined when there is nothing to divide, or the numbers are too large or too near to be told apart by the bars' ends. */
function roundWidth(min: number, max: number, least: number): number | undefined {
  if (max - min < 1e-300 || !Number.isFinite(max - min)) return undefined
  for (let power = Math.floor(Math.log10((max - min) / mostBars)); ; power += 1) {
    for (const step of [1, 2, 5]) {
      const width = tidy(step * 10 ** power)
      if (width < least) continue
      const [first, last] = [barOf(min, width), barOf(max, width)]
      if (last - first >= mostBars) continue
      return Math.max(Math.abs(first), Math.abs(last)) < 2 ** 50 ? width : undefined
    }
  }
}

/** The place of the first of the ascending values that is not less than `least`. */
function firstFrom(values: Float64Array, least: number, start: number): number {
  let [low, high] = [start, values.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((values[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  return low
}

function spreadOfDays(
  database: Database,
  table: StoredTable,
  cell: string,
  step: DateStep,
  areDays: boolean,
): Spread {
  const found = database.all<{ day: string; count: number; first: string; last: string; different: number }>(
    areDays
      ? `SELECT ${cell} AS day, ${cell} AS first, ${cell} AS last, count(*) AS count, 1 AS different
         FROM ${table.rows} WHERE typeof(${cell}) = 'text' GROUP BY ${cell} ORDER BY 1`
      : `SELECT substr(${cell}, 1, 10) AS day, min(${cell}) AS first, max(${cell}) AS last, count(*) AS count,
           count(DISTINCT ${cell}) AS different
         FROM ${table.rows} WHERE typeof(${cell}) = 'text' GROUP BY 1 ORDER BY 1`,
  )
  const days = found.filter(({ day }) => /^\d{4}-\d\d-\d\d$/.test(day))
  return {
    ...nothing,
    distinct: days.reduce((sum, day) => sum + day.different, 0),
    min: days[0]?.first ?? null,
    max: days.at(-1)?.last ?? null,
    bars: barsOfDays(days, step),
  }
}

/** Periods of so many days, weeks from Monday on, or of so many months. */
const periods: readonly { step?: DateStep; days?: number; months?: number }[] = [
  { step: 'day', days: 1 },
  { step: 'week', days: 7 },
  { step: 'month', months: 1 },
  { step: 'quarter', months: 3 },
  { step: 'half', months: 6 },
  { step: 'year', months: 12 },
  ...[2, 5, 10, 20, 50, 100, 200, 500].map((years) => ({ months: 12 * years })),
]

/** The shortest periods that are few enough, and no shorter than those that the cells name. */
function barsOfDays(days: readonly { day: string; count: number }[], step: DateStep): Bar[] {
  const [first, last] = [days[0]?.day, days.at(-1)?.day]
  if (first === undefined || last === undefined || first === last) return []
  const shortest = periods.findIndex((period) => period.step === step)
  const { indexOf, startOf } =
    periods
      .slice(shortest)
      .map(calendar)
      .find(({ indexOf: of }) => of(last) - of(first) < mostBars) ?? calendar({ months: 12_000 })
  const from = indexOf(first)
  const bars = Array.from({ length: indexOf(last) - from + 1 }, (_, index) => ({
    from: startOf(from + index),
    to: startOf(from + index + 1),
    count: 0,
  }))
  for (const { day, count } of days) {
    const bar = bars[indexOf(day) - from]
    if (bar) bar.count += count
  }
  return bars
}

const dayLength = 86_400_000
/** 1970-01-01 was a Thursday. */
const mondayBefore = 3

/** Numbers the periods, and says on which day one begins. */
function calendar({ days, months = 1 }: (typeof periods)[number]): {
  indexOf: (day: string) => number
  startOf: (index: number) => string
} {
  if (days !== undefined) {
    const shift = days === 7 ? mondayBefore : 0
    return {
      indexOf: (day) => Math.floor((Date.parse(day) / dayLength + shift) / days),
      startOf: (index) => new Date((index * days - shift) * dayLength).toISOString().slice(0, 10),
    }
  }
  return {
    indexOf: (day) => Math.floor((Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1) / months),
    startOf(index) {
      const month = index * months
      const year = String(Math.floor(month / 12)).padStart(4, '0')
      return `${year}-${String((month % 12) + 1).padStart(2, '0')}-01`
    },
  }
}

function spreadOfOthers(database: Database, table: StoredTable, cell: string): Spread {
  const values = database.all<{ value: SqlValue; count: number; distinct_values: number }>(
    `SELECT value, count, count(*) OVER () AS distinct_values
     FROM (SELECT ${cell} AS value, count(*) AS count, min(row) AS first FROM ${table.rows}
           WHERE ${cell} IS NOT NULL GROUP BY ${cell})
     ORDER BY count DESC, first LIMIT ${mostValues}`,
  )
  return {
    ...nothing,
    distinct: values[0]?.distinct_values ?? 0,
    values: values.map(({ value, count }) => ({ value: fromSql(value), count })),
  }
}

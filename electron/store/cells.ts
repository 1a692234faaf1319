// A cell's value in SQLite and back, and the periods of a date column as SQL.

import type { PeriodStep } from '../../shared/model/figure.ts'
import type { CellValue, ColumnType } from '../../shared/model/table.ts'
import type { SqlValue } from './database.ts'

/** SQLite has no boolean; one byte as a blob is taken for no number and no text. */
const yes = Uint8Array.of(1)
const no = Uint8Array.of(0)

export function toSql(value: CellValue): SqlValue {
  return typeof value === 'boolean' ? (value ? yes : no) : value
}

export function fromSql(value: SqlValue): CellValue {
  if (value instanceof Uint8Array) return value[0] === 1
  return typeof value === 'bigint' ? Number(value) : value
}

export const isDated = (type: ColumnType): boolean => type === 'date' || type === 'datetime'

export const isNumeric = (type: ColumnType): boolean =>
  type === 'integer' || type === 'number' || type === 'money' || type === 'percent' || type === 'duration'

/** The day of a date or datetime cell; null for anything else that may stand in the column. */
export function dayOf(cell: string): string {
  return `CASE WHEN ${cell} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' THEN substr(${cell}, 1, 10) END`
}

/**
 * The key of the period, as `keyOfDay` of shared/numbers gives it: `2026-03-01`, ISO 8601 week `2026-W10`, `2026-03`,
 * `2026-Q1`, `2026-H1`, `2026`. A fiscal year begins with the month `yearStart`.
 */
export function periodOf(cell: string, step: PeriodStep, yearStart: number): string {
  const day = dayOf(cell)
  if (step === 'day') return day
  if (step === 'week') return `strftime('%G-W%V', ${day})`
  if (step === 'month') return `substr(${day}, 1, 7)`
  const month = `(substr(${day}, 1, 4) * 12 + substr(${day}, 6, 2) - ${yearStart})`
  const year = `CAST(${month} / 12 AS TEXT)`
  if (step === 'year') return year
  return `${year} || ${step === 'quarter' ? `'-Q' || (${month} % 12 / 3 + 1)` : `'-H' || (${month} % 12 / 6 + 1)`}`
}

/** What a cell says, as text: 2026 and not 2026.0, whether it is kept as an integer or not. */
export function textOf(cell: string): string {
  return `trim(CASE WHEN typeof(${cell}) <> 'real' THEN CAST(${cell} AS TEXT)
    WHEN ${cell} = CAST(${cell} AS INTEGER) THEN CAST(CAST(${cell} AS INTEGER) AS TEXT)
    ELSE printf('%.15g', ${cell}) END)`
}

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

/** The key of the period: `2026-03-01`, ISO 8601 week `2026-W10`, `2026-03`, `2026-Q1`, `2026-H1`, `2026`. */
export function periodOf(cell: string, step: PeriodStep): string {
  const day = dayOf(cell)
  switch (step) {
    case 'day':
      return day
    case 'week':
      return `strftime('%G-W%V', ${day})`
    case 'month':
      return `substr(${day}, 1, 7)`
    case 'quarter':
      return `substr(${day}, 1, 5) || 'Q' || ((substr(${day}, 6, 2) + 2) / 3)`
    case 'half':
      return `substr(${day}, 1, 5) || 'H' || ((substr(${day}, 6, 2) + 5) / 6)`
    case 'year':
      return `substr(${day}, 1, 4)`
  }
}

/** What a cell says, as text: 2026 and not 2026.0, whether it is kept as an integer or not. */
export function textOf(cell: string): string {
  return `trim(CASE WHEN typeof(${cell}) <> 'real' THEN CAST(${cell} AS TEXT)
    WHEN ${cell} = CAST(${cell} AS INTEGER) THEN CAST(CAST(${cell} AS INTEGER) AS TEXT)
    ELSE printf('%.15g', ${cell}) END)`
}

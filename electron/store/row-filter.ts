// Which rows a user wants to see, as a condition in SQL. What they typed is only ever a value in it.

import type { CellValue, RowFilter } from '../../shared/model/table.ts'
import { textOf, toSql } from './cells.ts'
import type { SqlValue } from './database.ts'
import { type StoredTable, columnOf } from './stored-table.ts'

interface Condition {
  sql: string
  /** In the order of the `?`. */
  values: SqlValue[]
}

/** Rows for which all filters hold; over the table's rows. Throws RecapError `column-unknown`. */
export function conditionOf(table: StoredTable, filters: readonly RowFilter[]): Condition {
  return all(filters.map((filter) => filterOf(table, filter)))
}

function filterOf(table: StoredTable, filter: RowFilter): Condition {
  const { cell, position, column } = columnOf(table, filter.column)
  /** Rows whose cell has a raw text for which `condition` holds. */
  const withRaw = (condition: string, values: readonly SqlValue[]): Condition =>
    table.hasRaw
      ? {
          sql: `row IN (SELECT row FROM raw_text WHERE data_table = ? AND position = ? AND (${condition}))`,
          values: [table.serial, position, ...values],
        }
      : { sql: 'FALSE', values: [] }
  switch (filter.kind) {
    case 'contains': {
      const text = column.type === 'text' ? cell : textOf(cell)
      const own = contains(text, filter.text)
      const raw = contains('text', filter.text)
      return either(own, withRaw(raw.sql, raw.values))
    }
    case 'is':
      return isOneOf(cell, filter.values)
    case 'between':
      return all([bound(cell, '>=', filter.from), bound(cell, '<=', filter.to)].flatMap((end) => end ?? []))
    case 'blank': {
      const raw = withRaw('TRUE', [])
      return filter.filled
        ? { sql: `${cell} IS NOT NULL OR ${raw.sql}`, values: raw.values }
        : { sql: `${cell} IS NULL AND NOT ${raw.sql}`, values: raw.values }
    }
    case 'misfit': {
      const raw = withRaw('TRUE', [])
      return { sql: `${cell} IS NULL AND ${raw.sql}`, values: raw.values }
    }
  }
}

const all = (conditions: readonly Condition[]): Condition => ({
  sql: ['TRUE', ...conditions.map(({ sql }) => `(${sql})`)].join(' AND '),
  values: conditions.flatMap(({ values }) => values),
})

const either = (...conditions: readonly Condition[]): Condition => ({
  sql: conditions.map(({ sql }) => sql).join(' OR '),
  values: conditions.flatMap(({ values }) => values),
})

/** SQLite's lower() knows ASCII only; other letters are looked for as they are typed, in lower and in upper case. */
function contains(text: string, sought: string): Condition {
  const spellings = new Set([sought, sought.toLowerCase(), sought.toUpperCase()].map(asciiLower))
  const searched = /[a-z]/i.test(sought) ? `lower(${text})` : text
  return either(
    ...[...spellings].map((spelling) => ({ sql: `instr(${searched}, ?) > 0`, values: [spelling] })),
  )
}

const asciiLower = (text: string): string => text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase())

function isOneOf(cell: string, wanted: readonly CellValue[]): Condition {
  const plain = wanted.filter((value) => typeof value === 'number' || typeof value === 'string')
  const among = { sql: `${cell} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(plain)] }
  const others = [true, false, null].filter((value) => wanted.includes(value))
  return either(among, ...others.map((value) => ({ sql: `${cell} IS ?`, values: [toSql(value)] })))
}

/** A day as the upper end takes in every moment of it. Numbers are compared with numbers only, text with text. */
function bound(cell: string, sign: '>=' | '<=', end: number | string | undefined): Condition | undefined {
  if (end === undefined) return undefined
  if (typeof end === 'number') {
    // SQLite has texts above all numbers.
    return { sql: sign === '<=' ? `${cell} <= ?` : `${cell} >= ? AND ${cell} <= 9e999`, values: [end] }
  }
  const compared = sign === '<=' ? `substr(${cell}, 1, ${end.length})` : cell
  return { sql: `${compared} ${sign} ? AND typeof(${cell}) = 'text'`, values: [end] }
}

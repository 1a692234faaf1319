// Pages of a table's rows by their place, in the sheet's order or in the user's, with filters. However far down the
// place is, a page costs the same: in the sheet's order by marks along the row numbers, else by a list of the row
// numbers in that order, made once. Both are the connection's own and never in the file.

import type { RowFilter, RowOrder, TableRow } from '../../shared/model/table.ts'
import { fromSql } from './cells.ts'
import type { Database, SqlValue } from './database.ts'
import { conditionOf } from './row-filter.ts'
import { type StoredTable, columnOf } from './stored-table.ts'

export interface PageAsked {
  /** Place of the first row, counted from 0. */
  from: number
  limit: number
  order: readonly RowOrder[]
  /** All must hold. */
  filters: readonly RowFilter[]
}

export interface RowPage {
  /** Rows that pass the filters. */
  total: number
  rows: TableRow[]
}

/** Both are to be called within a transaction that may write temporary tables. */
interface RowPages {
  page(table: StoredTable, asked: PageAsked): RowPage
  /** How many rows stand before the row number `row`. */
  before(table: StoredTable, row: number): number
}

/** Rows from one mark to the next. */
const markStep = 1000
const mostViews = 4
/** Up to so many different texts are put into an order that people know, the pinyin of Chinese; more stay by code point. */
const mostRanked = 20_000
const collator = new Intl.Collator('zh-CN')

interface View {
  name: string
  serial: number
  total: number
}

export function rowPages(database: Database): RowPages {
  /** By table, order and filters; the one used last is last. */
  const views = new Map<string, View>()
  let made = 0
  /** Of a table with gaps, every thousandth row number from the first on, as far as they were needed. */
  const marks = new Map<number, number[]>()

  function viewOf(table: StoredTable, order: PageAsked['order'], filters: PageAsked['filters']): View {
    const key = JSON.stringify([table.serial, order, filters])
    const known = views.get(key)
    views.delete(key)
    const view = known && exists(database, known) ? known : undefined
    if (!view) forget(mostViews - 1)
    const current = view ?? makeView(table, order, filters)
    views.set(key, current)
    return current
  }

  /** Drops the views of tables that are gone, and the oldest ones until `most` are left. */
  function forget(most: number): void {
    const serials = new Set(
      database.all<{ serial: number }>('SELECT serial FROM data_table').map(({ serial }) => serial),
    )
    for (const serial of marks.keys()) if (!serials.has(serial)) marks.delete(serial)
    for (const [key, { name, serial }] of views) {
      if (serials.has(serial) && views.size <= most) continue
      database.script(`DROP TABLE IF EXISTS temp.${name}`)
      views.delete(key)
    }
  }

  function makeView(table: StoredTable, order: PageAsked['order'], filters: PageAsked['filters']): View {
    made += 1
    const name = `view_${made}`
    const condition = conditionOf(table, filters)
    const joins: string[] = []
    const terms = order.map(({ column, descending }) => {
      const { cell, column: found } = columnOf(table, column)
      const rank = `${name}_rank_${joins.length}`
      const isRanked = found.type === 'text' && rankTexts(database, table, cell, rank)
      if (isRanked) joins.push(`LEFT JOIN temp.${rank} ON ${rank}.value = ${cell}`)
      return termsOf(cell, isRanked ? `${rank}.place` : undefined, descending)
    })
    database.script(`CREATE TEMP TABLE ${name} (place INTEGER PRIMARY KEY, row INTEGER NOT NULL) STRICT`)
    const total = database.run(
      `INSERT INTO temp.${name} (row) SELECT row FROM ${table.rows} ${joins.join(' ')}
       WHERE ${condition.sql} ORDER BY ${[...terms, 'row'].join(', ')}`,
      condition.values,
    )
    for (const index of joins.keys()) database.script(`DROP TABLE temp.${name}_rank_${index}`)
    return { name, serial: table.serial, total }
  }

  /** Where to begin to find the row at `place`, and how many rows to leave out from there. */
  function startOf(table: StoredTable, place: number): { row: number; skip: number } {
    const { first, isGapless } = extentOf(database, table)
    if (place === 0 || isGapless) return { row: first + place, skip: 0 }
    const known = marksOf(table, first, (all) => all.length > place / markStep)
    const index = Math.min(Math.floor(place / markStep), known.length - 1)
    return { row: known[index] ?? first, skip: place - index * markStep }
  }

  /** Goes on along the rows until `isEnough` or the last one. */
  function marksOf(
    table: StoredTable,
    first: number,
    isEnough: (all: readonly number[]) => boolean,
  ): readonly number[] {
    const all = marks.get(table.serial) ?? [first]
    marks.set(table.serial, all)
    while (!isEnough(all)) {
      const [next] = database.all<{ row: number }>(
        `SELECT row FROM ${table.rows} WHERE row >= ? ORDER BY row LIMIT 1 OFFSET ${markStep}`,
        [all.at(-1) ?? first],
      )
      if (!next) break
      all.push(next.row)
    }
    return all
  }

  return {
    page(table, { from, limit, order, filters }) {
      if (order.length > 0 || filters.length > 0) {
        const { name, total } = viewOf(table, order, filters)
        const rows = readRows(
          database,
          table,
          `temp.${name} AS view CROSS JOIN ${table.rows} AS data ON data.row = view.row
           WHERE view.place > ? AND view.place <= ? ORDER BY view.place`,
          [from, from + limit],
        )
        return { total, rows }
      }
      const { row, skip } = startOf(table, from)
      const rows = readRows(
        database,
        table,
        `${table.rows} AS data WHERE row >= ? ORDER BY row LIMIT ? OFFSET ?`,
        [row, limit, skip],
      )
      return { total: table.rowCount, rows }
    },

    before(table, row) {
      const { first, isGapless } = extentOf(database, table)
      if (row <= first) return 0
      if (isGapless) return Math.min(row - first, table.rowCount)
      const known = marksOf(table, first, (all) => (all.at(-1) ?? first) >= row)
      const index = known.findLastIndex((mark) => mark <= row)
      const [counted] = database.all<{ rows: number }>(
        `SELECT count(*) AS rows FROM ${table.rows} WHERE row >= ? AND row < ?`,
        [known[index] ?? first, row],
      )
      return index * markStep + (counted?.rows ?? 0)
    },
  }
}

const exists = (database: Database, { name }: View): boolean =>
  database.all('SELECT 1 FROM temp.sqlite_schema WHERE name = ?', [name]).length > 0

/** Numbers before text and blanks last, or text before numbers and blanks last. `rank` is a text's place in order. */
function termsOf(cell: string, rank: string | undefined, descending: boolean): string {
  const direction = `${descending ? 'DESC' : 'ASC'} NULLS LAST`
  if (rank === undefined) return `${cell} ${direction}`
  const place = `iif(${cell} IS NULL, NULL, coalesce(${rank}, -1)) ${direction}`
  return `${place}, iif(${rank} IS NULL, ${cell}, NULL) ${direction}`
}

/** Makes a temporary table of a column's texts and their places in order; false when there are too many. */
function rankTexts(database: Database, table: StoredTable, cell: string, name: string): boolean {
  const found = database.all<{ value: string }>(
    `SELECT DISTINCT ${cell} AS value FROM ${table.rows} WHERE typeof(${cell}) = 'text' LIMIT ${mostRanked + 1}`,
  )
  if (found.length > mostRanked) return false
  const texts = found.map(({ value }) => value).toSorted(collator.compare)
  database.script(
    `CREATE TEMP TABLE ${name} (value TEXT PRIMARY KEY, place INTEGER NOT NULL) STRICT, WITHOUT ROWID`,
  )
  // Two texts that are no UTF-8 may look the same from here.
  database.run(`INSERT OR IGNORE INTO temp.${name} SELECT value, key FROM json_each(?)`, [
    JSON.stringify(texts),
  ])
  return true
}

function extentOf(database: Database, table: StoredTable): { first: number; isGapless: boolean } {
  const [extent] = database.all<{ first: number | null; last: number | null }>(
    `SELECT (SELECT min(row) FROM ${table.rows}) AS first, (SELECT max(row) FROM ${table.rows}) AS last`,
  )
  const first = extent?.first ?? 0
  return { first, isGapless: (extent?.last ?? -1) - first + 1 === table.rowCount }
}

/** Rows as `relation`, in which the table is called `data`, gives them. */
export function readRows(
  database: Database,
  table: StoredTable,
  relation: string,
  values: readonly SqlValue[],
): TableRow[] {
  const records = database.all<Record<string, SqlValue> & { row: number }>(
    `SELECT data.* FROM ${relation}`,
    values,
  )
  const raw = Map.groupBy(
    database.all<{ row: number; position: number; text: string }>(
      `SELECT row, position, text FROM raw_text
       WHERE data_table = ? AND row IN (SELECT value FROM json_each(?))`,
      [table.serial, JSON.stringify(records.map(({ row }) => row))],
    ),
    ({ row }) => row,
  )
  return records.map((record) => {
    const texts = raw.get(record.row)
    return {
      row: record.row,
      values: table.columns.map((_, index) => fromSql(record[`c${index}`] ?? null)),
      ...(texts && { raw: Object.fromEntries(texts.map((text) => [text.position, text.text])) }),
    }
  })
}

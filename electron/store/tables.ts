// Tables of data as they stand in the project: what they are, and their rows. Importing them is in sources.ts.

import { RecapError } from '../../shared/errors.ts'
import type { ColumnId, TableId } from '../../shared/model/ids.ts'
import type { CellValue, Table, TableProfile, TableRow } from '../../shared/model/table.ts'
import type { AggregateFunction, PeriodStep } from '../../shared/model/figure.ts'
import { aggregate } from './aggregate.ts'
import { fromSql, isDated, dayOf } from './cells.ts'
import type { Database, SqlValue } from './database.ts'
import { type StoredTable, readTables } from './stored-table.ts'

export interface TableStore {
  /** In the order of the sources. */
  list(): Table[]
  /** Throws RecapError `table-unknown`. */
  get(id: TableId): Table
  /** Rows after the row number `after`, `limit` at most. */
  rows(id: TableId, after: number, limit: number): { total: number; rows: TableRow[] }
  profile(id: TableId): TableProfile
  query(
    id: TableId,
    by: readonly { column: ColumnId; step?: PeriodStep | undefined }[],
    aggregates: readonly { fn: AggregateFunction; column?: ColumnId | undefined }[],
  ): { columns: string[]; rows: CellValue[][] }
}

/** A text column with more values than this is not a way to divide a total. */
const mostParts = 24
const headLength = 200

export function tableStore(database: Database): TableStore {
  const get = (id: TableId): StoredTable => {
    const found = readTables(database, 'data_table.id = ?', [id])[0]
    if (!found) throw new RecapError('table-unknown', `no table ${id}`, { table: id })
    return found
  }
  return {
    list: () => readTables(database).map(plain),
    get: (id) => plain(get(id)),
    rows: (id, after, limit) =>
      database.read(() => {
        const table = get(id)
        return { total: table.rowCount, rows: readRows(database, table, after, limit) }
      }),
    profile: (id) => database.read(() => profile(database, get(id))),
    query: (id, by, aggregates) => database.read(() => query(database, get(id), by, aggregates)),
  }
}

function plain({ serial: _serial, rows: _rows, ...table }: StoredTable): Table {
  return table
}

function readRows(database: Database, table: StoredTable, after: number, limit: number): TableRow[] {
  const records = database.all<Record<string, SqlValue> & { row: number }>(
    `SELECT * FROM ${table.rows} WHERE row > ? ORDER BY row LIMIT ?`,
    [after, limit],
  )
  const last = records.at(-1)?.row ?? after
  const raw = Map.groupBy(
    database.all<{ row: number; position: number; text: string }>(
      'SELECT row, position, text FROM raw_text WHERE data_table = ? AND row > ? AND row <= ?',
      [table.serial, after, last],
    ),
    (text) => text.row,
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

function profile(database: Database, table: StoredTable): TableProfile {
  const distinct = new Map<ColumnId, readonly string[]>()
  const days = new Map<ColumnId, { from: string; to: string }>()
  for (const [index, column] of table.columns.entries()) {
    const cell = `c${index}`
    if (column.type === 'text') {
      const found = database.all<{ value: string }>(
        `SELECT ${cell} AS value FROM ${table.rows} WHERE typeof(${cell}) = 'text' AND ${cell} <> ''
         GROUP BY ${cell} ORDER BY count(*) DESC, min(row) LIMIT ${mostParts + 1}`,
      )
      const values = found.map(({ value }) => value)
      if (values.length <= mostParts) distinct.set(column.id, values)
    } else if (isDated(column.type)) {
      const [ends] = database.all<{ from_day: string | null; to_day: string | null }>(
        `SELECT min(day) AS from_day, max(day) AS to_day FROM (SELECT ${dayOf(cell)} AS day FROM ${table.rows})`,
      )
      if (ends?.from_day && ends.to_day) days.set(column.id, { from: ends.from_day, to: ends.to_day })
    }
  }
  return { table: plain(table), head: readRows(database, table, 0, headLength), distinct, days }
}

const nameOf = (table: Table, id: ColumnId): string =>
  table.columns.find((column) => column.id === id)?.name ?? id

function query(
  database: Database,
  table: StoredTable,
  by: Parameters<TableStore['query']>[1],
  asked: Parameters<TableStore['query']>[2],
): { columns: string[]; rows: CellValue[][] } {
  const aggregates = asked.length > 0 ? asked : [{ fn: 'count' as const, column: undefined }]
  const everyRow = aggregate(database, table, { fn: 'count', filters: [], by })
  const rows = new Map(everyRow.map((group) => [JSON.stringify(group.keys), [...group.keys]]))
  if (by.length === 0) rows.set('[]', [])
  for (const { fn, column } of aggregates) {
    const found = new Map(
      aggregate(database, table, { fn, column, filters: [], by }).map((group) => [
        JSON.stringify(group.keys),
        group.value,
      ]),
    )
    const none = fn === 'count' || fn === 'distinct' ? 0 : null
    for (const [key, row] of rows) row.push(found.get(key) ?? none)
  }
  return {
    columns: [
      ...by.map(({ column, step }) => (step ? `${nameOf(table, column)}:${step}` : nameOf(table, column))),
      ...aggregates.map(({ fn, column }) => (column === undefined ? fn : `${fn}:${nameOf(table, column)}`)),
    ],
    rows: [...rows.values()],
  }
}

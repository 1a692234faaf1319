// How tables of data are described in the project's file, and where their rows stand.

import { RecapError } from '../../shared/errors.ts'
import type { ColumnId, SourceId, TableId } from '../../shared/model/ids.ts'
import { type Column, type ColumnType, type DateStep, Layout, Table } from '../../shared/model/table.ts'
import { checked } from './bodies.ts'
import type { Database, SqlValue } from './database.ts'

/** A table with what is needed to read its rows. */
export interface StoredTable extends Table {
  serial: number
  /** The name of the SQL table that holds them. */
  rows: string
  /** Whether any of its cells has a raw text. */
  hasRaw: boolean
  /** The month that the project's fiscal year begins with. */
  yearStart: number
}

export const rowsName = (serial: number): string => `rows_${serial}`

/** The SQL that makes a table of rows: `row` is the number in the sheet. */
export function rowsSql(name: string, columns: number): string {
  const cells = Array.from({ length: columns }, (_, index) => `c${index} ANY`)
  return `CREATE TABLE ${name} (${['row INTEGER PRIMARY KEY', ...cells].join(', ')}) STRICT`
}

interface TableRecord {
  serial: number
  id: TableId
  source: SourceId
  sheet: string
  range: string
  header_rows: string
  name: string
  skipped: string
  row_count: number
  layout: string | null
  year_start: number | null
  has_raw: number
}

interface ColumnRecord {
  data_table: number
  id: ColumnId
  name: string
  type: ColumnType
  unit: string | null
  scale: number | null
  letter: string
  step: DateStep | null
}

/** A column, its place and its name in SQL, which never comes from the data. Throws RecapError `column-unknown`. */
export function columnOf(table: Table, id: ColumnId): { column: Column; position: number; cell: string } {
  const position = table.columns.findIndex((column) => column.id === id)
  const column = table.columns[position]
  if (!column) throw new RecapError('column-unknown', `no column ${id} in ${table.id}`, { column: id })
  return { column, position, cell: `c${position}` }
}

/** Tables for which `condition` holds, all of them without one. */
export function readTables(
  database: Database,
  condition = 'TRUE',
  values: readonly SqlValue[] = [],
): StoredTable[] {
  const columns = Map.groupBy(
    database.all<ColumnRecord>(
      `SELECT data_column.* FROM data_column JOIN data_table ON serial = data_table
       WHERE ${condition} ORDER BY data_table, data_column.position`,
      values,
    ),
    (column) => column.data_table,
  )
  return database
    .all<TableRecord>(
      `SELECT data_table.*, (SELECT year_start FROM project) AS year_start,
         EXISTS (SELECT 1 FROM raw_text WHERE raw_text.data_table = serial) AS has_raw
       FROM data_table JOIN source ON source.id = data_table.source
       WHERE ${condition} ORDER BY source.position, data_table.position`,
      values,
    )
    .map((table) => ({
      id: table.id,
      source: table.source,
      sheet: table.sheet,
      range: table.range,
      headerRows: checked(Table.shape.headerRows, table.header_rows, database.name),
      name: table.name,
      skipped: checked(Table.shape.skipped, table.skipped, database.name),
      rowCount: table.row_count,
      ...(table.layout !== null && { layout: checked(Layout, table.layout, database.name) }),
      columns: (columns.get(table.serial) ?? []).map((column) => ({
        id: column.id,
        name: column.name,
        type: column.type,
        ...(column.unit !== null && { unit: column.unit }),
        ...(column.scale !== null && { scale: column.scale }),
        ...(column.step !== null && { step: column.step }),
        letter: column.letter,
      })),
      serial: table.serial,
      rows: rowsName(table.serial),
      hasRaw: table.has_raw === 1,
      yearStart: table.year_start ?? 1,
    }))
}

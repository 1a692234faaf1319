// How tables of data are described in the project's file, and where their rows stand.

import type { ColumnId, SourceId, TableId } from '../../shared/model/ids.ts'
import { type ColumnType, Table } from '../../shared/model/table.ts'
import { checked } from './bodies.ts'
import type { Database, SqlValue } from './database.ts'

/** With the name of the SQL table that holds its rows. */
export interface StoredTable extends Table {
  serial: number
  rows: string
}

export const rowsName = (serial: number): string => `rows_${serial}`

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
}

interface ColumnRecord {
  data_table: number
  id: ColumnId
  name: string
  type: ColumnType
  unit: string | null
  scale: number | null
  letter: string
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
      `SELECT data_table.* FROM data_table JOIN source ON source.id = data_table.source
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
      columns: (columns.get(table.serial) ?? []).map((column) => ({
        id: column.id,
        name: column.name,
        type: column.type,
        ...(column.unit !== null && { unit: column.unit }),
        ...(column.scale !== null && { scale: column.scale }),
        letter: column.letter,
      })),
      serial: table.serial,
      rows: rowsName(table.serial),
    }))
}

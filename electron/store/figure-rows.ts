// Which rows of a table a figure was taken from, as filters of the table's own view.

import type { CallOutput } from '../../shared/contract.ts'
import type { Figure, Filter } from '../../shared/model/figure.ts'
import type { RowFilter } from '../../shared/model/table.ts'
import { spanOfKey } from '../../shared/numbers/periods.ts'
import type { Database } from './database.ts'
import { findCell } from './readings.ts'
import { type StoredTable, readTables } from './stored-table.ts'

export type FigureRows = CallOutput<'figures.rows'>['rows']

/** Null for a formula, for what was typed, and where the table or a column is gone. */
export function filtersOf(database: Database, { origin }: Figure): FigureRows {
  if (origin.kind !== 'cell' && origin.kind !== 'aggregate') return null
  const [table] = readTables(database, 'data_table.id = ?', [origin.table])
  if (!table) return null
  if (origin.kind === 'cell') {
    const found = findCell(database, table, origin)
    return found ? { table: table.id, filters: [], row: found.row, column: origin.column } : null
  }
  const filters = [...origin.filters.map((filter) => filterOf(table, filter)), ...(origin.where ?? [])]
  const named = [...filters.map(({ column }) => column), origin.column, origin.per?.column]
  if (!named.every((id) => id === undefined || hasColumn(table, id))) return null
  return { table: table.id, filters, ...(origin.column !== undefined && { column: origin.column }) }
}

const hasColumn = (table: StoredTable, id: string): boolean =>
  table.columns.some((column) => column.id === id)

/** A key that names no period is looked for as it is, and not found. */
function filterOf({ yearStart }: StoredTable, { column, is, step }: Filter): RowFilter {
  const span = step && typeof is === 'string' ? spanOfKey(is, yearStart) : undefined
  return span ? { kind: 'between', column, ...span } : { kind: 'is', column, values: [is] }
}

// Above the rows: how many pass, the filters in force, the way to a row by its number, the way to a column.

import { type ReactElement, useState } from 'react'
import type { ColumnId } from '../../../../shared/model/ids.ts'
import type { RowFilter, Table } from '../../../../shared/model/table.ts'
import { tableViewWords } from '../../../../shared/text/table-view.ts'
import { FilterChips } from '../../../components/column-filters.tsx'
import { useLanguage, useWords } from '../../../words.ts'
import { type CellSelection, isOneCell, spanOf } from './cell-selection.ts'

export interface GridToolsProps {
  table: Table
  /** Rows that pass the filters. */
  total: number
  filters: readonly RowFilter[]
  selected: CellSelection | null
  onFilters: (filters: readonly RowFilter[]) => void
  onColumn: (column: ColumnId | null) => void
  onRow: (row: number) => void
}

export function GridTools(props: GridToolsProps): ReactElement {
  const { table, total, filters, selected, onFilters } = props
  const words = useWords(tableViewWords)
  const language = useLanguage()
  const [row, setRow] = useState('')
  const count = (rows: number): string => rows.toLocaleString(language)
  const span = selected && !isOneCell(selected) ? spanOf(selected) : null
  return (
    <section className="grid-tools" aria-label={words.tools}>
      <p className="grid-count" aria-live="polite">
        {filters.length === 0 ? words.rows(count(total)) : words.rowsOf(count(total), count(table.rowCount))}
      </p>
      <FilterChips columns={table.columns} filters={filters} onFilters={onFilters} />
      <p className="grid-selected">
        {span && words.selected(count(span.bottom - span.top + 1), span.right - span.left + 1)}
      </p>
      <select
        className="input grid-column"
        aria-label={words.columnMenu}
        value=""
        onChange={({ target }) => props.onColumn(target.value as ColumnId)}
      >
        <option value="">{words.columnMenu}</option>
        {table.columns.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <form
        className="grid-row"
        onSubmit={(event) => {
          event.preventDefault()
          const wanted = Number(row)
          if (Number.isInteger(wanted) && wanted > 0) props.onRow(wanted)
        }}
      >
        <label>
          <span className="field-label">{words.goTo}</span>
          <input
            className="input"
            type="text"
            inputMode="numeric"
            pattern="[0-9]*"
            title={words.goToHint}
            value={row}
            onChange={({ target }) => setRow(target.value)}
          />
        </label>
      </form>
    </section>
  )
}

// Where a page of rows begins. The engine pages by the sheet's row numbers, a grid by position; between them lie the
// rows that were left out.

import type { Table } from '../../../shared/model/table.ts'

/** The sheet's row number just before the table's row at `position` (from 0), to ask for the rows after it. */
export function rowBefore(table: Pick<Table, 'headerRows' | 'skipped'>, position: number): number {
  const head = Math.max(0, ...table.headerRows)
  const skipped = table.skipped.map(({ row }) => row).filter((row) => row > head)
  return skipped
    .toSorted((a, b) => a - b)
    .reduce((row, left) => (left <= row ? row + 1 : row), head + position)
}

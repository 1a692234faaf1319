// A table whose records stand beside each other, turned upright: each column of the sheet as a row.

import type { Range } from './range.ts'
import { putCell } from '../cells/row-parts.ts'
import { SheetRow } from '../cells/sheet-row.ts'

/** Records and fields that are turned at most: a table on its side is one that people look at. */
const mostRecords = 2000
export const mostFields = 500

/**
 * The columns of a range as rows, numbered by their column counted from 1; the sheet's rows count from 0 within the
 * range. Undefined when the range is larger than people make such tables.
 */
export function uprightRows(rows: readonly SheetRow[], { top, left, right }: Range): SheetRow[] | undefined {
  const width = rows.reduce((widest, row) => Math.max(widest, row.width), 0)
  const end = Math.min(right + 1, width)
  const fields = (rows.at(-1)?.row ?? top) - top + 1
  if (end - left > mostRecords || fields > mostFields) return undefined
  const upright: SheetRow[] = []
  for (let column = left; column < end; column += 1) {
    const record = new SheetRow(rows[0]?.date1904 ?? false)
    record.start(column + 1)
    for (const row of rows) putCell(record, row.row - top, row, column)
    if (!record.isAllBlank()) upright.push(record)
  }
  return upright
}

// Parts of rows as rows of their own: some of the columns, or cells put elsewhere. Bytes stay bytes.

import { SheetRow, blank } from './sheet-row.ts'

/** Puts a cell of one row anywhere into another. */
export function putCell(to: SheetRow, column: number, from: SheetRow, fromColumn: number): void {
  const kind = from.kind(fromColumn)
  const bytes = from.bytes(fromColumn)
  const format = from.format(fromColumn)
  if (kind === blank) return
  if (bytes) {
    const start = from.startOf(fromColumn)
    const end = from.endOf(fromColumn)
    to.setBytes(column, kind, from.number(fromColumn), bytes, start, end, format, from.ref(fromColumn))
  } else to.set(column, kind, from.number(fromColumn), from.text(fromColumn), format)
}

/** Fills `part` with the cells of `row` from `left` to `right`, both included. Its bytes live as long as the row's. */
export function takePart(part: SheetRow, row: SheetRow, left: number, right: number): SheetRow {
  part.start(row.row, row.hidden)
  part.fields = row.fields
  const end = Math.min(row.width, right + 1)
  for (let column = left; column < end; column += 1) putCell(part, column, row, column)
  return part
}

/** Those of the rows that have something between two columns, without all else. */
export const partsOf = (rows: readonly SheetRow[], left: number, right: number): SheetRow[] =>
  rows
    .map((row) => takePart(new SheetRow(row.date1904), row, left, right))
    .filter((part) => !part.isAllBlank())

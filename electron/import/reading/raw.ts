// Every cell of every sheet from A1, as the file has it: no table is looked for and no text is read as a number.

import type { RawCell, RawSheets } from '../../../shared/model/source.ts'
import { limits, refuseTooLarge } from '../limits.ts'
import { beyond, momentOf, timeOf } from '../cells/serial-date.ts'
import type { Book } from '../formats/sheet-source.ts'
import { type SheetRow, blank, boolean, error, number, text } from '../cells/sheet-row.ts'

/** `sheet` limits it to one; an unknown name gives no sheets. */
export async function rawSheets(book: Book, file: string, sheet?: string): Promise<RawSheets> {
  const sheets: RawSheets['sheets'] = []
  let cells = 0
  for (const source of book.sheets) {
    if (sheet !== undefined && source.name !== sheet) continue
    const rows: RawCell[][] = []
    const take = (row: SheetRow): void => {
      const line: RawCell[] = []
      for (let column = 0; column < row.width; column += 1) line.push(rawCell(row, column))
      while (line.length > 0 && line.at(-1) === null) line.pop()
      if (line.length === 0) return
      cells += line.length
      if (cells > limits.rawCells) refuseTooLarge(file, 'rawCells', cells)
      while (rows.length < row.row - 1) rows.push([])
      rows.push(line)
    }
    for await (const _ of source.read(take));
    sheets.push({ name: source.name, rows })
  }
  return { file, sheets }
}

function rawCell(row: SheetRow, column: number): RawCell {
  switch (row.kind(column)) {
    case blank:
      return null
    case text:
      return row.text(column)
    case boolean:
      return row.number(column) === 1
    case error:
      return { error: row.text(column) }
    case number:
      return rawNumber(row, column)
  }
}

function rawNumber(row: SheetRow, column: number): RawCell {
  const value = row.number(column)
  const { kind } = row.format(column)
  if (kind === 'elapsed') return Math.abs(value) < beyond ? { time: timeOf(value) } : value
  if (kind !== 'date' && kind !== 'datetime' && kind !== 'time') return value
  const moment = momentOf(value, row.date1904)
  if (!moment) return value
  if (kind === 'time' && value < 1) return { time: moment.clock }
  if (kind === 'date' && !moment.hasTime) return { date: moment.day }
  return { datetime: `${moment.day}T${moment.clock}` }
}

// What each row and cell of the previewed sheet is shown as: pure, from the preview and the tables of the review.

import type { Problem } from '../../../../shared/model/source.ts'
import type { FoundColumn, SkippedRow } from '../../../../shared/model/table.ts'
import { columnAt, holds } from './cell-range.ts'
import type { PreviewSheet, ReviewTable } from './recipe-edits.ts'

/** What a row is to the chosen table. */
export type RowKind = 'data' | 'header' | SkippedRow['why']

/** A row as it is drawn: one of the sheet, or a run of blank ones that is not drawn row by row. */
export type SheetLine =
  | { kind: 'row'; row: number; hidden: boolean; cells: readonly string[] }
  | { kind: 'gap'; row: number; rows: number }

/** Runs of blank rows longer than this are drawn as one line. */
const blankRowsDrawn = 2

/** The rows of the preview with the blank ones between them, which it leaves out. */
export function linesOf(rows: PreviewSheet['rows']): SheetLine[] {
  const lines: SheetLine[] = []
  let next = 1
  for (const { row, hidden, cells } of rows) {
    const blanks = row - next
    if (blanks > blankRowsDrawn) lines.push({ kind: 'gap', row: next, rows: blanks })
    else
      for (let blank = next; blank < row; blank++)
        lines.push({ kind: 'row', row: blank, hidden: false, cells: [] })
    lines.push({ kind: 'row', row, hidden, cells })
    next = row + 1
  }
  return lines
}

/** What the row is to a table; undefined outside of it. */
export function rowKind({ asked, found, range }: ReviewTable, row: number): RowKind | undefined {
  if (asked.headerRows.includes(row)) return 'header'
  const decided = asked.rows.find((own) => own.row === row)
  if (decided) return decided.as
  const skipped = found?.skipped.find((left) => left.row === row)
  if (skipped) return skipped.why
  return row >= range.top && row <= (range.bottom ?? Number.POSITIVE_INFINITY) ? 'data' : undefined
}

/** The table whose range has the cell, by its place among the tables; -1 for a cell outside of all. */
export const tableAt = (tables: readonly ReviewTable[], row: number, column: number): number =>
  tables.findIndex(({ range }) => holds(range, row, column))

/** The columns of the sheet that the user left out of a table. Of an upright table none is a column of the sheet. */
export const leftOutColumns = ({ asked }: ReviewTable): ReadonlySet<number> =>
  new Set(
    asked.layout?.kind === 'columns'
      ? []
      : asked.columns.filter(({ leftOut }) => leftOut).map(({ letter }) => columnAt(letter)),
  )

/** A column of a table for the list of columns: as found, or left out and known by its header alone. */
export interface ReviewColumn {
  letter: string
  /** The letter as it is shown: `B–G` for the values of an unpivoted table, '' for its label. */
  place: string
  name: string
  found: FoundColumn | undefined
  leftOut: boolean
  changed: boolean
  /** Of an unpivoted table: the column that holds what were headers, which has no cells of its own in the sheet. */
  isLabel: boolean
}

/** All columns of a table in the order of the sheet, those left out among them. */
export function columnsOf(table: ReviewTable, sheet: PreviewSheet): ReviewColumn[] {
  const { asked, found } = table
  const layout = asked.layout?.kind === 'unpivot' ? asked.layout : undefined
  const listed = (found?.columns ?? []).map((column): ReviewColumn => {
    const isLabel = column.letter === layout?.letters[0] && column.name === layout.label
    const decided = isLabel ? undefined : asked.columns.find(({ letter }) => letter === column.letter)
    return {
      letter: column.letter,
      place: isLabel ? '' : spanOfLetters(table, column.letter),
      name: column.name,
      found: column,
      leftOut: decided?.leftOut ?? false,
      changed: decided !== undefined,
      isLabel,
    }
  })
  const known = new Set(listed.map(({ letter }) => letter))
  const left = asked.columns
    .filter(({ letter, leftOut }) => leftOut && !known.has(letter))
    .map(({ letter, name }): ReviewColumn => ({
      letter,
      place: spanOfLetters(table, letter),
      name: name ?? headerText(table, sheet, letter),
      found: undefined,
      leftOut: true,
      changed: true,
      isLabel: false,
    }))
  return left.length === 0
    ? listed
    : [...listed, ...left].toSorted((a, b) => placeOf(a.letter) - placeOf(b.letter))
}

function spanOfLetters({ asked: { layout } }: ReviewTable, letter: string): string {
  const last = layout?.kind === 'unpivot' && letter === layout.letters[0] ? layout.letters.at(-1) : undefined
  return last === undefined ? letter : `${letter}–${last}`
}

const placeOf = (letter: string): number => (/^\d+$/.test(letter) ? Number(letter) : columnAt(letter))

function headerText({ asked }: ReviewTable, sheet: PreviewSheet, letter: string): string {
  const last = asked.headerRows.at(-1)
  const cells = sheet.rows.find(({ row }) => row === last)?.cells
  return cells?.[columnAt(letter)] || letter
}

/** The columns of the sheet whose cells a column of the table holds: of an unpivoted table's values, several. */
export function placesOf({ asked: { layout } }: ReviewTable, letter: string): number[] {
  if (layout?.kind === 'columns') return []
  const isUnpivoted = layout?.kind === 'unpivot' && layout.letters.includes(letter)
  return (isUnpivoted ? layout.letters : [letter]).map(columnAt)
}

/** Merged cells by where they begin, and the cells that they cover: `row,column`. */
export function mergesOf(sheet: PreviewSheet): { spans: Map<string, number>; covered: Set<string> } {
  const spans = new Map<string, number>()
  const covered = new Set<string>()
  const shown = new Set(sheet.rows.map(({ row }) => row))
  for (const merge of sheet.merges) {
    const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(merge)
    if (!match) continue
    const [, from = '', top = '', to = '', bottom = ''] = match
    const [left, right] = [columnAt(from), Math.min(columnAt(to), sheet.columns - 1)]
    for (const row of shown) {
      if (row < Number(top) || row > Number(bottom)) continue
      spans.set(`${row},${left}`, right - left + 1)
      for (let column = left + 1; column <= right; column++) covered.add(`${row},${column}`)
    }
  }
  return { spans, covered }
}

/** A width for each column that shows most of its cells and what is said of it above them, in pixels. */
export function columnWidths(sheet: PreviewSheet, captions: ReadonlyMap<number, string>): number[] {
  const least = 88
  const most = 240
  // Titles and notes stand alone in their row, are long and run on over their neighbours.
  const isLine = ({ cells }: PreviewSheet['rows'][number]): boolean =>
    sheet.columns > 1 && cells.filter((cell) => cell !== '').length < 2
  const rows = sheet.rows.filter((row) => !isLine(row))
  return Array.from({ length: sheet.columns }, (_, column) => {
    const lengths = rows.map(({ cells }) => shownLength(cells[column] ?? '')).toSorted((a, b) => b - a)
    const usual = lengths[Math.floor(lengths.length / 40)] ?? 0
    const caption = shownLength(captions.get(column) ?? '')
    return Math.max(least, Math.min(most, Math.ceil(Math.max(24 + usual * 7.8, 36 + caption * 6.8))))
  })
}

/** In Latin letters; a Chinese character is as wide as two. */
export function shownLength(text: string): number {
  let length = 0
  for (const character of text)
    length += /[\u1100-\u115f\u2e80-\uffef]|[\u{1f300}-\u{3fffd}]/u.test(character) ? 2 : 1
  return length
}

/** The cell that a problem is about, as far as it can be told: `column` of a problem is a name or a letter. */
export function cellOf(
  { row, column }: Problem,
  tables: readonly ReviewTable[],
): { row: number | undefined; column: number | undefined } {
  const columns = tables.flatMap(({ found }) => found?.columns ?? [])
  const letter =
    columns.find(({ name }) => name === column)?.letter ??
    (column !== undefined && /^[A-Z]{1,3}$/.test(column) ? column : undefined)
  return {
    row,
    column: letter === undefined || !/^[A-Z]+$/.test(letter) ? undefined : columnAt(letter),
  }
}

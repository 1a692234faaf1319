// A block of cells as Excel writes it, and open below: A4:L1263, A4:L. Rows count from 1, columns from 0.

import { letterOf } from '../../../../shared/model/cell-address.ts'

export interface CellRange {
  top: number
  left: number
  /** Absent where the range goes on to the end of the sheet. */
  bottom?: number
  right: number
}

/** What Excel has room for. */
const lastRow = 1_048_576
const lastColumn = 16_383

/** A → 0, AB → 27. */
export function columnAt(letters: string): number {
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

/** `A4:L1263`, `A4:L`; undefined for anything else, and for ends that are the wrong way round. */
export function parseCellRange(text: string): CellRange | undefined {
  const match = /^([A-Z]{1,3})([1-9]\d{0,6}):([A-Z]{1,3})([1-9]\d{0,6})?$/i.exec(text)
  if (!match) return undefined
  const [, left = '', top = '', right = '', bottom] = match
  const range: CellRange = {
    top: Number(top),
    left: columnAt(left),
    right: columnAt(right),
    ...(bottom !== undefined && { bottom: Number(bottom) }),
  }
  const fits = range.right <= lastColumn && (range.bottom ?? range.top) <= lastRow
  return fits && range.left <= range.right && range.top <= (range.bottom ?? lastRow) ? range : undefined
}

/** The first and the last cell as they are typed: `A4`, and `L1263` or `L`. */
export const endsOf = ({ top, left, bottom, right }: CellRange): { from: string; to: string } => ({
  from: `${letterOf(left)}${top}`,
  to: `${letterOf(right)}${bottom ?? ''}`,
})

export function formatCellRange(range: CellRange): string {
  const { from, to } = endsOf(range)
  return `${from}:${to}`
}

export const holds = (range: CellRange, row: number, column: number): boolean =>
  row >= range.top &&
  row <= (range.bottom ?? Number.POSITIVE_INFINITY) &&
  column >= range.left &&
  column <= range.right

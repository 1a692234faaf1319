// One row of a sheet, as columns of plain values: filled anew for every row, so that a million cells make no objects.
// A consumer takes what it needs before it returns, or keeps a copy.

import { type NumberFormat, general } from './number-format.ts'

export const blank = 0
export const number = 1
export const text = 2
export const boolean = 3
export const error = 4
export type CellKind = typeof blank | typeof number | typeof text | typeof boolean | typeof error

export class SheetRow {
  /** Counts from 1, as in the sheet. */
  row = 0
  hidden = false
  /** One past the last column that has a cell. Columns count from 0. */
  width = 0
  /** Fields of a csv record, blank ones included; 0 for a workbook. */
  fields = 0
  /** Whether serial dates count from 1904. */
  readonly date1904: boolean
  #kinds = new Uint8Array(32)
  #numbers = new Float64Array(32)
  #texts: string[] = []
  #formats: NumberFormat[] = []

  constructor(date1904 = false) {
    this.date1904 = date1904
  }

  start(row: number, hidden = false): void {
    this.#kinds.fill(blank, 0, this.width)
    this.row = row
    this.hidden = hidden
    this.width = 0
    this.fields = 0
  }

  /** `value` is the number, 1 or 0 of a boolean, unused otherwise; `shown` the text, the digits as written, the error. */
  set(column: number, kind: CellKind, value: number, shown: string, format: NumberFormat): void {
    if (column >= this.#kinds.length) this.#grow(column)
    this.#kinds[column] = kind
    this.#numbers[column] = value
    this.#texts[column] = shown
    this.#formats[column] = format
    if (column >= this.width) this.width = column + 1
  }

  kind(column: number): CellKind {
    return column < this.width ? (this.#kinds[column] as CellKind) : blank
  }

  number(column: number): number {
    return this.#numbers[column] ?? Number.NaN
  }

  /** Empty for a blank cell. */
  text(column: number): string {
    return this.kind(column) === blank ? '' : (this.#texts[column] ?? '')
  }

  format(column: number): NumberFormat {
    return this.#formats[column] ?? general
  }

  /** Nothing, or a text of white space only. */
  isBlank(column: number): boolean {
    const kind = this.kind(column)
    return kind === blank || (kind === text && isWhite(this.text(column)))
  }

  isAllBlank(): boolean {
    for (let column = 0; column < this.width; column += 1) if (!this.isBlank(column)) return false
    return true
  }

  /** Puts the cell of another row into this one. */
  copyCell(from: SheetRow, column: number): void {
    this.set(column, from.kind(column), from.number(column), from.text(column), from.format(column))
  }

  copy(): SheetRow {
    const kept = new SheetRow(this.date1904)
    kept.row = this.row
    kept.hidden = this.hidden
    for (let column = 0; column < this.width; column += 1)
      if (this.kind(column) !== blank) kept.copyCell(this, column)
    kept.fields = this.fields
    return kept
  }

  #grow(column: number): void {
    const length = Math.max(column + 1, this.#kinds.length * 2)
    const kinds = new Uint8Array(length)
    kinds.set(this.#kinds)
    const numbers = new Float64Array(length)
    numbers.set(this.#numbers)
    this.#kinds = kinds
    this.#numbers = numbers
  }
}

/** The columns that have something in them. */
export const filledColumns = (row: SheetRow): number[] => {
  const columns: number[] = []
  for (let column = 0; column < row.width; column += 1) if (!row.isBlank(column)) columns.push(column)
  return columns
}

function isWhite(shown: string): boolean {
  if (shown === '') return true
  const first = shown.charCodeAt(0)
  return first > 32 && first !== 0xa0 && first !== 0x3000 && first !== 0xfeff ? false : shown.trim() === ''
}

/** 0 → A, 27 → AB. */
export function letterOf(column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

/** A → 0, AB12 → 27. Any row number behind the letters is ignored; -1 when there are no letters. */
export function columnOf(reference: string): number {
  let column = 0
  for (let index = 0; index < reference.length; index += 1) {
    const code = reference.charCodeAt(index) & 0xdf
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column - 1
}

// One row of a sheet, as columns of plain values: filled anew for every row, so that a million cells make no objects.
// A reader that has a cell's text as bytes leaves it so: most cells of a large file are never needed as strings.
// A consumer takes what it needs before it returns, or keeps a copy.

import { type NumberFormat, general } from './number-format.ts'

export const blank = 0
export const number = 1
export const text = 2
export const boolean = 3
export const error = 4
export type CellKind = typeof blank | typeof number | typeof text | typeof boolean | typeof error

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

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
  /** Undefined while a cell's text is only there as bytes. */
  #texts: (string | undefined)[] = []
  /** Whether there is any text, so that rows that nobody reads as strings have nothing to forget. */
  #hasTexts = false
  #formats: NumberFormat[] = []
  #bytes: Uint8Array[] = []
  #starts = new Int32Array(32)
  #ends = new Int32Array(32)
  #refs = new Int32Array(32)

  constructor(date1904 = false) {
    this.date1904 = date1904
  }

  start(row: number, hidden = false): void {
    const kinds = this.#kinds
    for (let column = 0; column < this.width; column += 1) kinds[column] = blank
    if (this.#hasTexts) this.#forgetTexts()
    this.row = row
    this.hidden = hidden
    this.width = 0
    this.fields = 0
  }

  /** `value` is the number, 1 or 0 of a boolean, unused otherwise; `shown` the text, the digits as written, the error. */
  set(column: number, kind: CellKind, value: number, shown: string, format: NumberFormat): void {
    this.#put(column, kind, value, format)
    this.#texts[column] = shown
    this.#hasTexts = true
    this.#ends[column] = -1
    this.#refs[column] = -1
  }

  /**
   * The same with what is shown as UTF-8 between `start` and `end`, to be decoded only if anyone asks. The bytes must
   * stay until the next row starts. `ref` is the number of a shared string, the same for the same text; -1 for others.
   */
  setBytes(
    column: number,
    kind: CellKind,
    value: number,
    bytes: Uint8Array,
    start: number,
    end: number,
    format: NumberFormat,
    ref = -1,
  ): void {
    this.#put(column, kind, value, format)
    if (this.#hasTexts) this.#texts[column] = undefined
    if (this.#bytes[column] !== bytes) this.#bytes[column] = bytes
    this.#starts[column] = start
    this.#ends[column] = end
    this.#refs[column] = ref
  }

  #put(column: number, kind: CellKind, value: number, format: NumberFormat): void {
    if (column >= this.#kinds.length) this.#grow(column)
    this.#kinds[column] = kind
    this.#numbers[column] = value
    // Comparing is cheaper than storing an object, and most cells have the format of the cell above.
    if (this.#formats[column] !== format) this.#formats[column] = format
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
    if (this.kind(column) === blank) return ''
    this.#hasTexts = true
    return (this.#texts[column] ??= this.#decode(column))
  }

  /** The bytes of which `start` to `end` are the cell's text; undefined when it came as a string. */
  bytes(column: number): Uint8Array | undefined {
    return this.#ends[column] === -1 ? undefined : this.#bytes[column]
  }

  startOf(column: number): number {
    return this.#starts[column] ?? 0
  }

  endOf(column: number): number {
    return this.#ends[column] ?? 0
  }

  /** The number of the cell's shared string; -1 for any other cell. */
  ref(column: number): number {
    return this.#refs[column] ?? -1
  }

  #forgetTexts(): void {
    this.#texts.fill(undefined)
    this.#hasTexts = false
  }

  #decode(column: number): string {
    return decoder.decode(this.#bytes[column]?.subarray(this.#starts[column], this.#ends[column]))
  }

  format(column: number): NumberFormat {
    return this.#formats[column] ?? general
  }

  /** Nothing, or a text of white space only. */
  isBlank(column: number): boolean {
    const kind = this.kind(column)
    if (kind !== text) return kind === blank
    const bytes = this.bytes(column)
    const start = this.startOf(column)
    if (bytes && start < this.endOf(column) && !mayBeWhite[bytes[start] ?? 0]) return false
    return isWhite(this.text(column))
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
    this.#starts = grown(this.#starts, length)
    this.#ends = grown(this.#ends, length)
    this.#refs = grown(this.#refs, length)
  }
}

function grown(array: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length)
  larger.set(array)
  return larger
}

/** The columns that have something in them. */
export const filledColumns = (row: SheetRow): number[] => {
  const columns: number[] = []
  for (let column = 0; column < row.width; column += 1) if (!row.isBlank(column)) columns.push(column)
  return columns
}

/** First bytes of white space in UTF-8: all up to the space, U+00A0, U+1680, U+2000 to U+205F, U+3000, U+FEFF. */
const mayBeWhite = new Uint8Array(256).fill(1, 0, 33)
for (const first of [0xc2, 0xe1, 0xe2, 0xe3, 0xef]) mayBeWhite[first] = 1

function isWhite(shown: string): boolean {
  if (shown === '') return true
  const first = shown.charCodeAt(0)
  return first > 32 && first !== 0xa0 && first !== 0x3000 && first !== 0xfeff ? false : shown.trim() === ''
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

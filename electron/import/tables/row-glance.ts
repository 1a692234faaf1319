// Tells at a glance that a row is plain data, so that a million rows are not asked one by one whether they are totals,
// remarks or headers. A row it is not sure of is looked at closely by table-draft.ts.

import { type SheetRow, boolean, number, text } from '../cells/sheet-row.ts'
import type { Head } from './table-head.ts'
import { TotalHints } from './total-words.ts'

/** Rows it learns from, which are themselves looked at closely. */
const rowsToLearn = 24
/** The label of a row is one of its first texts. */
export const mostLabels = 3

export class RowGlance {
  readonly #head: Head
  readonly #hints = new TotalHints()
  #learnt = 0
  #width = 0
  /** Columns that held a value in every row so far, and no value in the header. */
  #valued: number[] = []
  /** Columns that held words in every row so far. */
  #worded: number[] = []

  constructor(head: Head) {
    this.#head = head
  }

  /** Takes a row that turned out to be data. */
  learn(row: SheetRow): void {
    if (this.#learnt >= rowsToLearn) return
    this.#width = Math.max(this.#width, row.width)
    if (this.#learnt === 0) {
      for (let column = 0; column < row.width; column += 1) {
        if (!this.#head.headerRows.some((header) => isValue(header, column))) this.#valued.push(column)
        this.#worded.push(column)
      }
    }
    this.#valued = this.#valued.filter((column) => isValue(row, column))
    this.#worded = this.#worded.filter((column) => row.kind(column) === text && !isValue(row, column))
    this.#learnt += 1
    if (this.#learnt === rowsToLearn) this.#worded = this.#worded.slice(0, mostLabels)
  }

  /**
   * Whether a row is data and nothing else: where its table has values it has one, so that it is no header and no
   * remark, and none of its labels could name a total.
   */
  isPlain(row: SheetRow): boolean {
    if (this.#learnt < rowsToLearn) return false
    const [witness] = this.#valued
    if (witness === undefined ? !this.#isFull(row) : !isValue(row, witness)) return false
    let texts = 0
    for (let column = 0; texts < mostLabels && column < row.width; column += 1) {
      if (row.kind(column) !== text) continue
      texts += 1
      if (this.#hints.maybe(row, column)) return false
    }
    return this.hasLabel(row)
  }

  /** Whether any of the columns that hold words has some; true where there are none. */
  hasLabel(row: SheetRow): boolean {
    for (const column of this.#worded) if (!row.isBlank(column)) return true
    return this.#worded.length === 0
  }

  /** In a table of words: too full for a remark, and not begun like the header. */
  #isFull(row: SheetRow): boolean {
    const [first] = this.#head.columns
    const needed = Math.max(2, Math.floor(this.#width / 2) + 1)
    let filled = 0
    for (let column = 0; filled < needed; column += 1) {
      if (column >= row.width) return false
      if (row.kind(column) === text) filled += 1
    }
    return first === undefined || row.text(first.column).trim() !== first.words.at(-1)
  }
}

/** A number, or a text that begins and ends as numbers and days do. */
function isValue(row: SheetRow, column: number): boolean {
  const kind = row.kind(column)
  if (kind !== text) return kind === number || kind === boolean
  const bytes = row.bytes(column)
  if (!bytes) return /^[-+]?\d(?:.{0,22}[\d%])?$/.test(row.text(column).slice(0, 30))
  const start = row.startOf(column)
  const end = row.endOf(column)
  const first = bytes[start] ?? 0
  const last = bytes[end - 1] ?? 0
  if (end === start || end - start > 24 || !(isDigit(last) || last === 0x25)) return false
  return isDigit(first) || ((first === 0x2d || first === 0x2b) && isDigit(bytes[start + 1] ?? 0))
}

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39

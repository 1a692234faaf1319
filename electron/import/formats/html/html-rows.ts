// The rows that a web page shows: those of its tables one below another, as Excel lays them out, and a line of text
// between them as a row of one cell. A table inside a cell stands below the row that held it.
// One file over 300 lines: what is open in a page decides what each tag means, and is kept in one place.

import { type HtmlCell, type HtmlFormats, putHtmlCell, readHtmlCell, readStyleSheet } from './html-cell.ts'
import { type HtmlSink, attributesOf } from './html-tokens.ts'
import { limits, refuseTooLarge } from '../../limits.ts'
import type { Merge } from '../../tables/merges.ts'
import { general } from '../../cells/number-format.ts'
import { SheetRow, text } from '../../cells/sheet-row.ts'
import type { TakeRow } from '../sheet-source.ts'

interface PageRow {
  cells: HtmlCell[]
  merges: { left: number; columns: number; rows: number }[]
  hidden: boolean
}

interface Table {
  row: PageRow | undefined
  cell: { attributes: ReadonlyMap<string, string>; column: number; text: CellText } | undefined
  column: number
  /** By column, the row of the table that a cell from above no longer reaches. */
  covered: Map<number, number>
  /** Rows begun so far. */
  begun: number
  /** Columns that `col` elements have told of. */
  columnsSeen: number
  /** Rows of tables inside the present row. */
  below: PageRow[]
  rows: number
}

const newTable = (): Table => ({
  row: undefined,
  cell: undefined,
  column: 0,
  covered: new Map(),
  begun: 0,
  columnsSeen: 0,
  below: [],
  rows: 0,
})

/** The most that one cell spans (HTML Standard, 4.9.11). */
const mostColumns = 1000
const mostRows = 65_534

const blocks = new Set(
  'address article aside blockquote body caption center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section ul'.split(
    ' ',
  ),
)
/** Where what is written is not shown. */
const unseen = new Set(['select', 'noscript', 'template', 'object', 'audio', 'video', 'button'])

const isUndisplayed = (attributes: ReadonlyMap<string, string>): boolean =>
  /(?:display\s*:\s*none|visibility\s*:\s*(?:collapse|hidden))/i.test(attributes.get('style') ?? '') ||
  attributes.has('hidden')

/** White space as a browser shows it: runs of it are one space, a line break is one, and a hard space is one too. */
class CellText {
  #text = ''
  #gap = false
  readonly #file: string

  constructor(file: string) {
    this.#file = file
  }

  add(piece: string): void {
    const words = piece.split(/[\t\n\f\r ]+/)
    words.forEach((word, index) => {
      if (index > 0) this.#gap = true
      if (word === '') return
      if (this.#gap && this.#text !== '' && !this.#text.endsWith('\n')) this.#text += ' '
      this.#gap = false
      this.#text += word
    })
    if (this.#text.length > limits.text) refuseTooLarge(this.#file, 'text', this.#text.length)
  }

  /** A `br` always breaks the line; a paragraph only behind some text. */
  break(isForced: boolean): void {
    this.#gap = false
    if (isForced || (this.#text !== '' && !this.#text.endsWith('\n'))) this.#text += '\n'
  }

  take(): string {
    const whole = this.#text.replaceAll('\u00a0', ' ').trim()
    this.#text = ''
    this.#gap = false
    return whole
  }
}

export class HtmlRows implements HtmlSink {
  readonly #file: string
  readonly #take: TakeRow
  readonly #row = new SheetRow()
  readonly #formats: HtmlFormats
  readonly #tables: Table[] = []
  readonly #outside: CellText
  readonly merges = new Map<number, Merge[]>()
  readonly #hiddenColumns = new Set<number>()
  readonly #undecodable: number[] = []
  #mergeCount = 0
  #cells = 0
  #at = 0
  /** What stood last was a table, behind which a row is left blank. */
  #behindTable = false
  #unseen = 0
  /** Tables further in than is read. */
  #tooDeep = 0
  /** The page says that it has ended. */
  #isClosed = false

  /** `formats` are those of style sheets before, and get those that come. */
  constructor(file: string, formats: HtmlFormats, take: TakeRow) {
    this.#file = file
    this.#take = take
    this.#formats = formats
    this.#outside = new CellText(file)
  }

  get hiddenColumns(): readonly number[] {
    return [...this.#hiddenColumns].toSorted((a, b) => a - b)
  }

  get undecodable(): readonly number[] {
    return this.#undecodable
  }

  /** The page ended inside a table without saying that it has ended. */
  get isCut(): boolean {
    return this.#tables.length > 0 && !this.#isClosed
  }

  get isOpen(): boolean {
    return this.#tables.length > 0
  }

  open(name: string, inside: string): void {
    if (unseen.has(name)) this.#unseen += 1
    else if (name === 'table') this.#openTable()
    else if (this.#tooDeep > 0) return
    else if (name === 'tr') this.#openRow(inside)
    else if (name === 'td' || name === 'th') this.#openCell(inside)
    else if (name === 'col' || name === 'colgroup') this.#openColumn(name, inside)
    else if (name === 'br') this.#text().break(true)
    else if (blocks.has(name)) this.#break()
  }

  close(name: string): void {
    if (unseen.has(name)) this.#unseen = Math.max(0, this.#unseen - 1)
    else if (name === 'table') this.#closeTable()
    else if (name === 'body' || name === 'html') {
      this.#isClosed = true
      this.#break()
    } else if (this.#tooDeep > 0) return
    else if (name === 'tr') this.#closeRow()
    else if (name === 'td' || name === 'th') this.#closeCell()
    else if (blocks.has(name)) this.#break()
  }

  text(piece: string): void {
    if (this.#unseen === 0) this.#text().add(piece)
  }

  raw(name: string, content: string): void {
    if (name === 'style') readStyleSheet(content, this.#formats)
  }

  /** The page is over: what is open is closed. */
  end(): void {
    while (this.#tables.length > 0) this.#closeTable()
    this.#break()
  }

  #text(): CellText {
    return this.#tables.at(-1)?.cell?.text ?? this.#outside
  }

  #break(): void {
    const cell = this.#tables.at(-1)?.cell
    if (cell) cell.text.break(false)
    else if (this.#tables.length === 0) this.#takeLines()
  }

  /** Text outside of tables: each of its lines is a row. */
  #takeLines(): void {
    const lines = this.#outside.take()
    if (lines === '') return
    for (const line of lines.split('\n')) {
      const shown = line.trim()
      if (shown === '') continue
      this.#leaveGap()
      this.#emit({
        cells: [{ column: 0, kind: text, value: 0, shown, format: general }],
        merges: [],
        hidden: false,
      })
    }
  }

  #leaveGap(): void {
    if (this.#behindTable) this.#at += 1
    this.#behindTable = false
  }

  #openTable(): void {
    if (this.#tables.length >= limits.nesting || this.#tooDeep > 0) {
      this.#tooDeep += 1
      return
    }
    if (this.#tables.length === 0) this.#takeLines()
    this.#tables.push(newTable())
  }

  #closeTable(): void {
    if (this.#tooDeep > 0) {
      this.#tooDeep -= 1
      return
    }
    this.#closeRow()
    const table = this.#tables.pop()
    if (this.#tables.length === 0 && table && table.rows > 0) this.#behindTable = true
  }

  /** A piece of a page, as it is pasted, may have rows without their table. */
  #present(): Table {
    if (this.#tables.length === 0) {
      this.#openTable()
      this.#isClosed = true
    }
    return this.#tables.at(-1) ?? newTable()
  }

  #openRow(inside: string): void {
    const table = this.#present()
    this.#closeRow()
    this.#startRow(table, inside !== '' && isUndisplayed(attributesOf(inside)))
  }

  #startRow(table: Table, hidden: boolean): PageRow {
    table.row = { cells: [], merges: [], hidden }
    table.column = 0
    table.begun += 1
    return table.row
  }

  #openCell(inside: string): void {
    const table = this.#present()
    this.#closeCell()
    this.#unseen = 0
    const row = table.row ?? this.#startRow(table, false)
    while ((table.covered.get(table.column) ?? 0) > table.begun) {
      table.column += 1
      this.#cells += 1
    }
    if (table.column >= limits.columns) refuseTooLarge(this.#file, 'columns', table.column + 1)
    table.cell = { attributes: attributesOf(inside), column: table.column, text: new CellText(this.#file) }
    const { attributes } = table.cell
    const columns = spanOf(attributes.get('colspan'), mostColumns)
    const rows = spanOf(attributes.get('rowspan'), mostRows)
    this.#cells += columns
    if (this.#cells > limits.cells) refuseTooLarge(this.#file, 'cells', this.#cells)
    if (columns > 1 || rows > 1) row.merges.push({ left: table.column, columns, rows })
    if (rows > 1)
      for (let index = 0; index < columns; index += 1)
        table.covered.set(table.column + index, table.begun + rows)
    table.column += columns
  }

  #closeCell(): void {
    const table = this.#tables.at(-1)
    if (!table?.cell) return
    const { attributes, column, text: content } = table.cell
    table.cell = undefined
    const cell = readHtmlCell(attributes, content.take(), column, this.#formats)
    if (cell) table.row?.cells.push(cell)
  }

  #closeRow(): void {
    const table = this.#tables.at(-1)
    if (!table?.row) return
    this.#closeCell()
    const { row, below } = table
    table.row = undefined
    table.below = []
    // A row that is there for the tables in it alone is no row of its own.
    const rows = below.length > 0 && row.cells.length === 0 ? below : [row, ...below]
    table.rows += rows.length
    const outer = this.#tables.at(-2)
    if (outer) {
      if (!outer.row) this.#startRow(outer, false)
      for (const one of rows) outer.below.push(one)
      if (outer.below.length > limits.rows) refuseTooLarge(this.#file, 'rows', outer.below.length)
    } else {
      this.#leaveGap()
      for (const one of rows) this.#emit(one)
    }
  }

  #emit({ cells, merges, hidden }: PageRow): void {
    const row = this.#row
    this.#at += 1
    if (this.#at > limits.rows) refuseTooLarge(this.#file, 'rows', this.#at)
    for (const { left, columns, rows } of merges) this.#addMerge(left, columns, rows)
    if (cells.length === 0) return
    row.start(this.#at, hidden)
    for (const cell of cells) {
      putHtmlCell(row, cell)
      if (
        cell.shown.includes('\ufffd') &&
        this.#undecodable.length < 20 &&
        this.#undecodable.at(-1) !== this.#at
      )
        this.#undecodable.push(this.#at)
    }
    this.#take(row)
  }

  #addMerge(left: number, columns: number, rows: number): void {
    this.#mergeCount += 1
    if (this.#mergeCount > limits.merges) refuseTooLarge(this.#file, 'merges', this.#mergeCount)
    const merge = {
      top: this.#at,
      left,
      bottom: Math.min(limits.rows, this.#at + rows - 1),
      right: Math.min(limits.columns - 1, left + columns - 1),
    }
    const found = this.merges.get(this.#at)
    if (found) found.push(merge)
    else this.merges.set(this.#at, [merge])
  }

  #openColumn(name: string, inside: string): void {
    const table = this.#tables.at(-1)
    if (!table || table.row) return
    const attributes = attributesOf(inside)
    // A group says how many columns it has only if it does not list them.
    if (name === 'colgroup' && !attributes.has('span')) return
    const from = table.columnsSeen
    table.columnsSeen = Math.min(limits.columns, from + spanOf(attributes.get('span'), mostColumns))
    if (isUndisplayed(attributes))
      for (let column = from; column < table.columnsSeen; column += 1) this.#hiddenColumns.add(column)
  }
}

/** At least one. */
function spanOf(written: string | undefined, most: number): number {
  const count = written === undefined ? 1 : Number.parseInt(written, 10)
  return count > 1 ? Math.min(count, most) : 1
}

// One table while its rows stream by: each row is data, or a total, a note, a repeated header that is set aside;
// at the end its columns get their types and the problems met are listed. It keeps profiles, no cells.

import type { Problem } from '../../shared/model/source.ts'
import type { FoundColumn, FoundTable, SkippedRow } from '../../shared/model/table.ts'
import { fits } from './cell-value.ts'
import { type HeadColumn, unnamed } from './column-names.ts'
import { ColumnProfile, mostSamples } from './column-profile.ts'
import { Look, kinds, lookAt } from './look.ts'
import type { Merges } from './merges.ts'
import { formatRange } from './range.ts'
import { type SheetRow, filledColumns, letterOf, text } from './sheet-row.ts'
import { type Head, isStatement } from './table-head.ts'
import { TotalRows } from './total-rows.ts'
import { type TotalWord, isBelowTotal, totalWord } from './total-words.ts'
import { VerticalFill, isLabelName } from './vertical-fill.ts'

/** Cells of a line of remarks: 制表：…, 审核：…, 日期：… */
const mostRemarks = 4

export class TableDraft {
  readonly #sheet: string
  readonly #head: Head
  readonly #merges: Merges
  readonly #fill: VerticalFill
  readonly #names = new Map<number, HeadColumn>()
  readonly #profiles: (ColumnProfile | undefined)[] = []
  readonly #skipped: SkippedRow[]
  readonly #problems: Problem[] = []
  readonly #look = new Look()
  /** Rows with a single remark: footnotes when nothing follows, notes when data does. */
  #remarks: number[] = []
  /** Whether the last row was a total of the whole. */
  #isClosed = false
  readonly #totals = new TotalRows(this.#profiles, (column) => this.#nameOf(column))
  #firstRow = 0
  #lastRow = 0
  #rowCount = 0
  #hidden: { first: number; count: number } = { first: 0, count: 0 }
  #ragged: { row: number; fields: number }[] = []
  #raggedCount = 0
  readonly #expectedFields: number

  constructor(sheet: string, head: Head, merges: Merges) {
    this.#sheet = sheet
    this.#head = head
    this.#merges = merges
    for (const column of head.columns) this.#names.set(column.column, column)
    this.#fill = new VerticalFill(merges, (column) => isLabelName(this.#nameOf(column)))
    this.#skipped = [...head.skipped]
    this.#expectedFields = head.headerRows.at(-1)?.fields ?? 0
    for (const row of head.data) this.take(row)
  }

  /** Header words in order, to know the same header again. */
  get headerKey(): string {
    return this.#head.columns.map(({ name }) => name).join('\n')
  }

  /** Whether every column seen so far holds words only, so that a header cannot be told from data. */
  get isAllText(): boolean {
    return this.#profiles.every(
      (profile) => !profile || profile.count('text') + profile.count('mark') >= profile.filled,
    )
  }

  /** Columns that hold data. */
  get columns(): readonly number[] {
    return this.#profiles.flatMap((profile, column) => (profile && profile.filled > 0 ? [column] : []))
  }

  /** Takes the next row that is not blank. */
  take(row: SheetRow): void {
    if (this.isRepeatedHeader(row)) {
      this.#skip(row.row, 'repeated-header')
      return
    }
    const word = this.totalWordOf(row)
    if (word && this.#takeTotal(row, word)) return
    if (this.#isClosed && isBelowTotal(labelOf(row))) {
      this.#skip(row.row, 'total')
      return
    }
    if (this.#rowCount > 0 && this.isRemark(row)) {
      this.#remarks.push(row.row)
      return
    }
    this.#takeData(row)
  }

  /** Blank rows that stand between rows of the table. */
  takeBlanks(from: number, to: number): void {
    for (let row = from; row <= to; row += 1) if (!this.#remarks.includes(row)) this.#skip(row, 'blank')
  }

  /** Rows behind the table that say something of it. */
  takeFootnotes(rows: readonly SheetRow[]): void {
    for (const { row } of rows) this.#remarks.push(row)
  }

  isRepeatedHeader(row: SheetRow): boolean {
    return this.#head.headerRows.some((header) => isSameWords(header, row))
  }

  /** What the label of a row says of totals: the label is one of its first three texts. */
  totalWordOf(row: SheetRow): TotalWord | undefined {
    let texts = 0
    for (let column = 0; column < row.width && texts < 3; column += 1) {
      if (row.kind(column) !== text || row.isBlank(column)) continue
      texts += 1
      const word = totalWord(row.text(column))
      if (word) return word
    }
    return undefined
  }

  /** A line of words: opened like a note, alone below the total, merged across the table, or far longer than a label. */
  isRemark(row: SheetRow): boolean {
    const cells = filledColumns(row)
    if (cells.length > mostRemarks || !cells.every((column) => row.kind(column) === text)) return false
    const texts = cells.map((column) => row.text(column).trim())
    if (texts.every(isStatement) && (cells.length === 1 || cells.length * 2 <= this.columns.length))
      return true
    const [only] = cells
    if (cells.length !== 1 || only === undefined) return false
    const merge = this.#merges.get(row.row)?.find(({ left }) => left === only)
    const width = this.columns.length
    const isWide = merge !== undefined && (merge.right - merge.left + 1) * 2 > width
    return width > 2 && (isWide || this.#isClosed || (texts[0]?.length ?? 0) > 30)
  }

  #takeData(row: SheetRow): void {
    for (const remark of this.#remarks) this.#skip(remark, 'note')
    this.#remarks = []
    this.#reopen()
    this.#fill.apply(row)
    if (this.#rowCount === 0) this.#firstRow = row.row
    this.#lastRow = row.row
    this.#rowCount += 1
    if (row.hidden) {
      if (this.#hidden.count === 0) this.#hidden.first = row.row
      this.#hidden.count += 1
    }
    if (row.fields > 0 && this.#expectedFields > 0) this.#checkFields(row)
    const look = this.#look
    for (let column = 0; column < row.width; column += 1) {
      lookAt(row, column, look)
      if (look.kind === 'blank') continue
      this.#profile(column).add(look, row, column)
    }
  }

  /** What seemed the total of the whole was one of a part when more rows follow it. */
  #reopen(): void {
    const last = this.#skipped.at(-1)
    if (this.#isClosed && last?.why === 'total') last.why = 'subtotal'
    this.#isClosed = false
  }

  #checkFields(row: SheetRow): void {
    if (row.fields >= this.#expectedFields && row.width <= this.#expectedFields) return
    this.#raggedCount += 1
    if (this.#ragged.length < mostSamples) this.#ragged.push({ row: row.row, fields: row.fields })
  }

  #profile(column: number): ColumnProfile {
    return (this.#profiles[column] ??= new ColumnProfile())
  }

  #nameOf(column: number): string {
    return (this.#names.get(column) ?? unnamed(column)).name
  }

  #skip(row: number, why: SkippedRow['why']): void {
    this.#skipped.push({ row, why })
  }

  /** Sets a row of totals aside; false when it is an ordinary row that is only called like one. */
  #takeTotal(row: SheetRow, word: TotalWord): boolean {
    const isFirst = this.#rowCount === 0
    const why = isFirst ? this.#totals.takeLeading(row, word) : this.#totals.take(row, word)
    if (!why) return false
    this.#isClosed = why === 'total' && !isFirst
    this.#skip(row.row, why)
    return true
  }

  /** The table with types and units, and the problems in it; undefined when no row of data came. */
  finish(name: string): { table: FoundTable; problems: Problem[] } | undefined {
    if (this.#rowCount === 0) return undefined
    this.#totals.finish()
    for (const problem of this.#totals.problems) this.#problems.push({ ...problem, sheet: this.#sheet })
    for (const remark of this.#remarks) this.#skip(remark, remark > this.#lastRow ? 'footnote' : 'note')
    const columns: FoundColumn[] = []
    const unnamedLetters: string[] = []
    const width = Math.max(this.#profiles.length, ...this.#head.columns.map(({ column }) => column + 1))
    const indices: number[] = []
    for (let column = 0; column < width; column += 1) {
      const profile = this.#profiles[column]
      const named = this.#names.get(column)
      if (!named && !(profile && profile.filled > 0)) continue
      if (!named) unnamedLetters.push(letterOf(column))
      const header = named ?? unnamed(column)
      const decision = (profile ?? new ColumnProfile()).decide(header, this.#head.tableUnit)
      const found: FoundColumn = { name: header.name, ...decision, letter: letterOf(column) }
      columns.push(found)
      indices.push(column)
      if (profile) this.#listMisfits(found, profile)
    }
    this.#listOthers(unnamedLetters)
    const headerRows = this.#head.headerRows.map(({ row }) => row)
    const top = Math.min(this.#firstRow, ...headerRows)
    const left = indices[0] ?? 0
    const range = formatRange({ top, left, bottom: this.#lastRow, right: indices.at(-1) ?? left })
    const skipped = this.#skipped.toSorted((a, b) => a.row - b.row)
    const table = { sheet: this.#sheet, range, headerRows, name, skipped, rowCount: this.#rowCount, columns }
    return { table, problems: this.#problems }
  }

  #listMisfits(found: FoundColumn, profile: ColumnProfile): void {
    const place = { sheet: this.#sheet, column: found.name }
    const list = (code: 'cell-misfit' | 'cell-error', of: readonly (typeof kinds)[number][]): void => {
      const samples = of.flatMap((kind) => profile.samples(kind)).toSorted((a, b) => a.row - b.row)
      const count = of.reduce((sum, kind) => sum + profile.count(kind), 0)
      for (const { row, text: shown } of samples.slice(0, mostSamples)) {
        this.#problems.push({ code, ...place, row, detail: { text: shown.slice(0, 100), type: found.type } })
      }
      this.#listMore(code, count, found.name)
    }
    list(
      'cell-misfit',
      kinds.filter((kind) => !fits(found.type, kind)),
    )
    list('cell-error', ['error'])
  }

  /** One line for all that were not listed. */
  #listMore(code: Problem['code'], count: number, column?: string): void {
    if (count <= mostSamples) return
    const place = { sheet: this.#sheet, ...(column === undefined ? {} : { column }) }
    this.#problems.push({ code: 'more-of-the-same', ...place, detail: { code, count: count - mostSamples } })
  }

  #listOthers(unnamedLetters: readonly string[]): void {
    const sheet = this.#sheet
    if (unnamedLetters.length > 0) {
      const letters = unnamedLetters.slice(0, mostSamples).join(', ')
      this.#problems.push({
        code: 'columns-unnamed',
        sheet,
        detail: { columns: letters, count: unnamedLetters.length },
      })
    }
    if (this.#hidden.count > 0) {
      this.#problems.push({
        code: 'rows-hidden',
        sheet,
        row: this.#hidden.first,
        detail: { count: this.#hidden.count },
      })
    }
    for (const { row, fields } of this.#ragged) {
      this.#problems.push({
        code: 'row-ragged',
        sheet,
        row,
        detail: { fields, expected: this.#expectedFields },
      })
    }
    this.#listMore('row-ragged', this.#raggedCount)
  }
}

/** The text of the first cell that has something in it. */
function labelOf(row: SheetRow): string {
  for (let column = 0; column < row.width; column += 1) if (!row.isBlank(column)) return row.text(column)
  return ''
}

/** A header row come again: the same words in the same places, at least two of them. */
function isSameWords(header: SheetRow, row: SheetRow): boolean {
  let same = 0
  const width = Math.max(header.width, row.width)
  for (let column = 0; column < width; column += 1) {
    if (header.isBlank(column) && row.isBlank(column)) continue
    if (
      header.text(column).trim() !== row.text(column).trim() ||
      header.isBlank(column) ||
      row.isBlank(column)
    )
      return false
    same += 1
  }
  return same > 1
}

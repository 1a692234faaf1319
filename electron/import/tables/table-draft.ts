// One table while its rows stream by: each row is data, or a total, a note, a repeated header that is set aside;
// at the end its columns get their types and the problems met are listed. It keeps profiles, no cells.
// Over 300 lines because what a row is depends on all that was seen of its table.

import { letterOf, sheetRow } from '../../../shared/model/cell-address.ts'
import type { Problem, TableRecipe } from '../../../shared/model/source.ts'
import type { FoundColumn, FoundTable, Layout, SkippedRow } from '../../../shared/model/table.ts'
import { fits } from '../cells/cell-value.ts'
import { type HeadColumn, unnamed } from './column-names.ts'
import { type ColumnProfile, mostSamples } from '../columns/column-profile.ts'
import { type ColumnDecision, decideColumn } from '../columns/column-type.ts'
import type { TableOutput } from './finding.ts'
import { LayoutSample, offersFor } from './layout-offers.ts'
import { isWordy, kinds } from '../cells/look.ts'
import type { Merges } from './merges.ts'
import { periodKind } from './period-names.ts'
import { formatRange } from './range.ts'
import { RowGlance, mostLabels } from './row-glance.ts'
import { type SheetRow, columnOf, filledColumns, text } from '../cells/sheet-row.ts'
import { TableColumns } from '../columns/table-columns.ts'
import { type Head, type Line, isNote, isSection, isStatement } from './table-head.ts'
import { TotalRows } from './total-rows.ts'
import { type TotalWord, isBelowTotal, totalWord } from './total-words.ts'
import { Unpivot } from './unpivot.ts'
import { VerticalFill, isLabelName } from './vertical-fill.ts'

/** Cells of a line of remarks: 制表：…, 审核：…, 日期：… */
const mostRemarks = 4
/** Columns that a problem names. */
const mostNamed = 20

export interface DraftOptions {
  sheet: string
  merges: Merges
  output?: TableOutput | undefined
  /** What the user set. */
  recipe?: TableRecipe | undefined
  /** Where an upright table begins in its sheet: its columns are the sheet's rows from here on. */
  top?: number | undefined
}

export class TableDraft {
  readonly #head: Head
  readonly #options: DraftOptions
  readonly #fill: VerticalFill
  readonly #glance: RowGlance
  readonly #names = new Map<number, HeadColumn>()
  readonly #columns: TableColumns
  readonly #profiles: TableColumns['profiles']
  readonly #unpivot: Unpivot | undefined
  readonly #settings: ReadonlyMap<string, TableRecipe['columns'][number]>
  /** The user's word on single rows. */
  readonly #said: ReadonlyMap<number, TableRecipe['rows'][number]['as']>
  readonly #sample = new LayoutSample()
  readonly #skipped: SkippedRow[]
  readonly #problems: Problem[] = []
  /** Rows with a single remark: footnotes when nothing follows, notes when data does. */
  #remarks: number[] = []
  /** Whether the last row was a total of the whole. */
  #isClosed = false
  readonly #totals: TotalRows
  readonly #right: number
  #firstRow = 0
  #lastRow = 0
  #rowCount = 0
  #hidden: { first: number; count: number } = { first: 0, count: 0 }
  #ragged: { row: number; fields: number }[] = []
  #raggedCount = 0
  readonly #expectedFields: number

  constructor(head: Head, options: DraftOptions) {
    const { merges, output, recipe } = options
    this.#head = head
    this.#options = options
    this.#settings = new Map(recipe?.columns.map((column) => [column.letter, column]))
    this.#said = new Map(recipe?.rows.map(({ row, as }) => [row, as]))
    for (const column of head.columns) this.#names.set(column.column, column)
    this.#right = head.columns.reduce((right, { column }) => Math.max(right, column), -1)
    this.#unpivot =
      recipe?.layout?.kind === 'unpivot' ? new Unpivot(recipe.layout, head, this.#lastColumn()) : undefined
    this.#columns = new TableColumns({
      width: this.#unpivot ? this.#unpivot.value + 1 : this.#right + 1,
      decide: (column, profile) => this.#decide(column, profile),
      output,
    })
    this.#profiles = this.#columns.profiles
    this.#glance = new RowGlance(head)
    this.#totals = new TotalRows(
      // Of records that several columns gave no column adds up.
      this.#unpivot ? [] : this.#profiles,
      (column) => this.#nameOf(column),
      (column, row) =>
        this.#isUpright ? `${letterOf(row - 1)}${this.#letter(column)}` : `${letterOf(column)}${row}`,
    )
    this.#fill = new VerticalFill(merges, (column) => isLabelName(this.#nameOf(column)))
    this.#skipped = [...head.skipped]
    this.#expectedFields = head.headerRows.at(-1)?.fields ?? 0
  }

  get title(): string | undefined {
    return this.#head.title
  }

  /** The last column that has a name or something in it. */
  get right(): number {
    return Math.max(this.#right, this.#profiles.length - 1)
  }

  /** Whether the same header stands over the same columns. */
  isHeaderOf({ columns }: Pick<Head, 'columns'>): boolean {
    return (
      columns.length === this.#head.columns.length &&
      columns.every(({ column, name }, index) => {
        const own = this.#head.columns[index]
        return own?.column === column && own.name === name
      })
    )
  }

  /** Whether every column seen so far holds words only, so that a header cannot be told from data. */
  get isAllText(): boolean {
    return this.#profiles.every(
      (profile) =>
        !profile ||
        kinds.filter(isWordy).reduce((sum, kind) => sum + profile.count(kind), 0) >= profile.filled,
    )
  }

  /** Columns that hold data. */
  get columns(): readonly number[] {
    if (this.#unpivot) return this.#head.columns.map(({ column }) => column)
    return this.#profiles.flatMap((profile, column) => (profile && profile.filled > 0 ? [column] : []))
  }

  /** Takes a row that is data at a glance; false for one that must be looked at closely. */
  takePlain(row: SheetRow): boolean {
    if (this.#isClosed || this.#said.has(row.row) || !this.#glance.isPlain(row)) return false
    this.#takeData(row)
    return true
  }

  /** Takes the next row that is not blank. */
  take(row: SheetRow): void {
    const said = this.#said.get(row.row)
    if (said === 'data') this.#takeData(row)
    else if (said) this.#skip(row.row, said)
    else if (!this.#takeAside(row)) {
      if (this.isRemark(row)) this.#remarks.push(row.row)
      else {
        this.#glance.learn(row)
        this.#takeData(row)
      }
    }
  }

  /** Blank rows that stand between rows of the table. */
  takeBlanks(from: number, to: number): void {
    for (let row = from; row <= to; row += 1) if (!this.#remarks.includes(row)) this.#skip(row, 'blank')
  }

  /** Rows behind the table that say something of it. */
  takeFootnotes(rows: readonly Line[]): void {
    for (const { row } of rows) this.#remarks.push(row.row)
  }

  /** Sets a repeated header, a total, or a line below the total aside; false for any other row. */
  #takeAside(row: SheetRow): boolean {
    if (this.isRepeatedHeader(row)) {
      this.#skip(row.row, 'repeated-header')
      return true
    }
    const word = this.totalWordOf(row)
    if (word && this.#takeTotal(row, word)) return true
    if (this.#isClosed && isBelowTotal(labelOf(row))) {
      this.#skip(row.row, 'total')
      return true
    }
    if (word || this.#rowCount < 2 || this.#fill.reaches(row.row) || this.#glance.hasLabel(row)) return false
    const why = this.#totals.takeUnlabelled(row)
    if (why) this.#setTotalAside(row, why)
    return why !== undefined
  }

  isRepeatedHeader(row: SheetRow): boolean {
    return this.#head.headerRows.some((header) => isSameWords(header, row))
  }

  /** What the label of a row says of totals: the label is one of its first texts. */
  totalWordOf(row: SheetRow): TotalWord | undefined {
    let texts = 0
    for (let column = 0; column < row.width && texts < mostLabels; column += 1) {
      if (row.kind(column) !== text || row.isBlank(column)) continue
      texts += 1
      const word = totalWord(row.text(column))
      if (word) return word
    }
    return undefined
  }

  /**
   * A line of words: opened like a note, the heading of a section, alone below the total, merged across the table, or
   * far longer than a label.
   */
  isRemark(row: SheetRow): boolean {
    const cells = filledColumns(row)
    if (cells.length > mostRemarks || !cells.every((column) => row.kind(column) === text)) return false
    const width = Math.max(this.#names.size, this.columns.length)
    const texts = cells.map((column) => row.text(column).slice(0, 100).trim())
    const isFew = cells.length === 1 || cells.length * 2 <= width
    if (isFew ? texts.every(isStatement) : texts.every(isNote)) return true
    const [only] = cells
    if (cells.length !== 1 || only === undefined || width < 2) return false
    if (texts.every(isSection)) return true
    const merge = this.#options.merges.get(row.row)?.find(({ left }) => left === only)
    const isWide = merge !== undefined && (merge.right - merge.left + 1) * 2 > width
    return width > 2 && (isWide || this.#isClosed || (texts[0]?.length ?? 0) > 30)
  }

  /**
   * Whether a line of words where values stand is the header of another table. A single word may be an odd cell, so
   * there must be several, or a title above (`isTitled`), or a total of the whole before.
   */
  isLikeHeader({ row, cells, words }: Line, isTitled: boolean): boolean {
    if (!words || cells.length < 2) return false
    const over = cells.filter((column) => {
      const profile = this.#profiles[column]
      const valued = profile && profile.filled - profile.count('text')
      return profile && valued && valued * 5 >= profile.filled * 4
    })
    const said = new Set(cells.map((column) => row.text(column).trim()))
    if (over.length === 0 || said.size < cells.length || over.some((column) => row.kind(column) !== text))
      return false
    const isNew = over.every((column) =>
      this.#profiles[column]?.samples('text').every((sample) => sample.text !== row.text(column).trim()),
    )
    return isTitled || this.#isClosed || (isNew && over.length > 1)
  }

  #takeData(row: SheetRow): void {
    if (this.#remarks.length > 0) {
      for (const remark of this.#remarks) this.#skip(remark, 'note')
      this.#remarks = []
    }
    if (this.#isClosed) this.#reopen()
    this.#fill.apply(row)
    if (this.#rowCount === 0) this.#firstRow = row.row
    this.#lastRow = row.row
    this.#rowCount += 1
    if (row.hidden) {
      if (this.#hidden.count === 0) this.#hidden.first = row.row
      this.#hidden.count += 1
    }
    if (row.fields > 0 && this.#expectedFields > 0) this.#checkFields(row)
    this.#sample.take(row)
    if (this.#unpivot) for (const record of this.#unpivot.records(row)) this.#columns.take(record)
    else this.#columns.take(row)
  }

  /** What seemed the total of the whole was one of a part when more rows follow it. */
  #reopen(): void {
    const last = this.#skipped.at(-1)
    if (last?.why === 'total') last.why = 'subtotal'
    this.#isClosed = false
  }

  #checkFields(row: SheetRow): void {
    if (row.fields >= this.#expectedFields && row.width <= this.#expectedFields) return
    this.#raggedCount += 1
    if (this.#ragged.length < mostSamples) this.#ragged.push({ row: row.row, fields: row.fields })
  }

  #nameOf(column: number): string {
    return this.#names.get(column)?.name ?? this.#letter(column)
  }

  get #isUpright(): boolean {
    return this.#options.top !== undefined
  }

  /** What a column is called in the sheet. */
  #letter(column: number): string {
    const { top } = this.#options
    return top === undefined ? letterOf(column) : String(top + column)
  }

  #skip(row: number, why: SkippedRow['why']): void {
    this.#skipped.push({ row, why })
  }

  /** Sets a row of totals aside; false when it is an ordinary row that is only called like one. */
  #takeTotal(row: SheetRow, word: TotalWord): boolean {
    const isFirst = this.#rowCount === 0
    const why = isFirst ? this.#totals.takeLeading(row, word) : this.#totals.take(row, word)
    if (!why) return false
    this.#setTotalAside(row, why)
    return true
  }

  #setTotalAside({ row }: SheetRow, why: 'subtotal' | 'total'): void {
    this.#isClosed = why === 'total' && this.#rowCount > 0
    this.#skip(row, why)
  }

  #decide(column: number, profile: ColumnProfile): ColumnDecision | undefined {
    const head = this.#unpivot?.headOf(column) ?? this.#names.get(column)
    const set = this.#settingOf(column)
    if (set?.leftOut || this.#unpivot?.leavesOut(column, set !== undefined)) return undefined
    if ((!head || head.isCovered) && profile.filled === 0 && !set) return undefined
    const header = withUnit(head ?? unnamed(column), set)
    const tableUnit = set?.unit === undefined ? this.#head.tableUnit : undefined
    const decision = decideColumn(profile, { ...header, name: measureOf(header) }, tableUnit, set)
    return withSettings(decision, header, set ?? {})
  }

  #settingOf(column: number): TableRecipe['columns'][number] | undefined {
    if (column === this.#unpivot?.label) return undefined
    return this.#settings.get(this.#unpivot?.letterOf(column) ?? this.#letter(column))
  }

  /** The table with types and units, and the problems in it; undefined when no row of data came. */
  finish(name: string): { table: FoundTable; problems: Problem[] } | undefined {
    this.#totals.finish()
    const decided = this.#columns.finish()
    if (this.#rowCount === 0 || decided.length === 0) return undefined
    const { sheet, recipe } = this.#options
    for (const problem of this.#totals.problems) this.#problems.push({ ...problem, sheet })
    for (const remark of this.#remarks) this.#skip(remark, remark > this.#lastRow ? 'footnote' : 'note')
    const columns: FoundColumn[] = []
    const unnamedLetters: string[] = []
    for (const { column, decision, profile } of decided) {
      const named = this.#unpivot?.headOf(column) ?? this.#names.get(column)
      const set = this.#settingOf(column)
      const letter = this.#unpivot?.letterOf(column) ?? this.#letter(column)
      if (!named && !set?.name) unnamedLetters.push(letter)
      const found = { name: set?.name ?? named?.name ?? letter, ...decision, letter }
      this.#listMisfits(found, profile)
      columns.push(found)
    }
    this.#listOthers(unnamedLetters)
    const layout = recipe?.layout?.kind === 'rows' ? undefined : recipe?.layout
    const offers = layout ? [] : offersFor(this.#head, columns, this.#sample, this.#rowCount)
    const table = {
      sheet,
      range: this.#range(decided.map(({ column }) => column)),
      headerRows: this.#head.headerRows.map(({ row }) => row),
      name,
      skipped: this.#skipped.toSorted((a, b) => a.row - b.row),
      rowCount: this.#rowCount * (this.#unpivot?.letters.length ?? 1),
      ...(layout && { layout }),
      columns,
      headReason: this.#head.reason,
      ...(offers.length > 0 && { offers }),
    }
    return { table, problems: this.#problems }
  }

  /** The last column of the sheet that the user or a header names. */
  #lastColumn(): number {
    return Math.max(this.#right, columnOf(/:([A-Z]+)/.exec(this.#options.recipe?.range ?? '')?.[1] ?? 'A'))
  }

  #range(columns: readonly number[]): string {
    const headerRows = this.#head.headerRows.map(({ row }) => row)
    const top = Math.min(this.#firstRow, ...headerRows)
    const unpivot = this.#unpivot
    const held = unpivot
      ? [...columns.filter((column) => column < unpivot.label), ...unpivot.columns]
      : columns
    const first = Math.min(...held)
    const last = Math.max(...held)
    const from = this.#options.top
    return from === undefined
      ? formatRange({ top, left: first, bottom: this.#lastRow, right: last })
      : formatRange({ top: from + first, left: top - 1, bottom: from + last, right: this.#lastRow - 1 })
  }

  /** Lists cells that do not fit and cells with errors. */
  #listMisfits(found: FoundColumn, profile: ColumnProfile): void {
    const layout = this.#options.recipe?.layout
    const place = { sheet: this.#options.sheet, column: found.name }
    const list = (code: 'cell-misfit' | 'cell-error', of: readonly (typeof kinds)[number][]): void => {
      const samples = of.flatMap((kind) => profile.samples(kind)).toSorted((a, b) => a.row - b.row)
      const count = of.reduce((sum, kind) => sum + profile.count(kind), 0)
      for (const { row, text: shown } of samples.slice(0, mostSamples)) {
        const detail = { text: shown.slice(0, 100), type: found.type }
        this.#problems.push({ code, ...place, row: placeOf(layout, found, row), detail })
      }
      this.#listMore(code, count, found.name)
    }
    list(
      'cell-misfit',
      kinds.filter((kind) => !fits(found, kind)),
    )
    list('cell-error', ['error'])
  }

  /** One line for all that were not listed. */
  #listMore(code: Problem['code'], count: number, column?: string): void {
    if (count <= mostSamples) return
    const place = { sheet: this.#options.sheet, ...(column === undefined ? {} : { column }) }
    this.#problems.push({ code: 'more-of-the-same', ...place, detail: { code, count: count - mostSamples } })
  }

  #listOthers(unnamedLetters: readonly string[]): void {
    const { sheet } = this.#options
    if (unnamedLetters.length > 0) {
      const letters = unnamedLetters.slice(0, mostNamed).join(', ')
      this.#problems.push({
        code: 'columns-unnamed',
        sheet,
        detail: { columns: letters, count: unnamedLetters.length },
      })
    }
    for (const [column, { row, count }] of this.#fill.once) {
      this.#problems.push({
        code: 'merged-amounts',
        sheet,
        row,
        column: this.#nameOf(column),
        detail: { count },
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

/** A header with the unit that the user set. */
function withUnit(head: HeadColumn, set: TableRecipe['columns'][number] | undefined): HeadColumn {
  if (set?.unit === undefined && set?.scale === undefined) return head
  const { unit: headUnit, scale: headScale, ...rest } = head
  const unit = set.unit ?? headUnit
  const scale = set.scale ?? (set.unit === undefined ? headScale : undefined)
  return { ...rest, ...(unit ? { unit } : {}), ...(scale === undefined ? {} : { scale }) }
}

/** What is measured in a column: under 1月 or 2026Q3 the groups above tell, the period itself says nothing of it. */
function measureOf({ name, words }: HeadColumn): string {
  const [lowest = '', ...upper] = words.toReversed()
  return periodKind(lowest) ? upper.join('·') : name
}

/** The sheet's row of a record's cell. */
const placeOf = (layout: Layout | undefined, { letter }: FoundColumn, row: number): number =>
  layout?.kind === 'columns' ? Number(letter) : sheetRow(layout, row)

const withoutUnit = new Set<FoundColumn['type']>(['text', 'date', 'datetime', 'boolean'])

/** A decision with the unit that the user set: an empty one is none. Says where the unit came from. */
function withSettings(
  decision: ColumnDecision,
  head: HeadColumn,
  { unit, scale }: Pick<TableRecipe['columns'][number], 'unit' | 'scale'>,
): ColumnDecision {
  const { reason } = decision
  const isSet = unit !== undefined || scale !== undefined
  if (!isSet || withoutUnit.has(decision.type)) {
    const isBelow = head.hasUnitRow && reason?.unit === 'header'
    return isBelow ? { ...decision, reason: { ...reason, unit: 'unit-row' } } : decision
  }
  const { unit: _unit, scale: _scale, ...rest } = decision
  return {
    ...rest,
    ...(head.unit ? { unit: head.unit } : {}),
    ...(head.scale !== undefined && head.scale !== 1 ? { scale: head.scale } : {}),
    ...(reason && { reason: { ...reason, unit: 'user' } }),
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

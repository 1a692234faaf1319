// Tables as the user set them in a sheet: where each stands, which rows are its header, how it is to be read. What is
// not set is guessed as for any other table. A sheet in which a table no longer stands so does not fit.

import { RecapError } from '../../../shared/errors.ts'
import type { TableRecipe } from '../../../shared/model/source.ts'
import type { HeadColumn } from './column-names.ts'
import { type Merges, noMerges } from './merges.ts'
import { periodKind } from './period-names.ts'
import { type Range, parseRange } from './range.ts'
import { takePart } from '../cells/row-parts.ts'
import { SheetRow, columnOf, filledColumns } from '../cells/sheet-row.ts'
import { StackFinder } from './stack-finder.ts'
import type { DraftOptions, TableDraft } from './table-draft.ts'
import {
  type Above,
  type Head,
  type Line,
  headOf,
  isAbove,
  isUnderHeader,
  readAbove,
  toLine,
} from './table-head.ts'
import { mostFields, uprightRows } from './upright.ts'

/** Lines kept from above a table, for its title, notes and unit. */
const mostAbove = 12

export interface SetOptions {
  begin(head: Head, set: Pick<DraftOptions, 'recipe' | 'top'> & { merges?: Merges }): TableDraft
  end(draft: TableDraft, name: string | undefined): void
}

export class SetTables {
  readonly #tables: readonly SetTable[]

  /** @throws RecapError input-invalid for a range that is none */
  constructor(sheet: string, merges: Merges, recipes: readonly TableRecipe[], options: SetOptions) {
    const placed = recipes.map((recipe) => {
      const range = parseRange(recipe.range)
      if (!range) throw new RecapError('input-invalid', `range ${recipe.range}`, { place: 'range' })
      return { recipe, range }
    })
    this.#tables = placed.map(({ recipe, range }) => {
      const below = placed.filter((other) => isBelow(other.range, range)).map((other) => other.range.top - 1)
      const limit = Math.min(range.bottom, ...below)
      const beside = placed.flatMap((other) => (other.range.left > range.right ? [other.range.left - 1] : []))
      const isFirst = !placed.some((other) => isBelow(range, other.range))
      const place = { range, limit, until: Math.min(Number.POSITIVE_INFINITY, ...beside), isFirst }
      return new SetTable(sheet, merges, recipe, place, options)
    })
  }

  take(row: SheetRow): void {
    for (const table of this.#tables) table.take(row)
  }

  /** The name of a table that does not fit the sheet; undefined when all do, those not met with in a part of it too. */
  finish(isPart: boolean): string | undefined {
    for (const table of this.#tables) table.finish()
    return this.#tables.find(({ isFit, isRefused }) => (isPart ? isRefused : !isFit))?.name
  }
}

/** Where a table stands among the others that are set. */
interface Place {
  range: Range
  /** The last row that may belong to it. */
  limit: number
  /** The last column before the next table beside it. */
  until: number
  /** Whether no other table stands above it. */
  isFirst: boolean
}

/** Whether one range begins below another, in some of its columns. */
const isBelow = (one: Range, other: Range): boolean =>
  one.top > other.top && one.left <= other.right && one.right >= other.left

class SetTable {
  readonly #sheet: string
  readonly #merges: Merges
  readonly #recipe: TableRecipe
  readonly #place: Place
  readonly #range: Range
  readonly #options: SetOptions
  readonly #headerRows: ReadonlySet<number>
  readonly #lastHeader: number
  /** A row's part in the table, filled anew for each. */
  #part = new SheetRow()
  #above: Line[] = []
  #header: Line[] = []
  /** What stands right of the header, which may state the unit. */
  #beside: Line[] = []
  #underRow: Line | undefined
  #draft: TableDraft | undefined
  /** Follows a table that is open below. */
  #stack: StackFinder | undefined
  /** Rows of a table to be read upright. */
  #rows: SheetRow[] = []
  #seen = 0
  #isOver = false
  isFit = true
  /** Its header was there and did not fit. */
  isRefused = false

  constructor(sheet: string, merges: Merges, recipe: TableRecipe, place: Place, options: SetOptions) {
    this.#sheet = sheet
    this.#merges = merges
    this.#recipe = recipe
    this.#place = place
    this.#range = place.range
    this.#options = options
    this.#headerRows = new Set(recipe.layout?.kind === 'columns' ? [] : recipe.headerRows)
    this.#lastHeader = Math.max(0, ...this.#headerRows)
  }

  get name(): string {
    return this.#recipe.name ?? this.#readAbove().title ?? this.#sheet
  }

  get #isUpright(): boolean {
    return this.#recipe.layout?.kind === 'columns'
  }

  take(row: SheetRow): void {
    if (this.#isOver) return
    if (row.row > this.#place.limit) {
      this.finish()
      return
    }
    const { top, left, right } = this.#range
    const isHeader = this.#headerRows.has(row.row)
    if (row.row < top && !isHeader) {
      this.#keepAbove(row)
      return
    }
    const part = left === 0 && row.width <= right + 1 ? row : this.#partOf(row)
    if (part.isAllBlank()) return
    if (this.#isUpright) this.#keepUpright(part)
    else if (isHeader) {
      this.#header.push(toLine(part.copy()))
      this.#beside.push(
        toLine(takePart(new SheetRow(row.date1904), row, right + 1, this.#place.until).copy()),
      )
    } else if (row.row < this.#lastHeader) this.#keepAbove(part)
    else this.#takeData(part)
  }

  finish(): void {
    if (this.#isOver) return
    this.#isOver = true
    if (this.#isUpright && this.#rows.length > 0) this.#readUpright()
    if (!this.#draft) this.isFit = false
    else if (this.#stack) this.#stack.finish(this.#place.limit < this.#range.bottom)
    else this.#options.end(this.#draft, this.#recipe.name)
  }

  #partOf(row: SheetRow): SheetRow {
    if (row.date1904 !== this.#part.date1904) this.#part = new SheetRow(row.date1904)
    return takePart(this.#part, row, this.#range.left, this.#range.right)
  }

  /** A line above the table; one that stands alone in its row may be its title wherever it begins. */
  #keepAbove(row: SheetRow): void {
    const { left, right } = this.#range
    const part = takePart(new SheetRow(row.date1904), row, left, right)
    const isAlone = this.#place.isFirst && filledColumns(row).length === 1
    const kept = part.isAllBlank() ? (isAlone ? row : undefined) : part
    if (kept) this.#above.push(toLine(kept.copy()))
    if (this.#above.length > mostAbove) this.#above.shift()
  }

  /** What the lines right above the table say; those before a blank row only when these say no title. */
  #readAbove(): Above {
    const lines = this.#above
    const first = this.#header[0]
    let from = lines.length
    let below = first?.row.row ?? this.#range.top
    while (from > 0) {
      const line = lines[from - 1]
      if (!line || line.row.row + 1 < below || !isAbove(line, lines[from] ?? first, this.#merges)) break
      below = line.row.row
      from -= 1
    }
    const near = readAbove(lines.slice(from))
    if (near.title !== undefined) return near
    const all = lines.filter((line, index) => isAbove(line, lines[index + 1] ?? first, this.#merges))
    return readAbove(this.#place.isFirst ? all : all.slice(-Math.max(1, lines.length - from + 1)))
  }

  #takeData(row: SheetRow): void {
    if (!this.#draft && !this.#underRow && this.#header.length > 0) {
      const line = toLine(row)
      const said = this.#recipe.rows.find((one) => one.row === row.row)?.as
      if (said !== 'data' && isUnderHeader(line, this.#header)) {
        this.#underRow = toLine(row.copy())
        return
      }
    }
    const draft = (this.#draft ??= this.#begin())
    if (!draft) {
      this.isFit = false
      this.isRefused = true
      this.#isOver = true
      return
    }
    if (this.#stack) {
      this.#stack.take(row)
      return
    }
    if (this.#seen > 0 && row.row > this.#seen + 1) draft.takeBlanks(this.#seen + 1, row.row - 1)
    this.#seen = row.row
    if (!draft.takePlain(row)) draft.take(row)
  }

  /** Undefined when the sheet is not as it was when the recipe was made. */
  #begin(): TableDraft | undefined {
    const { layout } = this.#recipe
    if (this.#header.length < this.#headerRows.size) return undefined
    const above = this.#readAbove()
    const tableUnit =
      above.tableUnit ?? readAbove(this.#beside.filter(({ cells }) => cells.length === 1)).tableUnit
    const head = headOf({ ...above, tableUnit }, this.#header, this.#underRow, [], this.#merges, 'user')
    const { left, right } = this.#range
    const isInside = (letter: string): boolean => columnOf(letter) >= left && columnOf(letter) <= right
    if (layout?.kind === 'unpivot' && !layout.letters.every(isInside)) return undefined
    if (!this.#hasHeader(head.columns)) return undefined
    const draft = this.#options.begin(head, { recipe: this.#recipe })
    if (this.#range.bottom === Number.POSITIVE_INFINITY) {
      const end = (ended: TableDraft): void => this.#options.end(ended, this.#recipe.name)
      this.#stack = new StackFinder({ merges: this.#merges, begin: () => undefined, end }, draft)
    }
    return draft
  }

  /** Whether the header still says what it said: half of it, and all that the user set something for. */
  #hasHeader(columns: readonly HeadColumn[]): boolean {
    const { header, headerRows, columns: set } = this.#recipe
    const { left } = this.#range
    if (!header || columnOf(header.left) !== left || header.rows.join() !== headerRows.join()) return true
    const names = new Map(columns.map(({ column, name }) => [column - left, name]))
    const known = header.names.flatMap((was, index) => (was === '' ? [] : [{ was, index }]))
    const gone = known.filter(({ was, index }) => {
      const is = names.get(index) ?? ''
      return was !== is && (periodKind(was) === undefined || periodKind(was) !== periodKind(is))
    })
    return (
      gone.length * 2 <= known.length &&
      !gone.some(({ index }) => set.some(({ letter }) => columnOf(letter) === left + index))
    )
  }

  /** A table that is open below ends with a blank row: its fields stand together. */
  #keepUpright(part: SheetRow): void {
    const last = this.#rows.at(-1)
    const isOpen = this.#range.bottom === Number.POSITIVE_INFINITY
    if ((last && isOpen && part.row > last.row + 1) || this.#rows.length > mostFields) this.finish()
    else this.#rows.push(part.copy())
  }

  #readUpright(): void {
    const rows = uprightRows(this.#rows, this.#range)
    if (!rows) return
    const headed = Math.max(1, this.#recipe.headerRows.length)
    const header = rows.slice(0, headed).map((row) => toLine(row))
    const head = headOf(this.#readAbove(), header, undefined, [], noMerges, 'user')
    const draft = this.#options.begin(head, { recipe: this.#recipe, top: this.#range.top, merges: noMerges })
    for (const row of rows.slice(headed)) draft.take(row)
    this.#draft = draft
  }
}

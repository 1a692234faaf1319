// Finds the tables that stand below each other in some columns of a sheet, while rows stream by once: a block of rows is
// looked at until its header is known, then its rows only pass. Blank rows end a block; what follows continues the
// table, begins another, or is a remark.
// Over 300 lines because whether a row goes on with a table or begins another is one question asked from many sides.

import type { Merges } from './merges.ts'
import type { SheetRow } from '../cells/sheet-row.ts'
import {
  type FoundHead,
  type Head,
  type Line,
  findHead,
  headRows,
  isAbove,
  isSection,
  isStatement,
  toLine,
} from './table-head.ts'
import type { TableDraft } from './table-draft.ts'

/** A table may have this many blank rows in a row, as between pages; more begin something else. */
const mostBlankRows = 20
/** Lines kept from before a table, for its title and notes. */
const mostPreface = 12

/** Rows of a table that may look like another's header and be none, before no more are looked at so. */
const mostDoubts = 50

/** What is done with the tables found. */
export interface StackOptions {
  merges: Merges
  /** Begins a table; undefined when no further one is wanted, which ends the search. */
  begin(head: Head): TableDraft | undefined
  end(draft: TableDraft): void
}

export class StackFinder {
  readonly #options: StackOptions
  readonly #merges: Merges
  #draft: TableDraft | undefined
  /** The last row of the draft, or of what was said behind it. */
  #seen = 0
  /** Rows of a block whose meaning is not known yet. */
  #pending: Line[] = []
  /** Whether what is pending looked like a header without data once already. */
  #waited = false
  /** Whether what is pending follows the draft without a blank row, as a header without a gap would. */
  #isDoubtful = false
  /** How often a header was suspected in vain. */
  #doubts = 0
  /** Lines that belonged to no table so far. */
  #preface: Line[] = []
  /** A row of one word right below rows of the table, and remarks below it: title and notes of another, if a header follows. */
  #aside: Line[] = []
  /** Whether rows go straight to the draft. */
  #feeding = false
  #lastSeen = 0
  #isOver = false

  /** `draft`: a table that has begun already. */
  constructor(options: StackOptions, draft?: TableDraft) {
    this.#options = options
    this.#merges = options.merges
    this.#draft = draft
    this.#feeding = draft !== undefined
  }

  /** The last column of the table whose rows pass; Infinity while none does. */
  get right(): number {
    return this.#draft && this.#feeding ? this.#draft.right : Number.POSITIVE_INFINITY
  }

  /** The last column of the table that may still go on. */
  get open(): number {
    return this.#draft?.right ?? -1
  }

  /** Takes the next row that has something in it. */
  take(row: SheetRow): void {
    const gap = row.row > this.#lastSeen + 1 && this.#lastSeen > 0
    this.#lastSeen = row.row
    if (gap) {
      this.#settleAll(false)
      this.#feeding = false
    }
    if (this.#isOver) return
    if (this.#draft && this.#feeding) this.#feed(this.#draft, row)
    else this.#wait(toLine(row.copy()))
  }

  /** No more rows will come. `isFollowed`: another table begins below, whose title a word alone would be. */
  finish(isFollowed = false): void {
    if (isFollowed) this.#aside = []
    this.#settleAll(true)
    this.#close()
  }

  /** Gives back the lines that belong to no table yet, for others to look at. */
  release(): SheetRow[] {
    if (this.#isDoubtful || this.#aside.length > 0) this.#settleAll(false)
    const loose = [...this.#preface, ...this.#pending].map(({ row }) => row)
    this.#preface = []
    this.#forgetPending()
    if (loose.length > 0) this.#feeding = false
    return loose
  }

  #wait(line: Line): void {
    this.#pending.push(line)
    if (this.#pending.length >= headRows) this.#settle(true)
  }

  /** A block is over: of the rows of a table none may stay in doubt. */
  #settleAll(final: boolean): void {
    this.#handAside()
    do this.#settle(final)
    while (this.#isDoubtful && this.#pending.length > 0)
  }

  /** A row right below the rows of a table: nearly always its next row. */
  #feed(draft: TableDraft, row: SheetRow): void {
    if (this.#preface.length === 0 && this.#aside.length === 0 && draft.takePlain(row)) {
      this.#seen = row.row
      return
    }
    const isAgain = draft.isRepeatedHeader(row) && !this.#isOtherTitle(draft)
    if (isAgain) {
      this.#preface.push(...this.#aside)
      this.#aside = []
    }
    if (isAgain || draft.totalWordOf(row)) {
      this.#hand(draft, row)
      return
    }
    const line = toLine(row)
    if (this.#doubts < mostDoubts && draft.isLikeHeader(line, this.#isTitled())) {
      this.#preface.push(...this.#aside)
      this.#aside = []
      this.#feeding = false
      this.#isDoubtful = true
      this.#wait({ ...line, row: row.copy() })
      return
    }
    const isRemark = draft.isRemark(row)
    if (isRemark && this.#aside.length > 0 && this.#aside.length < mostPreface) {
      this.#aside.push({ ...line, row: row.copy() })
      return
    }
    this.#handAside()
    if (isRemark) this.#keep([{ ...line, row: row.copy() }])
    else if (line.words && line.cells.length === 1 && draft.columns.length > 1)
      this.#aside = [{ ...line, row: row.copy() }]
    else this.#hand(draft, row)
  }

  /** A word alone that no header follows is a row of the table. */
  #handAside(): void {
    const [first, ...remarks] = this.#aside
    if (!first || !this.#draft) return
    this.#aside = []
    this.#hand(this.#draft, first.row)
    this.#keep(remarks)
  }

  #hand(draft: TableDraft, row: SheetRow): void {
    this.#handAside()
    this.#endPreface()
    draft.take(row)
    this.#seen = row.row
  }

  #isTitled(): boolean {
    if (this.#aside.length > 0) return true
    return this.#preface.some(({ row, cells }) => cells.every((column) => !isStatement(row.text(column))))
  }

  /** Whether a table that has a title is followed by another one: then the same header begins another table. */
  #isOtherTitle(draft: TableDraft): boolean {
    if (draft.title === undefined) return false
    return [...this.#preface, ...this.#aside].some(({ row, cells }) =>
      cells.every((column) => !isStatement(row.text(column)) && row.text(column).trim() !== draft.title),
    )
  }

  /** Keeps lines that may belong to the next table; the oldest of too many belong to the one before. */
  #keep(lines: readonly Line[]): void {
    this.#preface.push(...lines)
    const spare = this.#preface.splice(0, this.#preface.length - mostPreface)
    this.#draft?.takeFootnotes(spare)
  }

  /** Decides what the pending rows are. `final`: no more rows can help. */
  #settle(final: boolean): void {
    const lines = this.#pending
    const [first] = lines
    if (!first) return
    if (this.#isDoubtful && this.#draft) {
      this.#settleDoubt(this.#draft, lines)
      return
    }
    if (this.#draft && this.#continues(this.#draft, lines)) {
      const draft = this.#draft
      this.#endPreface()
      draft.takeBlanks(this.#seen + 1, first.row.row - 1)
      this.#forgetPending()
      this.#feeding = true
      this.#feedAll(
        draft,
        lines.map(({ row }) => row),
      )
      return
    }
    const head = this.#findWithPreface(lines)
    if (head === 'waiting' && !final && !this.#waited) {
      this.#waited = true
      return
    }
    if (head === 'none' || head === 'waiting') {
      this.#forgetPending()
      this.#feeding = false
      this.#keep(lines)
      return
    }
    this.#begin(head, lines)
  }

  /** A header in the middle of a table begins another if values stand below it; else it was an odd row. */
  #settleDoubt(draft: TableDraft, lines: readonly Line[]): void {
    const head = findHead([...this.#preface, ...lines], this.#merges)
    const own = typeof head === 'string' ? undefined : head
    const begins =
      own?.headerRows.some(({ row }) => row === lines[0]?.row.row) &&
      own.data.slice(0, 3).some((row) => !toLine(row).words) &&
      (!draft.isHeaderOf(own) || (own.title !== undefined && own.title !== draft.title))
    if (own && begins) {
      this.#begin(own, lines)
      return
    }
    this.#forgetPending()
    this.#feeding = true
    this.#doubts += 1
    const [first, ...others] = lines
    if (first) this.#hand(draft, first.row)
    this.#feedAll(
      draft,
      others.map(({ row }) => row),
    )
  }

  /** Rows of a table that may turn out to have another below them. */
  #feedAll(draft: TableDraft, rows: readonly SheetRow[]): void {
    for (const row of rows) {
      if (this.#feeding) this.#feed(draft, row)
      else this.#pending.push(toLine(row))
    }
  }

  #forgetPending(): void {
    this.#pending = []
    this.#waited = false
    this.#isDoubtful = false
  }

  #begin(head: Head, lines: readonly Line[]): void {
    const used = new Set(head.skipped.map(({ row }) => row))
    this.#preface = this.#preface.filter(({ row }) => !used.has(row.row))
    this.#close()
    this.#forgetPending()
    this.#draft = this.#options.begin(head)
    this.#isOver = this.#draft === undefined
    this.#seen = lines.at(-1)?.row.row ?? 0
    this.#feeding = true
    this.#doubts = 0
    if (this.#draft) this.#feedAll(this.#draft, head.data)
  }

  #close(): void {
    this.#endPreface()
    if (this.#draft) this.#options.end(this.#draft)
    this.#draft = undefined
  }

  /** Lines since the table that nothing else took are remarks on it. */
  #endPreface(): void {
    this.#draft?.takeFootnotes(this.#preface)
    this.#preface = []
  }

  /** A title and notes may stand apart from their table; behind another table only the last line may. */
  #findWithPreface(lines: readonly Line[]): FoundHead {
    const alone = findHead(lines, this.#merges)
    if (typeof alone === 'string' || alone.title !== undefined || this.#preface.length === 0) return alone
    const last = this.#preface.at(-1)
    const above = this.#draft ? (last && isTitle(last) ? [last] : []) : this.#preface
    const together = findHead([...above, ...lines], this.#merges)
    return typeof together === 'string' ? alone : together
  }

  /** Whether rows after a gap are more of the table before it. */
  #continues(draft: TableDraft, lines: readonly Line[]): boolean {
    const [first] = lines
    if (!first || first.row.row - this.#seen - 1 > mostBlankRows) return false
    if (draft.isRepeatedHeader(first.row) || draft.totalWordOf(first.row)?.sure) return true
    const all = this.#bodyOf(lines)
    // What begins another table in the same block says nothing of the rows before it.
    const end = all.findIndex(
      (line, index) => index > 0 && (line.cells.length === 1 || draft.isLikeHeader(line, true)),
    )
    const body = end < 0 ? all : all.slice(0, end)
    const before = lines.slice(0, lines.length - all.length)
    const [top] = body
    if (!top) return false
    const columns = draft.columns
    const [left = 0] = columns
    const right = columns.at(-1) ?? 0
    const within = body.every(({ cells }) => (cells[0] ?? 0) >= left && (cells.at(-1) ?? 0) <= right)
    const isFull = top.cells.length * 2 > columns.length
    if (!within || (columns.length > 1 && !isFull)) return false
    const head = findHead([...before, ...body], this.#merges)
    if (head === 'none') return before.length === 0 && !isWords(top)
    if (head === 'waiting') return draft.isAllText
    const isSame = head.title === undefined || head.title === draft.title || before.length > 0
    if (head.headerRows.length === 0) return isSame
    return isSame && (draft.isHeaderOf(head) || (draft.isAllText && head.title === undefined))
  }

  /** The lines without headings of sections and titles come again: what goes on below them is the same table. */
  #bodyOf(lines: readonly Line[]): readonly Line[] {
    const from = lines.findIndex((line, index) => {
      const [only] = line.cells
      const words = only === undefined ? '' : line.row.text(only).trim()
      const isPassing = isSection(words) || words === this.#draft?.title || isStatement(words)
      return !(isPassing && isAbove(line, lines[index + 1], this.#merges))
    })
    return from > 0 ? lines.slice(from) : from < 0 ? [] : lines
  }
}

/** One line of words that names what follows. */
function isTitle({ row, cells }: Line): boolean {
  const [only, ...others] = cells
  return only !== undefined && others.length === 0 && isWords({ row, cells }) && !isStatement(row.text(only))
}

const isWords = ({ row, cells }: Pick<Line, 'row' | 'cells'>): boolean =>
  cells.every((column) => Number.isNaN(Number(row.text(column))))

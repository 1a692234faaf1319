// Finds the tables of a sheet while its rows stream by once: a block of rows is looked at until its header is known,
// then its rows only pass. Blank rows end a block; what follows continues the table, begins another, or is a remark.

import type { Problem } from '../../shared/model/source.ts'
import type { FoundTable } from '../../shared/model/table.ts'
import type { Merges } from './merges.ts'
import { type SheetRow, filledColumns } from './sheet-row.ts'
import { type FoundHead, type Head, findHead, headRows, isStatement } from './table-head.ts'
import { TableDraft } from './table-draft.ts'

/** A table may have this many blank rows in a row, as between pages; more begin something else. */
const mostBlankRows = 20
/** Lines kept from before a table, for its title and notes. */
const mostPreface = 12

export class TableFinder {
  readonly #sheet: string
  readonly #merges: Merges
  readonly #found: { table: FoundTable; problems: Problem[]; titled: boolean }[] = []
  #draft: { draft: TableDraft; title: string | undefined; seen: number } | undefined
  /** Rows of a block whose meaning is not known yet. */
  #pending: SheetRow[] = []
  /** Whether what is pending looked like a header without data once already. */
  #waited = false
  /** Lines that belonged to no table so far. */
  #preface: SheetRow[] = []
  /** Whether rows go straight to the draft. */
  #feeding = false
  #lastSeen = 0

  constructor(sheet: string, merges: Merges) {
    this.#sheet = sheet
    this.#merges = merges
  }

  /** Whether any row had something in it. */
  get isEmpty(): boolean {
    return this.#lastSeen === 0
  }

  take(row: SheetRow): void {
    if (row.isAllBlank()) return
    const gap = row.row > this.#lastSeen + 1
    this.#lastSeen = row.row
    if (gap) {
      this.#settle(false)
      this.#feeding = false
    }
    if (this.#draft && this.#feeding) {
      this.#draft.draft.take(row)
      this.#draft.seen = row.row
      return
    }
    this.#pending.push(row.copy())
    if (this.#pending.length >= headRows) this.#settle(true)
  }

  finish(): { tables: FoundTable[]; problems: Problem[] } {
    this.#settle(true)
    this.#close()
    const untitled = this.#found.filter(({ titled }) => !titled)
    const tables = this.#found.map(({ table, titled }) => {
      const number = untitled.findIndex((other) => other.table === table) + 1
      return titled || untitled.length < 2 ? table : { ...table, name: `${table.name} ${number}` }
    })
    return { tables, problems: this.#found.flatMap(({ problems }) => problems) }
  }

  /** Decides what the pending rows are. `final`: no more rows can help. */
  #settle(final: boolean): void {
    const rows = this.#pending
    const [first] = rows
    if (!first) return
    if (this.#draft && this.#continues(this.#draft.draft, this.#draft.seen, rows)) {
      const { draft, seen } = this.#draft
      this.#endPreface()
      draft.takeBlanks(seen + 1, first.row - 1)
      for (const row of rows) draft.take(row)
      this.#draft.seen = rows.at(-1)?.row ?? seen
      this.#pass()
      return
    }
    const head = this.#findWithPreface(rows)
    if (head === 'waiting' && !final && !this.#waited) {
      this.#waited = true
      return
    }
    if (head === 'none' || head === 'waiting') {
      this.#preface.push(...rows)
      this.#pending = []
      this.#waited = false
      this.#feeding = false
      const spare = this.#preface.splice(0, this.#preface.length - mostPreface)
      this.#draft?.draft.takeFootnotes(spare)
      return
    }
    this.#begin(head, rows.at(-1)?.row ?? first.row)
  }

  #pass(): void {
    this.#pending = []
    this.#waited = false
    this.#feeding = true
  }

  #begin(head: Head, seen: number): void {
    const used = new Set(head.skipped.map(({ row }) => row))
    this.#preface = this.#preface.filter(({ row }) => !used.has(row))
    this.#close()
    this.#draft = { draft: new TableDraft(this.#sheet, head, this.#merges), title: head.title, seen }
    this.#pass()
  }

  #close(): void {
    this.#endPreface()
    if (!this.#draft) return
    const { draft, title } = this.#draft
    const done = draft.finish(title ?? this.#sheet)
    if (done) this.#found.push({ ...done, titled: title !== undefined })
    this.#draft = undefined
  }

  /** Lines since the table that nothing else took are remarks on it. */
  #endPreface(): void {
    this.#draft?.draft.takeFootnotes(this.#preface)
    this.#preface = []
  }

  /** A title and notes may stand apart from their table; behind another table only the last line may. */
  #findWithPreface(rows: readonly SheetRow[]): FoundHead {
    const alone = findHead(rows, this.#merges)
    if (typeof alone === 'string' || alone.title !== undefined || this.#preface.length === 0) return alone
    const last = this.#preface.at(-1)
    const above = this.#draft ? (last && isTitle(last) ? [last] : []) : this.#preface
    const together = findHead([...above, ...rows], this.#merges)
    return typeof together === 'string' ? alone : together
  }

  /** Whether rows after a gap are more of the table before it. */
  #continues(draft: TableDraft, seen: number, rows: readonly SheetRow[]): boolean {
    const [first] = rows
    if (!first || first.row - seen - 1 > mostBlankRows) return false
    if (draft.isRepeatedHeader(first) || draft.totalWordOf(first)?.sure) return true
    if (draft.isRemark(first)) return false
    const columns = draft.columns
    const [left = 0] = columns
    const right = columns.at(-1) ?? 0
    const within = rows.every((row) =>
      filledColumns(row).every((column) => column >= left && column <= right),
    )
    const isFull = filledColumns(first).length * 2 > columns.length
    if (!within || (columns.length > 1 && !isFull)) return false
    const head = findHead(rows, this.#merges)
    if (head === 'none') return !isWords(first)
    if (head === 'waiting') return draft.isAllText
    if (head.headerRows.length === 0) return true
    return head.title === undefined && (draft.isAllText || isHeaderOf(head, draft))
  }
}

const isHeaderOf = (head: Head, draft: TableDraft): boolean =>
  head.columns.map(({ name }) => name).join('\n') === draft.headerKey

/** One line of words that names what follows. */
function isTitle(row: SheetRow): boolean {
  const [only, ...others] = filledColumns(row)
  return only !== undefined && others.length === 0 && isWords(row) && !isStatement(row.text(only).trim())
}

const isWords = (row: SheetRow): boolean =>
  filledColumns(row).every((column) => Number.isNaN(Number(row.text(column))))

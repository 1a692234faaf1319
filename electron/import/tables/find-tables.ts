// Finds the tables of a sheet while its rows stream by once. Each block of rows is held until it is known whether tables
// stand side by side in it; what stands below each other is stack-finder.ts, tables that the user set are set-tables.ts.

import type { Problem, TableRecipe } from '../../../shared/model/source.ts'
import type { FoundTable } from '../../../shared/model/table.ts'
import type { FindContext, SheetFindings, TableOutput } from './finding.ts'
import type { Merges } from './merges.ts'
import { parseRange } from './range.ts'
import { mergedRuns } from './merged-runs.ts'
import { takePart } from '../cells/row-parts.ts'
import { SetTables } from './set-tables.ts'
import { SheetRow } from '../cells/sheet-row.ts'
import { partColumns } from './side-by-side.ts'
import { StackFinder, type StackOptions } from './stack-finder.ts'
import { type Head, headRows } from './table-head.ts'
import { type DraftOptions, TableDraft } from './table-draft.ts'

/** Rows of a block that are held at most, while a blank column may part two tables. */
const mostHeld = 200

interface Found {
  table: FoundTable
  /** How the user set it. */
  asked: TableRecipe | undefined
  problems: Problem[]
  stream: number
  /** Whether the table has a name of its own. */
  named: boolean
}

/** Columns of the sheet in which tables stand below each other. */
interface Strip {
  left: number
  /** Included; Infinity for the last strip. */
  right: number
  finder: StackFinder
  /** Rows of the strip, without all else. */
  part: SheetRow
}

export class TableFinder {
  readonly #sheet: string
  readonly #merges: Merges
  readonly #context: FindContext
  readonly #found: Found[] = []
  readonly #drafts = new Map<
    TableDraft,
    { asked: TableRecipe | undefined; output: TableOutput | undefined }
  >()
  #strips: Strip[]
  readonly #set: SetTables | undefined
  /** The first rows of a block. */
  #held: SheetRow[] = []
  #isHolding = true
  #mostHeld = headRows
  #lastSeen = 0

  constructor(sheet: string, merges: Merges, context: FindContext = {}) {
    this.#sheet = sheet
    this.#merges = merges
    this.#context = context
    this.#strips = [this.#strip(0, Number.POSITIVE_INFINITY)]
    if (context.recipe) {
      this.#set = new SetTables(sheet, merges, context.recipe, {
        begin: (head, set) => this.#begin(head, set),
        end: (draft, name) => this.#end(draft, name),
      })
    }
  }

  /** Whether no row had anything in it. */
  get isEmpty(): boolean {
    return this.#lastSeen === 0
  }

  /** Takes the next row of the sheet. */
  take(row: SheetRow): void {
    if (row.isAllBlank()) return
    const gap = row.row > this.#lastSeen + 1
    this.#lastSeen = row.row
    if (this.#set) {
      this.#set.take(row)
      return
    }
    if (gap) {
      if (this.#isHolding) this.#layOut()
      this.#isHolding = true
      this.#mostHeld = headRows
    }
    if (!this.#isHolding) this.#pass(row)
    else {
      this.#held.push(row.copy())
      if (this.#held.length >= this.#mostHeld) this.#layOut()
    }
  }

  /** No more rows will come. `isPart`: the sheet has more, so that tables not met with yet are not missed. */
  finish(isPart = false): SheetFindings {
    const unfit = this.#set?.finish(isPart)
    if (!this.#set) {
      this.#mostHeld = 0
      this.#layOut()
      for (const { finder } of this.#strips) finder.finish()
    }
    const found = this.#found.toSorted((one, other) => this.#order(one, other))
    const isOnly = found.filter(({ named }) => !named).length < 2
    let number = 0
    const tables = found.map(({ table, named }) => {
      if (named || isOnly) return table
      number += 1
      return { ...table, name: `${table.name} ${number}` }
    })
    return {
      tables,
      streams: found.map(({ stream }) => stream),
      problems: toldOnce(found.flatMap(({ problems }) => problems)),
      ...(unfit !== undefined && { unfit }),
    }
  }

  /** Tables that the user set in the order in which they were set; others as one reads a page. */
  #order(one: Found, other: Found): number {
    const { recipe } = this.#context
    if (recipe && one.asked && other.asked) return recipe.indexOf(one.asked) - recipe.indexOf(other.asked)
    return topOf(one.table) - topOf(other.table) || leftOf(one.table) - leftOf(other.table)
  }

  /** Decides how the held rows stand in strips, unless more of them could tell better, and lets them pass. */
  #layOut(): void {
    const rows = this.#held
    if (rows.length === 0) return
    if (this.#strips.length > 1 && crosses(rows, this.#strips, this.#merges)) {
      for (const { finder } of this.#strips) finder.finish()
      this.#strips = [this.#strip(0, Number.POSITIVE_INFINITY)]
    }
    const partings = this.#strips.map(({ left, right }) => partColumns(rows, this.#merges, left, right))
    if (rows.length === this.#mostHeld && rows.length < mostHeld && partings.some(({ unsure }) => unsure)) {
      this.#mostHeld = mostHeld
      return
    }
    const loose: SheetRow[] = []
    this.#strips = this.#strips.flatMap((strip, index) => {
      const starts = partings[index]?.starts ?? []
      if (starts.length < 2) return [strip]
      loose.push(...strip.finder.release())
      return this.#part(strip, starts)
    })
    this.#held = []
    this.#isHolding = false
    for (const row of [...loose, ...rows]) this.#pass(row)
  }

  /** A strip as several. Its table goes on in the first of them, unless it is wider. */
  #part(strip: Strip, starts: readonly number[]): Strip[] {
    const [, second = 0] = starts
    let { finder } = strip
    if (finder.open >= second) {
      finder.finish()
      finder = this.#finder()
    }
    return starts.map((left, index) => {
      const right = (starts[index + 1] ?? strip.right + 1) - 1
      return index === 0 ? { ...strip, right, finder } : this.#strip(left, right)
    })
  }

  #strip(left: number, right: number): Strip {
    return { left, right, finder: this.#finder(), part: new SheetRow() }
  }

  #finder(): StackFinder {
    const options: StackOptions = {
      merges: this.#merges,
      begin: (head) => this.#begin(head, {}),
      end: (draft) => this.#end(draft, undefined),
    }
    return new StackFinder(options)
  }

  /** Hands a row to the strips, each its own part. */
  #pass(row: SheetRow): void {
    const last = this.#strips.at(-1)
    if (!last) return
    if (row.fields === 0 && row.width > last.finder.right + 2) this.#passBeside(row, last)
    const [first] = this.#strips
    if (first && row.width <= first.right + 1) {
      first.finder.take(row)
      return
    }
    for (const strip of this.#strips) {
      if (strip.part.date1904 !== row.date1904) strip.part = new SheetRow(row.date1904)
      const part = takePart(strip.part, row, strip.left, strip.right)
      if (!part.isAllBlank()) strip.finder.take(part)
    }
  }

  /** Cells beside the last table and a blank column, where it had none so far, are no part of it. */
  #passBeside(row: SheetRow, last: Strip): void {
    const edge = last.finder.right
    if (!row.isBlank(edge + 1)) return
    for (let column = edge + 2; column < row.width; column += 1) {
      if (row.isBlank(column)) continue
      last.right = edge + 1
      this.#strips.push(this.#strip(edge + 2, Number.POSITIVE_INFINITY))
      return
    }
  }

  #begin(head: Head, set: Partial<DraftOptions>): TableDraft {
    const output = this.#context.output?.()
    const draft = new TableDraft(head, { merges: this.#merges, ...set, sheet: this.#sheet, output })
    this.#drafts.set(draft, { asked: set.recipe, output })
    return draft
  }

  /** `name`: what the user calls it. */
  #end(draft: TableDraft, name: string | undefined): void {
    const begun = this.#drafts.get(draft)
    this.#drafts.delete(draft)
    const own = name ?? draft.title
    const done = draft.finish(own ?? this.#sheet)
    if (!begun || !done) return
    const { asked, output } = begun
    this.#found.push({ ...done, asked, stream: output?.stream ?? -1, named: own !== undefined })
  }
}

/** The first row of a table, its title and notes included. */
const topOf = ({ range, skipped }: FoundTable): number =>
  Math.min(parseRange(range)?.top ?? 0, skipped[0]?.row ?? Number.POSITIVE_INFINITY)

const leftOf = ({ range }: FoundTable): number => parseRange(range)?.left ?? 0

/** Whether rows run across from one strip into the next, so that the strips are no more. */
function crosses(rows: readonly SheetRow[], strips: readonly Strip[], merges: Merges): boolean {
  return strips.slice(1).some(({ left }) =>
    rows.some((row) => {
      const isThrough = !row.isBlank(left) && !row.isBlank(left - 1) && !row.isBlank(left - 2)
      return (
        isThrough ||
        mergedRuns(merges, row.row).some(
          (run) => run.left < left && run.right >= left && hasMoreThan(row, run),
        )
      )
    }),
  )
}

/** Whether a row has something beside a run of its columns. */
function hasMoreThan(row: SheetRow, { left, right }: { left: number; right: number }): boolean {
  for (let column = 0; column < row.width; column += 1) {
    if ((column < left || column > right) && !row.isBlank(column)) return true
  }
  return false
}

/** Tables beside each other have the same hidden rows. */
function toldOnce(problems: readonly Problem[]): Problem[] {
  const told = new Set<number | undefined>()
  return problems.filter(({ code, row }) => {
    if (code !== 'rows-hidden') return true
    const isNew = !told.has(row)
    told.add(row)
    return isNew
  })
}

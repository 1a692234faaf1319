// Tells tables that stand beside each other from one table with a blank column in it, by the first rows of a block.
// Blank columns alone part nothing: there must be headers that come again, titles or rows of their own.

import { Look, lookAt } from '../cells/look.ts'
import { mergedRuns } from './merged-runs.ts'
import type { Merges } from './merges.ts'
import { partsOf } from '../cells/row-parts.ts'
import type { SheetRow } from '../cells/sheet-row.ts'
import { type Head, findHead, isStatement, toLine } from './table-head.ts'

/** More blank columns than this are no gaps between tables but a thin table. */
const mostGaps = 40

interface Span {
  left: number
  right: number
}

/** `unsure`: more rows could show that what looks like one table is two. */
export interface Parting {
  /** The first column of each table beside another. */
  starts: number[]
  unsure: boolean
}

/** Where tables begin in a block of rows, of which nothing stands left of `left` or right of `right`. */
export function partColumns(rows: readonly SheetRow[], merges: Merges, left: number, right: number): Parting {
  const [first, ...others] = spansOf(rows, merges, left, right)
  const parting: Parting = { starts: [left], unsure: false }
  if (!first || others.length === 0 || others.length > mostGaps) return parting
  let group = first
  for (const span of others) {
    const verdict = verdictOn(rows, merges, group, span)
    if (verdict === 'apart') {
      parting.starts.push(span.left)
      group = span
    } else {
      if (verdict === 'unsure') parting.unsure = true
      group = { left: group.left, right: span.right }
    }
  }
  return parting
}

/** Runs of columns with something in them. A merged cell that is not alone in its row bridges the blanks it covers. */
function spansOf(rows: readonly SheetRow[], merges: Merges, left: number, right: number): Span[] {
  const width = rows.reduce((widest, row) => Math.max(widest, row.width), 0)
  const end = Math.min(width, right + 1)
  const filled = new Uint8Array(Math.max(end, 0))
  for (const row of rows) {
    let cells = 0
    for (let column = left; column < end; column += 1) {
      if (row.isBlank(column)) continue
      filled[column] = 1
      cells += 1
    }
    if (cells < 2) continue
    for (const run of mergedRuns(merges, row.row)) filled.fill(1, Math.max(run.left, left), run.right + 1)
  }
  const spans: Span[] = []
  for (let column = left; column < end; column += 1) {
    if (filled[column] === 0) continue
    const last = spans.at(-1)
    if (last?.right === column - 1) last.right = column
    else spans.push({ left: column, right: column })
  }
  return spans
}

/** A part of a block that is a table by itself. */
interface Part {
  head: Head
  /** Rows of data that have two cells or more. */
  rows: readonly SheetRow[]
}

function verdictOn(
  rows: readonly SheetRow[],
  merges: Merges,
  one: Span,
  other: Span,
): 'apart' | 'one' | 'unsure' {
  const group = partOf(rows, merges, one)
  if (!group) return 'one'
  const part = partOf(rows, merges, other)
  if (!part) return isStray(rows, group, other) ? 'apart' : 'one'
  if (hasOwnTitle(group, part)) return 'apart'
  const header = part.head.headerRows.at(-1)
  const groupHeader = group.head.headerRows.at(-1)
  if (other.right === other.left) return 'one'
  if (header?.row !== groupHeader?.row && (header ?? groupHeader)) return 'apart'
  if (namesAgain(group.head, part.head)) return 'apart'
  if (!beginsWithLabel(part) || !beginsWithLabel(group) || !hasValues(part, other)) return 'one'
  if (other.left - one.right > 2 || lastRow(group) !== lastRow(part)) return 'apart'
  return 'unsure'
}

function partOf(rows: readonly SheetRow[], merges: Merges, { left, right }: Span): Part | undefined {
  const head = findHead(
    partsOf(rows, left, right).map((row) => toLine(row)),
    merges,
  )
  if (typeof head === 'string' || (head.headerRows.length === 0 && right === left)) return undefined
  const full = head.data.filter((row) => toLine(row).cells.length > 1)
  return { head, rows: full }
}

/** A cell or two beside a table, under none of its headers and not above it: no part of it. */
function isStray(rows: readonly SheetRow[], { head }: Part, { left, right }: Span): boolean {
  const top = head.headerRows[0]?.row ?? head.data[0]?.row ?? 0
  const parts = partsOf(rows, left, right)
  const underHeader = parts.some(({ row }) => row <= (head.headerRows.at(-1)?.row ?? top))
  return !underHeader && parts.length * 10 <= Math.max(10, rows.length)
}

/** A title in the rows where the other has its own, or above: inside the other's header it heads a group of columns. */
function hasOwnTitle(group: Part, { head }: Part): boolean {
  if (head.title === undefined || isStatement(head.title)) return false
  const at = head.skipped.find(({ why }) => why === 'title')?.row
  return at !== undefined && !group.head.headerRows.some(({ row }) => row === at)
}

/** At least half of the headers have come before. */
function namesAgain(group: Head, part: Head): boolean {
  const before = new Set(group.columns.map(({ words }) => words.at(-1)))
  const again = part.columns.filter(({ words }) => before.has(words.at(-1))).length
  return again > 0 && again * 2 >= part.columns.length
}

const look = new Look()

const kindsIn = (rows: readonly SheetRow[], column: number): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const row of rows) {
    lookAt(row, column, look)
    counts.set(look.kind, (counts.get(look.kind) ?? 0) + 1)
  }
  return counts
}

/** Words or days in the first column, as tables begin. */
function beginsWithLabel({ head, rows }: Part): boolean {
  const first = head.columns[0]?.column
  if (first === undefined || rows.length < 2) return false
  const kinds = kindsIn(rows, first)
  const labels = ['text', 'day', 'period', 'digits'].reduce((sum, kind) => sum + (kinds.get(kind) ?? 0), 0)
  return labels * 5 >= rows.length * 4
}

/** A column of values, filled all along. */
function hasValues({ rows }: Part, { left, right }: Span): boolean {
  for (let column = left + 1; column <= right; column += 1) {
    const kinds = kindsIn(rows, column)
    const values = (kinds.get('number') ?? 0) + (kinds.get('percent') ?? 0) + (kinds.get('quantity') ?? 0)
    if (values * 5 >= rows.length * 4) return true
  }
  return false
}

const lastRow = ({ rows }: Part): number => rows.at(-1)?.row ?? 0

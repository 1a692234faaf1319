// Finds what stands above the data of a table: title, notes, unit and header rows.
// It looks at the first rows of a block only, and answers that there is no table rather than invent one.

import type { SkippedRow } from '../../shared/model/table.ts'
import { type Unit, parseUnit } from '../../shared/numbers/units.ts'
import { type HeadColumn, mergeAt, nameColumns, unitIn } from './column-names.ts'
import { Look, lookAt } from './look.ts'
import type { Merges } from './merges.ts'
import type { SheetRow } from './sheet-row.ts'

export interface Head {
  title: string | undefined
  tableUnit: Unit | undefined
  skipped: readonly SkippedRow[]
  headerRows: readonly SheetRow[]
  columns: readonly HeadColumn[]
  /** The rows that are left: data. */
  data: readonly SheetRow[]
}

/** Rows that are looked at to find a header. */
export const headRows = 24
const mostHeaderRows = 5

interface Line {
  row: SheetRow
  /** Columns with something in them. */
  cells: readonly number[]
  /** Nothing but words, and labels such as years and days that may head a column. */
  words: boolean
}

/** `waiting` when the rows end with what could be a header, so that the data may still come. */
export type FoundHead = Head | 'waiting' | 'none'

export function findHead(rows: readonly SheetRow[], merges: Merges): FoundHead {
  const lines = rows.map(toLine)
  const notAbove = lines.findIndex((line, index) => !isAbove(line, lines[index + 1], merges))
  if (notAbove < 0) return singleColumn(lines) ?? 'none'
  const first = headerStart(lines, notAbove, merges)
  const above = readAbove(lines.slice(0, first))
  const top = lines[first]
  if (!top) return 'none'
  if (!top.words) return headless(lines.slice(first), above)
  let last = first
  while (last - first < mostHeaderRows - 1 && isMoreHeader(lines, first, last, merges)) last += 1
  const headerLines = lines.slice(first, last + 1)
  const units = lines[last + 1]
  const unitRow = units && isUnitRow(units, headerLines) ? units : undefined
  const data = lines.slice(last + 1 + (unitRow ? 1 : 0))
  if (data.length === 0) return 'waiting'
  const skipped: SkippedRow[] = [
    ...above.skipped,
    ...(unitRow ? [{ row: unitRow.row.row, why: 'unit' } as const] : []),
  ]
  const headerRows = headerLines.map(({ row }) => row)
  const columns = nameColumns(headerRows, merges, unitRow?.row)
  return { ...above, skipped, headerRows, columns, data: data.map(({ row }) => row) }
}

/**
 * Lines of a few cells right above a much fuller row of words, with data as full below it, are not its header: what
 * programs write over their exports (账户, 日期范围 …).
 */
function headerStart(lines: readonly Line[], first: number, merges: Merges): number {
  for (let at = first + 1; at < lines.length - 1; at += 1) {
    const { words, cells } = lines[at] ?? { words: false, cells: [] }
    const below = lines[at + 1]?.cells.length ?? 0
    const isFuller = lines.slice(first, at).every((line) => line.cells.length * 2 <= cells.length)
    if (lines[at - 1]?.words && isMoreHeader(lines, first, at - 1, merges)) return first
    if (isFuller && words && cells.length > 2 && below * 2 > cells.length) return at
  }
  return first
}

const look = new Look()

function toLine(row: SheetRow): Line {
  const cells: number[] = []
  let texts = 0
  let labels = 0
  let others = 0
  /** Numbers that go up by one: the days of a month across a sheet. */
  let steps = 0
  let before = Number.NaN
  for (let column = 0; column < row.width; column += 1) {
    if (row.isBlank(column)) continue
    cells.push(column)
    lookAt(row, column, look)
    if (look.kind === 'text') texts += 1
    else if (isLabel()) labels += 1
    else others += 1
    if (look.kind === 'number' && (look.value === before + 1 || Number.isNaN(before))) steps += 1
    if (look.kind === 'number') before = look.value
  }
  const firstCell = cells[0]
  if (firstCell !== undefined) lookAt(row, firstCell, look)
  const startsWithText = firstCell !== undefined && look.kind === 'text'
  const isCounting = steps > 2 && steps === others + labels
  const isWords = others === 0 && (labels === 0 ? texts > 0 : labels > 1)
  return { row, cells, words: (isWords || isCounting) && (startsWithText || labels === 0) && texts > 0 }
}

/** 2026, 2026-03, 1周, 2024年: what may stand in a header although it is no word. */
function isLabel(): boolean {
  if (look.kind === 'day' || look.kind === 'mark') return true
  if (look.kind === 'number') return Number.isInteger(look.value) && look.value >= 1990 && look.value <= 2100
  return look.kind === 'quantity' && /^[年月日周天]|季度|week|month|year|day/.test(look.unit)
}

/** A line above a table: one text alone, or several that each name what they say (部门：运营部). */
function isAbove(line: Line, next: Line | undefined, merges: Merges): boolean {
  const [only] = line.cells
  if (line.cells.length === 1 && only !== undefined) {
    lookAt(line.row, only, look)
    // A group's heading over one column is part of the header, a merged title is not.
    return look.kind === 'text' && !(next && isGroupStart(line, next, merges))
  }
  const statements = line.cells.filter((column) => isStatement(line.row.text(column).trim())).length
  return (
    line.words && statements > 0 && line.cells.length * 2 <= Math.max(statements * 2, next?.cells.length ?? 0)
  )
}

/** One heading that spans some of the columns of a full row below: the header begins with it. */
function isGroupStart(line: Line, next: Line, merges: Merges): boolean {
  const [column = 0] = line.cells
  const merge = mergeAt(merges, line.row.row, column)
  const firstBelow = next.cells[0] ?? 0
  const lastBelow = next.cells.at(-1) ?? 0
  return merge !== undefined && next.words && (merge.left > firstBelow || merge.right < lastBelow)
}

type Above = Pick<Head, 'title' | 'tableUnit' | 'skipped'>

function readAbove(lines: readonly Line[]): Above {
  let title: string | undefined
  let tableUnit: Unit | undefined
  const skipped: SkippedRow[] = []
  for (const { row, cells } of lines) {
    const texts = cells.map((column) => row.text(column).trim())
    const stated = texts.map(statedUnit).find((unit) => unit !== undefined)
    const [name, ...others] = texts.filter((one) => !isStatement(one))
    if (stated) tableUnit = stated
    if (name !== undefined && others.length === 0 && title === undefined) {
      title = name
      skipped.push({ row: row.row, why: 'title' })
    } else skipped.push({ row: row.row, why: stated ? 'unit' : 'note' })
  }
  return { title, tableUnit, skipped }
}

/** 单位：万元, also inside a longer line and with more units behind it. */
function statedUnit(text: string): Unit | undefined {
  const stated =
    /(?:单位|金额单位|unit)\s*[:：]\s*([^\s,，;；、()（）]+)/i.exec(text) ??
    /\(?in ([A-Z]{3}(?: [a-z]+)?)\)?$/.exec(text)
  return stated?.[1] === undefined ? undefined : parseUnit(stated[1])
}

/** 部门：运营部, 单位：万元, 注：…, *…: words about a table, not the name of one. */
export const isStatement = (text: string): boolean =>
  /^[^:：\d]{1,8}[:：]|^(注|备注|说明|note|source)\s*\d*\s*[.、．]|^[*※]/i.test(text) ||
  statedUnit(text) !== undefined

/** A table without a header needs two rows of two cells to be one. */
function headless(lines: readonly Line[], above: Above): FoundHead {
  const full = lines.filter(({ cells }) => cells.length > 1)
  if (full.length < 2) return 'none'
  return { ...above, headerRows: [], columns: [], data: lines.map(({ row }) => row) }
}

/** A list: one text over numbers or days in the same column. */
function singleColumn(lines: readonly Line[]): Head | undefined {
  const [header, ...data] = lines
  const column = header?.cells[0]
  if (!header?.words || column === undefined || data.length === 0) return undefined
  const valued = data.filter((line) => line.cells[0] === column && !isWord(line.row, column))
  if (valued.length * 2 < data.length) return undefined
  const columns = nameColumns([header.row], new Map(), undefined)
  const nothing = { title: undefined, tableUnit: undefined, skipped: [] }
  return { ...nothing, headerRows: [header.row], columns, data: data.map(({ row }) => row) }
}

function isWord(row: SheetRow, column: number): boolean {
  lookAt(row, column, look)
  return look.kind === 'text'
}

/** Whether the line after `last` belongs to the header that began at `first`: merged into it, or under its groups. */
function isMoreHeader(lines: readonly Line[], first: number, last: number, merges: Merges): boolean {
  const next = lines[last + 1]
  const upper = lines[last]
  if (!next?.words || !upper) return false
  const reach = lines
    .slice(first, last + 1)
    .flatMap(({ row }) => merges.get(row.row) ?? [])
    .some((merge) => merge.bottom >= next.row.row)
  if (reach) return true
  const groups = (merges.get(upper.row.row) ?? []).filter(({ left, right }) => right > left)
  if (groups.length > 0) {
    return next.cells.some((column) => groups.some((group) => group.left <= column && column <= group.right))
  }
  return isUnderGaps(upper, next)
}

/** A merged header saved as csv: 漏斗 and blanks behind it, with 曝光, 点击 … below them and nothing else. */
function isUnderGaps(upper: Line, next: Line): boolean {
  const filled = new Set(upper.cells)
  const end = Math.max(upper.cells.at(-1) ?? 0, next.cells.at(-1) ?? 0)
  const isGroup = (column: number): boolean => filled.has(column) && column < end && !filled.has(column + 1)
  const inGaps = next.cells.every((column) => !filled.has(column) || isGroup(column))
  const hasGap = next.cells.some((column) => !filled.has(column))
  const below = new Set(next.cells)
  for (let column = 0; column <= end; column += 1) {
    if (!filled.has(column) && !below.has(column) && column >= (upper.cells[0] ?? 0)) return false
  }
  return inGaps && hasGap
}

/** A row of nothing but units below the header: 元, （人）, %. */
function isUnitRow(line: Line, header: readonly Line[]): boolean {
  const width = header.at(-1)?.cells.length ?? 0
  return (
    line.cells.length > 0 &&
    line.cells.length <= width &&
    line.cells.every((column) => unitIn(line.row, column) !== undefined)
  )
}

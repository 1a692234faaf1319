// Finds what stands above the data of a table: title, notes, unit and header rows.
// It looks at the first rows of a block only, and answers that there is no table rather than invent one.
// Over 300 lines because what a line above a table is depends on the lines around it, in one place.

import type { HeadReason, SkippedRow } from '../../../shared/model/table.ts'
import { type Unit, isCurrency, parseHeader, parseUnit } from '../../../shared/numbers/units.ts'
import { type HeadColumn, mergeAt, nameColumns, unitIn } from './column-names.ts'
import { Look, isDated, isWordy, lookAt } from '../cells/look.ts'
import { mergedRuns } from './merged-runs.ts'
import type { Merges } from './merges.ts'
import { type SheetRow, text } from '../cells/sheet-row.ts'

export interface Head {
  title: string | undefined
  tableUnit: Unit | undefined
  skipped: readonly SkippedRow[]
  headerRows: readonly SheetRow[]
  columns: readonly HeadColumn[]
  /** The rows that are left: data. */
  data: readonly SheetRow[]
  reason: HeadReason
}

/** Rows that are looked at to find a header. */
export const headRows = 24
const mostHeaderRows = 5
/** Characters of a title; longer lines are notes. */
const mostTitle = 80

export interface Line {
  row: SheetRow
  /** Columns with something in them. */
  cells: readonly number[]
  /** Nothing but words, and labels such as years and days that may head a column. */
  words: boolean
}

/** `waiting` when the rows end with what could be a header, so that the data may still come. */
export type FoundHead = Head | 'waiting' | 'none'

export function findHead(lines: readonly Line[], merges: Merges): FoundHead {
  const notAbove = lines.findIndex((line, index) => !isAbove(line, lines[index + 1], merges))
  if (notAbove < 0) return keyValues(lines) ?? singleColumn(lines.slice(0, 1), lines.slice(1))
  const first = headerStart(lines, notAbove, merges)
  const above = readAbove(lines.slice(0, first))
  const top = lines[first]
  if (!top) return 'none'
  if (!top.words)
    return headless(lines.slice(first), above) ?? singleColumn(lines.slice(0, first), lines.slice(first))
  let last = first
  while (last - first < mostHeaderRows - 1 && isMoreHeader(lines, first, last, merges)) last += 1
  const headerLines = lines.slice(first, last + 1)
  const below = lines[last + 1]
  const underRow = below && isUnderHeader(below, headerLines) ? below : undefined
  const data = lines.slice(last + 1 + (underRow ? 1 : 0))
  if (data.length === 0) return 'waiting'
  const aside = unitAside(headerLines, data)
  if (!aside) return headOf(above, headerLines, underRow, data, merges)
  const head = headOf({ ...above, tableUnit: aside.unit }, headerLines, underRow, data, merges)
  return { ...head, columns: head.columns.filter(({ column }) => column !== aside.column) }
}

/** 单位：元 beside the header, over nothing: said of the table. */
function unitAside(
  header: readonly Line[],
  data: readonly Line[],
): { unit: Unit; column: number } | undefined {
  for (const { row, cells } of header) {
    const column = cells.at(-1)
    const unit = column !== undefined && cells.length > 1 ? statedUnit(row.text(column)) : undefined
    if (unit?.from === 0 && column !== undefined && !data.some((line) => line.cells.includes(column)))
      return { unit: unit.unit, column }
  }
  return undefined
}

/** A head of rows whose parts are known. `reason` is looked for when it is not given. */
export function headOf(
  above: Above,
  header: readonly Line[],
  underRow: Line | undefined,
  data: readonly Line[],
  merges: Merges,
  reason: HeadReason = headReason(header, data, merges),
): Head {
  const headerRows = header.map(({ row }) => row)
  return {
    ...above,
    skipped: underRow
      ? [...above.skipped, { row: underRow.row.row, why: isWeekdays(underRow) ? 'note' : 'unit' }]
      : above.skipped,
    headerRows,
    columns: nameColumns(headerRows, merges, underRow?.row),
    data: data.map(({ row }) => row),
    reason,
  }
}

function headReason(header: readonly Line[], data: readonly Line[], merges: Merges): HeadReason {
  if (header.length === 0) return 'none'
  if (header.some(({ row }) => merges.has(row.row))) return 'merged'
  return data.some((line) => line.cells.some((column) => !isWord(line.row, column)))
    ? 'words-over-values'
    : 'first-row'
}

/**
 * Lines of a few cells right above a much fuller row of words, with data as full below it, are not its header: what
 * programs write over their exports (账户, 日期范围 …).
 */
function headerStart(lines: readonly Line[], first: number, merges: Merges): number {
  let fullest = 0
  for (let at = first + 1; at < lines.length - 1; at += 1) {
    const { words, cells } = lines[at] ?? { words: false, cells: [] }
    const below = lines[at + 1]?.cells.length ?? 0
    fullest = Math.max(fullest, lines[at - 1]?.cells.length ?? 0)
    if (lines[at - 1]?.words && isMoreHeader(lines, first, at - 1, merges)) return first
    if (fullest * 2 <= cells.length && words && cells.length > 2 && below * 2 > cells.length) return at
  }
  return first
}

const look = new Look()

export function toLine(row: SheetRow): Line {
  const cells: number[] = []
  let texts = 0
  let labels = 0
  let others = 0
  /** Numbers that go up by one: the days of a month across a sheet. */
  let steps = 0
  let before = Number.NaN
  let startsWithText = false
  for (let column = 0; column < row.width; column += 1) {
    if (row.isBlank(column)) continue
    lookAt(row, column, look)
    if (cells.length === 0) startsWithText = isWordy(look.kind)
    cells.push(column)
    if (isWordy(look.kind)) texts += 1
    else if (isLabel()) labels += 1
    else others += 1
    if (look.kind === 'number' && (look.value === before + 1 || Number.isNaN(before))) steps += 1
    if (look.kind === 'number') before = look.value
  }
  const isCounting = steps > 2 && steps === others + labels
  const isWords = others === 0 && (labels === 0 ? texts > 0 : labels > 1)
  return { row, cells, words: (isWords || isCounting) && (startsWithText || labels === 0) && texts > 0 }
}

/** 2026, 2026-03, 1周, 2024年: what may stand in a header although it is no word. */
function isLabel(): boolean {
  if (isDated(look.kind) || look.kind === 'mark') return true
  if (look.kind === 'number') return Number.isInteger(look.value) && look.value >= 1990 && look.value <= 2100
  return look.kind === 'quantity' && /^[年月日周天]|季度|week|month|year|day/.test(look.unit)
}

/** A line above a table: one text alone, or several that each name what they say (部门：运营部). */
export function isAbove(line: Line, next: Line | undefined, merges: Merges): boolean {
  const [only] = line.cells
  if (line.cells.length === 1 && only !== undefined) {
    // A group's heading over one column is part of the header, a merged title is not.
    return (isWord(line.row, only) || isTime(line.row, only)) && !(next && isGroupStart(line, next, merges))
  }
  const width = line.cells.length
  if (isForm(line)) return true
  const statements = line.cells.filter((column) => isStatement(line.row.text(column))).length
  if (!line.words) return statements > 0 && line.cells.every((column) => isSaid(line.row, column))
  return statements > 0 && width * 2 <= Math.max(statements * 2, next?.cells.length ?? 0)
}

/** A statement, or a day among statements: 编制单位：… 2026年6月30日 单位：元. */
const isSaid = (row: SheetRow, column: number): boolean =>
  isTime(row, column) || (isWord(row, column) && isStatement(row.text(column)))

function isTime(row: SheetRow, column: number): boolean {
  lookAt(row, column, look)
  return look.kind === 'day' || look.kind === 'moment' || look.kind === 'period'
}

const endsInColon = (row: SheetRow, column: number): boolean =>
  /[:：]\s*$/.test(row.text(column).slice(0, 30))

/** 姓名： 林晓 部门： 运营部: labels with a colon, and what they label in the cells behind them. */
function isForm({ row, cells }: Line): boolean {
  const [first] = cells
  if (first === undefined || cells.length < 2 || cells.length > 20 || !endsInColon(row, first)) return false
  const colons = cells.filter((column) => endsInColon(row, column)).length
  return colons < cells.length && colons * 2 >= cells.length
}

/** One heading that spans some of the columns of a full row below: the header begins with it. */
function isGroupStart(line: Line, next: Line, merges: Merges): boolean {
  const [column = 0] = line.cells
  const merge = mergeAt(merges, line.row.row, column)
  const firstBelow = next.cells[0] ?? 0
  const lastBelow = next.cells.at(-1) ?? 0
  return (
    merge !== undefined &&
    merge.right > merge.left &&
    next.words &&
    (merge.left > firstBelow || merge.right < lastBelow)
  )
}

export type Above = Pick<Head, 'title' | 'tableUnit' | 'skipped'>

/** What the lines above a header say. */
export function readAbove(lines: readonly Line[]): Above {
  let tableUnit: Unit | undefined
  const said = lines.map(({ row, cells }) => {
    const parts = cells.map((column) => readWords(row, column))
    const unit = parts.find((part) => part.unit !== undefined)?.unit
    if (unit) tableUnit = unit
    const [only, ...others] = parts.filter((part) => part.name !== '' || part.isTime)
    return { row: row.row, unit, named: others.length === 0 && only?.name !== '' ? only : undefined }
  })
  const titled =
    said.find(({ named }) => named && !named.isTime && isReportName(named.name)) ??
    said.find(({ named }) => named && !named.isTime) ??
    said.find(({ named }) => named)
  const skipped = said.map((line): SkippedRow => {
    return { row: line.row, why: line === titled ? 'title' : line.unit ? 'unit' : 'note' }
  })
  return { title: titled?.named?.name, tableUnit, skipped }
}

/** Of several lines above a table the one that names what it is, rather than whose it is. */
const isReportName = (name: string): boolean =>
  /表|报|统计|明细|汇总|情况|台账|清单|一览|report|summary|overview|list/i.test(name)

interface Words {
  name: string
  unit: Unit | undefined
  /** A day or a period, which names a table only where nothing else does. */
  isTime: boolean
}

/** A cell above a table as what it names, empty for a mere statement, and the unit it states: 月报（单位：万元）. */
function readWords(row: SheetRow, column: number): Words {
  const words = row.kind(column) === text ? row.text(column).trim() : ''
  if (isTime(row, column)) return { name: words, unit: undefined, isTime: true }
  const stated = statedUnit(words)
  if (stated) {
    const before = words.slice(0, stated.from).replace(/[\s(（【[,，;；]+$/, '')
    const behind = words.slice(stated.to).replace(/^[^()（）【】[\]]{0,20}[)）】\]]/, '')
    const name = before !== '' && behind.trim() === '' && !isStatement(before) ? before : ''
    return { name, unit: stated.unit, isTime: false }
  }
  if (words.length > mostTitle || isStatement(words)) return { name: '', unit: undefined, isTime: false }
  const { name, unit = '', scale = 1 } = parseHeader(words)
  return isCurrency(unit) || scale !== 1
    ? { name, unit: { unit, scale }, isTime: false }
    : { name: words, unit: undefined, isTime: false }
}

/** 单位：万元, also inside a longer line and with more units behind it. */
function statedUnit(words: string): { unit: Unit; from: number; to: number } | undefined {
  const line = words.slice(0, 300)
  for (const match of line.matchAll(
    /(?:(?:金额|数量|货币|计量|统计)?单位|\bunits?)\s{0,9}[:：]\s{0,9}([^\s,，;；、()（）【】[\]]+)/gi,
  )) {
    const unit = parseUnit((match[1] ?? '').replace(/^人民币(?=.)/, ''))
    if (unit) return { unit, from: match.index, to: match.index + match[0].length }
  }
  const amounts = /\(?in ([A-Z]{3}(?: [a-z]+)?)\)?$/.exec(line)
  const unit = amounts?.[1] === undefined ? undefined : parseUnit(amounts[1])
  return amounts && unit ? { unit, from: amounts.index, to: line.length } : undefined
}

/** 部门：运营部, 单位：万元, 注：…, *…: words about a table, not the name of one. */
export function isStatement(words: string): boolean {
  const said = words.slice(0, 300).trim()
  return /^[^:：\d]{1,8}[:：]/.test(said) || isNote(said)
}

/** 注：…, *…, 单位：元, 第3页: what is never a cell of a table. */
export function isNote(words: string): boolean {
  const said = words.slice(0, 300).trim()
  return (
    /^(注|备注|说明|note|source)\s{0,9}\d{0,9}\s{0,9}[.、．:：]|^[*※]|^第\s?\d{1,5}\s?页(?:\D|$)|^page \d|^(行标签|列标签|row labels|column labels)$|^[（(]?(以下为第|接上|续上?表|转下页)|[（(](续|continued)[)）]$/i.test(
      said,
    ) || statedUnit(said)?.from === 0
  )
}

/** 一、华东, （二）线上, 第三部分, 1. 渠道: a line alone in a table that heads the rows below it. */
export const isSection = (words: string): boolean =>
  /^\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]|第[一二三四五六七八九十\d]{1,3}(?:部分|章|节|类|组)|\d{1,2}[、.．]\s*[^\d\s]|[IVX]{1,4}[.、]\s*\S)/.test(
    words.slice(0, 40),
  )

/** A table without a header needs two rows of two cells to be one. */
function headless(lines: readonly Line[], above: Above): Head | undefined {
  const full = lines.filter(({ cells }) => cells.length > 1)
  if (full.length < 2) return undefined
  return { ...above, headerRows: [], columns: [], data: lines.map(({ row }) => row), reason: 'none' }
}

/** A form of two columns is a table without a header; any other form is none. */
function keyValues(lines: readonly Line[]): Head | undefined {
  const forms = lines.filter((line) => line.cells.length === 2 && isForm(line))
  if (forms.length < 3 || forms.length * 4 < lines.length * 3) return undefined
  const first = lines.findIndex((line) => line === forms[0])
  const above = readAbove(lines.slice(0, first))
  const data = lines.slice(first).map(({ row }) => row)
  return { ...above, headerRows: [], columns: [], data, reason: 'none' }
}

/** A list: one text over numbers or days in the same column, or over more short names. */
function singleColumn(lines: readonly Line[], data: readonly Line[]): FoundHead {
  const header = lines.at(-1)
  const column = header?.cells[0]
  if (!header?.words || header.cells.length > 1 || column === undefined || data.length === 0) return 'none'
  if (data.some(({ cells }) => cells.length > 1 || cells[0] !== column)) return 'none'
  const valued = data.filter((line) => !isWord(line.row, column))
  const isList = data.length > 3 && [header, ...data].every(({ row }) => isItem(row.text(column)))
  if (data.length < 2 || (valued.length * 2 < data.length && !isList)) return 'none'
  return headOf(readAbove(lines.slice(0, -1)), [header], undefined, data, new Map())
}

/** A name, no sentence. */
const isItem = (words: string): boolean =>
  words.trim().length <= 20 && !/[,，。；;：:！!？?]/.test(words) && !isStatement(words) && !isSection(words)

function isWord(row: SheetRow, column: number): boolean {
  lookAt(row, column, look)
  return isWordy(look.kind)
}

/** Whether the line after `last` belongs to the header that began at `first`: merged into it, or under its groups. */
function isMoreHeader(lines: readonly Line[], first: number, last: number, merges: Merges): boolean {
  const next = lines[last + 1]
  const upper = lines[last]
  if (!next?.words || !upper) return false
  const reach = lines
    .slice(first, last + 1)
    .some(({ row }) => merges.get(row.row)?.some((merge) => merge.bottom >= next.row.row))
  if (reach) return true
  const groups = mergedRuns(merges, upper.row.row).filter(({ left, right }) => right > left)
  if (groups.length > 0) {
    const under = new Uint8Array(next.row.width)
    for (const { left, right } of groups) under.fill(1, left, right + 1)
    return next.cells.some((column) => under[column] === 1)
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

/** A row below the header that says more of its columns and is no data: units, or days of the week below dates. */
export const isUnderHeader = (line: Line, header: readonly Line[]): boolean =>
  isUnitRow(line, header) || isWeekdays(line)

const isWeekdays = ({ row, cells }: Line): boolean =>
  cells.length > 1 &&
  cells.every((column) =>
    /^((周|星期|礼拜)?[一二三四五六日天]|(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?\.?)$/i.test(
      row.text(column).slice(0, 12).trim(),
    ),
  )

/** A row of nothing but units below the header: 元, （人）, %. */
function isUnitRow(line: Line, header: readonly Line[]): boolean {
  const width = header.at(-1)?.cells.length ?? 0
  return (
    line.cells.length > 0 &&
    line.cells.length <= width &&
    line.cells.every((column) => unitIn(line.row, column) !== undefined)
  )
}

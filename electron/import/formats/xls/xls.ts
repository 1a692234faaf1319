// Reads workbooks of Excel 2 to 2003 and of WPS (.xls, .et, .xlt): a bare stream of records or one in a compound file.
// Formulas are not looked at: what counts is the result that the program that saved the file had computed.
// One file over 300 lines, since what a cell's record holds and what the workbook says of it change together by version.

import { open } from 'node:fs/promises'
import { RecapError } from '../../../../shared/errors.ts'
import {
  type BiffRecord,
  type BiffVersion,
  ContinuedReader,
  asDamage,
  biff,
  encodingOfCodePage,
  isOneOf,
  readRecord,
  readRk,
} from './biff.ts'
import { CompoundFile, compoundSignature } from './compound-file.ts'
import type { FileInput } from '../file-kind.ts'
import { limits, refuseTooLarge } from '../../limits.ts'
import type { Merge, Merges } from '../../tables/merges.ts'
import { type NumberFormat, formatOf, general } from '../../cells/number-format.ts'
import { type CellKind, SheetRow, boolean, error, number, text } from '../../cells/sheet-row.ts'
import {
  type Book,
  type OpenOptions,
  type SheetNotes,
  type SheetSource,
  type TakeRow,
  noNotes,
} from '../sheet-source.ts'

interface Workbook {
  stream: Buffer
  version: BiffVersion
  date1904: boolean
  /** By a cell's XF number; in BIFF2, where there are no XFs that count, by its format number. */
  formats: readonly NumberFormat[]
  strings: readonly string[]
  hasLinks: boolean
  /** Of strings before BIFF8. */
  decode: (bytes: Buffer) => string
  file: string
}

interface Substream {
  name: string
  hidden: boolean
  /** Of its first record behind the BOF, and of its EOF. */
  start: number
  end: number
}

const errors = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
])

/** What Excel in China writes where a file does not say its code page. */
const defaultEncoding = 'gb18030'
const otherEncodings = ['gb18030', 'big5', 'shift_jis', 'euc-kr', 'windows-1252', 'windows-1251']

/** @throws RecapError file-encrypted, file-truncated, file-damaged, file-too-large */
export async function openXls(
  { path, name }: FileInput,
  size: number,
  { encoding }: OpenOptions,
): Promise<Book> {
  const stream = await readStream(path, name, size)
  try {
    const { workbook, sheets, used, sure } = readWorkbook(stream, name, encoding)
    const { version } = workbook
    return {
      format: 'xls',
      size,
      ...(version < 8 ? { encoding: { used, sure, others: others(used) } } : {}),
      sheets: sheets.map((sheet) => new XlsSheet(workbook, sheet)),
      close: () => {},
    }
  } catch (failure) {
    throw asDamage(failure, name)
  }
}

const others = (used: string): string[] => otherEncodings.filter((encoding) => encoding !== used)

async function readStream(path: string, file: string, size: number): Promise<Buffer> {
  const handle = await open(path, 'r')
  try {
    const head = Buffer.alloc(8)
    await handle.read(head, 0, 8, 0)
    if (head.equals(compoundSignature)) {
      const compound = await CompoundFile.open(handle, size, file)
      const stream = compound.has('Workbook') ? 'Workbook' : 'Book'
      return await compound.read(stream, 'xlsBytes', limits.xlsBytes)
    }
    if (size > limits.xlsBytes) refuseTooLarge(file, 'xlsBytes', size)
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}

interface Found {
  workbook: Workbook
  sheets: Substream[]
  /** The encoding of strings before BIFF8, and whether the file or the user says it. */
  used: string
  sure: boolean
}

/** One walk over all records: what the sheets refer to, and where each of them stands. */
function readWorkbook(stream: Buffer, file: string, encoding: string | undefined): Found {
  const record: BiffRecord = { type: 0, start: 0, end: 0 }
  const bounds = new Map<number, { name: Buffer; hidden: boolean; isSheet: boolean; order: number }>()
  const substreams: { at: number; kind: number; start: number; end: number; name: Buffer | undefined }[] = []
  const codes: { id: number; code: Buffer }[] = []
  const xfs: number[] = []
  let strings: string[] = []
  let version: BiffVersion | undefined
  let used = defaultEncoding
  let sure = false
  let date1904 = false
  let hasLinks = false
  let header: Buffer | undefined
  let depth = 0
  /** A workbook of BIFF4 has its sheets inside the globals. */
  let outer = 0
  let at = 0
  for (; readRecord(stream, at, record); at = record.end) {
    const { type, start, end } = record
    if (isOneOf(biff.bof, type)) {
      const kind = stream.readUInt16LE(start + 2)
      version ??= versionOf(type, stream.readUInt16LE(start))
      if (version === 4 && kind === 0x100) outer = 1
      if (depth === outer && kind !== 0x100)
        substreams.push({ at, kind, start: end, end: stream.length, name: header })
      depth += 1
      continue
    }
    if (version === undefined) throw new RecapError('file-damaged', 'no BOF record', { file })
    if (type === biff.eof) {
      depth -= 1
      const last = substreams.at(-1)
      if (depth === outer && last) last.end = at
      // Behind the last of them there may be a sector's worth of zeros.
      if (depth === 0 && isPadding(stream, end)) break
      continue
    }
    if (depth === 0) {
      if (type === 0) break
      throw new RecapError('file-damaged', `record ${type} between sheets`, { file })
    }
    if (depth > outer + 1) continue
    if (type === biff.filePass) throw new RecapError('file-encrypted', 'FilePass', { file })
    else if (type === biff.codePage) {
      const stated = encodingOfCodePage(stream.readUInt16LE(start))
      used = stated ?? used
      sure = stated !== undefined
    } else if (type === biff.date1904) date1904 = stream.readUInt16LE(start) === 1
    else if (type === biff.boundSheet && version >= 5)
      bounds.set(stream.readUInt32LE(start), {
        hidden: (stream.readUInt8(start + 4) & 3) !== 0,
        isSheet: stream.readUInt8(start + 5) === 0,
        name: stream.subarray(start + 6, end),
        order: bounds.size,
      })
    else if (type === biff.sheetHeader && version === 4) header = stream.subarray(start + 4, end)
    else if (type === biff.supBook) hasLinks ||= isExternal(stream, record)
    else if (type === biff.sst) strings = readStrings(stream, record, file)
    else if (isOneOf(biff.format, type)) codes.push(formatRecord(stream, record, version, codes.length))
    else if (isOneOf(biff.xf, type)) xfs.push(xfFormat(stream, start, version))
  }
  if (version === undefined || substreams.length === 0)
    throw new RecapError('file-truncated', 'no sheet', { file })
  if (depth > 0) throw new RecapError('file-truncated', 'records end early', { file })
  if (encoding !== undefined) {
    used = encoding
    sure = true
  }
  const decoder = new TextDecoder(used)
  const decode = (bytes: Buffer): string => decoder.decode(bytes)
  const isWide = version === 8
  const named = new Map(
    codes.map(({ id, code }) => [id, isWide ? wideCode(code) : decode(code.subarray(1, 1 + (code[0] ?? 0)))]),
  )
  const formats = (version === 2 ? codes.map(({ id }) => id) : xfs).map((id) => formatOf(id, named.get(id)))
  const workbook = { stream, version, date1904, formats, strings, hasLinks, decode, file }
  const shortName = (bytes: Buffer): string =>
    isWide
      ? new ContinuedReader(bytes, [{ type: 0, start: 2, end: bytes.length }]).characters(
          bytes[0] ?? 0,
          ((bytes[1] ?? 0) & 1) === 1,
        )
      : decode(bytes.subarray(1, 1 + (bytes[0] ?? 0)))
  const sheets: (Substream & { order: number })[] = []
  for (const { at: place, kind, start, end, name } of substreams) {
    const bound = bounds.get(place)
    if (kind !== 0x10 || bound?.isSheet === false) continue
    sheets.push({
      name: bound ? shortName(bound.name) : name ? shortName(name) : `Sheet${sheets.length + 1}`,
      hidden: bound?.hidden ?? false,
      start,
      end,
      order: bound?.order ?? sheets.length,
    })
  }
  // The tabs stand in the order of their names, not in that of the stream.
  return { workbook, sheets: sheets.toSorted((a, b) => a.order - b.order), used, sure }
}

function versionOf(type: number, stated: number): BiffVersion {
  if (type === 0x0009) return 2
  if (type === 0x0209) return 3
  if (type === 0x0409) return 4
  return stated === 0x0500 ? 5 : 8
}

const isPadding = (stream: Buffer, from: number): boolean =>
  from + 4 > stream.length || stream.readUInt16LE(from) === 0

/** A supporting book is this one, an add-in's or another file ([MS-XLS] 2.4.271). */
function isExternal(stream: Buffer, { start, end }: BiffRecord): boolean {
  const characters = end - start >= 4 ? stream.readUInt16LE(start + 2) : 0
  return characters !== 0x0401 && characters !== 0x3a01 && characters > 0
}

function xfFormat(stream: Buffer, start: number, version: BiffVersion): number {
  if (version >= 5) return stream.readUInt16LE(start + 2)
  return version === 2 ? stream.readUInt8(start + 2) & 0x3f : stream.readUInt8(start + 1)
}

/** Before BIFF5 formats are counted, later they are numbered; `code` begins with its length. */
function formatRecord(
  stream: Buffer,
  { start, end }: BiffRecord,
  version: BiffVersion,
  count: number,
): { id: number; code: Buffer } {
  if (version >= 5) return { id: stream.readUInt16LE(start), code: stream.subarray(start + 2, end) }
  return { id: count, code: stream.subarray(version === 4 ? start + 2 : start, end) }
}

const wideCode = (bytes: Buffer): string =>
  new ContinuedReader(bytes, [{ type: 0, start: 0, end: bytes.length }]).richString()

function readStrings(stream: Buffer, first: BiffRecord, file: string): string[] {
  const reader = new ContinuedReader(stream, continuedRecords(stream, first))
  reader.skip(4)
  const count = reader.long()
  const strings: string[] = []
  let characters = 0
  while (strings.length < count && !reader.isOver) {
    const one = reader.richString()
    characters += one.length
    if (characters > limits.strings) refuseTooLarge(file, 'strings', characters)
    strings.push(one)
  }
  return strings
}

/** A record and those behind it that continue it. */
function continuedRecords(stream: Buffer, first: BiffRecord): BiffRecord[] {
  const pieces = [{ ...first }]
  const next: BiffRecord = { type: 0, start: 0, end: 0 }
  for (let at = first.end; readRecord(stream, at, next) && next.type === biff.continued; at = next.end)
    pieces.push({ ...next })
  return pieces
}

interface Outline {
  merges: Merges
  hiddenRows: ReadonlySet<number>
  hiddenColumns: readonly number[]
  isFiltered: boolean
  hasFormulas: boolean
  /** Places of the records of cells by row, where the file has them in another order. */
  sorted: readonly number[] | undefined
}

/** Cells of one piece of the sheet, between two of which a reader may stop. */
const cellsAtOnce = 4096

class XlsSheet implements SheetSource {
  readonly name: string
  readonly hidden: boolean
  readonly bytes: number
  readonly #workbook: Workbook
  readonly #place: Substream
  #known: Outline | undefined

  constructor(workbook: Workbook, place: Substream) {
    this.#workbook = workbook
    this.#place = place
    this.name = place.name
    this.hidden = place.hidden
    this.bytes = place.end - place.start
  }

  async merges(): Promise<Merges> {
    return this.#outline().merges
  }

  notes(): SheetNotes {
    const { hiddenColumns, isFiltered, hasFormulas } = this.#outline()
    return { ...noNotes, hiddenColumns, isFiltered, hasLinks: hasFormulas && this.#workbook.hasLinks }
  }

  async *read(take: TakeRow): AsyncGenerator<number> {
    const { start } = this.#place
    const { file } = this.#workbook
    const { hiddenRows } = this.#outline()
    const row = new SheetRow(this.#workbook.date1904)
    const cells = new CellReader(this.#workbook, row)
    const record: BiffRecord = { type: 0, start: 0, end: 0 }
    let count = 0
    for (const at of this.#cellRecords()) {
      readRecord(this.#workbook.stream, at, record)
      const cellRow = rowOf(this.#workbook.stream, record)
      if (cellRow !== row.row) {
        if (row.row > 0) take(row)
        row.start(cellRow, hiddenRows.has(cellRow))
      }
      try {
        count += cells.read(record)
      } catch (failure) {
        throw asDamage(failure, file)
      }
      if (count % cellsAtOnce === 0) yield record.end - start
      if (count > limits.cells) refuseTooLarge(file, 'cells', count)
    }
    if (row.row > 0) take(row)
    yield this.bytes
  }

  *#cellRecords(): Generator<number> {
    const { sorted } = this.#outline()
    if (sorted) {
      yield* sorted
      return
    }
    const { stream } = this.#workbook
    for (const record of sheetRecords(stream, this.#place)) if (isCell(record.type)) yield record.start - 4
  }

  #outline(): Outline {
    return (this.#known ??= readOutline(this.#workbook, this.#place))
  }
}

/** The records of the sheet itself, without those of charts inside it. The record is filled anew. */
function* sheetRecords(stream: Buffer, { start, end }: Substream): Generator<BiffRecord> {
  const record: BiffRecord = { type: 0, start: 0, end: 0 }
  let depth = 0
  for (let at = start; at < end && readRecord(stream, at, record); at = record.end) {
    if (isOneOf(biff.bof, record.type)) depth += 1
    else if (record.type === biff.eof) depth -= 1
    else if (depth === 0) yield record
  }
}

const cellTypes = new Set([
  0x02, 0x03, 0x04, 0x05, 0x06, 0x206, 0x406, 0x203, 0x27e, 0xbd, 0xfd, 0x204, 0xd6, 0x205,
])
const isCell = (type: number): boolean => cellTypes.has(type)
/** Some programs put records of BIFF2 into later versions; the formula of BIFF5 has the number of that of BIFF2. */
const isOldest = (type: number, version: BiffVersion): boolean =>
  type <= 0x05 || (type === 0x06 && version < 5)

const rowOf = (stream: Buffer, { start, end }: BiffRecord): number =>
  end - start >= 4 ? stream.readUInt16LE(start) + 1 : 0

function readOutline({ stream, file }: Workbook, place: Substream): Outline {
  const merges = new Map<number, Merge[]>()
  const hiddenRows = new Set<number>()
  const hiddenColumns = new Set<number>()
  const places: [row: number, at: number][] = []
  let isFiltered = false
  let hasFormulas = false
  let inOrder = true
  let last = 0
  try {
    for (const record of sheetRecords(stream, place)) {
      const { type, start, end } = record
      if (isCell(type)) {
        const row = rowOf(stream, record)
        inOrder &&= row >= last && row > 0
        last = row
        hasFormulas ||= isOneOf(biff.formula, type)
      } else if (type === biff.row) {
        if (stream.readUInt8(start + 12) & 0x20) hiddenRows.add(stream.readUInt16LE(start) + 1)
      } else if (type === biff.colInfo && stream.readUInt8(start + 8) & 1) {
        const lastColumn = Math.min(255, stream.readUInt16LE(start + 2))
        for (let column = stream.readUInt16LE(start); column <= lastColumn; column += 1)
          hiddenColumns.add(column)
      } else if (type === biff.mergeCells) {
        for (let at = start + 2; at + 8 <= end; at += 8) addMerge(merges, stream, at)
      } else if (type === biff.filterMode) isFiltered = true
    }
    if (!inOrder) {
      for (const record of sheetRecords(stream, place)) {
        const row = isCell(record.type) ? rowOf(stream, record) : 0
        if (row > 0) places.push([row, record.start - 4])
      }
      places.sort(([a], [b]) => a - b)
    }
  } catch (failure) {
    throw asDamage(failure, file)
  }
  return {
    merges,
    hiddenRows,
    hiddenColumns: [...hiddenColumns].toSorted((a, b) => a - b),
    isFiltered,
    hasFormulas,
    sorted: inOrder ? undefined : places.map(([, at]) => at),
  }
}

function addMerge(merges: Map<number, Merge[]>, stream: Buffer, at: number): void {
  const top = stream.readUInt16LE(at) + 1
  const bottom = stream.readUInt16LE(at + 2) + 1
  const left = stream.readUInt16LE(at + 4)
  const right = stream.readUInt16LE(at + 6)
  if (bottom < top || right < left || (top === bottom && left === right)) return
  const row = merges.get(top)
  if (row) row.push({ top, left, bottom, right })
  else merges.set(top, [{ top, left, bottom, right }])
}

/** Puts what a record holds into the row. */
class CellReader {
  readonly #workbook: Workbook
  readonly #row: SheetRow

  constructor(workbook: Workbook, row: SheetRow) {
    this.#workbook = workbook
    this.#row = row
  }

  /** How many cells it holds. @throws RangeError when it is shorter than its kind needs */
  read(record: BiffRecord): number {
    const { stream, version, strings } = this.#workbook
    const { type, start } = record
    const column = stream.readUInt16LE(start + 2)
    if (isOldest(type, version)) {
      this.#readOldest(record, column)
      return 1
    }
    if (type === 0xbd) return this.#readRks(record, column)
    const format = this.#workbook.formats[stream.readUInt16LE(start + 4)] ?? general
    const data = start + 6
    if (type === 0xfd) this.#put(column, text, 0, this.#shared(strings, stream.readUInt32LE(data)), format)
    else if (type === 0x27e) this.#number(column, readRk(stream, data), format)
    else if (type === 0x203) this.#number(column, stream.readDoubleLE(data), format)
    else if (type === 0x205) this.#putEither(column, data, format)
    else if (type === 0x204 || type === 0xd6)
      this.#put(column, text, 0, this.#string({ ...record, start: data }), format)
    else this.#readResult(record, data, column, format)
    return 1
  }

  /** BIFF2 has three bytes of looks where later versions have an XF number, and knows whole numbers. */
  #readOldest(record: BiffRecord, column: number): void {
    const { stream } = this.#workbook
    const { type, start } = record
    const format = this.#workbook.formats[stream.readUInt8(start + 5) & 0x3f] ?? general
    const data = start + 7
    if (type === 0x02) this.#number(column, stream.readUInt16LE(data), format)
    else if (type === 0x03) this.#number(column, stream.readDoubleLE(data), format)
    else if (type === 0x04) this.#put(column, text, 0, this.#string({ ...record, start: data }), format)
    else if (type === 0x05) this.#putEither(column, data, format)
    else this.#readResult(record, data, column, format)
  }

  /** A run of numbers in one row. */
  #readRks({ start, end }: BiffRecord, first: number): number {
    const { stream, formats } = this.#workbook
    const count = Math.floor((end - start - 6) / 6)
    for (let index = 0; index < count; index += 1) {
      const at = start + 4 + index * 6
      const format = formats[stream.readUInt16LE(at)] ?? general
      this.#number(first + index, readRk(stream, at + 2), format)
    }
    return count
  }

  /** A boolean or an error. */
  #putEither(column: number, at: number, format: NumberFormat): void {
    const { stream } = this.#workbook
    const value = stream.readUInt8(at)
    if (stream.readUInt8(at + 1) === 1) this.#error(column, value, format)
    else this.#boolean(column, value, format)
  }

  /** A formula's result: a number, or, marked by FFFF, a text in a record further on, a boolean, an error or an empty
   * text ([MS-XLS] 2.5.133). */
  #readResult(record: BiffRecord, at: number, column: number, format: NumberFormat): void {
    const { stream } = this.#workbook
    if (stream.readUInt16LE(at + 6) !== 0xffff) {
      this.#number(column, stream.readDoubleLE(at), format)
      return
    }
    const kind = stream.readUInt8(at)
    if (kind === 1) this.#boolean(column, stream.readUInt8(at + 2), format)
    else if (kind === 2) this.#error(column, stream.readUInt8(at + 2), format)
    else if (kind === 3) this.#put(column, text, 0, '', format)
    else {
      const result = this.#resultRecord(record)
      this.#put(column, text, 0, result ? this.#string(result) : '', format)
    }
  }

  /** Between a formula and its text there may be what it shares with other cells. */
  #resultRecord({ end }: BiffRecord): BiffRecord | undefined {
    const { stream } = this.#workbook
    const next: BiffRecord = { type: 0, start: 0, end: 0 }
    let at = end
    for (let count = 0; count < 8 && readRecord(stream, at, next); count += 1) {
      if (isOneOf(biff.formulaString, next.type)) return next
      if (isCell(next.type)) return undefined
      at = next.end
    }
    return undefined
  }

  #string(record: BiffRecord): string {
    const { stream, version, decode } = this.#workbook
    const isShort = record.type === 0x04 || record.type === 0x07
    if (version === 8 && !isShort)
      return new ContinuedReader(stream, continuedRecords(stream, record)).richString()
    const length = isShort ? stream.readUInt8(record.start) : stream.readUInt16LE(record.start)
    const from = record.start + (isShort ? 1 : 2)
    return decode(stream.subarray(from, Math.min(from + length, record.end)))
  }

  #shared(strings: readonly string[], index: number): string {
    const shared = strings[index]
    if (shared !== undefined) return shared
    throw new RecapError('file-damaged', `no shared string ${index}`, { file: this.#workbook.file })
  }

  #number(column: number, value: number, format: NumberFormat): void {
    if (Number.isFinite(value)) this.#put(column, number, value, String(value), format)
    else this.#put(column, error, 0, '#NUM!', format)
  }

  #boolean(column: number, value: number, format: NumberFormat): void {
    this.#put(column, boolean, value === 0 ? 0 : 1, value === 0 ? 'FALSE' : 'TRUE', format)
  }

  #error(column: number, value: number, format: NumberFormat): void {
    this.#put(column, error, 0, errors.get(value) ?? '#N/A', format)
  }

  #put(column: number, kind: CellKind, value: number, shown: string, format: NumberFormat): void {
    if (column >= limits.columns)
      throw new RecapError('file-damaged', `cell in column ${column}`, { file: this.#workbook.file })
    this.#row.set(column, kind, value, shown, format)
  }
}

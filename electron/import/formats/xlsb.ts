// Reads binary workbooks (.xlsb), each sheet as a stream of records: a format chosen for size is read in bounded memory.
// Formulas are not looked at: what counts is the result that the program that saved the file had computed ([MS-XLSB]).
// One file over 300 lines: the workbook's parts and its cells are one format, read by the same records.

import { posix } from 'node:path'
import { RecapError } from '../../../shared/errors.ts'
import { asDamage, readRk } from './xls/biff.ts'
import { limits, refuseTooLarge } from '../limits.ts'
import { type Merge, type Merges, noMerges } from '../tables/merges.ts'
import { type NumberFormat, formatOf, general } from '../cells/number-format.ts'
import { type CellKind, SheetRow, boolean, error, number, text } from '../cells/sheet-row.ts'
import {
  type Book,
  type OpenOptions,
  type SheetNotes,
  type SheetSource,
  type TakeRow,
  noNotes,
} from './sheet-source.ts'
import { relations } from './xlsx/workbook.ts'
import type { ZipPackage } from './zip-package.ts'

/** Record types ([MS-XLSB] 2.3). */
const brt = {
  rowHdr: 0,
  sstItem: 19,
  fmt: 44,
  xf: 47,
  colInfo: 60,
  cellRString: 62,
  wbProp: 153,
  bundleSh: 156,
  beginFilterColumn: 163,
  mergeCell: 176,
  beginCellXfs: 617,
  endCellXfs: 618,
} as const

/** Bytes of a sheet that is looked through for merges before its first rows are shown. */
const mostForHead = 4_000_000

const errors = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
])

interface Workbook {
  date1904: boolean
  formats: readonly NumberFormat[]
  strings: readonly string[]
  hasLinks: boolean
}

/** @throws RecapError file-damaged, file-truncated, file-too-large */
export async function openXlsb(zip: ZipPackage, size: number, options: OpenOptions): Promise<Book> {
  try {
    return await openParts(zip, size, options)
  } catch (failure) {
    throw asDamage(failure, zip.file)
  }
}

async function openParts(zip: ZipPackage, size: number, { head = false }: OpenOptions): Promise<Book> {
  const { file } = zip
  const main = (await relations(zip, '', '_rels/.rels')).find(({ type }) => type.endsWith('/officeDocument'))
  const part = main?.target ?? 'xl/workbook.bin'
  const folder = posix.dirname(part)
  const links = await relations(zip, folder, posix.join(folder, '_rels', `${posix.basename(part)}.rels`))
  const found: { name: string; hidden: boolean; part: string }[] = []
  let date1904 = false
  await eachRecord(zip, part, (type, data) => {
    if (type === brt.wbProp) date1904 = (data.readUInt32LE(0) & 1) === 1
    if (type !== brt.bundleSh) return
    const id = wideString(data, 8)
    const link = links.find((one) => one.id === id.text)
    if (!link) throw new RecapError('file-damaged', 'sheet without a part', { file })
    if (!link.type.endsWith('/worksheet')) return
    const { text: name } = wideString(data, id.end)
    found.push({ name, hidden: data.readUInt32LE(0) !== 0, part: link.target })
  })
  const partOf = (kind: string): string | undefined =>
    links.find(({ type }) => type.endsWith(`/${kind}`))?.target
  const styles = partOf('styles')
  const strings = partOf('sharedStrings')
  const workbook = {
    date1904,
    formats: styles && zip.has(styles) ? await readFormats(zip, styles) : [],
    strings: strings && zip.has(strings) ? await readStrings(zip, strings) : [],
    hasLinks: links.some(({ type }) => type.endsWith('/externalLink')),
  }
  const sheets = found.map((sheet) => new XlsbSheet(zip, workbook, sheet, head))
  return { format: 'xlsb', size, sheets, close: () => zip.close() }
}

async function readFormats(zip: ZipPackage, part: string): Promise<NumberFormat[]> {
  const codes = new Map<number, string>()
  const ids: number[] = []
  let inCellFormats = false
  await eachRecord(zip, part, (type, data) => {
    if (type === brt.fmt) codes.set(data.readUInt16LE(0), wideString(data, 2).text)
    else if (type === brt.beginCellXfs) inCellFormats = true
    else if (type === brt.endCellXfs) inCellFormats = false
    else if (type === brt.xf && inCellFormats) ids.push(data.readUInt16LE(2))
  })
  return ids.map((id) => formatOf(id, codes.get(id)))
}

async function readStrings(zip: ZipPackage, part: string): Promise<string[]> {
  const strings: string[] = []
  let characters = 0
  await eachRecord(zip, part, (type, data) => {
    if (type !== brt.sstItem) return
    const one = wideString(data, 1).text
    characters += one.length
    if (characters > limits.strings) refuseTooLarge(zip.file, 'strings', characters)
    strings.push(one)
  })
  return strings
}

interface BinaryRecord {
  type: number
  data: Buffer
}

/** The records of a part. @throws RecapError file-truncated when the last is cut, file-damaged, file-too-large */
async function eachRecord(
  zip: ZipPackage,
  part: string,
  take: (type: number, data: Buffer) => void,
): Promise<void> {
  for await (const { found } of recordBatches(zip, part)) for (const { type, data } of found) take(type, data)
}

/** The same by pieces of the part, with the bytes done; a record that goes over two pieces comes with the second. */
async function* recordBatches(
  zip: ZipPackage,
  part: string,
): AsyncGenerator<{ found: BinaryRecord[]; done: number }> {
  let rest: Buffer = Buffer.alloc(0)
  let done = 0
  let wanted = 0
  try {
    for await (const piece of zip.bytes(part)) {
      done += piece.length
      rest = rest.length === 0 ? piece : Buffer.concat([rest, piece])
      if (rest.length < wanted) continue
      const found: BinaryRecord[] = []
      let at = 0
      for (;;) {
        const header = readHeader(rest, at)
        if (!header) break
        wanted = header.data + header.size - at
        if (header.size > limits.text * 4) refuseTooLarge(zip.file, 'text', header.size)
        if (at + wanted > rest.length) break
        found.push({ type: header.type, data: rest.subarray(header.data, header.data + header.size) })
        at += wanted
        wanted = 0
      }
      rest = rest.subarray(at)
      yield { found, done }
    }
  } catch (failure) {
    throw asDamage(failure, zip.file)
  }
  if (rest.length > 0) throw new RecapError('file-truncated', `a record of ${part}`, { file: zip.file })
}

/** A type of one or two bytes and a size of one to four, seven bits in each ([MS-XLSB] 2.1.4). */
function readHeader(bytes: Buffer, at: number): { type: number; size: number; data: number } | undefined {
  let next = at
  let type = bytes[next]
  if (type === undefined) return undefined
  next += 1
  if (type & 0x80) {
    const high = bytes[next]
    if (high === undefined) return undefined
    next += 1
    type = (type & 0x7f) | ((high & 0x7f) << 7)
  }
  let size = 0
  for (let index = 0; index < 4; index += 1) {
    const byte = bytes[next]
    if (byte === undefined) return undefined
    next += 1
    size |= (byte & 0x7f) << (7 * index)
    if ((byte & 0x80) === 0) break
  }
  return { type, size, data: next }
}

/** Characters of two bytes behind their number; a number of all ones is no text. @throws RangeError when cut */
function wideString(data: Buffer, at: number): { text: string; end: number } {
  const count = data.readUInt32LE(at)
  if (count === 0xffff_ffff) return { text: '', end: at + 4 }
  const end = at + 4 + count * 2
  if (end > data.length) throw new RangeError('a text is longer than its record')
  return { text: data.toString('utf16le', at + 4, end), end }
}

class XlsbSheet implements SheetSource {
  readonly name: string
  readonly hidden: boolean
  readonly bytes: number
  readonly #zip: ZipPackage
  readonly #workbook: Workbook
  readonly #part: string
  readonly #isHead: boolean
  #notes: SheetNotes = noNotes

  constructor(
    zip: ZipPackage,
    workbook: Workbook,
    { name, hidden, part }: { name: string; hidden: boolean; part: string },
    isHead: boolean,
  ) {
    this.name = name
    this.hidden = hidden
    this.bytes = zip.sizeOf(part)
    this.#zip = zip
    this.#workbook = workbook
    this.#part = part
    this.#isHead = isHead
  }

  /** They stand behind the cells: those of a long sheet are not waited for when only its first rows are wanted. */
  async merges(): Promise<Merges> {
    if (this.#isHead && this.bytes > mostForHead) return noMerges
    try {
      return await this.#readMerges()
    } catch (failure) {
      throw asDamage(failure, this.#zip.file)
    }
  }

  async #readMerges(): Promise<Merges> {
    const merges = new Map<number, Merge[]>()
    let count = 0
    await eachRecord(this.#zip, this.#part, (type, data) => {
      if (type !== brt.mergeCell) return
      count += 1
      if (count > limits.merges) refuseTooLarge(this.#zip.file, 'merges', count)
      const merge = {
        top: data.readUInt32LE(0) + 1,
        bottom: data.readUInt32LE(4) + 1,
        left: data.readUInt32LE(8),
        right: data.readUInt32LE(12),
      }
      const row = merges.get(merge.top)
      if (row) row.push(merge)
      else merges.set(merge.top, [merge])
    })
    return merges
  }

  notes(): SheetNotes {
    return this.#notes
  }

  async *read(take: TakeRow): AsyncGenerator<number> {
    const reader = new SheetReader(this.#workbook, this.#zip.file, take)
    for await (const { found, done } of recordBatches(this.#zip, this.#part)) {
      try {
        for (const record of found) reader.read(record)
      } catch (failure) {
        throw asDamage(failure, this.#zip.file)
      }
      yield done
    }
    reader.end()
    this.#notes = reader.notes
  }
}

class SheetReader {
  readonly #workbook: Workbook
  readonly #file: string
  readonly #take: TakeRow
  readonly #row: SheetRow
  readonly #hidden = new Set<number>()
  #isFiltered = false
  #hasFormulas = false
  #cells = 0
  #column = -1

  constructor(workbook: Workbook, file: string, take: TakeRow) {
    this.#workbook = workbook
    this.#file = file
    this.#take = take
    this.#row = new SheetRow(workbook.date1904)
  }

  get notes(): SheetNotes {
    return {
      ...noNotes,
      hiddenColumns: [...this.#hidden].toSorted((a, b) => a - b),
      isFiltered: this.#isFiltered,
      hasLinks: this.#hasFormulas && this.#workbook.hasLinks,
    }
  }

  /** @throws RangeError when the record is shorter than its kind needs */
  read({ type, data }: BinaryRecord): void {
    if (type === brt.rowHdr) this.#openRow(data)
    else if (type <= 11 || type === brt.cellRString) this.#readCell(type, data, 8)
    // The short forms of 1 to 7 stand right of the last cell and do not say where.
    else if (type >= 12 && type <= 18) this.#readCell(type - 11, data, 4)
    else if (type === brt.colInfo) this.#readColumn(data)
    else if (type === brt.beginFilterColumn) this.#isFiltered = true
  }

  end(): void {
    if (this.#row.width > 0) this.#take(this.#row)
  }

  #openRow(data: Buffer): void {
    this.end()
    const row = data.readUInt32LE(0) + 1
    if (row <= this.#row.row || row > limits.rows)
      throw new RecapError('file-damaged', `row ${row} after row ${this.#row.row}`, { file: this.#file })
    // Bit 12 of the flags behind the height ([MS-XLSB] 2.4.741).
    this.#row.start(row, data.length >= 12 && (data.readUInt8(11) & 0x10) !== 0)
    this.#column = -1
  }

  #readColumn(data: Buffer): void {
    if ((data.readUInt16LE(16) & 1) === 0) return
    const last = Math.min(limits.columns - 1, data.readUInt32LE(4))
    for (let column = data.readUInt32LE(0); column <= last; column += 1) this.#hidden.add(column)
  }

  /** A cell's place and style are eight bytes, or four where its column is the next one ([MS-XLSB] 2.5.9). */
  #readCell(type: number, data: Buffer, value: number): void {
    this.#cells += 1
    if (this.#cells > limits.cells) refuseTooLarge(this.#file, 'cells', this.#cells)
    this.#column = value === 8 ? data.readUInt32LE(0) : this.#column + 1
    if (this.#column >= limits.columns || this.#row.row === 0)
      throw new RecapError('file-damaged', `cell in column ${this.#column}`, { file: this.#file })
    if (type === 1) return
    const format = this.#workbook.formats[data.readUInt32LE(value - 4) & 0xff_ffff] ?? general
    if (type >= 8 && type <= 11) this.#hasFormulas = true
    switch (type) {
      case 2:
        this.#number(readRk(data, value), format)
        return
      case 5:
      case 9:
        this.#number(data.readDoubleLE(value), format)
        return
      case 3:
      case 11:
        this.#put(error, 0, errors.get(data.readUInt8(value)) ?? '#N/A', format)
        return
      case 4:
      case 10: {
        const isTrue = data.readUInt8(value) !== 0
        this.#put(boolean, isTrue ? 1 : 0, isTrue ? 'TRUE' : 'FALSE', format)
        return
      }
      case 7:
        this.#put(text, 0, this.#shared(data.readUInt32LE(value)), format)
        return
      case brt.cellRString:
        this.#put(text, 0, wideString(data, value + 1).text, format)
        return
      default:
        this.#put(text, 0, wideString(data, value).text, format)
    }
  }

  #shared(index: number): string {
    const shared = this.#workbook.strings[index]
    if (shared !== undefined) return shared
    throw new RecapError('file-damaged', `no shared string ${index}`, { file: this.#file })
  }

  #number(value: number, format: NumberFormat): void {
    if (Number.isFinite(value)) this.#put(number, value, String(value), format)
    else this.#put(error, 0, '#NUM!', format)
  }

  #put(kind: CellKind, value: number, shown: string, format: NumberFormat): void {
    this.#row.set(this.#column, kind, value, shown, format)
  }
}

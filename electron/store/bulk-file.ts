// Writes rows as the pages of a fresh SQLite file, front to back, so that a project can take them over page by page
// instead of row by row. It knows the file format, https://sqlite.org/fileformat2.html, and nothing of projects.
// What it writes is only ever read by SQLite; a file that is not ended is none.
// Over 300 lines because the format's few kinds of pages belong together.

import { closeSync, openSync, writeSync } from 'node:fs'
import { RecapError } from '../../shared/errors.ts'

/** Tables go by numbers of the caller's choice, and may be filled in turns. */
export interface BulkFile {
  /**
   * Puts rows, the `bytes` of a RowBatch, behind those that the table has; its first row tells how many columns it has.
   * Throws when a row does not hold together, has other columns or a number that is not above the last one's, and
   * RecapError `disk-full`.
   */
  add(table: number, bytes: Uint8Array): void
  /** Forgets the rows of a table. Its pages stay in the file, unused. */
  clear(table: number): void
  /** Of a table without rows nothing is known. */
  extent(table: number): { rows: number; columns: number } | undefined
  /** Writes the rest. A table then stands in the file as `bulkName` calls it; `sql` is what would have made it. */
  end(sql: (name: string, columns: number) => string): void
  /** Lets go of the file. It may be called twice. */
  close(): void
}

/** The name of a table in the file. */
export const bulkName = (table: number): string => `t${table}`

const largestPage = 65_536
/** Larger than a project's: fewer of them. Yet each table that is begun holds one in memory. */
const usualPage = 16_384
const bufferSize = 1 << 20
const fileHeader = 100
const leafHeader = 8
const interiorHeader = 12
/** Of a cell in an interior page: its place in the pointer array, page, row number. */
const largestInteriorCell = 2 + 4 + 9

/** Makes a new file at `path`, for whoever runs this process only. `pageSize` is a power of two from 512 on. */
export function createBulkFile(path: string, pageSize = usualPage): BulkFile {
  const pages = new Pages(path, pageSize)
  const tables = new Map<number, TableTree>()
  return {
    add(table, bytes) {
      const tree = tables.get(table) ?? new TableTree(pages)
      tables.set(table, tree)
      tree.add(bytes)
    },
    clear: (table) => void tables.delete(table),
    extent: (table) => tables.get(table),
    end(sql) {
      const schema = new TableTree(pages)
      let entry = 0
      for (const [table, tree] of tables) {
        const name = bulkName(table)
        entry += 1
        schema.add(schemaCell(entry, name, tree.end(), sql(name, tree.columns)), true)
      }
      pages.writeFirst(entry === 0 ? [] : schema.endWithin(pages.size - fileHeader))
      pages.close()
    },
    close: () => pages.close(),
  }
}

/** A page and the greatest row number below it. */
interface Child {
  page: number
  last: number
}

/** The file's pages, numbered from 1 in the order in which they are written; the first one comes last. */
class Pages {
  readonly size: number
  #file: number | undefined
  readonly #buffer: Uint8Array
  #buffered = 0
  #written = 0
  /** SQLite locks the byte at 1 GiB on some systems and puts nothing on its page. */
  readonly #lockPage: number

  constructor(path: string, size: number) {
    this.size = size
    this.#lockPage = (1 << 30) / size + 1
    this.#buffer = new Uint8Array(Math.max(bufferSize, size))
    this.#file = tellingFullDisk(() => openSync(path, 'wx', 0o600))
    this.add(new Uint8Array(size))
  }

  get count(): number {
    return (this.#written + this.#buffered) / this.size
  }

  /** The number of the page that is written next. */
  get next(): number {
    return this.after(this.count)
  }

  /** The number of the page after a page. */
  after(page: number): number {
    return page + (page + 1 === this.#lockPage ? 2 : 1)
  }

  /** Writes a page and gives its number. */
  add(page: Uint8Array): number {
    if (this.next > this.count + 1) this.#append(new Uint8Array(this.size))
    this.#append(page)
    return this.count
  }

  #append(page: Uint8Array): void {
    if (this.#buffered + this.size > this.#buffer.length) this.#flush()
    this.#buffer.set(page, this.#buffered)
    this.#buffered += this.size
  }

  #flush(): void {
    this.#write(this.#buffer.subarray(0, this.#buffered), this.#written)
    this.#written += this.#buffered
    this.#buffered = 0
  }

  #write(bytes: Uint8Array, position: number): void {
    const file = this.#file
    if (file === undefined) throw new Error('the file is closed')
    for (let done = 0; done < bytes.length;) {
      done += tellingFullDisk(() => writeSync(file, bytes, done, bytes.length - done, position + done))
    }
  }

  /** Ends the file with its header and the root of its schema, which may be empty. */
  writeFirst(schema: readonly Child[]): void {
    this.#flush()
    const page = new Uint8Array(this.size)
    if (schema.length > 0) putInterior(page, fileHeader, schema)
    else putLeaf(page, fileHeader, 0, this.size)
    putFileHeader(page, this.size, this.count)
    this.#write(page, 0)
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file)
    this.#file = undefined
  }
}

/** Does what needs space on the disk; throws RecapError `disk-full` when there is none. */
export function tellingFullDisk<T>(action: () => T): T {
  try {
    return action()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') {
      throw new RecapError('disk-full', code, {}, { cause: error })
    }
    throw error
  }
}

/** One table's b-tree: leaves are written as they fill up, the pages above them at the end. */
class TableTree {
  rows = 0
  columns = 0
  readonly #pages: Pages
  readonly #page: Uint8Array
  readonly #view: DataView
  /** Longest record that stands in a leaf whole, and what of a longer one stands there at least. */
  readonly #mostLocal: number
  readonly #leastLocal: number
  #cells = 0
  /** Where the content of the page begins: it grows down towards the pointers. */
  #content: number
  #leaves: Child[] = []
  #last = Number.NEGATIVE_INFINITY
  /** Cells of the batch that go onto this page but are not copied yet: where they begin. */
  #starts: number[] = []

  constructor(pages: Pages) {
    this.#pages = pages
    this.#page = new Uint8Array(pages.size)
    this.#view = new DataView(this.#page.buffer)
    this.#content = pages.size
    this.#mostLocal = pages.size - 35
    this.#leastLocal = Math.floor(((pages.size - 12) * 32) / 255) - 23
  }

  /** Cells of neighbours are neighbours in the page too, so that a page's share of a batch is copied at once. */
  add(bytes: Uint8Array, isSchema = false): void {
    const reader = new CellReader(bytes)
    let run = 0
    for (let start = 0; start < bytes.length; start = reader.end) {
      reader.read(start)
      if (!isSchema) this.#check(reader)
      if (reader.row <= this.#last) throw new Error(`row ${reader.row} after ${this.#last}`)
      const isLong = reader.end - reader.record > this.#mostLocal
      const size = isLong ? this.#longSize(reader) : reader.end - start
      if (!this.#hasRoom(start - run + size)) {
        this.#copy(bytes, run, start)
        this.#endLeaf()
        run = start
      }
      if (isLong) {
        this.#copy(bytes, run, start)
        this.#putLong(bytes, start, reader)
        run = reader.end
      } else {
        this.#starts.push(start)
      }
      this.#last = reader.row
      this.rows += 1
    }
    this.#copy(bytes, run, bytes.length)
  }

  /** A row's first column is the place of its number. */
  #check(reader: CellReader): void {
    if (this.rows === 0) this.columns = reader.columns - 1
    if (reader.columns !== this.columns + 1) {
      throw new Error(`${reader.columns - 1} columns instead of ${this.columns}`)
    }
  }

  /** `length` counts the cells that are not copied yet and one more. */
  #hasRoom(length: number): boolean {
    const pointers = leafHeader + 2 * (this.#cells + this.#starts.length + 1)
    return pointers + length <= this.#content
  }

  /** Moves the cells from `run` to `end`, which begin at `#starts`, onto the page. */
  #copy(bytes: Uint8Array, run: number, end: number): void {
    if (this.#starts.length === 0) return
    this.#content -= end - run
    this.#page.set(bytes.subarray(run, end), this.#content)
    for (const start of this.#starts) this.#point(this.#content + start - run)
    this.#starts.length = 0
  }

  #point(place: number): void {
    this.#view.setUint16(leafHeader + 2 * this.#cells, place)
    this.#cells += 1
  }

  #local(payload: number): number {
    const wanted = this.#leastLocal + ((payload - this.#leastLocal) % (this.#pages.size - 4))
    return wanted <= this.#mostLocal ? wanted : this.#leastLocal
  }

  #longSize({ start, record, end }: CellReader): number {
    return record - start + this.#local(end - record) + 4
  }

  /** A record too long for a leaf goes on in a chain of pages of its own. */
  #putLong(bytes: Uint8Array, start: number, { record, end }: CellReader): void {
    const rest = record + this.#local(end - record)
    this.#content -= rest - start + 4
    this.#page.set(bytes.subarray(start, rest), this.#content)
    this.#view.setUint32(this.#content + rest - start, this.#pages.next)
    this.#point(this.#content)
    const room = this.#pages.size - 4
    for (let at = rest; at < end; at += room) {
      const page = new Uint8Array(this.#pages.size)
      page.set(bytes.subarray(at, Math.min(end, at + room)), 4)
      const next = at + room < end ? this.#pages.after(this.#pages.next) : 0
      new DataView(page.buffer).setUint32(0, next)
      this.#pages.add(page)
    }
  }

  #endLeaf(): void {
    putLeaf(this.#page, 0, this.#cells, this.#content)
    this.#leaves.push({ page: this.#pages.add(this.#page), last: this.#last })
    this.#page.fill(0)
    this.#cells = 0
    this.#content = this.#pages.size
  }

  /** Ends the tree and gives its root. */
  end(): number {
    let level = this.#endLeaves()
    while (level.length > 1) level = this.#above(level)
    return level[0]?.page ?? 0
  }

  /** Ends the tree but for its root, which is to have `room`. */
  endWithin(room: number): readonly Child[] {
    let level = this.#endLeaves()
    while (level.length > mostChildren(room)) level = this.#above(level)
    return level
  }

  #endLeaves(): readonly Child[] {
    if (this.#cells > 0 || this.#leaves.length === 0) this.#endLeaf()
    return this.#leaves
  }

  /** Shares the children out evenly, since a page with a single one is not allowed. */
  #above(children: readonly Child[]): readonly Child[] {
    const count = Math.ceil(children.length / mostChildren(this.#pages.size))
    return Array.from({ length: count }, (_, index) => {
      const from = Math.floor((index * children.length) / count)
      const own = children.slice(from, Math.floor(((index + 1) * children.length) / count))
      const page = new Uint8Array(this.#pages.size)
      putInterior(page, 0, own)
      return { page: this.#pages.add(page), last: own.at(-1)?.last ?? 0 }
    })
  }
}

const mostChildren = (room: number): number => Math.floor((room - interiorHeader) / largestInteriorCell) + 1

/** Reads one cell of a batch after the other, and throws when a length does not fit. */
class CellReader {
  readonly #bytes: Uint8Array
  #at = 0
  start = 0
  row = 0
  /** Where the record begins and ends. */
  record = 0
  end = 0
  columns = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  read(start: number): void {
    this.start = start
    this.#at = start
    const payload = this.#varint()
    this.row = this.#varint()
    this.record = this.#at
    this.end = this.#at + payload
    if (this.end > this.#bytes.length) throw new Error('a row is cut off')
    const header = this.#varint()
    const headerEnd = this.record + header
    let length = header
    let columns = 0
    while (this.#at < headerEnd) {
      const type = this.#varint()
      columns += 1
      length += type < 12 ? contentLength(type) : (type - (type & 1)) / 2 - 6
    }
    if (this.#at !== headerEnd || length !== payload) throw new Error('a row does not add up')
    this.columns = columns
  }

  /** Nothing in a batch is above 2^53, or needs a ninth byte. */
  #varint(): number {
    const first = this.#bytes[this.#at] ?? 0
    this.#at += 1
    if (first < 0x80) return first
    let value = first & 0x7f
    for (let more = 1; more < 8; more += 1) {
      const byte = this.#bytes[this.#at] ?? 0
      this.#at += 1
      value = value * 128 + (byte & 0x7f)
      if (byte < 0x80 && value <= Number.MAX_SAFE_INTEGER) return value
    }
    throw new Error('a number is too long')
  }
}

/** Bytes of the values of serial types 0 to 9; 10 and 11 are SQLite's own. */
const contentLengths = Uint8Array.of(0, 1, 2, 3, 4, 6, 8, 8, 0, 0)

function contentLength(type: number): number {
  const length = contentLengths[type]
  if (length === undefined) throw new Error(`serial type ${type}`)
  return length
}

function putLeaf(page: Uint8Array, at: number, cells: number, content: number): void {
  const view = new DataView(page.buffer)
  view.setUint8(at, 0x0d)
  view.setUint16(at + 3, cells)
  // 65536 is written as 0.
  view.setUint16(at + 5, content & 0xffff)
}

function putInterior(page: Uint8Array, at: number, children: readonly Child[]): void {
  const view = new DataView(page.buffer)
  let content = page.length
  for (const [index, { page: child, last }] of children.slice(0, -1).entries()) {
    const key = varint(last)
    content -= 4 + key.length
    view.setUint32(content, child)
    page.set(key, content + 4)
    view.setUint16(at + interiorHeader + 2 * index, content)
  }
  view.setUint8(at, 0x05)
  view.setUint16(at + 3, children.length - 1)
  view.setUint16(at + 5, content & 0xffff)
  view.setUint32(at + 8, children.at(-1)?.page ?? 0)
}

/** Section 1.3 of the format. A change counter equal to the version-valid-for number makes the size count. */
function putFileHeader(page: Uint8Array, pageSize: number, pageCount: number): void {
  const view = new DataView(page.buffer)
  page.set(encoder.encode('SQLite format 3\0'))
  view.setUint16(16, pageSize === largestPage ? 1 : pageSize)
  // Journal, not log; no bytes reserved; the fixed payload fractions.
  page.set([1, 1, 0, 64, 32, 32], 18)
  view.setUint32(24, 1)
  view.setUint32(28, pageCount)
  view.setUint32(40, 1)
  view.setUint32(44, 4)
  // UTF-8
  view.setUint32(56, 1)
  view.setUint32(92, 1)
  view.setUint32(96, 3_051_003)
}

const encoder = new TextEncoder()

/** A row of the schema: type, name, table, root page, SQL. */
function schemaCell(row: number, name: string, root: number, sql: string): Uint8Array {
  const texts = ['table', name, name, sql].map((text) => encoder.encode(text))
  const number = new Uint8Array(4)
  new DataView(number.buffer).setUint32(0, root)
  const textTypes = texts.map(({ length }) => varint(2 * length + 13))
  const types = [...textTypes.slice(0, 3), Uint8Array.of(4), ...textTypes.slice(3)]
  const body = [...texts.slice(0, 3), number, ...texts.slice(3)]
  const header = joined([new Uint8Array(1), ...types])
  header[0] = header.length
  const record = joined([header, ...body])
  return joined([varint(record.length), varint(row), record])
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Seven bits a byte, the highest first; all but the last have their top bit set. */
function varint(value: number): Uint8Array {
  const bytes = [value % 128]
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) {
    bytes.unshift((rest % 128) | 0x80)
  }
  return Uint8Array.from(bytes)
}

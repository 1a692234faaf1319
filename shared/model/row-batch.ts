// Rows of a table on their way from the reader to the store, as bytes that can be handed over between threads without
// a copy: each row stands as SQLite keeps a row of a table, https://sqlite.org/fileformat2.html#record_format, so that
// the store need not take it apart. Column 0 of a record is the row number's place (NULL); the table's columns follow.

import type { CellValue } from './table.ts'

export interface RowBatch {
  rows: number
  /** Row by row: varint length of the record, varint row number, record. */
  bytes: Uint8Array<ArrayBuffer>
  /** What cells showed where the value alone does not tell it; `position` is the column's. */
  raw: readonly { row: number; position: number; text: string }[]
}

/** Where a reader puts the rows of the tables it finds. Each table is a stream, numbered in the order they begin. */
export interface RowSink {
  /** Rows in ascending order. Resolves when more may come. */
  take(stream: number, batch: RowBatch): void | Promise<void>
  /** Forget what came on a stream: a column turned out to be of another type, and it comes again from its first row. */
  again(stream: number): void | Promise<void>
}

/** Bytes up to which a text is copied one by one: a call that moves them together costs as much. */
const short = 48
const carriageReturn = 13

/**
 * Writes rows into a batch. Every value of a row in the order of the columns, then `end`. A row's values are put down
 * where they belong if its head is as long as that of the row before, as nearly all are, and moved there if not.
 */
export class RowWriter {
  #bytes = new Uint8Array(1 << 16)
  #view = new DataView(this.#bytes.buffer)
  /** The end of the rows that are ended. */
  #length = 0
  #rows = 0
  #raw: { row: number; position: number; text: string }[] = []
  #row = 0
  /** Serial types of the row being written, the first of them its number's place. */
  #types = new Int32Array(64)
  #count = 0
  /** Bytes of the serial types. */
  #typeBytes = 0
  /** Bytes in front of a row's values, as of the last row. */
  #before = 0
  /** Where the next value goes. */
  #at = 0

  get rows(): number {
    return this.#rows
  }

  /** Bytes of the rows that are ended. */
  get length(): number {
    return this.#length
  }

  start(row: number): void {
    this.#row = row
    this.#count = 1
    this.#typeBytes = 1
    this.#at = this.#length + this.#before
  }

  null(): void {
    this.#type(0, 0)
  }

  /** What is not finite is kept as SQLite can: not a number is NULL. */
  number(value: number): void {
    const small = value | 0
    if (small === value && (small !== 0 || 1 / value > 0)) this.#small(small)
    else if (Number.isNaN(value)) this.#type(0, 0)
    else if (Number.isSafeInteger(value) && value !== 0) {
      const at = this.#type(6, 8)
      this.#view.setInt32(at, Math.floor(value / 0x100000000))
      this.#view.setUint32(at + 4, value % 0x100000000)
    } else {
      const at = this.#type(7, 8)
      this.#view.setFloat64(at, value)
    }
  }

  /** An integer of 32 bits. */
  #small(value: number): void {
    if (value === 0 || value === 1) {
      this.#type(8 + value, 0)
    } else if (value >= -0x80 && value < 0x80) {
      const at = this.#type(1, 1)
      this.#bytes[at] = value
    } else if (value >= -0x8000 && value < 0x8000) {
      const at = this.#type(2, 2)
      this.#bytes[at] = value >> 8
      this.#bytes[at + 1] = value
    } else {
      const at = this.#type(4, 4)
      this.#view.setInt32(at, value)
    }
  }

  text(value: string): void {
    // No character takes more than three bytes a code unit.
    this.#reserve(value.length * 3)
    const start = this.#at
    const end = putUtf8(this.#bytes, start, value)
    this.#type((end - start) * 2 + 13, end - start)
  }

  /** Text that is UTF-8 already. */
  utf8(bytes: Uint8Array, start = 0, end = bytes.length): void {
    const length = end - start
    const at = this.#type(length * 2 + 13, length)
    const target = this.#bytes
    if (length > short) target.set(bytes.subarray(start, end), at)
    else for (let index = 0; index < length; index += 1) target[at + index] = bytes[start + index] ?? 0
  }

  /** The same for text of one line; nothing is written and the answer is false when there is a carriage return in it. */
  line(bytes: Uint8Array, start: number, end: number): boolean {
    const length = end - start
    if (length > short) {
      if (bytes.subarray(start, end).includes(carriageReturn)) return false
      this.utf8(bytes, start, end)
      return true
    }
    this.#reserve(length)
    const at = this.#at
    const target = this.#bytes
    for (let index = 0; index < length; index += 1) {
      const byte = bytes[start + index] ?? 0
      if (byte === carriageReturn) return false
      target[at + index] = byte
    }
    this.#type(length * 2 + 13, length)
    return true
  }

  /** A boolean is a blob of one byte, which is taken for no number and no text. */
  boolean(value: boolean): void {
    const at = this.#type(14, 1)
    this.#bytes[at] = value ? 1 : 0
  }

  value(value: CellValue): void {
    if (value === null) this.null()
    else if (typeof value === 'number') this.number(value)
    else if (typeof value === 'string') this.text(value)
    else this.boolean(value)
  }

  raw(position: number, text: string): void {
    this.#raw.push({ row: this.#row, position, text })
  }

  end(): void {
    const header = this.#typeBytes + varintLength(this.#typeBytes + varintLength(this.#typeBytes))
    const body = this.#at - this.#length - this.#before
    const size = header + body
    const before = varintLength(size) + varintLength(this.#row) + header
    this.#reserve(before)
    if (before !== this.#before) {
      const from = this.#length + this.#before
      this.#bytes.copyWithin(this.#length + before, from, from + body)
      this.#before = before
    }
    const bytes = this.#bytes
    const types = this.#types
    let at = putVarint(bytes, this.#length, size)
    at = putVarint(bytes, at, this.#row)
    at = putVarint(bytes, at, header)
    bytes[at] = 0
    at += 1
    for (let index = 1; index < this.#count; index += 1) {
      const type = types[index] ?? 0
      if (type < 128) {
        bytes[at] = type
        at += 1
      } else at = putVarint(bytes, at, type)
    }
    this.#length = at + body
    this.#rows += 1
  }

  /** The rows so far; the writer begins anew. */
  take(): RowBatch {
    const batch = { rows: this.#rows, bytes: this.#bytes.slice(0, this.#length), raw: this.#raw }
    this.#length = 0
    this.#rows = 0
    this.#raw = []
    return batch
  }

  /** Notes a value's serial type and makes room for it; gives the place of its content. */
  #type(type: number, length: number): number {
    if (this.#count === this.#types.length) this.#types = grown(this.#types)
    this.#types[this.#count] = type
    this.#count += 1
    this.#typeBytes += type < 128 ? 1 : varintLength(type)
    if (this.#at + length > this.#bytes.length) this.#reserve(length)
    const at = this.#at
    this.#at = at + length
    return at
  }

  #reserve(length: number): void {
    const needed = this.#at + length
    if (needed <= this.#bytes.length) return
    const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2))
    larger.set(this.#bytes)
    this.#bytes = larger
    this.#view = new DataView(larger.buffer)
  }
}

function grown(types: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(types.length * 2)
  larger.set(types)
  return larger
}

/** Half of a surrogate pair becomes U+FFFD, as https://encoding.spec.whatwg.org/#utf-8-encoder has it. */
function putUtf8(bytes: Uint8Array, start: number, text: string): number {
  let at = start
  for (let index = 0; index < text.length; index += 1) {
    let code = text.charCodeAt(index)
    if (code >= 0xd800 && code < 0xe000) {
      code = text.codePointAt(index) ?? 0
      if (code < 0x10000) code = 0xfffd
      else index += 1
    }
    if (code < 0x80) {
      bytes[at] = code
      at += 1
    } else if (code < 0x800) {
      bytes[at] = 0xc0 | (code >> 6)
      bytes[at + 1] = 0x80 | (code & 63)
      at += 2
    } else if (code < 0x10000) {
      bytes[at] = 0xe0 | (code >> 12)
      bytes[at + 1] = 0x80 | ((code >> 6) & 63)
      bytes[at + 2] = 0x80 | (code & 63)
      at += 3
    } else {
      bytes[at] = 0xf0 | (code >> 18)
      bytes[at + 1] = 0x80 | ((code >> 12) & 63)
      bytes[at + 2] = 0x80 | ((code >> 6) & 63)
      bytes[at + 3] = 0x80 | (code & 63)
      at += 4
    }
  }
  return at
}

/** Up to 2^53; SQLite's ninth byte is never needed. */
function varintLength(value: number): number {
  if (value < 128) return 1
  if (value < 16_384) return 2
  let length = 3
  for (let rest = Math.floor(value / 0x200000); rest > 0; rest = Math.floor(rest / 128)) length += 1
  return length
}

function putVarint(bytes: Uint8Array, at: number, value: number): number {
  if (value < 128) {
    bytes[at] = value
    return at + 1
  }
  const length = varintLength(value)
  let rest = value
  for (let place = length - 1; place >= 0; place -= 1) {
    bytes[at + place] = (rest % 128) | (place === length - 1 ? 0 : 0x80)
    rest = Math.floor(rest / 128)
  }
  return at + length
}

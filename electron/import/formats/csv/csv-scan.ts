// Cuts separated text into the cells of rows, straight from its UTF-8 bytes: no string is made of a cell that nobody
// reads. Quotes as in RFC 4180, and what lies outside it as Excel reads it. Knows nothing of files or encodings.

import { RecapError } from '../../../../shared/errors.ts'
import { limits, refuseTooLarge } from '../../limits.ts'
import { general } from '../../cells/number-format.ts'
import { SheetRow, text } from '../../cells/sheet-row.ts'
import type { TakeRow } from '../sheet-source.ts'

const lineFeed = 10
const carriageReturn = 13
const quote = 34
/** Ctrl-Z: how DOS ended a text. */
const endOfText = 26

export interface Dialect {
  /** One character. */
  delimiter: string
  /** Bytes of UTF-8 in front of the first row: a byte order mark, and a `sep=;` line, which Excel obeys and hides. */
  skip: number
}

/** Behind the bytes stand a line end and a quote, so that no search runs past them. */
const guards = 2

const mostUndecodable = 20

const encoder = new TextEncoder()

/**
 * Fill `room()`, tell how much by `add`, and so on until `end`; each record goes to `take` as soon as it is whole.
 *
 * - Lines end with LF, CR LF or CR, each as it likes. The end of the text ends the last record, if it has anything.
 * - A quote counts at the start of a field only; what follows the closing one up to the next delimiter belongs to the
 *   field as it stands: `"a" b"c` is `a b"c`.
 * - Rows count from 1 by record, blank ones included.
 */
export class CsvScanner {
  readonly #file: string
  readonly #take: TakeRow
  readonly #row = new SheetRow()
  /** Of each byte: whether a field may end before it, at a line end or at the first byte of a delimiter. */
  readonly #stops = new Uint8Array(256)
  /** The largest byte of these. */
  readonly #lastStop: number
  readonly #delimiter: Uint8Array
  #bytes: Uint8Array
  /** Takes over when the bytes move: cells of the last row may still lie in the others. */
  #spare: Uint8Array
  /** Where the first record begins that is not given yet, and where the bytes end. */
  #from = 0
  #end = 0
  /** Bytes in front of the first record. */
  #skip: number
  /** Bytes of a record that must be there before another look at it is worth while: it may be long. */
  #enough = 0
  #rows = 0
  #cells = 0
  /** Bytes that went through before those at hand. */
  #before = 0
  /** Of all bytes: where others stood that could not be decoded. */
  #doubts: number[] = []
  #undecodable: number[] = []
  /** Quoted fields whose quotes are undone, until the row is over. */
  #scratch = new Uint8Array(1 << 12)
  #scratchEnd = 0

  /**
   * @param dialect whose delimiter is neither a quote nor the end of a line
   * @param size bytes to hold at a time, unless a record needs more
   */
  constructor({ delimiter, skip }: Dialect, file: string, take: TakeRow, size = 1 << 20) {
    this.#skip = skip
    this.#file = file
    this.#take = take
    this.#delimiter = encoder.encode(delimiter)
    this.#stops[this.#delimiter[0] ?? 0] = 1
    this.#lastStop = Math.max(this.#delimiter[0] ?? 0, carriageReturn)
    this.#stops[lineFeed] = 1
    this.#stops[carriageReturn] = 1
    this.#bytes = new Uint8Array(size + guards)
    this.#spare = new Uint8Array(size + guards)
  }

  /** Where the next bytes go: as many as there is room for, half of what is held or more. */
  room(): Uint8Array {
    const rest = this.#end - this.#from
    const size = this.#bytes.length - guards
    if (this.#from > 0 || rest * 2 > size) {
      const next = rest * 2 > size ? new Uint8Array(size * 2 + guards) : this.#spare
      next.set(this.#bytes.subarray(this.#from, this.#end))
      this.#spare = next.length === this.#bytes.length ? this.#bytes : new Uint8Array(next.length)
      this.#bytes = next
      this.#before += this.#from
      this.#from = 0
      this.#end = rest
    }
    return this.#bytes.subarray(this.#end, this.#bytes.length - guards)
  }

  /** So many bytes of `room()` are filled. @throws RecapError file-too-large, and what `take` throws */
  add(length: number): void {
    this.#end += length
    if (this.#end - this.#from < this.#enough) return
    this.#scan(false)
    const held = this.#end - this.#from
    this.#enough = held * 2
    this.#assertShort(held)
  }

  /** The record that the next byte belongs to holds something that could not be decoded. */
  doubt(): void {
    if (this.#undecodable.length < mostUndecodable) this.#doubts.push(this.#before + this.#end)
  }

  /** @throws RecapError file-damaged when a quoted field never ends */
  end(): void {
    if (this.#bytes[this.#end - 1] === endOfText) this.#end -= 1
    this.#scan(true)
  }

  /** Records that hold doubts, by their number: at most 20. */
  get undecodable(): readonly number[] {
    return this.#undecodable
  }

  #scan(over: boolean): void {
    this.#bytes[this.#end] = lineFeed
    this.#bytes[this.#end + 1] = quote
    const skipped = Math.min(this.#skip, this.#end - this.#from)
    this.#from += skipped
    this.#skip -= skipped
    while (this.#from < this.#end) {
      const next = this.#record(over)
      if (next < 0) return
      this.#assertShort(next - this.#from)
      this.#rows += 1
      if (this.#doubts.length > 0) this.#note(over && next === this.#end ? Infinity : this.#before + next)
      this.#from = next
      this.#take(this.#row)
    }
  }

  /** What is longer is no cell; most likely it is a quoted one whose end is missing. */
  #assertShort(length: number): void {
    if (length <= limits.text) return
    const characters = Buffer.from(this.#bytes.buffer, this.#from, length).toString().length
    if (characters > limits.text) refuseTooLarge(this.#file, 'text', characters)
  }

  /** Puts the cells of one record into the row; gives where the next begins, or -1 when the record may go on. */
  #record(over: boolean): number {
    const bytes = this.#bytes
    const end = this.#end
    const row = this.#row
    row.start(this.#rows + 1)
    this.#scratchEnd = 0
    let column = 0
    let at = this.#from
    for (;;) {
      const start = at
      if (bytes[at] === quote) {
        at = this.#quoted(column, at + 1, over)
        if (at < 0) return -1
      } else {
        at = this.#stop(at)
        if (at > start) row.setBytes(column, text, 0, bytes, start, at, general)
      }
      column += 1
      if (column > limits.columns) refuseTooLarge(this.#file, 'columns', column)
      const byte = bytes[at]
      if (byte === lineFeed || byte === carriageReturn) {
        const next = byte === carriageReturn && bytes[at + 1] === lineFeed ? at + 2 : at + 1
        // Behind the bytes stands a guard: the line may go on, or a line feed belong to this carriage return.
        if (next > end && !over) return -1
        row.fields = column
        this.#cells += column
        if (this.#cells > limits.cells) refuseTooLarge(this.#file, 'cells', this.#cells)
        return Math.min(next, end)
      }
      at += this.#delimiter.length
    }
  }

  /** Where a field ends that is at `from` or behind: before a delimiter, the end of a line or of the bytes. */
  #stop(from: number): number {
    const bytes = this.#bytes
    const stops = this.#stops
    const lastStop = this.#lastStop
    for (let at = from; ; at += 1) {
      let byte = bytes[at] as number
      // One comparison is enough for most bytes.
      while (byte > lastStop || stops[byte] === 0) {
        at += 1
        byte = bytes[at] as number
      }
      if (this.#delimiter.length === 1 || this.#isStop(at)) return at
    }
  }

  /** Whether a byte that may be the first of a delimiter is; or any other that stops. */
  #isStop(at: number): boolean {
    const bytes = this.#bytes
    return (
      bytes[at] !== this.#delimiter[0] || this.#delimiter.every((byte, index) => bytes[at + index] === byte)
    )
  }

  /** Puts a quoted field into the row, from behind its opening quote; gives where it ends, or -1 when it may go on. */
  #quoted(column: number, start: number, over: boolean): number {
    const bytes = this.#bytes
    const first = this.#closing(start, over)
    let close = first
    while (close >= 0 && bytes[close + 1] === quote) close = this.#closing(close + 2, over)
    if (close < 0) return -1
    const stop = this.#stop(close + 1)
    if (close > first || stop > close + 1) this.#unquote(column, start, close, stop)
    else if (close > start) this.#row.setBytes(column, text, 0, bytes, start, close, general)
    return stop
  }

  /** The next quote; -1 when what follows it is not there yet. */
  #closing(from: number, over: boolean): number {
    const bytes = this.#bytes
    let at = from
    while (bytes[at] !== quote) at += 1
    if (at + 1 < this.#end || (over && at < this.#end)) return at
    if (!over) return -1
    throw new RecapError('file-damaged', `a quoted field of row ${this.#rows + 1} never ends`, {
      file: this.#file,
    })
  }

  /** Doubled quotes up to `close` stand for one; what is between `close` and `stop` stands for itself. */
  #unquote(column: number, start: number, close: number, stop: number): void {
    const bytes = this.#bytes
    const room = stop - start
    if (this.#scratchEnd + room > this.#scratch.length) {
      // The cells that have the old one keep it.
      this.#scratch = new Uint8Array(Math.max(room, this.#scratch.length * 2))
      this.#scratchEnd = 0
    }
    const scratch = this.#scratch
    const scratchStart = this.#scratchEnd
    let to = scratchStart
    for (let at = start; at < stop; at += 1) {
      if (at !== close) {
        scratch[to] = bytes[at] as number
        to += 1
      }
      if (at < close && bytes[at] === quote) at += 1
    }
    this.#scratchEnd = to
    this.#row.setBytes(column, text, 0, scratch, scratchStart, to, general)
  }

  #note(end: number): void {
    const later = this.#doubts.findIndex((at) => at >= end)
    if (later === 0) return
    this.#doubts = later < 0 ? [] : this.#doubts.slice(later)
    if (this.#undecodable.length < mostUndecodable) this.#undecodable.push(this.#rows)
  }
}

// The shared strings of a workbook: one store of UTF-8 bytes with the place of each string in it, read only as far as
// cells ask for. Plain strings are found by scanning bytes and stay where they are; the others go through the XML parser.

import { RecapError } from '../../../../shared/errors.ts'
import { limits, refuseTooLarge } from '../../limits.ts'
import type { NumberFormat } from '../../cells/number-format.ts'
import { type SheetRow, text } from '../../cells/sheet-row.ts'
import {
  type ItemScanner,
  byteClass,
  closingTag,
  isWhite,
  openingTag,
  plainByte,
  readItems,
  skipTag,
  stopByte,
} from './xml-scan.ts'
import { TextItem, textOfXml } from '../xml-text.ts'
import type { ZipPackage } from '../zip-package.ts'

const si = Buffer.from('si')
const t = Buffer.from('t')
/** How a reading above the characters is set, which East Asian Excel writes behind nearly every string it was typed. */
const phoneticPr = Buffer.from('phoneticPr')

/** Bytes of a piece of the store for strings that are not as they stand in the file. */
const pieceBytes = 64 * 1024

export class SharedStrings {
  readonly #file: string
  #steps: AsyncGenerator<number> | undefined
  #bytes: Buffer[] = []
  #starts = new Int32Array(1024)
  #ends = new Int32Array(1024)
  /** Into `#bytes`. */
  #pieces = new Int32Array(1024)
  #stored = 0
  #own: Buffer = Buffer.alloc(0)
  #ownPiece = -1
  #ownEnd = 0
  /** How many are read so far. */
  count = 0

  /** Reads nothing yet. A workbook may have no such part. */
  constructor(zip: ZipPackage, part: string | undefined) {
    this.#file = zip.file
    if (part === undefined || !zip.has(part)) return
    const reader = new StringXml(this)
    this.#steps = readItems(zip.bytes(part), new StringScanner(this), reader, part, zip.file)
  }

  /** Reads on until there are `count` strings or no more. @throws RecapError what reading a part throws */
  async until(count: number): Promise<void> {
    while (this.count < count && this.#steps) if ((await this.#steps.next()).done) this.#steps = undefined
  }

  /** Puts a string into a cell. @throws RecapError file-damaged when there is none of that number */
  put(row: SheetRow, column: number, index: number, format: NumberFormat): void {
    const bytes = this.#bytes[this.#pieces[index] ?? -1]
    if (bytes === undefined || index >= this.count)
      throw new RecapError('file-damaged', `no shared string ${index}`, { file: this.#file })
    row.setBytes(
      column,
      text,
      0,
      bytes,
      this.#starts[index] as number,
      this.#ends[index] as number,
      format,
      index,
    )
  }

  /** Adds a string that stands in these bytes of the file, which must not change any more. */
  addBytes(bytes: Buffer, start: number, end: number): void {
    if (this.#bytes.at(-1) !== bytes) this.#keep(bytes)
    this.#add(this.#bytes.length - 1, start, end)
  }

  addText(string: string): void {
    if (string.length > limits.text) refuseTooLarge(this.#file, 'text', string.length)
    const length = Buffer.byteLength(string)
    if (this.#ownPiece < 0 || this.#ownEnd + length > this.#own.length) {
      this.#own = Buffer.allocUnsafeSlow(Math.max(length, pieceBytes))
      this.#ownEnd = 0
      this.#ownPiece = this.#keep(this.#own)
    }
    this.#own.write(string, this.#ownEnd)
    this.#add(this.#ownPiece, this.#ownEnd, this.#ownEnd + length)
    this.#ownEnd += length
  }

  /** Gives the number of the piece. */
  #keep(piece: Buffer): number {
    this.#stored += piece.length
    if (this.#stored > limits.strings) refuseTooLarge(this.#file, 'strings', this.#stored)
    return this.#bytes.push(piece) - 1
  }

  #add(piece: number, start: number, end: number): void {
    const { count } = this
    if (count >= limits.cells) refuseTooLarge(this.#file, 'cells', count + 1)
    if (count === this.#starts.length) {
      this.#starts = grown(this.#starts)
      this.#ends = grown(this.#ends)
      this.#pieces = grown(this.#pieces)
    }
    this.#starts[count] = start
    this.#ends[count] = end
    this.#pieces[count] = piece
    this.count = count + 1
  }

  /** Leaves the rest unread. */
  close(): void {
    void this.#steps?.return(undefined)
    this.#steps = undefined
  }
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}

/** `<si><t>…</t></si>` and nothing else. */
class StringScanner implements ItemScanner {
  readonly container = 'sst'
  readonly item = 'si'
  prefix: Buffer = Buffer.alloc(0)
  readonly keepsBytes = true
  readonly #strings: SharedStrings

  constructor(strings: SharedStrings) {
    this.#strings = strings
  }

  scan(bytes: Buffer, start: number, end: number): number {
    for (let at = start; ;) {
      while (isWhite(bytes[at])) at += 1
      const next = at < end ? this.#scanItem(bytes, at) : -1
      if (next < 0) return Math.min(at, end)
      at = next
    }
  }

  #scanItem(bytes: Buffer, start: number): number {
    const { prefix } = this
    const item = openingTag(bytes, start, prefix, si)
    if (item < 0 || bytes[item] !== 0x3e) return -1
    const name = openingTag(bytes, item + 1, prefix, t)
    const from = name < 0 ? -1 : skipTag(bytes, name)
    if (from < 0) return -1
    let at = from
    let special = plainByte
    let closing = from
    if (bytes[from - 2] !== 0x2f) {
      for (;;) {
        const kind = byteClass[bytes[at] as number] as number
        if (kind === stopByte) break
        special |= kind
        at += 1
      }
      closing = closingTag(bytes, at, prefix, t)
    }
    const end =
      closing < 0 ? -1 : closingTag(bytes, skipEmpty(bytes, closing, prefix, phoneticPr), prefix, si)
    // The parser knows how many characters these are.
    if (end < 0 || at - from > limits.text) return -1
    if (special === plainByte) this.#strings.addBytes(bytes, from, at)
    else {
      const string = textOfXml(bytes.toString('utf8', from, at))
      if (string === undefined) return -1
      this.#strings.addText(string)
    }
    return end
  }
}

/** Behind an element without content, where one of that name stands; else the same place. */
function skipEmpty(bytes: Buffer, at: number, prefix: Buffer, name: Buffer): number {
  const space = openingTag(bytes, at, prefix, name)
  const end = space < 0 ? -1 : skipTag(bytes, space)
  return end > 0 && bytes[end - 2] === 0x2f ? end : at
}

/** Any shared string: runs joined, phonetic hints left out. */
class StringXml {
  readonly #strings: SharedStrings
  readonly #item = new TextItem()

  constructor(strings: SharedStrings) {
    this.#strings = strings
  }

  open(name: string): void {
    this.#item.open(name)
  }

  text(piece: string): void {
    this.#item.text(piece)
  }

  close(name: string): void {
    this.#item.close(name)
    if (name === 'si') this.#strings.addText(this.#item.take())
  }
}

// The records of an Excel 2 to 2003 workbook stream (BIFF): walking over them, their numbers and their strings.
// [MS-XLS] 2.1.4 and 2.5; BIFF2 to BIFF5 as in "OpenOffice.org's Documentation of the Microsoft Excel File Format".

import { RecapError } from '../../../../shared/errors.ts'

export type BiffVersion = 2 | 3 | 4 | 5 | 8

/** Record types by the name that [MS-XLS] gives them; where versions differ, all of them. */
export const biff = {
  bof: [0x0009, 0x0209, 0x0409, 0x0809],
  eof: 0x000a,
  continued: 0x003c,
  filePass: 0x002f,
  codePage: 0x0042,
  date1904: 0x0022,
  boundSheet: 0x0085,
  sheetHeader: 0x008f,
  supBook: 0x01ae,
  sst: 0x00fc,
  format: [0x001e, 0x041e],
  xf: [0x0043, 0x0243, 0x0443, 0x00e0],
  row: 0x0208,
  colInfo: 0x007d,
  mergeCells: 0x00e5,
  filterMode: 0x009b,
  formula: [0x0006, 0x0206, 0x0406],
  formulaString: [0x0007, 0x0207],
} as const

export const isOneOf = (types: readonly number[], type: number): boolean => types.includes(type)

export interface BiffRecord {
  type: number
  /** Where its data begin and end in the stream. */
  start: number
  end: number
}

/** Fills `record` with the one that begins at `at`; false when no whole record is there. */
export function readRecord(stream: Buffer, at: number, record: BiffRecord): boolean {
  if (at + 4 > stream.length) return false
  record.type = stream.readUInt16LE(at)
  record.start = at + 4
  record.end = at + 4 + stream.readUInt16LE(at + 2)
  return record.end <= stream.length
}

/** A record that says more than it holds makes the reading run over its end, which Node reports as a RangeError. */
export const asDamage = (failure: unknown, file: string): unknown =>
  failure instanceof RangeError
    ? new RecapError('file-damaged', failure.message, { file }, { cause: failure })
    : failure

/** [MS-XLS] 2.5.217: the upper 30 bits of a double or an integer, and whether it is to be divided by 100. */
export function readRk(stream: Buffer, at: number): number {
  const bits = stream.readInt32LE(at)
  let value: number
  if (bits & 2) value = bits >> 2
  else {
    scratch.setInt32(4, bits & ~3, true)
    value = scratch.getFloat64(0, true)
  }
  return bits & 1 ? value / 100 : value
}

const scratch = new DataView(new ArrayBuffer(8))

const codePages = new Map<number, string>([
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [1200, 'utf-16le'],
  [10000, 'macintosh'],
  [10001, 'shift_jis'],
  [10002, 'big5'],
  [10003, 'euc-kr'],
  [10008, 'gb18030'],
  [32768, 'macintosh'],
  [65001, 'utf-8'],
  ...Array.from({ length: 9 }, (_, page): [number, string] => [1250 + page, `windows-${1250 + page}`]),
])

/** The label of https://encoding.spec.whatwg.org of a code page; undefined for one that no browser knows. */
export const encodingOfCodePage = (page: number): string | undefined => codePages.get(page)

/**
 * Text that may go on in continued records. A string of characters that is cut there begins anew with a byte that
 * says how wide its characters are now; everything else is just cut ([MS-XLS] 2.5.293).
 */
export class ContinuedReader {
  readonly #stream: Buffer
  readonly #pieces: readonly BiffRecord[]
  #piece = 0
  #at: number
  #end: number

  constructor(stream: Buffer, pieces: readonly BiffRecord[]) {
    this.#stream = stream
    this.#pieces = pieces
    this.#at = pieces[0]?.start ?? 0
    this.#end = pieces[0]?.end ?? 0
  }

  get isOver(): boolean {
    return this.#at >= this.#end && this.#piece >= this.#pieces.length - 1
  }

  #next(): boolean {
    this.#piece += 1
    const piece = this.#pieces[this.#piece]
    if (!piece) return false
    this.#at = piece.start
    this.#end = piece.end
    return true
  }

  /** Zero behind the end, so that what lies about its length ends soon. */
  byte(): number {
    while (this.#at >= this.#end) if (!this.#next()) return 0
    const value = this.#stream[this.#at] ?? 0
    this.#at += 1
    return value
  }

  word(): number {
    const low = this.byte()
    return low | (this.byte() << 8)
  }

  long(): number {
    const low = this.word()
    return low + this.word() * 0x1_0000
  }

  skip(bytes: number): void {
    for (let left = bytes; left > 0;) {
      if (this.#at >= this.#end && !this.#next()) return
      const here = Math.min(left, this.#end - this.#at)
      this.#at += here
      left -= here
    }
  }

  characters(count: number, wide: boolean): string {
    let text = ''
    let isWide = wide
    for (let left = count; left > 0;) {
      if (this.#at >= this.#end) {
        if (!this.#next()) return text
        isWide = (this.byte() & 1) === 1
      }
      const size = isWide ? 2 : 1
      const here = Math.min(left, Math.floor((this.#end - this.#at) / size))
      if (here === 0) {
        this.#at = this.#end
        continue
      }
      const to = this.#at + here * size
      text += this.#stream.toString(isWide ? 'utf16le' : 'latin1', this.#at, to)
      this.#at = to
      left -= here
    }
    return text
  }

  /** [MS-XLS] 2.5.293, without the runs of its rich text and without its phonetic hints. */
  richString(): string {
    const count = this.word()
    const flags = this.byte()
    const runs = flags & 8 ? this.word() : 0
    const hints = flags & 4 ? this.long() : 0
    const text = this.characters(count, (flags & 1) === 1)
    this.skip(runs * 4)
    this.skip(hints)
    return text
  }
}

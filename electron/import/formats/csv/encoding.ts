// Finds out a text file's encoding: byte order mark, UTF-16 by its NUL bytes, strict UTF-8, then strict GB18030 whose
// characters are the usual ones of Chinese. Rather no answer than wrong characters: whatever else fits is asked about.

import { isUtf8 } from 'node:buffer'
import { type FileHandle, open } from 'node:fs/promises'
import { RecapError } from '../../../../shared/errors.ts'
import { Tally, Utf8Runs, characterReaders } from './character-sets.ts'
import type { OpenOptions } from '../sheet-source.ts'

export interface DetectedEncoding {
  /** A label of https://encoding.spec.whatwg.org/#names-and-labels that TextDecoder takes. */
  used: string
  /** No other encoding could be meant, or the user chose this one. */
  sure: boolean
  /** Labels of what else it may be, the likeliest first. */
  others: readonly string[]
  /** Whether all bytes that were looked at are text in this encoding. */
  fits: boolean
}

/** How much of a file is looked at when only its first rows will be read, and when encodings are weighed. */
const headBytes = 262_144
const tailBytes = 65_536
const pieceBytes = 1 << 20
const mostPieceBytes = 1 << 24

/** Modern Chinese keeps above: of a hundred characters, less than ten are not of the first level of GB 2312. */
const usualPercent = 85
/** Different characters from which on it is no chance that another encoding fits as well. */
const enough = 12
/** Characters of UTF-8 at the beginning of a file, and in a line of it, that other encodings hardly make by chance. */
const noChance = 8
const littleChance = 3

/**
 * A byte order mark and NUL bytes outweigh what the user chose, as in the Encoding Standard, 6.
 * @throws RecapError file-encoding-unknown with the first line that does not fit, unless `head` is set: then the
 *   likeliest encoding is given, and is not sure; input-invalid for an encoding that does not exist
 */
export async function detectEncoding(
  path: string,
  file: string,
  { encoding, usualEncoding, head = false }: OpenOptions = {},
): Promise<DetectedEncoding> {
  const handle = await open(path, 'r')
  try {
    const start = await bytesAt(handle, 0)
    const wide = wideEncoding(start)
    if (wide) return { used: wide, sure: true, others: [], fits: true }
    const { size } = await handle.stat()
    const parts = head && size > headBytes + tailBytes ? endsOf(size) : [{ from: 0, to: size }]
    const odd = await firstNotUtf8(handle, parts)
    const isMarked = start.subarray(0, 3).equals(utf8Mark)
    if (odd < 0 && (isMarked || encoding === undefined))
      return { used: 'utf-8', sure: true, others: [], fits: true }
    if (encoding !== undefined) {
      const used = labelOf(encoding)
      return { used, sure: true, others: labelsBut(used), fits: used === 'utf-8' && odd < 0 }
    }
    const { labels, isSure } = rank(odd < headBytes ? [start] : [start, await bytesAt(handle, odd)])
    const isUtf8First = isMarked || charactersIn(start.subarray(0, odd)) >= noChance
    const used = isUtf8First ? 'utf-8' : (labels[0] ?? 'utf-8')
    const others = labels.filter((label) => label !== used)
    const unfit = used === 'gb18030' ? await firstNotGb18030(handle, parts) : odd
    if (used === 'gb18030' && unfit < 0 && isSure) return { used, sure: true, others, fits: true }
    if (usualEncoding !== undefined) {
      const usual = labelOf(usualEncoding)
      return { used: usual, sure: true, others: labelsBut(usual), fits: false }
    }
    if (head) return { used, sure: false, others, fits: false }
    throw new RecapError('file-encoding-unknown', `not UTF-8 at ${odd}, not surely ${used}`, {
      file,
      line: await lineAt(handle, unfit < 0 ? odd : unfit),
      encodings: [used, ...others].slice(0, 3).join(', '),
    })
  } finally {
    await handle.close()
  }
}

const utf8Mark = Buffer.of(0xef, 0xbb, 0xbf)

const endsOf = (size: number): Part[] => [
  { from: 0, to: headBytes },
  { from: size - tailBytes, to: size },
]

const labelsBut = (used: string): string[] => Object.keys(characterReaders).filter((label) => label !== used)

/** @throws RecapError input-invalid */
function labelOf(encoding: string): string {
  try {
    const label = new TextDecoder(encoding).encoding
    // One is the beginning of the other, and decoded alike.
    return label === 'gbk' ? 'gb18030' : label
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new RecapError('input-invalid', 'no such encoding', { place: 'encoding' }, { cause: error })
  }
}

/** Characters beyond ASCII. */
function charactersIn(utf8: Buffer): number {
  const tally = new Tally(characterReaders['utf-8'])
  tally.take(utf8)
  return tally.characters
}

/** Where the first bytes are that are not UTF-8; -1 if there are none. */
async function firstNotUtf8(handle: FileHandle, parts: readonly Part[]): Promise<number> {
  for await (const { bytes, position } of pieces(handle, parts)) {
    if (!isUtf8(bytes)) return position + new Tally(characterReaders['utf-8']).take(bytes)
  }
  return -1
}

/** Where the first bytes are that are not GB18030, or that are UTF-8 among it; -1 if there are none. */
async function firstNotGb18030(handle: FileHandle, parts: readonly Part[]): Promise<number> {
  const tally = new Tally(characterReaders.gb18030)
  const runs = new Utf8Runs()
  let bad = -1
  let end = 0
  for await (const { bytes, position } of pieces(handle, parts)) {
    const unfit = tally.take(bytes)
    end = position + (unfit < 0 ? bytes.length : unfit)
    runs.take(bytes.subarray(0, end - position), position)
    if (unfit < 0) continue
    bad = end
    break
  }
  const utf8 = runs.finish(end)
  return utf8 < 0 ? bad : utf8
}

/** Encodings by how usual the characters are that they make of the bytes; whether nothing but GB18030 can be meant. */
function rank(samples: readonly Buffer[]): { labels: readonly string[]; isSure: boolean } {
  const others = samples.flatMap(linesBesideUtf8)
  const found = Object.entries(characterReaders).map(([label, read]) => {
    const tally = new Tally(read)
    for (const sample of others) tally.take(sample)
    return { label, percent: Math.round(tally.share * 100), different: tally.different }
  })
  const ranked = found.toSorted((one, other) => other.percent - one.percent)
  const [best, next] = ranked
  const isSure =
    best !== undefined &&
    best.label === 'gb18030' &&
    best.percent >= usualPercent &&
    (best.different < enough || best.percent > (next?.percent ?? 0))
  return { labels: ranked.map(({ label }) => label), isSure }
}

/** In a file put together from two programs' output, what is UTF-8 says nothing of the rest. */
function linesBesideUtf8(sample: Buffer): Buffer[] {
  const lines: Buffer[] = []
  for (let start = 0; start < sample.length;) {
    const feed = sample.indexOf('\n', start)
    const end = feed < 0 ? sample.length : feed
    const line = sample.subarray(start, end)
    if (!isUtf8(line) || charactersIn(line) < littleChance) lines.push(line)
    start = end + 1
  }
  return lines
}

/** A part of a file to look at. */
interface Part {
  from: number
  to: number
}

/** A beginning is cut off before the first line end, an end behind the last separator, where the file goes on there. */
async function* pieces(
  handle: FileHandle,
  parts: readonly Part[],
): AsyncGenerator<{ bytes: Buffer; position: number }> {
  const { size } = await handle.stat()
  for (const { from, to } of parts) {
    let room = Buffer.alloc(Math.max(1, Math.min(pieceBytes, to - from)))
    let held = 0
    let position = from
    let isOver = false
    while (!isOver) {
      if (held === room.length) room = Buffer.concat([room], room.length * 2)
      const length = Math.min(room.length - held, to - position - held)
      const { bytesRead } = await handle.read(room, held, length, position + held)
      const filled = held + bytesRead
      isOver = bytesRead === 0 || position + filled >= to
      const start = position === from && from > 0 ? room.subarray(0, filled).indexOf('\n') + 1 : 0
      const isWhole = (isOver && to === size) || filled >= mostPieceBytes
      const end = isWhole ? filled : cutOf(room.subarray(0, filled))
      if (end > start) yield { bytes: room.subarray(start, end), position: position + start }
      room.copyWithin(0, end, filled)
      held = filled - end
      position += end
    }
  }
}

/** Behind the last byte that in no encoding belongs to a longer character. */
function cutOf(bytes: Buffer): number {
  let end = bytes.length
  while (end > 0 && (bytes[end - 1] as number) >= 0x30) end -= 1
  return end
}

async function bytesAt(handle: FileHandle, position: number): Promise<Buffer> {
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, position)
  return buffer.subarray(0, bytesRead)
}

/** The number of the line that the byte at `position` is in, as an editor counts. */
async function lineAt(handle: FileHandle, position: number): Promise<number> {
  let feeds = 0
  let returns = 0
  for await (const { bytes } of pieces(handle, [{ from: 0, to: position }])) {
    for (const byte of bytes) {
      if (byte === 0x0a) feeds += 1
      else if (byte === 0x0d) returns += 1
    }
  }
  return 1 + (feeds || returns)
}

/**
 * UTF-16, by its byte order mark or its NUL bytes: NUL is no character of a table, so it is half of one. Which half
 * shows by what separates fields and lines, since 一 (U+4E00) has a NUL half too. Undefined for any other text and
 * for bytes that make no text.
 */
export function wideEncoding(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const even = head.subarray(0, head.length - (head.length % 2))
  const mark = even.length > 0 ? even.readUInt16BE(0) : 0
  if (mark === 0xfffe || mark === 0xfeff) {
    const marked = mark === 0xfffe ? 'utf-16le' : 'utf-16be'
    return separatorsIn(even, marked) === undefined ? undefined : marked
  }
  if (!even.includes(0)) return undefined
  const little = separatorsIn(even, 'utf-16le') ?? 0
  const big = separatorsIn(even, 'utf-16be') ?? 0
  return little === 0 && big === 0 ? undefined : little >= big ? 'utf-16le' : 'utf-16be'
}

/**
 * How many characters separate fields and lines; undefined for bytes that are no text in this encoding. Half a pair of
 * surrogates may occur, where a program cut a text off.
 */
function separatorsIn(bytes: Buffer, encoding: 'utf-16le' | 'utf-16be'): number | undefined {
  const text = new TextDecoder(encoding).decode(bytes, { stream: true })
  const halves = text.match(/\ufffd/g)?.length ?? 0
  if (halves > 2 + text.length / 100 || controls.test(text)) return undefined
  return text.match(/[\t\n\r,;]/g)?.length ?? 0
}

/** Characters below the space that no text file has: all but tab, line feed, form feed, carriage return and Ctrl-Z. */
export const controls = /[^\P{Cc}\t\n\f\r\x1a\x7f-\x9f]/u

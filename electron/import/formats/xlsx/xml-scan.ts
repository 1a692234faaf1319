// Reads the many like items of a large XML part (rows of a sheet, shared strings) by scanning its bytes, and all else,
// from the first item that is unusual on, by the XML parser. Both see the same document: the parser is given what stands
// before the items, then everything the scanner did not take.

import { isUtf8 } from 'node:buffer'
import { RecapError } from '../../../../shared/errors.ts'
import { type XmlReader, readXml } from '../xml.ts'
import { decodeXml, xmlEncoding } from '../zip-package.ts'

/** Takes items one by one. Behind the bytes it is given stand zeros, so that it may look some bytes ahead. */
export interface ItemScanner {
  /** The element whose children are the items, and that of an item. */
  readonly container: string
  readonly item: string
  /** Prefix and colon of all names, as the container has them: `x:`; empty for most parts. */
  prefix: Buffer
  /** Whether bytes that were scanned must stay as they are. */
  readonly keepsBytes: boolean
  /**
   * Takes whole items from `start` on and gives the place of the first one it did not take: not whole, not plain, or
   * waiting for something.
   */
  scan(bytes: Buffer, start: number, end: number): number
  /** Gets what the item waits for; false when it waits for nothing. */
  settle?(): Promise<boolean>
}

/** A head or an item beyond this is left to the parser, which needs no memory for it. */
const mostHead = 1024 ** 2
const mostItem = 16 * 1024 ** 2
/** Zeros behind the bytes. */
const padding = 64

/**
 * Yields how many bytes are done after each piece.
 * @throws RecapError what `readXml` throws, and what scanner and reader do
 */
export async function* readItems(
  pieces: AsyncGenerator<Buffer>,
  scanner: ItemScanner,
  reader: XmlReader,
  part: string,
  file: string,
): AsyncGenerator<number> {
  let done = 0
  const buffer = new ScanBuffer(scanner.keepsBytes)
  try {
    let head = 0
    for (let end = false; !end && head === 0 && buffer.size < mostHead;) {
      const next = await pieces.next()
      if (next.done) end = true
      else {
        done += next.value.length
        buffer.append(next.value)
        head = readHead(buffer, scanner)
      }
    }
    const opening = Buffer.from(buffer.bytes.subarray(0, Math.max(head, 0)))
    buffer.start = opening.length
    if (head > 0) {
      const closing = `</${scanner.prefix.toString()}${scanner.item}>`
      const closingAll = `</${scanner.prefix.toString()}${scanner.container}`
      for (let wanted = 0; ;) {
        if (buffer.size >= wanted) {
          const before = buffer.start
          const end = wholeEnd(buffer, closing, closingAll)
          do {
            buffer.start = scanner.scan(buffer.bytes, buffer.start, end)
          } while (await scanner.settle?.())
          if (!isUtf8(buffer.bytes.subarray(before, buffer.start)))
            throw new RecapError('file-damaged', `${part} is not in its encoding`, { file })
          yield done
          if (isForeign(buffer, closing)) break
          // An item far larger than a piece is looked at again only when there is twice as much of it.
          wanted = buffer.size < 4096 ? 0 : buffer.size * 2
        }
        const next = await pieces.next()
        if (next.done) break
        done += next.value.length
        buffer.append(next.value)
      }
    }
    async function* rest(): AsyncGenerator<Buffer> {
      yield Buffer.concat([opening, buffer.bytes.subarray(buffer.start, buffer.end)])
      for (;;) {
        const next = await pieces.next()
        if (next.done) return
        done += next.value.length
        yield next.value
      }
    }
    for await (const _ of readXml(decodeXml(rest(), part, file), reader, file)) yield done
  } finally {
    await pieces.return(undefined)
  }
}

/** Bytes read and not yet taken, in one piece, with zeros behind them. */
class ScanBuffer {
  bytes = Buffer.alloc(padding)
  start = 0
  end = 0
  readonly #isKept: boolean

  constructor(isKept: boolean) {
    this.#isKept = isKept
  }

  get size(): number {
    return this.end - this.start
  }

  append(piece: Buffer): void {
    const { size } = this
    const needed = size + piece.length + padding
    const into = this.#isKept || needed > this.bytes.length ? Buffer.allocUnsafeSlow(needed) : this.bytes
    this.bytes.copy(into, 0, this.start, this.end)
    piece.copy(into, size)
    this.bytes = into
    this.start = 0
    this.end = size + piece.length
    into.fill(0, this.end, this.end + padding)
  }
}

/**
 * Where the items begin: behind the container's opening tag. 0 when it is not there yet, -1 when what stands before it
 * is not for the scanner: another encoding, a document type, a comment, an empty container. Sets the prefix.
 */
function readHead({ bytes, end }: ScanBuffer, scanner: ItemScanner): number {
  const { container } = scanner
  const read = bytes.subarray(0, end)
  const name = read.indexOf(container)
  const close = name < 0 ? -1 : read.indexOf('>', name)
  if (close < 0) return 0
  const tag = read.lastIndexOf('<', name)
  const prefix = read.subarray(tag + 1, name)
  const after = bytes[name + container.length] ?? 0
  const head = read.subarray(0, close)
  const isPlain =
    tag > 0 &&
    /^(?:[A-Za-z][\w.-]{0,20}:)?$/.test(prefix.toString('latin1')) &&
    (after === 0x3e || after === 0x20) &&
    bytes[close - 1] !== 0x2f &&
    xmlEncoding(head) === 'utf-8' &&
    !head.includes('<!') &&
    head.lastIndexOf('<?') <= 3
  if (!isPlain) return -1
  scanner.prefix = Buffer.from(prefix)
  return close + 1
}

/**
 * Where the items end that are whole: half an item would take the scanner through its ways out, which are compiled for
 * nobody (V8 compiled the whole scanner anew at the end of each of the first pieces). Without any closing tag there may
 * still be items that have none.
 */
function wholeEnd({ bytes, start, end }: ScanBuffer, closing: string, closingAll: string): number {
  const last = bytes.subarray(start, end).lastIndexOf(closing)
  const behind = last < 0 ? start : start + last + closing.length
  const all = bytes.subarray(behind, end).indexOf(closingAll)
  if (all >= 0) return behind + all
  return last < 0 ? end : behind
}

/** Whether what the scanner stopped at is no matter of more bytes: the items' end, or an item it does not take. */
function isForeign({ bytes, start, end, size }: ScanBuffer, closing: string): boolean {
  return (
    (bytes[start] === 0x3c && bytes[start + 1] === 0x2f) ||
    size > mostItem ||
    bytes.subarray(start, end).includes(closing)
  )
}

/** What a byte is in character data. */
export const plainByte = 0
/** A tag begins, or a control character that no XML has. */
export const stopByte = 1
/** The text must be looked at: a reference, an escape or a line end may begin. */
export const specialByte = 2

export const byteClass = new Uint8Array(256)
byteClass.fill(stopByte, 0, 0x20)
byteClass[0x09] = plainByte
byteClass[0x0a] = plainByte
byteClass[0x0d] = specialByte
byteClass[0x3c] = stopByte
byteClass[0x26] = specialByte
byteClass[0x5f] = specialByte

/** Whether these bytes stand at a place. */
export function standsAt(bytes: Uint8Array, at: number, expected: Uint8Array): boolean {
  for (let index = 0; index < expected.length; index += 1)
    if (bytes[at + index] !== expected[index]) return false
  return true
}

/** Whether white space between tags. */
export const isWhite = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09

/**
 * From the space before an attribute to behind its closing quote. -1 when it is written in an unusual way, with white
 * space around the equals sign or a reference in the value, and when it is not whole.
 */
export function skipAttribute(bytes: Uint8Array, space: number): number {
  let at = space + 1
  for (;;) {
    const byte = bytes[at] as number
    if (byte === 0x3d) break
    // Names are of letters, digits, points, hyphens, underscores and colons; nothing below a hyphen is in one.
    if (byte < 0x2d || byte === 0x2f || (byte > 0x3a && byte < 0x41)) return -1
    at += 1
  }
  const quote = bytes[at + 1] as number
  if (at === space + 1 || (quote !== 0x22 && quote !== 0x27)) return -1
  at += 2
  for (;;) {
    const byte = bytes[at] as number
    if (byte === quote) return at + 1
    if (byte < 0x20 || byte === 0x3c || byte === 0x26) return -1
    at += 1
  }
}

/**
 * From behind an element's name to behind its `>`, whatever attributes it has; -1 as in `skipAttribute`. An empty
 * element is told by the slash before the place.
 */
export function skipTag(bytes: Uint8Array, name: number): number {
  let at = name
  for (;;) {
    const byte = bytes[at]
    if (byte === 0x3e) return at + 1
    if (byte === 0x2f) return bytes[at + 1] === 0x3e ? at + 2 : -1
    if (byte !== 0x20) return -1
    const next = bytes[at + 1]
    at = next === 0x2f || next === 0x3e ? at + 1 : skipAttribute(bytes, at)
    if (at < 0) return -1
  }
}

/** From `<` to behind the name it must have; -1 when it is another. What follows is for `skipTag` to look at. */
export function openingTag(bytes: Uint8Array, at: number, prefix: Uint8Array, name: Uint8Array): number {
  const begin = at + 1 + prefix.length
  const isIt = bytes[at] === 0x3c && standsAt(bytes, at + 1, prefix) && standsAt(bytes, begin, name)
  return isIt ? begin + name.length : -1
}

/** From `</` to behind the `>` of the element that must end there; -1 when it does not. */
export function closingTag(bytes: Uint8Array, at: number, prefix: Uint8Array, name: Uint8Array): number {
  const begin = at + 2 + prefix.length
  const end = begin + name.length
  const isIt =
    bytes[at] === 0x3c &&
    bytes[at + 1] === 0x2f &&
    standsAt(bytes, at + 2, prefix) &&
    standsAt(bytes, begin, name) &&
    bytes[end] === 0x3e
  return isIt ? end + 1 : -1
}

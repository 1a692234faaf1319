// The zip container of a workbook: its parts by name, inflated as a stream of text, each checked against its size and
// checksum. It writes nothing to disk and inflates nothing that is not asked for.

import { type FileHandle, open } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { TextDecoder } from 'node:util'
import { crc32, createInflateRaw } from 'node:zlib'
import yauzl from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'
import { RecapError } from '../../../shared/errors.ts'
import { limits, refuseTooLarge } from '../limits.ts'

/**
 * Inflated bytes come in pieces of this size, one ahead of what is read, so that inflating (on a thread of its own) and
 * reading go on at once. 40 MB take 30 ms so, and 60 to 130 ms in Node's pieces of 16 KB.
 */
const pieceBytes = 256 * 1024
const readBytes = 128 * 1024
const inflating = { chunkSize: pieceBytes, readableHighWaterMark: 2 * pieceBytes }

export class ZipPackage {
  readonly #zip: ZipFile
  /** The file again, for its entries: streams of yauzl fail when they are left while a read is under way. */
  readonly #handle: FileHandle
  /** Part names are compared without case (ECMA-376 part 2, 6.2.2.3). */
  readonly #entries: ReadonlyMap<string, Entry>
  readonly file: string

  private constructor(file: string, zip: ZipFile, handle: FileHandle, entries: ReadonlyMap<string, Entry>) {
    this.file = file
    this.#zip = zip
    this.#handle = handle
    this.#entries = entries
  }

  /** @throws RecapError file-truncated, file-damaged, file-encrypted, file-too-large */
  static async open(path: string, file: string): Promise<ZipPackage> {
    const zip = await yauzl
      .openPromise(path, { autoClose: false, decodeStrings: false })
      .catch((error: unknown) => {
        throw zipFailure(file, error)
      })
    const entries = new Map<string, Entry>()
    try {
      if (zip.entryCount > limits.entries) refuseTooLarge(file, 'entries', zip.entryCount)
      for await (const entry of zip.eachEntry()) {
        if (entry.isEncrypted()) throw new RecapError('file-encrypted', 'zip encryption flag', { file })
        entries.set(partName(entry), entry)
      }
      refuseOverlaps([...entries.values()], file)
      return new ZipPackage(file, zip, await open(path, 'r'), entries)
    } catch (error) {
      zip.close()
      throw zipFailure(file, error)
    }
  }

  has(part: string): boolean {
    return this.#entries.has(part.toLowerCase())
  }

  /** Bytes of a part once inflated, as the zip states them; reading holds it to that. */
  sizeOf(part: string): number {
    return this.#entries.get(part.toLowerCase())?.uncompressedSize ?? 0
  }

  /** The inflated bytes of a part. @throws RecapError when it is missing, cut, damaged or too large */
  async *bytes(part: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(part.toLowerCase())
    if (!entry) throw new RecapError('file-damaged', `no part ${part}`, { file: this.file })
    const stated = entry.uncompressedSize
    if (stated > limits.partBytes) refuseTooLarge(this.file, 'partBytes', stated)
    let checksum = 0
    let size = 0
    try {
      for await (const bytes of this.#inflated(entry)) {
        checksum = crc32(bytes, checksum)
        size += bytes.length
        if (size > stated) break
        yield bytes
      }
    } catch (error) {
      throw zipFailure(this.file, error)
    }
    if (size !== stated || checksum !== entry.crc32)
      throw new RecapError('file-damaged', `size or checksum of ${part}`, { file: this.file })
  }

  /** An entry's bytes, inflated where they are deflated; no other compression is known to workbooks. */
  #inflated(entry: Entry): AsyncIterable<Buffer> {
    if (entry.compressionMethod === 0) return this.#stored(entry)
    if (entry.compressionMethod !== 8) throw new Error(`compression method ${entry.compressionMethod}`)
    // What goes wrong on the way destroys the last stream too, where the reader sees it.
    return pipeline(this.#stored(entry), createInflateRaw(inflating), () => {})
  }

  async *#stored(entry: Entry): AsyncGenerator<Buffer> {
    const { fileDataStart } = await this.#zip.readLocalFileHeaderPromise(entry, { minimal: true })
    const end = fileDataStart + entry.compressedSize
    for (let at = fileDataStart; at < end;) {
      const buffer = Buffer.allocUnsafeSlow(Math.min(readBytes, end - at))
      const { bytesRead } = await this.#handle.read(buffer, 0, buffer.length, at)
      if (bytesRead === 0) throw new Error('unexpected EOF')
      yield buffer.subarray(0, bytesRead)
      at += bytesRead
    }
  }

  /** A part as text, in the encoding of its byte order mark or XML declaration, UTF-8 by default. */
  text(part: string): AsyncGenerator<string> {
    return decodeXml(this.bytes(part), part, this.file)
  }

  /** Reads under way end before the file is closed. */
  close(): void {
    this.#zip.close()
    void this.#handle.close()
  }
}

/** Entries that share bytes are a bomb (they inflate the same data again and again), never the work of a program. */
function refuseOverlaps(entries: readonly Entry[], file: string): void {
  let end = 0
  const ordered = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  for (const { relativeOffsetOfLocalHeader: start, compressedSize } of ordered) {
    if (start < end) throw new RecapError('file-damaged', 'entries of the zip overlap', { file })
    // A local header has 30 bytes and the name, which may be a byte or more.
    end = start + 30 + compressedSize
  }
}

/** Nothing is written to disk, so a name may be absolute or worse; some programs put a slash in front of every part. */
function partName({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  const name = yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false)
  return name.replace(/^\/+/, '').toLowerCase()
}

/**
 * The text of an XML document that comes as bytes, in the encoding that its beginning tells.
 * @throws RecapError file-damaged when it is not in that encoding
 */
export async function* decodeXml(
  pieces: AsyncIterable<Buffer>,
  part: string,
  file: string,
): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  try {
    for await (const bytes of pieces) {
      decoder ??= new TextDecoder(xmlEncoding(bytes), { fatal: true })
      yield decoder.decode(bytes, { stream: true })
    }
    if (decoder) yield decoder.decode()
  } catch (error) {
    if (error instanceof RecapError) throw error
    throw new RecapError('file-damaged', `${part} is not in its encoding`, { file }, { cause: error })
  }
}

/** XML 1.0, appendix F: how a document begins tells its encoding, as a label that `TextDecoder` knows. */
export function xmlEncoding(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (head[0] === 0x3c && head[1] === 0) return 'utf-16le'
  if (head[0] === 0 && head[1] === 0x3c) return 'utf-16be'
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(
    head.toString('latin1', 0, 200),
  )
  return declared?.[1]?.toLowerCase() ?? 'utf-8'
}

/** Why a zip or one of its streams cannot be read, as the failure a user is told of. */
function zipFailure(file: string, error: unknown): Error {
  if (error instanceof RecapError) return error
  const message = error instanceof Error ? error.message : String(error)
  if (/strong encryption/.test(message))
    return new RecapError('file-encrypted', message, { file }, { cause: error })
  const cut = /End of central directory record|unexpected end of file|unexpected EOF|overflows file bounds/i
  return new RecapError(
    cut.test(message) ? 'file-truncated' : 'file-damaged',
    message,
    { file },
    { cause: error },
  )
}

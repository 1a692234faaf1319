// The zip container of a workbook: its parts by name, inflated as a stream of text, each checked against its size and
// checksum. It writes nothing to disk and inflates nothing that is not asked for.

import { TextDecoder } from 'node:util'
import { crc32 } from 'node:zlib'
import yauzl from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'
import { RecapError } from '../../shared/errors.ts'
import { limits, refuseTooLarge } from './limits.ts'

export class ZipPackage {
  readonly #zip: ZipFile
  /** Part names are compared without case (ECMA-376 part 2, 6.2.2.3). */
  readonly #entries: ReadonlyMap<string, Entry>
  readonly file: string

  private constructor(file: string, zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.file = file
    this.#zip = zip
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
    } catch (error) {
      zip.close()
      throw zipFailure(file, error)
    }
    return new ZipPackage(file, zip, entries)
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
    if (entry.uncompressedSize > limits.partBytes)
      refuseTooLarge(this.file, 'partBytes', entry.uncompressedSize)
    let checksum = 0
    try {
      const stream = await this.#zip.openReadStreamPromise(entry)
      for await (const chunk of stream) {
        const bytes = chunk as Buffer
        checksum = crc32(bytes, checksum)
        yield bytes
      }
    } catch (error) {
      throw zipFailure(this.file, error)
    }
    if (checksum !== entry.crc32)
      throw new RecapError('file-damaged', `checksum of ${part}`, { file: this.file })
  }

  /** A part as text, in the encoding of its byte order mark or XML declaration, UTF-8 by default. */
  async *text(part: string): AsyncGenerator<string> {
    let decoder: TextDecoder | undefined
    try {
      for await (const bytes of this.bytes(part)) {
        decoder ??= new TextDecoder(xmlEncoding(bytes), { fatal: true })
        yield decoder.decode(bytes, { stream: true })
      }
      if (decoder) yield decoder.decode()
    } catch (error) {
      if (error instanceof RecapError) throw error
      throw new RecapError(
        'file-damaged',
        `${part} is not in its encoding`,
        { file: this.file },
        { cause: error },
      )
    }
  }

  close(): void {
    this.#zip.close()
  }
}

/** Nothing is written to disk, so a name may be absolute or worse; some programs put a slash in front of every part. */
function partName({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  const name = yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false)
  return name.replace(/^\/+/, '').toLowerCase()
}

/** XML 1.0, appendix F: how a document begins tells its encoding. */
function xmlEncoding(head: Buffer): string {
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

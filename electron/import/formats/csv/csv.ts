// Opens separated text as the one sheet of a book: finds out its encoding and its delimiter, and turns any other
// encoding into UTF-8 on the way to the scanner. Every cell stays the text it is; its column decides what it means.

import { type FileHandle, open } from 'node:fs/promises'
import { parse as parsePath } from 'node:path'
import { RecapError } from '../../../../shared/errors.ts'
import { Utf8Runs } from './character-sets.ts'
import { sniffDialect } from './csv-dialect.ts'
import { CsvScanner } from './csv-scan.ts'
import { type DetectedEncoding, detectEncoding } from './encoding.ts'
import type { FileInput } from '../file-kind.ts'
import { noMerges } from '../../tables/merges.ts'
import { type Book, type OpenOptions, type TakeRow, noNotes } from '../sheet-source.ts'

/** What the delimiter is found out from. */
const sampleBytes = 262_144
const pieceBytes = 1 << 20
/** When only the first rows will be read. */
const headPieceBytes = 1 << 15
const replacement = '\ufffd'

/**
 * Bytes that the user's encoding has no characters for come out as �, and their rows are in the notes.
 * @throws RecapError file-encoding-unknown, file-empty; input-invalid for an encoding that does not exist
 */
export async function openCsv(
  { path, name }: FileInput,
  size: number,
  options: OpenOptions = {},
): Promise<Book> {
  const encoding = await detectEncoding(path, name, options)
  const sample = await readSample(path, encoding.used)
  if (sample === '\ufeff') throw new RecapError('file-empty', 'a byte order mark only', { file: name })
  const dialect = sniffDialect(sample, options.delimiter)
  let undecodable: readonly number[] = []

  async function* read(take: TakeRow): AsyncGenerator<number> {
    const most = options.head === true ? headPieceBytes : pieceBytes
    const scanner = new CsvScanner(dialect, name, take, most)
    const handle = await open(path, 'r')
    try {
      const isPlain = encoding.used === 'utf-8' && encoding.fits
      yield* isPlain ? scan(handle, scanner) : decodeAndScan(handle, scanner, encoding, most)
      scanner.end()
    } finally {
      undecodable = scanner.undecodable
      await handle.close()
    }
  }

  const { used, sure, others } = encoding
  const sheet = {
    name: parsePath(name).name,
    hidden: false,
    bytes: size,
    merges: () => Promise.resolve(noMerges),
    read,
    notes: () => ({ ...noNotes, undecodable }),
  }
  const { delimiter } = dialect
  return {
    format: 'csv',
    encoding: { used, sure, others },
    delimiter,
    size,
    sheets: [sheet],
    close: () => {},
  }
}

async function readSample(path: string, encoding: string): Promise<string> {
  const handle = await open(path, 'r')
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0)
    const decoder = new TextDecoder(encoding, { ignoreBOM: true })
    return decoder.decode(buffer.subarray(0, bytesRead), { stream: true })
  } finally {
    await handle.close()
  }
}

/** UTF-8, from the disk straight into the scanner. */
async function* scan(handle: FileHandle, scanner: CsvScanner): AsyncGenerator<number> {
  for (let done = 0; ;) {
    const { bytesRead } = await handle.read(scanner.room(), 0)
    if (bytesRead === 0) return
    scanner.add(bytesRead)
    done += bytesRead
    yield done
  }
}

async function* decodeAndScan(
  handle: FileHandle,
  scanner: CsvScanner,
  { used, fits }: DetectedEncoding,
  most: number,
): AsyncGenerator<number> {
  const decoder = new TextDecoder(used, { ignoreBOM: true })
  const encoder = new TextEncoder()
  // Where the user's word stands against the bytes', UTF-8 would come out as characters that nobody wrote.
  const runs = used === 'gb18030' && !fits ? new Utf8Runs() : undefined
  const put = (text: string): void => {
    for (let rest = text; rest !== '';) {
      const { read, written } = encoder.encodeInto(rest, scanner.room())
      scanner.add(written)
      rest = rest.slice(read)
    }
  }
  const putDecoded = (text: string): void => {
    let from = 0
    for (let at = text.indexOf(replacement); at >= 0; at = text.indexOf(replacement, at + 1)) {
      put(text.slice(from, at))
      scanner.doubt()
      from = at
    }
    put(text.slice(from))
  }
  const buffer = Buffer.alloc(most)
  for (let done = 0; ;) {
    const { bytesRead } = await handle.read(buffer, 0)
    const bytes = buffer.subarray(0, bytesRead)
    let from = 0
    for (const end of runs?.take(bytes, 0) ?? []) {
      putDecoded(decoder.decode(bytes.subarray(from, end), { stream: true }))
      scanner.doubt()
      from = end
    }
    putDecoded(decoder.decode(bytes.subarray(from), { stream: bytesRead > 0 }))
    if (bytesRead === 0) return
    done += bytesRead
    yield done
  }
}

// Reads separated text as the one sheet of a book: comma, semicolon, tab or bar, with quotes as in RFC 4180.
// Every cell stays the text it is; what it means is decided by its column.

import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { parse as parsePath } from 'node:path'
import Papa from 'papaparse'
import { RecapError } from '../../shared/errors.ts'
import { type Encoding, detectEncoding } from './encoding.ts'
import type { FileInput } from './file-kind.ts'
import { limits, refuseTooLarge } from './limits.ts'
import { noMerges } from './merges.ts'
import { general } from './number-format.ts'
import { SheetRow, text } from './sheet-row.ts'
import type { Book, TakeRow } from './sheet-source.ts'

interface Dialect {
  delimiter: string
  newline: '\n' | '\r'
  /** Characters of a leading `sep=;` line, which Excel obeys and does not show. */
  skip: number
}

const delimiters = [',', '\t', ';', '|'] as const
const sampleBytes = 262_144

/** @throws RecapError file-encoding-unknown, file-empty */
export async function openCsv({ path, name }: FileInput, size: number): Promise<Book> {
  const head = await readHead(path)
  const encoding = await detectEncoding(path, name, head)
  const sample = new TextDecoder(encoding).decode(head, { stream: true })
  if (sample === '' && size < 4) throw new RecapError('file-empty', 'a byte order mark only', { file: name })
  const dialect = sniffDialect(sample)
  const sheet = {
    name: parsePath(name).name,
    hidden: false,
    bytes: size,
    merges: () => Promise.resolve(noMerges),
    read: (take: TakeRow) => readRows(path, name, encoding, dialect, take),
  }
  return { format: 'csv', encoding, size, sheets: [sheet], close: () => {} }
}

async function readHead(path: string): Promise<Buffer> {
  const handle = await open(path, 'r')
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** The delimiter that cuts most of the first rows into the same number of fields. */
function sniffDialect(sample: string): Dialect {
  const newline = sample.includes('\n') ? '\n' : sample.includes('\r') ? '\r' : '\n'
  const stated = /^sep=(.)\r?(?:\n|\r|$)/i.exec(sample)
  if (stated?.[1]) return { delimiter: stated[1], newline, skip: stated[0].length }
  let delimiter: string = ','
  let best = 0
  for (const candidate of delimiters) {
    const { data } = Papa.parse<string[]>(sample, { delimiter: candidate, newline, preview: 200 })
    const counts = new Map<number, number>()
    for (const row of data) if (row.length > 1) counts.set(row.length, (counts.get(row.length) ?? 0) + 1)
    // As many fields as possible decide between delimiters that fit as many rows.
    const score = Math.max(0, ...[...counts].map(([fields, rows]) => rows + fields / limits.columns))
    if (score > best) {
      best = score
      delimiter = candidate
    }
  }
  return { delimiter, newline, skip: 0 }
}

async function* readRows(
  path: string,
  file: string,
  encoding: Encoding,
  dialect: Dialect,
  take: TakeRow,
): AsyncGenerator<number> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const records = new Records(dialect, file, take)
  let toSkip = dialect.skip
  let done = 0
  for await (const chunk of createReadStream(path, { highWaterMark: sampleBytes })) {
    const bytes = chunk as Buffer
    done += bytes.length
    const piece = decoder.decode(bytes, { stream: true })
    records.add(toSkip > 0 ? piece.slice(toSkip) : piece)
    toSkip = Math.max(0, toSkip - piece.length)
    yield done
  }
  records.add(decoder.decode())
  records.end()
}

/** Cuts text into records as it comes, holding back what may go on in the next piece. */
class Records {
  readonly #file: string
  readonly #take: TakeRow
  readonly #config: { delimiter: string; newline: '\n' | '\r'; quoteChar: string }
  readonly #row = new SheetRow()
  #held = ''
  /** How long the held text must be before it is worth another look: a quoted field may be long. */
  #enough = 0
  #cells = 0

  constructor({ delimiter, newline }: Dialect, file: string, take: TakeRow) {
    this.#config = { delimiter, newline, quoteChar: '"' }
    this.#file = file
    this.#take = take
  }

  add(piece: string): void {
    this.#held += piece
    if (this.#held.length < this.#enough) return
    const end = this.#parse(false)
    if (end === 0 && this.#held.length > limits.text) refuseTooLarge(this.#file, 'text', this.#held.length)
    this.#held = this.#held.slice(end)
    this.#enough = end === 0 ? this.#held.length * 2 : 0
  }

  end(): void {
    if (this.#held !== '') this.#parse(true)
  }

  /** Hands on the records of the held text, without the last unless the file is over; gives where the last begins. */
  #parse(over: boolean): number {
    let last: readonly string[] | undefined
    let end = 0
    let lastEnd = 0
    Papa.parse<string[]>(this.#held, {
      ...this.#config,
      step: ({ data, errors, meta }) => {
        if (over && errors.some(({ code }) => code === 'MissingQuotes')) {
          throw new RecapError('file-damaged', 'a quoted field never ends', { file: this.#file })
        }
        if (last) this.#give(last)
        end = lastEnd
        last = data
        lastEnd = meta.cursor
      },
    })
    const rest = last && !(last.length === 1 && last[0] === '')
    if (over && last && rest) this.#give(last)
    return end
  }

  #give(fields: readonly string[]): void {
    const row = this.#row
    this.#cells += fields.length
    if (this.#cells > limits.cells) refuseTooLarge(this.#file, 'cells', this.#cells)
    if (fields.length > limits.columns) refuseTooLarge(this.#file, 'columns', fields.length)
    row.start(row.row + 1)
    row.fields = fields.length
    fields.forEach((field, column) => {
      const shown = column === fields.length - 1 && field.endsWith('\r') ? field.slice(0, -1) : field
      if (shown !== '') row.set(column, text, 0, shown, general)
    })
    this.#take(row)
  }
}

// Reads a Parquet file as one sheet: the names of its columns in row 1, its rows below, one group of rows at a time.
// What a column holds by its type becomes what a cell of a sheet would: days are dates, long whole numbers are text.
// One file over 300 lines: how a file is read in groups, and what cell each type of column becomes.

import { type FileHandle, open } from 'node:fs/promises'
import { parse as parsePath } from 'node:path'
import type { AsyncBuffer, FileMetaData, SchemaTree } from 'hyparquet'
import { RecapError } from '../../../../shared/errors.ts'
import type { FileInput } from '../file-kind.ts'
import { serialOfMs } from '../../cells/iso-serial.ts'
import { limits, refuseTooLarge } from '../../limits.ts'
import { noMerges } from '../../tables/merges.ts'
import { type NumberFormat, general, parseFormat } from '../../cells/number-format.ts'
import { compressors } from './parquet-codecs.ts'
import { checkPages } from './parquet-pages.ts'
import { SheetRow, boolean, error, number, text } from '../../cells/sheet-row.ts'
import { type Book, type OpenOptions, type SheetSource, type TakeRow, noNotes } from '../sheet-source.ts'

/** A day or a moment, in milliseconds since 1970 on the wall clock. */
class Instant {
  readonly ms: number
  readonly isDay: boolean

  constructor(ms: number, isDay = false) {
    this.ms = ms
    this.isDay = isDay
  }

  toJSON(): string {
    if (!(Math.abs(this.ms) <= 8.64e15)) return String(this.ms)
    const iso = new Date(this.ms).toISOString()
    return this.isDay ? iso.slice(0, 10) : iso.replace(/(\.000)?Z$/, '')
  }
}

const decoder = new TextDecoder()
const strictDecoder = new TextDecoder('utf-8', { fatal: true })

const parsers = {
  dateFromDays: (days: number) => new Instant(days * 86_400_000, true),
  timestampFromMilliseconds: (value: bigint) => new Instant(Number(value)),
  timestampFromMicroseconds: (value: bigint) => new Instant(Number(value) / 1000),
  timestampFromNanoseconds: (value: bigint) => new Instant(Number(value / 1000n) / 1000),
  jsonFromBytes: (bytes: Uint8Array | undefined) => bytes && decoder.decode(bytes),
}

/** Rows that are handed on between two looks at whether to stop, and that a preview reads first. */
const rowsAtOnce = 4096
const rowsOfHead = 1000

const isoDate = parseFormat('yyyy-mm-dd')
const isoMoment = parseFormat('yyyy-mm-dd hh:mm:ss')
const clock = parseFormat('h:mm:ss')

/** @throws RecapError file-damaged, file-truncated, file-too-large, file-format-unsupported */
export async function openParquet(
  { path, name: file }: FileInput,
  size: number,
  { head = false }: OpenOptions,
): Promise<Book> {
  const handle = await open(path, 'r')
  const buffer = new FileBuffer(handle, size, file)
  try {
    const metadata = await readMetadata(buffer, file)
    const sheet = await sheetOf(buffer, metadata, { file, size, head })
    return { format: 'parquet', size, sheets: [sheet], close: () => void handle.close() }
  } catch (failure) {
    await handle.close()
    throw buffer.reason(failure)
  }
}

/**
 * The library begins several reads at once and may never look at one that fails, so none of them fails: it gives nothing,
 * and why is in `failure`.
 */
class FileBuffer implements AsyncBuffer {
  readonly byteLength: number
  readonly #handle: FileHandle
  readonly #file: string
  failure: unknown

  constructor(handle: FileHandle, size: number, file: string) {
    this.#handle = handle
    this.byteLength = size
    this.#file = file
  }

  async slice(start: number, end = this.byteLength): Promise<ArrayBuffer> {
    try {
      return await this.#read(start, end)
    } catch (failure) {
      this.failure ??= failure
      return new ArrayBuffer(0)
    }
  }

  async #read(start: number, end: number): Promise<ArrayBuffer> {
    if (!(start >= 0 && start <= end && end <= this.byteLength))
      throw new RecapError('file-truncated', `bytes ${start} to ${end} of ${this.byteLength}`, {
        file: this.#file,
      })
    if (end - start > limits.chunkBytes) refuseTooLarge(this.#file, 'chunkBytes', end - start)
    const bytes = new Uint8Array(end - start)
    await this.#handle.read(bytes, 0, bytes.length, start)
    return bytes.buffer
  }

  /** What went wrong: with the file if with anything, else what the library threw about it. */
  reason(thrown: unknown): unknown {
    return parquetFailure(this.failure ?? thrown, this.#file)
  }
}

async function readMetadata(buffer: FileBuffer, file: string): Promise<FileMetaData> {
  const { parquetMetadataAsync } = await import('hyparquet')
  const metadata = await parquetMetadataAsync(buffer, { geoparquet: false })
  for (const element of metadata.schema) {
    // Read as they are stored: the library would make inexact numbers of the first and nothing of the others.
    if (isDecimal(element) || element.converted_type === 'BSON' || element.converted_type === 'INTERVAL') {
      decimals.set(
        element,
        element.scale ?? (element.logical_type?.type === 'DECIMAL' ? element.logical_type.scale : 0),
      )
      delete element.converted_type
      delete element.logical_type
    }
  }
  for (const { columns, num_rows: rows } of metadata.row_groups) {
    for (const { meta_data: column } of columns) {
      const values = Number(column?.num_values ?? rows)
      if (!(values <= limits.cells)) refuseTooLarge(file, 'cells', values)
      const bytes = Number(column?.total_uncompressed_size ?? 0)
      if (bytes > limits.chunkBytes) refuseTooLarge(file, 'chunkBytes', bytes)
    }
  }
  return metadata
}

type Element = FileMetaData['schema'][number]

const isDecimal = ({ converted_type: converted, logical_type: logical }: Element): boolean =>
  converted === 'DECIMAL' || logical?.type === 'DECIMAL'

/** Digits behind the point of columns that are decimals. */
const decimals = new WeakMap<Element, number>()

async function sheetOf(
  buffer: FileBuffer,
  metadata: FileMetaData,
  { file, size, head }: { file: string; size: number; head: boolean },
): Promise<SheetSource> {
  const { parquetRead, parquetSchema } = await import('hyparquet')
  const schema = parquetSchema(metadata)
  const { children } = schema
  const leaves = leavesOf(schema).toSorted().join('\n')
  for (const { columns } of metadata.row_groups) {
    const paths = columns.map((column) => column.meta_data?.path_in_schema.join('\0') ?? '')
    // Of a column that the schema does not know the library would read and then lose the failures.
    if (paths.toSorted().join('\n') !== leaves)
      throw new RecapError('file-damaged', 'columns are not those of the schema', { file })
  }
  if (children.length > limits.columns) refuseTooLarge(file, 'columns', children.length)
  const groups = metadata.row_groups.map((group) => Number(group.num_rows))
  const rows = groups.reduce((sum, count) => sum + count, 0)
  const cells = rows * Math.max(1, children.length)
  if (!(cells <= limits.cells)) refuseTooLarge(file, 'cells', cells)
  const columns = children.map((child) => ({ name: child.element.name, write: writerOf(child) }))
  const places = new Map(columns.map(({ name }, index) => [name, index]))

  async function* read(take: TakeRow): AsyncGenerator<number> {
    const row = new SheetRow()
    row.start(1)
    columns.forEach(({ name }, column) => row.set(column, text, 0, name, general))
    take(row)
    for (const { from, to, group } of rangesOf(groups, head ? rowsOfHead : 0)) {
      const found: { start: number; data: ArrayLike<unknown> }[][] = columns.map(() => [])
      try {
        if (group !== undefined) await checkGroup(buffer, metadata, group)
        await parquetRead({
          file: buffer,
          metadata,
          rowStart: from,
          rowEnd: to,
          compressors,
          parsers,
          utf8: false,
          geoparquet: false,
          onChunk: ({ columnName, columnData, rowStart }) =>
            found[places.get(columnName) ?? -1]?.push({ start: rowStart, data: columnData }),
        })
      } catch (failure) {
        throw buffer.reason(failure)
      }
      if (buffer.failure !== undefined) throw buffer.reason(undefined)
      const series = found.map((chunks) => new Series(chunks))
      for (let index = from; index < to; index += 1) {
        row.start(index + 2)
        columns.forEach(({ write }, column) => write(row, column, series[column]?.at(index)))
        take(row)
        if (index % rowsAtOnce === 0) yield Math.floor((size * index) / Math.max(1, rows))
      }
    }
    yield size
  }

  return {
    name: parsePath(file).name,
    hidden: false,
    bytes: size,
    merges: () => Promise.resolve(noMerges),
    notes: () => noNotes,
    read,
  }
}

const leavesOf = ({ children, path }: SchemaTree): string[] =>
  children.length === 0 ? [path.join('\0')] : children.flatMap(leavesOf)

interface Range {
  from: number
  to: number
  /** The group that it is the beginning of. */
  group: number | undefined
}

/** Groups of rows as they are stored; the first rows of all on their own where these are wanted at once. */
function* rangesOf(groups: readonly number[], first: number): Generator<Range> {
  let from = 0
  for (const [group, count] of groups.entries()) {
    const to = from + count
    if (from === 0 && first > 0 && first < to) {
      yield { from: 0, to: first, group }
      yield { from: first, to, group: undefined }
    } else if (to > from) yield { from, to, group }
    from = to
  }
}

/** @throws RangeError when the pages of one of its columns are not what they claim */
async function checkGroup(buffer: FileBuffer, metadata: FileMetaData, group: number): Promise<void> {
  for (const { meta_data: column } of metadata.row_groups[group]?.columns ?? []) {
    if (!column) continue
    const start = Number(column.dictionary_page_offset || column.data_page_offset)
    const bytes = await buffer.slice(start, start + Number(column.total_compressed_size))
    if (buffer.failure === undefined) checkPages(bytes, Number(column.num_values))
  }
}

/** One column of a group, whose pieces are asked for from top to bottom. */
class Series {
  readonly #chunks: readonly { start: number; data: ArrayLike<unknown> }[]
  #at = 0

  constructor(chunks: { start: number; data: ArrayLike<unknown> }[]) {
    this.#chunks = chunks.toSorted((a, b) => a.start - b.start)
  }

  at(row: number): unknown {
    let chunk = this.#chunks[this.#at]
    while (chunk && row >= chunk.start + chunk.data.length) {
      this.#at += 1
      chunk = this.#chunks[this.#at]
    }
    return chunk?.data[row - chunk.start]
  }
}

type Write = (row: SheetRow, column: number, value: unknown) => void

/** How a column's values become cells, by its type (Parquet "Logical Types"). */
function writerOf({ children, element }: SchemaTree): Write {
  if (children.length > 0 || element.repetition_type === 'REPEATED') return writeAny
  const scale = decimals.get(element)
  if (scale !== undefined && element.converted_type === undefined) return decimalWriter(scale)
  const unit = element.logical_type?.type === 'TIME' ? element.logical_type.unit : element.converted_type
  if (unit === 'TIME_MILLIS' || unit === 'MILLIS') return clockWriter(86_400_000)
  if (unit === 'TIME_MICROS' || unit === 'MICROS') return clockWriter(86_400_000_000)
  if (unit === 'NANOS') return clockWriter(86_400_000_000_000)
  return element.type === 'FLOAT' ? writeSingle : writeAny
}

const writeAny: Write = (row, column, value) => {
  if (value === undefined || value === null) return
  if (typeof value === 'string') putText(row, column, value)
  else if (typeof value === 'number') putNumber(row, column, value, general)
  else if (typeof value === 'bigint') putWhole(row, column, value)
  else if (typeof value === 'boolean')
    row.set(column, boolean, value ? 1 : 0, value ? 'TRUE' : 'FALSE', general)
  else if (value instanceof Instant) putInstant(row, column, value)
  else putText(row, column, plainText(value, 0))
}

/** A number of four bytes has some seven digits; written as eight bytes it would seem to have sixteen. */
const writeSingle: Write = (row, column, value) => {
  if (typeof value !== 'number') return
  let shortest = value
  for (let digits = 6; digits <= 9 && Number.isFinite(value); digits += 1) {
    const rounded = Number(value.toPrecision(digits))
    if (Math.fround(rounded) !== value) continue
    shortest = rounded
    break
  }
  putNumber(row, column, shortest, general)
}

const clockWriter =
  (stepsOfDay: number): Write =>
  (row, column, value) => {
    if (typeof value === 'number' || typeof value === 'bigint')
      putNumber(row, column, Number(value) / stepsOfDay, clock)
  }

const decimalWriter =
  (scale: number): Write =>
  (row, column, value) => {
    const unscaled = wholeOf(value)
    if (unscaled === undefined) return
    const sign = unscaled < 0n ? '-' : ''
    const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, '0')
    const point = digits.length - scale
    const written = sign + (scale > 0 ? `${digits.slice(0, point)}.${digits.slice(point)}` : digits)
    if (digits.replace(/^0+/, '').length <= 15) row.set(column, number, Number(written), written, general)
    else row.set(column, text, 0, written, general)
  }

/** The unscaled number of a decimal: as such, or as bytes, the highest first. */
function wholeOf(value: unknown): bigint | undefined {
  if (typeof value === 'number') return BigInt(value)
  if (typeof value === 'bigint') return value
  if (!(value instanceof Uint8Array)) return undefined
  let whole = 0n
  for (const byte of value) whole = whole * 256n + BigInt(byte)
  return BigInt.asIntN(value.length * 8, whole)
}

/** Not a number is how tables of data frames write that there is none. */
function putNumber(row: SheetRow, column: number, value: number, format: NumberFormat): void {
  if (Number.isFinite(value)) row.set(column, number, value, String(value), format)
  else if (!Number.isNaN(value)) row.set(column, error, 0, value > 0 ? 'inf' : '-inf', format)
}

function putWhole(row: SheetRow, column: number, value: bigint): void {
  const short = Number(value)
  if (Number.isSafeInteger(short)) row.set(column, number, short, String(value), general)
  else row.set(column, text, 0, String(value), general)
}

function putInstant(row: SheetRow, column: number, instant: Instant): void {
  const serial = serialOfMs(instant.ms)
  if (serial === undefined) row.set(column, text, 0, instant.toJSON(), general)
  else row.set(column, number, serial, instant.toJSON(), instant.isDay ? isoDate : isoMoment)
}

const putText = (row: SheetRow, column: number, shown: string): void =>
  row.set(column, text, 0, shown, general)

/** Lists by their items, anything else as JSON; bytes as text where they are, else in hexadecimal. */
function plainText(value: unknown, depth: number): string {
  if (depth > limits.nesting) return '…'
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value
  if (value instanceof Instant) return value.toJSON()
  if (value instanceof Uint8Array) return bytesText(value)
  if (Array.isArray(value)) return value.map((item) => plainText(item, depth + 1)).join(', ')
  if (typeof value === 'bigint') return String(value)
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'bigint' ? String(inner) : inner instanceof Uint8Array ? bytesText(inner) : inner,
  )
}

function bytesText(bytes: Uint8Array): string {
  try {
    return strictDecoder.decode(bytes)
  } catch {
    return Buffer.from(bytes).toString('hex')
  }
}

/** What the library throws about a file is the file's damage, or a codec that is not read. */
function parquetFailure(failure: unknown, file: string): unknown {
  if (failure instanceof RecapError || !(failure instanceof Error) || 'syscall' in failure) return failure
  const codec = /unsupported compression codec: (\w+)/.exec(failure.message)?.[1]
  return codec === undefined
    ? new RecapError('file-damaged', failure.message, { file }, { cause: failure })
    : new RecapError('file-format-unsupported', failure.message, { file, found: `Parquet ${codec}` })
}

// Reading a user's spreadsheet: what tables a file holds, the rows of one of them, and every cell as it stands.
// It keeps nothing, writes nothing, and decides nothing about figures.

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { extname } from 'node:path'
import { RecapError } from '../../shared/errors.ts'
import type { Inspection, Problem, RawSheets } from '../../shared/model/source.ts'
import type { FoundTable, TableRow } from '../../shared/model/table.ts'
import { openBook } from './book.ts'
import type { FileInput } from './file-kind.ts'
import { TableFinder } from './find-tables.ts'
import { stopIfCancelled } from './limits.ts'
import { rawSheets } from './raw.ts'
import type { Book } from './sheet-source.ts'
import { tableRows } from './table-rows.ts'

export type { FileInput }

export interface ReadOptions {
  signal?: AbortSignal
  onProgress?: (done: number, total: number | undefined, unit: 'bytes' | 'rows') => void
}

/**
 * Reads the whole file once and tells its tables, their columns with types and units, and what is odd about them.
 * @throws RecapError any `file-` code; `job-cancelled`
 */
export async function inspectFile(file: FileInput, options: ReadOptions = {}): Promise<Inspection> {
  return withBook(file, async (book) => {
    const tables: FoundTable[] = []
    const problems: Problem[] = extensionProblem(file.name, book)
    const total = book.sheets.reduce((sum, { bytes }) => sum + bytes, 0)
    let before = 0
    for (const sheet of book.sheets) {
      if (sheet.hidden) problems.push({ code: 'sheet-hidden', sheet: sheet.name, detail: {} })
      const finder = new TableFinder(sheet.name, await sheet.merges())
      for await (const done of sheet.read((row) => finder.take(row))) {
        stopIfCancelled(options.signal)
        options.onProgress?.(Math.min(before + done, total), total, 'bytes')
      }
      before += sheet.bytes
      const found = finder.finish()
      if (finder.isEmpty) problems.push({ code: 'sheet-empty', sheet: sheet.name, detail: {} })
      tables.push(...found.tables)
      problems.push(...found.problems)
    }
    if (tables.length === 0)
      throw new RecapError('file-without-table', 'no table in any sheet', { file: file.name })
    const sha256 = await digest(file.path)
    const { format, encoding, size } = book
    return { file: file.name, format, ...(encoding ? { encoding } : {}), sha256, size, tables, problems }
  })
}

/**
 * The rows of a table in batches, with `table` as the recipe: its range, skipped rows and column types are taken as
 * they are, also when they were found in an earlier version of the file.
 * @throws RecapError any `file-` code; `job-cancelled`
 */
export async function* readTable(
  file: FileInput,
  table: FoundTable,
  options: ReadOptions = {},
): AsyncIterable<readonly TableRow[]> {
  const book = await opened(file)
  try {
    const sheet = book.sheets.find(({ name }) => name === table.sheet)
    if (!sheet) throw new RecapError('file-without-table', `no sheet ${table.sheet}`, { file: file.name })
    yield* tableRows(sheet, table, options)
  } catch (error) {
    throw readFailure(file, error)
  } finally {
    book.close()
  }
}

/** Every cell of every sheet, or of the one named. @throws RecapError any `file-` code */
export async function readRaw(file: FileInput, sheet?: string): Promise<RawSheets> {
  return withBook(file, (book) => rawSheets(book, file.name, sheet))
}

async function withBook<T>(file: FileInput, work: (book: Book) => Promise<T>): Promise<T> {
  const book = await opened(file)
  try {
    return await work(book)
  } catch (error) {
    throw readFailure(file, error)
  } finally {
    book.close()
  }
}

async function opened(file: FileInput): Promise<Book> {
  try {
    return await openBook(file)
  } catch (error) {
    throw readFailure(file, error)
  }
}

/** A failure of the disk while reading is a file that cannot be read; anything else keeps its own name. */
function readFailure(file: FileInput, error: unknown): unknown {
  if (error instanceof RecapError || !(error instanceof Error) || !('syscall' in error)) return error
  return new RecapError('file-unreadable', error.message, { file: file.name }, { cause: error })
}

async function digest(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

const extensions: Readonly<Record<Book['format'], readonly string[]>> = {
  xlsx: ['.xlsx', '.xlsm', '.xltx', '.xltm', '.xlam'],
  csv: ['.csv', '.tsv', '.tab', '.txt'],
}

function extensionProblem(name: string, { format }: Book): Problem[] {
  const extension = extname(name).toLowerCase()
  if (extensions[format].includes(extension)) return []
  return [{ code: 'extension-mismatch', detail: { extension, found: format } }]
}

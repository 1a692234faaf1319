// Files read straight through, without a worker: every cell as it stands, and what the file says of its sheets.

import { openBook } from '../../electron/import/formats/book.ts'
import type { FileInput } from '../../electron/import/formats/file-kind.ts'
import { rawSheets } from '../../electron/import/reading/raw.ts'
import type { OpenOptions, SheetNotes } from '../../electron/import/formats/sheet-source.ts'
import type { RawCell, SourceFormat } from '../../shared/model/source.ts'
import { RecapError } from '../../shared/errors.ts'

export interface ReadSheet {
  name: string
  hidden: boolean
  rows: RawCell[][]
  /** `top left bottom right`, as `Merge` counts. */
  merges: string[]
  hiddenRows: number[]
  notes: SheetNotes
}

export interface ReadBook {
  format: SourceFormat
  encoding: string | undefined
  sheets: ReadSheet[]
}

export async function readBook(file: FileInput, options: OpenOptions = {}): Promise<ReadBook> {
  const book = await openBook(file, options)
  try {
    const { sheets } = await rawSheets(book, file.name)
    const read: ReadSheet[] = []
    for (const [index, source] of book.sheets.entries()) {
      const merges = [...(await source.merges()).values()].flat()
      const hiddenRows: number[] = []
      for await (const _ of source.read((row) => void (row.hidden && hiddenRows.push(row.row))));
      read.push({
        name: source.name,
        hidden: source.hidden,
        rows: sheets[index]?.rows ?? [],
        merges: merges.map(({ top, left, bottom, right }) => [top, left, bottom, right].join(' ')).toSorted(),
        hiddenRows,
        notes: source.notes(),
      })
    }
    return { format: book.format, encoding: book.encoding?.used, sheets: read }
  } finally {
    book.close()
  }
}

/** `read`, or the code of the refusal. Anything else fails the test that asks. */
export async function outcomeOf(file: FileInput): Promise<string> {
  try {
    await readBook(file)
    return 'read'
  } catch (error) {
    if (error instanceof RecapError && error.code !== 'internal') return error.code
    throw error
  }
}

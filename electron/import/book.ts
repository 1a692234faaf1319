// A file opened for reading, whatever its kind: its sheets, each to be read row by row from the top.

import { ZipPackage } from './zip-package.ts'
import { openCsv } from './csv.ts'
import { type FileInput, identify } from './file-kind.ts'
import { type Merges, readMerges } from './merges.ts'
import { type TakeRow, readSheetXml } from './sheet-xml.ts'
import { readWorkbook } from './workbook.ts'

export interface SheetSource {
  readonly name: string
  readonly hidden: boolean
  /** How much there is to read, in the bytes that `read` counts. */
  readonly bytes: number
  merges(): Promise<Merges>
  /** Hands each row to `take`, and yields how many bytes are done after each piece of the file. */
  read(take: TakeRow): AsyncGenerator<number>
}

export interface Book {
  readonly format: 'xlsx' | 'csv'
  /** Of a text file: the label of its encoding (https://encoding.spec.whatwg.org). */
  readonly encoding?: string
  /** Bytes on disk. */
  readonly size: number
  readonly sheets: readonly SheetSource[]
  close(): void
}

/** @throws RecapError what `identify`, `readWorkbook` and `openCsv` throw */
export async function openBook(file: FileInput): Promise<Book> {
  const known = await identify(file)
  return known.kind === 'csv' ? openCsv(file, known.size) : openWorkbook(known.zip, known.size)
}

async function openWorkbook(zip: ZipPackage, size: number): Promise<Book> {
  const { file } = zip
  try {
    const workbook = await readWorkbook(zip)
    const sheets = workbook.sheets.map(({ name, hidden, part }): SheetSource => {
      async function* read(take: TakeRow): AsyncGenerator<number> {
        let done = 0
        async function* counted(): AsyncGenerator<string> {
          for await (const piece of zip.text(part)) {
            done += piece.length
            yield piece
          }
        }
        for await (const _ of readSheetXml(counted(), workbook, file, take)) yield done
      }
      return { name, hidden, bytes: zip.sizeOf(part), merges: () => readMerges(zip.text(part), file), read }
    })
    return { format: 'xlsx', size, sheets, close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw error
  }
}

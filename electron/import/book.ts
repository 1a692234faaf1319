// Opens a file as a book of sheets, whatever its kind.

import { openCsv } from './csv.ts'
import { type FileInput, identify } from './file-kind.ts'
import { readMerges } from './merges.ts'
import type { Book, SheetSource, TakeRow } from './sheet-source.ts'
import { readSheetXml } from './sheet-xml.ts'
import { readWorkbook } from './workbook.ts'
import type { ZipPackage } from './zip-package.ts'

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

// Every cell of a workbook read in this process, without the thread that the program reads in.

import { rawSheets } from '../../electron/import/reading/raw.ts'
import { openXlsx } from '../../electron/import/formats/xlsx/xlsx.ts'
import { ZipPackage } from '../../electron/import/formats/zip-package.ts'
import type { RawSheets } from '../../shared/model/source.ts'

/** `sheet` limits it to one. */
export async function rawWorkbook(
  { path, name }: { path: string; name: string },
  sheet?: string,
): Promise<RawSheets> {
  const book = await openXlsx(await ZipPackage.open(path, name), 0, {})
  try {
    return await rawSheets(book, name, sheet)
  } finally {
    book.close()
  }
}

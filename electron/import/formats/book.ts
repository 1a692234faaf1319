// Opens a file as a book of sheets, whatever its kind.

import { openCsv } from './csv/csv.ts'
import { type FileInput, type KnownFile, identify } from './file-kind.ts'
import { openHtml, openWebArchive } from './html/html.ts'
import { openFlatOds, openOds } from './ods/ods.ts'
import { openParquet } from './parquet/parquet.ts'
import type { Book, OpenOptions } from './sheet-source.ts'
import { openSpreadsheetXml } from './spreadsheet-xml.ts'
import { openXls } from './xls/xls.ts'
import { openXlsb } from './xlsb.ts'
import { openXlsx } from './xlsx/xlsx.ts'

/** @throws RecapError what `identify` and opening a file of its kind throw */
export async function openBook(file: FileInput, options: OpenOptions = {}): Promise<Book> {
  const known = await identify(file)
  try {
    return await openKnown(file, known, options)
  } catch (error) {
    if ('zip' in known) known.zip.close()
    throw error
  }
}

function openKnown(file: FileInput, known: KnownFile, options: OpenOptions): Promise<Book> {
  const { size } = known
  switch (known.kind) {
    case 'xlsx':
      return openXlsx(known.zip, size, options)
    case 'xlsb':
      return openXlsb(known.zip, size, options)
    case 'ods':
      return openOds(known.zip, size, options)
    case 'flat ods':
      return openFlatOds(file, size, options)
    case 'xls':
      return openXls(file, size, options)
    case 'xml':
      return openSpreadsheetXml(file, size, options)
    case 'html':
      return openHtml(file, size, options)
    case 'web archive':
      return openWebArchive(file, size, options)
    case 'parquet':
      return openParquet(file, size, options)
    case 'csv':
      return openCsv(file, size, options)
  }
}

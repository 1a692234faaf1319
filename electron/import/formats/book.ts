// Opens a file as a book of sheets, whatever its kind. What reads a kind is loaded when the first file of it comes.

import { type FileInput, type KnownFile, identify } from './file-kind.ts'
import type { Book, OpenOptions } from './sheet-source.ts'

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

async function openKnown(file: FileInput, known: KnownFile, options: OpenOptions): Promise<Book> {
  const { size } = known
  switch (known.kind) {
    case 'xlsx':
      return (await import('./xlsx/xlsx.ts')).openXlsx(known.zip, size, options)
    case 'xlsb':
      return (await import('./xlsb.ts')).openXlsb(known.zip, size, options)
    case 'ods':
      return (await import('./ods/ods.ts')).openOds(known.zip, size, options)
    case 'flat ods':
      return (await import('./ods/ods.ts')).openFlatOds(file, size, options)
    case 'xls':
      return (await import('./xls/xls.ts')).openXls(file, size, options)
    case 'xml':
      return (await import('./spreadsheet-xml.ts')).openSpreadsheetXml(file, size, options)
    case 'html':
      return (await import('./html/html.ts')).openHtml(file, size, options)
    case 'web archive':
      return (await import('./html/html.ts')).openWebArchive(file, size, options)
    case 'parquet':
      return (await import('./parquet/parquet.ts')).openParquet(file, size, options)
    case 'csv':
      return (await import('./csv/csv.ts')).openCsv(file, size, options)
  }
}

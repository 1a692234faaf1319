// Opens a workbook of ECMA-376 (xlsx, xlsm, xltx) as a book of sheets. A sheet is read as a stream, as often as asked.

import { type Merges, readMerges } from '../../tables/merges.ts'
import { SheetReading } from './sheet-reading.ts'
import { SheetScanner } from './sheet-scan.ts'
import {
  type Book,
  type OpenOptions,
  type SheetNotes,
  type SheetSource,
  type TakeRow,
  noNotes,
} from '../sheet-source.ts'
import { SheetXml } from './sheet-xml.ts'
import { type SheetPart, type Workbook, readWorkbook } from './workbook.ts'
import { readItems } from './xml-scan.ts'
import type { ZipPackage } from '../zip-package.ts'

/** How far a sheet is searched for merges when its first rows must come at once: some 30 ms. */
const mostForHead = 24 * 1024 ** 2

/**
 * The package stays open until the book is closed. `size` in bytes on the disk.
 * @throws RecapError what `readWorkbook` throws
 */
export async function openXlsx(zip: ZipPackage, size: number, options: OpenOptions): Promise<Book> {
  try {
    const workbook = await readWorkbook(zip)
    const sheets = workbook.sheets.map((sheet) => new XlsxSheet(zip, workbook, sheet, options))
    return {
      format: 'xlsx',
      size,
      sheets,
      close() {
        workbook.strings.close()
        zip.close()
      },
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

class XlsxSheet implements SheetSource {
  readonly name: string
  readonly hidden: boolean
  readonly bytes: number
  readonly #zip: ZipPackage
  readonly #workbook: Workbook
  readonly #part: string
  readonly #isHead: boolean
  #notes: SheetNotes = noNotes

  constructor(zip: ZipPackage, workbook: Workbook, { name, hidden, part }: SheetPart, { head }: OpenOptions) {
    this.name = name
    this.hidden = hidden
    this.bytes = zip.sizeOf(part)
    this.#zip = zip
    this.#workbook = workbook
    this.#part = part
    this.#isHead = head === true
  }

  /** The whole part is inflated for it, on another thread. */
  merges(): Promise<Merges> {
    const most = this.#isHead ? mostForHead : undefined
    return readMerges(this.#zip.bytes(this.#part), this.#part, this.#zip.file, most)
  }

  async *read(take: TakeRow): AsyncGenerator<number> {
    const { file } = this.#zip
    const sheet = new SheetReading(this.#workbook, file, take)
    const pieces = this.#zip.bytes(this.#part)
    yield* readItems(pieces, new SheetScanner(sheet), new SheetXml(sheet), this.#part, file)
    this.#notes = sheet.notes()
  }

  notes(): SheetNotes {
    return this.#notes
  }
}

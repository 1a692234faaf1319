// The parts of a workbook that its sheets refer to: names and order of sheets, number formats, shared strings.
// It reads no cell.

import { posix } from 'node:path'
import { RecapError } from '../../../../shared/errors.ts'
import { limits, refuseTooLarge } from '../../limits.ts'
import { type NumberFormat, formatOf, general } from '../../cells/number-format.ts'
import { SharedStrings } from './shared-strings.ts'
import { type Attributes, type XmlReader, attribute, readAllXml } from '../xml.ts'
import { unescapeText } from '../xml-text.ts'
import type { ZipPackage } from '../zip-package.ts'

export interface SheetPart {
  name: string
  hidden: boolean
  part: string
}

export interface Workbook {
  sheets: readonly SheetPart[]
  /** Whether serial dates count from 1 January 1904. */
  date1904: boolean
  /** By the style number of a cell. */
  formats: readonly NumberFormat[]
  strings: SharedStrings
}

/** @throws RecapError file-damaged when a part that others need is missing, and what reading a part throws */
export async function readWorkbook(zip: ZipPackage): Promise<Workbook> {
  const main = (await relations(zip, '', '_rels/.rels')).find(({ type }) => type.endsWith('/officeDocument'))
  const part = main?.target ?? 'xl/workbook.xml'
  const folder = posix.dirname(part)
  const links = await relations(zip, folder, posix.join(folder, '_rels', `${posix.basename(part)}.rels`))
  const sheets: SheetPart[] = []
  let date1904 = false
  const linkById = new Map(links.map((link) => [link.id, link]))
  await readMarkup(zip, part, {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = isTrue(attributes['date1904'])
      if (name !== 'sheet') return
      const link = linkById.get(attribute(attributes, 'id') ?? '')
      if (!link) throw new RecapError('file-damaged', `sheet without a part`, { file: zip.file })
      if (!link.type.endsWith('/worksheet')) return
      const hidden = /^(very)?hidden$/i.test(attributes['state'] ?? '')
      sheets.push({ name: unescapeText(attributes['name'] ?? ''), hidden, part: link.target })
    },
  })
  const partOf = (kind: string): string | undefined =>
    links.find(({ type }) => type.endsWith(`/${kind}`))?.target
  const styles = partOf('styles')
  const strings = partOf('sharedStrings')
  return {
    sheets,
    date1904,
    formats: styles && zip.has(styles) ? await readFormats(zip, styles) : [general],
    strings: new SharedStrings(zip, strings),
  }
}

/** Reads a part that is small in any workbook. */
async function readMarkup(zip: ZipPackage, part: string, reader: XmlReader): Promise<void> {
  const size = zip.sizeOf(part)
  if (size > limits.markupBytes) refuseTooLarge(zip.file, 'markupBytes', size)
  await readAllXml(zip.text(part), reader, zip.file)
}

interface Relation {
  id: string
  type: string
  /** Part name from the package's root, without the leading slash. */
  target: string
}

/** A part's relations to others inside the package; targets outside it are left out and never followed. */
export async function relations(zip: ZipPackage, folder: string, part: string): Promise<Relation[]> {
  const found: Relation[] = []
  if (!zip.has(part)) return found
  const open = (name: string, { Id, Type, Target, TargetMode }: Attributes): void => {
    if (name !== 'Relationship' || TargetMode === 'External' || Target === undefined) return
    const target = Target.startsWith('/') ? Target : posix.join('/', folder, Target)
    found.push({ id: Id ?? '', type: Type ?? '', target: posix.normalize(target).slice(1) })
  }
  await readMarkup(zip, part, { open })
  return found
}

export const isTrue = (value: string | undefined): boolean =>
  value === '1' || value === 'true' || value === 'on'

/** Number formats in the order of `cellXfs`, which is what a cell's style number counts. */
async function readFormats(zip: ZipPackage, part: string): Promise<NumberFormat[]> {
  const codes = new Map<number, string>()
  const ids: number[] = []
  let inCellFormats = false
  await readMarkup(zip, part, {
    open(name, attributes) {
      if (name === 'cellXfs') inCellFormats = true
      else if (name === 'xf' && inCellFormats) ids.push(Number(attributes['numFmtId'] ?? 0))
      else if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false
    },
  })
  return ids.map((id) => formatOf(id, codes.get(id)))
}

// The parts of a workbook that its sheets refer to: names and order of sheets, number formats, shared strings.
// It reads no cell.

import { posix } from 'node:path'
import { RecapError } from '../../shared/errors.ts'
import { limits, refuseTooLarge } from './limits.ts'
import { type NumberFormat, formatOf, general } from './number-format.ts'
import { type Attributes, attribute, readAllXml } from './xml.ts'
import type { ZipPackage } from './zip-package.ts'

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
  strings: readonly string[]
}

/** @throws RecapError file-damaged when a part that others need is missing, and what reading a part throws */
export async function readWorkbook(zip: ZipPackage): Promise<Workbook> {
  const { file } = zip
  const main = (await relations(zip, '', '_rels/.rels')).find(({ type }) => type.endsWith('/officeDocument'))
  const part = main?.target ?? 'xl/workbook.xml'
  const folder = posix.dirname(part)
  const links = await relations(zip, folder, posix.join(folder, '_rels', `${posix.basename(part)}.rels`))
  const sheets: SheetPart[] = []
  let date1904 = false
  await readAllXml(
    zip.text(part),
    {
      open(name, attributes) {
        if (name === 'workbookPr') date1904 = isTrue(attributes['date1904'])
        if (name !== 'sheet') return
        const link = links.find(({ id }) => id === attribute(attributes, 'id'))
        if (!link) throw new RecapError('file-damaged', `sheet without a part`, { file })
        if (!link.type.endsWith('/worksheet')) return
        const hidden = /^(very)?hidden$/i.test(attributes['state'] ?? '')
        sheets.push({ name: unescapeText(attributes['name'] ?? ''), hidden, part: link.target })
      },
    },
    file,
  )
  const partOf = (kind: string): string | undefined =>
    links.find(({ type }) => type.endsWith(`/${kind}`))?.target
  const styles = partOf('styles')
  const strings = partOf('sharedStrings')
  return {
    sheets,
    date1904,
    formats: styles && zip.has(styles) ? await readFormats(zip, styles) : [general],
    strings: strings && zip.has(strings) ? await readStrings(zip, strings) : [],
  }
}

interface Relation {
  id: string
  type: string
  /** Part name from the package's root, without the leading slash. */
  target: string
}

/** A part's relations to others inside the package; targets outside it are left out and never followed. */
async function relations(zip: ZipPackage, folder: string, part: string): Promise<Relation[]> {
  const found: Relation[] = []
  if (!zip.has(part)) return found
  const open = (name: string, { Id, Type, Target, TargetMode }: Attributes): void => {
    if (name !== 'Relationship' || TargetMode === 'External' || Target === undefined) return
    const target = Target.startsWith('/') ? Target : posix.join('/', folder, Target)
    found.push({ id: Id ?? '', type: Type ?? '', target: posix.normalize(target).slice(1) })
  }
  await readAllXml(zip.text(part), { open }, zip.file)
  return found
}

export const isTrue = (value: string | undefined): boolean =>
  value === '1' || value === 'true' || value === 'on'

/** Number formats in the order of `cellXfs`, which is what a cell's style number counts. */
async function readFormats(zip: ZipPackage, part: string): Promise<NumberFormat[]> {
  const codes = new Map<number, string>()
  const ids: number[] = []
  let inCellFormats = false
  await readAllXml(
    zip.text(part),
    {
      open(name, attributes) {
        if (name === 'cellXfs') inCellFormats = true
        else if (name === 'xf' && inCellFormats) ids.push(Number(attributes['numFmtId'] ?? 0))
        else if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      },
      close(name) {
        if (name === 'cellXfs') inCellFormats = false
      },
    },
    zip.file,
  )
  return ids.map((id) => formatOf(id, codes.get(id)))
}

async function readStrings(zip: ZipPackage, part: string): Promise<string[]> {
  const strings: string[] = []
  const item = new TextItem()
  let characters = 0
  await readAllXml(
    zip.text(part),
    {
      open: (name) => item.open(name),
      text: (piece) => item.text(piece),
      close(name) {
        item.close(name)
        if (name !== 'si') return
        const whole = item.take()
        characters += whole.length
        if (characters > limits.strings) refuseTooLarge(zip.file, 'strings', characters)
        strings.push(whole)
      },
    },
    zip.file,
  )
  return strings
}

/** Joins the runs of a rich text and leaves phonetic hints (`rPh`) out: ECMA-376 part 1, 18.4.8. */
export class TextItem {
  #text = ''
  #inText = false
  #inHint = false

  open(name: string): void {
    if (name === 't') this.#inText = !this.#inHint
    else if (name === 'rPh') this.#inHint = true
  }

  text(piece: string): void {
    if (this.#inText) this.#text += piece
  }

  close(name: string): void {
    if (name === 't') this.#inText = false
    else if (name === 'rPh') this.#inHint = false
  }

  take(): string {
    const whole = unescapeText(this.#text)
    this.#text = ''
    return whole
  }
}

/** `_x000D_` stands for a character that XML cannot hold: ECMA-376 part 1, 22.9.2.19. */
export function unescapeText(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text
}

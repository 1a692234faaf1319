// Reads OpenDocument spreadsheets, packed (.ods, .ots) and flat (.fods), each sheet as a stream of its own. Formulas are
// not looked at: what counts is the value that the program that saved the file had computed (ODF 1.3 part 3, 9 and 19).
// One file over 300 lines: a cell is read by one machine of events, whose states are worth little apart.

import { createReadStream } from 'node:fs'
import { RecapError } from '../../../../shared/errors.ts'
import type { FileInput } from '../file-kind.ts'
import { serialOfIso, serialOfSpan } from '../../cells/iso-serial.ts'
import { limits, refuseTooLarge } from '../../limits.ts'
import type { Merge, Merges } from '../../tables/merges.ts'
import { type NumberFormat, general, parseFormat } from '../../cells/number-format.ts'
import { OdsStyles } from './ods-styles.ts'
import { type CellKind, SheetRow, blank, boolean, error, number, text } from '../../cells/sheet-row.ts'
import {
  type Book,
  type OpenOptions,
  type SheetNotes,
  type SheetSource,
  type TakeRow,
  noNotes,
} from '../sheet-source.ts'
import { type SectionReader, enoughForHead, sectionSheet } from '../section-sheet.ts'
import { findSections } from '../xml-sections.ts'
import { type Attributes, readAllXml, readXml } from '../xml.ts'
import { type ZipPackage, decodeXml } from '../zip-package.ts'

const tags = {
  root: 'document(?:-content)?',
  element: 'table',
  except: 'dde-link',
  marks: 'number-(?:columns|rows)-spanned="(?!1")',
}

/** @throws RecapError file-encrypted, file-truncated, file-damaged, file-too-large */
export async function openOds(zip: ZipPackage, size: number, options: OpenOptions): Promise<Book> {
  const { file } = zip
  if (zip.has('META-INF/manifest.xml')) {
    const open = (name: string): void => {
      if (name === 'encryption-data') throw new RecapError('file-encrypted', 'encryption-data', { file })
    }
    await readAllXml(zip.text('META-INF/manifest.xml'), { open }, file)
  }
  const styles = new OdsStyles(file)
  if (zip.has('styles.xml')) await readStyles(zip.text('styles.xml'), styles, file)
  const sheets = await readSheets(() => zip.text('content.xml'), styles, file, options)
  return { format: 'ods', size, sheets, close: () => zip.close() }
}

/** @throws RecapError file-truncated, file-damaged, file-too-large */
export async function openFlatOds(
  { path, name }: FileInput,
  size: number,
  options: OpenOptions,
): Promise<Book> {
  const pieces = (): AsyncIterable<string> => decodeXml(createReadStream(path), name, name)
  const sheets = await readSheets(pieces, new OdsStyles(name), name, options)
  return { format: 'ods', size, sheets, close: () => {} }
}

async function readStyles(pieces: AsyncIterable<string>, styles: OdsStyles, file: string): Promise<void> {
  for await (const _ of readXml(pieces, styles, file)) if (styles.isOver) return
}

async function readSheets(
  pieces: () => AsyncIterable<string>,
  styles: OdsStyles,
  file: string,
  { head = false }: OpenOptions,
): Promise<SheetSource[]> {
  await readStyles(pieces(), styles, file)
  const sections = await findSections(pieces(), tags, file, head ? enoughForHead : undefined)
  return sections.map((section) =>
    sectionSheet({
      name: section.attributes['table:name'] ?? '',
      hidden: styles.isHidden(section.attributes['table:style-name']),
      section,
      hasMerges: section.marks.size > 0,
      pieces,
      reader: (take) => new OdsReader(styles, file, take),
      file,
      isHead: head,
    }),
  )
}

const isoDate = parseFormat('yyyy-mm-dd')
const isoMoment = parseFormat('yyyy-mm-dd hh:mm:ss')
const elapsed = parseFormat('[h]:mm:ss')
const percent = parseFormat('0.00%')

/** Elements in a cell whose text is not the cell's: notes, shapes and what is drawn, hints over Chinese characters. */
const asides = new Set([
  'annotation',
  'annotation-end',
  'shapes',
  'frame',
  'custom-shape',
  'rect',
  'ellipse',
  'line',
  'g',
  'ruby-text',
  'detective',
  'table',
])

interface Run {
  /** One past its last column. */
  end: number
  style: string | undefined
}

class OdsReader implements SectionReader {
  readonly #styles: OdsStyles
  readonly #file: string
  readonly #take: TakeRow
  readonly #row = new SheetRow()
  readonly #merges = new Map<number, Merge[]>()
  /** Styles of columns, left to right; the hidden ones by number. */
  readonly #columns: Run[] = []
  readonly #hidden: number[] = []
  #isFiltered = false
  #formulasWithoutValue = 0
  #hasLinks = false
  #cells = 0
  #mergeCount = 0
  #elements = 0
  /** Of the row being read, counted from 1, and how many times it stands there. */
  #at = 0
  #repeat = 1
  #rowStyle: string | undefined
  #column = 0
  #cell: Attributes = {}
  #text = ''
  #paragraphs = 0
  #inParagraph = 0
  #aside = 0
  #depth = 0

  constructor(styles: OdsStyles, file: string, take: TakeRow) {
    this.#styles = styles
    this.#file = file
    this.#take = take
  }

  get merges(): Merges {
    return this.#merges
  }

  get notes(): SheetNotes {
    return {
      ...noNotes,
      hiddenColumns: this.#hidden,
      isFiltered: this.#isFiltered,
      formulasWithoutValue: this.#formulasWithoutValue,
      hasLinks: this.#hasLinks,
    }
  }

  open(name: string, attributes: Attributes): void {
    this.#depth += 1
    // The sheet itself is a table too; one further in belongs to a cell.
    if (this.#aside > 0 || (this.#depth > 1 && asides.has(name))) this.#aside += 1
    else if (name === 'table-cell' || name === 'covered-table-cell') {
      this.#cell = attributes
      this.#text = ''
      this.#paragraphs = 0
    } else if (name === 'table-row') this.#openRow(attributes)
    else if (name === 'table-column') this.#openColumn(attributes)
    else this.#openText(name, attributes)
  }

  text(piece: string): void {
    if (this.#inParagraph === 0 || this.#aside > 0) return
    // Runs of spaces are one by the standard (part 3, 6.1.2), but the most used program writes and reads them as
    // they are. A line end can only come from the layout of the XML.
    this.#add(/[\n\r]/.test(piece) ? piece.replace(/[\n\r][\t\n\r ]*/g, ' ') : piece)
  }

  close(name: string): void {
    this.#depth -= 1
    if (this.#aside > 0) this.#aside -= 1
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#closeCell(name)
    else if (name === 'table-row') this.#closeRow()
    else if (name === 'p' || name === 'h') this.#inParagraph -= 1
  }

  #openText(name: string, attributes: Attributes): void {
    this.#elements += 1
    if (this.#elements > limits.elements + this.#cells * 2)
      refuseTooLarge(this.#file, 'elements', this.#elements)
    if (name === 'p' || name === 'h') {
      this.#inParagraph += 1
      this.#paragraphs += 1
      if (this.#paragraphs > 1) this.#add('\n')
    } else if (this.#inParagraph === 0) return
    else if (name === 's') this.#add(' '.repeat(Math.min(limits.text, repeats(attributes['text:c']))))
    else if (name === 'tab') this.#add('\t')
    else if (name === 'line-break') this.#add('\n')
  }

  #add(piece: string): void {
    this.#text += piece
    if (this.#text.length > limits.text) refuseTooLarge(this.#file, 'text', this.#text.length)
  }

  #openColumn(attributes: Attributes): void {
    const from = this.#columns.at(-1)?.end ?? 0
    const end = Math.min(limits.columns, from + repeats(attributes['table:number-columns-repeated']))
    this.#columns.push({ end, style: attributes['table:default-cell-style-name'] })
    if (this.#columns.length > limits.columns) refuseTooLarge(this.#file, 'columns', this.#columns.length)
    if (!/^(collapse|filter)$/.test(attributes['table:visibility'] ?? '')) return
    for (let column = from; column < end; column += 1) this.#hidden.push(column)
  }

  #openRow(attributes: Attributes): void {
    this.#at += this.#repeat
    this.#repeat = repeats(attributes['table:number-rows-repeated'])
    const visibility = attributes['table:visibility'] ?? ''
    this.#isFiltered ||= visibility === 'filter'
    this.#row.start(this.#at, visibility === 'collapse' || visibility === 'filter')
    this.#rowStyle = attributes['table:default-cell-style-name']
    this.#column = 0
  }

  /** A row that stands many times is handed on as often, as far as a sheet goes; blank ones are not handed on at all. */
  #closeRow(): void {
    const row = this.#row
    if (row.width === 0) return
    const times = Math.min(this.#repeat, limits.rows - this.#at + 1)
    if (times <= 0) throw new RecapError('file-damaged', `row ${this.#at}`, { file: this.#file })
    for (let index = 0; index < times; index += 1) {
      if (index > 0) this.#count(row.width)
      row.row = this.#at + index
      this.#take(row)
    }
  }

  #count(cells: number): void {
    this.#cells += cells
    if (this.#cells > limits.cells) refuseTooLarge(this.#file, 'cells', this.#cells)
  }

  #closeCell(name: string): void {
    const cell = this.#cell
    const from = this.#column
    const times = repeats(cell['table:number-columns-repeated'])
    this.#column += times
    if (name === 'table-cell') this.#takeMerge(cell, from)
    if (cell['table:formula'] !== undefined) this.#takeFormula(cell)
    const { kind, value, shown, format } = this.#readCell(cell, from)
    if (kind === blank) {
      this.#count(1)
      return
    }
    const end = Math.min(limits.columns, from + times)
    if (from >= end) throw new RecapError('file-damaged', `cell in column ${from}`, { file: this.#file })
    this.#count(end - from)
    for (let column = from; column < end; column += 1) this.#row.set(column, kind, value, shown, format)
  }

  #takeFormula(cell: Attributes): void {
    if (cell['office:value-type'] === undefined && this.#text === '') this.#formulasWithoutValue += 1
    if (/'(file|https?|smb):/i.test(cell['table:formula'] ?? '')) this.#hasLinks = true
  }

  #takeMerge(cell: Attributes, left: number): void {
    const columns = repeats(cell['table:number-columns-spanned'])
    const rows = repeats(cell['table:number-rows-spanned'])
    if (columns === 1 && rows === 1) return
    this.#mergeCount += 1
    if (this.#mergeCount > limits.merges) refuseTooLarge(this.#file, 'merges', this.#mergeCount)
    const merge = {
      top: this.#at,
      left,
      bottom: Math.min(limits.rows, this.#at + rows - 1),
      right: Math.min(limits.columns - 1, left + columns - 1),
    }
    const row = this.#merges.get(merge.top)
    if (row) row.push(merge)
    else this.#merges.set(merge.top, [merge])
  }

  #formatOf(cell: Attributes, column: number): NumberFormat {
    return this.#styles.formatOf(
      cell['table:style-name'] ?? this.#rowStyle ?? this.#columns.find(({ end }) => column < end)?.style,
    )
  }

  #readCell(cell: Attributes, column: number): CellContent {
    const type = cell['office:value-type']
    if (type === undefined) return this.#text === '' ? nothing : content(text, 0, this.#text, general)
    const format = this.#formatOf(cell, column)
    if (cell['calcext:value-type'] === 'error') return content(error, 0, this.#text, format)
    const value = cell['office:value'] ?? ''
    switch (type) {
      case 'float':
        return this.#isTruth(value) ? truth(value === '1', format) : this.#number(value, format)
      case 'percentage':
        return this.#number(value, format.kind === 'percent' ? format : percent)
      case 'currency':
        return this.#number(value, format === general ? currencyFormat(cell['office:currency']) : format)
      case 'boolean':
        return truth(cell['office:boolean-value'] === 'true', format)
      case 'date':
        return this.#date(cell['office:date-value'] ?? '', format)
      case 'time':
        return this.#time(cell['office:time-value'] ?? '', format)
      default:
        return content(text, 0, cell['office:string-value'] ?? this.#text, format)
    }
  }

  /** LibreOffice keeps a truth from other programs as the formula TRUE(), and its result as a number. */
  #isTruth(value: string): boolean {
    return this.#text === (value === '1' ? 'TRUE' : value === '0' ? 'FALSE' : '\0')
  }

  #number(written: string, format: NumberFormat): CellContent {
    const value = Number(written)
    if (written === '' || !Number.isFinite(value)) return content(error, 0, this.#text || written, format)
    return content(number, value, written, format)
  }

  /** A day that sheets do not number stays the text it is. */
  #date(iso: string, format: NumberFormat): CellContent {
    const found = serialOfIso(iso)
    if (!found) return content(text, 0, this.#text || iso, format)
    const isDated = format.kind === 'date' || format.kind === 'datetime' || format.kind === 'time'
    return content(number, found.serial, iso, isDated ? format : found.hasTime ? isoMoment : isoDate)
  }

  #time(iso: string, format: NumberFormat): CellContent {
    const serial = serialOfSpan(iso)
    if (serial === undefined) return content(text, 0, this.#text || iso, format)
    const isTimed = format.kind === 'time' || format.kind === 'elapsed' || format.kind === 'datetime'
    return content(number, serial, iso, isTimed ? format : elapsed)
  }
}

interface CellContent {
  kind: CellKind
  value: number
  shown: string
  format: NumberFormat
}

const nothing: CellContent = { kind: blank, value: 0, shown: '', format: general }
const content = (kind: CellKind, value: number, shown: string, format: NumberFormat): CellContent => ({
  kind,
  value,
  shown,
  format,
})

const truth = (isTrue: boolean, format: NumberFormat): CellContent =>
  content(boolean, isTrue ? 1 : 0, isTrue ? 'TRUE' : 'FALSE', format)

/** A count of at least one. */
function repeats(written: string | undefined): number {
  if (written === undefined) return 1
  const count = Math.floor(Number(written))
  return count >= 1 ? Math.min(count, 2 ** 31) : 1
}

const signs = new Map([
  ['CNY', '¥'],
  ['USD', '$'],
  ['EUR', '€'],
  ['GBP', '£'],
])
const currencyFormat = (code: string | undefined): NumberFormat =>
  code === undefined ? general : parseFormat(`"${signs.get(code) ?? code.replaceAll('"', '')}"#,##0.00`)

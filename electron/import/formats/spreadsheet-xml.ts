// Reads the XML of Excel 2002 and 2003 ("XML Spreadsheet"), which many reporting programs write as .xls or .xml: each
// sheet as a stream of its own. Names as in the XML Spreadsheet Reference; prefixes do not matter.
// One file over 300 lines: a cell is read by one machine of events, whose states are worth little apart.

import { createReadStream } from 'node:fs'
import { RecapError } from '../../../shared/errors.ts'
import type { FileInput } from './file-kind.ts'
import { serialOfIso } from '../cells/iso-serial.ts'
import { limits, refuseTooLarge } from '../limits.ts'
import type { Merge, Merges } from '../tables/merges.ts'
import { type NumberFormat, general, parseFormat } from '../cells/number-format.ts'
import { type CellKind, SheetRow, boolean, error, number, text } from '../cells/sheet-row.ts'
import { type Book, type OpenOptions, type SheetNotes, type TakeRow, noNotes } from './sheet-source.ts'
import { type SectionReader, enoughForHead, sectionSheet } from './section-sheet.ts'
import { findSections } from './xml-sections.ts'
import { type Attributes, type XmlReader, attribute, readXml } from './xml.ts'
import { decodeXml } from './zip-package.ts'

const tags = {
  root: 'Workbook',
  element: 'Worksheet',
  except: 'Comment',
  marks: 'Merge(?:Across|Down)=|Visible>\\s*Sheet(?:Very)?Hidden',
}

/** Formats that have a name instead of a code. */
const namedFormats = new Map([
  ['General Number', 'General'],
  ['General Date', 'yyyy/m/d h:mm'],
  ['Long Date', 'yyyy"年"m"月"d"日"'],
  ['Medium Date', 'd-mmm-yy'],
  ['Short Date', 'yyyy/m/d'],
  ['Long Time', 'h:mm:ss AM/PM'],
  ['Medium Time', 'h:mm AM/PM'],
  ['Short Time', 'h:mm'],
  ['Currency', '"¥"#,##0.00'],
  ['Euro Currency', '"€"#,##0.00'],
  ['Fixed', '0.00'],
  ['Standard', '#,##0.00'],
  ['Percent', '0.00%'],
  ['Scientific', '0.00E+00'],
])

/** @throws RecapError file-truncated, file-damaged, file-too-large */
export async function openSpreadsheetXml(
  { path, name: file }: FileInput,
  size: number,
  { head = false }: OpenOptions,
): Promise<Book> {
  const pieces = (): AsyncIterable<string> => decodeXml(createReadStream(path), file, file)
  const styles = new Styles(file)
  for await (const _ of readXml(pieces(), styles, file)) if (styles.isOver) break
  const sections = await findSections(pieces(), tags, file, head ? enoughForHead : undefined)
  const sheets = sections.map((section) => {
    const marks = [...section.marks]
    return sectionSheet({
      name: attribute(section.attributes, 'Name') ?? '',
      hidden: marks.some((mark) => mark.endsWith('Hidden')),
      section,
      hasMerges: marks.some((mark) => mark.startsWith('Merge')),
      pieces,
      reader: (take) => new SheetReader(styles, file, take),
      file,
      isHead: head,
    })
  })
  return { format: 'xml', size, sheets, close: () => {} }
}

/** What stands in front of the first sheet. */
class Styles implements XmlReader {
  date1904 = false
  isOver = false
  readonly #file: string
  readonly #styles = new Map<string, { parent: string | undefined; format: NumberFormat | undefined }>()
  #id = ''
  #elements = 0

  constructor(file: string) {
    this.#file = file
  }

  open(name: string, attributes: Attributes): void {
    this.#elements += 1
    if (this.#elements > limits.elements) refuseTooLarge(this.#file, 'elements', this.#elements)
    if (name === 'Worksheet') this.isOver = true
    else if (name === 'Date1904') this.date1904 = true
    else if (name === 'Style') {
      this.#id = attribute(attributes, 'ID') ?? ''
      this.#styles.set(this.#id, { parent: attribute(attributes, 'Parent'), format: undefined })
    } else if (name === 'NumberFormat') {
      const code = attribute(attributes, 'Format')
      const style = this.#styles.get(this.#id)
      if (style && code !== undefined) style.format = parseFormat(namedFormats.get(code) ?? code)
    }
  }

  formatOf(id: string | undefined): NumberFormat {
    let style = id === undefined ? undefined : this.#styles.get(id)
    for (let steps = 0; style && !style.format && steps < 20; steps += 1)
      style = style.parent === undefined ? undefined : this.#styles.get(style.parent)
    return style?.format ?? general
  }
}

const isoDate = parseFormat('yyyy-mm-dd')
const isoMoment = parseFormat('yyyy-mm-dd hh:mm:ss')

class SheetReader implements SectionReader {
  readonly #styles: Styles
  readonly #file: string
  readonly #take: TakeRow
  readonly #row: SheetRow
  readonly #merges = new Map<number, Merge[]>()
  readonly #columns: { from: number; end: number; style: string | undefined }[] = []
  readonly #hidden: number[] = []
  #isFiltered = false
  #formulasWithoutValue = 0
  #hasLinks = false
  #cells = 0
  #mergeCount = 0
  #elements = 0
  #at = 0
  #rowStyle: string | undefined
  #column = -1
  /** The next column when the next cell does not say its own: a merged cell covers those to its right. */
  #next = 0
  #cell: Attributes = {}
  #type = ''
  #value = ''
  #hasData = false
  #inData = false
  #inComment = false

  constructor(styles: Styles, file: string, take: TakeRow) {
    this.#styles = styles
    this.#file = file
    this.#take = take
    this.#row = new SheetRow(styles.date1904)
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
    if (name === 'Cell') this.#openCell(attributes)
    else if (name === 'Data' && !this.#inComment) {
      this.#type = attribute(attributes, 'Type') ?? 'String'
      this.#hasData = true
      this.#inData = true
    } else if (name === 'Row') this.#openRow(attributes)
    else if (name === 'Column') this.#openColumn(attributes)
    else {
      this.#elements += 1
      if (this.#elements > limits.elements + this.#cells * 2)
        refuseTooLarge(this.#file, 'elements', this.#elements)
      if (name === 'Comment') this.#inComment = true
      else if (name === 'AutoFilterColumn') this.#isFiltered = true
      else if (name === 'br' && this.#inData) this.text('\n')
    }
  }

  text(piece: string): void {
    if (!this.#inData) return
    this.#value += piece
    if (this.#value.length > limits.text) refuseTooLarge(this.#file, 'text', this.#value.length)
  }

  close(name: string): void {
    if (name === 'Data') this.#inData = false
    else if (name === 'Comment') this.#inComment = false
    else if (name === 'Cell') this.#closeCell()
    else if (name === 'Row' && this.#row.width > 0) this.#take(this.#row)
  }

  /** A place that is stated, or the one behind the last; places never go back. */
  #place(attributes: Attributes, next: number, most: number): number {
    const stated = attribute(attributes, 'Index')
    const place = stated === undefined ? next : Number(stated)
    if (Number.isInteger(place) && place >= next && place <= most) return place
    throw new RecapError('file-damaged', `place ${place} behind ${next - 1}`, { file: this.#file })
  }

  #openColumn(attributes: Attributes): void {
    const from = this.#place(attributes, (this.#columns.at(-1)?.end ?? 0) + 1, limits.columns) - 1
    const end = Math.min(limits.columns, from + 1 + whole(attribute(attributes, 'Span')))
    this.#columns.push({ from, end, style: attribute(attributes, 'StyleID') })
    if (attribute(attributes, 'Hidden') !== '1') return
    for (let column = from; column < end; column += 1) this.#hidden.push(column)
  }

  #openRow(attributes: Attributes): void {
    this.#at = this.#place(attributes, this.#at + 1, limits.rows)
    this.#row.start(this.#at, attribute(attributes, 'Hidden') === '1')
    // Rows of the same look without cells may be written once.
    this.#at += whole(attribute(attributes, 'Span'))
    this.#rowStyle = attribute(attributes, 'StyleID')
    this.#next = 0
  }

  #openCell(attributes: Attributes): void {
    this.#cells += 1
    if (this.#cells > limits.cells) refuseTooLarge(this.#file, 'cells', this.#cells)
    this.#cell = attributes
    this.#column = this.#place(attributes, this.#next + 1, limits.columns) - 1
    this.#value = ''
    this.#hasData = false
    const across = whole(attribute(attributes, 'MergeAcross'))
    const down = whole(attribute(attributes, 'MergeDown'))
    this.#next = Math.min(limits.columns, this.#column + across + 1)
    if (across + down > 0) this.#addMerge(across, down)
  }

  #addMerge(across: number, down: number): void {
    this.#mergeCount += 1
    if (this.#mergeCount > limits.merges) refuseTooLarge(this.#file, 'merges', this.#mergeCount)
    const top = this.#row.row
    const merge = {
      top,
      left: this.#column,
      bottom: Math.min(limits.rows, top + down),
      right: Math.min(limits.columns - 1, this.#column + across),
    }
    const row = this.#merges.get(top)
    if (row) row.push(merge)
    else this.#merges.set(top, [merge])
  }

  #closeCell(): void {
    const formula = attribute(this.#cell, 'Formula')
    if (formula !== undefined) {
      if (!this.#hasData) this.#formulasWithoutValue += 1
      if (/\[[^\]]+\.\w+\]|'(file|https?):/i.test(formula)) this.#hasLinks = true
    }
    if (!this.#hasData) return
    const format = this.#format()
    const value = this.#value
    switch (this.#type) {
      case 'Number':
        this.#putNumber(value.trim(), format)
        return
      case 'DateTime':
        this.#putDate(value.trim(), format)
        return
      case 'Boolean':
        this.#put(boolean, value.trim() === '1' ? 1 : 0, value.trim() === '1' ? 'TRUE' : 'FALSE', format)
        return
      case 'Error':
        this.#put(error, 0, value.trim(), format)
        return
      default:
        this.#put(text, 0, value.replace(/\r\n?/g, '\n'), format)
    }
  }

  #format(): NumberFormat {
    const column = this.#column
    const id =
      attribute(this.#cell, 'StyleID') ??
      this.#rowStyle ??
      this.#columns.find(({ from, end }) => column >= from && column < end)?.style
    return this.#styles.formatOf(id)
  }

  /** Careless programs call any text a number. */
  #putNumber(value: string, format: NumberFormat): void {
    const parsed = Number(value)
    if (value !== '' && Number.isFinite(parsed)) this.#put(number, parsed, value, format)
    else if (value !== '') this.#put(text, 0, value, format)
  }

  #putDate(iso: string, format: NumberFormat): void {
    const found = serialOfIso(iso, this.#row.date1904)
    const isDated = format.kind === 'date' || format.kind === 'datetime' || format.kind === 'time'
    if (!found) this.#put(text, 0, iso, format)
    else if (isDated || format.kind === 'elapsed') this.#put(number, found.serial, iso, format)
    else this.#put(number, found.serial, iso, found.hasTime ? isoMoment : isoDate)
  }

  #put(kind: CellKind, value: number, shown: string, format: NumberFormat): void {
    this.#row.set(this.#column, kind, value, shown, format)
  }
}

/** A count of nothing or more. */
function whole(written: string | undefined): number {
  const count = Math.floor(Number(written ?? 0))
  return count > 0 ? Math.min(count, 2 ** 31) : 0
}

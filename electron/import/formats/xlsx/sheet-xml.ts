// Reads the rows of one worksheet part, in the order of the file, by a conforming XML parser: whatever the scanner does
// not take. What counts of a formula is the value that the program which saved the file had computed.

import { limits, refuseTooLarge } from '../../limits.ts'
import type { NumberFormat } from '../../cells/number-format.ts'
import type { SheetReading } from './sheet-reading.ts'
import { SheetRow, columnOf, text } from '../../cells/sheet-row.ts'
import { isTrue } from './workbook.ts'
import type { Attributes, XmlReader } from '../xml.ts'
import { TextItem, unescapeText } from '../xml-text.ts'

/** The elements that say what a filter lets through (ECMA-376 part 1, 18.3.2.7). */
const criteria = new Set(['filters', 'customFilters', 'top10', 'dynamicFilter', 'colorFilter', 'iconFilter'])

/**
 * Rows come without gaps filled in: an empty row may be missing. One whose shared strings have not been read yet waits
 * until the end of the piece, and all behind it.
 * @throws RecapError file-damaged for rows out of order or beyond the sheet's edge, file-too-large
 */
export class SheetXml implements XmlReader {
  readonly #sheet: SheetReading
  /** The row being read, behind the `#ready` ones that wait. */
  readonly #rows: SheetRow[] = []
  #ready = 0
  #row: SheetRow
  /** Cells that wait for their shared string. */
  #waiting: { row: SheetRow; column: number; index: number; format: NumberFormat }[] = []
  /** How many shared strings they need. */
  #needed = 0
  readonly #inline = new TextItem()
  #elements = 0
  #inData = false
  #inCell = false
  #inFilter = false
  #column = -1
  #style = 0
  #type = 'n'
  #value = ''
  #formula = ''
  #hasValue = false
  #hasInline = false
  #hasFormula = false
  #inValue = false
  #inFormula = false

  constructor(sheet: SheetReading) {
    this.#sheet = sheet
    this.#row = this.#rowAt(0)
  }

  open(name: string, attributes: Attributes): void {
    if (this.#inCell) this.#openInCell(name)
    else if (this.#inData && name === 'c') this.#openCell(attributes)
    else if (this.#inData && name === 'row') this.#openRow(attributes)
    else {
      this.#count()
      this.#openAround(name, attributes)
    }
  }

  text(piece: string): void {
    if (this.#inValue) this.#value += piece
    else if (this.#inFormula) this.#formula += piece
    else if (this.#hasInline) this.#inline.text(piece)
  }

  close(name: string): void {
    if (this.#inCell) {
      if (name === 'c') this.#closeCell()
      else if (name === 'v') {
        this.#inValue = false
        this.#hasValue = true
      } else if (name === 'f') this.#inFormula = false
      else this.#inline.close(name)
    } else if (this.#inData && name === 'row') {
      this.#closeRow()
    } else if (name === 'sheetData') this.#inData = false
    else if (name === 'autoFilter') this.#inFilter = false
  }

  /** Gives out the rows that waited. */
  async settle(): Promise<void> {
    if (this.#waiting.length === 0) return
    const { strings } = this.#sheet.workbook
    await strings.until(this.#needed)
    for (const { row, column, index, format } of this.#waiting)
      if (row.number(column) === -1 - index) strings.put(row, column, index, format)
    this.#waiting = []
    const whole = this.#ready
    for (let index = 0; index < whole; index += 1) this.#sheet.take(this.#rowAt(index))
    // The row that goes on in the next piece becomes the first one.
    this.#rows[whole] = this.#rowAt(0)
    this.#rows[0] = this.#row
    this.#ready = 0
  }

  /** Gives the row out, unless it or one before it waits. */
  #closeRow(): void {
    if (this.#waiting.length === 0 && this.#ready === 0) this.#sheet.take(this.#row)
    else {
      this.#ready += 1
      this.#row = this.#rowAt(this.#ready)
    }
  }

  #rowAt(index: number): SheetRow {
    return (this.#rows[index] ??= new SheetRow(this.#sheet.workbook.date1904))
  }

  #openAround(name: string, attributes: Attributes): void {
    if (name === 'sheetData') this.#inData = true
    else if (name === 'col' && isTrue(attributes['hidden'])) this.#hideColumns(attributes)
    else if (name === 'sheetPr' && isTrue(attributes['filterMode'])) this.#sheet.hasCriteria = true
    // A table has the buttons of a filter too, and says in a part of its own what they are set to.
    else if (name === 'tablePart') this.#sheet.hasFilter = true
    else if (name === 'autoFilter') {
      this.#inFilter = true
      this.#sheet.hasFilter = true
    } else if (this.#inFilter && criteria.has(name)) this.#sheet.hasCriteria = true
  }

  #hideColumns(attributes: Attributes): void {
    const last = Math.min(Number(attributes['max']), limits.columns)
    for (let column = Math.max(Number(attributes['min']), 1); column <= last; column += 1)
      this.#sheet.hiddenColumns.add(column - 1)
  }

  #openRow(attributes: Attributes): void {
    const sheet = this.#sheet
    const stated = attributes['r']
    const row = stated === undefined ? sheet.row + 1 : Number(stated)
    if (!(Number.isInteger(row) && row > sheet.row && row <= limits.rows))
      throw sheet.damaged(`row ${row} after row ${sheet.row}`)
    const isHidden = isTrue(attributes['hidden'])
    sheet.row = row
    if (isHidden) sheet.hiddenRows += 1
    this.#row.start(row, isHidden)
    this.#column = -1
  }

  #openCell(attributes: Attributes): void {
    this.#sheet.countCells(1)
    const reference = attributes['r']
    this.#column = reference === undefined ? this.#column + 1 : columnOf(reference)
    if (this.#column < 0 || this.#column >= limits.columns)
      throw this.#sheet.damaged(`cell ${reference ?? ''} out of the sheet`)
    this.#style = Number(attributes['s'] ?? 0)
    this.#type = attributes['t'] ?? 'n'
    this.#value = ''
    this.#formula = ''
    this.#hasValue = false
    this.#hasInline = false
    this.#hasFormula = false
    this.#inCell = true
  }

  #openInCell(name: string): void {
    if (name === 'v') this.#inValue = true
    else {
      this.#count()
      if (name === 'f') {
        this.#inFormula = true
        this.#hasFormula = true
      } else if (name === 'is') this.#hasInline = true
      else if (this.#hasInline) this.#inline.open(name)
    }
  }

  #count(): void {
    this.#elements += 1
    if (this.#elements > limits.elements + this.#sheet.cells * 2)
      refuseTooLarge(this.#sheet.file, 'elements', this.#elements)
  }

  #closeCell(): void {
    this.#inCell = false
    const inline = this.#hasInline ? this.#inline.take() : undefined
    this.#hasInline = false
    if (this.#hasFormula) {
      const isEmpty = this.#value === '' && this.#type !== 'str'
      if (!this.#hasValue || isEmpty) this.#sheet.formulasWithoutValue += 1
      this.#sheet.takeFormula(this.#formula)
    }
    const format = this.#sheet.format(this.#style)
    if (this.#type === 'inlineStr' && inline !== undefined)
      this.#sheet.putText(this.#row, this.#column, inline, format)
    else if (this.#hasValue) this.#putValue(format)
  }

  #putValue(format: NumberFormat): void {
    const sheet = this.#sheet
    const row = this.#row
    const column = this.#column
    const value = this.#value
    switch (this.#type) {
      case 's':
        if (value.trim() !== '') this.#await(Number(value), format)
        return
      case 'str':
      case 'inlineStr':
        // A formula may have given an empty text, which is a value too.
        sheet.putText(row, column, unescapeText(value), format)
        return
      case 'b':
        sheet.putBoolean(row, column, value, format)
        return
      case 'e':
        sheet.putError(row, column, value, format)
        return
      case 'd':
        sheet.putIsoDate(row, column, value, format)
        return
      default:
        sheet.putNumber(row, column, value, format)
    }
  }

  /** A cell whose shared string may not have been read yet. */
  #await(index: number, format: NumberFormat): void {
    if (!(Number.isInteger(index) && index >= 0)) throw this.#sheet.damaged(`no shared string ${index}`)
    const { strings } = this.#sheet.workbook
    if (index < strings.count) {
      strings.put(this.#row, this.#column, index, format)
      return
    }
    this.#waiting.push({ row: this.#row, column: this.#column, index, format })
    this.#needed = Math.max(this.#needed, index + 1)
    // Holds the cell's place; another cell in the same place takes it.
    this.#row.set(this.#column, text, -1 - index, '', format)
  }
}

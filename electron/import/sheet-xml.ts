// Reads the rows of one worksheet part as a stream, in the order of the file, by a conforming XML parser.
// Formulas are not looked at: what counts is the value the program that saved the file had computed.

import { RecapError } from '../../shared/errors.ts'
import { limits, refuseTooLarge } from './limits.ts'
import { type NumberFormat, general, parseFormat } from './number-format.ts'
import { type CellKind, SheetRow, boolean, columnOf, error, number, text } from './sheet-row.ts'
import type { TakeRow } from './sheet-source.ts'
import { type Workbook, TextItem, isTrue, unescapeText } from './workbook.ts'
import { type Attributes, type XmlReader, readXml } from './xml.ts'

const isoDate = parseFormat('yyyy-mm-dd')
const isoMoment = parseFormat('yyyy-mm-dd hh:mm:ss')

/**
 * Yields after each piece of the part. Rows come without gaps filled in: an empty row may be missing.
 * @throws RecapError file-damaged for rows out of order or beyond the sheet's edge, file-too-large
 */
export function readSheetXml(
  pieces: AsyncIterable<string>,
  workbook: Workbook,
  file: string,
  take: TakeRow,
): AsyncGenerator<void> {
  return readXml(pieces, new SheetXml(workbook, file, take), file)
}

class SheetXml implements XmlReader {
  readonly #workbook: Workbook
  readonly #file: string
  readonly #take: TakeRow
  readonly #row: SheetRow
  readonly #inline = new TextItem()
  #cells = 0
  #elements = 0
  #column = -1
  #style = 0
  #type = 'n'
  #value = ''
  #hasValue = false
  #inValue = false

  constructor(workbook: Workbook, file: string, take: TakeRow) {
    this.#workbook = workbook
    this.#file = file
    this.#take = take
    this.#row = new SheetRow(workbook.date1904)
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'c') this.#openCell(attributes)
    else if (name === 'v') this.#inValue = true
    else if (name === 'row') this.#openRow(attributes)
    else {
      this.#inline.open(name)
      this.#elements += 1
      if (this.#elements > limits.elements + this.#cells * 2)
        refuseTooLarge(this.#file, 'elements', this.#elements)
    }
  }

  text(piece: string): void {
    if (this.#inValue) this.#value += piece
    else this.#inline.text(piece)
  }

  close(name: string): void {
    if (name === 'v') {
      this.#inValue = false
      this.#hasValue = true
    } else if (name === 'c') this.#closeCell()
    else if (name === 'row') this.#take(this.#row)
    else this.#inline.close(name)
  }

  #openRow(attributes: Attributes): void {
    const stated = attributes['r']
    const row = stated === undefined ? this.#row.row + 1 : Number(stated)
    if (!(Number.isInteger(row) && row > this.#row.row && row <= limits.rows)) {
      throw new RecapError('file-damaged', `row ${row} after row ${this.#row.row}`, { file: this.#file })
    }
    this.#row.start(row, isTrue(attributes['hidden']))
    this.#column = -1
  }

  #openCell(attributes: Attributes): void {
    this.#cells += 1
    if (this.#cells > limits.cells) refuseTooLarge(this.#file, 'cells', this.#cells)
    const reference = attributes['r']
    this.#column = reference === undefined ? this.#column + 1 : columnOf(reference)
    if (this.#column < 0 || this.#column >= limits.columns) {
      throw new RecapError('file-damaged', `cell ${reference ?? ''} out of the sheet`, { file: this.#file })
    }
    this.#style = Number(attributes['s'] ?? 0)
    this.#type = attributes['t'] ?? 'n'
    this.#value = ''
    this.#hasValue = false
  }

  #closeCell(): void {
    const format = this.#workbook.formats[this.#style] ?? general
    const value = this.#value
    switch (this.#type) {
      case 's':
        if (this.#hasValue) this.#put(text, 0, this.#sharedString(value), format)
        return
      case 'str':
        // A formula may have given an empty text, which is a value too.
        if (this.#hasValue) this.#put(text, 0, unescapeText(value), format)
        return
      case 'inlineStr':
        this.#put(text, 0, this.#inline.take(), format)
        return
      case 'b':
        if (this.#hasValue) this.#put(boolean, isTrue(value.trim()) ? 1 : 0, value, format)
        return
      case 'e':
        if (this.#hasValue) this.#put(error, 0, value.trim(), format)
        return
      case 'd':
        if (this.#hasValue) this.#putIsoDate(value.trim(), format)
        return
      default:
        if (value !== '') this.#putNumber(value.trim(), format)
    }
  }

  /** Careless programs write NaN or INF where a number belongs; such a cell is an error, not the end of the file. */
  #putNumber(value: string, format: NumberFormat): void {
    const parsed = Number(value)
    if (Number.isFinite(parsed)) {
      if (value !== '') this.#put(number, parsed, value, format)
    } else this.#put(error, 0, value, format)
  }

  /** ECMA-376 part 1, 18.18.11: a strict workbook may write 2026-03-01T09:30:00 instead of a serial. */
  #putIsoDate(value: string, format: NumberFormat): void {
    const ms = Date.parse(/[T ]/.test(value) ? `${value.replace(/Z$/, '')}Z` : value)
    if (Number.isNaN(ms)) this.#put(text, 0, value, format)
    else {
      const serial = ms / 86_400_000 + 25_569 - (this.#row.date1904 ? 1462 : 0)
      const dated = format.kind === 'date' || format.kind === 'datetime' || format.kind === 'time'
      this.#put(number, serial, value, dated ? format : /[T ]/.test(value) ? isoMoment : isoDate)
    }
  }

  #sharedString(index: string): string {
    const shared = this.#workbook.strings[Number(index)]
    if (shared === undefined) {
      throw new RecapError('file-damaged', `no shared string ${index}`, { file: this.#file })
    }
    return shared
  }

  #put(kind: CellKind, value: number, shown: string, format: NumberFormat): void {
    if (shown.length > limits.text) refuseTooLarge(this.#file, 'text', shown.length)
    this.#row.set(this.#column, kind, value, shown, format)
  }
}

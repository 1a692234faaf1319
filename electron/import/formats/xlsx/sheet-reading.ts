// What both ways of reading a worksheet part share: where in the sheet they stand, what they noticed besides cells, and
// how a value that is not plain becomes a cell.

import { RecapError } from '../../../../shared/errors.ts'
import { serialOfIso } from '../../cells/iso-serial.ts'
import { limits, refuseTooLarge } from '../../limits.ts'
import { type NumberFormat, general, parseFormat } from '../../cells/number-format.ts'
import { type SheetRow, boolean, error, number, text } from '../../cells/sheet-row.ts'
import type { SheetNotes, TakeRow } from '../sheet-source.ts'
import { type Workbook, isTrue } from './workbook.ts'

const isoDate = parseFormat('yyyy-mm-dd')
const isoMoment = parseFormat('yyyy-mm-dd hh:mm:ss')
const isoTime = parseFormat('hh:mm:ss')
/** Number as XML Schema writes a double (part 2, 3.2.5), apart from INF and NaN. */
const decimal = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/
/** A reference to another file: [1]Sheet1!A1, '[2]Sheet 1'!A1. [0] is the file itself, Table[2023] a column. */
const link = /(?:^|[^\w.\]\u0080-\uffff])\[[1-9]\d*\](?![\],:])/

export class SheetReading {
  readonly workbook: Workbook
  readonly file: string
  readonly take: TakeRow
  /** The last row begun; 0 before the first. */
  row = 0
  cells = 0
  hiddenRows = 0
  formulasWithoutValue = 0
  hasLinks = false
  readonly hiddenColumns = new Set<number>()
  /** A filter has been set, by its criteria or by the sheet's own word. */
  hasCriteria = false
  /** The buttons of a filter are there. */
  hasFilter = false

  constructor(workbook: Workbook, file: string, take: TakeRow) {
    this.workbook = workbook
    this.file = file
    this.take = take
  }

  notes(): SheetNotes {
    return {
      hiddenColumns: [...this.hiddenColumns].toSorted((a, b) => a - b),
      isFiltered: this.hasCriteria || (this.hasFilter && this.hiddenRows > 0),
      formulasWithoutValue: this.formulasWithoutValue,
      hasLinks: this.hasLinks,
      undecodable: [],
    }
  }

  /** @throws RecapError file-too-large */
  countCells(more: number): void {
    this.cells += more
    if (this.cells > limits.cells) refuseTooLarge(this.file, 'cells', this.cells)
  }

  damaged(detail: string): RecapError {
    return new RecapError('file-damaged', detail, { file: this.file })
  }

  format(style: number): NumberFormat {
    return this.workbook.formats[style] ?? general
  }

  /** Looks at a formula for what it refers to; its value is what the file says. */
  takeFormula(formula: string): void {
    this.hasLinks ||= link.test(formula)
  }

  putText(row: SheetRow, column: number, shown: string, format: NumberFormat): void {
    this.#measure(shown)
    row.set(column, text, 0, shown, format)
  }

  /** Careless programs write NaN or INF where a number belongs; such a cell is an error, not the end of the file. */
  putNumber(row: SheetRow, column: number, written: string, format: NumberFormat): void {
    const digits = written.trim()
    if (digits === '') return
    this.#measure(digits)
    const value = decimal.test(digits) ? Number(digits) : Number.NaN
    if (Number.isFinite(value)) row.set(column, number, value, digits, format)
    else this.putError(row, column, digits, format)
  }

  putBoolean(row: SheetRow, column: number, written: string, format: NumberFormat): void {
    const shown = written.trim()
    if (shown !== '') row.set(column, boolean, isTrue(shown.toLowerCase()) ? 1 : 0, shown, format)
  }

  putError(row: SheetRow, column: number, shown: string, format: NumberFormat): void {
    this.#measure(shown)
    row.set(column, error, 0, shown.trim(), format)
  }

  #measure(shown: string): void {
    if (shown.length > limits.text) refuseTooLarge(this.file, 'text', shown.length)
  }

  /** ECMA-376 part 1, 18.18.11: a strict workbook may write 2026-03-01T09:30:00 instead of a serial. */
  putIsoDate(row: SheetRow, column: number, written: string, format: NumberFormat): void {
    const shown = written.trim()
    if (shown === '') return
    const isTime = /^T?\d\d:/.test(shown)
    const moment = serialOfIso(
      isTime ? `1899-12-31T${shown.replace('T', '')}` : shown,
      row.date1904 && !isTime,
    )
    if (!moment) this.putText(row, column, shown, format)
    else {
      const isDated = format.kind === 'date' || format.kind === 'datetime' || format.kind === 'time'
      const own = isTime ? isoTime : shown.length > 10 ? isoMoment : isoDate
      row.set(column, number, moment.serial, shown, isDated ? format : own)
    }
  }
}

// Columns that are one thing measured again and again, as records of their own: a row of twelve months gives twelve.
// Every row of data gives a record for every such column, blank cells included.

import { recordRow } from '../../../shared/model/cell-address.ts'
import type { Layout } from '../../../shared/model/table.ts'
import type { HeadColumn } from './column-names.ts'
import { general } from '../cells/number-format.ts'
import { periodKind } from './period-names.ts'
import { putCell } from '../cells/row-parts.ts'
import { SheetRow, columnOf, number, text } from '../cells/sheet-row.ts'
import type { Head } from './table-head.ts'
import { totalWord } from './total-words.ts'

type UnpivotLayout = Extract<Layout, { kind: 'unpivot' }>

export class Unpivot {
  readonly letters: readonly string[]
  /** Columns whose cells become records, counted from 0. */
  readonly columns: readonly number[]
  /** Where the header and the cell stand in a record: behind all columns of the sheet. */
  readonly label: number
  readonly value: number
  readonly #layout: UnpivotLayout
  readonly #head: Head
  readonly #names: ReadonlyMap<number, HeadColumn>
  #record = new SheetRow()

  /** `last`: the last column of the table in its sheet. */
  constructor(layout: UnpivotLayout, head: Head, last: number) {
    this.#layout = layout
    this.#head = head
    this.letters = layout.letters
    this.columns = layout.letters.map(columnOf)
    this.label = Math.max(last, ...this.columns) + 1
    this.value = this.label + 1
    this.#names = new Map(head.columns.map((column) => [column.column, column]))
  }

  /** The records of a row; each is filled anew for the next. */
  *records(row: SheetRow): Generator<SheetRow> {
    if (row.date1904 !== this.#record.date1904) this.#record = new SheetRow(row.date1904)
    const record = this.#record
    const listed = new Set(this.columns)
    for (const column of this.columns) {
      record.start(recordRow(row.row, column), row.hidden)
      record.fields = row.fields
      for (let fixed = 0; fixed < row.width; fixed += 1)
        if (!listed.has(fixed)) putCell(record, fixed, row, fixed)
      this.#putLabel(record, column)
      putCell(record, this.value, row, column)
      yield record
    }
  }

  /** A number that heads a column stays what it is, a day or a year; words lose their unit. */
  #putLabel(record: SheetRow, column: number): void {
    const header = this.#head.headerRows.findLast((row) => !row.isBlank(column))
    if (header?.kind(column) === number) putCell(record, this.label, header, column)
    else {
      const words = this.#names.get(column)?.words.at(-1) ?? this.letters[this.columns.indexOf(column)] ?? ''
      record.set(this.label, text, 0, words, general)
    }
  }

  /** What heads a column of the records; undefined for one of the sheet's own. */
  headOf(column: number): HeadColumn | undefined {
    const { label, value } = this.#layout
    if (column === this.label) return { column, name: label, words: [] }
    if (column !== this.value) return undefined
    const heads = this.columns.map((one) => this.#names.get(one))
    const [first] = heads
    const isOne = heads.every((head) => head?.unit === first?.unit && head?.scale === first?.scale)
    const unit = isOne && first?.unit !== undefined ? { unit: first.unit } : {}
    const scale = isOne && first?.scale !== undefined ? { scale: first.scale } : {}
    return { column, name: value, words: [], ...unit, ...scale }
  }

  /** Label and value both stand where the first of the columns does. */
  letterOf(column: number): string | undefined {
    return column === this.label || column === this.value ? this.letters[0] : undefined
  }

  /** Sums of the columns would count once for each of them: a total, a quarter among months. */
  leavesOut(column: number, isSet: boolean): boolean {
    if (column >= this.label) return false
    const name = this.#names.get(column)?.words.at(-1) ?? ''
    return this.columns.includes(column) || (!isSet && (totalWord(name) !== undefined || isWhole(name)))
  }
}

const isWhole = (name: string): boolean =>
  periodKind(name) !== undefined || /^(全年|全期|年度|本年累计|ytd|full year|year total)$/i.test(name)

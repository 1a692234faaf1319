// The columns of one table while its rows of data go by: what is seen in each, and in the same pass the rows written
// down for whoever keeps them. What the columns are is decided by the first rows, and again at the end.

import { RowWriter } from '../../../shared/model/row-batch.ts'
import type { FoundColumn } from '../../../shared/model/table.ts'
import { letterOf } from '../../../shared/model/cell-address.ts'
import { ColumnLane } from './column-lane.ts'
import { ColumnProfile } from './column-profile.ts'
import type { ColumnDecision } from './column-type.ts'
import type { ColumnsOptions, DecidedColumn, Decisions } from '../tables/finding.ts'
import { Look, lookAt } from '../cells/look.ts'
import { type SheetRow, blank } from '../cells/sheet-row.ts'

/** Rows that are kept until they tell what their columns are, and cells of very wide ones. */
const firstRows = 2000
const firstCells = 200_000
/** Bytes of rows that are handed on together. */
const batchBytes = 1 << 20

export class TableColumns {
  /** By the sheet's column; undefined where nothing was seen. */
  readonly profiles: (ColumnProfile | undefined)[] = []
  readonly #options: ColumnsOptions
  readonly #left: number
  /** One past the last column. */
  readonly #end: number
  readonly #look = new Look()
  readonly #writer = new RowWriter()
  /** The first rows, until something is decided. */
  #kept: SheetRow[] = []
  #keptCells = 0
  #decisions: Decisions | undefined
  /** How each column is written, once that is decided; in the order of the table. */
  #lanes: ColumnLane[] = []
  /** Columns between them that are none of the table. */
  #gaps: number[] = []
  /** One past the last lane's column. */
  #reach = 0

  constructor(options: ColumnsOptions) {
    this.#options = options
    this.#left = options.left ?? 0
    this.#end = (options.right ?? Number.POSITIVE_INFINITY) + 1
    if (options.output?.known) this.#settle(options.output.known)
  }

  /** Takes a row of data, merged cells filled in. */
  take(row: SheetRow): void {
    if (this.#decisions) {
      this.#write(row)
      return
    }
    for (let column = this.#left; column < row.width && column < this.#end; column += 1)
      this.#see(row, column)
    this.#kept.push(row.copy())
    this.#keptCells += row.width
    if (this.#kept.length >= firstRows || this.#keptCells >= firstCells) this.#settle(this.#decide())
  }

  /** The columns of the table. Rows still held back go to the output. */
  finish(): DecidedColumn[] {
    const decisions = this.#decide()
    if (!this.#decisions) this.#settle(decisions)
    this.#send()
    this.#options.output?.finish(decisions, isSame(decisions, this.#decisions ?? decisions))
    return [...decisions].map(([column, decision]) => {
      return { column, decision, profile: this.#profileOf(column) }
    })
  }

  #profileOf(column: number): ColumnProfile {
    return (this.profiles[column] ??= new ColumnProfile())
  }

  /** Sees what is in a cell and writes nothing. */
  #see(row: SheetRow, column: number): void {
    if (row.kind(column) === blank) return
    lookAt(row, column, this.#look)
    if (this.#look.kind !== 'blank') this.#profileOf(column).add(this.#look, row, column)
  }

  #decide(): Decisions {
    const decisions = new Map<number, ColumnDecision>()
    const end = Math.min(Math.max(this.profiles.length, this.#options.width), this.#end)
    for (let column = this.#left; column < end; column += 1) {
      const decision = this.#options.decide(column, this.profiles[column] ?? new ColumnProfile())
      if (decision) decisions.set(column, decision)
    }
    return decisions
  }

  #settle(decisions: Decisions): void {
    this.#decisions = decisions
    this.#lanes = [...decisions].map(([column, decision], position) => {
      const found: FoundColumn = { name: '', letter: letterOf(column), ...decision }
      return new ColumnLane(column, position, found, this.#profileOf(column))
    })
    this.#reach = (this.#lanes.at(-1)?.column ?? this.#left - 1) + 1
    for (let column = this.#left; column < this.#reach; column += 1)
      if (!decisions.has(column)) this.#gaps.push(column)
    for (const row of this.#kept) {
      this.#writer.start(row.row)
      for (const lane of this.#lanes) lane.write(row, this.#writer)
      this.#endRow()
    }
    this.#kept = []
  }

  #write(row: SheetRow): void {
    const writer = this.#writer
    const lanes = this.#lanes
    writer.start(row.row)
    for (let position = 0; position < lanes.length; position += 1) lanes[position]?.take(row, writer)
    for (let index = 0; index < this.#gaps.length; index += 1) this.#see(row, this.#gaps[index] ?? 0)
    for (let column = this.#reach; column < row.width && column < this.#end; column += 1)
      this.#see(row, column)
    this.#endRow()
  }

  #endRow(): void {
    this.#writer.end()
    if (this.#writer.length >= batchBytes) this.#send()
  }

  /** Nobody may want the rows. */
  #send(): void {
    if (this.#writer.rows === 0) return
    const batch = this.#writer.take()
    this.#options.output?.take(batch)
  }
}

type Writing = Pick<FoundColumn, 'type' | 'unit' | 'scale' | 'step' | 'dayForm'>

/** Whether rows written by one are as they would be written by the other. */
function isSame(one: Decisions, other: Decisions): boolean {
  if (one.size !== other.size) return false
  for (const [column, decision] of one) {
    const written = other.get(column)
    if (!written || !isWrittenSame(decision, written)) return false
  }
  return true
}

const isWrittenSame = (one: Writing, other: Writing): boolean =>
  one.type === other.type &&
  one.unit === other.unit &&
  one.scale === other.scale &&
  one.step === other.step &&
  one.dayForm === other.dayForm

// What looking for tables and writing down their rows say to each other, as types: a table begins and gets an output,
// its rows are written while they pass, and at the end it is told whether they were written as what they are.

import type { RowBatch } from '../../../shared/model/row-batch.ts'
import type { Problem, TableRecipe } from '../../../shared/model/source.ts'
import type { FoundTable } from '../../../shared/model/table.ts'
import type { ColumnProfile } from '../columns/column-profile.ts'
import type { ColumnDecision } from '../columns/column-type.ts'

/** What columns are, by the sheet's column counted from 0, in the order of the table's columns. */
export type Decisions = ReadonlyMap<number, ColumnDecision>

/** Where the rows of one table go. */
export interface TableOutput {
  /** The number of the table's stream. */
  readonly stream: number
  /** What the columns are, when an earlier reading of the same sheet told. */
  readonly known?: Decisions | undefined
  /** Takes rows at once; whoever reads the file waits before it reads on. */
  take(batch: RowBatch): void
  /** Once, after the last row. `asWritten`: all rows were written as these decisions say. */
  finish(decisions: Decisions, asWritten: boolean): void
}

/** What a finder needs to know of the sheet besides its rows. */
export interface FindContext {
  /** Tables that the user set on this sheet: these and no others. Absent when everything is guessed. */
  recipe?: readonly TableRecipe[] | undefined
  /**
   * Asked once for each table when it begins, in the order in which they begin, so that a second reading finds the
   * same tables at the same outputs. Absent, or nothing given back: the rows of the table are not wanted.
   */
  output?: (() => TableOutput | undefined) | undefined
}

export interface SheetFindings {
  tables: FoundTable[]
  /** The stream of each table; -1 without an output. */
  streams: number[]
  problems: Problem[]
  /**
   * The name of the first table of the recipe that the sheet does not fit: what was found counts for nothing, and the
   * sheet is to be read once more without the recipe, with a problem `recipe-unfit` {table} instead.
   */
  unfit?: string | undefined
}

/** How a table's columns are read. */
export interface ColumnsOptions {
  /** The first and the last column of the table, both included; of tables side by side each has its own. */
  left?: number | undefined
  right?: number | undefined
  /** One past the last column that has a name. */
  width: number
  /**
   * What a column is, by what was seen in it so far; undefined when it is no column of the table: without a name and
   * empty, or left out by the user. Asked after the first rows and again at the end.
   */
  decide(column: number, profile: ColumnProfile): ColumnDecision | undefined
  output?: TableOutput | undefined
}

/** A column of a table at its end. */
export interface DecidedColumn {
  /** Of the sheet, counted from 0. */
  column: number
  decision: ColumnDecision
  profile: ColumnProfile
}

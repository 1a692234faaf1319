// A table: typed columns with stable ids over the rows of one block of a sheet, and where it was found.

import { z } from 'zod'
import { ColumnId, SourceId, TableId } from './ids.ts'

export const ColumnType = z.enum([
  'integer',
  'number',
  'money',
  'percent',
  'date',
  'datetime',
  'duration',
  'text',
  'boolean',
])
export type ColumnType = z.infer<typeof ColumnType>

/**
 * What a stored cell holds. Numbers stand as in the sheet, in the column's own scale (5.8 under 万人 is 5.8);
 * a percent is its ratio (45 % is 0.45); a date is `2026-03-01`, a datetime `2026-03-01T09:30:00`;
 * a duration counts the column's unit.
 */
export const CellValue = z.union([z.number(), z.string(), z.boolean(), z.null()])
export type CellValue = z.infer<typeof CellValue>

/** `unit` is the bare unit (元, 人, 分钟); `scale` is what one step of the number is worth (万 → 10000), absent for 1. */
const columnShape = {
  name: z.string(),
  type: ColumnType,
  unit: z.string().optional(),
  scale: z.number().positive().optional(),
  /** Column letter in the sheet: `C`. */
  letter: z.string(),
}

/** A row that is in the sheet's range but not in the table. `row` counts from 1, as Excel does. */
export const SkippedRow = z.object({
  row: z.number().int().positive(),
  why: z.enum(['title', 'note', 'unit', 'blank', 'repeated-header', 'subtotal', 'total', 'footnote']),
})
export type SkippedRow = z.infer<typeof SkippedRow>

const placeShape = {
  sheet: z.string(),
  /** `A4:L1263`: header rows and data, without title and totals outside. */
  range: z.string(),
  headerRows: z.array(z.number().int().positive()),
  name: z.string(),
  skipped: z.array(SkippedRow),
  rowCount: z.number().int().nonnegative(),
}

/** A table as found in a file, before it is stored. It is also the recipe by which the same file is read again. */
export const FoundTable = z.object({ ...placeShape, columns: z.array(z.object(columnShape)) })
export type FoundTable = z.infer<typeof FoundTable>
export type FoundColumn = FoundTable['columns'][number]

export const Column = z.object({ id: ColumnId, ...columnShape })
export type Column = z.infer<typeof Column>

/** A table in a project. Its id and its columns' ids outlive a newer file of the same kind. */
export const Table = z.object({
  id: TableId,
  source: SourceId,
  ...placeShape,
  columns: z.array(Column),
})
export type Table = z.infer<typeof Table>

/** One row: `row` is its number in the sheet; `raw` keeps what a cell showed where the value alone does not tell it. */
export const TableRow = z.object({
  row: z.number().int().positive(),
  values: z.array(CellValue),
  /** Column index → text as the sheet showed it: `5万`, `45%`, a cell that did not fit its column's type. */
  raw: z.record(z.string(), z.string()).optional(),
})
export type TableRow = z.infer<typeof TableRow>

/** What a table holds at a glance, for proposing figures. */
export interface TableProfile {
  table: Table
  /** The first rows, 200 at most: all of a goal table. */
  head: readonly TableRow[]
  /** Text columns with at most 24 different values: those values, most frequent first. */
  distinct: ReadonlyMap<ColumnId, readonly string[]>
  /** First and last day of each date column. */
  days: ReadonlyMap<ColumnId, { from: string; to: string }>
}

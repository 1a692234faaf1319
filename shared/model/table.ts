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

/** How long a period the cells of a date column name: 2026年第28周, 2026Q3, 2026年上半年. Its value is the first day. */
export const DateStep = z.enum(['day', 'week', 'month', 'quarter', 'half', 'year'])
export type DateStep = z.infer<typeof DateStep>

/**
 * How a column writes days that no cell tells by itself: 3/4/2026 with the day or the month first, 20260304 (202603) in
 * digits, or the serial number that a day is inside a spreadsheet.
 */
export const DayForm = z.enum(['day-first', 'month-first', 'digits', 'serial'])
export type DayForm = z.infer<typeof DayForm>

/** `unit` is the bare unit (元, 人, 分钟); `scale` is what one step of the number is worth (万 → 10000), absent for 1. */
const columnShape = {
  name: z.string(),
  type: ColumnType,
  unit: z.string().optional(),
  scale: z.number().positive().optional(),
  /** Of a date column whose cells are no single days. */
  step: DateStep.optional(),
  /** Column letter in the sheet: `C`. Of an upright table (see `Layout`) the row number. */
  letter: z.string(),
}

/**
 * How the table stands in the sheet. `rows`: a record a row. `columns`: a record a column, read upright. `unpivot`: the
 * columns `letters` are values of one thing (months across); each gives a record of its own, with its header in a
 * column `label` and its cell in a column `value`.
 */
export const Layout = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rows') }),
  z.object({ kind: z.literal('columns') }),
  z.object({
    kind: z.literal('unpivot'),
    letters: z.array(z.string()).min(2),
    label: z.string(),
    value: z.string(),
  }),
])
export type Layout = z.infer<typeof Layout>

/** Why a column got its type and its unit, for the user who doubts it. */
export const ColumnReason = z.object({
  /** What decided the type: the cells' content, their number format, the column's name, or the user. */
  type: z.enum(['cells', 'format', 'name', 'user', 'empty']),
  /** Where the unit came from. */
  unit: z.enum(['header', 'unit-row', 'cells', 'format', 'table', 'user']).optional(),
  /** Cells with something in them; and those that do not fit the type and keep their text. */
  filled: z.number().int().nonnegative(),
  misfits: z.number().int().nonnegative(),
})
export type ColumnReason = z.infer<typeof ColumnReason>

/** Why these rows are the header. */
export const HeadReason = z.enum(['words-over-values', 'merged', 'first-row', 'none', 'user'])
export type HeadReason = z.infer<typeof HeadReason>

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
  /** Records, which are the sheet's rows unless `layout` says otherwise. */
  rowCount: z.number().int().nonnegative(),
  /** Absent for `rows`. */
  layout: Layout.optional(),
}

/** A table as found in a file, before it is stored: with what it was judged by, and how else it could be read. */
export const FoundTable = z.object({
  ...placeShape,
  columns: z.array(
    z.object({ ...columnShape, dayForm: DayForm.optional(), reason: ColumnReason.optional() }),
  ),
  headReason: HeadReason.optional(),
  /** Layouts that suit the table better, offered and not applied. */
  offers: z.array(Layout).optional(),
})
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

/** One row: `row` is its number in the sheet, or what `recordRow` of cell-address.ts made of it; `raw` keeps what a cell showed where the value alone does not tell it. */
export const TableRow = z.object({
  row: z.number().int().positive(),
  values: z.array(CellValue),
  /** Column index → text as the sheet showed it: `5万`, `45%`, a cell that did not fit its column's type. */
  raw: z.record(z.string(), z.string()).optional(),
})
export type TableRow = z.infer<typeof TableRow>

export const RowOrder = z.object({ column: ColumnId, descending: z.boolean() })
export type RowOrder = z.infer<typeof RowOrder>

/** Which rows to show; several filters must all hold. */
export const RowFilter = z.discriminatedUnion('kind', [
  /** The cell's text, raw or not, has this in it; upper and lower case are the same. */
  z.object({ kind: z.literal('contains'), column: ColumnId, text: z.string() }),
  z.object({ kind: z.literal('is'), column: ColumnId, values: z.array(CellValue).max(1000) }),
  /** Both ends included, either may be open. Days and moments as ISO text. */
  z.object({
    kind: z.literal('between'),
    column: ColumnId,
    from: z.union([z.number(), z.string()]).optional(),
    to: z.union([z.number(), z.string()]).optional(),
  }),
  /** No value; or with `filled` some value. */
  z.object({ kind: z.literal('blank'), column: ColumnId, filled: z.boolean() }),
  /** The cell had something in it that did not fit the column's type. */
  z.object({ kind: z.literal('misfit'), column: ColumnId }),
])
export type RowFilter = z.infer<typeof RowFilter>

/** One column at a glance. Ends and bars of a column of numbers or days; the most frequent values of any other. */
export const ColumnProfile = z.object({
  rows: z.number().int(),
  /** Cells without anything in them. */
  missing: z.number().int(),
  /** Cells whose text did not fit the type. */
  misfits: z.number().int(),
  distinct: z.number().int(),
  min: CellValue,
  max: CellValue,
  mean: z.number().nullable(),
  /** At most 20 bars of equal width, ends included below; days as ISO text. Empty when there is nothing to divide. */
  bars: z.array(
    z.object({
      from: z.union([z.number(), z.string()]),
      to: z.union([z.number(), z.string()]),
      count: z.number().int(),
    }),
  ),
  /** At most 20, most frequent first. */
  values: z.array(z.object({ value: CellValue, count: z.number().int() })),
})
export type ColumnProfile = z.infer<typeof ColumnProfile>

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

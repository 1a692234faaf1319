// A source: one file that the user gave, and what reading it found.

import { z } from 'zod'
import { SourceId } from './ids.ts'
import { ColumnType, DayForm, FoundTable, Layout, SkippedRow } from './table.ts'

/** By content, never by extension. `csv` is separated text of any kind; `xml` is the XML of Excel 2003. */
export const SourceFormat = z.enum(['xlsx', 'xlsb', 'xls', 'xml', 'html', 'ods', 'csv', 'parquet'])
export type SourceFormat = z.infer<typeof SourceFormat>

/** A table as the user wants it read. What is absent is guessed. */
export const TableRecipe = z.object({
  sheet: z.string(),
  /** Header rows and data: `A4:L1263`, or open below `A4:L`. */
  range: z.string(),
  /**
   * Empty for a table without a header. Of the layout `columns` only their number counts: so many columns from the left
   * hold the names of the fields, at least one.
   */
  headerRows: z.array(z.number().int().positive()),
  /**
   * What these header rows said of the columns from `left` on when the table was imported, '' where that is not known:
   * where a later file says something else the recipe does not fit it. Counts only with the same `rows` and `left`.
   */
  header: z
    .object({ rows: z.array(z.number().int().positive()), left: z.string(), names: z.array(z.string()) })
    .optional(),
  name: z.string().optional(),
  layout: Layout.optional(),
  /** By `letter` as in `FoundTable`. */
  columns: z.array(
    z.object({
      letter: z.string(),
      name: z.string().optional(),
      type: ColumnType.optional(),
      unit: z.string().optional(),
      scale: z.number().positive().optional(),
      /** Which of 3/4/2026 is the day. */
      dayForm: DayForm.extract(['day-first', 'month-first']).optional(),
      leftOut: z.boolean().optional(),
    }),
  ),
  /** The user's word on single rows of this very file; not replayed on another. */
  rows: z.array(
    z.object({ row: z.number().int().positive(), as: SkippedRow.shape.why.or(z.literal('data')) }),
  ),
})
export type TableRecipe = z.infer<typeof TableRecipe>

/** What the user decided about a file, replayed on the next one of its kind. */
export const Recipe = z.object({
  /** A label of https://encoding.spec.whatwg.org. */
  encoding: z.string().optional(),
  /** What an earlier file of its kind was in, by the user's word: for when the bytes do not tell. */
  usualEncoding: z.string().optional(),
  delimiter: z.string().length(1).optional(),
  /** Sheets that are named here hold these tables and no others; an empty list leaves a sheet out. */
  sheets: z.array(z.object({ sheet: z.string(), tables: z.array(TableRecipe) })).optional(),
})
export type Recipe = z.infer<typeof Recipe>

export const Source = z.object({
  id: SourceId,
  name: z.string(),
  format: SourceFormat,
  encoding: z.string().optional(),
  /** Hex digest of the file's bytes. */
  sha256: z.string(),
  size: z.number().int().nonnegative(),
  /** ISO time. */
  importedAt: z.string(),
  /** Absent when everything was guessed. */
  recipe: Recipe.optional(),
})
export type Source = z.infer<typeof Source>

/** Something in a file the user should know of. It never stops an import; its words are in `shared/text/problems.ts`. */
export const Problem = z.object({
  code: z.enum([
    'cell-misfit',
    'cell-error',
    'sheet-hidden',
    'sheet-empty',
    'rows-hidden',
    'rows-filtered',
    'columns-hidden',
    'formula-without-value',
    'links-external',
    'merged-amounts',
    'encoding-mixed',
    'recipe-unfit',
    'extension-mismatch',
    'row-ragged',
    'total-mismatch',
    'columns-unnamed',
    'more-of-the-same',
  ]),
  sheet: z.string().optional(),
  row: z.number().int().positive().optional(),
  column: z.string().optional(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type Problem = z.infer<typeof Problem>

export const Inspection = z.object({
  file: z.string(),
  format: SourceFormat,
  encoding: z.string().optional(),
  sha256: z.string(),
  size: z.number().int().nonnegative(),
  tables: z.array(FoundTable),
  problems: z.array(Problem),
})
export type Inspection = z.infer<typeof Inspection>

/** A cell of a sheet exactly as the file has it, for `inspect --raw`. */
export const RawCell = z.union([
  z.null(),
  z.string(),
  z.number(),
  z.boolean(),
  z.object({ date: z.string() }),
  z.object({ datetime: z.string() }),
  z.object({ time: z.string() }),
  z.object({ error: z.string() }),
])
export type RawCell = z.infer<typeof RawCell>

export const RawSheets = z.object({
  file: z.string(),
  sheets: z.array(z.object({ name: z.string(), rows: z.array(z.array(RawCell)) })),
})
export type RawSheets = z.infer<typeof RawSheets>

/** The first rows of a file as people see them, and what is guessed from them. Everything here is provisional. */
export const Preview = z.object({
  file: z.string(),
  format: SourceFormat,
  size: z.number().int().nonnegative(),
  /** Of a text file: what it was read with, whether that is certain, and what else it could be. */
  encoding: z.object({ used: z.string(), sure: z.boolean(), others: z.array(z.string()) }).optional(),
  delimiter: z.string().optional(),
  sheets: z.array(
    z.object({
      name: z.string(),
      hidden: z.boolean(),
      /** At most 200 rows that have something in them, and 60 columns of each; blank cells are ''. */
      rows: z.array(
        z.object({ row: z.number().int().positive(), hidden: z.boolean(), cells: z.array(z.string()) }),
      ),
      /** Columns in these rows, shown or not. */
      columns: z.number().int().nonnegative(),
      /** `A1:C1` */
      merges: z.array(z.string()),
      /** Found in these rows: a range that goes on below ends with them. */
      tables: z.array(FoundTable),
      /** Whether the sheet goes on. */
      more: z.boolean(),
    }),
  ),
  problems: z.array(Problem),
})
export type Preview = z.infer<typeof Preview>

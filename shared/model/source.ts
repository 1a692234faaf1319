// A source: one file that the user gave, and what reading it found.

import { z } from 'zod'
import { SourceId } from './ids.ts'
import { FoundTable } from './table.ts'

export const SourceFormat = z.enum(['xlsx', 'csv'])
export type SourceFormat = z.infer<typeof SourceFormat>

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

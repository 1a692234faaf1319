// Names of things: branded strings, so that a figure's id is never taken for a table's.

import { z } from 'zod'

const id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w.-]+$/)

export const ProjectId = id.brand<'ProjectId'>()
export type ProjectId = z.infer<typeof ProjectId>
export const SourceId = id.brand<'SourceId'>()
export type SourceId = z.infer<typeof SourceId>
export const TableId = id.brand<'TableId'>()
export type TableId = z.infer<typeof TableId>
export const ColumnId = id.brand<'ColumnId'>()
export type ColumnId = z.infer<typeof ColumnId>
export const FigureId = id.brand<'FigureId'>()
export type FigureId = z.infer<typeof FigureId>
export const ChartId = id.brand<'ChartId'>()
export type ChartId = z.infer<typeof ChartId>
export const ComparisonId = id.brand<'ComparisonId'>()
export type ComparisonId = z.infer<typeof ComparisonId>
export const SuggestionId = id.brand<'SuggestionId'>()
export type SuggestionId = z.infer<typeof SuggestionId>
export const BlockId = id.brand<'BlockId'>()
export type BlockId = z.infer<typeof BlockId>
export const JobId = id.brand<'JobId'>()
export type JobId = z.infer<typeof JobId>
/** A token that a host hands out for a file on the user's disk. The renderer never sees a path. */
export const FileRef = id.brand<'FileRef'>()
export type FileRef = z.infer<typeof FileRef>

// A sheet as rows in memory, and what is found in it: for tests that need many sheets and no file.

import { TableFinder } from '../../electron/import/tables/find-tables.ts'
import type { Decisions, SheetFindings } from '../../electron/import/tables/finding.ts'
import type { Merges } from '../../electron/import/tables/merges.ts'
import { type NumberFormat, general, parseFormat } from '../../electron/import/cells/number-format.ts'
import { parseRange } from '../../electron/import/tables/range.ts'
import { SheetRow, boolean, number, text } from '../../electron/import/cells/sheet-row.ts'
import type { RowBatch } from '../../shared/model/row-batch.ts'
import { rowsOf } from './row-batch.ts'
import type { TableRecipe } from '../../shared/model/source.ts'
import type { TableRow } from '../../shared/model/table.ts'
import type { CellSpec } from './workbook.ts'

export type Rows = readonly (readonly CellSpec[])[]

const formats = new Map<string, NumberFormat>()

function formatOf(code: string | undefined): NumberFormat {
  if (code === undefined) return general
  const known = formats.get(code) ?? parseFormat(code)
  formats.set(code, known)
  return known
}

function fill(row: SheetRow, cells: readonly CellSpec[]): void {
  cells.forEach((spec, column) => {
    if (spec === null) return
    const { value, format } = typeof spec === 'object' ? spec : { value: spec, format: undefined }
    if (typeof value === 'number') row.set(column, number, value, String(value), formatOf(format))
    else if (typeof value === 'boolean') row.set(column, boolean, value ? 1 : 0, String(value), general)
    else row.set(column, text, 0, value, general)
  })
}

function mergesOf(ranges: readonly string[]): Merges {
  const all = ranges.flatMap((range) => parseRange(range) ?? [])
  return Map.groupBy(all, ({ top }) => top)
}

export interface FoundInSheet extends SheetFindings {
  /** By table: its records as they were written, by the types decided at the end. */
  rows: TableRow[][]
}

/** Looks for tables in rows, the first of which is row 1. */
export function findIn(
  rows: Rows,
  { merges = [], recipe }: { merges?: readonly string[]; recipe?: readonly TableRecipe[] } = {},
): FoundInSheet {
  const merged = mergesOf(merges)
  const read = (
    known: Decisions[],
  ): { found: SheetFindings; batches: RowBatch[][]; decided: Decisions[] } => {
    const batches: RowBatch[][] = []
    const decided: Decisions[] = []
    const finder = new TableFinder('表', merged, {
      recipe,
      output: () => {
        const stream = batches.length
        const own: RowBatch[] = []
        batches.push(own)
        return {
          stream,
          known: known[stream],
          take: (batch) => void own.push(batch),
          finish: (decisions) => void (decided[stream] = decisions),
        }
      },
    })
    const row = new SheetRow()
    rows.forEach((cells, index) => {
      row.start(index + 1)
      fill(row, cells)
      finder.take(row)
    })
    return { found: finder.finish(), batches, decided }
  }
  const { decided } = read([])
  const { found, batches } = read(decided)
  return { ...found, rows: found.streams.map((stream) => (batches[stream] ?? []).flatMap(rowsOf)) }
}

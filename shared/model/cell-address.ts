// Where the cell of a record stands in its sheet. A record of an unpivoted table has a row number of its own, made of
// the sheet's row and the column that gave the record, so that row numbers stay unique and in order.

import type { Layout } from './table.ts'

/** More than a sheet has columns: ECMA-376 part 1, 18.3.1.4, as Excel holds it. */
const rowStep = 16_384

/** The row number of the record that one column of an unpivoted row gives. `column` counts from 0. */
export const recordRow = (row: number, column: number): number => row * rowStep + column

/** The sheet's row in which a record stands; of an upright table its column, counted from 1. */
export const sheetRow = (layout: Layout | undefined, row: number): number =>
  layout?.kind === 'unpivot' ? Math.floor(row / rowStep) : row

/** The address of a record's cell in the sheet: `C5`. */
export function cellAddress(
  layout: Layout | undefined,
  column: { letter: string; name: string },
  row: number,
): string {
  if (layout?.kind === 'columns') return `${letterOf(row - 1)}${column.letter}`
  if (layout?.kind !== 'unpivot') return `${column.letter}${row}`
  const isOwn = column.name === layout.value || column.name === layout.label
  return `${isOwn ? letterOf(row % rowStep) : column.letter}${sheetRow(layout, row)}`
}

/** 0 → A, 27 → AB. */
export function letterOf(column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

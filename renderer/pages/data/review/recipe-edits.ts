// What the user decides in the review, as a recipe: pure functions from a recipe and the preview it gave to the next
// recipe. What is not touched stays a guess, so that it is made again from all the rows when the file is imported.

import type { Preview, Recipe, TableRecipe } from '../../../../shared/model/source.ts'
import { recipeOf } from '../../../../shared/model/recipe-of.ts'
import type { FoundTable, Layout } from '../../../../shared/model/table.ts'
import { type CellRange, formatCellRange, parseCellRange } from './cell-range.ts'

export type PreviewSheet = Preview['sheets'][number]
export type ColumnRecipe = TableRecipe['columns'][number]
export type RowRecipe = TableRecipe['rows'][number]

/** A table of the review: what is asked for, and what was found so. */
export interface ReviewTable {
  asked: TableRecipe
  /** Absent where the preview has nothing in the range. */
  found: FoundTable | undefined
  range: CellRange
}

const recipeOfSheet = (recipe: Recipe | undefined, sheet: string) =>
  recipe?.sheets?.find((asked) => asked.sheet === sheet)

/** What of a recipe was followed: a sheet that it does not fit was guessed anew. */
export function followedRecipe(recipe: Recipe | undefined, { problems }: Preview): Recipe | undefined {
  const unfit = new Set(problems.filter(({ code }) => code === 'recipe-unfit').map(({ sheet }) => sheet))
  if (unfit.size === 0 || !recipe?.sheets) return recipe
  return { ...recipe, sheets: recipe.sheets.filter(({ sheet }) => !unfit.has(sheet)) }
}

/** Whether nothing of a sheet is imported. */
export const isLeftOut = (recipe: Recipe | undefined, sheet: string): boolean =>
  recipeOfSheet(recipe, sheet)?.tables.length === 0

/** The tables of a sheet as the recipe has them, or else as they were found. */
export function tablesOf(recipe: Recipe | undefined, sheet: PreviewSheet): ReviewTable[] {
  const decided = recipeOfSheet(recipe, sheet.name)?.tables
  if (!decided) return sheet.tables.map((found) => reviewed(askedFrom(found, sheet), found))
  const whole = decided.length === sheet.tables.length
  return decided.map((asked, index) =>
    reviewed(
      asked,
      whole
        ? sheet.tables[index]
        : sheet.tables.find((found) => startOf(found.range) === startOf(asked.range)),
    ),
  )
}

const startOf = (range: string): string => range.split(':')[0] ?? ''

const reviewed = (asked: TableRecipe, found: FoundTable | undefined): ReviewTable => ({
  asked,
  found,
  range: parseCellRange(asked.range) ?? { top: 1, left: 0, right: 0 },
})

/** A found table as one asks for it: its place; everything else is guessed as before. Closed where another follows. */
function askedFrom(found: FoundTable, sheet: PreviewSheet): TableRecipe {
  const range = parseCellRange(found.range)
  const asked = recipeOf(found)
  return range && isOpen(range, sheet) ? asked : { ...asked, range: found.range }
}

/** A table below which no other begins goes on as far as the sheet does: the next file may have more rows. */
const isOpen = (range: CellRange, sheet: PreviewSheet): boolean =>
  !sheet.tables.some((other) => {
    const place = parseCellRange(other.range)
    return (
      place !== undefined &&
      place.top > (range.bottom ?? range.top) &&
      place.left <= range.right &&
      place.right >= range.left
    )
  })

/** The recipe with the tables of one sheet written out and changed. */
function withTables(
  recipe: Recipe | undefined,
  sheet: PreviewSheet,
  change: (tables: readonly TableRecipe[]) => TableRecipe[],
): Recipe {
  const tables = change(tablesOf(recipe, sheet).map(({ asked }) => asked))
  const others = (recipe?.sheets ?? []).filter((asked) => asked.sheet !== sheet.name)
  return { ...recipe, sheets: [...others, { sheet: sheet.name, tables }] }
}

/** The recipe with one table changed. */
export const withTable = (
  recipe: Recipe | undefined,
  sheet: PreviewSheet,
  index: number,
  change: (table: TableRecipe) => TableRecipe,
): Recipe =>
  withTables(recipe, sheet, (tables) => tables.map((table, at) => (at === index ? change(table) : table)))

export const withoutTable = (recipe: Recipe | undefined, sheet: PreviewSheet, index: number): Recipe =>
  withTables(recipe, sheet, (tables) => tables.filter((_, at) => at !== index))

/** With one table more: all that the sheet has in sight, its first row as the header. */
export const withNewTable = (recipe: Recipe | undefined, sheet: PreviewSheet): Recipe =>
  withTables(recipe, sheet, (tables) => {
    const top = sheet.rows[0]?.row ?? 1
    const range = formatCellRange({ top, left: 0, right: Math.max(0, sheet.columns - 1) })
    return [...tables, { sheet: sheet.name, range, headerRows: [top], columns: [], rows: [] }]
  })

/** Leaves a sheet out, or takes it in again with whatever is found in it. */
export function withSheet(recipe: Recipe | undefined, sheet: string, taken: boolean): Recipe {
  const others = (recipe?.sheets ?? []).filter((asked) => asked.sheet !== sheet)
  return { ...recipe, sheets: taken ? others : [...others, { sheet, tables: [] }] }
}

/** Undefined goes back to the guess. Other characters leave the tables where they are. */
export function withEncoding(recipe: Recipe | undefined, encoding: string | undefined): Recipe {
  const next = { ...recipe }
  delete next.encoding
  return encoding === undefined ? next : { ...next, encoding }
}

/** Undefined goes back to the guess. Other columns: what was decided about the tables no longer says anything. */
export function withDelimiter(recipe: Recipe | undefined, delimiter: string | undefined): Recipe {
  return {
    ...(recipe?.encoding !== undefined && { encoding: recipe.encoding }),
    ...(delimiter !== undefined && { delimiter }),
  }
}

/** A key that is given as undefined goes back to the guess. */
export type ColumnChange = { [K in Exclude<keyof ColumnRecipe, 'letter'>]?: ColumnRecipe[K] | undefined }

export function changeColumn(table: TableRecipe, letter: string, change: ColumnChange): TableRecipe {
  const before = table.columns.find((column) => column.letter === letter)
  const kept = Object.entries({ ...before, ...change }).filter(
    ([key, value]) => value !== undefined && key !== 'letter',
  )
  const others = table.columns.filter((column) => column.letter !== letter)
  const column: ColumnRecipe = { letter, ...Object.fromEntries(kept) }
  return { ...table, columns: kept.length === 0 ? others : [...others, column] }
}

export const resetColumn = (table: TableRecipe, letter: string): TableRecipe => ({
  ...table,
  columns: table.columns.filter((column) => column.letter !== letter),
})

/** The range begins with the header. Without one it stays, and what was the header becomes data. */
export function changeHeader(table: TableRecipe, headerRows: readonly number[]): TableRecipe {
  const rows = headerRows.toSorted((a, b) => a - b)
  const range = parseCellRange(table.range)
  const [first, last] = [rows[0], rows.at(-1)]
  if (!range || first === undefined || last === undefined) return { ...table, headerRows: [] }
  const { bottom, ...open } = range
  return {
    ...table,
    headerRows: rows,
    range: formatCellRange({ ...open, top: first, ...(bottom !== undefined && bottom > last && { bottom }) }),
    rows: table.rows.filter(({ row }) => row > last),
  }
}

/** Header rows outside the new range are none any more; columns that are gone are forgotten. */
export function changeRange(table: TableRecipe, range: CellRange): TableRecipe {
  const headerRows = table.headerRows.filter(
    (row) => row >= range.top && row <= (range.bottom ?? Number.POSITIVE_INFINITY),
  )
  return {
    ...table,
    range: formatCellRange(range),
    headerRows: table.headerRows.length > 0 && headerRows.length === 0 ? [range.top] : headerRows,
  }
}

/** Columns of another layout are others: what was decided about them is forgotten. */
export const changeLayout = (table: TableRecipe, layout: Layout): TableRecipe => ({
  ...table,
  layout,
  columns: [],
  rows: [],
})

/** Undefined goes back to the guess. */
export function changeRow(table: TableRecipe, row: number, as: RowRecipe['as'] | undefined): TableRecipe {
  const others = table.rows.filter((decided) => decided.row !== row)
  return { ...table, rows: as === undefined ? others : [...others, { row, as }] }
}

export function renamed(table: TableRecipe, name: string): TableRecipe {
  const next = { ...table }
  delete next.name
  return name === '' ? next : { ...next, name }
}

/** A recipe that says nothing is none. */
export const isEmptyRecipe = (recipe: Recipe | undefined): boolean =>
  recipe === undefined ||
  (recipe.encoding === undefined && recipe.delimiter === undefined && (recipe.sheets ?? []).length === 0)

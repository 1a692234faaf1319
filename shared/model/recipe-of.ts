// The recipe that reads a table just as it was found, for the user to change. Types only: the screen uses it.

import { letterOf } from './cell-address.ts'
import type { TableRecipe } from './source.ts'
import type { FoundTable, Layout } from './table.ts'

/**
 * The recipe of a table as it was guessed, in the layout found or another one. It is open below, since the next file of
 * its kind may be longer; its name, its types and its units are guessed again.
 */
export function recipeOf(table: FoundTable, layout: Layout | undefined = table.layout): TableRecipe {
  const { sheet, range, headerRows, columns } = table
  const rows = { columns: [], rows: [], ...(layout && layout.kind !== 'rows' && { layout }) }
  const place = /^([A-Z]+)(\d+):([A-Z]+)(\d+)?$/.exec(range)
  const [, left = 'A', top = '1', right = 'A'] = place ?? []
  if (layout?.kind === 'columns') {
    const isSame = table.layout?.kind === 'columns'
    return { sheet, range, headerRows: isSame ? headerRows : [columnNumber(left)], ...rows }
  }
  const open = { sheet, range: `${left}${top}:${right}`, headerRows, ...rows }
  if (headerRows.length === 0 || table.layout) return open
  const names = new Map(columns.map(({ letter, name }) => [letter, name]))
  const header: string[] = []
  for (let column = columnNumber(left); column <= columnNumber(right); column += 1) {
    const letter = letterOf(column - 1)
    const name = names.get(letter) ?? ''
    header.push(name === letter ? '' : name)
  }
  return { ...open, header }
}

/** A → 1, AB → 28. */
const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)

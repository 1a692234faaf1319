// The recipe that reads a table just as it was found, for the user to change; and a recipe with what the headers said, for
// the next file. Types only: the screen uses it.

import { letterOf } from './cell-address.ts'
import type { Recipe, TableRecipe } from './source.ts'
import type { FoundTable, Layout } from './table.ts'

/**
 * The recipe of a table as it was found, in the layout found or another one. It is open below, since the next file of
 * its kind may be longer; its name, its types and its units are guessed again.
 */
export function recipeOf(table: FoundTable, layout: Layout | undefined = table.layout): TableRecipe {
  const { sheet, range, headerRows } = table
  const [, left = 'A', top = '1', right = 'A'] = /^([A-Z]+)(\d+):([A-Z]+)/.exec(range) ?? []
  const open = layout?.kind === 'columns' ? range : `${left}${top}:${right}`
  const other = layout && layout.kind !== 'rows' && { layout }
  return { sheet, range: open, headerRows, ...other, columns: [], rows: [] }
}

/**
 * A recipe with what the header of each of its tables said in the file that it was used for, so that it can be told
 * whether it fits the next one. `tables`: what was found by it. Columns that the user named are not compared.
 */
export function withHeaders(recipe: Recipe, tables: readonly FoundTable[]): Recipe {
  if (!recipe.sheets) return recipe
  const headed = (asked: TableRecipe): TableRecipe => {
    const found = tables.find((table) => isReadBy(table, asked))
    const [, left = 'A', right = 'A'] = /^([A-Z]+)\d+:([A-Z]+)/.exec(asked.range) ?? []
    if (!found || asked.headerRows.length === 0 || asked.layout?.kind === 'columns') return asked
    const renamed = new Set(asked.columns.flatMap(({ letter, name }) => (name === undefined ? [] : [letter])))
    const own = new Map(found.columns.map(({ letter, name }) => [letter, renamed.has(letter) ? '' : name]))
    if (asked.layout?.kind === 'unpivot') for (const letter of asked.layout.letters) own.delete(letter)
    const names: string[] = []
    for (let column = columnNumber(left); column <= columnNumber(right); column += 1) {
      const letter = letterOf(column - 1)
      const name = own.get(letter) ?? ''
      names.push(name === letter ? '' : name)
    }
    return { ...asked, header: { rows: asked.headerRows, left, names } }
  }
  return { ...recipe, sheets: recipe.sheets.map((one) => ({ ...one, tables: one.tables.map(headed) })) }
}

/**
 * The recipe by which a file of this name is read unless the user says otherwise: that of the source of the same name,
 * else of the newest of the same kind, whose name differs in its dates and numbers only (日报2026-03.xlsx, 日报2026-04.xlsx).
 * What was said of single rows was said of that very file, and is left out; an encoding is what such files are usually in.
 */
export function earlierRecipe(
  sources: readonly { name: string; importedAt: string; recipe?: Recipe | undefined }[],
  name: string,
): Recipe | undefined {
  const kind = kindOf(name)
  const alike = sources
    .filter((source) => kind !== '' && kindOf(source.name) === kind)
    .toSorted((one, other) => other.importedAt.localeCompare(one.importedAt))
  const earlier = sources.find((source) => source.name === name) ?? alike.find(({ recipe }) => recipe)
  return earlier?.recipe && forAnother(earlier.recipe)
}

function forAnother({ sheets, encoding, usualEncoding = encoding, ...recipe }: Recipe): Recipe {
  return {
    ...recipe,
    ...(usualEncoding !== undefined && { usualEncoding }),
    ...(sheets && {
      sheets: sheets.map(({ sheet, tables }) => ({
        sheet,
        tables: tables.map((table) => ({ ...table, rows: [] })),
      })),
    }),
  }
}

const periods =
  /[上下]半年|第?[一二三四五六七八九十]+(?:季度|周|月份?)|年度?|月份?|季度|日|周|副本|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|\b(?:q|w|h)(?=\d)|\bcopy\b/g

/** What is left of a file's name without its dates, numbers and ending. */
const kindOf = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .slice(0, 200)
    .replace(/\.[a-z]{1,5}$/, '')
    .replace(periods, '')
    .replace(/[\d\s\p{P}\p{S}]+/gu, '')

/** Whether a table was found by what was asked, and not guessed: the same header rows, within the same columns. */
function isReadBy(table: FoundTable, asked: TableRecipe): boolean {
  const [, left = 'A', right = 'A'] = /^([A-Z]+)\d+:([A-Z]+)/.exec(asked.range) ?? []
  const [, foundLeft = 'A'] = /^([A-Z]+)/.exec(table.range) ?? []
  const column = columnNumber(foundLeft)
  return (
    table.headReason === 'user' &&
    table.sheet === asked.sheet &&
    table.headerRows.join() === asked.headerRows.join() &&
    column >= columnNumber(left) &&
    column <= columnNumber(right)
  )
}

/** A → 1, AB → 28. */
const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)

// What a recipe says of a sheet. It was made for one file and may be used for another of its kind.

import type { Recipe, TableRecipe } from '../../../shared/model/source.ts'
import type { Book } from '../formats/sheet-source.ts'

/**
 * The tables that a recipe sets in a sheet; undefined where it leaves them to be guessed. A sheet goes by its name. The
 * only sheet of a file goes by a recipe of one sheet, whatever either is called: 3月 becomes 4月, and the sheet of a text
 * is called like its file.
 */
export function tablesSet(
  recipe: Recipe | undefined,
  { sheets }: Book,
  name: string,
): readonly TableRecipe[] | undefined {
  const asked = recipe?.sheets ?? []
  const own =
    asked.find(({ sheet }) => sheet === name) ??
    (sheets.length === 1 && asked.length === 1 ? asked[0] : undefined)
  return own?.tables
}

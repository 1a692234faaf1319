// The first rows of a file as people see them, and the tables found in just these rows. It reads no further.

import type { Preview, Problem, Recipe } from '../../../shared/model/source.ts'
import { openBook } from '../formats/book.ts'
import type { FileInput } from '../formats/file-kind.ts'
import { tablesSet } from './sheet-recipe.ts'
import { TableFinder } from '../tables/find-tables.ts'
import type { SheetFindings } from '../tables/finding.ts'
import { Look, lookAt, shownText } from '../cells/look.ts'
import type { Merges } from '../tables/merges.ts'
import { formatRange } from '../tables/range.ts'
import { extensionProblem, sheetProblems } from './read-tables.ts'
import type { Book, SheetSource } from '../formats/sheet-source.ts'
import { type SheetRow, blank } from '../cells/sheet-row.ts'

const mostRows = 200
const mostColumns = 60
/** Characters of a cell. */
const mostText = 500

type PreviewSheet = Preview['sheets'][number]

/** @throws RecapError any `file-` code but `file-without-table` */
export async function readPreview(file: FileInput, recipe: Recipe | undefined): Promise<Preview> {
  const book = await openBook(file, { ...recipe, head: true })
  try {
    const problems = extensionProblem(file.name, book)
    const sheets: PreviewSheet[] = []
    for (const sheet of book.sheets) sheets.push(await previewOf(book, sheet, recipe, problems))
    const { format, size, encoding, delimiter } = book
    return {
      file: file.name,
      format,
      size,
      ...(encoding && { encoding: { ...encoding, others: [...encoding.others] } }),
      ...(delimiter !== undefined && { delimiter }),
      sheets,
      problems,
    }
  } finally {
    book.close()
  }
}

async function previewOf(
  book: Book,
  sheet: SheetSource,
  recipe: Recipe | undefined,
  problems: Problem[],
): Promise<PreviewSheet> {
  const { name, hidden } = sheet
  const merges = await sheet.merges()
  const set = tablesSet(recipe, book, name)
  const finder = new TableFinder(name, merges, { recipe: set })
  /** For a recipe that does not fit. */
  const guesser = set && new TableFinder(name, merges)
  const look = new Look()
  const rows: PreviewSheet['rows'] = []
  let columns = 0
  let more = false

  const take = (row: SheetRow): void => {
    if (row.isAllBlank()) return
    more = rows.length === mostRows
    if (more) return
    rows.push({ row: row.row, hidden: row.hidden, cells: shownCells(row, look) })
    columns = Math.max(columns, row.width)
    guesser?.take(row.copy())
    // Last, for the finder fills merged cells of the row.
    finder.take(row)
  }

  for await (const _ of sheet.read(take)) if (more) break
  let found: Pick<SheetFindings, 'tables' | 'problems' | 'unfit'> =
    set?.length === 0 ? { tables: [], problems: [] } : finder.finish(more)
  if (guesser && found.unfit !== undefined) {
    problems.push({ code: 'recipe-unfit', sheet: name, detail: { table: found.unfit } })
    found = guesser.finish()
  }
  problems.push(...sheetProblems(book, sheet, rows.length === 0), ...found.problems)
  const last = rows.at(-1)?.row ?? 0
  return { name, hidden, rows, columns, merges: rangesOf(merges, last), tables: found.tables, more }
}

function shownCells(row: SheetRow, look: Look): string[] {
  const cells: string[] = []
  const end = Math.min(row.width, mostColumns)
  for (let column = 0; column < end; column += 1) {
    if (row.kind(column) === blank) cells.push('')
    else {
      lookAt(row, column, look)
      const shown = shownText(row, column, look)
      cells.push(shown.length > mostText ? `${shown.slice(0, mostText)}…` : shown)
    }
  }
  return cells
}

/** Merged ranges that begin within the rows and columns shown. */
function rangesOf(merges: Merges, last: number): string[] {
  return [...merges.values()]
    .flat()
    .filter(({ top, left }) => top <= last && left < mostColumns)
    .map(formatRange)
}

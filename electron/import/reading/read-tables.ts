// Reads a book's sheets from top to bottom: the tables on them, what is odd, and the rows into a sink, all in one pass.
// A sheet is read a second time only where its rows turned out to be of other types than their beginning said.

import { type Merges, noMerges } from '../tables/merges.ts'
import { extname } from 'node:path'
import { letterOf } from '../../../shared/model/cell-address.ts'
import { RecapError } from '../../../shared/errors.ts'
import type { RowBatch, RowSink } from '../../../shared/model/row-batch.ts'
import type { Inspection, Problem, Recipe } from '../../../shared/model/source.ts'
import { openBook } from '../formats/book.ts'
import { type FileInput, extensionsOf } from '../formats/file-kind.ts'
import { tablesSet } from './sheet-recipe.ts'
import { TableFinder } from '../tables/find-tables.ts'
import type { Decisions, FindContext, SheetFindings } from '../tables/finding.ts'
import type { Book, SheetSource } from '../formats/sheet-source.ts'

export interface ReadProgress {
  /** Of `total` bytes of the sheets, which may be packed in the file. */
  done: number
  total: number
  /** Rows read so far, of all sheets. */
  rows: number
}

export interface TablesOptions {
  recipe?: Recipe | undefined
  onProgress?: ((progress: ReadProgress) => void) | undefined
  sink?: RowSink | undefined
}

export interface TablesRead {
  inspection: Omit<Inspection, 'sha256'>
  streams: readonly number[]
}

/** @throws RecapError any `file-` code; what the sink throws */
export async function readTables(file: FileInput, options: TablesOptions): Promise<TablesRead> {
  const { recipe } = options
  const book = await openBook(file, { ...recipe })
  try {
    const reading = new Reading(book, options)
    const problems = extensionProblem(file.name, book)
    const tables: Inspection['tables'] = []
    const streams: number[] = []
    for (const sheet of book.sheets) {
      const set = tablesSet(recipe, book, sheet.name)
      if (set?.length === 0) continue
      const found = await reading.read(sheet, set)
      tables.push(...found.tables)
      streams.push(...found.streams)
      problems.push(...found.problems)
    }
    if (tables.length === 0)
      throw new RecapError('file-without-table', 'no table in any sheet', { file: file.name })
    const { format, encoding, size } = book
    const used = encoding && { encoding: encoding.used }
    return { inspection: { file: file.name, format, ...used, size, tables, problems }, streams }
  } finally {
    book.close()
  }
}

/** Bytes from which on a sheet is read before its merged cells are known. */
const largeSheet = 4 * 1024 ** 2

/** What came of writing the rows of a table while they were read. */
interface Output {
  stream: number
  decisions: Decisions | undefined
  asWritten: boolean
}

class Reading {
  readonly #book: Book
  readonly #options: TablesOptions
  readonly #total: number
  /** Rows that wait for the sink to take them. */
  readonly #waiting: { stream: number; batch: RowBatch }[] = []
  #streams = 0
  #before = 0
  #rows = 0

  constructor(book: Book, options: TablesOptions) {
    this.#book = book
    this.#options = options
    this.#total = book.sheets.reduce((sum, { bytes }) => sum + bytes, 0)
  }

  /** The tables of a sheet by the recipe, or guessed where it does not fit. */
  async read(sheet: SheetSource, recipe: FindContext['recipe']): Promise<SheetFindings> {
    const found = await this.#find(sheet, recipe)
    const { unfit } = found
    const guessed = unfit === undefined ? found : await this.#find(sheet, undefined)
    this.#before += sheet.bytes
    if (unfit === undefined) return found
    const told: Problem = { code: 'recipe-unfit', sheet: sheet.name, detail: { table: unfit } }
    return { ...guessed, problems: [told, ...guessed.problems] }
  }

  /**
   * Merged cells stand behind a sheet's rows, and looking for them takes its time; few large sheets have any. So a large
   * one is read as if it had none meanwhile, and from its top again, with those `known`, where some turn up.
   */
  async #find(sheet: SheetSource, recipe: FindContext['recipe'], known?: Merges): Promise<SheetFindings> {
    const pending = known ?? sheet.merges()
    const merges = known ?? (sheet.bytes < largeSheet ? await pending : noMerges)
    const rows = this.#rows
    const outputs: Output[] = []
    const context: FindContext = { recipe, output: this.#options.sink && (() => this.#output(outputs)) }
    const finder = new TableFinder(sheet.name, merges, context)
    if (!(await this.#pass(sheet, finder, merges === noMerges ? pending : undefined))) {
      this.#rows = rows
      return this.#find(sheet, recipe, await pending)
    }
    const found = finder.finish()
    await this.#hand()
    if (found.unfit === undefined) await this.#readAgain(sheet, recipe, merges, outputs)
    return { ...found, problems: [...sheetProblems(this.#book, sheet, finder.isEmpty), ...found.problems] }
  }

  #output(outputs: Output[]): ReturnType<NonNullable<FindContext['output']>> {
    const output: Output = { stream: this.#streams, decisions: undefined, asWritten: true }
    this.#streams += 1
    outputs.push(output)
    return {
      stream: output.stream,
      take: (batch) => void this.#waiting.push({ stream: output.stream, batch }),
      finish: (decisions, asWritten) => Object.assign(output, { decisions, asWritten }),
    }
  }

  /** The same pass with what is known now, for those tables only whose rows were written as something else. */
  async #readAgain(
    sheet: SheetSource,
    recipe: FindContext['recipe'],
    merges: Merges,
    outputs: readonly Output[],
  ): Promise<void> {
    const { sink } = this.#options
    const wrong = outputs.filter(({ asWritten }) => !asWritten)
    if (!sink || wrong.length === 0) return
    for (const { stream } of wrong) await sink.again(stream)
    let next = 0
    const output: FindContext['output'] = () => {
      const earlier = outputs[next]
      next += 1
      if (!earlier || earlier.asWritten) return undefined
      const { stream, decisions } = earlier
      const take = (batch: RowBatch): void => void this.#waiting.push({ stream, batch })
      return { stream, known: decisions, take, finish: () => {} }
    }
    const finder = new TableFinder(sheet.name, merges, { recipe, output })
    await this.#pass(sheet, finder)
    finder.finish()
    await this.#hand()
  }

  /** False when it was left because there are merged cells, and whatever came of it does not count. */
  async #pass(
    sheet: SheetSource,
    finder: TableFinder,
    merges: Merges | Promise<Merges> = noMerges,
  ): Promise<boolean> {
    const { onProgress } = this.#options
    let hasMerges = false
    const known = Promise.resolve(merges).then(
      ({ size }) => (hasMerges = size > 0),
      // Whoever reads with them is told why not.
      () => (hasMerges = true),
    )
    for await (const done of sheet.read((row) => {
      this.#rows += 1
      finder.take(row)
    })) {
      if (hasMerges) break
      await this.#hand()
      onProgress?.({
        done: Math.min(this.#before + done, this.#total),
        total: this.#total,
        rows: this.#rows,
      })
    }
    await known
    if (hasMerges) this.#waiting.length = 0
    return !hasMerges
  }

  async #hand(): Promise<void> {
    for (const { stream, batch } of this.#waiting.splice(0)) await this.#options.sink?.take(stream, batch)
  }
}

/** A file whose name says that it is something else. */
export function extensionProblem(name: string, { format }: Book): Problem[] {
  const extension = extname(name).toLowerCase()
  if (extensionsOf[format].includes(extension)) return []
  return [{ code: 'extension-mismatch', detail: { extension, found: format } }]
}

/** Columns that a problem names at most. */
const mostLetters = 20

/** What a sheet that was read says of itself. */
export function sheetProblems(book: Book, source: SheetSource, isEmpty: boolean): Problem[] {
  const { name: sheet, hidden } = source
  const { hiddenColumns, isFiltered, formulasWithoutValue, hasLinks, undecodable } = source.notes()
  const problems: Problem[] = []
  if (hidden) problems.push({ code: 'sheet-hidden', sheet, detail: {} })
  if (isEmpty) problems.push({ code: 'sheet-empty', sheet, detail: {} })
  if (hiddenColumns.length > 0 && !isEmpty) {
    const columns = hiddenColumns.slice(0, mostLetters).map(letterOf).join(', ')
    problems.push({ code: 'columns-hidden', sheet, detail: { columns, count: hiddenColumns.length } })
  }
  if (isFiltered) problems.push({ code: 'rows-filtered', sheet, detail: {} })
  if (formulasWithoutValue > 0)
    problems.push({ code: 'formula-without-value', sheet, detail: { count: formulasWithoutValue } })
  if (hasLinks) problems.push({ code: 'links-external', sheet, detail: {} })
  const encoding = book.encoding?.used ?? ''
  for (const row of undecodable) problems.push({ code: 'encoding-mixed', sheet, row, detail: { encoding } })
  return problems
}

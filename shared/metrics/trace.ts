// Says where a figure comes from, as a person would find it: file, sheet, cells, and what was done with them.

import { partsOf } from '../formula/unit-of.ts'
import { writeFormula } from '../formula/write.ts'
import { cellAddress } from '../model/cell-address.ts'
import type { AggregateOrigin, Expression, Figure, Period, Reading, Shift, Trace } from '../model/figure.ts'
import type { ColumnId, FigureId, TableId } from '../model/ids.ts'
import type { Language } from '../model/language.ts'
import type { CellValue, RowFilter, Table } from '../model/table.ts'
import { formatDay, formatPeriod } from '../numbers/format.ts'
import { tidy } from '../numbers/tidy.ts'
import { figureWords } from '../text/figures.ts'
import { type TraceWords, traceWords } from '../text/trace.ts'

/** Where tables are to be found: the source's file name, and the table. */
export type Places = ReadonlyMap<TableId, { file: string; table: Table }>

/** What a formula stands on, as far as its source goes. */
export interface Source {
  name: string
  /** The files that it comes from in the end. */
  files: readonly string[]
}

/**
 * The source of one figure. `operands` are the figures its formula stands on; `periodOf` gives the days that one was
 * read over, shifted or not.
 */
export function traceOf(
  figure: Figure,
  reading: Reading | undefined,
  operands: ReadonlyMap<FigureId, Source>,
  periodOf: (id: FigureId, shift: Shift) => Period | undefined,
  places: Places,
  language: Language,
): Trace {
  const words = figureWords[language].trace
  const { origin } = figure
  switch (origin.kind) {
    case 'typed':
      return { text: words.typed(origin.note) }
    case 'formula': {
      const files = [...new Set([...operands.values()].flatMap((operand) => operand.files))]
      const text = words.formula(
        words.clauses([
          writeFormula(origin.expression, (id) => operands.get(id)?.name ?? '?', language),
          ...shiftsIn(origin.expression, periodOf, language),
        ]),
        files,
      )
      const [file] = files
      return { text, ...(file !== undefined && files.length === 1 && { file }) }
    }
    case 'cell': {
      const place = places.get(origin.table)
      const column = place?.table.columns.find(({ id }) => id === origin.column)
      if (!place || !column) return { text: words.gone }
      const cells = reading?.cells ?? cellAddress(place.table.layout, column, origin.row)
      const text = `${words.place([place.file, ...sheetName(place), cells])}${words.label(origin.label)}`
      return { file: place.file, sheet: place.table.sheet, cells, rows: 1, text }
    }
    case 'aggregate': {
      const place = places.get(origin.table)
      if (!place) return { text: words.gone }
      const { file, table } = place
      const rows = reading?.rows ?? 0
      const done = origin.per ? words.per(origin.per.step, origin.fn, rows) : words.fn(origin.fn, rows)
      const text = words.clauses([
        words.place([file, ...sheetName(place), ...(reading?.cells ? [reading.cells] : [])]),
        ...conditions(origin, table, language),
        done,
      ])
      return { file, sheet: table.sheet, rows, text, ...(reading?.cells && { cells: reading.cells }) }
    }
  }
}

/** Over which days the shifted figures of a formula were read, each span once. */
function shiftsIn(
  expression: Expression,
  periodOf: (id: FigureId, shift: Shift) => Period | undefined,
  language: Language,
): string[] {
  const found = new Set<string>()
  for (const part of partsOf(expression)) {
    const period = 'figure' in part && part.shift ? periodOf(part.figure, part.shift) : undefined
    if (period && 'shift' in part && part.shift)
      found.add(traceWords[language].shifted(part.shift, formatPeriod(period, language)))
  }
  return [...found]
}

/** Which rows of the table took part. */
function conditions(origin: AggregateOrigin, table: Table, language: Language): string[] {
  const words = figureWords[language].trace
  const nameOf = (id: ColumnId): string => table.columns.find((column) => column.id === id)?.name ?? '?'
  return [
    ...origin.filters.map(({ column, is, step }) =>
      words.filter(nameOf(column), step ? formatDay(String(is), language) : valueText(is, language)),
    ),
    ...(origin.where ?? []).map((filter) => condition(filter, nameOf(filter.column), language)),
  ]
}

function condition(filter: RowFilter, column: string, language: Language): string {
  const words: TraceWords = traceWords[language]
  switch (filter.kind) {
    case 'contains':
      return words.contains(column, filter.text)
    case 'is':
      return words.isOneOf(
        column,
        filter.values.map((value) => valueText(value, language)),
      )
    case 'between':
      return between(filter, column, language)
    case 'blank':
      return words.blank(column, filter.filled)
    case 'misfit':
      return words.misfit(column)
  }
}

function between(
  { from, to }: Extract<RowFilter, { kind: 'between' }>,
  column: string,
  language: Language,
): string {
  const words = traceWords[language]
  if (typeof from === 'string' && typeof to === 'string')
    return words.within(column, formatPeriod({ from: from.slice(0, 10), to: to.slice(0, 10) }, language))
  if (typeof from === 'string') return words.since(column, valueText(from, language))
  if (typeof to === 'string') return words.until(column, valueText(to, language))
  const end = (value: number | undefined): string | undefined =>
    value === undefined ? undefined : valueText(value, language)
  return words.between(column, end(typeof from === 'number' ? from : undefined), end(to))
}

function valueText(value: CellValue, language: Language): string {
  const { values } = traceWords[language]
  if (value === null) return values.none
  if (typeof value === 'boolean') return value ? values.yes : values.no
  if (typeof value === 'number') return String(tidy(value))
  return /^\d{4}-\d\d-\d\d/.test(value) ? formatDay(value, language) : value
}

/** A csv file has no sheets but one named after itself, which need not be said twice. */
const sheetName = ({ file, table }: { file: string; table: Table }): string[] =>
  file.startsWith(`${table.sheet}.`) && !/\.xls[xm]?$/i.test(file) ? [] : [table.sheet]

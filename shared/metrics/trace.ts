// Says where a figure comes from, as a person would find it: file, sheet, cells, and what was done with them.

import { cellAddress } from '../model/cell-address.ts'
import type { Expression, Figure, Reading, Trace } from '../model/figure.ts'
import type { ColumnId, FigureId, TableId } from '../model/ids.ts'
import type { Language } from '../model/language.ts'
import type { Table } from '../model/table.ts'
import { formatDay } from '../numbers/format.ts'
import { figureWords } from '../text/figures.ts'

/** Where tables are to be found: the source's file name, and the table. */
export type Places = ReadonlyMap<TableId, { file: string; table: Table }>

/** The source of one figure. `operands` are the figures its formula stands on. */
export function traceOf(
  figure: Figure,
  reading: Reading | undefined,
  operands: ReadonlyMap<FigureId, { name: string; trace: Trace }>,
  places: Places,
  language: Language,
): Trace {
  const words = figureWords[language].trace
  const { origin } = figure
  switch (origin.kind) {
    case 'typed':
      return { text: words.typed(origin.note) }
    case 'formula': {
      const files = [...new Set([...operands.values()].flatMap(({ trace }) => trace.file ?? []))]
      const text = words.formula(
        written(origin.expression, (id) => operands.get(id)?.name ?? '?'),
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
      const nameOf = (id: ColumnId): string => table.columns.find((column) => column.id === id)?.name ?? '?'
      const rows = reading?.rows ?? 0
      const filters = origin.filters.map((filter) =>
        words.filter(
          nameOf(filter.column),
          filter.step ? formatDay(String(filter.is), language) : String(filter.is),
        ),
      )
      const done = origin.per ? words.per(origin.per.step, origin.fn, rows) : words.fn(origin.fn, rows)
      const text = words.clauses([
        words.place([file, ...sheetName(place), ...(reading?.cells ? [reading.cells] : [])]),
        ...filters,
        done,
      ])
      return { file, sheet: table.sheet, rows, text, ...(reading?.cells && { cells: reading.cells }) }
    }
  }
}

/** A csv file has no sheets but one named after itself, which need not be said twice. */
const sheetName = ({ file, table }: { file: string; table: Table }): string[] =>
  file.startsWith(`${table.sheet}.`) && !/\.xls[xm]?$/i.test(file) ? [] : [table.sheet]

const signs = { '+': '+', '-': '−', '*': '×', '/': '÷' } as const

/** 累计注册 ÷ 累计点击; brackets only where another order would change the value. */
function written(expression: Expression, nameOf: (id: FigureId) => string): string {
  if ('figure' in expression) return nameOf(expression.figure)
  if ('number' in expression) return String(expression.number)
  const { operator, left, right } = expression
  const strong = operator === '*' || operator === '/'
  const side = (part: Expression, isRight: boolean): string => {
    const text = written(part, nameOf)
    if (!('operator' in part)) return text
    const partStrong = part.operator === '*' || part.operator === '/'
    const loose = strong ? !partStrong : false
    const reversed = isRight && partStrong === strong && (operator === '-' || operator === '/')
    return loose || reversed ? `(${text})` : text
  }
  return `${side(left, false)} ${signs[operator]} ${side(right, true)}`
}

// A table of data written down in a test: its profile, and what a store would read from it for each figure.
// Sums are plain loops, so that what the store does in SQL has something to be compared with.

import type { Figure, Filter, PeriodStep, Reading } from '../../shared/model/figure.ts'
import { ColumnId, type FigureId, SourceId, TableId } from '../../shared/model/ids.ts'
import type { CellValue, Column, Table, TableProfile, TableRow } from '../../shared/model/table.ts'

export type SheetColumn = Pick<Column, 'name' | 'type' | 'unit' | 'scale' | 'step'>

export interface Sheet {
  file: string
  profile: TableProfile
  rows: readonly TableRow[]
}

/** Data starts in row `firstRow`. A text in `raw`, keyed `row index,column index`, is what that cell showed. */
export function sheetOf(
  file: string,
  columns: readonly SheetColumn[],
  cells: readonly (readonly CellValue[])[],
  {
    raw = {},
    firstRow = 2,
    sheet = 'Sheet1',
  }: { raw?: Record<string, string>; firstRow?: number; sheet?: string } = {},
): Sheet {
  const rows = cells.map((values, index): TableRow => {
    const texts = Object.entries(raw).flatMap(([place, text]) => {
      const [row, column] = place.split(',')
      return row === String(index) && column ? [[column, text] as const] : []
    })
    return {
      row: firstRow + index,
      values: [...values],
      ...(texts.length > 0 && { raw: Object.fromEntries(texts) }),
    }
  })
  const table: Table = {
    id: TableId.parse(
      `t-${[...file].map((letter) => letter.codePointAt(0)?.toString(36)).join('')}`.slice(0, 60),
    ),
    source: SourceId.parse('s-1'),
    sheet,
    range: `A1:Z${firstRow + rows.length - 1}`,
    headerRows: [firstRow - 1],
    name: sheet,
    skipped: [],
    rowCount: rows.length,
    columns: columns.map((column, index): Column => ({
      ...column,
      id: ColumnId.parse(`c${index}`),
      letter: letterOf(index),
    })),
  }
  const valuesOf = (index: number): string[] =>
    rows.flatMap(({ values }) => (typeof values[index] === 'string' ? [values[index]] : []))
  const distinct = new Map<ColumnId, readonly string[]>()
  const days = new Map<ColumnId, { from: string; to: string }>()
  for (const [index, { id, type }] of table.columns.entries()) {
    const found = [...new Set(valuesOf(index))]
    if (type === 'text' && found.length <= 24) distinct.set(id, found)
    if (type !== 'date') continue
    const [from] = found.toSorted()
    const to = found.toSorted().at(-1)
    if (from !== undefined && to !== undefined) days.set(id, { from, to })
  }
  return { file, rows, profile: { table, head: rows.slice(0, 200), distinct, days } }
}

const letterOf = (index: number): string => String.fromCharCode(65 + index)

export const placesOf = (sheets: readonly Sheet[]): ReadonlyMap<TableId, { file: string; table: Table }> =>
  new Map(sheets.map(({ file, profile: { table } }) => [table.id, { file, table }]))

/** What the store would find. */
export function readingsOf(figures: readonly Figure[], sheets: readonly Sheet[]): Map<FigureId, Reading> {
  return new Map(
    figures.flatMap((figure) => {
      const reading = read(figure, sheets)
      return reading ? [[figure.id, reading] as const] : []
    }),
  )
}

function periodOf(day: string, step: PeriodStep): string {
  const month = Number(day.slice(5, 7))
  if (step === 'month') return day.slice(0, 7)
  if (step === 'quarter') return `${day.slice(0, 4)}-Q${Math.ceil(month / 3)}`
  if (step === 'half') return `${day.slice(0, 4)}-H${month < 7 ? 1 : 2}`
  return step === 'year' ? day.slice(0, 4) : day
}

function read({ origin }: Figure, sheets: readonly Sheet[]): Reading | undefined {
  if (origin.kind !== 'cell' && origin.kind !== 'aggregate') return undefined
  const found = sheets.find(({ profile }) => profile.table.id === origin.table)
  if (!found) return undefined
  const { columns } = found.profile.table
  const placeOf = (id: ColumnId | undefined): number => columns.findIndex((column) => column.id === id)
  const place = placeOf(origin.column)
  const scale = columns[place]?.scale ?? 1
  const letter = columns[place]?.letter ?? 'A'
  if (origin.kind === 'cell') {
    const row =
      found.rows.find(({ values }) => values[0] === origin.label) ??
      found.rows.find((one) => one.row === origin.row)
    const value = row?.values[place]
    return {
      value: typeof value === 'number' ? value * scale : null,
      rows: row ? 1 : 0,
      cells: `${letter}${origin.row}`,
    }
  }
  const date = columns.findIndex(({ type }) => type === 'date')
  const keeps = ({ values }: TableRow, filter: Filter): boolean => {
    const cell = values[placeOf(filter.column)]
    return filter.step ? periodOf(String(cell), filter.step) === filter.is : cell === filter.is
  }
  const rows = found.rows
    .filter((row) => origin.filters.every((filter) => keeps(row, filter)))
    .filter(({ values }) => place < 0 || values[place] !== null)
  const days = rows.map(({ values }) => String(values[date])).toSorted()
  const [from, to] = [days[0], days.at(-1)]
  const shape = {
    rows: rows.length,
    cells: rows.length > 0 ? `${letter}${rows[0]?.row}:${letter}${rows.at(-1)?.row}` : '',
    ...(date >= 0 && from !== undefined && to !== undefined && { period: { from, to } }),
  }
  if (origin.fn === 'count') return { ...shape, value: rows.length }
  if (origin.fn === 'distinct')
    return { ...shape, value: new Set(rows.map(({ values }) => values[place])).size }
  const { per } = origin
  const perPlace = placeOf(per?.column)
  const sums = new Map<string, number>()
  for (const row of rows) {
    const key = per ? periodOf(String(row.values[perPlace]), per.step) : String(row.row)
    sums.set(key, (sums.get(key) ?? 0) + Number(row.values[place]) * scale)
  }
  const numbers = [...sums.values()]
  if (numbers.length === 0) return { ...shape, value: null }
  const total = numbers.reduce((sum, number) => sum + number, 0)
  if (origin.fn === 'sum') return { ...shape, value: total }
  if (origin.fn === 'avg') return { ...shape, value: total / numbers.length }
  const best = origin.fn === 'min' ? Math.min(...numbers) : Math.max(...numbers)
  const key = [...sums].find(([, number]) => number === best)?.[0]
  const at = per ? key : String(rows.find((row) => String(row.row) === key)?.values[date] ?? '')
  return { ...shape, value: best, ...(at && date >= 0 && { at }) }
}

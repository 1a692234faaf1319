// Filters of the table view: one of each kind a column, and what each is called.

import type { Language } from '../../shared/model/language.ts'
import type { CellValue, Column, ColumnProfile, RowFilter } from '../../shared/model/table.ts'
import type { ColumnId } from '../../shared/model/ids.ts'
import type { TableViewWords } from '../../shared/text/table-view.ts'
import { cellFormatter } from './cell-text.ts'

/** Puts a filter in the place of the one of its kind for its column; null takes that one away. */
export function withFilter(
  filters: readonly RowFilter[],
  column: ColumnId,
  kind: RowFilter['kind'],
  filter: RowFilter | null,
): readonly RowFilter[] {
  const at = filters.findIndex((other) => other.column === column && other.kind === kind)
  if (at === -1) return filter ? [...filters, filter] : filters
  return filter ? filters.with(at, filter) : filters.toSpliced(at, 1)
}

export const filterOf = <K extends RowFilter['kind']>(
  filters: readonly RowFilter[],
  column: ColumnId,
  kind: K,
): Extract<RowFilter, { kind: K }> | undefined =>
  filters.find(
    (filter): filter is Extract<RowFilter, { kind: K }> => filter.column === column && filter.kind === kind,
  )

const valuesNamed = 3

/** 渠道 是 抖音、小红书 */
export function filterText(
  filter: RowFilter,
  column: Column,
  language: Language,
  words: TableViewWords,
  answers: { yes: string; no: string },
): string {
  const format = cellFormatter(column, language, answers)
  const write = (value: CellValue): string => (value === null ? words.blankValue : format(value))
  const { name } = column
  switch (filter.kind) {
    case 'contains':
      return words.filter.contains(name, filter.text)
    case 'is':
      return words.filter.is(
        name,
        filter.values.slice(0, valuesNamed).map(write),
        Math.max(0, filter.values.length - valuesNamed),
      )
    case 'between':
      return words.filter.between(
        name,
        filter.from === undefined ? undefined : write(filter.from),
        filter.to === undefined ? undefined : write(filter.to),
      )
    case 'blank':
      return filter.filled ? words.filter.filled(name) : words.filter.blank(name)
    case 'misfit':
      return words.filter.misfit(name)
  }
}

/** The rows of one bar. A bar ends where the next begins, and a filter has both its ends. */
export function filterOfBar(
  { id, type }: Pick<Column, 'id' | 'type'>,
  bars: ColumnProfile['bars'],
  index: number,
): RowFilter | null {
  const bar = bars[index]
  if (!bar) return null
  const { from, to } = bar
  const isLast = index === bars.length - 1
  const filter = { kind: 'between', column: id, from } as const
  if (isLast) return { ...filter, to }
  if (typeof to === 'string') return { ...filter, to: type === 'date' ? dayBefore(to) : to }
  return { ...filter, to: type === 'integer' ? Math.ceil(to) - 1 : to }
}

function dayBefore(day: string): string {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - 1)
  return date.toISOString().slice(0, 10)
}

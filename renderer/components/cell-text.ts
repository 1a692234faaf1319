// A stored value as a cell of the table view shows it: in the column's own scale, as the sheet has it, with thousands
// set apart. Sums and rounding are not its business.

import type { Language } from '../../shared/model/language.ts'
import type { CellValue, Column, ColumnType, DateStep } from '../../shared/model/table.ts'
import { columnUnit } from '../../shared/text/column-unit.ts'
import type { DataWords } from '../../shared/text/data.ts'

const numericTypes: ReadonlySet<Column['type']> = new Set([
  'integer',
  'number',
  'money',
  'percent',
  'duration',
])

export const isNumeric = (column: Column): boolean => numericTypes.has(column.type)

/** 日期 · 季度 */
export function typeText(type: ColumnType, step: DateStep | undefined, words: DataWords): string {
  const isPeriod = type === 'date' && step !== undefined && step !== 'day'
  return isPeriod ? `${words.types.date} · ${words.dateSteps[step]}` : words.types[type]
}

/** What is said of a column under its name: 金额 · 万元, 日期 · 季度. */
export const columnNote = (
  column: Pick<Column, 'type' | 'unit' | 'scale' | 'step'>,
  language: Language,
  words: DataWords,
): string =>
  [typeText(column.type, column.step, words), columnUnit(column, language)].filter(Boolean).join(' · ')

export type WriteCell = (value: CellValue) => string

/** A year is no quantity: its digits stay together. */
const countsYears = (column: Column): boolean => /年(份|度)?$|\byear$/i.test(column.name)

export function cellFormatter(
  column: Column,
  language: Language,
  words: { yes: string; no: string },
): WriteCell {
  const number = new Intl.NumberFormat(language, {
    useGrouping: !countsYears(column),
    ...(decimals[column.type] ?? asMeasured),
  })
  return (value) => {
    if (value === null) return ''
    if (typeof value === 'boolean') return value ? words.yes : words.no
    if (typeof value === 'number') return number.format(value)
    return column.type === 'datetime' ? value.replace('T', ' ') : value
  }
}

const decimals: Partial<Readonly<Record<Column['type'], Intl.NumberFormatOptions>>> = {
  integer: { maximumFractionDigits: 0 },
  money: { minimumFractionDigits: 2, maximumFractionDigits: 2 },
  percent: { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 },
}
const asMeasured: Intl.NumberFormatOptions = { maximumFractionDigits: 6 }

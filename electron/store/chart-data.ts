// What a chart shows straight from a table: categories and series, made of groups of rows. It draws and words nothing.

import type { ChartData, ChartQuery } from '../../shared/model/chart.ts'
import type { AggregateFunction, FigureKind } from '../../shared/model/figure.ts'
import type { CellValue, Column } from '../../shared/model/table.ts'
import { keysBetween, spanOfKey } from '../../shared/numbers/periods.ts'
import { tidy } from '../../shared/numbers/tidy.ts'
import { isPeriodKey } from './aggregate.ts'
import type { Answers } from './answers.ts'
import type { GroupRow, Measure } from './grouping.ts'
import { type StoredTable, columnOf } from './stored-table.ts'

/** In milliseconds, thirty years. Days further apart stand side by side, without the empty periods between them. */
const farthest = 30 * 366 * 86_400_000

/**
 * To be called within a transaction. Rows whose date does not tell the period are left out.
 * Throws RecapError `column-unknown`.
 */
export function readChartData(answers: Answers, table: StoredTable, query: ChartQuery): ChartData {
  const { by, split, measures, where } = query
  const dated = [by, ...(split ? [split] : [])].map((key) => isPeriodKey(table, key))
  const groups = answers
    .group(table, { by: split ? [by, split] : [by], measures, where })
    .filter((group) => dated.every((isDate, index) => !isDate || group[index] !== null))
  const categories = keysOf(table, groups, 0, stepOf(table, by))
  const parts = split ? keysOf(table, groups, 1, stepOf(table, split)) : ['']
  const values = new Map(groups.map((group) => [placeOf(group, split !== undefined), group]))
  return {
    categories,
    series: parts.flatMap((part) =>
      measures.map((measure, index) => {
        const column = measure.column === undefined ? undefined : columnOf(table, measure.column).column
        const name = column?.name ?? table.name
        return {
          name: !split ? name : measures.length === 1 ? part : `${part} ${name}`,
          ...kindOf(measure.fn, column),
          additive: isAdditive(measure.fn, column),
          values: categories.map((category) =>
            valueOf(values.get(JSON.stringify([category, part]))?.[dated.length + index], measure, column),
          ),
        }
      }),
    ),
  }
}

const placeOf = ([category = null, part = null]: GroupRow, isSplit: boolean): string =>
  JSON.stringify([named(category), isSplit ? named(part) : ''])

/** Of a date column without a step its own. Undefined for what is no date. */
function stepOf(table: StoredTable, { column, step }: ChartQuery['by']): ChartQuery['by']['step'] {
  if (!isPeriodKey(table, { column, step })) return undefined
  const found = columnOf(table, column).column
  return step ?? (found.type === 'date' ? 'day' : undefined)
}

/** In the order of the groups, or every period from the first to the last. */
function keysOf(
  { yearStart }: StoredTable,
  groups: readonly GroupRow[],
  place: 0 | 1,
  step: ChartQuery['by']['step'],
): string[] {
  const names = [...new Set(groups.map((group) => named(group[place] ?? null)))]
  if (step === undefined) return names
  const ordered = names.toSorted()
  const [first, last] = [ordered[0] ?? '', ordered.at(-1) ?? ''].map((key) => spanOfKey(key, yearStart)?.from)
  if (first === undefined || last === undefined || Date.parse(last) - Date.parse(first) > farthest)
    return ordered
  return keysBetween(first, last, step, yearStart)
}

/** A key as a reader sees it, in whichever language. */
function named(key: CellValue): string {
  if (key === null) return '—'
  if (typeof key === 'boolean') return key ? '✓' : '✗'
  return String(key)
}

function kindOf(fn: AggregateFunction, column: Column | undefined): { kind: FigureKind; unit: string } {
  if (!column || fn === 'count' || fn === 'distinct') return { kind: 'count', unit: '' }
  const { type, unit = '' } = column
  if (type === 'percent') return { kind: 'rate', unit: '%' }
  return { kind: type === 'money' ? 'amount' : type === 'duration' ? 'duration' : 'count', unit }
}

const isAdditive = (fn: AggregateFunction, column: Column | undefined): boolean =>
  fn === 'count' || (fn === 'sum' && column?.type !== 'percent')

function valueOf(value: CellValue | undefined, { fn }: Measure, column: Column | undefined): number | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return null
  const scale = fn === 'count' || fn === 'distinct' ? 1 : (column?.scale ?? 1)
  return tidy(value * scale)
}

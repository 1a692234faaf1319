// What of a table's columns can stand where in a chart's query. Pure.

import type { ChartQuery, ChartSeries } from '../../../shared/model/chart.ts'
import type { AggregateFunction, PeriodStep } from '../../../shared/model/figure.ts'
import type { ColumnId } from '../../../shared/model/ids.ts'
import type { Column, Table } from '../../../shared/model/table.ts'
import { isNumeric } from '../../components/cell-text.ts'
import type { Editing } from './editing.ts'

/** What the fields of a query work with. */
export interface QueryFieldsProps extends Editing {
  query: ChartQuery
  table: Table
  /** With other series where those that were named belong to other numbers. */
  onAsk: (query: ChartQuery, series?: readonly ChartSeries[]) => void
}

export type Measure = ChartQuery['measures'][number]

/** Shortest first. */
export const stepOrder: readonly PeriodStep[] = ['day', 'week', 'month', 'quarter', 'half', 'year']
export const isDay = ({ type }: Column): boolean => type === 'date' || type === 'datetime'

/** What can be asked of words as well as of numbers. */
export const takesText: ReadonlySet<AggregateFunction> = new Set(['count', 'distinct'])
const functions: readonly AggregateFunction[] = [
  'sum',
  'avg',
  'max',
  'min',
  'first',
  'last',
  'count',
  'distinct',
]
export const functionsFor = (table: Table): readonly AggregateFunction[] =>
  table.columns.some(isNumeric) ? functions : functions.filter((fn) => takesText.has(fn))

export const along = (column: Column): ChartQuery['by'] => ({
  column: column.id,
  ...(isDay(column) && { step: column.step && column.step !== 'day' ? column.step : ('month' as const) }),
})

/** Rates and durations are averaged; what can be added up is. */
export function measureOf(column: Column | undefined): Measure {
  if (!column) return { fn: 'count' }
  return { fn: column.type === 'percent' || column.type === 'duration' ? 'avg' : 'sum', column: column.id }
}

export const nextMeasure = (table: Table, { measures }: ChartQuery): Measure =>
  measureOf(
    table.columns.find(
      (column) => isNumeric(column) && !measures.some((measure) => measure.column === column.id),
    ),
  )

export function withFunction(measure: Measure, fn: AggregateFunction, table: Table): Measure {
  if (fn === 'count') return { fn }
  const kept = table.columns.find(({ id }) => id === measure.column)
  const column =
    kept && (isNumeric(kept) || takesText.has(fn))
      ? kept
      : (table.columns.find(isNumeric) ?? table.columns[0])
  return column ? { fn, column: column.id } : { fn: 'count' }
}

export function withColumn({ fn }: Measure, column: ColumnId | '', table: Table): Measure {
  const chosen = table.columns.find(({ id }) => id === column)
  return chosen ? { fn, column: chosen.id } : { fn: 'count' }
}

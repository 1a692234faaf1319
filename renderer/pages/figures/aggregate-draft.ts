// A figure over the rows of a table while it is put together: which column, how it is calculated, over which rows.

import type {
  AggregateFunction,
  AggregateOrigin,
  FigureKind,
  Filter,
  PeriodStep,
} from '../../../shared/model/figure.ts'
import type { FigureState } from '../../../shared/model/goal.ts'
import type { ColumnId, TableId } from '../../../shared/model/ids.ts'
import type { Column, RowFilter, Table } from '../../../shared/model/table.ts'
import type { FigureEditorWords } from '../../../shared/text/figure-editor.ts'
import { type Condition, conditionOf, readCondition } from './conditions.ts'

export interface AggregateDraft {
  table: TableId | ''
  fn: AggregateFunction
  column: ColumnId | ''
  conditions: readonly Condition[]
  /** Conditions that the form has no fields for; they can be taken away. */
  filters: readonly Filter[]
  where: readonly RowFilter[]
  per: PeriodStep | ''
}

export const emptyAggregate = (table: TableId | ''): AggregateDraft => ({
  table,
  fn: 'sum',
  column: '',
  conditions: [],
  filters: [],
  where: [],
  per: '',
})

/** An origin back in the form. */
export function draftOfAggregate(origin: AggregateOrigin, tables: readonly Table[]): AggregateDraft {
  const table = tables.find(({ id }) => id === origin.table)
  const conditions = origin.where?.map((filter) => conditionOf(filter, table)) ?? []
  return {
    table: origin.table,
    fn: origin.fn,
    column: origin.column ?? '',
    per: origin.per?.step ?? '',
    filters: origin.filters,
    conditions: conditions.filter((one) => one !== undefined),
    where: (origin.where ?? []).filter((_, at) => conditions[at] === undefined),
  }
}

const numeric: ReadonlySet<Column['type']> = new Set(['integer', 'number', 'money', 'percent', 'duration'])
export const isDated = ({ type }: Column): boolean => type === 'date' || type === 'datetime'

/** Columns that a function can be taken over. */
export const columnsFor = (table: Table, fn: AggregateFunction): Column[] =>
  fn === 'count' ? [] : table.columns.filter((column) => fn === 'distinct' || numeric.has(column.type))

export interface ReadAggregate {
  origin: AggregateOrigin
  /** What the column makes of it. */
  kind: FigureKind
  unit: string
  additive: boolean
  /** 抖音注册合计 */
  name: string
}

/** What a draft says, or what is still to be chosen. `figures` tell in what a column was measured before. */
export function readAggregate(
  draft: AggregateDraft,
  tables: readonly Table[],
  figures: readonly FigureState[],
  words: FigureEditorWords,
): ReadAggregate | { missing: 'table' | 'column' } {
  const table = tables.find(({ id }) => id === draft.table)
  if (!table) return { missing: 'table' }
  const column = columnsFor(table, draft.fn).find(({ id }) => id === draft.column)
  if (!column && draft.fn !== 'count') return { missing: 'column' }
  const dated = table.columns.find(isDated)
  const added = draft.conditions.flatMap((condition) => {
    const home = table.columns.find(({ id }) => id === condition.column)
    return (home && readCondition(condition, home)) ?? []
  })
  const where = [...draft.where, ...added]
  const origin: AggregateOrigin = {
    kind: 'aggregate',
    table: table.id,
    fn: draft.fn,
    filters: [...draft.filters],
    ...(column ? { column: column.id } : {}),
    ...(where.length > 0 ? { where } : {}),
    ...(draft.per !== '' && dated ? { per: { column: dated.id, step: draft.per } } : {}),
  }
  const base = words.nameOf(draft.fn, column?.name ?? '', table.name)
  return { origin, ...measuredIn(draft, column, figures), name: words.nameWith(keyOf(where), base) }
}

/** The one value that all rows have: 抖音. Empty where there is none or more than one. */
function keyOf(where: readonly RowFilter[]): string {
  const [only] = where
  if (where.length !== 1 || only?.kind !== 'is' || only.values.length !== 1) return ''
  return typeof only.values[0] === 'string' ? only.values[0] : ''
}

const kinds: Partial<Readonly<Record<Column['type'], FigureKind>>> = {
  money: 'amount',
  percent: 'rate',
  duration: 'duration',
}

/** What the column says itself comes first; what another figure over it is measured in knows more than nothing. */
function measuredIn(
  { fn, per }: AggregateDraft,
  column: Column | undefined,
  figures: readonly FigureState[],
): Pick<ReadAggregate, 'kind' | 'unit' | 'additive'> {
  if (!column || fn === 'distinct') return { kind: 'count', unit: '', additive: fn === 'count' }
  const known = figures.find(
    ({ origin }) =>
      origin.kind === 'aggregate' &&
      origin.column === column.id &&
      !['count', 'distinct'].includes(origin.fn),
  )
  const kind = known?.kind ?? kinds[column.type] ?? 'count'
  const unit = column.unit ?? known?.unit ?? (kind === 'rate' ? '%' : '')
  return { kind, unit, additive: fn === 'sum' && per === '' && (kind === 'count' || kind === 'amount') }
}

// A chart straight from a table: what its categories, its series and its numbers are, and which rows count.

import { type ReactElement, useState } from 'react'
import type { ChartQuery } from '../../../shared/model/chart.ts'
import type { AggregateFunction, PeriodStep } from '../../../shared/model/figure.ts'
import type { ColumnId, TableId } from '../../../shared/model/ids.ts'
import type { Column, Table } from '../../../shared/model/table.ts'
import { chartBuilderWords } from '../../../shared/text/chart-builder.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { isNumeric } from '../../components/cell-text.ts'
import { ColumnFilters, ColumnValues, FilterChips } from '../../components/column-filters.tsx'
import { useColumnProfile } from '../../queries.ts'
import { useWords } from '../../words.ts'
import { type Editing, emptied } from './editing.ts'

const mostMeasures = 8

export function TablePanel(editing: Editing): ReactElement {
  const words = useWords(chartBuilderWords)
  const { chart, tables, disabled, change } = editing
  const { query } = chart
  const table = tables.find(({ id }) => id === query?.table)
  if (tables.length === 0) return <p className="builder-hint">{words.noTables}</p>
  /** Names and axes of series belong to the numbers that were asked for before. */
  const ask = (next: ChartQuery): void =>
    change((now) => ({ ...(now.query ? now : emptied(now)), series: [], query: next }))
  const choose = (id: TableId): void => {
    const chosen = tables.find((one) => one.id === id)
    const first = chosen && firstQuery(chosen)
    if (first)
      change((now) => ({ ...emptied(now), kind: now.kind === 'gantt' ? 'column' : now.kind, query: first }))
  }
  return (
    <>
      <label className="field">
        <span className="field-label">{words.table}</span>
        <select
          className="input"
          value={table?.id ?? ''}
          disabled={disabled}
          onChange={({ target }) => choose(target.value as TableId)}
        >
          {!table && <option value="" />}
          {tables.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {query && table && <QueryFields {...editing} query={query} table={table} onAsk={ask} />}
    </>
  )
}

interface QueryFieldsProps extends Editing {
  query: ChartQuery
  table: Table
  onAsk: (query: ChartQuery) => void
}

function QueryFields(props: QueryFieldsProps): ReactElement {
  const { query, table, disabled, onAsk, project } = props
  const words = useWords(chartBuilderWords)
  const { split: _split, ...unsplit } = query
  const put = (index: number, measure: ChartQuery['measures'][number]): void =>
    onAsk({ ...query, measures: query.measures.with(index, measure) })
  return (
    <>
      <Along
        label={words.by}
        table={table}
        value={query.by}
        disabled={disabled}
        onChange={(by) => by && onAsk({ ...query, by })}
      />
      <Along
        label={words.split}
        none={words.noSplit}
        table={table}
        value={query.split}
        disabled={disabled}
        onChange={(split) => onAsk(split ? { ...query, split } : unsplit)}
      />
      <section className="builder-part">
        <h3>{words.measures}</h3>
        <ul className="measures">
          {query.measures.map((measure, index) => (
            <li key={`${index} ${measure.fn} ${measure.column ?? ''}`} aria-label={words.measure(index + 1)}>
              <select
                className="input"
                aria-label={`${words.fn}（${words.measure(index + 1)}）`}
                value={measure.fn}
                disabled={disabled}
                onChange={({ target }) =>
                  put(index, withFunction(measure, target.value as AggregateFunction, table))
                }
              >
                {functionsFor(table).map((fn) => (
                  <option key={fn} value={fn}>
                    {words.fns[fn]}
                  </option>
                ))}
              </select>
              <select
                className="input"
                aria-label={`${words.column}（${words.measure(index + 1)}）`}
                value={measure.column ?? ''}
                disabled={disabled}
                onChange={({ target }) =>
                  put(index, withColumn(measure, target.value as ColumnId | '', table))
                }
              >
                {measure.fn === 'count' && <option value="">{words.rowsThemselves}</option>}
                {table.columns
                  .filter((column) => isNumeric(column) || takesText.has(measure.fn))
                  .map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
              </select>
              {query.measures.length > 1 && (
                <IconButton
                  icon="close"
                  label={words.removeNamed(words.measure(index + 1))}
                  disabled={disabled}
                  onClick={() => onAsk({ ...query, measures: query.measures.toSpliced(index, 1) })}
                />
              )}
            </li>
          ))}
        </ul>
        {query.measures.length < mostMeasures && (
          <Button
            size="small"
            kind="quiet"
            icon="plus"
            disabled={disabled}
            onClick={() => onAsk({ ...query, measures: [...query.measures, nextMeasure(table, query)] })}
          >
            {words.addMeasure}
          </Button>
        )}
      </section>
      <Filters project={project} table={table} query={query} disabled={disabled} onAsk={onAsk} />
    </>
  )
}

interface AlongProps {
  label: string
  /** Said of no column at all, where that can be chosen. */
  none?: string
  table: Table
  value: ChartQuery['by'] | undefined
  disabled: boolean
  onChange: (value: ChartQuery['by'] | undefined) => void
}

/** A column, and by what period where it holds days. */
function Along({ label, none, table, value, disabled, onChange }: AlongProps): ReactElement {
  const words = useWords(chartBuilderWords)
  const column = table.columns.find(({ id }) => id === value?.column)
  const choose = (id: string): void => {
    const chosen = table.columns.find((one) => one.id === id)
    onChange(chosen && along(chosen))
  }
  return (
    <div className="along">
      <label className="field">
        <span className="field-label">{label}</span>
        <select
          className="input"
          value={value?.column ?? ''}
          disabled={disabled}
          onChange={({ target }) => choose(target.value)}
        >
          {none !== undefined && <option value="">{none}</option>}
          {table.columns.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {value && column && isDay(column) && (
        <label className="field">
          <span className="field-label">{words.step}</span>
          <select
            className="input"
            aria-label={`${label} ${words.step}`}
            value={value.step ?? ''}
            disabled={disabled}
            onChange={({ target }) =>
              onChange({
                column: value.column,
                ...(target.value !== '' && { step: target.value as PeriodStep }),
              })
            }
          >
            <option value="">{words.eachValue}</option>
            {(Object.keys(words.steps) as PeriodStep[])
              .filter((step) => stepOrder.indexOf(step) >= stepOrder.indexOf(column.step ?? 'day'))
              .map((step) => (
                <option key={step} value={step}>
                  {words.steps[step]}
                </option>
              ))}
          </select>
        </label>
      )}
    </div>
  )
}

function Filters({
  project,
  table,
  query,
  disabled,
  onAsk,
}: Pick<QueryFieldsProps, 'project' | 'table' | 'query' | 'disabled' | 'onAsk'>): ReactElement {
  const words = useWords(chartBuilderWords)
  const [adding, setAdding] = useState<Column | null>(null)
  const profile = useColumnProfile(project.id, table.id, adding?.id ?? null).data
  const filters = query.where ?? []
  const put = (where: typeof filters | readonly (typeof filters)[number][]): void => {
    const { where: _where, ...rest } = query
    onAsk(where.length > 0 ? { ...rest, where: [...where] } : rest)
  }
  return (
    <section className="builder-part">
      <h3>{words.filters}</h3>
      <FilterChips columns={table.columns} filters={filters} disabled={disabled} onFilters={put} />
      <label className="field">
        <span className="field-label">{words.addFilter}</span>
        <select
          className="input"
          value={adding?.id ?? ''}
          disabled={disabled}
          onChange={({ target }) => setAdding(table.columns.find(({ id }) => id === target.value) ?? null)}
        >
          <option value="">{words.filterColumn}</option>
          {table.columns.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {adding && (
        <div className="builder-filter">
          <ColumnFilters column={adding} filters={filters} misfits={profile?.misfits ?? 0} onFilters={put} />
          {profile && profile.values.length > 0 && (
            <ColumnValues column={adding} filters={filters} values={profile.values} onFilters={put} />
          )}
          <Button size="small" onClick={() => setAdding(null)}>
            {words.filterDone}
          </Button>
        </div>
      )}
    </section>
  )
}

const stepOrder: readonly PeriodStep[] = ['day', 'week', 'month', 'quarter', 'half', 'year']
const isDay = ({ type }: Column): boolean => type === 'date' || type === 'datetime'

/** What can be asked of words as well as of numbers. */
const takesText: ReadonlySet<AggregateFunction> = new Set(['count', 'distinct'])
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
const functionsFor = (table: Table): readonly AggregateFunction[] =>
  table.columns.some(isNumeric) ? functions : functions.filter((fn) => takesText.has(fn))

const along = (column: Column): ChartQuery['by'] => ({
  column: column.id,
  ...(isDay(column) && { step: column.step && column.step !== 'day' ? column.step : ('month' as const) }),
})

/** Rates and durations are averaged; what can be added up is. */
function measureOf(column: Column | undefined): ChartQuery['measures'][number] {
  if (!column) return { fn: 'count' }
  return { fn: column.type === 'percent' || column.type === 'duration' ? 'avg' : 'sum', column: column.id }
}

/** By month where there are days, else by the first column of words: the first column of numbers. */
export function firstQuery(table: Table): ChartQuery | undefined {
  const by =
    table.columns.find(({ type }) => type === 'text') ?? table.columns.find(isDay) ?? table.columns[0]
  if (!by) return undefined
  return { table: table.id, by: along(by), measures: [measureOf(table.columns.find(isNumeric))] }
}

const nextMeasure = (table: Table, { measures }: ChartQuery): ChartQuery['measures'][number] =>
  measureOf(
    table.columns.find(
      (column) => isNumeric(column) && !measures.some((measure) => measure.column === column.id),
    ),
  )

function withFunction(
  measure: ChartQuery['measures'][number],
  fn: AggregateFunction,
  table: Table,
): ChartQuery['measures'][number] {
  if (fn === 'count') return { fn }
  const kept = table.columns.find(({ id }) => id === measure.column)
  const column =
    kept && (isNumeric(kept) || takesText.has(fn))
      ? kept
      : (table.columns.find(isNumeric) ?? table.columns[0])
  return column ? { fn, column: column.id } : { fn: 'count' }
}

function withColumn(
  { fn }: ChartQuery['measures'][number],
  column: ColumnId | '',
  table: Table,
): ChartQuery['measures'][number] {
  const chosen = table.columns.find(({ id }) => id === column)
  return chosen ? { fn, column: chosen.id } : { fn: 'count' }
}

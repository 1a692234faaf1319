// A chart straight from a table: what its categories, its series and its numbers are, and which rows count.

import { type ReactElement, useState } from 'react'
import type { ChartQuery, ChartSeries } from '../../../shared/model/chart.ts'
import type { PeriodStep } from '../../../shared/model/figure.ts'
import type { ProjectId, TableId } from '../../../shared/model/ids.ts'
import type { Column, Table } from '../../../shared/model/table.ts'
import { chartBuilderWords } from '../../../shared/text/chart-builder.ts'
import { Button } from '../../components/button.tsx'
import { ColumnFilters, ColumnValues, FilterChips } from '../../components/column-filters.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { useColumnProfile } from '../../queries.ts'
import { useLanguage, useWords } from '../../words.ts'
import { type Editing, emptied } from './editing.ts'
import { distinctValues, firstQuery, mostCategories, mostSplit } from './first-query.ts'
import { MeasureList } from './measure-list.tsx'
import { along, isDay, type QueryFieldsProps, stepOrder } from './table-columns.ts'

export function TablePanel(editing: Editing): ReactElement {
  const words = useWords(chartBuilderWords)
  const { chart, tables, disabled, change } = editing
  const { query } = chart
  const [failure, setFailure] = useState<unknown>(null)
  const [bare, setBare] = useState('')
  const table = tables.find(({ id }) => id === query?.table)
  if (tables.length === 0) return <p className="builder-hint">{words.noTables}</p>
  const ask = (next: ChartQuery, series?: readonly ChartSeries[]): void =>
    change((now) => ({ ...now, series: [...(series ?? now.series)], query: next }))
  const choose = async (id: TableId): Promise<void> => {
    const chosen = tables.find((one) => one.id === id)
    try {
      const first = chosen && (await firstQuery(editing.project.id, chosen))
      setFailure(null)
      setBare(first ? '' : (chosen?.name ?? ''))
      if (first)
        change((now) => ({ ...emptied(now), kind: now.kind === 'gantt' ? 'column' : now.kind, query: first }))
    } catch (error) {
      setFailure(error)
    }
  }
  return (
    <>
      <label className="field">
        <span className="field-label">{words.table}</span>
        <select
          className="input"
          value={table?.id ?? ''}
          disabled={disabled}
          onChange={({ target }) => void choose(target.value as TableId)}
        >
          {!table && <option value="">{words.pickTable}</option>}
          {tables.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {failure !== null && <ErrorNote error={failure} />}
      {bare !== '' && <p className="builder-hint">{words.noColumns(bare)}</p>}
      {query && table && <QueryFields {...editing} query={query} table={table} onAsk={ask} />}
    </>
  )
}

function QueryFields(props: QueryFieldsProps): ReactElement {
  const { query, table, disabled, onAsk, project } = props
  const words = useWords(chartBuilderWords)
  const { split: _split, ...unsplit } = query
  return (
    <>
      <Along
        label={words.by}
        project={project.id}
        most={mostCategories}
        table={table}
        value={query.by}
        disabled={disabled}
        onChange={(by) => by && onAsk({ ...query, by })}
      />
      <Along
        label={words.split}
        none={words.noSplit}
        project={project.id}
        most={mostSplit}
        table={table}
        value={query.split}
        disabled={disabled}
        onChange={(split) => onAsk(split ? { ...query, split } : unsplit, [])}
      />
      <MeasureList {...props} />
      <Filters project={project} table={table} query={query} disabled={disabled} onAsk={onAsk} />
    </>
  )
}

interface AlongProps {
  label: string
  project: ProjectId
  /** A column with more values than this is refused, with its number. */
  most: number
  /** Said of no column at all, where that can be chosen. */
  none?: string
  table: Table
  value: ChartQuery['by'] | undefined
  disabled: boolean
  onChange: (value: ChartQuery['by'] | undefined) => void
}

/** A column, and by what period where it holds days. */
function Along({ label, project, most, none, table, value, disabled, onChange }: AlongProps): ReactElement {
  const words = useWords(chartBuilderWords)
  const column = table.columns.find(({ id }) => id === value?.column)
  const language = useLanguage()
  const [refused, setRefused] = useState('')
  const [failure, setFailure] = useState<unknown>(null)
  const choose = async (id: string): Promise<void> => {
    const chosen = table.columns.find((one) => one.id === id)
    try {
      const distinct = chosen ? await distinctValues(project, table, chosen) : 0
      setFailure(null)
      setRefused(
        chosen && distinct > most ? words.tooManyValues(chosen.name, distinct.toLocaleString(language)) : '',
      )
      if (distinct <= most) onChange(chosen && along(chosen))
    } catch (error) {
      setFailure(error)
    }
  }
  return (
    <div className="along">
      <label className="field">
        <span className="field-label">{label}</span>
        <select
          className="input"
          value={value?.column ?? ''}
          disabled={disabled}
          onChange={({ target }) => void choose(target.value)}
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
      <div className="along-note" aria-live="polite">
        {refused !== '' && <p>{refused}</p>}
      </div>
      {failure !== null && <ErrorNote error={failure} />}
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
      <h2>{words.filters}</h2>
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

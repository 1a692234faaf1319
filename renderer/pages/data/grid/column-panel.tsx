// One column at a glance, beside the rows: what it holds, how it is spread, and the filters on it.

import type { ReactElement } from 'react'
import type { ProjectId } from '../../../../shared/model/ids.ts'
import type { CellValue, Column, RowFilter, Table } from '../../../../shared/model/table.ts'
import { dataWords } from '../../../../shared/text/data.ts'
import { tableViewWords } from '../../../../shared/text/table-view.ts'
import { Button, IconButton } from '../../../components/button.tsx'
import { ColumnFilters, ColumnValues } from '../../../components/column-filters.tsx'
import { ErrorNote } from '../../../components/error-note.tsx'
import { Loading } from '../../../components/loading.tsx'
import { useColumnProfile } from '../../../queries.ts'
import { useLanguage, useWords } from '../../../words.ts'
import { cellFormatter, columnNote, isNumeric } from '../../../components/cell-text.ts'
import { filterOf, filterOfBar, withFilter } from '../../../components/filter-text.ts'
import { Histogram } from './histogram.tsx'

export interface ColumnPanelProps {
  project: ProjectId
  table: Table
  column: Column
  filters: readonly RowFilter[]
  onFilters: (filters: readonly RowFilter[]) => void
  onSort: (descending: boolean) => void
  onCopy: () => void
  onClose: () => void
}

export function ColumnPanel(props: ColumnPanelProps): ReactElement {
  const { project, table, column, filters, onFilters } = props
  const words = useWords(tableViewWords)
  const data = useWords(dataWords)
  const language = useLanguage()
  const profile = useColumnProfile(project, table.id, column.id)
  const format = cellFormatter(column, language, data)
  const write = (value: CellValue): string => (value === null ? words.blankValue : format(value))
  const count = (rows: number): string => rows.toLocaleString(language)
  const put = (kind: RowFilter['kind'], filter: RowFilter | null): void =>
    onFilters(withFilter(filters, column.id, kind, filter))
  const isDay = column.type === 'date' || column.type === 'datetime'
  const shown = profile.data
  const between = filterOf(filters, column.id, 'between')
  const isBar = (filter: RowFilter | null): boolean =>
    filter?.kind === 'between' && filter.from === between?.from && filter.to === between?.to
  return (
    <aside className="column-panel" aria-label={words.panel(column.name)}>
      <header>
        <div>
          <h2>{column.name}</h2>
          <p>{columnNote(column, language, data)}</p>
        </div>
        <IconButton icon="close" label={words.closePanel} onClick={props.onClose} />
      </header>
      <div className="column-panel-actions">
        <Button size="small" onClick={() => props.onSort(false)}>
          {words.ascending}
        </Button>
        <Button size="small" onClick={() => props.onSort(true)}>
          {words.descending}
        </Button>
        <Button size="small" onClick={props.onCopy}>
          {words.copyColumn}
        </Button>
      </div>
      {profile.error && <ErrorNote error={profile.error} />}
      {!shown && !profile.error && <Loading />}
      {shown && (
        <>
          <dl className="profile-facts">
            <Fact name={words.missing}>{share(shown.missing, shown.rows, language)}</Fact>
            {shown.misfits > 0 && <Fact name={words.misfits}>{count(shown.misfits)}</Fact>}
            <Fact name={words.distinct}>{count(shown.distinct)}</Fact>
            {shown.min !== null && (isNumeric(column) || isDay) && (
              <>
                <Fact name={isDay ? words.earliest : words.min}>{write(shown.min)}</Fact>
                <Fact name={isDay ? words.latest : words.max}>{write(shown.max)}</Fact>
              </>
            )}
            {shown.mean !== null && (
              <Fact name={words.mean}>{meanText(column, shown.mean, language, format)}</Fact>
            )}
          </dl>
          {shown.bars.length > 1 && (
            <>
              <h3>{words.spread}</h3>
              <Histogram
                label={words.spread}
                bars={shown.bars}
                nameOf={(bar) => words.bar(write(bar.from), write(bar.to), count(bar.count))}
                ends={{ from: write(shown.min), to: write(shown.max) }}
                chosen={shown.bars.findIndex((_, index) => isBar(filterOfBar(column, shown.bars, index)))}
                onChoose={(index) => {
                  const filter = filterOfBar(column, shown.bars, index)
                  put('between', isBar(filter) ? null : filter)
                }}
              />
            </>
          )}
          {shown.values.length > 0 && (
            <>
              <h3>{words.frequent}</h3>
              <ColumnValues column={column} filters={filters} values={shown.values} onFilters={onFilters} />
            </>
          )}
        </>
      )}
      <h3>{words.filterBy}</h3>
      <ColumnFilters column={column} filters={filters} misfits={shown?.misfits ?? 0} onFilters={onFilters} />
    </aside>
  )
}

function Fact({ name, children }: { name: string; children: string }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** 12（1.1%） */
function share(part: number, whole: number, language: string): string {
  if (part === 0 || whole === 0) return part.toLocaleString(language)
  const ratio = (part / whole).toLocaleString(language, { style: 'percent', maximumFractionDigits: 1 })
  return language === 'en'
    ? `${part.toLocaleString(language)} (${ratio})`
    : `${part.toLocaleString(language)}（${ratio}）`
}

/** The mean of whole numbers is seldom whole. */
const meanText = (
  { type }: Column,
  mean: number,
  language: string,
  format: (value: CellValue) => string,
): string =>
  type === 'integer' || type === 'number' || type === 'duration'
    ? mean.toLocaleString(language, { maximumFractionDigits: 2 })
    : format(mean)

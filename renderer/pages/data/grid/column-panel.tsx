// One column at a glance, beside the rows: what it holds, how it is spread, and the filters on it.

import type { ReactElement } from 'react'
import type { ProjectId } from '../../../../shared/model/ids.ts'
import type { CellValue, Column, RowFilter, Table } from '../../../../shared/model/table.ts'
import { dataWords } from '../../../../shared/text/data.ts'
import { tableViewWords } from '../../../../shared/text/table-view.ts'
import { Button, IconButton } from '../../../components/button.tsx'
import { ErrorNote } from '../../../components/error-note.tsx'
import { Loading } from '../../../components/loading.tsx'
import { useColumnProfile } from '../../../queries.ts'
import { useLanguage, useWords } from '../../../words.ts'
import { cellFormatter, columnNote, isNumeric } from '../cell-text.ts'
import { SettledField } from '../settled-field.tsx'
import { filterOf, filterOfBar, withFilter } from './filter-text.ts'
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
  const chosen = filterOf(filters, column.id, 'is')?.values ?? []
  const toggle = (value: CellValue): void => {
    const values = chosen.includes(value) ? chosen.filter((own) => own !== value) : [...chosen, value]
    put('is', values.length === 0 ? null : { kind: 'is', column: column.id, values })
  }
  const between = filterOf(filters, column.id, 'between')
  const isBar = (filter: RowFilter | null): boolean =>
    filter?.kind === 'between' && filter.from === between?.from && filter.to === between?.to
  const most = Math.max(1, ...(shown?.values ?? []).map((entry) => entry.count))
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
              <ul className="profile-values">
                {shown.values.map((entry) => (
                  <li key={String(entry.value)}>
                    <button
                      type="button"
                      aria-pressed={chosen.includes(entry.value)}
                      aria-label={words.value(write(entry.value), count(entry.count))}
                      onClick={() => toggle(entry.value)}
                    >
                      <span className="profile-share" style={{ width: `${(entry.count / most) * 100}%` }} />
                      <span className="profile-value">{write(entry.value)}</span>
                      <span>{count(entry.count)}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
      <h3>{words.filterBy}</h3>
      <Filters column={column} filters={filters} misfits={shown?.misfits ?? 0} put={put} />
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

interface FiltersProps {
  column: Column
  filters: readonly RowFilter[]
  misfits: number
  put: (kind: RowFilter['kind'], filter: RowFilter | null) => void
}

function Filters({ column, filters, misfits, put }: FiltersProps): ReactElement {
  const words = useWords(tableViewWords)
  const { id, type } = column
  const contains = filterOf(filters, id, 'contains')
  const between = filterOf(filters, id, 'between')
  const blank = filterOf(filters, id, 'blank')
  const misfit = filterOf(filters, id, 'misfit')
  const ordered = isNumeric(column) || type === 'date' || type === 'datetime'
  const setEnd = (end: 'from' | 'to', text: string): void => {
    const value = endFrom(type, text, end)
    const [from, to] = end === 'from' ? [value, between?.to] : [between?.from, value]
    const isOpen = from === undefined && to === undefined
    const ends = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
    put('between', isOpen ? null : { kind: 'between', column: id, ...ends })
  }
  return (
    <div className="column-filters">
      {ordered ? (
        <div className="filter-ends">
          {(['from', 'to'] as const).map((end) => (
            <label key={end} className="field">
              <span className="field-label">{words[end]}</span>
              <SettledField
                type={isNumeric(column) ? 'text' : 'date'}
                inputMode={isNumeric(column) ? 'decimal' : undefined}
                value={endText(type, between?.[end])}
                onSettle={(text) => setEnd(end, text)}
              />
            </label>
          ))}
        </div>
      ) : (
        <label className="field">
          <span className="field-label">{words.contains}</span>
          <SettledField
            type="search"
            value={contains?.text ?? ''}
            onSettle={(text) => put('contains', text === '' ? null : { kind: 'contains', column: id, text })}
          />
        </label>
      )}
      <label className="field">
        <span className="field-label">{words.blanks}</span>
        <select
          className="input"
          value={blank === undefined ? 'any' : blank.filled ? 'filled' : 'blank'}
          onChange={({ target }) =>
            put(
              'blank',
              target.value === 'any'
                ? null
                : { kind: 'blank', column: id, filled: target.value === 'filled' },
            )
          }
        >
          <option value="any">{words.anyValue}</option>
          <option value="blank">{words.onlyBlank}</option>
          <option value="filled">{words.onlyFilled}</option>
        </select>
      </label>
      {(misfits > 0 || misfit) && (
        <label className="filter-check">
          <input
            type="checkbox"
            checked={misfit !== undefined}
            onChange={({ target }) => put('misfit', target.checked ? { kind: 'misfit', column: id } : null)}
          />
          {words.onlyMisfits}
        </label>
      )}
    </div>
  )
}

/** A percent is typed in hundredths; a day is the whole of it where moments are filtered. */
function endFrom(type: Column['type'], text: string, end: 'from' | 'to'): number | string | undefined {
  if (text.trim() === '') return undefined
  if (type === 'date') return text
  if (type === 'datetime') return end === 'to' ? `${text}T23:59:59` : `${text}T00:00:00`
  const value = Number(text.replaceAll(/[,，%％\s]/g, ''))
  if (!Number.isFinite(value)) return undefined
  return type === 'percent' ? Number((value / 100).toPrecision(15)) : value
}

function endText(type: Column['type'], value: number | string | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'string') return value.slice(0, 10)
  return type === 'percent' ? String(Number((value * 100).toPrecision(15))) : String(value)
}

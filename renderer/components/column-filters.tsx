// Filters on one column, as they are set beside the rows of a table and for a chart of it: from, to, a piece of text, the
// most frequent values. What they are called is in filter-text.ts.

import type { ReactElement } from 'react'
import type { CellValue, Column, ColumnProfile, RowFilter } from '../../shared/model/table.ts'
import { dataWords } from '../../shared/text/data.ts'
import { tableViewWords } from '../../shared/text/table-view.ts'
import { useLanguage, useWords } from '../words.ts'
import { Button } from './button.tsx'
import { cellFormatter, isNumeric } from './cell-text.ts'
import './column-filters.css'
import { filterOf, filterText, withFilter } from './filter-text.ts'
import { Icon } from './icon.tsx'
import { SettledField } from './settled-field.tsx'

export interface FilterChipsProps {
  columns: readonly Column[]
  filters: readonly RowFilter[]
  disabled?: boolean
  onFilters: (filters: readonly RowFilter[]) => void
}

/** The filters in force; pressing one takes it away. Nothing while there is none. */
export function FilterChips({
  columns,
  filters,
  disabled,
  onFilters,
}: FilterChipsProps): ReactElement | null {
  const words = useWords(tableViewWords)
  const answers = useWords(dataWords)
  const language = useLanguage()
  const named = filters.flatMap((filter) => {
    const column = columns.find(({ id }) => id === filter.column)
    return column ? [{ filter, text: filterText(filter, column, language, words, answers) }] : []
  })
  if (named.length === 0) return null
  return (
    <ul className="filter-chips" aria-label={words.filters}>
      {named.map(({ filter, text }) => (
        <li key={`${filter.column} ${filter.kind}`}>
          <button
            type="button"
            className="filter-chip"
            aria-label={words.removeFilter(text)}
            disabled={disabled}
            onClick={() => onFilters(filters.filter((other) => other !== filter))}
          >
            <span>{text}</span>
            <Icon name="close" size={12} />
          </button>
        </li>
      ))}
      <li>
        <Button size="small" kind="quiet" disabled={disabled} onClick={() => onFilters([])}>
          {words.clearFilters}
        </Button>
      </li>
    </ul>
  )
}

export interface ColumnValuesProps {
  column: Column
  filters: readonly RowFilter[]
  values: ColumnProfile['values']
  onFilters: (filters: readonly RowFilter[]) => void
}

/** Pressing a value keeps the rows that have it, and those of the values pressed before. */
export function ColumnValues({ column, filters, values, onFilters }: ColumnValuesProps): ReactElement {
  const words = useWords(tableViewWords)
  const data = useWords(dataWords)
  const language = useLanguage()
  const format = cellFormatter(column, language, data)
  const write = (value: CellValue): string => (value === null ? words.blankValue : format(value))
  const count = (rows: number): string => rows.toLocaleString(language)
  const chosen = filterOf(filters, column.id, 'is')?.values ?? []
  const toggle = (value: CellValue): void => {
    const kept = chosen.includes(value) ? chosen.filter((own) => own !== value) : [...chosen, value]
    const filter = kept.length === 0 ? null : ({ kind: 'is', column: column.id, values: kept } as const)
    onFilters(withFilter(filters, column.id, 'is', filter))
  }
  const most = Math.max(1, ...values.map((entry) => entry.count))
  return (
    <ul className="profile-values">
      {values.map((entry) => (
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
  )
}

export interface ColumnFiltersProps {
  column: Column
  filters: readonly RowFilter[]
  /** How many cells do not fit the type. */
  misfits: number
  onFilters: (filters: readonly RowFilter[]) => void
}

export function ColumnFilters({ column, filters, misfits, onFilters }: ColumnFiltersProps): ReactElement {
  const words = useWords(tableViewWords)
  const { id, type } = column
  const put = (kind: RowFilter['kind'], filter: RowFilter | null): void =>
    onFilters(withFilter(filters, id, kind, filter))
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

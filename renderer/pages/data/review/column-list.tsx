// The columns of a table, one of them open: its name, type, unit and scale to change, the reason of each guess, and the
// way back to the guess.

import { type ReactElement, useEffect, useId, useRef } from 'react'
import type { ColumnType, FoundColumn } from '../../../../shared/model/table.ts'
import { dataWords } from '../../../../shared/text/data.ts'
import { reviewWords } from '../../../../shared/text/import-review.ts'
import { Button } from '../../../components/button.tsx'
import { useLanguage, useWords } from '../../../words.ts'
import { columnNote } from '../../../components/cell-text.ts'
import { reasonText } from './reasons.ts'
import type { ColumnChange, ColumnRecipe } from './recipe-edits.ts'
import { SettledField } from '../../../components/settled-field.tsx'
import type { ReviewColumn } from './sheet-view.ts'
import { TypeSelect } from './type-select.tsx'

export interface ColumnListProps {
  columns: readonly ReviewColumn[]
  decided: readonly ColumnRecipe[]
  chosen: string | null
  onChoose: (letter: string | null) => void
  onChange: (letter: string, change: ColumnChange) => void
  onReset: (letter: string) => void
}

export function ColumnList({
  columns,
  decided,
  chosen,
  onChoose,
  onChange,
  onReset,
}: ColumnListProps): ReactElement {
  const words = useWords(reviewWords)
  const data = useWords(dataWords)
  const language = useLanguage()
  return (
    <ul className="column-list" aria-label={words.columns}>
      {columns.map((column, index) => {
        const { letter, place, name, found, leftOut, changed, isLabel } = column
        const isOpen = letter === chosen && !isLabel
        return (
          <li key={`${letter} ${index}`} className={isOpen ? 'column-item column-item-open' : 'column-item'}>
            <button
              type="button"
              className="column-line"
              aria-expanded={isLabel ? undefined : isOpen}
              disabled={isLabel}
              onClick={() => onChoose(isOpen ? null : letter)}
            >
              <span className="column-letter">{place}</span>
              <span className={leftOut ? 'column-name column-name-out' : 'column-name'}>{name}</span>
              {changed && <span className="changed-dot" title={words.changed} />}
              <span className="column-type">
                {leftOut || !found ? words.leftOut : columnNote(found, language, data)}
              </span>
            </button>
            {isOpen && (
              <ColumnEditor
                column={column}
                decided={decided.find((own) => own.letter === letter)}
                onChange={(change) => onChange(letter, change)}
                onReset={() => onReset(letter)}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}

const counted: ReadonlySet<ColumnType> = new Set(['integer', 'number', 'money', 'duration'])
const dayOrders = ['day-first', 'month-first'] as const

/** Days that could be read two ways were, or could not be: the user may know which of them it is. */
const hasOrder = ({ type, dayForm, reason }: FoundColumn): boolean =>
  (type === 'date' || type === 'datetime') &&
  (dayOrders.some((order) => order === dayForm) || (dayForm === undefined && (reason?.misfits ?? 0) > 0))

const usualUnits = ['元', '人', '次', '单', '件', '天', '分钟', '小时', '个']

interface ColumnEditorProps {
  column: ReviewColumn
  decided: ColumnRecipe | undefined
  onChange: (change: ColumnChange) => void
  onReset: () => void
}

function ColumnEditor({
  column: { name, found, leftOut, changed },
  decided,
  onChange,
  onReset,
}: ColumnEditorProps): ReactElement {
  const words = useWords(reviewWords)
  const { types } = useWords(dataWords)
  const units = useId()
  const shown = useRef<HTMLDivElement>(null)
  useEffect(() => {
    shown.current?.parentElement?.scrollIntoView({ block: 'nearest' })
  }, [])
  if (leftOut || !found) {
    return (
      <div className="column-editor">
        <Button size="small" onClick={() => onChange({ leftOut: undefined })}>
          {words.takeColumn}
        </Button>
      </div>
    )
  }
  const scale = found.scale ?? 1
  const scales = words.scales.some((known) => known.scale === scale)
    ? words.scales
    : [...words.scales, { scale, name: `×${scale}` }]
  return (
    <div className="column-editor" ref={shown}>
      <p className="column-reason">{reasonText(found, words, types)}</p>
      <label className="field">
        <span className="field-label">{words.columnName}</span>
        <SettledField
          value={name}
          maxLength={200}
          onSettle={(text) => onChange({ name: text.trim() || undefined })}
        />
      </label>
      <div className="field">
        <span className="field-label">{words.type}</span>
        <TypeSelect
          label={words.typeOf(name)}
          type={found.type}
          step={found.step}
          decided={decided?.type !== undefined}
          onType={(type) => onChange({ type })}
        />
      </div>
      {hasOrder(found) && (
        <label className="field">
          <span className="field-label">{words.dayForm}</span>
          <select
            className="input"
            value={found.dayForm ?? ''}
            onChange={({ target }) =>
              onChange({ dayForm: dayOrders.find((order) => order === target.value) })
            }
          >
            {found.dayForm === undefined && <option value="">—</option>}
            {dayOrders.map((order) => (
              <option key={order} value={order}>
                {words.dayForms[order]}
              </option>
            ))}
          </select>
        </label>
      )}
      {counted.has(found.type) && (
        <div className="column-unit">
          <label className="field">
            <span className="field-label">{words.scale}</span>
            <select
              className="input"
              value={scale}
              onChange={({ target }) => onChange({ scale: Number(target.value) })}
            >
              {scales.map((known) => (
                <option key={known.scale} value={known.scale}>
                  {known.name}
                </option>
              ))}
            </select>
          </label>
          <label className="field">
            <span className="field-label">{words.unit}</span>
            <SettledField
              value={found.unit ?? ''}
              placeholder={words.noUnit}
              maxLength={20}
              list={units}
              onSettle={(text) => onChange({ unit: text.trim() })}
            />
          </label>
          <datalist id={units}>
            {usualUnits.map((unit) => (
              <option key={unit}>{unit}</option>
            ))}
          </datalist>
        </div>
      )}
      <div className="column-actions">
        <Button size="small" kind="quiet" onClick={() => onChange({ leftOut: true })}>
          {words.leaveColumn}
        </Button>
        {changed && (
          <Button size="small" kind="quiet" icon="undo" onClick={onReset}>
            {words.reset}
          </Button>
        )}
      </div>
    </div>
  )
}

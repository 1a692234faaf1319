// One table of the review at its right: name, header, range, layout, columns, each with why it is so and how to change it.

import { type ReactElement, useState } from 'react'
import type { FoundTable, HeadReason, Layout } from '../../../../shared/model/table.ts'
import { reviewWords } from '../../../../shared/text/import-review.ts'
import { Button } from '../../../components/button.tsx'
import { Icon } from '../../../components/icon.tsx'
import { Note } from '../../../components/note.tsx'
import { useLanguage, useWords } from '../../../words.ts'
import { endsOf, parseCellRange } from './cell-range.ts'
import { ColumnList } from './column-list.tsx'
import {
  changeColumn,
  changeHeader,
  changeLayout,
  changeRange,
  type PreviewSheet,
  renamed,
  resetColumn,
  type ReviewTable,
} from './recipe-edits.ts'
import type { TableRecipe } from '../../../../shared/model/source.ts'
import { SettledField } from '../../../components/settled-field.tsx'
import { columnsOf } from './sheet-view.ts'

export interface TablePanelProps {
  table: ReviewTable
  sheet: PreviewSheet
  /** As it was found before anything was changed, if it has the same header. */
  guessed: FoundTable | undefined
  column: string | null
  onColumn: (letter: string | null) => void
  onChange: (change: (table: TableRecipe) => TableRecipe) => void
  onRemove: () => void
}

export function TablePanel({
  table,
  sheet,
  guessed,
  column,
  onColumn,
  onChange,
  onRemove,
}: TablePanelProps): ReactElement {
  const words = useWords(reviewWords)
  const language = useLanguage()
  const { asked, found } = table
  return (
    <div className="table-panel">
      <label className="field">
        <span className="field-label">{words.tableName}</span>
        <SettledField
          value={asked.name ?? found?.name ?? ''}
          maxLength={200}
          onSettle={(name) => onChange((before) => renamed(before, name.trim()))}
        />
      </label>
      <HeaderField
        table={table}
        sheet={sheet}
        reason={guessed?.headReason ?? found?.headReason}
        onChange={(rows) => onChange((before) => changeHeader(before, rows))}
      />
      <RangeField
        key={asked.range}
        table={table}
        onChange={(range) => onChange((before) => changeRange(before, range))}
      />
      {found ? (
        <p className="table-panel-rows">
          {words.rowsFound(
            found.rowCount.toLocaleString(language),
            sheet.more && table.range.bottom === undefined,
          )}
        </p>
      ) : (
        <Note tone="warn" icon="alert">
          {words.nothingThere}
        </Note>
      )}
      <LayoutOffers table={table} onLayout={(layout) => onChange((before) => changeLayout(before, layout))} />
      <h2 className="panel-title">{words.columns}</h2>
      <ColumnList
        columns={columnsOf(table, sheet)}
        decided={asked.columns}
        chosen={column}
        onChoose={onColumn}
        onChange={(letter, change) => onChange((before) => changeColumn(before, letter, change))}
        onReset={(letter) => onChange((before) => resetColumn(before, letter))}
      />
      <Button size="small" kind="quiet" icon="close" onClick={onRemove}>
        {words.removeTable}
      </Button>
    </div>
  )
}

interface HeaderFieldProps {
  table: ReviewTable
  reason: HeadReason | undefined
  sheet: PreviewSheet
  onChange: (rows: readonly number[]) => void
}

/** Rows around the header to choose among; any other row by its number in the grid. */
function HeaderField({ table: { asked, range }, sheet, reason, onChange }: HeaderFieldProps): ReactElement {
  const words = useWords(reviewWords)
  const rows = sheet.rows.map(({ row }) => row).filter((row) => row <= (range.bottom ?? row))
  const first = asked.headerRows[0]
  const from = Math.max(0, rows.indexOf(first ?? range.top) - 4)
  const near = rows.slice(from, from + 10)
  const span = spanOf(asked.headerRows)
  const options = near.includes(first ?? near[0] ?? 0) || first === undefined ? near : [first, ...near]
  return (
    <label className="field">
      <span className="field-label">{words.changeHeader}</span>
      <select
        className="input"
        value={asked.headerRows.length === 0 ? 'none' : asked.headerRows.length > 1 ? 'span' : String(first)}
        onChange={({ target }) => {
          if (target.value !== 'span') onChange(target.value === 'none' ? [] : [Number(target.value)])
        }}
      >
        {asked.headerRows.length > 1 && <option value="span">{words.headerRows(span)}</option>}
        {options.map((row) => (
          <option key={row} value={row}>
            {words.headerRows(String(row))}
          </option>
        ))}
        <option value="none">{words.noHeader}</option>
      </select>
      {reason && <span className="field-note">{words.headReasons[reason]}</span>}
    </label>
  )
}

/** 2, 3 → 2–3 */
const spanOf = (rows: readonly number[]): string =>
  rows.length > 1 ? `${rows[0] ?? ''}–${rows.at(-1) ?? ''}` : `${rows[0] ?? ''}`

interface RangeFieldProps {
  table: ReviewTable
  onChange: (range: ReviewTable['range']) => void
}

function RangeField({ table: { range }, onChange }: RangeFieldProps): ReactElement {
  const words = useWords(reviewWords)
  const [bad, setBad] = useState(false)
  const { from, to } = endsOf(range)
  const settle = (text: string): void => {
    const next = parseCellRange(text.replaceAll(/\s/g, '').toUpperCase())
    setBad(next === undefined)
    if (next) onChange(next)
  }
  return (
    <fieldset className="range-field">
      <legend className="field-label">{words.range}</legend>
      <SettledField
        value={from}
        aria-label={words.from}
        aria-invalid={bad}
        onSettle={(text) => settle(`${text}:${to}`)}
      />
      <span aria-hidden="true">–</span>
      <SettledField
        value={to}
        aria-label={words.to}
        aria-invalid={bad}
        onSettle={(text) => settle(`${from}:${text}`)}
      />
      <p className={bad ? 'field-note field-note-bad' : 'field-note'} role={bad ? 'alert' : undefined}>
        {bad ? words.rangeBad : words.rangeHint}
      </p>
    </fieldset>
  )
}

interface LayoutOffersProps {
  table: ReviewTable
  onLayout: (layout: Layout) => void
}

/** The layout that was chosen, with the way back, or those that would suit the table better. */
function LayoutOffers({ table: { asked, found }, onLayout }: LayoutOffersProps): ReactElement | null {
  const words = useWords(reviewWords)
  const { layout } = asked
  if (layout && layout.kind !== 'rows') {
    return (
      <div className="layout-note">
        <Icon name="check" />
        <div>
          <p>{words.layouts[layout.kind]}</p>
          {layout.kind === 'unpivot' && (
            <div className="layout-names">
              <label className="field">
                <span className="field-label">{words.unpivotLabel}</span>
                <SettledField
                  value={layout.label}
                  onSettle={(label) => onLayout({ ...layout, label: label.trim() || layout.label })}
                />
              </label>
              <label className="field">
                <span className="field-label">{words.unpivotValue}</span>
                <SettledField
                  value={layout.value}
                  onSettle={(value) => onLayout({ ...layout, value: value.trim() || layout.value })}
                />
              </label>
            </div>
          )}
          <Button size="small" icon="undo" onClick={() => onLayout({ kind: 'rows' })}>
            {words.layoutUndo}
          </Button>
        </div>
      </div>
    )
  }
  const offers = (found?.offers ?? []).filter(({ kind }) => kind !== 'rows')
  if (offers.length === 0) return null
  return (
    <ul className="layout-offers">
      {offers.map((offer) => (
        <li key={offer.kind} className="layout-note">
          <Icon name="redo" />
          <div>
            <p>{words.offer(offer)}</p>
            <Button size="small" onClick={() => onLayout(offer)}>
              {words.apply}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  )
}

// The figures of a comparison that come in a row: steps, parts, answers, periods. Their order can be changed.

import type { ReactElement } from 'react'
import type { ComparisonKind } from '../../../shared/model/comparison.ts'
import type { FigureState } from '../../../shared/model/goal.ts'
import type { FigureId } from '../../../shared/model/ids.ts'
import { comparisonsPageWords } from '../../../shared/text/comparisons-page.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { useWords } from '../../words.ts'
import { type DraftRow, emptyRow, type shapes } from './comparison-draft.ts'
import { Field, Select } from './field.tsx'

/** A comparison takes no more figures of a cohort, its size among them. */
const mostAges = 59

export interface ComparisonRowsProps {
  kind: ComparisonKind
  shape: NonNullable<(typeof shapes)[ComparisonKind]['rows']>
  rows: readonly DraftRow[]
  figures: readonly FigureState[]
  options: readonly { value: FigureId; label: string }[]
  onRows: (rows: readonly DraftRow[]) => void
}

export function ComparisonRows(props: ComparisonRowsProps): ReactElement {
  const { kind, shape, rows, figures, options, onRows } = props
  const words = useWords(comparisonsPageWords)
  const { other } = shape
  const title = kind in words.rows ? words.rows[kind as keyof typeof words.rows] : undefined
  const change = (index: number, changes: Partial<DraftRow>): void =>
    onRows(rows.map((row, at) => (at === index ? { ...row, ...changes } : row)))
  /** The name of a row is its figure's, until it is written over. */
  const choose = (index: number, figure: FigureId | ''): void => {
    const [before, now] = [rows[index]?.figure, figure].map(
      (id) => figures.find((one) => one.id === id)?.name ?? '',
    )
    const name = rows[index]?.name ?? ''
    change(index, { figure, ...(shape.named && (name === '' || name === before) ? { name: now ?? '' } : {}) })
  }
  const ages = Math.max(0, ...rows.map(({ later }) => later.length))
  const changeLater = (index: number, age: number, figure: FigureId | ''): void => {
    const later = Array.from({ length: ages }, (_, at) => rows[index]?.later[at] ?? '')
    change(index, { later: later.with(age, figure) })
  }
  const addAge = (): void =>
    onRows(
      rows.map((row) => ({
        ...row,
        later: Array.from({ length: ages + 1 }, (_, at) => row.later[at] ?? ''),
      })),
    )
  const move = (index: number, by: -1 | 1): void => {
    const row = rows[index]
    if (row) onRows(rows.toSpliced(index, 1).toSpliced(index + by, 0, row))
  }
  return (
    <fieldset className={`comparison-rows${shape.later ? ' is-matrix' : ''}`}>
      <legend className="field-label">{title?.list}</legend>
      <ol>
        {rows.map((row, index) => (
          <li key={row.key}>
            <div>
              {shape.named && (
                <Field
                  quiet
                  label={words.rowName(index + 1)}
                  value={row.name}
                  hint={title?.one ?? ''}
                  limit={100}
                  onChange={(name) => change(index, { name })}
                />
              )}
              <Select<FigureId>
                quiet
                label={words.rowFigure(index + 1)}
                value={row.figure}
                empty={words.choose}
                options={options}
                onChange={(figure) => choose(index, figure)}
              />
              {shape.later &&
                Array.from({ length: ages }, (_, age) => (
                  <Select<FigureId>
                    key={age}
                    quiet
                    label={words.laterFigure(index + 1, age + 1)}
                    value={row.later[age] ?? ''}
                    empty={words.later(age + 1)}
                    options={options}
                    onChange={(figure) => changeLater(index, age, figure)}
                  />
                ))}
              {other && (
                <Select<FigureId>
                  quiet
                  label={words.rowOther(words.others[other], index + 1)}
                  value={row.other}
                  empty={other === 'contribution' ? words.others[other] : words.optional(words.others[other])}
                  options={options}
                  onChange={(figure) => change(index, { other: figure })}
                />
              )}
            </div>
            <span className="comparison-moves">
              <IconButton
                icon="up"
                label={words.moveUp(index + 1)}
                disabled={index === 0}
                onClick={() => move(index, -1)}
              />
              <IconButton
                icon="down"
                label={words.moveDown(index + 1)}
                disabled={index === rows.length - 1}
                onClick={() => move(index, 1)}
              />
              <IconButton
                icon="close"
                label={words.removeRow(index + 1)}
                onClick={() => onRows(rows.toSpliced(index, 1))}
              />
            </span>
          </li>
        ))}
      </ol>
      {rows.length < shape.most && (
        <div className="figures-actions">
          <Button size="small" icon="plus" onClick={() => onRows([...rows, emptyRow()])}>
            {words.addRow}
          </Button>
          {shape.later && ages < mostAges && (
            <Button size="small" icon="plus" onClick={addAge}>
              {words.addAge}
            </Button>
          )}
        </div>
      )}
    </fieldset>
  )
}

// One row a goal: what was wanted, what came of it, its grade in words, who answers for it, who set it.

import { type ReactElement, useState } from 'react'
import type { Goal } from '../../../shared/model/goal.ts'
import type { FigureId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { formatPeriod } from '../../../shared/numbers/format.ts'
import { usualTiers } from '../../../shared/text/figures.ts'
import { type GoalColumn, goalsPageWords } from '../../../shared/text/goals-page.ts'
import { FigureVerdict } from '../../components/figure-verdict.tsx'
import { Icon } from '../../components/icon.tsx'
import { useSources } from '../../queries.ts'
import { useLanguage, useWords } from '../../words.ts'
import './figures-table.css'
import { type GoalOrder, type GoalRow, sortGoals } from './goal-rows.ts'
import { TierChip } from './tier-chip.tsx'

const numbers: ReadonlySet<GoalColumn> = new Set(['target', 'actual'])

export interface GoalTableProps {
  project: Project
  rows: readonly GoalRow[]
  chosen: FigureId | null
  onChoose: (figure: FigureId) => void
  onFigure: (figure: FigureId) => void
}

export function GoalTable({ project, rows, chosen, onChoose, onFigure }: GoalTableProps): ReactElement {
  const words = useWords(goalsPageWords)
  const language = useLanguage()
  const [order, setOrder] = useState<GoalOrder | null>(null)
  const sourceOf = useTargetSource(project)
  const tiers = project.tiers ?? usualTiers(project.language)
  const columns = Object.keys(words.columns) as GoalColumn[]
  /** Down, up, and back to the project's own order. */
  const turn = (column: GoalColumn): void =>
    setOrder((before) => {
      if (before?.column !== column) return { column, descending: false }
      return before.descending ? null : { column, descending: true }
    })
  return (
    <div className="figures-table goals-table">
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className={numbers.has(column) ? 'is-number' : `is-${column}`}
                aria-sort={order?.column !== column ? 'none' : order.descending ? 'descending' : 'ascending'}
              >
                <button
                  type="button"
                  title={words.sortBy(words.columns[column])}
                  onClick={() => turn(column)}
                >
                  {words.columns[column]}
                  {order?.column === column && (
                    <span className={order.descending ? '' : 'is-turned'}>
                      <Icon name="down" size={11} />
                    </span>
                  )}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.length === 0 && (
            <tr>
              <td colSpan={columns.length} className="figures-none">
                {words.noMatch}
              </td>
            </tr>
          )}
          {sortGoals(rows, order, language).map(({ figure, goal }) => (
            <tr
              key={figure.id}
              className="figures-row"
              {...(figure.id === chosen ? { 'aria-current': true } : {})}
              onClick={() => onChoose(figure.id)}
            >
              <th scope="row">
                <button
                  type="button"
                  className="figures-plain"
                  title={figure.name}
                  onClick={() => onChoose(figure.id)}
                >
                  {figure.name}
                </button>
              </th>
              <td className="is-number">{goal.text.target}</td>
              <td className={`is-number${figure.value === null ? ' is-missing' : ''}`}>
                <button
                  type="button"
                  className="figures-plain"
                  onClick={(event) => {
                    event.stopPropagation()
                    onFigure(figure.id)
                  }}
                >
                  {figure.text}
                </button>
              </td>
              <td>
                <Attainment row={{ figure, goal }} />
              </td>
              <td>{goal.tier && <TierChip tier={goal.tier} tiers={tiers} />}</td>
              <td>
                <FigureVerdict goal={goal} />
              </td>
              <td>{goal.owner}</td>
              <td>{goal.period && formatPeriod(goal.period, language)}</td>
              <td className="figures-source" title={sourceOf(goal)}>
                {sourceOf(goal)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A bar up to the target's mark and beyond it; the words beside it say the same. */
function Attainment({ row: { goal } }: { row: GoalRow }): ReactElement {
  const widest = 1.5
  return (
    <span className="attainment">
      {goal.index !== null && (
        <svg viewBox="0 0 90 10" preserveAspectRatio="none" aria-hidden="true">
          <rect className="attainment-ground" x="0" y="3" width="90" height="4" rx="2" />
          <rect
            className={`attainment-bar verdict-${goal.verdict}`}
            x="0"
            y="3"
            width={(90 * Math.min(widest, Math.max(0, goal.index))) / widest}
            height="4"
            rx="2"
          />
          <rect className="attainment-mark" x="59" y="0" width="1.5" height="10" />
        </svg>
      )}
      <span>{goal.text.attainment}</span>
    </span>
  )
}

/** Who set the target, else where it was found. */
function useTargetSource(project: Project): (goal: Goal) => string {
  const { from } = useWords(goalsPageWords)
  const sources = useSources(project.id).data ?? []
  return ({ setBy, origin }) => {
    if (setBy !== undefined && setBy !== '') return setBy
    switch (origin.kind) {
      case 'typed':
        return origin.note
      case 'formula':
        return from.formula
      case 'cell':
      case 'aggregate': {
        const source = sources.find(({ tables }) => tables.some(({ id }) => id === origin.table))
        return source?.name ?? from.table
      }
    }
  }
}

// The goals in a few big numbers; each card filters the table beneath or opens the goal it speaks of.

import type { ReactElement } from 'react'
import type { FigureId } from '../../../shared/model/ids.ts'
import { formatPercent } from '../../../shared/numbers/format.ts'
import { goalsPageWords } from '../../../shared/text/goals-page.ts'
import { useWords } from '../../words.ts'
import { type GoalFilter, type GoalRow, isReached } from './goal-rows.ts'

export interface GoalCardsProps {
  rows: readonly GoalRow[]
  filter: GoalFilter
  onFilter: (changes: Partial<GoalFilter>) => void
  onGoal: (figure: FigureId) => void
}

export function GoalCards({ rows, filter, onFilter, onGoal }: GoalCardsProps): ReactElement {
  const { cards } = useWords(goalsPageWords)
  const reached = rows.filter(({ goal }) => isReached(goal)).length
  const missed = rows.filter(({ goal }) => goal.verdict === 'missed').length
  const judged = rows
    .filter(({ goal }) => goal.index !== null)
    .toSorted((one, other) => (one.goal.index ?? 0) - (other.goal.index ?? 0))
  const farthest = judged.find(({ goal }) => goal.verdict === 'missed')
  const best = judged.findLast(({ goal }) => isReached(goal))
  const filterCard = (label: string, count: number, verdict: GoalFilter['verdict']): ReactElement => (
    <li>
      <button
        type="button"
        className="goal-card"
        aria-pressed={filter.verdict === verdict}
        onClick={() => onFilter({ verdict })}
      >
        <span>{label}</span>
        <strong>{count}</strong>
        <span>{verdict === '' ? '' : formatPercent(count / rows.length, 0)}</span>
      </button>
    </li>
  )
  return (
    <ul className="goal-cards" aria-label={cards.list}>
      {filterCard(cards.goals, rows.length, '')}
      {filterCard(cards.reached, reached, 'reached')}
      {filterCard(cards.missed, missed, 'missed')}
      <GoalCard label={cards.best} row={best} none={cards.none} onGoal={onGoal} />
      <GoalCard label={cards.farthest} row={farthest} none={cards.none} onGoal={onGoal} />
    </ul>
  )
}

interface GoalCardProps {
  label: string
  row: GoalRow | undefined
  none: string
  onGoal: (figure: FigureId) => void
}

function GoalCard({ label, row, none, onGoal }: GoalCardProps): ReactElement {
  if (!row) {
    return (
      <li className="is-wide">
        <div className="goal-card is-none">
          <span>{label}</span>
          <strong>{none}</strong>
        </div>
      </li>
    )
  }
  return (
    <li className="is-wide">
      <button type="button" className="goal-card" onClick={() => onGoal(row.figure.id)}>
        <span>{label}</span>
        <strong>{row.figure.name}</strong>
        <span>
          {row.figure.text} · {row.goal.text.attainment}
        </span>
      </button>
    </li>
  )
}

// The goals of the project as rows of the overview: filtered, and in the order of a column.

import type { FigureState, JudgedGoal, Verdict } from '../../../shared/model/goal.ts'
import type { GoalColumn } from '../../../shared/text/goals-page.ts'

export interface GoalRow {
  figure: FigureState
  goal: JudgedGoal
}

export interface GoalFilter {
  query: string
  /** `reached` is met or exceeded. */
  verdict: Verdict | 'reached' | ''
  tier: string
  owner: string
}

export interface GoalOrder {
  column: GoalColumn
  descending: boolean
}

export const isReached = ({ verdict }: JudgedGoal): boolean => verdict === 'met' || verdict === 'exceeded'

export const goalRows = (figures: readonly FigureState[]): GoalRow[] =>
  figures.flatMap((figure) => (figure.goal ? [{ figure, goal: figure.goal }] : []))

export function filterGoals(rows: readonly GoalRow[], filter: GoalFilter): GoalRow[] {
  const wanted = filter.query.normalize('NFKC').trim().toLowerCase()
  return rows.filter(({ figure, goal }) => {
    const words = `${figure.name} ${goal.owner ?? ''} ${goal.setBy ?? ''}`.normalize('NFKC').toLowerCase()
    const fitsVerdict =
      filter.verdict === '' ||
      (filter.verdict === 'reached' ? isReached(goal) : goal.verdict === filter.verdict)
    return (
      fitsVerdict &&
      words.includes(wanted) &&
      (filter.tier === '' || goal.tier?.name === filter.tier) &&
      (filter.owner === '' || goal.owner === filter.owner)
    )
  })
}

const verdictRank: Readonly<Record<Verdict, number>> = { missed: 0, met: 1, exceeded: 2, unknown: 3 }

/** By what a row is put in its place; null comes last whichever way. */
function keyOf({ figure, goal }: GoalRow, column: GoalColumn): string | number | null {
  switch (column) {
    case 'figure':
      return figure.name
    case 'target':
      return goal.target
    case 'actual':
      return figure.value
    case 'attainment':
    case 'tier':
      return goal.index
    case 'verdict':
      return verdictRank[goal.verdict]
    case 'owner':
      return goal.owner ?? null
    case 'period':
      return goal.period?.from ?? null
    case 'source':
      return goal.setBy ?? null
  }
}

/** Rows without a key stay in their order at the end. */
export function sortGoals(rows: readonly GoalRow[], order: GoalOrder | null, locale: string): GoalRow[] {
  if (!order) return [...rows]
  const way = order.descending ? -1 : 1
  const { compare } = new Intl.Collator(locale, { numeric: true })
  return rows.toSorted((one, other) => {
    const [left, right] = [keyOf(one, order.column), keyOf(other, order.column)]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    if (typeof left === 'number' && typeof right === 'number') return way * (left - right)
    return way * compare(String(left), String(right))
  })
}

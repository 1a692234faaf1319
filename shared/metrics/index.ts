// The measuring step: proposes figures and goals from tables, and gives every figure its value, source and verdict.
// Pure: rows are read and summed by the store; nothing here opens a file or draws.

import type { Figure, Reading, Trace } from '../model/figure.ts'
import type { FigureState, Goal } from '../model/goal.ts'
import type { FigureId } from '../model/ids.ts'
import type { Language } from '../model/language.ts'
import type { TableProfile } from '../model/table.ts'
import { formatValue, noValue } from '../numbers/format.ts'
import { evaluateFigures } from './evaluate.ts'
import { maybeGoalTable } from './goal-table.ts'
import { judge } from './judge.ts'
import { proposeFromPeriods } from './period-table.ts'
import { type Places, traceOf } from './trace.ts'

/** Figures of goal tables first, then of daily tables, in the order of the tables. The same tables give the same ids. */
export function proposeFigures(
  profiles: readonly TableProfile[],
  language: Language,
): { figures: Figure[]; goals: Goal[] } {
  const withGoals: Figure[] = []
  const fromPeriods: Figure[] = []
  const goals: Goal[] = []
  for (const profile of profiles) {
    const found = maybeGoalTable(profile, language)
    if (found) {
      withGoals.push(...found.figures)
      goals.push(...found.goals)
    } else {
      fromPeriods.push(...proposeFromPeriods(profile, language))
    }
  }
  return { figures: [...withGoals, ...fromPeriods], goals }
}

/**
 * Every figure, in the order given, with its value in base units, its text, its source and its judged goal.
 * `readings` are what the store found for figures from cells and rows; a goal's own `target` is taken as it is.
 */
export function measureFigures(
  figures: readonly Figure[],
  goals: readonly Goal[],
  readings: ReadonlyMap<FigureId, Reading>,
  places: Places,
  language: Language,
): FigureState[] {
  const values = evaluateFigures(figures, readings, places)
  const byId = new Map(figures.map((figure) => [figure.id, figure]))
  const goalOf = new Map(goals.map((goal) => [goal.figure, goal]))
  const traces = new Map<FigureId, Trace>()
  const trace = (figure: Figure, above: readonly FigureId[]): Trace => {
    const known = traces.get(figure.id)
    if (known) return known
    const operands = new Map(
      operandsOf(figure).flatMap((id) => {
        const operand = byId.get(id)
        if (!operand) return []
        const inside = above.includes(id) ? { text: '' } : trace(operand, [...above, figure.id])
        return [[id, { name: operand.name, trace: inside }] as const]
      }),
    )
    const found = traceOf(figure, readings.get(figure.id), operands, places, language)
    traces.set(figure.id, found)
    return found
  }
  return figures.map((figure) => {
    const { value, ...rest } = values.get(figure.id) ?? { value: null }
    const text = value === null ? noValue : formatValue(value, figure, language)
    const measured = { ...figure, ...rest, value, text, trace: trace(figure, [figure.id]) }
    const goal = goalOf.get(figure.id)
    return goal ? { ...measured, goal: judge(goal, measured, language) } : measured
  })
}

function operandsOf({ origin }: Figure): FigureId[] {
  const found = new Set<FigureId>()
  const collect = (expression: Extract<Figure['origin'], { kind: 'formula' }>['expression']): void => {
    if ('figure' in expression) found.add(expression.figure)
    if ('operator' in expression) {
      collect(expression.left)
      collect(expression.right)
    }
  }
  if (origin.kind === 'formula') collect(origin.expression)
  return [...found]
}

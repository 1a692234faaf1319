// The measuring step: suggests figures from tables, gives every figure its value, source and verdict, and says what follows
// from comparing them.
// Pure: rows are read and summed by the store; nothing here opens a file or draws.

import type { Figure, MeasuredFigure, Reading } from '../model/figure.ts'
import type { FigureState, Goal, Tiers } from '../model/goal.ts'
import type { FigureId } from '../model/ids.ts'
import type { Language } from '../model/language.ts'
import { operandsOfFormula } from '../model/operands.ts'
import { formatValue, noValue } from '../numbers/format.ts'
import { type Operand, type Value, calculate, shiftedId } from './calculate.ts'
import { evaluateFigures } from './evaluate.ts'
import { judge } from './judge.ts'
import { shiftedFigures } from './shifted.ts'
import { type Places, type Source, traceOf } from './trace.ts'

export { measureComparisons } from './comparisons/measure.ts'
export { type Pattern, patterns } from './comparisons/patterns.ts'
export { maybeSpanLengths } from './span-lengths.ts'
export { suggestFigures } from './suggest/suggest.ts'
export { roundingFor } from './wholes.ts'
export { shiftedFigures } from './shifted.ts'

/** How a project words and judges its figures. */
export interface Measuring {
  language: Language
  tiers: Tiers
  /** The month that a fiscal year begins with. */
  yearStart: number
}

/**
 * Every figure, in the order given, with its value in base units, its text, its source and its judged goal.
 * `readings` are what the store found for figures from cells and rows and for those of `shiftedFigures`. A goal's own
 * `target` is taken as it is, unless it comes from a formula: then it is worked out, and where that cannot be done the
 * goal has no verdict.
 */
export function measureFigures(
  figures: readonly Figure[],
  goals: readonly Goal[],
  readings: ReadonlyMap<FigureId, Reading>,
  places: Places,
  { language, tiers, yearStart }: Measuring,
): FigureState[] {
  const values = evaluateFigures([...figures, ...shiftedFigures(figures, yearStart, goals)], readings, places)
  const byId = new Map(figures.map((figure) => [figure.id, figure]))
  const goalOf = new Map(goals.map((goal) => [goal.figure, goal]))
  const sources = sourcesOf(byId, values, places)
  const operandOf = (id: FigureId): Operand | undefined => values.get(id)
  return figures.map((figure) => {
    const { value, missing, at, period } = values.get(figure.id) ?? { value: null }
    const operands = new Map(
      figuresOf(figure).flatMap((id) => {
        const source = sources.get(id)
        return source ? [[id, source] as const] : []
      }),
    )
    const trace = traceOf(
      figure,
      readings.get(figure.id),
      operands,
      (id, shift) => values.get(shiftedId(id, shift))?.period,
      places,
      language,
    )
    const measured: MeasuredFigure = {
      ...figure,
      value,
      ...(missing && { missing }),
      text: value === null ? noValue : formatValue(value, figure, language),
      ...(at !== undefined && { at }),
      ...(period && { period }),
      trace,
    }
    const goal = goalOf.get(figure.id)
    if (!goal) return measured
    const { origin } = goal
    if (origin.kind !== 'formula') return { ...measured, goal: judge(goal, measured, language, tiers) }
    const target = calculate(origin.expression, operandOf, figure).value
    return {
      ...measured,
      goal:
        target === null
          ? judge(goal, { ...measured, value: null }, language, tiers)
          : judge({ ...goal, target }, measured, language, tiers),
    }
  })
}

const figuresOf = ({ origin }: Figure): FigureId[] =>
  origin.kind === 'formula' ? operandsOfFormula(origin.expression) : []

/** The name of each figure and the files behind it; `values` has operands before what stands on them. */
function sourcesOf(
  figures: ReadonlyMap<FigureId, Figure>,
  values: ReadonlyMap<FigureId, Value>,
  places: Places,
): ReadonlyMap<FigureId, Source> {
  const sources = new Map<FigureId, Source>()
  for (const id of values.keys()) {
    const figure = figures.get(id)
    if (!figure) continue
    const { name, origin } = figure
    const own =
      origin.kind === 'cell' || origin.kind === 'aggregate' ? places.get(origin.table)?.file : undefined
    const behind = figuresOf(figure).flatMap((operand) => sources.get(operand)?.files ?? [])
    sources.set(id, { name, files: [...new Set(own === undefined ? behind : [own])] })
  }
  // A circle has no order: its figures are named all the same.
  for (const { id, name } of figures.values()) if (!sources.has(id)) sources.set(id, { name, files: [] })
  return sources
}

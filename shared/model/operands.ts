// Which figures a formula, a comparison or a chart stands on. It measures nothing.

import type { ChartSpec } from './chart.ts'
import type { Comparison } from './comparison.ts'
import type { Expression } from './figure.ts'
import type { FigureId } from './ids.ts'

/** Each once, in the order of the formula. */
export function operandsOfFormula(expression: Expression): FigureId[] {
  const found = new Set<FigureId>()
  const waiting = [expression]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if ('figure' in next) found.add(next.figure)
    else if ('negative' in next) waiting.push(next.negative)
    else if ('operator' in next) waiting.push(next.right, next.left)
    else if ('call' in next) waiting.push(...next.arguments.toReversed())
  }
  return [...found]
}

/** Each once. */
export function operandsOfComparison(comparison: Comparison): FigureId[] {
  const stepsOf = (steps: readonly { figure: FigureId }[] = []): FigureId[] =>
    steps.map(({ figure }) => figure)
  const all = (): (FigureId | null)[] => {
    switch (comparison.kind) {
      case 'change':
        return [comparison.before, comparison.after, comparison.delta, comparison.relative]
      case 'benchmark':
        return [comparison.actual, comparison.benchmark, comparison.gap]
      case 'shares':
        return [comparison.whole, ...comparison.parts]
      case 'rate':
        return [comparison.rate, comparison.count, comparison.base]
      case 'funnel':
        return [...stepsOf(comparison.steps), ...stepsOf(comparison.before)]
      case 'residual': {
        const { whole, parts, unitCost } = comparison
        return [whole, ...parts, ...(unitCost ? [unitCost.whole, ...unitCost.parts] : [])]
      }
      case 'ratio':
        return [comparison.left, comparison.right]
      case 'survey':
        return [comparison.sent, comparison.valid, ...stepsOf(comparison.answers)]
      case 'contribution':
        return [
          comparison.before,
          comparison.after,
          ...comparison.parts.flatMap(({ before, after }) => [before, after]),
        ]
      case 'experiment':
        return [comparison.control, comparison.variant].flatMap(({ size, hits }) => [size, hits])
      case 'series':
        return comparison.figures
      case 'cohorts':
        return comparison.cohorts.flatMap(({ figures }) => figures)
    }
  }
  return [...new Set(all().filter((id) => id !== null))]
}

/** Each once; none for a chart that takes its numbers from a table. */
export const operandsOfChart = ({ series, line }: ChartSpec): FigureId[] => [
  ...new Set([
    ...series.flatMap(({ figures }) => figures.filter((id) => id !== null)),
    ...(line ? [line.figure] : []),
  ]),
]

// Where a figure or a chart is used: in the report, in charts, in comparisons, in formulas of other figures.

import { RecapError } from '../shared/errors.ts'
import { contentsOf } from '../shared/model/block-contents.ts'
import type { ChartSpec } from '../shared/model/chart.ts'
import type { Comparison } from '../shared/model/comparison.ts'
import type { Figure } from '../shared/model/figure.ts'
import type { ChartId, FigureId } from '../shared/model/ids.ts'
import type { Language } from '../shared/model/language.ts'
import { operandsOfChart, operandsOfComparison, operandsOfFormula } from '../shared/model/operands.ts'
import type { Block } from '../shared/model/report.ts'
import { projectWords } from '../shared/text/projects.ts'

interface Users {
  figures: readonly Figure[]
  comparisons: readonly Comparison[]
  charts: readonly ChartSpec[]
  blocks: readonly Block[]
}

/** Throws RecapError `figure-in-use`, which says where. */
export function assertFigureUnused(
  id: FigureId,
  { figures, comparisons, charts, blocks }: Users,
  language: Language,
): void {
  const { uses, between } = projectWords[language]
  const where = [
    ...(blocks.some((block) => mentions(block, id)) ? [uses.report] : []),
    ...charts.filter((chart) => operandsOfChart(chart).includes(id)).map((chart) => uses.chart(chart.name)),
    ...comparisons
      .filter((comparison) => operandsOfComparison(comparison).includes(id))
      .map((comparison) => uses.comparison(comparison.name)),
    ...figures
      .filter(({ origin }) => origin.kind === 'formula' && operandsOfFormula(origin.expression).includes(id))
      .map((figure) => uses.figure(figure.name)),
  ]
  if (where.length === 0) return
  const name = figures.find((figure) => figure.id === id)?.name ?? ''
  throw new RecapError('figure-in-use', `figure ${id} is used`, { name, where: where.join(between) })
}

/** Throws RecapError `chart-in-use`. */
export function assertChartUnused(
  { id, name }: { id: ChartId; name: string },
  blocks: readonly Block[],
): void {
  if (blocks.some((block) => block.type === 'chart' && block.chart === id))
    throw new RecapError('chart-in-use', `chart ${id} is in the report`, { name })
}

const mentions = (block: Block, id: FigureId): boolean =>
  contentsOf(block)
    .flat()
    .some((inline) => inline.type === 'figure' && inline.figure === id)

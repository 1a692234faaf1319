// Where a figure is used: in the report, in charts, in formulas of other figures.

import { RecapError } from '../shared/errors.ts'
import { contentsOf } from '../shared/model/block-contents.ts'
import type { ChartSpec } from '../shared/model/chart.ts'
import type { Expression, Figure } from '../shared/model/figure.ts'
import type { FigureId } from '../shared/model/ids.ts'
import type { Language } from '../shared/model/language.ts'
import type { Block } from '../shared/model/report.ts'
import { projectWords } from '../shared/text/projects.ts'

interface Users {
  figures: readonly Figure[]
  charts: readonly ChartSpec[]
  blocks: readonly Block[]
}

/** Throws RecapError `figure-in-use`, which says where. */
export function assertUnused(id: FigureId, { figures, charts, blocks }: Users, language: Language): void {
  const { uses, between } = projectWords[language]
  const where = [
    ...(blocks.some((block) => mentions(block, id)) ? [uses.report] : []),
    ...charts
      .filter((chart) => chart.series.some((series) => series.figures.includes(id)))
      .map((chart) => uses.chart(chart.name)),
    ...figures
      .filter(({ origin }) => origin.kind === 'formula' && standsOn(origin.expression, id))
      .map((figure) => uses.figure(figure.name)),
  ]
  if (where.length === 0) return
  const name = figures.find((figure) => figure.id === id)?.name ?? ''
  throw new RecapError('figure-in-use', `figure ${id} is used`, { name, where: where.join(between) })
}

function standsOn(expression: Expression, id: FigureId): boolean {
  if ('operator' in expression) return standsOn(expression.left, id) || standsOn(expression.right, id)
  return 'figure' in expression && expression.figure === id
}

const mentions = (block: Block, id: FigureId): boolean =>
  contentsOf(block)
    .flat()
    .some((inline) => inline.type === 'figure' && inline.figure === id)

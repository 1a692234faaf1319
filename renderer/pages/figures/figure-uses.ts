// Where a figure is used, to be gone to: paragraphs of the report, charts, comparisons, formulas of other figures.

import { contentsOf } from '../../../shared/model/block-contents.ts'
import type { ChartSpec } from '../../../shared/model/chart.ts'
import type { Comparison } from '../../../shared/model/comparison.ts'
import type { Figure } from '../../../shared/model/figure.ts'
import type { FigureId } from '../../../shared/model/ids.ts'
import { operandsOfChart, operandsOfComparison, operandsOfFormula } from '../../../shared/model/operands.ts'
import type { Block } from '../../../shared/model/report.ts'
import type { FiguresPageWords } from '../../../shared/text/figures-page.ts'
import type { ProjectPage } from '../../view.ts'

export interface Use {
  text: string
  page: ProjectPage
  place: string
}

export interface Users {
  figures: readonly Figure[]
  comparisons: readonly Comparison[]
  charts: readonly ChartSpec[]
  blocks: readonly Block[]
}

/** In the order of the screens; the report by the heading over the place, each heading once. */
export function usesOf(id: FigureId, users: Users, words: FiguresPageWords['uses']): Use[] {
  const formulas = users.figures.filter(
    ({ origin }) => origin.kind === 'formula' && operandsOfFormula(origin.expression).includes(id),
  )
  return [
    ...formulas.map((figure): Use => ({
      text: words.formula(figure.name),
      page: 'figures',
      place: figure.id,
    })),
    ...users.comparisons
      .filter((comparison) => operandsOfComparison(comparison).includes(id))
      .map((comparison): Use => ({
        text: words.comparison(comparison.name),
        page: 'figures',
        place: comparison.id,
      })),
    ...users.charts
      .filter((chart) => operandsOfChart(chart).includes(id))
      .map((chart): Use => ({ text: words.chart(chart.name), page: 'charts', place: chart.id })),
    ...mentionsOf(id, users.blocks).map(({ heading, block }): Use => ({
      text: words.report(heading),
      page: 'report',
      place: block,
    })),
  ]
}

function mentionsOf(id: FigureId, blocks: readonly Block[]): { heading: string; block: string }[] {
  const found = new Map<string, string>()
  let heading = ''
  for (const block of blocks) {
    if (block.type === 'heading') {
      heading = block.content.map((inline) => (inline.type === 'text' ? inline.text : '')).join('')
    }
    const isMentioned = contentsOf(block)
      .flat()
      .some((inline) => inline.type === 'figure' && inline.figure === id)
    if (isMentioned && !found.has(heading)) found.set(heading, block.id)
  }
  return [...found].map(([over, block]) => ({ heading: over, block }))
}

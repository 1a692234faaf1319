// What a reader of the report would miss: facts of the cover, prompts without an answer, figures without a value.
// Lists; forbids nothing.

import { contentsOf } from '../../../shared/model/block-contents.ts'
import type { ChartSpec } from '../../../shared/model/chart.ts'
import type { FigureState } from '../../../shared/model/goal.ts'
import type { BlockId, FigureId } from '../../../shared/model/ids.ts'
import type { Fact, Facts } from '../../../shared/model/project.ts'
import type { Block, Inline } from '../../../shared/model/report.ts'
import { coverFacts } from '../../../shared/text/facts.ts'

export interface Missing {
  /** The title is never missing: the template has one. */
  facts: Fact[]
  /** `under` is the heading above the prompt, if there is one. */
  prompts: { block: BlockId; prompt: string; under: readonly Inline[] }[]
  figures: { figure: FigureId; name: string }[]
}

export interface ReportParts {
  facts: Facts
  blocks: readonly Block[]
  figures: readonly FigureState[]
  charts: readonly ChartSpec[]
}

export function findMissing({ facts, blocks, figures, charts }: ReportParts): Missing {
  const mentioned = mentionedFigures(blocks, charts)
  return {
    facts: coverFacts.filter((fact) => facts[fact].trim() === ''),
    prompts: unanswered(blocks),
    figures: figures
      .filter((figure) => figure.value === null && mentioned.has(figure.id))
      .map(({ id, name }) => ({ figure: id, name })),
  }
}

function unanswered(blocks: readonly Block[]): Missing['prompts'] {
  const found: Missing['prompts'] = []
  let under: readonly Inline[] = []
  for (const block of blocks) {
    if (block.type === 'heading') under = block.content
    if (block.type === 'paragraph' && block.prompt !== undefined && isEmpty(block.content)) {
      found.push({ block: block.id, prompt: block.prompt, under })
    }
  }
  return found
}

const isEmpty = (content: readonly Inline[]): boolean =>
  content.every((inline) => inline.type === 'text' && inline.text.trim() === '')

function mentionedFigures(blocks: readonly Block[], charts: readonly ChartSpec[]): ReadonlySet<FigureId> {
  const drawn = new Set(blocks.flatMap((block) => (block.type === 'chart' ? [block.chart] : [])))
  return new Set([
    ...blocks
      .flatMap(contentsOf)
      .flat()
      .flatMap((inline) => (inline.type === 'figure' ? [inline.figure] : [])),
    ...charts
      .filter((chart) => drawn.has(chart.id))
      .flatMap((chart) =>
        chart.series.flatMap((series) => series.figures.filter((figure) => figure !== null)),
      ),
  ])
}

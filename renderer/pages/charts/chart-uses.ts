// Where the report shows a chart, and putting it there: after a section, or at the end.

import type { ChartSpec } from '../../../shared/model/chart.ts'
import type { FigureState } from '../../../shared/model/goal.ts'
import { houseStyles } from '../../../shared/model/house-style.ts'
import type { BlockId, ChartId, FigureId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import type { Block, Report } from '../../../shared/model/report.ts'
import { RecapError } from '../../../shared/errors.ts'
import { inlineText, numberReport } from '../../../shared/report/index.ts'
import { client } from '../../api.ts'

/** A place in the report by what stands there: 图3 各渠道注册. */
export interface Place {
  block: BlockId
  text: string
}

interface Desk {
  project: Project
  figures: ReadonlyMap<FigureId, FigureState>
}

/** The captions under which charts stand, in the report's order. */
export function usesOfCharts(blocks: readonly Block[], desk: Desk): ReadonlyMap<ChartId, readonly Place[]> {
  const uses = new Map<ChartId, Place[]>()
  const say = wording(blocks, desk)
  for (const block of blocks) {
    if (block.type !== 'chart') continue
    uses.set(block.chart, [
      ...(uses.get(block.chart) ?? []),
      { block: block.id, text: say(block.id, block.caption) },
    ])
  }
  return uses
}

const deepest = 2

/** The sections that a chart can be put into: headings of the first two levels. */
export function sectionsOf(blocks: readonly Block[], desk: Desk): Place[] {
  const say = wording(blocks, desk)
  return blocks.flatMap((block) =>
    block.type === 'heading' && block.level <= deepest && block.content.length > 0
      ? [{ block: block.id, text: say(block.id, block.content) }]
      : [],
  )
}

function wording(blocks: readonly Block[], { project, figures }: Desk) {
  const { facts, language } = project
  const numbers = numberReport(blocks, houseStyles[project.style])
  return (id: BlockId, content: Extract<Block, { type: 'heading' }>['content']): string => {
    const text = content.map((inline) => inlineText(inline, { figures, numbers, facts, language })).join('')
    const number = numbers.get(id) ?? ''
    return `${number}${/[\w.]$/.test(number) || number.startsWith('图') ? ' ' : ''}${text}`.trim()
  }
}

/**
 * Puts the chart with its name for a caption at the end of a section, or of the report, and tells its block. Tries once
 * more when the report was saved meanwhile.
 */
export async function insertChart(
  project: Project,
  chart: ChartSpec,
  section: BlockId | null,
): Promise<BlockId> {
  const block: Extract<Block, { type: 'chart' }> = {
    id: crypto.randomUUID() as BlockId,
    type: 'chart',
    chart: chart.id,
    caption: chart.name === '' ? [] : [{ type: 'text', text: chart.name }],
  }
  const save = async (report: Report): Promise<void> => {
    const at = endOfSection(report.blocks, section)
    const blocks = report.blocks.toSpliced(at, 0, block)
    await client.call('report.save', { project: project.id, revision: report.revision, blocks })
  }
  const read = (): Promise<Report> => client.call('report.read', { project: project.id })
  try {
    await save(await read())
  } catch (error) {
    if (!(error instanceof RecapError) || error.code !== 'report-changed-elsewhere') throw error
    await save(await read())
  }
  return block.id
}

/** Before the next heading that is no deeper. */
function endOfSection(blocks: readonly Block[], section: BlockId | null): number {
  const start = blocks.findIndex(({ id }) => id === section)
  const heading = blocks[start]
  if (heading?.type !== 'heading') return blocks.length
  const next = blocks.findIndex(
    (block, index) => index > start && block.type === 'heading' && block.level <= heading.level,
  )
  return next < 0 ? blocks.length : next
}

// What of a report is printed, before any file format: which blocks, with which numbers, words and plots.
// Prompts and what is still empty are left out here, once for every exporter.

import { plotChart } from '../../shared/charts/index.ts'
import type { Plot } from '../../shared/model/chart.ts'
import type { HouseStyle } from '../../shared/model/house-style.ts'
import type { BlockId } from '../../shared/model/ids.ts'
import type { Language } from '../../shared/model/language.ts'
import type { Block, BlockOf, Inline, PrintableReport } from '../../shared/model/report.ts'
import { inlineText, numberReport } from '../../shared/report/index.ts'
import { documentWords } from '../../shared/text/document.ts'
import { cleanText, oneLine } from './clean-text.ts'

/** A block that stands in the text, after the cover and the contents. */
export type BodyBlock = BlockOf<'heading' | 'paragraph' | 'list' | 'table' | 'chart' | 'page-break'>

export interface Manuscript {
  report: PrintableReport
  language: Language
  style: HouseStyle
  /** As on the cover and in the header: the template's own where the author gave none. */
  title: string
  cover: boolean
  /** The headings of the contents page; none: there is no such page. */
  contents: readonly BlockOf<'heading'>[]
  body: readonly BodyBlock[]
  /** Numbers of what is printed: 一、 of a heading, 表1 of a table. */
  numbers: ReadonlyMap<BlockId, string>
  plots: ReadonlyMap<BlockId, Plot>
  /** The words of an inline piece, clean of what no file may hold. */
  textOf: (inline: Inline) => string
}

/** A table without a caption: nothing of its own keeps it from the text above. */
export const isBareTable = (block: BodyBlock | undefined, { numbers }: Manuscript): boolean =>
  block?.type === 'table' && !numbers.has(block.id)

/** The levels of headings that a table of contents lists. */
export const contentsLevels = 2

/**
 * Cover and contents come first wherever they stand among the blocks. Numbers are given to what is left, so that
 * a section that is not printed leaves no hole.
 */
export function prepareManuscript(report: PrintableReport): Manuscript {
  const { project, style, figures, charts } = report
  const { language, facts } = project
  const plots = new Map<BlockId, Plot>()
  for (const block of report.blocks) {
    const spec = block.type === 'chart' ? charts.get(block.chart) : undefined
    if (spec) plots.set(block.id, plotChart(spec, figures, language))
  }
  // Whether a block has words does not depend on numbers: a reference alone is no content.
  const unnumbered = { figures, facts, language, numbers: new Map<BlockId, string>() }
  const hasWords = (content: readonly Inline[]): boolean =>
    content.some((inline) => oneLine(inlineText(inline, unnumbered)) !== '')
  const body = withSections(
    report.blocks.flatMap((block) => printedPart(block, hasWords, plots)),
    hasWords,
  )
  const numbers = numberReport(body, style)
  const has = (type: Block['type']): boolean => report.blocks.some((block) => block.type === type)
  return {
    report,
    language,
    style,
    title: oneLine(facts.title) || documentWords[language].titles[project.template],
    cover: has('cover'),
    contents: has('contents') ? body.filter(isListed) : [],
    body,
    numbers,
    plots,
    textOf: (inline) => cleanText(inlineText(inline, { figures, facts, language, numbers })),
  }
}

const isListed = (block: Block): block is BlockOf<'heading'> =>
  block.type === 'heading' && block.level <= contentsLevels

/** The block without its empty parts; nothing when nothing is left. A blank line is no content: distances are the style's. */
function printedPart(
  block: Block,
  hasWords: (content: readonly Inline[]) => boolean,
  plots: ReadonlyMap<BlockId, Plot>,
): BodyBlock[] {
  switch (block.type) {
    case 'cover':
    case 'contents':
      return []
    case 'heading':
    case 'page-break':
      return [block]
    case 'paragraph':
      return hasWords(block.content) ? [block] : []
    case 'list': {
      const items = block.items.filter((item) => hasWords(item.content))
      return items.length > 0 ? [{ ...block, items }] : []
    }
    case 'table':
      return block.columns.length > 0 && block.rows.some((row) => row.some(hasWords)) ? [block] : []
    case 'chart': {
      const plot = plots.get(block.id)
      return plot && plot.categories.length > 0 && hasPoints(plot) ? [block] : []
    }
  }
}

const hasPoints = (plot: Plot): boolean =>
  plot.series.some((series) => series.points.some((point) => Number.isFinite(point.value)))

/**
 * Leaves out headings that have nothing under them, and page breaks where no page would end. A page break between a
 * heading and its text goes before the heading.
 */
function withSections(
  blocks: readonly BodyBlock[],
  hasWords: (content: readonly Inline[]) => boolean,
): BodyBlock[] {
  const kept: BodyBlock[] = []
  // From the end: the level of what follows. Text lies below every heading, nothing above all.
  let below = 0
  let pageBreak: BodyBlock | undefined
  for (const block of blocks.toReversed()) {
    if (block.type === 'page-break') {
      if (kept.length > 0) pageBreak = block
      continue
    }
    if (block.type === 'heading') {
      if (below <= block.level || !hasWords(block.content)) continue
      below = block.level
    } else {
      below = Infinity
      if (pageBreak) kept.push(pageBreak)
      pageBreak = undefined
    }
    kept.push(block)
  }
  return kept.toReversed()
}

/** Lines set to the right one below the other are a signature: a name is not parted from its date by a page's end. */
export function isHeldToNext(body: readonly BodyBlock[], index: number): boolean {
  return [body[index], body[index + 1]].every(
    (block) => block?.type === 'paragraph' && block.align === 'right',
  )
}

// The text of a manuscript as boxes for the estimate of its pages: the same measures as the printed file's.

import type { Plot } from '../../shared/model/chart.ts'
import type { TypeStyle } from '../../shared/model/house-style.ts'
import type { Inline } from '../../shared/model/report.ts'
import { documentWords } from '../../shared/text/document.ts'
import { type BodyBlock, isBareTable, isHeldToNext, type Manuscript } from './manuscript.ts'
import {
  aroundTable,
  captionType,
  chartBox,
  firstLineIndent,
  gapLine,
  headingIndent,
  listIndent,
  textWidth,
} from './measures.ts'
import { oneLine } from './clean-text.ts'
import { chartSize } from './chart/chart-size.ts'
import type { Box } from './paginate.ts'
import { heatBlocks, layCards, plotTitle } from './plot-grid.ts'
import { layTable } from './table-grid.ts'
import { countLines } from './text-width.ts'

export function boxesOf(manuscript: Manuscript): Box[] {
  const boxes: Box[] = []
  let newPage = false
  let belowTable = false
  manuscript.body.forEach((block, index) => {
    if (block.type === 'page-break') {
      newPage = true
      return
    }
    const [first, ...rest] = blockBoxes(block, manuscript)
    if (!first) return
    const below = belowTable && !newPage ? aroundTable.below : 0
    boxes.push({ ...first, newPage, before: Math.max(first.before, below) }, ...rest)
    const last = boxes.at(-1)
    if (last && isHeldToNext(manuscript.body, index)) last.keepWithNext = true
    if (last && isBareTable(manuscript.body[index + 1], manuscript))
      last.after = Math.max(last.after, aroundTable.above)
    newPage = false
    belowTable = block.type === 'table'
  })
  return boxes
}

function blockBoxes(block: Exclude<BodyBlock, { type: 'page-break' }>, manuscript: Manuscript): Box[] {
  const { style, numbers } = manuscript
  const width = textWidth(style)
  switch (block.type) {
    case 'heading': {
      const type = style.headings[block.level - 1] ?? style.body
      const indent = headingIndent(style, block.level)
      const number = indent > 0 ? '' : (numbers.get(block.id) ?? '')
      const text = number + wordsOf(block.content, manuscript)
      return [
        {
          ...lines(text, type, manuscript, width - indent),
          id: block.id,
          keepWithNext: true,
          first: Infinity,
        },
      ]
    }
    case 'paragraph': {
      const indent = block.align && block.align !== 'left' ? 0 : firstLineIndent(style)
      return [
        { ...lines(wordsOf(block.content, manuscript), style.body, manuscript, width, indent), id: block.id },
      ]
    }
    case 'list':
      return block.items.map((item, index) => ({
        ...lines(
          wordsOf(item.content, manuscript),
          style.body,
          manuscript,
          width - listIndent(style, item.level).text,
        ),
        ...(index === 0 ? { id: block.id } : {}),
      }))
    case 'table': {
      const { heights, whole } = layTable(block, manuscript)
      const caption = captionBox(block, manuscript, captionType(style, 'above'))
      const table: Box = {
        ...nothing,
        parts: heights,
        first: whole ? heights.length : block.headerRows + 1,
        last: 1,
        repeated: block.headerRows,
      }
      return caption
        ? [{ ...caption, id: block.id, keepWithNext: true }, table]
        : [{ ...table, id: block.id }]
    }
    case 'chart': {
      const plot = manuscript.plots.get(block.id)
      if (!plot) return []
      const caption = captionBox(block, manuscript, captionType(style, 'below'))
      if (plot.kind === 'heat' || plot.kind === 'cards') {
        const gap = { ...nothing, parts: [gapLine], keepWithNext: true }
        const title = oneLine(plot.title)
        const tables = plotTableBoxes(plot, manuscript).flatMap((table, index) => [
          ...(index === 0 ? [] : [{ ...gap, before: aroundTable.below - gapLine }]),
          table,
        ])
        const above = [
          { ...gap, id: block.id, before: chartBox.before },
          ...(title === ''
            ? []
            : [{ ...lines(title, plotTitle(style), manuscript, width), keepWithNext: true }]),
        ]
        return [...above, ...tables, caption ?? { ...nothing, parts: [gapLine], after: chartBox.after }]
      }
      const picture: Box = {
        ...nothing,
        id: block.id,
        before: chartBox.before,
        after: chartBox.after,
        parts: [chartSize(plot, style).height],
        keepWithNext: caption !== undefined,
      }
      return caption ? [picture, caption] : [picture]
    }
  }
}

/** The caption below stays on the page of the last row. */
function plotTableBoxes(plot: Plot, manuscript: Manuscript): Box[] {
  if (plot.kind === 'cards') {
    const parts = layCards(plot, manuscript).map(({ height }) => height)
    return [{ ...nothing, parts, first: parts.length, keepWithNext: true }]
  }
  return heatBlocks(plot, manuscript).map((block) => {
    const { heights, whole } = layTable(block, manuscript)
    return { ...nothing, parts: heights, first: whole ? heights.length : 2, repeated: 1, keepWithNext: true }
  })
}

const nothing: Box = {
  before: 0,
  after: 0,
  parts: [],
  first: 1,
  last: 1,
  repeated: 0,
  keepWithNext: false,
  newPage: false,
}

const wordsOf = (content: readonly Inline[], manuscript: Manuscript): string =>
  content.map(manuscript.textOf).join('')

/** A paragraph: no single line of it stays behind at a page's end or goes over alone. */
function lines(text: string, type: TypeStyle, manuscript: Manuscript, width: number, indent = 0): Box {
  const count = countLines(text, { type, chinese: manuscript.language === 'zh-CN' }, width, indent)
  return {
    ...nothing,
    before: type.before,
    after: type.after,
    parts: Array.from({ length: count }, () => type.line),
    first: 2,
    last: 2,
  }
}

function captionBox(
  block: Extract<BodyBlock, { type: 'table' | 'chart' }>,
  manuscript: Manuscript,
  type: TypeStyle,
): Box | undefined {
  const label = manuscript.numbers.get(block.id)
  if (label === undefined) return undefined
  const words = wordsOf(block.caption, manuscript)
  const text = words ? `${label}${documentWords[manuscript.style.language].captionGap}${words}` : label
  return lines(text, type, manuscript, textWidth(manuscript.style))
}

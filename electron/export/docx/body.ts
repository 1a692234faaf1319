// The blocks of the text as Word's paragraphs and tables, in order, with the distances and page breaks between them.

import type { FileChild, XmlComponent } from 'docx'
import type { Plot } from '../../../shared/model/chart.ts'
import type { TypeStyle } from '../../../shared/model/house-style.ts'
import type { BlockOf } from '../../../shared/model/report.ts'
import { documentWords } from '../../../shared/text/document.ts'
import { isBareTable, isHeldToNext } from '../manuscript.ts'
import { aroundTable, captionType, chartBox, gapLine, twips } from '../measures.ts'
import { isChart } from '../chart/chart-part.ts'
import { oneLine } from '../clean-text.ts'
import { chartOf } from './chart.ts'
import { bookmarked, paragraph, type ParagraphLook } from './element.ts'
import { captionRuns, inlineRuns, textRun } from './inline.ts'
import { alignments } from './look.ts'
import { bulletList, orderedList } from './numbering.ts'
import { cardTable, heatTables } from './plot-table.ts'
import type { Press } from './press.ts'
import { tableOf } from './table.ts'

/** What stands around a paragraph: a page's end above it, or a table, which keeps no distance itself. */
interface Place {
  newPage: boolean
  belowTable: boolean
  aboveTable: boolean
  heldToNext: boolean
}

const amidText: Place = { newPage: false, belowTable: false, aboveTable: false, heldToNext: false }

/** Yields the parts of one block at a time, so that the caller can tell how far it is, or stop. */
export function* bodyParts(press: Press): Generator<FileChild[]> {
  const { manuscript } = press
  let newPage = false
  let belowTable = false
  let lists = 0
  for (const [index, block] of manuscript.body.entries()) {
    if (block.type === 'page-break') {
      newPage = true
      yield []
      continue
    }
    const place = {
      newPage,
      belowTable,
      aboveTable: isBareTable(manuscript.body[index + 1], manuscript),
      heldToNext: isHeldToNext(manuscript.body, index),
    }
    switch (block.type) {
      case 'heading':
        yield [headingOf(block, press, place)]
        break
      case 'paragraph':
        yield [paragraphOf(block, press, place)]
        break
      case 'list':
        yield listItems(block, press, place, ++lists)
        break
      case 'table':
        yield tableParts(block, press, place)
        break
      case 'chart':
        yield chartParts(block, press, place)
    }
    newPage = false
    belowTable = block.type === 'table'
  }
  if (belowTable) yield [paragraph({ style: 'Gap' })]
}

/** Where a paragraph stands changes its style's distances. */
function placed(type: TypeStyle, { newPage, belowTable, aboveTable }: Place): ParagraphLook {
  const before = belowTable && !newPage ? Math.max(type.before, aroundTable.below) : type.before
  const after = aboveTable ? Math.max(type.after, aroundTable.above) : type.after
  const moved = before !== type.before || after !== type.after
  return {
    ...(newPage ? { pageBreakBefore: true } : {}),
    ...(moved ? { spacing: { before: twips(before), after: twips(after) } } : {}),
  }
}

function headingOf(block: BlockOf<'heading'>, press: Press, place: Place): FileChild {
  const { style } = press.manuscript
  const runs = inlineRuns(block.content, press)
  const bookmark = press.bookmarks.get(block.id)
  return paragraph(
    { style: `Heading${block.level}`, ...placed(style.headings[block.level - 1] ?? style.body, place) },
    bookmark ? bookmarked(bookmark, press.nextId(), runs) : runs,
  )
}

function paragraphOf(block: BlockOf<'paragraph'>, press: Press, place: Place): FileChild {
  const { align } = block
  return paragraph(
    {
      style: 'BodyText',
      ...placed(press.manuscript.style.body, place),
      ...(align ? { alignment: alignments[align] } : {}),
      ...(align && align !== 'left' ? { indent: { firstLineChars: 0, firstLine: 0 } } : {}),
      ...(place.heldToNext ? { keepNext: true } : {}),
    },
    inlineRuns(block.content, press),
  )
}

function listItems(block: BlockOf<'list'>, press: Press, place: Place, instance: number): FileChild[] {
  const reference = block.ordered ? orderedList : bulletList
  return block.items.map((item, index) => {
    const isFirst = index === 0
    const isLast = index === block.items.length - 1
    return paragraph(
      {
        style: 'ListParagraph',
        ...placed(press.manuscript.style.body, {
          newPage: place.newPage && isFirst,
          belowTable: place.belowTable && isFirst,
          aboveTable: place.aboveTable && isLast,
          heldToNext: false,
        }),
        numbering: { reference, level: item.level, instance },
      },
      inlineRuns(item.content, press),
    )
  })
}

/** The caption stands above a table, and goes to the next page with it. */
function tableParts(block: BlockOf<'table'>, press: Press, place: Place): FileChild[] {
  const table = tableOf(block, press)
  const caption = captionOf(block, press)
  if (caption) {
    const type = captionType(press.manuscript.style, 'above')
    const look: ParagraphLook = {
      style: 'Caption',
      spacing: { before: twips(type.before), after: twips(type.after) },
      ...placed(type, { ...place, aboveTable: false }),
      keepNext: true,
    }
    return [paragraph(look, caption), table]
  }
  // Two tables without a paragraph between them would become one, and a table cannot begin a page by itself.
  if (!place.newPage && !place.belowTable) return [table]
  const gap: ParagraphLook = place.newPage
    ? { pageBreakBefore: true }
    : { spacing: { before: twips(aroundTable.below - gapLine) } }
  return [paragraph({ style: 'Gap', keepNext: true, ...gap }), table]
}

/** The caption stands below a chart, on the same page. */
function chartParts(block: BlockOf<'chart'>, press: Press, place: Place): FileChild[] {
  const { plots, numbers, style } = press.manuscript
  const plot = plots.get(block.id)
  if (!plot) return []
  const caption = captionOf(block, press)
  const tables = tablesFor(plot, press)
  if (tables.length > 0) {
    const title = oneLine(plot.title)
    const before = { ...style.table, before: chartBox.before, after: 0 }
    const look = { style: 'Gap', ...placed(before, { ...place, aboveTable: false }), keepNext: true }
    return [
      paragraph(look),
      ...(title === '' ? [] : [paragraph({ style: 'ChartTitle', keepNext: true }, [textRun(title, press)])]),
      ...tables.flatMap((table, index) => [...(index === 0 ? [] : [paragraph(betweenTables)]), table]),
      caption
        ? paragraph(
            { style: 'Caption', ...placed(style.caption, { ...amidText, aboveTable: place.aboveTable }) },
            caption,
          )
        : paragraph({ style: 'Gap', spacing: { after: twips(chartBox.after) } }),
    ]
  }
  if (!isChart(plot)) return []
  const drawing = [chartOf(plot, numbers.get(block.id) ?? plot.name, press)]
  const type = { ...style.table, ...chartBox }
  if (!caption) return [paragraph({ style: 'Chart', ...placed(type, place), keepNext: false }, drawing)]
  return [
    paragraph({ style: 'Chart', ...placed(type, { ...place, aboveTable: false }) }, drawing),
    paragraph(
      { style: 'Caption', ...placed(style.caption, { ...amidText, aboveTable: place.aboveTable }) },
      caption,
    ),
  ]
}

const betweenTables: ParagraphLook = {
  style: 'Gap',
  keepNext: true,
  spacing: { before: twips(aroundTable.below - gapLine) },
}

/** Of a plot that is read as a table; none of another. */
function tablesFor(plot: Plot, press: Press): FileChild[] {
  if (plot.kind === 'heat') return heatTables(plot, press)
  return plot.kind === 'cards' ? [cardTable(plot, press)] : []
}

/** 表1 and what it shows; nothing for a block without a number. */
function captionOf(block: BlockOf<'table' | 'chart'>, press: Press): XmlComponent[] | undefined {
  const { numbers, style } = press.manuscript
  const label = numbers.get(block.id)
  const bookmark = press.bookmarks.get(block.id)
  if (label === undefined || bookmark === undefined) return undefined
  const words = inlineRuns(block.caption, press)
  return [
    ...captionRuns(label, bookmark, press),
    ...(words.length > 0 ? [textRun(documentWords[style.language].captionGap, press), ...words] : []),
  ]
}

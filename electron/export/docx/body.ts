// The blocks of the text as Word's paragraphs and tables, in order, with the distances and page breaks between them.

import type { FileChild, XmlComponent } from 'docx'
import type { TypeStyle } from '../../../shared/model/house-style.ts'
import type { BlockOf } from '../../../shared/model/report.ts'
import { documentWords } from '../../../shared/text/document.ts'
import { type BodyBlock, isBareTable } from '../manuscript.ts'
import { aroundTable, captionType, chartBox, twips } from '../measures.ts'
import { chartOf } from './chart.ts'
import { bookmarked, paragraph, type ParagraphLook } from './element.ts'
import { captionRuns, inlineRuns, textRun } from './inline.ts'
import { alignments } from './look.ts'
import { bulletList, orderedList } from './numbering.ts'
import type { Press } from './press.ts'
import { tableOf } from './table.ts'

/** What stands around a block: a page's end above it, or a table, which keeps no distance itself. */
interface Place {
  newPage: boolean
  belowTable: boolean
  aboveTable: boolean
}

/** Yields the parts of one block at a time, so that the caller can tell how far it is, or stop. */
export function* bodyParts(press: Press): Generator<FileChild[]> {
  const { manuscript } = press
  let newPage = false
  let belowTable = false
  let lists = 0
  for (const [index, block] of manuscript.body.entries()) {
    const place = { newPage, belowTable, aboveTable: isBareTable(manuscript.body[index + 1], manuscript) }
    switch (block.type) {
      case 'page-break':
        newPage = true
        yield []
        continue
      case 'list':
        yield listParts(block, press, place, ++lists)
        break
      case 'table':
        yield tableParts(block, press, place)
        break
      default:
        yield paragraphParts(block, press, place)
    }
    newPage = false
    belowTable = block.type === 'table'
  }
  if (belowTable) yield [paragraph({ style: 'Gap' })]
}

/** The look of a paragraph that is not its style's, from where it stands. */
function placed(type: TypeStyle, { newPage, belowTable, aboveTable }: Place): ParagraphLook {
  const before = belowTable && !newPage ? Math.max(type.before, aroundTable.below) : type.before
  const after = aboveTable ? Math.max(type.after, aroundTable.above) : type.after
  const moved = before !== type.before || after !== type.after
  return {
    ...(newPage ? { pageBreakBefore: true } : {}),
    ...(moved ? { spacing: { before: twips(before), after: twips(after) } } : {}),
  }
}

function paragraphParts(
  block: Exclude<BodyBlock, BlockOf<'page-break' | 'list' | 'table'>>,
  press: Press,
  place: Place,
): FileChild[] {
  const { style } = press.manuscript
  switch (block.type) {
    case 'heading': {
      const runs = inlineRuns(block.content, press)
      const bookmark = press.bookmarks.get(block.id)
      return [
        paragraph(
          { style: `Heading${block.level}`, ...placed(style.headings[block.level - 1] ?? style.body, place) },
          bookmark ? bookmarked(bookmark, press.nextId(), runs) : runs,
        ),
      ]
    }
    case 'paragraph':
      return [
        paragraph(
          {
            style: 'BodyText',
            ...placed(style.body, place),
            ...(block.align ? { alignment: alignments[block.align] } : {}),
            ...(block.align && block.align !== 'left' ? { indent: { firstLineChars: 0, firstLine: 0 } } : {}),
          },
          inlineRuns(block.content, press),
        ),
      ]
    case 'chart': {
      const plot = press.manuscript.plots.get(block.id)
      const caption = captionOf(block, press)
      return [
        ...(plot
          ? [
              paragraph(
                {
                  style: 'Chart',
                  ...placed({ ...style.table, ...chartBox }, caption.length > 0 ? { ...place, aboveTable: false } : place),
                  keepNext: caption.length > 0,
                },
                [chartOf(plot, press.manuscript.numbers.get(block.id) ?? plot.name, press)],
              ),
            ]
          : []),
        ...(caption.length > 0 ? [
              paragraph(
                { style: 'Caption', ...placed(style.caption, { ...place, newPage: false, belowTable: false }) },
                caption,
              ),
            ] : []),
      ]
    }
  }
}

function listParts(block: BlockOf<'list'>, press: Press, place: Place, instance: number): FileChild[] {
  return block.items.map((item, index) =>
    paragraph(
      {
        style: 'ListParagraph',
        ...placed(press.manuscript.style.body, {
            newPage: place.newPage && index === 0,
            belowTable: place.belowTable && index === 0,
            aboveTable: place.aboveTable && index === block.items.length - 1,
          }),
        numbering: { reference: block.ordered ? orderedList : bulletList, level: item.level, instance },
      },
      inlineRuns(item.content, press),
    ),
  )
}

function tableParts(block: BlockOf<'table'>, press: Press, place: Place): FileChild[] {
  const caption = captionOf(block, press)
  const type = captionType(press.manuscript.style, 'above')
  const before: FileChild[] =
    caption.length > 0
      ? [
          paragraph(
            {
              style: 'Caption',
              spacing: { before: twips(type.before), after: twips(type.after) },
              ...placed(type, { ...place, aboveTable: false }),
              keepNext: true,
            },
            caption,
          ),
        ]
      : place.newPage || place.belowTable
        ? [paragraph({ style: 'Gap', ...(place.newPage ? { pageBreakBefore: true } : {}), keepNext: true })]
        : []
  return [...before, tableOf(block, press)]
}

/** 表1 and what it shows; nothing for a block without a number. */
function captionOf(block: BlockOf<'table' | 'chart'>, press: Press): XmlComponent[] {
  const { numbers, style } = press.manuscript
  const label = numbers.get(block.id)
  const bookmark = press.bookmarks.get(block.id)
  if (label === undefined || bookmark === undefined) return []
  const words = inlineRuns(block.caption, press)
  return [
    ...captionRuns(label, bookmark, press),
    ...(words.length > 0 ? [textRun(documentWords[style.language].captionGap, press), ...words] : []),
  ]
}

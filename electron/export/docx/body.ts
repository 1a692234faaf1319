// The blocks of the text as Word's paragraphs and tables, in order, with the distances and page breaks between them.

import type { FileChild, XmlComponent } from 'docx'
import type { TypeStyle } from '../../../shared/model/house-style.ts'
import type { BlockOf } from '../../../shared/model/report.ts'
import { documentWords } from '../../../shared/text/document.ts'
import type { BodyBlock } from '../manuscript.ts'
import { afterTable, captionType, twips } from '../measures.ts'
import { chartOf } from './chart.ts'
import { bookmarked, paragraph, type ParagraphLook } from './element.ts'
import { captionRuns, inlineRuns, textRun } from './inline.ts'
import { alignments } from './look.ts'
import { bulletList, orderedList } from './numbering.ts'
import type { Press } from './press.ts'
import { tableOf } from './table.ts'

/** How a block begins: on a new page, or below a table, which keeps no distance itself. */
interface Start {
  newPage: boolean
  belowTable: boolean
}

const plain: Start = { newPage: false, belowTable: false }

/** Yields the parts of one block at a time, so that the caller can tell how far it is, or stop. */
export function* bodyParts(press: Press): Generator<FileChild[]> {
  let start = plain
  let lists = 0
  for (const block of press.manuscript.body) {
    switch (block.type) {
      case 'page-break':
        start = { ...start, newPage: true }
        yield []
        continue
      case 'list':
        yield listParts(block, press, start, ++lists)
        break
      case 'table':
        yield tableParts(block, press, start)
        break
      default:
        yield paragraphParts(block, press, start)
    }
    start = { newPage: false, belowTable: block.type === 'table' }
  }
  if (start.belowTable) yield [paragraph({ style: 'Gap' })]
}

const begin = (type: TypeStyle, { newPage, belowTable }: Start): ParagraphLook => ({
  ...(newPage ? { pageBreakBefore: true } : {}),
  ...(belowTable && !newPage ? { spacing: { before: twips(Math.max(type.before, afterTable)) } } : {}),
})

function paragraphParts(
  block: Exclude<BodyBlock, BlockOf<'page-break' | 'list' | 'table'>>,
  press: Press,
  start: Start,
): FileChild[] {
  const { style } = press.manuscript
  switch (block.type) {
    case 'heading': {
      const runs = inlineRuns(block.content, press)
      const bookmark = press.bookmarks.get(block.id)
      return [
        paragraph(
          { style: `Heading${block.level}`, ...begin(style.headings[block.level - 1] ?? style.body, start) },
          bookmark ? bookmarked(bookmark, press.nextId(), runs) : runs,
        ),
      ]
    }
    case 'paragraph':
      return [
        paragraph(
          {
            style: 'BodyText',
            ...begin(style.body, start),
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
              paragraph({ style: 'Chart', ...begin(style.table, start), keepNext: caption.length > 0 }, [
                chartOf(plot, press.manuscript.numbers.get(block.id) ?? plot.name, press),
              ]),
            ]
          : []),
        ...(caption.length > 0 ? [paragraph({ style: 'Caption' }, caption)] : []),
      ]
    }
  }
}

function listParts(block: BlockOf<'list'>, press: Press, start: Start, instance: number): FileChild[] {
  return block.items.map((item, index) =>
    paragraph(
      {
        style: 'ListParagraph',
        ...begin(press.manuscript.style.body, index === 0 ? start : plain),
        numbering: { reference: block.ordered ? orderedList : bulletList, level: item.level, instance },
      },
      inlineRuns(item.content, press),
    ),
  )
}

function tableParts(block: BlockOf<'table'>, press: Press, start: Start): FileChild[] {
  const caption = captionOf(block, press)
  const type = captionType(press.manuscript.style, 'above')
  const before: FileChild[] =
    caption.length > 0
      ? [
          paragraph(
            {
              style: 'Caption',
              spacing: { before: twips(type.before), after: twips(type.after) },
              ...begin(type, start),
              keepNext: true,
            },
            caption,
          ),
        ]
      : start.newPage || start.belowTable
        ? [paragraph({ style: 'Gap', ...(start.newPage ? { pageBreakBefore: true } : {}), keepNext: true })]
        : []
  return [...before, tableOf(block, press)]
}

/** 表1 and what it shows; nothing for a block without a number. */
function captionOf(block: BlockOf<'table' | 'chart'>, press: Press): XmlComponent[] {
  const { numbers, language } = press.manuscript
  const label = numbers.get(block.id)
  const bookmark = press.bookmarks.get(block.id)
  if (label === undefined || bookmark === undefined) return []
  const words = inlineRuns(block.caption, press)
  return [
    ...captionRuns(label, bookmark, press),
    ...(words.length > 0 ? [textRun(documentWords[language].captionGap, press), ...words] : []),
  ]
}

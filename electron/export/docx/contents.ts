// The page of contents: a real table-of-contents field whose entries are there already, with links and page numbers.
// Nothing in it is marked as out of date, so no program asks to fill it in; in Word it can be renewed as usual.

import { FileChild, type Paragraph, Tab, TextRun, type XmlComponent } from 'docx'
import type { BlockId } from '../../../shared/model/ids.ts'
import { documentWords } from '../../../shared/text/document.ts'
import { contentsLevels } from '../manuscript.ts'
import { headingIndent, textWidth, twips } from '../measures.ts'
import { element, field, fieldEnd, fieldStart, paragraph } from './element.ts'
import { textRun } from './inline.ts'
import { numberGap } from './numbering.ts'
import type { Press } from './press.ts'

/** A block-level content control: what Word makes around a table of contents so that it offers to renew it. */
class ContentsControl extends FileChild {
  constructor(title: string, id: number, paragraphs: readonly Paragraph[]) {
    super('w:sdt')
    this.root.push(
      element('w:sdtPr', {}, [
        element('w:alias', { 'w:val': title }),
        element('w:id', { 'w:val': id }),
        element('w:docPartObj', {}, [
          element('w:docPartGallery', { 'w:val': 'Table of Contents' }),
          element('w:docPartUnique'),
        ]),
      ]),
      element('w:sdtContent', {}, paragraphs),
    )
  }
}

/** @param pages the page of each heading, counted from the first page of the text */
export function contentsPage(
  press: Press,
  pages: ReadonlyMap<BlockId, number>,
  newPage: boolean,
): FileChild[] {
  const { manuscript, bookmarks } = press
  const { contents, style, language, numbers, textOf } = manuscript
  const title = documentWords[language].contents
  const entries = contents.map((heading, index) => {
    const look = style.numbering[heading.level - 1] ?? 'decimal'
    const gap = numberGap(look)
    const target = bookmarks.get(heading.id) ?? ''
    const number = numbers.get(heading.id) ?? ''
    const words = heading.content
      .map(textOf)
      .join('')
      .replace(/\s*\n\s*/g, ' ')
    const entry: XmlComponent[] = [
      textRun(`${number}${gap === '\t' ? '' : gap}`, press),
      ...(gap === '\t' ? [new TextRun({ children: [new Tab()] })] : []),
      textRun(words, press),
      new TextRun({ children: [new Tab()] }),
      ...field(`PAGEREF ${target} \\h`, [new TextRun(String(pages.get(heading.id) ?? ''))]),
    ]
    const left = twips(
      (heading.level - 1) * 2 * (style.contentsEntry[heading.level - 1]?.size ?? style.body.size),
    )
    return paragraph(
      {
        style: `TOC${heading.level}`,
        tabStops: [
          ...(gap === '\t'
            ? [{ type: 'left' as const, position: left + twips(headingIndent(style, heading.level)) }]
            : []),
          { type: 'right' as const, position: twips(textWidth(style)), leader: 'dot' as const },
        ],
      },
      [
        ...(index === 0 ? fieldStart(`TOC \\o "1-${contentsLevels}" \\h \\z \\u`) : []),
        element('w:hyperlink', { 'w:anchor': target, 'w:history': 1 }, entry),
        ...(index === contents.length - 1 ? [fieldEnd()] : []),
      ],
    )
  })
  return [
    paragraph({ style: 'TOCHeading', pageBreakBefore: newPage }, [textRun(title, press)]),
    new ContentsControl(title, press.nextId(), entries),
  ]
}

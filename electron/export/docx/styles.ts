// The house style as Word's styles. Built-in styles keep their own ids and names, so that Word's panes, its table of
// contents and other programs know a heading from a caption.

import { AlignmentType, type IStylesOptions, LineRuleType } from 'docx'
import type { HouseStyle, TypeStyle } from '../../../shared/model/house-style.ts'
import { chartBox, firstLineIndent, gapLine, headingIndent, twips } from '../measures.ts'
import { cardTypes, plotTitle } from '../plot-grid.ts'
import { paragraphLook, runLook } from './look.ts'
import { headingList } from './numbering.ts'

type ParagraphStyle = NonNullable<IStylesOptions['paragraphStyles']>[number]
type ParagraphLook = NonNullable<ParagraphStyle['paragraph']>

/** Under the head of each page. */
const headerRule = { style: 'single', size: 4, space: 4, color: '7F7F7F' } as const

export function stylesOf(style: HouseStyle): IStylesOptions {
  const { language } = style
  const cards = cardTypes({ style })
  const look = (
    id: string,
    name: string,
    type: TypeStyle,
    paragraph: ParagraphLook = {},
    more: Partial<ParagraphStyle> = {},
  ): ParagraphStyle => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run: runLook(type, language),
    paragraph: { ...paragraphLook(type), ...paragraph },
    ...more,
  })
  const indent = twips(firstLineIndent(style))
  // Characters for Word, whose indent follows the size; twentieths of a point for programs that do not know them.
  const firstLine: ParagraphLook =
    indent > 0 ? { indent: { firstLineChars: style.firstLineCharacters * 100, firstLine: indent } } : {}

  return {
    default: { document: { run: runLook(style.body, language), paragraph: {} } },
    paragraphStyles: [
      { id: 'Normal', name: 'Normal', quickFormat: true, run: runLook(style.body, language) },
      look('BodyText', 'Body Text', style.body, firstLine),
      look('ListParagraph', 'List Paragraph', style.body),
      ...style.headings.map((type, index) => {
        const level = index + 1
        const left = twips(headingIndent(style, level))
        return look(
          `Heading${level}`,
          `heading ${level}`,
          type,
          {
            keepNext: true,
            keepLines: true,
            outlineLevel: index,
            numbering: { reference: headingList, level: index },
            indent: left > 0 ? { left, hanging: left } : { left: 0, firstLine: 0 },
          },
          { next: 'BodyText', uiPriority: 9 },
        )
      }),
      look('Title', 'Title', style.coverTitle, {}, { next: 'BodyText', uiPriority: 10 }),
      look('CoverFact', 'Cover Fact', style.coverFact),
      look('TOCHeading', 'TOC Heading', style.contentsTitle, {}, { next: 'BodyText', uiPriority: 39 }),
      ...style.contentsEntry.map((type, index) =>
        look(
          `TOC${index + 1}`,
          `toc ${index + 1}`,
          type,
          { indent: { left: index * 2 * twips(type.size) } },
          { next: 'BodyText', uiPriority: 39 },
        ),
      ),
      look('Caption', 'caption', style.caption, {}, { next: 'BodyText', uiPriority: 35 }),
      look('TableText', 'Table Text', style.table),
      look('TableHeader', 'Table Header', { ...style.table, bold: true }),
      // A picture in a line of fixed height is cut off: the chart's own paragraph is as high as the chart.
      look('Chart', 'Chart', style.table, {
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: {
          line: 240,
          lineRule: LineRuleType.AUTO,
          before: twips(chartBox.before),
          after: twips(chartBox.after),
        },
      }),
      look('ChartTitle', 'Chart Title', plotTitle(style)),
      look(
        'CardName',
        'Card Name',
        cards.name,
        {},
        { run: { ...runLook(cards.name, language), color: '595F69' } },
      ),
      look('CardValue', 'Card Value', cards.value),
      look(
        'CardNote',
        'Card Note',
        cards.note,
        {},
        { run: { ...runLook(cards.note, language), color: '595F69' } },
      ),
      // Keeps apart what Word would join: a table from a table, a table from the end of a section.
      look('Gap', 'Gap', { ...style.table, size: 1, line: gapLine }),
      look('Header', 'header', style.headerFooter, { border: { bottom: headerRule } }),
      look('Footer', 'footer', style.headerFooter),
    ],
  }
}

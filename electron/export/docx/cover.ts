// The cover: the organisation, the title, and a table of label and ruled value. An empty fact stays an empty rule,
// to be filled in by hand.

import { type FileChild, Paragraph, Table, TableCell, TableRow } from 'docx'
import { coverFacts, coverLabel } from '../../../shared/text/facts.ts'
import { oneLine } from '../clean-text.ts'
import { points, textHeight, textWidth, twips } from '../measures.ts'
import { textRun } from './inline.ts'
import type { Press } from './press.ts'

const labelWidth = points(32)
const valueWidth = points(114)
const none = { style: 'nil' } as const
const rule = { style: 'single', size: 4, color: '595959' } as const

export function coverPage(press: Press): FileChild[] {
  const { manuscript } = press
  const { style, language, report, title } = manuscript
  const { facts } = report.project
  const organisation = oneLine(facts.organisation)
  const height = textHeight(style)
  const head = organisation
    ? [
        new Paragraph({
          style: 'CoverFact',
          alignment: 'center',
          spacing: { before: twips(height * 0.1) },
          children: [textRun(organisation, press)],
        }),
      ]
    : []
  const row = (fact: (typeof coverFacts)[number]): TableRow =>
    new TableRow({
      cantSplit: true,
      children: [
        new TableCell({
          width: { size: twips(labelWidth), type: 'dxa' },
          borders: { top: none, bottom: none, left: none, right: none },
          verticalAlign: 'bottom',
          children: [
            new Paragraph({ style: 'CoverFact', children: [textRun(coverLabel(fact, language), press)] }),
          ],
        }),
        new TableCell({
          width: { size: twips(valueWidth), type: 'dxa' },
          borders: { top: none, bottom: rule, left: none, right: none },
          verticalAlign: 'bottom',
          children: [
            new Paragraph({
              style: 'CoverFact',
              alignment: 'center',
              children: facts[fact].trim() ? [textRun(oneLine(facts[fact]), press)] : [],
            }),
          ],
        }),
      ],
    })
  return [
    ...head,
    new Paragraph({
      style: 'Title',
      spacing: { before: twips(height * (organisation ? 0.08 : 0.2)), after: twips(height * 0.16) },
      children: [textRun(title, press)],
    }),
    new Table({
      alignment: 'center',
      layout: 'fixed',
      width: { size: twips(Math.min(labelWidth + valueWidth, textWidth(style))), type: 'dxa' },
      columnWidths: [twips(labelWidth), twips(valueWidth)],
      margins: { top: 60, bottom: 0, left: 80, right: 80 },
      borders: {
        top: none,
        bottom: none,
        left: none,
        right: none,
        insideHorizontal: none,
        insideVertical: none,
      },
      rows: coverFacts.map(row),
    }),
  ]
}

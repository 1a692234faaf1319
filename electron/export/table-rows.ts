// Heights of a table's rows, in points: the same for what is kept together in the file and for the estimate of its pages.

import type { BlockOf } from '../../shared/model/report.ts'
import type { Manuscript } from './manuscript.ts'
import { cell, columnWidths, rules, textHeight } from './measures.ts'
import { countLines } from './text-width.ts'

export function rowHeights(block: BlockOf<'table'>, manuscript: Manuscript): number[] {
  const { style, language } = manuscript
  const type = style.table
  const widths = columnWidths(block.columns, style).map((width) => width / 20 - 2 * cell.side)
  return block.rows.map((row, index) => {
    const measure = {
      type: { ...type, bold: type.bold || index < block.headerRows },
      chinese: language === 'zh-CN',
    }
    const lines = widths.map((width, column) => {
      const text = (row[column] ?? []).map(manuscript.textOf).join('')
      return countLines(text, measure, width)
    })
    const above = index === 0 ? rules.strong : index === block.headerRows ? rules.thin : rules.hair
    const below = index === block.rows.length - 1 ? rules.strong : 0
    return above + cell.above + Math.max(1, ...lines) * type.line + cell.below + below
  })
}

/** A table up to this part of a page is not parted. */
const wholeUpTo = 0.4

export const staysWhole = (heights: readonly number[], manuscript: Manuscript): boolean =>
  heights.reduce((sum, height) => sum + height, 0) <= wholeUpTo * textHeight(manuscript.style)

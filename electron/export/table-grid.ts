// A table laid out: what its cells show, how wide its columns are, how high its rows. The same for the printed file and
// for the estimate of its pages. Points, unless a name says otherwise.

import type { BlockOf, Inline } from '../../shared/model/report.ts'
import type { Manuscript } from './manuscript.ts'
import { cell, rules, textHeight, textWidth, twips } from './measures.ts'
import { countLines, lineWidth, type Measure, widestWord } from './text-width.ts'

export interface TableGrid {
  /** Every row has a cell for every column. */
  rows: readonly (readonly (readonly Inline[])[])[]
  /** In twips, together exactly the text's width. */
  widths: readonly number[]
  heights: readonly number[]
  /** Short enough not to be parted by a page's end. */
  whole: boolean
}

/** A table up to this part of a page is not parted. */
const wholeUpTo = 0.4
/** So many rows tell how wide the columns have to be. */
const measuredRows = 100

export function layTable(block: BlockOf<'table'>, manuscript: Manuscript): TableGrid {
  const { style } = manuscript
  const filled = block.rows.map((row) => block.columns.map((_, column) => row[column] ?? []))
  const widths = columnWidths(block, filled, manuscript)
  const rows = filled.map((row, index) =>
    index < block.headerRows
      ? row.map((content, column) => unitBelow(content, inner(widths[column]), measureOf(index, block, manuscript)))
      : row,
  )
  const heights = rows.map((row, index) => {
    const measure = measureOf(index, block, manuscript)
    const lines = row.map((content, column) => countLines(wordsOf(content, manuscript), measure, inner(widths[column])))
    const above = index === 0 ? rules.strong : index === block.headerRows ? rules.thin : rules.hair
    const below = index === rows.length - 1 ? rules.strong : 0
    return above + cell.above + Math.max(1, ...lines) * style.table.line + cell.below + below
  })
  const whole = heights.reduce((sum, height) => sum + height, 0) <= wholeUpTo * textHeight(style)
  return { rows, widths, heights, whole }
}

const wordsOf = (content: readonly Inline[], { textOf }: Manuscript): string => content.map(textOf).join('')

/** Room for text in a column, given its width in twips. */
const inner = (width = 0): number => width / 20 - 2 * cell.side

function measureOf(row: number, block: BlockOf<'table'>, { style, language }: Manuscript): Measure {
  const bold = style.table.bold || row < block.headerRows
  return { type: { ...style.table, bold }, chinese: language === 'zh-CN' }
}

/**
 * Columns share the text's width by their weights, but none is narrower than its text needs while another has room to
 * spare: first so that every cell stands on one line, else so that at least no word is cut.
 */
function columnWidths(block: BlockOf<'table'>, rows: TableGrid['rows'], manuscript: Manuscript): number[] {
  const total = textWidth(manuscript.style)
  const weights = block.columns.reduce((sum, column) => sum + column.weight, 0)
  const byWeight = block.columns.map((column) => (total * column.weight) / weights)
  const needs = (width: (text: string, measure: Measure) => number): number[] =>
    block.columns.map((_, column) =>
      rows.slice(0, measuredRows).reduce((most, row, index) => {
        const text = wordsOf(row[column] ?? [], manuscript)
        const measure = measureOf(index, block, manuscript)
        const header = index < block.headerRows
        const parts = header ? beforeUnit(text) : text.split('\n')
        return Math.max(most, ...parts.map((part) => width(part, measure) + 2 * cell.side + spare))
      }, 0),
    )
  const widths = atLeast(byWeight, needs(lineWidth), total) ?? atLeast(byWeight, needs(widestWord), total) ?? byWeight
  // Rounded at the edges, not one by one: the sum stays the text's width.
  let edge = 0
  return widths.map((width) => {
    const from = twips(edge)
    edge += width
    return twips(edge) - from
  })
}

/** Programs measure letters a little differently. */
const spare = 1.5

/** The widths, with those below their least raised to it at the others' expense; nothing when that is not possible. */
function atLeast(widths: readonly number[], least: readonly number[], total: number): number[] | undefined {
  if (least.reduce((sum, width) => sum + width, 0) > total) return undefined
  const lacking = widths.reduce((sum, width, index) => sum + Math.max(0, (least[index] ?? 0) - width), 0)
  const sparing = widths.reduce((sum, width, index) => sum + Math.max(0, width - (least[index] ?? 0)), 0)
  return widths.map((width, index) => {
    const need = least[index] ?? 0
    return width < need ? need : width - (sparing > 0 ? ((width - need) / sparing) * lacking : 0)
  })
}

const unit = /^(.*[^（(])([（(][^（()）]*[)）])$/

/** 获客成本 and （元/人）: the two lines of a column's head. */
function beforeUnit(text: string): string[] {
  const [, name, bracket] = unit.exec(text) ?? []
  return name !== undefined && bracket !== undefined ? [name.trimEnd(), bracket] : text.split('\n')
}

/** In a head that does not fit on one line, the unit goes to the next as a whole. */
function unitBelow(content: readonly Inline[], width: number, measure: Measure): readonly Inline[] {
  const [only, ...more] = content
  if (only?.type !== 'text' || more.length > 0 || lineWidth(only.text, measure) <= width) return content
  return [{ ...only, text: beforeUnit(only.text).join('\n') }]
}

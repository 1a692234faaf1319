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
      ? row.map((content, column) =>
          unitBelow(content, inner(widths[column]), measureOf(index, block, manuscript)),
        )
      : row,
  )
  const heights = rows.map((row, index) => {
    const measure = measureOf(index, block, manuscript)
    const lines = row.map((content, column) =>
      countLines(wordsOf(content, manuscript), measure, inner(widths[column])),
    )
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
 * spare. Where not every cell can stand on one line, the widest columns are the first to take two.
 */
function columnWidths(block: BlockOf<'table'>, rows: TableGrid['rows'], manuscript: Manuscript): number[] {
  const total = textWidth(manuscript.style)
  const weights = block.columns.reduce((sum, column) => sum + column.weight, 0)
  const columns = block.columns.map((column, index): Column => {
    const texts = rows.slice(0, measuredRows).flatMap((row, at) => {
      const text = wordsOf(row[index] ?? [], manuscript)
      const header = at < block.headerRows
      const measure = measureOf(at, block, manuscript)
      return (header ? beforeUnit(text) : text.split('\n')).map((part) => ({
        word: widestWord(part, measure),
        // A head of several words may stand on two lines: what is under it is read first.
        line: lineWidth(part, measure) * (header && part.includes(' ') ? twoLines : 1),
      }))
    })
    const padding = 2 * cell.side + spare
    const word = Math.max(0, ...texts.map((text) => text.word)) + padding
    const line = Math.max(word, Math.max(0, ...texts.map((text) => text.line)) + padding)
    return { width: (total * column.weight) / weights, word, line }
  })
  const widths = atLeast(columns, total)
  // Rounded at the edges, not one by one: the sum stays the text's width.
  let edge = 0
  return widths.map((width) => {
    const from = twips(edge)
    edge += width
    return twips(edge) - from
  })
}

interface Column {
  /** By its weight. */
  width: number
  /** What its widest word needs. */
  word: number
  /** What its longest text needs on one line. */
  line: number
}

/** Programs measure letters a little differently. */
const spare = 1.5
/** Part of a line's width at which the line becomes two: words seldom divide in the middle. */
const twoLines = 0.6

/** The widths by weight, with those that are too narrow made wider at the others' expense, as far as there is room. */
function atLeast(columns: readonly Column[], total: number): number[] {
  const least = columns.map(({ line }) => line)
  const lacking = (): number => least.reduce((sum, width) => sum + width, 0) - total
  const order = columns
    .map((_, index) => index)
    .toSorted((left, right) => (least[right] ?? 0) - (least[left] ?? 0))
  for (const relax of [twoLines, 0]) {
    for (const index of order) {
      const column = columns[index]
      if (column && lacking() > 0) least[index] = Math.max(column.word, column.line * relax)
    }
  }
  if (lacking() > 0) return columns.map(({ width }) => width)
  const need = columns.map(({ width }, index) => Math.max(0, (least[index] ?? 0) - width))
  const given = columns.map(({ width }, index) => Math.max(0, width - (least[index] ?? 0)))
  const wanted = need.reduce((sum, width) => sum + width, 0)
  const spared = given.reduce((sum, width) => sum + width, 0)
  return columns.map(
    ({ width }, index) =>
      width + (need[index] ?? 0) - (spared > 0 ? ((given[index] ?? 0) / spared) * wanted : 0),
  )
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

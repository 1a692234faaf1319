// How much room a chart takes: kinds with a row for each name grow with their number.

import type { Plot } from '../model/chart.ts'
import { titleHeight } from './texts.ts'

/** In ems of the chart's type. */
export const cardHeight = 8.4
export const cardGap = 1
const cardWidth = 15

export const cardColumns = (count: number, width: number, fontSize: number): number => {
  const most = Math.max(1, Math.floor((width + cardGap * fontSize) / ((cardWidth + cardGap) * fontSize)))
  // Five cards on a row of four would leave one alone: three and two.
  const rows = Math.ceil(count / most)
  return Math.max(1, Math.ceil(count / Math.max(1, rows)))
}

/** No chart is higher than this part of its width: it would not stand on a page with its caption. */
const tallest = 1.15

/**
 * The height at a width, in its unit; `fontSize` is that of the labels in the same unit.
 * @example chartHeight(plot, 640, 12) // pixels
 */
export function chartHeight(
  plot: Pick<Plot, 'kind' | 'title' | 'categories' | 'series'>,
  width: number,
  fontSize: number,
): number {
  const title = titleHeight(plot.title, width, fontSize)
  // A title of one line is part of the usual height; a second line must not take from the drawing.
  const second = Math.max(0, title - titleHeight('…', width, fontSize))
  const usual = width / 2 + second
  const [rows, count] = [plot.categories.length, plot.series.length]
  const inRows = (height: number, more: number): number => title + (rows * height + more) * fontSize
  switch (plot.kind) {
    case 'cards': {
      const columns = cardColumns(rows, width, fontSize)
      const lines = Math.ceil(rows / columns)
      const gap = title > 0 ? cardGap * fontSize : 0
      return title + gap + 2 + (lines * cardHeight + (lines - 1) * cardGap) * fontSize
    }
    case 'heat':
      return Math.min(width * tallest, title + (2.4 + Math.max(1, count) * 2.6) * fontSize)
    case 'gantt':
    case 'funnel':
      return Math.min(width * tallest, Math.max(width * 0.34 + second, inRows(2.9, 4)))
    case 'attainment':
    case 'bullet':
    case 'survey':
      return Math.min(width * tallest, Math.max(width * 0.34 + second, inRows(2.6, 4.5)))
    case 'bar':
      return Math.min(
        width * tallest,
        Math.max(width * 0.34 + second, inRows(1.2 + 1.6 * Math.max(1, count), 4.5)),
      )
    case 'column':
    case 'target':
    case 'line':
    case 'combo':
    case 'pie':
    case 'stacked':
    case 'stacked-full':
    case 'pairs':
    case 'slope':
    case 'index':
    case 'waterfall':
      return usual
  }
}

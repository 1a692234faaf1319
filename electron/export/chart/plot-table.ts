// Plots that are read as tables: heat, a grid of numbers shaded by size, and cards, big numbers side by side. What stands
// in which cell and how it is shaded, for Word and PowerPoint alike; no distances.

import { heatColour, heatShares, verdictSigns } from '../../../shared/charts/index.ts'
import type { Plot } from '../../../shared/model/chart.ts'
import { oneLine } from '../clean-text.ts'
import { nameOf } from './column.ts'
import { colourOfVerdict, inkUpon, office } from './colours.ts'

export interface HeatCell {
  text: string
  /** Absent where there is no number. */
  fill?: string
  ink?: string
}

export interface HeatTable {
  /** Names above the columns. */
  head: readonly string[]
  rows: readonly { name: string; cells: readonly HeatCell[] }[]
}

/** More columns do not stand side by side on a page. */
const mostColumns = 12

/** Whether a table can show it, either way round; a larger one is a picture. */
export const isHeatTable = ({ categories, series }: Plot): boolean =>
  Math.min(categories.length, series.length) <= mostColumns

/** Series as rows, as on the screen; turned where there are too many columns. */
export function heatTableOf(plot: Plot): HeatTable {
  const shares = heatShares(plot)
  const cellOf = (series: number, category: number): HeatCell => {
    const point = plot.series[series]?.points[category]
    const share = shares[series]?.[category] ?? null
    if (!point || share === null) return { text: '' }
    const fill = office(heatColour(share, plot.palette))
    return { text: oneLine(point.label), fill, ink: inkUpon(fill) }
  }
  const names = plot.series.map(({ name }) => nameOf(name, plot.name))
  const categories = plot.categories.map((category) => nameOf(category))
  if (categories.length <= mostColumns || names.length > mostColumns)
    return {
      head: categories,
      rows: names.map((name, series) => ({
        name,
        cells: categories.map((_, category) => cellOf(series, category)),
      })),
    }
  return {
    head: names,
    rows: categories.map((name, category) => ({
      name,
      cells: names.map((_, series) => cellOf(series, category)),
    })),
  }
}

export interface Card {
  name: string
  value: string
  note: string
  /** Of the verdict; absent where nothing is judged. */
  colour?: string
}

export const cardsOf = (plot: Plot): Card[] =>
  plot.categories.map((category, index) => {
    const point = plot.series[0]?.points[index]
    return {
      name: nameOf(category),
      value: oneLine(`${point?.label ?? ''} ${point?.verdict ? verdictSigns[point.verdict] : ''}`) || '—',
      note: oneLine(point?.note ?? ''),
      ...(point?.verdict && { colour: colourOfVerdict(point.verdict) }),
    }
  })

/** Cards in rows of equal length, at most four side by side; a last row may be shorter. */
export function cardRows<T>(cards: readonly T[]): T[][] {
  const lines = Math.ceil(cards.length / 4)
  const beside = Math.ceil(cards.length / Math.max(1, lines))
  return Array.from({ length: lines }, (_, line) => cards.slice(line * beside, (line + 1) * beside))
}

// Plots that are read as tables: heat, a grid of numbers shaded by size, and cards, big numbers side by side. What stands
// in which cell and how it is shaded, for Word and PowerPoint alike; no distances.

import { cardColumns, heatColour, heatShares, verdictSigns } from '../../../shared/charts/index.ts'
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

/** More columns do not stand side by side on a page or a slide. */
const mostColumns = 12

/**
 * Series as rows, as on the screen; turned where that gives too many columns and the other way does not. Where both do, as
 * several tables with some of the columns each.
 */
export function heatTablesOf(plot: Plot): HeatTable[] {
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
  const turned = categories.length > mostColumns && names.length <= mostColumns
  const [across, down] = turned ? [names, categories] : [categories, names]
  const tables = Math.ceil(across.length / mostColumns)
  const beside = Math.ceil(across.length / Math.max(1, tables))
  return Array.from({ length: tables }, (_, table) => {
    const columns = across.map((__, column) => column).slice(table * beside, (table + 1) * beside)
    return {
      head: columns.map((column) => across[column] ?? ''),
      rows: down.map((name, row) => ({
        name,
        cells: columns.map((column) => (turned ? cellOf(column, row) : cellOf(row, column))),
      })),
    }
  })
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

/** Cards in rows as on the screen: as many side by side as a width has room for in its type. */
export function cardRows<T>(cards: readonly T[], width: number, fontSize: number): T[][] {
  const beside = cardColumns(cards.length, width, fontSize)
  return Array.from({ length: Math.ceil(cards.length / beside) }, (_, line) =>
    cards.slice(line * beside, (line + 1) * beside),
  )
}

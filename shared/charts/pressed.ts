// Which point of a plot was pressed, from the ids that an option gives to what it draws.

import type { Plot } from '../model/chart.ts'

/** `s3`: the fourth series of the plot; `c2`: the third category of a table, whose series are its rows. */
export const idOfSeries = (index: number, part = ''): string => `s${index}${part && `-${part}`}`
export const idOfCategory = (index: number): string => `c${index}`
/** Of what is drawn on a card. */
export const nameOfCard = (index: number): string => `card-${index}`

/** What ECharts says about a click. */
export interface Pressed {
  seriesId?: string | undefined
  dataIndex?: number | undefined
  name?: string | undefined
}

/** Counted as in the plot; undefined for a press on anything else. */
export function pointOf(
  plot: Plot,
  { seriesId, dataIndex, name }: Pressed,
): { series: number; point: number } | undefined {
  if (plot.kind === 'cards') {
    const card = /^card-(\d+)$/.exec(name ?? '')
    return card ? existing(plot, 0, Number(card[1])) : undefined
  }
  const [, what, number] = /^([sc])(\d+)/.exec(seriesId ?? '') ?? []
  if (number === undefined || dataIndex === undefined) return undefined
  if (what === 'c') return existing(plot, dataIndex, Number(number))
  return existing(plot, Number(number), plot.kind === 'pie' ? sliceAt(plot, dataIndex) : dataIndex)
}

/** Of a ring only the points with a value are drawn; columns in its place keep their gaps. */
function sliceAt({ series }: Plot, dataIndex: number): number {
  const points = series[0]?.points ?? []
  if (points.some(({ value }) => (value ?? 0) < 0)) return dataIndex
  const drawn = points.flatMap(({ value }, index) => (value === null ? [] : [index]))
  return drawn[dataIndex] ?? -1
}

const existing = (plot: Plot, series: number, point: number): { series: number; point: number } | undefined =>
  plot.series[series]?.points[point] ? { series, point } : undefined

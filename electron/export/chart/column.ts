// Series of a plot as columns of the sheet, and points as labels: the number as it is drawn, written as the figure is.

import { verdictSigns } from '../../../shared/charts/index.ts'
import type { Plot, PlotAxis, PlotPoint, PlotSeries } from '../../../shared/model/chart.ts'
import { oneLine } from '../clean-text.ts'
import { cutText, type Setting } from './setting.ts'
import { drawnValue, isRatio, labelFormat, maybeFormatFor } from './number-format.ts'
import type { Column, Label } from './sketch.ts'

/** A cell of the sheet could hold more, an axis could not show it. */
const longestName = 100

/** A name on one line, cut; a dash where there is none, since an empty cell would take its neighbour's place. */
export const nameOf = (text: string, otherwise = ''): string => {
  const cut = (name: string): string => oneLine([...oneLine(name)].slice(0, longestName).join(''))
  return cut(text) || cut(otherwise) || '—'
}

/** In ems: a name below an axis; beside lying bars, in parts of the chart's width. */
const longestBelow = 14
const longestBeside = 0.3

/** Names of the categories as far as an axis has room for them. */
export function categoriesOf(plot: Plot, setting: Setting): string[] {
  const room = lies(plot) ? longestBeside * setting.width : longestBelow * setting.fontSize
  return plot.categories.map((category) => cutText(nameOf(category), room, setting))
}

/** Kinds whose names stand beside lying bars. */
const lyingKinds: ReadonlySet<Plot['kind']> = new Set([
  'bar',
  'attainment',
  'survey',
  'bullet',
  'funnel',
  'gantt',
])
export const lies = (plot: Plot): boolean => lyingKinds.has(plot.kind)

/** Beyond this many, labels at every bar hide one another. */
const mostLabels = 24

export const labelsFit = (plot: Plot): boolean =>
  plot.labels === 'all' ||
  (plot.labels !== 'none' && plot.categories.length * plot.series.length <= mostLabels)

/** The axis that a series is drawn against. */
export const axisFor = (plot: Plot, series: PlotSeries): PlotAxis =>
  series.axis === 'second' && plot.second ? plot.second : plot.axis

/** One value a category; what a series has beyond the categories is not drawn. */
export const valuesOf = (plot: Plot, series: PlotSeries): (number | null)[] =>
  plot.categories.map((_, index) => drawnValue(axisFor(plot, series), series.points[index]?.value ?? null))

/** The series' own numbers. */
export function columnOf(plot: Plot, series: PlotSeries): Column {
  const axis = axisFor(plot, series)
  const values = valuesOf(plot, series)
  const whole = !isRatio(axis) && values.every((value) => Number.isInteger(value ?? 0))
  return {
    name: nameOf(series.name, plot.name),
    values,
    format: labelFormat(axis, whole ? 0 : axis.decimals),
  }
}

/**
 * The label of a drawn value. Where a number format writes what the figure says, it is used, so that the label follows an
 * edited number; else the words themselves (降低15%, whose bar has another length).
 * @param judged puts the sign of the verdict before it
 * @param noted writes what is noted on a line of its own above
 */
export function labelOf(
  point: PlotPoint | undefined,
  drawn: number | null,
  axis: PlotAxis,
  look: Omit<Label, 'text' | 'format'>,
  judged = false,
  noted = false,
): Label | null {
  if (!point || drawn === null || oneLine(point.label) === '') return null
  const sign = judged && point.verdict ? verdictSigns[point.verdict] : ''
  const words = oneLine(`${sign} ${point.label}`)
  const note = noted ? oneLine(point.note ?? '') : ''
  if (note !== '') return { ...look, text: `${note}\n${words}` }
  const format = maybeFormatFor(axis, drawn, words)
  return format === undefined ? { ...look, text: words } : { ...look, format }
}

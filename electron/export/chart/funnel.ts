// The steps of a funnel as centred bars on an invisible base; two funnels beside each other on one scale. The base is
// computed by formulas of the sheet, so that an edited number moves the drawing.

import type { Plot } from '../../../shared/model/chart.ts'
import { tidy } from '../../../shared/numbers/tidy.ts'
import { chartSheetWords } from '../../../shared/text/chart-sheet.ts'
import { oneLine } from '../clean-text.ts'
import { categoriesOf, columnOf, labelOf, labelsFit } from './column.ts'
import { coloursOf, inkUpon } from './colours.ts'
import { inks, type Setting, textWidthIn } from './setting.ts'
import type { Column, Label, Sketch, SketchSeries } from './sketch.ts'
import { columnLetters } from './workbook.ts'

/** Least and most between two funnels side by side, in parts of the widest step. */
const between = { least: 0.42, most: 1.6 } as const
/** Of the chart's width: what names and labels leave for the bars, to tell which label has room where. */
const drawnPart = 0.62

/** The whole column as a formula names it: `$B$2:$B$5`. */
const cellsOf = (letters: string, rows: number): string => `$${letters}$2:$${letters}$${rows + 1}`

export function funnelSketch(plot: Plot, setting: Setting): Sketch {
  const words = chartSheetWords[setting.language]
  const series = plot.series.slice(0, 2)
  const isDouble = series.length > 1
  const colours = coloursOf(plot)
  const own = series.map((one) => columnOf(plot, one))
  const sizes = own.map(({ values }) => values.map((value) => Math.max(0, value ?? 0)))
  const widest = Math.max(0, ...sizes.flat())
  const rows = plot.categories.length
  const room = drawnPart * setting.width
  const gap = isDouble ? gapFor(plot, sizes, room, setting) : 0
  const span = (isDouble ? 2 + gap : 1) * widest
  const spare = (index: number, at: number): number => (widest - (sizes[index]?.[at] ?? 0)) / 2

  const columns: Column[] = [...own]
  const most = `MAX(0,${own.map((_, index) => cellsOf(columnLetters(index + 1), rows)).join(',')})`
  const spareFormula = (index: number, row: number): string =>
    `(${most}-MAX(0,N(${columnLetters(index + 1)}${row})))/2`
  const help = (name: string, valueOf: (at: number) => number, formula: (row: number) => string): number =>
    columns.push({
      name,
      values: plot.categories.map((_, at) => tidy(valueOf(at))),
      format: own[0]?.format ?? '0',
      formula,
    }) - 1

  const base = help(
    words.base,
    (at) => spare(0, at),
    (row) => spareFormula(0, row),
  )
  const drawn: SketchSeries[] = [{ column: base, fill: null, listed: false }]
  series.forEach(({ points }, index) => {
    const colour = colours[index] ?? inks.muted
    const last = index === series.length - 1
    const labels = plot.categories.map((_, at): { inside: Label | null; beside: Label | null } => {
      const point = points[at]
      const value = own[index]?.values[at] ?? null
      if (!point || value === null || !labelsFit(plot)) return { inside: null, beside: null }
      const fits = isWithin(point.label, (value / (span || 1)) * room, setting)
      const texts = [fits ? '' : oneLine(point.label), noteOf(plot, point.note)].filter((text) => text !== '')
      return {
        inside: fits ? labelOf(point, value, plot.axis, { place: 'centre', colour: inkUpon(colour) }) : null,
        beside: texts.length > 0 ? { text: texts.join(' · '), place: 'inside-base' } : null,
      }
    })
    // Behind a step: to the end, or to the funnel beside it.
    const behind = help(
      words.room,
      (at) => spare(index, at) + (last ? 0 : gap * widest + spare(index + 1, at)),
      (row) =>
        last
          ? spareFormula(index, row)
          : `${spareFormula(index, row)}+${gap}*${most}+${spareFormula(index + 1, row)}`,
    )
    drawn.push(
      { column: index, fill: { colour }, labels: labels.map(({ inside }) => inside), listed: isDouble },
      { column: behind, fill: null, labels: labels.map(({ beside }) => beside), listed: false },
    )
  })
  return {
    title: oneLine(plot.title),
    categories: categoriesOf(plot, setting),
    columns,
    groups: [{ draw: 'bars', stacking: 'stacked', filled: 0.84, widest: 6, axis: 'first', series: drawn }],
    lying: true,
    first: {
      format: own[0]?.format ?? '0',
      unit: '',
      hidden: true,
      from: 0,
      ...(span > 0 && { to: tidy(span) }),
    },
    legend: isDouble,
  }
}

/** Between two funnels there is room for the rate alone. */
const noteOf = ({ series }: Plot, note = ''): string =>
  oneLine(series.length > 1 ? (/[\d.]+%/.exec(note)?.[0] ?? note) : note)

const isWithin = (text: string, length: number, setting: Setting): boolean =>
  textWidthIn(text, setting) + setting.fontSize < length

/** Between two funnels, so much that what stands beside a step of the first does not run into the second. */
function gapFor(plot: Plot, sizes: readonly number[][], room: number, setting: Setting): number {
  const widest = Math.max(...sizes.flat())
  if (!(widest > 0)) return between.least
  const needed = plot.categories.map((_, at) => {
    const point = plot.series[0]?.points[at]
    const [one = 0, other = 0] = sizes.map((values) => (values[at] ?? 0) / widest)
    const spare = 1 - (one + other) / 2
    const width =
      textWidthIn(`${point?.label ?? ''} · ${noteOf(plot, point?.note)}`, setting) + setting.fontSize
    return width < room ? (2 * width - room * spare) / (room - width) : between.most
  })
  return Math.round(Math.min(between.most, Math.max(between.least, ...needed)) * 100) / 100
}

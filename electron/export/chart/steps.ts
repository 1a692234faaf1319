// Bars on an invisible base: the steps of a funnel, centred; what was added to and taken off a total. What helps to draw
// is computed by formulas of the sheet, so that an edited number moves the drawing.

import type { Plot, PlotSeries } from '../../../shared/model/chart.ts'
import { tidy } from '../../../shared/numbers/tidy.ts'
import { chartSheetWords } from '../../../shared/text/chart-sheet.ts'
import { oneLine } from '../clean-text.ts'
import { firstAxis } from './bars.ts'
import { categoriesOf, columnOf, labelOf, nameOf } from './column.ts'
import { coloursOf, colourOfVerdict, inkUpon } from './colours.ts'
import { drawnValue } from './number-format.ts'
import { inks, type Setting, textWidthIn } from './setting.ts'
import type { Bars, Column, Label, Sketch, SketchSeries } from './sketch.ts'
import { columnLetters } from './workbook.ts'

/** Between two funnels side by side, in parts of the widest step. */
const betweenFunnels = 0.42
/** Of the drawing's width: what names and labels leave for the bars, to tell whether a label has room in its bar. */
const drawnPart = 0.6

/** The whole column as a formula names it: `$B$2:$B$5`. */
const cellsOf = (letters: string, rows: number): string => `$${letters}$2:$${letters}$${rows + 1}`

/** One funnel, or two beside each other on one scale. */
export function funnelSketch(plot: Plot, setting: Setting): Sketch {
  const words = chartSheetWords[setting.language]
  const categories = categoriesOf(plot)
  const series = plot.series.slice(0, 2)
  const colours = coloursOf(plot, series.length)
  const own = series.map((one) => columnOf(plot, one))
  const widest = Math.max(0, ...own.flatMap(({ values }) => values.map((value) => value ?? 0)))
  const rows = categories.length
  const letters = own.map((_, index) => columnLetters(index + 1))
  const most = `MAX(${letters.map((letter) => cellsOf(letter, rows)).join(',')})`
  const side = (index: number, row: number): string => `(${most}-N(${letters[index]}${row}))/2`
  const spare = (index: number, at: number): number => (widest - (own[index]?.values[at] ?? 0)) / 2
  const format = own[0]?.format ?? '0'
  const columns: Column[] = [...own]
  const drawn: SketchSeries[] = []
  const help = (name: string, values: number[], formula: Column['formula'] & {}): number =>
    columns.push({ name, values: values.map(tidy), format, formula }) - 1
  const half =
    (widest > 0 ? 1 : 0) * drawnPart * setting.width * (series.length > 1 ? 1 / (2 + betweenFunnels) : 1)
  series.forEach((one, index) => {
    const base =
      index === 0
        ? help(
            words.base,
            categories.map((_, at) => spare(0, at)),
            (row) => side(0, row),
          )
        : help(
            words.room,
            categories.map((_, at) => spare(0, at) + betweenFunnels * widest + spare(1, at)),
            (row) => `${side(0, row)}+${betweenFunnels}*${most}+${side(1, row)}`,
          )
    const colour = colours[index] ?? inks.muted
    const fits = one.points.map(
      ({ label, value }) =>
        textWidthIn(label, setting) + setting.fontSize <
        (half * (drawnValue(plot.axis, value) ?? 0)) / (widest || 1),
    )
    const inside = plot.categories.map((_, at) =>
      fits[at]
        ? labelOf(one.points[at], own[index]?.values[at] ?? null, plot.axis, {
            place: 'centre',
            colour: inkUpon(colour),
          })
        : null,
    )
    drawn.push({
      column: base,
      fill: null,
      listed: false,
      labels: index === 1 ? besideLabels(plot, series[0], setting, half, widest) : [],
    })
    drawn.push({
      column: index,
      fill: { colour },
      labels: plot.labels === 'none' ? [] : inside,
      listed: series.length > 1,
    })
  })
  const last = series.length - 1
  const end = help(
    words.room,
    categories.map((_, at) => spare(last, at)),
    (row) => side(last, row),
  )
  const beside = besideLabels(plot, series[last], setting, half, widest)
  drawn.push({ column: end, fill: null, labels: beside, listed: false })
  const bars: Bars = {
    draw: 'bars',
    stacking: 'stacked',
    gap: 12,
    overlap: 100,
    axis: 'first',
    series: drawn,
  }
  const span = series.length > 1 ? (2 + betweenFunnels) * widest : widest
  return {
    title: oneLine(plot.title),
    categories,
    columns,
    groups: [bars],
    lying: true,
    first: { format, unit: '', hidden: true, from: 0, ...(span > 0 && { to: tidy(span) }) },
    legend: series.length > 1,
  }
}

/** To the right of its step: how many of the step before, and the value where the bar is too short for it. */
function besideLabels(
  plot: Plot,
  series: PlotSeries | undefined,
  setting: Setting,
  half: number,
  widest: number,
): (Label | null)[] {
  return plot.categories.map((_, at): Label | null => {
    const point = series?.points[at]
    if (!point || point.value === null || plot.labels === 'none') return null
    const value = drawnValue(plot.axis, point.value) ?? 0
    const fits = textWidthIn(point.label, setting) + setting.fontSize < (half * value) / (widest || 1)
    const words = [fits ? '' : oneLine(point.label), oneLine(point.note ?? '')].filter((text) => text !== '')
    return words.length > 0 ? { text: words.join(' · '), place: 'inside-base', colour: inks.text } : null
  })
}

/** Levels from one total to another: bars hang where the last one ended; below zero a bar is drawn in two parts. */
export function waterfallSketch(plot: Plot, setting: Setting): Sketch {
  const words = chartSheetWords[setting.language]
  const categories = categoriesOf(plot)
  const points = plot.series[0]?.points ?? []
  const wholes = new Set(plot.wholes ?? [0, categories.length - 1])
  const ends = categories.map((_, at) => {
    const point = points[at]
    const to = drawnValue(plot.axis, point?.value ?? null)
    const from = drawnValue(plot.axis, point?.from ?? 0) ?? 0
    return to === null ? null : { from: wholes.has(at) ? 0 : from, to, whole: wholes.has(at) }
  })
  const format = columnOf(plot, plot.series[0] ?? { name: '', points: [] }).format
  let level = 0
  const levels = ends.map((end) => (level = end?.to ?? level))
  // B holds the numbers themselves, C the level after each; the rest follows from these two.
  const amounts: Column = {
    name: nameOf(plot.series[0]?.name ?? '', plot.name),
    values: ends.map((end) => end && tidy(end.to - end.from)),
    format,
  }
  const before = (row: number): string => (wholes.has(row - 2) || row === 2 ? '0' : `C${row - 1}`)
  const running: Column = {
    name: words.level,
    values: levels,
    format,
    formula: (row) =>
      ends[row - 2] === null ? (row === 2 ? '0' : `C${row - 1}`) : `${before(row)}+N(B${row})`,
  }
  const columns: Column[] = [amounts, running]
  const ofRow = (at: number) => ends[at] ?? { from: 0, to: 0, whole: false }
  const add = (
    name: string,
    value: (from: number, to: number, at: number) => number,
    formula: (f: string, t: string, row: number) => string,
  ): number =>
    columns.push({
      name,
      values: ends.map((end, at) => (end ? tidy(value(end.from, end.to, at)) : 0)),
      format,
      formula: (row) => (ends[row - 2] === null ? '0' : formula(before(row), `C${row}`, row)),
    }) - 1
  const base = add(
    words.base,
    (from, to) => Math.max(0, Math.min(from, to)) + Math.min(0, Math.max(from, to)),
    (f, t) => `MAX(0,MIN(${f},${t}))+MIN(0,MAX(${f},${t}))`,
  )
  const above = (from: number, to: number): number => Math.max(0, from, to) - Math.max(0, Math.min(from, to))
  const below = (from: number, to: number): number => Math.min(0, from, to) - Math.min(0, Math.max(from, to))
  const aboveFormula = (f: string, t: string): string => `MAX(0,${f},${t})-MAX(0,MIN(${f},${t}))`
  const belowFormula = (f: string, t: string): string => `MIN(0,${f},${t})-MIN(0,MAX(${f},${t}))`
  const [wholeColour = inks.muted] = coloursOf(plot, 1)
  const looks = [
    { name: words.whole, colour: wholeColour, is: (at: number) => ofRow(at).whole, when: () => '' },
    {
      name: words.up,
      colour: colourOfVerdict('met'),
      is: (at: number) => !ofRow(at).whole && ofRow(at).to >= ofRow(at).from,
      when: (f: string, t: string) => `${t}>=${f}`,
    },
    {
      name: words.down,
      colour: colourOfVerdict('missed'),
      is: (at: number) => !ofRow(at).whole && ofRow(at).to < ofRow(at).from,
      when: (f: string, t: string) => `${t}<${f}`,
    },
  ]
  const drawn: SketchSeries[] = [{ column: base, fill: null, listed: false }]
  for (const { name, colour, is, when } of looks) {
    if (!ends.some((end, at) => end && is(at))) continue
    for (const [part, partFormula, title] of [
      [above, aboveFormula, name],
      [below, belowFormula, words.belowZero(name)],
    ] as const) {
      if (title !== name && ends.every((end, at) => !end || !is(at) || part(end.from, end.to) === 0)) continue
      const column = add(
        title,
        (from, to, at) => (is(at) ? part(from, to) : 0),
        (f, t, row) => {
          const condition = when(f, t)
          if (wholes.has(row - 2) !== (condition === '')) return '0'
          return condition === '' ? partFormula(f, t) : `IF(${condition},${partFormula(f, t)},0)`
        },
      )
      drawn.push({ column, fill: { colour }, listed: title === name })
    }
  }
  const bars: Bars = {
    draw: 'bars',
    stacking: 'stacked',
    gap: 50,
    overlap: 100,
    axis: 'first',
    series: drawn,
  }
  const top = add(
    words.room,
    (from, to) => Math.max(from, to),
    (f, t) => `MAX(${f},${t})`,
  )
  const labels = ends.map((end, at): Label | null =>
    end && plot.labels !== 'none' && oneLine(points[at]?.label ?? '') !== ''
      ? { text: oneLine(points[at]?.label ?? ''), place: 'above' }
      : null,
  )
  const groups = [
    bars,
    { draw: 'lines', axis: 'first', series: [{ column: top, fill: null, labels, listed: false }] },
  ] as const
  return {
    title: oneLine(plot.title),
    categories,
    columns,
    groups,
    lying: false,
    first: firstAxis(plot, groups, columns),
    legend: true,
  }
}

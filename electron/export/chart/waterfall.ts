// What was added to and taken off a total, as bars on an invisible base. What helps to draw is computed by formulas of the
// sheet, so that an edited number moves the drawing.

import type { Plot } from '../../../shared/model/chart.ts'
import { tidy } from '../../../shared/numbers/tidy.ts'
import { chartSheetWords } from '../../../shared/text/chart-sheet.ts'
import { oneLine } from '../clean-text.ts'
import { firstAxis } from './bars.ts'
import { categoriesOf, columnOf, labelsFit, nameOf } from './column.ts'
import { coloursOf } from './colours.ts'
import { drawnValue } from './number-format.ts'
import { inks, type Setting } from './setting.ts'
import type { Bars, Column, Label, Sketch, SketchSeries } from './sketch.ts'

/** Levels from one total to another: bars hang where the last one ended; below zero a bar is drawn in two parts. */
export function waterfallSketch(plot: Plot, setting: Setting): Sketch {
  const words = chartSheetWords[setting.language]
  const categories = categoriesOf(plot, setting)
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
  const [wholeColour = inks.muted, upColour = inks.muted, downColour = inks.muted] = coloursOf(plot)
  const looks = [
    { name: words.whole, colour: wholeColour, is: (at: number) => ofRow(at).whole, when: () => '' },
    {
      name: words.up,
      colour: upColour,
      is: (at: number) => !ofRow(at).whole && ofRow(at).to >= ofRow(at).from,
      when: (f: string, t: string) => `${t}>=${f}`,
    },
    {
      name: words.down,
      colour: downColour,
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
      drawn.push({ column, fill: { colour }, listed: false })
    }
  }
  const bars: Bars = {
    draw: 'bars',
    stacking: 'stacked',
    filled: 0.62,
    widest: 6,
    axis: 'first',
    series: drawn,
  }
  const top = add(
    words.room,
    (from, to) => Math.max(from, to),
    (f, t) => `MAX(${f},${t})`,
  )
  const labels = ends.map((end, at): Label | null =>
    end && labelsFit(plot) && oneLine(points[at]?.label ?? '') !== ''
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
    legend: false,
  }
}

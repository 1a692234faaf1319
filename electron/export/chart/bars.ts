// Bars side by side, on top of one another, over one another, and judged against a line: columns, lying bars, targets,
// pairs, indices, surveys, attainment, bullets, stacks.

import type { Plot, PlotAxis } from '../../../shared/model/chart.ts'
import { tidy } from '../../../shared/numbers/tidy.ts'
import { oneLine } from '../clean-text.ts'
import { categoriesOf, columnOf, labelOf, labelsFit, lies, nameOf } from './column.ts'
import { colourOfVerdict, coloursOf, inkUpon, quiet } from './colours.ts'
import { extentOf } from './frame.ts'
import { drawnValue, isRatio, labelFormat, tickFormat } from './number-format.ts'
import { inks, type Setting } from './setting.ts'
import type { Bars, Column, Fill, Group, Label, Lines, Sketch, SketchAxis, SketchSeries } from './sketch.ts'

/** Beside the axis; percent signs stand at its numbers already. */
export const unitAt = (axis: PlotAxis): string => (isRatio(axis) ? '' : oneLine(axis.unit))

/** The axis of values as it is written: unit, ticks, where it begins. */
export function firstAxis(plot: Plot, groups: readonly Group[], columns: readonly Column[]): SketchAxis {
  const [lowest, highest] = extentOf({ categories: plot.categories, groups, columns }, 'first')
  const from = drawnValue(plot.axis, plot.axis.from ?? null)
  return {
    format: tickFormat(plot.axis, lowest, highest),
    unit: unitAt(plot.axis),
    ...(from !== null && { from }),
    ...stepBetween(from ?? lowest, highest, plot.reference ? 6 : 4),
  }
}

/** Bars side by side; with a line across where the plot has one. */
export function clusteredSketch(plot: Plot, setting: Setting): Sketch {
  const lying = lies(plot)
  const colours = coloursOf(plot)
  const columns = plot.series.map((series) => columnOf(plot, series))
  const labelled = labelsFit(plot)
  const judged = plot.kind === 'attainment'
  const series = plot.series.map(({ points }, index): SketchSeries => {
    const values = columns[index]?.values ?? []
    return {
      column: index,
      fill: { colour: colours[index] ?? inks.muted },
      ...fillsOf(plot, index),
      ...(labelled && {
        labels: values.map((value, at) =>
          labelOf(
            points[at],
            value,
            plot.axis,
            { place: 'outside-end', ...(plot.reference && { ground: inks.ground }) },
            judged,
            plot.kind === 'pairs',
          ),
        ),
      }),
      listed: true,
    }
  })
  const bars: Bars = {
    draw: 'bars',
    stacking: 'clustered',
    filled: 0.64,
    widest: lying ? 1.6 : 3.4,
    axis: 'first',
    series,
  }
  return withReference(
    {
      title: oneLine(plot.title),
      categories: categoriesOf(plot, setting),
      columns,
      groups: [bars],
      lying,
      first: firstAxis(plot, [bars], columns),
      legend: plot.series.length > 1,
    },
    plot,
  )
}

/** Judged points have the colour of their verdict; the target beside them is quiet. */
function fillsOf(plot: Plot, index: number): Pick<SketchSeries, 'fills'> {
  if (plot.kind !== 'attainment') return {}
  const points = plot.series[index]?.points ?? []
  return {
    fills: new Map(
      points.flatMap(({ verdict, value }, at): [number, Fill][] =>
        verdict && value !== null ? [[at, { colour: colourOfVerdict(verdict) }]] : [],
      ),
    ),
  }
}

/** Beyond so many times the line's value, a grid of its multiples says nothing. */
const mostMultiples = 3

/**
 * The line across the chart: a broken line over standing bars; among lying ones, where no line can be drawn over bars,
 * the grid of the axis itself stands at it and at its multiples.
 */
export function withReference(sketch: Sketch, { reference, axis }: Plot): Sketch {
  const at = drawnValue(axis, reference?.value ?? null)
  if (!reference || at === null) return sketch
  if (sketch.lying) {
    const [lowest, highest] = extentOf(sketch, 'first')
    if (at <= 0 || highest > mostMultiples * at || lowest < -mostMultiples * at) return sketch
    const to = tidy(Math.max(1.1, Math.ceil((highest / at) * 10.2) / 10) * at)
    const from = tidy(lowest < 0 ? Math.floor(lowest / at) * at : 0)
    return { ...sketch, first: { ...sketch.first, from, to, step: at, marked: oneLine(reference.label) } }
  }
  const column: Column = {
    name: nameOf(reference.label),
    values: sketch.categories.map(() => at),
    format: labelFormat(axis, axis.decimals),
  }
  const line: Lines = {
    draw: 'lines',
    axis: 'first',
    series: [
      {
        column: sketch.columns.length,
        fill: { colour: inks.muted },
        line: { width: 1.25, dashed: true },
        ...(sketch.categories.length === 1 && { marker: 'dash' as const }),
        // In two lines beyond the drawing, where nothing else stands.
        labels: sketch.categories.map((_, index): Label | null =>
          index === sketch.categories.length - 1
            ? { text: oneLine(reference.label).replace(' ', '\n'), place: 'beyond', colour: inks.muted }
            : null,
        ),
        listed: false,
      },
    ],
  }
  return { ...sketch, columns: [...sketch.columns, column], groups: [...sketch.groups, line] }
}

/** Least height of a segment, in parts of the tallest stack, in which its label has room. */
const leastSegment = 0.06

export function stackedSketch(plot: Plot, setting: Setting): Sketch {
  const full = plot.kind === 'stacked-full'
  const colours = coloursOf(plot)
  const columns = plot.series.map((series) => columnOf(plot, series))
  const totals = plot.categories.map((_, index) =>
    columns.reduce((sum, { values }) => sum + Math.abs(values[index] ?? 0), 0),
  )
  const tallest = Math.max(0, ...totals)
  const labelled = labelsFit(plot)
  const bars: Bars = {
    draw: 'bars',
    stacking: full ? 'full' : 'stacked',
    filled: 0.62,
    widest: 4.6,
    axis: 'first',
    series: plot.series.map(({ points }, index) => {
      const colour = colours[index] ?? inks.muted
      const values = columns[index]?.values ?? []
      return {
        column: index,
        fill: { colour },
        ...(labelled && {
          labels: values.map((value, at) => {
            const whole = full ? (totals[at] ?? 0) : tallest
            if (value === null || Math.abs(value) < leastSegment * whole) return null
            return labelOf(points[at], value, plot.axis, { place: 'centre', colour: inkUpon(colour) })
          }),
        }),
        listed: true,
      }
    }),
  }
  const first = firstAxis(plot, [bars], columns)
  return withReference(
    {
      title: oneLine(plot.title),
      categories: categoriesOf(plot, setting),
      columns,
      groups: [bars],
      lying: false,
      first: full ? { format: '0%', unit: '', step: 0.25 } : first,
      legend: true,
    },
    full ? { ...plot, axis: { ...plot.axis, kind: 'rate', unit: '%' } } : plot,
  )
}

/** Rows of the sheet behind one bullet: edge, middle, edge, gap. */
const rowsOfBullet = 4
const middleRow = 1

/**
 * What was reached over a wider bar of the target. Bars of two widths need two pairs of axes, which have to be kept on
 * one scale by hand and which some programs draw side by side. Here a bullet is three rows without gaps: the target in
 * all of them, by formulas of the middle one, and what was reached in the middle one, over it.
 */
export function bulletSketch(plot: Plot, setting: Setting): Sketch {
  const [actual, target, ...more] = plot.series
  if (!actual || !target || more.length > 0) return clusteredSketch(plot, setting)
  const [colour = inks.muted] = coloursOf(plot)
  const [reached, wanted] = [columnOf(plot, actual), columnOf(plot, target)]
  const labelled = labelsFit(plot)
  const spread = <T>(at: (index: number, row: number) => T): T[] =>
    plot.categories.flatMap((_, index) => Array.from({ length: rowsOfBullet }, (__, row) => at(index, row)))
  const names = categoriesOf(plot, setting)
  const every = Math.max(1, Math.ceil((1.4 * setting.fontSize * names.length) / (0.8 * setting.height)))
  const columns: Column[] = [
    {
      ...reached,
      values: spread((index, row) => (row === middleRow ? (reached.values[index] ?? null) : null)),
    },
    {
      ...wanted,
      values: spread((index, row) => (row < rowsOfBullet - 1 ? (wanted.values[index] ?? null) : null)),
      formula: (row) => {
        const place = (row - 2) % rowsOfBullet
        return place === middleRow || place === rowsOfBullet - 1 ? undefined : `C${row - place + middleRow}`
      },
    },
  ]
  const fills = new Map(
    actual.points.flatMap(({ verdict, value }, index): [number, Fill][] =>
      verdict && value !== null
        ? [[index * rowsOfBullet + middleRow, { colour: colourOfVerdict(verdict) }]]
        : [],
    ),
  )
  const labels = spread((index, row) =>
    row === middleRow
      ? labelOf(
          actual.points[index],
          reached.values[index] ?? null,
          plot.axis,
          { place: 'outside-end', ground: inks.ground },
          true,
        )
      : null,
  )
  const bars: Bars = {
    draw: 'bars',
    stacking: 'clustered',
    filled: 1,
    widest: Infinity,
    over: true,
    axis: 'first',
    series: [
      { column: 1, fill: { colour: quiet }, listed: true },
      { column: 0, fill: { colour }, fills, ...(labelled && { labels }), listed: true },
    ],
  }
  return {
    title: oneLine(plot.title),
    // Of very many, only some are named: names would stand on one another.
    categories: spread((index, row) =>
      row === middleRow && index % every === 0 ? (names[index] ?? '') : '',
    ),
    columns,
    groups: [bars],
    lying: true,
    first: firstAxis(plot, [bars], columns),
    legend: true,
  }
}

/** None where nothing lies between. */
function stepBetween(from: number, to: number, parts: number): { step?: number } {
  const step = to > from ? stepOver(to - from, parts) : 0
  return Number.isFinite(step) && step > 0 ? { step } : {}
}

/**
 * The step between numbers at an axis that the screen takes for so many parts: 1, 2, 3, 5 or 10 times a power of ten,
 * whichever the span is nearest to.
 */
function stepOver(span: number, parts: number): number {
  const rough = span / parts
  const power = 10 ** Math.floor(Math.log10(rough))
  const share = rough / power
  return tidy((share < 1.5 ? 1 : share < 2.5 ? 2 : share < 4 ? 3 : share < 7 ? 5 : 10) * power)
}

// Bars side by side, on top of one another, over one another, and judged against a line: columns, lying bars, targets,
// pairs, indices, surveys, attainment, bullets, stacks.

import type { Plot, PlotAxis } from '../../../shared/model/chart.ts'
import { oneLine } from '../clean-text.ts'
import { categoriesOf, columnOf, labelOf, nameOf } from './column.ts'
import { colourOfVerdict, coloursOf, inkUpon, quiet } from './colours.ts'
import { extentOf } from './frame.ts'
import { drawnValue, isRatio, labelFormat, tickFormat } from './number-format.ts'
import { inks } from './setting.ts'
import type { Bars, Column, Fill, Group, Label, Lines, Sketch, SketchAxis, SketchSeries } from './sketch.ts'

/** Beyond this many, labels at every bar hide one another. */
const mostLabels = 24

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

export const labelsFit = (plot: Plot): boolean =>
  plot.labels === 'all' ||
  (plot.labels !== 'none' && plot.categories.length * plot.series.length <= mostLabels)

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
  }
}

/** Bars side by side; with a line across where the plot has one. */
export function clusteredSketch(plot: Plot): Sketch {
  const lying = lies(plot)
  const colours = coloursOf(plot, plot.series.length)
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
          ),
        ),
      }),
      listed: true,
    }
  })
  const bars: Bars = {
    draw: 'bars',
    stacking: 'clustered',
    gap: lying ? 60 : 70,
    overlap: plot.series.length > 1 ? -8 : 0,
    axis: 'first',
    series,
  }
  return withReference(
    {
      title: oneLine(plot.title),
      categories: categoriesOf(plot),
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
    const to = Math.max(1.1, Math.ceil((highest / at) * 10.2) / 10) * at
    const from = lowest < 0 ? Math.floor(lowest / at) * at : 0
    return { ...sketch, first: { ...sketch.first, from, to, step: at, marked: inks.muted } }
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
        labels: sketch.categories.map((_, index): Label | null =>
          index === sketch.categories.length - 1
            ? { text: oneLine(reference.label), place: 'above', colour: inks.muted }
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

export function stackedSketch(plot: Plot): Sketch {
  const full = plot.kind === 'stacked-full'
  const colours = coloursOf(plot, plot.series.length)
  const columns = plot.series.map((series) => columnOf(plot, series))
  const totals = plot.categories.map((_, index) =>
    columns.reduce((sum, { values }) => sum + Math.abs(values[index] ?? 0), 0),
  )
  const tallest = Math.max(...totals)
  const labelled = labelsFit(plot)
  const bars: Bars = {
    draw: 'bars',
    stacking: full ? 'full' : 'stacked',
    gap: 60,
    overlap: 100,
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
      categories: categoriesOf(plot),
      columns,
      groups: [bars],
      lying: false,
      first: full ? { format: '0%', unit: '' } : first,
      legend: true,
    },
    full ? { ...plot, axis: { ...plot.axis, kind: 'rate', unit: '%' } } : plot,
  )
}

/** The actual value over a wider bar of the target; both on one scale, which two pairs of axes have to be told. */
export function bulletSketch(plot: Plot): Sketch {
  const [actual, target, ...more] = plot.series
  if (!actual || !target || more.length > 0) return clusteredSketch(plot)
  const columns = [columnOf(plot, actual), columnOf(plot, target)]
  const [colour = inks.muted] = coloursOf(plot, 1)
  const values = columns[0]?.values ?? []
  const labelled = labelsFit(plot)
  const wide: Bars = {
    draw: 'bars',
    stacking: 'clustered',
    gap: 45,
    overlap: 0,
    axis: 'first',
    series: [{ column: 1, fill: { colour: quiet }, listed: true }],
  }
  const narrow: Bars = {
    draw: 'bars',
    stacking: 'clustered',
    gap: 220,
    overlap: 0,
    axis: 'second',
    series: [
      {
        column: 0,
        fill: { colour },
        fills: new Map(
          actual.points.flatMap(({ verdict, value }, at): [number, Fill][] =>
            verdict && value !== null ? [[at, { colour: colourOfVerdict(verdict) }]] : [],
          ),
        ),
        ...(labelled && {
          labels: values.map((value, at) =>
            labelOf(actual.points[at], value, plot.axis, { place: 'outside-end', ground: inks.ground }, true),
          ),
        }),
        listed: true,
      },
    ],
  }
  const groups = [wide, narrow]
  const ends = [
    ...extentOf({ categories: plot.categories, columns, groups }, 'first'),
    ...extentOf({ categories: plot.categories, columns, groups }, 'second'),
  ]
  const scale = scaleFor(Math.min(...ends), Math.max(...ends))
  const first = { ...firstAxis(plot, groups, columns), ...scale }
  return {
    title: oneLine(plot.title),
    categories: categoriesOf(plot),
    columns,
    groups,
    lying: true,
    first: { ...first, format: tickFormat(plot.axis, scale.from, scale.to) },
    second: { ...first, unit: '', hidden: true },
    legend: true,
  }
}

/** A round step, and ends that are its multiples: about five steps, with room for a label beyond the highest bar. */
export function scaleFor(lowest: number, highest: number): { from: number; to: number; step: number } {
  const span = highest - lowest || 1
  const power = 10 ** Math.floor(Math.log10(span / 5))
  const step = ([1, 2, 2.5, 5, 10].find((nice) => nice * power >= span / 5) ?? 10) * power
  const ends = {
    from: Math.floor(lowest / step) * step,
    to: Math.ceil((highest + span * 0.02) / step) * step,
  }
  return { from: tidyStep(ends.from, step), to: tidyStep(ends.to, step), step: tidyStep(step, step) }
}

/** Sums of steps without the noise of binary fractions. */
const tidyStep = (value: number, step: number): number => {
  const decimals = Math.max(0, 2 - Math.floor(Math.log10(step)))
  return Number(value.toFixed(Math.min(12, decimals)))
}

// Lines along categories: a line, lines beside columns with an axis of their own, before and after as a slope.

import type { Plot, PlotSeries } from '../../../shared/model/chart.ts'
import { tidy } from '../../../shared/numbers/tidy.ts'
import { oneLine } from '../clean-text.ts'
import { firstAxis, unitAt, withReference } from './bars.ts'
import { axisFor, categoriesOf, columnOf, labelOf, labelsFit, nameOf } from './column.ts'
import { coloursOf, inkUpon } from './colours.ts'
import { extentOf } from './frame.ts'
import { tickFormat } from './number-format.ts'
import { inks, type Setting } from './setting.ts'
import type { Column, Group, Label, Sketch, SketchSeries } from './sketch.ts'

/** Lines leave less room for labels than bars. */
const mostLabels = 12
const mostMarkers = 31

export function lineSketch(plot: Plot, setting: Setting): Sketch {
  const colours = coloursOf(plot)
  const columns = plot.series.map((series) => columnOf(plot, series))
  const lines: Group = {
    draw: 'lines',
    axis: 'first',
    series: plot.series.map((series, index) => lineOf(plot, series, index, columns[index], colours[index])),
  }
  return withEvents(
    withReference(
      {
        title: oneLine(plot.title),
        categories: categoriesOf(plot, setting),
        columns,
        groups: [lines],
        lying: false,
        first: firstAxis(plot, [lines], columns),
        legend: plot.series.length > 1,
      },
      plot,
    ),
    plot,
  )
}

/** Columns and lines; a series says which it is and against which axis it stands. */
export function comboSketch(plot: Plot, setting: Setting): Sketch {
  const colours = coloursOf(plot)
  const columns = plot.series.map((series) => columnOf(plot, series))
  const labelled = labelsFit(plot)
  const groups: Group[] = []
  for (const axis of ['first', 'second'] as const) {
    const own = plot.series.flatMap((series, index) =>
      (series.axis ?? 'first') === axis ? [{ series, index }] : [],
    )
    const bars = own.filter(({ series }) => series.as !== 'line')
    const lines = own.filter(({ series }) => series.as === 'line')
    if (bars.length > 0)
      groups.push({
        draw: 'bars',
        stacking: 'clustered',
        filled: 0.64,
        widest: 3.4,
        axis,
        series: bars.map(({ series, index }) => ({
          column: index,
          fill: { colour: colours[index] ?? inks.muted },
          ...(labelled && {
            labels: (columns[index]?.values ?? []).map((value, at) =>
              labelOf(
                series.points[at],
                value,
                axisFor(plot, series),
                // At the foot, where no line runs through it.
                { place: 'inside-base', colour: inkUpon(colours[index] ?? inks.muted) },
              ),
            ),
          }),
          listed: true,
        })),
      })
    if (lines.length > 0)
      groups.push({
        draw: 'lines',
        axis,
        series: lines.map(({ series, index }) => lineOf(plot, series, index, columns[index], colours[index])),
      })
  }
  // Lines lie over columns, whichever axis they have.
  groups.sort((left, right) => Number(left.draw === 'lines') - Number(right.draw === 'lines'))
  const sketch = {
    title: oneLine(plot.title),
    categories: categoriesOf(plot, setting),
    columns,
    groups,
    lying: false,
    first: firstAxis(plot, groups, columns),
    legend: plot.series.length > 1,
  }
  const { second } = plot
  const [lowest, highest] = extentOf(sketch, 'second')
  return withEvents(
    withReference(
      {
        ...sketch,
        ...(second && {
          second: {
            format: tickFormat(second, lowest, highest),
            unit: unitAt(second),
          },
        }),
      },
      plot,
    ),
    plot,
  )
}

function lineOf(
  plot: Plot,
  series: PlotSeries,
  index: number,
  column: Column | undefined,
  colour = inks.muted as string,
): SketchSeries {
  const values = column?.values ?? []
  const present = values.filter((value) => value !== null)
  const highest = Math.max(...present)
  const all =
    plot.labels === 'all' ||
    (plot.labels !== 'none' && plot.categories.length * plot.series.length <= mostLabels)
  const label = (at: number): Label | null =>
    labelOf(series.points[at], values[at] ?? null, axisFor(plot, series), {
      place: 'above',
      // Over the columns of a combination words need a ground of their own.
      ...(plot.kind === 'combo' && { ground: inks.ground }),
    })
  return {
    column: index,
    fill: { colour },
    line: { width: 2 },
    ...((values.length <= mostMarkers || present.length === 1) && { marker: 'circle' as const }),
    labels: values.map((value, at) =>
      // Of many points, the highest is the one a reader asks for.
      all || (plot.labels !== 'none' && plot.series.length === 1 && value === highest) ? label(at) : null,
    ),
    listed: true,
  }
}

/** Marks of events: a broken line across the drawing, the words above it. The axis ends where the marks stand. */
function withEvents(sketch: Sketch, plot: Plot): Sketch {
  const events = plot.events ?? []
  const { step } = sketch.first
  if (events.length === 0 || step === undefined) return sketch
  const [lowest, highest] = extentOf(sketch, 'first')
  const from = sketch.first.from ?? Math.floor(lowest / step) * step
  const to = tidy(from + Math.ceil((highest - from) / step + 0.5) * step)
  const column: Column = {
    name: nameOf(events.map(({ text }) => text).join('、')),
    values: sketch.categories.map((_, index) => (events.some(({ at }) => at === index) ? to : null)),
    format: sketch.columns[0]?.format ?? '0',
  }
  return {
    ...sketch,
    first: { ...sketch.first, from: tidy(from), to },
    columns: [...sketch.columns, column],
    groups: [
      ...sketch.groups,
      {
        draw: 'lines',
        axis: 'first',
        series: [
          {
            column: sketch.columns.length,
            fill: null,
            dropped: tidy(to - from),
            labels: sketch.categories.map((_, index): Label | null => {
              const words = events.filter(({ at }) => at === index).map(({ text }) => oneLine(text))
              return words.length > 0 ? { text: words.join('\n'), place: 'above', colour: inks.muted } : null
            }),
            listed: false,
          },
        ],
      },
    ],
  }
}

/** Before and after as lines from left to right, values at both ends. */
export function slopeSketch(plot: Plot, setting: Setting): Sketch {
  const sketch = lineSketch({ ...plot, labels: plot.labels ?? 'all' }, setting)
  const last = plot.categories.length - 1
  const groups = sketch.groups.map((group): Group => {
    if (group.draw !== 'lines') return group
    return {
      ...group,
      series: group.series.map((series) => ({
        ...series,
        labels: (series.labels ?? []).map((label, at) =>
          label === null || (at > 0 && at < last) ? null : { ...label, place: at === 0 ? 'left' : 'right' },
        ),
      })),
    }
  })
  return { ...sketch, groups }
}

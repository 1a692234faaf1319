// Bars on an invisible base, as Word and PowerPoint draw them too: steps of a funnel, levels of a waterfall, spans of days.

import type { Plot, PlotPoint, PlotSeries } from '../model/chart.ts'
import { tidy } from '../numbers/tidy.ts'
import {
  type Draft,
  gridOf,
  itemOf,
  legendOf,
  namesAxis,
  shownOn,
  textStyle,
  toldOf,
  valuesAxis,
} from './option-parts.ts'
import { inkOn } from './palettes.ts'
import { idOfSeries } from './pressed.ts'
import { plain, widest, widthOf } from './texts.ts'

/** Lifts what is drawn on it; neither seen nor touched. */
const base = (values: readonly (number | null)[], more: object = {}): object => ({
  type: 'bar',
  stack: 'all',
  silent: true,
  itemStyle: { color: 'transparent' },
  tooltip: { show: false },
  emphasis: { disabled: true },
  data: values.map((value) => value ?? '-'),
  ...more,
})

const hiddenValues = (min: number | undefined, max: number | undefined): object => ({
  type: 'value',
  show: false,
  ...(min !== undefined && { min }),
  ...(max !== undefined && { max }),
})

/** Between two funnels side by side, in parts of the widest step. */
const betweenFunnels = 0.42

/** Centred steps; two funnels beside each other on one scale. What has no room in its step stands to the right of it. */
export function funnelOption(draft: Draft): object {
  const { plot, look, colours } = draft
  const series = plot.series.slice(0, 2)
  const isDouble = series.length > 1
  const { legend, top } = legendOf(draft, isDouble ? series.map(({ name }) => name) : [], { fixed: true })
  const drawn = series.map(({ points }) =>
    points.map(({ value }) => (value === null ? 0 : Math.max(0, shownOn(plot.axis, value)))),
  )
  const most = Math.max(0, ...drawn.flat())
  const span = isDouble ? (2 + betweenFunnels) * most : most
  const names = Math.min(look.width * 0.3, widest(plot.categories, look.fontSize)) + 24
  const notes = widest(
    (series.at(-1)?.points ?? []).map((point) => `${point.note ?? ''}${point.label} · `),
    look.fontSize,
  )
  const right = Math.min(look.width * 0.26, notes * 0.8)
  const room = Math.max(1, look.width - names - right) / (span || 1)
  const spare = (at: number, index: number): number => (most - (drawn[at]?.[index] ?? 0)) / 2
  const fits = (point: PlotPoint, value: number): boolean =>
    (widthOf(point.label) + 1) * look.fontSize < value * room
  const behind = (at: number): object => ({
    label: { show: true, position: 'insideLeft', distance: 6, ...textStyle(draft) },
    data: plot.categories.map((_, index) => {
      const point = series[at]?.points[index]
      const value = between(at, index)
      if (!point || point.value === null || plot.labels === 'none')
        return { value: tidy(value), label: { show: false } }
      const label = fits(point, drawn[at]?.[index] ?? 0) ? '' : point.label
      const width = value * room + (at === series.length - 1 ? right : 0) - look.fontSize
      const words = beside(label, point.note ?? '', width / look.fontSize)
      return {
        value: tidy(value),
        label: words === '' ? { show: false } : { formatter: plain(words) },
      }
    }),
  })
  /** Behind a step: to the end, or to the funnel beside it. */
  const between = (at: number, index: number): number =>
    at < series.length - 1
      ? spare(at, index) + betweenFunnels * most + spare(at + 1, index)
      : spare(at, index)
  return {
    ...(legend && { legend }),
    grid: gridOf(draft, top, { right }),
    xAxis: hiddenValues(0, span > 0 ? tidy(span) : 1),
    yAxis: { ...namesAxis(draft, true), axisLine: { show: false } },
    series: [
      base(
        plot.categories.map((_, index) => tidy(spare(0, index))),
        { barWidth: '84%', labelLayout: {} },
      ),
      ...series.flatMap((one, at) => {
        const colour = colours[at] ?? look.muted
        return [
          {
            id: idOfSeries(at),
            name: plain(one.name),
            type: 'bar',
            stack: 'all',
            barWidth: '84%',
            itemStyle: { color: colour },
            label: { show: true, position: 'inside', ...textStyle(draft, inkOn(colour)) },
            data: one.points.map((point, index) => {
              const value = drawn[at]?.[index] ?? 0
              return itemOf(point, point.value === null ? null : value, {
                told: toldOf(point, plot.categories[index] ?? '', isDouble ? one.name : '', plot.axis),
                label: plot.labels !== 'none' && fits(point, value) ? point.label : '',
              })
            }),
          },
          { ...base([], { barWidth: '84%' }), ...behind(at) },
        ]
      }),
    ],
  }
}

/** The value and what it is of the step before, as much of it as there is room for (in ems). */
function beside(label: string, note: string, room: number): string {
  const share = /[\d.,]+%/.exec(note)?.[0] ?? note
  const wordings = [[label, note], [label, share], [label]].map((words) =>
    words.filter((text) => text !== '').join(' · '),
  )
  return wordings.find((words) => widthOf(words) <= room) ?? (label === '' ? share : label)
}

/** Levels from one total to another, joined by thin lines; a bar across zero is drawn in two parts. */
export function waterfallOption(draft: Draft): object {
  const { plot, look, colours } = draft
  const points = plot.series[0]?.points ?? []
  const wholes = new Set(plot.wholes ?? [])
  const bars = points.map((point, index) => {
    if (point.value === null) return undefined
    const [from, to] = [shownOn(plot.axis, point.from ?? 0), shownOn(plot.axis, point.value)]
    const [low, high] = [Math.min(from, to), Math.max(from, to)]
    return {
      to,
      base: low > 0 ? low : high < 0 ? high : 0,
      above: tidy(Math.max(0, high) - Math.max(0, low)),
      below: tidy(Math.min(0, low) - Math.min(0, high)),
      colour: colours[wholes.has(index) ? 0 : to >= from ? 1 : 2] ?? look.muted,
    }
  })
  const { top } = legendOf(draft, [], { unit: plot.axis.kind !== 'rate' && plot.axis.unit !== '' })
  const part = (which: 'above' | 'below'): object => ({
    id: idOfSeries(0, which),
    type: 'bar',
    stack: 'all',
    barWidth: '62%',
    label: { show: true, position: which === 'above' ? 'top' : 'bottom', ...textStyle(draft) },
    labelLayout: { hideOverlap: plot.labels !== 'all' },
    data: points.map((point, index) => {
      const bar = bars[index]
      const isHere = bar !== undefined && (bar[which] !== 0 || (which === 'above' && bar.below === 0))
      const isLabelled = isHere && plot.labels !== 'none' && (which === 'above' || bar.above === 0)
      return itemOf(point, isHere ? bar[which] : null, {
        told: toldOf(point, plot.categories[index] ?? '', '', plot.axis),
        label: isLabelled ? point.label : '',
        colour: bar?.colour,
      })
    }),
  })
  const joints = bars.flatMap((bar, index) =>
    bar && bars[index + 1] ? [[{ coord: [index, bar.to] }, { coord: [index + 1, bar.to] }]] : [],
  )
  return {
    grid: gridOf(draft, top),
    xAxis: namesAxis(draft, false),
    yAxis: valuesAxis(draft, plot.axis, false),
    series: [
      base(
        bars.map((bar) => (bar ? bar.base : null)),
        {
          barWidth: '62%',
          markLine: {
            silent: true,
            symbol: 'none',
            animation: false,
            z: 1,
            lineStyle: { color: look.muted, type: 'solid', width: 1 },
            label: { show: false },
            data: joints,
          },
        },
      ),
      part('above'),
      part('below'),
    ],
  }
}

/** Spans over an axis of days; what is done of them in the full colour. */
export function ganttOption(draft: Draft): object {
  const { plot, look, colours } = draft
  const [whole, done] = plot.series
  const { top } = legendOf(draft, [])
  const ends = (whole?.points ?? []).flatMap(({ value }) => (value === null ? [] : [value]))
  const { from = 0, ticks = [] } = plot.axis
  const labels = Math.min(
    look.width * 0.4,
    widest((whole?.points ?? []).map(spanLabel), look.fontSize) + look.fontSize,
  )
  const names = Math.min(look.width * 0.3, widest(plot.categories, look.fontSize))
  const piece = (
    index: number,
    series: PlotSeries,
    colour: string,
    lengthOf: (index: number) => number | null,
  ): object => ({
    id: idOfSeries(index),
    name: plain(series.name),
    type: 'bar',
    stack: 'all',
    barMaxWidth: look.fontSize * 1.5,
    itemStyle: { color: colour },
    data: (whole?.points ?? []).map((point, place) =>
      itemOf(point, lengthOf(place), {
        told: toldOf(point, plot.categories[place] ?? '', '', plot.axis),
        label: '',
      }),
    ),
  })
  const doneOf = (index: number): number => {
    const point = done?.points[index]
    return point?.value === null || point?.value === undefined ? 0 : tidy(point.value - (point.from ?? 0))
  }
  const restOf = (index: number): number | null => {
    const point = whole?.points[index]
    return point?.value === null || point?.value === undefined
      ? null
      : tidy(point.value - (point.from ?? 0) - doneOf(index))
  }
  return {
    grid: gridOf(draft, top + look.fontSize * 1.6, { right: labels }),
    xAxis: hiddenValues(from, ends.length > 0 ? Math.max(...ends) : from + 1),
    yAxis: namesAxis(draft, true),
    series: [
      base(
        (whole?.points ?? []).map((point) => (point.value === null ? null : (point.from ?? 0))),
        { barMaxWidth: look.fontSize * 1.5, markLine: dayLines(draft, ticks, look.width - labels - names) },
      ),
      ...(done ? [piece(1, done, colours[1] ?? look.muted, doneOf)] : []),
      ...(whole ? [piece(0, whole, colours[0] ?? look.muted, restOf)] : []),
      // Behind the bar stands what it spans.
      {
        ...base([]),
        label: {
          show: plot.labels !== 'none',
          position: 'right',
          distance: 6,
          width: Math.floor(labels - 8),
          overflow: 'truncate',
          ...textStyle(draft),
        },
        data: (whole?.points ?? []).map((point) =>
          point.value === null ? '-' : { value: 0, label: { formatter: plain(spanLabel(point)) } },
        ),
      },
    ],
  }
}

const spanLabel = ({ label, note }: PlotPoint): string => (note === undefined ? label : `${label} · ${note}`)

/** Every day has its line; those of them that have room beside one another have their date. */
function dayLines(draft: Draft, ticks: NonNullable<Plot['axis']['ticks']>, room: number): object {
  const { look } = draft
  const label = widest(
    ticks.map((tick) => tick.label),
    look.fontSize,
  )
  const every = Math.max(1, Math.ceil((ticks.length * (label + look.fontSize)) / Math.max(1, room)))
  return {
    silent: true,
    symbol: 'none',
    animation: false,
    z: 0,
    data: ticks.map((tick, index) => ({
      xAxis: tick.at,
      label:
        index % every === 0
          ? {
              ...textStyle(draft, look.muted),
              formatter: plain(tick.label),
              position: 'start',
              distance: 6,
            }
          : { show: false },
      lineStyle: { color: look.rule, type: 'solid', width: 1 },
    })),
  }
}

// Bars and lines along an axis of names: side by side, stacked, over one another, judged against a line.
// A little over 300 lines, since all of them share one way of building a series.

import type { Plot, PlotAxis, PlotPoint, PlotSeries } from '../model/chart.ts'
import {
  type Draft,
  gridOf,
  isLabelled,
  itemOf,
  judgedLabel,
  lastNameRoom,
  legendOf,
  namesAxis,
  shownOn,
  textStyle,
  toldOf,
  valuesAxis,
} from './option-parts.ts'
import { besideLine, isDotted, lineLabels, shiftsAt } from './option-lines.ts'
import { inkOn, verdictColour } from './palettes.ts'
import { idOfSeries } from './pressed.ts'
import { plain, widest } from './texts.ts'

const lyingKinds: ReadonlySet<Plot['kind']> = new Set([
  'bar',
  'attainment',
  'survey',
  'bullet',
  'funnel',
  'gantt',
  'heat',
])

/** Whether names stand at the left and bars lie. */
export const lies = ({ kind }: Pick<Plot, 'kind'>): boolean => lyingKinds.has(kind)

const axisFor = ({ axis, second }: Plot, series: PlotSeries): PlotAxis =>
  series.axis === 'second' && second ? second : axis

/** Columns, bars and lines, also together. */
export function axesOption(draft: Draft): object {
  const { plot, look } = draft
  const lying = lies(plot)
  const isSeveral = plot.series.length > 1
  const { legend, top } = legendOf(draft, isSeveral ? plot.series.map(({ name }) => name) : [], {
    unit: !lying && [plot.axis, plot.second].some((axis) => axis && axis.kind !== 'rate' && axis.unit !== ''),
  })
  const shifts = plot.kind === 'slope' ? plot.categories.map((_, place) => shiftsAt(draft, place)) : []
  const names = namesAxis(draft, lying)
  const values = [
    valuesAxis(draft, plot.axis, lying),
    ...(plot.second ? [valuesAxis(draft, plot.second, lying, true)] : []),
  ]
  const longest = widest(
    plot.series.flatMap(({ points }) => points.flatMap((point) => labelLines(plot, point))),
    look.fontSize,
  )
  return {
    ...(legend && { legend }),
    grid: gridOf(draft, lying && plot.reference ? top + look.fontSize : top, {
      right: lying
        ? longest + look.fontSize
        : Math.max(
            look.fontSize * (plot.second ? 0.8 : 1.4),
            lastNameRoom(draft),
            plot.reference ? referenceRoom(draft) : 0,
          ),
      bottom: lying && plot.axis.kind !== 'rate' && plot.axis.unit !== '' ? look.fontSize * 2.4 : 8,
    }),
    xAxis: lying ? values : names,
    yAxis: lying ? names : values,
    series: plot.series.map((series, index) => ({
      ...drawnSeries(draft, series, index, lying, shifts),
      ...(index === 0 && marksOf(draft, lying)),
    })),
  }
}

const isLine = ({ kind }: Plot, { as }: PlotSeries): boolean =>
  kind === 'line' || kind === 'slope' || (kind === 'combo' && as === 'line')

function drawnSeries(
  draft: Draft,
  series: PlotSeries,
  index: number,
  lying: boolean,
  shifts: readonly (readonly number[])[] = [],
): object {
  const { plot, look, colours } = draft
  const axis = axisFor(plot, series)
  const line = isLine(plot, series)
  const isBare = plot.kind === 'bullet' && isTarget(series)
  const isUnsaid = isBare || (index === 0 && isCrowdedPairs(draft))
  const labels = line ? lineLabels(draft, series) : series.points.map(() => !isUnsaid && isLabelled(draft))
  return {
    id: idOfSeries(index),
    name: plain(series.name),
    ...(line
      ? {
          type: 'line',
          symbol: 'none',
          symbolSize: Math.round(look.fontSize / 2),
          showAllSymbol: true,
          lineStyle: { width: 2 },
          connectNulls: false,
          z: 3,
        }
      : { type: 'bar', ...widthOfBars(draft, series, lying) }),
    ...(series.axis === 'second' && plot.second && { yAxisIndex: 1 }),
    itemStyle: { color: colours[index] ?? look.muted },
    label: {
      show: true,
      position: lying ? 'right' : 'top',
      ...textStyle(draft),
      ...((plot.reference || plot.kind === 'combo' || plot.kind === 'bullet') && {
        backgroundColor: look.surface,
        padding: [1, 2],
      }),
      // Lines run across columns: labels of these stand at their foot.
      ...(plot.kind === 'combo' &&
        !line && {
          position: 'insideBottom',
          backgroundColor: 'transparent',
          color: inkOn(colours[index] ?? look.muted),
        }),
    },
    // The labels of a slope are placed one by one, which any layout would undo.
    ...(plot.kind !== 'slope' && { labelLayout: { hideOverlap: plot.labels !== 'all' } }),
    data: series.points.map((point, place) => ({
      ...itemOf(point, point.value === null ? null : shownOn(axis, point.value), {
        told: toldOf(point, plot.categories[place] ?? '', plot.series.length > 1 ? series.name : '', axis),
        label: labels[place] ? labelLines(plot, point) : '',
        colour: isJudged(plot) && point.verdict ? verdictColour(point.verdict, look.theme) : undefined,
        look: placeOf(draft, index, place, lying, shifts),
      }),
      ...(line && (labels[place] || isDotted(series, place)) && { symbol: 'circle' }),
    })),
  }
}

/** Of pairs that have no room for both values side by side, the later one and its change are written. */
function isCrowdedPairs({ plot, look }: Draft): boolean {
  if (plot.kind !== 'pairs' || plot.labels === 'all') return false
  const label = widest(
    plot.series.flatMap(({ points }) => points.flatMap((point) => labelLines(plot, point))),
    look.fontSize,
  )
  const room = (look.width - 6 * look.fontSize) / Math.max(1, plot.categories.length)
  return 2 * (label + 4) > room
}

const isTarget = ({ aspect }: PlotSeries): boolean => aspect === 'target'

function widthOfBars({ plot, look }: Draft, series: PlotSeries, lying: boolean): object {
  if (plot.kind === 'bullet') return { barWidth: isTarget(series) ? '62%' : '28%' }
  return {
    barMaxWidth: lying ? look.fontSize * 1.6 : look.fontSize * (plot.series.length > 1 ? 5 : 4.2),
    barCategoryGap: '36%',
    barGap: '8%',
  }
}

const isJudged = ({ kind }: Plot): boolean => kind === 'attainment' || kind === 'bullet'

/** Of what changed, the change stands above the value. */
const labelLines = (plot: Plot, point: PlotPoint): string[] => {
  if (isJudged(plot)) return [judgedLabel(point)]
  return plot.kind === 'pairs' && point.note !== undefined ? [point.note, point.label] : [point.label]
}

/** A slope has its values at both ends; below zero a label stands on the other side of its bar. */
function placeOf(
  { plot, look: { fontSize } }: Draft,
  index: number,
  place: number,
  lying: boolean,
  shifts: readonly (readonly number[])[],
): object {
  if (plot.kind === 'slope') {
    const position = place === 0 ? 'left' : place === plot.categories.length - 1 ? 'right' : 'top'
    return { position, offset: [0, shifts[place]?.[index] ?? 0] }
  }
  const series = plot.series[index]
  if (plot.kind === 'line' && series) return besideLine(series, place, fontSize)
  const value = series?.points[place]?.value ?? 0
  return value < 0 ? { position: lying ? 'left' : 'bottom' } : {}
}

/** At the end of the line: 目标 above 17.5万人. */
function referenceLines({ reference }: Plot): string[] {
  const label = reference?.label ?? ''
  const [, name, value] = /^([^=]+?) ((?:[A-Z]{3} )?[-\d¥￥$€£].*)$/.exec(label) ?? []
  return [name ?? label, value ?? ''].filter((line) => line !== '').map(plain)
}

/** What the words of a line across take at the right; a long name is cut. */
const referenceRoom = ({ plot, look }: Draft): number =>
  Math.min(look.width * 0.24, widest(referenceLines(plot), look.fontSize) + 18)

/** A line across at a value, and marks at categories. */
function marksOf(draft: Draft, lying: boolean): { markLine?: object } {
  const { plot, look } = draft
  const style = textStyle(draft, look.muted)
  const marks: object[] = []
  if (plot.reference) {
    const at = shownOn(plot.axis, plot.reference.value)
    marks.push({
      [lying ? 'xAxis' : 'yAxis']: at,
      label: {
        ...style,
        formatter: plain(plot.reference.label),
        position: lying ? 'start' : 'end',
        ...(!lying && {
          align: 'left',
          formatter: referenceLines(plot).join('\n'),
          width: referenceRoom(draft) - 6,
          overflow: 'truncate',
        }),
      },
      lineStyle: { color: look.muted, type: 'dashed', width: 1.25 },
    })
  }
  plot.events?.forEach(({ at, text }, index) =>
    marks.push({
      [lying ? 'yAxis' : 'xAxis']: at,
      label: {
        ...style,
        formatter: plain(text),
        position: 'end',
        distance: [0, look.fontSize * (index % 2 === 0 ? 0.2 : 1.4)],
      },
      lineStyle: { color: look.muted, type: 'dotted', width: 1.25 },
    }),
  )
  if (marks.length === 0) return {}
  // Behind the bars, so that no label is struck through.
  return { markLine: { silent: true, symbol: 'none', animation: false, z: 1, data: marks } }
}

/** Least part of the tallest stack in which a label has room. */
const leastPart = 0.06

/** Columns on top of one another, as they are or as shares of each. */
export function stackedOption(draft: Draft): object {
  const { plot, look, colours } = draft
  const isFull = plot.kind === 'stacked-full'
  const totals = plot.categories.map((_, index) =>
    plot.series.reduce((sum, { points }) => sum + Math.abs(points[index]?.value ?? 0), 0),
  )
  const tallest = Math.max(0, ...totals)
  const { legend, top } = legendOf(
    draft,
    plot.series.map(({ name }) => name),
    { unit: !isFull && plot.axis.kind !== 'rate' && plot.axis.unit !== '' },
  )
  const axis: PlotAxis = isFull ? { kind: 'rate', unit: '%', scale: 1, decimals: 0 } : plot.axis
  const valueOf = (value: number | null, place: number): number | null => {
    if (value === null || !isFull) return value
    const total = totals[place] ?? 0
    return total > 0 ? Math.max(0, value) / total : null
  }
  return {
    legend,
    grid: gridOf(draft, top, {
      right: Math.max(
        look.fontSize * 1.4,
        lastNameRoom(draft),
        plot.reference && !isFull ? referenceRoom(draft) : 0,
      ),
    }),
    xAxis: namesAxis(draft, false),
    yAxis: {
      ...valuesAxis(draft, axis, false),
      ...(isFull && { max: 100, interval: 25, boundaryGap: [0, 0] }),
    },
    series: plot.series.map(({ name, points }, index) => {
      const colour = colours[index] ?? look.muted
      return {
        id: idOfSeries(index),
        name: plain(name),
        type: 'bar',
        stack: 'all',
        barMaxWidth: look.fontSize * 4.6,
        barCategoryGap: '38%',
        itemStyle: { color: colour, borderColor: look.surface, borderWidth: 0.5 },
        label: { show: true, position: 'inside', ...textStyle(draft, inkOn(colour)) },
        labelLayout: { hideOverlap: plot.labels !== 'all' },
        data: points.map((point, place) => {
          const value = valueOf(point.value, place)
          const part = Math.abs(point.value ?? 0) / ((isFull ? totals[place] : tallest) || 1)
          return itemOf(point, value === null ? null : shownOn(axis, value), {
            told: toldOf(point, plot.categories[place] ?? '', name, axis),
            label: isLabelled(draft) && part >= leastPart ? point.label : '',
          })
        }),
        ...(index === 0 && !isFull && marksOf(draft, false)),
      }
    }),
  }
}

/** What was reached over a wider bar of the target. Two axes of names, since one would set the bars beside each other. */
export function bulletOption(draft: Draft): object {
  const { plot, look } = draft
  const { legend, top } = legendOf(
    draft,
    plot.series.map(({ name }) => name),
    { fixed: true },
  )
  const longest = widest(
    plot.series.flatMap(({ points }) => points.map((point) => judgedLabel(point))),
    look.fontSize,
  )
  const names = namesAxis(draft, true)
  return {
    ...(plot.series.length > 1 && { legend }),
    grid: gridOf(draft, plot.series.length > 1 ? top : draft.top + 8, {
      right: longest + look.fontSize,
      bottom: plot.axis.kind !== 'rate' && plot.axis.unit !== '' ? look.fontSize * 2.4 : 8,
    }),
    xAxis: valuesAxis(draft, plot.axis, true),
    yAxis: [names, { ...names, show: false }],
    series: plot.series.map((series, index) => ({
      ...drawnSeries(draft, series, index, true),
      yAxisIndex: isTarget(series) ? 0 : 1,
      z: isTarget(series) ? 2 : 3,
    })),
  }
}

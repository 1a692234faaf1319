// Charts without an axis of values: a ring, a table coloured by value, big numbers on cards.

import type { Plot, PlotPoint } from '../model/chart.ts'
import {
  type ChartLook,
  type Draft,
  gridOf,
  itemOf,
  namesAxis,
  shownOn,
  textStyle,
  toldOf,
} from './option-parts.ts'
import { heatColour, inkOn, verdictColour, verdictSigns } from './palettes.ts'
import { idOfCategory, idOfSeries, nameOfCard } from './pressed.ts'
import { cardColumns, cardGap, cardHeight } from './size.ts'
import { plain, shortened, widest } from './texts.ts'

/** Whether slices can show it: parts that are not negative and not all nothing. */
export const isRing = ({ series }: Plot): boolean => {
  const values = series[0]?.points.map(({ value }) => value ?? 0) ?? []
  return values.every((value) => value >= 0) && values.some((value) => value > 0)
}

/** Ems of a name beside a ring; the pointer is told all of it. */
const longestSlice = 12

export function ringOption(draft: Draft): object {
  const { plot, look, colours, top } = draft
  const [series] = plot.series
  const labelled = plot.labels !== 'none'
  const beside = (point: PlotPoint): string =>
    point.note === undefined ? point.label : `${point.label} · ${point.note}`
  // On one line where there is room for it at the side of the ring.
  const side = look.width / 2 - 0.34 * Math.min(look.width, look.height - top) - 3 * look.fontSize
  const lines = (series?.points ?? []).map(
    (point, index) => `${shortened(plot.categories[index] ?? '', longestSlice)} ${plain(beside(point))}`,
  )
  const gap = widest(lines, look.fontSize) <= side ? ' ' : '\n'
  return {
    ...(!labelled && {
      legend: {
        top: top + 2,
        itemWidth: Math.round(look.fontSize * 1.1),
        itemHeight: Math.round(look.fontSize * 0.7),
        data: plot.categories.map(plain),
        textStyle: { color: look.text, fontSize: look.fontSize, fontFamily: look.font },
      },
    }),
    series: [
      {
        id: idOfSeries(0),
        type: 'pie',
        name: plain(series?.name ?? ''),
        radius: ['38%', '68%'],
        center: ['50%', '50%'],
        top: labelled ? top : top + look.fontSize * 2,
        startAngle: 90,
        itemStyle: { borderColor: look.surface, borderWidth: 1 },
        labelLine: { length: 10, length2: 10, lineStyle: { color: look.muted } },
        data: (series?.points ?? []).flatMap((point, index) => {
          if (point.value === null) return []
          const category = plain(plot.categories[index] ?? '')
          return [
            {
              name: category,
              value: shownOn(plot.axis, point.value),
              itemStyle: { color: colours[index] ?? look.muted },
              label: labelled
                ? {
                    formatter: `${shortened(category, longestSlice)}${gap}${plain(beside(point))}`,
                    ...textStyle(draft),
                  }
                : { show: false },
              labelLine: { show: labelled },
              tooltip: { formatter: toldOf(point, category, '', plot.axis) },
            },
          ]
        }),
      },
    ],
  }
}

/**
 * How strongly each cell of a heat table is coloured, 0 to 1, row by row; null without a value. One scale for all where
 * one unit stands at the axis, else each row has its own.
 */
export function heatShares(plot: Pick<Plot, 'series' | 'axis'>): (number | null)[][] {
  const rows = plot.series.map(({ points }) => points.map(({ value }) => value))
  const isOneUnit = plot.axis.unit !== '' || plot.axis.kind === 'rate' || rows.length === 1
  const all = present(rows.flat())
  return rows.map((row) => {
    const values = isOneUnit ? all : present(row)
    const [low, high] = [Math.min(...values), Math.max(...values)]
    return row.map((value) => (value === null ? null : high > low ? (value - low) / (high - low) : 0.5))
  })
}

const present = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null)

/** Rows are series, columns are categories; each cell is a bar of the same length with a colour of its own. */
export function heatOption(draft: Draft): object {
  const { plot, look, top } = draft
  const shares = heatShares(plot)
  const rows = plot.series.map(({ name }) => name)
  const heads = Math.ceil(look.fontSize * 2)
  return {
    grid: gridOf(draft, top + heads, { right: 8 }),
    xAxis: [
      { type: 'value', show: false, min: 0, max: Math.max(1, plot.categories.length) },
      {
        ...namesAxis(draft, false),
        position: 'top',
        axisLine: { show: false },
        splitLine: { show: false },
      },
    ],
    yAxis: [
      { ...namesAxis(draft, true, rows), axisLine: { show: false } },
      { type: 'value', show: false, min: 0, max: 1 },
    ],
    series: [
      ...plot.categories.map((category, column) => ({
        id: idOfCategory(column),
        name: plain(category),
        type: 'bar',
        stack: 'all',
        barWidth: '100%',
        barCategoryGap: '0%',
        itemStyle: { borderColor: look.surface, borderWidth: 1 },
        label: { show: true, position: 'inside', ...textStyle(draft) },
        data: plot.series.map(({ name, points }, row) => {
          const point = points[column]
          const share = shares[row]?.[column] ?? null
          if (!point || share === null)
            return { value: 1, itemStyle: { color: look.surface }, label: { show: false } }
          const colour = heatColour(share, plot.palette, look.theme)
          return itemOf(point, 1, {
            told: toldOf(point, category, name, plot.axis),
            label: plot.labels === 'none' ? '' : point.label,
            colour,
            look: { color: inkOn(colour) },
          })
        }),
      })),
      // The heads of the columns stand on an axis of their own, which needs something to stand for.
      { type: 'bar', xAxisIndex: 1, yAxisIndex: 1, silent: true, data: plot.categories.map(() => '-') },
    ],
  }
}

/** How much wider bold type may be than the estimate. */
const boldness = 1.15

/** Cards side by side, each with a name, its value, the verdict, and what is noted beneath. */
export function cardsOption(draft: Draft): object {
  const { plot, look } = draft
  const { fontSize } = look
  const top = draft.top + (draft.top > 0 ? cardGap * fontSize : 0)
  const points = plot.series[0]?.points ?? []
  const columns = cardColumns(points.length, look.width, fontSize)
  const gap = cardGap * fontSize
  const width = (look.width - gap * (columns - 1) - 2) / Math.max(1, columns)
  const height = cardHeight * fontSize
  return {
    graphic: points.map((point, index) => ({
      type: 'group',
      x: 1 + (index % columns) * (width + gap),
      y: top + 1 + Math.floor(index / columns) * (height + gap),
      children: card(point, plot.categories[index] ?? '', { width, height, index }, look),
    })),
  }
}

function card(
  point: PlotPoint,
  name: string,
  { width, height, index }: { width: number; height: number; index: number },
  look: ChartLook,
): object[] {
  const { fontSize, font } = look
  const left = fontSize
  const colour = point.verdict ? verdictColour(point.verdict, look.theme) : look.rule
  const sign = point.verdict ? verdictSigns[point.verdict] : ''
  const room = width - 2 * left
  const value = plain(point.label)
  // The whole number must be read: it becomes smaller before it is cut.
  const size = Math.min(
    fontSize * 1.9,
    (room * fontSize) / Math.max(1, widest([`${value} ${sign}`], fontSize) * boldness),
  )
  const text = (words: string, y: number, style: object): object => ({
    type: 'text',
    name: nameOfCard(index),
    x: left,
    y,
    silent: true,
    style: { text: words, width: room, overflow: 'truncate', ...style },
  })
  return [
    {
      type: 'rect',
      name: nameOfCard(index),
      shape: { x: 0, y: 0, width, height, r: 4 },
      style: { fill: look.surface, stroke: look.rule, lineWidth: 1 },
    },
    {
      type: 'rect',
      silent: true,
      shape: { x: 0, y: 0, width: 3, height, r: [4, 0, 0, 4] },
      style: { fill: colour },
    },
    text(plain(name), fontSize * 0.9, { fill: look.muted, font: `${fontSize}px ${font}` }),
    text(sign === '' ? value : `${value} ${sign}`, fontSize * 2.5, {
      fill: look.text,
      font: `600 ${size}px ${font}`,
    }),
    ...(point.note === undefined
      ? []
      : [
          text(plain(point.note), fontSize * 5.1, {
            fill: look.muted,
            font: `${fontSize * 0.92}px ${font}`,
            overflow: 'break',
            lineHeight: fontSize * 1.35,
            height: fontSize * 2.8,
            lineOverflow: 'truncate',
          }),
        ]),
  ]
}

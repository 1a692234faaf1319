// Turns a plot into an ECharts option: plain JSON without functions, so that it can cross any boundary and be tested.
// Every text in it is shown as it is, never as a template and never as HTML.
// Needs of ECharts: bar, line and pie charts; grid, tooltip, legend, aria and mark-line components.

import type { Plot, PlotPoint } from '../model/chart.ts'
import type { Verdict } from '../model/goal.ts'
import { tidy } from '../numbers/tidy.ts'

/** Colours are CSS colours; the option follows the page's theme by being made again. */
export interface ChartLook {
  text: string
  muted: string
  /** Grid lines and the axis. */
  rule: string
  /** What the chart stands on: gaps between slices. */
  surface: string
  good: string
  bad: string
  series: readonly string[]
  font: string
  /** Pixels. */
  fontSize: number
  animation: boolean
}

export function chartOption(plot: Plot, look: ChartLook): object {
  const label = { color: look.text, fontSize: look.fontSize, fontFamily: look.font }
  return {
    animation: look.animation,
    color: [...look.series],
    textStyle: { fontFamily: look.font, fontSize: look.fontSize, color: look.text },
    aria: { enabled: true, label: { description: plot.alt } },
    // Drawn on the canvas: a name from a spreadsheet never becomes HTML.
    tooltip: {
      trigger: 'item',
      renderMode: 'richText',
      confine: true,
      backgroundColor: look.surface,
      borderColor: look.rule,
      textStyle: label,
    },
    ...(plot.kind === 'pie' ? pieOption(plot, look) : cartesianOption(plot, look)),
  }
}

function pieOption(plot: Plot, look: ChartLook): object {
  return {
    series: plot.series.slice(0, 1).map(({ name, points }) => ({
      type: 'pie',
      name: plain(name),
      radius: '74%',
      center: ['50%', '50%'],
      startAngle: 90,
      itemStyle: { borderColor: look.surface, borderWidth: 1 },
      labelLine: { length: 10, length2: 10, lineStyle: { color: look.muted } },
      data: points.flatMap((point, index) => {
        if (point.value === null) return []
        const category = plain(plot.categories[index] ?? '')
        return [
          {
            name: category,
            value: shown(point.value, plot),
            label: {
              formatter: `${category} ${plain(point.label)}`,
              color: look.text,
              fontSize: look.fontSize,
            },
            tooltip: { formatter: `${category} ${told(point, plot)}` },
          },
        ]
      }),
    })),
  }
}

function cartesianOption(plot: Plot, look: ChartLook): object {
  const lying = plot.kind === 'bar' || plot.kind === 'attainment'
  const several = plot.series.length > 1
  const longest = Math.max(
    0,
    ...plot.series.flatMap(({ points }) => points.map(({ label }) => widthOf(label))),
  )
  const categories = categoryAxis(plot, look, lying)
  const values = valueAxis(plot, look, lying)
  return {
    grid: {
      top: several ? 48 : lying && !plot.reference ? 8 : 32,
      bottom: lying && plot.axis.kind !== 'rate' && plot.axis.unit !== '' ? 28 : 8,
      left: 8,
      // A label stands beyond the end of its bar.
      right: lying ? Math.ceil(longest * look.fontSize) + 12 : 16,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    ...(several && {
      legend: {
        top: 4,
        itemWidth: 14,
        itemHeight: 8,
        textStyle: { color: look.text, fontSize: look.fontSize },
      },
    }),
    xAxis: lying ? values : categories,
    yAxis: lying ? categories : values,
    series: plot.series.map(({ name, points }, index) => ({
      name: plain(name),
      ...(plot.kind === 'line'
        ? { type: 'line', symbol: 'circle', symbolSize: 6, lineStyle: { width: 2 }, connectNulls: false }
        : { type: 'bar', barMaxWidth: lying ? 18 : 40, barCategoryGap: '36%' }),
      label: {
        show: points.length * plot.series.length <= 24,
        position: lying ? 'right' : 'top',
        color: look.text,
        fontSize: look.fontSize,
        ...(plot.reference && { backgroundColor: look.surface, padding: [1, 2] }),
      },
      labelLayout: { hideOverlap: true },
      data: points.map((point, place) => itemOf(point, plot.categories[place] ?? '', plot, look)),
      ...(index === 0 && plot.reference && { markLine: referenceLine(plot.reference, plot, look) }),
    })),
  }
}

function itemOf(point: PlotPoint, category: string, plot: Plot, look: ChartLook): object {
  if (point.value === null) return { value: '-' }
  const colour = plot.reference && point.verdict ? verdictColour(point.verdict, look) : undefined
  return {
    value: shown(point.value, plot),
    label: { formatter: plain(point.label) },
    tooltip: { formatter: `${plain(category)} ${told(point, plot)}` },
    ...(colour !== undefined && { itemStyle: { color: colour } }),
  }
}

const verdictColour = (verdict: Verdict, look: ChartLook): string =>
  ({ exceeded: look.good, met: look.good, missed: look.bad, unknown: look.muted })[verdict]

function categoryAxis(plot: Plot, look: ChartLook, lying: boolean): object {
  const widest = Math.max(0, ...plot.categories.map(widthOf)) * look.fontSize
  // What 560 px, the inside of the smallest chart, can hold side by side.
  const crowded = !lying && (widest + 12) * plot.categories.length > 560
  const many = plot.categories.length > 14
  return {
    type: 'category',
    data: plot.categories.map(plain),
    inverse: lying,
    boundaryGap: true,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: look.rule } },
    axisLabel: {
      color: look.text,
      fontSize: look.fontSize,
      ...(many ? { hideOverlap: true } : { interval: 0 }),
      ...(crowded && !many && { rotate: 30 }),
      ...(lying && { width: 150, overflow: 'truncate' }),
    },
  }
}

function valueAxis(plot: Plot, look: ChartLook, lying: boolean): object {
  const { axis } = plot
  return {
    type: 'value',
    ...(axis.kind !== 'rate' && { name: plain(axis.unit) }),
    ...(lying && { nameLocation: 'middle', nameGap: 26 }),
    nameTextStyle: { color: look.muted, fontSize: look.fontSize, ...(!lying && { align: 'left' }) },
    splitNumber: plot.reference ? 6 : 4,
    axisLabel: {
      color: look.muted,
      fontSize: look.fontSize,
      hideOverlap: true,
      ...(axis.kind === 'rate' && { formatter: '{value}%' }),
    },
    splitLine: { lineStyle: { color: look.rule } },
  }
}

function referenceLine(reference: NonNullable<Plot['reference']>, plot: Plot, look: ChartLook): object {
  return {
    silent: true,
    symbol: 'none',
    animation: false,
    // Behind the bars, so that no label is struck through.
    z: 1,
    lineStyle: { color: look.muted, type: 'dashed', width: 1 },
    label: {
      formatter: plain(reference.label),
      position: 'start',
      color: look.muted,
      fontSize: look.fontSize,
    },
    data: [{ xAxis: shown(reference.value, plot) }],
  }
}

/** As the axis counts: 48.2 for a rate of 0.482, 5.8 for 58000 under 万. */
const shown = (value: number, { axis }: Plot): number =>
  tidy(axis.kind === 'rate' ? value * 100 : value / axis.scale)

/** A label with its unit, for a place away from the axis. */
function told(point: PlotPoint, { axis }: Plot): string {
  const unit = axis.kind === 'rate' ? '' : `${/^[A-Za-z]/.test(axis.unit) ? ' ' : ''}${axis.unit}`
  return plain(`${point.label}${unit}`)
}

/** ECharts takes braces for templates and styles, in any text. */
const plain = (text: string): string => text.replaceAll('{', '｛').replaceAll('}', '｝')

/** In ems: a Chinese character is as wide as it is high, a letter about half that. */
const widthOf = (text: string): number =>
  [...text].reduce((width, character) => width + (/[\u2e80-\uffef]/.test(character) ? 1 : 0.56), 0)

// A plot as a native Word chart: editable, with its numbers in an embedded workbook. Numbers stand at the scale of the
// axis (5.8 under 万人), percentages as ratios, so that cache, workbook and figure agree.

import { ChartRun, type ChartRunOptions, type ChartValueAxis } from 'docx/charts'
import type { Plot } from '../../../shared/model/chart.ts'
import { tidy } from '../../../shared/numbers/tidy.ts'
import { documentWords } from '../../../shared/text/document.ts'
import { oneLine } from '../clean-text.ts'
import { chartSize } from '../measures.ts'
import type { Press } from './press.ts'

const ink = '404040'
/** Beyond this many, labels at every point hide one another. */
const mostLabels = 24
const mostLineLabels = 8
/** More names than these do not stand side by side under an axis. */
const mostUpright = 12
/** Excel's own limit of a cell is far above what an axis can show. */
const longestName = 100
const pixelsPerPoint = 96 / 72

/** @param name shown in Word's selection pane: 图1 */
export function chartOf(plot: Plot, name: string, press: Press): ChartRun {
  return new ChartRun({
    ...drawing(plot, press),
    altText: { id: String(press.nextId()), name, description: oneLine(plot.alt) },
  })
}

function drawing(plot: Plot, press: Press): ChartRunOptions {
  const { style, language } = press.manuscript
  const { colours } = style
  const { axis } = plot
  const kind = drawnAs(plot)
  const categories = plot.categories.map((category) => cut(category) || '—')
  const numberFormat = formatOf(plot)
  const series = plot.series.map(({ name, points }, index) => ({
    name: cut(name) || cut(plot.name) || '—',
    values: categories.map((_, at) => {
      const value = points[at]?.value ?? null
      return value === null || !Number.isFinite(value) ? null : tidy(value / scaleOf(plot))
    }),
    color: colours.series[index % colours.series.length] ?? colours.accent,
  }))
  const horizontal = kind === 'bar'
  const size = chartSize(style, horizontal ? categories.length : 0)
  const labelFont = { size: 9, color: ink }
  const base = {
    transformation: {
      width: Math.round(size.width * pixelsPerPoint),
      height: Math.round(size.height * pixelsPerPoint),
    },
    font: { name: style.table.face.latin, color: ink },
    chartArea: { fill: 'FFFFFF', border: 'none' },
    legend:
      plot.series.length > 1
        ? ({ position: 'bottom', font: { size: 9, color: ink } } as const)
        : (false as const),
  } as const
  const unit =
    axis.unit !== '' && axis.kind !== 'rate' && plot.kind !== 'attainment'
      ? documentWords[language].unit(axis.unit)
      : ''

  if (kind === 'pie') {
    const slices = series.slice(0, 1)
    return {
      type: 'pie',
      ...base,
      legend: false,
      categories,
      series: slices.map(({ name, values }) => ({
        name,
        values,
        colors: categories.map((_, index) => colours.series[index % colours.series.length]),
      })),
      dataLabels: {
        category: true,
        percentage: true,
        numberFormat: '0.0%',
        position: 'outsideEnd',
        font: labelFont,
      },
    }
  }

  const valueAxis: ChartValueAxis = {
    numberFormat: axisFormatOf(plot, series),
    font: { size: 9, color: ink },
    ...(unit ? { title: { text: unit, font: { size: 9, color: ink } } } : {}),
  }
  const categoryAxis = {
    font: { size: 9, color: ink },
    // Left to itself, one program turns them, another leaves every second one out, a third writes them downwards.
    ...(!horizontal && categories.length > mostUpright ? { labelRotation: -45 } : {}),
  }

  if (kind === 'line') {
    const labelled = categories.length * series.length <= mostLineLabels
    return {
      type: 'line',
      ...base,
      categories,
      series: series.map((line) => ({
        ...line,
        markers: categories.length <= 31 ? ({ shape: 'circle', size: 5 } as const) : false,
        line: { color: line.color, width: 2 },
        dataLabels: labelled
          ? ({ value: true, position: 'above', numberFormat, font: labelFont } as const)
          : (false as const),
        // Of many points, the highest is the one a reader asks for.
        ...(labelled || series.length > 1 ? {} : { pointLabels: onlyHighest(line.values, numberFormat) }),
      })),
      categoryAxis,
      valueAxis,
    }
  }

  const labels =
    categories.length * series.length <= mostLabels
      ? ({ value: true, position: 'outsideEnd', numberFormat, font: labelFont } as const)
      : (false as const)
  if (kind === 'bar') {
    return {
      type: 'bar',
      ...base,
      categories,
      series: series.map((bars, index) => ({
        ...bars,
        dataLabels: labels,
        colors: verdictColours(plot, index, press),
      })),
      gapWidth: 60,
      // The first category stands at the top, as it is read.
      categoryAxis: { ...categoryAxis, reverseOrder: true },
      valueAxis: {
        ...valueAxis,
        crossesAt: 'maximum',
        ...(plot.kind === 'attainment' ? attainmentAxis(series) : {}),
      },
    }
  }
  return {
    type: 'column',
    ...base,
    categories,
    series: series.map((bars, index) => ({
      ...bars,
      dataLabels: labels,
      colors: verdictColours(plot, index, press),
    })),
    gapWidth: 80,
    overlap: -10,
    categoryAxis,
    valueAxis,
  }
}

/** Attainment is read along bars; a pie needs parts that are not negative and not all nothing. */
function drawnAs(plot: Plot): 'column' | 'bar' | 'line' | 'pie' {
  if (plot.kind === 'attainment') return 'bar'
  if (plot.kind !== 'pie') return plot.kind
  const values = plot.series[0]?.points.map((point) => point.value ?? 0) ?? []
  return values.every((value) => value >= 0) && values.some((value) => value > 0) ? 'pie' : 'column'
}

const scaleOf = ({ axis }: Plot): number => (axis.kind === 'rate' ? 1 : axis.scale)

/** An Excel number format: 0.0% for ratios, #,##0.0 for the rest. */
function formatOf({ kind, axis }: Plot): string {
  const decimals = axis.decimals > 0 ? `.${'0'.repeat(axis.decimals)}` : ''
  if (kind === 'attainment' || axis.kind === 'rate')
    return axis.unit === '‰' ? `0${decimals}` : `0${decimals}%`
  return `#,##0${decimals}`
}

/** Along the axis numbers are round: decimals only where all of it lies below ten. */
function axisFormatOf(plot: Plot, series: readonly { values: readonly (number | null)[] }[]): string {
  const percent = plot.kind === 'attainment' || plot.axis.kind === 'rate'
  const highest = Math.max(...series.flatMap(({ values }) => values.map((value) => Math.abs(value ?? 0))))
  const small = highest < (percent ? 0.1 : 10)
  if (percent && plot.axis.unit !== '‰') return small ? '0.0%' : '0%'
  return small && plot.axis.decimals > 0 ? '0.0' : '#,##0'
}

function onlyHighest(values: readonly (number | null)[], numberFormat: string) {
  const highest = values.reduce<number | null>(
    (high, value) => (value !== null && (high === null || value > high) ? value : high),
    null,
  )
  const at = values.indexOf(highest)
  return values.map((_, index) =>
    index === at
      ? ({ value: true, position: 'above', numberFormat, font: { size: 9, color: ink } } as const)
      : (false as const),
  )
}

function verdictColours(plot: Plot, series: number, press: Press): (string | undefined)[] {
  const { good, bad, muted } = press.manuscript.style.colours
  const colours = { met: good, exceeded: good, missed: bad, unknown: muted }
  return plot.categories.map((_, index) => {
    const verdict = plot.series[series]?.points[index]?.verdict
    return verdict ? colours[verdict] : undefined
  })
}

/** The axis has one line across the chart and one number: 100 %, and its multiples where a bar is as long. */
function attainmentAxis(
  series: readonly { values: readonly (number | null)[] }[],
): Pick<ChartValueAxis, 'minimum' | 'maximum' | 'interval' | 'numberFormat'> {
  const highest = Math.max(1, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)))
  const lowest = Math.min(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)))
  return {
    minimum: Math.floor(lowest),
    maximum: Math.ceil(highest * 1.12 * 10) / 10,
    interval: Math.max(1, Math.ceil(highest / 5)),
    numberFormat: '0%',
  }
}

const cut = (text: string): string => oneLine(text).slice(0, longestName)

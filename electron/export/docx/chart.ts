// A plot as a native Word chart: editable, with its numbers in an embedded workbook. Numbers stand at the scale of the
// axis (5.8 under 万人), percentages as ratios, so that cache, workbook and figure agree.

import { ChartRun, type ChartRunOptions, type ChartSeries, type ChartValueAxis } from 'docx/charts'
import type { Plot } from '../../../shared/model/chart.ts'
import { tidy } from '../../../shared/numbers/tidy.ts'
import { documentWords } from '../../../shared/text/document.ts'
import { oneLine } from '../clean-text.ts'
import { chartSize, pixelsPerPoint } from '../measures.ts'
import { attainmentAxis, attainmentSeries } from './attainment.ts'
import type { Press } from './press.ts'

const ink = '404040'
const small = { size: 9, color: ink } as const
/** Beyond this many, labels at every bar hide one another; lines leave less room. */
const mostLabels = { bars: 24, line: 8 } as const
/** More names than these do not stand side by side under an axis. */
const mostUpright = 12
const mostMarkers = 31
/** A cell of the workbook could hold more, an axis could not show it. */
const longestName = 100

const legend = { position: 'bottom', font: small } as const

type Values = readonly (number | null)[]

/** @param name shown in Word's selection pane: 图1 */
export function chartOf(plot: Plot, name: string, press: Press): ChartRun {
  return new ChartRun({
    ...drawing(plot, press),
    altText: { id: String(press.nextId()), name: oneLine(name), description: oneLine(plot.alt) },
  })
}

function drawing(plot: Plot, press: Press): ChartRunOptions {
  const { style, language } = press.manuscript
  const { colours } = style
  const words = documentWords[language]
  const kind = drawnAs(plot)
  const horizontal = kind === 'bar'
  const categories = plot.categories.map((category) => cut(category) || '—')
  const plain = plot.series.map(({ name, points }, index) => ({
    name: cut(name) || cut(plot.name) || '—',
    values: categories.map((_, at) => scaled(plot, points[at]?.value ?? null)),
    color: colour(colours.series, index),
  }))
  const series: readonly (ChartSeries & { values: Values })[] =
    plot.kind === 'attainment' && plot.series[0]
      ? attainmentSeries(plot.series[0].points, colours, words.verdicts)
      : plain
  const numberFormat = formatOf(plot, plain)
  const size = chartSize(style, horizontal ? categories.length : 0)
  const base = {
    transformation: {
      width: Math.round(size.width * pixelsPerPoint),
      height: Math.round(size.height * pixelsPerPoint),
    },
    font: { name: style.table.face.latin, color: ink },
    chartArea: { fill: 'FFFFFF', border: 'none' },
    legend: series.length > 1 && kind !== 'pie' ? legend : false,
    categories,
  } as const
  const labels = { value: true, numberFormat, font: small } as const
  const unit = plot.axis.kind === 'rate' ? '' : oneLine(plot.axis.unit)
  const valueAxis: ChartValueAxis = {
    numberFormat: axisFormatOf(plot, series),
    font: small,
    ...(unit ? { title: { text: words.unit(unit), font: small } } : {}),
  }
  const categoryAxis = {
    font: small,
    // Left to itself, one program turns them, another leaves every second one out, a third writes them downwards.
    ...(!horizontal && categories.length > mostUpright ? { labelRotation: -45 } : {}),
  }
  const room = categories.length * series.length

  switch (kind) {
    case 'pie':
      return {
        type: 'pie',
        ...base,
        series: plain.slice(0, 1).map(({ name, values }) => ({
          name,
          values,
          colors: categories.map((_, index) => colour(colours.series, index)),
        })),
        dataLabels: {
          category: true,
          percentage: true,
          numberFormat: '0.0%',
          position: 'outsideEnd',
          font: small,
        },
      }
    case 'line':
      return {
        type: 'line',
        ...base,
        series: plain.map((line) => ({
          ...line,
          markers: categories.length <= mostMarkers ? ({ shape: 'circle', size: 5 } as const) : false,
          line: { color: line.color, width: 2 },
          // Of many points, the highest is the one a reader asks for.
          pointLabels: line.values.map((value) =>
            value !== null && (room <= mostLabels.line || (plain.length === 1 && value === highestOf([line])))
              ? ({ ...labels, position: 'above' } as const)
              : (false as const),
          ),
        })),
        categoryAxis,
        valueAxis,
      }
    case 'bar':
      return {
        type: 'bar',
        ...base,
        series:
          plot.kind === 'attainment' ? series : series.map((bars) => ({ ...bars, dataLabels: barLabels() })),
        gapWidth: 60,
        ...(plot.kind === 'attainment' ? { overlap: 100 } : {}),
        // The first category stands at the top, as it is read.
        categoryAxis: { ...categoryAxis, reverseOrder: true },
        valueAxis: {
          ...valueAxis,
          crossesAt: 'maximum',
          ...(plot.kind === 'attainment' ? attainmentAxis(highestOf(series), lowestOf(series)) : {}),
        },
      }
    case 'column':
      return {
        type: 'column',
        ...base,
        series: series.map((bars) => ({ ...bars, dataLabels: barLabels() })),
        gapWidth: 80,
        overlap: -10,
        categoryAxis,
        valueAxis,
      }
  }

  function barLabels() {
    return room <= mostLabels.bars ? ({ ...labels, position: 'outsideEnd' } as const) : (false as const)
  }
}

/** Attainment is read along bars; a pie needs parts that are not negative and not all nothing. */
function drawnAs(plot: Plot): 'column' | 'bar' | 'line' | 'pie' {
  if (plot.kind === 'attainment') return 'bar'
  if (plot.kind !== 'pie') return plot.kind
  const values = plot.series[0]?.points.map((point) => point.value ?? 0) ?? []
  return values.every((value) => value >= 0) && values.some((value) => value > 0) ? 'pie' : 'column'
}

const scaled = ({ axis }: Plot, value: number | null): number | null =>
  value === null || !Number.isFinite(value) ? null : tidy(axis.kind === 'rate' ? value : value / axis.scale)

/** An Excel number format: 0.0% for ratios, #,##0.0 for the rest, #,##0 where all numbers are whole. */
function formatOf({ axis }: Plot, series: readonly { values: Values }[]): string {
  const decimals = axis.decimals > 0 ? `.${'0'.repeat(axis.decimals)}` : ''
  if (axis.kind === 'rate') return `0${decimals}%`
  const whole = series.every(({ values }) => values.every((value) => Number.isInteger(value ?? 0)))
  return whole ? '#,##0' : `#,##0${decimals}`
}

/** Along the axis numbers are round: decimals only where all of it lies below ten. */
function axisFormatOf({ axis }: Plot, series: readonly { values: Values }[]): string {
  const highest = Math.max(highestOf(series), -lowestOf(series))
  if (axis.kind === 'rate') return highest < 0.1 ? '0.0%' : '0%'
  return highest < 10 && axis.decimals > 0 ? '0.0' : '#,##0'
}

const highestOf = (series: readonly { values: Values }[]): number =>
  Math.max(...series.flatMap(({ values }) => values.map((value) => value ?? -Infinity)))
const lowestOf = (series: readonly { values: Values }[]): number =>
  Math.min(...series.flatMap(({ values }) => values.map((value) => value ?? Infinity)))

const colour = (colours: readonly string[], index: number): string => colours[index % colours.length] ?? ink

const cut = (text: string): string => oneLine(oneLine(text).slice(0, longestName))

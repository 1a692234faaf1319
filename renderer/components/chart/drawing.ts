// The only place that knows ECharts: draws plots on a canvas, with no more of the library than they need.
// A canvas, since the page's security policy forbids the style attributes that an SVG would be full of.

import { BarChart, LineChart, PieChart } from 'echarts/charts'
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components'
import { init, use as register } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { CanvasRenderer } from 'echarts/renderers'
import { type ChartLook, chartOption } from '../../../shared/charts/index.ts'
import type { Plot } from '../../../shared/model/chart.ts'
import { token, useTheme } from '../../theme.ts'

register([
  BarChart,
  LineChart,
  PieChart,
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  LabelLayout,
  CanvasRenderer,
])

export interface Drawing {
  /** At the element's size now; `zoom` magnifies the type. */
  draw(plot: Plot, zoom: number): void
  stop(): void
}

const seriesTokens = [
  '--series-1',
  '--series-2',
  '--series-3',
  '--series-4',
  '--series-5',
  '--series-6',
  '--series-7',
] as const
const calm = window.matchMedia('(prefers-reduced-motion: reduce)')

/** `onPoint` hears which point was pressed, counted as in the plot. */
export function startDrawing(
  element: HTMLElement,
  onPoint: (series: number, point: number) => void,
): Drawing {
  // ECharts empties its element by innerHTML, which the page's policy refuses. Emptying is all it may do there.
  Object.defineProperty(element, 'innerHTML', {
    configurable: true,
    set() {
      element.replaceChildren()
    },
  })
  const chart = init(element)
  let drawn: Plot | undefined
  chart.on('click', ({ seriesIndex, dataIndex }) => {
    // Of a pie only the points with a value are drawn.
    const points = drawn?.series[seriesIndex ?? 0]?.points.map((point, index) => ({ point, index })) ?? []
    const shown = drawn?.kind === 'pie' ? points.filter(({ point }) => point.value !== null) : points
    const index = shown[dataIndex]?.index
    if (index !== undefined) onPoint(seriesIndex ?? 0, index)
  })
  let magnified = 1
  function draw(plot: Plot, zoom: number): void {
    chart.resize()
    // Only a chart that is there already moves, and only to where the new numbers are.
    const animation = drawn !== undefined && drawn !== plot && !calm.matches
    drawn = plot
    magnified = zoom
    chart.setOption(
      { ...chartOption(plot, { ...lookNow(), fontSize: 12 * zoom, animation }) },
      { notMerge: true },
    )
  }
  const stopTheme = useTheme.subscribe(() => {
    if (drawn) draw(drawn, magnified)
  })
  return {
    draw,
    stop() {
      stopTheme()
      chart.dispose()
    },
  }
}

const lookNow = (): Omit<ChartLook, 'fontSize' | 'animation'> => ({
  text: token('--ink'),
  muted: token('--ink-faint'),
  rule: token('--line'),
  surface: token('--paper'),
  good: token('--good'),
  bad: token('--bad'),
  series: seriesTokens.map((name) => token(name)),
  font: token('--face'),
})

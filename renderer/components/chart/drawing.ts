// The only place that knows ECharts: draws plots on a canvas, with no more of the library than they need.
// A canvas, since the page's security policy forbids the style attributes that an SVG would be full of.

import { BarChart, LineChart, PieChart } from 'echarts/charts'
import {
  AriaComponent,
  GraphicComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
} from 'echarts/components'
import { init, use as register } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { CanvasRenderer } from 'echarts/renderers'
import { type ChartLook, chartOption, pointOf } from '../../../shared/charts/index.ts'
import type { Plot } from '../../../shared/model/chart.ts'
import { token, useTheme } from '../../theme.ts'

register([
  BarChart,
  LineChart,
  PieChart,
  AriaComponent,
  GraphicComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
  LabelLayout,
  CanvasRenderer,
])

export interface Drawing {
  /** At the element's size now; `zoom` magnifies the type. */
  draw(plot: Plot, zoom: number): void
  stop(): void
}

const calm = window.matchMedia('(prefers-reduced-motion: reduce)')
/** Of the type in a chart, in CSS pixels. */
const fontSize = 12

/** `onPoint` hears which point was pressed, counted as in the plot. */
export function startDrawing(
  element: HTMLElement,
  onPoint: (series: number, point: number) => void,
): Drawing {
  emptyWithoutHtml(element)
  const chart = init(element)
  let drawn: Plot | undefined
  chart.on('click', ({ seriesId, dataIndex, name }) => {
    const found = drawn && pointOf(drawn, { seriesId, dataIndex, name })
    if (found) onPoint(found.series, found.point)
  })
  let magnified = 1
  function draw(plot: Plot, zoom: number): void {
    chart.resize()
    // Only a chart that is there already moves, and only to where the new numbers are.
    const animation = drawn !== undefined && drawn !== plot && !calm.matches
    drawn = plot
    magnified = zoom
    const size = { width: chart.getWidth(), height: chart.getHeight() }
    chart.setOption(
      { ...chartOption(plot, { ...lookNow(), ...size, fontSize: fontSize * zoom, animation }) },
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

/** ECharts empties its element by innerHTML, which the page's policy refuses. Emptying is all it may do there. */
function emptyWithoutHtml(element: HTMLElement): void {
  Object.defineProperty(element, 'innerHTML', {
    configurable: true,
    set() {
      element.replaceChildren()
    },
  })
}

const lookNow = (): Omit<ChartLook, 'fontSize' | 'animation' | 'width' | 'height'> => ({
  theme: useTheme.getState(),
  text: token('--ink'),
  muted: token('--ink-faint'),
  rule: token('--line'),
  surface: token('--paper'),
  font: token('--face'),
})

/** As on paper, whatever the screen's theme: a picture is pasted into documents. */
const paperLook = (): Omit<ChartLook, 'width' | 'height'> => ({
  theme: 'light',
  text: '#1a222d',
  muted: '#5e6977',
  rule: '#dce1e7',
  surface: '#ffffff',
  font: token('--face'),
  fontSize,
  animation: false,
})

/** A picture as a PNG in a data URL, on white, with twice as many pixels as the size in CSS pixels says. */
export function pictureUrl(plot: Plot, size: { width: number; height: number }): string {
  const element = document.createElement('div')
  emptyWithoutHtml(element)
  const chart = init(element, null, { ...size, devicePixelRatio: picturePixels })
  try {
    chart.setOption({ ...chartOption(plot, { ...paperLook(), ...size }) })
    return chart.getDataURL({ type: 'png', pixelRatio: picturePixels, backgroundColor: '#ffffff' })
  } finally {
    chart.dispose()
  }
}

const picturePixels = 2

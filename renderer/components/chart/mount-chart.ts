// Keeps a chart drawn in an element, at its size, with its numbers told to those who cannot see it. ECharts and all that
// needs a page are loaded with the first chart.

import type { Plot } from '../../../shared/model/chart.ts'
import type { FigureId } from '../../../shared/model/ids.ts'
import type { Drawing } from './drawing.ts'

export interface MountOptions {
  /** Somebody pressed a point of that figure. */
  onFigure?: (figure: FigureId) => void
  /** Somebody pressed a point, counted as in the plot. */
  onPoint?: (series: number, index: number) => void
  /** How much larger than on the screen type is, as on a magnified sheet of paper. */
  zoom?: () => number
}

export interface MountedChart {
  show(plot: Plot): void
  /** Frees what the chart holds. The element can be thrown away. */
  stop(): void
}

export function mountChart(element: HTMLElement, options: MountOptions = {}): MountedChart {
  let plot: Plot | undefined
  let drawing: Drawing | undefined
  let stopped = false
  element.setAttribute('role', 'img')

  const draw = (): void => {
    if (!plot || stopped || element.clientWidth === 0) return
    drawing?.draw(plot, options.zoom?.() ?? 1)
  }
  void import('./drawing.ts').then(({ startDrawing }) => {
    if (stopped) return
    drawing = startDrawing(element, (series, index) => {
      const figure = plot?.series[series]?.points[index]?.figure
      if (figure) options.onFigure?.(figure)
      options.onPoint?.(series, index)
    })
    draw()
  })
  const size = new ResizeObserver(draw)
  size.observe(element)

  return {
    show(next) {
      plot = next
      element.setAttribute('aria-label', next.alt || next.name)
      draw()
    },
    stop() {
      stopped = true
      size.disconnect()
      drawing?.stop()
    },
  }
}

// A chart in a page of React.

import { type ReactElement, useEffect, useEffectEvent, useRef } from 'react'
import type { Plot } from '../../../shared/model/chart.ts'
import type { FigureId } from '../../../shared/model/ids.ts'
import './chart.css'
import { type MountedChart, mountChart } from './mount-chart.ts'

export interface ChartProps {
  plot: Plot
  /** In CSS pixels; the width is that of the place. */
  height: number
  onFigure?: (figure: FigureId) => void
  /** Which point was pressed, counted as in the plot. */
  onPoint?: (series: number, index: number) => void
}

export function Chart({ plot, height, onFigure, onPoint }: ChartProps): ReactElement {
  const place = useRef<HTMLDivElement>(null)
  const mounted = useRef<MountedChart>(null)
  const onPressed = useEffectEvent((figure: FigureId) => onFigure?.(figure))
  const onPressedPoint = useEffectEvent((series: number, index: number) => onPoint?.(series, index))
  useEffect(() => {
    if (!place.current) return
    const chart = mountChart(place.current, {
      onFigure: (figure) => onPressed(figure),
      onPoint: (series, index) => onPressedPoint(series, index),
    })
    mounted.current = chart
    return () => chart.stop()
  }, [])
  useEffect(() => mounted.current?.show(plot), [plot])
  return <div ref={place} className="chart" style={{ height }} />
}

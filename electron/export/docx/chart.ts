// A plot in Word: a native chart where Office has one, else a table. The docx package makes the place for a chart (frame,
// relations, alternative text); what is drawn in it is our own part, which takes the place of the package's at the end.

import { ChartRun } from 'docx/charts'
import { type ChartPlot, chartPart } from '../chart/chart-part.ts'
import { chartSetting } from '../chart/chart-size.ts'
import { oneLine } from '../clean-text.ts'
import { pixelsPerPoint } from '../measures.ts'
import type { Press } from './press.ts'

/**
 * The run that holds a chart. Its part is noted in the press, in the order of the document, for `settle`.
 * @param name shown in Word's selection pane: 图1
 */
export function chartOf(plot: ChartPlot, name: string, press: Press): ChartRun {
  const { style, language } = press.manuscript
  const setting = chartSetting(plot, style, language)
  press.charts.push(chartPart(plot, setting))
  return new ChartRun({
    type: 'column',
    categories: ['—'],
    series: [{ name: '—', values: [0] }],
    transformation: {
      width: Math.round(setting.width * pixelsPerPoint),
      height: Math.round(setting.height * pixelsPerPoint),
    },
    altText: { id: String(press.nextId()), name: oneLine(name), description: oneLine(plot.alt) },
  })
}

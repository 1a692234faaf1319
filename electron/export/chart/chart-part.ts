// A plot as the parts of an Office chart, native and editable in Word and PowerPoint alike: the drawing with its numbers,
// and the sheet behind it. Tables of numbers (heat, cards) are no charts in Office: whoever prints them sets a table.

import type { Plot } from '../../../shared/model/chart.ts'
import { bulletSketch, clusteredSketch, stackedSketch } from './bars.ts'
import { drawChart, workbookRelation } from './draw-chart.ts'
import { funnelSketch } from './funnel.ts'
import { comboSketch, lineSketch, slopeSketch } from './lines.ts'
import { ringSketch } from './ring.ts'
import type { Setting } from './setting.ts'
import type { Sketch } from './sketch.ts'
import { ganttSketch } from './spans.ts'
import { waterfallSketch } from './waterfall.ts'
import { sheetBehind } from './workbook.ts'
import { part, xml } from './xml.ts'

export interface ChartPart {
  /** XML of the part. */
  chart: string
  /** Bytes of the embedded xlsx, which the part names by the relation `workbookRelation`. */
  workbook: Uint8Array<ArrayBuffer>
}

/** Plots that Office draws as a chart; the others are tables. */
export type ChartPlot = Plot & { kind: Exclude<Plot['kind'], 'heat' | 'cards'> }
export const isChart = (plot: Plot): plot is ChartPlot => plot.kind !== 'heat' && plot.kind !== 'cards'

export function chartPart(plot: ChartPlot, setting: Setting): ChartPart {
  const sketch = sketchOf(withSomething(plot), setting)
  return { chart: drawChart(sketch, setting), workbook: sheetBehind(sketch) }
}

/** The relations of the part: to its workbook, beside it in `embeddings`. */
export const chartRelations = (workbookName: string): string =>
  part(
    xml(
      'Relationships',
      { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' },
      xml('Relationship', {
        Id: workbookRelation,
        Type: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/package',
        Target: `../embeddings/${workbookName}`,
      }),
    ),
  )

/** A reference to no cells is none: a chart without categories or series has an empty one. */
function withSomething(plot: ChartPlot): ChartPlot {
  const categories = plot.categories.length > 0 ? plot.categories : ['']
  const series = plot.series.length > 0 ? plot.series : [{ name: plot.name, points: [] }]
  return { ...plot, categories, series }
}

function sketchOf(plot: ChartPlot, setting: Setting): Sketch {
  switch (plot.kind) {
    case 'column':
    case 'bar':
    case 'target':
    case 'attainment':
    case 'pairs':
    case 'index':
    case 'survey':
      return clusteredSketch(plot, setting)
    case 'stacked':
    case 'stacked-full':
      return stackedSketch(plot, setting)
    case 'bullet':
      return bulletSketch(plot, setting)
    case 'line':
      return lineSketch(plot, setting)
    case 'slope':
      return slopeSketch(plot, setting)
    case 'combo':
      return comboSketch(plot, setting)
    case 'pie':
      return ringSketch(plot, setting)
    case 'funnel':
      return funnelSketch(plot, setting)
    case 'waterfall':
      return waterfallSketch(plot, setting)
    case 'gantt':
      return ganttSketch(plot, setting)
  }
}

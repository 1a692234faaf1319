// Turns a plot into an ECharts option: plain JSON without functions, so that it can cross any boundary and be tested.
// Every text in it is shown as it is, never as a template and never as HTML.
// Needs of ECharts: bar, line and pie charts; grid, tooltip, legend, title, graphic, aria and mark-line components.

import type { Plot } from '../model/chart.ts'
import { axesOption, bulletOption, stackedOption } from './option-bars.ts'
import { cardsOption, heatOption, isRing, ringOption } from './option-faces.ts'
import { type ChartLook, type Draft, draftOf, textStyle } from './option-parts.ts'
import { funnelOption, ganttOption, waterfallOption } from './option-steps.ts'
import { titleLineHeight, titleLines, titleSize } from './texts.ts'

/** The option for a drawing of the look's size; a chart without numbers is its title and nothing else. */
export function chartOption(plot: Plot, look: ChartLook): object {
  const draft = draftOf(plot, look)
  return {
    animation: look.animation,
    color: [...draft.colours],
    textStyle: { fontFamily: look.font, fontSize: look.fontSize, color: look.text },
    aria: { enabled: true, label: { description: plot.alt } },
    ...(plot.title !== '' && {
      title: {
        text: titleLines(plot.title, look.width, look.fontSize).join('\n'),
        left: 'center',
        top: 2,
        textStyle: {
          color: look.text,
          fontFamily: look.font,
          fontSize: look.fontSize * titleSize,
          lineHeight: titleLineHeight(look.fontSize),
          fontWeight: 600,
        },
      },
    }),
    // Drawn on the canvas: a name from a spreadsheet never becomes HTML.
    tooltip: {
      trigger: 'item',
      renderMode: 'richText',
      confine: true,
      backgroundColor: look.surface,
      borderColor: look.rule,
      textStyle: textStyle(draft),
    },
    ...drawn(draft),
  }
}

function drawn(draft: Draft): object {
  const { plot } = draft
  if (plot.series.every(({ points }) => points.every(({ value }) => value === null))) return { series: [] }
  switch (plot.kind) {
    case 'pie':
      return isRing(plot) ? ringOption(draft) : axesOption(asColumns(draft))
    case 'stacked':
    case 'stacked-full':
      return stackedOption(draft)
    case 'bullet':
      return bulletOption(draft)
    case 'funnel':
      return funnelOption(draft)
    case 'waterfall':
      return waterfallOption(draft)
    case 'gantt':
      return ganttOption(draft)
    case 'heat':
      return heatOption(draft)
    case 'cards':
      return cardsOption(draft)
    case 'column':
    case 'bar':
    case 'target':
    case 'attainment':
    case 'line':
    case 'combo':
    case 'pairs':
    case 'slope':
    case 'index':
    case 'survey':
      return axesOption(draft)
  }
}

/** What no slice can show is shown by columns. */
const asColumns = (draft: Draft): Draft => draftOf({ ...draft.plot, kind: 'column' }, draft.look)

export type { ChartLook } from './option-parts.ts'

// How large a chart is on a page, and what it is set in there: the same for the printed file and for the estimate of its
// pages.

import { chartHeight } from '../../../shared/charts/index.ts'
import type { Plot } from '../../../shared/model/chart.ts'
import type { HouseStyle } from '../../../shared/model/house-style.ts'
import type { Language } from '../../../shared/model/language.ts'
import { pixelsPerPoint, points, textWidth } from '../measures.ts'
import type { Setting } from './setting.ts'

const tallest = points(170)
/** Of charts on a page, in points. */
export const chartFontSize = 9

/** A chart fills the text's width and is as high as on the screen. Whole pixels, as programs take them. */
export function chartSize(plot: Plot, style: HouseStyle): { width: number; height: number } {
  const width = wholePixels(textWidth(style))
  return { width, height: wholePixels(Math.min(tallest, chartHeight(plot, width, chartFontSize))) }
}

export const chartSetting = (plot: Plot, style: HouseStyle, language: Language): Setting => ({
  language,
  ...chartSize(plot, style),
  fontSize: chartFontSize,
  face: style.table.face,
})

const wholePixels = (length: number): number => Math.round(length * pixelsPerPoint) / pixelsPerPoint

// A plot as a picture, for places that hold no native chart: drawn by ECharts as on the screen, in the light colours on
// white, with fonts that come with the program, so that it is the same picture on every machine.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
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
import { SVGRenderer } from 'echarts/renderers'
import { chartHeight, chartOption } from '../../../shared/charts/index.ts'
import type { Plot } from '../../../shared/model/chart.ts'
import { cleanText } from '../clean-text.ts'
import { inks } from '../chart/setting.ts'

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
  SVGRenderer,
])

const family = 'Noto Sans SC'
const defaultWidth = 640
const fontSize = 12
/** Pixels of the picture for each of the drawing, so that it is sharp in print. */
const density = 2

export interface PictureOptions {
  /** Where the fonts are: what `scripts/fonts.ts` made. */
  fonts: string
  /** Pixels, before they are doubled. The height is the chart's own. */
  width?: number
}

/** `font: 600 22px Noto Sans SC`, which what draws the picture does not read. */
const shorthand = /style="font: (\d+ )?([\d.]+px) ([^;"]+)/g

/** An SVG whose texts name a font and hold none. */
export function drawSvg(plot: Plot, width = defaultWidth): string {
  // No cards at all are no height at all.
  const height = Math.max(2 * fontSize, Math.ceil(chartHeight(plot, width, fontSize)))
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption({
      ...chartOption(plot, {
        theme: 'light',
        text: `#${inks.text}`,
        muted: `#${inks.muted}`,
        rule: `#${inks.rule}`,
        surface: `#${inks.ground}`,
        font: family,
        fontSize,
        width,
        height,
        animation: false,
      }),
    })
    // The typeface has no ✗.
    return cleanText(chart.renderToSVGString())
      .replaceAll('✗', '×')
      .replace(
        shorthand,
        (_, weight: string | undefined, size: string, face: string) =>
          `style="font-weight:${weight?.trim() ?? '400'};font-size:${size};font-family:${face}`,
      )
  } finally {
    // A chart that is not disposed of keeps the process alive.
    chart.dispose()
  }
}

/** A PNG on white, twice as many pixels as `width` says. */
export function drawPicture(plot: Plot, { fonts, width }: PictureOptions): Uint8Array {
  const svg = drawSvg(plot, width)
  const drawing = new Resvg(svg, {
    background: `#${inks.ground}`,
    fitTo: { mode: 'zoom', value: density },
    font: { fontFiles: fontFiles(fonts, svg), loadSystemFonts: false, defaultFontFamily: family },
  })
  return drawing.render().asPng()
}

/**
 * Two weights, bold where something is bold, and what may lack in them. The order matters: a text with a character that its
 * own font lacks is set as a whole in the first one that has it.
 */
function fontFiles(folder: string, svg: string): string[] {
  const bold = /font-weight:(?:600|700|bold)/.test(svg)
  const rare = raresIn(folder)
  const slices = new Set([...svg].flatMap((character) => rare.get(character.codePointAt(0) ?? 0) ?? []))
  const names = [
    'chinese-simplified-400.ttf',
    ...(bold ? ['chinese-simplified-700.ttf'] : []),
    ...slices,
    'latin-400.ttf',
  ]
  return names.map((name) => join(folder, name))
}

const rares = new Map<string, ReadonlyMap<number, string>>()

/** Which file has a character that the main fonts lack. */
function raresIn(folder: string): ReadonlyMap<number, string> {
  let known = rares.get(folder)
  if (!known) {
    const slices = JSON.parse(readFileSync(join(folder, 'slices.json'), 'utf8')) as Record<string, number[]>
    known = new Map(
      Object.entries(slices).flatMap(([file, codes]) => codes.map((code) => [code, file] as const)),
    )
    rares.set(folder, known)
  }
  return known
}

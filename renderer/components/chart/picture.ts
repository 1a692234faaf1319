// A chart as a picture to be pasted elsewhere: a PNG on white with twice as many pixels as its size says, in the light
// colours whatever the theme. ECharts is loaded with the first one.

import { chartHeight } from '../../../shared/charts/index.ts'
import type { Plot } from '../../../shared/model/chart.ts'

/** As wide as the text of a page, in CSS pixels. */
const pictureWidth = 640
const fontSize = 12

/** A PNG in a data URL. */
export async function chartPicture(plot: Plot): Promise<string> {
  const { pictureUrl } = await import('./drawing.ts')
  const height = Math.ceil(chartHeight(plot, pictureWidth, fontSize))
  return pictureUrl(plot, { width: pictureWidth, height })
}

/** Puts the picture on the clipboard. Rejects where the browser does not let the page do so. */
export async function copyChartPicture(plot: Plot): Promise<void> {
  const picture = chartPicture(plot).then(pngOf)
  // The clipboard is asked at once, while the press that wants it still counts.
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })])
}

/** The bytes of a data URL; the page's policy lets nothing be fetched, not even these. */
function pngOf(url: string): Blob {
  const letters = atob(url.slice(url.indexOf(',') + 1))
  return new Blob([Uint8Array.from(letters, (letter) => letter.charCodeAt(0))], { type: 'image/png' })
}

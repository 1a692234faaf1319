// Charts as pictures: of the right size, on white, with every character in the fonts that come with the program.

import { execFileSync } from 'node:child_process'
import { beforeAll, describe, expect, test } from 'vitest'
import { drawPicture, drawSvg } from '../../../../../electron/export/picture/draw-picture.ts'
import { ensureFonts } from '../../../../../scripts/fonts.ts'
import { root } from '../../../../../scripts/tools.ts'
import { chartHeight } from '../../../../../shared/charts/index.ts'
import type { Plot } from '../../../../../shared/model/chart.ts'
import { unescapeXml } from '../../../../support/docx.ts'
import { extremePlots, extremes } from '../../../../support/extreme-plots.ts'
import { samplePlot, samplePlots } from '../../../../support/sample-charts.ts'

let fonts = ''
beforeAll(async () => {
  fonts = await ensureFonts()
})

const sizeOf = (png: Uint8Array): [number, number] => {
  const view = new DataView(png.buffer, png.byteOffset)
  return [view.getUint32(16), view.getUint32(20)]
}

const wordsIn = (svg: string): string =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => unescapeXml(match[1] ?? '')).join('|')

describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
  test('every kind is a PNG of twice the size', () => {
    for (const plot of samplePlots(language)) {
      const png = drawPicture(plot, { fonts, width: 500 })
      expect([...png.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join('')).toBe('PNG')
      expect(sizeOf(png)).toEqual([1000, 2 * Math.ceil(chartHeight(plot, 500, 12))])
    }
  })

  test('every kind says its title and the names of what it shows', () => {
    for (const plot of samplePlots(language)) {
      const words = wordsIn(drawSvg(plot))
      if (plot.title !== '') expect(words).toContain([...plot.title].slice(0, 6).join(''))
      expect(words).toContain((plot.categories[0] ?? '').split(' ')[0])
    }
  })
})

const column = (name: string, title: string): Plot => ({
  kind: 'column',
  name: '',
  title,
  categories: [name],
  series: [{ name: '', points: [{ value: 1, label: '1', figure: null }] }],
  axis: { kind: 'count', unit: '', scale: 1, decimals: 0 },
  palette: 'house',
  warnings: [],
  alt: '',
})

test('rare characters are drawn: each picture is another', () => {
  const pictures = ['≤', '①', '℃', '镕', '喆', 'é', '中'].map((name) =>
    Buffer.from(drawPicture(column(name, ''), { fonts })).toString('base64'),
  )
  expect(new Set(pictures).size).toBe(pictures.length)
  const blank = Buffer.from(drawPicture(column(' ', ''), { fonts })).toString('base64')
  expect(pictures).not.toContain(blank)
})

test('a title is bold', () => {
  const plain = drawSvg(column('中', '标题'))
  expect(plain).toMatch(/font-weight:600/)
})

test('the same plot gives the same bytes', () => {
  const [one, other] = [1, 2].map(() => Buffer.from(drawPicture(samplePlot('line'), { fonts })))
  expect(one?.equals(other ?? Buffer.alloc(0))).toBe(true)
})

test('what no chart is meant for is a drawing all the same', { timeout: 60_000 }, () => {
  for (const [name, change] of Object.entries(extremes)) {
    // A plot has none; Office's charts are held against it as well, since files outlive programs.
    if (name === 'no number at all') continue
    for (const plot of extremePlots('zh-CN', change))
      expect(drawSvg(plot)).not.toMatch(/NaN|Infinity|undefined/)
  }
})

test('cards without a card are a picture all the same', () => {
  const cards = { ...samplePlot('cards'), categories: [], series: [] }
  expect(sizeOf(drawPicture(cards, { fonts, width: 240 }))).toEqual([480, 48])
})

test('drawing does not keep the process alive', () => {
  const script = `
    import { drawSvg } from './electron/export/picture/draw-picture.ts'
    import { samplePlot, samplePlots } from './tests/support/sample-charts.ts'
    drawSvg(samplePlots('en')[0])`
  execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: root, timeout: 20_000 })
})

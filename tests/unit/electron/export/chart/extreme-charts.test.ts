// Charts of every kind with data that no chart is meant for: what comes out is still a valid file that opens.

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { chartPart, isChart } from '../../../../../electron/export/chart/chart-part.ts'
import { printSlides } from '../../../../../electron/export/pptx/print-slides.ts'
import { readSeries } from '../../../../support/chart-parts.ts'
import { extremePlots, extremes } from '../../../../support/extreme-plots.ts'
import { convertFiles, hasOffice } from '../../../../support/office.ts'
import { samplePlots } from '../../../../support/sample-charts.ts'
import { findSchemaErrors, hasSchemas } from '../../../../support/schema.ts'

const languages = ['zh-CN', 'en'] as const
const setting = {
  width: 415,
  height: 210,
  fontSize: 9,
  face: { eastAsia: '宋体', latin: 'Times New Roman' },
} as const

describe.each(Object.entries(extremes))('%s', (_, change) => {
  test('leaves only finite numbers in a chart, and every point in its place', () => {
    for (const language of languages)
      for (const plot of extremePlots(language, change)) {
        if (!isChart(plot)) continue
        const { chart } = chartPart(plot, { ...setting, language })
        expect(chart).not.toMatch(/NaN|Infinity|undefined/)
        for (const { values, categories } of readSeries(chart)) {
          expect(values.length).toBe(categories.length)
          for (const value of values) if (value !== null) expect(Number.isFinite(value)).toBe(true)
        }
        for (const [, part] of chart.matchAll(/<c:[xywh] val="([^"]*)"/g))
          expect(Math.abs(Number(part))).toBeLessThanOrEqual(2)
      }
  })
})

test.runIf(hasSchemas)(
  'slides of all of it are valid by the published schemas',
  { timeout: 120_000 },
  async () => {
    const files: Record<string, Uint8Array> = {}
    let count = 0
    for (const language of languages)
      for (const [name, change] of Object.entries(extremes)) {
        const slides = extremePlots(language, change).map((plot) => ({ title: name, plot, language }))
        files[`${++count}.pptx`] = await printSlides(slides)
      }
    expect(findSchemaErrors(files)).toEqual([])
  },
)

if (!hasOffice)
  process.stdout.write('  charts are not opened in LibreOffice: soffice or pdftotext is missing\n')

test.runIf(hasOffice)(
  'LibreOffice opens slides of all kinds, ordinary and not',
  { timeout: 300_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'recap-slides-'))
    try {
      const decks = [
        ...languages.map((language) =>
          samplePlots(language).map((plot) => ({ title: plot.name, plot, language })),
        ),
        ...Object.entries(extremes).map(([title, change]) =>
          extremePlots('zh-CN', change).map((plot) => ({ title, plot, language: 'zh-CN' as const })),
        ),
      ]
      const paths: string[] = []
      for (const [index, slides] of decks.entries()) {
        const path = join(folder, `${index}.pptx`)
        writeFileSync(path, await printSlides(slides))
        paths.push(path)
      }
      convertFiles(paths, 'pdf', folder)
      expect(readdirSync(folder).filter((name) => name.endsWith('.pdf'))).toHaveLength(paths.length)
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
)

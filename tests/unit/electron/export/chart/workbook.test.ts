// The sheet behind a chart, opened and computed by another program.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { chartPart, isChart } from '../../../../../electron/export/chart/chart-part.ts'
import { columnLetters } from '../../../../../electron/export/chart/workbook.ts'
import type { Plot } from '../../../../../shared/model/chart.ts'
import { readSheet } from '../../../../support/chart-parts.ts'
import { extremePlots, extremes } from '../../../../support/extreme-plots.ts'
import { convertFiles, hasSheetOffice } from '../../../../support/office.ts'
import { samplePlots } from '../../../../support/sample-charts.ts'

const setting = {
  language: 'zh-CN',
  width: 415,
  height: 210,
  fontSize: 9,
  face: { eastAsia: '宋体', latin: 'Times New Roman' },
} as const

test('columns go on after Z', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
})

/** The workbook without the results of its formulas: whoever opens it has to compute them. */
function withoutResults(workbook: Uint8Array): Uint8Array {
  const parts = unzipSync(workbook)
  const path = 'xl/worksheets/sheet1.xml'
  const sheet = strFromU8(parts[path] ?? new Uint8Array()).replaceAll(/(<\/f>)<v>[^<]*<\/v>/g, '$1')
  return zipSync({ ...parts, [path]: strToU8(sheet) })
}

/** Levels that follow one another, over zero and below it. */
function acrossZero(plot: Plot): Plot {
  const levels = [40_000, -15_000, -30_000, 20_000, 20_000, -5_000, -5_000]
  const points = levels.map((value, index) => ({
    value,
    from: index === 0 || index === levels.length - 1 ? 0 : (levels[index - 1] ?? 0),
    label: String(value),
    figure: null,
  }))
  return { ...plot, series: [{ name: plot.name, points }] }
}

if (!hasSheetOffice)
  process.stdout.write('  formulas of charts are not computed by LibreOffice: it has no Calc here\n')

describe.runIf(hasSheetOffice)('formulas', () => {
  test('give what the chart draws, as LibreOffice computes them', { timeout: 120_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'recap-formulas-'))
    try {
      const mixed = extremes['now above, now below zero']
      const plots = [...samplePlots('zh-CN'), ...(mixed ? extremePlots('zh-CN', mixed) : [])]
        .map((plot) => (plot.kind === 'waterfall' ? acrossZero(plot) : plot))
        .filter(isChart)
      const books = plots
        .map((plot) => ({ plot, workbook: chartPart(plot, setting).workbook }))
        .filter(({ workbook }) =>
          [...readSheet(workbook).values()].some(({ formula }) => formula !== undefined),
        )
      // Funnels, bullets, waterfalls and gantts, each as it is and with negative numbers.
      expect(new Set(books.map(({ plot }) => plot.kind))).toEqual(
        new Set(['funnel', 'bullet', 'waterfall', 'gantt']),
      )
      const paths = books.map(({ workbook }, index) => {
        const path = join(folder, `${index}.xlsx`)
        writeFileSync(path, withoutResults(workbook))
        return path
      })
      const computed = join(folder, 'computed')
      convertFiles(paths, 'xlsx:Calc MS Excel 2007 XML', computed)
      books.forEach(({ plot, workbook }, index) => {
        const cells = readSheet(readFileSync(join(computed, `${index}.xlsx`)))
        for (const [name, { value, formula }] of readSheet(workbook)) {
          if (formula !== undefined)
            expect(cells.get(name)?.value, `${plot.kind} ${name} ${formula}`).toBeCloseTo(
              Number(value ?? 0),
              6,
            )
        }
      })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

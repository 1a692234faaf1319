// The page numbers in the contents, held against two others who lay pages out: docx's model of Word, and LibreOffice.

import { expect, test } from 'vitest'
import { printReport } from '../../../../electron/export/index.ts'
import type { PrintableReport } from '../../../../shared/model/report.ts'
import { readContents } from '../../../support/docx.ts'
import { findTitles, hasOffice, readPages } from '../../../support/office.ts'
import { readWordPages } from '../../../support/word-pages.ts'
import { fullReport, seededReport } from './sample-report.ts'

const reports: readonly PrintableReport[] = [
  fullReport('zh-CN'),
  ...[1, 2, 3, 4].map((seed) => seededReport('zh-CN', seed, 7)),
  fullReport('en'),
  ...[1, 2, 3].map((seed) => seededReport('en', seed, 7)),
]

/** Says what was measured, and gives it. */
function shareOfEqual(
  against: string,
  ours: readonly number[],
  theirs: readonly (number | undefined)[],
): number {
  const equal = ours.filter((page, index) => page === theirs[index]).length
  const share = equal / ours.length
  process.stdout.write(
    `  page numbers: ${equal} of ${ours.length} equal to ${against} (${(share * 100).toFixed(1)} %)\n`,
  )
  return share
}

test('equal those of docx’s model of Word', { timeout: 60_000 }, async () => {
  const ours: number[] = []
  const theirs: number[] = []
  for (const report of [...reports.slice(0, 3), ...reports.slice(5, 7)]) {
    const file = await printReport(report, 'docx')
    ours.push(...readContents(file).map(({ page }) => page))
    theirs.push(...(await readWordPages(file)))
  }
  expect(shareOfEqual('the model of Word', ours, theirs)).toBeGreaterThanOrEqual(0.95)
})

if (!hasOffice)
  process.stdout.write('  page numbers are not compared with LibreOffice: soffice or pdftotext is missing\n')

test.runIf(hasOffice)('equal those of LibreOffice', { timeout: 120_000 }, async () => {
  const files = await Promise.all(reports.map((report) => printReport(report, 'docx')))
  const pages = readPages(files)
  const contents = files.map(readContents)
  const ours = contents.flatMap((entries) => entries.map(({ page }) => page))
  const theirs = contents.flatMap((entries, index) =>
    findTitles(
      pages[index] ?? [],
      entries.map(({ title }) => title),
    ),
  )
  expect(shareOfEqual('LibreOffice', ours, theirs)).toBeGreaterThanOrEqual(0.95)
})

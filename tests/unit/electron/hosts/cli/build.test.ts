// The whole way in one command: spreadsheets in, a Word file out, and every number in it accounted for.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findSchemaErrors, hasSchemas } from '../../../../support/schema.ts'
import { listParts, readContents, readParagraphs, readPart } from '../../../../support/docx.ts'
import { sampleFile } from '../../../../support/platform.ts'
import { temporaryFolder } from '../../../../support/project.ts'
import { runTerminal } from '../../../../support/run-terminal.ts'

const cases = [
  { language: 'zh-CN', data: ['渠道投放日报.xlsx', '年度目标.xlsx'] },
  { language: 'zh-CN', data: ['渠道投放日报.csv', '年度目标.xlsx'] },
  { language: 'en', data: ['Channel daily report.xlsx', 'Annual goals.xlsx'] },
] as const

/** 31,566 and 18.6, not the dot that ends a sentence. */
const numbersIn = (text: string): string[] =>
  (text.match(/\d(?:[\d,]*\d)?(?:\.\d+)?/g) ?? []).map((number) => number.replaceAll(',', ''))

/** Every number anywhere in some JSON. */
function quantitiesIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(quantitiesIn) : []
}

describe.each(cases)('build from $data', ({ language, data }) => {
  test('prints a valid report in which every number is a figure', { timeout: 60_000 }, async () => {
    const folder = temporaryFolder()
    const out = join(folder, 'report.docx')
    const project = join(folder, 'kept.recap')
    const options = { dataFolder: join(folder, 'data') }
    const built = await runTerminal(
      [
        'build',
        '--template',
        'internship',
        '--lang',
        language,
        '--data',
        ...data.map(sampleFile),
        '--to',
        out,
        '--keep',
        project,
      ],
      options,
    )
    expect(built).toMatchObject({ status: 0 })
    const listed = await runTerminal(['figures', project, '--json'], options)
    const figures: unknown = JSON.parse(listed.stdout)
    const file = new Uint8Array(readFileSync(out))
    if (hasSchemas) expect(findSchemaErrors({ 'report.docx': file })).toEqual([])

    const written = new Set(numbersIn(listed.stdout))
    const printed = readParagraphs(file).filter(
      ({ xml, style }) => !xml.includes('PAGEREF') && !/^TOC/i.test(style),
    )
    const unknown = printed.flatMap(({ words }) => numbersIn(words).filter((number) => !written.has(number)))
    expect(unknown).toEqual([])
    expect(printed.flatMap(({ words }) => numbersIn(words)).length).toBeGreaterThan(150)

    const quantities = quantitiesIn(figures)
    const drawn = listParts(file)
      .filter((path) => /^word\/charts\/chart[^/]*\.xml$/.test(path))
      .map((path) =>
        [...readPart(file, path).matchAll(/<c:numCache>.*?<\/c:numCache>/gs)].flatMap(([cache]) =>
          [...cache.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map((match) => Number(match[1])),
        ),
      )
    expect(drawn.length).toBeGreaterThanOrEqual(2)
    expect(drawn.every((points) => points.length > 0)).toBe(true)
    // A point stands at the scale of its axis: 91.41 under 万元 is 914,100.
    const isFigure = (point: number): boolean =>
      quantities.some((quantity) =>
        [1, 1e4, 1e8].some((scale) => Math.abs(point * scale - quantity) <= 1e-9 * Math.abs(quantity)),
      )
    expect(drawn.flat().filter((point) => !isFigure(point))).toEqual([])
    expect(listParts(file).filter((path) => /^word\/embeddings\/.*\.xlsx$/.test(path))).toHaveLength(
      drawn.length,
    )

    const contents = readContents(file)
    expect(contents.length).toBeGreaterThan(8)
    expect(contents.every(({ page }) => page >= 1)).toBe(true)
  })
})

// Reports that nobody writes and somebody will: what comes out is still a document.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileNameFor, printReport } from '../../../../electron/export/index.ts'
import { ChartKind } from '../../../../shared/model/chart.ts'
import { ChartId } from '../../../../shared/model/ids.ts'
import { noFacts } from '../../../../shared/model/project.ts'
import type { Block, PrintableReport } from '../../../../shared/model/report.ts'
import { readParagraphs, readPart, wordsOf } from '../../../support/docx.ts'
import { findSchemaErrors, hasSchemas } from '../../../support/schema.ts'
import {
  blockId,
  contents,
  cover,
  figure,
  figureId,
  fullReport,
  heading,
  mention,
  paragraph,
  project,
  text,
} from './sample-report.ts'

const hostile = [
  '\u0000\u0001bad\u0008',
  '\uD800lone',
  'x\uDC00',
  '\uFFFE\uFFFF.',
  '👨‍👩‍👧‍👦🇨🇳',
  'שלום עולם',
  'مرحبا بالعالم',
  '<script>alert(1)</script>',
  '{headings-0} {headings\uFFFE-0} {{x}}',
  ']]><!--',
  '&amp;&#x0;',
  '=cmd|x',
  'a\tb\nc\r\nd\u2028e',
  'e\u0301\u0302\u0303',
  '\u202Egnp.exe',
  'A'.repeat(5000),
  '中'.repeat(3000),
  ' ',
  '',
]

/** Every kind of block with each of the strings in every place that takes text. */
function hostileReport(): PrintableReport {
  const report = fullReport('zh-CN')
  const figures = new Map(report.figures)
  const kinds = ChartKind.options
  const charts = new Map(
    hostile.map((words, index) => {
      const id = ChartId.parse(`chart${index}`)
      const kind = kinds[index % kinds.length] ?? 'column'
      const point = figureId(`f${index}`)
      figures.set(
        point,
        figure(point, words.slice(0, 150), index + 1, words.slice(0, 300), { attainment: 1.1 }),
      )
      const aspect = kind === 'attainment' ? ('attainment' as const) : ('value' as const)
      const series = [{ name: words, figures: [point, null, point], aspect }]
      const spans = [{ name: words.slice(0, 200), from: '2026-03-01', to: '2026-03-09', share: 0.5 }]
      return [id, { id, kind, name: words.slice(0, 200), categories: [words, words, 'c'], series, spans }]
    }),
  )
  const blocks = hostile.flatMap((words, index): Block[] => [
    heading(`h${index}`, 1, words),
    paragraph(`p${index}`, words, mention(`f${index}`)),
    {
      id: blockId(`l${index}`),
      type: 'list',
      ordered: index % 2 === 0,
      items: [{ level: index % 4, content: [text(words)] }],
    },
    {
      id: blockId(`t${index}`),
      type: 'table',
      caption: [text(words)],
      headerRows: 1,
      columns: [
        { align: 'left', weight: 1 },
        { align: 'right', weight: 3 },
      ],
      // Too short and too long rows, too.
      rows: [[[text(words)], [text(words)]], [[text(words)]], [[], [text(words)], [text('more')]]],
    },
    {
      id: blockId(`c${index}`),
      type: 'chart',
      chart: ChartId.parse(`chart${index}`),
      caption: [text(words)],
    },
  ])
  const facts = {
    ...report.project.facts,
    title: hostile[7] ?? '',
    name: hostile[0] ?? '',
    date: hostile[14] ?? '',
  }
  return {
    ...report,
    project: { ...report.project, facts },
    figures,
    charts,
    blocks: [cover, contents, ...blocks],
  }
}

function longTable(rows: number): PrintableReport {
  const columns = Array.from({ length: 6 }, () => ({ align: 'left' as const, weight: 1 }))
  const cells = Array.from({ length: rows }, (_, row) =>
    columns.map((_column, column) => [text(`${row}行${column}列`)]),
  )
  return {
    ...fullReport('zh-CN'),
    blocks: [
      cover,
      contents,
      heading('h', 1, '长表'),
      { id: blockId('t'), type: 'table', caption: [text('长表')], headerRows: 1, columns, rows: cells },
      heading('i', 1, '后文'),
      paragraph('p', '完'),
    ],
  }
}

const nothing: PrintableReport = { ...fullReport('zh-CN'), blocks: [] }
const unfilled: PrintableReport = {
  ...fullReport('en'),
  project: { ...project('en'), facts: noFacts },
  blocks: [cover, contents],
}

test.runIf(hasSchemas)('all of them are valid by the published schemas', { timeout: 60_000 }, async () => {
  const errors = findSchemaErrors({
    'hostile.docx': await printReport(hostileReport(), 'docx'),
    'nothing.docx': await printReport(nothing, 'docx'),
    'unfilled.docx': await printReport(unfilled, 'docx'),
    'long.docx': await printReport(longTable(5001), 'docx'),
  })
  expect(errors).toEqual([])
})

test('hostile words are text', async () => {
  const file = await printReport(hostileReport(), 'docx')
  const xml = readPart(file, 'word/document.xml')
  const words = wordsOf(xml)
  expect(words).toContain('<script>alert(1)</script>')
  expect(words).toContain('{headings-0} {headings-0} {{x}}')
  expect(words).toContain('👨‍👩‍👧‍👦🇨🇳')
  expect(words).toContain('&amp;&#x0;')
  expect(xml).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/)
})

test('whatever is typed comes back without what no document may hold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (words) => {
      const file = await printReport({ ...nothing, blocks: [paragraph('p', `甲${words}乙`)] }, 'docx')
      const kept = words
        .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
        .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu, '')
        .replaceAll('\t', ' ')
        .replaceAll('\n', '')
      expect(readParagraphs(file)[0]?.words).toBe(`甲${kept}乙`)
    }),
    { numRuns: 60, seed: 7 },
  )
})

test('a table of 5,000 rows prints, with its header on every page', { timeout: 60_000 }, async () => {
  const file = await printReport(longTable(5001), 'docx')
  const xml = readPart(file, 'word/document.xml')
  expect(xml.match(/<w:tr>/g)?.length).toBeGreaterThanOrEqual(5001)
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1)
})

test('an empty report is an empty page, an unfilled cover still a cover', async () => {
  expect(readParagraphs(await printReport(nothing, 'docx')).every(({ words }) => words === '')).toBe(true)
  const words = readParagraphs(await printReport(unfilled, 'docx')).map((one) => one.words)
  expect(words).toContain('Internship report')
  expect(words).toContain('Mentor:')
  expect(words).not.toContain('Contents')
})

describe('the file’s name', () => {
  test('is organisation, name, subject and date, without what is empty', () => {
    expect(fileNameFor(project('zh-CN'), 'docx')).toBe(
      '星河教育科技有限公司_李想_用户运营实习总结_2026年8月31日.docx',
    )
    expect(fileNameFor(project('zh-CN', { organisation: '', date: ' ', title: '' }), 'docx')).toBe(
      '李想_示例项目.docx',
    )
  })

  test('holds nothing that Windows refuses', () => {
    const name = fileNameFor(
      project('zh-CN', { organisation: 'a/b\\c:d*e?f"g<h>i|j', name: '..', title: 'CON.', date: 'x\n' }),
      'docx',
    )
    expect(name).toBe('a-b-c-d-e-f-g-h-i-j_CON_x.docx')
    expect(fileNameFor(project('en', { organisation: '', name: '', title: 'nul', date: '' }), 'docx')).toBe(
      '_nul.docx',
    )
  })

  test('is never longer than a file system takes', () => {
    fc.assert(
      fc.property(
        fc.record({
          organisation: fc.string({ unit: 'grapheme', maxLength: 200 }),
          name: fc.string({ unit: 'grapheme', maxLength: 100 }),
          title: fc.string({ unit: 'grapheme', maxLength: 200 }),
          date: fc.string({ unit: 'grapheme', maxLength: 50 }),
        }),
        (facts) => {
          const name = fileNameFor(project('zh-CN', facts), 'docx')
          expect(name.length).toBeLessThanOrEqual(120)
          expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
          expect(name).toMatch(/^[^\\/:*?"<>|]+\.docx$/)
          expect(name).toBe(name.toWellFormed())
        },
      ),
      { seed: 7 },
    )
  })
})

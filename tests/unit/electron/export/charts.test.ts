// Charts in the Word file: native, with numbers that are the figures'.

import { beforeAll, describe, expect, test } from 'vitest'
import { printReport } from '../../../../electron/export/index.ts'
import { readInnerPart, readParagraphs, readPart, unescapeXml } from '../../../support/docx.ts'
import { fullReport } from './sample-report.ts'

let file: Uint8Array = new Uint8Array()
/** In the order of the report: attainment, column, pie, bar, line, long line. */
let charts: string[] = []

beforeAll(async () => {
  file = await printReport(fullReport('zh-CN'), 'docx')
  charts = [1, 2, 3, 4, 5, 6].map((number) => readPart(file, `word/charts/chart${number}.xml`))
})

interface Cache {
  name: string
  values: (number | null)[]
}

/** What a chart draws without opening its workbook. */
const cacheOf = (xml: string): Cache[] =>
  [...xml.matchAll(/<c:ser>.*?<\/c:ser>/gs)].map(([series]) => {
    const values = /<c:val>.*?<c:ptCount val="(\d+)"\/>(.*?)<\/c:val>/s.exec(series)
    const points = new Map(
      [...(values?.[2] ?? '').matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v>/g)].map((match) => [
        Number(match[1]),
        Number(match[2]),
      ]),
    )
    return {
      name: unescapeXml(/<c:tx>.*?<c:v>([^<]*)<\/c:v>/s.exec(series)?.[1] ?? ''),
      values: Array.from({ length: Number(values?.[1]) }, (_, index) => points.get(index) ?? null),
    }
  })

/** The same from the workbook: names in the first row, values below. */
function workbookOf(number: number): Cache[] {
  const path = `word/embeddings/Microsoft_Excel_Worksheet${number}.xlsx`
  const strings = [
    ...readInnerPart(file, path, 'xl/sharedStrings.xml').matchAll(/<t[^>]*>([^<]*)<\/t>/g),
  ].map((match) => unescapeXml(match[1] ?? ''))
  const cells = new Map(
    [
      ...readInnerPart(file, path, 'xl/worksheets/sheet1.xml').matchAll(
        /<c r="([A-Z]+\d+)"( t="s")?[^>]*><v>([^<]*)<\/v>/g,
      ),
    ].map((match) => [match[1] ?? '', match[2] ? (strings[Number(match[3])] ?? '') : Number(match[3])]),
  )
  const rows = Math.max(...[...cells.keys()].map((name) => Number(/\d+/.exec(name)?.[0])))
  const columns = [...'BCDE'].filter((column) => cells.has(`${column}1`))
  return columns.map((column) => ({
    name: String(cells.get(`${column}1`)),
    values: Array.from({ length: rows - 1 }, (_, index) => {
      const value = cells.get(`${column}${index + 2}`)
      return typeof value === 'number' ? value : null
    }),
  }))
}

test('cache and workbook hold the same numbers, and those are the figures’', () => {
  charts.forEach((xml, index) => expect(workbookOf(index + 1)).toEqual(cacheOf(xml)))
  const { figures } = fullReport('zh-CN')
  const [signups] = cacheOf(charts[1] ?? '')
  const values = [...figures.values()].filter(({ id }) => /^c\d$/.test(id)).map(({ value }) => value ?? 0)
  expect(signups?.values.map((value) => Math.round((value ?? 0) * scaleOf(charts[1] ?? '')))).toEqual(values)
})

/** What one step of the axis is worth, as its title says. */
const scaleOf = (xml: string): number => (/单位：万/.test(xml) ? 10_000 : 1)

describe('goals', () => {
  test('are bars coloured by verdict, with a legend that says what the colours mean', () => {
    const [good, bad, ...more] = cacheOf(charts[0] ?? '')
    expect(more).toEqual([])
    expect(good).toEqual({
      name: '达成目标',
      values: [1.24, 1.083, 1.1, null, null, 1, 1.071, null, 1.091, null],
    })
    expect(bad?.name).toBe('未达成')
    expect(charts[0]).toMatch(/达成目标.*?<a:srgbClr val="1B7F5C"\/>.*?未达成.*?<a:srgbClr val="C2410C"\/>/s)
    expect(charts[0]).toContain('<c:legendPos val="b"/>')
  })

  test('are read against a line at 100 %', () => {
    expect(charts[0]).toMatch(/<c:majorGridlines>.*?<a:prstDash val="dash"\/>.*?<c:majorUnit val="1"\/>/s)
    expect(charts[0]).toContain('<c:numFmt formatCode="0%"')
    expect(charts[1]).not.toContain('prstDash')
  })
})

test('every series has its own colour, and labels a number format', () => {
  for (const xml of charts) {
    const series = xml.match(/<c:ser>.*?<\/c:ser>/gs) ?? []
    expect(series.length).toBeGreaterThan(0)
    for (const one of series) expect(one).toMatch(/<c:spPr>.*?<a:srgbClr val="[0-9A-F]{6}"\/>/s)
  }
  expect(charts[2]).toContain('<c:numFmt formatCode="0.0%"')
  expect(charts[3]).toContain('<c:numFmt formatCode="#,##0.00"')
})

test('Chinese characters have their typeface', () => {
  for (const xml of charts) {
    expect(xml).toContain('<a:ea typeface="宋体"/>')
    expect(xml).not.toContain('+mn-ea')
  }
})

test('a legend stands below several series only, the unit at the axis', () => {
  expect(charts[1]).toContain('<c:legendPos val="b"/>')
  for (const xml of charts.slice(2)) expect(xml).not.toContain('<c:legend>')
  expect(charts[3]).toContain('单位：元/人')
})

test('a long line labels its highest point, and turns the names below', () => {
  const shown = [
    ...(charts[5] ?? '').matchAll(/<c:dLbl><c:idx val="(\d+)"\/>(?:(?!<\/c:dLbl>).)*<c:showVal val="1"\/>/gs),
  ]
  const [weeks] = cacheOf(charts[5] ?? '')
  expect(shown).toHaveLength(1)
  expect(weeks?.values[Number(shown[0]?.[1])]).toBe(
    Math.max(...(weeks?.values ?? []).map((value) => value ?? 0)),
  )
  expect(charts[5]).toContain('rot="-2700000"')
})

test('who cannot see the chart is told what it shows; it stays with its caption', () => {
  const paragraphs = readParagraphs(file)
  const at = paragraphs.findIndex(({ xml }) => xml.includes('<wp:docPr'))
  expect(paragraphs[at]?.xml).toMatch(/<wp:docPr id="\d+" name="图1" descr="[^"]*新增注册用户[^"]*"/)
  expect(paragraphs[at]).toMatchObject({ style: 'Chart' })
  expect(readPart(file, 'word/styles.xml')).toMatch(/w:styleId="Chart">.*?<w:keepNext\/>/s)
  expect(paragraphs[at + 1]).toMatchObject({ style: 'Caption', words: '图1　各项目标达成率' })
})

test('a pie that cannot be one is drawn as columns', async () => {
  const report = fullReport('zh-CN')
  const figures = new Map(
    [...report.figures].map(([id, figure]) => [id, id === 'c0' ? { ...figure, value: -5 } : figure]),
  )
  const other = await printReport({ ...report, figures }, 'docx')
  expect(readPart(other, 'word/charts/chart3.xml')).toContain('<c:barDir val="col"/>')
})

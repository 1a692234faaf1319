// Reads what an Office chart says: the numbers that its part draws, the sheet behind it, its labels as they are read.

import { strFromU8, unzipSync } from 'fflate'
import { unescapeXml } from './docx.ts'

export interface CachedSeries {
  name: string
  /** Of the column of the sheet: B. */
  column: string
  categories: string[]
  values: (number | null)[]
  /** Whether anything of its own is painted. */
  drawn: boolean
  /** What stands at each point, as a reader sees it; null for nothing. */
  labels: (string | null)[]
}

const points = (xml: string): Map<number, string> =>
  new Map(
    [...xml.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v>/g)].map((match) => [
      Number(match[1]),
      unescapeXml(match[2] ?? ''),
    ]),
  )

/** What a chart draws without opening its workbook. */
export const readSeries = (xml: string): CachedSeries[] =>
  [...xml.matchAll(/<c:ser>.*?<\/c:ser>/gs)].map(([series]) => {
    const part = (name: string): string =>
      new RegExp(`<c:${name}>.*?</c:${name}>`, 's').exec(series)?.[0] ?? ''
    const count = Number(/<c:ptCount val="(\d+)"/.exec(part('val'))?.[1])
    const [values, categories] = [points(part('val')), points(part('cat'))]
    const numbers = Array.from({ length: count }, (_, index) =>
      values.has(index) ? Number(values.get(index)) : null,
    )
    const own = series.slice(0, series.indexOf('<c:dLbls>'))
    return {
      name: points(part('tx')).get(0) ?? '',
      column: /Sheet1!\$([A-Z]+)\$1/.exec(part('tx'))?.[1] ?? '',
      categories: Array.from({ length: count }, (_, index) => categories.get(index) ?? ''),
      values: numbers,
      drawn: own.includes('<a:srgbClr'),
      labels: readLabels(part('dLbls'), numbers),
    }
  })

function readLabels(xml: string, values: readonly (number | null)[]): (string | null)[] {
  const single = new Map(
    [...xml.matchAll(/<c:dLbl>.*?<\/c:dLbl>/gs)].map(([label]) => [
      Number(/<c:idx val="(\d+)"/.exec(label)?.[1]),
      label,
    ]),
  )
  const usual = xml.replaceAll(/<c:dLbl>.*?<\/c:dLbl>/gs, '')
  return values.map((value, index) => {
    const label = single.get(index) ?? usual
    if (value === null || !label.includes('<c:showVal val="1"/>')) return null
    const text = /<c:rich>.*<\/c:rich>/s.exec(label)?.[0]
    if (text !== undefined)
      return [...text.matchAll(/<a:p>.*?<\/a:p>/gs)]
        .map(([line]) => unescapeXml(/<a:t>([^<]*)<\/a:t>/.exec(line)?.[1] ?? ''))
        .join('\n')
    return formatted(unescapeXml(/<c:numFmt formatCode="([^"]*)"/.exec(label)?.[1] ?? ''), value)
  })
}

/** As Excel writes a number by a format with quoted words around it. */
function formatted(code: string, value: number): string {
  const [, before = '', places = '', percent = '', after = ''] =
    /^(?:"([^"]*)")?#,##0(?:\.(0+))?(%?)(?:"([^"]*)")?$/.exec(code) ?? []
  const shown = new Intl.NumberFormat('en-US', {
    style: percent ? 'percent' : 'decimal',
    minimumFractionDigits: places.length,
    maximumFractionDigits: places.length,
    roundingMode: 'halfExpand',
  }).format(Number(value.toPrecision(15)))
  return `${before}${shown}${after}`
}

export interface SheetCell {
  value: number | string | null
  formula?: string
}

/** The cells of the sheet behind a chart, by name: B2. */
export function readSheet(workbook: Uint8Array): Map<string, SheetCell> {
  const xml = strFromU8(unzipSync(workbook)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  return new Map(
    [...xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*>(.*?)<\/c>/gs)].map(([, name = '', cell = '']) => {
      const formula = /<f>([^<]*)<\/f>/.exec(cell)?.[1]
      const text = /<t[^>]*>([^<]*)<\/t>/.exec(cell)?.[1]
      const number = /<v>([^<]*)<\/v>/.exec(cell)?.[1]
      const value = text === undefined ? (number === undefined ? null : Number(number)) : unescapeXml(text)
      return [name, { value, ...(formula !== undefined && { formula: unescapeXml(formula) }) }] as const
    }),
  )
}

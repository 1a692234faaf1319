import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readBook, outcomeOf } from '../../../../support/raw-book.ts'
import { type SheetSpec, scratchFolder, serial, workbook, zipOf } from '../../../../support/workbook.ts'
import { rewrite } from '../../../../support/written-sheets.ts'

const { save } = scratchFolder()

const daily: SheetSpec = {
  name: '日报',
  rows: [
    ['渠道', '日期', '点击', '完成率', '编号', '备注'],
    ...Array.from({ length: 60 }, (_, index): SheetSpec['rows'][number] => [
      `渠道${index % 7}`,
      { value: serial(2026, 3, 1) + index, format: 'yyyy-mm-dd' },
      index * 37,
      { value: index / 60, format: '0.0%' },
      `00${index}`,
      index % 4 === 0 ? '一段说明 with words' : null,
    ]),
  ],
  merges: ['A1:A2'],
}
const written = await workbook(daily, { name: 'b', rows: [['x'], [1], [true]] })
const page = `<html><head><meta charset="utf-8"></head><body><table>${daily.rows
  .map((row) => `<tr>${row.map((cell) => `<td x:num>${JSON.stringify(cell)}</td>`).join('')}</tr>`)
  .join('\n')}</table></body></html>`
const fixtures = join(import.meta.dirname, '../../../../fixtures')
const parquet = (name: string): Uint8Array =>
  gunzipSync(Buffer.from(readFileSync(join(fixtures, `${name}.parquet.txt`), 'latin1'), 'base64'))

const files: Readonly<Record<string, Uint8Array>> = {
  biff8: rewrite(written, 'biff8'),
  biff5: rewrite(written, 'biff5'),
  biff2: rewrite(written, 'biff2'),
  xlsb: rewrite(written, 'xlsb'),
  xlml: rewrite(written, 'xlml'),
  ods: rewrite(written, 'ods'),
  fods: rewrite(written, 'fods'),
  html: Buffer.from(page),
  parquet: parquet('types'),
}
const kinds = Object.keys(files)
const bytesOf = (kind: string): Uint8Array => Uint8Array.from(files[kind] ?? [])

/** Numbers from 0 to `below`, the same in every run. */
function randomOf(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const longest = async (bytes: Uint8Array): Promise<{ outcome: string; ms: number }> => {
  const start = performance.now()
  return { outcome: await outcomeOf(save('表', bytes)), ms: performance.now() - start }
}

describe.each(kinds)('whatever becomes of the bytes of a file (%s)', (kind) => {
  it('is read as it is', async () => {
    expect(await outcomeOf(save('a', bytesOf(kind)))).toBe('read')
  })

  it('cut anywhere, it is read only if nothing is lost, and mostly is named as cut', async () => {
    const whole = bytesOf(kind)
    const { sheets } = await readBook(save('表', whole))
    const step = Math.max(1, Math.min(1024, Math.floor(whole.length / 24)))
    const outcomes: string[] = []
    for (let length = step; length < whole.length - 1; length += step) {
      const { outcome } = await longest(whole.subarray(0, length))
      if (outcome === 'read')
        expect((await readBook(save('表', whole.subarray(0, length)))).sheets).toEqual(sheets)
      else outcomes.push(outcome)
    }
    const named = outcomes.filter((outcome) => outcome === 'file-truncated').length
    expect(named / outcomes.length).toBeGreaterThan(0.85)
  })

  it('with bits flipped, pieces cut out or doubled, it is read or refused, and soon', async () => {
    const random = randomOf(kind.length * 7919 + 1)
    const whole = bytesOf(kind)
    let slowest = 0
    for (let run = 0; run < 200; run += 1) {
      const at = random(whole.length)
      let bytes = Uint8Array.from(whole)
      if (run % 4 === 3) {
        const to = Math.min(whole.length, at + 1 + random(64))
        bytes = run % 8 === 3 ? bytes.filter((_, index) => index < at || index >= to) : doubled(bytes, at, to)
      } else {
        for (let flip = 0; flip <= run % 4; flip += 1) {
          const place = random(whole.length)
          bytes[place] = (bytes[place] ?? 0) ^ (1 << random(8))
        }
      }
      slowest = Math.max(slowest, (await longest(bytes)).ms)
    }
    expect(slowest).toBeLessThan(10_000)
  }, 60_000)
})

const doubled = (bytes: Uint8Array, from: number, to: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([...bytes.subarray(0, to), ...bytes.subarray(from, to), ...bytes.subarray(to)])

const ns =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
const flat = (table: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document ${ns} office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>${table}</office:spreadsheet></office:body></office:document>`
const xml2003 = (table: string): string =>
  `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table>${table}</Table></Worksheet></Workbook>`
const cell = (value: string): string =>
  `<table:table-cell office:value-type="float" office:value="${value}"/>`

describe('small files that claim to be huge', () => {
  it('repeats of 2^30 rows and columns are read as far as a sheet goes, or refused', async () => {
    const empty = flat(
      `<table:table table:name="a"><table:table-row table:number-rows-repeated="1073741824"><table:table-cell table:number-columns-repeated="1073741824"/></table:table-row></table:table>`,
    )
    expect((await readBook(save('a', empty))).sheets[0]?.rows).toEqual([])
    const behind = flat(
      `<table:table table:name="a"><table:table-row table:number-rows-repeated="1000000"><table:table-cell/></table:table-row><table:table-row>${cell('7')}</table:table-row></table:table>`,
    )
    expect((await readBook(save('a', behind))).sheets[0]?.rows.at(-1)).toEqual([7])
    const full = flat(
      `<table:table table:name="a"><table:table-row table:number-rows-repeated="1073741824"><table:table-cell table:number-columns-repeated="1073741824" office:value-type="float" office:value="1"/></table:table-row></table:table>`,
    )
    expect(await longest(Buffer.from(full))).toMatchObject({ outcome: 'file-too-large' })
    const beyond = flat(
      `<table:table table:name="a"><table:table-row table:number-rows-repeated="1073741824"/><table:table-row>${cell('1')}</table:table-row></table:table>`,
    )
    expect(await outcomeOf(save('a', beyond))).toBe('file-damaged')
  })

  it('spans of 2^30 cost nothing', async () => {
    const spans = `<table:table table:name="a"><table:table-row><table:table-cell table:number-columns-spanned="1073741824" table:number-rows-spanned="1073741824" office:value-type="float" office:value="1"/></table:table-row></table:table>`
    expect((await readBook(save('a', flat(spans)))).sheets[0]?.merges).toEqual(['1 0 1048576 16383'])
    const merged = `<Row><Cell ss:MergeAcross="1073741824" ss:MergeDown="1073741824"><Data ss:Type="Number">1</Data></Cell></Row>`
    expect((await readBook(save('a', xml2003(merged)))).sheets[0]?.merges).toEqual(['1 0 1048576 16383'])
    const html = `<table>${'<tr><td colspan=99999999 rowspan=99999999>1</td></tr>'.repeat(18)}</table>`
    expect(await outcomeOf(save('a', html))).toBe('file-too-large')
  })

  it('places beyond the sheet are damage', async () => {
    expect(await outcomeOf(save('a', xml2003('<Row ss:Index="99999999"/>')))).toBe('file-damaged')
    expect(await outcomeOf(save('a', xml2003('<Row><Cell ss:Index="0"/></Row>')))).toBe('file-damaged')
  })

  it('a document type is refused in every kind of XML', async () => {
    const type = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    const inside = flat(
      `<table:table table:name="a"><table:table-row>${cell('1')}</table:table-row></table:table>`,
    )
    const bomb = inside.replace('<office:document', `${type}<office:document`)
    const packed = zipOf({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'content.xml': bomb.replaceAll('office:document', 'office:document-content'),
    })
    const excel = xml2003('<Row><Cell><Data ss:Type="String">&b;</Data></Cell></Row>').replace(
      '<Workbook',
      `${type}<Workbook`,
    )
    expect(await outcomeOf(save('a', packed))).toBe('file-damaged')
    expect(await outcomeOf(save('a.xml', excel))).not.toBe('read')
    expect(await outcomeOf(save('a.fods', bomb))).not.toBe('read')
  })

  it('tables and elements within each other a hundred thousand times', async () => {
    const deep = 100_000
    const html = `${'<table><tr><td>'.repeat(deep)}1${'</td></tr></table>'.repeat(deep)}`
    expect(['read', 'file-too-large']).toContain((await longest(Buffer.from(html))).outcome)
    const spans = flat(
      `<table:table table:name="a"><table:table-row><table:table-cell office:value-type="string"><text:p>${'<text:span>'.repeat(deep)}x${'</text:span>'.repeat(deep)}</text:p></table:table-cell></table:table-row></table:table>`,
    )
    expect(await outcomeOf(save('a', spans))).toBe('file-too-large')
  })

  it('markup built to make a reader look again and again', async () => {
    const hostile = [
      `<table><tr><td>${'<td a="'.repeat(40_000)}`,
      `<table><tr><td>${'<!--'.repeat(60_000)}`,
      `<table><tr><td>${'&'.repeat(200_000)}</table>`,
      `<table><tr><td>${'<script>'.repeat(40_000)}`,
      `<table><tr><td style="mso-number-format:${'\\'.repeat(200_000)}">1</table>`,
      `<style>${'.a{mso-number-format'.repeat(20_000)}</style><table><tr><td>1</table>`,
      `<table>${'<tr><td rowspan=65534 colspan=1000>'.repeat(16)}${'<tr><td>1'.repeat(100_000)}</table>`,
      `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook>${'<Worksheet a="'.repeat(40_000)}`,
    ]
    for (const text of hostile) {
      const { outcome, ms } = await longest(Buffer.from(text))
      expect(outcome).toMatch(/^(read|file-[a-z-]+)$/)
      expect(ms).toBeLessThan(10_000)
    }
  }, 60_000)
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inspectFile, readRaw } from '../../../../electron/import/index.ts'
import type { RawCell } from '../../../../shared/model/source.ts'
import { encodeGb18030 } from '../../../../scripts/samples.ts'
import { scratchFolder } from '../../../support/workbook.ts'

const { save } = scratchFolder()

const encoders = {
  'utf-8': (text: string) => Buffer.from(text),
  'utf-8 with a mark': (text: string) => Buffer.from(`\ufeff${text}`),
  'utf-16le with a mark': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'utf-16be with a mark': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  'utf-16le': (text: string) => Buffer.from(text, 'utf16le'),
  'utf-16be': (text: string) => Buffer.from(text, 'utf16le').swap16(),
  gb18030: (text: string) => Buffer.from(encodeGb18030(text)),
} as const
type EncoderName = keyof typeof encoders

const quoted = (field: string, delimiter: string, always: boolean): string =>
  always || field.includes(delimiter) || /["\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field

async function rowsOf(bytes: Uint8Array | string): Promise<RawCell[][]> {
  const { sheets } = await readRaw(save('a.csv', bytes))
  return sheets[0]?.rows ?? []
}

/** Blank fields are null, and blank at the end of a row or of the file is nothing. */
function asRaw(rows: readonly (readonly string[])[]): RawCell[][] {
  const kept = rows.map((row) =>
    row.slice(0, row.findLastIndex((field) => field !== '') + 1).map((field) => field || null),
  )
  while (kept.length > 0 && kept.at(-1)?.length === 0) kept.pop()
  return kept
}

/** Characters of every script that all the encodings have. */
const characters = [
  ...'abcXYZ0159 .-+%/()_“”，、。：；（）《》￥\u3000一二甲乙丙丁渠道日报注册转化率镕囧あいうЖдλ①℃≤≥×÷—…\n"\',;|\t',
]
const field = fc.string({ unit: fc.constantFrom(...characters), maxLength: 12 })
const table = fc.array(fc.array(field, { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 12 })
const dialect = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  newline: fc.constantFrom('\n', '\r\n'),
  always: fc.boolean(),
  encoding: fc.constantFrom(...(Object.keys(encoders) as EncoderName[])),
  end: fc.boolean(),
})

describe('separated text gives back the fields it was made of', () => {
  it('in every dialect and encoding that states its delimiter', async () => {
    await fc.assert(
      fc.asyncProperty(table, dialect, async (rows, { delimiter, newline, always, encoding, end }) => {
        const lines = rows.map((row) => row.map((one) => quoted(one, delimiter, always)).join(delimiter))
        const text = [`sep=${delimiter}`, ...lines].join(newline) + (end ? newline : '')
        expect(await rowsOf(encoders[encoding](text))).toEqual(asRaw(rows))
      }),
      { numRuns: 250, seed: 5 },
    )
  })

  it('in every dialect and encoding that must be found out', async () => {
    const word = fc.string({
      unit: fc.constantFrom(...'abc一甲乙丙日报\u3000 0129.%（）'),
      minLength: 1,
      maxLength: 8,
    })
    const width = fc.integer({ min: 2, max: 6 })
    const regular = width.chain((columns) =>
      fc.array(fc.array(word, { minLength: columns, maxLength: columns }), { minLength: 3, maxLength: 20 }),
    )
    await fc.assert(
      fc.asyncProperty(regular, dialect, async (rows, { delimiter, newline, always, encoding, end }) => {
        const lines = rows.map((row) => row.map((one) => quoted(one, delimiter, always)).join(delimiter))
        const text = lines.join(newline) + (end ? newline : '')
        expect(await rowsOf(encoders[encoding](text))).toEqual(asRaw(rows))
      }),
      { numRuns: 150, seed: 6 },
    )
  })

  it('across the pieces in which a long file is read', async () => {
    const rows = Array.from({ length: 20_000 }, (_, n) => [
      `编号${n}`,
      n % 7 === 0 ? `两行\n的"说明"，第${n}条` : `说明${n}`,
      String(n),
    ])
    const text = rows.map((row) => row.map((one) => quoted(one, ',', false)).join(',')).join('\r\n')
    for (const encoding of ['utf-8', 'gb18030', 'utf-16le with a mark'] as const) {
      expect(await rowsOf(encoders[encoding](text))).toEqual(rows)
    }
  })

  it('with one field longer than any piece', async () => {
    const long = '长'.repeat(600_000)
    expect(await rowsOf(`名称,内容\n甲,"${long}\n"\n乙,短\n`)).toEqual([
      ['名称', '内容'],
      ['甲', `${long}\n`],
      ['乙', '短'],
    ])
  })
})

describe('what stands in the fields', () => {
  it('is a row by record, not by line, and blank lines count as a sheet would count them', async () => {
    expect(await rowsOf('a,b\n"1\n2",3\n\n4,5\n')).toEqual([['a', 'b'], ['1\n2', '3'], [], ['4', '5']])
  })

  it('may end lines the old way, or each as it likes', async () => {
    expect(await rowsOf('a,b\r1,2\r3,4\r')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ])
    expect(await rowsOf('a,b\r\n1,2\n3,4\r\n')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ])
  })

  it('tells its encoding', async () => {
    const text = '渠道,点击\n抖音,12\n微信,15\n'
    const expected: Readonly<Record<EncoderName, string>> = {
      'utf-8': 'utf-8',
      'utf-8 with a mark': 'utf-8',
      'utf-16le with a mark': 'utf-16le',
      'utf-16be with a mark': 'utf-16be',
      'utf-16le': 'utf-16le',
      'utf-16be': 'utf-16be',
      gb18030: 'gb18030',
    }
    for (const [name, encode] of Object.entries(encoders)) {
      const inspection = await inspectFile(save('a.csv', encode(text)))
      expect([name, inspection.encoding]).toEqual([name, expected[name as EncoderName]])
      expect(inspection.tables[0]?.columns.map(({ name: column }) => column)).toEqual(['渠道', '点击'])
    }
  })

  it('is taken for GB18030 also where two short words happen to be UTF-8 as well', async () => {
    const names = ['张三', '李四', '王小明', '欧阳询', '赵云', '钱学森', '孙尚香', '周杰', '吴彦', '郑成功']
    const text = `姓名,城市,分数\n${Array.from({ length: 3000 }, (_, n) => `${names[n % 10]},${'杭成广深重'[n % 5]}州,${n}`).join('\n')}\n`
    expect((await inspectFile(save('a.csv', encodeGb18030(text)))).encoding).toBe('gb18030')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openCsv } from '../../../../../../electron/import/formats/csv/csv.ts'
import type { Book, OpenOptions } from '../../../../../../electron/import/formats/sheet-source.ts'
import { encodeAs } from '../../../../../support/encode.ts'
import { scratchFolder } from '../../../../../support/workbook.ts'

const { save } = scratchFolder()

interface Read {
  book: Book
  rows: string[][]
  undecodable: readonly number[]
}

/** Fields of all rows. */
async function read(bytes: Uint8Array | string, options: OpenOptions = {}): Promise<Read> {
  const data = Buffer.from(bytes)
  const book = await openCsv(save('数据.csv', data), data.length, options)
  const [sheet] = book.sheets
  const rows: string[][] = []
  let done = 0
  for await (const now of sheet?.read((row) => {
    expect(row.row).toBe(rows.length + 1)
    rows.push(Array.from({ length: row.fields }, (_, column) => row.text(column)))
  }) ?? []) {
    expect(now).toBeGreaterThan(done)
    done = now
  }
  if (options.head !== true) expect(done).toBe(data.length)
  return { book, rows, undecodable: sheet?.notes().undecodable ?? [] }
}

const quoted = (field: string, delimiter: string, always: boolean): string =>
  always || field.startsWith('"') || field.includes(delimiter) || /[\r\n]/.test(field)
    ? `"${field.replaceAll('"', '""')}"`
    : field

const common = [...'abXY0159 .-%"\',;|\t\r\n一二甲乙中日月人大']
const scripts = {
  'utf-8': [...common, ...'渠道\u3000éЖ€😀\u{20000}\v\x01'],
  'utf-16le': [...common, ...'渠道\u3000éЖ€😀\u{20000}'],
  'utf-16be': [...common, ...'渠道\u3000éЖ€😀\u{20000}'],
  gb18030: [...common, ...'渠道（），。\u3000Жλ①℃≤—…😀\u{20000}\v\x01'],
  big5: [...common, ...'臉書廣告，。\u3000\v\x01'],
  shift_jis: [...common, ...'売上ラジオｱｲｳ、。\u3000'],
  'euc-kr': [...common, ...'페이스북'],
  'windows-1252': [...'abXY0159 .-%"\',;|\t\r\néüß€°'],
} as const

const encodings = Object.keys(scripts) as (keyof typeof scripts)[]
const tableOf = (
  characters: readonly string[],
): fc.Arbitrary<{ rows: string[][]; delimiter: string; newline: string; always: boolean; end: boolean }> =>
  fc.record({
    rows: fc.array(
      fc.array(fc.string({ unit: fc.constantFrom(...characters), maxLength: 12 }), {
        minLength: 2,
        maxLength: 6,
      }),
      { minLength: 1, maxLength: 12 },
    ),
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    newline: fc.constantFrom('\n', '\r\n', '\r'),
    always: fc.boolean(),
    end: fc.boolean(),
  })

describe('separated text gives back the fields it was made of', () => {
  it('in every dialect and every encoding that is stated', async () => {
    const cases = fc
      .constantFrom(...encodings)
      .chain((encoding) => fc.tuple(fc.constant(encoding), tableOf(scripts[encoding]), fc.boolean()))
    await fc.assert(
      fc.asyncProperty(cases, async ([encoding, { rows, delimiter, newline, always, end }, isTold]) => {
        const lines = rows.map((row) => row.map((one) => quoted(one, delimiter, always)).join(delimiter))
        const stated = isTold ? [] : [`sep=${delimiter}`]
        const mark = encoding.startsWith('utf-16') ? '\ufeff' : ''
        const text = mark + [...stated, ...lines].join(newline) + (end ? newline : '')
        const result = await read(encodeAs(encoding, text), { encoding, ...(isTold && { delimiter }) })
        expect(result.rows).toEqual(rows)
        expect(result.undecodable).toEqual([])
        expect(result.book).toMatchObject({ format: 'csv', delimiter, encoding: { used: encoding } })
      }),
      { numRuns: 400, seed: 5 },
    )
  })

  it('in every dialect and encoding that must be found out', async () => {
    const word = fc.string({
      unit: fc.constantFrom(...'abc一甲乙丙日报\u3000 0129.%（）'),
      minLength: 1,
      maxLength: 8,
    })
    const regular = fc
      .integer({ min: 2, max: 6 })
      .chain((columns) =>
        fc.array(fc.array(word, { minLength: columns, maxLength: columns }), { minLength: 3, maxLength: 20 }),
      )
    const dialect = tableOf(['a'])
    const encoding = fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'gb18030')
    await fc.assert(
      fc.asyncProperty(
        regular,
        dialect,
        encoding,
        async (rows, { delimiter, newline, always, end }, label) => {
          const lines = rows.map((row) => row.map((one) => quoted(one, delimiter, always)).join(delimiter))
          const result = await read(encodeAs(label, lines.join(newline) + (end ? newline : '')))
          expect(result.rows).toEqual(rows)
        },
      ),
      { numRuns: 200, seed: 6 },
    )
  })

  it('across the pieces in which a long file is read', async () => {
    const rows = Array.from({ length: 40_000 }, (_, n) => [
      `编号${n}`,
      n % 7 === 0 ? `两行\n的"说明"，第${n}条` : `说明${n}`,
      String(n),
    ])
    const text = rows.map((row) => row.map((one) => quoted(one, ',', false)).join(',')).join('\r\n')
    for (const encoding of ['utf-8', 'gb18030', 'utf-16le'] as const)
      expect((await read(encodeAs(encoding, text))).rows).toEqual(rows)
  })

  it('with one field longer than any piece', async () => {
    const long = '长'.repeat(600_000)
    for (const encoding of ['utf-8', 'gb18030'] as const) {
      const { rows } = await read(encodeAs(encoding, `名称,内容\n甲,"${long}\n"\n乙,短\n`))
      expect(rows).toEqual([
        ['名称', '内容'],
        ['甲', `${long}\n`],
        ['乙', '短'],
      ])
    }
  })

  it('as Excel and WPS put cells on the clipboard', async () => {
    const { rows, book } = await read(
      '名称\t说明\t金额\r\n甲\t"第一行\n第二行"\t1,234.50\r\n"乙 ""新"""\t\t5\r\n',
    )
    expect(book.delimiter).toBe('\t')
    expect(rows).toEqual([
      ['名称', '说明', '金额'],
      ['甲', '第一行\n第二行', '1,234.50'],
      ['乙 "新"', '', '5'],
    ])
  })
})

describe('bytes that the encoding has no characters for', () => {
  const good = '甲,第一季度投放总结报告\n'
  it('show as �, and their rows are told', async () => {
    const mixed = Buffer.concat([
      encodeAs('utf-8', good.repeat(3)),
      encodeAs('gb18030', good),
      Buffer.from(good),
    ])
    const { rows, undecodable } = await read(mixed, { encoding: 'utf-8' })
    expect(undecodable).toEqual([4])
    expect(rows[3]?.join()).toContain('\ufffd')
    expect(rows[4]).toEqual(['甲', '第一季度投放总结报告'])
  })

  it('are told also where they would pass for characters that nobody wrote', async () => {
    const mixed = Buffer.concat([
      encodeAs('gb18030', good.repeat(2)),
      Buffer.from(good),
      encodeAs('gb18030', good),
    ])
    expect((await read(mixed, { encoding: 'gb18030' })).undecodable).toEqual([3])
    expect((await read(encodeAs('gb18030', good.repeat(9)), { encoding: 'gbk' })).undecodable).toEqual([])
  })

  it('are told in records over several lines, and in the last one', async () => {
    const text = encodeAs('utf-16le', '\ufeff甲,"一\n二"\n乙,"三\n\ud83d四"\n丙,\udc00')
    const { rows, undecodable } = await read(text)
    expect(undecodable).toEqual([2, 3])
    expect(rows[1]).toEqual(['乙', '三\n\ufffd四'])
  })
})

describe('a text file', () => {
  it('of nothing but a byte order mark is empty', async () => {
    for (const encoding of ['utf-8', 'utf-16le'] as const)
      await expect(read(encodeAs(encoding, '\ufeff'))).rejects.toMatchObject({ code: 'file-empty' })
  })

  it('is one sheet with the name of the file', async () => {
    const { book } = await read('a,b\n1,2\n')
    expect(book.sheets.map(({ name, hidden, bytes }) => ({ name, hidden, bytes }))).toEqual([
      { name: '数据', hidden: false, bytes: 8 },
    ])
  })

  it('may be left after the first rows, and read again', async () => {
    const text = '日期,渠道\n'.repeat(200_000)
    const book = await openCsv(save('a.csv', text), Buffer.byteLength(text), { head: true })
    for (let turn = 0; turn < 2; turn += 1) {
      let rows = 0
      for await (const _ of book.sheets[0]?.read(() => (rows += 1)) ?? []) break
      expect(rows).toBeGreaterThan(200)
      expect(rows).toBeLessThan(5000)
    }
  })
})

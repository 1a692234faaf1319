import { describe, expect, it } from 'vitest'
import { encodeAs } from '../../../../../support/encode.ts'
import { outcomeOf, readBook } from '../../../../../support/raw-book.ts'
import { scratchFolder, sheetOf } from '../../../../../support/workbook.ts'
import { compoundFile, rewrite } from '../../../../../support/written-sheets.ts'

const { save } = scratchFolder()

const record = (type: number, ...data: readonly (Uint8Array | readonly number[])[]): Buffer => {
  const body = Buffer.concat(data.map((piece) => Buffer.from(piece)))
  const head = Buffer.alloc(4)
  head.writeUInt16LE(type, 0)
  head.writeUInt16LE(body.length, 2)
  return Buffer.concat([head, body])
}
const words = (...values: readonly number[]): Buffer => Buffer.from(Uint16Array.from(values).buffer)
const double = (value: number): Buffer => Buffer.from(Float64Array.of(value).buffer)

/** A text of BIFF3 to BIFF5 in a cell. */
const label = (row: number, column: number, bytes: Uint8Array): Buffer =>
  record(0x204, words(row, column, 0, bytes.length), bytes)
const number = (row: number, column: number, value: number): Buffer =>
  record(0x203, words(row, column, 0), double(value))

/** A bare workbook of Excel 4 with one sheet. */
const sheet4 = (...records: readonly Uint8Array[]): Buffer =>
  Buffer.concat([record(0x409, words(0x400, 0x10, 0)), ...records, record(0x0a)])

/** A workbook in a compound file. */
const compound = (...records: readonly Uint8Array[]): Uint8Array =>
  compoundFile({ '/Workbook': Buffer.concat(records) })

const codePage = (page: number): Buffer => record(0x42, words(page))

describe('workbooks before Excel 97', () => {
  it('Chinese in the code page that the file states, or in the one that the user does', async () => {
    const gbk = sheet4(codePage(936), label(0, 0, encodeAs('gb18030', '渠道')), number(0, 1, 1.5))
    expect(await readBook(save('a.xls', gbk))).toMatchObject({
      format: 'xls',
      encoding: 'gb18030',
      sheets: [{ rows: [['渠道', 1.5]] }],
    })
    const big5 = sheet4(codePage(950), label(0, 0, encodeAs('big5', '繁體')))
    expect((await readBook(save('a.xls', big5))).sheets[0]?.rows).toEqual([['繁體']])
    const lying = sheet4(codePage(1252), label(0, 0, encodeAs('gb18030', '渠道')))
    const told = await readBook(save('a.xls', lying), { encoding: 'gb18030' })
    expect(told.sheets[0]?.rows).toEqual([['渠道']])
  })

  it('formulas give their result: numbers, texts in a record further on, truths, errors, empty text', async () => {
    const formula = (column: number, ...result: readonly number[]): Buffer =>
      record(0x406, words(0, column, 0), result, words(0, 0))
    const file = sheet4(
      codePage(936),
      formula(0, ...double(0)),
      formula(1, 0, 0, 0, 0, 0, 0, 0xff, 0xff),
      record(0x207, words(4), encodeAs('gb18030', '结果')),
      formula(2, 1, 0, 1, 0, 0, 0, 0xff, 0xff),
      formula(3, 2, 0, 0x07, 0, 0, 0, 0xff, 0xff),
      formula(4, 3, 0, 0, 0, 0, 0, 0xff, 0xff),
    )
    expect((await readBook(save('a.xls', file))).sheets[0]?.rows).toEqual([
      [0, '结果', true, { error: '#DIV/0!' }, ''],
    ])
  })

  it('rows that stand in another order come from top to bottom', async () => {
    const file = sheet4(number(2, 0, 3), number(0, 0, 1), number(2, 1, 4), number(1, 0, 2))
    expect((await readBook(save('a.xls', file))).sheets[0]?.rows).toEqual([[1], [2], [3, 4]])
  })
})

describe('texts of Excel 97 that go over two records', () => {
  const bof = (kind: number): Buffer => record(0x809, words(0x600, kind, 0, 0, 0, 0, 0, 0))

  it('begin anew with a byte that says how wide their characters are', async () => {
    const globals = (at: number): Buffer =>
      Buffer.concat([
        bof(5),
        record(0x85, words(at, 0), [0, 0, 1, 0], Buffer.from('a')),
        // Three texts: narrow and then wide, wide and then narrow, and one with a run and a hint.
        record(0xfc, words(3, 0, 3, 0), words(6), [0], Buffer.from('abc')),
        record(0x3c, [1], Buffer.from('渠道号', 'utf16le'), words(4), [1], Buffer.from('甲乙', 'utf16le')),
        record(
          0x3c,
          [0],
          Buffer.from('cd'),
          words(2),
          [0x0d],
          words(1),
          words(4, 0),
          Buffer.from('文'.repeat(2), 'utf16le'),
          words(0, 0),
          [1, 2, 3, 4],
        ),
        record(0x0a),
      ])
    const sheet = Buffer.concat([
      bof(0x10),
      ...[0, 1, 2].map((index) => record(0xfd, words(index, 0, 0, index, 0))),
      record(0x0a),
    ])
    const file = compound(globals(globals(0).length), sheet)
    const { sheets } = await readBook(save('a.xls', file))
    expect(sheets.map(({ name, rows }) => ({ name, rows }))).toEqual([
      { name: 'a', rows: [['abc渠道号'], ['甲乙cd'], ['文文']] },
    ])
  })

  it('a workbook under a password is named so, and one cut in its records too', async () => {
    const locked = compound(bof(5), record(0x2f, words(1, 1, 1)), record(0x0a))
    expect(await outcomeOf(save('a.et', locked))).toBe('file-encrypted')
    const cut = compound(bof(5), record(0xfc, words(1, 0, 1, 0)).subarray(0, 6))
    expect(await outcomeOf(save('a.xls', cut))).toBe('file-truncated')
  })
})

describe('what a compound file is', () => {
  it('is told by the streams at its root: a document with a workbook inside is a document', async () => {
    const stream = Buffer.alloc(5000)
    const bytes = compoundFile({ '/WordDocument': stream, '/ObjectPool/_1/Workbook': stream })
    expect(await outcomeOf(save('a.xls', bytes))).toBe('file-is-a-document')
  })

  it('a workbook of WPS (.et) is one of Excel 97 under another name', async () => {
    const et = rewrite(await sheetOf([['渠道'], [1]]), 'biff8')
    const { format, sheets } = await readBook(save('表.et', et))
    expect(format).toBe('xls')
    expect(sheets[0]?.rows).toEqual([['渠道'], [1]])
  })
})

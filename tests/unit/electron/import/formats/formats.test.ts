import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readOds, readXls, readXlsb, writeOds } from 'hucre'
import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import type { RawCell } from '../../../../../shared/model/source.ts'
import { hasSheetOffice } from '../../../../support/office.ts'
import { type ReadSheet, readBook } from '../../../../support/raw-book.ts'
import { type SheetSpec, scratchFolder, serial, workbook } from '../../../../support/workbook.ts'
import { convert, rewrite } from '../../../../support/written-sheets.ts'

const { save } = scratchFolder()

const daily: SheetSpec = {
  name: '投放 日报',
  rows: [
    ['渠道投放日报（单位：万元）', null, null, null],
    ['渠道', '日期', '时间', '金额', '完成率', '编号', '达标', '用时', '备注'],
    ...Array.from({ length: 40 }, (_, index): SheetSpec['rows'][number] => [
      ['抖音', '微信视频号', 'B站', '小红书'][index % 4] ?? null,
      { value: serial(2026, 3, 1) + index, format: 'yyyy"年"m"月"d"日"' },
      { value: serial(2026, 3, 1, 9.5) + index, format: 'yyyy/m/d h:mm:ss' },
      { value: index * 1234.5 - 100, format: '"¥"#,##0.00' },
      { value: index / 40, format: '0.00%' },
      `00${index}`,
      index % 3 === 0,
      { value: 0.25 + index, format: '[h]:mm:ss' },
      index % 5 === 0 ? null : `第${index}天\n<&>"'  两个空格`,
    ]),
    ['合计', null, null, { value: 958_910, formula: 'SUM(D3:D42)' }, { value: 0, formula: 'A1*0' }],
  ],
  merges: ['A1:D1', 'A43:C43'],
  hiddenRows: [5],
}
const second: SheetSpec = {
  name: '明细',
  rows: [
    ['a', 'b'],
    [1, 2.5],
    [-3e-7, 123_456_789_012],
  ],
}
const secret: SheetSpec = { name: '隐藏表', rows: [['x'], [1]], hidden: true }
const written = await workbook(daily, secret, second)
const expected = (await readBook(save('a.xlsx', written))).sheets

/** Date formats differ between programs in whether a time of day is shown; the value tells. */
const sheetsOf = async (name: string, bytes: Uint8Array): Promise<ReadSheet[]> =>
  (await readBook(save(name, bytes))).sheets
const cellsOf = (sheets: readonly ReadSheet[]): { name: string; rows: RawCell[][] }[] =>
  sheets.map(({ name, rows }) => ({ name, rows }))

describe('the same workbook in another format has the same cells', () => {
  it.each([
    ['xls', 'biff8'],
    ['xlsb', 'xlsb'],
    ['xml', 'xlml'],
    ['ods', 'ods'],
    ['ods', 'fods'],
  ] as const)('as %s (%s)', async (format, type) => {
    const bytes = rewrite(written, type)
    // Whatever it is called.
    const book = await readBook(save('表.xlsx', bytes))
    expect(book.format).toBe(format)
    expect(cellsOf(book.sheets)).toEqual(cellsOf(expected))
    expect(book.sheets.map(({ merges }) => merges)).toEqual(expected.map(({ merges }) => merges))
    // SheetJS writes neither hidden rows nor hidden sheets into OpenDocument.
    if (format === 'ods') return
    expect(book.sheets.map(({ hidden }) => hidden)).toEqual([false, true, false])
    if (type !== 'biff8') expect(book.sheets[0]?.hiddenRows).toEqual([5])
  })

  it.each(['biff2', 'biff3', 'biff4', 'biff5'] as const)(
    'as %s, but for what it cannot hold',
    async (type) => {
      const bytes = rewrite(written, type as XLSX.BookType)
      const { format, sheets } = await readBook(save('表.xls', bytes))
      expect(format).toBe('xls')
      // These writers replace every character outside of their code page.
      const plain = (cell: RawCell): RawCell =>
        typeof cell === 'string' ? cell.replace(/[^\0-\x7f]/g, '_') : cell
      expect(sheets[0]?.rows).toEqual(expected[0]?.rows.map((row) => row.map(plain)))
    },
  )
})

describe('programs that have other ideas of a format', () => {
  const theirs: { name: string; files: Record<string, Uint8Array> } = { name: '', files: {} }

  it.skipIf(!hasSheetOffice).each([
    ['xls', 'MS Excel 97', 'xls'],
    ['ods', 'calc8', 'ods'],
    ['fods', 'OpenDocument Spreadsheet Flat XML', 'ods'],
  ] as const)(
    'LibreOffice as %s: every cell, merge, hidden row and hidden sheet',
    async (extension, filter, format) => {
      theirs.files = convert({ 'a.xlsx': written }, extension, filter)
      const book = await readBook(save(`a.${extension}`, theirs.files['a.xlsx'] ?? new Uint8Array()))
      expect(book.format).toBe(format)
      expect(cellsOf(book.sheets)).toEqual(cellsOf(expected))
      expect(book.sheets.map(({ merges }) => merges)).toEqual(expected.map(({ merges }) => merges))
      expect(book.sheets.map(({ hidden }) => hidden)).toEqual([false, true, false])
      expect(book.sheets[0]?.hiddenRows).toEqual([5])
    },
    60_000,
  )

  it.skipIf(!hasSheetOffice)(
    'LibreOffice as a web page: values with all their digits, sheets one below another',
    async () => {
      const page = convert({ 'a.xlsx': await workbook(daily) }, 'html', 'HTML (StarCalc)')['a.xlsx']
      const { format, sheets } = await readBook(save('a.xls', page ?? new Uint8Array()))
      expect(format).toBe('html')
      const [sheet] = sheets
      const of = (rows: readonly RawCell[][] | undefined): RawCell[][] =>
        (rows ?? []).map((row) =>
          row.map((cell) => (typeof cell === 'string' ? cell.replace(/ +/g, ' ') : cell)),
        )
      // A page does not keep runs of spaces, LibreOffice leaves hidden rows out, and has no truths in a page.
      const shown = (expected[0]?.rows ?? [])
        .filter((_, row) => row !== 4)
        .map((row) => row.map((cell) => (typeof cell === 'boolean' ? Number(cell) : cell)))
      expect(of(sheet?.rows)).toEqual(of(shown))
      expect(sheet?.merges).toContain('1 0 1 3')
    },
    60_000,
  )

  it('hucre as OpenDocument', async () => {
    const ods = await writeOds({
      sheets: [
        {
          name: '表',
          rows: [
            ['甲', '乙'],
            ['00123', 1.5],
            ['', true],
          ],
        },
      ],
    })
    expect((await sheetsOf('a.ods', ods))[0]?.rows).toEqual([
      ['甲', '乙'],
      ['00123', 1.5],
      ['', true],
    ])
  })
})

/** A cell of ours as the other libraries put it. */
function asInstant(cell: RawCell): unknown {
  if (cell === null || typeof cell !== 'object') return cell
  if ('error' in cell) return cell.error
  if ('date' in cell) return `${cell.date}T00:00:00.000Z`
  if ('datetime' in cell) return `${cell.datetime}.000Z`
  return cell.time
}

const instant = (cell: unknown): unknown => (cell instanceof Date ? cell.toISOString() : (cell ?? null))

/** Where a library is known to be wrong, `differs` says so of a cell, and its cells are not compared. */
function compare(
  ours: readonly RawCell[][],
  theirs: readonly (readonly unknown[])[],
  differs: (cell: RawCell, column: number) => boolean,
): void {
  for (const [row, cells] of ours.entries()) {
    for (const [column, cell] of cells.entries()) {
      const place = `${XLSX.utils.encode_col(column)}${row + 1}`
      if (!differs(cell, column))
        expect([place, instant(theirs[row]?.[column])]).toEqual([place, asInstant(cell)])
    }
  }
}

const isA = (key: 'date' | 'datetime' | 'time', cell: RawCell): boolean =>
  typeof cell === 'object' && cell !== null && key in cell

describe('other readers of the same bytes agree cell by cell', () => {
  it('hucre on xls, but for spans of time', async () => {
    // 24:15:00 under [h]:mm:ss is a span (ECMA-376 part 1, 18.8.31); hucre makes an instant of the year 1900 of it.
    const bytes = rewrite(written, 'biff8')
    const ours = await sheetsOf('a.xls', bytes)
    const { sheets } = await readXls(bytes)
    expect(sheets.map(({ name }) => name)).toEqual(ours.map(({ name }) => name))
    ours.forEach(({ rows }, index) => compare(rows, sheets[index]?.rows ?? [], (cell) => isA('time', cell)))
  })

  it('hucre on xlsb, but for cells in short form', async () => {
    // A cell right of another need not say its column ([MS-XLSB] 2.4.682 and those around it). hucre drops such cells
    // silently, and shows all other columns but the first as empty here: the reason for a reader of our own.
    const bytes = rewrite(written, 'xlsb')
    const ours = await sheetsOf('a.xlsb', bytes)
    const { sheets } = await readXlsb(bytes)
    expect(sheets[0]?.rows[1]).toEqual(['渠道'])
    compare(ours[0]?.rows ?? [], sheets[0]?.rows ?? [], (_, column) => column > 0)
  })

  it('hucre on OpenDocument, but for numbers shown as dates', async () => {
    // SheetJS writes a date as a number with a date style. LibreOffice and we show a date, hucre the number.
    const bytes = rewrite(written, 'ods')
    const ours = await sheetsOf('a.ods', bytes)
    const { sheets } = await readOds(bytes)
    expect(sheets.map(({ name }) => name)).toEqual(ours.map(({ name }) => name))
    compare(
      ours[0]?.rows ?? [],
      sheets[0]?.rows ?? [],
      (cell) => isA('date', cell) || isA('datetime', cell) || isA('time', cell),
    )
  })

  it.each(['biff8', 'biff5', 'biff2', 'xlsb', 'xlml'] as const)('SheetJS on its own %s', async (type) => {
    const bytes = rewrite(written, type)
    const ours = await sheetsOf(`a.${type}`, bytes)
    const theirs = XLSX.read(bytes, { dense: true, cellNF: true })
    const sheet = theirs.Sheets[theirs.SheetNames[0] ?? '']
    const cells = (sheet?.['!data'] ?? []).map((row) => row.map((cell) => (cell.t === 'e' ? cell.w : cell.v)))
    const numbers = (cell: RawCell, row: number, column: number): unknown => {
      if (cell === null || typeof cell !== 'object') return cell
      return 'error' in cell ? cell.error : cells[row]?.[column]
    }
    ours[0]?.rows.forEach((row, at) =>
      row.forEach((cell, column) => {
        const their = cells[at]?.[column]
        expect(their ?? null).toEqual(numbers(cell, at, column))
        if (cell !== null && typeof cell === 'object' && !('error' in cell))
          expect(typeof their).toBe('number')
      }),
    )
  })
})

describe('the samples of the product in every format', () => {
  const samples = join(import.meta.dirname, '../../../../../resources/samples')
  it.each(['渠道投放日报.xlsx', 'Annual goals.xlsx'])('%s', async (name) => {
    const bytes = readFileSync(join(samples, name))
    const whole = cellsOf((await readBook(save(name, bytes))).sheets)
    for (const type of ['biff8', 'xlsb', 'xlml', 'ods'] as const)
      expect(cellsOf((await readBook(save(name, rewrite(bytes, type)))).sheets)).toEqual(whole)
  })
})

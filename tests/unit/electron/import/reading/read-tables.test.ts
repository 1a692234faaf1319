import { describe, expect, it } from 'vitest'
import { encodeGb18030 } from '../../../../../scripts/samples.ts'
import type { Recipe } from '../../../../../shared/model/source.ts'
import { readWhole } from '../../../../support/reading.ts'
import {
  type CellSpec,
  scratchFolder,
  sheetXml,
  workbook,
  workbookParts,
  zipOf,
} from '../../../../support/workbook.ts'

const { save } = scratchFolder()

describe('a sheet whose columns turn out to be something else', () => {
  it('is read again for just the tables of which that is so', async () => {
    const steady: CellSpec[][] = [
      ['渠道', '点击'],
      ...Array.from({ length: 2500 }, (_, n) => [`渠道${n % 7}`, n]),
    ]
    const turning: CellSpec[][] = [
      ['编号', '得分'],
      ...Array.from({ length: 2500 }, (_, n) => [n, n < 2200 ? n : n + 0.25]),
    ]
    const gap: CellSpec[][] = Array.from({ length: 25 }, () => [])
    const bytes = await workbook(
      { name: '一', rows: [...steady, ...gap, ...turning] },
      { name: '二', rows: steady },
    )
    const { tables, repeats } = await readWhole(save('a.xlsx', bytes))
    expect(repeats).toBe(1)
    expect(tables.map(({ table, rows }) => [table.sheet, table.rowCount, rows.length])).toEqual([
      ['一', 2500, 2500],
      ['一', 2500, 2500],
      ['二', 2500, 2500],
    ])
    const [first, second, third] = tables
    expect(second?.table.columns.map(({ type }) => type)).toEqual(['text', 'number'])
    expect(second?.rows[0]).toEqual({ row: 2528, values: ['0', 0] })
    expect(second?.rows.at(-1)?.values).toEqual(['2499', 2499.25])
    expect(first?.rows).toEqual(third?.rows)
    expect(first?.rows.at(-1)).toEqual({ row: 2501, values: ['渠道0', 2499] })
  })

  it('keeps the text of what does not fit, before and after it was known', async () => {
    const lines = ['日期,点击']
    for (let n = 0; n < 6000; n += 1) lines.push(`2026-03-01,${n === 10 ? '1.5万' : n > 2500 ? '待补' : n}`)
    const { tables, repeats, inspection } = await readWhole(save('a.csv', lines.join('\n')))
    const [table] = tables
    expect([repeats, table?.table.columns[1]?.type]).toEqual([1, 'text'])
    expect(table?.rows[10]?.values).toEqual(['2026-03-01', '1.5万'])
    expect(table?.rows.at(-1)?.values).toEqual(['2026-03-01', '待补'])
    expect(inspection.problems).toEqual([])
  })
})

describe('a large sheet', () => {
  const cells = (row: number): string =>
    `<row r="${row}"><c r="A${row}" t="str"><v>${row % 2 === 1 ? `渠道${row}` : ''}</v></c><c r="B${row}"><v>${row}</v></c><c r="C${row}" t="str"><v>${'说明'.repeat(20)}${row}</v></c></row>`
  const rows = Array.from({ length: 30_000 }, (_, index) =>
    index % 2 === 0 ? cells(index + 3) : cells(index + 3).replace(/<c r="A.*?<\/c>/, ''),
  ).join('')
  const head =
    '<row r="1"><c r="A1" t="str"><v>全年明细</v></c></row><row r="2"><c r="A2" t="str"><v>渠道</v></c><c r="B2" t="str"><v>点击</v></c><c r="C2" t="str"><v>备注</v></c></row>'
  const large = (merges: readonly string[]): Uint8Array => {
    const tags = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
    const after = tags && `<mergeCells count="${merges.length}">${tags}</mergeCells>`
    return zipOf(workbookParts(sheetXml(head + rows, after)))
  }

  it('is read with its merged cells, although they stand behind its rows', async () => {
    const merges = ['A1:C1', ...Array.from({ length: 15_000 }, (_, at) => `A${at * 2 + 3}:A${at * 2 + 4}`)]
    const { tables, inspection } = await readWhole(save('a.xlsx', large(merges)))
    const [table] = tables
    expect(tables).toHaveLength(1)
    expect(table?.table).toMatchObject({ name: '全年明细', range: 'A2:C30002', rowCount: 30_000 })
    expect(table?.rows).toHaveLength(30_000)
    expect(table?.rows[1]?.values.slice(0, 2)).toEqual(['渠道3', 4])
    expect(table?.rows.at(-1)?.values.slice(0, 2)).toEqual(['渠道30001', 30_002])
    expect(inspection.problems).toEqual([])
  })

  it('is read once where it has none', async () => {
    const [table] = (await readWhole(save('a.xlsx', large([])))).tables
    expect(table?.rows).toHaveLength(30_000)
    expect(table?.rows[1]?.values.slice(0, 2)).toEqual([null, 4])
  })
})

describe('what a file says of itself', () => {
  it('is told where it hides or leaves out something', async () => {
    const rows =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>渠道</t></is></c><c r="B1" t="inlineStr"><is><t>点击</t></is></c></row>' +
      '<row r="2"><c r="A2" t="inlineStr"><is><t>抖音</t></is></c><c r="B2"><v>1</v></c></row>' +
      '<row r="3" hidden="1"><c r="A3" t="inlineStr"><is><t>微信</t></is></c><c r="B3"><f>[1]a!A1</f><v>2</v></c></row>' +
      '<row r="4"><c r="A4" t="inlineStr"><is><t>百度</t></is></c><c r="B4"><f>B2+1</f></c></row>'
    const xml = sheetXml(rows, '<autoFilter ref="A1:B4"/>').replace(
      '<sheetData>',
      '<cols><col min="3" max="4" hidden="1"/></cols><sheetData>',
    )
    const { inspection } = await readWhole(save('a.xlsx', zipOf(workbookParts(xml))))
    const codes = inspection.problems.map(({ code, detail }) => [code, detail['count'] ?? detail['columns']])
    expect(codes).toContainEqual(['formula-without-value', 1])
    expect(codes.map(([code]) => code)).toEqual(
      expect.arrayContaining(['rows-filtered', 'rows-hidden', 'links-external', 'columns-hidden']),
    )
  })

  it('is told by line where bytes are in another encoding', async () => {
    const lines = Array.from({ length: 50 }, (_, n) => `2026-03-01,抖音渠道,${n}\n`).join('')
    const mixed = Buffer.concat([
      Buffer.from(`日期,渠道,点击\n${lines}`),
      encodeGb18030('2026-03-02,微信渠道推广,7\n'),
      Buffer.from(lines),
    ])
    const { inspection } = await readWhole(save('a.csv', mixed), { recipe: { encoding: 'utf-8' } })
    expect(inspection.problems).toContainEqual({
      code: 'encoding-mixed',
      sheet: 'a',
      row: 52,
      detail: { encoding: 'utf-8' },
    })
  })

  it('is told by its bytes, not by its name', async () => {
    const { inspection } = await readWhole(save('a.xls', '渠道\t点击\n抖音\t1\n微信\t2\n'))
    expect(inspection.problems[0]).toEqual({
      code: 'extension-mismatch',
      detail: { extension: '.xls', found: 'csv' },
    })
  })
})

describe('what the user decided', () => {
  it('leaves sheets out, and a file without any table left is refused', async () => {
    const rows: CellSpec[][] = [
      ['渠道', '点击'],
      ['抖音', 1],
      ['微信', 2],
    ]
    const file = save('a.xlsx', await workbook({ name: '一', rows }, { name: '二', rows }))
    const without = (...names: string[]): Recipe => ({
      sheets: names.map((sheet) => ({ sheet, tables: [] })),
    })
    const { tables } = await readWhole(file, { recipe: without('一') })
    expect(tables.map(({ table, rows: read }) => [table.sheet, read.length])).toEqual([['二', 2]])
    await expect(readWhole(file, { recipe: without('一', '二') })).rejects.toMatchObject({
      code: 'file-without-table',
    })
  })
})

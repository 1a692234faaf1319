import { describe, expect, it } from 'vitest'
import type { Inspection } from '../../../../../shared/model/source.ts'
import type { FoundTable, TableRow } from '../../../../../shared/model/table.ts'
import {
  annualGoalsXlsx,
  dailyReportCsv,
  dailyReportXlsx,
  dailyRows,
  totalsOf,
} from '../../../../../scripts/samples.ts'
import { readWhole } from '../../../../support/reading.ts'
import { type CellSpec, scratchFolder, serial, sheetOf, workbook } from '../../../../support/workbook.ts'

const { save } = scratchFolder()

async function read(
  name: string,
  bytes: Uint8Array | string,
): Promise<{ inspection: Inspection; table: FoundTable; rows: TableRow[] }> {
  const { inspection, tables } = await readWhole(save(name, bytes))
  const [first] = tables
  if (!first) throw new Error('no table')
  return { inspection, ...first }
}

const sheet = async (rows: readonly (readonly CellSpec[])[], merges: readonly string[] = []) =>
  read('表.xlsx', await sheetOf(rows, { merges }))

const columnsOf = (table: FoundTable): string[] =>
  table.columns.map(({ name, type, unit, scale }) =>
    [name, type, unit ?? '', scale ?? ''].join(' ').trimEnd(),
  )

describe('the daily report', () => {
  it('gives back every number it was made of, in both languages and in csv', async () => {
    const made = dailyRows()
    const total = totalsOf(made)
    const files = [
      ['日报.xlsx', await dailyReportXlsx('zh-CN')],
      ['daily.xlsx', await dailyReportXlsx('en')],
      ['日报.csv', dailyReportCsv()],
    ] as const
    for (const [name, bytes] of files) {
      const { inspection, table, rows } = await read(name, bytes)
      expect(inspection.problems).toEqual([])
      expect(rows).toHaveLength(made.length)
      const sum = (column: number): number =>
        rows.reduce((all, { values }) => all + Number(values[column]), 0)
      expect([2, 3, 4, 5].map(sum)).toEqual([
        total.impressions,
        total.clicks,
        total.signUps,
        total.firstOrders,
      ])
      expect(sum(6)).toBeCloseTo(total.costYuan, 4)
      expect(rows.map(({ values }) => values[2])).toEqual(made.map(({ impressions }) => impressions))
      expect(table.columns.map(({ type }) => type)).toEqual([
        'date',
        'text',
        'integer',
        'integer',
        'integer',
        'integer',
        'money',
        'percent',
        'percent',
        'text',
      ])
    }
  })

  it('sets weekly subtotals and the total aside, each in its place', async () => {
    const { table } = await read('a.xlsx', await dailyReportXlsx('zh-CN', { days: 21, seed: 4, factor: 2 }))
    expect(table.range).toBe('A2:J131')
    expect(table.skipped.map(({ row, why }) => `${row} ${why}`)).toEqual([
      '1 title',
      '46 subtotal',
      '89 subtotal',
      '132 subtotal',
      '133 total',
    ])
  })

  it('says so when a total was changed by hand', async () => {
    const text = new TextDecoder('gb18030').decode(dailyReportCsv())
    const total = totalsOf(dailyRows()).clicks
    const { inspection } = await read('a.csv', text.replace(`,${total},`, `,${total + 100},`))
    expect(inspection.problems).toEqual([
      {
        code: 'total-mismatch',
        sheet: 'a',
        row: 1082,
        column: '点击',
        detail: { stated: total + 100, computed: total, cell: 'D1082' },
      },
    ])
  })

  it('keeps its columns, and the goals follow, when the numbers change', async () => {
    const before = await read('a.xlsx', await dailyReportXlsx('zh-CN'))
    const after = await read('a.xlsx', await dailyReportXlsx('zh-CN', { seed: 99, factor: 1.3, days: 90 }))
    expect(columnsOf(after.table)).toEqual(columnsOf(before.table))
    const goals = await read('b.xlsx', await annualGoalsXlsx('zh-CN', { factor: 1.3 }))
    expect(goals.rows.find(({ values }) => values[0] === '首单用户')?.values[3]).toBe(
      totalsOf(dailyRows({ factor: 1.3 })).firstOrders,
    )
  })
})

describe('cells that are merged downwards', () => {
  it('stand for every row as words and dates, and once as amounts', async () => {
    const { rows } = await sheet(
      [
        ['年', '大区', '日期', '渠道', '预算'],
        [2026, '华东', { value: serial(2026, 3, 1), format: 'yyyy-mm-dd' }, '抖音', 3000],
        [null, null, null, '微信', null],
        [null, null, null, '百度', 500],
      ],
      ['A2:A4', 'B2:B4', 'C2:C4', 'E2:E3'],
    )
    expect(rows.map(({ values }) => values)).toEqual([
      [2026, '华东', '2026-03-01', '抖音', 3000],
      [2026, '华东', '2026-03-01', '微信', null],
      [2026, '华东', '2026-03-01', '百度', 500],
    ])
  })
})

describe('rows that are called like totals', () => {
  it('are ordinary rows when they do not add up', async () => {
    const { table } = await sheet([
      ['指标', '目标', '实际'],
      ['Sign-ups', 100, 120],
      ['Total cost', 500, 480],
      ['费用合计', 900, 870],
      ['Churn', 10, 8],
    ])
    expect([table.rowCount, table.skipped]).toEqual([4, []])
  })

  it('are set aside when they do, and a sum of one group is a subtotal', async () => {
    const { table, inspection } = await sheet([
      ['渠道', '点击'],
      ['抖音', 10],
      ['微信', 20],
      ['线上合计', 30],
      ['地推', 5],
      ['传单', 6],
      ['合计', 11],
      ['总计', 41],
    ])
    expect(table.skipped.map(({ row, why }) => `${row} ${why}`)).toEqual([
      '4 subtotal',
      '7 subtotal',
      '8 total',
    ])
    expect(inspection.problems).toEqual([])
  })

  it('may stand above their rows', async () => {
    const { table, inspection } = await sheet([
      ['渠道', '点击', '花费'],
      ['总计', 30, 99],
      ['抖音', 10, 40.5],
      ['微信', 20, 49.5],
    ])
    expect([table.rowCount, table.skipped]).toEqual([2, [{ row: 2, why: 'total' }]])
    expect(inspection.problems).toMatchObject([
      { code: 'total-mismatch', row: 2, column: '花费', detail: { computed: 90 } },
    ])
  })

  it('are not doubted where a column is an average or rounded', async () => {
    const { inspection } = await sheet([
      ['渠道', '访客', '页数', '时长均值'],
      ['抖音', 0.333, 3.1, 20],
      ['微信', 0.333, 4.2, 40],
      ['百度', 0.333, 5.4, 60],
      ['合计', 1, 4.23, 40],
    ])
    expect(inspection.problems).toEqual([])
  })
})

describe('rows between the parts of a table', () => {
  it('are named once each, and data behind a remark still belongs to the table', async () => {
    const { table } = await sheet([
      ['渠道', '点击', '成本'],
      ['抖音', 1, 2],
      [],
      ['以下为补录'],
      [],
      ['微信', 3, 4],
      ['百度', 5, 6],
    ])
    expect([table.rowCount, table.range]).toEqual([3, 'A1:C7'])
    expect(table.skipped.map(({ row, why }) => `${row} ${why}`)).toEqual(['3 blank', '4 note', '5 blank'])
  })
})

describe('what a column is', () => {
  it('is not changed by one odd cell', async () => {
    const { table, rows, inspection } = await sheet([
      ['日期', '点击', '成本', '占比'],
      ...Array.from({ length: 10 }, (_, n): CellSpec[] => [
        n === 3 ? '待定' : { value: serial(2026, 3, n + 1), format: 'yyyy-mm-dd' },
        n === 5 ? '未统计' : n,
        n === 6 ? true : { value: n * 1.5, format: '¥0.00' },
        n === 7 ? 'x' : { value: n / 100, format: '0%' },
      ]),
    ])
    expect(columnsOf(table)).toEqual(['日期 date', '点击 integer', '成本 money 元', '占比 percent'])
    expect(rows.flatMap(({ row, raw }) => (raw ? [[row, raw]] : []))).toEqual([
      [5, { 0: '待定' }],
      [7, { 1: '未统计' }],
      [8, { 2: 'TRUE' }],
      [9, { 3: 'x' }],
    ])
    expect(inspection.problems.map(({ code, row }) => [code, row])).toEqual([
      ['cell-misfit', 5],
      ['cell-misfit', 7],
      ['cell-misfit', 8],
      ['cell-misfit', 9],
    ])
  })

  it('takes its scale from header, format and words, and values stand in that scale', async () => {
    const { table, rows } = await sheet([
      ['金额（万元）', '用户', '目标'],
      [5.8, { value: 5.8, format: '0.0"万"' }, 58_000],
      ['6.2万', { value: 6.2, format: '0.0"万"' }, '5万'],
      ['70000元', { value: 70_000, format: '0' }, '≤30元'],
      ['≤8', { value: 8, format: '0.0"万"' }, { value: 0.45, format: '0%' }],
      [9, { value: 9, format: '0.0"万"' }, '1.2亿'],
    ])
    expect(columnsOf(table)).toEqual(['金额 money 元 10000', '用户 number', '目标 number'])
    expect(rows.map(({ values, raw }) => [...values, raw ?? {}])).toEqual([
      [5.8, 58_000, 58_000, { 1: '5.8万' }],
      [6.2, 62_000, 50_000, { 0: '6.2万', 1: '6.2万', 2: '5万' }],
      [7, 70_000, 30, { 0: '70000元', 2: '≤30元' }],
      [8, 80_000, 0.45, { 0: '≤8', 1: '8.0万', 2: '45%' }],
      [9, 90_000, 120_000_000, { 1: '9.0万', 2: '1.2亿' }],
    ])
  })

  it('reads per cents as ratios, from the format, the text, or the header alone', async () => {
    const { table, rows } = await sheet([
      ['格式', '文字', '表头(%)', '混合'],
      [{ value: 0.45, format: '0%' }, '45%', 45, { value: 0.45, format: '0%' }],
      [{ value: 0.5, format: '0.0%' }, '50.5％', 50.5, 0.5],
      [{ value: 1.2, format: '0%' }, '120%', 120, { value: 0.6, format: '0%' }],
      [{ value: 0.3, format: '0%' }, '30%', '30%', { value: 0.7, format: '0%' }],
      [{ value: 0.3, format: '0%' }, '30%', 30, { value: 0.7, format: '0%' }],
    ])
    expect(columnsOf(table)).toEqual(['格式 percent', '文字 percent', '表头 percent %', '混合 percent'])
    expect(rows.map(({ values }) => values)).toEqual([
      [0.45, 0.45, 0.45, 0.45],
      [0.5, 0.505, 0.505, 0.5],
      [1.2, 1.2, 1.2, 0.6],
      [0.3, 0.3, 0.3, 0.7],
      [0.3, 0.3, 0.3, 0.7],
    ])
    expect(rows.some(({ raw }) => raw)).toBe(false)
  })
})

describe('the file around the tables', () => {
  it('is told by its content where its name says something else', async () => {
    const { inspection } = await read(
      '数据.csv',
      await workbook({
        name: 'a',
        rows: [
          ['x', 'y'],
          ['甲', 1],
        ],
      }),
    )
    expect(inspection).toMatchObject({
      format: 'xlsx',
      problems: [{ code: 'extension-mismatch', detail: { extension: '.csv', found: 'xlsx' } }],
    })
    expect(inspection.sha256).toMatch(/^[0-9a-f]{64}$/)
  })
})

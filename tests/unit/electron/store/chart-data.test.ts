import { expect, test } from 'vitest'
import type { Store } from '../../../../electron/store/index.ts'
import type { ChartData, ChartQuery } from '../../../../shared/model/chart.ts'
import type { ColumnId, TableId } from '../../../../shared/model/ids.ts'
import type { Table } from '../../../../shared/model/table.ts'
import { importTables, madeTable, temporaryStore } from '../../../support/project.ts'

async function imported(
  made = madeTable(
    {
      日期: 'date',
      渠道: 'text',
      注册: 'integer',
      成本: ['money', '元', 1e4],
      点击率: 'percent',
      时长: ['duration', '分钟', 1],
      达标: 'boolean',
    },
    [
      ['2026-01-05', '抖音', 10, 0.1, 0.2, 3, true],
      ['2026-01-06', '小红书', 20, 0.2, 0.3, 4, false],
      ['2026-04-01', '抖音', 30, 0.7, 0.5, 5, true],
      [null, '抖音', 40, 5, 0.1, null, null],
      ['2026-04-02', null, null, 0.3, 0.2, 6, null],
    ],
  ),
): Promise<{
  store: Store
  table: Table
  chart: (query: Asked) => ChartData
  column: (name: string) => ColumnId
}> {
  const { store } = temporaryStore()
  const { tables } = await importTables(store, '日报.xlsx', [made])
  const table = tables[0] ?? expect.fail()
  const column = (name: string): ColumnId =>
    table.columns.find((one) => one.name === name)?.id ?? expect.fail(name)
  const chart = ({ by, split, measures, where }: Asked): ChartData =>
    store.tables.chartData({
      table: table.id,
      by: { ...by, column: column(by.column) },
      ...(split && { split: { ...split, column: column(split.column) } }),
      measures: measures.map(({ fn, column: name }) => ({
        fn,
        ...(name !== undefined && { column: column(name) }),
      })),
      ...(where && { where: where(column) }),
    })
  return { store, table, chart, column }
}

type Key = { column: string; step?: ChartQuery['by']['step'] }
interface Asked {
  by: Key
  split?: Key
  measures: { fn: ChartQuery['measures'][number]['fn']; column?: string }[]
  where?: (column: (name: string) => ColumnId) => ChartQuery['where']
}

test('categories stand in the order of the table, values in base units', async () => {
  const { chart } = await imported()
  expect(
    chart({
      by: { column: '渠道' },
      measures: [
        { fn: 'sum', column: '成本' },
        { fn: 'avg', column: '点击率' },
        { fn: 'max', column: '时长' },
        { fn: 'count' },
        { fn: 'distinct', column: '日期' },
        { fn: 'last', column: '注册' },
      ],
    }),
  ).toEqual({
    categories: ['抖音', '小红书', null],
    series: [
      { name: '成本', fn: 'sum', kind: 'amount', unit: '元', additive: true, values: [58000, 2000, 3000] },
      {
        name: '点击率',
        fn: 'avg',
        kind: 'rate',
        unit: '%',
        additive: false,
        values: [0.266666666666667, 0.3, 0.2],
      },
      { name: '时长', fn: 'max', kind: 'duration', unit: '分钟', additive: false, values: [5, 4, 6] },
      { name: '日报', fn: 'count', kind: 'count', unit: '', additive: true, values: [3, 1, 1] },
      { name: '日期', fn: 'distinct', kind: 'count', unit: '', additive: false, values: [2, 1, 1] },
      { name: '注册', fn: 'last', kind: 'count', unit: '', additive: false, values: [30, 20, null] },
    ],
  })
})

test('periods come in order with the empty ones between them, and rows without a date are left out', async () => {
  const { chart } = await imported()
  const of = (step: NonNullable<Key['step']>): unknown => {
    const { categories, series } = chart({
      by: { column: '日期', step },
      measures: [{ fn: 'sum', column: '注册' }],
    })
    return [categories, series[0]?.values]
  }
  expect(of('month')).toEqual([
    ['2026-01', '2026-02', '2026-03', '2026-04'],
    [30, null, null, 30],
  ])
  expect(of('quarter')).toEqual([
    ['2026-Q1', '2026-Q2'],
    [30, 30],
  ])
  expect(of('half')).toEqual([['2026-H1'], [60]])
  expect(of('year')).toEqual([['2026'], [60]])
  expect(of('week')).toMatchObject([{ length: 13 }, { 0: 30, 1: null, 12: 30 }])
  const { categories } = chart({ by: { column: '日期' }, measures: [{ fn: 'count' }] })
  expect([categories[0], categories.at(-1), categories.length]).toEqual(['2026-01-05', '2026-04-02', 88])
})

test('a split gives a series for each of its values, and for each measure', async () => {
  const { chart } = await imported()
  expect(
    chart({
      by: { column: '日期', step: 'quarter' },
      split: { column: '渠道' },
      measures: [{ fn: 'sum', column: '注册' }],
    }).series.map(({ part, values }) => [part, values]),
  ).toEqual([
    ['抖音', [10, 30]],
    ['小红书', [20, null]],
    [null, [null, null]],
  ])
  expect(
    chart({
      by: { column: '达标' },
      split: { column: '日期', step: 'half' },
      measures: [{ fn: 'sum', column: '注册' }, { fn: 'count' }],
    }),
  ).toMatchObject({
    categories: ['✓', '✗', null],
    series: [
      { part: '2026-H1', name: '注册', values: [40, 20, null] },
      { part: '2026-H1', name: '日报', values: [2, 1, 1] },
    ],
  })
})

test('rows are chosen as the table itself chooses them', async () => {
  const { chart } = await imported()
  const { categories, series } = chart({
    by: { column: '渠道' },
    measures: [{ fn: 'sum', column: '注册' }],
    where: (column) => [
      { kind: 'between', column: column('日期'), from: '2026-01-06', to: '2026-04-01' },
      { kind: 'blank', column: column('注册'), filled: true },
    ],
  })
  expect([categories, series[0]?.values]).toEqual([
    ['小红书', '抖音'],
    [20, 30],
  ])
})

test('of very many values the largest are given, with how many there are and what the rest adds up to', async () => {
  const rows = Array.from({ length: 5000 }, (_, index) => [
    `D${index}`,
    `店${index % 100}`,
    index,
    index / 10,
  ])
  const { chart } = await imported(
    madeTable({ 订单号: 'text', 门店: 'text', 件数: 'integer', 单价: 'number' }, rows),
  )
  const measures: Asked['measures'] = [
    { fn: 'sum', column: '件数' },
    { fn: 'avg', column: '单价' },
  ]
  const { categories, series, found } = chart({ by: { column: '订单号' }, measures })
  expect([categories.length, categories[0], categories.at(-1)]).toEqual([2000, 'D3000', 'D4999'])
  expect(found).toEqual({ categories: 5000, series: 2 })
  expect(series.map(({ rest }) => rest)).toEqual([(2999 * 3000) / 2, undefined])
  expect(series[0]?.values.slice(0, 2)).toEqual([3000, 3001])
  const split = chart({ by: { column: '订单号' }, split: { column: '门店' }, measures: measures.slice(0, 1) })
  expect(split.found).toEqual({ categories: 5000, series: 100 })
  expect(split.series).toHaveLength(60)
  expect(split.series[0]).toMatchObject({ part: '店40', rest: 30 * 40 + 100 * ((29 * 30) / 2) })
  expect(chart({ by: { column: '门店' }, measures }).found).toBeUndefined()
})

test('of very many days the latest are given', async () => {
  const days = Array.from({ length: 2500 }, (_, index) => [
    new Date(Date.UTC(2019, 0, 1 + index)).toISOString().slice(0, 10),
    index,
  ])
  const { chart } = await imported(madeTable({ 日期: 'date', 注册: 'integer' }, days))
  const { categories, series, found } = chart({
    by: { column: '日期', step: 'day' },
    measures: [{ fn: 'sum', column: '注册' }],
  })
  expect([categories.length, categories.at(-1), series[0]?.values.at(-1)]).toEqual([2000, '2025-11-04', 2499])
  expect([found, series[0]?.rest]).toEqual([{ categories: 2500, series: 1 }, undefined])
})

test('no rows give no categories, and an unknown column or table is refused', async () => {
  const { store, table, chart } = await imported()
  const none = chart({
    by: { column: '日期', step: 'month' },
    measures: [{ fn: 'count' }],
    where: (column) => [{ kind: 'is', column: column('渠道'), values: ['微信'] }],
  })
  expect(none).toMatchObject({ categories: [], series: [{ values: [] }] })
  const query: ChartQuery = {
    table: table.id,
    by: { column: 'gone' as ColumnId },
    measures: [{ fn: 'count' }],
  }
  expect(() => store.tables.chartData(query)).toThrow(expect.objectContaining({ code: 'column-unknown' }))
  expect(() => store.tables.chartData({ ...query, table: 'gone' as TableId })).toThrow(
    expect.objectContaining({ code: 'table-unknown' }),
  )
})

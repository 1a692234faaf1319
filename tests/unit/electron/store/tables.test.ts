import { expect, test } from 'vitest'
import type { PeriodStep } from '../../../../shared/model/figure.ts'
import type { ColumnId, TableId } from '../../../../shared/model/ids.ts'
import type { RowFilter } from '../../../../shared/model/table.ts'
import type { Store } from '../../../../electron/store/index.ts'
import { importTables, madeTable, temporaryStore } from '../../../support/project.ts'

const made = madeTable(
  { 日期: 'date', 渠道: 'text', 注册: 'integer', 成本: ['money', '元', 1e4], 达标: 'boolean', 备注: 'text' },
  [
    ['2026-03-03', '抖音', 10, 0.1, true, null],
    ['2026-03-02', '小红书', 20, 0.2, false, '补录'],
    ['2026-04-01', '抖音', 30, 0.7, true, null],
    ['不详', '抖音', null, 5.8, null, null],
  ],
)

async function imported(): Promise<{ store: Store; table: TableId; column: (name: string) => ColumnId }> {
  const { store } = temporaryStore()
  const { tables } = await importTables(store, '日报.xlsx', [made])
  const table = tables[0] ?? expect.fail()
  return {
    store,
    table: table.id,
    column: (name) => table.columns.find((column) => column.name === name)?.id ?? expect.fail(name),
  }
}

test('a query groups in the order of dates, else of the sheet', async () => {
  const { store, table, column } = await imported()
  expect(
    store.tables.query(table, [{ column: column('渠道') }], [{ fn: 'sum', column: column('注册') }]),
  ).toEqual({
    columns: ['渠道', 'sum:注册'],
    rows: [
      ['抖音', 40],
      ['小红书', 20],
    ],
  })
  expect(
    store.tables.query(
      table,
      [{ column: column('日期'), step: 'month' }, { column: column('渠道') }],
      [{ fn: 'sum', column: column('成本') }, { fn: 'count' }],
    ),
  ).toEqual({
    columns: ['日期:month', '渠道', 'sum:成本', 'count'],
    rows: [
      [null, '抖音', 5.8, 1],
      ['2026-03', '抖音', 0.1, 1],
      ['2026-03', '小红书', 0.2, 1],
      ['2026-04', '抖音', 0.7, 1],
    ],
  })
})

test('a query without more counts rows, also of none', async () => {
  const { store, table, column } = await imported()
  expect(store.tables.query(table, [], [])).toEqual({ columns: ['count'], rows: [[4]] })
  expect(store.tables.query(table, [{ column: column('达标') }], [])).toEqual({
    columns: ['达标', 'count'],
    rows: [
      [true, 2],
      [false, 1],
      [null, 1],
    ],
  })
  const empty = await importTables(store, 'empty.xlsx', [madeTable({ 注册: 'integer' }, [])])
  const id = empty.tables[0]?.id ?? expect.fail()
  expect(
    store.tables.query(id, [], [{ fn: 'count' }, { fn: 'sum', column: empty.tables[0]?.columns[0]?.id }]),
  ).toEqual({
    columns: ['count', 'sum:注册'],
    rows: [[0, null]],
  })
})

test('a query takes the rows that pass its filters, by quarters and halves too', async () => {
  const { store, table, column } = await imported()
  const by = (step: PeriodStep) => [{ column: column('日期'), step }]
  const sum = [{ fn: 'sum' as const, column: column('注册') }]
  expect(store.tables.query(table, by('quarter'), sum)).toEqual({
    columns: ['日期:quarter', 'sum:注册'],
    rows: [
      [null, null],
      ['2026-Q1', 30],
      ['2026-Q2', 30],
    ],
  })
  const where: RowFilter[] = [
    { kind: 'is', column: column('渠道'), values: ['抖音'] },
    { kind: 'between', column: column('注册'), from: 1 },
  ]
  expect(store.tables.query(table, by('half'), sum, where).rows).toEqual([['2026-H1', 40]])
  expect(store.tables.query(table, [], [], where).rows).toEqual([[2]])
})

test('the first and the last text or date can be asked for', async () => {
  const { store, table, column } = await imported()
  expect(
    store.tables.query(
      table,
      [],
      [
        { fn: 'min', column: column('日期') },
        { fn: 'last', column: column('渠道') },
        { fn: 'distinct', column: column('渠道') },
      ],
    ).rows,
  ).toEqual([['2026-03-02', '抖音', 2]])
})

test('an unknown table and an unknown column are refused', async () => {
  const { store, table } = await imported()
  expect(() => store.tables.query('none' as never, [], [])).toThrow(
    expect.objectContaining({ code: 'table-unknown' }),
  )
  expect(() => store.tables.query(table, [{ column: 'none' as never }], [])).toThrow(
    expect.objectContaining({ code: 'column-unknown' }),
  )
})

test('a profile tells the values of texts and the days of dates', async () => {
  const { store, table, column } = await imported()
  const profile = store.tables.profile(table)
  expect(profile.head).toEqual(made.rows)
  expect(profile.distinct).toEqual(
    new Map([
      [column('渠道'), ['抖音', '小红书']],
      [column('备注'), ['补录']],
    ]),
  )
  expect(profile.days).toEqual(new Map([[column('日期'), { from: '2026-03-02', to: '2026-04-01' }]]))
})

test('a text column of many values is no way to divide', async () => {
  const { store } = temporaryStore()
  const rows = Array.from({ length: 300 }, (_, index) => [`用户${index % 25}`, `组${index % 24}`])
  const { tables } = await importTables(store, 'a.xlsx', [madeTable({ 用户: 'text', 组: 'text' }, rows)])
  const profile = store.tables.profile(tables[0]?.id ?? expect.fail())
  expect([...profile.distinct.keys()]).toEqual([tables[0]?.columns[1]?.id])
  expect(profile.head).toHaveLength(200)
})

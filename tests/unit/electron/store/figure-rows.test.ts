import { expect, test } from 'vitest'
import type { FigureRows } from '../../../../electron/store/figure-rows.ts'
import type { Origin } from '../../../../shared/model/figure.ts'
import { type ColumnId, FigureId, type TableId } from '../../../../shared/model/ids.ts'
import type { RowFilter } from '../../../../shared/model/table.ts'
import { importTables, madeTable, temporaryStore } from '../../../support/project.ts'

const made = madeTable({ 日期: 'date', 渠道: 'text', 注册: 'integer' }, [
  ['2026-03-02', '抖音', 10],
  ['2026-03-03', '小红书', 20],
  ['2026-04-01', '抖音', 30],
])

async function imported(): Promise<{
  table: TableId
  column: (name: string) => ColumnId
  rowsOf: (origin: Origin) => FigureRows
  shown: (filters: readonly RowFilter[]) => unknown
}> {
  const { store } = temporaryStore()
  const { tables } = await importTables(store, '日报.xlsx', [made])
  const table = tables[0] ?? expect.fail()
  return {
    table: table.id,
    column: (name) => table.columns.find((one) => one.name === name)?.id ?? expect.fail(name),
    rowsOf: (origin) =>
      store.tables.filtersOf({
        id: FigureId.parse('f'),
        name: 'f',
        kind: 'count',
        unit: '',
        rounding: { scale: 1, decimals: 0 },
        origin,
        additive: true,
      }),
    shown: (filters) =>
      store.tables.rows(table.id, { from: 0, limit: 10, filters }).rows.map(({ values }) => values[2]),
  }
}

test('the rows of an aggregate are those that its filters keep, a period from its first day to its last', async () => {
  const { table, column, rowsOf, shown } = await imported()
  const where: RowFilter[] = [{ kind: 'between', column: column('注册'), to: 20 }]
  const rows = rowsOf({
    kind: 'aggregate',
    table,
    fn: 'sum',
    column: column('注册'),
    filters: [
      { column: column('渠道'), is: '抖音' },
      { column: column('日期'), is: '2026-Q1', step: 'quarter' },
    ],
    where,
  })
  expect(rows).toEqual({
    table,
    column: column('注册'),
    filters: [
      { kind: 'is', column: column('渠道'), values: ['抖音'] },
      { kind: 'between', column: column('日期'), from: '2026-01-01', to: '2026-03-31' },
      ...where,
    ],
  })
  expect(shown(rows?.filters ?? [])).toEqual([10])
})

test('a count of rows names no column, and a key that is no period keeps nothing', async () => {
  const { table, column, rowsOf, shown } = await imported()
  expect(rowsOf({ kind: 'aggregate', table, fn: 'count', filters: [] })).toEqual({ table, filters: [] })
  const rows = rowsOf({
    kind: 'aggregate',
    table,
    fn: 'count',
    filters: [{ column: column('日期'), is: '2026-13', step: 'month' }],
  })
  expect(shown(rows?.filters ?? [])).toEqual([])
})

test('a cell is shown where its row stands now', async () => {
  const { table, column, rowsOf } = await imported()
  const cell = { kind: 'cell', table, column: column('注册'), row: 2 } as const
  expect(rowsOf({ ...cell, label: '小红书' })).toEqual({ table, filters: [], row: 3, column: column('注册') })
  expect(rowsOf({ ...cell, label: '' })).toMatchObject({ row: 2 })
  expect(rowsOf({ ...cell, label: '微信' })).toBeNull()
})

test('what stands on no rows has none', async () => {
  const { table, column, rowsOf } = await imported()
  const sum = { kind: 'aggregate', table, fn: 'sum', column: column('注册'), filters: [] } as const
  expect(rowsOf({ kind: 'typed', value: 1, note: '' })).toBeNull()
  expect(rowsOf({ kind: 'formula', expression: { number: 1 } })).toBeNull()
  expect(rowsOf({ ...sum, filters: [], table: 'gone' as TableId })).toBeNull()
  expect(rowsOf({ ...sum, filters: [], column: 'gone' as ColumnId })).toBeNull()
  expect(rowsOf({ ...sum, filters: [{ column: 'gone' as ColumnId, is: 1 }] })).toBeNull()
})

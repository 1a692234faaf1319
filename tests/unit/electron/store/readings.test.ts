import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type {
  AggregateFunction,
  Figure,
  Filter,
  Origin,
  PeriodStep,
  Reading,
} from '../../../../shared/model/figure.ts'
import { type ColumnId, FigureId } from '../../../../shared/model/ids.ts'
import type { CellValue, RowFilter, Table, TableRow } from '../../../../shared/model/table.ts'
import { recordRow } from '../../../../shared/model/cell-address.ts'
import { tidy } from '../../../../shared/numbers/tidy.ts'
import { connect } from '../../../../electron/store/database.ts'
import type { Store } from '../../../../electron/store/index.ts'
import { type MadeTable, importTables, madeTable, temporaryStore } from '../../../support/project.ts'

type Aggregate = Extract<Origin, { kind: 'aggregate' }>

const figure = (id: string, origin: Origin): Figure => ({
  id: FigureId.parse(id),
  name: id,
  kind: 'count',
  unit: '',
  rounding: { scale: 1, decimals: 0 },
  origin,
  additive: true,
})

async function imported(
  store: Store,
  made: MadeTable,
): Promise<{ table: Table; column: (name: string) => ColumnId }> {
  const { tables } = await importTables(store, '日报.xlsx', [made])
  const table = tables[0] ?? expect.fail()
  return {
    table,
    column: (name) => table.columns.find((column) => column.name === name)?.id ?? expect.fail(name),
  }
}

async function read(store: Store, origin: Origin): Promise<Reading | undefined> {
  const readings = await store.readings([figure('f', origin)])
  return readings.get(FigureId.parse('f'))
}

/** Two weeks of two channels; cost in 万元. Row 4 has a cell that did not fit. */
const daily = madeTable({ 日期: 'date', 渠道: 'text', 注册: 'integer', 成本: ['money', '元', 1e4] }, [
  ['2026-03-02', '抖音', 10, 0.1],
  ['2026-03-02', '小红书', 20, 0.2],
  ['2026-03-03', '抖音', '缺', 0.7],
  ['2026-03-08', '小红书', 40, null],
  ['2026-03-09', '抖音', 55, 5.8],
  ['2026-04-01', '小红书', 35, 1],
])

test('totals: value in base units, rows that took part, cells and period', async () => {
  const { store } = temporaryStore()
  const { table, column } = await imported(store, daily)
  const of = (fn: AggregateFunction, name?: string, filters: Filter[] = []): Promise<Reading | undefined> =>
    read(store, {
      kind: 'aggregate',
      table: table.id,
      fn,
      filters,
      ...(name !== undefined && { column: column(name) }),
    })

  expect(await of('sum', '注册')).toEqual({
    value: 160,
    rows: 5,
    cells: 'C2:C7',
    period: { from: '2026-03-02', to: '2026-04-01' },
  })
  expect(await of('sum', '成本')).toMatchObject({ value: 78000, rows: 5, cells: 'D2:D7' })
  expect(await of('avg', '注册')).toMatchObject({ value: 32 })
  expect(await of('count', '成本')).toMatchObject({ value: 5, rows: 5 })
  expect(await of('count')).toMatchObject({ value: 6, cells: 'A2:D7' })
  expect(await of('distinct', '渠道')).toMatchObject({ value: 2, rows: 6, cells: 'B2:B7' })
  expect(await of('sum', '注册', [{ column: column('渠道'), is: '抖音' }])).toEqual({
    value: 65,
    rows: 2,
    cells: 'C2:C6',
    period: { from: '2026-03-02', to: '2026-03-09' },
  })
  expect(await of('sum', '注册', [{ column: column('渠道'), is: '微信' }])).toEqual({
    value: null,
    rows: 0,
    cells: '',
  })
  expect(await of('count', undefined, [{ column: column('渠道'), is: '微信' }])).toMatchObject({
    value: 0,
    rows: 0,
  })
})

test('picks say on which day the value stands', async () => {
  const { store } = temporaryStore()
  const { table, column } = await imported(store, daily)
  const of = (fn: AggregateFunction): Promise<Reading | undefined> =>
    read(store, { kind: 'aggregate', table: table.id, fn, column: column('注册'), filters: [] })
  expect(await of('max')).toMatchObject({ value: 55, at: '2026-03-09', rows: 5, cells: 'C2:C7' })
  expect(await of('min')).toMatchObject({ value: 10, at: '2026-03-02' })
  expect(await of('first')).toMatchObject({ value: 10, at: '2026-03-02' })
  expect(await of('last')).toMatchObject({ value: 35, at: '2026-04-01' })
})

test('with `per`, sums of days, ISO weeks and months are compared', async () => {
  const { store } = temporaryStore()
  const { table, column } = await imported(store, daily)
  const per = (fn: AggregateFunction, step: PeriodStep): Promise<Reading | undefined> =>
    read(store, {
      kind: 'aggregate',
      table: table.id,
      fn,
      column: column('注册'),
      filters: [],
      per: { column: column('日期'), step },
    })
  expect(await per('max', 'day')).toMatchObject({ value: 55, at: '2026-03-09', rows: 5 })
  expect(await per('max', 'week')).toMatchObject({ value: 70, at: '2026-W10' })
  expect(await per('min', 'month')).toMatchObject({ value: 35, at: '2026-04' })
  expect(await per('avg', 'month')).toMatchObject({ value: 80 })
  expect(await per('count', 'week')).toMatchObject({ value: 3 })
  expect(await per('last', 'month')).toMatchObject({ value: 35, at: '2026-04' })
})

test('the parts of a total by channel or month agree with one another', async () => {
  const { store } = temporaryStore()
  const { table, column } = await imported(store, daily)
  const parts = [
    ...['抖音', '小红书', '微信'].map((is) => ({ column: column('渠道'), is })),
    ...['2026-03', '2026-04'].map((is) => ({ column: column('日期'), is, step: 'month' as const })),
  ]
  const figures = parts.map((filter, index) =>
    figure(`f${index}`, {
      kind: 'aggregate',
      table: table.id,
      fn: 'sum',
      column: column('注册'),
      filters: [filter],
    }),
  )
  const readings = await store.readings(figures)
  expect(figures.map(({ id }) => readings.get(id)?.value)).toEqual([65, 95, null, 125, 35])
})

test('a cell is found by its label when the row moved, and says where it stands now', async () => {
  const { store } = temporaryStore()
  const goals = madeTable({ 指标: 'text', 目标: ['number', '人', 1e4], 实际: 'number' }, [
    ['新增', 5, 5.8],
    ['留存', 0.45, 0.482],
  ])
  const { table, column } = await imported(store, goals)
  const origin = { kind: 'cell', table: table.id, row: 2, column: column('目标'), label: '新增' } as const
  expect(await read(store, origin)).toEqual({ value: 50000, rows: 1, cells: 'B2' })
  await imported(
    store,
    madeTable({ 指标: 'text', 目标: ['number', '人', 1e4], 实际: 'number' }, [
      ['留存', 0.45, 0.482],
      ['新增', 6, 5.8],
    ]),
  )
  expect(await read(store, origin)).toEqual({ value: 60000, rows: 1, cells: 'B3' })
  await imported(
    store,
    madeTable({ 指标: 'text', 目标: ['number', '人', 1e4], 实际: 'number' }, [['留存', 0.45, 0.482]]),
  )
  expect(await read(store, origin)).toEqual({ value: null, rows: 0, cells: '' })
})

test('the cell that names a row may stand in any column', async () => {
  const { store } = temporaryStore()
  const columns = { 序号: 'integer', 指标: 'text', 实际: 'number' } as const
  const { table, column } = await imported(
    store,
    madeTable(columns, [
      [1, '新增', 5],
      [2, '留存', 6],
    ]),
  )
  const origin = { kind: 'cell', table: table.id, row: 3, column: column('实际'), label: '留存' } as const
  await imported(
    store,
    madeTable(columns, [
      [1, '留存', 7],
      [2, '新增', 8],
    ]),
  )
  expect(await read(store, origin)).toMatchObject({ value: 7, cells: 'C2' })
})

test('a number may be the label', async () => {
  const { store } = temporaryStore()
  const { table, column } = await imported(
    store,
    madeTable({ 年份: 'integer', 用户: 'integer' }, [
      [2025, 1],
      [2026, 2],
    ]),
  )
  expect(
    await read(store, { kind: 'cell', table: table.id, row: 2, column: column('用户'), label: '2026' }),
  ).toMatchObject({
    value: 2,
    cells: 'B3',
  })
})

test('without the table or the column there is no reading', async () => {
  const { store } = temporaryStore()
  const { table, column } = await imported(store, daily)
  const total: Origin = { kind: 'aggregate', table: table.id, fn: 'sum', column: column('注册'), filters: [] }
  await imported(store, madeTable({ 日期: 'date', 渠道: 'text', 成本: 'money' }, [['2026-03-02', '抖音', 1]]))
  expect(await read(store, total)).toBeUndefined()
  expect(await read(store, { ...total, table: 'gone' as never })).toBeUndefined()
  expect(await read(store, { kind: 'typed', value: 1, note: '' })).toBeUndefined()
})

test('an import that ends between two queries is never half in the answer', async () => {
  const { store } = temporaryStore()
  const { table, column } = await imported(store, daily)
  const doubled = madeTable(
    { 日期: 'date', 渠道: 'text', 注册: 'integer', 成本: ['money', '元', 1e4] },
    daily.rows.map(({ values }) => values.map((value) => (typeof value === 'number' ? value * 2 : value))),
  )
  const sum = (id: string, name: string): Figure =>
    figure(id, { kind: 'aggregate', table: table.id, fn: 'sum', column: column(name), filters: [] })
  const reading = store.readings([sum('a', '注册'), sum('b', '成本'), sum('c', '注册'), sum('d', '成本')])
  await imported(store, doubled)
  const values = [...(await reading).values()].map(({ value }) => value)
  expect([
    [160, 160, 78000, 78000],
    [320, 320, 156000, 156000],
  ]).toContainEqual(values.toSorted((a, b) => Number(a) - Number(b)))
})

test('cells of an unpivoted and of an upright table are named by their places in the sheet', async () => {
  const { store } = temporaryStore()
  // Sheet rows 5, 6 and 9; months in C, D and E of which D6 is empty.
  const made = madeTable({ 渠道: 'text', 月份: 'text', 花费: 'number' }, [
    ['抖音', '1月', 10],
    ['抖音', '2月', 20],
    ['抖音', '3月', 30],
    ['微信', '1月', 40],
    ['微信', '3月', 60],
    ['知乎', '2月', 80],
  ])
  const places = [
    [5, 2],
    [5, 3],
    [5, 4],
    [6, 2],
    [6, 4],
    [9, 3],
  ] as const
  for (const [index, [row, letter]] of places.entries()) {
    Object.assign(made.rows[index] ?? {}, { row: recordRow(row, letter) })
  }
  made.found.layout = { kind: 'unpivot', letters: ['C', 'D', 'E'], label: '月份', value: '花费' }
  const { table, column } = await imported(store, made)
  const of = async (fn: AggregateFunction, name?: string, filters: Filter[] = []): Promise<unknown> => {
    const reading = await read(store, {
      kind: 'aggregate',
      table: table.id,
      fn,
      filters,
      ...(name !== undefined && { column: column(name) }),
    })
    return [reading?.value, reading?.cells]
  }
  const is = (name: string, value: CellValue): Filter[] => [{ column: column(name), is: value as string }]
  expect(await of('sum', '花费')).toEqual([240, 'C5:E9'])
  expect(await of('max', '花费')).toEqual([80, 'C5:E9'])
  expect(await of('sum', '花费', is('月份', '2月'))).toEqual([100, 'D5:D9'])
  expect(await of('sum', '花费', is('渠道', '微信'))).toEqual([100, 'C6:E6'])
  expect(await of('sum', '花费', is('渠道', '知乎'))).toEqual([80, 'D9'])
  expect(await of('distinct', '渠道')).toEqual([3, 'A5:A9'])
  expect(await of('count')).toEqual([6, 'A5:E9'])
  const cell = { kind: 'cell', table: table.id, column: column('花费'), label: '' } as const
  expect(await read(store, { ...cell, row: recordRow(6, 4) })).toMatchObject({ value: 60, cells: 'E6' })

  const upright = madeTable({ 月份: 'text', 曝光: 'integer' }, [
    ['1月', 7],
    ['2月', 8],
  ])
  upright.found.layout = { kind: 'columns' }
  for (const [index, letter] of ['3', '4'].entries())
    Object.assign(upright.found.columns[index] ?? {}, { letter })
  const other = await importTables(store, '横表.xlsx', [upright])
  const views = other.tables[0]?.columns[1]?.id ?? expect.fail()
  const id = other.tables[0]?.id ?? expect.fail()
  const total: Origin = { kind: 'aggregate', table: id, fn: 'sum', column: views, filters: [] }
  expect(await read(store, total)).toMatchObject({ value: 15, cells: 'B4:C4' })
  expect(await read(store, { kind: 'cell', table: id, column: views, row: 3, label: '2月' })).toMatchObject({
    value: 8,
    cells: 'C4',
  })
})

test('whole numbers are the same whether they are kept as integers or not', async () => {
  const { store, path } = temporaryStore()
  const { table, column } = await imported(
    store,
    madeTable({ 年份: 'integer', 用户: 'integer' }, [
      [2026, 1],
      [2026, 2],
      [2027, 4],
    ]),
  )
  const database = connect(path, { readOnly: false })
  database.run('UPDATE rows_1 SET c0 = CAST(c0 AS REAL) WHERE row = 3')
  expect(database.column('SELECT typeof(c0) FROM rows_1')).toEqual(['integer', 'real', 'integer'])
  database.close()
  const sum: Origin = {
    kind: 'aggregate',
    table: table.id,
    fn: 'sum',
    column: column('用户'),
    filters: [{ column: column('年份'), is: 2026 }],
  }
  const parts = await store.readings([
    figure('a', sum),
    figure('b', { ...sum, filters: [{ column: column('年份'), is: 2027 }] }),
  ])
  expect([...parts.values()].map(({ value }) => value)).toEqual([3, 4])
  const average: Origin = { ...sum, fn: 'avg' }
  expect(await read(store, average)).toMatchObject({ value: 1.5, rows: 2 })
  expect(
    await read(store, {
      kind: 'aggregate',
      table: table.id,
      fn: 'distinct',
      column: column('年份'),
      filters: [],
    }),
  ).toMatchObject({ value: 2 })
  for (const row of [2, 3]) {
    const origin = { kind: 'cell', table: table.id, row, column: column('用户'), label: '2026' } as const
    expect(await read(store, origin)).toMatchObject({ value: row - 1, cells: `B${row}` })
  }
  expect(store.tables.query(table.id, [{ column: column('年份') }], []).rows).toEqual([
    [2026, 2],
    [2027, 1],
  ])
})

test('integers add up beyond what an integer of 64 bits holds', async () => {
  const { store } = temporaryStore()
  const most = Number.MAX_SAFE_INTEGER
  const rows = Array.from({ length: 2000 }, (_, index) => [`2026-0${1 + (index % 2)}-01`, most])
  const { table, column } = await imported(store, madeTable({ 日期: 'date', 数: 'integer' }, rows))
  const sum: Aggregate = { kind: 'aggregate', table: table.id, fn: 'sum', column: column('数'), filters: [] }
  expect((await read(store, sum))?.value).toBeCloseTo(most * 2000, -5)
  expect(most * 2000).toBeGreaterThan(2 ** 63)
  const { rows: queried } = store.tables.query(table.id, [], [{ fn: 'sum', column: column('数') }])
  expect(queried).toEqual([[(await read(store, sum))?.value]])
  expect((await read(store, { ...sum, fn: 'avg' }))?.value).toBe(tidy(most))
  const monthly: Aggregate = { ...sum, fn: 'max', per: { column: column('日期'), step: 'month' } }
  expect((await read(store, monthly))?.value).toBeCloseTo(most * 1000, -5)
})

test('a large number may be the label', async () => {
  const { store, path } = temporaryStore()
  const { table, column } = await imported(
    store,
    madeTable({ 号: 'number', 值: 'number' }, [
      [1e15, 1],
      [0.1, 2],
      [1e300, 3],
    ]),
  )
  // Another row to begin at, so that nothing is known from the time before.
  for (const row of [2, 3]) {
    const of = (label: string): Promise<Reading | undefined> =>
      read(store, { kind: 'cell', table: table.id, row, column: column('值'), label })
    expect(await of('1000000000000000')).toMatchObject({ value: 1 })
    expect(await of('0.1')).toMatchObject({ value: 2 })
    expect(await of('1e+300')).toMatchObject({ value: 3 })
    const database = connect(path, { readOnly: false })
    database.run('UPDATE rows_1 SET c0 = CAST(c0 AS REAL)')
    database.close()
  }
})

test('rows can be kept by anything that the table can be filtered by', async () => {
  const { store } = temporaryStore()
  const { table, column } = await imported(store, daily)
  const sum = (where: RowFilter[], filters: Filter[] = []): Aggregate => ({
    kind: 'aggregate',
    table: table.id,
    fn: 'sum',
    column: column('注册'),
    filters,
    where,
  })
  const days: RowFilter = { kind: 'between', column: column('日期'), from: '2026-03-03', to: '2026-03-31' }
  expect(await read(store, sum([days]))).toEqual({
    value: 95,
    rows: 2,
    cells: 'C5:C6',
    period: { from: '2026-03-08', to: '2026-03-09' },
  })
  const big: RowFilter = { kind: 'between', column: column('注册'), from: 35 }
  expect(await read(store, sum([days, big]))).toMatchObject({ value: 95, rows: 2 })
  expect(await read(store, sum([{ kind: 'contains', column: column('渠道'), text: '红' }]))).toMatchObject({
    value: 95,
  })
  const gone: RowFilter = { kind: 'blank', column: 'gone' as ColumnId, filled: true }
  expect(await read(store, sum([gone]))).toBeUndefined()
  // Parts that differ in their rows too are not one family.
  const part = (is: string): Filter[] => [{ column: column('渠道'), is }]
  const readings = await store.readings([
    figure('a', sum([days], part('抖音'))),
    figure('b', sum([days], part('小红书'))),
    figure('c', sum([big], part('抖音'))),
    figure('d', sum([], part('抖音'))),
  ])
  expect([...readings.values()].map(({ value }) => value)).toEqual([55, 40, 55, 65])
})

test('quarters, halves and years begin with the fiscal year', async () => {
  const { store } = temporaryStore()
  const { table, column } = await imported(store, daily)
  const of = async (is: string, step: PeriodStep): Promise<unknown> =>
    (
      await read(store, {
        kind: 'aggregate',
        table: table.id,
        fn: 'sum',
        column: column('注册'),
        filters: [{ column: column('日期'), is, step }],
      })
    )?.value
  const asked = [
    ['2026-Q1', 'quarter'],
    ['2026-Q2', 'quarter'],
    ['2026-H1', 'half'],
    ['2025-H2', 'half'],
    ['2026', 'year'],
    ['2025', 'year'],
  ] as const
  const all = (): Promise<unknown[]> => Promise.all(asked.map(([is, step]) => of(is, step)))
  expect(await all()).toEqual([125, 35, 160, null, 160, null])
  store.project.write({ ...store.project.read(), yearStart: 4 })
  expect(await all()).toEqual([35, null, 35, 125, 35, 125])
  const by = [{ column: column('日期'), step: 'quarter' as const }]
  expect(store.tables.query(table.id, by, []).rows).toEqual([
    ['2025-Q4', 5],
    ['2026-Q1', 1],
  ])
})

test('a number in a cell of text is read as a person reads it', async () => {
  const { store } = temporaryStore()
  const { table, column } = await imported(
    store,
    madeTable({ 指标: 'text', 实际: 'text' }, [
      ['新增', '5.8万人'],
      ['留存', '48.2%'],
      ['评价', '良好'],
      ['备注', null],
    ]),
  )
  const of = async (label: string): Promise<unknown> => {
    const reading = await read(store, {
      kind: 'cell',
      table: table.id,
      row: 2,
      column: column('实际'),
      label,
    })
    return [reading?.value, reading?.cells]
  }
  expect(await of('新增')).toEqual([58000, 'B2'])
  expect(await of('留存')).toEqual([0.482, 'B3'])
  expect(await of('评价')).toEqual([null, 'B4'])
  expect(await of('备注')).toEqual([null, 'B5'])
})

// The same, computed the slow way in JavaScript.

const day = fc
  .integer({ min: 0, max: 70 })
  .map((offset) => new Date(Date.UTC(2025, 11, 1 + offset)).toISOString().slice(0, 10))
const row = fc.tuple(
  fc.option(day),
  fc.constantFrom('抖音', '小红书', '微信'),
  fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: -50, max: 500 }) },
    { weight: 1, arbitrary: fc.constantFrom(null, '缺', true) },
  ),
)

function periodKey(date: string, step: PeriodStep): string {
  if (step === 'day') return date
  if (step === 'month') return date.slice(0, 7)
  // ISO 8601: the week belongs to the year that its Thursday is in.
  const thursday = new Date(`${date}T00:00:00Z`)
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7))
  const year = thursday.getUTCFullYear()
  const week = Math.ceil(((thursday.getTime() - Date.UTC(year, 0, 1)) / 86_400_000 + 1) / 7)
  return `${year}-W${String(week).padStart(2, '0')}`
}

interface Asked {
  fn: 'sum' | 'avg' | 'min' | 'max' | 'count' | 'distinct' | 'first' | 'last'
  channel: string | undefined
  month: string | undefined
  per: PeriodStep | undefined
}

function slowly(rows: readonly TableRow[], { fn, channel, month, per }: Asked): number | null {
  const kept = rows.filter(
    ({ values }) =>
      (channel === undefined || values[1] === channel) &&
      (month === undefined || (typeof values[0] === 'string' && values[0].startsWith(month))),
  )
  const counts = fn === 'count' || fn === 'distinct'
  let operands = kept
    .filter(({ values }) => (counts ? values[2] !== null : typeof values[2] === 'number'))
    .map(({ row: number, values }) => ({ at: values[0] ?? null, row: number, value: values[2] as CellValue }))
  if (per) {
    const sums = new Map<string, { at: string; row: number; value: number }>()
    for (const { at, value, row: number } of operands) {
      if (typeof at !== 'string') continue
      const key = periodKey(at, per)
      const sum = sums.get(key) ?? { at: key, row: number, value: 0 }
      sums.set(key, { ...sum, value: sum.value + (typeof value === 'number' ? value : 0) })
    }
    operands = [...sums.values()]
  }
  if (fn === 'count') return operands.length
  if (fn === 'distinct') return new Set(operands.map(({ value }) => value)).size
  const values = operands.map(({ value }) => value as number)
  if (values.length === 0) return null
  const total = values.reduce((sum, value) => sum + value, 0)
  if (fn === 'sum') return total
  if (fn === 'avg') return tidy(total / values.length)
  if (fn === 'min') return Math.min(...values)
  if (fn === 'max') return Math.max(...values)
  const ordered = operands.toSorted((a, b) => {
    if (a.at === null || b.at === null) return Number(a.at === null) - Number(b.at === null) || a.row - b.row
    return String(a.at) < String(b.at) ? -1 : String(a.at) > String(b.at) ? 1 : a.row - b.row
  })
  if (fn === 'first') return ordered[0]?.value as number
  const dated = ordered.filter(({ at }) => at !== null)
  return (dated.length > 0 ? dated : ordered).at(-1)?.value as number
}

test('every aggregate agrees with a plain loop over the rows', async () => {
  const { store } = temporaryStore()
  const asked = fc.record({
    fn: fc.constantFrom<Asked['fn'][]>('sum', 'avg', 'min', 'max', 'count', 'distinct', 'first', 'last'),
    channel: fc.option(fc.constantFrom('抖音', '小红书', '微信'), { nil: undefined }),
    month: fc.option(fc.constantFrom('2025-12', '2026-01', '2026-02'), { nil: undefined }),
    per: fc.option(fc.constantFrom<PeriodStep[]>('day', 'week', 'month'), { nil: undefined }),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 40 }),
      fc.array(asked, { minLength: 1, maxLength: 8 }),
      async (rows, questions) => {
        const made = madeTable({ 日期: 'date', 渠道: 'text', 注册: 'integer' }, rows)
        const { table, column } = await imported(store, made)
        const figures = questions.map(({ fn, channel, month, per }, index) =>
          figure(`f${index}`, {
            kind: 'aggregate',
            table: table.id,
            column: column('注册'),
            fn,
            filters: [
              ...(month === undefined ? [] : [{ column: column('日期'), is: month, step: 'month' as const }]),
              ...(channel === undefined ? [] : [{ column: column('渠道'), is: channel }]),
            ],
            ...(per !== undefined && { per: { column: column('日期'), step: per } }),
          }),
        )
        const readings = await store.readings(figures)
        expect(questions.map((_, index) => readings.get(FigureId.parse(`f${index}`))?.value)).toEqual(
          questions.map((question) => slowly(made.rows, question)),
        )
      },
    ),
    { numRuns: 150 },
  )
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Aggregation, type Group, aggregate } from '../../../../electron/store/aggregate.ts'
import { type Database, connect } from '../../../../electron/store/database.ts'
import { fromSql } from '../../../../electron/store/cells.ts'
import { type Store, openStore } from '../../../../electron/store/index.ts'
import { type StoredTable, readTables } from '../../../../electron/store/stored-table.ts'
import { answerFromSummary } from '../../../../electron/store/summary-answers.ts'
import { SummaryBuilder } from '../../../../electron/store/summary-builder.ts'
import { layersOf } from '../../../../electron/store/summary-layers.ts'
import { type SummaryLimits, settleSummary } from '../../../../electron/store/summary.ts'
import type { Sums } from '../../../../electron/store/sums.ts'
import type { AggregateFunction, PeriodStep } from '../../../../shared/model/figure.ts'
import { RowWriter } from '../../../../shared/model/row-batch.ts'
import type { CellValue, RowFilter } from '../../../../shared/model/table.ts'
import { type ColumnId, FigureId } from '../../../../shared/model/ids.ts'
import {
  type MadeTable,
  madeTable,
  readingOf,
  importTables,
  temporaryStore,
} from '../../../support/project.ts'

const columns = {
  日期: 'date',
  时刻: 'datetime',
  渠道: 'text',
  地区: 'text',
  达标: 'boolean',
  注册: 'integer',
  成本: 'number',
  备注: 'text',
} as const
type Name = keyof typeof columns
const names = Object.keys(columns) as Name[]

/** No table is too small, and no group too many. */
const noLimits: SummaryLimits = { rows: 0, fewer: 1 }

function summed({ found, rows }: MadeTable, limits = noLimits): Sums | undefined {
  const builder = new SummaryBuilder()
  const writer = new RowWriter()
  for (const [index, { row, values }] of rows.entries()) {
    writer.start(row)
    for (const value of values) writer.value(value)
    writer.end()
    if (index % 7 === 6) builder.add(writer.take().bytes)
  }
  builder.add(writer.take().bytes)
  return settleSummary(builder, { ...found, rowCount: rows.length }, limits)
}

interface Stored {
  table: StoredTable
  database: Database
  layers: Sums[]
}

async function stored(made: MadeTable): Promise<Stored> {
  const { store, path } = temporaryStore()
  await importTables(store, '日报.xlsx', [made])
  store.close()
  const database = connect(path, { readOnly: true })
  const sums = summed(made)
  return { table: readTables(database)[0] ?? expect.fail(), database, layers: sums ? layersOf(sums, 0) : [] }
}

const answersOf = ({ table, database, layers }: Stored, wanted: Aggregation): (Group[] | undefined)[] =>
  layers.map((sums) =>
    answerFromSummary(sums, table, wanted, (row, position) =>
      fromSql(
        database.column<never>(`SELECT c${position} FROM ${table.rows} WHERE row = ?`, [row])[0] ?? null,
      ),
    ),
  )

const day = fc
  .integer({ min: 0, max: 400 })
  .map((offset) => new Date(Date.UTC(2025, 10, 20 + offset)).toISOString().slice(0, 10))
const moment = fc
  .tuple(day, fc.constantFrom('00:00:00', '09:30:00', '23:59:59'))
  .map((parts) => parts.join('T'))
const number = fc
  .double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
  .map((value) => (value === 0 ? 0 : value))
const row = fc.tuple(
  fc.option(day, { freq: 12 }),
  fc.option(moment, { freq: 6 }),
  fc.constantFrom('抖音', '小红书', '😀', 'a'),
  fc.option(fc.constantFrom('华东', '华南'), { freq: 4 }),
  fc.option(fc.boolean(), { freq: 4 }),
  fc.option(fc.integer({ min: -50, max: 500 }), { freq: 6 }),
  number,
  fc.string({ maxLength: 3 }),
)

const step = fc.constantFrom<PeriodStep[]>('day', 'week', 'month', 'quarter', 'half', 'year')
const keyOf = fc.oneof(
  fc.record({ name: fc.constantFrom<Name[]>('渠道', '地区', '达标', '日期', '时刻') }),
  fc.record({ name: fc.constantFrom<Name[]>('日期', '时刻'), step }),
)
const filter = fc.oneof(
  fc.record({ name: fc.constant<Name>('渠道'), is: fc.constantFrom('抖音', 'a', '微信') }),
  fc.record({ name: fc.constant<Name>('达标'), is: fc.boolean() }),
  fc.constantFrom<{ name: Name; is: string; step: PeriodStep }[]>(
    { name: '日期', is: '2026-01', step: 'month' },
    { name: '日期', is: '2026-Q2', step: 'quarter' },
    { name: '时刻', is: '2025-H2', step: 'half' },
    { name: '日期', is: '2026', step: 'year' },
    { name: '日期', is: '2025-W50', step: 'week' },
  ),
)
const where = fc.oneof(
  fc.record({
    kind: fc.constant('is' as const),
    name: fc.constantFrom<Name[]>('渠道', '地区', '达标'),
    values: fc.array(fc.constantFrom<CellValue[]>('抖音', '华东', null, true, 3), { maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('between' as const),
    name: fc.constantFrom<Name[]>('日期', '时刻'),
    from: fc.option(fc.constantFrom('2026-01-05', '2026', '2026-02-01T10:00:00'), { nil: undefined }),
    to: fc.option(fc.constantFrom('2026-03-05', '2026-06'), { nil: undefined }),
  }),
  fc.record({ kind: fc.constant('blank' as const), name: fc.constant<Name>('地区'), filled: fc.boolean() }),
)
const question = fc.record({
  fn: fc.constantFrom<AggregateFunction[]>('sum', 'avg', 'min', 'max', 'first', 'last', 'count', 'distinct'),
  name: fc.constantFrom(...names),
  ofRows: fc.boolean(),
  by: fc.array(keyOf, { maxLength: 2 }),
  filters: fc.array(filter, { maxLength: 1 }),
  where: fc.array(where, { maxLength: 1 }),
  per: fc.option(fc.record({ name: fc.constantFrom<Name[]>('日期', '时刻'), step }), { nil: undefined }),
})

function wantedOf(
  table: StoredTable,
  asked: typeof question extends fc.Arbitrary<infer T> ? T : never,
): Aggregation {
  const column = <T extends { name: Name }>({ name, ...rest }: T) => ({
    column: table.columns[names.indexOf(name)]?.id ?? expect.fail(name),
    ...rest,
  })
  const isOfRows = asked.fn === 'count' && asked.ofRows
  return {
    fn: asked.fn,
    ...(!isOfRows && column({ name: asked.name })),
    by: asked.by.map(column),
    filters: asked.filters.map(column),
    where: asked.where.map((one) => column(one) as RowFilter),
    ...(asked.per && { per: column(asked.per) }),
  }
}

test('a summary answers as the rows do, or not at all', { timeout: 60_000 }, async () => {
  let told = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 60 }),
      fc.array(question, { minLength: 10, maxLength: 20 }),
      async (rows, questions) => {
        const all = await stored(madeTable(columns, rows))
        try {
          for (const asked of questions) {
            const wanted = wantedOf(all.table, asked)
            const expected = aggregate(all.database, all.table, wanted)
            for (const answer of answersOf(all, wanted)) {
              if (!answer) continue
              told += 1
              expect(answer, JSON.stringify(wanted)).toEqual(expected)
            }
          }
        } finally {
          all.database.close()
        }
      },
    ),
    { numRuns: 150 },
  )
  expect(told).toBeGreaterThan(500)
})

const dimensionsOf = (sums: Sums | undefined): unknown =>
  sums?.dimensions.map(({ position, values }) => [position, values.length - 1])

const sumOf = (sums: Sums | undefined, position: number): number | undefined =>
  sums?.numbers.get(position)?.high.reduce((sum, value) => sum + value, 0)

test('columns of too many values are given up, the widest first and days never', () => {
  const rows = Array.from({ length: 40_000 }, (_, index) => [
    new Date(Date.UTC(2025, 0, 1 + (index % 700))).toISOString().slice(0, 10),
    `渠道${index % 8}`,
    `订单${index}`,
    `城市${index % 3001}`,
    index,
  ])
  const made = madeTable({ 日期: 'date', 渠道: 'text', 订单: 'text', 城市: 'text', 金额: 'integer' }, rows)
  const sums = summed(made, { rows: 20_000, fewer: 8 })
  expect(dimensionsOf(sums)).toEqual([
    [0, 700],
    [1, 8],
  ])
  expect(sums?.groups).toBe(1400)
  expect(sumOf(sums, 4)).toBe((40_000 * 39_999) / 2)
  expect(sums?.rows.count.reduce((sum, value) => sum + value)).toBe(40_000)
  expect([Math.min(...(sums?.rows.first ?? [])), Math.max(...(sums?.rows.last ?? []))]).toEqual([2, 40_001])
})

test('what is longer than a name is not grouped by, and whole numbers of any size are summed', () => {
  const numbers = [
    0,
    1,
    -1,
    127,
    -128,
    32_767,
    -32_768,
    2 ** 31 - 1,
    -(2 ** 31),
    2 ** 53 - 1,
    -(2 ** 53 - 1),
    0.5,
  ]
  const made = madeTable(
    { 标题: 'text', 渠道: 'text', 数: 'number' },
    numbers.map((value, index) => [index === 5 ? '长'.repeat(70) : '短', '渠道', value]),
  )
  const sums = summed(made)
  expect(dimensionsOf(sums)).toEqual([[1, 1]])
  const [own] = sums?.numbers.values() ?? []
  expect([own?.min, own?.max]).toEqual([Float64Array.of(-(2 ** 53 - 1)), Float64Array.of(2 ** 53 - 1)])
  expect((own?.high[0] ?? 0) + (own?.low[0] ?? 0)).toBe(numbers.reduce((sum, value) => sum + value, 0))
})

test('there is no summary where even days are too many, or rows too few', () => {
  const days = Array.from({ length: 30_000 }, (_, index) => [
    new Date(Date.UTC(1990, 0, 1 + (index % 9000))).toISOString().slice(0, 10),
    index,
  ])
  const columnsOfDays = { 日期: 'date', 金额: 'integer' } as const
  expect(summed(madeTable(columnsOfDays, days), { rows: 20_000, fewer: 8 })).toBeUndefined()
  expect(summed(madeTable(columnsOfDays, days), { rows: 20_000, fewer: 3 })?.groups).toBe(9000)
  expect(summed(madeTable(columnsOfDays, days.slice(0, 19_999)), { rows: 20_000, fewer: 1 })).toBeUndefined()
})

test('a date column that holds something else has no summary, nor has an unpivoted table', () => {
  const dated = { 日期: 'date', 金额: 'integer' } as const
  for (const odd of ['不详', '2026-02-30', '2026-3-1', '2026-03-01T10:00:00', 20260301]) {
    expect(
      summed(
        madeTable(dated, [
          ['2026-03-01', 1],
          [odd, 2],
        ]),
      ),
    ).toBeUndefined()
  }
  const made = madeTable({ 渠道: 'text', 金额: 'integer' }, [['抖音', 1]])
  expect(summed(made)).toBeDefined()
  made.found.layout = { kind: 'unpivot', letters: ['A', 'B'], label: '月份', value: '金额' }
  expect(summed(made)).toBeUndefined()
})

test('a column of numbers and texts is neither summed nor grouped by, wherever the odd one stands', () => {
  const mixed: CellValue[][] = [
    [1, '一', 5, true, null],
    [2, '二', 6, true, null],
    ['三', 3, Infinity, 'yes', null],
    [4, '四', 7, false, null],
  ]
  for (const rows of [mixed, mixed.toReversed(), [...mixed.slice(2), ...mixed.slice(0, 2)]]) {
    const sums = summed(
      madeTable({ 甲: 'integer', 乙: 'text', 丙: 'number', 丁: 'boolean', 戊: 'text' }, rows),
    )
    expect(dimensionsOf(sums)).toEqual([[3, 3]])
    expect([...(sums?.numbers.keys() ?? [])]).toEqual([])
    expect(sums?.rows.count.reduce((sum, value) => sum + value)).toBe(4)
  }
})

test('gaps before, between and after numbers are told apart from them', () => {
  const values = [null, null, 3, 4, null, 0, null]
  const made = madeTable(
    { 渠道: 'text', 金额: 'integer' },
    values.map((value, index) => [index % 2 ? 'a' : 'b', value]),
  )
  const sums = summed(made)
  const numbers = sums?.numbers.get(1)
  expect(numbers?.own).toEqual({
    count: Float64Array.of(1, 2),
    first: Float64Array.of(4, 5),
    last: Float64Array.of(4, 7),
  })
  expect([numbers?.min, numbers?.max]).toEqual([Float64Array.of(3, 0), Float64Array.of(3, 4)])
})

test('a table of very many columns keeps what fits', () => {
  const wide = Object.fromEntries(
    Array.from({ length: 1500 }, (_, index) => [`c${index}`, 'integer' as const]),
  )
  const rows = Array.from({ length: 600 }, (_, index) => [
    `${index}`,
    `${index % 3}`,
    ...Array.from({ length: 1500 }, (__, column) => index + column),
  ])
  const sums = summed(madeTable({ 名称: 'text', 类: 'text', ...wide }, rows))
  expect(dimensionsOf(sums)).toEqual([[1, 3]])
  expect(sumOf(sums, 1501)).toBe((600 * 599) / 2 + 600 * 1499)
})

// The same through the store, with tables large enough to have one.

const channels = ['抖音', '小红书', '微信', '知乎', '微博']
const large = (factor = 1, rows = 24_000): MadeTable =>
  madeTable(
    { 日期: 'date', 渠道: 'text', 注册: 'integer', 成本: ['money', '元', 1e4], 订单: 'text' },
    Array.from({ length: rows }, (_, index) => [
      index % 100 === 99 ? null : new Date(Date.UTC(2025, 6, 1 + (index % 400))).toISOString().slice(0, 10),
      channels[index % 5] ?? null,
      index % 11 === 0 ? null : ((index * 7919) % 1000) * factor,
      ((index * 31) % 997) / 100,
      `D${index}`,
    ]),
  )

const importLarge = (store: Store, made = large()): ReturnType<typeof importTables> =>
  store.sources.import(readingOf('日报.csv', [made], { size: 5000 }), { importedAt: new Date() })

/** Everything that a summary may answer. */
async function answersFrom(store: Store): Promise<unknown> {
  const [table] = store.tables.list()
  if (!table) return undefined
  const column = (name: string): ColumnId =>
    table.columns.find((one) => one.name === name)?.id ?? expect.fail()
  const by = [[], [{ column: column('渠道') }], [{ column: column('日期'), step: 'week' as const }]]
  const measures = (['sum', 'avg', 'min', 'max', 'last', 'count'] as const).map((fn) => ({
    fn,
    column: column('注册'),
  }))
  const readings = await store.readings(
    [...channels, '无'].flatMap((is) =>
      (['sum', 'max', 'first'] as const).map((fn) => ({
        id: FigureId.parse(`${fn}-${channels.indexOf(is)}`),
        name: is,
        kind: 'count' as const,
        unit: '',
        rounding: { scale: 1 as const, decimals: 0 },
        additive: true,
        origin: {
          kind: 'aggregate' as const,
          table: table.id,
          fn,
          column: column('成本'),
          filters: [{ column: column('渠道'), is }],
          where: [{ kind: 'between' as const, column: column('日期'), from: '2025-08-01', to: '2026-01-31' }],
          ...(fn === 'max' && { per: { column: column('日期'), step: 'month' as const } }),
        },
      })),
    ),
  )
  return {
    queries: by.map((keys) => store.tables.query(table.id, keys, measures)),
    chart: store.tables.chartData({
      table: table.id,
      by: { column: column('日期'), step: 'quarter' },
      split: { column: column('渠道') },
      measures: [{ fn: 'sum', column: column('成本') }],
    }),
    readings: [...readings],
    profile: store.tables.profile(table.id),
  }
}

function partsIn(path: string): number[] {
  const database = connect(path, { readOnly: true })
  const serials = database.column<number>('SELECT data_table FROM summary GROUP BY data_table')
  database.close()
  return serials
}

test('with its summary a project answers as without: made just now, read again, and gone', async () => {
  const { store, path, folder } = temporaryStore()
  await importLarge(store)
  expect(partsIn(path)).toEqual([1])
  const atOnce = await answersFrom(store)
  store.close()

  const opened = openStore(path, { asideFolder: folder })
  expect(await answersFrom(opened)).toEqual(atOnce)
  opened.close()

  const database = connect(path, { readOnly: false })
  database.run('DELETE FROM summary')
  database.close()
  const without = openStore(path, { asideFolder: folder })
  expect(await answersFrom(without)).toEqual(atOnce)
  without.close()
})

test('what a summary can tell is told without the rows', async () => {
  const { store, path } = temporaryStore()
  const { tables } = await importLarge(store)
  const table = tables[0] ?? expect.fail()
  const column = (name: string): ColumnId =>
    table.columns.find((one) => one.name === name)?.id ?? expect.fail()
  const sum = [{ fn: 'sum' as const, column: column('注册') }]
  const whole = Number(store.tables.query(table.id, [], sum).rows[0]?.[0])
  const database = connect(path, { readOnly: false })
  database.script('DROP TABLE rows_1')
  database.close()
  const byChannel = { column: column('渠道') }
  const byDay = (period: PeriodStep) => ({ column: column('日期'), step: period })
  for (const by of [[], [byChannel], [byDay('month'), byChannel], [byDay('week')], [byDay('day')]]) {
    const { rows } = store.tables.query(table.id, by, sum)
    expect(rows.reduce((total, group) => total + Number(group.at(-1)), 0)).toBe(whole)
  }
  const chart = store.tables.chartData({
    table: table.id,
    by: byDay('quarter'),
    measures: [{ fn: 'sum', column: column('成本') }],
    where: [{ kind: 'is', ...byChannel, values: ['抖音', '微信'] }],
  })
  expect(chart.categories).toEqual(['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'])
  // Only the rows know how many orders there were.
  const orders = [{ fn: 'distinct' as const, column: column('订单') }]
  expect(() => store.tables.query(table.id, [], orders)).toThrow('no such table')
})

test('a summary is replaced with its file and removed with it', async () => {
  const { store, path } = temporaryStore()
  const { source, tables } = await importLarge(store)
  const table = tables[0] ?? expect.fail()
  const total = (): unknown =>
    store.tables.query(table.id, [], [{ fn: 'sum', column: table.columns[2]?.id }]).rows[0]?.[0]
  const before = Number(total())
  await importLarge(store, large(10))
  expect([total(), partsIn(path)]).toEqual([before * 10, [2]])
  await importLarge(store, large(1, 40))
  expect(partsIn(path)).toEqual([])
  expect(Number(total())).toBeLessThan(before)
  await importLarge(store)
  expect(total()).toBe(before)
  store.sources.remove(source.id)
  expect(partsIn(path)).toEqual([])
})

test('what another program imported is answered from its own summary', async () => {
  const { store, path, folder } = temporaryStore()
  await importLarge(store)
  const other = openStore(path, { asideFolder: folder })
  const before = await answersFrom(store)
  await importLarge(other, large(3))
  expect(await answersFrom(store)).toEqual(await answersFrom(other))
  expect(await answersFrom(store)).not.toEqual(before)
  other.close()
})

test('a summary that lacks a part is a damaged project', async () => {
  const { store, path, folder } = temporaryStore()
  const { tables } = await importLarge(store)
  store.close()
  for (const change of [
    'DELETE FROM summary WHERE part = 3',
    "UPDATE summary SET body = '{}' WHERE part = 0",
  ]) {
    const database = connect(path, { readOnly: false })
    database.script(change.replace("'{}'", "CAST('{}' AS BLOB)"))
    database.close()
    const opened = openStore(path, { asideFolder: folder })
    expect(() => opened.tables.query(tables[0]?.id ?? expect.fail(), [], [])).toThrow(
      expect.objectContaining({ code: 'project-damaged' }),
    )
    opened.close()
  }
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CellValue, ColumnProfile, ColumnType, DateStep } from '../../../../shared/model/table.ts'
import { connect } from '../../../../electron/store/database.ts'
import { importTables, madeTable, temporaryStore } from '../../../support/project.ts'

/** The profile of a column of these values; `raw` is what cells showed, by their place in `values`. */
async function profileOf(
  type: ColumnType,
  values: readonly CellValue[],
  options: { raw?: Readonly<Record<number, string>>; step?: DateStep } = {},
): Promise<ColumnProfile> {
  const { store } = temporaryStore()
  const made = madeTable(
    { x: type },
    values.map((value) => [value]),
  )
  for (const [index, text] of Object.entries(options.raw ?? {})) {
    Object.assign(made.rows[Number(index)] ?? {}, { raw: { 0: text } })
  }
  if (options.step) Object.assign(made.found.columns[0] ?? {}, { step: options.step })
  const { tables } = await importTables(store, 'a.xlsx', [made])
  const [table] = tables
  const profile = store.tables.column(table?.id ?? expect.fail(), table?.columns[0]?.id ?? expect.fail())
  expect(store.tables.column(table?.id ?? expect.fail(), table?.columns[0]?.id ?? expect.fail())).toBe(
    profile,
  )
  store.close()
  return profile
}

const counts = ({ bars }: ColumnProfile): number[] => bars.map(({ count }) => count)

test('numbers: ends, mean, and bars between round bounds', async () => {
  const profile = await profileOf('integer', [1, 2, 2, 5, 4, null, null], { raw: { 5: '缺' } })
  expect(profile).toEqual({
    rows: 7,
    missing: 1,
    misfits: 1,
    distinct: 4,
    min: 1,
    max: 5,
    mean: 2.8,
    bars: [1, 2, 3, 4, 5].map((from, index) => ({ from, to: from + 1, count: [1, 2, 0, 1, 1][index] })),
    values: [],
  })
  const shares = await profileOf('percent', [0.1, 0.2, 0.3, 0.3, 0.7])
  expect(shares.bars[0]).toEqual({ from: 0.1, to: 0.15, count: 1 })
  expect(shares.bars).toHaveLength(13)
  expect(counts(shares)).toEqual([1, 0, 1, 0, 2, 0, 0, 0, 0, 0, 0, 0, 1])
  const wide = await profileOf('money', [-1234.5, 98_765])
  expect(wide.bars[0]).toEqual({ from: -10_000, to: 0, count: 1 })
})

test('what shows text beside its value is neither missing nor a misfit', async () => {
  expect(await profileOf('number', [5, null, null], { raw: { 0: '5 人', 1: '—' } })).toMatchObject({
    missing: 1,
    misfits: 1,
    distinct: 1,
    bars: [],
  })
})

test('where there is nothing to divide there are no bars', async () => {
  const nothing = { distinct: 0, min: null, max: null, mean: null, bars: [], values: [] }
  for (const type of ['number', 'date', 'text'] as const) {
    expect(await profileOf(type, [])).toEqual({ rows: 0, missing: 0, misfits: 0, ...nothing })
    expect(await profileOf(type, [null, null])).toEqual({ rows: 2, missing: 2, misfits: 0, ...nothing })
  }
  expect(await profileOf('number', [7, 7])).toMatchObject({ min: 7, max: 7, mean: 7, bars: [] })
  expect(await profileOf('date', ['2026-01-01'])).toMatchObject({ min: '2026-01-01', bars: [] })
  expect(await profileOf('number', [-1.7e308, 1.7e308])).toMatchObject({ bars: [] })
  expect(await profileOf('number', [1.7e308, 1.6e308])).toMatchObject({ mean: null })
  expect(await profileOf('number', [1e20, 1e20 + 2 ** 15])).toMatchObject({ distinct: 2, bars: [] })
  expect((await profileOf('number', [5e-324, 1e-323])).distinct).toBe(2)
})

test('days fall into days, weeks from Monday, months, quarters or years', async () => {
  const bars = async (values: string[], step?: DateStep, type: ColumnType = 'date'): Promise<unknown> => {
    const profile = await profileOf(type, values, step && { step })
    expect(profile.mean).toBeNull()
    return [profile.bars.length, profile.bars[0], profile.bars.at(-1)]
  }
  expect(await bars(['2026-03-01', '2026-03-03'])).toEqual([
    3,
    { from: '2026-03-01', to: '2026-03-02', count: 1 },
    { from: '2026-03-03', to: '2026-03-04', count: 1 },
  ])
  expect(await bars(['2026-03-01', '2026-03-02', '2026-05-01'])).toEqual([
    10,
    { from: '2026-02-23', to: '2026-03-02', count: 1 },
    { from: '2026-04-27', to: '2026-05-04', count: 1 },
  ])
  expect(await bars(['2025-01-31', '2025-12-31'])).toMatchObject([
    12,
    { to: '2025-02-01' },
    { to: '2026-01-01' },
  ])
  expect(await bars(['2024-01-31', '2026-12-31'])).toMatchObject([
    12,
    { to: '2024-04-01' },
    { to: '2027-01-01' },
  ])
  expect(await bars(['1999-05-05', '2026-12-31'])).toMatchObject([
    15,
    { from: '1998-01-01' },
    { to: '2028-01-01' },
  ])
  expect(await bars(['0005-05-05', '9999-12-31'])).toMatchObject([
    20,
    { from: '0000-01-01' },
    { from: '9500-01-01' },
  ])
  expect(await bars(['2026-01-01', '2026-02-01'], 'month')).toMatchObject([2, { to: '2026-02-01' }, {}])
  expect(await bars(['2026-01-01', '2026-07-01'], 'half')).toMatchObject([2, { to: '2026-07-01' }, {}])
  expect(await bars(['2026-03-01T23:59:59', '2026-03-02T00:00:00'], undefined, 'datetime')).toEqual([
    2,
    { from: '2026-03-01', to: '2026-03-02', count: 1 },
    { from: '2026-03-02', to: '2026-03-03', count: 1 },
  ])
})

test('moments are told apart, and their ends are moments', async () => {
  const moments = ['2026-03-01T10:00:00', '2026-03-01T09:00:00', '2026-03-01T09:00:00', '2026-03-05T00:00:00']
  expect(await profileOf('datetime', moments)).toMatchObject({
    distinct: 3,
    min: '2026-03-01T09:00:00',
    max: '2026-03-05T00:00:00',
    values: [],
  })
})

test('of anything else the most frequent values are told', async () => {
  const texts = Array.from({ length: 60 }, (_, index) => (index < 30 ? `v${index}` : 'often'))
  const profile = await profileOf('text', [...texts, '', null])
  expect(profile).toMatchObject({ rows: 62, missing: 1, distinct: 32, min: null, max: null, bars: [] })
  expect(profile.values).toHaveLength(20)
  expect(profile.values.slice(0, 2)).toEqual([
    { value: 'often', count: 30 },
    { value: 'v0', count: 1 },
  ])
  expect(await profileOf('boolean', [true, false, true])).toMatchObject({
    distinct: 2,
    values: [
      { value: true, count: 2 },
      { value: false, count: 1 },
    ],
  })
})

test('whole numbers are the same whether they are kept as integers or not', async () => {
  const { store, path } = temporaryStore()
  const { tables } = await importTables(store, 'a.xlsx', [
    madeTable({ 年: 'integer' }, [[2026], [2026], [2027]]),
  ])
  const database = connect(path, { readOnly: false })
  database.run('UPDATE rows_1 SET c0 = CAST(c0 AS REAL) WHERE row = 3')
  database.close()
  const [table] = tables
  expect(
    store.tables.column(table?.id ?? expect.fail(), table?.columns[0]?.id ?? expect.fail()),
  ).toMatchObject({
    distinct: 2,
    bars: [{ count: 2 }, { count: 1 }],
  })
})

test('a column that is not there is refused', async () => {
  const { store } = temporaryStore()
  const { tables } = await importTables(store, 'a.xlsx', [madeTable({ x: 'text' }, [['a']])])
  expect(() => store.tables.column(tables[0]?.id ?? expect.fail(), 'none' as never)).toThrow(
    expect.objectContaining({ code: 'column-unknown' }),
  )
})

test('the bars of any numbers hold each of them once', async () => {
  const number = fc.oneof(
    fc.integer({ min: -1000, max: 1000 }),
    fc.double({ noNaN: true, min: -10, max: 10 }),
    fc.integer({ min: -50, max: 50 }).map((tenths) => tenths / 10),
    fc.maxSafeInteger(),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(number, { minLength: 1, maxLength: 30 }), async (values) => {
      const { bars, min, max } = await profileOf('number', values)
      expect([min, max]).toEqual([Math.min(...values), Math.max(...values)])
      expect(bars.length).toBeLessThanOrEqual(20)
      for (const { from, to, count } of bars) {
        expect(values.filter((value) => Number(from) <= value && value < Number(to))).toHaveLength(count)
      }
      for (const [index, { from }] of bars.slice(1).entries()) expect(from).toBe(bars[index]?.to)
      if (bars.length > 0) {
        expect(counts({ bars } as ColumnProfile).reduce((sum, count) => sum + count)).toBe(values.length)
        expect(bars[0]?.count).toBeGreaterThan(0)
        expect(bars.at(-1)?.count).toBeGreaterThan(0)
      }
    }),
    { numRuns: 60, seed: 20_261_122 },
  )
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Store } from '../../../../electron/store/index.ts'
import type { ColumnId } from '../../../../shared/model/ids.ts'
import { recordRow } from '../../../../shared/model/cell-address.ts'
import type { CellValue, RowFilter, RowOrder, Table, TableRow } from '../../../../shared/model/table.ts'
import { connect } from '../../../../electron/store/database.ts'
import { rowPages } from '../../../../electron/store/row-pages.ts'
import { readTables } from '../../../../electron/store/stored-table.ts'
import { type MadeTable, importTables, madeTable, temporaryStore } from '../../../support/project.ts'

interface Imported {
  store: Store
  table: Table
  path: string
  column: (name: string) => ColumnId
}

async function imported(made: MadeTable): Promise<Imported> {
  const { store, path } = temporaryStore()
  const { tables } = await importTables(store, '日报.xlsx', [made])
  const table = tables[0] ?? expect.fail()
  return {
    store,
    table,
    path,
    column: (name) => table.columns.find((column) => column.name === name)?.id ?? expect.fail(name),
  }
}

/** Values of one column of the rows that pass, in order. */
function shown(
  { store, table, column }: Imported,
  name: string,
  asked: { order?: RowOrder[]; filters?: RowFilter[] },
): CellValue[] {
  const { rows, total } = store.tables.rows(table.id, { from: 0, limit: 1000, ...asked })
  expect(rows).toHaveLength(total)
  const index = table.columns.findIndex(({ id }) => id === column(name))
  return rows.map(({ values }) => values[index] ?? null)
}

const numbered = (rows: readonly number[]): MadeTable => {
  const made = madeTable(
    { 值: 'integer' },
    rows.map((row) => [row * 10]),
  )
  for (const [index, row] of rows.entries()) Object.assign(made.rows[index] ?? {}, { row })
  return made
}

test('a page is found by its place, whatever gaps the row numbers have', async () => {
  const gapless = Array.from({ length: 3500 }, (_, index) => index + 5)
  for (const rows of [
    gapless,
    gapless.filter((row) => row % 7 > 0),
    gapless.map((row) => recordRow(row, 3)),
  ]) {
    const { store, table } = await imported(numbered(rows))
    for (const from of [0, 1, 999, 1000, 1001, 2500, rows.length - 2]) {
      const page = store.tables.rows(table.id, { from, limit: 3 })
      expect(page.total).toBe(rows.length)
      expect(page.rows.map(({ row }) => row)).toEqual(rows.slice(from, from + 3))
    }
    expect(store.tables.rows(table.id, { from: rows.length, limit: 3 }).rows).toEqual([])
    expect(store.tables.rows(table.id, { from: 90_000, limit: 3 }).rows).toEqual([])
  }
})

test('the place of a row is that of the next one where it is not in the table', async () => {
  const rows = Array.from({ length: 5000 }, (_, index) => index + 5).filter((row) => row % 10 !== 3)
  const { store, table } = await imported(numbered(rows))
  for (const row of [1, 5, 6, 13, 2003, 2004, 4999, 5004, 9000]) {
    const next = rows.findIndex((candidate) => candidate >= row)
    expect(store.tables.place(table.id, row)).toBe(next === -1 ? rows.length - 1 : next)
  }
  const gapless = await imported(numbered([7, 8, 9]))
  expect([1, 7, 9, 12].map((row) => gapless.store.tables.place(gapless.table.id, row))).toEqual([0, 0, 2, 2])
  const empty = await imported(numbered([]))
  expect(empty.store.tables.place(empty.table.id, 4)).toBe(0)
  expect(empty.store.tables.rows(empty.table.id, { from: 0, limit: 5 })).toEqual({ total: 0, rows: [] })
})

test('the place of a row of the sheet in an unpivoted table is that of its first record', async () => {
  const rows = [5, 6, 8].flatMap((row) => [1, 2, 3].map((column) => recordRow(row, column)))
  const made = numbered(rows)
  made.found.layout = { kind: 'unpivot', letters: ['B', 'C', 'D'], label: '月份', value: '值' }
  const { store, table } = await imported(made)
  expect([1, 5, 6, 7, 8, 9].map((row) => store.tables.place(table.id, row))).toEqual([0, 0, 3, 6, 6, 8])
})

const mixed = madeTable({ 城市: 'text', 人数: 'integer', 达标: 'boolean' }, [
  ['重庆', 10, true],
  ['北京', 9, false],
  [null, 100, null],
  ['安庆', null, true],
  ['Zürich', 9, false],
  ['北京', -1, null],
  ['apple', 0.5, null],
  ['上海', '缺', null],
])

test('Chinese is in the order of its pinyin, blanks come last either way, equal ones by their place in the sheet', async () => {
  const made = await imported(mixed)
  const by = (name: string, descending: boolean): RowOrder => ({ column: made.column(name), descending })
  const up = ['安庆', '北京', '北京', '重庆', '上海', 'apple', 'Zürich']
  expect(shown(made, '城市', { order: [by('城市', false)] })).toEqual([...up, null])
  expect(shown(made, '城市', { order: [by('城市', true)] })).toEqual([...up.toReversed(), null])
  expect(shown(made, '人数', { order: [by('城市', false)] }).slice(1, 3)).toEqual([9, -1])
  expect(shown(made, '人数', { order: [by('城市', true)] }).slice(4, 6)).toEqual([9, -1])
  expect(shown(made, '人数', { order: [by('人数', false)] })).toEqual([-1, 0.5, 9, 9, 10, 100, '缺', null])
  expect(shown(made, '人数', { order: [by('人数', true)] })).toEqual(['缺', 100, 10, 9, 9, 0.5, -1, null])
  expect(shown(made, '城市', { order: [by('人数', false)] }).slice(2, 4)).toEqual(['北京', 'Zürich'])
  expect(shown(made, '城市', { order: [by('人数', false), by('城市', true)] }).slice(2, 4)).toEqual([
    'Zürich',
    '北京',
  ])
  expect(shown(made, '达标', { order: [by('达标', true)] })).toEqual([
    true,
    true,
    false,
    false,
    null,
    null,
    null,
    null,
  ])
  // Named again, a column decides nothing more.
  expect(shown(made, '城市', { order: [by('城市', false), by('城市', true)] })).toEqual([...up, null])
})

test('texts of very many kinds are in the order of their code points', async () => {
  const rows = Array.from({ length: 20_002 }, (_, index) => [
    index === 0 ? '重庆' : index === 1 ? '安庆' : `x${index}`,
  ])
  const made = await imported(madeTable({ 名: 'text' }, rows))
  const order = [{ column: made.column('名'), descending: true }]
  const page = made.store.tables.rows(made.table.id, { from: 0, limit: 2, order })
  // 重 is U+91CD, 安 U+5B89; in the order of pinyin both would come before every letter.
  expect(page.rows.map(({ values }) => values[0])).toEqual(['重庆', '安庆'])
  const up = made.store.tables.rows(made.table.id, {
    from: 0,
    limit: 1,
    order: [{ ...order[0], descending: false } as RowOrder],
  })
  expect(up.rows[0]?.values).toEqual(['x10'])
})

const shop = madeTable({ 店: 'text', 额: 'number', 日: 'datetime' }, [
  ['Café 50%_off', 2026, '2026-03-01T09:30:00'],
  ['CAFÉ a_b', 1234.5, '2026-03-31T23:59:00'],
  ['咖啡', null, '2026-04-01T00:00:00'],
  [null, 20, null],
  ['x\\y', -3, '2025-12-31T12:00:00'],
])
Object.assign(shop.rows[2] ?? {}, { raw: { 1: '约 30 元' } })
Object.assign(shop.rows[0] ?? {}, { raw: { 1: '2026元' } })
// What another column showed is no reason to show the row.
Object.assign(shop.rows[4] ?? {}, { raw: { 2: 'CAFÉ café 咖啡 30' } })

test('filters take rows by what their cells say', async () => {
  const made = await imported(shop)
  const of = (...filters: RowFilter[]): (number | undefined)[] =>
    made.store.tables.rows(made.table.id, { from: 0, limit: 10, filters }).rows.map(({ row }) => row - 2)
  const [店, 额, 日] = [made.column('店'), made.column('额'), made.column('日')]
  const has = (column: ColumnId, text: string): RowFilter => ({ kind: 'contains', column, text })
  expect(of(has(店, 'café'))).toEqual([0, 1])
  expect(of(has(店, 'CAFÉ'))).toEqual([0, 1])
  expect(of(has(店, '%_O'))).toEqual([0])
  expect(of(has(店, 'a_b'))).toEqual([1])
  expect(of(has(店, '\\'))).toEqual([4])
  expect(of(has(店, ''))).toEqual([0, 1, 2, 4])
  expect(of(has(额, '30'))).toEqual([2])
  expect(of(has(额, '2026'))).toEqual([0])
  expect(of(has(额, '2026元'))).toEqual([0])
  expect(of(has(额, '4.5'))).toEqual([1])
  expect(of(has(额, '.0'))).toEqual([])

  const is = (column: ColumnId, ...values: CellValue[]): RowFilter => ({ kind: 'is', column, values })
  expect(of(is(店, '咖啡', 'x\\y'))).toEqual([2, 4])
  expect(of(is(店, '咖啡', null))).toEqual([2, 3])
  expect(of(is(额, 2026, 20))).toEqual([0, 3])
  expect(of(is(额, '2026'))).toEqual([])
  expect(of(is(店))).toEqual([])
  const most = Array.from({ length: 50 }, () => is(额, ...Array.from({ length: 1000 }, (_, value) => value)))
  expect(of(...most)).toEqual([3])

  const between = (column: ColumnId, from?: number | string, to?: number | string): RowFilter => ({
    kind: 'between',
    column,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  })
  expect(of(between(额, -3, 20))).toEqual([3, 4])
  expect(of(between(额, 20))).toEqual([0, 1, 3])
  expect(of(between(额, undefined, 0))).toEqual([4])
  expect(of(between(日, '2026-03-01', '2026-03-31'))).toEqual([0, 1])
  expect(of(between(日, '2026-03-01T10:00:00'))).toEqual([1, 2])
  expect(of(between(日))).toEqual([0, 1, 2, 3, 4])

  expect(of({ kind: 'blank', column: 额, filled: false })).toEqual([])
  expect(of({ kind: 'blank', column: 额, filled: true })).toEqual([0, 1, 2, 3, 4])
  expect(of({ kind: 'blank', column: 店, filled: false })).toEqual([3])
  expect(of({ kind: 'misfit', column: 额 })).toEqual([2])
  expect(of({ kind: 'misfit', column: 店 })).toEqual([])
  expect(of(has(店, 'café'), between(额, 2000))).toEqual([0])
  // Whatever is typed is only a value.
  expect(of(has(店, `'); DROP TABLE source; --`), is(店, `'`))).toEqual([])
})

test('a filter on no column of the table is refused', async () => {
  const { store, table } = await imported(shop)
  const filters: RowFilter[] = [{ kind: 'misfit', column: 'none' as ColumnId }]
  const order: RowOrder[] = [{ column: 'none' as ColumnId, descending: false }]
  const refused: unknown = expect.objectContaining({ code: 'column-unknown' })
  expect(() => store.tables.rows(table.id, { from: 0, limit: 1, filters })).toThrow(refused)
  expect(() => store.tables.rows(table.id, { from: 0, limit: 1, order })).toThrow(refused)
  expect(store.tables.rows(table.id, { from: 0, limit: 9 }).total).toBe(5)
})

test('whole numbers are the same whether they are kept as integers or not', async () => {
  const made = await imported(
    madeTable({ 年: 'integer', 额: 'number' }, [
      [2026, 1],
      [2026, 2],
      [2027, 3],
    ]),
  )
  const database = connect(made.path, { readOnly: false })
  database.run('UPDATE rows_1 SET c0 = CAST(c0 AS REAL) WHERE row = 3')
  expect(database.column('SELECT typeof(c0) FROM rows_1')).toEqual(['integer', 'real', 'integer'])
  database.close()
  const column = made.column('年')
  const of = (...filters: RowFilter[]): CellValue[] => shown(made, '额', { filters })
  expect(of({ kind: 'is', column, values: [2026] })).toEqual([1, 2])
  expect(of({ kind: 'contains', column, text: '2026' })).toEqual([1, 2])
  expect(of({ kind: 'contains', column, text: '.' })).toEqual([])
  expect(shown(made, '额', { order: [{ column, descending: true }] })).toEqual([3, 1, 2])
})

test('views are made once, dropped when there are many, and gone with their table', async () => {
  const made = await imported(mixed)
  const asked = (text: string): RowFilter[] => [{ kind: 'contains', column: made.column('城市'), text }]
  for (const text of ['a', '北', 'c', 'd', 'e', 'f', '北', 'a']) {
    made.store.tables.rows(made.table.id, { from: 0, limit: 5, filters: asked(text) })
  }
  expect(shown(made, '人数', { filters: asked('北') })).toEqual([9, -1])
  const again = await importTables(made.store, '日报.xlsx', [
    madeTable({ 城市: 'text', 人数: 'integer', 达标: 'boolean' }, [['北海', 1, null]]),
  ])
  expect(again.tables[0]?.id).toBe(made.table.id)
  expect(shown(made, '人数', { filters: asked('北') })).toEqual([1])
})

test('texts that are no UTF-8, or have a NUL in them, are put in order too', async () => {
  const made = await imported(madeTable({ 名: 'text' }, [['b'], ['a\0y'], ['a\0x'], ['c1'], ['c2']]))
  const database = connect(made.path, { readOnly: false })
  database.run("UPDATE rows_1 SET c0 = CAST(x'ff' AS TEXT) WHERE row = 5")
  database.run("UPDATE rows_1 SET c0 = CAST(x'fe' AS TEXT) WHERE row = 6")
  database.close()
  const order = [{ column: made.column('名'), descending: false }]
  const { rows } = made.store.tables.rows(made.table.id, { from: 0, limit: 9, order })
  expect(new Set(rows.map(({ row }) => row))).toEqual(new Set([2, 3, 4, 5, 6]))
})

test('a project that may only be read has its rows in any order too', async () => {
  const made = await imported(mixed)
  const database = connect(made.path, { readOnly: true })
  const [table] = readTables(database)
  if (!table) expect.fail()
  const order = [{ column: made.column('人数'), descending: false }]
  const { rows } = database.writeTemporary(() =>
    rowPages(database).page(table, { from: 0, limit: 2, order, filters: [] }),
  )
  expect(rows.map(({ values }) => values[1])).toEqual([-1, 0.5])
  database.close()
})

const value = fc.oneof(
  fc.constantFrom<CellValue[]>(null, '甲', '乙', '丙', 'B', 'a', ''),
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(0.5, -0.5, 1e300),
)

test('pages of a sorted, filtered table are the slices of the whole', async () => {
  const row = fc.tuple(value, value)
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 30 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 7 }),
      async (rows, descending, limit) => {
        const made = await imported(madeTable({ 甲: 'number', 乙: 'text' }, rows))
        const order: RowOrder[] = [{ column: made.column('甲'), descending }]
        const filters: RowFilter[] = [{ kind: 'blank', column: made.column('乙'), filled: true }]
        const pages: TableRow[] = []
        for (let from = 0; from < rows.length; from += limit) {
          pages.push(...made.store.tables.rows(made.table.id, { from, limit, order, filters }).rows)
        }
        const kind = (cell: CellValue): number => (typeof cell === 'number' ? 0 : 1)
        const compare = (a: NonNullable<CellValue>, b: NonNullable<CellValue>): number =>
          kind(a) - kind(b) || Number(a > b) - Number(a < b)
        const expected = rows
          .map((values, index) => ({ row: index + 2, values: [...values] }))
          .filter(({ values }) => values[1] !== null)
          .toSorted((one, other) => {
            const [a, b] = [one.values[0] ?? null, other.values[0] ?? null]
            if (a === null || b === null) return Number(a === null) - Number(b === null)
            return descending ? compare(b, a) : compare(a, b)
          })
        expect(pages).toEqual(expected)
        made.store.close()
      },
    ),
    { numRuns: 40, seed: 20_261_122 },
  )
})

import { expect, test } from 'vitest'
import { RecapError } from '../../../../shared/errors.ts'
import type { Recipe } from '../../../../shared/model/source.ts'
import type { Layout } from '../../../../shared/model/table.ts'
import { connect } from '../../../../electron/store/database.ts'
import {
  type MadeTable,
  importTables,
  madeTable,
  readingOf,
  temporaryStore,
} from '../../../support/project.ts'

const importedAt = new Date('2026-07-01T08:00:00Z')

const daily = (days = 3, options: Parameters<typeof madeTable>[2] = {}): MadeTable =>
  madeTable(
    { 日期: 'date', 渠道: 'text', 注册: ['integer', '人', 1], 达标: 'boolean' },
    Array.from({ length: days }, (_, day) => [
      `2026-03-0${day + 1}`,
      day % 2 ? '抖音' : '小红书',
      100 + day,
      day > 0,
    ]),
    options,
  )

test('an import keeps every cell with its kind and what it showed', async () => {
  const { store } = temporaryStore()
  const table = daily(3)
  Object.assign(table.rows[1] ?? {}, {
    values: ['2026-03-02', null, 101.5, false],
    raw: { 1: '#N/A', 2: '101.50' },
  })
  const { source, tables, replaced } = await importTables(store, '日报.xlsx', [table])
  expect(replaced).toBe(false)
  expect(source).toMatchObject({ name: '日报.xlsx', importedAt: importedAt.toISOString(), format: 'xlsx' })
  expect(store.sources.list()).toEqual([{ ...source, problems: [] }])
  expect(store.tables.list()).toEqual(tables)
  const { columns: found, ...place } = table.found
  expect(tables[0]).toMatchObject(place)
  expect(tables[0]?.columns.map(({ id: _id, ...column }) => column)).toEqual(found)
  const id = tables[0]?.id ?? expect.fail()
  expect(store.tables.rows(id, { from: 0, limit: 10 })).toEqual({ total: 3, rows: table.rows })
  expect(store.tables.rows(id, { from: 1, limit: 1 })).toEqual({ total: 3, rows: [table.rows[1]] })
})

test('hostile names and texts are only ever values', async () => {
  const { store } = temporaryStore()
  const evil = `"; DROP TABLE figure; -- '`
  const table = madeTable({ first: 'text', second: 'text', third: 'integer' }, [[evil, "'", 1]], {
    sheet: evil,
    name: evil,
  })
  for (const [index, name] of [evil, '__proto__', 'constructor'].entries()) {
    Object.assign(table.found.columns[index] ?? {}, { name })
  }
  const { tables } = await importTables(store, evil, [table])
  const id = tables[0]?.id ?? expect.fail()
  expect(store.tables.rows(id, { from: 0, limit: 10 }).rows[0]?.values).toEqual([evil, "'", 1])
  expect(store.tables.get(id).columns.map(({ name }) => name)).toEqual([evil, '__proto__', 'constructor'])
  expect(store.figures.list()).toEqual({ figures: [], goals: [] })
})

test('a cancelled import leaves the project as it was', async () => {
  const { store, path } = temporaryStore()
  await importTables(store, '日报.xlsx', [daily(2)])
  const before = { sources: store.sources.list(), tables: store.tables.list() }
  const table = daily(9)
  const cancelling = new AbortController()
  let stored = 0
  await expect(
    store.sources.import(
      (sink) =>
        readingOf('日报.xlsx', [table], { size: 1 })({
          ...sink,
          async take(stream, batch) {
            await sink.take(stream, batch)
            stored += 1
            if (stored === 4) cancelling.abort()
          },
        }),
      { importedAt, signal: cancelling.signal },
    ),
  ).rejects.toMatchObject({ code: 'job-cancelled' })
  expect(stored).toBe(4)
  expect({ sources: store.sources.list(), tables: store.tables.list() }).toEqual(before)
  expect(tablesOfRows(path)).toHaveLength(1)
})

test('an import whose file fails in the middle leaves nothing', async () => {
  const { store, path } = temporaryStore()
  const table = daily(5)
  await expect(
    store.sources.import(
      async (sink) => {
        await readingOf('日报.xlsx', [table], { size: 2 })(sink)
        throw new RecapError('file-truncated', 'the end is missing')
      },
      { importedAt },
    ),
  ).rejects.toMatchObject({ code: 'file-truncated' })
  expect(store.sources.list()).toEqual([])
  expect(tablesOfRows(path)).toEqual([])
  await expect(importTables(store, '日报.xlsx', [table])).resolves.toMatchObject({ replaced: false })
})

function tablesOfRows(path: string): unknown[] {
  const database = connect(path, { readOnly: true })
  const names = database.all("SELECT name FROM sqlite_schema WHERE name LIKE 'rows_%'")
  database.close()
  return names
}

test('a newer file of the same name takes the place of the old and keeps the ids', async () => {
  const { store, path } = temporaryStore()
  const first = await importTables(store, '日报.xlsx', [daily(2), daily(2, { sheet: '二月' })])
  const wider = madeTable(
    { 渠道: 'text', 日期: 'date', 新增: 'integer', 注册: ['integer', '人', 1], 达标: 'boolean' },
    [['抖音', '2026-04-01', 7, 200, true]],
  )
  const second = await importTables(store, '日报.xlsx', [wider])
  expect(second).toMatchObject({ replaced: true, source: { id: first.source.id } })
  expect(store.sources.list()).toHaveLength(1)
  expect(tablesOfRows(path)).toHaveLength(1)
  const ids = (tables: typeof first.tables, column: string): unknown =>
    tables[0]?.columns.find(({ name }) => name === column)?.id
  expect(second.tables[0]?.id).toBe(first.tables[0]?.id)
  for (const column of ['日期', '渠道', '注册', '达标']) {
    expect(ids(second.tables, column)).toBe(ids(first.tables, column))
  }
  expect(ids(second.tables, '新增')).not.toBe(undefined)
  expect(new Set(second.tables[0]?.columns.map(({ id }) => id)).size).toBe(5)
})

test('a renamed sheet is known by its columns; another table is another table', async () => {
  const { store } = temporaryStore()
  const first = await importTables(store, '日报.xlsx', [daily(2, { sheet: '三月' })])
  const renamed = await importTables(store, '日报.xlsx', [daily(2, { sheet: '四月' })])
  expect(renamed.tables[0]?.id).toBe(first.tables[0]?.id)
  const other = await importTables(store, '日报.xlsx', [
    madeTable({ 姓名: 'text', 部门: 'text' }, [['王', '市场']]),
  ])
  expect(other.tables[0]?.id).not.toBe(first.tables[0]?.id)
})

test('two columns of one name stay two columns', async () => {
  const { store } = temporaryStore()
  const twice = madeTable({ 注册: 'integer', 注册2: 'integer' }, [[1, 2]])
  for (const column of twice.found.columns) column.name = '注册'
  const first = await importTables(store, 'a.xlsx', [twice])
  const second = await importTables(store, 'a.xlsx', [twice])
  const ids = first.tables[0]?.columns.map(({ id }) => id)
  expect(new Set(ids).size).toBe(2)
  expect(second.tables[0]?.columns.map(({ id }) => id)).toEqual(ids)
})

test('a file removed and imported again finds its ids again', async () => {
  const { store, path } = temporaryStore()
  const first = await importTables(store, '日报.xlsx', [daily(2)])
  store.sources.remove(first.source.id)
  expect(store.sources.list()).toEqual([])
  expect(store.tables.list()).toEqual([])
  expect(tablesOfRows(path)).toEqual([])
  const again = await importTables(store, '日报.xlsx', [daily(2)])
  expect(again.tables).toEqual(first.tables)
})

test('sources keep the order in which they first came', async () => {
  const { store } = temporaryStore()
  for (const name of ['b.xlsx', 'a.xlsx', 'b.xlsx']) await importTables(store, name, [daily(1)])
  expect(store.sources.list().map(({ name }) => name)).toEqual(['b.xlsx', 'a.xlsx'])
})

test('the recipe, the layout and the period of a column are kept, and replaced with the file', async () => {
  const { store } = temporaryStore()
  const table = madeTable({ 渠道: 'text', 月份: 'date', 花费: 'money' }, [['抖音', '2026-01-01', 5]])
  const layout: Layout = { kind: 'unpivot', letters: ['B', 'C'], label: '月份', value: '花费' }
  table.found.layout = layout
  Object.assign(table.found.columns[1] ?? {}, { step: 'month' })
  const recipe: Recipe = {
    encoding: 'gb18030',
    sheets: [
      {
        sheet: '日报',
        tables: [{ sheet: '日报', range: 'A1:C', headerRows: [1], layout, columns: [], rows: [] }],
      },
    ],
  }
  const first = await importTables(store, '日报.xlsx', [table], recipe)
  expect(first.source.recipe).toEqual(recipe)
  expect(store.sources.list()[0]?.recipe).toEqual(recipe)
  expect(store.tables.list()).toEqual(first.tables)
  expect(first.tables[0]).toMatchObject({ layout, columns: [{}, { step: 'month' }, {}] })

  const second = await importTables(store, '日报.xlsx', [table])
  expect(second.source).not.toHaveProperty('recipe')
  expect(store.sources.list()[0]).not.toHaveProperty('recipe')
})

test('a table whose type was decided anew comes as it came last, and no table needs rows', async () => {
  const { store } = temporaryStore()
  const [before, after, empty] = [daily(3), daily(5), madeTable({ 名称: 'text', 数量: 'integer' }, [])]
  const { tables } = await store.sources.import(
    async (sink) => {
      await readingOf('a.xlsx', [before])(sink)
      await sink.again(0)
      return readingOf('a.xlsx', [after, empty])(sink)
    },
    { importedAt },
  )
  expect(tables.map(({ rowCount }) => rowCount)).toEqual([5, 0])
  const [first, second] = tables.map(({ id }) => store.tables.rows(id, { from: 0, limit: 10 }))
  expect(first?.rows).toEqual(after.rows)
  expect(second).toEqual({ total: 0, rows: [] })
})

test('rows that do not hold together never reach the project', async () => {
  const { store, path } = temporaryStore()
  await importTables(store, '日报.xlsx', [daily(2)])
  const before = { sources: store.sources.list(), tables: store.tables.list() }
  const cut = store.sources.import(
    (sink) =>
      readingOf('日报.xlsx', [daily(4)])({
        ...sink,
        take: (stream, batch) => sink.take(stream, { ...batch, bytes: batch.bytes.slice(0, -1) }),
      }),
    { importedAt },
  )
  await expect(cut).rejects.toThrow('a row is cut off')
  const other = madeTable({ 一: 'text', 二: 'text' }, [['a', 'b']])
  other.found.columns.pop()
  await expect(importTables(store, '日报.xlsx', [other])).rejects.toThrow('2 columns came, 1 were found')
  expect({ sources: store.sources.list(), tables: store.tables.list() }).toEqual(before)
  expect(tablesOfRows(path)).toHaveLength(1)
  store.assertSound()
})

test('a workbook may have more tables than SQLite attaches files', async () => {
  const { store } = temporaryStore()
  const many = Array.from({ length: 30 }, (_, index) => daily(index % 4, { sheet: `第${index}页` }))
  const { tables } = await importTables(store, '日报.xlsx', many)
  expect(tables.map(({ rowCount }) => rowCount)).toEqual(many.map(({ rows }) => rows.length))
  for (const [index, { id }] of tables.entries()) {
    expect(store.tables.rows(id, { from: 0, limit: 10 }).rows).toEqual(many[index]?.rows)
  }
})

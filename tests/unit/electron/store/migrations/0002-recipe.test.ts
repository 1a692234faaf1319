import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { connect } from '../../../../../electron/store/database.ts'
import { applicationId } from '../../../../../electron/store/file.ts'
import { openStore } from '../../../../../electron/store/index.ts'
import { migrate } from '../../../../../electron/store/migrate.ts'
import { first } from '../../../../../electron/store/migrations/0001-first.ts'
import { recipe } from '../../../../../electron/store/migrations/0002-recipe.ts'
import { temporaryFolder } from '../../../../support/project.ts'

/** A project as version 1 kept it, with one table. */
function firstVersion(folder: string): string {
  const path = join(folder, 'a.recap')
  const database = connect(path, { readOnly: false })
  database.script(`PRAGMA application_id = ${applicationId}`)
  migrate(database, join(folder, 'aside.recap'), [first])
  database.script(`
    INSERT INTO project VALUES (1, 'internship', 'zh-CN', 'enterprise', '{}');
    INSERT INTO source VALUES ('source-1', 1, '日报.xlsx', 'xlsx', NULL, 'ab', 12, '2026-07-01T08:00:00.000Z', '[]');
    INSERT INTO data_table VALUES (1, 'table-1', 'source-1', 0, '日报', 'A1:B3', '[1]', '日报', '[]', 2);
    INSERT INTO data_column VALUES (1, 0, 'column-1', '渠道', 'text', NULL, NULL, 'A');
    INSERT INTO data_column VALUES (1, 1, 'column-2', '注册', 'integer', '人', NULL, 'B');
    CREATE TABLE rows_1 (row INTEGER PRIMARY KEY, c0 ANY, c1 ANY) STRICT;
    INSERT INTO rows_1 VALUES (2, '抖音', 10.0), (3, '小红书', 20.0);
    INSERT INTO raw_text VALUES (1, 3, 1, '20 人');
  `)
  database.close()
  return path
}

test('the second schema adds the recipe, the layout and the step, all of them absent at first', () => {
  const folder = temporaryFolder()
  const database = connect(firstVersion(folder), { readOnly: false })
  migrate(database, join(folder, 'aside.recap'), [first, recipe])
  expect(database.userVersion()).toBe(2)
  for (const [table, column] of [
    ['source', 'recipe'],
    ['data_table', 'layout'],
    ['data_column', 'step'],
  ] as const) {
    expect(new Set(database.column(`SELECT ${column} FROM ${table}`))).toEqual(new Set([null]))
  }
  database.close()
})

test('a project of the first version opens as it was, and is kept aside', () => {
  const folder = temporaryFolder()
  const path = firstVersion(folder)
  const aside = join(folder, 'backups')
  const store = openStore(path, { asideFolder: aside })
  expect(existsSync(aside)).toBe(true)
  const [source] = store.sources.list()
  expect(source).toMatchObject({ id: 'source-1', name: '日报.xlsx', problems: [] })
  expect(source).not.toHaveProperty('recipe')
  const [table] = store.tables.list()
  expect(table).toEqual({
    id: 'table-1',
    source: 'source-1',
    sheet: '日报',
    range: 'A1:B3',
    headerRows: [1],
    name: '日报',
    skipped: [],
    rowCount: 2,
    columns: [
      { id: 'column-1', name: '渠道', type: 'text', letter: 'A' },
      { id: 'column-2', name: '注册', type: 'integer', unit: '人', letter: 'B' },
    ],
  })
  expect(store.tables.rows('table-1' as never, { from: 0, limit: 10 })).toEqual({
    total: 2,
    rows: [
      { row: 2, values: ['抖音', 10] },
      { row: 3, values: ['小红书', 20], raw: { 1: '20 人' } },
    ],
  })
  store.close()
})

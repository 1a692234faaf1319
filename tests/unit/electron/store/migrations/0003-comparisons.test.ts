import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { connect } from '../../../../../electron/store/database.ts'
import { applicationId } from '../../../../../electron/store/file.ts'
import { openStore } from '../../../../../electron/store/index.ts'
import { migrate } from '../../../../../electron/store/migrate.ts'
import { first } from '../../../../../electron/store/migrations/0001-first.ts'
import { recipe } from '../../../../../electron/store/migrations/0002-recipe.ts'
import { comparisons } from '../../../../../electron/store/migrations/0003-comparisons.ts'
import { noFacts } from '../../../../../shared/model/project.ts'
import { temporaryFolder } from '../../../../support/project.ts'

/** A project as version 2 kept it, with one table. */
function secondVersion(folder: string): string {
  const path = join(folder, 'a.recap')
  const database = connect(path, { readOnly: false })
  database.script(`PRAGMA application_id = ${applicationId}`)
  migrate(database, join(folder, 'aside-1.recap'), [first, recipe])
  database.script(`
    INSERT INTO project VALUES (1, 'internship', 'en', 'business', '{}');
    INSERT INTO source VALUES ('source-1', 1, 'a.xlsx', 'xlsx', NULL, 'ab', 12, '2026-07-01T08:00:00.000Z', '[]', NULL);
    INSERT INTO data_table VALUES (1, 'table-1', 'source-1', 0, 'a', 'A1:A3', '[1]', 'a', '[]', 2, NULL);
    INSERT INTO data_column VALUES (1, 0, 'column-1', 'n', 'integer', NULL, NULL, 'A', NULL);
    CREATE TABLE rows_1 (row INTEGER PRIMARY KEY, c0 ANY) STRICT;
    INSERT INTO rows_1 VALUES (2, 10), (3, 20);
  `)
  database.close()
  return path
}

test('the third schema adds comparisons, summaries, grades and the fiscal year', () => {
  const folder = temporaryFolder()
  const database = connect(secondVersion(folder), { readOnly: false })
  migrate(database, join(folder, 'aside.recap'), [first, recipe, comparisons])
  expect(database.userVersion()).toBe(3)
  expect(database.all('SELECT tiers, year_start FROM project')).toEqual([{ tiers: null, year_start: 1 }])
  expect(database.all('SELECT * FROM comparison')).toEqual([])
  const strict = database.column<number>(
    "SELECT strict FROM pragma_table_list WHERE name IN ('comparison', 'summary')",
  )
  expect(strict).toEqual([1, 1])
  database.close()
})

test('a summary goes with its table', () => {
  const folder = temporaryFolder()
  const database = connect(secondVersion(folder), { readOnly: false })
  migrate(database, join(folder, 'aside.recap'), [first, recipe, comparisons])
  expect(() => database.run("INSERT INTO summary VALUES (7, 0, x'00')")).toThrow('FOREIGN KEY')
  database.run("INSERT INTO summary VALUES (1, 0, x'00')")
  expect(() => database.run("INSERT INTO summary VALUES (1, 0, x'01')")).toThrow('UNIQUE')
  database.run('DELETE FROM data_table')
  expect(database.all('SELECT * FROM summary')).toEqual([])
  database.close()
})

test('a project of the second version opens as it was, and is kept aside', () => {
  const folder = temporaryFolder()
  const path = secondVersion(folder)
  const aside = join(folder, 'backups')
  const store = openStore(path, { asideFolder: aside })
  expect(existsSync(aside)).toBe(true)
  expect(store.project.read()).toEqual({
    template: 'internship',
    language: 'en',
    style: 'business',
    facts: noFacts,
    tiers: null,
    yearStart: 1,
  })
  expect(store.comparisons.list()).toEqual([])
  expect(
    store.tables.query('table-1' as never, [], [{ fn: 'sum', column: 'column-1' as never }]).rows,
  ).toEqual([[30]])
  store.close()
})

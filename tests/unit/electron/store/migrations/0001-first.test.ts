import { join } from 'node:path'
import { expect, test } from 'vitest'
import { connect } from '../../../../../electron/store/database.ts'
import { migrate } from '../../../../../electron/store/migrate.ts'
import { first } from '../../../../../electron/store/migrations/0001-first.ts'
import { temporaryFolder } from '../../../../support/project.ts'

test('the first schema has strict tables only, and a goal goes with its figure', () => {
  const folder = temporaryFolder()
  const database = connect(join(folder, 'a.recap'), { readOnly: false })
  migrate(database, join(folder, 'aside.recap'), [first])
  const tables = database.all<{ name: string; strict: number }>(
    "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%' ORDER BY name",
  )
  expect(tables.map(({ name }) => name)).toEqual([
    'block',
    'chart',
    'data_column',
    'data_table',
    'figure',
    'goal',
    'project',
    'raw_text',
    'report',
    'source',
  ])
  expect(tables.every(({ strict }) => strict === 1)).toBe(true)
  expect(() => database.run("INSERT INTO goal VALUES ('nobody', '{}')")).toThrow('FOREIGN KEY')
  database.run("INSERT INTO figure VALUES ('f', 1, '{}')")
  database.run("INSERT INTO goal VALUES ('f', '{}')")
  database.run('DELETE FROM figure')
  expect(database.all('SELECT * FROM goal')).toEqual([])
  database.close()
})

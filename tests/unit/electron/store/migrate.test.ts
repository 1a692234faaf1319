import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { connect } from '../../../../electron/store/database.ts'
import { migrate, migrations } from '../../../../electron/store/migrate.ts'
import type { Migration } from '../../../../electron/store/migrations/migration.ts'
import { temporaryFolder } from '../../../support/project.ts'

const second: Migration = {
  version: 2,
  sql: 'CREATE TABLE note (text TEXT NOT NULL) STRICT; INSERT INTO note VALUES (1);',
}
const broken: Migration = {
  version: 3,
  sql: 'CREATE TABLE half (text TEXT) STRICT; INSERT INTO nowhere VALUES (1);',
}

test('versions count up from 1 without a gap', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1))
})

test('an older file is copied aside as it was, then brought up', () => {
  const folder = temporaryFolder()
  const database = connect(join(folder, 'a.recap'), { readOnly: false })
  const aside = join(folder, 'aside.recap')
  migrate(database, aside, [
    { version: 1, sql: 'CREATE TABLE kept (n REAL) STRICT; INSERT INTO kept VALUES (7);' },
  ])
  expect(readdirSync(folder)).not.toContain('aside.recap')
  migrate(database, aside, [{ version: 1, sql: '' }, second])
  expect(database.userVersion()).toBe(2)
  expect(database.all('SELECT text FROM note')).toEqual([{ text: '1' }])
  const copy = connect(aside, { readOnly: true })
  expect(copy.userVersion()).toBe(1)
  expect(copy.all('SELECT n FROM kept')).toEqual([{ n: 7 }])
  copy.close()
  database.close()
})

test('a migration that fails leaves the file at the version before it', () => {
  const folder = temporaryFolder()
  const database = connect(join(folder, 'a.recap'), { readOnly: false })
  const steps = [{ version: 1, sql: 'CREATE TABLE first (n REAL) STRICT;' }, second, broken]
  expect(() => migrate(database, join(folder, 'aside.recap'), steps)).toThrow('nowhere')
  expect(database.userVersion()).toBe(2)
  expect(database.all("SELECT name FROM sqlite_schema WHERE name = 'half'")).toEqual([])
  database.close()
})

import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { connect } from '../../../../electron/store/database.ts'
import { temporaryFolder } from '../../../support/project.ts'

const pragma = (database: ReturnType<typeof connect>, name: string): unknown =>
  Object.values(database.all<Record<string, unknown>>(`PRAGMA ${name}`)[0] ?? {})[0]

test('a connection writes through to the disk and trusts nothing in the file', () => {
  const database = connect(join(temporaryFolder(), 'a.recap'), { readOnly: false })
  const settings = [
    'journal_mode',
    'synchronous',
    'foreign_keys',
    'busy_timeout',
    'trusted_schema',
    'cell_size_check',
    'mmap_size',
    'journal_size_limit',
  ]
  expect(Object.fromEntries(settings.map((name) => [name, pragma(database, name)]))).toEqual({
    journal_mode: 'wal',
    synchronous: 2,
    foreign_keys: 1,
    busy_timeout: 5000,
    trusted_schema: 0,
    cell_size_check: 1,
    mmap_size: 0,
    journal_size_limit: 64 * 1024 * 1024,
  })
  database.close()
})

test('a write that fails leaves nothing of itself', () => {
  const database = connect(join(temporaryFolder(), 'a.recap'), { readOnly: false })
  database.script('CREATE TABLE note (text TEXT NOT NULL) STRICT')
  expect(() =>
    database.write(() => {
      database.run('INSERT INTO note VALUES (?)', ['first'])
      database.run('INSERT INTO note VALUES (?)', [null])
    }),
  ).toThrow('NOT NULL')
  expect(database.all('SELECT * FROM note')).toEqual([])
  database.close()
})

test('a large write is in the log when it returns, and in the file after other calls had their turn', async () => {
  const path = join(temporaryFolder(), 'a.recap')
  const database = connect(path, { readOnly: false })
  database.script('CREATE TABLE note (text TEXT NOT NULL) STRICT')
  const before = statSync(path).size
  database.writeLarge(() => {
    for (let line = 0; line < 3000; line += 1) database.run('INSERT INTO note VALUES (?)', ['x'.repeat(4000)])
  })
  expect(statSync(path).size).toBe(before)
  expect(statSync(`${path}-wal`).size).toBeGreaterThan(12_000_000)
  await new Promise((resolve) => setImmediate(resolve))
  expect(statSync(path).size).toBeGreaterThan(12_000_000)
  expect(pragma(database, 'wal_autocheckpoint')).toBe(1000)
  expect(() =>
    database.writeLarge(() => {
      database.run('DELETE FROM note')
      throw new Error('broken')
    }),
  ).toThrow('broken')
  expect(database.column('SELECT count(*) FROM note')).toEqual([3000])
  // Closed before its turn comes.
  database.close()
  await new Promise((resolve) => setImmediate(resolve))
})

test('a read-only connection refuses to write', () => {
  const path = join(temporaryFolder(), 'a.recap')
  connect(path, { readOnly: false }).close()
  const database = connect(path, { readOnly: true })
  expect(() => database.write(() => database.script('CREATE TABLE note (text TEXT) STRICT'))).toThrow(
    expect.objectContaining({ code: 'project-read-only', detail: { file: 'a.recap' } }),
  )
  database.close()
})

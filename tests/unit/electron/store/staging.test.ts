import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createBulkFile } from '../../../../electron/store/bulk-file.ts'
import { type Database, connect } from '../../../../electron/store/database.ts'
import { createStaging } from '../../../../electron/store/staging.ts'
import { rowsSql } from '../../../../electron/store/stored-table.ts'
import { type RowBatch, RowWriter } from '../../../../shared/model/row-batch.ts'
import {
  importTables,
  madeTable,
  readingOf,
  temporaryFolder,
  temporaryStore,
} from '../../../support/project.ts'

/** Makes the system's folder for temporary files one of the test's own, and tells which imports left one in it. */
function ownTemporaryFolder(folder = temporaryFolder()): () => string[] {
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  onTestFinished(() => {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  })
  return () => readdirSync(folder).filter((name) => name.startsWith('recap-import-'))
}

function openDatabase(): Database {
  const database = connect(join(temporaryFolder(), 'a.db'), { readOnly: false })
  onTestFinished(() => database.close())
  return database
}

function batchOf(first: number, count: number): RowBatch {
  const writer = new RowWriter()
  for (let row = first; row < first + count; row += 1) {
    writer.start(row)
    writer.text('x'.repeat(100))
    writer.number(row)
    writer.raw(1, `${row} 人`)
    writer.end()
  }
  return writer.take()
}

test('SQLite moves whole cells between the file and the project', () => {
  const database = openDatabase()
  const path = join(temporaryFolder(), 'rows.db')
  const file = createBulkFile(path)
  file.add(0, batchOf(1, 10).bytes)
  file.end(rowsSql)
  database.script(rowsSql('rows_1', 2))
  database.run('ATTACH ? AS staging', [path])
  const steps = database
    .all<{ opcode: string }>('EXPLAIN INSERT INTO rows_1 SELECT * FROM staging.t0')
    .map(({ opcode }) => opcode)
  expect(steps).toContain('RowCell')
  expect(steps).not.toContain('Column')
  expect(steps).not.toContain('MakeRecord')
})

test('what is taken on several streams is handed over, and begins anew where it is asked to', () => {
  const files = ownTemporaryFolder()
  const database = openDatabase()
  database.script(`
    CREATE TABLE raw_text (data_table INTEGER, row INTEGER, position INTEGER, text TEXT) STRICT;
    ${rowsSql('rows_1', 2)}; ${rowsSql('rows_2', 2)}; ${rowsSql('rows_3', 4)};`)
  const staging = createStaging(database, 'staging_1')
  const [folder = ''] = files()
  expect(statSync(join(process.env.TMPDIR ?? '', folder)).mode & 0o777).toBe(0o700)
  staging.take(0, batchOf(1, 5))
  staging.take(1, batchOf(100, 3))
  staging.again(0)
  expect(staging.count(0)).toBe(0)
  staging.take(0, batchOf(7, 2))
  staging.take(0, batchOf(9, 1))
  expect(staging.count(0)).toBe(3)
  staging.handOver(() =>
    database.write(() => {
      staging.moveRows(0, 'rows_1', 2)
      staging.moveTexts(0, 1)
      staging.moveRows(1, 'rows_2', 2)
      // Of a stream on which nothing came there is nothing to move.
      staging.moveRows(5, 'rows_3', 4)
      expect(() => staging.moveRows(0, 'rows_3', 4)).toThrow('2 columns came, 4 were found')
    }),
  )
  expect(database.column('SELECT row FROM rows_1')).toEqual([7, 8, 9])
  expect(database.column('SELECT row FROM rows_2')).toEqual([100, 101, 102])
  expect(database.all('SELECT * FROM raw_text WHERE row = 8')).toEqual([
    { data_table: 1, row: 8, position: 1, text: '8 人' },
  ])
  expect(database.column('SELECT count(*) FROM raw_text')).toEqual([3])
  staging.discard()
  staging.discard()
  expect(files()).toEqual([])
  expect(() => staging.take(0, batchOf(20, 1))).toThrow(expect.objectContaining({ code: 'job-cancelled' }))
  expect(database.all('SELECT * FROM temp.sqlite_schema')).toEqual([])
})

test('more columns than SQLite holds are refused', () => {
  const staging = createStaging(openDatabase(), 'staging_1')
  const writer = new RowWriter()
  writer.start(1)
  for (let column = 0; column < 2000; column += 1) writer.null()
  writer.end()
  expect(() => staging.take(0, writer.take())).toThrow(
    expect.objectContaining({ code: 'file-too-large', detail: { actual: 2000, limit: 1999 } }),
  )
  staging.discard()
})

test('an import leaves nothing outside the project, however it ends', async () => {
  const files = ownTemporaryFolder()
  const { store } = temporaryStore()
  const table = madeTable({ 渠道: 'text' }, [['抖音']])
  await importTables(store, 'a.xlsx', [table])
  expect(files()).toEqual([])

  const importedAt = new Date()
  const failing = store.sources.import(
    async (sink) => {
      await readingOf('b.xlsx', [table])(sink)
      expect(files()).toHaveLength(1)
      throw new Error('broken')
    },
    { importedAt },
  )
  await expect(failing).rejects.toThrow('broken')
  expect(files()).toEqual([])

  // Closed in the middle: at once, not when the reader notices.
  let taken = (): void => undefined
  const hasTaken = new Promise<void>((resolve) => (taken = resolve))
  let goOn = (): void => undefined
  const importing = store.sources.import(
    async (sink) => {
      const reading = await readingOf('c.xlsx', [table])(sink)
      taken()
      await new Promise<void>((resolve) => (goOn = resolve))
      return reading
    },
    { importedAt },
  )
  const outcome = expect(importing).rejects.toMatchObject({ code: 'job-cancelled' })
  await hasTaken
  expect(files()).toHaveLength(1)
  store.close()
  expect(files()).toEqual([])
  goOn()
  await outcome
})

test('a full disk for temporary files refuses the import and leaves nothing', async (context) => {
  const small = join(temporaryFolder(), 'small')
  mkdirSync(small)
  const { store } = temporaryStore()
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', small]).status !== 0) context.skip()
  try {
    const files = ownTemporaryFolder(small)
    const endless = store.sources.import(
      async (sink) => {
        for (let first = 1; first < 1_000_000; first += 1000) {
          await sink.take(0, { ...batchOf(first, 1000), raw: [] })
        }
        throw new Error('there was space for all')
      },
      { importedAt: new Date() },
    )
    await expect(endless).rejects.toMatchObject({ code: 'disk-full' })
    expect(files()).toEqual([])
    expect(store.sources.list()).toEqual([])
  } finally {
    spawnSync('umount', ['-l', small])
  }
})

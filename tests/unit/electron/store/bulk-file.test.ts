import { mkdirSync, statSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BulkFile, bulkName, createBulkFile } from '../../../../electron/store/bulk-file.ts'
import { fromSql } from '../../../../electron/store/cells.ts'
import { type Database, type SqlValue, connect } from '../../../../electron/store/database.ts'
import { rowsSql } from '../../../../electron/store/stored-table.ts'
import { type RowBatch, RowWriter } from '../../../../shared/model/row-batch.ts'
import { rowsOf } from '../../../support/row-batch.ts'
import type { CellValue } from '../../../../shared/model/table.ts'
import { temporaryFolder } from '../../../support/project.ts'

type Row = readonly CellValue[]

/** Rows numbered from 1 by `step`. */
function batchOf(rows: readonly Row[], options: { first?: number; step?: number } = {}): RowBatch {
  const { first = 1, step = 1 } = options
  const writer = new RowWriter()
  for (const [index, values] of rows.entries()) {
    writer.start(first + index * step)
    for (const value of values) writer.value(value)
    writer.end()
  }
  return writer.take()
}

/** Makes a file by `fill` and gives what SQLite finds in it. */
function written<T>(fill: (file: BulkFile) => void, look: (database: Database) => T, pageSize?: number): T {
  const path = join(temporaryFolder(), 'rows.db')
  const file = createBulkFile(path, pageSize)
  fill(file)
  file.end(rowsSql)
  const database = connect(path, { readOnly: true })
  try {
    expect(database.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
    return look(database)
  } finally {
    database.close()
  }
}

function rowsIn(database: Database, table: number): { row: number; values: CellValue[] }[] {
  return database
    .all<Record<string, SqlValue> & { row: number }>(`SELECT * FROM ${bulkName(table)} ORDER BY row`)
    .map(({ row, ...cells }) => ({ row, values: Object.values(cells).map(fromSql) }))
}

const cell = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom<CellValue[]>(null, true, false, '', 0, 1, -1, -0) },
  { weight: 2, arbitrary: fc.maxSafeInteger() },
  { weight: 2, arbitrary: fc.integer({ min: -70_000, max: 70_000 }) },
  { weight: 2, arbitrary: fc.double({ noNaN: true }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 9000 }).map((length) => '长'.repeat(length)) },
)

test('whatever rows are written, SQLite reads the same, on pages of any size', () => {
  const table = fc
    .integer({ min: 1, max: 6 })
    .chain((columns) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { maxLength: 40 }),
    )
  fc.assert(
    fc.property(
      fc.array(table, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(512, 1024, 4096, 65_536),
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 1, max: 100_000 }),
      (tables, pageSize, size, step) => {
        const batches = tables.map((rows) =>
          Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
            batchOf(rows.slice(index * size, (index + 1) * size), { first: 1 + index * size * step, step }),
          ),
        )
        const longest = Math.max(...batches.map(({ length }) => length))
        written(
          (file) => {
            // In turns, as tables that stand side by side come.
            for (let index = 0; index < longest; index += 1) {
              for (const [number, own] of batches.entries()) {
                const batch = own[index]
                if (batch) file.add(number, batch.bytes)
              }
            }
            for (const [number, rows] of tables.entries()) {
              expect(file.extent(number)).toEqual(
                rows.length === 0
                  ? undefined
                  : expect.objectContaining({ rows: rows.length, columns: rows[0]?.length }),
              )
            }
          },
          (database) => {
            for (const [number, own] of batches.entries()) {
              if (own.length > 0) expect(rowsIn(database, number)).toEqual(own.flatMap(rowsOf))
            }
          },
          pageSize,
        )
      },
    ),
    { numRuns: 100, seed: 20_261_122 },
  )
})

test('a page may be filled to the last byte', () => {
  // 8 bytes of header, then 2 of pointer and one cell a row: payload, number, length, two types, text.
  const cellSize = (length: number): number => 5 + length
  for (const [length, isExact] of [
    [56, true],
    [55, false],
    [57, false],
  ] as const) {
    expect(504 % (2 + cellSize(length)) === 0).toBe(isExact)
    const batch = batchOf(Array.from({ length: 100 }, () => ['x'.repeat(length)]))
    expect(batch.bytes.length).toBe(100 * cellSize(length))
    written(
      (file) => file.add(0, batch.bytes),
      (database) => {
        expect(rowsIn(database, 0)).toEqual(rowsOf(batch))
        const [leaf] = database.all(
          "SELECT unused, ncell FROM dbstat('main') WHERE name = 't0' AND path = '/000/'",
        )
        if (isExact) expect(leaf).toEqual({ unused: 0, ncell: 8 })
      },
      512,
    )
  }
})

test('records around the length that a leaf holds whole go on where they must', () => {
  for (const pageSize of [512, 4096, 65_536]) {
    const rows = [-40, -36, -35, -34, 0, pageSize - 40, pageSize * 2, pageSize * 7 + 3].map((more) => [
      'y'.repeat(pageSize + more - 8),
      1,
    ])
    const batch = batchOf(rows)
    written(
      (file) => file.add(0, batch.bytes),
      (database) => expect(rowsIn(database, 0)).toEqual(rowsOf(batch)),
      pageSize,
    )
  }
})

test('a tree grows as many levels as it needs', () => {
  const batch = batchOf(Array.from({ length: 60_000 }, (_, index) => [index, `第${index}行`]))
  written(
    (file) => file.add(7, batch.bytes),
    (database) => {
      const [depth] = database.all<{ levels: number }>(
        "SELECT max((length(path) + 3) / 4) AS levels FROM dbstat('main') WHERE name = 't7'",
      )
      expect(depth?.levels).toBe(4)
      expect(rowsIn(database, 7)).toEqual(rowsOf(batch))
      expect(database.all('SELECT row FROM t7 WHERE c0 = 12345 AND row = 12346')).toEqual([{ row: 12_346 }])
    },
    512,
  )
})

test('a table may have as many columns as SQLite allows, and a file hundreds of tables', () => {
  const wide = batchOf([Array.from({ length: 1999 }, (_, index) => index)])
  const small = batchOf([['x']])
  for (const pageSize of [512, 65_536]) {
    written(
      (file) => {
        file.add(0, wide.bytes)
        for (let table = 1; table <= 300; table += 1) file.add(table, small.bytes)
      },
      (database) => {
        expect(rowsIn(database, 0)).toEqual(rowsOf(wide))
        for (const table of [1, 150, 300]) expect(rowsIn(database, table)).toEqual(rowsOf(small))
        expect(database.all("SELECT 1 FROM sqlite_schema WHERE type = 'table'")).toHaveLength(301)
      },
      pageSize,
    )
  }
})

test('a file without tables and a table without rows are sound', () => {
  written(
    () => undefined,
    (database) => expect(database.all('SELECT * FROM sqlite_schema')).toEqual([]),
  )
  written(
    (file) => file.add(0, new Uint8Array()),
    (database) => expect(database.all('SELECT * FROM t0')).toEqual([]),
  )
})

test('a table that is cleared begins anew', () => {
  const path = join(temporaryFolder(), 'rows.db')
  const file = createBulkFile(path, 512)
  file.add(0, batchOf(Array.from({ length: 500 }, () => ['before', 1])).bytes)
  file.add(1, batchOf([[1]]).bytes)
  file.clear(0)
  expect(file.extent(0)).toBeUndefined()
  const after = batchOf([['after'], ['too']])
  file.add(0, after.bytes)
  file.end(rowsSql)
  const database = connect(path, { readOnly: true })
  expect(rowsIn(database, 0)).toEqual(rowsOf(after))
  expect(rowsIn(database, 1)).toHaveLength(1)
  database.close()
})

test('the file is for its maker only and never takes the place of another', () => {
  const path = join(temporaryFolder(), 'rows.db')
  const file = createBulkFile(path)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(() => createBulkFile(path)).toThrow('EEXIST')
  file.close()
  file.close()
})

test('rows that do not hold together are refused', () => {
  const file = createBulkFile(join(temporaryFolder(), 'rows.db'))
  const { bytes } = batchOf([['some text', 5, null]], { first: 9 })
  for (let length = 1; length < bytes.length; length += 1) {
    expect(() => file.add(length, bytes.subarray(0, length))).toThrow('row')
  }
  // Payload, number, header's length and the types, each made wrong by itself.
  for (const [at, value] of [
    [0, 3],
    [0, 127],
    [2, 3],
    [2, 99],
    [4, 12],
    [4, 10],
    [5, 11],
    [6, 7],
  ] as const) {
    const wrong = bytes.slice()
    expect(wrong[at]).not.toBe(value)
    wrong[at] = value
    expect(() => file.add(100 + at, wrong)).toThrow(/row|serial type/)
  }
  expect(() => file.add(200, new Uint8Array(20).fill(0xff))).toThrow('a number is too long')
  // A row number of 2^55.
  const far = new Uint8Array(bytes.length + 7)
  far.set([bytes[0] ?? 0, 0xc0, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0])
  far.set(bytes.subarray(2), 9)
  expect(() => file.add(201, far)).toThrow('a number is too long')
  file.add(0, bytes)
  expect(() => file.add(0, bytes)).toThrow('row 9 after 9')
  expect(() => file.add(0, batchOf([['a', 1, null]], { first: 3 }).bytes)).toThrow('row 3 after 9')
  expect(() => file.add(0, batchOf([['a', 1]], { first: 10 }).bytes)).toThrow('2 columns instead of 3')
  file.close()
})

test('every batch with one byte changed is refused or read as some rows', () => {
  const { bytes } = batchOf(
    Array.from({ length: 30 }, (_, index) => [`文${index}`, index * 1000, true, null, 0.5]),
  )
  fc.assert(
    fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const wrong = bytes.slice()
      wrong[at] = (wrong[at] ?? 0) ^ change
      const path = join(temporaryFolder(), 'rows.db')
      const file = createBulkFile(path, 512)
      try {
        file.add(0, wrong)
      } catch {
        file.close()
        return
      }
      file.end(rowsSql)
      const database = connect(path, { readOnly: true })
      expect(database.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
      database.close()
    }),
    { numRuns: 200, seed: 20_261_122 },
  )
})

test('a disk that is full is told as such', (context) => {
  const small = join(temporaryFolder(), 'small')
  mkdirSync(small)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', small]).status !== 0) context.skip()
  try {
    const file = createBulkFile(join(small, 'rows.db'))
    expect(() => {
      for (let first = 1; first < 100_000; first += 100) {
        file.add(
          0,
          batchOf(
            Array.from({ length: 100 }, () => ['x'.repeat(500)]),
            { first },
          ).bytes,
        )
      }
    }).toThrow(expect.objectContaining({ code: 'disk-full' }))
    file.close()
  } finally {
    spawnSync('umount', ['-l', small])
  }
})

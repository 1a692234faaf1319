// Projects and tables of data for tests: made in a temporary folder, from numbers written in the test.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Reading, StoredProject } from '../../electron/store/index.ts'
import { type Store, createStore } from '../../electron/store/index.ts'
import { noFacts } from '../../shared/model/project.ts'
import { type RowSink, RowWriter } from '../../shared/model/row-batch.ts'
import type { Inspection, Recipe } from '../../shared/model/source.ts'
import type { CellValue, ColumnType, FoundTable, TableRow } from '../../shared/model/table.ts'

/** An empty folder, gone when the test is. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'recap-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export const someProject: StoredProject = {
  template: 'internship',
  language: 'zh-CN',
  style: 'enterprise',
  facts: noFacts,
  tiers: null,
  yearStart: 1,
}

/** A new project in a folder of its own, closed when the test ends. */
export function temporaryStore(): { store: Store; path: string; folder: string } {
  const folder = temporaryFolder()
  const path = join(folder, '项目.recap')
  const store = createStore(path, someProject, { asideFolder: folder })
  onTestFinished(() => store.close())
  return { store, path, folder }
}

export interface MadeTable {
  found: FoundTable
  rows: TableRow[]
}

/**
 * A table whose header stands in row 1.
 * @param columns name → type, or type, unit and scale
 */
export function madeTable(
  columns: Readonly<Record<string, ColumnType | readonly [ColumnType, string, number]>>,
  rows: readonly (readonly CellValue[])[],
  options: { sheet?: string; name?: string; firstRow?: number } = {},
): MadeTable {
  const { sheet = '日报', name = sheet, firstRow = 2 } = options
  const entries = Object.entries(columns)
  const letter = (index: number): string => String.fromCharCode(65 + index)
  return {
    found: {
      sheet,
      name,
      range: `A1:${letter(entries.length - 1)}${firstRow + rows.length - 1}`,
      headerRows: [1],
      skipped: [],
      rowCount: rows.length,
      columns: entries.map(([column, how], index) => {
        const [type, unit, scale] = typeof how === 'string' ? [how] : how
        return {
          name: column,
          type,
          ...(unit !== undefined && { unit }),
          ...(scale !== undefined && { scale }),
          letter: letter(index),
        }
      }),
    },
    rows: rows.map((values, index) => ({ row: firstRow + index, values: [...values] })),
  }
}

export function inspectionOf(file: string, tables: readonly MadeTable[]): Inspection {
  return {
    file,
    format: 'xlsx',
    sha256: 'ab'.repeat(32),
    size: 1234,
    tables: tables.map(({ found }) => found),
    problems: [],
  }
}

/** Reads made tables as a file would be read, `size` rows at a time. */
export function readingOf(
  file: string,
  tables: readonly MadeTable[],
  options: { size?: number; recipe?: Recipe } = {},
): (sink: RowSink) => Promise<Reading> {
  const { size = 50, recipe } = options
  return async (sink) => {
    for (const [stream, { rows }] of tables.entries()) {
      const writer = new RowWriter()
      for (const [index, { row, values, raw = {} }] of rows.entries()) {
        writer.start(row)
        for (const value of values) writer.value(value)
        for (const [position, text] of Object.entries(raw)) writer.raw(Number(position), text)
        writer.end()
        if (writer.rows === size || index === rows.length - 1) await sink.take(stream, writer.take())
      }
    }
    return {
      inspection: inspectionOf(file, tables),
      streams: tables.map((_, stream) => stream),
      ...(recipe && { recipe }),
    }
  }
}

/** Imports made tables as one file. */
export function importTables(
  store: Store,
  file: string,
  tables: readonly MadeTable[],
  recipe?: Recipe,
): ReturnType<Store['sources']['import']> {
  return store.sources.import(readingOf(file, tables, recipe && { recipe }), {
    importedAt: new Date('2026-07-01T08:00:00Z'),
  })
}

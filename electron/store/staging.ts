// Where the rows of a file wait until all of them are read: in a private folder outside the project.
// It takes rows and hands them over; it knows no source and no table of the project.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RecapError } from '../../shared/errors.ts'
import { type RowBatch, type RowSink, RowWriter } from '../../shared/model/row-batch.ts'
import { type BulkFile, bulkName, createBulkFile, tellingFullDisk } from './bulk-file.ts'
import type { Database } from './database.ts'
import { rowsSql } from './stored-table.ts'
import { SummaryBuilder } from './summary-builder.ts'

export interface Staging extends RowSink {
  /** Throws RecapError `disk-full`, `file-too-large`; and for rows that do not hold together. */
  take(stream: number, batch: RowBatch): void
  again(stream: number): void
  /** Rows that came on a stream. */
  count(stream: number): number
  /** Ends the taking. Within `action`, `moveRows` and `moveTexts` may be called, also in a transaction. */
  handOver<T>(action: () => T): T
  /** Appends a stream's rows to a table of the project that is empty and has `columns` columns. */
  moveRows(stream: number, table: string, columns: number): void
  /** Keeps what cells of a stream showed, as raw texts of the table `serial`. */
  moveTexts(stream: number, serial: number): void
  /** What a stream's rows add up to. */
  summary(stream: number): SummaryBuilder
  /** Leaves nothing behind. It may be called twice. */
  discard(): void
}

/** SQLite's own limit is 2000 columns a table; one of them is the row's number. */
const mostColumns = 1999

/** A stream's rows and its raw texts (row, position, text) are two tables of the file. */
const rowsOf = (stream: number): number => 2 * stream
const textsOf = (stream: number): number => 2 * stream + 1

/** `name` tells one staging of this connection from another. */
export function createStaging(database: Database, name: string): Staging {
  const { folder, path, bulk } = createFile()
  const writer = new RowWriter()
  const summaries = new Map<number, SummaryBuilder>()
  const summaryOf = (stream: number): SummaryBuilder => {
    const summary = summaries.get(stream) ?? new SummaryBuilder()
    summaries.set(stream, summary)
    return summary
  }
  let discarded = false
  const assertOpen = (): void => {
    if (discarded) throw new RecapError('job-cancelled', 'the project was closed')
  }

  return {
    take(stream, batch) {
      assertOpen()
      if (batch.rows > 0) bulk.add(rowsOf(stream), batch.bytes)
      assertFits(bulk.extent(rowsOf(stream))?.columns ?? 0)
      summaryOf(stream).add(batch.bytes)
      if (batch.raw.length === 0) return
      let number = bulk.extent(textsOf(stream))?.rows ?? 0
      for (const { row, position, text } of batch.raw) {
        number += 1
        writer.start(number)
        writer.number(row)
        writer.number(position)
        writer.text(text)
        writer.end()
      }
      bulk.add(textsOf(stream), writer.take().bytes)
    },
    again(stream) {
      bulk.clear(rowsOf(stream))
      bulk.clear(textsOf(stream))
      summaries.delete(stream)
    },
    count: (stream) => bulk.extent(rowsOf(stream))?.rows ?? 0,
    handOver(action) {
      assertOpen()
      bulk.end(rowsSql)
      database.run(`ATTACH ? AS ${name}`, [path])
      // Read once, front to back: its pages need not stay.
      database.script(`PRAGMA ${name}.cache_size = -512`)
      try {
        return action()
      } finally {
        database.script(`DETACH ${name}`)
      }
    },
    moveRows(stream, table, columns) {
      assertFits(columns)
      const extent = bulk.extent(rowsOf(stream))
      if (!extent) return
      if (extent.columns !== columns) throw new Error(`${extent.columns} columns came, ${columns} were found`)
      // Between tables that are made alike SQLite moves whole cells (sqlite.org, transfer optimisation).
      database.run(`INSERT INTO ${table} SELECT * FROM ${name}.${bulkName(rowsOf(stream))}`)
    },
    moveTexts(stream, serial) {
      if (!bulk.extent(textsOf(stream))) return
      database.run(`INSERT INTO raw_text SELECT ?, c0, c1, c2 FROM ${name}.${bulkName(textsOf(stream))}`, [
        serial,
      ])
    },
    summary: summaryOf,
    discard() {
      if (discarded) return
      discarded = true
      summaries.clear()
      bulk.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** In a folder of its own, made for nobody else: mode 0700. */
function createFile(): { folder: string; path: string; bulk: BulkFile } {
  const folder = tellingFullDisk(() => mkdtempSync(join(tmpdir(), 'recap-import-')))
  const path = join(folder, 'rows.db')
  try {
    return { folder, path, bulk: createBulkFile(path) }
  } catch (error) {
    rmSync(folder, { recursive: true })
    throw error
  }
}

function assertFits(columns: number): void {
  if (columns > mostColumns) {
    throw new RecapError('file-too-large', 'columns', { actual: columns, limit: mostColumns })
  }
}

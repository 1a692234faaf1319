// Files in the project: brought in whole or not at all, replaced by a newer one of the same name, removed.
// Rows are gathered outside the project's file (staging.ts); one transaction then takes them over.

import { RecapError } from '../../shared/errors.ts'
import type { RowSink } from '../../shared/model/row-batch.ts'
import {
  Inspection,
  type Problem,
  Recipe,
  type Source,
  type SourceFormat,
} from '../../shared/model/source.ts'
import { SourceId } from '../../shared/model/ids.ts'
import { stableId } from '../../shared/model/stable-id.ts'
import type { Table } from '../../shared/model/table.ts'
import { checked } from './bodies.ts'
import type { Database } from './database.ts'
import { matchTables } from './match.ts'
import { type Staging, createStaging } from './staging.ts'
import { readTables, rowsName, rowsSql } from './stored-table.ts'
import { type Summaries, settleSummary, writeSummary } from './summary.ts'
import type { Sums } from './sums.ts'

export interface StoredSource extends Source {
  problems: Problem[]
}

export interface Import {
  source: Source
  replaced: boolean
  tables: Table[]
}

/** What reading a file gave. `streams` has the number of the stream that each table of the inspection came on. */
export interface Reading {
  inspection: Inspection
  streams: readonly number[]
  recipe?: Recipe
}

export interface SourceStore {
  list(): StoredSource[]
  /**
   * Keeps all that `read` finds: it puts the rows into the sink it is given, and tells at the end which stream is
   * which table. Tables and columns found again keep their ids. Cancelled by `signal` (throws RecapError
   * `job-cancelled`) or failed, it leaves nothing.
   */
  import(
    read: (sink: RowSink) => Promise<Reading>,
    options: { importedAt: Date; signal?: AbortSignal },
  ): Promise<Import>
  /** An unknown source is gone already. */
  remove(id: SourceId): void
  /** Removes what unfinished imports have put outside the project. */
  discard(): void
}

interface SourceRecord {
  id: SourceId
  name: string
  format: SourceFormat
  encoding: string | null
  sha256: string
  size: number
  imported_at: string
  problems: string
  recipe: string | null
}

export function sourceStore(database: Database, summaries: Summaries): SourceStore {
  let imports = 0
  const open = new Set<Staging>()
  return {
    list: () =>
      database.all<SourceRecord>('SELECT * FROM source ORDER BY position').map((record) => ({
        ...sourceOf(record, database.name),
        problems: checked(Inspection.shape.problems, record.problems, database.name),
      })),

    async import(read, options) {
      if (database.readOnly) {
        throw new RecapError('project-read-only', 'import', { file: database.name })
      }
      imports += 1
      const staging = createStaging(database, `staging_${imports}`)
      open.add(staging)
      try {
        const reading = await read({
          take(stream, batch) {
            assertGoing(options.signal)
            staging.take(stream, batch)
          },
          again: (stream) => staging.again(stream),
        })
        assertGoing(options.signal)
        const { made, ...imported } = staging.handOver(() =>
          promote(database, reading, staging, options.importedAt.toISOString()),
        )
        for (const [serial, sums] of made) summaries.keep(serial, sums)
        return imported
      } finally {
        staging.discard()
        open.delete(staging)
      }
    },

    remove: (id) =>
      database.write(() => {
        dropTables(database, id)
        database.run('DELETE FROM source WHERE id = ?', [id])
      }),

    discard() {
      for (const staging of open) staging.discard()
    },
  }
}

function sourceOf(record: SourceRecord, file: string): Source {
  return {
    id: record.id,
    name: record.name,
    format: record.format,
    ...(record.encoding !== null && { encoding: record.encoding }),
    sha256: record.sha256,
    size: record.size,
    importedAt: record.imported_at,
    ...(record.recipe !== null && { recipe: checked(Recipe, record.recipe, file) }),
  }
}

function assertGoing(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new RecapError('job-cancelled', 'import')
}

/** One transaction: the tables of the earlier file of this name go, the new ones come. */
function promote(
  database: Database,
  reading: Reading,
  staging: Staging,
  importedAt: string,
): Import & { made: ReadonlyMap<number, Sums> } {
  const { tables: found, problems, file: name, ...facts } = reading.inspection
  const recipe = reading.recipe && { recipe: reading.recipe }
  return database.writeLarge(() => {
    const [earlier] = database.all<{ id: SourceId }>('SELECT id FROM source WHERE name = ?', [name])
    const id = earlier?.id ?? SourceId.parse(stableId('source', name))
    const continued = matchTables(id, found, readTables(database, 'source = ?', [id]))
    dropTables(database, id)
    database.run(
      `INSERT INTO source (id, position, name, format, encoding, sha256, size, imported_at, problems, recipe)
       VALUES ($id, (SELECT coalesce(max(position), 0) + 1 FROM source), $name, $format, $encoding, $sha256, $size,
         $importedAt, $problems, $recipe)
       ON CONFLICT (id) DO UPDATE SET format = excluded.format, encoding = excluded.encoding, sha256 = excluded.sha256,
         size = excluded.size, imported_at = excluded.imported_at, problems = excluded.problems,
         recipe = excluded.recipe`,
      {
        ...facts,
        encoding: facts.encoding ?? null,
        id,
        name,
        importedAt,
        problems: JSON.stringify(problems),
        recipe: recipe ? JSON.stringify(recipe.recipe) : null,
      },
    )
    const made = new Map<number, Sums>()
    const tables = continued.map((table, index) => {
      const stream = reading.streams[index]
      if (stream === undefined) throw new Error(`no stream for table ${index}`)
      const stored = { ...table, rowCount: staging.count(stream) }
      const serial = insertTable(database, stored, index)
      staging.moveRows(stream, rowsName(serial), stored.columns.length)
      staging.moveTexts(stream, serial)
      const sums = settleSummary(staging.summary(stream), stored)
      if (sums) {
        writeSummary(database, serial, sums)
        made.set(serial, sums)
      }
      return stored
    })
    return {
      source: { id, name, importedAt, ...facts, ...recipe },
      replaced: earlier !== undefined,
      tables,
      made,
    }
  })
}

/** Describes a table and makes the one for its rows, still empty. Gives its serial. */
function insertTable(database: Database, table: Table, position: number): number {
  const [inserted] = database.all<{ serial: number }>(
    `INSERT INTO data_table (id, source, position, sheet, range, header_rows, name, skipped, row_count, layout)
     VALUES ($id, $source, $position, $sheet, $range, $headerRows, $name, $skipped, $rowCount, $layout)
     RETURNING serial`,
    {
      id: table.id,
      source: table.source,
      position,
      sheet: table.sheet,
      range: table.range,
      headerRows: JSON.stringify(table.headerRows),
      name: table.name,
      skipped: JSON.stringify(table.skipped),
      rowCount: table.rowCount,
      layout: table.layout ? JSON.stringify(table.layout) : null,
    },
  )
  if (!inserted) throw new Error('no serial returned')
  const { serial } = inserted
  const insertColumn = database.prepare(
    `INSERT INTO data_column (data_table, position, id, name, type, unit, scale, step, letter)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  for (const [index, { id, name, type, unit, scale, step, letter }] of table.columns.entries()) {
    insertColumn([serial, index, id, name, type, unit ?? null, scale ?? null, step ?? null, letter])
  }
  database.script(rowsSql(rowsName(serial), table.columns.length))
  return serial
}

function dropTables(database: Database, source: SourceId): void {
  for (const { rows } of readTables(database, 'source = ?', [source])) database.script(`DROP TABLE ${rows}`)
  database.run('DELETE FROM data_table WHERE source = ?', [source])
}

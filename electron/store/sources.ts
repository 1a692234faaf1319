// Files in the project: brought in whole or not at all, replaced by a newer one of the same name, removed.
// Rows are gathered in a temporary table outside the project's file; one transaction then takes them over.

import { RecapError } from '../../shared/errors.ts'
import { Inspection, type Problem, type Source, type SourceFormat } from '../../shared/model/source.ts'
import { SourceId, stableId } from '../../shared/model/ids.ts'
import type { FoundTable, Table, TableRow } from '../../shared/model/table.ts'
import { checked } from './bodies.ts'
import { toSql } from './cells.ts'
import type { Database } from './database.ts'
import { matchTables } from './match.ts'
import { readTables, rowsName } from './stored-table.ts'

export interface StoredSource extends Source {
  problems: Problem[]
}

export interface Import {
  source: Source
  replaced: boolean
  tables: Table[]
}

export interface SourceStore {
  list(): StoredSource[]
  /**
   * Keeps all that `inspection` found, with the rows that `rowsOf` gives for each table. Tables and columns found
   * again keep their ids. Cancelled by `signal` (throws RecapError `job-cancelled`) or failed, it leaves nothing.
   */
  import(
    inspection: Inspection,
    rowsOf: (table: FoundTable) => AsyncIterable<readonly TableRow[]>,
    options: { importedAt: Date; signal?: AbortSignal; onStored?: (rows: number) => void },
  ): Promise<Import>
  /** An unknown source is gone already. */
  remove(id: SourceId): void
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
}

export function sourceStore(database: Database): SourceStore {
  let imports = 0
  return {
    list: () =>
      database.all<SourceRecord>('SELECT * FROM source ORDER BY position').map((record) => ({
        ...sourceOf(record),
        problems: checked(Inspection.shape.problems, record.problems, database.name),
      })),

    async import(inspection, rowsOf, options) {
      if (database.readOnly) {
        throw new RecapError('project-read-only', 'import', { file: database.name })
      }
      imports += 1
      const staged: Staged[] = []
      try {
        for (const [index, found] of inspection.tables.entries()) {
          const staging = stage(database, `staging_${imports}_${index}`, found)
          staged.push(staging)
          for await (const rows of rowsOf(found)) {
            assertGoing(options.signal)
            staging.add(rows)
            options.onStored?.(rows.length)
            // Lets other calls in between, one of which may be the cancelling.
            await new Promise((resolve) => setImmediate(resolve))
          }
        }
        assertGoing(options.signal)
        return promote(database, inspection, staged, options.importedAt.toISOString())
      } finally {
        for (const { drop } of staged) drop()
      }
    },

    remove: (id) =>
      database.write(() => {
        dropTables(database, id)
        database.run('DELETE FROM source WHERE id = ?', [id])
      }),
  }
}

function sourceOf(record: SourceRecord): Source {
  return {
    id: record.id,
    name: record.name,
    format: record.format,
    ...(record.encoding !== null && { encoding: record.encoding }),
    sha256: record.sha256,
    size: record.size,
    importedAt: record.imported_at,
  }
}

function assertGoing(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new RecapError('job-cancelled', 'import')
}

interface Staged {
  name: string
  rowCount: number
  add(rows: readonly TableRow[]): void
  drop(): void
}

/** SQLite's own limit is 2000 columns a table; one of them is the row's number. */
const mostColumns = 1999

const cellNames = (table: { columns: readonly unknown[] }): string[] =>
  table.columns.map((_, index) => `c${index}`)

function stage(database: Database, name: string, found: FoundTable): Staged {
  if (found.columns.length > mostColumns) {
    throw new RecapError('file-too-large', 'columns', { actual: found.columns.length, limit: mostColumns })
  }
  const cells = cellNames(found)
  database.script(`
    CREATE TEMP TABLE ${name} (${['row INTEGER PRIMARY KEY', ...cells.map((cell) => `${cell} ANY`)].join(', ')}) STRICT;
    CREATE TEMP TABLE ${name}_raw (row INTEGER NOT NULL, position INTEGER NOT NULL, text TEXT NOT NULL) STRICT;
  `)
  const insertRow = database.prepare(`INSERT INTO temp.${name} VALUES (?${', ?'.repeat(cells.length)})`)
  const insertRaw = database.prepare(`INSERT INTO temp.${name}_raw VALUES (?, ?, ?)`)
  const staged: Staged = {
    name,
    rowCount: 0,
    add: (rows) =>
      database.writeTemporary(() => {
        for (const { row, values, raw = {} } of rows) {
          insertRow([row, ...cells.map((_, index) => toSql(values[index] ?? null))])
          for (const [position, text] of Object.entries(raw)) insertRaw([row, Number(position), text])
        }
        staged.rowCount += rows.length
      }),
    drop() {
      // A closed connection has dropped them already.
      if (database.open) database.script(`DROP TABLE temp.${name}; DROP TABLE temp.${name}_raw;`)
    },
  }
  return staged
}

function promote(
  database: Database,
  inspection: Inspection,
  staged: readonly Staged[],
  importedAt: string,
): Import {
  const { tables: found, problems, file: name, ...facts } = inspection
  return database.write(() => {
    const [earlier] = database.all<{ id: SourceId }>('SELECT id FROM source WHERE name = ?', [name])
    const id = earlier?.id ?? SourceId.parse(stableId('source', name))
    const continued = matchTables(id, found, readTables(database, 'source = ?', [id]))
    dropTables(database, id)
    database.run(
      `INSERT INTO source (id, position, name, format, encoding, sha256, size, imported_at, problems)
       VALUES ($id, (SELECT coalesce(max(position), 0) + 1 FROM source), $name, $format, $encoding, $sha256, $size,
         $importedAt, $problems)
       ON CONFLICT (id) DO UPDATE SET format = excluded.format, encoding = excluded.encoding, sha256 = excluded.sha256,
         size = excluded.size, imported_at = excluded.imported_at, problems = excluded.problems`,
      {
        ...facts,
        encoding: facts.encoding ?? null,
        id,
        name,
        importedAt,
        problems: JSON.stringify(problems),
      },
    )
    const tables = continued.map((table, index) => ({ ...table, rowCount: staged[index]?.rowCount ?? 0 }))
    for (const [index, table] of tables.entries()) {
      const staging = staged[index]
      if (staging) insertTable(database, table, index, staging.name)
    }
    return { source: { id, name, importedAt, ...facts }, replaced: earlier !== undefined, tables }
  })
}

function insertTable(database: Database, table: Table, position: number, staging: string): void {
  const [inserted] = database.all<{ serial: number }>(
    `INSERT INTO data_table (id, source, position, sheet, range, header_rows, name, skipped, row_count)
     VALUES ($id, $source, $position, $sheet, $range, $headerRows, $name, $skipped, $rowCount) RETURNING serial`,
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
    },
  )
  if (!inserted) throw new Error('no serial returned')
  const { serial } = inserted
  const insertColumn = database.prepare('INSERT INTO data_column VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  for (const [index, { id, name, type, unit, scale, letter }] of table.columns.entries()) {
    insertColumn([serial, index, id, name, type, unit ?? null, scale ?? null, letter])
  }
  const cells = cellNames(table).map((cell) => `${cell} ANY`)
  database.script(`
    CREATE TABLE ${rowsName(serial)} (${['row INTEGER PRIMARY KEY', ...cells].join(', ')}) STRICT;
    INSERT INTO ${rowsName(serial)} SELECT * FROM temp.${staging};
    INSERT INTO raw_text SELECT ${serial}, row, position, text FROM temp.${staging}_raw;
  `)
}

function dropTables(database: Database, source: SourceId): void {
  for (const { rows } of readTables(database, 'source = ?', [source])) database.script(`DROP TABLE ${rows}`)
  database.run('DELETE FROM data_table WHERE source = ?', [source])
}

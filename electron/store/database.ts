// One connection to a project's file: settings, transactions, and SQLite's failures turned into ours.
// The only module that touches better-sqlite3. It knows no table of the schema.

import { basename } from 'node:path'
import Sqlite from 'better-sqlite3'
import { RecapError } from '../../shared/errors.ts'

export type SqlValue = string | number | bigint | Uint8Array | null

/** In the order of the `?`, or by the names after `$`. */
export type SqlValues = readonly SqlValue[] | Readonly<Record<string, SqlValue>>

export interface Database {
  /** The file's name, for messages. */
  readonly name: string
  readonly readOnly: boolean
  readonly open: boolean
  /** `Row` is what the statement selects, column by column. */
  all<Row>(sql: string, values?: SqlValues): Row[]
  /** Rows as lists, the columns in the statement's order. */
  lists(sql: string, values?: SqlValues): SqlValue[][]
  /** The values of the one column that the statement selects. */
  column<Value>(sql: string, values?: SqlValues): Value[]
  /** Gives the number of rows changed. */
  run(sql: string, values?: SqlValues): number
  /** A statement to be run many times. */
  prepare(sql: string): (values: SqlValues) => void
  /** Several statements without values. */
  script(sql: string): void
  /**
   * All of `action` or nothing; on the disk when it returns. Waits for another writer, 5 s at most.
   * Throws RecapError `project-read-only`, `project-busy`, `disk-full`.
   */
  write<T>(action: () => T): T
  /**
   * Like `write`, for so much that the log becomes large. It is on the disk too when this returns, but in the log:
   * moving it into the file waits until other calls have had their turn.
   */
  writeLarge<T>(action: () => T): T
  /** Like `write`, for the connection's own temporary tables: takes no lock on the file and works read-only. */
  writeTemporary<T>(action: () => T): T
  /** One unchanging view of the file for several reads. */
  read<T>(action: () => T): T
  /** Throws RecapError `project-damaged` when a page or an index does not hold together. */
  assertSound(): void
  userVersion(): number
  /** Changes whenever another connection has written. */
  dataVersion(): number
  close(): void
}

/** Before it, a reset of the write-ahead log could lose what several writers had written (sqlite.org, 3.51.3). */
const oldestSafe = [3, 51, 3] as const

const busyMs = 5000
/** In bytes. */
const largestLog = 64 << 20
/** So many pages in the log are moved into the file by the write that brings them there: SQLite's own measure. */
const checkpointPages = 1000

/** Opens or makes the file at `path`. `name` is what messages call it. */
export function connect(path: string, options: { readOnly: boolean; name?: string }): Database {
  const name = options.name ?? basename(path)
  const sqlite = translating(name, () => new Sqlite(path, { readonly: options.readOnly, timeout: busyMs }))
  const guarded = <T>(action: () => T): T => {
    // Whoever was about to read goes on after its turn: the project was closed in between.
    if (!sqlite.open) throw new RecapError('job-cancelled', 'the project was closed')
    return translating(name, action)
  }
  try {
    guarded(() => configure(sqlite, options.readOnly))
  } catch (error) {
    sqlite.close()
    throw error
  }

  const pragma = (text: string): unknown => sqlite.pragma(text, { simple: true })
  const within = <T>(begin: string, action: () => T): T => {
    guarded(() => sqlite.exec(begin))
    try {
      const result = action()
      guarded(() => sqlite.exec('COMMIT'))
      return result
    } catch (error) {
      // A full disk may have ended the transaction already.
      if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
      throw error
    }
  }

  function write<T>(action: () => T): T {
    if (options.readOnly) throw new RecapError('project-read-only', 'opened read-only', { file: name })
    return within('BEGIN IMMEDIATE', action)
  }
  function moveLog(): void {
    try {
      if (sqlite.open) pragma('wal_checkpoint(PASSIVE)')
    } catch {
      // No space, say: what was saved stands in the log, and moves with a later write or at the end.
    }
  }

  return {
    name,
    readOnly: options.readOnly,
    get open() {
      return sqlite.open
    },
    all: <Row>(sql: string, values: SqlValues = []) =>
      guarded(() => sqlite.prepare<unknown[], Row>(sql).all(values)),
    lists: (sql, values = []) => guarded(() => sqlite.prepare<unknown[], SqlValue[]>(sql).raw().all(values)),
    column: <Value>(sql: string, values: SqlValues = []) =>
      guarded(() => sqlite.prepare<unknown[], Value>(sql).pluck().all(values)),
    run: (sql, values = []) => guarded(() => sqlite.prepare(sql).run(values).changes),
    prepare(sql) {
      const statement = guarded(() => sqlite.prepare(sql))
      return (values) => void guarded(() => statement.run(values))
    },
    script: (sql) => void guarded(() => sqlite.exec(sql)),
    write,
    writeLarge(action) {
      guarded(() => pragma('wal_autocheckpoint = 0'))
      try {
        return write(action)
      } finally {
        pragma(`wal_autocheckpoint = ${checkpointPages}`)
        setImmediate(moveLog)
      }
    },
    writeTemporary: (action) => within('BEGIN', action),
    read: (action) => within('BEGIN', action),
    assertSound() {
      const verdict = guarded(() => pragma('quick_check(1)'))
      if (verdict !== 'ok')
        throw new RecapError('project-damaged', `quick_check: ${String(verdict)}`, { file: name })
    },
    userVersion: () => Number(guarded(() => pragma('user_version'))),
    dataVersion: () => Number(guarded(() => pragma('data_version'))),
    close() {
      try {
        // Leaves one file without a log beside it, as far as no other connection needs the log.
        if (!options.readOnly) sqlite.pragma('wal_checkpoint(TRUNCATE)')
      } catch {
        // No space, say: what was saved stands in the log and will be found there.
      }
      sqlite.close()
    },
  }
}

function configure(sqlite: Sqlite.Database, readOnly: boolean): void {
  const version = versionOf(sqlite)
  if (!isSafe(version)) {
    throw new RecapError('environment-unfit', `SQLite ${version}`, {
      what: `SQLite ${version} < ${oldestSafe.join('.')}`,
    })
  }
  if (!readOnly) sqlite.pragma('journal_mode = WAL')
  // better-sqlite3 is built with NORMAL for write-ahead logs, which loses acknowledged writes when the power fails.
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('trusted_schema = OFF')
  sqlite.pragma('cell_size_check = ON')
  sqlite.pragma('mmap_size = 0')
  // A large import makes a large log, which shall not stay so.
  sqlite.pragma(`journal_size_limit = ${largestLog}`)
  if (process.platform === 'darwin') {
    // Plain fsync does not reach the disk there.
    sqlite.pragma('fullfsync = ON')
    sqlite.pragma('checkpoint_fullfsync = ON')
  }
}

const versionOf = (sqlite: Sqlite.Database): string =>
  String(sqlite.prepare('SELECT sqlite_version()').pluck().get())

/** Of the SQLite that projects are kept with: `3.54.1`. */
export function sqliteVersion(): string {
  const sqlite = new Sqlite(':memory:')
  try {
    return versionOf(sqlite)
  } finally {
    sqlite.close()
  }
}

function isSafe(version: string): boolean {
  const parts = version.split('.').map(Number)
  for (const [index, least] of oldestSafe.entries()) {
    const part = parts[index] ?? 0
    if (part !== least) return part > least
  }
  return true
}

function translating<T>(name: string, action: () => T): T {
  try {
    return action()
  } catch (error) {
    throw asFailure(error, name)
  }
}

/** What SQLite's result codes mean to a user (sqlite.org/rescode.html). Others pass as they are and are internal. */
function asFailure(error: unknown, name: string): unknown {
  if (!(error instanceof Sqlite.SqliteError)) return error
  const because = { cause: error }
  const is = (...codes: readonly string[]): boolean =>
    codes.some((code) => error.code.startsWith(`SQLITE_${code}`))
  if (is('FULL')) return new RecapError('disk-full', error.message, {}, because)
  if (is('BUSY', 'LOCKED')) return new RecapError('project-busy', error.message, { file: name }, because)
  if (is('READONLY', 'CANTOPEN', 'PERM'))
    return new RecapError('project-read-only', error.message, { file: name }, because)
  if (is('CORRUPT', 'NOTADB'))
    return new RecapError('project-damaged', error.message, { file: name }, because)
  return error
}

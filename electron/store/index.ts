// A project's file: one SQLite database that holds the data, the figures, comparisons, charts and the report.
// The only folder that says SQL. It keeps and groups; it does not divide, compare or word.
//
//   const store = openStore('/…/实习总结.recap', { asideFolder })
//   store.report.save(revision, blocks, new Date())   // on the disk when it returns
//   store.close()

import { existsSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { RecapError } from '../../shared/errors.ts'
import { answersOf } from './answers.ts'
import { type ChartStore, chartStore } from './charts.ts'
import { type ComparisonStore, comparisonStore } from './comparisons.ts'
import { type Database, connect } from './database.ts'
import { type FigureStore, figureStore } from './figures.ts'
import {
  applicationId,
  assertKnown,
  assertOurs,
  copyForReading,
  hasLog,
  mayWrite,
  settleFolder,
} from './file.ts'
import { migrate, newestVersion } from './migrate.ts'
import { type ProjectStore, type StoredProject, projectStore } from './project.ts'
import { type ReadFigures, figureReader } from './readings.ts'
import { type ReportStore, reportStore } from './report.ts'
import { type SourceStore, sourceStore } from './sources.ts'
import { summariesOf } from './summary.ts'
import { type TableStore, tableStore } from './tables.ts'

export { sqliteVersion } from './database.ts'
export type { StoredProject } from './project.ts'
export type { Reading } from './sources.ts'

export interface Store {
  /** Opened for reading only, because the file or its folder cannot be written. Writes throw `project-read-only`. */
  readonly readOnly: boolean
  readonly project: ProjectStore
  readonly sources: SourceStore
  readonly tables: TableStore
  readonly figures: FigureStore
  readonly readings: ReadFigures
  readonly comparisons: ComparisonStore
  readonly charts: ChartStore
  readonly report: ReportStore
  /** Writes the whole project, consistent and compact, to `path`, which must not exist. */
  copyTo(path: string): void
  /** Throws RecapError `project-damaged` when the file does not hold together. */
  assertSound(): void
  close(): void
}

/**
 * Opens the project at `path`; a file of an older version is first copied into `asideFolder`.
 * Throws RecapError `project-missing`, `project-not-a-project`, `project-newer`, `project-damaged`, `project-busy`,
 * and leaves the file as it is.
 */
export function openStore(path: string, options: { asideFolder: string }): Store {
  const name = basename(path)
  assertOurs(path, newestVersion)
  if (!mayWrite(path)) return openReadOnly(path, name, options.asideFolder)
  if (hasLog(path)) {
    // Closing a connection that may write would move the log into the file: look before, with one that may not.
    const look = connect(path, { readOnly: true })
    try {
      assertGood(look)
    } finally {
      look.close()
    }
  }
  let database: Database
  try {
    database = connect(path, { readOnly: false })
  } catch (error) {
    // Not every system tells beforehand what it will refuse.
    if (isReadOnly(error)) return openReadOnly(path, name, options.asideFolder)
    throw error
  }
  try {
    assertGood(database)
    migrate(database, asideName(path, options.asideFolder))
  } catch (error) {
    database.close()
    throw error
  }
  return storeOf(database, () => database.close())
}

const isReadOnly = (error: unknown): boolean =>
  error instanceof RecapError && error.code === 'project-read-only'

const asideName = (path: string, folder: string): string =>
  join(folder, `${basename(path, '.recap')} ${Date.now()}.recap`)

/**
 * Makes a new project at `path`: whole, or not there.
 * Throws RecapError `project-exists`, `folder-missing`, `folder-read-only`, `disk-full`.
 */
export function createStore(path: string, project: StoredProject, options: { asideFolder: string }): Store {
  if (existsSync(path)) throw new RecapError('project-exists', 'file exists', { file: basename(path) })
  const folder = dirname(path)
  if (!existsSync(folder)) throw new RecapError('folder-missing', 'no folder', { folder: basename(folder) })
  const unfinished = join(folder, `.recap-${process.pid}.new`)
  try {
    const database = connect(unfinished, { readOnly: false, name: basename(path) })
    try {
      database.script(`PRAGMA application_id = ${applicationId}`)
      migrate(database, unfinished)
      projectStore(database).write(project)
    } finally {
      database.close()
    }
    renameSync(unfinished, path)
    settleFolder(folder)
  } catch (error) {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${unfinished}${end}`, { force: true })
    if (isReadOnly(error)) {
      throw new RecapError('folder-read-only', 'cannot write', { folder: basename(folder) }, { cause: error })
    }
    throw error
  }
  return openStore(path, options)
}

function assertGood(database: Database): void {
  // The log may bring a newer version than the header told.
  assertKnown(database.userVersion(), newestVersion, database.name)
  database.assertSound()
}

function openReadOnly(path: string, name: string, asideFolder: string): Store {
  const copy = copyForReading(path)
  try {
    const preparation = connect(copy.path, { readOnly: false, name })
    try {
      assertGood(preparation)
      migrate(preparation, asideName(path, asideFolder))
    } finally {
      preparation.close()
    }
    const database = connect(copy.path, { readOnly: true, name })
    return storeOf(database, () => {
      database.close()
      copy.discard()
    })
  } catch (error) {
    copy.discard()
    throw error
  }
}

function storeOf(database: Database, close: () => void): Store {
  const summaries = summariesOf(database)
  const answers = answersOf(database, summaries)
  const sources = sourceStore(database, summaries)
  return {
    readOnly: database.readOnly,
    project: projectStore(database),
    sources,
    tables: tableStore(database, answers),
    figures: figureStore(database),
    readings: figureReader(database, answers),
    comparisons: comparisonStore(database),
    charts: chartStore(database),
    report: reportStore(database),
    copyTo: (path) => void database.run('VACUUM INTO ?', [path]),
    assertSound: () => database.assertSound(),
    close() {
      sources.discard()
      close()
    },
  }
}

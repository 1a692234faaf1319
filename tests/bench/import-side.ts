// node tests/bench/import-side.ts SIDE FILE: one thing that the import bench measures, in a process of its own, so that
// nothing is warm and memory is its alone. Prints a `SideResult`. Whatever a side needs is loaded when it is known.

import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type FileRef, JobId } from '../../shared/model/ids.ts'
import type { Project } from '../../shared/model/project.ts'
import type { Client } from '../../shared/rpc.ts'
import { benchFolder } from './spreadsheets.ts'

/** The least that anyone looks at a preview before importing what it shows. */
const lookMs = 400

export interface SideResult {
  ms: number
  /** Of the table, or of what was read of it. */
  rows: number
  /** Milliseconds for a page of 200 rows, at several places of the table. */
  pages?: readonly number[]
  /** The most memory that the process had, in MB. */
  peak: number
}

type Measured = Omit<SideResult, 'peak'>

interface Engine {
  client: Client
  project: Project
  folder: string
  refFor: (path: string) => FileRef
}

/** The engine as the terminal has it, with a new project. */
export async function withEngine<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
  const { createFileTable } = await import('../../electron/hosts/files.ts')
  const { createRecap } = await import('../../electron/recap.ts')
  const { createClient } = await import('../../shared/rpc.ts')
  const folder = mkdtempSync(join(benchFolder, 'run-'))
  const files = createFileTable(join(folder, 'scratch'))
  const recap = createRecap({
    host: 'cli',
    dataFolder: folder,
    projectsFolder: join(folder, 'projects'),
    files,
    log: (entry) => console.error(JSON.stringify(entry)),
    now: () => new Date(),
    samplesFolder: folder,
  })
  try {
    const client = createClient({ call: recap.answer, on: recap.on })
    const project = await client.call('projects.create', { template: 'internship', language: 'zh-CN' })
    return await work({ client, project, folder, refFor: (path) => files.refFor(path) })
  } finally {
    recap.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * The most memory of this process, in MB. Linux hands `maxRSS` on from the process that started this one (its size at
 * the fork counts), so there the mark of this program's own memory is read.
 */
function peakMemory(): number {
  const mark = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : ''
  const kilobytes = /^VmHWM:\s*(\d+)/m.exec(mark)?.[1] ?? process.resourceUsage().maxRSS
  return Number(kilobytes) / 1024
}

export async function timed<T>(work: () => Promise<T> | T): Promise<{ ms: number; value: T }> {
  const start = performance.now()
  const value = await work()
  return { ms: performance.now() - start, value }
}

const sides = {
  /** A whole import, from the call to its reply, after the first rows were shown and looked at; and pages of the table it made. */
  import: (path) =>
    withEngine(async ({ client, project: { id: project }, refFor }) => {
      const file = refFor(path)
      await client.call('sources.preview', { file })
      await setTimeout(lookMs)
      const { ms, value } = await timed(() => client.call('sources.import', { project, file }))
      const [table] = value.tables
      if (!table || value.tables.length > 1) throw new Error(`${value.tables.length} tables`)
      const pages: number[] = []
      for (const share of [0.5, 0.25, 0.75, 0.5, 0.9]) {
        const from = Math.floor(table.rowCount * share)
        const page = await timed(() =>
          client.call('tables.rows', { project, table: table.id, from, limit: 200 }),
        )
        if (page.value.rows.length === 0) throw new Error(`no rows from ${from}`)
        pages.push(page.ms)
      }
      return { ms, rows: table.rowCount, pages }
    }),

  /** From the drop to the first rows. */
  preview: (path) =>
    withEngine(async ({ client, refFor }) => {
      const { ms, value } = await timed(() => client.call('sources.preview', { file: refFor(path) }))
      return { ms, rows: value.sheets[0]?.rows.length ?? 0 }
    }),

  /** An import that is cancelled half-way: from the call to cancel to the end of the import. */
  cancel: (path) =>
    withEngine(async ({ client, project: { id: project }, folder, refFor }) => {
      const files = (): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' })
      const before = new Set(files())
      const job = JobId.parse('import')
      let start = Number.NaN
      client.on('job.progress', ({ done, total = Infinity }) => {
        if (done < total * 0.4 || !Number.isNaN(start)) return
        start = performance.now()
        void client.call('jobs.cancel', { job })
      })
      const failure = await client.call('sources.import', { project, file: refFor(path), job }).then(
        () => new Error('it was imported'),
        (error: unknown) => error,
      )
      const ms = performance.now() - start
      if (!(failure instanceof Error && 'code' in failure && failure.code === 'job-cancelled')) throw failure
      const { sources } = await client.call('sources.list', { project })
      const left = files().filter((file) => !before.has(file))
      if (sources.length + left.length > 0) throw new Error(`left: ${sources.length} sources, ${left.join()}`)
      return { ms, rows: 0 }
    }),

  /** SheetJS, as it is told to be fastest. */
  async sheetjs(path) {
    const { read } = await import('xlsx')
    const { ms, value } = await timed(() => read(readFileSync(path), { dense: true }))
    const rows = Object.values(value.Sheets)[0]?.['!data']?.length ?? 0
    return { ms, rows: rows - 1 }
  },

  /** exceljs, row by row. */
  async exceljs(path) {
    const { default: ExcelJs } = await import('exceljs')
    let rows = 0
    const { ms } = await timed(async () => {
      const reader = new ExcelJs.stream.xlsx.WorkbookReader(path, {
        worksheets: 'emit',
        sharedStrings: 'cache',
        styles: 'cache',
        hyperlinks: 'ignore',
        entries: 'emit',
      })
      for await (const sheet of reader) for await (const _ of sheet) rows += 1
    })
    return { ms, rows: rows - 1 }
  },
} as const satisfies Readonly<Record<string, (path: string) => Promise<Measured>>>

export type Side = keyof typeof sides

if (import.meta.main) {
  const [, , side = '', path = ''] = process.argv
  const measured = await sides[side as Side](path)
  const peak = peakMemory()
  console.log(JSON.stringify({ ...measured, peak } satisfies SideResult))
}

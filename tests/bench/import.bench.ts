// How fast a spreadsheet becomes a stored table, against those that do the nearest to it: sqlite3 that stores separated
// text untyped, SheetJS and exceljs that parse a workbook and store nothing. Each in fresh processes, in turns.

import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { BenchResult } from '../../scripts/bench.ts'
import { ensureSqlite } from '../../scripts/programs.ts'
import { root, runQuietly } from '../../scripts/tools.ts'
import type { Side, SideResult } from './import-side.ts'
import { benchFolder, dailyCsv, dailyXlsx } from './spreadsheets.ts'

const RUNS = 5
/** Of what takes long and has no peer. */
const LARGE_RUNS = 3
const sideEntry = join(import.meta.dirname, 'import-side.ts')
/** As the set-up does for the terminal: compiled code is kept from one start to the next. */
const env = { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node') }

/** @param share of the rows, to try the bench itself */
export async function measure(share = 1): Promise<BenchResult[]> {
  const rows = Math.round(1_000_000 * share)
  const fewer = rows / 10
  const csv = dailyCsv(rows)
  const xlsx = dailyXlsx(rows)
  const small = dailyXlsx(fewer)
  const sqlite = await ensureSqlite()
  const csvRuns = await inTurns(RUNS, {
    ours: () => run('import', csv, rows),
    sqlite: sqlite === undefined ? undefined : () => importBySqlite(sqlite, csv),
  })
  const smallRuns = await inTurns(RUNS, {
    ours: () => run('import', small, fewer),
    sheetjs: () => run('sheetjs', small, fewer),
    exceljs: () => run('exceljs', small, fewer),
  })
  const largeRuns = await inTurns(LARGE_RUNS, {
    ours: () => run('import', xlsx, rows),
    tenth: () => run('import', small, fewer),
  })
  const previewRuns = await inTurns(RUNS, {
    csv: () => run('preview', csv),
    xlsx: () => run('preview', xlsx),
  })
  const cancelRuns = await inTurns(LARGE_RUNS, {
    csv: () => run('cancel', csv),
    xlsx: () => run('cancel', xlsx),
  })
  const titleOf = (format: string, count: number): string => `${format} of ${count.toLocaleString('en')} × 10`
  const ofCsv = titleOf('csv', rows)
  const ofXlsx = titleOf('xlsx', rows)
  const ofSmall = titleOf('xlsx', fewer)
  const ms = { unit: 'ms' } as const
  const mb = { unit: 'MB' } as const
  const small3 = { what: ofSmall, ...ms, ours: times(smallRuns.ours) }
  return [
    sqlite === undefined
      ? { what: ofCsv, missing: 'sqlite3 is not installed' }
      : {
          what: ofCsv,
          ...ms,
          ours: times(csvRuns.ours),
          peer: times(csvRuns.sqlite),
          against: 'sqlite3 .import',
          limit: 1.2,
        },
    { what: `memory for ${ofCsv}`, ...mb, ours: peaks(csvRuns.ours), limit: 250 },
    { ...small3, peer: times(smallRuns.sheetjs), against: 'SheetJS', limit: 1 / 3.5 },
    { ...small3, peer: times(smallRuns.exceljs), against: 'exceljs', limit: 1 / 3 },
    { what: `memory for ${ofSmall}`, ...mb, ours: peaks(smallRuns.ours), limit: 200 },
    {
      what: ofXlsx,
      ...ms,
      ours: times(largeRuns.ours),
      peer: times(largeRuns.tenth),
      against: 'a tenth of it',
      limit: 12,
    },
    { what: `memory for ${ofXlsx}`, ...mb, ours: peaks(largeRuns.ours), limit: 300 },
    { what: `preview of ${ofCsv}`, ...ms, ours: times(previewRuns.csv), limit: 300 },
    { what: `preview of ${ofXlsx}`, ...ms, ours: times(previewRuns.xlsx), limit: 300 },
    { what: 'page of 200 rows', ...ms, ours: csvRuns.ours.flatMap(({ pages = [] }) => pages), limit: 20 },
    { what: `cancelling ${ofCsv}`, ...ms, ours: times(cancelRuns.csv), limit: 1000 },
    { what: `cancelling ${ofXlsx}`, ...ms, ours: times(cancelRuns.xlsx), limit: 1000 },
  ]
}

type Run = Pick<SideResult, 'ms'> & Partial<SideResult>

const times = (runs: readonly Run[]): number[] => runs.map(({ ms }) => ms)
const peaks = (runs: readonly Run[]): number[] => runs.map(({ peak = Number.NaN }) => peak)

/** Every side once and uncounted, for caches, then `runs` times; each round begins with another side. */
async function inTurns<S extends string>(
  runs: number,
  sides: Readonly<Record<S, (() => Promise<Run>) | undefined>>,
): Promise<Record<S, Run[]>> {
  const names = Object.keys(sides) as S[]
  const found = Object.fromEntries(names.map((name) => [name, [] as Run[]])) as Record<S, Run[]>
  for (let round = 0; round <= runs; round += 1) {
    const first = round % names.length
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      const measured = await sides[name]?.()
      if (measured && round > 0) found[name].push(measured)
    }
  }
  return found
}

/** @throws Error when other than `rows` rows came of it */
async function run(side: Side, path: string, rows?: number): Promise<SideResult> {
  const { code, output } = await runQuietly(process.execPath, [sideEntry, side, path], { env })
  const printed = output.split('\n').findLast((line) => line.startsWith('{"ms":'))
  if (code !== 0 || printed === undefined) throw new Error(`${side} ${path}:\n${output}`)
  const result = JSON.parse(printed) as SideResult
  if (rows !== undefined && result.rows !== rows)
    throw new Error(`${side} read ${result.rows} rows of ${rows}`)
  return result
}

/** The whole process, into a new file without a journal and without waiting for the disk: what it is fastest with. */
async function importBySqlite(sqlite: string, path: string): Promise<Run> {
  const folder = mkdtempSync(join(benchFolder, 'run-'))
  try {
    const file = join(folder, 'peer.sqlite')
    const commands = [
      'PRAGMA journal_mode = OFF',
      'PRAGMA synchronous = OFF',
      `.import --csv '${path}' daily`,
    ]
    const start = performance.now()
    const { code, output } = await runQuietly(sqlite, ['-bail', file, ...commands])
    const ms = performance.now() - start
    if (code !== 0) throw new Error(`sqlite3: ${output}`)
    return { ms }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

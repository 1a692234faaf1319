// How fast a spreadsheet becomes a stored table, against those that do the nearest to it: sqlite3 that stores separated
// text untyped, SheetJS and exceljs that parse a workbook and store nothing. Each in fresh processes, in turns.

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { BenchResult } from '../../scripts/bench.ts'
import { ensureSqlite } from '../../scripts/programs.ts'
import { root, runQuietly } from '../../scripts/tools.ts'
import type { Side, SideResult } from './import-side.ts'
import { benchFolder, dailyCsv, dailyXlsx } from './spreadsheets.ts'

const RUNS = 5
const SIDE = join(import.meta.dirname, 'import-side.ts')
/** As the set-up does for the terminal: compiled code is kept from one start to the next. */
const COMPILED = join(root, 'node_modules/.cache/node')

/** @param share of the rows that are measured, to try the bench itself */
export async function measure(share = 1): Promise<BenchResult[]> {
  const million = Math.round(1_000_000 * share)
  const csv = dailyCsv(million)
  const xlsx = dailyXlsx(million / 10)
  const largeXlsx = dailyXlsx(million)
  ...
}

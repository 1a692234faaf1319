// How fast a table of a million rows answers: what charts and figures ask for, against DuckDB on the same rows, each
// for the first time in a fresh process and in turns; and what no summary can tell, against plain SQL on the same file.

import { join } from 'node:path'
import type { BenchResult } from '../../scripts/bench.ts'
import { root, runQuietly } from '../../scripts/tools.ts'
import type { QuerySide, Side } from './query-side.ts'
import { dailyCsv } from './spreadsheets.ts'

const RUNS = 5
const sideEntry = join(import.meta.dirname, 'query-side.ts')
/** As the set-up does for the terminal: compiled code is kept from one start to the next. */
const env = { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node') }

const firsts = [
  { what: 'first answer by channel', ours: 'channel', peer: 'channel-duckdb' },
  { what: 'first answer by channel and month', ours: 'month', peer: 'month-duckdb' },
] as const

const adHoc = [
  { what: 'different orders by channel', side: 'distinct' },
  { what: 'by a column of 1,261 texts', side: 'note' },
  { what: 'by channel, of rows whose text contains', side: 'contains' },
  { what: 'by channel, of rows above an amount', side: 'between' },
] as const

/** @param share of the rows, to try the bench itself */
export async function measure(share = 1): Promise<BenchResult[]> {
  const csv = dailyCsv(Math.round(1_000_000 * share))
  const results: BenchResult[] = []
  for (const { what, ours, peer } of firsts) {
    const [own, other] = await inTurns(ours, peer, csv)
    const against = 'DuckDB'
    results.push({ what, unit: 'ms', ours: own, peer: other, against, limit: 1 })
  }
  for (const { what, side } of adHoc) {
    const { ms, peer = [] } = await run(side, csv)
    results.push({ what, unit: 'ms', ours: ms, peer, against: 'plain SQL', limit: 1.2 })
  }
  const drafts: number[] = []
  let amount = ''
  for (let round = 0; round <= RUNS; round += 1) {
    const { ms, answer } = await run('draft', csv)
    amount = answer
    if (round > 0) drafts.push(...ms)
  }
  return [...results, { what: `${amount} of a draft, first time`, unit: 'ms', ours: drafts, limit: 100 }]
}

/** Both once and uncounted, for caches, then in turns; each round begins with the other. They must answer the same. */
async function inTurns(ours: Side, peer: Side, csv: string): Promise<[number[], number[]]> {
  const times: [number[], number[]] = [[], []]
  for (let round = 0; round <= RUNS; round += 1) {
    const answers: string[] = []
    for (const place of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const { ms, answer } = await run(place === 0 ? ours : peer, csv)
      answers.push(answer)
      if (round > 0) times[place].push(...ms)
    }
    if (answers[0] !== answers[1]) throw new Error(`${ours} and ${peer} answer differently`)
  }
  return times
}

async function run(side: Side, csv: string): Promise<QuerySide> {
  const { code, output } = await runQuietly(process.execPath, [sideEntry, side, csv], { env })
  const printed = output.split('\n').findLast((line) => line.startsWith('{"ms":'))
  if (code !== 0 || printed === undefined) throw new Error(`${side} ${csv}:\n${output}`)
  return JSON.parse(printed) as QuerySide
}

// npm run bench [-- NAME]: each tests/bench/NAME.bench.ts, one after the other: ours, the peer, the ratio.

import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { root } from './tools.ts'

/** What was measured, and what it must not exceed: the ratio to a peer, or an amount of its unit where there is none. */
export type BenchResult = BenchMeasured | BenchMissing

interface BenchMeasured {
  /** What is measured: page usable. */
  what: string
  ours: readonly number[]
  /** One each in turn: `peer[n]` was measured right beside `ours[n]`. */
  peer?: readonly number[]
  /** What the peer is: a blank React page. */
  against?: string
  unit: 'ms' | 'MB'
  limit: number
}

/** Not to be measured here. */
interface BenchMissing {
  what: string
  missing: string
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN

const wanted = process.argv[2]
const files = globSync('tests/bench/*.bench.ts', { cwd: root })
  .toSorted()
  .filter((file) => wanted === undefined || basename(file, '.bench.ts') === wanted)

if (files.length === 0) {
  process.stderr.write(`Recap: no bench ${JSON.stringify(wanted)} in tests/bench\n`)
  process.exitCode = 2
}

for (const file of files) {
  const { measure } = (await import(join(root, file))) as {
    measure: () => Promise<BenchResult | readonly BenchResult[]>
  }
  for (const result of [await measure()].flat()) {
    const { isHeld, line } = judge(result)
    console.log(`${isHeld ? '✓' : '✗'} ${basename(file, '.bench.ts')}: ${line}`)
    if (!isHeld) process.exitCode = 1
  }
}

function judge(result: BenchResult): { isHeld: boolean; line: string } {
  if ('missing' in result) return { isHeld: false, line: `${result.what}: not measured, ${result.missing}` }
  const { what, ours, peer, against, unit, limit } = result
  // Memory is a promise for every run; times are shaken by whatever else the machine does.
  const own = unit === 'MB' ? Math.max(...ours) : median(ours)
  const shown = `${what} ${own.toFixed(1)} ${unit}`
  if (peer === undefined) return { isHeld: own <= limit, line: `${shown} (at most ${limit})` }
  // Of pairs: a machine that is busy with something else is so for both of a pair.
  const ratio = median(ours.map((value, index) => value / (peer[index] ?? Number.NaN)))
  const other = `${against ?? 'peer'} ${median(peer).toFixed(1)} ${unit}`
  return {
    isHeld: ratio <= limit,
    line: `${shown}, ${other}, ratio ${ratio.toFixed(2)} (at most ${limit.toFixed(2)})`,
  }
}

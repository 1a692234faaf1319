// npm run bench [-- NAME]: each tests/bench/NAME.bench.ts, one after the other: ours, the peer, the ratio.

import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { root } from './tools.ts'

export interface BenchResult {
  /** What is measured: page usable. */
  what: string
  /** One each in turn: `peer[n]` was measured right beside `ours[n]`. */
  ours: readonly number[]
  peer: readonly number[]
  /** What the peer is: a blank React page. */
  against: string
  unit: 'ms' | 'MB'
  /** The ratio that must not be exceeded. */
  limit: number
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
  const { measure } = (await import(join(root, file))) as { measure: () => Promise<BenchResult> }
  const { what, ours, peer, against, unit, limit } = await measure()
  // Of pairs: a machine that is busy with something else is so for both of a pair.
  const ratio = median(ours.map((value, index) => value / (peer[index] ?? Number.NaN)))
  const held = ratio <= limit
  console.log(
    `${held ? '✓' : '✗'} ${basename(file, '.bench.ts')}: ${what} ${median(ours).toFixed(1)} ${unit}, ${against} ${median(peer).toFixed(1)} ${unit}, ratio ${ratio.toFixed(2)} (at most ${limit})`,
  )
  if (!held) process.exitCode = 1
}

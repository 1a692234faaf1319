// npm run bench [-- NAME]: each tests/bench/NAME.bench.ts, one after the other: ours, the peer, the ratio.

import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { root } from './tools.ts'

export interface BenchResult {
  /** What is measured: page usable. */
  what: string
  ours: number
  peer: number
  /** What the peer is: a blank React page. */
  against: string
  unit: 'ms' | 'MB'
  /** The ratio that must not be exceeded. */
  limit: number
}

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
  const ratio = ours / peer
  const held = ratio <= limit
  console.log(
    `${held ? '✓' : '✗'} ${basename(file, '.bench.ts')}: ${what} ${ours.toFixed(1)} ${unit}, ${against} ${peer.toFixed(1)} ${unit}, ratio ${ratio.toFixed(2)} (at most ${limit})`,
  )
  if (!held) process.exitCode = 1
}

// The columns of one row that are covered by merged cells, in time no longer than the row is wide however many overlap.

import type { Merges } from './merges.ts'

/** Columns from `left` to `right`, both included, whose cell is the one at `left`. */
export interface MergedRun {
  left: number
  right: number
}

/** The merged cells that begin in a row, from left to right. Of overlapping ones each column counts to the first. */
export function mergedRuns(merges: Merges, row: number): MergedRun[] {
  const runs: MergedRun[] = []
  let done = -1
  for (const { left, right } of (merges.get(row) ?? []).toSorted((a, b) => a.left - b.left)) {
    if (right <= done) continue
    runs.push({ left: Math.max(left, done + 1), right })
    done = right
  }
  return runs
}

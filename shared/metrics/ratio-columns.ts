// Finds by arithmetic which columns are quotients of two others: 点击率 = 点击 ÷ 曝光, 获客成本 = 成本 ÷ 注册.
// A total of such a column is the quotient of the totals, never an average of its cells.

import type { TableProfile } from '../model/table.ts'
import { decimalsOf } from '../numbers/format.ts'

/** Places of columns in the table. */
export interface RatioColumn {
  column: number
  over: number
  under: number
}

/** Fewer rows than this prove nothing. */
const fewestRows = 4

/** One entry for each of `candidates` that is, row by row, one of `parts` divided by another. */
export function findRatioColumns(
  { table, head }: TableProfile,
  candidates: readonly number[],
  parts: readonly number[],
): RatioColumn[] {
  const numbersOf = (index: number): (number | undefined)[] => {
    const scale = table.columns[index]?.scale ?? 1
    return head.map(({ values }) => {
      const cell = values[index]
      const value = typeof cell === 'number' ? cell * scale : undefined
      return Number.isFinite(value) ? value : undefined
    })
  }
  const numbers = new Map([...candidates, ...parts].map((index) => [index, numbersOf(index)]))
  return candidates.flatMap((column) => {
    const ratios = numbers.get(column) ?? []
    const decimals = Math.max(0, ...ratios.map((ratio) => decimalsOf(ratio ?? 0, 9, 0)))
    let best: { found: RatioColumn; error: number } | undefined
    for (const over of parts) {
      for (const under of parts) {
        if (over === under || over === column || under === column) continue
        const error = meanError(ratios, decimals, numbers.get(over) ?? [], numbers.get(under) ?? [])
        if (error !== undefined && (!best || error < best.error))
          best = { found: { column, over, under }, error }
      }
    }
    return best ? [best.found] : []
  })
}

/**
 * Undefined unless the quotient fits in nine rows of ten, within half a step of the column's last digit. Where it does
 * not fit in half of the first rows, the rest is not looked at.
 */
function meanError(
  ratios: readonly (number | undefined)[],
  decimals: number,
  overs: readonly (number | undefined)[],
  unders: readonly (number | undefined)[],
): number | undefined {
  let tried = 0
  let fitted = 0
  let telling = 0
  let sum = 0
  for (const [row, ratio] of ratios.entries()) {
    const over = overs[row]
    const under = unders[row]
    if (ratio === undefined || over === undefined || under === undefined || under === 0) continue
    tried += 1
    if (tried > 2 * fewestRows && fitted < tried / 2) return undefined
    const error = Math.abs(ratio - over / under)
    if (error > 0.51 * 10 ** -decimals + Math.abs(ratio) * 1e-9) continue
    fitted += 1
    sum += error
    if (over !== 0) telling += 1
  }
  return telling >= fewestRows && fitted >= tried * 0.9 ? sum / fitted : undefined
}

// Fills merged cells downwards: a date or a channel that stands once for several rows stands for each of them.
// Amounts are not repeated, or their sum would count them several times.

import type { Merge, Merges } from './merges.ts'
import { SheetRow, blank, number } from '../cells/sheet-row.ts'

/** Cells that are filled at most: many columns merged over all rows of a sheet would make a small file a huge one. */
const mostReached = 4_000_000

export class VerticalFill {
  readonly #merges: Merges
  readonly #repeatsNumbers: (column: number) => boolean
  /** By column, rows left blank since their amount stands once in the first row of a merged cell. */
  readonly once = new Map<number, { row: number; count: number }>()
  /** Cells that merges from above reached so far. */
  #reached = 0
  /** By column, the merge that still reaches down and the row that holds its value. */
  readonly #open = new Map<number, { merge: Merge; from: SheetRow }>()

  /** `repeatsNumbers` tells columns whose numbers are labels, like 年 and 月. */
  constructor(merges: Merges, repeatsNumbers: (column: number) => boolean) {
    this.#merges = merges
    this.#repeatsNumbers = repeatsNumbers
  }

  /** Puts values of merges that began above into the row. Rows must come from the top. */
  apply(row: SheetRow): void {
    if (this.#merges.size === 0) return
    this.#reached += this.#open.size
    if (this.#reached > mostReached) this.#open.clear()
    for (const [column, { merge, from }] of this.#open) {
      if (merge.bottom < row.row) this.#open.delete(column)
      else if (row.kind(column) !== blank) continue
      else if (from.kind(column) !== number || this.#repeats(from, column)) row.copyCell(from, column)
      else {
        const counted = this.once.get(column)
        if (counted) counted.count += 1
        else this.once.set(column, { row: merge.top, count: 1 })
      }
    }
    for (const merge of this.#merges.get(row.row) ?? []) {
      if (merge.bottom <= merge.top || row.kind(merge.left) === blank) continue
      const from = new SheetRow(row.date1904)
      from.copyCell(row, merge.left)
      this.#open.set(merge.left, { merge, from })
    }
  }

  /** Whether a merged cell that began above reaches a row. */
  reaches(row: number): boolean {
    for (const { merge } of this.#open.values()) if (merge.top < row && merge.bottom >= row) return true
    return false
  }

  #repeats(from: SheetRow, column: number): boolean {
    const { kind } = from.format(column)
    return kind === 'date' || kind === 'datetime' || kind === 'time' || this.#repeatsNumbers(column)
  }
}

/** Whether the numbers of a column are labels by its name. */
export const isLabelName = (name: string): boolean =>
  /^(序号|编号|年份?|月份?|季度?|周次?|日期?|期数?|年度|no\.?|id|year|month|quarter|week|day)$|编号|号码/i.test(
    name,
  )

// Tells rows of totals from ordinary rows that are only called like one, and checks whether they add up.

import type { Problem } from '../../../shared/model/source.ts'
import { tidy } from '../../../shared/numbers/tidy.ts'
import type { ColumnProfile, Sum } from '../columns/column-profile.ts'
import { Look, lookAt } from '../cells/look.ts'
import type { SheetRow } from '../cells/sheet-row.ts'
import { type TotalWord, isRateName } from './total-words.ts'
import { isLabelName } from './vertical-fill.ts'

/** A number in a row of totals, and the column it should sum up. */
interface Stated {
  column: number
  name: string
  stated: number
  profile: ColumnProfile
}

export class TotalRows {
  readonly #profiles: readonly (ColumnProfile | undefined)[]
  readonly #nameOf: (column: number) => string
  readonly #cellOf: (column: number, row: number) => string
  readonly #look = new Look()
  /** A total above its rows, as advertising platforms put it; what it sums up is known at the end. */
  #leading: SheetRow | undefined
  /** Totals that are not the sum of their rows; without their sheet. */
  readonly problems: Problem[] = []

  /** `profiles` by column, growing while rows are read; `cellOf` gives the address of a cell. */
  constructor(
    profiles: readonly (ColumnProfile | undefined)[],
    nameOf: (column: number) => string,
    cellOf: (column: number, row: number) => string,
  ) {
    this.#profiles = profiles
    this.#nameOf = nameOf
    this.#cellOf = cellOf
  }

  /** A total by name before any row of data. A word that is not sure makes no total there. */
  takeLeading(row: SheetRow, word: TotalWord): 'total' | undefined {
    if (!word.sure) return undefined
    if (word.sum) this.#leading = row.copy()
    return 'total'
  }

  /** What a row called like a total is, by whether it adds up; undefined for an ordinary row. */
  take(row: SheetRow, word: TotalWord): 'subtotal' | 'total' | undefined {
    const sums = this.#sumsIn(row)
    const isGroup = sums.some(({ stated, profile }) => agrees(stated, profile.group, profile.decimals))
    const isGrand = sums.some(({ stated, profile }) => agrees(stated, profile.grand, profile.decimals))
    const isSeveral = sums.some(({ profile }) => profile.grand.count > 1)
    if (!word.sure && !(isSeveral && (isGroup || isGrand))) return undefined
    const why = word.why === 'total' && isGroup && !isGrand ? 'subtotal' : word.why
    if (word.sum) this.#check(row, why, sums)
    for (const profile of this.#profiles) profile?.startGroup()
    return why
  }

  /** What a row without any label is, by arithmetic alone: all its numbers must be sums of rows above. */
  takeUnlabelled(row: SheetRow): 'subtotal' | 'total' | undefined {
    const sums = this.#sumsIn(row)
    const isAll = (which: 'group' | 'grand'): boolean =>
      sums.length > 0 &&
      sums.every(({ stated, profile }) => {
        const sum = profile[which]
        return sum.count > 1 && agrees(stated, sum, profile.decimals)
      })
    const why = isAll('grand') ? 'total' : isAll('group') ? 'subtotal' : undefined
    if (why) for (const profile of this.#profiles) profile?.startGroup()
    return why
  }

  finish(): void {
    if (this.#leading) this.#check(this.#leading, 'total', this.#sumsIn(this.#leading))
  }

  /** The numbers of a row that could be sums of their columns. */
  #sumsIn(row: SheetRow): Stated[] {
    const look = this.#look
    return this.#profiles.flatMap((profile, column) => {
      const name = this.#nameOf(column)
      if (!profile?.isPlain || isRateName(name) || isLabelName(name)) return []
      lookAt(row, column, look)
      return look.kind === 'number' && look.value !== 0 ? [{ column, name, stated: look.value, profile }] : []
    })
  }

  #check(row: SheetRow, why: 'subtotal' | 'total', sums: readonly Stated[]): void {
    for (const { column, name, stated, profile } of sums) {
      const { group, grand, decimals } = profile
      const sum = why === 'total' ? grand : group
      const isSum = agrees(stated, group, decimals) || agrees(stated, grand, decimals)
      // Between the smallest and the largest of its rows it is an average or the like.
      if (isSum || sum.count < 2 || (stated >= sum.low && stated <= sum.high)) continue
      const detail = { stated, computed: tidy(sum.total), cell: this.#cellOf(column, row.row) }
      this.problems.push({ code: 'total-mismatch', row: row.row, column: name, detail })
    }
  }
}

/**
 * Whether a stated total is the sum of its rows. Sums of rounded numbers differ in their last digit, by about the
 * square root of how many there are; whole numbers must agree exactly.
 */
function agrees(stated: number, sum: Sum, decimals: number): boolean {
  if (sum.count === 0) return false
  const rounding = decimals === 0 ? 0 : Math.sqrt(sum.count) * 10 ** -decimals
  return Math.abs(stated - sum.total) <= Math.max(rounding, Math.abs(sum.total) * 1e-9)
}

// Whether parts make their whole: the one rule for what is warned of and for the kinds that are offered.

import { decimalsOf } from '../numbers/format.ts'
import { isPercent } from './axis.ts'
import type { Drawn, Grid } from './drawn.ts'

export type Off = 'above' | 'below'

/** Beyond what the rounding of the parts explains. */
export function offWhole(cells: readonly Drawn[], whole: number): Off | undefined {
  const total = cells.reduce((sum, { value }) => sum + value, 0)
  // Each part may have been rounded before it came here.
  const slack = cells.reduce((sum, cell) => sum + halfStep(cell), 0) + Math.abs(whole) * 1e-9
  if (total > whole + slack) return 'above'
  return total < whole - slack ? 'below' : undefined
}

/** Whether rates that stand on one another make 100 % in every category; undefined also where they are no rates. */
export function offStacks({ categories, series }: Pick<Grid, 'categories' | 'series'>): Off | undefined {
  const stacks = categories
    .map((_, index) => series.flatMap(({ cells }) => cells[index] ?? []))
    .filter((cells) => cells.length > 0)
  if (stacks.some((cells) => cells.some(({ kind }) => !isPercent(kind)))) return undefined
  const offs = stacks.map((cells) => offWhole(cells, 1))
  return offs.includes('above') ? 'above' : offs.includes('below') ? 'below' : undefined
}

/** A value with more digits than these was hardly rounded before it came here. */
const mostDecimals = 4

/** Half of the last digit, as it is written or as far as it has digits; nothing where more of it is known. */
function halfStep({ value, kind, rounding }: Drawn): number {
  const shift = isPercent(kind) ? 2 : -Math.log10(rounding.scale)
  const decimals = Math.max(rounding.decimals, decimalsOf(value, mostDecimals, shift))
  return decimals < mostDecimals ? 0.5 * 10 ** (-decimals - shift) : 0
}

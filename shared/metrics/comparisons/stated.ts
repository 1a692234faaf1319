// How exactly a figure is known: what was typed or stands in a cell was rounded by whoever wrote it, what was summed or
// counted from rows was not.

import type { FigureState } from '../../model/goal.ts'
import { exactly, type Interval, roundedTo } from '../../numbers/intervals.ts'
import { decimalsOf } from '../../numbers/format.ts'

/** A figure that has a value. */
export type Known = FigureState & { value: number }

export const isKnown = (figure: FigureState | undefined): figure is Known =>
  figure !== undefined && figure.value !== null

/**
 * What the unrounded value may be. The step is that of the last digit written, or that of the last digit the value
 * itself has where it has more: 58,320 written as 5.8万 is known to the ten.
 */
export function intervalOf(figure: Known): Interval {
  const { value, kind, unit, rounding, origin } = figure
  if (origin.kind === 'aggregate') return exactly(value)
  const { scale, decimals } = rounding
  // People, orders and letters are counted whole.
  if (kind === 'count' && scale === 1 && Number.isInteger(value)) return exactly(value)
  const shift = kind === 'rate' || kind === 'points' ? (unit === '‰' ? 3 : 2) : -Math.log10(scale)
  return roundedTo(value, 10 ** -(Math.max(decimals, decimalsOf(value, 10, shift)) + shift))
}

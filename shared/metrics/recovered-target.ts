// Finds the target that somebody set from what was reached and the rate of attainment that a table states.

import type { Figure } from '../model/figure.ts'
import { decimalsOf } from '../numbers/format.ts'
import { tidy } from '../numbers/tidy.ts'

/** Beyond these a rate is a computed quotient, and its digits are not rounded any more. */
const mostDecimals = 12
/** So much of a bound is binary noise. */
const noise = 1e-12
/** The formula language rounds to no higher power of ten. */
const mostPlaces = 10

export interface RecoveredTarget {
  value: number
  /** The places behind the point to which the quotient must be rounded, as a plain ratio; absent for the quotient itself. */
  places?: number
}

/**
 * Every target in actual ÷ (rate ± half its last digit] would show the same rate. Targets are set in round numbers: of
 * those, the one with the fewest digits, not finer than the actual is written, where there is but one such number; the
 * quotient itself otherwise. 9,260 at 115.8 % gives 8,000. Undefined unless both are above zero. `rate` is a ratio.
 */
export function recoveredTarget(
  actual: number,
  rate: number,
  { kind, unit, rounding }: Pick<Figure, 'kind' | 'unit' | 'rounding'>,
): RecoveredTarget | undefined {
  const quotient = tidy(actual / rate)
  if (!(actual > 0) || !(rate > 0) || !Number.isFinite(quotient) || quotient === 0) return undefined
  // 120 % keeps one digit behind the point as a ratio, and is still no rounder than a percent.
  const half = 0.5 * 10 ** -Math.max(2, decimalsOf(rate, mostDecimals, 0))
  const low = (actual / (rate + half)) * (1 - noise)
  const high = (actual / Math.max(rate - half, rate / 2)) * (1 + noise)
  const shift = kind === 'rate' ? (unit === '‰' ? 3 : 2) : 0
  const finest = Math.log10(rounding.scale) - shift - rounding.decimals
  for (let power = Math.min(mostPlaces, Math.floor(Math.log10(high))); power >= finest; power -= 1) {
    const [first, last] = [Math.ceil(low / 10 ** power), Math.floor(high / 10 ** power)]
    if (first > last) continue
    const value = tidy(power < 0 ? first / 10 ** -power : first * 10 ** power)
    const isNearest = Math.abs(quotient - value) < 0.5 * 10 ** power
    return first === last && isNearest ? { value, places: 0 - power } : { value: quotient }
  }
  return { value: quotient }
}

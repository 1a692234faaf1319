// Finds the target that somebody set from what was reached and the rate of attainment that a table states.

import type { Figure } from '../model/figure.ts'
import { decimalsOf } from '../numbers/format.ts'
import { tidy } from '../numbers/tidy.ts'

/** Beyond these a rate is a computed quotient, and its digits are not rounded any more. */
const mostDecimals = 12
/** So much of a bound is binary noise. */
const noise = 1e-12

/**
 * Every target in actual ÷ (rate ± half its last digit] would show the same rate. Targets are set in round numbers: of
 * those, the one with the fewest digits, not finer than the actual is written, where there is but one such number; the
 * quotient itself otherwise. 9,260 at 115.8 % gives 8,000. Undefined unless both are above zero. `rate` is a ratio.
 */
export function recoveredTarget(
  actual: number,
  rate: number,
  { kind, unit, rounding }: Pick<Figure, 'kind' | 'unit' | 'rounding'>,
): number | undefined {
  if (!(actual > 0) || !(rate > 0)) return undefined
  // 120 % keeps one digit behind the point as a ratio, and is still no rounder than a percent.
  const half = 0.5 * 10 ** -Math.max(2, decimalsOf(rate, mostDecimals, 0))
  const low = (actual / (rate + half)) * (1 - noise)
  const high = (actual / Math.max(rate - half, rate / 2)) * (1 + noise)
  const quotient = tidy(actual / rate)
  if (!Number.isFinite(high) || low <= 0)
    return Number.isFinite(quotient) && quotient > 0 ? quotient : undefined
  const written = kind === 'rate' ? (unit === '‰' ? -3 : -2) : Math.log10(rounding.scale)
  const finest = written - rounding.decimals
  for (let power = Math.floor(Math.log10(high)); power >= finest; power -= 1) {
    const [first, last] = [Math.ceil(low / 10 ** power), Math.floor(high / 10 ** power)]
    if (first < last) return quotient
    if (first === last) return tidy(power < 0 ? first / 10 ** -power : first * 10 ** power)
  }
  return quotient
}

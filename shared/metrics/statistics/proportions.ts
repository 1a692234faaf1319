// Two proportions: whether they differ by more than chance would make them, and by how much they do.
// Counts come as they are; a caller makes sure that hits are not more than trials.

import { normalQuantile, normalTails } from './distributions.ts'

/** How many were tried, and how many of them did it. `0 ≤ hits ≤ size`, `size > 0`. */
export interface Sample {
  size: number
  hits: number
}

export interface Interval {
  low: number
  high: number
}

/** The level at which intervals are stated. */
export const confidence = 0.95

/**
 * z of the difference `variant − control` with the variance of both groups pooled, and the two-sided p value
 * (D. Altman, Practical Statistics for Medical Research, 1991, 10.3). Null where nobody or everybody did it.
 */
export function twoProportionTest(control: Sample, variant: Sample): { z: number; p: number } | null {
  const pooled = (control.hits + variant.hits) / (control.size + variant.size)
  const variance = pooled * (1 - pooled) * (1 / control.size + 1 / variant.size)
  if (!(variance > 0)) return null
  const z = (variant.hits / variant.size - control.hits / control.size) / Math.sqrt(variance)
  return { z, p: normalTails(z) }
}

/** Wilson's score interval of one proportion (E. B. Wilson, JASA 22, 1927). */
export function wilson({ size, hits }: Sample, level = confidence): Interval {
  const z = normalQuantile(1 - (1 - level) / 2)
  const rate = hits / size
  const centre = rate + (z * z) / (2 * size)
  const spread = z * Math.sqrt((rate * (1 - rate)) / size + (z * z) / (4 * size * size))
  const width = 1 + (z * z) / size
  return {
    low: hits === 0 ? 0 : (centre - spread) / width,
    high: hits === size ? 1 : (centre + spread) / width,
  }
}

/**
 * Interval of the difference `variant − control` from the score intervals of both
 * (R. G. Newcombe, Statistics in Medicine 17, 1998, 873–890, method 10).
 */
export function differenceInterval(control: Sample, variant: Sample, level = confidence): Interval {
  const [before, after] = [wilson(control, level), wilson(variant, level)]
  const [from, to] = [control.hits / control.size, variant.hits / variant.size]
  return {
    low: to - from - Math.hypot(to - after.low, before.high - from),
    high: to - from + Math.hypot(after.high - to, from - before.low),
  }
}

/**
 * Whether the normal approximation holds: at least five expected in every cell of the two by two table, hits and misses
 * alike (W. G. Cochran, Biometrics 10, 1954).
 */
export function isLargeEnough(control: Sample, variant: Sample): boolean {
  const pooled = (control.hits + variant.hits) / (control.size + variant.size)
  return Math.min(control.size, variant.size) * Math.min(pooled, 1 - pooled) >= 5
}

/**
 * How many each group needs for a difference between two rates to be found with `power` at the usual level
 * (J. L. Fleiss, Statistical Methods for Rates and Proportions, 1981, 3.2). Null where the rates are the same.
 */
export function neededSize(control: number, variant: number, power = 0.8): number | null {
  if (control === variant) return null
  const mean = (control + variant) / 2
  const [level, reach] = [normalQuantile(1 - (1 - confidence) / 2), normalQuantile(power)]
  const root =
    level * Math.sqrt(2 * mean * (1 - mean)) +
    reach * Math.sqrt(control * (1 - control) + variant * (1 - variant))
  return Math.ceil((root / (variant - control)) ** 2)
}

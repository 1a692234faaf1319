// Two means: whether they differ by more than chance would make them, with spreads that need not be alike.

import { studentTails } from './distributions.ts'

/**
 * Welch's test of `right − left` (B. L. Welch, Biometrika 34, 1947): t, degrees of freedom, two-sided p value.
 * Null with fewer than two values on a side or without any spread.
 */
export function welchTest(
  left: readonly number[],
  right: readonly number[],
): { t: number; freedom: number; p: number } | null {
  if (left.length < 2 || right.length < 2) return null
  const [one, other] = [spreadOf(left), spreadOf(right)]
  const variance = one.error + other.error
  if (!(variance > 0)) return null
  const t = (other.mean - one.mean) / Math.sqrt(variance)
  const freedom = variance ** 2 / (one.error ** 2 / (left.length - 1) + other.error ** 2 / (right.length - 1))
  return { t, freedom, p: studentTails(t, freedom) }
}

/** Mean, and the square of its standard error. */
function spreadOf(values: readonly number[]): { mean: number; error: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean, error: squares / (values.length - 1) / values.length }
}

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recoveredTarget } from '../../../../shared/metrics/recovered-target.ts'
import type { FigureKind, Rounding } from '../../../../shared/model/figure.ts'
import { roundDecimal } from '../../../../shared/numbers/format.ts'

const written = (
  kind: FigureKind,
  decimals: number,
  scale: Rounding['scale'] = 1,
): { kind: FigureKind; unit: string; rounding: Rounding } => ({
  kind,
  unit: kind === 'rate' ? '%' : '',
  rounding: { scale, decimals },
})

describe('a target that nobody wrote down', () => {
  test.each([
    ['6.2万 at 124 %', 62_000, 1.24, written('count', 1, 1e4), 50_000, -4],
    ['19.5万 at 108.3 %', 195_000, 1.083, written('count', 1, 1e4), 180_000, -4],
    ['1.98万 at 110 %', 19_800, 1.1, written('count', 2, 1e4), 18_000, -3],
    ['38.2 minutes at 109.1 %', 38.2, 1.091, written('duration', 1), 35, 0],
    ['48.2 % at 107.1 %', 0.482, 1.071, written('rate', 1), 0.45, 2],
    ['38 % at 108.6 %', 0.38, 1.086, written('rate', 0), 0.35, 2],
    ['9,260 at 115.8 %', 9260, 1.158, written('count', 0), 8000, -3],
    ['5.1 % at 113.3 %', 0.051, 1.133, written('rate', 1), 0.045, 3],
  ] as const)('%s', (_name, actual, rate, how, value, places) => {
    expect(recoveredTarget(actual, rate, how)).toEqual({ value, places })
  })

  test('is the quotient itself where no round number is near, or more than one', () => {
    expect(recoveredTarget(1234, 0.9871234567, written('count', 0))).toEqual({ value: 1250.09692721245 })
    expect(recoveredTarget(9, 0.5, written('count', 0))).toEqual({ value: 18, places: 0 })
    expect(recoveredTarget(1_000_000, 0.02, written('count', 0))).toEqual({ value: 50_000_000 })
  })

  test('is none from nothing, from less than nothing, and beyond the numbers', () => {
    for (const [actual, rate] of [
      [0, 1.2],
      [-5, 1.2],
      [5, 0],
      [5, -1],
      [Number.NaN, 1],
      [1e300, 1e-300],
      [1e-300, 1e300],
    ] as const)
      expect(recoveredTarget(actual, rate, written('count', 0))).toBeUndefined()
  })

  test('would show the very rate that it was found from, and is the one that was set where it was a round one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 500, max: 2500 }),
        fc.integer({ min: 1, max: 3 }),
        (digits, zeros, perMille, decimals) => {
          const target = digits * 10 ** zeros
          const actual = Math.round((target * perMille) / 1000)
          if (actual === 0) return
          const rate = Number(roundDecimal(actual / target, decimals + 1, 0))
          if (rate === 0) return
          const found = recoveredTarget(actual, rate, written('count', 0))
          if (!found) throw new Error('no target')
          const half = 0.5 * 10 ** -Math.max(2, decimals + 1)
          expect(Math.abs(actual / found.value - rate)).toBeLessThanOrEqual(
            Math.max(half, 0.005) * (1 + 1e-9),
          )
          // Nothing rounder than what was set is nearer than what the rate leaves open.
          if (found.places !== undefined && found.value !== target) {
            const step = 10 ** -found.places
            expect(step).toBeGreaterThanOrEqual(10 ** zeros)
          }
        },
      ),
      { numRuns: 1000 },
    )
  })
})

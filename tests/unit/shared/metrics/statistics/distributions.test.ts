import fc from 'fast-check'
import { jStat } from 'jstat'
import { describe, expect, test } from 'vitest'
import {
  logGamma,
  normalQuantile,
  normalTails,
  upperGamma,
} from '../../../../../shared/metrics/statistics/distributions.ts'

const within = (low: number, high: number): fc.Arbitrary<number> =>
  fc.double({ min: low, max: high, noNaN: true })

describe('distributions agree with another library', () => {
  test('the logarithm of the gamma function', () => {
    fc.assert(
      fc.property(within(0.01, 500), (x) => {
        expect(logGamma(x)).toBeCloseTo(jStat.gammaln(x), 8)
      }),
    )
  })

  test('the incomplete gamma function', () => {
    fc.assert(
      fc.property(within(0.1, 60), within(0, 120), (a, x) => {
        expect(1 - upperGamma(a, x)).toBeCloseTo(jStat.lowRegGamma(a, x), 9)
      }),
    )
  })

  test('the normal distribution and its inverse', () => {
    fc.assert(
      fc.property(within(-8, 8), (x) => {
        expect(normalTails(x)).toBeCloseTo(2 * jStat.normal.cdf(-Math.abs(x), 0, 1), 10)
      }),
    )
    fc.assert(
      fc.property(within(0.0001, 0.9999), (p) => {
        expect(normalQuantile(p)).toBeCloseTo(jStat.normal.inv(p, 0, 1), 6)
      }),
    )
  })
})

describe('distributions agree with published tables', () => {
  // Abramowitz and Stegun, Handbook of Mathematical Functions, tables 26.1 and 26.5.
  test.each([
    [0, 0.5],
    [1, 0.841344746],
    [1.96, 0.9750021],
    [-2.5, 0.993790335],
    [4, 0.9999683288],
  ])('of %f one tail leaves %f', (x, p) => expect(1 - normalTails(x) / 2).toBeCloseTo(p, 7))

  test.each([
    [0.975, 1.959963985],
    [0.995, 2.575829304],
    [0.9, 1.281551566],
    [0.05, -1.644853627],
  ])('the quantile of %f is %f', (p, x) => expect(normalQuantile(p)).toBeCloseTo(x, 8))
})

test('the quantile is the inverse of the distribution, far out as well', () => {
  fc.assert(
    fc.property(within(1e-12, 1 - 1e-12), (p) => {
      expect(normalTails(normalQuantile(p)) / (2 * Math.min(p, 1 - p))).toBeCloseTo(1, 7)
    }),
  )
})

test('tails keep their digits where one less the distribution has none', () => {
  // Φ(−10) = 7.619853024160527e−24 (R: pnorm(-10)).
  expect(normalTails(10) / (2 * 7.619853024160527e-24)).toBeCloseTo(1, 10)
})

test('arguments that have no value give no number', () => {
  expect(normalQuantile(0)).toBeNaN()
  expect(normalQuantile(1)).toBeNaN()
  expect(upperGamma(-1, 1)).toBeNaN()
})

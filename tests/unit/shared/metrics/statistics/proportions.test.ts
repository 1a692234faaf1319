import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  differenceInterval,
  isLargeEnough,
  neededSize,
  type Sample,
  twoProportionTest,
  wilson,
} from '../../../../../shared/metrics/statistics/proportions.ts'

const sample = (hits: number, size: number): Sample => ({ hits, size })
const samples = fc
  .integer({ min: 1, max: 100_000 })
  .chain((size) => fc.integer({ min: 0, max: size }).map((hits) => sample(hits, size)))

describe('one proportion', () => {
  // R. G. Newcombe, Statistics in Medicine 17, 1998, 857–872, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i lies between %f and %f', (hits, size, low, high) => {
    const interval = wilson(sample(hits, size))
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  test('the interval holds the rate and stays between none and all', () => {
    fc.assert(
      fc.property(samples, ({ hits, size }) => {
        const { low, high } = wilson(sample(hits, size))
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(hits / size + 1e-12)
        expect(high).toBeGreaterThanOrEqual(hits / size - 1e-12)
      }),
    )
  })
})

describe('the difference of two proportions', () => {
  // R. G. Newcombe, Statistics in Medicine 17, 1998, 873–890, table II, method 10.
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%i of %i against %i of %i lies between', (hits, size, otherHits, otherSize, low, high) => {
    const interval = differenceInterval(sample(otherHits, otherSize), sample(hits, size))
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  test('the interval of the difference turns round when the groups do', () => {
    fc.assert(
      fc.property(samples, samples, (one, other) => {
        const there = differenceInterval(one, other)
        const back = differenceInterval(other, one)
        expect(there.low).toBeCloseTo(-back.high, 10)
        expect(there.high).toBeCloseTo(-back.low, 10)
      }),
    )
  })

  test('z and p are those of the pooled test', () => {
    // R: prop.test(c(15, 25), c(50, 50), correct = FALSE) gives X-squared = 4.1667, p-value = 0.04123.
    const found = twoProportionTest(sample(15, 50), sample(25, 50))
    expect((found?.z ?? 0) ** 2).toBeCloseTo(4.1667, 4)
    expect(found?.p).toBeCloseTo(0.04123, 5)
  })

  test('where nobody or everybody did it there is nothing to test', () => {
    expect(twoProportionTest(sample(0, 10), sample(0, 30))).toBeNull()
    expect(twoProportionTest(sample(10, 10), sample(30, 30))).toBeNull()
  })
})

describe('how many are enough', () => {
  test('five expected in every cell of the table', () => {
    expect(isLargeEnough(sample(5, 100), sample(5, 100))).toBe(true)
    expect(isLargeEnough(sample(4, 100), sample(5, 100))).toBe(false)
    expect(isLargeEnough(sample(96, 100), sample(95, 100))).toBe(false)
  })

  test('the sample for a difference is that of the textbook', () => {
    // R: power.prop.test(p1 = .50, p2 = .75, power = .90) gives n = 76.7 (manual of power.prop.test).
    expect(neededSize(0.5, 0.75, 0.9)).toBe(77)
    expect(neededSize(0.3, 0.3)).toBeNull()
  })

  test('a smaller difference takes more', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 0.5, noNaN: true }), (rate) => {
        expect(neededSize(rate, rate + 0.02) ?? 0).toBeGreaterThan(neededSize(rate, rate + 0.1) ?? Infinity)
      }),
    )
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tidy } from '../../../../shared/numbers/tidy.ts'

fc.configureGlobal({ seed: 1 })

test('binary noise goes, what a person wrote stays', () => {
  expect(0.28 * 1e4).not.toBe(2800)
  expect(tidy(0.28 * 1e4)).toBe(2800)
  expect(tidy(0.1 + 0.2)).toBe(0.3)
  expect([0, -0, 123_456_789_012_345, 9_007_199_254_740_991, 1e300].map(tidy)).toEqual([
    0, -0, 123_456_789_012_345, 9_007_199_254_740_991, 1e300,
  ])
  expect(tidy(Number.NaN)).toBeNaN()
})

test('a decimal of up to fifteen digits is never changed, whatever power of ten it is moved by', () => {
  const decimal = fc.tuple(
    fc.integer({ min: -999_999_999, max: 999_999_999 }),
    fc.integer({ min: 0, max: 6 }),
  )
  fc.assert(
    fc.property(decimal, fc.constantFrom(1, 100, 1e4, 1e8), ([digits, places], scale) => {
      const value = Number(`${digits}e-${places}`)
      expect(tidy(value)).toBe(value)
      expect(tidy(value * scale)).toBe(Number(`${digits}e${Math.log10(scale) - places}`))
      expect(tidy(tidy(value / 3))).toBe(tidy(value / 3))
    }),
  )
})

test('the largest numbers of all do not become endless', () => {
  expect(tidy(Number.MAX_VALUE)).toBe(Number.MAX_VALUE)
  expect(tidy(-Number.MAX_VALUE)).toBe(-Number.MAX_VALUE)
})

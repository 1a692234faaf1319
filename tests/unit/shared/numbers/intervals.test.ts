import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  exactly,
  holdsWhole,
  meets,
  minus,
  over,
  plus,
  roundedTo,
  times,
} from '../../../../shared/numbers/intervals.ts'

const number = fc.integer({ min: -100_000, max: 100_000 }).map((value) => value / 100)
const step = fc.constantFrom(0, 0.01, 0.1, 1, 10)

describe('what was rounded lies within', () => {
  test('a sum, a difference and a product of the unrounded numbers lies in that of the intervals', () => {
    fc.assert(
      fc.property(number, number, step, step, (a, b, stepA, stepB) => {
        const [left, right] = [roundedTo(a, stepA), roundedTo(b, stepB)]
        for (const [found, exact] of [
          [plus(left, right), a + b],
          [minus(left, right), a - b],
          [times(left, right), a * b],
        ] as const) {
          expect(meets(found, exactly(exact))).toBe(true)
        }
      }),
    )
  })

  test('a quotient too, unless the divisor may be zero', () => {
    fc.assert(
      fc.property(number, number, step, (a, b, stepB) => {
        const found = over(exactly(a), roundedTo(b, stepB))
        if (Math.abs(b) <= stepB / 2) expect(found).toBeUndefined()
        else expect(found && meets(found, exactly(a / b))).toBe(true)
      }),
    )
  })
})

test('binary noise does not part what belongs together', () => {
  expect(meets(minus(exactly(0.3), exactly(0.1)), exactly(0.2))).toBe(true)
  expect(meets(exactly(0.2), exactly(0.2001))).toBe(false)
})

test('a whole number is found where there is one', () => {
  expect(holdsWhole({ low: 2.6, high: 3.1 })).toBe(true)
  expect(holdsWhole({ low: 2.6, high: 2.9 })).toBe(false)
  expect(holdsWhole(exactly(0.1 * 3 * 10))).toBe(true)
})

import fc from 'fast-check'
import { jStat } from 'jstat'
import { expect, test } from 'vitest'
import { welchTest } from '../../../../../shared/metrics/statistics/means.ts'

test("Student's sleep data give what R gives", () => {
  // R manual, t.test(extra ~ group, data = sleep): t = −1.8608, df = 17.776, p-value = 0.07939 (Student, Biometrika 6, 1908).
  const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]
  const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
  const found = welchTest(first, second)
  expect(found?.t).toBeCloseTo(1.8608, 4)
  expect(found?.freedom).toBeCloseTo(17.776, 3)
  expect(found?.p).toBeCloseTo(0.07939, 5)
})

test('p is that of another library at the t and the freedom found', () => {
  const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 20 })
  fc.assert(
    fc.property(values, values, (left, right) => {
      const found = welchTest(left, right)
      if (!found) return
      expect(found.p).toBeCloseTo(2 * (1 - jStat.studentt.cdf(Math.abs(found.t), found.freedom)), 7)
      const back = welchTest(right, left)
      expect(back?.t).toBeCloseTo(-found.t, 8)
      expect(back?.p).toBeCloseTo(found.p, 10)
    }),
  )
})

test('one value or no spread at all gives no test', () => {
  expect(welchTest([1], [1, 2])).toBeNull()
  expect(welchTest([3, 3], [3, 3])).toBeNull()
})

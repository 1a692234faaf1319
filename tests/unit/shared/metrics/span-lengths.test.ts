import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maybeSpanLengths } from '../../../../shared/metrics/span-lengths.ts'
import { daysIn } from '../../../../shared/numbers/periods.ts'
import { parseQuantity } from '../../../../shared/numbers/parse.ts'

const from = '2026-03-02'

test('half a year in months and in days, with its first and last day as the note', () => {
  expect(maybeSpanLengths({ from, to: '2026-08-28' }, 'zh-CN')).toEqual({
    lengths: ['6个月', '180天'],
    note: '2026年3月2日至2026年8月28日，首尾两天都计入',
  })
  expect(maybeSpanLengths({ from, to: '2026-08-28' }, 'en')).toEqual({
    lengths: ['6 months', '180 days'],
    note: '2 March 2026 to 28 August 2026, both days counted',
  })
})

test('a few days have no months, and one day is a day', () => {
  expect(maybeSpanLengths({ from, to: '2026-03-11' }, 'zh-CN')?.lengths).toEqual(['10天'])
  expect(maybeSpanLengths({ from, to: from }, 'en')?.lengths).toEqual(['1 day'])
})

test('a span that ends before it begins has no length', () => {
  expect(maybeSpanLengths({ from, to: '2026-03-01' }, 'zh-CN')).toBeUndefined()
})

test('every length is read back as it was written', () => {
  const day = fc
    .date({ min: new Date('1950-01-01'), max: new Date('2080-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  fc.assert(
    fc.property(day, day, fc.constantFrom('zh-CN' as const, 'en' as const), (one, other, language) => {
      const [first = one, last = other] = [one, other].toSorted()
      const lengths = maybeSpanLengths({ from: first, to: last }, language)?.lengths ?? []
      expect(parseQuantity(lengths.at(-1) ?? '')).toMatchObject({ value: daysIn({ from: first, to: last }) })
      for (const length of lengths) expect(parseQuantity(length)?.unit).toMatch(/^(天|个月|days?|months?)$/)
    }),
  )
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Language } from '../../../../shared/model/language.ts'
import { parseDaySpan } from '../../../../shared/numbers/day-span.ts'
import { formatPeriod } from '../../../../shared/numbers/format.ts'

describe('a span of days', () => {
  test.each([
    ['2023年7月10日-2023年12月25日', '2023-07-10', '2023-12-25'],
    ['2023年7月10日-2023年12月25日（共6个月）', '2023-07-10', '2023-12-25'],
    ['2026年3月2日至8月28日', '2026-03-02', '2026-08-28'],
    ['2026年8月1日至28日', '2026-08-01', '2026-08-28'],
    ['2026-03-01至2026-03-10', '2026-03-01', '2026-03-10'],
    ['2026-03-01-2026-03-10', '2026-03-01', '2026-03-10'],
    ['2026-03-01 - 2026-03-10', '2026-03-01', '2026-03-10'],
    ['2026/3/1~3/10', '2026-03-01', '2026-03-10'],
    ['2026/3/1-3/10', '2026-03-01', '2026-03-10'],
    ['2026.3.1-10', '2026-03-01', '2026-03-10'],
    ['2026年7月~12月', '2026-07-01', '2026-12-31'],
    ['2025年11月至2026年2月', '2025-11-01', '2026-02-28'],
    ['2025年至2026年', '2025-01-01', '2026-12-31'],
    ['2026Q1-2026Q3', '2026-01-01', '2026-09-30'],
    ['2 March to 28 August 2026', '2026-03-02', '2026-08-28'],
    ['1 to 28 August 2026', '2026-08-01', '2026-08-28'],
    ['from 1 March 2026 to 10 April 2026', '2026-03-01', '2026-04-10'],
    ['March 2 – August 28, 2026', '2026-03-02', '2026-08-28'],
    ['2026-03-01 to 2026-03-01', '2026-03-01', '2026-03-01'],
  ])('%s', (text, from, to) => expect(parseDaySpan(text)).toEqual({ from, to }))

  test.each([
    '',
    '2026-03-01',
    '2026年3月',
    '3月1日至3月10日',
    '3/1-3/10',
    '2026-03-10至2026-03-01',
    '2026-02-30至2026-03-01',
    '8%-12%',
    '至今',
    '2026年3月至今',
    'Monday to Friday',
    `${'2026-03-01'.repeat(7)}至2026-03-02`,
  ])('is not read from %j', (text) => expect(parseDaySpan(text)).toBeUndefined())

  test('is what a report writes, in both languages', () => {
    const day = fc
      .integer({ min: 0, max: 60_000 })
      .map((days) => new Date(Date.UTC(1950, 0, 1 + days)).toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, day, fc.constantFrom(...Language.options), (one, other, language) => {
        const [from = '', to = ''] = [one, other].toSorted()
        if (from === to) return
        expect(parseDaySpan(formatPeriod({ from, to }, language))).toEqual({ from, to })
      }),
      { numRuns: 1000 },
    )
  })

  test('takes no longer than its length asks', () => {
    const began = performance.now()
    for (const unit of ['-', '1-', '至', '2026-', '(', ' ', '年', 'to '])
      for (const length of [60, 100_000]) parseDaySpan(unit.repeat(length / unit.length))
    expect(performance.now() - began).toBeLessThan(500)
  })
})

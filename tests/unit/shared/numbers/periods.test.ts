import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PeriodStep } from '../../../../shared/model/figure.ts'
import { formatDay } from '../../../../shared/numbers/format.ts'
import { parsePeriod } from '../../../../shared/numbers/dates.ts'
import {
  daysIn,
  keyOfDay,
  keysBetween,
  lengthOf,
  monthsIn,
  shiftKey,
  shiftSpan,
  spanOfKey,
  stepOf,
} from '../../../../shared/numbers/periods.ts'

const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const step = fc.constantFrom<PeriodStep>('day', 'week', 'month', 'quarter', 'half', 'year')
const yearStart = fc.integer({ min: 1, max: 12 })
const later = (from: string, days: number): string =>
  new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10)

describe('keys of periods', () => {
  test('stand for days', () => {
    expect(spanOfKey('2026-03-01')).toEqual({ from: '2026-03-01', to: '2026-03-01' })
    expect(spanOfKey('2026-W10')).toEqual({ from: '2026-03-02', to: '2026-03-08' })
    expect(spanOfKey('2026-W01')).toEqual({ from: '2025-12-29', to: '2026-01-04' })
    expect(spanOfKey('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' })
    expect(spanOfKey('2026-Q1')).toEqual({ from: '2026-01-01', to: '2026-03-31' })
    expect(spanOfKey('2026-H2')).toEqual({ from: '2026-07-01', to: '2026-12-31' })
    expect(spanOfKey('2026')).toEqual({ from: '2026-01-01', to: '2026-12-31' })
  })

  test('of a fiscal year begin with its first month and are named by the year in which it begins', () => {
    expect(spanOfKey('2026', 4)).toEqual({ from: '2026-04-01', to: '2027-03-31' })
    expect(spanOfKey('2026-Q4', 4)).toEqual({ from: '2027-01-01', to: '2027-03-31' })
    expect(spanOfKey('2026-H1', 10)).toEqual({ from: '2026-10-01', to: '2027-03-31' })
    expect(spanOfKey('2026-05', 4)).toEqual({ from: '2026-05-01', to: '2026-05-31' })
    expect(keyOfDay('2027-02-10', 'quarter', 4)).toBe('2026-Q4')
    expect(keyOfDay('2027-02-10', 'year', 4)).toBe('2026')
  })

  test('are told from anything else', () => {
    for (const text of [
      '',
      '26',
      '2026-13',
      '2026-Q5',
      '2026-W54',
      '2025-W53',
      '2026-02-30',
      '2026-3',
      'March 2026',
      '0000',
      '2026-03-01T09:00',
    ])
      expect(spanOfKey(text), text).toBeUndefined()
    expect(['2026-W10', '2026-03', '2026'].map(stepOf)).toEqual(['week', 'month', 'year'])
  })

  test('of a day hold that day, and divide the calendar without gaps', () => {
    fc.assert(
      fc.property(day, step, yearStart, (one, by, start) => {
        const span = spanOfKey(keyOfDay(one, by, start), start)
        expect(span).toBeDefined()
        if (!span) return
        expect(span.from <= one && one <= span.to).toBe(true)
        expect(keyOfDay(span.from, by, start)).toBe(keyOfDay(one, by, start))
        expect(keyOfDay(span.to, by, start)).toBe(keyOfDay(one, by, start))
        expect(keyOfDay(later(span.to, 1), by, start)).not.toBe(keyOfDay(one, by, start))
      }),
      { numRuns: 1000 },
    )
  })

  test('are read back from what is written of them', () => {
    fc.assert(
      fc.property(day, fc.constantFrom<PeriodStep>('week', 'month', 'quarter', 'half', 'year'), (one, by) => {
        const key = keyOfDay(one, by)
        expect(parsePeriod(formatDay(key, 'zh-CN'))).toEqual({ step: by, day: spanOfKey(key)?.from })
        // A bare year is a number to an English reader too.
        if (by !== 'year')
          expect(parsePeriod(formatDay(key, 'en'))).toEqual({ step: by, day: spanOfKey(key)?.from })
      }),
    )
  })
})

describe('the period before', () => {
  test('of a key', () => {
    expect(shiftKey('2026-03-01', 'previous')).toBe('2026-02-28')
    expect(shiftKey('2026-W01', 'previous')).toBe('2025-W52')
    expect(shiftKey('2021-W01', 'previous')).toBe('2020-W53')
    expect(shiftKey('2026-01', 'previous')).toBe('2025-12')
    expect(shiftKey('2026-Q1', 'previous')).toBe('2025-Q4')
    expect(shiftKey('2026-H1', 'previous')).toBe('2025-H2')
    expect(shiftKey('2026', 'previous')).toBe('2025')
    expect([shiftKey('1900', 'previous'), shiftKey('nothing', 'previous')]).toEqual([undefined, undefined])
  })

  test('ends the day before it begins, at every step', () => {
    fc.assert(
      fc.property(day, step, yearStart, (one, by, start) => {
        const key = keyOfDay(one, by, start)
        const before = spanOfKey(shiftKey(key, 'previous') ?? '', start)
        expect(before && later(before.to, 1)).toBe(spanOfKey(key, start)?.from)
      }),
      { numRuns: 1000 },
    )
  })

  test('of a span: months by months, weeks by weeks, a month so far by the month', () => {
    const before = (from: string, to: string, start = 1) => shiftSpan({ from, to }, 'previous', start)
    expect(before('2026-03-01', '2026-03-31')).toEqual({ from: '2026-02-01', to: '2026-02-28' })
    expect(before('2026-01-01', '2026-03-31')).toEqual({ from: '2025-10-01', to: '2025-12-31' })
    expect(before('2026-01-01', '2026-12-31')).toEqual({ from: '2025-01-01', to: '2025-12-31' })
    expect(before('2026-02-01', '2026-03-31')).toEqual({ from: '2025-12-01', to: '2026-01-31' })
    expect(before('2026-03-02', '2026-03-08')).toEqual({ from: '2026-02-23', to: '2026-03-01' })
    expect(before('2026-03-01', '2026-03-07')).toEqual({ from: '2026-02-22', to: '2026-02-28' })
    expect(before('2026-03-01', '2026-03-01')).toEqual({ from: '2026-02-28', to: '2026-02-28' })
    expect(before('2026-07-01', '2026-07-15')).toEqual({ from: '2026-06-01', to: '2026-06-15' })
    expect(before('2026-03-01', '2026-03-30')).toEqual({ from: '2026-02-01', to: '2026-02-28' })
    expect(before('2026-01-01', '2026-08-20')).toEqual({ from: '2025-01-01', to: '2025-08-20' })
    expect(before('2026-07-10', '2026-07-19')).toEqual({ from: '2026-06-30', to: '2026-07-09' })
    expect([
      before('2026-03-31', '2026-03-01'),
      before('1900-01-01', '1900-01-31'),
      before('x', 'y'),
    ]).toEqual([undefined, undefined, undefined])
  })

  test('never overlaps the span it stands before', () => {
    fc.assert(
      fc.property(day, fc.nat(800), yearStart, (from, length, start) => {
        const to = later(from, length)
        const before = shiftSpan({ from, to }, 'previous', start)
        expect(before && before.from <= before.to && before.to < from).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the same a year before', () => {
  test('of a key', () => {
    expect(shiftKey('2024-02-29', 'year-before')).toBe('2023-02-28')
    expect(shiftKey('2026-W10', 'year-before')).toBe('2025-W10')
    expect(shiftKey('2020-W53', 'year-before')).toBe('2019-W52')
    expect(['2026-03', '2026-Q1', '2026-H1', '2026'].map((key) => shiftKey(key, 'year-before'))).toEqual([
      '2025-03',
      '2025-Q1',
      '2025-H1',
      '2025',
    ])
  })

  test('of a span: the same dates, a month end for a month end, whole weeks by their number', () => {
    const before = (from: string, to: string) => shiftSpan({ from, to }, 'year-before')
    expect(before('2026-03-05', '2026-04-10')).toEqual({ from: '2025-03-05', to: '2025-04-10' })
    expect(before('2024-02-01', '2024-02-29')).toEqual({ from: '2023-02-01', to: '2023-02-28' })
    expect(before('2025-02-01', '2025-02-28')).toEqual({ from: '2024-02-01', to: '2024-02-29' })
    expect(before('2026-03-02', '2026-03-08')).toEqual({ from: '2025-03-03', to: '2025-03-09' })
    expect(before('2026-03-02', '2026-03-15')).toEqual({ from: '2025-03-03', to: '2025-03-16' })
    expect(before('2024-02-29', '2024-02-29')).toEqual({ from: '2023-02-28', to: '2023-02-28' })
  })

  test('of whole months is the same as by their key', () => {
    fc.assert(
      fc.property(day, fc.constantFrom<PeriodStep>('week', 'month', 'quarter', 'half', 'year'), (one, by) => {
        const key = keyOfDay(one, by)
        const span = spanOfKey(key)
        for (const shift of ['previous', 'year-before'] as const)
          expect(span && shiftSpan(span, shift)).toEqual(spanOfKey(shiftKey(key, shift) ?? ''))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the length of a span', () => {
  test('in months, begun ones in part', () => {
    expect(monthsIn({ from: '2026-01-01', to: '2026-12-31' })).toBe(12)
    expect(monthsIn({ from: '2026-02-01', to: '2026-02-28' })).toBe(1)
    expect(monthsIn({ from: '2023-07-10', to: '2023-12-25' })).toBe(5 + 16 / 31)
    expect(monthsIn({ from: '2026-03-15', to: '2026-04-14' })).toBe(1)
    expect(monthsIn({ from: '2026-03-01', to: '2026-03-01' })).toBe(1 / 31)
    expect(daysIn({ from: '2024-02-01', to: '2024-03-01' })).toBe(30)
  })

  test('as people say it', () => {
    expect(lengthOf({ from: '2023-07-10', to: '2023-12-25' })).toEqual({ count: 6, step: 'month' })
    expect(lengthOf({ from: '2026-03-02', to: '2026-08-28' })).toEqual({ count: 6, step: 'month' })
    expect(lengthOf({ from: '2026-03-01', to: '2026-04-10' })).toEqual({ count: 1, step: 'month' })
    expect(lengthOf({ from: '2026-03-01', to: '2026-03-15' })).toEqual({ count: 15, step: 'day' })
  })

  test('of spans that follow one another adds up', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (from, months) => {
        const first = `${from.slice(0, 8)}01`
        const span = { from: first, to: first }
        for (const key of keysBetween(first, later(first, months * 27), 'month'))
          span.to = spanOfKey(key)?.to ?? ''
        expect(monthsIn(span)).toBe(keysBetween(span.from, span.to, 'month').length)
      }),
    )
  })
})

describe('the keys between two days', () => {
  test('are all of them, in order', () => {
    expect(keysBetween('2025-11-20', '2026-02-03', 'month')).toEqual([
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
    ])
    expect(keysBetween('2026-03-01', '2026-03-09', 'week')).toEqual(['2026-W09', '2026-W10', '2026-W11'])
    expect(keysBetween('2026-01-15', '2027-01-15', 'quarter', 4)).toEqual([
      '2025-Q4',
      '2026-Q1',
      '2026-Q2',
      '2026-Q3',
      '2026-Q4',
    ])
    expect(keysBetween('2026-03-02', '2026-03-01', 'day')).toEqual([])
  })

  test('follow one another without a gap', () => {
    fc.assert(
      fc.property(day, fc.nat(1000), step, yearStart, (from, length, by, start) => {
        const keys = keysBetween(from, later(from, length), by, start)
        expect(keys.at(0)).toBe(keyOfDay(from, by, start))
        expect(keys.at(-1)).toBe(keyOfDay(later(from, length), by, start))
        for (const [index, key] of keys.slice(1).entries())
          expect(shiftKey(key, 'previous')).toBe(keys[index])
      }),
      { numRuns: 200 },
    )
  })
})

import { describe, expect, test } from 'vitest'
import type { PeriodStep } from '../../../../../shared/model/figure.ts'
import type { Language } from '../../../../../shared/model/language.ts'
import { formatDay } from '../../../../../shared/numbers/format.ts'
import {
  compare,
  type Given,
  idOf,
  money,
  type Numbers,
  people,
  rate,
  textsOf,
  valueOf,
} from '../../../../support/comparing.ts'

const series = (
  values: Readonly<Record<string, Given>>,
  {
    name = '新增注册',
    step = 'month',
    language = 'zh-CN',
  }: { name?: string; step?: PeriodStep; language?: Language } = {},
) => {
  const numbers: Numbers = Object.fromEntries(
    Object.entries(values).map(([key, given]) => [
      key,
      {
        name: `${formatDay(key, language)}${language === 'en' ? ' ' : ''}${name}`,
        part: { of: idOf('total'), by: '月份', key, step },
        ...given,
      },
    ]),
  )
  return compare(numbers, { kind: 'series', figures: Object.keys(values) }, language)
}

const months = (counts: readonly (number | null)[], year = 2026): Record<string, Given> =>
  Object.fromEntries(
    counts.map((count, index) => [
      `${year + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
      people(count),
    ]),
  )

describe('a measure over periods', () => {
  const found = series(months([1000, 1200, 1500, 1350, 1800, 2000]))

  test('growth from one to the next', () => {
    const texts = textsOf(found)
    expect(texts['growth 2026年2月']).toBe('20.0%')
    expect(texts['growth 2026年4月']).toBe('-10.0%')
    expect(found.derived.filter(({ role }) => role === 'growth')).toHaveLength(5)
  })

  test('running totals, moving means, mean', () => {
    const texts = textsOf(found)
    expect(texts['cumulative 2026年3月']).toBe('3,700人')
    expect(texts['cumulative 2026年6月']).toBe('8,850人')
    expect(texts['moving-mean 2026年3月']).toBe('1,233.3人')
    expect(texts['average']).toBe('1,475.0人')
  })

  test('the peak and the lowest with their periods', () => {
    expect(textsOf(found)).toMatchObject({ 'peak 2026年6月': '2,000人', 'lowest 2026年1月': '1,000人' })
  })

  test('growth over all, and what it is for each month', () => {
    expect(valueOf(found, 'whole-growth')).toBe(1)
    expect((1 + (valueOf(found, 'compound-growth') ?? 0)) ** 5).toBeCloseTo(2, 12)
  })

  test('one sentence', () => {
    expect(found.sentence).toBe(
      '新增注册由2026年1月的1,000人增至2026年6月的2,000人，增加1,000人（增长100%）；月均复合增长14.9%。',
    )
    expect(found.warnings).toEqual([])
  })

  test('in English', () => {
    const english = Object.fromEntries(
      Object.entries(months([100, 80, 64])).map(([key, given]) => [key, { ...given, unit: '' }]),
    )
    expect(series(english, { name: 'sign-ups', language: 'en' }).sentence).toBe(
      'Sign-ups fell from 100 in January 2026 to 64 in March 2026, down 36 (36%); down 20% per month, compounded.',
    )
  })
})

describe('against the year before', () => {
  test('months a year apart', () => {
    const found = series(
      months([1000, 1100, 900, 950, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1250, 990]),
    )
    expect(textsOf(found)).toMatchObject({
      'year-growth 2027年1月': '25.0%',
      'year-growth 2027年2月': '-10.0%',
    })
    expect(found.sentence).toContain('2027年2月同比下降10%')
  })

  test('weeks, quarters, halves and years by their keys', () => {
    const quarters = series(
      { '2025-Q2': people(400), '2026-Q1': people(410), '2026-Q2': people(500) },
      { step: 'quarter' },
    )
    expect(textsOf(quarters)['year-growth 2026年第二季度']).toBe('25.0%')
    const weeks = series(
      { '2025-W10': people(40), '2026-W09': people(41), '2026-W10': people(50) },
      { step: 'week' },
    )
    expect(textsOf(weeks)['year-growth 2026年第10周']).toBe('25.0%')
    const years = series({ '2024': people(400), '2025': people(500), '2026': people(450) }, { step: 'year' })
    expect(textsOf(years)).toMatchObject({ 'growth 2026年': '-10.0%', 'year-growth 2026年': '-10.0%' })
  })

  test('spans of days, where the figures know theirs', () => {
    const found = compare(
      {
        a: people(100, { name: '注册', period: { from: '2025-02-01', to: '2025-02-28' } }),
        b: people(120, { name: '注册', period: { from: '2026-01-01', to: '2026-01-31' } }),
        c: people(125, { name: '注册', period: { from: '2026-02-01', to: '2026-02-28' } }),
      },
      { kind: 'series', figures: ['a', 'b', 'c'] },
    )
    expect(textsOf(found)['year-growth 2026年2月']).toBe('25.0%')
  })
})

describe('what does not add up is not added up', () => {
  test('daily active users have a mean and a peak, no total', () => {
    const values = Object.fromEntries(
      Object.entries(months([18_000, 19_500, 21_000])).map(([key, given]) => [
        key,
        { ...given, additive: false },
      ]),
    )
    const found = series(values, { name: '日活' })
    expect(found.warnings).toEqual(['not-additive'])
    expect(found.derived.some(({ role }) => role === 'cumulative')).toBe(false)
    expect(textsOf(found)).toMatchObject({ average: '19,500.0人', 'peak 2026年3月': '21,000人' })
  })

  test('rates move by points and have no compound growth', () => {
    const found = series(
      { '2026-01': rate(0.4), '2026-02': rate(0.45), '2026-03': rate(0.43) },
      { name: '留存率' },
    )
    expect(textsOf(found)).toMatchObject({
      'growth 2026年2月': '5个百分点',
      'growth 2026年3月': '-2个百分点',
      'whole-growth': '3个百分点',
    })
    expect(found.derived.some(({ role }) => role === 'compound-growth')).toBe(false)
    expect(found.sentence).toBe(
      '留存率由2026年1月的40%升至2026年3月的43%，提高3个百分点（相对提升7.5%）；最高为2026年2月的45%。',
    )
  })

  test('prices do not add up either, and nobody is told so', () => {
    const found = series(
      { '2026-01': money(20, '元/人'), '2026-02': money(18, '元/人') },
      { name: '获客成本' },
    )
    expect(found.warnings).toEqual([])
    expect(found.derived.some(({ role }) => role === 'cumulative')).toBe(false)
  })
})

describe('periods that are missing', () => {
  const found = series({
    '2026-01': people(1000),
    '2026-02': people(1100),
    '2026-05': people(1464),
    '2026-06': people(1500),
  })

  test('are not skipped over: growth is from one to the next only', () => {
    const grown = found.derived.filter(({ role }) => role === 'growth').map(({ of }) => of)
    expect(grown).toEqual(['2026年2月', '2026年6月'])
    expect(found.derived.some(({ role }) => role === 'moving-mean')).toBe(false)
  })

  test('count in the growth per period', () => {
    expect((1 + (valueOf(found, 'compound-growth') ?? 0)) ** 5).toBeCloseTo(1.5, 12)
  })
})

describe('what a series is about', () => {
  test('scores move by points of their own', () => {
    const score = (value: number, name: string): Given => ({
      value,
      name,
      kind: 'score',
      unit: '',
      additive: false,
    })
    const found = compare(
      { a: score(-4, '第一周净推荐值'), b: score(31, '第二周净推荐值'), c: score(24, '第三周净推荐值') },
      { kind: 'series', name: '净推荐值', figures: ['a', 'b', 'c'] },
    )
    expect(textsOf(found)).toMatchObject({
      'growth 第二周': '35',
      'growth 第三周': '-7',
      'whole-growth': '28',
    })
    expect(found.warnings).toEqual([])
    expect(found.sentence).toBe('净推荐值由第一周的-4升至第三周的24，提高28；最高为第二周的31。')
  })

  test('a peak inside is told with its period', () => {
    expect(series(months([100, 160, 120])).sentence).toContain('；最高为2026年2月的160人。')
  })
})

describe('edges', () => {
  test('a gap leaves what touches it without a value', () => {
    const found = series(months([100, null, 144]))
    expect(textsOf(found)).toMatchObject({ 'growth 2026年2月': '—', 'growth 2026年3月': '—', average: '—' })
    expect(valueOf(found, 'compound-growth')).toBeCloseTo(0.2, 12)
  })

  test('a gap at an end leaves the sentence to what is known', () => {
    expect(series(months([100, 150, null])).sentence).toContain('由2026年1月的100人增至2026年2月的150人')
  })

  test('after nothing there is no growth', () => {
    const found = series(months([0, 50, 100]))
    expect(found.warnings).toEqual(['no-base'])
    expect(textsOf(found)['growth 2026年2月']).toBe('—')
    expect(valueOf(found, 'compound-growth')).toBeNull()
  })

  test('units that differ end it', () => {
    expect(series({ '2026-01': people(4), '2026-02': money(4) }).warnings).toEqual(['units-differ'])
  })

  test('a year of days keeps to one running total', () => {
    const days = Object.fromEntries(
      Array.from({ length: 365 }, (_, index) => [
        new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
        people(1000 + index),
      ]),
    )
    const found = series(days, { step: 'day' })
    const totals = found.derived.filter(({ role }) => role === 'cumulative')
    expect(totals.map(({ value }) => value)).toEqual([365 * 1000 + (364 * 365) / 2])
    expect(valueOf(found, 'moving-mean', '2026年1月7日')).toBe(1003)
    expect(textsOf(found)['peak 2026年12月31日']).toBe('1,364人')
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FigureKind, Rounding } from '../../../../shared/model/figure.ts'
import {
  decimalsOf,
  formatDay,
  formatMonth,
  formatPercent,
  formatPeriod,
  formatPoints,
  formatValue,
  roundDecimal,
  unitLabel,
} from '../../../../shared/numbers/format.ts'
import { parseDay } from '../../../../shared/numbers/dates.ts'
import { parseQuantity, parseRatio } from '../../../../shared/numbers/parse.ts'

const how = (kind: FigureKind, unit: string, decimals = 0, scale: Rounding['scale'] = 1) => ({
  kind,
  unit,
  rounding: { scale, decimals },
})

describe('formatValue', () => {
  test('writes a count in 万 in Chinese and in full in English', () => {
    expect(formatValue(58_000, how('count', '人', 1, 1e4), 'zh-CN')).toBe('5.8万人')
    expect(formatValue(58_000, how('count', 'people', 1, 1e4), 'en')).toBe('58,000 people')
    expect(formatValue(58_000, how('count', '', 1, 1e4), 'en')).toBe('58,000')
  })

  test('groups thousands', () => {
    expect(formatValue(12_345.6, how('amount', '元', 2), 'zh-CN')).toBe('12,345.60元')
    expect(formatValue(12_345.6, how('amount', '元', 1, 1e4), 'zh-CN')).toBe('1.2万元')
    expect(formatValue(40_593_375, how('count', '次', 2, 1e4), 'zh-CN')).toBe('4,059.34万次')
    expect(formatValue(-1_234.5678, how('amount', '元', 4), 'zh-CN')).toBe('-1,234.5678元')
  })

  test('writes a rate in percent', () => {
    expect(formatValue(0.482, how('rate', '%', 1), 'zh-CN')).toBe('48.2%')
    expect(formatValue(0.0032, how('rate', '‰', 1), 'zh-CN')).toBe('3.2‰')
  })

  test('puts a currency before the number in English', () => {
    expect(formatValue(29.8, how('amount', 'CNY', 2), 'en')).toBe('CNY 29.80')
    expect(formatValue(29.8, how('amount', 'CNY/person', 2), 'en')).toBe('29.80 CNY/person')
    expect(formatValue(4_338_196, how('amount', '$'), 'en')).toBe('$4,338,196')
    expect(formatValue(12_000, how('amount', '¥', 1, 1e4), 'zh-CN')).toBe('¥1.2万')
    expect(formatValue(38.2, how('duration', 'minutes', 1), 'en')).toBe('38.2 minutes')
    expect(formatValue(38.2, how('duration', '分钟', 1), 'zh-CN')).toBe('38.2分钟')
  })

  test('writes a difference of rates in points, with no more decimals than it needs', () => {
    expect(formatValue(0.062, how('points', '%', 1), 'zh-CN')).toBe('6.2个百分点')
    expect(formatValue(0.05, how('points', '%', 1), 'zh-CN')).toBe('5个百分点')
    expect(formatValue(-0.0325, how('points', '%', 2), 'en')).toBe('-3.25 percentage points')
    expect(formatValue(0.01, how('points', '%', 1), 'en')).toBe('1 percentage point')
    expect(formatValue(0.062, how('points', '%', 1), 'en', true)).toBe('6.2')
    expect([unitLabel(how('points', '%'), 'zh-CN'), unitLabel(how('points', '%'), 'en')]).toEqual([
      '百分点',
      'percentage points',
    ])
  })

  test('writes a ratio as 1 to so much, or as so many times', () => {
    expect(formatValue(5.8, how('ratio', '1:n', 1), 'zh-CN')).toBe('1:5.8')
    expect(formatValue(1234.5, how('ratio', '1:n', 1), 'en')).toBe('1:1234.5')
    expect(formatValue(5.8, how('ratio', '1:n', 1), 'zh-CN', true)).toBe('5.8')
    expect(formatValue(3, how('ratio', '倍'), 'zh-CN')).toBe('3倍')
    expect(formatValue(2.3, how('ratio', '次/人', 1), 'zh-CN')).toBe('2.3次/人')
  })

  test('leaves unit and 万 out where the place names them', () => {
    expect(formatValue(58_000, how('count', '人', 1, 1e4), 'zh-CN', true)).toBe('5.8')
    expect(unitLabel(how('count', '人', 1, 1e4), 'zh-CN')).toBe('万人')
    expect(unitLabel(how('rate', '%'), 'en')).toBe('%')
    expect(unitLabel(how('count', 'people', 1, 1e4), 'en')).toBe('people')
  })

  test('shows a dash for what is no number', () => {
    expect(formatValue(Number.NaN, how('count', '人'), 'zh-CN')).toBe('—')
    expect(formatValue(Infinity, how('rate', '%'), 'en')).toBe('—')
  })

  const units = {
    'zh-CN': ['人', '元', '元/人', '分钟', '次', '%', ''],
    en: ['people', 'CNY', 'CNY/person', 'minutes', '%', ''],
  } as const
  for (const language of ['zh-CN', 'en'] as const) {
    test(`is read back within the rounding (${language})`, () => {
      const value = fc.oneof(
        fc.double({ min: -1e12, max: 1e12, noNaN: true }),
        fc.double({ min: -10, max: 10, noNaN: true }),
        fc.integer({ min: -1e9, max: 1e9 }),
      )
      fc.assert(
        fc.property(
          value,
          fc.constantFrom(...units[language]),
          fc.constantFrom<Rounding['scale']>(1, 1e4, 1e8),
          fc.integer({ min: 0, max: 6 }),
          (x, unit, scale, decimals) => {
            const rate = unit === '%'
            const written = formatValue(
              x,
              how(rate ? 'rate' : 'amount', unit, decimals, rate ? 1 : scale),
              language,
            )
            const read = parseQuantity(written)
            expect(read, written).toBeDefined()
            const step = rate
              ? 0.01 * 10 ** -decimals
              : language === 'en'
                ? 10 ** -Math.max(0, decimals - Math.log10(scale))
                : scale * 10 ** -decimals
            expect(Math.abs((read?.value ?? 0) - x), written).toBeLessThanOrEqual(
              step / 2 + Math.abs(x) * 1e-14,
            )
            expect(read?.unit ?? '').toBe(unit)
          },
        ),
      )
    })
  }
})

describe('what is written is read back as the very same value', () => {
  const kinds: Readonly<Record<string, FigureKind>> = {
    '%': 'rate',
    '‰': 'rate',
    百分点: 'points',
    倍: 'ratio',
  }
  const powers: Readonly<Record<string, number>> = { '%': -2, '‰': -3, 百分点: -2 }
  const kept: Readonly<Record<string, string>> = { $: 'USD', '¥': '元' }
  const units = {
    'zh-CN': [
      '人',
      '元',
      '次',
      '篇',
      '元/人',
      '次/人',
      '分钟',
      '小时',
      '天',
      '件',
      '倍',
      '%',
      '‰',
      '百分点',
      '¥',
      '',
    ],
    en: [
      'people',
      'CNY',
      'USD',
      '$',
      'CNY/person',
      'minutes',
      'hours',
      'days',
      'orders',
      '%',
      '‰',
      '百分点',
      '',
    ],
  } as const
  for (const language of ['zh-CN', 'en'] as const) {
    test(`for every unit, scale and number of decimals (${language})`, () => {
      fc.assert(
        fc.property(
          fc.integer({ min: -999_999_999, max: 999_999_999 }),
          fc.constantFrom(...units[language]),
          fc.constantFrom<Rounding['scale']>(1, 1e4, 1e8),
          fc.integer({ min: 0, max: 5 }),
          (whole, unit, wanted, decimals) => {
            const kind = kinds[unit] ?? 'amount'
            const scale = kind === 'amount' ? wanted : 1
            const power = powers[unit] ?? Math.log10(scale)
            // A value that has all its digits within what is written.
            const value = Number(`${whole}e${power - decimals}`) + 0
            // What has more digits than a number keeps is not read.
            fc.pre(Math.abs(value) < 1e15)
            const written = formatValue(value, how(kind, unit, decimals, scale), language)
            const read = parseQuantity(written)
            expect(read?.value, written).toBe(value)
            if (unit !== '百分点') expect(read?.unit, written).toBe(kept[unit] ?? unit)
          },
        ),
        { numRuns: 2000 },
      )
    })
  }

  test('for ratios of 1 to so much', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999_999 }),
        fc.integer({ min: 0, max: 5 }),
        (whole, decimals) => {
          const value = Number(`${whole}e-${decimals}`)
          const written = formatValue(value, how('ratio', '1:n', decimals), 'zh-CN')
          if (value < 1e6) expect(parseRatio(written), written).toBe(value)
        },
      ),
    )
  })
})

describe('roundDecimal', () => {
  test('rounds the decimal that a person sees, half away from zero', () => {
    expect(roundDecimal(1.005, 2, 0)).toBe('1.01')
    expect(roundDecimal(-1.005, 2, 0)).toBe('-1.01')
    expect(roundDecimal(0.05, 1, 0)).toBe('0.1')
    expect(roundDecimal(0.04999, 1, 0)).toBe('0.0')
    expect(roundDecimal(999.95, 1, 0)).toBe('1000.0')
    expect(roundDecimal(0.1 + 0.2, 10, 0)).toBe('0.3000000000')
    expect(roundDecimal(1e21, 0, 0)).toBe('1000000000000000000000')
    expect(roundDecimal(1.5e-7, 8, 0)).toBe('0.00000015')
  })

  test('writes no negative zero', () => {
    expect(roundDecimal(-0.001, 2, 0)).toBe('0.00')
    expect(roundDecimal(-0, 0, 0)).toBe('0')
  })

  test('agrees with whole numbers', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 0, max: 6 }),
        (whole, places, decimals) => {
          const exact = BigInt(whole) * 10n ** BigInt(decimals)
          const unit = 10n ** BigInt(places)
          const size = exact < 0n ? -exact : exact
          const rounded = (size * 2n + unit) / (unit * 2n)
          const written = roundDecimal(Number(`${whole}e-${places}`), decimals, 0)
          expect(BigInt(written.replace(/[-.]/g, ''))).toBe(rounded)
          expect(written.startsWith('-')).toBe(whole < 0 && rounded > 0n)
        },
      ),
    )
  })
})

describe('percentages and points', () => {
  test('have no more decimals than they need', () => {
    expect([1.24, 1.0714, 0.956, 1, 12.5].map((ratio) => formatPercent(ratio))).toEqual([
      '124%',
      '107.1%',
      '95.6%',
      '100%',
      '1,250%',
    ])
    expect(formatPoints(0.032, 'zh-CN')).toBe('3.2个百分点')
    expect(formatPoints(0.01, 'en')).toBe('1 percentage point')
    expect(formatPoints(0.0025, 'en', 2)).toBe('0.25 percentage points')
  })

  test('never call a difference none', () => {
    expect(formatPoints(0.0003, 'zh-CN')).toBe('0.03个百分点')
    expect(formatPercent(0.00004)).toBe('0.004%')
    expect(formatPoints(0, 'zh-CN')).toBe('0个百分点')
  })

  test('decimalsOf counts what is needed', () => {
    expect(decimalsOf(0.0432, 4, 2)).toBe(2)
    expect(decimalsOf(58_000, 4, -4)).toBe(1)
    expect(decimalsOf(3, 0, 0)).toBe(0)
    expect(decimalsOf(1 / 3, 2, 0)).toBe(2)
  })
})

describe('days', () => {
  test('are written in full', () => {
    expect(formatDay('2026-03-01', 'zh-CN')).toBe('2026年3月1日')
    expect(formatDay('2026-03-01', 'en')).toBe('1 March 2026')
    expect(formatDay('2026-03-01T09:30:00', 'en')).toBe('1 March 2026')
    expect([formatDay('2026-03', 'zh-CN'), formatDay('2026-03', 'en')]).toEqual(['2026年3月', 'March 2026'])
    expect([formatDay('2026-W10', 'zh-CN'), formatDay('2026-W10', 'en')]).toEqual([
      '2026年第10周',
      'week 10 of 2026',
    ])
    const periods = ['2026-Q1', '2026-Q4', '2026-H1', '2026-H2', '2026']
    expect(periods.map((key) => formatDay(key, 'zh-CN'))).toEqual([
      '2026年第一季度',
      '2026年第四季度',
      '2026年上半年',
      '2026年下半年',
      '2026年',
    ])
    expect(periods.map((key) => formatDay(key, 'en'))).toEqual([
      'Q1 2026',
      'Q4 2026',
      'H1 2026',
      'H2 2026',
      '2026',
    ])
    expect([formatMonth('2026-03', 'zh-CN'), formatMonth('2026-11-05', 'en')]).toEqual(['3月', 'November'])
    expect(formatDay('some day', 'en')).toBe('some day')
  })

  test('are read back', () => {
    const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, fc.constantFrom('zh-CN' as const, 'en' as const), (date, language) => {
        const iso = date.toISOString().slice(0, 10)
        expect(parseDay(formatDay(iso, language))).toBe(iso)
      }),
    )
  })

  test('a period says once what both ends share', () => {
    const spans = [
      ['2026-03-02', '2026-08-28', '2026年3月2日至8月28日', '2 March to 28 August 2026'],
      ['2026-08-01', '2026-08-28', '2026年8月1日至28日', '1 to 28 August 2026'],
      ['2025-12-01', '2026-01-05', '2025年12月1日至2026年1月5日', '1 December 2025 to 5 January 2026'],
      ['2026-03-02', '2026-03-02', '2026年3月2日', '2 March 2026'],
    ] as const
    for (const [from, to, chinese, english] of spans) {
      expect(formatPeriod({ from, to }, 'zh-CN')).toBe(chinese)
      expect(formatPeriod({ from, to }, 'en')).toBe(english)
    }
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatValue } from '../../../../shared/numbers/format.ts'
import { parseDay, parseMoment } from '../../../../shared/numbers/dates.ts'
import { type Quantity, parseQuantity } from '../../../../shared/numbers/parse.ts'
import { tidy } from '../../../../shared/numbers/tidy.ts'

fc.configureGlobal({ seed: 1 })

describe('a quantity', () => {
  const plain = { scale: 1, unit: '', percent: false, decimals: 0 }
  const cases: readonly (readonly [string, Partial<Quantity> & { value: number }])[] = [
    ['58000', { value: 58_000 }],
    ['-1,234.50', { value: -1234.5, decimals: 2 }],
    ['１２３', { value: 123 }],
    ['（1,234）', { value: -1234 }],
    ['−3.2', { value: -3.2, decimals: 1 }],
    ['+5', { value: 5 }],
    ['1.2E+05', { value: 120_000, decimals: 1 }],
    ['1 234 567', { value: 1_234_567 }],
    ['5.8万', { value: 58_000, scale: 1e4, decimals: 1 }],
    ['5.8w', { value: 58_000, scale: 1e4, decimals: 1 }],
    ['12.3亿元', { value: 1.23e9, scale: 1e8, unit: '元', decimals: 1 }],
    ['3.5百万', { value: 3_500_000, scale: 1e6, decimals: 1 }],
    ['4.338 million', { value: 4_338_000, scale: 1e6, decimals: 3 }],
    ['$3k', { value: 3000, scale: 1e3, unit: 'USD' }],
    ['¥1,234.5', { value: 1234.5, unit: '元', decimals: 1 }],
    ['-¥20', { value: -20, unit: '元' }],
    ['CNY 30.50', { value: 30.5, unit: 'CNY', decimals: 2 }],
    ['300千克', { value: 300, unit: '千克' }],
    ['21.3分钟', { value: 21.3, unit: '分钟', decimals: 1 }],
    ['45%', { value: 0.45, unit: '%', percent: true }],
    ['12.5％', { value: 0.125, unit: '%', percent: true, decimals: 1 }],
    ['30‰', { value: 0.03, unit: '‰', percent: true }],
    ['3.2个百分点', { value: 0.032, unit: '百分点', decimals: 1 }],
    ['≤30元', { value: 30, unit: '元', comparator: '≤' }],
    ['<= 30', { value: 30, comparator: '≤' }],
    ['≥ 5 万人', { value: 50_000, scale: 1e4, unit: '人', comparator: '≥' }],
    ['500+', { value: 500, comparator: '≥' }],
    ['25元/人以内', { value: 25, unit: '元/人', comparator: '≤' }],
    ['不低于60%', { value: 0.6, unit: '%', percent: true, comparator: '≥' }],
    ['降至10%以下', { value: 0.1, unit: '%', percent: true, comparator: '≤' }],
    ['控制在30元以内', { value: 30, unit: '元', comparator: '≤' }],
    ['超5000人', { value: 5000, unit: '人', comparator: '>' }],
    ['不足3天', { value: 3, unit: '天', comparator: '<' }],
    ['at least 95%', { value: 0.95, unit: '%', percent: true, comparator: '≥' }],
    ['约5万', { value: 50_000, scale: 1e4, approximate: true }],
    ['3.5%左右', { value: 0.035, unit: '%', percent: true, decimals: 1, approximate: true }],
    ['500余人', { value: 500, unit: '人', approximate: true }],
    ['50-60万', { value: 500_000, high: 600_000, comparator: 'range', scale: 1e4 }],
    ['60%~70%', { value: 0.6, high: 0.7, comparator: 'range', unit: '%', percent: true }],
    ['5～95%', { value: 0.05, high: 0.95, comparator: 'range', unit: '%', percent: true }],
    ['18至25岁', { value: 18, high: 25, comparator: 'range', unit: '岁' }],
  ]
  it.each(cases)('%s', (text, quantity) => {
    expect(parseQuantity(text)).toEqual({ ...plain, ...quantity })
  })

  it.each([
    '',
    '待定',
    '-',
    'N/A',
    '1,23',
    '1,2345',
    '1.2.3',
    '2026-03',
    '2026-03-02',
    '138-1234-5678',
    '1:5',
    'Q3',
    '第3周',
    '5%%',
    '++5',
    '12abc',
    '3号楼',
    '5万万',
    '1e999',
    '5-3',
    '=1+2',
    '三月',
    '0x1F',
    'Infinity',
    '9:30',
  ])('is not read from %j', (text) => {
    expect(parseQuantity(text)).toBeUndefined()
  })

  it('is what was written, whatever it is written as', () => {
    const unit = fc.constantFrom('', '人', '元', '次', '分钟', '元/人')
    const scale = fc.constantFrom(1 as const, 1e4 as const, 1e8 as const)
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 3 }), scale, unit, (digits, decimals, by, bare) => {
        const value = tidy((digits / 10 ** decimals) * by)
        const text = formatValue(
          value,
          { kind: 'count', unit: bare, rounding: { scale: by, decimals } },
          'zh-CN',
        )
        expect(parseQuantity(text)).toMatchObject({ value: value === 0 ? 0 : value, unit: bare, scale: by })
      }),
    )
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (basis) => {
        const how = { kind: 'rate', unit: '%', rounding: { scale: 1, decimals: 2 } } as const
        expect(parseQuantity(formatValue(basis / 10_000, how, 'en'))?.value).toBe(basis / 10_000)
      }),
    )
  })

  it('never throws and never gives a number that is none', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,-+~%万亿元人≤≥约(） eE/') }), (text) => {
        const quantity = parseQuantity(text)
        if (quantity) expect(Number.isFinite(quantity.value)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a day', () => {
  it.each([
    '2026-3-1',
    '2026/03/01',
    '2026.3.1',
    '20260301',
    '2026年3月1日',
    '2026 年 3 月 1 日',
    '2026年3月1号',
    '2026年3月1日（星期日）',
    '2026-03-01 周日',
    '1 March 2026',
    'Mar 1, 2026',
    '1-Mar-2026',
    'Sunday, 1st March 2026',
  ])('%s', (text) => {
    expect(parseDay(text)).toBe('2026-03-01')
  })

  it.each([
    '2026-02-30',
    '2026-13-01',
    '3/4/2026',
    '3月1日',
    '2026年3月',
    '2026-3',
    '1800-01-01',
    '12345678',
    'March',
    '1.2.3',
    '',
  ])('is not read from %j', (text) => {
    expect(parseDay(text)).toBeUndefined()
  })

  it('is every day of the calendar, written in every way', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10)
        const [year, month, dayOfMonth] = iso.split('-').map(Number)
        for (const text of [
          iso,
          `${year}年${month}月${dayOfMonth}日`,
          `${year}/${month}/${dayOfMonth}`,
          iso.replaceAll('-', ''),
        ]) {
          expect(parseDay(text)).toBe(iso)
        }
      }),
    )
  })
})

describe('a moment', () => {
  it.each([
    ['2026-03-01 09:30', '2026-03-01T09:30:00'],
    ['2026-03-01T09:30:15', '2026-03-01T09:30:15'],
    ['2026/3/1 9:30:05.250', '2026-03-01T09:30:05'],
    ['2026年3月1日 9时30分', '2026-03-01T09:30:00'],
    ['2026年3月1日 下午3时', '2026-03-01T15:00:00'],
    ['2026-03-01 12:05 AM', '2026-03-01T00:05:00'],
    ['2026-03-01 12:05 pm', '2026-03-01T12:05:00'],
  ])('%s', (text, iso) => {
    expect(parseMoment(text)).toBe(iso)
  })

  it('needs a time, of a clock there is', () => {
    const texts = ['2026-03-01', '2026-03-01 24:00', '2026-03-01 09:60', '9:30']
    expect(texts.map(parseMoment)).toEqual(texts.map(() => undefined))
  })
})

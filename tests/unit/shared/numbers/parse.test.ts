import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatValue } from '../../../../shared/numbers/format.ts'
import { type Quantity, parseQuantity, parseRatio } from '../../../../shared/numbers/parse.ts'
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
    ['1 234,5', { value: 1234.5, decimals: 1 }],
    ['1.234.567,89', { value: 1_234_567.89, decimals: 2 }],
    ['1,234.50-', { value: -1234.5, decimals: 2 }],
    ['¥(1,234.50)', { value: -1234.5, unit: '元', decimals: 2 }],
    ['(45%)', { value: -0.45, unit: '%', percent: true }],
    ['↓3.2%', { value: -0.032, unit: '%', percent: true, decimals: 1 }],
    ['$3.2m', { value: 3_200_000, scale: 1e6, unit: 'USD', decimals: 1 }],
    ['3.2m', { value: 3.2, unit: 'm', decimals: 1 }],
    ['￥30/人', { value: 30, unit: '元/人' }],
    ['RMB 1,200元', { value: 1200, unit: 'RMB' }],
    ['港币100', { value: 100, unit: '港元' }],
    ['1200元整', { value: 1200, unit: '元' }],
    ['3万5千', { value: 35_000, scale: 1e4, decimals: 1 }],
    ['1亿2000万元', { value: 120_000_000, scale: 1e8, unit: '元', decimals: 1 }],
    ['百分之四十五', { value: 0.45, unit: '%', percent: true }],
    ['千分之三', { value: 0.003, unit: '‰', percent: true }],
    ['四成五', { value: 0.45, unit: '%', percent: true }],
    ['15bp', { value: 0.0015, unit: 'bp' }],
    ['2.3pp', { value: 0.023, unit: 'pp', decimals: 1 }],
    ['三十五', { value: 35 }],
    ['一千二百万元', { value: 12_000_000, unit: '元' }],
    ['两万三', { value: 23_000, scale: 1e4, decimals: 1 }],
    ['壹仟元伍角', { value: 1000.5, unit: '元', decimals: 1 }],
    ['500+家', { value: 500, unit: '家', comparator: '≥' }],
    ['10万（含）以上', { value: 100_000, scale: 1e4, comparator: '≥' }],
    ['突破千万', { value: 10_000_000, scale: 1e7, comparator: '>' }],
    ['近百万次', { value: 1_000_000, scale: 1e6, unit: '次', approximate: true }],
    ['约50-60万', { value: 500_000, high: 600_000, comparator: 'range', scale: 1e4, approximate: true }],
    ['100㎡', { value: 100, unit: 'm2' }],
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
    '一组',
    '五一',
    '万',
    '007',
    '05%',
    '0,123',
    '1.234.567',
    '0571-88886666',
    '1E5',
    '12345678901234567',
    '1万2',
    '10³',
    '½',
    '①',
    '3/4',
    '192.168.1.1',
    '↑-5%',
    'USD 5 EUR',
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

  it('is what was written, with any comparator, as one end of a range, and about', () => {
    const amount = fc.tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 2 }))
    const unit = fc.constantFrom('', '元', '人', '%', '分钟', '万', '万元', '亿')
    const mark = fc.constantFrom(
      ['≥', '', '≥'],
      ['≤', '', '≤'],
      ['>', '', '>'],
      ['<', '', '<'],
      ['不低于', '', '≥'],
      ['不超过', '', '≤'],
      ['超', '', '>'],
      ['不足', '', '<'],
      ['', '以上', '≥'],
      ['', '以内', '≤'],
      ['约', '', undefined],
      ['', '左右', undefined],
    )
    fc.assert(
      fc.property(amount, unit, mark, ([digits, places], word, [front, back, comparator]) => {
        const number = (digits / 10 ** places).toFixed(places)
        const alone = parseQuantity(`${number}${word}`)
        const marked = parseQuantity(`${front}${number}${word}${back}`)
        expect(alone).toMatchObject({ decimals: places })
        const more = comparator === undefined ? { approximate: true } : { comparator }
        expect(marked).toEqual({ ...alone, ...more })
        const range = parseQuantity(`${number}~${digits + 1}${word}`)
        expect(range).toMatchObject({ value: alone?.value, comparator: 'range', unit: alone?.unit })
      }),
      { numRuns: 500 },
    )
  })

  it('takes no longer than its length asks', () => {
    const began = performance.now()
    for (const unit of ['1', '1,', '-', '~', '1-', '(', '万', '一', '约', ' ', '1 ', '.', '+'])
      expect(parseQuantity(unit.repeat(100_000 / unit.length))).toBeUndefined()
    expect(performance.now() - began).toBeLessThan(500)
  })
})

describe('a ratio', () => {
  it('is read where one side is 1', () => {
    const ratios = ['1:5.8', '1：3', '1 : 12', '2:3', '1:', '1:2:3', '9:30'].map(parseRatio)
    expect(ratios).toEqual([5.8, 3, 12, undefined, undefined, undefined, undefined])
  })
})

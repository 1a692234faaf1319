import { describe, expect, test } from 'vitest'
import type { Language } from '../../../../../shared/model/language.ts'
import {
  compare,
  money,
  type Numbers,
  people,
  rate,
  textsOf,
  valueOf,
} from '../../../../support/comparing.ts'

const shares = (
  numbers: Numbers,
  whole: string | null,
  parts: string[],
  multiple = false,
  language: Language = 'zh-CN',
) => compare(numbers, { kind: 'shares', whole, parts, multiple }, language)

const channels: Numbers = {
  新增用户: people(40_000, { scale: 1e4, decimals: 2 }),
  短视频: people(26_000, { scale: 1e4, decimals: 2 }),
  图文: people(5000, { scale: 1e4, decimals: 2 }),
}

describe('shares of a whole', () => {
  test('each part, and what the named parts leave', () => {
    const found = shares(channels, '新增用户', ['短视频', '图文'])
    expect(textsOf(found)).toEqual({
      'share 短视频': '65.0%',
      'share 图文': '12.5%',
      residual: '0.90万人',
      'residual-share': '22.5%',
    })
    expect(found.sentence).toBe(
      '新增用户共4.00万人，其中短视频2.60万人，占65.0%；图文0.50万人，占12.5%；其余0.90万人，占22.5%。',
    )
    expect(found.warnings).toEqual([])
  })

  test('in English', () => {
    const found = shares(
      { 'New users': people(400, { unit: '' }), Video: people(300, { unit: '' }) },
      'New users',
      ['Video'],
      false,
      'en',
    )
    expect(found.sentence).toBe('New users came to 400: Video 300 (75.0%) and the rest 100 (25.0%).')
  })

  test('without a whole the parts are all there is', () => {
    const found = shares({ 男: people(30), 女: people(70) }, null, ['男', '女'])
    expect(textsOf(found)).toEqual({ whole: '100人', 'share 男': '30.0%', 'share 女': '70.0%' })
    expect(found.warnings).toEqual([])
  })

  test('parts that are shares already leave the rest of a hundred', () => {
    const found = shares({ 价格: rate(0.45), 功能: rate(0.3) }, null, ['价格', '功能'])
    expect(textsOf(found)).toEqual({ residual: '25%' })
    expect(found.sentence).toBe('价格占45%；功能占30%；其余占25%。')
  })

  test('thirds that were rounded up are no excess', () => {
    const thirds = { a: rate(0.334, 1), b: rate(0.334, 1), c: rate(0.333, 1) }
    expect(shares(thirds, null, ['a', 'b', 'c']).warnings).toEqual([])
  })

  test('a share of nothing has no value', () => {
    const found = shares({ 总数: people(0), 部分: people(0) }, '总数', ['部分'])
    expect(valueOf(found, 'share')).toBeNull()
    expect(found.sentence).toBe('')
  })

  test('a part without a value is left out of the sentence', () => {
    const found = shares({ 总数: people(100), 甲: people(40), 乙: people(null) }, '总数', ['甲', '乙'])
    expect(textsOf(found)).toMatchObject({ 'share 甲': '40.0%', 'share 乙': '—', residual: '—' })
    expect(found.sentence).toBe('总数100人，其中甲40人，占40.0%。')
  })
})

describe('what is odd about shares is said', () => {
  test('parts exceed the whole, or one of them does', () => {
    const numbers = { 总数: people(100), 甲: people(60), 乙: people(50), 丙: people(120) }
    expect(shares(numbers, '总数', ['甲', '乙']).warnings).toEqual(['parts-exceed-whole'])
    expect(shares(numbers, '总数', ['丙']).warnings).toEqual(['part-exceeds-whole', 'parts-exceed-whole'])
    expect(shares({ 甲: rate(0.6), 乙: rate(0.5) }, null, ['甲', '乙']).warnings).toEqual([
      'parts-exceed-whole',
    ])
  })

  test('several answers may add up to more', () => {
    const found = shares({ 甲: rate(0.68), 乙: rate(0.52) }, null, ['甲', '乙'], true)
    expect(found.warnings).toEqual([])
    expect(found.derived).toEqual([])
    expect(found.sentence).toBe('甲占68%；乙占52%（可多选，占比之和可超过100%）。')
  })

  test('active users of channels overlap: no total, no rest', () => {
    const dau = { 日活: people(900, { additive: false }), 安卓: people(600, { additive: false }) }
    const found = shares(dau, '日活', ['安卓'])
    expect(found.warnings).toEqual(['not-additive'])
    expect(textsOf(found)).toEqual({ 'share 安卓': '66.7%' })
    expect(shares(dau, null, ['日活', '安卓']).derived).toEqual([])
  })

  test('people are no part of money', () => {
    expect(shares({ a: money(10), b: people(3) }, 'a', ['b']).warnings).toEqual(['units-differ'])
  })
})

describe('what is left', () => {
  const numbers: Numbers = {
    ...channels,
    获客成本: money(24, '元/人', 1),
    短视频成本: money(20, '元/人', 1),
    图文成本: money(15, '元/人', 1),
  }
  const residual = (unitCost?: { whole: string; parts: string[] }, given: Numbers = numbers) =>
    compare(given, {
      kind: 'residual',
      whole: '新增用户',
      parts: ['短视频', '图文'],
      ...(unitCost && { unitCost }),
    })

  test('of the count, and of the cost of one', () => {
    const found = residual({ whole: '获客成本', parts: ['短视频成本', '图文成本'] })
    // (24 × 40000 − 20 × 26000 − 15 × 5000) ÷ 9000
    expect(valueOf(found, 'residual-unit-cost')).toBeCloseTo(365_000 / 9000, 9)
    expect(textsOf(found)).toEqual({
      residual: '0.90万人',
      'residual-share': '22.5%',
      'residual-unit-cost': '40.6元/人',
    })
    expect(found.sentence).toBe(
      '新增用户除去短视频、图文，其余为0.90万人，占22.5%；这部分的获客成本为40.6元/人（整体24.0元/人）。',
    )
  })

  test('of a rate, the rate of the remaining segment', () => {
    const found = compare(
      { 用户: people(1000), 新用户: people(600), 转化率: rate(0.05), 新用户转化率: rate(0.03) },
      {
        kind: 'residual',
        whole: '用户',
        parts: ['新用户'],
        unitCost: { whole: '转化率', parts: ['新用户转化率'] },
      },
    )
    expect(valueOf(found, 'residual-unit-cost')).toBeCloseTo(0.08, 12)
    expect(textsOf(found)['residual-unit-cost']).toBe('8.0%')
  })

  test('known parts that cost more than everything contradict the whole', () => {
    const dear = { ...numbers, 短视频成本: money(60, '元/人', 1) }
    expect(residual({ whole: '获客成本', parts: ['短视频成本', '图文成本'] }, dear).warnings).toEqual([
      'contradicts',
    ])
  })

  test('parts that exceed the whole leave nothing to say', () => {
    const found = residual(undefined, { ...numbers, 图文: people(20_000) })
    expect(found.warnings).toEqual(['parts-exceed-whole'])
    expect(found.sentence).toBe('')
  })

  test('nothing left has no unit cost', () => {
    const found = residual(
      { whole: '获客成本', parts: ['短视频成本', '图文成本'] },
      { ...numbers, 图文: people(14_000) },
    )
    expect(valueOf(found, 'residual')).toBe(0)
    expect(valueOf(found, 'residual-unit-cost')).toBeNull()
  })
})

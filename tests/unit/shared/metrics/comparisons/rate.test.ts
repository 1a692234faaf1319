import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Language } from '../../../../../shared/model/language.ts'
import { compare, type Given, money, people, rate, textsOf, valueOf } from '../../../../support/comparing.ts'

type Role = 'rate' | 'count' | 'base'

const rateOf = (given: Partial<Record<Role, Given>>, population = '活动用户', language: Language = 'zh-CN') =>
  compare(
    given,
    {
      kind: 'rate',
      population,
      ...Object.fromEntries(
        (['rate', 'count', 'base'] as const).map((role) => [role, given[role] ? role : null]),
      ),
    },
    language,
  )

const wan = (value: number, decimals = 2) => people(value, { scale: 1e4, decimals })

describe('a rate, its count and its base', () => {
  test('count and base give the rate', () => {
    const found = rateOf({
      count: people(411, { name: '签到人数' }),
      base: people(1200, { name: '报名人数' }),
    })
    expect(textsOf(found)).toEqual({ rate: '34.3%' })
    expect(found.sentence).toBe('活动用户1,200人，签到人数占活动用户的比率为34.3%，即411人。')
    expect(found.derived[0]?.figure.scope).toBe('活动用户')
  })

  test('rate and base give a whole count', () => {
    const found = rateOf({ rate: rate(0.68, 0, { name: '打开率' }), base: people(947) })
    expect(valueOf(found, 'count')).toBe(644)
    expect(found.sentence).toBe('活动用户947人，打开率为68%，即约644人。')
  })

  test('rate and count give the base, written no finer than it is known', () => {
    const found = rateOf({ rate: rate(0.41, 0, { name: '参与率' }), count: wan(23_800) })
    expect(valueOf(found, 'base')).toBe(58_049)
    expect(textsOf(found)).toEqual({ base: '5.8万人' })
    expect(found.sentence).toBe('活动用户约5.8万人，参与率为41%，即2.38万人。')
  })

  test('in English', () => {
    const found = rateOf(
      { rate: rate(0.5, 0, { name: 'Open rate' }), count: people(40, { unit: '' }) },
      'members',
      'en',
    )
    expect(found.sentence).toBe('Open rate was 50%: 40 of 80 (members).')
  })

  test('a count of another unit is divided all the same', () => {
    const found = rateOf({
      count: people(30, { name: '注册' }),
      base: people(120, { name: '点击', unit: '次' }),
    })
    expect(valueOf(found, 'rate')).toBe(0.25)
  })
})

describe('what cannot be true is said', () => {
  test('a mean of whole things that no whole number gives', () => {
    // Of 20 answers 70 % are 14 and 75 % are 15; nothing gives 72 %.
    expect(rateOf({ rate: rate(0.72), base: people(20) }).warnings).toEqual(['count-not-whole'])
    expect(rateOf({ rate: rate(0.7), base: people(20) }).warnings).toEqual([])
  })

  test('every share of a whole count passes, however it is rounded', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 5000 })
          .chain((base) => fc.tuple(fc.constant(base), fc.integer({ min: 0, max: base }))),
        fc.integer({ min: 0, max: 3 }),
        ([base, count], decimals) => {
          const rounded = Number(((count / base) * 100).toFixed(decimals)) / 100
          const found = rateOf({ rate: rate(rounded, decimals), base: people(base) })
          expect(found.warnings).toEqual([])
          const all = rateOf({ rate: rate(rounded, decimals), base: people(base), count: people(count) })
          expect(all.warnings).toEqual([])
        },
      ),
    )
  })

  test('a base that was rounded may be any of many', () => {
    expect(rateOf({ rate: rate(0.4137, 2), base: wan(58_000, 1) }).warnings).toEqual([])
  })

  test('three that do not agree', () => {
    expect(rateOf({ rate: rate(0.41), count: wan(23_800), base: wan(58_000, 1) }).warnings).toEqual([])
    expect(rateOf({ rate: rate(0.51), count: wan(23_800), base: wan(58_000, 1) }).warnings).toEqual([
      'contradicts',
    ])
  })

  test('more than all', () => {
    expect(rateOf({ count: people(12), base: people(10) }).warnings).toEqual(['part-exceeds-whole'])
    expect(rateOf({ rate: rate(1.2), count: people(12) }).warnings).toEqual(['part-exceeds-whole'])
  })

  test('nobody is named as the base', () => {
    const found = rateOf(
      { rate: rate(0.35, 0, { name: '参与率' }), count: people(350), base: people(1000) },
      '',
    )
    expect(found.warnings).toEqual(['no-population'])
    expect(found.sentence).toBe('参与率为35%（350人／1,000人）。')
  })

  test('of nobody there is no rate', () => {
    const found = rateOf({ count: people(0), base: people(0) })
    expect(found.warnings).toEqual(['no-base'])
    expect(valueOf(found, 'rate')).toBeNull()
  })

  test('a rate alone has no base', () => {
    expect(rateOf({ rate: rate(0.41) }).warnings).toEqual(['no-base'])
  })

  test('money is no count of people', () => {
    expect(rateOf({ count: money(5), base: people(10) }).warnings).toEqual(['units-differ'])
  })
})

describe('k : n', () => {
  const ratio = (left: Given, right: Given, language: Language = 'zh-CN') =>
    compare({ left, right }, { kind: 'ratio', left: 'left', right: 'right' }, language)

  test('one and so many', () => {
    const found = ratio(money(12_000, '元', 0, { name: '投入' }), money(69_600, '元', 0, { name: '产出' }))
    expect(textsOf(found)).toEqual({ 'per-one': '1:5.80', times: '0.17倍' })
    expect(found.sentence).toBe('投入（12,000元）与产出（69,600元）之比为1:5.8，后者是前者的5.8倍。')
  })

  test('so many times as much', () => {
    const found = ratio(people(360, { name: '今年访客' }), people(120, { name: '去年访客' }))
    expect(textsOf(found)['times']).toBe('3.00倍')
    expect(found.sentence).toBe('今年访客（360人）与去年访客（120人）之比为3:1，前者是后者的3倍。')
  })

  test('so much for one, of different units', () => {
    const found = ratio(people(2300, { name: '邀请', unit: '次' }), people(1000, { name: '老用户' }))
    expect(textsOf(found)).toEqual({ times: '2.3次/人' })
    expect(found.sentence).toBe('邀请2,300次，老用户1,000人，前者与后者之比为2.3次/人。')
  })

  test('in English', () => {
    const found = ratio(
      money(100, 'CNY', 0, { name: 'Spend' }),
      money(580, 'CNY', 0, { name: 'Revenue' }),
      'en',
    )
    expect(found.sentence).toBe(
      'The ratio of spend (CNY 100) to revenue (CNY 580) was 1:5.8: revenue was 5.8 times spend.',
    )
  })

  test('to nothing there is no ratio', () => {
    const found = ratio(people(5), people(0))
    expect(found.warnings).toEqual(['no-base'])
    expect(valueOf(found, 'times')).toBeNull()
    expect(found.sentence).toBe('')
  })
})

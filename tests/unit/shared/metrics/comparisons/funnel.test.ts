import { describe, expect, test } from 'vitest'
import type { Language } from '../../../../../shared/model/language.ts'
import { compare, money, type Numbers, people, textsOf, valueOf } from '../../../../support/comparing.ts'

const steps = (ids: readonly string[]) => ids.map((figure) => ({ name: figure.replace(/^旧/, ''), figure }))
const funnel = (
  numbers: Numbers,
  ids: readonly string[],
  before?: readonly string[],
  language: Language = 'zh-CN',
) =>
  compare(numbers, { kind: 'funnel', steps: steps(ids), ...(before && { before: steps(before) }) }, language)

const now: Numbers = {
  访问: people(5000),
  加购: people(1500),
  下单: people(600),
  支付: people(480),
}
const earlier: Numbers = {
  旧访问: people(4000),
  旧加购: people(1000),
  旧下单: people(300),
  旧支付: people(200),
}

describe('steps of a funnel', () => {
  const found = funnel(now, ['访问', '加购', '下单', '支付'])

  test('each rate, each loss, how many were lost', () => {
    expect(textsOf(found)).toEqual({
      'step-rate 加购': '30.0%',
      'loss-rate 加购': '70.0%',
      'lost 加购': '3,500人',
      'step-rate 下单': '40.0%',
      'loss-rate 下单': '60.0%',
      'lost 下单': '900人',
      'step-rate 支付': '80.0%',
      'loss-rate 支付': '20.0%',
      'lost 支付': '120人',
      'overall-rate': '9.6%',
      'overall-loss': '90.4%',
      'mean-step-rate': '45.8%',
    })
  })

  test('the mean is the rate that every step would have to have', () => {
    const mean = valueOf(found, 'mean-step-rate') ?? 0
    expect(mean ** 3).toBeCloseTo(480 / 5000, 12)
  })

  test('the sentence names the largest loss', () => {
    expect(found.sentence).toBe(
      '从访问到支付共4步，整体转化率为9.6%；流失最多的一步是“访问→加购”，流失率70.0%（3,500人）。',
    )
  })

  test('in English', () => {
    expect(funnel({ Visit: people(200), Buy: people(50) }, ['Visit', 'Buy'], undefined, 'en').sentence).toBe(
      'From visit to buy in 2 steps, the overall conversion was 25.0%.',
    )
  })
})

describe('before and after', () => {
  test('each step moved by points, and the whole did', () => {
    const found = funnel(
      { ...now, ...earlier },
      ['访问', '加购', '下单', '支付'],
      ['旧访问', '旧加购', '旧下单', '旧支付'],
    )
    expect(textsOf(found)).toMatchObject({
      'step-rate-before 加购': '25.0%',
      'step-change 加购': '5个百分点',
      'step-change 下单': '10个百分点',
      'step-change 支付': '13.3个百分点',
      'overall-rate-before': '5.0%',
      'overall-change': '4.6个百分点',
    })
    expect(found.sentence).toContain('整体转化率为9.6%，较之前的5.0%提高4.6个百分点')
  })

  test('fewer steps than before leave the whole to compare', () => {
    const found = funnel({ ...now, ...earlier }, ['访问', '支付'], ['旧访问', '旧加购', '旧下单', '旧支付'])
    expect(textsOf(found)['overall-change']).toBe('4.6个百分点')
    expect(found.derived.some(({ role }) => role === 'step-change')).toBe(false)
  })
})

describe('what is odd is said', () => {
  test('a step that grows', () => {
    const found = funnel({ a: people(100), b: people(120) }, ['a', 'b'])
    expect(found.warnings).toEqual(['step-grows'])
    expect(textsOf(found)).toMatchObject({ 'loss-rate b': '-20.0%' })
  })

  test('nobody at the beginning', () => {
    const found = funnel({ a: people(0), b: people(0) }, ['a', 'b'])
    expect(found.warnings).toEqual(['no-base'])
    expect(found.sentence).toBe('')
  })

  test('clicks become people, and neither is lost from the other', () => {
    const found = funnel(
      { 点击: people(1000, { unit: '次' }), 注册: people(200), 首单: people(50, { unit: '单' }) },
      ['点击', '注册', '首单'],
    )
    expect(found.warnings).toEqual([])
    expect(textsOf(found)).toMatchObject({
      'step-rate 注册': '20.0%',
      'overall-rate': '5.0%',
      'mean-step-rate': '22.4%',
    })
    expect(found.derived.some(({ role }) => role === 'lost')).toBe(false)
  })

  test('money is no step after people', () => {
    expect(funnel({ a: people(10), b: money(5) }, ['a', 'b']).warnings).toEqual(['units-differ'])
  })

  test('a step without a value leaves what follows without one', () => {
    const found = funnel({ a: people(100), b: people(null), c: people(20) }, ['a', 'b', 'c'])
    expect(textsOf(found)).toMatchObject({ 'step-rate b': '—', 'step-rate c': '—', 'overall-rate': '20.0%' })
  })

  test('a rate below one per cent keeps two digits', () => {
    expect(textsOf(funnel({ a: people(100_000), b: people(937) }, ['a', 'b']))['step-rate b']).toBe('0.94%')
  })
})

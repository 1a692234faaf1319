import { describe, expect, test } from 'vitest'
import { unitOf } from '../../../../../shared/formula/index.ts'
import { patterns } from '../../../../../shared/metrics/comparisons/patterns.ts'
import { measureFigures } from '../../../../../shared/metrics/index.ts'
import { Figure } from '../../../../../shared/model/figure.ts'
import type { Language } from '../../../../../shared/model/language.ts'
import { type PatternId, patternIds } from '../../../../../shared/text/comparisons.ts'
import { usualTiers } from '../../../../../shared/text/figures.ts'
import { figureOf, type Given, money, people, rate } from '../../../../support/comparing.ts'

function made(id: PatternId, given: readonly Given[], language: Language = 'zh-CN') {
  const pattern = patterns.find((one) => one.id === id)
  const operands = given.map((one, index) => figureOf(`f${index}`, one))
  const figure = pattern?.make(operands, language)
  if (!figure) return undefined
  const measuring = { language, tiers: usualTiers(language), yearStart: 1 }
  return measureFigures([...operands, Figure.parse(figure)], [], new Map(), new Map(), measuring).at(-1)
}

const ratio = (value: number): Given => ({ value, kind: 'ratio', unit: '', decimals: 1, additive: false })

describe('ready formulas of the trade', () => {
  test('every pattern has words, and every word a pattern', () => {
    expect(patterns.map(({ id }) => id).toSorted()).toEqual([...patternIds].toSorted())
  })

  // What each makes of numbers that can be checked by hand.
  test.each<[PatternId, readonly Given[], number, string, string]>([
    ['conversion', [people(48), people(600)], 0.08, '8.0%', '转化率'],
    ['acquisition-cost', [money(9000), people(400)], 22.5, '22.50元/人', '获客成本'],
    ['return-on-investment', [money(5000), money(29_000)], 5.8, '1:5.80', '投入产出比'],
    ['return-rate', [money(29_000), money(5000)], 4.8, '480.0%', '投资回报率'],
    ['revenue-per-user', [money(12_000), people(500)], 24, '24.00元/人', '每用户平均收入'],
    [
      'lifetime-value',
      [money(24, '元/人'), people(10, { unit: '个月' })],
      240,
      '240.00元/人',
      '用户生命周期价值',
    ],
    [
      'lifetime-value-by-churn',
      [money(24, '元/人'), rate(0.6), rate(0.08)],
      180,
      '180.00元/人',
      '用户生命周期价值（按流失率）',
    ],
    ['value-to-cost', [money(180, '元/人'), money(60, '元/人')], 3, '3.00倍', '生命周期价值与获客成本之比'],
    ['promoter-score', [people(70), people(20), people(125)], 40, '40.0', '净推荐值'],
    ['stickiness', [people(1800), people(12_000)], 0.15, '15.0%', '用户粘性'],
    ['retention', [people(410), people(1000)], 0.41, '41.0%', '留存率'],
    [
      'mean-retention',
      [people(400), people(1000), people(300), people(500)],
      700 / 1500,
      '46.7%',
      '加权平均留存率',
    ],
    ['order-value', [money(12_000), people(100, { unit: '单' })], 120, '120.00元/单', '客单价'],
    ['response-rate', [people(360), people(480)], 0.75, '75.0%', '有效回收率'],
    ['viral-factor', [ratio(2.5), rate(0.3)], 0.75, '0.75', 'K因子'],
    ['weighted-mean', [rate(0.1), people(100), rate(0.2), people(300)], 0.175, '17.5%', '加权平均'],
    ['rest-rate', [rate(0.05, 1), people(1000), rate(0.03), people(600)], 0.08, '8.0%', '其余部分的比率'],
    ['implied-base', [people(820), rate(0.41)], 2000, '2,000人', '推算基数'],
    ['compound-change', [rate(-0.1), rate(-0.2), rate(0.5)], 0.08, '8.0%', '累计变化'],
  ])('%s', (id, operands, value, text, name) => {
    const figure = made(id, operands)
    expect(figure?.value).toBeCloseTo(value, 10)
    expect([figure?.text, figure?.name]).toEqual([text, name])
    expect(figure?.origin.kind).toBe('formula')
  })

  test('in English money is for each person', () => {
    const cost = made('acquisition-cost', [money(9000, 'CNY'), people(400, { unit: 'people' })], 'en')
    expect([cost?.name, cost?.text]).toEqual(['Customer acquisition cost', '22.50 CNY/person'])
  })

  test('what a pattern makes has units that hold', () => {
    for (const pattern of patterns) {
      const operands = pattern.operands.map(({ kinds: [kind = 'count'] }, index) =>
        figureOf(`f${index}`, {
          value: 1,
          kind,
          unit: kind === 'rate' ? '%' : kind === 'amount' ? '元' : kind === 'count' ? '人' : '',
        }),
      )
      const figure = pattern.make(operands, 'zh-CN')
      if (figure?.origin.kind !== 'formula') continue
      const byId = new Map(operands.map((operand) => [operand.id, operand]))
      expect(unitOf(figure.origin.expression, byId)).not.toHaveProperty('problem')
    }
  })
})

describe('what does not fit is refused', () => {
  test('a figure of another kind', () => {
    expect(made('acquisition-cost', [people(9000), people(400)])).toBeUndefined()
  })

  test('too few, too many, half a pair', () => {
    expect(made('conversion', [people(1)])).toBeUndefined()
    expect(made('conversion', [people(1), people(2), people(3)])).toBeUndefined()
    expect(made('weighted-mean', [rate(0.1), people(1), rate(0.2)])).toBeUndefined()
  })

  test('dollars by yuan', () => {
    expect(made('return-rate', [money(10, 'USD'), money(5)])).toBeUndefined()
  })
})

describe('edges', () => {
  test('by nothing there is no value', () => {
    expect(made('acquisition-cost', [money(9000), people(0)])).toMatchObject({ value: null, text: '—' })
    expect(made('lifetime-value-by-churn', [money(24), rate(0.5), rate(0)])).toMatchObject({ value: null })
    expect(made('return-rate', [money(100), money(0)])).toMatchObject({ value: null })
  })

  test('detractors may outnumber promoters', () => {
    expect(made('promoter-score', [people(10), people(40), people(100)])?.value).toBe(-30)
  })

  test('the same operands make the same figure', () => {
    const ids = [1, 2].map(() => made('conversion', [people(1), people(2)])?.id)
    expect(ids[0]).toBe(ids[1])
  })
})

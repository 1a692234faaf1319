import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FormulaFigure, readFormula, unitOf } from '../../../../shared/formula/index.ts'
import { conversion, measuredAs, sortOf } from '../../../../shared/formula/sort.ts'
import type { Expression } from '../../../../shared/model/figure.ts'
import { FigureId } from '../../../../shared/model/ids.ts'
import { expressions, named } from '../../../support/formulas.ts'

const figures = [
  named('f0', '注册', 'count', '人'),
  named('f1', '点击', 'count', '次'),
  named('f2', '花费', 'amount', '元'),
  named('f3', '转化率', 'rate', '%'),
  named('f4', '获客成本', 'amount', '元/人'),
  named('f5', '使用时长', 'duration', '分钟'),
  named('f6', '总时长', 'duration', '小时'),
  named('f7', '评分', 'score', '分'),
  named('f8', '差距', 'points', '%'),
  named('f9', '回报', 'ratio', '1:n'),
  named('f10', '指数', 'index', ''),
  named('f11', '数量', 'count', ''),
  named('f12', '预算', 'amount', 'RMB'),
  named('f13', '用户', 'count', '用户'),
  named('f14', '坏账率', 'rate', '‰'),
  named('f15', '天数', 'count', '天'),
  named('f16', '阅读', 'count', '篇'),
  named('f17', '费用', 'amount', ''),
]
const byId = new Map<FigureId, FormulaFigure>(figures.map((figure) => [figure.id, figure]))

/** Kind and unit of a formula as one word, or the code of what is wrong. */
function of(text: string): string {
  const read = readFormula(text, figures, 'zh-CN')
  if ('problem' in read) return read.problem.code
  const found = unitOf(read.expression, byId)
  return 'problem' in found ? found.problem.code : `${found.kind} ${found.unit}`.trim()
}

describe('units of formulas', () => {
  test('divide and multiply', () => {
    expect(of('[花费] / [注册]')).toBe('amount 元/人')
    expect(of('[获客成本] × [注册]')).toBe('amount 元')
    expect(of('[注册] × [获客成本]')).toBe('amount 元')
    expect(of('[花费] / [获客成本]')).toBe('count 人')
    expect(of('[花费] / [注册] / [天数]')).toBe('amount 元/人/天')
    expect(of('[注册] / [天数]')).toBe('count 人/天')
    expect(of('[阅读] / [注册]')).toBe('ratio 篇/人')
    expect(of('[转化率] × [点击]')).toBe('count 次')
    expect(of('5万元 / [注册]')).toBe('amount 元/人')
    expect(of('[注册] × 2')).toBe('count 人')
    expect(of('−[使用时长]')).toBe('duration 分钟')
  })

  test('that cancel leave a rate where a part may be meant, else a ratio', () => {
    expect(of('[注册] / [用户]')).toBe('rate %')
    expect(of('[花费] / [预算]')).toBe('rate %')
    expect(of('[使用时长] / [总时长]')).toBe('rate %')
    expect(of('[评分] / [评分]')).toBe('ratio')
    expect(of('[转化率] / [转化率]')).toBe('ratio')
    expect(of('[指数] / [指数]')).toBe('ratio')
    expect(of('[差距] / [转化率]')).toBe('rate %')
  })

  test('of something per attempt are proposed as a rate, and stay what they are in a longer formula', () => {
    expect(of('[注册] / [点击]')).toBe('rate %')
    expect(of('[注册] / [点击] × [点击]')).toBe('count 人')
  })

  test('of rates: a difference is in points, points added to a rate give a rate, products are rates', () => {
    expect(of('[转化率] − [转化率]')).toBe('points %')
    expect(of('[转化率] − 5%')).toBe('points %')
    expect(of('变化([转化率], [坏账率])')).toBe('points %')
    expect(of('[转化率] + [差距]')).toBe('rate %')
    expect(of('[转化率] + 2个百分点')).toBe('rate %')
    expect(of('[差距] + [差距]')).toBe('points %')
    expect(of('1 − [转化率]')).toBe('rate %')
    expect(of('[转化率] × [转化率]')).toBe('rate %')
    expect(of('[坏账率] + [坏账率]')).toBe('rate ‰')
    expect(of('合计([转化率], [转化率])')).toBe('rate %')
  })

  test('convert times, and names of one currency or of people', () => {
    expect(of('[使用时长] + [总时长]')).toBe('duration 分钟')
    expect(of('[总时长] + [使用时长]')).toBe('duration 小时')
    expect(of('[花费] − [预算]')).toBe('amount 元')
    expect(of('[注册] + [用户]')).toBe('count 人')
    expect(of('最大([使用时长], 2小时)')).toBe('duration 分钟')
  })

  test('that differ are refused', () => {
    for (const text of [
      '[注册] + [转化率]',
      '[转化率] + [数量]',
      '[注册] − [点击]',
      '[花费] + [注册]',
      '[花费] + [使用时长]',
      '[指数] + [评分]',
      '[获客成本] + [花费]',
      '[费用] + [数量]',
      '增长([注册], [花费])',
      '合计([注册], [注册], [点击])',
      '加权平均([转化率], [注册], [花费], [注册])',
      '加权平均([转化率], [注册], [转化率], [花费])',
      '四舍五入([花费], [注册])',
      '[注册] + 5%',
      '[注册] + 5元',
    ])
      expect(of(text), text).toBe('units-differ')
    expect(of('复合增长([花费], [预算], [转化率])')).toBe('periods-wanted')
  })

  test('that are not known fit any of their kind, and bare numbers fit all', () => {
    expect(of('[数量] + [注册]')).toBe('count 人')
    expect(of('[费用] + [花费]')).toBe('amount 元')
    expect(of('[花费] / [数量]')).toBe('amount 元')
    expect(of('[注册] / [数量]')).toBe('rate %')
    expect(of('[数量] / [数量]')).toBe('rate %')
    expect(of('[注册] + 100')).toBe('count 人')
    expect(of('[评分] + 1')).toBe('score 分')
    expect(of('2 × 3')).toBe('count')
  })

  test('of functions', () => {
    for (const name of ['增长', '达成率', '节省率', '占比'])
      expect(of(`${name}([花费], [预算])`), name).toBe('rate %')
    for (const name of ['变化', '其余', '合计', '平均', '几何平均', '最大', '最小'])
      expect(of(`${name}([花费], [预算])`), name).toBe('amount 元')
    expect(of('加权平均([转化率], [点击], [转化率], [点击])')).toBe('rate %')
    expect(of('加权平均([获客成本], [注册], [获客成本], [用户])')).toBe('amount 元/人')
    expect(of('复合增长([花费], [预算], 12)')).toBe('rate %')
    expect(of('复合增长([花费], [预算], [天数])')).toBe('rate %')
    expect(of('绝对值([差距])')).toBe('points %')
    expect(of('四舍五入([转化率], 1)')).toBe('rate %')
    expect(of('其余([转化率], [转化率])')).toBe('rate %')
    expect(of('环比([注册])')).toBe('rate %')
    expect(of('上期([花费])')).toBe('amount 元')
  })

  test('know what is gone, and what a figure cannot hold', () => {
    expect(unitOf({ figure: FigureId.parse('gone') }, byId)).toMatchObject({
      problem: { code: 'figure-gone' },
    })
    expect(of(Array.from({ length: 6 }, () => '[获客成本]').join(' × '))).toBe('unit-too-long')
    expect(unitOf({ call: 'growth', arguments: [] }, byId)).toMatchObject({
      problem: { code: 'wrong-count' },
    })
  })
})

describe('units are sound', () => {
  /** What is known of a dimension without the engine: powers of base units, by a table written here. */
  const base: Readonly<Record<string, Readonly<Record<string, number>>>> = {
    人: { person: 1 },
    用户: { person: 1 },
    次: { time: 1 },
    元: { money: 1 },
    RMB: { money: 1 },
    '元/人': { money: 1, person: -1 },
    分钟: { second: 1 },
    小时: { second: 1 },
    天: { second: 1 },
    分: { point: 1 },
    篇: { text: 1 },
    '%': {},
    '‰': {},
    '1:n': {},
    '': {},
  }
  type Dimension = Readonly<Record<string, number>>
  const times = (left: Dimension, right: Dimension, sign: number): Dimension => {
    const powers: Record<string, number> = { ...left }
    for (const [unit, power] of Object.entries(right)) powers[unit] = (powers[unit] ?? 0) + sign * power
    return Object.fromEntries(Object.entries(powers).filter(([, power]) => power !== 0))
  }
  const text = (dimension: Dimension): string =>
    JSON.stringify(Object.entries(dimension).toSorted(([left], [right]) => (left < right ? -1 : 1)))
  const closed = figures.filter(({ unit }) => unit !== '')
  /** The dimension by the rules of arithmetic alone; undefined for a number that fits all. */
  const dimensionOf = (expression: Expression): Dimension | undefined => {
    if ('number' in expression) return expression.unit === undefined ? undefined : base[expression.unit]
    if ('figure' in expression) return base[byId.get(expression.figure)?.unit ?? '']
    if ('negative' in expression) return dimensionOf(expression.negative)
    if ('operator' in expression) {
      const [left, right] = [dimensionOf(expression.left), dimensionOf(expression.right)]
      if (expression.operator === '+' || expression.operator === '-') return left ?? right
      if (!left && !right) return undefined
      return times(left ?? {}, right ?? {}, expression.operator === '*' ? 1 : -1)
    }
    const parts = expression.arguments.map(dimensionOf)
    if (['growth', 'attainment', 'saving', 'share', 'compound'].includes(expression.call)) return {}
    if (expression.call === 'weighted-mean') return parts.filter((_, index) => index % 2 === 0).find(Boolean)
    if (expression.call === 'round' || expression.call === 'absolute') return parts[0]
    return parts.find(Boolean)
  }
  const units = ['%', '元', '人', '分钟', '元/人']
  /** The unit that a figure would get, taken apart again. */
  const dimensionOfUnit = (unit: string): Dimension => {
    const [over = '', ...under] = unit.split('/')
    const parts = over.split('·').filter(Boolean)
    let dimension: Dimension = {}
    for (const part of parts) dimension = times(dimension, base[part] ?? { [part]: 1 }, 1)
    for (const part of under) dimension = times(dimension, base[part] ?? { [part]: 1 }, -1)
    return dimension
  }

  test('the unit of every formula that holds has the dimension of the arithmetic', () => {
    let held = 0
    fc.assert(
      fc.property(
        expressions(
          closed.map(({ id }) => id),
          units,
        ),
        (expression) => {
          const found = unitOf(expression, byId)
          if ('problem' in found) return
          const expected = dimensionOf(expression)
          const isAttempts =
            found.kind === 'rate' && expected !== undefined && text(expected).includes('"time",-1')
          if (!expected || isAttempts) return
          held += 1
          expect(text(dimensionOfUnit(found.unit)), JSON.stringify(expression)).toBe(text(expected))
        },
      ),
      { numRuns: 5000 },
    )
    expect(held).toBeGreaterThan(1500)
  })

  test('sums are refused exactly when the dimensions differ, for values that have one', () => {
    const dimensional = closed.filter(({ unit }) => Object.keys(base[unit] ?? {}).length > 0)
    const one = fc.constantFrom(...dimensional)
    fc.assert(
      fc.property(one, one, fc.constantFrom('+' as const, '-' as const), (left, right, operator) => {
        const found = unitOf({ operator, left: { figure: left.id }, right: { figure: right.id } }, byId)
        const isSame = text(base[left.unit] ?? {}) === text(base[right.unit] ?? {})
        expect('problem' in found, `${left.unit} ${operator} ${right.unit}`).toBe(!isSame)
      }),
    )
  })

  test('a unit that comes out can be taken apart again', () => {
    fc.assert(
      fc.property(
        expressions(
          closed.map(({ id }) => id),
          units,
        ),
        (expression) => {
          const found = unitOf(expression, byId)
          if ('problem' in found) return
          const { kind, unit } = found
          expect(measuredAs(sortOf(kind, unit)).unit).toBe(unit)
          const factor = conversion(sortOf(kind, unit), sortOf(kind, unit))
          expect(factor?.times).toBe(factor?.over)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

import { describe, expect, test } from 'vitest'
import { Figure } from '../../../../shared/model/figure.ts'
import { Goal } from '../../../../shared/model/goal.ts'
import type { Language } from '../../../../shared/model/language.ts'
import type { CellValue } from '../../../../shared/model/table.ts'
import { goalsSheet, proposed as proposedOf, statesOf } from '../../../support/sample-sheets.ts'
import { type SheetColumn, sheetOf } from '../../../support/sheet.ts'

type Row = readonly CellValue[]

const text = (name: string): SheetColumn => ({ name, type: 'text' })
const number = (name: string): SheetColumn => ({ name, type: 'number' })

function proposed(
  columns: readonly SheetColumn[],
  rows: readonly Row[],
  raw: Record<string, string> = {},
  language: Language = 'zh-CN',
) {
  const sheet = sheetOf('目标.xlsx', columns, rows, { raw })
  const found = proposedOf([sheet.profile], language)
  for (const figure of found.figures) Figure.parse(figure)
  for (const goal of found.goals) Goal.parse(goal)
  return { ...found, states: statesOf([sheet], language) }
}

describe('headers of a goal table', () => {
  const spellings: readonly (readonly [string, string, string])[] = [
    ['指标', '目标', '实际'],
    ['考核指标', '目标值', '实际完成'],
    ['KPI', '年度目标', '完成值'],
    ['项目', '计划', '达成'],
    ['指标名称', '计划完成', '实际完成值'],
    ['指标', '2026年目标', '截至8月实际'],
    ['Metric', 'Target', 'Actual'],
    ['KPI', 'Plan', 'Result'],
    ['Item', 'Goal', 'Actual value'],
    ['Measure', 'Budget', 'Actual'],
  ]
  test.each(spellings)('%s · %s · %s', (name, target, actual) => {
    const { figures, goals } = proposed(
      [text(name), number(target), number(actual)],
      [['新增用户', 100, 120]],
    )
    expect(figures[0]).toMatchObject({
      name: '新增用户',
      role: 'actual',
      origin: { kind: 'cell', row: 2, column: 'c2', label: '新增用户' },
    })
    expect(goals[0]).toMatchObject({ target: 100, comparator: '≥', origin: { kind: 'cell', column: 'c1' } })
  })

  test('a rate of attainment and a date are neither target nor actual', () => {
    const columns = [
      text('指标'),
      number('目标'),
      number('目标完成率'),
      number('实际完成'),
      { name: '完成日期', type: 'date' } as const,
    ]
    const { goals, figures } = proposed(columns, [['新增用户', 100, 1.2, 120, '2026-08-31']])
    expect(goals[0]?.target).toBe(100)
    expect(figures[0]?.origin).toMatchObject({ column: 'c3' })
  })

  test('the column called 指标 names the rows even when another text comes first', () => {
    const { figures } = proposed(
      [text('类别'), text('指标'), number('目标'), number('实际')],
      [['增长', '新增用户', 100, 120]],
    )
    expect(figures[0]?.name).toBe('新增用户')
  })

  test('a table without targets is no goal table', () => {
    expect(proposed([text('指标'), number('实际')], [['新增用户', 120]]).goals).toEqual([])
  })
})

describe('units and scales of a row', () => {
  const columns = [text('指标'), text('单位'), number('目标'), number('实际')]
  const only = (row: Row, raw: Record<string, string> = {}) => {
    const { states } = proposed(columns, [row], raw)
    return states[0]
  }

  test('万人 in the column of units multiplies', () => {
    expect(only(['新增用户', '万人', 5, 5.8])).toMatchObject({
      value: 58_000,
      unit: '人',
      text: '5.8万人',
      origin: { factor: 1e4 },
      goal: { target: 50_000, origin: { factor: 1e4 }, text: { target: '≥5万人' } },
    })
  })

  test('a scale in the text is not multiplied again', () => {
    const state = only(['投放成本', '万元', 4_800_000, 4_338_000], { '0,2': '≤480万', '0,3': '433.8万' })
    expect(state).toMatchObject({
      value: 4_338_000,
      text: '433.8万元',
      goal: { target: 4_800_000, comparator: '≤', polarity: 'lower' },
    })
    expect(state?.origin).not.toHaveProperty('factor')
  })

  test('percentages come as percent cells, as texts and as plain numbers under %', () => {
    expect(only(['7日留存率', '%', 0.45, 0.482], { '0,2': '45%', '0,3': '48.2%' })).toMatchObject({
      value: 0.482,
      text: '48.2%',
    })
    expect(only(['7日留存率', '%', 45, 48.2])).toMatchObject({
      value: 0.482,
      origin: { factor: 0.01 },
      goal: { target: 0.45 },
    })
    expect(only(['7日留存率', '%', 0.45, 0.482])).toMatchObject({ value: 0.482, kind: 'rate', unit: '%' })
    expect(only(['流失率', '%', 1, 8.7])).toMatchObject({ value: 0.087, goal: { target: 0.01 } })
  })

  test('a unit behind the name of a row is that of its numbers', () => {
    const { states } = proposed(
      [text('指标'), number('目标'), number('实际')],
      [
        ['使用时长（分钟）', 30, 34],
        ['7日留存率(%)', 40, 42],
        ['投放费用(万元)', 50, 45],
        ['转介绍（含老师）', 20, 25],
      ],
    )
    expect(
      states.slice(0, 4).map(({ name, text: written, goal }) => [name, written, goal?.text.target]),
    ).toEqual([
      ['使用时长', '34分钟', '≥30分钟'],
      ['7日留存率', '42%', '≥40%'],
      ['投放费用', '45万元', '≤50万元'],
      ['转介绍（含老师）', '25', '≥20'],
    ])
    expect(states[0]?.origin).toMatchObject({ label: '使用时长（分钟）' })
  })

  test('a unit written with the number is taken, and so is one that nobody knows', () => {
    expect(only(['获客成本', null, 30, 28], { '0,2': '≤30元' })).toMatchObject({
      unit: '元',
      kind: 'amount',
      goal: { polarity: 'lower' },
    })
    expect(only(['物料', '张海报', 30, 28])).toMatchObject({ unit: '张海报', text: '28张海报' })
  })

  test('kinds follow unit and name', () => {
    const kind = (name: string, unit: string): string | undefined => only([name, unit, 10, 12])?.kind
    expect([
      kind('人均使用时长', '分钟'),
      kind('用户满意度', '分'),
      kind('客单价', '元/单'),
      kind('ROI', '倍'),
      kind('活跃指数', ''),
      kind('活动', '场'),
    ]).toEqual(['duration', 'score', 'amount', 'ratio', 'index', 'count'])
  })

  test('ranges and comparators in words become goals', () => {
    expect(only(['打开率', '%', 0.08, 0.1], { '0,2': '8%-12%', '0,3': '10%' })?.goal).toMatchObject({
      comparator: 'range',
      target: 0.08,
      targetHigh: 0.12,
      verdict: 'met',
    })
    expect(only(['笔记', '篇', 500, 623], { '0,2': '500+' })?.goal).toMatchObject({
      comparator: '≥',
      polarity: 'higher',
    })
    expect(only(['费用', '元', 30, 28], { '0,2': '30元以内' })?.goal).toMatchObject({
      comparator: '≤',
      polarity: 'lower',
    })
  })

  test('an empty actual leaves a goal without a verdict, an empty target a figure without a goal', () => {
    expect(only(['新增用户', '人', 100, null])?.goal?.verdict).toBe('unknown')
    const { figures, goals } = proposed(columns, [
      ['新增用户', '人', null, 120],
      ['首单', '单', 10, 12],
    ])
    expect(figures.map(({ name }) => name)).toEqual(['新增用户', '首单'])
    expect(goals).toHaveLength(1)
  })
})

describe('what stands beside target and actual', () => {
  const day = (name: string): SheetColumn => ({ name, type: 'date' })
  const first = (columns: readonly SheetColumn[], row: Row) => proposed(columns, [row]).goals[0]

  test('who answers for it, who set it, for when', () => {
    const columns = [
      text('指标'),
      number('目标'),
      number('实际'),
      text('负责人'),
      text('目标来源'),
      text('季度'),
    ]
    expect(
      first(columns, ['新增用户', 100, 120, '张三', '2026年度经营计划', '2026年第三季度']),
    ).toMatchObject({
      owner: '张三',
      setBy: '2026年度经营计划',
      period: { from: '2026-07-01', to: '2026-09-30' },
    })
    const english = [
      text('Metric'),
      number('Target'),
      number('Actual'),
      text('Owner'),
      text('Source'),
      text('Period'),
    ]
    expect(first(english, ['New users', 100, 120, 'Zoe', 'Board plan', '2026H1'])).toMatchObject({
      owner: 'Zoe',
      setBy: 'Board plan',
      period: { from: '2026-01-01', to: '2026-06-30' },
    })
    expect(first(columns, ['新增用户', 100, 120, null, '', '三季度'])).not.toHaveProperty('owner')
    expect(first(columns, ['新增用户', 100, 120, null, '', '三季度'])).not.toHaveProperty('period')
  })

  test('a deadline is that day, a period of a date column all its days', () => {
    const columns = [text('指标'), number('目标'), number('实际'), day('截止日期')]
    expect(first(columns, ['新增用户', 100, 120, '2026-12-31'])?.period).toEqual({
      from: '2026-12-31',
      to: '2026-12-31',
    })
    const months = [text('指标'), number('目标'), number('实际'), { ...day('月份'), step: 'month' } as const]
    expect(first(months, ['新增用户', 100, 120, '2026-02-01'])?.period).toEqual({
      from: '2026-02-01',
      to: '2026-02-28',
    })
    const years = [text('指标'), number('目标'), number('实际'), { name: '年份', type: 'integer' } as const]
    expect(first(years, ['新增用户', 100, 120, 2026])?.period).toEqual({
      from: '2026-01-01',
      to: '2026-12-31',
    })
  })

  test('a comparator and a direction of its own', () => {
    const columns = [text('指标'), text('比较'), number('目标'), number('实际')]
    expect(first(columns, ['通过数', '不超过', 100, 90])).toMatchObject({
      comparator: '≤',
      polarity: 'lower',
    })
    expect(first(columns, ['通过数', '>', 100, 90])).toMatchObject({ comparator: '>', polarity: 'higher' })
    const directions = [text('指标'), text('方向'), number('目标'), number('实际')]
    expect(first(directions, ['步数', '越低越好', 5, 3])).toMatchObject({
      comparator: '≤',
      polarity: 'lower',
    })
    expect(first(directions, ['成本', '越高越好', 5, 3])).toMatchObject({
      comparator: '≥',
      polarity: 'higher',
    })
  })

  test('a target in words', () => {
    const columns = [text('指标'), text('目标'), number('实际')]
    const goal = (target: string) => first(columns, ['通过数', target, 9])
    expect(goal('控制在30元以内')).toMatchObject({ comparator: '≤', target: 30, polarity: 'lower' })
    expect(goal('降至10%以下')).toMatchObject({ comparator: '≤', target: 0.1, polarity: 'lower' })
    expect(goal('介于8%和12%之间')).toMatchObject({ comparator: 'range', target: 0.08, targetHigh: 0.12 })
    expect(goal('突破500')).toMatchObject({ comparator: '>', target: 500, polarity: 'higher' })
    expect(goal('提升20%')).toBeUndefined()
  })
})

describe('two of target, actual and rate', () => {
  const columns = [
    text('指标'),
    text('单位'),
    number('目标'),
    number('实际'),
    { name: '达成率', type: 'percent' } as const,
  ]

  test('give the target, as round as people set one', () => {
    const { states, figures } = proposed(columns, [
      ['新增用户', '万人', null, 6.2, 1.24],
      ['付费用户', '人', null, 9260, 1.158],
      ['7日留存率', '%', null, 48.2, 1.071],
    ])
    const judged = states.flatMap(({ name, goal }) =>
      goal ? [[name, goal.target, goal.text.attainment]] : [],
    )
    expect(judged).toEqual([
      ['新增用户', 50_000, '124%'],
      ['付费用户', 8000, '115.8%'],
      ['7日留存率', 0.45, '107.1%'],
    ])
    expect(figures.map(({ name }) => name)).toContain('新增用户达成率')
    expect(states.find(({ goal }) => goal)?.goal?.origin.kind).toBe('formula')
  })

  test('give the actual, as a formula over both cells', () => {
    const { states } = proposed(
      [text('指标'), text('单位'), number('目标'), { name: '完成率', type: 'percent' }],
      [
        ['新增用户', '万人', 5, 1.24],
        ['7日留存率', '%', 45, 1.071],
      ],
    )
    expect(states.filter(({ role }) => role === 'actual')).toMatchObject([
      {
        name: '新增用户',
        value: 62_000,
        text: '6.2万人',
        origin: { kind: 'formula' },
        goal: { verdict: 'exceeded' },
      },
      { name: '7日留存率', value: 0.48195, text: '48.2%', goal: { text: { attainment: '107.1%' } } },
    ])
  })

  test('give nothing where less is better, for there every table reckons in its own way', () => {
    expect(proposed(columns, [['获客成本', '元', null, 28, 0.93]]).goals).toEqual([])
    const budget = [text('项目'), number('预算'), { name: '预算执行率', type: 'percent' } as const]
    expect(proposed(budget, [['推广费用', 1000, 0.9]]).states[0]).toMatchObject({
      value: 900,
      name: '推广费用',
    })
  })

  test('a bare 124 under a rate is percent, and an empty or endless one is none', () => {
    const plain = [text('指标'), number('目标'), number('实际'), number('完成率(%)')]
    expect(proposed(plain, [['新增用户', null, 62_000, 124]]).states[0]?.goal?.target).toBe(50_000)
    expect(proposed(plain, [['新增用户', null, 62_000, 0]]).goals).toEqual([])
    expect(proposed(plain, [['新增用户', null, 62_000, null]]).goals).toEqual([])
  })

  test('a rate beside target and actual is not taken: it is computed anew', () => {
    const { states, figures } = proposed(columns, [['新增用户', '人', 100, 120, 9.9]])
    expect(states[0]?.goal).toMatchObject({ target: 100, attainment: 1.2 })
    expect(figures).toHaveLength(2)
  })
})

test('one indicator in several periods is called by them', () => {
  const columns = [text('指标'), text('季度'), number('目标'), number('实际')]
  const { figures, goals } = proposed(columns, [
    ['新增用户', '2026年第一季度', 10, 12],
    ['新增用户', '2026年第二季度', 10, 14],
    ['首单', '2026年第二季度', 5, 6],
  ])
  expect(figures.map(({ name }) => name)).toEqual([
    '2026年第一季度新增用户',
    '2026年第二季度新增用户',
    '首单',
    '考核指标数',
  ])
  expect(goals.map(({ period }) => period?.from)).toEqual(['2026-01-01', '2026-04-01', '2026-04-01'])
})

test("last year's actual is no actual", () => {
  const columns = [text('指标'), number('去年实际'), number('目标'), number('实际')]
  expect(proposed(columns, [['新增用户', 80, 100, 120]]).states[0]).toMatchObject({
    name: '新增用户',
    value: 120,
  })
})

describe('polarity by name', () => {
  const polarity = (name: string): string | undefined =>
    proposed([text('指标'), number('目标'), number('实际')], [[name, 10, 9]]).goals[0]?.polarity

  test.each([
    '获客成本',
    '用户流失率',
    '投诉量',
    '退款率',
    '页面跳出率',
    '客服响应时长',
    '处理时长',
    '审核耗时',
    'CAC',
    'Churn rate',
    'Bounce rate',
    'Complaints',
    'Cost per lead',
  ])('%s should be low', (name) => expect(polarity(name)).toBe('lower'))
  test.each([
    '使用时长',
    '人均使用时长',
    '成本节约额',
    '投诉解决率',
    '流失用户召回率',
    '新增用户',
    'Time per user',
    'Cost savings',
    'Retention',
  ])('%s should be high', (name) => expect(polarity(name)).toBe('higher'))
})

describe('the sample of yearly goals', () => {
  test('has ten goals, two of them missed, in both languages', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const states = statesOf([goalsSheet(language)], language).filter(({ goal }) => goal)
      expect(states).toHaveLength(10)
      expect(states.filter(({ goal }) => goal?.verdict === 'missed').map(({ name }) => name)).toEqual(
        language === 'en' ? ['Sign-up rate', 'User satisfaction'] : ['注册转化率', '用户满意度'],
      )
      expect(states.filter(({ goal }) => goal?.polarity === 'lower')).toHaveLength(3)
    }
  })

  test('keeps its ids when proposed again and when rows move', () => {
    const sheet = goalsSheet('zh-CN')
    const ids = (profile: typeof sheet.profile): string[] =>
      proposedOf([profile], 'zh-CN').figures.map(({ id }) => id)
    expect(ids(sheet.profile)).toEqual(ids(sheet.profile))
    const moved = { ...sheet.profile, head: sheet.profile.head.map((row) => ({ ...row, row: row.row + 2 })) }
    expect(ids(moved)).toEqual(ids(sheet.profile))
  })

  test('two rows of one name are two figures', () => {
    const { figures } = proposed(
      [text('指标'), number('目标'), number('实际')],
      [
        ['新增', 1, 2],
        ['新增', 3, 4],
      ],
    )
    expect(new Set(figures.map(({ id }) => id)).size).toBe(3)
  })
})

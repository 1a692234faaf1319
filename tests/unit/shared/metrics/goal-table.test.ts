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

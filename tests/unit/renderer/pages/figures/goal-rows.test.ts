// The overview of goals: what a filter keeps and how a column puts it in order.

import { describe, expect, it } from 'vitest'
import {
  filterGoals,
  type GoalFilter,
  type GoalRow,
  goalRows,
  sortGoals,
} from '../../../../../renderer/pages/figures/goal-rows.ts'
import type { JudgedGoal } from '../../../../../shared/model/goal.ts'
import type { FigureId } from '../../../../../shared/model/ids.ts'
import { someFigure } from '../../../../support/figures.ts'

const goal = (name: string, given: Partial<JudgedGoal>): JudgedGoal => ({
  figure: name as FigureId,
  comparator: '≥',
  target: 10,
  polarity: 'higher',
  origin: { kind: 'typed', value: 10, note: '' },
  attainment: 1,
  index: 1,
  verdict: 'met',
  tier: { from: 1, name: '优秀' },
  text: { target: '≥10', attainment: '100%', verdict: '达成', outcome: '达成率100%' },
  ...given,
})
const rows = goalRows([
  someFigure({ name: '注册', goal: goal('注册', { index: 1.2, verdict: 'exceeded', owner: '王敏' }) }),
  someFigure({ name: '没有目标' }),
  someFigure({
    name: '留存',
    goal: goal('留存', { index: 0.7, verdict: 'missed', tier: { from: null, name: '未达标' } }),
  }),
  someFigure({ name: '满意度', goal: goal('满意度', { index: null, verdict: 'unknown', tier: null }) }),
  someFigure({ name: '成本', goal: goal('成本', { index: 1, owner: '李雷', setBy: '年度计划' }) }),
])
const names = (shown: readonly GoalRow[]): string[] => shown.map(({ figure }) => figure.name)
const filter = (given: Partial<GoalFilter>): string[] =>
  names(filterGoals(rows, { query: '', verdict: '', tier: '', owner: '', ...given }))

describe('the overview of goals', () => {
  it('has only figures with a goal', () => {
    expect(names(rows)).toEqual(['注册', '留存', '满意度', '成本'])
  })

  it('filters by verdict, grade, owner and words', () => {
    expect(filter({ verdict: 'reached' })).toEqual(['注册', '成本'])
    expect(filter({ verdict: 'missed' })).toEqual(['留存'])
    expect(filter({ tier: '未达标' })).toEqual(['留存'])
    expect(filter({ owner: '王敏' })).toEqual(['注册'])
    expect(filter({ query: '年度' })).toEqual(['成本'])
  })

  it('orders by a column either way, what has nothing there last', () => {
    const sorted = (column: 'attainment' | 'owner', descending: boolean): string[] =>
      names(sortGoals(rows, { column, descending }, 'zh-CN'))
    expect(sorted('attainment', false)).toEqual(['留存', '成本', '注册', '满意度'])
    expect(sorted('attainment', true)).toEqual(['注册', '成本', '留存', '满意度'])
    expect(sorted('owner', false)).toEqual(['成本', '注册', '留存', '满意度'])
    expect(names(sortGoals(rows, null, 'zh-CN'))).toEqual(names(rows))
  })
})

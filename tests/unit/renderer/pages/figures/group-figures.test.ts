// The order of the figures screen.

import { describe, expect, it } from 'vitest'
import { groupFigures } from '../../../../../renderer/pages/figures/group-figures.ts'
import type { JudgedGoal } from '../../../../../shared/model/goal.ts'
import type { FigureId } from '../../../../../shared/model/ids.ts'
import { someFigure } from '../../../../support/figures.ts'

const part = (name: string, of: string) =>
  someFigure({ name, part: { of: of as FigureId, by: '渠道', key: name } })
const goal: JudgedGoal = {
  figure: '成本' as FigureId,
  comparator: '≤',
  target: 30,
  polarity: 'lower',
  origin: { kind: 'typed', value: 30, note: '' },
  attainment: 1,
  index: 1,
  verdict: 'met',
  tier: null,
  text: { target: '≤30', attainment: '100%', verdict: '达成', outcome: '达成率100%' },
}

describe('grouping figures', () => {
  it('puts goals first and parts under their whole', () => {
    const figures = [
      someFigure({ name: '注册' }),
      part('抖音', '注册'),
      part('小红书', '注册'),
      someFigure({ name: '成本', goal }),
    ]
    expect(
      groupFigures(figures).map(({ figure, parts }) => [figure.name, parts.map(({ name }) => name)]),
    ).toEqual([
      ['成本', []],
      ['注册', ['抖音', '小红书']],
    ])
  })

  it('puts the parts of parts under the figure that is part of nothing', () => {
    const figures = [someFigure({ name: '注册' }), part('抖音', '注册'), part('抖音占比', '抖音')]
    expect(
      groupFigures(figures).map(({ figure, parts }) => [figure.name, parts.map(({ name }) => name)]),
    ).toEqual([['注册', ['抖音', '抖音占比']]])
  })

  it('loses none that are parts of one another', () => {
    const figures = [part('甲', '乙'), part('乙', '甲')]
    expect(groupFigures(figures).map(({ figure }) => figure.name)).toEqual(['甲', '乙'])
  })

  it('shows a part that has a goal by itself as well, and one without its whole alone', () => {
    const figures = [someFigure({ name: '注册' }), { ...part('抖音', '注册'), goal }, part('散客', '没有了')]
    expect(groupFigures(figures).map(({ figure }) => figure.name)).toEqual(['抖音', '注册', '散客'])
  })
})

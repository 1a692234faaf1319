// Where a figure is used, with the way there.

import { describe, expect, it } from 'vitest'
import { usesOf } from '../../../../../renderer/pages/figures/figure-uses.ts'
import type { BlockId, ChartId, ComparisonId, FigureId } from '../../../../../shared/model/ids.ts'
import type { Block } from '../../../../../shared/model/report.ts'
import { figuresPageWords } from '../../../../../shared/text/figures-page.ts'
import { someFigure } from '../../../../support/figures.ts'

const words = figuresPageWords['zh-CN'].uses
const users = 'users' as FigureId
const heading = (id: string, text: string): Block => ({
  id: id as BlockId,
  type: 'heading',
  level: 1,
  content: [{ type: 'text', text }],
})
const mention = (id: string, figure: FigureId): Block => ({
  id: id as BlockId,
  type: 'paragraph',
  content: [{ type: 'figure', figure, aspect: 'value' }],
})

describe('the uses of a figure', () => {
  it('are formulas, comparisons, charts, and each heading of the report once', () => {
    const uses = usesOf(
      users,
      {
        figures: [
          someFigure({
            name: '获客成本',
            origin: {
              kind: 'formula',
              expression: { operator: '/', left: { figure: 'cost' as FigureId }, right: { figure: users } },
            },
          }),
          someFigure({ name: '别的' }),
        ],
        comparisons: [
          { id: 'c-1' as ComparisonId, name: '倍数', kind: 'ratio', left: users, right: 'cost' as FigureId },
        ],
        charts: [
          {
            id: 'ch-1' as ChartId,
            kind: 'column',
            name: '各渠道',
            categories: ['抖音'],
            series: [{ name: '', figures: [users], aspect: 'value' }],
          },
        ],
        blocks: [
          mention('b-0', users),
          heading('h-1', '成果'),
          mention('b-1', users),
          mention('b-2', users),
          heading('h-2', '不足'),
          mention('b-3', 'cost' as FigureId),
        ],
      },
      words,
    )
    expect(uses).toEqual([
      { text: words.formula('获客成本'), page: 'figures', place: '获客成本' },
      { text: words.comparison('倍数'), page: 'figures', place: 'c-1' },
      { text: words.chart('各渠道'), page: 'charts', place: 'ch-1' },
      { text: words.report(''), page: 'report', place: 'b-0' },
      { text: words.report('成果'), page: 'report', place: 'b-1' },
    ])
  })
})

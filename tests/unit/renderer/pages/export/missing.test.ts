import { describe, expect, test } from 'vitest'
import { findMissing, type ReportParts } from '../../../../../renderer/pages/export/missing.ts'
import type { FigureState } from '../../../../../shared/model/goal.ts'
import { Block, type TextRun } from '../../../../../shared/model/report.ts'
import { ChartSpec } from '../../../../../shared/model/chart.ts'
import { noFacts } from '../../../../../shared/model/project.ts'

const allFacts = {
  ...noFacts,
  name: '李想',
  post: '运营',
  organisation: '星河',
  department: '增长',
  mentor: '王导',
  period: '三月',
  date: '今天',
}
const text = (words: string): TextRun => ({ type: 'text', text: words })
const block = (value: object): Block => Block.parse(value)
const figure = (id: string, value: number | null): FigureState =>
  ({ id, name: `指标${id}`, value }) as FigureState

const find = (parts: Partial<ReportParts>) =>
  findMissing({ facts: allFacts, blocks: [], figures: [], charts: [], ...parts })

describe('what is missing', () => {
  test('is nothing in a whole report', () => {
    expect(find({})).toEqual({ facts: [], prompts: [], figures: [] })
  })

  test('names empty facts in the order of the cover, never the title', () => {
    expect(find({ facts: { ...noFacts, post: ' ' } }).facts).toEqual([
      'name',
      'post',
      'organisation',
      'department',
      'mentor',
      'period',
      'date',
    ])
  })

  test('finds prompts without an answer, with the heading above', () => {
    const blocks = [
      block({ id: 'h', type: 'heading', level: 1, content: [text('收获')] }),
      block({ id: 'a', type: 'paragraph', prompt: '写一写', content: [text('  ')] }),
      block({ id: 'b', type: 'paragraph', prompt: '再写一写', content: [text('写好了')] }),
    ]
    expect(find({ blocks }).prompts).toEqual([{ block: 'a', prompt: '写一写', under: [text('收获')] }])
  })

  test('finds figures without a value only where the report mentions or draws them', () => {
    const mention = { type: 'figure', figure: 'f1', aspect: 'value' }
    const blocks = [
      block({ id: 'p', type: 'paragraph', content: [mention] }),
      block({ id: 'c', type: 'chart', chart: 'drawn', caption: [] }),
    ]
    const chart = (id: string, of: string) =>
      ChartSpec.parse({
        id,
        kind: 'column',
        name: '图',
        categories: ['一'],
        series: [{ name: '系列', figures: [of, null], aspect: 'value' }],
      })
    const figures = [figure('f1', null), figure('f2', null), figure('f3', null), figure('f4', 1)]
    const charts = [chart('drawn', 'f2'), chart('other', 'f3')]
    expect(find({ blocks, figures, charts }).figures.map((missing) => missing.figure)).toEqual(['f1', 'f2'])
  })
})

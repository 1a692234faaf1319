import { describe, expect, it } from 'vitest'
import { asTabs, plotTable } from '../../../../../renderer/pages/charts/plot-table.ts'
import type { Plot } from '../../../../../shared/model/chart.ts'

const words = { category: '类别', from: '开始', to: '结束' }

const plot = (given: Partial<Plot>): Plot => ({
  kind: 'column',
  name: '',
  title: '',
  categories: ['抖音', '快手'],
  series: [],
  axis: { kind: 'count', unit: '万人', scale: 1e4, decimals: 1 },
  palette: 'house',
  warnings: [],
  alt: '',
  ...given,
})
const point = (value: number | null, from?: number) => ({
  value,
  label: '',
  figure: null,
  ...(from !== undefined && { from }),
})

describe('the numbers of a chart', () => {
  it('go out as each axis counts them, with all their digits', () => {
    const rows = plotTable(
      plot({
        kind: 'combo',
        second: { kind: 'rate', unit: '%', scale: 1, decimals: 1 },
        series: [
          { name: '注册', points: [point(58_123), point(null)] },
          { name: '转化率', axis: 'second', points: [point(0.1234), point(0.07)] },
        ],
      }),
      words,
    )
    expect(rows).toEqual([
      ['类别', '注册 (万人)', '转化率 (%)'],
      ['抖音', '5.8123', '12.34'],
      ['快手', '', '7'],
    ])
  })

  it('tell what a step of a waterfall adds, not where it ends', () => {
    const rows = plotTable(
      plot({
        kind: 'waterfall',
        axis: { kind: 'count', unit: '', scale: 1, decimals: 0 },
        categories: ['之前', '抖音', '之后'],
        wholes: [0, 2],
        series: [{ name: '注册', points: [point(10, 0), point(7, 10), point(7, 0)] }],
      }),
      words,
    )
    expect(rows.slice(1).map(([, value]) => value)).toEqual(['10', '-3', '7'])
  })

  it('are days for tasks, both ends included', () => {
    const rows = plotTable(
      plot({
        kind: 'gantt',
        categories: ['设计'],
        axis: { kind: 'count', unit: '', scale: 1, decimals: 0, days: true },
        series: [
          { name: '', points: [point(Date.UTC(2026, 2, 6) / 86_400_000, Date.UTC(2026, 2, 1) / 86_400_000)] },
        ],
      }),
      words,
    )
    expect(rows[1]).toEqual(['设计', '2026-03-01', '2026-03-05'])
  })

  it('cannot become formulas or break out of their cell', () => {
    expect(
      asTabs([
        ['=1+1', '-3.5', '-x'],
        ['a\tb', 'say "hi"', ''],
      ]),
    ).toBe('\'=1+1\t-3.5\t\'-x\r\n"a\tb"\t"say ""hi"""\t')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addFigures,
  moveCategory,
  moved,
  removeFigures,
  shownOrder,
  swapSeries,
  usedFigures,
} from '../../../../../renderer/pages/charts/figure-layout.ts'
import type { ChartSpec } from '../../../../../shared/model/chart.ts'
import type { FigureState } from '../../../../../shared/model/goal.ts'
import type { ChartId, FigureId } from '../../../../../shared/model/ids.ts'
import { someFigure } from '../../../../support/figures.ts'

const empty: ChartSpec = { id: 'chart' as ChartId, kind: 'column', name: '', categories: [], series: [] }

const part = (whole: string, key: string, step?: 'month'): FigureState =>
  someFigure({
    name: `${key}${whole}`,
    part: { of: whole as FigureId, by: step ? '日期' : '渠道', key, ...(step && { step }) },
  })

const channels = ['抖音', '快手', 'B站']
const all = [
  ...channels.map((key) => part('注册', key)),
  ...channels.map((key) => part('花费', key)),
  ...['2026-03', '2026-04'].map((key) => part('注册', key, 'month')),
  someFigure({ name: '曝光' }),
  someFigure({ name: '点击' }),
]
const known = new Map(all.map((figure) => [figure.id, figure]))
const named = (...names: string[]): FigureState[] =>
  names.map((name) => {
    const figure = known.get(name as FigureId)
    if (!figure) throw new Error(name)
    return figure
  })
const add = (chart: ChartSpec, ...names: string[]): ChartSpec =>
  addFigures(chart, named(...names), known, 'zh-CN')

describe('picked figures', () => {
  it('stand as categories, parts under their own names', () => {
    const chart = add(empty, '抖音注册', '快手注册')
    expect(chart.categories).toEqual(['抖音', '快手'])
    expect(chart.series).toEqual([{ name: '注册', figures: ['抖音注册', '快手注册'], aspect: 'value' }])
    expect(add(empty, '曝光', '点击').categories).toEqual(['曝光', '点击'])
  })

  it('stand beside parts of another whole as a series, category by category', () => {
    const chart = add(add(empty, '抖音注册', '快手注册'), '快手花费', 'B站花费')
    expect(chart.categories).toEqual(['抖音', '快手', 'B站'])
    expect(chart.series.map(({ name, figures }) => [name, figures])).toEqual([
      ['注册', ['抖音注册', '快手注册', null]],
      ['花费', [null, '快手花费', 'B站花费']],
    ])
  })

  it('stand in the order of time', () => {
    const chart = add(add(empty, '2026-04注册'), '2026-03注册')
    expect(chart.series[0]?.figures).toEqual(['2026-03注册', '2026-04注册'])
  })

  it('keep the names and the order that the user gave', () => {
    const first = add(empty, '抖音注册', '快手注册')
    const own = { ...moveCategory(first, [0, 1], 0, 1), categories: ['快手短视频', '抖音'] }
    const chart = add(own, 'B站注册', '快手花费')
    expect(chart.categories).toEqual(['快手短视频', '抖音', 'B站'])
    expect(chart.series[1]?.figures).toEqual(['快手花费', null, null])
  })

  it('grow target and actual alike', () => {
    const judged: ChartSpec = {
      ...add(empty, '曝光'),
      kind: 'target',
      series: [
        { name: '目标', figures: ['曝光' as FigureId], aspect: 'target' },
        { name: '实际', figures: ['曝光' as FigureId], aspect: 'value' },
      ],
    }
    expect(add(judged, '点击').series.map(({ figures }) => figures)).toEqual([
      ['曝光', '点击'],
      ['曝光', '点击'],
    ])
  })

  it('are each there once however often they are picked, and leave nothing behind', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(all), fc.shuffledSubarray(all), (one, other) => {
        const chart = addFigures(addFigures(empty, one, known, 'zh-CN'), other, known, 'zh-CN')
        const wanted = new Set([...one, ...other].map(({ id }) => id))
        expect(new Set(usedFigures(chart))).toEqual(wanted)
        for (const { figures } of chart.series) expect(figures).toHaveLength(chart.categories.length)
        const bare = removeFigures(chart, wanted)
        expect(bare.categories).toEqual([])
        expect(bare.series).toEqual([])
      }),
    )
  })
})

describe('removing a figure', () => {
  it('takes its category when nothing else stands there, and the marks on it', () => {
    const chart = {
      ...add(empty, '抖音注册', '快手注册', 'B站注册'),
      events: [{ at: '快手', text: '活动' }],
      wholes: [0, 2],
    }
    const left = removeFigures(chart, new Set(['快手注册' as FigureId]))
    expect(left.categories).toEqual(['抖音', 'B站'])
    expect(left.events).toEqual([])
    expect(left.wholes).toEqual([0, 1])
  })
})

describe('order', () => {
  it('of a list is a permutation that can be taken back', () => {
    const places = fc.tuple(fc.array(fc.nat(), { minLength: 1 }), fc.nat(), fc.nat())
    fc.assert(
      fc.property(places, ([list, one, other]) => {
        const [from, to] = [one % list.length, other % list.length]
        expect(moved(moved(list, from, to), to, from)).toEqual(list)
      }),
    )
  })

  it('of categories takes figures and totals along, and ends the sorting', () => {
    const chart: ChartSpec = {
      ...add(empty, '抖音注册', '快手注册', 'B站注册'),
      wholes: [0],
      sort: 'descending',
    }
    const other = moveCategory(chart, [0, 1, 2], 0, 2)
    expect(other.categories).toEqual(['快手', 'B站', '抖音'])
    expect(other.series[0]?.figures).toEqual(['快手注册', 'B站注册', '抖音注册'])
    expect(other.wholes).toEqual([2])
    expect(other.sort).toBeUndefined()
  })

  it('starts from what is shown where the program had sorted it', () => {
    const chart: ChartSpec = { ...add(empty, '抖音注册', '快手注册', 'B站注册'), sort: 'ascending' }
    const order = shownOrder(chart, ['B站', '快手', '抖音'])
    expect(moveCategory(chart, order, 2, 0).categories).toEqual(['抖音', 'B站', '快手'])
    expect(shownOrder(chart, ['B站', '其他'])).toEqual([0, 1, 2])
  })

  it('of rows and columns changes places and back', () => {
    const chart = add(empty, '抖音注册', '快手注册', '抖音花费', '快手花费')
    const turned = swapSeries(chart)
    expect(turned.categories).toEqual(['注册', '花费'])
    expect(swapSeries(turned)).toEqual(chart)
  })
})

import { describe, expect, test } from 'vitest'
import type { ChartWarning } from '../../../../shared/model/chart.ts'
import { FigureId } from '../../../../shared/model/ids.ts'
import { chartWords } from '../../../../shared/text/charts.ts'
import { drawn, figureOf, rates } from '../../../support/drawn-chart.ts'

const warned = (...given: Parameters<typeof drawn>): readonly ChartWarning[] => drawn(...given).plot.warnings
const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `类${index}`)
const money = { kind: 'amount', unit: '元' } as const

describe('slices', () => {
  const pie = (values: (number | null)[], figure = {}) =>
    warned('pie', names(values.length), [{ values, figure }])

  test('that are shares make a whole, as far as their digits tell', () => {
    expect(pie([0.5, 0.3, 0.2], rates)).toEqual([])
    expect(pie([0.333, 0.333, 0.333], rates)).toEqual([])
    expect(pie([0.68, 0.52, 0.35], rates)).toEqual(['slices-exceed-whole'])
    expect(pie([0.5, 0.3], rates)).toEqual(['slices-do-not-sum'])
  })

  test('that are parts of a known figure make that', () => {
    const whole = figureOf(FigureId.parse('whole'), 100, 'zh-CN', { name: '注册' })
    const part = { part: { of: whole.id, by: '渠道', key: '抖音' } }
    const of = (values: number[]) => warned('pie', names(2), [{ values, figure: part }], { others: [whole] })
    expect(of([60, 40])).toEqual([])
    expect(of([60, 50])).toEqual(['slices-exceed-whole'])
    expect(of([60, 20])).toEqual(['slices-do-not-sum'])
  })

  test('that stand on one another are rates of one whole, as the choice of kinds has it', () => {
    const rate = (values: number[]) => ({ values, figure: rates })
    const of = (kind: 'stacked' | 'stacked-full', one: number[], other: number[]) =>
      warned(kind, names(2), [rate(one), rate(other)])
    expect(of('stacked-full', [0.6, 0.5], [0.4, 0.5])).toEqual([])
    expect(of('stacked-full', [0.6, 0.5], [0.6, 0.5])).toEqual(['slices-exceed-whole'])
    expect(of('stacked', [0.6, 0.5], [0.6, 0.5])).toEqual(['slices-exceed-whole'])
    expect(of('stacked-full', [0.3, 0.5], [0.4, 0.5])).toEqual(['slices-do-not-sum'])
    expect(of('stacked', [0.3, 0.5], [0.4, 0.5])).toEqual([])
  })

  test('that were left out and cannot be added up are missed, and no share is told', () => {
    const figure = { additive: false }
    const { plot } = drawn('pie', names(3), [{ values: [5, 3, 2], figure }], { top: 2 })
    expect(plot.warnings).toEqual(['slices-do-not-sum'])
    expect(plot.series[0]?.points.map(({ note }) => note)).toEqual([undefined, undefined])
    expect(plot.title).toBe('图')
  })

  test('cannot be negative, and not more than eight', () => {
    expect(pie([5, -1])).toEqual(['slices-negative'])
    expect(pie(names(9).map(() => 1))).toEqual(['too-many-slices'])
    expect(pie(names(8).map(() => 1))).toEqual([])
  })
})

describe('axes', () => {
  test('of bars begin at nothing', () => {
    expect(warned('column', names(2), [{ values: [90, 100] }], { axisFrom: 80 })).toEqual(['axis-cut'])
    expect(warned('line', names(2), [{ values: [90, 100] }], { axisFrom: 80 })).toEqual([])
    expect(warned('column', names(2), [{ values: [90, 100] }], { axisFrom: 0 })).toEqual([])
    expect(warned('column', names(2), [{ values: [90, 100] }], { axisFrom: 500 })).toEqual([])
  })

  test('have one unit each', () => {
    const two = [{ values: [90] }, { values: [10], figure: money }]
    expect(warned('column', names(1), two)).toEqual(['units-differ'])
    expect(warned('combo', names(1), two)).toEqual([])
    expect(warned('cards', names(1), two)).toEqual([])
  })

  test('two of one unit, or a line on each, mislead', () => {
    const combo = (left: object, right: object) =>
      warned('combo', names(2), [
        { values: [1, 2], ...left },
        { values: [3, 4], ...right },
      ])
    expect(combo({}, { axis: 'second' })).toEqual(['second-axis-misleads'])
    expect(combo({ as: 'line' }, { figure: money, axis: 'second' })).toEqual(['second-axis-misleads'])
    expect(combo({}, { figure: money, axis: 'second' })).toEqual([])
  })
})

test('more than seven series, or no number at all, are said', () => {
  const series = (count: number) => names(count).map((name) => ({ name, values: [1] }))
  expect(warned('line', names(1), series(8))).toEqual(['too-many-series'])
  expect(warned('line', names(1), series(7))).toEqual([])
  expect(warned('heat', names(1), series(8))).toEqual([])
  expect(warned('column', names(2), [{ values: [null, null] }])).toEqual(['no-data'])
  expect(warned('gantt', [], [])).toEqual(['no-data'])
})

test('every warning says in both languages what to do', () => {
  for (const { warnings } of Object.values(chartWords))
    for (const text of Object.values(warnings)) expect(text).toMatch(/[。.]$/)
})

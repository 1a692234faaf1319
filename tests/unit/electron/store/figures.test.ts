import { expect, test } from 'vitest'
import type { ChartSpec } from '../../../../shared/model/chart.ts'
import type { Figure } from '../../../../shared/model/figure.ts'
import type { Goal } from '../../../../shared/model/goal.ts'
import { ChartId, FigureId } from '../../../../shared/model/ids.ts'
import { temporaryStore } from '../../../support/project.ts'

const figure = (id: string, name = id): Figure => ({
  id: FigureId.parse(id),
  name,
  kind: 'count',
  unit: '人',
  rounding: { scale: 1, decimals: 0 },
  origin: { kind: 'typed', value: 5, note: '' },
  additive: true,
})

const goal = (id: string, target: number): Goal => ({
  figure: FigureId.parse(id),
  comparator: '≥',
  target,
  polarity: 'higher',
  origin: { kind: 'typed', value: target, note: '' },
})

test('figures keep the order they came in, and a change keeps its place', () => {
  const { store } = temporaryStore()
  store.figures.save([figure('b'), figure('a')], [goal('a', 3), goal('b', 4)])
  store.figures.save([figure('c'), figure('b', '改名')], [])
  expect(store.figures.list()).toEqual({
    figures: [figure('b', '改名'), figure('a'), figure('c')],
    goals: [goal('b', 4), goal('a', 3)],
  })
})

test('what is proposed again leaves what is there as the user has it', () => {
  const { store } = temporaryStore()
  store.figures.save([figure('a', '我的')], [goal('a', 9)])
  store.figures.save([figure('a'), figure('b')], [goal('a', 1), goal('b', 2)], { keep: true })
  expect(store.figures.list()).toEqual({
    figures: [figure('a', '我的'), figure('b')],
    goals: [goal('a', 9), goal('b', 2)],
  })
})

test('a goal needs its figure and goes with it', () => {
  const { store } = temporaryStore()
  const unknown: unknown = expect.objectContaining({ code: 'figure-unknown' })
  expect(() => store.figures.save([figure('a')], [goal('none', 1)])).toThrow(unknown)
  expect(store.figures.list().figures).toEqual([])
  store.figures.save([figure('a'), figure('b')], [goal('a', 1), goal('b', 2)])
  store.figures.remove(FigureId.parse('a'))
  expect(() => store.figures.remove(FigureId.parse('a'))).toThrow(unknown)
  store.figures.removeGoal(FigureId.parse('b'))
  expect(store.figures.list()).toEqual({ figures: [figure('b')], goals: [] })
})

test('charts keep their order too', () => {
  const { store } = temporaryStore()
  const chart = (id: string, name: string): ChartSpec => ({
    id: ChartId.parse(id),
    kind: 'bar',
    name,
    categories: [],
    series: [],
  })
  store.charts.save([chart('b', '二'), chart('a', '一')])
  store.charts.save([chart('b', '改'), chart('c', '三')], { keep: true })
  store.charts.save([chart('a', '新')])
  expect(store.charts.list()).toEqual([chart('b', '二'), chart('a', '新'), chart('c', '三')])
})

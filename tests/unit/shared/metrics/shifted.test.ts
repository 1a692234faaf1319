import { describe, expect, test } from 'vitest'
import { readFormula } from '../../../../shared/formula/index.ts'
import { measureFigures, shiftedFigures } from '../../../../shared/metrics/index.ts'
import type { AggregateOrigin, Expression, Figure, Reading } from '../../../../shared/model/figure.ts'
import type { FigureState, Goal } from '../../../../shared/model/goal.ts'
import { ColumnId, FigureId } from '../../../../shared/model/ids.ts'
import { tidy } from '../../../../shared/numbers/tidy.ts'
import { usualTiers } from '../../../../shared/text/figures.ts'
import { placesOf, readingsOf, sheetOf } from '../../../support/sheet.ts'

const days = Array.from({ length: 3 }, (_, month) => [1, 15, 28].map((day) => [month, day] as const)).flat()
const sheet = sheetOf(
  '日报.xlsx',
  [
    { name: '日期', type: 'date' },
    { name: '注册', type: 'integer', unit: '人' },
    { name: '点击', type: 'integer', unit: '次' },
  ],
  days.map(([month, day], index) => [
    `2026-0${month + 1}-${String(day).padStart(2, '0')}`,
    10 * (month + 1) + index,
    100 * (month + 1),
  ]),
  { sheet: '日报' },
)
const { table } = sheet.profile
const [date, registered, clicked] = ['c0', 'c1', 'c2'].map((id) => ColumnId.parse(id))

const figure = (id: string, origin: Figure['origin'], more: Partial<Figure> = {}): Figure => ({
  id: FigureId.parse(id),
  name: id,
  kind: 'count',
  unit: '人',
  rounding: { scale: 1, decimals: 0 },
  additive: true,
  origin,
  ...more,
})
const total = (id: string, column: ColumnId | undefined, more: Partial<AggregateOrigin>): Figure =>
  figure(id, { kind: 'aggregate', table: table.id, column, fn: 'sum', filters: [], ...more })
const inMonth = (id: string, column: ColumnId | undefined, key: string): Figure =>
  total(id, column, { filters: date ? [{ column: date, is: key, step: 'month' }] : [] })
const march = inMonth('march', registered, '2026-03')
const formula = (id: string, expression: Expression, more: Partial<Figure> = {}): Figure =>
  figure(
    id,
    { kind: 'formula', expression },
    { kind: 'rate', unit: '%', rounding: { scale: 1, decimals: 1 }, ...more },
  )
const growthOf = (id: string): Expression => ({
  call: 'growth',
  arguments: [{ figure: FigureId.parse(id) }, { figure: FigureId.parse(id), shift: 'previous' }],
})

const measure = (figures: readonly Figure[]): Map<string, FigureState> => {
  const readings: Map<FigureId, Reading> = readingsOf([...figures, ...shiftedFigures(figures, 1)], [sheet])
  const states = measureFigures(figures, [], readings, placesOf([sheet]), {
    language: 'zh-CN',
    tiers: usualTiers('zh-CN'),
    yearStart: 1,
  })
  return new Map(states.map((state) => [state.id, state]))
}
const originsOf = (figures: readonly Figure[], yearStart = 1): Record<string, Figure['origin']> =>
  Object.fromEntries(shiftedFigures(figures, yearStart).map(({ id, origin }) => [id, origin]))

describe('figures of the period before', () => {
  test('are read over the month before, and give 环比', () => {
    const figures = [formula('growth', growthOf('march')), march]
    expect(originsOf(figures)).toEqual({
      'march~previous': { ...march.origin, filters: [{ column: date, is: '2026-02', step: 'month' }] },
    })
    const state = measure(figures).get('growth')
    const [before, now] = [20 + 3 + 20 + 4 + 20 + 5, 30 + 6 + 30 + 7 + 30 + 8]
    expect(state?.value).toBeCloseTo(now / before - 1, 12)
    expect(state?.period).toEqual({ from: '2026-03-01', to: '2026-03-28' })
    expect(state?.trace.text).toBe('环比([march])，上期为2026年2月1日至28日（日报.xlsx）')
  })

  test('of a span of days move by that span', () => {
    const within = total('span', registered, {
      where: date ? [{ kind: 'between', column: date, from: '2026-02-01', to: '2026-03-31' }] : [],
    })
    const moved = originsOf([formula('growth', growthOf('span')), within])['span~previous']
    expect(moved).toMatchObject({ where: [{ from: '2025-12-01', to: '2026-01-31' }] })
  })

  test('of a fiscal half so far are those of the half before, of no such span as many days before', () => {
    const within = total('span', registered, {
      where: date ? [{ kind: 'between', column: date, from: '2026-04-01', to: '2026-08-20' }] : [],
    })
    const figures = [formula('growth', growthOf('span')), within]
    expect(originsOf(figures, 4)['span~previous']).toMatchObject({
      where: [{ from: '2025-10-01', to: '2026-02-20' }],
    })
    expect(originsOf(figures, 1)['span~previous']).toMatchObject({
      where: [{ from: '2025-11-10', to: '2026-03-31' }],
    })
  })

  test('of a formula are the formula over its operands as they were', () => {
    const clicks = inMonth('clicks', clicked, '2026-03')
    const rate = formula('rate', {
      operator: '/',
      left: { figure: march.id },
      right: { figure: clicks.id },
    })
    const change = formula(
      'change',
      { operator: '-', left: { figure: rate.id }, right: { figure: rate.id, shift: 'previous' } },
      { kind: 'points' },
    )
    const states = measure([change, rate, march, clicks])
    expect(states.get('change')?.value).toBeCloseTo(111 / 900 - 72 / 600, 12)
    expect(states.get('change')?.text).toBe('0.3个百分点')
    expect(Object.keys(originsOf([change, rate, march, clicks])).toSorted()).toEqual([
      'clicks~previous',
      'march~previous',
      'rate~previous',
    ])
  })

  test('of the period before that are read too', () => {
    const before = formula('before', { figure: march.id, shift: 'previous' }, { kind: 'count', unit: '人' })
    const beforeThat = formula(
      'before-that',
      { figure: before.id, shift: 'previous' },
      { kind: 'count', unit: '人' },
    )
    expect(measure([before, beforeThat, march]).get('before-that')?.value).toBe(10 + 11 + 12)
  })
})

describe('figures without an earlier self', () => {
  const missing = (one: Figure): string | undefined =>
    measure([formula('growth', growthOf(one.id)), one]).get('growth')?.missing

  test('are those typed, of a cell, over all days, and of days on both sides', () => {
    expect(missing(figure('typed', { kind: 'typed', value: 5, note: '' }))).toBe('no-meaning')
    if (!registered || !date) throw new Error('columns')
    expect(
      missing(figure('cell', { kind: 'cell', table: table.id, row: 2, column: registered, label: '' })),
    ).toBe('no-meaning')
    expect(missing(total('all', registered, {}))).toBe('no-meaning')
    const open = total('open', registered, { where: [{ kind: 'between', column: date, from: '2026-02-01' }] })
    expect(missing(open)).toBe('no-meaning')
    const twice = total('twice', registered, {
      filters: [{ column: date, is: '2026-03', step: 'month' }],
      where: [{ kind: 'between', column: date, from: '2026-03-01', to: '2026-03-15' }],
    })
    expect(missing(twice)).toBe('no-meaning')
    const yearBefore = originsOf([formula('f', { figure: twice.id, shift: 'year-before' }), twice])
    expect(yearBefore['twice~year-before']).toMatchObject({
      filters: [{ is: '2025-03' }],
      where: [{ from: '2025-03-01', to: '2025-03-15' }],
    })
  })

  test('are those whose earlier days have no rows', () => {
    const january = inMonth('january', registered, '2026-01')
    expect(missing(january)).toBe('depends-on-missing')
  })

  test('are those that stand on their own past', () => {
    const self: Figure = formula('self', growthOf('self'))
    expect(measure([self]).get('self')?.missing).toBe('circular')
    expect(shiftedFigures([self], 1).length).toBeLessThanOrEqual(8)
  })
})

test('a goal may be a year or a period ago and more', () => {
  const goal: Goal = {
    figure: march.id,
    comparator: '≥',
    target: 1,
    polarity: 'higher',
    origin: {
      kind: 'formula',
      expression: { operator: '*', left: { figure: march.id, shift: 'previous' }, right: { number: 1.5 } },
    },
  }
  const asked = [march, ...shiftedFigures([march], 1, [goal])]
  expect(asked.map(({ id }) => id)).toEqual(['march', 'march~previous'])
  const [state] = measureFigures([march], [goal], readingsOf(asked, [sheet]), placesOf([sheet]), {
    language: 'zh-CN',
    tiers: usualTiers('zh-CN'),
    yearStart: 1,
  })
  expect(state?.goal).toMatchObject({ target: 108, verdict: 'exceeded', attainment: tidy(111 / 108) })
})

test('a text filter that looks like no day is left alone', () => {
  if (!registered) throw new Error('column')
  const part = total('part', registered, {
    filters: [
      { column: registered, is: '抖音' },
      { column: date ?? registered, is: '2026-03', step: 'month' },
    ],
  })
  expect(originsOf([formula('growth', growthOf('part')), part])['part~previous']).toMatchObject({
    filters: [{ is: '抖音' }, { is: '2026-02' }],
  })
})

test('a formula that a person writes leads to the same', () => {
  const read = readFormula('环比([march])', [march], 'zh-CN')
  expect(read).toEqual({ expression: growthOf('march') })
})

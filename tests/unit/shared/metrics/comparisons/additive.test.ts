import { describe, expect, test } from 'vitest'
import {
  haveOneUnit,
  isSameUnit,
  maybeSumProblem,
  type Over,
} from '../../../../../shared/metrics/comparisons/additive.ts'
import type { AggregateFunction, Origin } from '../../../../../shared/model/figure.ts'
import { TableId } from '../../../../../shared/model/ids.ts'
import { figureOf, type Given, money, people, points, rate } from '../../../../support/comparing.ts'

const read = (fn: AggregateFunction): Origin => ({
  kind: 'aggregate',
  table: TableId.parse('t'),
  fn,
  filters: [],
})
const problem = (given: Given, over: Over, other: Given = given) =>
  maybeSumProblem([figureOf('a', given), figureOf('b', other)], over)

describe('what may be added up over what', () => {
  const all: readonly Over[] = ['periods', 'parts', 'shares']

  test.each([
    ['sign-ups', people(1)],
    ['money', money(1)],
    ['time spent', { value: 1, kind: 'duration', unit: '分钟' } satisfies Given],
    ['sums of rows', people(1, { origin: read('sum') })],
    ['numbers of rows', people(1, { origin: read('count') })],
  ])('%s over everything', (_, given) => {
    for (const over of all) expect(problem(given, over)).toBeUndefined()
  })

  test('rates only as shares of one whole', () => {
    expect(problem(rate(0.1), 'shares')).toBeUndefined()
    expect(problem(rate(0.1), 'parts')).toBe('not-additive')
    expect(problem(rate(0.1), 'periods')).toBe('not-additive')
  })

  test.each([
    ['daily active users', people(1, { additive: false })],
    ['a price', money(1, '元/人')],
    ['points', points(0.1)],
    ['a score', { value: 4.6, kind: 'score', unit: '分' } satisfies Given],
    ['an index', { value: 104, kind: 'index', unit: '' } satisfies Given],
    ['a ratio', { value: 2, kind: 'ratio', unit: '倍' } satisfies Given],
    ['an average', people(1, { origin: read('avg') })],
    ['a peak', people(1, { origin: read('max') })],
    ['different people', people(1, { origin: read('distinct') })],
  ])('%s over nothing', (_, given) => {
    for (const over of all) expect(problem(given, over)).toBe('not-additive')
  })

  test('the latest values of parts, not those of periods', () => {
    const stock = people(1, { origin: read('last') })
    expect(problem(stock, 'parts')).toBeUndefined()
    expect(problem(stock, 'periods')).toBe('not-additive')
  })

  test('nothing with another unit', () => {
    expect(problem(people(1), 'parts', money(1))).toBe('units-differ')
    expect(problem(people(1), 'parts', people(1, { unit: '次' }))).toBe('units-differ')
  })

  test('one alone always', () => {
    expect(maybeSumProblem([figureOf('a', rate(0.1))], 'periods')).toBeUndefined()
    expect(maybeSumProblem([], 'periods')).toBeUndefined()
  })
})

describe('what stands beside what', () => {
  const same = (one: Given, other: Given) => isSameUnit(figureOf('a', one), figureOf('b', other))

  test.each([
    [people(1), people(1, { unit: '用户' }), true],
    [money(1), money(1, 'CNY'), true],
    [people(1), people(1, { unit: '' }), true],
    [rate(0.1), rate(0.1), true],
    [rate(0.1), points(0.1), false],
    [money(1), money(1, '元/人'), false],
    [money(1), money(1, 'USD'), false],
    [{ value: 1, kind: 'duration', unit: '分钟' }, { value: 1, kind: 'duration', unit: '小时' }, false],
  ] satisfies [Given, Given, boolean][])('%o and %o: %s', (one, other, is) => {
    expect(same(one, other)).toBe(is)
    expect(same(other, one)).toBe(is)
  })

  test('what has no unit does not join what differs', () => {
    const figures = [people(1, { unit: '' }), people(1), people(1, { unit: '次' })].map((given, index) =>
      figureOf(`f${index}`, given),
    )
    expect(haveOneUnit(figures)).toBe(false)
    expect(haveOneUnit(figures.slice(0, 2))).toBe(true)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unitOf } from '../../../../../shared/formula/index.ts'
import { measureComparisons } from '../../../../../shared/metrics/comparisons/measure.ts'
import { measureFigures } from '../../../../../shared/metrics/index.ts'
import { Comparison } from '../../../../../shared/model/comparison.ts'
import type { Language } from '../../../../../shared/model/language.ts'
import { usualTiers } from '../../../../../shared/text/figures.ts'
import {
  type Given,
  type Numbers,
  money,
  people,
  points,
  rate,
  statesOf,
} from '../../../../support/comparing.ts'

/** A part of every kind of value that a table can hold, and none. */
const value = fc.oneof(
  fc.constantFrom(null, 0, 1, -1, 3, 1e-9, 1e15, -1e12),
  fc.integer({ min: -1000, max: 1_000_000 }),
  fc.double({ min: -1e6, max: 1e9, noNaN: true }),
)
const share = fc.oneof(fc.constantFrom(null, 0, 1, -0.3, 1.7), fc.double({ min: 0, max: 1, noNaN: true }))

const quantity = fc.oneof(
  value.map((one) => people(one)),
  value.map((one) => people(one, { scale: 1e4, decimals: 1 })),
  value.map((one) => people(one, { unit: '次' })),
  value.map((one) => people(one, { unit: '' })),
  value.map((one) => money(one, '元', 2)),
  value.map((one) => money(one, '元/人', 1)),
  value.map((one): Given => ({ value: one, kind: 'duration', unit: '分钟', decimals: 1 })),
  value.map((one): Given => ({ value: one, kind: 'score', unit: '分', decimals: 1, additive: false })),
  share.map((one) => rate(one, 1)),
  share.map((one) => points(one)),
)
/** Six figures, as often of one kind as of many. */
const numbers: fc.Arbitrary<Numbers> = fc
  .tuple(
    fc.array(quantity, { minLength: 6, maxLength: 6 }),
    fc.boolean(),
    fc.array(value, { minLength: 6, maxLength: 6 }),
  )
  .map(([given, isAlike, values]) =>
    Object.fromEntries(
      given.map((one, index) => [
        'abcdef'.charAt(index),
        isAlike ? { ...given[0], value: values[index] ?? null } : one,
      ]),
    ),
  )

const steps = (ids: readonly string[]) => ids.map((figure) => ({ name: figure.toUpperCase(), figure }))
const comparisons: readonly Comparison[] = [
  { kind: 'change', before: 'a', after: 'b', delta: null, relative: null },
  { kind: 'change', before: 'a', after: null, delta: 'b', relative: null },
  { kind: 'change', before: null, after: 'a', delta: 'b', relative: null },
  { kind: 'change', before: 'a', after: null, delta: null, relative: 'b' },
  { kind: 'change', before: null, after: 'a', delta: null, relative: 'b' },
  { kind: 'change', before: null, after: null, delta: 'a', relative: 'b' },
  { kind: 'change', before: 'a', after: 'b', delta: 'c', relative: 'd' },
  { kind: 'change', before: null, after: null, delta: 'a', relative: null },
  { kind: 'benchmark', actual: 'a', benchmark: 'b', gap: null, source: '' },
  { kind: 'benchmark', actual: 'a', benchmark: null, gap: 'b', source: '行业报告' },
  { kind: 'benchmark', actual: 'a', benchmark: 'b', gap: 'c', source: '行业报告' },
  { kind: 'shares', whole: 'a', parts: ['b', 'c', 'd'], multiple: false },
  { kind: 'shares', whole: null, parts: ['b', 'c', 'd'], multiple: false },
  { kind: 'shares', whole: 'a', parts: ['b', 'c'], multiple: true },
  { kind: 'rate', rate: null, count: 'a', base: 'b', population: '' },
  { kind: 'rate', rate: 'a', count: null, base: 'b', population: '活动用户' },
  { kind: 'rate', rate: 'a', count: 'b', base: null, population: '活动用户' },
  { kind: 'rate', rate: 'a', count: 'b', base: 'c', population: '活动用户' },
  { kind: 'funnel', steps: steps(['a', 'b', 'c']), before: steps(['d', 'e', 'f']) },
  { kind: 'funnel', steps: steps(['a', 'b']), before: steps(['d', 'e', 'f']) },
  { kind: 'residual', whole: 'a', parts: ['b', 'c'], unitCost: { whole: 'd', parts: ['e', 'f'] } },
  { kind: 'ratio', left: 'a', right: 'b' },
  { kind: 'survey', sent: 'a', valid: 'b', answers: steps(['c', 'd', 'e']), multiple: false },
  { kind: 'survey', sent: null, valid: 'b', answers: steps(['c', 'd', 'e']), multiple: true },
  {
    kind: 'contribution',
    before: 'a',
    after: 'b',
    parts: [
      { name: '一', before: 'c', after: 'd' },
      { name: '二', before: 'e', after: 'f' },
    ],
  },
  { kind: 'experiment', control: { size: 'a', hits: 'b' }, variant: { size: 'c', hits: 'd' } },
  { kind: 'series', figures: ['a', 'b', 'c', 'd', 'e', 'f'] },
  {
    kind: 'cohorts',
    cohorts: [
      { name: '一', figures: ['a', 'b', 'c'] },
      { name: '二', figures: ['d', 'e', null] },
      { name: '三', figures: [null, 'f'] },
    ],
  },
  {
    kind: 'cohorts',
    ages: ['次日'],
    cohorts: [
      { name: '一', figures: ['a', 'b', 'c'] },
      { name: '二', figures: ['d', 'e', 'f'] },
    ],
  },
].map((comparison, index) => Comparison.parse({ id: `k${index}`, name: '', ...comparison }))

const kinds = new Set(comparisons.map(({ kind }) => kind))
const language = fc.constantFrom<Language>('zh-CN', 'en')

describe('whatever the figures are', () => {
  test('every kind of comparison is tried', () => {
    expect([...kinds].toSorted()).toEqual(
      Comparison.options.map((option) => option.shape.kind.value).toSorted(),
    )
  })

  test('a value is a number or missing, and no sentence shows a hole', () => {
    fc.assert(
      fc.property(numbers, language, (given, spoken) => {
        for (const measured of measureComparisons(comparisons, statesOf(given, spoken), spoken)) {
          expect(measured.sentence).not.toMatch(/NaN|Infinity|undefined|null|\[object|—|（）|\(\)/)
          expect(new Set(measured.warnings).size).toBe(measured.warnings.length)
          for (const { value: found, text, figure } of measured.derived) {
            expect(found === null || Number.isFinite(found)).toBe(true)
            expect(text === '—').toBe(found === null)
            expect(figure.name).not.toBe('')
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  test('a derived figure that is kept measures the same, and its units hold', () => {
    fc.assert(
      fc.property(numbers, language, (given, spoken) => {
        const states = statesOf(given, spoken)
        for (const { derived } of measureComparisons(comparisons, states, spoken)) {
          const kept = measureFigures(
            [...states.values(), ...derived.map(({ figure }) => figure)],
            [],
            new Map(),
            new Map(),
            {
              language: spoken,
              tiers: usualTiers(spoken),
              yearStart: 1,
            },
          )
          const byId = new Map(kept.map((figure) => [figure.id, figure]))
          for (const { figure, value: found, text } of derived) {
            expect([byId.get(figure.id)?.value, byId.get(figure.id)?.text]).toEqual([found, text])
            if (figure.origin.kind !== 'formula') continue
            const unit = unitOf(figure.origin.expression, states)
            if ('problem' in unit) expect(unit.problem.code).toBe('unit-too-long')
          }
        }
      }),
      { numRuns: 100 },
    )
  })

  test('the same comparison gives the same ids, and no id twice', () => {
    fc.assert(
      fc.property(numbers, (given) => {
        const states = statesOf(given)
        const [once, again] = [1, 2].map(() =>
          measureComparisons(comparisons, states, 'zh-CN').map(({ derived }) =>
            derived.map(({ figure }) => figure.id),
          ),
        )
        expect(once).toEqual(again)
        for (const ids of once ?? []) expect(new Set(ids).size).toBe(ids.length)
      }),
      { numRuns: 30 },
    )
  })
})

test('a comparison of figures that are gone says nothing and does not fail', () => {
  for (const measured of measureComparisons(comparisons, new Map(), 'zh-CN')) {
    expect(measured.sentence).toBe('')
    expect(measured.derived).toEqual([])
  }
})

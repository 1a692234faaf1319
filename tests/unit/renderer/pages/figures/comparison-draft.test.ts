// Every comparison can be taken apart in the form and comes back as it was.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  draftProblemText,
  emptyDraft,
  readDraft,
} from '../../../../../renderer/pages/figures/comparison-draft.ts'
import { draftOf } from '../../../../../renderer/pages/figures/draft-of-comparison.ts'
import { Comparison } from '../../../../../shared/model/comparison.ts'
import type { ComparisonId, FigureId } from '../../../../../shared/model/ids.ts'
import { comparisonsPageWords } from '../../../../../shared/text/comparisons-page.ts'

const id = fc.stringMatching(/^[a-z]{1,8}$/) as fc.Arbitrary<FigureId>
const comparisonId = fc.stringMatching(/^c-[a-z]{1,8}$/) as fc.Arbitrary<ComparisonId>
const name = fc.stringMatching(/^[\u4e00-\u9fa5]{1,6}$/)
const head = { id: comparisonId, name }
const maybe = fc.option(id)
const two = fc
  .tuple(maybe, maybe, maybe, maybe)
  .filter((ids) => ids.filter((one) => one !== null).length >= 2)
const step = fc.record({ name, figure: id })

const comparisons = fc.oneof(
  two.chain(([before, after, delta, relative]) =>
    fc.record({ ...head, kind: fc.constant('change'), ...constants({ before, after, delta, relative }) }),
  ),
  fc.record({ ...head, kind: fc.constant('benchmark'), actual: id, benchmark: id, gap: maybe, source: name }),
  fc.record({
    ...head,
    kind: fc.constant('shares'),
    whole: maybe,
    parts: fc.array(id, { minLength: 1, maxLength: 9 }),
    multiple: fc.boolean(),
  }),
  fc.record({ ...head, kind: fc.constant('rate'), rate: id, count: maybe, base: id, population: name }),
  fc.array(step, { minLength: 2, maxLength: 8 }).chain((steps) =>
    fc.record(
      {
        ...head,
        kind: fc.constant('funnel'),
        steps: fc.constant(steps),
        before: fc.constant(steps.map((one) => ({ ...one, figure: `${one.figure}-before` }))),
      },
      { requiredKeys: ['id', 'name', 'kind', 'steps'] },
    ),
  ),
  fc.array(id, { minLength: 1, maxLength: 8 }).chain((parts) =>
    fc.record(
      {
        ...head,
        kind: fc.constant('residual'),
        whole: id,
        parts: fc.constant(parts),
        unitCost: fc.constant({ whole: 'cost', parts: parts.map((one) => `${one}-cost`) }),
      },
      { requiredKeys: ['id', 'name', 'kind', 'whole', 'parts'] },
    ),
  ),
  fc.record({ ...head, kind: fc.constant('ratio'), left: id, right: id }),
  fc.record({
    ...head,
    kind: fc.constant('survey'),
    sent: maybe,
    valid: maybe,
    answers: fc.array(step, { maxLength: 8 }),
    multiple: fc.boolean(),
  }),
  fc.record({
    ...head,
    kind: fc.constant('contribution'),
    before: id,
    after: id,
    parts: fc.array(fc.record({ name, before: id, after: id }), { minLength: 1, maxLength: 8 }),
  }),
  fc.record({
    ...head,
    kind: fc.constant('experiment'),
    control: fc.record({ size: id, hits: id }),
    variant: fc.record({ size: id, hits: id }),
  }),
  fc.record(
    {
      ...head,
      kind: fc.constant('cohorts'),
      cohorts: fc.array(
        fc.record({
          name,
          figures: fc
            .array(maybe, { minLength: 1, maxLength: 6 })
            .filter((figures) => figures.some((one) => one !== null)),
        }),
        { minLength: 1, maxLength: 6 },
      ),
      ages: fc.array(name, { minLength: 1, maxLength: 6 }),
    },
    { requiredKeys: ['id', 'name', 'kind', 'cohorts'] },
  ),
  fc.record({ ...head, kind: fc.constant('series'), figures: fc.array(id, { minLength: 2, maxLength: 30 }) }),
)

function constants<T extends object>(given: T): { [K in keyof T]: fc.Arbitrary<T[K]> } {
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => [key, fc.constant(value as unknown)]),
  ) as { [K in keyof T]: fc.Arbitrary<T[K]> }
}

describe('a comparison in the form', () => {
  it('comes back as it was, whatever its kind', () => {
    fc.assert(
      fc.property(comparisons, (given) => {
        const comparison = Comparison.parse(given)
        expect(readDraft(draftOf(comparison), comparison.id)).toEqual({ comparison })
      }),
    )
  })

  it.each([
    ['change', { what: 'two' }],
    ['benchmark', { what: 'role', role: 'actual' }],
    ['shares', { what: 'rows', least: 1 }],
    ['rate', { what: 'two' }],
    ['funnel', { what: 'rows', least: 2 }],
    ['residual', { what: 'role', role: 'whole' }],
    ['ratio', { what: 'role', role: 'left' }],
    ['contribution', { what: 'role', role: 'before' }],
    ['experiment', { what: 'role', role: 'controlSize' }],
    ['series', { what: 'rows', least: 2 }],
    ['cohorts', { what: 'rows', least: 1 }],
  ] as const)('says what an empty one of kind %s lacks', (kind, problem) => {
    const read = readDraft(emptyDraft(kind), 'c' as ComparisonId)
    expect(read).toEqual({ problem })
    if ('problem' in read)
      expect(draftProblemText(read.problem, comparisonsPageWords['zh-CN'])).toMatch(/选|至少/)
  })

  it('wants the earlier figure of every step or of none', () => {
    const draft = {
      ...emptyDraft('funnel'),
      rows: [
        { key: 1, name: '点击', figure: 'a' as FigureId, other: 'b' as FigureId, later: [] },
        { key: 2, name: '注册', figure: 'c' as FigureId, other: '' as const, later: [] },
      ],
    }
    const read = readDraft(draft, 'c' as ComparisonId)
    expect(read).toEqual({ problem: { what: 'other', other: 'funnel' } })
    if ('problem' in read)
      expect(draftProblemText(read.problem, comparisonsPageWords.en)).toContain('earlier')
  })
})

// Random reports in canonical form: everything that the editor can hold and the exporters print.

import fc from 'fast-check'
import type { Block, Inline } from '../../shared/model/report.ts'

const id = fc.stringMatching(/^[\w.-]{1,12}$/)
const emphasis = fc.record(
  { bold: fc.constant<true>(true), italic: fc.constant<true>(true), underline: fc.constant<true>(true) },
  { requiredKeys: [] },
)
const words = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
  fc.constantFrom('新增用户', '5.8万人，', 'a\nb', '\n', '<b>&', ' ', '👍🏽'),
)

const text = fc.tuple(words, emphasis).map(([said, set]) => ({ type: 'text', text: said, ...set }))
const mention = fc
  .tuple(
    id,
    fc.constantFrom('value', 'period', 'at', 'target', 'attainment', 'verdict', 'outcome'),
    fc.option(fc.record({ scale: fc.constantFrom(1, 1e4, 1e8), decimals: fc.nat(10) }), { nil: undefined }),
    fc.boolean(),
    emphasis,
  )
  .map(([figure, aspect, rounding, bare, set]) => ({
    type: 'figure',
    figure,
    aspect,
    ...(rounding && { rounding }),
    ...(bare && { bare }),
    ...set,
  }))
const reference = fc.tuple(id, emphasis).map(([target, set]) => ({ type: 'reference', target, ...set }))
const fact = fc
  .tuple(fc.constantFrom('name', 'post', 'title'), emphasis)
  .map(([name, set]) => ({ type: 'fact', fact: name, ...set }))

const looksAlike = (one: Inline, other: Inline): boolean =>
  one.bold === other.bold && one.italic === other.italic && one.underline === other.underline

/** Runs that look alike are one run. */
const content = fc
  .array(fc.oneof({ weight: 3, arbitrary: text }, mention, reference, fact), { maxLength: 5 })
  .map((inlines) =>
    (inlines as Inline[]).filter((inline, at, all) => {
      const before = all[at - 1]
      return !(before?.type === 'text' && inline.type === 'text' && looksAlike(before, inline))
    }),
  )

const table = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), fc.nat(2))
  .chain(([width, height, headerRows]) =>
    fc.record({
      id,
      type: fc.constant('table' as const),
      caption: content,
      headerRows: fc.constant(Math.min(headerRows, height)),
      columns: fc.array(
        fc.record({
          align: fc.constantFrom('left' as const, 'center' as const, 'right' as const),
          weight: fc.integer({ min: 1, max: 9 }),
        }),
        { minLength: width, maxLength: width },
      ),
      rows: fc.array(fc.array(content, { minLength: width, maxLength: width }), {
        minLength: height,
        maxLength: height,
      }),
    }),
  )

const plain = fc.constantFrom('cover' as const, 'contents' as const, 'page-break' as const)

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ id, type: plain }),
  fc.record({ id, type: fc.constant('heading'), level: fc.constantFrom(1, 2, 3, 4), content }),
  fc.record(
    {
      id,
      type: fc.constant('paragraph'),
      align: fc.constantFrom('left', 'center', 'right'),
      prompt: fc.string(),
      content,
    },
    { requiredKeys: ['id', 'type', 'content'] },
  ),
  fc.record({
    id,
    type: fc.constant('list'),
    ordered: fc.boolean(),
    items: fc.array(fc.record({ level: fc.nat(3), content }), { minLength: 1, maxLength: 4 }),
  }),
  table,
  fc.record({ id, type: fc.constant('chart'), chart: id, caption: content }),
) as fc.Arbitrary<Block>

/** One block at least, each with an id of its own. */
export const blocksArbitrary: fc.Arbitrary<Block[]> = fc.uniqueArray(block, {
  minLength: 1,
  maxLength: 8,
  selector: (one) => one.id,
})

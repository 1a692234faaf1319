import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { general } from '../../../../../electron/import/cells/number-format.ts'
import { SheetRow, text } from '../../../../../electron/import/cells/sheet-row.ts'
import { TotalHints, totalWord } from '../../../../../electron/import/tables/total-words.ts'

const encoder = new TextEncoder()

/** The word as bytes in the middle of others, as a reader has it. */
function rowOf(word: string, ref: number): SheetRow {
  const before = encoder.encode('合计,')
  const own = encoder.encode(word)
  const bytes = new Uint8Array([...before, ...own, ...encoder.encode(',total')])
  const row = new SheetRow()
  row.start(1)
  row.setBytes(0, text, 0, bytes, before.length, before.length + own.length, general, ref)
  return row
}

const totals = [
  ['合计', 'total'],
  ['合 计：', 'total'],
  ['【总计】', 'total'],
  ['一季度小计', 'subtotal'],
  ['小计（华东）', 'subtotal'],
  ['Grand Total', 'total'],
  ['Sub-total', 'subtotal'],
  ['TOTAL', 'total'],
  ['平均', 'total'],
  ['Average', 'total'],
  ['2026年3月合计', 'total'],
  ['华东 汇总', 'total'],
  ['Total cost', 'total'],
] as const

describe('words that name a total', () => {
  it.each(totals)('%s is a %s', (word, why) => {
    expect(totalWord(word)?.why).toBe(why)
    expect(new TotalHints().maybe(rowOf(word, -1), 0)).toBe(true)
  })

  it('are not seen in ordinary labels, whose bytes tell', () => {
    const hints = new TotalHints()
    for (const word of [
      '抖音',
      '2026-03-01',
      'Douyin',
      '小红书',
      '微信朋友圈',
      '13912345678',
      '华东',
      '',
      '1',
    ])
      expect([word, hints.maybe(rowOf(word, -1), 0)]).toEqual([word, false])
  })

  it('are never missed by looking at bytes alone', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...totals.map(([word]) => word),
        '汇总',
        '总',
        '计',
        'sum',
        'overall',
        'mean',
        ' ',
        '：',
        '1',
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 4 }), fc.integer({ min: -1, max: 3000 }), (pieces, ref) => {
        const word = pieces.join('')
        const hints = new TotalHints()
        const first = hints.maybe(rowOf(word, ref), 0)
        if (totalWord(word)) expect(first).toBe(true)
        expect(hints.maybe(rowOf(word, ref), 0)).toBe(first)
      }),
      { seed: 7, numRuns: 3000 },
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  columnAt,
  endsOf,
  formatCellRange,
  holds,
  parseCellRange,
} from '../../../../../../renderer/pages/data/review/cell-range.ts'
import { letterOf } from '../../../../../../shared/model/cell-address.ts'

describe('a range of cells', () => {
  test('is read as Excel writes it, and open below', () => {
    expect(parseCellRange('A4:L1263')).toEqual({ top: 4, left: 0, bottom: 1263, right: 11 })
    expect(parseCellRange('a4:l')).toEqual({ top: 4, left: 0, right: 11 })
    expect(endsOf({ top: 4, left: 0, right: 11 })).toEqual({ from: 'A4', to: 'L' })
  })

  test.each(['', 'A4', 'A0:B2', 'B1:A2', 'A9:B2', 'A1:XFE2', 'A1:B1048577', 'A1:B2:C3', 'A1:B-2', '甲1:B2'])(
    'refuses %j',
    (text) => {
      expect(parseCellRange(text)).toBeUndefined()
    },
  )

  test('reads back what it writes', () => {
    const range = fc
      .tuple(
        fc.integer({ min: 1, max: 1_048_576 }),
        fc.integer({ min: 0, max: 16_383 }),
        fc.option(fc.integer({ min: 0, max: 1000 }), { nil: undefined }),
        fc.integer({ min: 0, max: 1000 }),
      )
      .map(([top, left, down, across]) => ({
        top,
        left,
        right: Math.min(16_383, left + across),
        ...(down !== undefined && { bottom: Math.min(1_048_576, top + down) }),
      }))
    fc.assert(
      fc.property(range, (made) => {
        expect(parseCellRange(formatCellRange(made))).toEqual(made)
      }),
      { seed: 1 },
    )
  })

  test('has the cells inside it and no others', () => {
    const range = { top: 2, left: 1, bottom: 4, right: 3 }
    expect(holds(range, 2, 1) && holds(range, 4, 3)).toBe(true)
    expect(holds(range, 5, 1) || holds(range, 2, 0) || holds(range, 1, 1) || holds(range, 2, 4)).toBe(false)
    expect(holds({ top: 2, left: 1, right: 3 }, 1_000_000, 3)).toBe(true)
  })

  test('counts columns as letterOf names them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16_383 }), (column) => {
        expect(columnAt(letterOf(column))).toBe(column)
      }),
      { seed: 1 },
    )
  })
})

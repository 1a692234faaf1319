import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rowBefore } from '../../../../../renderer/pages/data/row-before.ts'

const skipped = (...rows: number[]) => rows.map((row) => ({ row, why: 'subtotal' as const }))

describe('rowBefore', () => {
  test('starts after the header', () => {
    expect(rowBefore({ headerRows: [2, 3], skipped: [] }, 0)).toBe(3)
  })

  test('steps over rows that were left out, whatever their order', () => {
    const table = { headerRows: [1], skipped: skipped(7, 4) }
    // Data stands in rows 2, 3, 5, 6, 8, 9.
    expect([0, 1, 2, 3, 4, 5].map((position) => rowBefore(table, position))).toEqual([1, 2, 3, 5, 6, 8])
  })

  test('takes no notice of rows left out above the header', () => {
    expect(rowBefore({ headerRows: [3], skipped: skipped(1, 2) }, 2)).toBe(5)
  })

  test('asks for exactly the row at the position, for any rows left out', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 2, max: 80 })),
        fc.integer({ min: 0, max: 60 }),
        (left, position) => {
          const out = new Set(left)
          const data = Array.from({ length: 200 }, (_, index) => index + 2).filter((row) => !out.has(row))
          const after = rowBefore({ headerRows: [1], skipped: skipped(...left) }, position)
          expect(data.find((row) => row > after)).toBe(data[position])
        },
      ),
      { seed: 1 },
    )
  })
})

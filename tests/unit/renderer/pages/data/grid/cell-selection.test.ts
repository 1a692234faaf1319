import { describe, expect, test } from 'vitest'
import {
  type CellSelection,
  extended,
  inSpan,
  isOneCell,
  spanOf,
} from '../../../../../../renderer/pages/data/grid/cell-selection.ts'

const size = { rows: 10, columns: 4 }
const at = (row: number, column: number): CellSelection => ({
  anchor: { row, column },
  focus: { row, column },
})

describe('the selected block of cells', () => {
  test('grows and shrinks from where it was begun', () => {
    const right = extended(at(2, 1), 'ArrowRight', false, size)
    expect(right).toEqual({ anchor: { row: 2, column: 1 }, focus: { row: 2, column: 2 } })
    const back = right && extended(right, 'ArrowLeft', false, size)
    expect(back && isOneCell(back)).toBe(true)
    expect(extended(at(2, 1), 'a', false, size)).toBeUndefined()
  })

  test('stays within the table, and goes to its end at once', () => {
    expect(extended(at(0, 0), 'ArrowUp', false, size)).toEqual(at(0, 0))
    expect(extended(at(2, 1), 'ArrowDown', true, size)?.focus).toEqual({ row: 9, column: 1 })
    expect(extended(at(2, 1), 'ArrowRight', true, size)?.focus).toEqual({ row: 2, column: 3 })
  })

  test('is the same from whichever corner', () => {
    const span = spanOf({ anchor: { row: 5, column: 3 }, focus: { row: 2, column: 1 } })
    expect(span).toEqual({ top: 2, bottom: 5, left: 1, right: 3 })
    expect(inSpan(span, 3, 2)).toBe(true)
    expect(inSpan(span, 3, 0) || inSpan(span, 6, 2)).toBe(false)
  })
})

import { describe, expect, test } from 'vitest'
import { filterOf, filterOfBar, filterText, withFilter } from '../../../../renderer/components/filter-text.ts'
import type { ColumnId } from '../../../../shared/model/ids.ts'
import type { Column, RowFilter } from '../../../../shared/model/table.ts'
import { tableViewWords } from '../../../../shared/text/table-view.ts'

const id = 'c1' as ColumnId
const column = (type: Column['type']): Column => ({ id, name: '金额', type, letter: 'A' })
const say = (type: Column['type'], filter: RowFilter, language: 'zh-CN' | 'en' = 'zh-CN'): string =>
  filterText(filter, column(type), language, tableViewWords[language], { yes: '是', no: '否' })

describe('the filters of the table view', () => {
  test('are one of each kind a column', () => {
    const contains = { kind: 'contains', column: id, text: '抖' } as const
    const blank = { kind: 'blank', column: id, filled: true } as const
    const both = withFilter(withFilter([], id, 'contains', contains), id, 'blank', blank)
    expect(both).toEqual([contains, blank])
    const other = { ...contains, text: '音' }
    expect(withFilter(both, id, 'contains', other)).toEqual([other, blank])
    expect(withFilter(both, id, 'contains', null)).toEqual([blank])
    expect(withFilter(both, id, 'misfit', null)).toEqual(both)
    expect(filterOf(both, id, 'blank')).toEqual(blank)
  })

  test('say what they let through', () => {
    expect(say('money', { kind: 'between', column: id, from: 1000, to: 2000 })).toBe(
      '金额 从 1,000.00 到 2,000.00',
    )
    expect(say('percent', { kind: 'between', column: id, from: 0.45 })).toBe('金额 不低于 45.00%')
    expect(say('date', { kind: 'between', column: id, to: '2026-03-01' }, 'en')).toBe(
      '金额 at most 2026-03-01',
    )
    expect(say('text', { kind: 'is', column: id, values: ['甲', null] })).toBe('金额 是 甲、（空白）')
    expect(say('text', { kind: 'is', column: id, values: ['a', 'b', 'c', 'd', 'e'] }, 'en')).toBe(
      '金额 is a, b, c or 2 more',
    )
  })
})

describe('the rows of a bar', () => {
  const bars = [
    { from: 0, to: 10, count: 3 },
    { from: 10, to: 20, count: 4 },
  ]
  const days = [
    { from: '2026-02-01', to: '2026-03-01', count: 3 },
    { from: '2026-03-01', to: '2026-03-28', count: 4 },
  ]

  test('end before the next bar begins; those of the last one with it', () => {
    expect(filterOfBar(column('integer'), bars, 0)).toMatchObject({ from: 0, to: 9 })
    expect(filterOfBar(column('integer'), bars, 1)).toMatchObject({ from: 10, to: 20 })
    expect(filterOfBar(column('date'), days, 0)).toMatchObject({ from: '2026-02-01', to: '2026-02-28' })
    expect(filterOfBar(column('date'), days, 1)).toMatchObject({ to: '2026-03-28' })
    expect(filterOfBar(column('date'), days, 2)).toBeNull()
  })
})

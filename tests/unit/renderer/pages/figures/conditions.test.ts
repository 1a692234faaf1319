// Conditions on rows are read by the type of their column, and stand in the form again as they were typed.

import { describe, expect, it } from 'vitest'
import {
  type Condition,
  conditionOf,
  emptyCondition,
  kindsFor,
  readCondition,
} from '../../../../../renderer/pages/figures/conditions.ts'
import type { ColumnId, SourceId, TableId } from '../../../../../shared/model/ids.ts'
import type { Column, ColumnType, RowFilter, Table } from '../../../../../shared/model/table.ts'

const column = (type: ColumnType): Column => ({ id: type as ColumnId, name: type, type, letter: 'A' })
const condition = (type: ColumnType, given: Partial<Condition>): Condition => ({
  ...emptyCondition(),
  column: type as ColumnId,
  ...given,
})
const types: readonly ColumnType[] = ['text', 'money', 'percent', 'date', 'boolean']
const table: Table = {
  id: 't' as TableId,
  source: 's' as SourceId,
  sheet: '日报',
  range: 'A1:E9',
  headerRows: [1],
  name: '日报',
  skipped: [],
  rowCount: 8,
  columns: types.map(column),
}

describe('a condition', () => {
  it.each([
    ['text', { kind: 'is', text: '抖音、小红书' }, { kind: 'is', values: ['抖音', '小红书'] }],
    ['text', { kind: 'contains', text: ' 抖 ' }, { kind: 'contains', text: '抖' }],
    ['money', { kind: 'between', from: '1,000', to: '5万' }, { kind: 'between', from: 1000, to: 50_000 }],
    ['money', { kind: 'between', from: '≥1000' }, { kind: 'between', from: 1000 }],
    ['percent', { kind: 'between', from: '5', to: '12%' }, { kind: 'between', from: 0.05, to: 0.12 }],
    ['date', { kind: 'between', from: '2026-03-01' }, { kind: 'between', from: '2026-03-01' }],
    ['boolean', { kind: 'is', text: 'yes' }, { kind: 'is', values: [true] }],
    ['boolean', { kind: 'is', text: 'no' }, { kind: 'is', values: [false] }],
    ['text', { kind: 'filled' }, { kind: 'blank', filled: true }],
  ] as const)('on a column of %s is read as a filter', (type, given, filter) => {
    expect(readCondition(condition(type, given), column(type))).toEqual({ column: type, ...filter })
  })

  it('says nothing while it is empty or cannot be read', () => {
    expect(readCondition(condition('text', { kind: 'is', text: ' 、 ' }), column('text'))).toBeUndefined()
    expect(
      readCondition(condition('money', { kind: 'is', text: '3、很多' }), column('money')),
    ).toBeUndefined()
    expect(readCondition(condition('money', { kind: 'between' }), column('money'))).toBeUndefined()
  })

  it('comes back from its filter', () => {
    const filters: RowFilter[] = [
      { kind: 'is', column: 'text' as ColumnId, values: ['抖音', '小红书'] },
      { kind: 'contains', column: 'text' as ColumnId, text: '抖' },
      { kind: 'between', column: 'percent' as ColumnId, from: 0.05, to: 0.12 },
      { kind: 'is', column: 'boolean' as ColumnId, values: [false] },
      { kind: 'blank', column: 'date' as ColumnId, filled: true },
    ]
    for (const filter of filters) {
      const back = conditionOf(filter, table)
      const home = table.columns.find(({ id }) => id === filter.column)
      expect(back && home && readCondition(back, home)).toEqual(filter)
    }
  })

  it('has no fields for misfits, blanks, and values with a comma in them', () => {
    const text = 'text' as ColumnId
    expect(conditionOf({ kind: 'misfit', column: text }, table)).toBeUndefined()
    expect(conditionOf({ kind: 'blank', column: text, filled: false }, table)).toBeUndefined()
    expect(conditionOf({ kind: 'is', column: text, values: ['a,b'] }, table)).toBeUndefined()
    expect(conditionOf({ kind: 'contains', column: 'gone' as ColumnId, text: 'a' }, table)).toBeUndefined()
  })

  it('offers what makes sense for its column first', () => {
    expect(kindsFor(column('money'))[0]).toBe('between')
    expect(kindsFor(column('date'))[0]).toBe('between')
    expect(kindsFor(column('text'))).toEqual(['is', 'contains', 'filled'])
    expect(kindsFor(column('boolean'))).toEqual(['is', 'filled'])
  })
})

import { describe, expect, test } from 'vitest'
import { cellFormatter, columnNote } from '../../../../renderer/components/cell-text.ts'
import { columnUnit } from '../../../../shared/text/column-unit.ts'
import type { CellValue, Column } from '../../../../shared/model/table.ts'
import { dataWords } from '../../../../shared/text/data.ts'

const words = { yes: '是', no: '否' }

function shown(column: Partial<Column>, value: CellValue): string {
  const full = { id: 'c', name: '列', letter: 'A', type: 'number', ...column } as Column
  return cellFormatter(full, 'zh-CN', words)(value)
}

describe('a cell of the table view', () => {
  test('sets thousands apart, but not in a column of years', () => {
    expect(shown({ type: 'integer' }, 1630)).toBe('1,630')
    expect(shown({ type: 'integer', name: '入职年份' }, 2026)).toBe('2026')
    expect(shown({ type: 'integer', name: 'Fiscal year' }, 2026)).toBe('2026')
  })

  test('shows money with two decimals and a ratio as percent', () => {
    expect(shown({ type: 'money' }, 12345.6)).toBe('12,345.60')
    expect(shown({ type: 'percent' }, 0.0456)).toBe('4.56%')
  })

  test('shows other numbers with the decimals they have', () => {
    expect(shown({}, 5.8)).toBe('5.8')
    expect(shown({ type: 'duration' }, 12)).toBe('12')
  })

  test('shows days as they are stored, moments with a space, truth in words, nothing as nothing', () => {
    expect(shown({ type: 'date' }, '2026-03-02')).toBe('2026-03-02')
    expect(shown({ type: 'datetime' }, '2026-03-02T09:30:00')).toBe('2026-03-02 09:30:00')
    expect(shown({ type: 'boolean' }, true)).toBe('是')
    expect(shown({}, null)).toBe('')
  })
})

describe('the unit over a column', () => {
  const unit = (column: Partial<Column>, language: 'zh-CN' | 'en') =>
    columnUnit({ type: 'number', ...column }, language)

  test('names scale and unit', () => {
    expect(unit({ unit: '元', scale: 1e4 }, 'zh-CN')).toBe('万元')
    expect(unit({ unit: 'CNY', scale: 1e6 }, 'en')).toBe('million CNY')
    expect(unit({ unit: '人' }, 'zh-CN')).toBe('人')
  })

  test('is left to the type where that says it', () => {
    expect(unit({ type: 'percent' }, 'zh-CN')).toBe('')
  })
})

test('a column is described by its type, the periods that its dates are, its scale and its unit', () => {
  const note = (column: Parameters<typeof columnNote>[0]): string[] => [
    columnNote(column, 'zh-CN', dataWords['zh-CN']),
    columnNote(column, 'en', dataWords.en),
  ]
  expect(note({ type: 'date', step: 'quarter' })).toEqual(['日期 · 季度', 'date · quarter'])
  expect(note({ type: 'date', step: 'day' })).toEqual(['日期', 'date'])
  expect(note({ type: 'money', unit: '元', scale: 1e4 })).toEqual(['金额 · 万元', 'money · ×10,000 元'])
  // Another type was chosen: the periods say nothing any more.
  expect(note({ type: 'text', step: 'quarter' })).toEqual(['文本', 'text'])
})

import { describe, expect, test } from 'vitest'
import { parseCellRange } from '../../../../../../renderer/pages/data/review/cell-range.ts'
import type { PreviewSheet, ReviewTable } from '../../../../../../renderer/pages/data/review/recipe-edits.ts'
import {
  cellOf,
  columnsOf,
  columnWidths,
  linesOf,
  mergesOf,
  placesOf,
  rowKind,
  shownLength,
  tableAt,
} from '../../../../../../renderer/pages/data/review/sheet-view.ts'
import type { TableRecipe } from '../../../../../../shared/model/source.ts'
import type { Layout } from '../../../../../../shared/model/table.ts'

const row = (number: number, ...cells: string[]) => ({ row: number, hidden: false, cells })

const sheet: PreviewSheet = {
  name: '表',
  hidden: false,
  rows: [row(1, '日报'), row(3, '日期', '1月', '2月'), row(4, '甲', '1', '2'), row(5, '合计', '3', '4')],
  columns: 3,
  merges: ['A1:C1', 'B3:B4'],
  tables: [],
  more: false,
}

function table(asked: Partial<TableRecipe> = {}): ReviewTable {
  const range = asked.range ?? 'A3:C'
  return {
    asked: { sheet: '表', range, headerRows: [3], columns: [], rows: [], ...asked },
    found: {
      sheet: '表',
      range: 'A3:C4',
      headerRows: [3],
      name: '日报',
      skipped: [{ row: 5, why: 'total' }],
      rowCount: 1,
      columns: [
        { name: '日期', type: 'text', letter: 'A' },
        { name: '1月', type: 'integer', letter: 'B' },
        { name: '2月', type: 'integer', letter: 'C' },
      ],
    },
    range: parseCellRange(range) ?? { top: 1, left: 0, right: 0 },
  }
}

describe('the lines of a sheet', () => {
  test('have the blank rows between those of the preview, few of them one by one', () => {
    const lines = linesOf([row(2, 'a'), row(3, 'b'), row(9, 'c')])
    expect(lines.map(({ kind, row: at }) => `${kind} ${at}`)).toEqual([
      'row 1',
      'row 2',
      'row 3',
      'gap 4',
      'row 9',
    ])
    expect(lines[3]).toEqual({ kind: 'gap', row: 4, rows: 5 })
  })
})

describe('a row of the sheet', () => {
  test('is what the user says, else what was found', () => {
    expect([1, 3, 4, 5].map((at) => rowKind(table(), at))).toEqual([undefined, 'header', 'data', 'total'])
    expect(rowKind(table({ rows: [{ row: 5, as: 'data' }] }), 5)).toBe('data')
    expect(rowKind(table({ rows: [{ row: 4, as: 'note' }] }), 4)).toBe('note')
    expect(rowKind(table({ range: 'A3:C4' }), 6)).toBeUndefined()
  })

  test('belongs to the table whose range has its cells', () => {
    const tables = [table({ range: 'A3:B4' }), table({ range: 'C3:C' })]
    expect([tableAt(tables, 3, 0), tableAt(tables, 9, 2), tableAt(tables, 9, 0)]).toEqual([0, 1, -1])
  })
})

describe('the columns of a table', () => {
  test('keep those left out in their place, by the name over them', () => {
    const left = table({ columns: [{ letter: 'B', leftOut: true }] })
    if (left.found) left.found.columns.splice(1, 1)
    expect(columnsOf(left, sheet).map(({ letter, name, leftOut }) => [letter, name, leftOut])).toEqual([
      ['A', '日期', false],
      ['B', '1月', true],
      ['C', '2月', false],
    ])
  })

  test('of an unpivoted table stand over all the columns that were turned', () => {
    const layout: Layout = { kind: 'unpivot', letters: ['B', 'C'], label: '月份', value: '数值' }
    const turned = table({ layout, columns: [{ letter: 'B', type: 'money' }] })
    if (turned.found) {
      turned.found.columns = [
        { name: '日期', type: 'text', letter: 'A' },
        { name: '月份', type: 'text', letter: 'B' },
        { name: '数值', type: 'money', letter: 'B' },
      ]
    }
    expect(placesOf(turned, 'A')).toEqual([0])
    expect(placesOf(turned, 'B')).toEqual([1, 2])
    expect(columnsOf(turned, sheet).map(({ place, isLabel, changed }) => [place, isLabel, changed])).toEqual([
      ['A', false, false],
      ['', true, false],
      ['B–C', false, true],
    ])
  })
})

describe('the cells', () => {
  test('of a merge show once', () => {
    const { spans, covered } = mergesOf(sheet)
    expect(spans.get('1,0')).toBe(3)
    expect([...covered]).toEqual(['1,1', '1,2'])
    expect(mergesOf({ ...sheet, merges: ['nonsense', 'A1:ZZ1'] }).spans.get('1,0')).toBe(3)
  })

  test('of a problem are found by the name of the column or its letter', () => {
    const problem = { code: 'cell-misfit', sheet: '表', row: 4, detail: {} } as const
    expect(cellOf({ ...problem, column: '2月' }, [table()])).toEqual({ row: 4, column: 2 })
    expect(cellOf({ ...problem, column: 'B' }, [table()])).toEqual({ row: 4, column: 1 })
    expect(cellOf({ ...problem, column: '没有' }, [table()])).toEqual({ row: 4, column: undefined })
  })

  test('make columns as wide as most of them, within limits', () => {
    const long = {
      ...sheet,
      rows: [row(1, '字'.repeat(400)), ...Array.from({ length: 40 }, (_, at) => row(at + 2, '12'))],
    }
    const none = new Map<number, string>()
    const [first = 0] = columnWidths(long, none)
    expect(first).toBeLessThan(120)
    const wide = columnWidths({ ...sheet, rows: [row(1, '字'.repeat(400))] }, none)
    expect(Math.max(...wide)).toBeLessThanOrEqual(240)
    expect(columnWidths(long, new Map([[0, 'date · half-year']]))[0]).toBeGreaterThan(first)
    expect([shownLength('12ab'), shownLength('日期')]).toEqual([4, 4])
  })
})

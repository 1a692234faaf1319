import { expect, test } from 'vitest'
import { traceOf } from '../../../../shared/metrics/trace.ts'
import { recordRow } from '../../../../shared/model/cell-address.ts'
import type { Figure } from '../../../../shared/model/figure.ts'
import { ColumnId, FigureId, SourceId, TableId } from '../../../../shared/model/ids.ts'
import type { Layout, Table } from '../../../../shared/model/table.ts'

const id = TableId.parse('t')
const column = ColumnId.parse('c')

/** Where the cell of a record stands, before anything is read of it. */
function cellOf(layout: Layout | undefined, letter: string, row: number): string | undefined {
  const table: Table = {
    id,
    source: SourceId.parse('s'),
    sheet: '日报',
    range: 'A1:F9',
    headerRows: [1],
    name: '日报',
    skipped: [],
    rowCount: 8,
    ...(layout && { layout }),
    columns: [{ id: column, name: '花费', type: 'number', letter }],
  }
  const figure: Figure = {
    id: FigureId.parse('f'),
    name: '花费',
    kind: 'count',
    unit: '',
    rounding: { scale: 1, decimals: 0 },
    origin: { kind: 'cell', table: id, column, row, label: '抖音' },
    additive: true,
  }
  const places = new Map([[id, { file: 'a.xlsx', table }]])
  const trace = traceOf(figure, undefined, new Map(), () => undefined, places, 'zh-CN')
  expect(trace.text).toContain(trace.cells)
  return trace.cells
}

test('a cell is named by its place in the sheet, however the table is read', () => {
  expect(cellOf(undefined, 'C', 5)).toBe('C5')
  // Upright: the record is the sheet's fourth column, its field the sheet's row 7.
  expect(cellOf({ kind: 'columns' }, '7', 4)).toBe('D7')
  const layout: Layout = { kind: 'unpivot', letters: ['C', 'D', 'E'], label: '月份', value: '花费' }
  expect(cellOf(layout, 'C', recordRow(5, 4))).toBe('E5')
  expect(cellOf({ ...layout, value: '金额' }, 'A', recordRow(5, 4))).toBe('A5')
})

import { expect, test } from 'vitest'
import { traceOf } from '../../../../shared/metrics/trace.ts'
import { recordRow } from '../../../../shared/model/cell-address.ts'
import type { AggregateOrigin, Figure } from '../../../../shared/model/figure.ts'
import { ColumnId, FigureId, SourceId, TableId } from '../../../../shared/model/ids.ts'
import type { Language } from '../../../../shared/model/language.ts'
import type { Layout, Table } from '../../../../shared/model/table.ts'
import { sheetOf } from '../../../support/sheet.ts'

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

/** Which rows of a table took part, as the source of a figure tells it. */
function conditionsOf(origin: Partial<AggregateOrigin>, language: Language = 'zh-CN'): string {
  const columns = [
    { name: '日期', type: 'date' as const },
    { name: '渠道', type: 'text' as const },
    { name: '花费', type: 'money' as const, unit: '元' },
  ]
  const { table } = sheetOf('日报.csv', columns, [], { sheet: '日报' }).profile
  const figure: Figure = {
    id: FigureId.parse('f'),
    name: '花费',
    kind: 'amount',
    unit: '元',
    rounding: { scale: 1, decimals: 0 },
    origin: { kind: 'aggregate', table: table.id, column: c('c2'), fn: 'sum', filters: [], ...origin },
    additive: true,
  }
  const places = new Map([[table.id, { file: '日报.csv', table }]])
  return traceOf(figure, undefined, new Map(), () => undefined, places, language).text
}
const c = (name: string): ColumnId => ColumnId.parse(name)
const [date, channel, spent] = ['c0', 'c1', 'c2'].map(c) as [ColumnId, ColumnId, ColumnId]

test('rows that take part are told in words', () => {
  const zh = (where: AggregateOrigin['where']): string => conditionsOf({ where }).split('，')[1] ?? ''
  expect(zh([{ kind: 'between', column: date, from: '2026-03-01', to: '2026-03-31' }])).toBe(
    '日期在2026年3月1日至31日',
  )
  expect(zh([{ kind: 'between', column: date, from: '2026-03-01' }])).toBe('日期从2026年3月1日起')
  expect(zh([{ kind: 'between', column: date, to: '2026-03-31T12:00:00' }])).toBe('日期到2026年3月31日为止')
  expect(zh([{ kind: 'is', column: channel, values: ['抖音', '微信', null] }])).toBe('渠道为抖音、微信、空')
  expect(zh([{ kind: 'contains', column: channel, text: '裂变' }])).toBe('渠道含“裂变”')
  expect(zh([{ kind: 'between', column: spent, from: 0.1, to: 5000 }])).toBe('花费在 0.1 到 5000 之间')
  expect(zh([{ kind: 'between', column: spent, to: 5000 }])).toBe('花费不超过5000')
  expect(zh([{ kind: 'blank', column: channel, filled: true }])).toBe('渠道不为空')
  expect(zh([{ kind: 'misfit', column: spent }])).toBe('花费格式不符')
})

test('rows that take part are told in English too, filters before conditions', () => {
  const text = conditionsOf(
    {
      filters: [{ column: date, is: '2026-Q1', step: 'quarter' }],
      where: [
        { kind: 'is', column: channel, values: ['Douyin', 'WeChat'] },
        { kind: 'blank', column: spent, filled: false },
      ],
    },
    'en',
  )
  expect(text).toBe(
    '日报.csv, 日期 is Q1 2026, 渠道 is one of Douyin and WeChat, 花费 is empty, sum of 0 rows',
  )
})

test('a year in a column of words stays as it is', () => {
  expect(conditionsOf({ filters: [{ column: channel, is: '2026' }] })).toContain('渠道为2026，')
})

import { expect, test } from 'vitest'
import { matchTables } from '../../../../electron/store/match.ts'
import { SourceId } from '../../../../shared/model/ids.ts'
import type { FoundTable, Layout, Table } from '../../../../shared/model/table.ts'

const source = SourceId.parse('source-1')

/** A table whose columns stand side by side from A on, or have the letters given after a colon. */
function found(names: readonly string[], more: Partial<FoundTable> = {}): FoundTable {
  return {
    sheet: '日报',
    range: 'A1:F9',
    headerRows: [1],
    name: '日报',
    skipped: [],
    rowCount: 8,
    columns: names.map((text, index) => {
      const [name = '', letter = String.fromCharCode(65 + index)] = text.split(':')
      return { name, type: 'text', letter }
    }),
    ...more,
  }
}

const matched = (tables: readonly FoundTable[], earlier: readonly Table[] = []): Table[] =>
  matchTables(source, tables, earlier)

const idsOf = (table: Table | undefined): Map<string, string> =>
  new Map(table?.columns.map(({ name, id }) => [name, id]))

const unpivot: Layout = { kind: 'unpivot', letters: ['B', 'C', 'D'], label: '月份', value: '花费' }

test('months across that become rows are still the same table, also on a renamed sheet, and back again', () => {
  const wide = matched([found(['渠道', '1月', '2月', '3月', '备注'])])
  for (const sheet of ['日报', '新表']) {
    const long = matched([found(['渠道', '备注:E', '月份:B', '花费:B'], { layout: unpivot, sheet })], wide)
    expect(long[0]?.id).toBe(wide[0]?.id)
    expect(long[0]?.layout).toEqual(unpivot)
    for (const name of ['渠道', '备注']) expect(idsOf(long[0]).get(name)).toBe(idsOf(wide[0]).get(name))
    const again = matched([found(['渠道', '1月', '2月', '3月', '备注'])], long)
    expect(again).toEqual(wide)
  }
})

test('a month more is the same unpivoted table', () => {
  const long = (letters: string[]): FoundTable =>
    found(['渠道', '月份:B', '花费:B'], { layout: { ...unpivot, letters } as Layout })
  const first = matched([long(['B', 'C'])])
  const second = matched([long(['B', 'C', 'D'])], first)
  expect(second[0]?.id).toBe(first[0]?.id)
  expect(idsOf(second[0])).toEqual(idsOf(first[0]))
})

test('a table turned upright is the same as long as it begins at its place', () => {
  const lying = matched([found(['指标', '一月', '二月', '三月'])])
  const upright = { layout: { kind: 'columns' } as const }
  expect(matched([found(['月份', '曝光', '点击'], upright)], lying)[0]?.id).toBe(lying[0]?.id)
  expect(matched([found(['月份', '曝光', '点击'], { ...upright, range: 'H1:K4' })], lying)[0]?.id).not.toBe(
    lying[0]?.id,
  )
  // Without another layout other columns are another table.
  expect(matched([found(['月份', '曝光', '点击'])], lying)[0]?.id).not.toBe(lying[0]?.id)
})

test('a table that agrees by its columns goes before one that only begins at the same place', () => {
  const [lying] = matched([found(['指标', '一月', '二月'])])
  const [other] = matched([found(['月份', '曝光', '点击'], { range: 'H1:K4' })])
  if (!lying || !other) expect.fail()
  const upright = found(['月份', '曝光', '点击'], { layout: { kind: 'columns' } })
  expect(matched([upright], [lying, { ...other, range: 'H1:K4' }])[0]?.id).toBe(other.id)
})

test('what only the reader knows of a table is not kept', () => {
  const table = found(['渠道'], { headReason: 'user', offers: [{ kind: 'columns' }] })
  Object.assign(table.columns[0] ?? {}, { reason: { type: 'cells', filled: 1, misfits: 0 } })
  const [kept] = matched([table])
  expect(kept).not.toHaveProperty('headReason')
  expect(kept).not.toHaveProperty('offers')
  expect(kept?.columns[0]).not.toHaveProperty('reason')
})

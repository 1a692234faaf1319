import { describe, expect, test } from 'vitest'
import {
  changeColumn,
  changeHeader,
  changeLayout,
  changeRange,
  changeRow,
  followedRecipe,
  isEmptyRecipe,
  isLeftOut,
  type PreviewSheet,
  renamed,
  resetColumn,
  tablesOf,
  withDelimiter,
  withEncoding,
  withNewTable,
  withoutTable,
  withSheet,
  withTable,
} from '../../../../../../renderer/pages/data/review/recipe-edits.ts'
import { type Preview, Recipe, type TableRecipe } from '../../../../../../shared/model/source.ts'
import type { FoundTable, Layout } from '../../../../../../shared/model/table.ts'

const found = (range: string, more: Partial<FoundTable> = {}): FoundTable => ({
  sheet: '表',
  range,
  headerRows: [3],
  name: '日报',
  skipped: [],
  rowCount: 3,
  columns: [{ name: '日期', type: 'date', letter: 'A' }],
  ...more,
})

const sheetOf = (...tables: FoundTable[]): PreviewSheet => ({
  name: '表',
  hidden: false,
  rows: [{ row: 3, hidden: false, cells: ['日期', '渠道'] }],
  columns: 2,
  merges: [],
  tables,
  more: false,
})

const asked: TableRecipe = { sheet: '表', range: 'A3:D9', headerRows: [3], columns: [], rows: [] }

describe('the tables under review', () => {
  test('are those that were found, open below where nothing follows', () => {
    const [first, second, beside] = tablesOf(
      undefined,
      sheetOf(found('A3:B9'), found('A20:B30'), found('D3:E9')),
    )
    expect([first?.asked.range, second?.asked.range, beside?.asked.range]).toEqual(['A3:B9', 'A20:B', 'D3:E'])
    expect(first?.asked.columns).toEqual([])
  })

  test('are those that are asked for, each with what was found for it', () => {
    const recipe = { sheets: [{ sheet: '表', tables: [asked, { ...asked, range: 'F1:G2' }] }] }
    const tables = tablesOf(recipe, sheetOf(found('A3:D7')))
    expect(tables.map((table) => table.found?.range)).toEqual(['A3:D7', undefined])
    expect(tables[1]?.range).toEqual({ top: 1, left: 5, bottom: 2, right: 6 })
  })

  test('are guessed where the recipe was not followed', () => {
    const recipe = {
      encoding: 'big5',
      sheets: [
        { sheet: '表', tables: [asked] },
        { sheet: '二', tables: [] },
      ],
    }
    const preview = { file: 'a.xlsx', format: 'xlsx', size: 1, sheets: [], problems: [] } satisfies Preview
    const unfit = { code: 'recipe-unfit', sheet: '表', detail: { table: '日报' } } as const
    expect(followedRecipe(recipe, preview)).toBe(recipe)
    expect(followedRecipe(recipe, { ...preview, problems: [unfit] })).toEqual({
      encoding: 'big5',
      sheets: [{ sheet: '二', tables: [] }],
    })
  })

  test('of a sheet that is left out are none', () => {
    const recipe = withSheet(undefined, '表', false)
    expect(isLeftOut(recipe, '表')).toBe(true)
    expect(tablesOf(recipe, sheetOf(found('A3:D7')))).toEqual([])
    expect(isEmptyRecipe(withSheet(recipe, '表', true))).toBe(true)
  })

  test('are added, changed and taken away one at a time', () => {
    const sheet = sheetOf(found('A3:B9'))
    const added = withNewTable(undefined, sheet)
    expect(added.sheets?.[0]?.tables.map(({ range }) => range)).toEqual(['A3:B', 'A3:B'])
    const changed = withTable(undefined, sheet, 0, (table) => renamed(table, '投放'))
    expect(changed.sheets?.[0]?.tables[0]?.name).toBe('投放')
    expect(withoutTable(changed, sheet, 0).sheets?.[0]?.tables).toEqual([])
    for (const recipe of [added, changed]) expect(Recipe.parse(recipe)).toEqual(recipe)
  })
})

describe('a decision about a table', () => {
  test('leaves every other guess a guess', () => {
    const typed = changeColumn(asked, 'C', { type: 'money' })
    expect(typed.columns).toEqual([{ letter: 'C', type: 'money' }])
    const scaled = changeColumn(typed, 'C', { scale: 10_000 })
    expect(scaled.columns).toEqual([{ letter: 'C', type: 'money', scale: 10_000 }])
    expect(changeColumn(scaled, 'C', { type: undefined }).columns).toEqual([{ letter: 'C', scale: 10_000 }])
    expect(changeColumn(typed, 'C', { type: undefined }).columns).toEqual([])
    expect(resetColumn(scaled, 'C').columns).toEqual([])
  })

  test('takes other header rows, and the range begins with them', () => {
    expect(changeHeader(asked, [5])).toMatchObject({ headerRows: [5], range: 'A5:D9' })
    expect(changeHeader(asked, [4, 3])).toMatchObject({ headerRows: [3, 4], range: 'A3:D9' })
    expect(changeHeader(asked, [1])).toMatchObject({ headerRows: [1], range: 'A1:D9' })
    expect(changeHeader(asked, [])).toMatchObject({ headerRows: [], range: 'A3:D9' })
    // Below its own end it opens.
    expect(changeHeader(asked, [12])).toMatchObject({ headerRows: [12], range: 'A12:D' })
  })

  test('forgets of single rows what lies above a new header', () => {
    const told = changeRow(changeRow(asked, 4, 'total'), 7, 'note')
    expect(changeHeader(told, [5]).rows).toEqual([{ row: 7, as: 'note' }])
    expect(changeRow(told, 4, undefined).rows).toEqual([{ row: 7, as: 'note' }])
    expect(changeRow(told, 7, 'data').rows).toContainEqual({ row: 7, as: 'data' })
  })

  test('moves the range, with a header inside it', () => {
    expect(changeRange(asked, { top: 3, left: 0, right: 2 })).toMatchObject({
      range: 'A3:C',
      headerRows: [3],
    })
    expect(changeRange(asked, { top: 5, left: 0, bottom: 9, right: 3 })).toMatchObject({ headerRows: [5] })
    expect(changeRange({ ...asked, headerRows: [] }, { top: 5, left: 0, right: 3 }).headerRows).toEqual([])
  })

  test('takes another layout, whose columns are others', () => {
    const typed = changeColumn(asked, 'C', { type: 'money' })
    const layout: Layout = { kind: 'unpivot', letters: ['B', 'C'], label: '月份', value: '数值' }
    expect(changeLayout(typed, layout)).toMatchObject({ layout, columns: [] })
    expect(changeLayout(changeLayout(typed, layout), { kind: 'rows' }).layout).toEqual({ kind: 'rows' })
  })
})

describe('a decision about a file', () => {
  const recipe = {
    sheets: [{ sheet: '表', tables: [{ ...asked, rows: [{ row: 5, as: 'total' as const }] }] }],
  }

  test('keeps the tables when the encoding changes, not when the separator does', () => {
    expect(withEncoding(recipe, 'big5')).toEqual({ ...recipe, encoding: 'big5' })
    expect(withEncoding(withEncoding(recipe, 'big5'), undefined)).toEqual(recipe)
    expect(withDelimiter(withEncoding(recipe, 'big5'), ';')).toEqual({ encoding: 'big5', delimiter: ';' })
    expect(isEmptyRecipe(withDelimiter(recipe, undefined))).toBe(true)
  })
})

import { describe, expect, it } from 'vitest'
import { recipeOf, withHeaders } from '../../../../../shared/model/recipe-of.ts'
import { previewFile } from '../../../../../electron/import/index.ts'
import type { Recipe, TableRecipe } from '../../../../../shared/model/source.ts'
import { Recipe as RecipeShape, TableRecipe as TableRecipeShape } from '../../../../../shared/model/source.ts'
import type { FoundTable, Layout } from '../../../../../shared/model/table.ts'
import { type FoundInSheet, type Rows, findIn } from '../../../../support/found-sheet.ts'
import { readWhole } from '../../../../support/reading.ts'
import { type CellSpec, scratchFolder, serial, workbook } from '../../../../support/workbook.ts'

const only = ({ tables }: FoundInSheet): FoundTable => {
  const [table] = tables
  if (!table || tables.length > 1) throw new Error(`${tables.length} tables`)
  return table
}

const namesOf = ({ columns }: FoundTable): string[] => columns.map(({ name, type }) => `${name} ${type}`)

const bare = (range: string, more: Partial<TableRecipe> = {}): TableRecipe => ({
  sheet: '表',
  range,
  headerRows: [],
  columns: [],
  rows: [],
  ...more,
})

const report: Rows = [
  ['2026年投放月报（单位：万元）'],
  ['部门：市场部'],
  ['渠道', '点击', '花费', '备注'],
  ['抖音', 100, 1.5, '首月'],
  ['微信', 120, 2],
  ['合计', 220, 3.5],
  ['注：含补录'],
]

describe('a table that the user set', () => {
  it('is found as it was guessed when the recipe is that of the guess', () => {
    const guess = findIn(report)
    const set = findIn(report, { recipe: guess.tables.map((table) => recipeOf(table)) })
    const { headReason, ...rest } = only(set)
    expect(headReason).toBe('user')
    expect({ ...rest, headReason: 'words-over-values' }).toEqual(only(guess))
    expect(set.rows).toEqual(guess.rows)
    expect(TableRecipeShape.parse(recipeOf(only(guess)))).toEqual({
      sheet: '表',
      range: 'A3:D',
      headerRows: [3],
      columns: [],
      rows: [],
    })
  })

  it('reads days in the order that was set, whatever the cells seem to say', () => {
    const days: Rows = [
      ['日期', '数量'],
      ['3/4/2026', 1],
      ['5/6/2026', 2],
    ]
    const daysIn = (columns: TableRecipe['columns']): unknown[] => {
      const set = findIn(days, { recipe: [bare('A1:B', { headerRows: [1], columns })] })
      expect(TableRecipeShape.parse(bare('A1:B', { columns })).columns).toEqual(columns)
      return [only(set).columns[0]?.dayForm, ...set.rows.flat().map(({ values }) => values[0])]
    }
    expect(daysIn([{ letter: 'A', type: 'date', dayForm: 'day-first' }])).toEqual([
      'day-first',
      '2026-04-03',
      '2026-06-05',
    ])
    expect(daysIn([{ letter: 'A', type: 'date', dayForm: 'month-first' }])).toEqual([
      'month-first',
      '2026-03-04',
      '2026-05-06',
    ])
    expect(daysIn([{ letter: 'A', dayForm: 'day-first', type: 'text' }])[0]).toBeUndefined()
  })

  it('has the range, header, names, types and units that were set, and says so', () => {
    const found = findIn(report, {
      recipe: [
        bare('A3:C5', {
          headerRows: [3],
          name: '投放',
          columns: [
            { letter: 'A', name: '平台' },
            { letter: 'B', type: 'text' },
            { letter: 'C', unit: '美元', scale: 1000 },
          ],
        }),
      ],
    })
    const table = only(found)
    expect(table).toMatchObject({ name: '投放', range: 'A3:C5', headerRows: [3], rowCount: 2 })
    expect(table.columns).toMatchObject([
      { name: '平台', type: 'text', reason: { filled: 2, misfits: 0 } },
      { name: '点击', type: 'text', reason: { type: 'user' } },
      { name: '花费', type: 'money', unit: '美元', scale: 1000, reason: { unit: 'user' } },
    ])
    expect(found.rows).toEqual([
      [
        { row: 4, values: ['抖音', '100', 1.5] },
        { row: 5, values: ['微信', '120', 2] },
      ],
    ])
  })

  it('may have no unit, no header and columns left out', () => {
    const table = only(
      findIn(report, {
        recipe: [
          bare('A4:D5', {
            columns: [
              { letter: 'C', unit: '' },
              { letter: 'D', leftOut: true },
            ],
          }),
        ],
      }),
    )
    expect(namesOf(table)).toEqual(['A text', 'B money', 'C number'])
    expect(table.columns[2]).not.toHaveProperty('unit')
    expect(table).toMatchObject({ headerRows: [], headReason: 'user', range: 'A4:C5' })
  })

  it('follows the word of the user on single rows', () => {
    const { tables, rows } = findIn(report, {
      recipe: [
        bare('A3:D', {
          headerRows: [3],
          rows: [
            { row: 6, as: 'data' },
            { row: 5, as: 'note' },
          ],
        }),
      ],
    })
    expect(rows[0]?.map(({ row }) => row)).toEqual([4, 6])
    expect(tables[0]?.skipped).toContainEqual({ row: 5, why: 'note' })
  })

  it('ends where another one begins, when it is open below', () => {
    const rows: Rows = [
      ['渠道', '点击'],
      ['抖音', 1],
      ['微信', 2],
      [],
      ['总计', 3],
      ['数据来源：后台'],
      [],
      ['门店', '客流', '销售额'],
      ['西湖店', 10, 20],
      ['滨江店', 11, 21],
    ]
    const found = findIn(rows, { recipe: [bare('A1:B', { headerRows: [1] })] })
    expect(only(found)).toMatchObject({
      range: 'A1:B3',
      rowCount: 2,
      skipped: [
        { row: 4, why: 'blank' },
        { row: 5, why: 'total' },
        { row: 6, why: 'footnote' },
      ],
    })
    const both = findIn(rows, {
      recipe: [bare('A1:B', { headerRows: [1] }), bare('A8:C', { headerRows: [8] })],
    })
    expect(both.tables.map(({ range, rowCount }) => [range, rowCount])).toEqual([
      ['A1:B3', 2],
      ['A8:C10', 2],
    ])
  })

  it('takes in all rows of a range that is closed below', () => {
    const rows: Rows = [
      ['渠道', '点击'],
      ['抖音', 1],
      ['城市', '门店'],
      ['杭州', 5],
    ]
    const found = findIn(rows, { recipe: [bare('A1:B4', { headerRows: [1] })] })
    expect(only(found).rowCount).toBe(3)
  })

  it('is refused when its range is none', () => {
    expect(() => findIn(report, { recipe: [bare('3:4')] })).toThrow(
      expect.objectContaining({ code: 'input-invalid' }),
    )
  })
})

describe('a recipe on the next file', () => {
  const asked = findIn(report).tables.map((table) => recipeOf(table))
  const { tables } = findIn(report, { recipe: asked })
  const keep = (tablesAsked: TableRecipe[]): TableRecipe[] =>
    withHeaders({ sheets: [{ sheet: '表', tables: tablesAsked }] }, tables).sheets?.[0]?.tables ?? []
  const recipe = keep(asked)

  it('keeps what the header said, but for columns that the user named', () => {
    const named = asked.map((one): TableRecipe => ({ ...one, columns: [{ letter: 'B', name: '点击数' }] }))
    expect(keep(named)[0]?.header).toEqual({ rows: [3], left: 'A', names: ['渠道', '', '花费', '备注'] })
    expect(RecipeShape.parse({ sheets: [{ sheet: '表', tables: recipe }] })).toMatchObject({
      sheets: [{ tables: [{ header: { names: ['渠道', '点击', '花费', '备注'] } }] }],
    })
  })

  it('is not compared once the user chose another header', () => {
    const other = recipe.map((one): TableRecipe => ({ ...one, headerRows: [4], range: 'A4:D' }))
    expect(findIn(report, { recipe: other }).unfit).toBeUndefined()
  })

  it('fits a longer one', () => {
    const longer = [...report.slice(0, 5), ['百度', 80, 1.1], ['知乎', 60, 0.9], ['合计', 360, 5.5]]
    const found = findIn(longer, { recipe })
    expect(found.unfit).toBeUndefined()
    expect(only(found)).toMatchObject({ range: 'A3:D7', rowCount: 4, name: '2026年投放月报' })
  })

  it('does not fit one whose header says something else, or stands elsewhere', () => {
    const other = report.map((row, index) => (index === 2 ? ['城市', '门店', '员工', '备注'] : row))
    expect(findIn(other, { recipe })).toMatchObject({ unfit: '2026年投放月报', tables: [] })
    expect(findIn([[], ...report], { recipe }).unfit).toBeDefined()
    expect(findIn([], { recipe })).toMatchObject({ unfit: '表' })
  })

  it('does not fit one in which a column that was set says something else', () => {
    const set = recipe.map((one): TableRecipe => ({ ...one, columns: [{ letter: 'B', type: 'text' }] }))
    const other = report.map((row, index) => (index === 2 ? ['渠道', '曝光', '花费', '备注'] : row))
    expect(findIn(other, { recipe })).not.toHaveProperty('unfit')
    expect(findIn(other, { recipe: set })).toHaveProperty('unfit')
  })
})

const monthly: Rows = [
  ['渠道＼月份', '1月', '2月', '3月', '合计'],
  ['抖音', 10, null, 12, 22],
  ['微信', 20, 21, '待补', 41],
  ['合计', 30, 21, 12, 63],
]

describe('months across columns', () => {
  const guess = only(findIn(monthly))
  const [offer] = guess.offers ?? []

  it('are offered as rows', () => {
    expect(offer).toEqual({ kind: 'unpivot', letters: ['B', 'C', 'D'], label: '月份', value: '数值' })
    expect(namesOf(guess)).toEqual(['渠道 text', '1月 integer', '2月 integer', '3月 integer', '合计 integer'])
  })

  it('give a record each when that is asked for, totals left out', () => {
    const found = findIn(monthly, { recipe: [recipeOf(guess, offer)] })
    const table = only(found)
    expect(table).toMatchObject({ range: 'A1:D3', rowCount: 6, layout: offer })
    expect(table.columns.map(({ name, letter }) => [name, letter])).toEqual([
      ['渠道', 'A'],
      ['月份', 'B'],
      ['数值', 'B'],
    ])
    expect(found.rows[0]?.map(({ row, values, raw }) => [row % 16_384, ...values, raw?.[2]])).toEqual([
      [1, '抖音', '1月', 10, undefined],
      [2, '抖音', '2月', null, undefined],
      [3, '抖音', '3月', 12, undefined],
      [1, '微信', '1月', 20, undefined],
      [2, '微信', '2月', 21, undefined],
      [3, '微信', '3月', null, '待补'],
    ])
    expect(found.rows[0]?.map(({ row }) => Math.floor(row / 16_384))).toEqual([2, 2, 2, 3, 3, 3])
    expect(found.problems).toEqual([
      { code: 'cell-misfit', sheet: '表', row: 3, column: '数值', detail: { text: '待补', type: 'integer' } },
    ])
  })

  it('are days where their headers are', () => {
    const day = (month: number) => ({ value: serial(2026, month, 1), format: 'yyyy"年"m"月"' })
    const rows: Rows = [
      ['渠道', day(1), day(2), day(3)],
      ['抖音', 1, 2, 3],
      ['微信', 4, 5, 6],
    ]
    const guessed = only(findIn(rows))
    const found = findIn(rows, { recipe: [recipeOf(guessed, guessed.offers?.[0])] })
    expect(namesOf(only(found))).toEqual(['渠道 text', '月份 date', '数值 integer'])
    expect(found.rows[0]?.slice(0, 2).map(({ values }) => values)).toEqual([
      ['抖音', '2026-01-01', 1],
      ['抖音', '2026-02-01', 2],
    ])
  })

  it('do not fit a file that is narrower', () => {
    const recipe = { ...recipeOf(guess, offer), range: 'A1:C' }
    expect(findIn(monthly, { recipe: [recipe] })).toHaveProperty('unfit')
  })
})

describe('a table on its side', () => {
  const staff: Rows = [
    ['员工表'],
    ['姓名', '王琳', '赵一', '陈明', '合计'],
    ['部门', '市场', '研发', '市场'],
    ['入职日期', ...[1, 2, 3].map((month) => ({ value: serial(2026, month, 5), format: 'yyyy-mm-dd' }))],
    ['月薪(元)', 12_000, 18_000, 13_500, 43_500],
  ]
  const guess = only(findIn(staff.map((row) => row.slice(0, 4))))

  it('is offered upright', () => {
    expect(guess.offers).toEqual([{ kind: 'columns' }])
  })

  it('is read upright when that is asked for, its totals set aside', () => {
    const layout: Layout = { kind: 'columns' }
    const recipe = { ...recipeOf(guess, layout), range: 'A2:E5' }
    const found = findIn(staff, { recipe: [recipe] })
    const table = only(found)
    expect(table).toMatchObject({ name: '员工表', range: 'A2:D5', headerRows: [1], rowCount: 3, layout })
    expect(table.columns.map(({ name, type, unit, letter }) => [name, type, unit, letter])).toEqual([
      ['姓名', 'text', undefined, '2'],
      ['部门', 'text', undefined, '3'],
      ['入职日期', 'date', undefined, '4'],
      ['月薪', 'money', '元', '5'],
    ])
    expect(table.skipped).toContainEqual({ row: 5, why: 'total' })
    expect(found.rows[0]).toEqual([
      { row: 2, values: ['王琳', '市场', '2026-01-05', 12_000] },
      { row: 3, values: ['赵一', '研发', '2026-02-05', 18_000] },
      { row: 4, values: ['陈明', '市场', '2026-03-05', 13_500] },
    ])
  })

  it('is found again by the recipe of what was found', () => {
    const upright = only(findIn(staff, { recipe: [recipeOf(guess, { kind: 'columns' })] }))
    expect(only(findIn(staff, { recipe: [recipeOf(upright)] }))).toEqual(upright)
  })

  it('does not fit when there is far more of it than people read so', () => {
    const long: Rows = Array.from({ length: 600 }, (_, n) => [`字段${n}`, n, n])
    expect(findIn(long, { recipe: [bare('A1:C600', { layout: { kind: 'columns' } })] })).toHaveProperty(
      'unfit',
    )
  })
})

describe('a recipe on a file', () => {
  const { save } = scratchFolder()
  const asked: Recipe = {
    sheets: [{ sheet: '表', tables: findIn(report).tables.map((table) => recipeOf(table)) }],
  }

  it('is used for the sheets that it names, and leaves out those without a table', async () => {
    const file = save(
      '月报.xlsx',
      await workbook(
        { name: '表', rows: report },
        { name: '明细', rows: report },
        { name: '别的', rows: report },
      ),
    )
    const recipe = { sheets: [...(asked.sheets ?? []), { sheet: '明细', tables: [] }] }
    const { tables } = await readWhole(file, { recipe })
    expect(tables.map(({ table, rows }) => [table.sheet, table.headReason, rows.length])).toEqual([
      ['表', 'user', 2],
      ['别的', 'words-over-values', 2],
    ])
  })

  it('that it does not fit is guessed anew, and the user is told', async () => {
    const { tables } = findIn(report, { recipe: asked.sheets?.[0]?.tables ?? [] })
    const kept = withHeaders(asked, tables)
    const other: Rows = [
      ['门店', '客流', '销售额'],
      ['西湖店', 10, 20.5],
      ['滨江店', 11, 21],
    ]
    const file = save('门店.xlsx', await workbook({ name: '表', rows: [[], [], ...other] }))
    const problem = { code: 'recipe-unfit', sheet: '表', detail: { table: '表' } }
    const whole = await readWhole(file, { recipe: kept })
    expect(whole.inspection.problems).toEqual([problem])
    expect(whole.tables.map(({ table, rows }) => [table.range, rows.length])).toEqual([['A3:C5', 2]])
    const preview = await previewFile(file, { recipe: kept })
    expect([preview.problems, preview.sheets[0]?.tables[0]?.range]).toEqual([[problem], 'A3:C5'])
  })

  it('holds in the preview of a table that goes on behind it', async () => {
    const rows = [
      ...report.slice(0, 3),
      ...Array.from({ length: 400 }, (_, n): CellSpec[] => [`渠道${n}`, n, n * 2]),
    ]
    const file = save(
      '长表.xlsx',
      await workbook({ name: '表', rows: [...rows, [], ['城市', '门店'], ['杭州', 3]] }),
    )
    const tables = [...(asked.sheets?.[0]?.tables ?? []), bare('A405:B', { headerRows: [405] })]
    const preview = await previewFile(file, { recipe: { sheets: [{ sheet: '表', tables }] } })
    expect(preview.problems).toEqual([])
    expect(preview.sheets[0]?.tables.map(({ range }) => range)).toEqual(['A3:D200'])
    const { tables: whole } = await readWhole(file, { recipe: { sheets: [{ sheet: '表', tables }] } })
    expect(whole.map(({ table, rows: read }) => [table.range, read.length])).toEqual([
      ['A3:D403', 400],
      ['A405:B406', 1],
    ])
  })
})

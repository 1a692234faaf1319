import { describe, expect, it } from 'vitest'
import { earlierRecipe } from '../../../../shared/model/recipe-of.ts'
import type { Recipe } from '../../../../shared/model/source.ts'

const recipe = (encoding: string): Recipe => ({ encoding })
const source = (name: string, importedAt: string, own?: Recipe) => ({ name, importedAt, recipe: own })

describe('the recipe that a new file is read by', () => {
  it.each([
    ['渠道日报2026-03.xlsx', '渠道日报2026-04.xlsx'],
    ['2026年3月渠道日报.xlsx', '2026年4月渠道日报（1）.xlsx'],
    ['渠道日报 三月.xlsx', '渠道日报 四月 - 副本.csv'],
    ['经营月报_上半年.xlsx', '经营月报_下半年.xlsx'],
    ['第28周 拉新.xlsx', '第29周 拉新.xlsx'],
    ['Daily report Mar 2026.xlsx', 'Daily report Apr 2026 copy.xlsx'],
    ['sales-2026Q1.csv', 'sales-2026Q2.csv'],
  ])('of %s is that of %s', (before, after) => {
    expect(earlierRecipe([source(before, '2026-04-01', recipe('gb18030'))], after)).toEqual({
      usualEncoding: 'gb18030',
    })
  })

  it.each([
    ['渠道日报.xlsx', '区域日报.xlsx'],
    ['2026-03.xlsx', '2026-04.xlsx'],
    ['march.xlsx', 'market.xlsx'],
  ])('of %s is none of %s', (before, after) => {
    expect(earlierRecipe([source(before, '2026-04-01', recipe('gb18030'))], after)).toBeUndefined()
  })

  it('is that of the same name before any other, and then of the newest', () => {
    const sources = [
      source('日报1.csv', '2026-01-01', recipe('big5')),
      source('日报2.csv', '2026-02-01', recipe('gb18030')),
      source('日报3.csv', '2026-03-01'),
    ]
    expect(earlierRecipe(sources, '日报4.csv')).toEqual({ usualEncoding: 'gb18030' })
    expect(earlierRecipe(sources, '日报1.csv')).toEqual({ usualEncoding: 'big5' })
    expect(earlierRecipe(sources, '日报3.csv')).toBeUndefined()
  })

  it('says nothing of single rows, which were rows of that very file', () => {
    const table = { sheet: '表', range: 'A1:B', headerRows: [1], columns: [] }
    const own: Recipe = {
      sheets: [{ sheet: '表', tables: [{ ...table, rows: [{ row: 3, as: 'data' }] }] }],
    }
    expect(earlierRecipe([source('a.csv', '', own)], 'a.csv')).toEqual({
      sheets: [{ sheet: '表', tables: [{ ...table, rows: [] }] }],
    })
  })
})

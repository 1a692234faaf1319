// Figures are found by what one remembers of them.

import { describe, expect, it } from 'vitest'
import { searchFigures } from '../../../../renderer/components/figure-search.ts'
import { someFigure } from '../../../support/figures.ts'

const figures = [
  someFigure({ name: '抖音新增注册', text: '3.1万人' }),
  someFigure({ name: '新增注册', text: '5.8万人' }),
  someFigure({ name: 'Click rate', text: '3.57%' }),
  someFigure({ name: '获客成本', text: '25.50元/人' }),
]
const names = (query: string): string[] => searchFigures(figures, query).map(({ name }) => name)

describe('searching figures', () => {
  it('puts names that begin with the query first', () => {
    expect(names('新增')).toEqual(['新增注册', '抖音新增注册'])
  })

  it('finds a value, and a name of which only some characters are known', () => {
    expect(names('5.8')).toEqual(['新增注册'])
    expect(names('抖注册')).toEqual(['抖音新增注册'])
  })

  it('does not mind case, spaces and full-width characters', () => {
    expect(names('ｃｌｉｃｋＲate')).toEqual(['Click rate'])
    expect(names(' 25.5 ')).toEqual(['获客成本'])
  })

  it('gives all for nothing and nothing for what is not there', () => {
    expect(names('')).toHaveLength(4)
    expect(names('满意度')).toEqual([])
  })
})

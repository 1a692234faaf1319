import { describe, expect, it } from 'vitest'
import { periodKind } from '../../../../../electron/import/tables/period-names.ts'

const kinds = {
  year: ['2026', '2026年', '2026年度', 'FY2026'],
  half: ['上半年', '2026年下半年', 'H1', '2026H2'],
  quarter: ['Q1', '2026Q3', '第一季度', '二季度', '2026年3季度', '4Q', "Q1'26", 'q2 2026'],
  month: [
    '1月',
    '12月份',
    '2026年3月',
    '2026-03',
    '2026/3',
    '202603',
    'Jan',
    'September',
    "Mar '26",
    'Dec-2025',
    '十二月',
  ],
  week: ['第12周', '2026年第3周', 'W05', 'week 7', '第一周'],
  day: ['3月1日', '2026-03-01', '3/1', '15日', '周一', '星期日'],
} as const

describe('a header that names a period', () => {
  it.each(Object.entries(kinds))('is a %s', (kind, names) => {
    expect(names.map((name) => [name, periodKind(name)])).toEqual(names.map((name) => [name, kind]))
  })

  it('is no other word', () => {
    const others = [
      '月份',
      '13月',
      '渠道',
      '1月销量',
      '点击',
      '3',
      '2026年预算',
      'Marketing',
      '',
      '本月',
      '第3组',
    ]
    expect(others.map((name) => [name, periodKind(name)])).toEqual(others.map((name) => [name, undefined]))
  })
})

import { describe, expect, it } from 'vitest'
import {
  addableTo,
  isClockUnit,
  isOrdinal,
  isCurrency,
  parseHeader,
  parseUnit,
  scaleOf,
} from '../../../../shared/numbers/units.ts'

describe('a header', () => {
  it.each([
    ['成本(元)', { name: '成本', unit: '元' }],
    ['金额（万元）', { name: '金额', unit: '元', scale: 1e4 }],
    ['金额(单位:万元)', { name: '金额', unit: '元', scale: 1e4 }],
    ['销售额 [百万元]', { name: '销售额', unit: '元', scale: 1e6 }],
    ['曝光（万）', { name: '曝光', scale: 1e4 }],
    ['曝光量\n(万次)', { name: '曝光量', unit: '次', scale: 1e4 }],
    ['金额（含税，万元）', { name: '金额（含税）', unit: '元', scale: 1e4 }],
    ['金额(单位：元；不含税)', { name: '金额（不含税）', unit: '元' }],
    ['（万元）营业收入', { name: '营业收入', unit: '元', scale: 1e4 }],
    ['占比%', { name: '占比', unit: '%' }],
    ['CTR %', { name: 'CTR', unit: '%' }],
    ['花费 元', { name: '花费', unit: '元' }],
    ['金额_万元', { name: '金额', unit: '元', scale: 1e4 }],
    ['cost_usd', { name: 'cost', unit: 'USD' }],
    ['曝光/万', { name: '曝光', scale: 1e4 }],
    ['时长/分钟', { name: '时长', unit: '分钟' }],
    ['获客成本/元', { name: '获客成本', unit: '元' }],
    ['消耗：元', { name: '消耗', unit: '元' }],
    ['占比(%)', { name: '占比', unit: '%' }],
    ['CPM(元/千次)', { name: 'CPM', unit: '元/千次' }],
    ['成本(￥)', { name: '成本', unit: '元' }],
    ['Cost (CNY)', { name: 'Cost', unit: 'CNY' }],
    ['Revenue ($k)', { name: 'Revenue', unit: 'USD', scale: 1e3 }],
    ['Revenue, $m', { name: 'Revenue', unit: 'USD', scale: 1e6 }],
    ["Sales ($'000)", { name: 'Sales', unit: 'USD', scale: 1e3 }],
    ['Users (thousand)', { name: 'Users', scale: 1e3 }],
    ['Cost per user (CNY/person)', { name: 'Cost per user', unit: 'CNY/person' }],
  ])('%j gives its unit away', (header, words) => {
    expect(parseHeader(header)).toEqual(words)
  })

  it.each([
    '转化率(注册)',
    '点击/曝光',
    '成本/人',
    'A/B',
    '渠道',
    '达成率（同比）',
    'Sales team',
    'B2B k',
    '第1天',
    '100%',
    '%',
    '（一）收入',
    '金额（元，人）',
    'click_rate',
    '销量/天',
    '2026年3月',
    '',
  ])('%j has none to give', (header) => {
    expect(parseHeader(header)).toEqual({ name: header })
  })
})

describe('a unit standing alone', () => {
  it.each([
    ['万人', '人', 1e4],
    ['亿元', '元', 1e8],
    ['万亿元', '元', 1e12],
    ['百万美元', '美元', 1e6],
    ['千克', '千克', 1],
    ['千次', '次', 1e3],
    ['元/人', '元/人', 1],
    ['％', '%', 1],
    ['个百分点', '百分点', 1],
    ['thousand people', 'people', 1e3],
    ['k users', 'users', 1e3],
    ['USD million', 'USD', 1e6],
    ['CNY per person', 'CNY/person', 1],
    ['M', '', 1e6],
    ['m', 'm', 1],
    ['万', '', 1e4],
  ])('%s is %s times %d', (text, unit, scale) => {
    expect(parseUnit(text)).toEqual({ unit, scale })
  })

  it('is not guessed', () => {
    expect(['', '市场部', 'foo', '元人', '万万', 'x'.repeat(40)].map(parseUnit)).toEqual(
      Array(6).fill(undefined),
    )
  })

  it('is known for money, for the clock, for a place in an order', () => {
    expect(['元', 'CNY/person', '美元', '人', '%'].map(isCurrency)).toEqual([true, true, true, false, false])
    expect(['分钟', 'h', '天', '元'].map(isClockUnit)).toEqual([true, true, false, false])
    expect(['人', '组', '月', 'orders', '元'].map(isOrdinal)).toEqual([false, true, true, false, false])
    expect(['万', 'k', 'M', 'B', 'm', 'toString'].map(scaleOf)).toEqual([
      1e4,
      1e3,
      1e6,
      1e9,
      undefined,
      undefined,
    ])
  })

  it('is added to its like', () => {
    expect(['元', 'RMB', 'CNY/person', '美元', 'USD', 'km', 'm'].map(addableTo)).toEqual([
      '元',
      '元',
      '元',
      'USD',
      'USD',
      'km',
      'm',
    ])
    expect(['人', '%', '分钟', ''].map(addableTo)).toEqual(Array(4).fill(undefined))
  })
})

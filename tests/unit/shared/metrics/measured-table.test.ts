import { describe, expect, test } from 'vitest'
import { measureFigures } from '../../../../shared/metrics/index.ts'
import { maybeColumnRoles } from '../../../../shared/metrics/column-roles.ts'
import { Figure } from '../../../../shared/model/figure.ts'
import type { FigureState } from '../../../../shared/model/goal.ts'
import type { CellValue } from '../../../../shared/model/table.ts'
import { dailyRows, totalsOf } from '../../../../scripts/samples.ts'
import { dailySheet, measuringIn, proposed, statesOf } from '../../../support/sample-sheets.ts'
import { placesOf, readingsOf, type Sheet, type SheetColumn, sheetOf } from '../../../support/sheet.ts'

const named = (states: readonly FigureState[], name: string): FigureState => {
  const found = states.find((state) => state.name === name)
  if (!found) throw new Error(`no ${name} in ${states.map((state) => state.name).join(' ')}`)
  return found
}
const days = (count: number): string[] =>
  Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(2026, 2, 1 + index)).toISOString().slice(0, 10),
  )
const daily = (
  columns: readonly SheetColumn[],
  row: (day: string, index: number) => readonly CellValue[],
  count = 40,
): Sheet =>
  sheetOf(
    '表.xlsx',
    [{ name: '日期', type: 'date' }, ...columns],
    days(count).map((day, index) => [day, ...row(day, index)]),
  )

describe('the sample daily report', () => {
  const states = statesOf([dailySheet('zh-CN')], 'zh-CN')
  const all = totalsOf(dailyRows())

  test('proposes valid figures with ids of their own, the same every time', () => {
    for (const state of states) Figure.parse(state)
    const ids = states.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(statesOf([dailySheet('zh-CN')], 'zh-CN').map(({ id }) => id)).toEqual(ids)
  })

  test('has totals, days and channels', () => {
    expect(named(states, '累计注册')).toMatchObject({
      value: all.signUps,
      unit: '人',
      role: 'total',
      scope: '全部渠道合计',
    })
    expect(named(states, '累计成本').value).toBeCloseTo(all.costYuan, 6)
    expect(named(states, '统计天数').text).toBe('180天')
    expect(named(states, '渠道数').text).toBe('6个')
  })

  test('takes rates from totals and never averages them', () => {
    expect(named(states, '整体点击率').value).toBeCloseTo(all.clicks / all.impressions, 12)
    expect(named(states, '整体点击率').trace.text).toMatch(/累计点击.* ÷ .*累计曝光.*（渠道投放日报\.xlsx）$/)
    const douyin = totalsOf(dailyRows().filter(({ channel }) => channel.name['zh-CN'] === '抖音'))
    expect(named(states, '抖音注册转化率').value).toBeCloseTo(douyin.signUps / douyin.clicks, 12)
    expect(states.some(({ kind, origin }) => kind === 'rate' && origin.kind === 'aggregate')).toBe(false)
  })

  test('divides the cost by the sign-ups', () => {
    expect(named(states, '整体获客成本')).toMatchObject({
      kind: 'amount',
      unit: '元/人',
      text: '25.50元/人',
      additive: false,
    })
    const all30 = states.filter(({ name }) => name.endsWith('获客成本'))
    expect(all30).toHaveLength(7)
  })

  test('has parts that add up, shares that make a whole, and months', () => {
    const main = named(states, '累计注册')
    const parts = states.filter(({ role, part }) => role === 'part' && part?.of === main.id)
    const channels = parts.filter(({ part }) => part?.by === '渠道')
    const months = parts.filter(({ part }) => part?.step === 'month')
    const sum = (of: readonly FigureState[]): number =>
      of.reduce((total, { value }) => total + (value ?? 0), 0)
    expect(sum(channels)).toBe(all.signUps)
    expect(sum(months)).toBe(all.signUps)
    expect(months.map(({ name }) => name)).toEqual([
      '3月注册',
      '4月注册',
      '5月注册',
      '6月注册',
      '7月注册',
      '8月注册',
    ])
    expect(sum(states.filter(({ role }) => role === 'share'))).toBeCloseTo(1, 12)
    expect(named(states, '抖音注册占比').part).toEqual({ of: main.id, by: '渠道', key: '抖音' })
  })

  test('knows the usual and the best day', () => {
    expect(named(states, '日均注册').value).toBeCloseTo(all.signUps / 180, 6)
    expect(named(states, '单日最高注册')).toMatchObject({ at: '2026-06-17', role: 'peak' })
  })

  test('speaks English as well', () => {
    const english = statesOf([dailySheet('en')], 'en')
    for (const name of [
      'Total sign-ups',
      'Overall CTR',
      'Overall acquisition cost',
      'Douyin sign-ups',
      'Douyin share of sign-ups',
      'March sign-ups',
      'Average daily sign-ups',
      'Peak daily sign-ups',
      'Days covered',
      'Number of channels',
    ]) {
      expect(named(english, name).value).not.toBeNull()
    }
    expect(named(english, 'Overall acquisition cost').text).toBe('25.50 CNY/person')
    expect(
      english.filter(({ name, text, trace }) => /[\u4e00-\u9fff]/.test(`${name}${text}${trace.text}`)),
    ).toEqual([])
  })
})

describe('what may not be summed', () => {
  const sheet = daily(
    [
      { name: '日活', type: 'integer' },
      { name: '7日留存率', type: 'percent' },
    ],
    (_, index) => [1_000 + index, 0.4 + index / 1_000],
  )
  const states = statesOf([sheet], 'zh-CN')

  test('is averaged over its days, and its peak is a single row', () => {
    expect(named(states, '日活均值')).toMatchObject({ value: 1_019.5, additive: false, role: 'average' })
    expect(named(states, '单日最高日活')).toMatchObject({ value: 1_039, at: '2026-04-09' })
    expect(named(states, '7日留存率均值').value).toBeCloseTo(0.4195, 10)
    expect(states.some(({ origin }) => origin.kind === 'aggregate' && origin.fn === 'sum')).toBe(false)
  })

  test('has months but no shares', () => {
    expect(named(states, '3月日活').value).toBe(1_015)
    expect(states.some(({ role }) => role === 'share')).toBe(false)
  })

  test('new users of a day are summed all the same', () => {
    const some = statesOf([daily([{ name: '新增日活用户', type: 'integer' }], () => [5])], 'zh-CN')
    expect(named(some, '累计新增日活用户').value).toBe(200)
  })
})

describe('quotients found by arithmetic', () => {
  const counts: SheetColumn[] = [
    { name: '访问', type: 'integer' },
    { name: '付费', type: 'integer' },
  ]
  const ratio = (index: number): number => (5 + (index % 3)) / (100 + index)

  test('a rounded percentage is recognised', () => {
    const states = statesOf(
      [
        daily([...counts, { name: '转化', type: 'percent' }], (_, index) => [
          100 + index,
          5 + (index % 3),
          Number(ratio(index).toFixed(4)),
        ]),
      ],
      'zh-CN',
    )
    const [visits, paid] = [named(states, '累计访问').value ?? 1, named(states, '累计付费').value ?? 0]
    expect(named(states, '整体转化').value).toBeCloseTo(paid / visits, 12)
  })

  test('a percentage that is something else is averaged', () => {
    const states = statesOf(
      [
        daily([...counts, { name: '好评占比', type: 'percent' }], (_, index) => [
          100 + index,
          5 + (index % 3),
          0.9,
        ]),
      ],
      'zh-CN',
    )
    expect(named(states, '好评占比均值').value).toBeCloseTo(0.9, 12)
  })

  test('a unit cost that the table shows is not proposed twice', () => {
    const columns: SheetColumn[] = [
      { name: '注册', type: 'integer' },
      { name: '花费', type: 'money', unit: '元' },
      { name: '获客成本', type: 'money', unit: '元' },
    ]
    const states = statesOf(
      [
        daily(columns, (_, index) => [
          10 + index,
          250.5 + index * 3,
          Number(((250.5 + index * 3) / (10 + index)).toFixed(2)),
        ]),
      ],
      'zh-CN',
    )
    expect(states.filter(({ role }) => role === 'rate').map(({ name }) => name)).toEqual(['整体获客成本'])
    expect(named(states, '整体获客成本').origin.kind).toBe('formula')
  })
})

describe('other tables', () => {
  test('numbers of rows and running totals are no measures', () => {
    const states = statesOf(
      [
        daily(
          [
            { name: '序号', type: 'integer' },
            { name: '累计用户', type: 'integer' },
            { name: '订单', type: 'integer' },
          ],
          (_, index) => [index, index * 9, 3],
        ),
      ],
      'zh-CN',
    )
    expect(states.filter(({ role }) => role === 'total').map(({ name }) => name)).toEqual(['累计订单'])
  })

  test('a monthly table speaks of months', () => {
    const months = Array.from({ length: 8 }, (_, index) => [`2026-0${index + 1}-01`, 100 + index])
    const states = statesOf(
      [
        sheetOf(
          '月报.xlsx',
          [
            { name: '月份', type: 'date' },
            { name: '销售额', type: 'money', unit: '元' },
          ],
          months,
        ),
      ],
      'zh-CN',
    )
    expect(named(states, '统计月数').text).toBe('8个月')
    expect(named(states, '月均销售额').value).toBe(103.5)
    expect(named(states, '单月最高销售额').value).toBe(107)
  })

  test.each([
    { step: 'month', first: ['2026-01-01', '2026-02-01'], period: '2026-02-28', mean: '月均销售额' },
    { step: 'week', first: ['2026-07-06', '2026-07-13'], period: '2026-07-19', mean: '周均销售额' },
  ] as const)('a $step that is named by its first day lasts to its end', ({ step, first, period, mean }) => {
    const columns: SheetColumn[] = [
      { name: '期间', type: 'date', step },
      { name: '销售额', type: 'money', unit: '元' },
    ]
    const { profile } = sheetOf('期报.xlsx', columns, [
      [first[0], 10],
      [first[1], 30],
    ])
    const dates = maybeColumnRoles(profile)?.dates
    expect(dates?.step).toBe(step)
    expect(dates?.days).toEqual({ from: first[0], to: period })
    expect(
      named(
        statesOf(
          [
            sheetOf('期报.xlsx', columns, [
              [first[0], 10],
              [first[1], 30],
            ]),
          ],
          'zh-CN',
        ),
        mean,
      ).value,
    ).toBe(20)
  })

  test.each([
    ['quarter', ['2025-10-01', '2026-01-01'], ['2025-Q4', '2026-Q1'], '季均销售额', '单季最高销售额'],
    ['half', ['2025-07-01', '2026-01-01'], ['2025-H2', '2026-H1'], '半年均销售额', '单个半年最高销售额'],
    ['year', ['2024-01-01', '2025-01-01'], ['2024', '2025'], '年均销售额', '单年最高销售额'],
  ] as const)('a table by %s is told by its own step', (step, ends, keys, mean, peak) => {
    const columns: SheetColumn[] = [
      { name: '期间', type: 'date', step },
      { name: '销售额', type: 'money', unit: '元' },
    ]
    const sheet = sheetOf('期报.xlsx', columns, [
      [ends[0], 10],
      [ends[1], 30],
    ])
    expect(maybeColumnRoles(sheet.profile)?.dates).toMatchObject({ step, by: step, keys })
    const states = statesOf([sheet], 'zh-CN')
    expect(named(states, mean).value).toBe(20)
    expect(named(states, peak)).toMatchObject({ value: 30, at: keys[1] })
    expect(states.filter(({ part }) => part?.step === step).map(({ value }) => value)).toEqual([10, 30])
  })

  test('rows that stand three, six or twelve months apart are quarters, halves and years', () => {
    const stepOf = (...ends: readonly string[]): string | undefined =>
      maybeColumnRoles(
        sheetOf(
          '期报.xlsx',
          [
            { name: '期末', type: 'date' },
            { name: '销售额', type: 'money' },
          ],
          ends.map((end) => [end, 1]),
        ).profile,
      )?.dates?.step
    expect(stepOf('2025-12-31', '2026-03-31', '2026-06-30')).toBe('quarter')
    expect(stepOf('2025-06-30', '2025-12-31', '2026-06-30')).toBe('half')
    expect(stepOf('2024-12-31', '2025-12-31')).toBe('year')
    expect(stepOf('2026-01-31', '2026-02-28', '2026-03-31')).toBe('month')
  })

  test('notes are no dimension, and many parts are shown by the main measure only', () => {
    const columns: SheetColumn[] = [
      { name: '备注', type: 'text' },
      { name: '城市', type: 'text' },
      { name: '访问', type: 'integer' },
      { name: '订单', type: 'integer' },
    ]
    const states = statesOf(
      [daily(columns, (_, index) => [index % 2 ? '晴' : '雨', `城${index % 12}`, 9, 3])],
      'zh-CN',
    )
    expect(new Set(states.flatMap(({ part }) => (part && !part.step ? [part.by] : [])))).toEqual(
      new Set(['城市']),
    )
    expect(states.some(({ name }) => name === '城1访问')).toBe(false)
    expect(named(states, '城1订单').value).not.toBeNull()
  })

  test('months of two years are told apart', () => {
    const states = statesOf([daily([{ name: '订单', type: 'integer' }], () => [1], 400)], 'zh-CN')
    expect(named(states, '2026年3月订单').value).toBe(31)
    expect(named(states, '2027年3月订单').value).toBe(31)
  })

  test('a table without dates is summed only where it divides something countable', () => {
    const of = (by: string, measure: string): Figure[] =>
      proposed(
        [
          sheetOf(
            '名单.xlsx',
            [
              { name: by, type: 'text' },
              { name: measure, type: 'integer' },
            ],
            [
              ['甲', 1],
              ['乙', 2],
            ],
          ).profile,
        ],
        'zh-CN',
      ).figures
    expect(of('姓名', '注册')).toEqual([])
    expect(of('渠道', '年龄')).toEqual([])
    expect(of('渠道', '电话')).toEqual([])
    const summed = of('渠道', '注册')
    expect(summed.map(({ name }) => name)).toEqual([
      '渠道数',
      '累计注册',
      '甲注册',
      '乙注册',
      '甲注册占比',
      '乙注册占比',
    ])
    // The report is written around a table with dates.
    expect(summed.every(({ role }) => role === undefined)).toBe(true)
  })

  test('a scaled column is summed in base units', () => {
    const sheet = daily([{ name: '曝光', type: 'number', unit: '次', scale: 1e4 }], () => [2.5], 4)
    expect(named(statesOf([sheet], 'zh-CN'), '累计曝光')).toMatchObject({ value: 100_000, text: '10.00万次' })
  })

  test('figures outlive a newer file', () => {
    const [first, second] = [dailySheet('zh-CN'), dailySheet('zh-CN', { factor: 2 })]
    const { figures, goals } = proposed([first.profile], 'zh-CN')
    const later = measureFigures(
      figures,
      goals,
      readingsOf(figures, [second]),
      placesOf([second]),
      measuringIn('zh-CN'),
    )
    expect(later.every(({ value }) => value !== null)).toBe(true)
  })
})

import { describe, expect, test } from 'vitest'
import { plotChart } from '../../../../shared/charts/index.ts'
import { drawn, rates } from '../../../support/drawn-chart.ts'

const titleOf = (...given: Parameters<typeof drawn>): string => drawn(...given).plot.title
const english = { language: 'en' } as const
const money = { kind: 'amount', unit: '元', rounding: { scale: 1, decimals: 1 } } as const
/** What stands where nothing can be concluded. */
const nothing = '图'

describe('goals', () => {
  const named = { name: '用户拉新' }

  test('one or two are told by how far they were met', () => {
    expect(
      titleOf(
        'attainment',
        ['新增用户'],
        [{ values: [59_000], targets: [50_000], aspect: 'attainment' }],
        named,
      ),
    ).toBe('用户拉新：新增用户达成118%')
    expect(
      titleOf(
        'cards',
        ['成本'],
        [{ values: [22.6], targets: [25], polarity: 'lower', figure: money }],
        named,
      ),
    ).toBe('用户拉新：成本较目标降9.6%')
    expect(
      titleOf('cards', ['成本'], [{ values: [30], targets: [25], polarity: 'lower', figure: money }], named),
    ).toBe('用户拉新：成本超出目标20%')
    expect(
      titleOf('cards', ['成本'], [{ values: [25], targets: [25], polarity: 'lower', figure: money }], named),
    ).toBe('用户拉新：成本与目标持平')
    expect(titleOf('target', ['用户拉新'], [{ values: [118], targets: [100] }], named)).toBe(
      '用户拉新达成118%',
    )
  })

  test('a rate is told by its outcome, which counts in percentage points', () => {
    const { spec, figures } = drawn(
      'cards',
      ['留存率'],
      [{ values: [0.482], targets: [0.45], figure: rates }],
      named,
    )
    const told = new Map(
      [...figures].map(([id, figure]) => [
        id,
        figure.goal
          ? {
              ...figure,
              goal: { ...figure.goal, text: { ...figure.goal.text, outcome: '高出目标3.2个百分点' } },
            }
          : figure,
      ]),
    )
    expect(plotChart(spec, told, 'zh-CN').title).toBe('用户拉新：留存率高出目标3.2个百分点')
  })

  test('more are counted, and the one that is farthest behind is named when it is alone', () => {
    const several = (values: number[]): string =>
      titleOf('attainment', ['甲', '乙', '丙'], [{ values, targets: [10, 10, 10], aspect: 'attainment' }])
    expect(several([12, 10, 11])).toBe('3项目标全部达成')
    expect(several([12, 8, 11])).toBe('3项目标达成2项，乙达成率80%')
    expect(several([12, 8, 8])).toBe('3项目标达成1项')
    expect(several([7, 8, 9])).toBe('3项目标均未达成，甲达成率70%')
    expect(
      titleOf(
        'attainment',
        ['A', 'B', 'C'],
        [{ values: [1, 9, 9], targets: [1, 1, 1], aspect: 'attainment' }],
        english,
      ),
    ).toBe('All 3 goals were met')
  })

  test('what has no verdict is not counted', () => {
    expect(
      titleOf(
        'attainment',
        ['甲', '乙', '丙', '丁'],
        [{ values: [12, null, 11, 9], targets: [10, 10, 10, 10], aspect: 'attainment' }],
      ),
    ).toBe('3项目标达成2项，丁达成率90%')
    expect(titleOf('cards', ['甲'], [{ values: [1] }])).toBe(nothing)
  })
})

describe('parts', () => {
  const pie = (values: (number | null)[], figure = {}): string =>
    titleOf('pie', ['抖音', '社群', '地推', '其他'].slice(0, values.length), [{ values, figure }])

  test('the largest is named with its share', () => {
    expect(pie([45.2, 30, 24.8])).toBe('抖音占比最高，达45.2%')
    expect(pie([0.452, 0.3, 0.248], rates)).toBe('抖音占比最高，达45.2%')
    expect(titleOf('pie', ['A', 'B'], [{ values: [3, 1] }], english)).toBe('A is the largest, with 75.0%')
  })

  test('equals share the place, all equal have none', () => {
    expect(pie([40, 40, 20])).toBe('抖音、社群占比并列最高，各为40.0%')
    expect(pie([1, 1, 1])).toBe(nothing)
  })

  test('nothing is said where a part is missing, negative, more than all, or hidden in the rest', () => {
    expect(pie([45, null, 24])).toBe(nothing)
    expect(pie([45, -5, 24])).toBe(nothing)
    expect(pie([0.8, 0.5, 0.2], rates)).toBe(nothing)
    expect(pie([30, 20, 10, 40])).toBe(nothing)
    expect(pie([40, 20, 10, 30])).toBe('抖音占比最高，达40.0%')
  })

  test('of stacks, the largest over all of them', () => {
    const series = [
      { name: '抖音', values: [10, 30] },
      { name: '社群', values: [20, 10] },
    ]
    expect(titleOf('stacked', ['1月', '2月'], series)).toBe('抖音占比最高，达57.1%')
    const averages = series.map((one) => ({ ...one, figure: { additive: false } }))
    expect(titleOf('stacked', ['1月', '2月'], averages)).toBe(nothing)
  })
})

describe('periods', () => {
  const line = (values: (number | null)[], figure = {}): string =>
    titleOf('line', ['1月', '2月', '3月'], [{ values, figure }])

  test('the peak is held against the first', () => {
    expect(line([100, 120, 132.4])).toBe('3月最高，较1月增长32.4%')
    expect(line([0.18, 0.24, 0.2], rates)).toBe('2月最高，较1月提高6个百分点')
    expect(line([100, 80, 60])).toBe('3月最低，较1月下降40%')
    expect(titleOf('line', ['January', 'March'], [{ values: [100, 132.4] }], english)).toBe(
      'March is the highest, 32.4% above January',
    )
  })

  test('a tiny or empty base carries no growth', () => {
    expect(line([2, 5, 9])).toBe('3月最高，达9人')
    expect(line([0, 50, 90])).toBe('3月最高，达90人')
    expect(line([10, 50, 190])).toBe('3月最高，达190人')
  })

  test('two peaks are none', () => {
    expect(line([10, 50, 50])).toBe(nothing)
    expect(line([50, 50, 50])).toBe(nothing)
    expect(line([null, 50, null])).toBe(nothing)
  })

  test('several measures are told from the first to the last', () => {
    expect(
      titleOf(
        'line',
        ['1月', '2月'],
        [
          { name: '注册', values: [100, 132.4] },
          { name: '首单', values: [50, 45] },
        ],
      ),
    ).toBe('1月至2月注册+32.4%，首单-10%')
  })

  test('categories that are no periods have a highest, not a growth', () => {
    expect(titleOf('column', ['抖音', '社群'], [{ values: [30, 20] }])).toBe('抖音最高，达30人')
    expect(titleOf('bar', ['抖音', '社群'], [{ values: [30, 30] }])).toBe(nothing)
  })
})

describe('changes', () => {
  const pairs = (categories: string[], before: number[], after: number[], figure = {}): string =>
    titleOf('pairs', categories, [
      { name: '前', values: before, figure },
      { name: '后', values: after, figure },
    ])

  test('one is told whole', () => {
    expect(pairs(['注册率'], [0.18], [0.24], rates)).toBe('注册率由18.0%提升至24.0%，+6个百分点')
    expect(pairs(['成本'], [30], [22.5], money)).toBe('成本由30.0元降至22.5元，-25%')
    expect(pairs(['成本'], [30], [30], money)).toBe('成本保持在30.0元')
  })

  test('of several the largest, where they can be compared', () => {
    expect(pairs(['甲', '乙', '丙'], [0.1, 0.2, 0.3], [0.12, 0.3, 0.31], rates)).toBe(
      '乙变化最大，由20.0%提升至30.0%（+10个百分点）',
    )
    expect(pairs(['甲', '乙', '丙'], [0.1, 0.2, 0.3], [0.2, 0.3, 0.31], rates)).toBe(nothing)
    expect(pairs(['甲', '乙'], [0.1, 0.2], [0.12, 0.3], rates)).toBe('甲+2个百分点，乙+10个百分点')
  })

  test('a test is held against its control', () => {
    expect(
      titleOf(
        'index',
        ['点击率', '付费率'],
        [
          { name: '对照组', values: [0.1, 0.05], figure: rates },
          { name: '实验组', values: [0.14, 0.04], figure: rates },
        ],
      ),
    ).toBe('较对照组，点击率高40%，付费率低20%')
  })

  test('of things on their own, the one farthest from the first is named; of periods the last', () => {
    expect(titleOf('index', ['抖音', '社群', '商店'], [{ values: [100, 40, 90] }])).toBe('较抖音，社群低60%')
    expect(titleOf('index', ['1月', '2月', '3月'], [{ values: [100, 40, 90] }])).toBe('较1月，3月低10%')
  })
})

describe('funnels', () => {
  test('the step that loses most is named', () => {
    expect(titleOf('funnel', ['曝光', '点击', '注册'], [{ values: [1000, 120, 60] }])).toBe(
      '曝光→点击流失最多，流失率88.0%',
    )
    expect(titleOf('funnel', ['曝光', '点击', '注册'], [{ values: [1000, 500, 250] }])).toBe(
      '整体转化率25.0%',
    )
  })

  test('a step that grows or is missing bears no conclusion', () => {
    expect(titleOf('funnel', ['曝光', '点击', '注册'], [{ values: [100, 120, 60] }])).toBe(nothing)
    expect(titleOf('funnel', ['曝光', '点击', '注册'], [{ values: [100, null, 60] }])).toBe(nothing)
    expect(titleOf('funnel', ['曝光', '点击'], [{ values: [0, 0] }])).toBe(nothing)
  })

  test('two are told by what comes out of them', () => {
    const series = [{ values: [100, 32] }, { values: [200, 96] }]
    expect(titleOf('funnel', ['进入', '支付'], series)).toBe('整体转化率由32.0%提升至48.0%，+16个百分点')
  })
})

describe('the rest', () => {
  test('a waterfall names who did most', () => {
    const fall = (values: number[]): string =>
      titleOf('waterfall', ['前', '抖音', '社群', '后'], [{ values }])
    expect(fall([50, 14, 5, 69])).toBe('总量增加19人，抖音影响最大（+14人）')
    expect(fall([50, -14, 5, 41])).toBe('总量减少9人，抖音影响最大（-14人）')
    expect(fall([50, -14, 20, 56])).toBe('总量增加6人，社群影响最大（+20人）')
    expect(fall([50, 14, 14, 78])).toBe(nothing)
    expect(fall([50, -8, 14, 50])).toBe('社群影响最大（+14人）')
  })

  test('a survey names the answer chosen most', () => {
    const survey = (values: number[]): string =>
      titleOf('survey', ['价格', '功能', '内容'], [{ values, figure: rates }])
    expect(survey([0.68, 0.52, 0.35])).toBe('选“价格”的最多，占68.0%')
    expect(survey([0.52, 0.52, 0.35])).toBe(nothing)
  })

  test('a plan is told by its span', () => {
    expect(
      titleOf('gantt', [], [], {
        spans: [
          { name: '调研', from: '2026-03-02', to: '2026-03-20', share: 1 },
          { name: '执行', from: '2026-03-16', to: '2026-06-30', share: 0.5 },
        ],
      }),
    ).toBe('2项工作，2026年3月2日至6月30日，已完成1项')
  })

  test('a heat table names its highest cell', () => {
    const rows = [
      { name: '新用户', values: [0.1, 0.3], figure: rates },
      { name: '老用户', values: [0.2, 0.25], figure: rates },
    ]
    expect(titleOf('heat', ['9点', '20点'], rows)).toBe('新用户20点最高，达30.0%')
  })

  test('units that differ are not compared', () => {
    expect(
      titleOf(
        'column',
        ['甲'],
        [
          { name: '一', values: [3] },
          { name: '二', values: [5], figure: money },
        ],
      ),
    ).toBe(nothing)
  })

  test('a name that is a paragraph is no title', () => {
    const long = '因为'.repeat(40)
    expect(titleOf('column', [long, '社群'], [{ values: [30, 20] }])).toBe(nothing)
  })

  test('the user’s own words stay as they are, and none is none', () => {
    expect(drawn('column', ['甲'], [{ values: [1] }], { title: { text: '我说了算' } }).plot.title).toBe(
      '我说了算',
    )
    const { spec, figures } = drawn('column', ['甲', '乙'], [{ values: [2, 1] }])
    const { title: _, ...untitled } = spec
    expect(plotChart(untitled, figures, 'zh-CN').title).toBe('')
  })
})

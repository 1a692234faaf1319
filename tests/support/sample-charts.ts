// One chart of every kind, in both languages, as a report would hold it. The numbers are invented.

import { plotChart } from '../../shared/charts/index.ts'
import type { ChartKind, ChartSeries, ChartState, Plot } from '../../shared/model/chart.ts'
import type { FigureKind, Rounding } from '../../shared/model/figure.ts'
import type { FigureState, JudgedGoal, Polarity } from '../../shared/model/goal.ts'
import { ChartId, FigureId } from '../../shared/model/ids.ts'
import type { Language } from '../../shared/model/language.ts'
import { formatPercent, formatValue } from '../../shared/numbers/format.ts'
import { someFigure } from './figures.ts'

interface Look {
  kind?: FigureKind
  unit?: string
  rounding?: Rounding
  target?: number
  polarity?: Polarity
}

export interface SampleCharts {
  charts: ChartState[]
  figures: ReadonlyMap<FigureId, FigureState>
}

export function sampleCharts(language: Language): SampleCharts {
  const zh = language === 'zh-CN'
  const say = (chinese: string, english: string): string => (zh ? chinese : english)
  const figures = new Map<FigureId, FigureState>()
  const people = say('人', 'people')
  const inTenThousands: Rounding = zh ? { scale: 1e4, decimals: 2 } : { scale: 1, decimals: 0 }
  const whole: Rounding = { scale: 1, decimals: 0 }
  const rate: Look = { kind: 'rate', unit: '%', rounding: { scale: 1, decimals: 1 } }
  let count = 0

  const add = (name: string, value: number | null, look: Look = {}): FigureId => {
    const id = FigureId.parse(`f${++count}`)
    const { kind = 'count', unit = people, rounding = inTenThousands, target, polarity = 'higher' } = look
    const text = value === null ? '—' : formatValue(value, { kind, unit, rounding }, language)
    const figure = someFigure({ id, name, kind, unit, rounding, value, text, additive: kind === 'count' })
    figures.set(id, {
      ...figure,
      ...(target !== undefined &&
        value !== null && { goal: goalOf(id, value, target, polarity, { kind, unit, rounding }, language) }),
    })
    return id
  }
  const series = (name: string, values: readonly (number | null)[], look: Look = {}): ChartSeries => ({
    name,
    figures: values.map((value) => (value === null ? null : add(name, value, look))),
    aspect: 'value',
  })
  const chart = (
    kind: ChartKind,
    name: string,
    categories: readonly string[],
    drawn: ChartSeries[],
    more: Partial<ChartState> = {},
  ): ChartState => ({
    id: ChartId.parse(`chart-${kind}`),
    kind,
    name,
    categories: [...categories],
    series: drawn,
    ...more,
  })

  const channels = zh
    ? ['抖音', '小红书', '微信社群', '百度搜索', '校园地推']
    : ['TikTok', 'RED', 'WeChat groups', 'Baidu search', 'Campus']
  const months = zh
    ? ['3月', '4月', '5月', '6月', '7月', '8月']
    : ['March', 'April', 'May', 'June', 'July', 'August']
  const titled = { title: { auto: true } } as const

  const goals: [name: string, value: number, look: Look][] = [
    [say('新增有效用户', 'New users'), 62_000, { target: 50_000 }],
    [say('月活跃用户均值', 'Monthly active users'), 195_000, { target: 180_000 }],
    [say('付费用户', 'Paying users'), 9_260, { target: 8_000 }],
    [say('7日留存率', '7-day retention'), 0.482, { ...rate, target: 0.45 }],
    [say('付费转化率', 'Conversion'), 0.041, { ...rate, target: 0.045 }],
    [
      say('拉新成本', 'Acquisition cost'),
      22.3,
      {
        kind: 'amount',
        unit: say('元/人', 'CNY'),
        rounding: { scale: 1, decimals: 1 },
        target: 25,
        polarity: 'lower',
      },
    ],
  ]
  const goalFigures = goals.map(([name, value, look]) => add(name, value, look))
  const counted = goals.slice(0, 3)
  const countedFigures = goalFigures.slice(0, 3)
  const steps = zh ? ['曝光', '点击', '注册', '首单'] : ['Shown', 'Clicked', 'Signed up', 'First order']

  const charts: ChartState[] = [
    chart('column', say('各渠道注册与首单', 'Sign-ups and first orders by channel'), channels, [
      series(say('注册', 'Sign-ups'), [18_234, 12_345, 9_876, 8_012, 5_678]),
      series(say('首单', 'First orders'), [5_612, 3_826, 3_061, 2_483, 1_760]),
    ]),
    chart(
      'bar',
      say('各渠道获客成本', 'Cost per sign-up'),
      zh
        ? ['抖音信息流短视频广告投放', '小红书', '微信社群', '百度搜索', '校园地推']
        : ['TikTok in-feed video campaign', 'RED', 'WeChat groups', 'Baidu search', 'Campus'],
      [
        series(say('获客成本', 'Cost per sign-up'), [36.8, 28.5, 12, 22.3, 18.5], {
          kind: 'amount',
          unit: say('元/人', 'CNY'),
          rounding: { scale: 1, decimals: 1 },
        }),
      ],
      { ...titled, sort: 'descending' },
    ),
    chart(
      'target',
      say('目标与实际', 'Targets and actuals'),
      counted.map(([name]) => name),
      [
        { name: say('目标', 'Target'), figures: countedFigures, aspect: 'target' },
        { name: say('实际', 'Actual'), figures: countedFigures, aspect: 'value' },
      ],
      titled,
    ),
    chart(
      'attainment',
      say('各项目标达成程度', 'Attainment of goals'),
      goals.map(([name]) => name),
      [{ name: say('达成程度', 'Attainment'), figures: goalFigures, aspect: 'attainment' }],
      titled,
    ),
    chart(
      'bullet',
      say('目标完成情况', 'Goals'),
      counted.map(([name]) => name),
      [
        { name: say('实际', 'Actual'), figures: countedFigures, aspect: 'value' },
        { name: say('目标', 'Target'), figures: countedFigures, aspect: 'target' },
      ],
    ),
    chart(
      'line',
      say('每月新增注册', 'Sign-ups by month'),
      months,
      [series(say('注册', 'Sign-ups'), [7_020, 8_131, 9_642, 12_800, 11_420, 13_050])],
      {
        ...titled,
        line: { figure: add(say('月目标', 'Monthly target'), 10_000), aspect: 'value' },
        events: [{ at: months[3] ?? '', text: say('618活动', 'Mid-year sale') }],
      },
    ),
    chart('combo', say('注册与获客成本', 'Sign-ups and cost'), months, [
      { ...series(say('注册', 'Sign-ups'), [7_020, 8_131, 9_642, 12_800, 11_420, 13_050]), as: 'column' },
      {
        ...series(say('获客成本', 'Cost per sign-up'), [32.1, 30.4, 28.9, 24.2, 25.5, 22.3], {
          kind: 'amount',
          unit: say('元/人', 'CNY'),
          rounding: { scale: 1, decimals: 1 },
        }),
        as: 'line',
        axis: 'second',
      },
    ]),
    chart(
      'pie',
      say('注册渠道构成', 'Sign-ups by channel'),
      [...channels, say('其他', 'Other')],
      [series(say('注册', 'Sign-ups'), [18_234, 12_345, 9_876, 8_012, 2_678, 1_200])],
      titled,
    ),
    chart('stacked', say('各月注册构成', 'Sign-ups by month and channel'), months, [
      series(channels[0] ?? '', [3_020, 3_131, 4_642, 6_800, 5_420, 6_050]),
      series(channels[1] ?? '', [2_500, 3_000, 3_200, 3_600, 3_500, 4_000]),
      series(channels[2] ?? '', [1_500, 2_000, 1_800, 2_400, 2_500, 3_000]),
    ]),
    chart('stacked-full', say('各月注册占比', 'Share of sign-ups by month'), months, [
      series(channels[0] ?? '', [3_020, 3_131, 4_642, 6_800, 5_420, 6_050]),
      series(channels[1] ?? '', [2_500, 3_000, 3_200, 3_600, 3_500, 4_000]),
      series(channels[2] ?? '', [1_500, 2_000, 1_800, 2_400, 2_500, 3_000]),
    ]),
    chart(
      'funnel',
      say('注册漏斗', 'Sign-up funnel'),
      steps,
      [series(say('人数', 'People'), [120_000, 43_200, 18_900, 5_300])],
      titled,
    ),
    chart(
      'pairs',
      say('改版前后', 'Before and after'),
      zh ? ['首页', '落地页', '支付页'] : ['Home', 'Landing', 'Payment'],
      [
        series(say('改版前', 'Before'), [0.18, 0.12, 0.32], rate),
        series(say('改版后', 'After'), [0.24, 0.17, 0.48], rate),
      ],
    ),
    chart(
      'slope',
      say('改版前后', 'Before and after'),
      zh ? ['首页', '落地页', '支付页'] : ['Home', 'Landing', 'Payment'],
      [
        series(say('改版前', 'Before'), [0.18, 0.12, 0.32], rate),
        series(say('改版后', 'After'), [0.24, 0.17, 0.48], rate),
      ],
    ),
    chart(
      'index',
      say('A/B 测试', 'A/B test'),
      zh ? ['点击率', '停留时长', '付费率'] : ['Clicks', 'Dwell time', 'Paying'],
      [
        series(say('对照组', 'Control'), [0.12, 0.2, 0.045], rate),
        series(say('实验组', 'Variant'), [0.17, 0.25, 0.044], rate),
      ],
    ),
    chart(
      'survey',
      say('流失原因（多选）', 'Reasons for leaving'),
      zh ? ['价格敏感', '功能困惑', '内容更新慢', '其他'] : ['Price', 'Hard to use', 'Little new', 'Other'],
      [series(say('占比', 'Share'), [0.68, 0.52, 0.35, 0.08], rate)],
      titled,
    ),
    chart(
      'waterfall',
      say('注册增长的来源', 'Where growth came from'),
      [say('上半年', 'H1'), ...channels, say('下半年', 'H2')],
      [series(say('注册', 'Sign-ups'), [41_000, 6_200, 4_100, -2_300, 1_500, -900, 49_600])],
      titled,
    ),
    chart('gantt', say('项目进度', 'Project plan'), [], [], {
      spans: [
        { name: say('需求调研', 'Research'), from: '2026-03-02', to: '2026-03-20', share: 1 },
        { name: say('方案制定', 'Planning'), from: '2026-03-16', to: '2026-04-10', share: 1 },
        { name: say('执行落地', 'Execution'), from: '2026-04-07', to: '2026-06-19', share: 0.6 },
        { name: say('总结汇报', 'Report'), from: '2026-06-15', to: '2026-06-30' },
      ],
    }),
    chart('heat', say('各渠道各月注册', 'Sign-ups by channel and month'), months, [
      series(channels[0] ?? '', [3_020, 3_131, 4_642, 6_800, 5_420, 6_050]),
      series(channels[1] ?? '', [2_500, 3_000, 3_200, 3_600, 3_500, 4_000]),
      series(channels[2] ?? '', [1_500, null, 1_800, 2_400, 2_500, 3_000]),
    ]),
    chart(
      'cards',
      say('核心指标', 'Key figures'),
      goals.slice(0, 4).map(([name]) => name),
      [{ name: say('实际', 'Actual'), figures: goalFigures.slice(0, 4), aspect: 'value' }],
    ),
    {
      ...chart('funnel', say('支付漏斗改版前后', 'Payment funnel before and after'), steps, [
        series(say('改版前', 'Before'), [40_000, 27_000, 15_000, 12_800], { rounding: whole }),
        series(say('改版后', 'After'), [42_000, 33_600, 25_000, 20_160], { rounding: whole }),
      ]),
      id: ChartId.parse('chart-funnels'),
    },
  ]
  return { charts, figures }
}

export const samplePlots = (language: Language): Plot[] => {
  const { charts, figures } = sampleCharts(language)
  return charts.map((chart) => plotChart(chart, figures, language))
}

/** The first sample of a kind. */
export function samplePlot(kind: ChartKind, language: Language = 'zh-CN'): Plot {
  const plot = samplePlots(language).find((one) => one.kind === kind)
  if (!plot) throw new Error(`no sample of ${kind}`)
  return plot
}

function goalOf(
  figure: FigureId,
  value: number,
  target: number,
  polarity: Polarity,
  how: { kind: FigureKind; unit: string; rounding: Rounding },
  language: Language,
): JudgedGoal {
  const attainment = value / target
  const index = polarity === 'lower' ? 2 - attainment : attainment
  const met = index >= 1
  const verdict = index > 1 ? 'exceeded' : met ? 'met' : 'missed'
  const comparator = polarity === 'lower' ? '≤' : '≥'
  const written = formatPercent(index)
  const zh = language === 'zh-CN'
  return {
    figure,
    comparator,
    target,
    polarity,
    origin: { kind: 'typed', value: target, note: '' },
    attainment,
    index,
    verdict,
    tier: null,
    text: {
      target: `${comparator}${formatValue(target, how, language)}`,
      attainment: written,
      verdict: zh ? (met ? '达成' : '未达成') : met ? 'Met' : 'Missed',
      outcome: zh ? `达成率${written}` : `${written} of the target`,
    },
  }
}

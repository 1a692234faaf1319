// Reports to print in tests: one with everything in it, and seeded ones of any length. The figures are invented.

import { houseStyles } from '../../../../shared/model/house-style.ts'
import type { ChartSpec } from '../../../../shared/model/chart.ts'
import type { FigureKind } from '../../../../shared/model/figure.ts'
import type { FigureState } from '../../../../shared/model/goal.ts'
import { BlockId, ChartId, FigureId, ProjectId } from '../../../../shared/model/ids.ts'
import type { Language } from '../../../../shared/model/language.ts'
import { Facts, type Project } from '../../../../shared/model/project.ts'
import type { Block, Inline, PrintableReport } from '../../../../shared/model/report.ts'

export const figureId = (name: string): FigureId => FigureId.parse(name)
export const blockId = (name: string): BlockId => BlockId.parse(name)

interface FigureLook {
  kind?: FigureKind
  unit?: string
  scale?: 1 | 10000
  decimals?: number
  attainment?: number
}

export function figure(
  id: string,
  name: string,
  value: number | null,
  text: string,
  look: FigureLook = {},
): FigureState {
  const { kind = 'count', unit = '人', scale = 1, decimals = 0, attainment } = look
  return {
    id: figureId(id),
    name,
    kind,
    unit,
    rounding: { scale, decimals },
    origin: { kind: 'typed', value: value ?? 0, note: '' },
    additive: true,
    value,
    text,
    trace: { text: '' },
    ...(attainment === undefined
      ? {}
      : {
          goal: {
            figure: figureId(id),
            comparator: '≥',
            target: (value ?? 0) / attainment,
            polarity: 'higher',
            origin: { kind: 'typed', value: 0, note: '' },
            attainment,
            index: attainment,
            tier: null,
            verdict: attainment > 1 ? 'exceeded' : attainment === 1 ? 'met' : 'missed',
            text: {
              target: `≥${text}`,
              attainment: `${(attainment * 100).toFixed(1)}%`,
              verdict: attainment > 1 ? '超额达成' : attainment === 1 ? '达成' : '未达成',
              outcome: `达成率${(attainment * 100).toFixed(1)}%`,
            },
          },
        }),
  }
}

const facts = {
  'zh-CN': Facts.parse({
    title: '用户运营实习总结',
    name: '李想',
    post: '用户运营实习生',
    organisation: '星河教育科技有限公司',
    department: '用户增长部',
    mentor: '',
    period: '2026年3月2日—2026年8月28日（共6个月）',
    date: '2026年8月31日',
  }),
  en: Facts.parse({
    title: 'User Operations Internship Report',
    name: 'Li Xiang',
    post: 'User operations intern',
    organisation: 'Galaxy Education Technology',
    department: 'User growth',
    mentor: '',
    period: '2 March – 28 August 2026',
    date: '31 August 2026',
  }),
} as const

export const project = (language: Language, more: Partial<Facts> = {}): Project => ({
  id: ProjectId.parse('p'),
  name: language === 'en' ? 'Sample' : '示例项目',
  template: 'internship',
  language,
  style: language === 'en' ? 'business' : 'enterprise',
  facts: { ...facts[language], ...more },
  tiers: null,
  yearStart: 1,
  readOnly: false,
})

export const text = (words: string, more: { bold?: true; italic?: true; underline?: true } = {}): Inline => ({
  type: 'text',
  text: words,
  ...more,
})
export const mention = (
  id: string,
  aspect: 'value' | 'target' | 'attainment' | 'verdict' = 'value',
): Inline => ({
  type: 'figure',
  figure: figureId(id),
  aspect,
})
export const reference = (target: string): Inline => ({ type: 'reference', target: blockId(target) })
export const heading = (id: string, level: 1 | 2 | 3 | 4, words: string): Block => ({
  id: blockId(id),
  type: 'heading',
  level,
  content: [text(words)],
})
export const paragraph = (id: string, ...content: (Inline | string)[]): Block => ({
  id: blockId(id),
  type: 'paragraph',
  content: content.map((part) => (typeof part === 'string' ? text(part) : part)),
})

export const cover: Block = { id: blockId('cover'), type: 'cover' }
export const contents: Block = { id: blockId('contents'), type: 'contents' }

const channels = {
  'zh-CN': ['抖音', '小红书', '微信社群', '百度搜索', '校园地推', '应用商店'],
  en: ['TikTok', 'RED', 'WeChat groups', 'Baidu search', 'Campus', 'App stores'],
} as const
const goals = {
  'zh-CN': [
    '新增注册用户',
    '首单用户',
    '点击率',
    '注册转化率',
    '获客成本',
    '投放成本',
    '7日留存率',
    '用户流失率',
    '人均使用时长',
    '用户满意度',
  ],
  en: [
    'New sign-ups',
    'First orders',
    'CTR',
    'Sign-up rate',
    'Acquisition cost',
    'Spend',
    '7-day retention',
    'Churn',
    'Minutes per user',
    'Satisfaction',
  ],
} as const
const attainments = [1.24, 1.083, 1.1, 0.962, 0.932, 1, 1.071, 0.892, 1.091, 0.978]
const months = ['3月', '4月', '5月', '6月', '7月', '8月']
const monthNames = ['March', 'April', 'May', 'June', 'July', 'August']

/** Everything a report can hold, in about ten pages. */
export function fullReport(language: Language): PrintableReport {
  const zh = language === 'zh-CN'
  const say = (chinese: string, english: string): string => (zh ? chinese : english)
  const figures = new Map<FigureId, FigureState>()
  const add = (state: FigureState): void => void figures.set(state.id, state)
  add(
    figure('signups', say('累计注册', 'Sign-ups'), 58123, say('5.8万人', '58,123 people'), {
      scale: zh ? 10000 : 1,
      decimals: zh ? 1 : 0,
      unit: say('人', 'people'),
      attainment: 1.24,
    }),
  )
  add(
    figure('ctr', say('整体点击率', 'CTR'), 0.0482, '4.8%', {
      kind: 'rate',
      unit: '%',
      decimals: 1,
      attainment: 1.071,
    }),
  )
  channels[language].forEach((channel, index) => {
    const value = [18234, 12345, 9876, 8012, 5678, 3978][index] ?? 0
    add(
      figure(
        `c${index}`,
        `${channel}${say('注册', ' sign-ups')}`,
        value,
        say(`${(value / 10000).toFixed(1)}万人`, `${value} people`),
        { scale: zh ? 10000 : 1, decimals: zh ? 1 : 0, unit: say('人', 'people') },
      ),
    )
    add(
      figure(
        `o${index}`,
        `${channel}${say('首单', ' first orders')}`,
        Math.round(value * 0.31),
        `${Math.round(value * 0.31)}`,
        { scale: zh ? 10000 : 1, decimals: zh ? 1 : 0, unit: say('人', 'people') },
      ),
    )
    add(
      figure(
        `cost${index}`,
        `${channel}${say('获客成本', ' cost per sign-up')}`,
        22.5 + index * 3.25,
        `${22.5 + index * 3.25}`,
        { kind: 'amount', unit: say('元/人', 'CNY'), decimals: 2 },
      ),
    )
  })
  months.forEach((month, index) => {
    add(
      figure(`m${index}`, `${month}注册`, 7000 + index * 1111, `${7000 + index * 1111}`, {
        unit: say('人', 'people'),
      }),
    )
  })
  for (let week = 0; week < 26; week++)
    add(
      figure(`w${week}`, `第${week + 1}周注册`, 1500 + ((week * 733) % 1300), '', {
        unit: say('人', 'people'),
      }),
    )
  goals[language].forEach((goal, index) => {
    add(
      figure(`g${index}`, goal, 100 * (index + 1), `${100 * (index + 1)}`, {
        attainment: attainments[index] ?? 1,
      }),
    )
  })

  const ids = (prefix: string, count: number): FigureId[] =>
    Array.from({ length: count }, (_, index) => figureId(`${prefix}${index}`))
  const specs: ChartSpec[] = [
    {
      id: ChartId.parse('goals'),
      kind: 'attainment',
      name: say('各项目标达成情况', 'Attainment of goals'),
      categories: [...goals[language]],
      series: [{ name: say('达成率', 'Attainment'), figures: ids('g', 10), aspect: 'attainment' }],
    },
    {
      id: ChartId.parse('channels'),
      kind: 'column',
      name: say('各渠道注册与首单', 'Sign-ups and first orders by channel'),
      categories: [...channels[language]],
      series: [
        { name: say('注册', 'Sign-ups'), figures: ids('c', 6), aspect: 'value' },
        { name: say('首单', 'First orders'), figures: ids('o', 6), aspect: 'value' },
      ],
    },
    {
      id: ChartId.parse('share'),
      kind: 'pie',
      name: say('注册渠道构成', 'Sign-ups by channel'),
      categories: [...channels[language]],
      series: [{ name: say('注册', 'Sign-ups'), figures: ids('c', 6), aspect: 'value' }],
    },
    {
      id: ChartId.parse('cost'),
      kind: 'bar',
      name: say('各渠道获客成本', 'Cost per sign-up'),
      categories: [...channels[language]],
      series: [{ name: say('获客成本', 'Cost per sign-up'), figures: ids('cost', 6), aspect: 'value' }],
    },
    {
      id: ChartId.parse('months'),
      kind: 'line',
      name: say('每月新增注册', 'Sign-ups by month'),
      categories: zh ? [...months] : [...monthNames],
      series: [{ name: say('注册', 'Sign-ups'), figures: ids('m', 6), aspect: 'value' }],
    },
    {
      id: ChartId.parse('weeks'),
      kind: 'line',
      name: say('每周新增注册', 'Sign-ups by week'),
      categories: Array.from({ length: 26 }, (_, week) => say(`第${week + 1}周`, `W${week + 1}`)),
      series: [{ name: say('注册', 'Sign-ups'), figures: ids('w', 26), aspect: 'value' }],
    },
    // Tables, and a chart as high as it has rows: for reports of any order below.
    {
      id: ChartId.parse('heat'),
      kind: 'heat',
      name: say('各渠道注册与首单', 'Sign-ups and first orders by channel'),
      title: { auto: true },
      categories: [...channels[language]],
      series: [
        { name: say('注册', 'Sign-ups'), figures: ids('c', 6), aspect: 'value' },
        { name: say('首单', 'First orders'), figures: ids('o', 6), aspect: 'value' },
      ],
    },
    {
      id: ChartId.parse('cards'),
      kind: 'cards',
      name: say('核心指标', 'Key figures'),
      categories: goals[language].slice(0, 5),
      series: [{ name: say('实际', 'Actual'), figures: ids('g', 5), aspect: 'value' }],
    },
    {
      id: ChartId.parse('bullets'),
      kind: 'bullet',
      name: say('各项目标', 'Goals'),
      categories: [...goals[language]],
      series: [{ name: say('实际', 'Actual'), figures: ids('g', 10), aspect: 'value' }],
    },
  ]
  const chart = (id: string, caption: string): Block => ({
    id: blockId(`chart-${id}`),
    type: 'chart',
    chart: ChartId.parse(id),
    caption: [text(caption)],
  })
  const long = say(
    '实习期间，我围绕“拉新—促活—留存—转化”的主线开展工作，先后参与渠道投放、社群运营与数据分析三类任务。每天上午核对前一日投放数据，下午跟进社群活动，周五完成周报并与导师复盘；对于异常波动，先查口径、再查渠道、最后查页面，形成了固定的排查顺序。',
    'During the internship I worked along the line of acquisition, activation, retention and conversion, in three kinds of tasks: channel campaigns, community operations and data analysis. Every morning I checked the figures of the day before; every Friday I wrote the weekly report and went through it with my mentor. When a figure moved, I first checked its definition, then the channel, and only then the page.',
  )
  const goalRows = goals[language].map((goal, index): Inline[][] => [
    [text(goal)],
    [mention(`g${index}`, 'target')],
    [mention(`g${index}`)],
    [mention(`g${index}`, 'attainment')],
    [mention(`g${index}`, 'verdict')],
  ])
  const blocks: Block[] = [
    cover,
    contents,
    heading('h1', 1, say('实习基本情况', 'About the internship')),
    {
      id: blockId('about'),
      type: 'table',
      caption: [],
      headerRows: 0,
      columns: [
        { align: 'left', weight: 1 },
        { align: 'left', weight: 4 },
      ],
      rows: [
        [[text(say('实习单位', 'Organisation'))], [{ type: 'fact', fact: 'organisation' }]],
        [[text(say('实习岗位', 'Position'))], [{ type: 'fact', fact: 'post' }]],
        [[text(say('实习时间', 'Period'))], [{ type: 'fact', fact: 'period' }]],
        [[text(say('实习导师', 'Mentor'))], []],
      ],
    },
    paragraph(
      'p1',
      say('实习期间累计新增注册', 'Sign-ups reached '),
      mention('signups'),
      say('，达成率', ', an attainment of '),
      mention('signups', 'attainment'),
      say('；整体点击率', '; the click rate was '),
      mention('ctr'),
      say('，详见', ', see '),
      reference('goals'),
      say('与', ' and '),
      reference('chart-goals'),
      say('。', '.'),
    ),
    { ...paragraph('empty'), prompt: say('写一写公司和岗位', 'Say something of the company') } as Block,
    heading('h2', 1, say('工作内容与职责', 'Tasks')),
    paragraph('p2', long),
    heading('h2a', 2, say('渠道投放', 'Channel campaigns')),
    paragraph('p3', long),
    {
      id: blockId('list'),
      type: 'list',
      ordered: true,
      items: [
        {
          level: 0,
          content: [
            text(say('核对投放日报，发现并修正口径差异', 'Checked the daily figures and their definitions')),
          ],
        },
        { level: 1, content: [text(say('与渠道方逐项对账', 'Reconciled them with the channels'))] },
        {
          level: 1,
          content: [
            text(
              say(
                '每周更新一次口径说明，同步给产品、市场与客服三个团队，避免同一指标出现两个数',
                'Updated the definitions every week and shared them with product, marketing and support, so that no figure had two values',
              ),
            ),
          ],
        },
        {
          level: 0,
          content: [
            text(say('优化落地页', 'Improved the landing page'), { bold: true }),
            text(say('，注册转化率提升', ', sign-up rate up')),
          ],
        },
      ],
    },
    heading('h2b', 2, say('空的小节', 'An empty section')),
    { ...paragraph('empty2'), prompt: '…' } as Block,
    heading('h2c', 2, say('社群运营', 'Communities')),
    {
      id: blockId('bullets'),
      type: 'list',
      ordered: false,
      items: [
        {
          level: 0,
          content: [
            text(
              say(
                '搭建“学霸养成”社群 12 个，日均互动 300 余次',
                'Built 12 study groups with 300 posts a day',
              ),
            ),
          ],
        },
        { level: 0, content: [text(say('制定群规与值日制度', 'Wrote the rules of the groups'))] },
      ],
    },
    heading('h3', 1, say('数据成果', 'Results')),
    heading('h3a', 2, say('目标达成情况', 'Goals')),
    paragraph('p4', long),
    {
      id: blockId('goals'),
      type: 'table',
      caption: [text(say('各项目标达成情况', 'Goals and results'))],
      headerRows: 1,
      columns: [
        { align: 'left', weight: 2 },
        { align: 'right', weight: 1.2 },
        { align: 'right', weight: 1.2 },
        { align: 'right', weight: 1.2 },
        { align: 'center', weight: 1.2 },
      ],
      rows: [
        [
          say('指标', 'Metric'),
          say('目标', 'Target'),
          say('实际', 'Actual'),
          say('达成情况', 'Attainment'),
          say('结论', 'Verdict'),
        ].map((words) => [text(words)]),
        ...goalRows,
      ],
    },
    paragraph('p5', long),
    chart('goals', say('各项目标达成率', 'Attainment of goals')),
    heading('h3b', 2, say('渠道表现', 'Channels')),
    paragraph(
      'p6',
      reference('chart-channels'),
      say('为各渠道注册与首单情况。', ' shows sign-ups and first orders by channel. '),
      long,
    ),
    chart('channels', say('各渠道注册与首单', 'Sign-ups and first orders by channel')),
    heading('h3b1', 3, say('渠道构成', 'Shares')),
    chart('share', say('注册渠道构成', 'Sign-ups by channel')),
    paragraph('p7', long),
    chart('cost', say('各渠道获客成本', 'Cost per sign-up')),
    heading('h3c', 2, say('变化趋势', 'Trend')),
    chart('months', say('每月新增注册', 'Sign-ups by month')),
    paragraph('p8', long),
    chart('weeks', say('每周新增注册', 'Sign-ups by week')),
    heading('h4', 1, say('收获与体会', 'What I learned')),
    ...Array.from({ length: 4 }, (_, index) => paragraph(`p9-${index}`, long)),
    heading('h4a', 3, say('专业能力', 'Skills')),
    paragraph('p10', long),
    heading('h4a1', 4, say('数据口径', 'Definitions')),
    paragraph('p11', long),
    heading('h5', 1, say('不足与改进', 'What to improve')),
    paragraph('p12', long),
    { ...paragraph('sign', say('李想\n2026年8月31日', 'Li Xiang\n31 August 2026')), align: 'right' } as Block,
    heading('h6', 1, say('未写的一章', 'Not written yet')),
    heading('h6a', 2, say('也没有写', 'Nor this')),
    { ...paragraph('empty3'), prompt: '…' } as Block,
  ]
  return {
    project: project(language),
    style: houseStyles[language === 'en' ? 'business' : 'enterprise'],
    blocks,
    figures,
    charts: new Map(specs.map((spec) => [spec.id, spec])),
  }
}

/** A plain generator of numbers in [0, 1): the same seed, the same report (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const sentences = {
  'zh-CN': [
    '本周新增注册1,234人，较上周提升8.6%，主要来自抖音与小红书两个渠道。',
    '针对“注册—首单”环节流失较高的问题，与产品同学一起梳理了6个步骤的页面，将手机号验证后置，首单转化率由18%提升至24%。',
    '每日上午10点前完成前一日数据核对；',
    '发现微信社群的单个注册成本仅为12.5元/人，低于整体均值，因此建议把预算向社群倾斜（约3.2万元）。',
    '在导师王敏的指导下，我学习了SQL与A/B测试的基本方法，能够独立完成一次完整的投放复盘。',
    '活动期间DAU峰值达到18.2万，较活动前提升37.5%，7日留存率45.3%，高于大盘15个百分点。',
    '这让我认识到：口径不统一，比没有数据更危险！',
  ],
  en: [
    'New sign-ups reached 1,234 this week, 8.6% more than the week before, mainly from two channels.',
    'Together with the product team I went through the six steps between sign-up and first order and moved the check of the phone number to the end, which raised the conversion from 18% to 24%.',
    'The figures of the day before were checked before ten every morning;',
    'a sign-up from the study groups cost only CNY 12.50, far below the average, so I proposed to move a part of the budget (about CNY 32,000).',
    'With the help of my mentor I learned SQL and the basics of A/B testing, and can now review a campaign on my own.',
    'During the campaign, daily active users peaked at 182,000, 37.5% above the level before; 45.3% came back within seven days.',
    'Figures without a common definition are worse than no figures at all!',
  ],
} as const
const titles = {
  'zh-CN': [
    '渠道投放与数据复盘',
    '社群运营',
    '用户分层与召回策略',
    '目标达成情况',
    '落地页优化',
    '周报与例会',
    '经验与反思',
    '2026年下半年工作计划',
  ],
  en: [
    'Channel campaigns',
    'Study groups',
    'Segments and how to win users back',
    'Goals and results',
    'Landing page',
    'Weekly report',
    'Lessons learned',
    'Plan for the second half of 2026',
  ],
} as const

/** A report of about `sections` chapters whose blocks come in any order: for measuring, not for reading. */
export function seededReport(language: Language, seed: number, sections: number): PrintableReport {
  const next = seeded(seed)
  const pick = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T
  const full = fullReport(language)
  const charts = [...full.charts.values()]
  const sentence = (): string => pick<string>(sentences[language])
  const words = (most: number): string =>
    Array.from({ length: 1 + Math.floor(next() * most) }, sentence).join(language === 'en' ? ' ' : '')
  const blocks: Block[] = [cover, contents]
  let count = 0
  const id = (): BlockId => blockId(`b${++count}`)
  const content = (): void => {
    const kind = next()
    if (kind < 0.62) blocks.push(paragraph(id(), words(4)))
    else if (kind < 0.72) {
      blocks.push({
        id: id(),
        type: 'list',
        ordered: next() < 0.5,
        items: Array.from({ length: 2 + Math.floor(next() * 5) }, () => ({
          level: next() < 0.7 ? 0 : 1,
          content: [text(words(2))],
        })),
      })
    } else if (kind < 0.84) {
      const columns = 2 + Math.floor(next() * 4)
      const rows = 2 + Math.floor(next() * (next() < 0.2 ? 60 : 12))
      blocks.push({
        id: id(),
        type: 'table',
        caption: next() < 0.8 ? [text(pick<string>(titles[language]))] : [],
        headerRows: 1,
        columns: Array.from({ length: columns }, (_, column) => ({
          align: column === 0 ? 'left' : 'right',
          weight: column === 0 ? 2 : 1,
        })),
        rows: Array.from({ length: rows }, (_, row) =>
          Array.from({ length: columns }, (__, column) => [
            text(
              row === 0
                ? pick<string>(titles[language]).slice(0, 6)
                : column === 0 && next() < 0.3
                  ? sentence()
                  : String(Math.floor(next() * 1e5)),
            ),
          ]),
        ),
      })
    } else if (kind < 0.95) {
      blocks.push({
        id: id(),
        type: 'chart',
        chart: pick(charts).id,
        caption: [text(pick<string>(titles[language]))],
      })
    } else blocks.push({ id: id(), type: 'page-break' })
  }
  for (let chapter = 0; chapter < sections; chapter++) {
    blocks.push(heading(id(), 1, pick<string>(titles[language])))
    if (next() < 0.5) content()
    const parts = 1 + Math.floor(next() * 4)
    for (let part = 0; part < parts; part++) {
      blocks.push(heading(id(), 2, pick<string>(titles[language])))
      const pieces = 1 + Math.floor(next() * 4)
      for (let piece = 0; piece < pieces; piece++) {
        if (next() < 0.15) blocks.push(heading(id(), 3, pick<string>(titles[language])))
        content()
      }
      blocks.push(paragraph(id(), sentence()))
    }
  }
  return { ...full, blocks }
}

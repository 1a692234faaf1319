// The sample workbooks as sheets in memory: what reading them finds, without reading them.

import { dailyRows, type SampleOptions, totalsOf } from '../../scripts/samples.ts'
import type { Language } from '../../shared/model/language.ts'
import type { FigureState } from '../../shared/model/goal.ts'
import { measureFigures, suggestFigures } from '../../shared/metrics/index.ts'
import type { Figure } from '../../shared/model/figure.ts'
import type { Goal } from '../../shared/model/goal.ts'
import type { TableProfile } from '../../shared/model/table.ts'
import { usualTiers } from '../../shared/text/figures.ts'
import { placesOf, readingsOf, type Sheet, sheetOf } from './sheet.ts'

const firstDay = Date.UTC(2026, 2, 2)
const dayMs = 86_400_000

const dailyColumns = {
  'zh-CN': ['日期', '渠道', '曝光', '点击', '注册', '首单', '成本', '点击率', '注册转化率', '备注'],
  en: [
    'Date',
    'Channel',
    'Impressions',
    'Clicks',
    'Sign-ups',
    'First orders',
    'Cost',
    'CTR',
    'Sign-up rate',
    'Notes',
  ],
} as const
const dailyTypes = [
  'date',
  'text',
  'integer',
  'integer',
  'integer',
  'integer',
  'money',
  'percent',
  'percent',
  'text',
] as const

export function dailySheet(language: Language, options: SampleOptions = {}): Sheet {
  const chinese = language === 'zh-CN'
  return sheetOf(
    chinese ? '渠道投放日报.xlsx' : 'Channel daily report.xlsx',
    dailyColumns[language].map((name, index) => ({
      name,
      type: dailyTypes[index] ?? 'text',
      ...(index === 6 && { unit: chinese ? '元' : 'CNY' }),
    })),
    dailyRows(options).map((row) => [
      new Date(firstDay + row.day * dayMs).toISOString().slice(0, 10),
      row.channel.name[language],
      row.impressions,
      row.clicks,
      row.signUps,
      row.firstOrders,
      row.costYuan,
      row.clicks / row.impressions,
      row.signUps / row.clicks,
      row.note?.[language] ?? null,
    ]),
    { firstRow: 4, sheet: chinese ? '日报' : 'Daily' },
  )
}

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals))

export function goalsSheet(language: Language): Sheet {
  const chinese = language === 'zh-CN'
  const all = totalsOf(dailyRows())
  const say = <T>(zh: T, en: T): T => (chinese ? zh : en)
  const rate = (over: number, under: number): number => rounded(over / under, 4)
  return sheetOf(
    say('年度目标.xlsx', 'Annual goals.xlsx'),
    say(['指标', '单位', '目标', '实际'], ['Metric', 'Unit', 'Target', 'Actual']).map((name, index) => ({
      name,
      type: index < 2 ? ('text' as const) : ('number' as const),
    })),
    [
      [
        say('新增注册用户', 'New sign-ups'),
        say('万人', 'thousand people'),
        say(15, 150),
        rounded(all.signUps / say(1e4, 1e3), say(2, 1)),
      ],
      [say('首单用户', 'First-order users'), say('人', 'people'), 28_000, all.firstOrders],
      [say('点击率', 'CTR'), '%', 0.035, rate(all.clicks, all.impressions)],
      [say('注册转化率', 'Sign-up rate'), '%', 0.12, rate(all.signUps, all.clicks)],
      [
        say('获客成本', 'Acquisition cost'),
        say('元/人', 'CNY/person'),
        30,
        rounded(all.costYuan / all.signUps, 2),
      ],
      [
        say('投放成本', 'Total cost'),
        say('元', 'CNY'),
        4_800_000,
        say(rounded(all.costYuan / 1e4, 1) * 1e4, rounded(all.costYuan / 1e6, 3) * 1e6),
      ],
      [say('7日留存率', '7-day retention'), '%', 0.35, 0.372],
      [say('用户流失率', 'Churn rate'), '%', 0.1, 0.087],
      [say('人均使用时长', 'Time per user'), say('分钟', 'minutes'), 18, 21.3],
      [say('用户满意度', 'User satisfaction'), say('分', 'points'), 4.5, 4.3],
    ],
    {
      firstRow: 3,
      sheet: say('目标', 'Goals'),
      raw: {
        '4,2': '≤30',
        '5,2': say('≤480万', '≤4.8 million'),
        '5,3': say(`${rounded(all.costYuan / 1e4, 1)}万`, `${rounded(all.costYuan / 1e6, 3)} million`),
        '7,2': '≤10%',
      },
    },
  )
}

/** All that is suggested, as a draft keeps it: each figure once. */
export function proposed(
  profiles: readonly TableProfile[],
  language: Language,
): { figures: Figure[]; goals: Goal[] } {
  const suggestions = suggestFigures(profiles, language)
  return {
    figures: [
      ...new Map(
        suggestions.flatMap(({ figures }) => figures.map((figure) => [figure.id, figure] as const)),
      ).values(),
    ],
    goals: suggestions.flatMap(({ goals }) => goals),
  }
}

/** As a project that nobody has set up differently. */
export const measuringIn = (language: Language): Parameters<typeof measureFigures>[4] => ({
  language,
  tiers: usualTiers(language),
  yearStart: 1,
})

/** Proposed and measured, as the engine does it. */
export function statesOf(sheets: readonly Sheet[], language: Language): FigureState[] {
  const { figures, goals } = proposed(
    sheets.map(({ profile }) => profile),
    language,
  )
  return measureFigures(figures, goals, readingsOf(figures, sheets), placesOf(sheets), measuringIn(language))
}

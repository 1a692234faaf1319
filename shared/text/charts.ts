// How charts are named and read aloud. Values arrive here already written.

import type { ChartKind } from '../model/chart.ts'
import type { Language } from '../model/language.ts'
import { inner, listed } from './english.ts'

export interface ChartWords {
  /** Names of proposed charts, from the measure's name and the dimension it is divided by. */
  names: {
    goals: string
    parts: (base: string, by: string) => string
    shares: (base: string, by: string) => string
    compare: (base: string, by: string) => string
    trend: (base: string) => string
  }
  attainment: string
  /** At the line of 100 %. */
  target: string
  alt: {
    kind: Readonly<Record<ChartKind, string>>
    lead: (kind: string, name: string) => string
    point: (category: string, value: string) => string
    series: (name: string, points: readonly string[]) => string
    points: (points: readonly string[]) => string
    /** For charts with too many points to read them all. */
    ends: (first: string, last: string) => string
    extremes: (highest: string, lowest: string) => string
    /** How bars of lower-is-better goals are to be read. */
    saving: (names: readonly string[]) => string
    empty: string
  }
}

export const chartWords: Readonly<Record<Language, ChartWords>> = {
  'zh-CN': {
    names: {
      goals: '各项目标达成程度',
      parts: (base, by) => `各${by}${base}`,
      shares: (base, by) => `各${by}${base}占比`,
      compare: (base, by) => `各${by}${base}对比`,
      trend: (base) => `${base}月度变化`,
    },
    attainment: '达成程度',
    target: '目标',
    alt: {
      kind: { column: '柱形图', bar: '条形图', line: '折线图', pie: '饼图', attainment: '条形图' },
      lead: (kind, name) => `${kind}：${name}。`,
      point: (category, value) =>
        `${category}${/^[\d.]/.test(value) && /\d$/.test(category) ? ' ' : ''}${value}`,
      series: (name, points) => `${name}：${points.join('，')}。`,
      points: (points) => `${points.join('，')}。`,
      ends: (first, last) => `从${first}到${last}。`,
      extremes: (highest, lowest) => `最高为${highest}，最低为${lowest}。`,
      saving: (names) => `${names.join('、')}越低越好，条形超出目标线的部分是比目标节省的幅度。`,
      empty: '暂无数据。',
    },
  },
  en: {
    names: {
      goals: 'Attainment of goals',
      parts: (base, by) => `${base} by ${inner(by)}`,
      shares: (base, by) => `Share of ${inner(base)} by ${inner(by)}`,
      compare: (base, by) => `${base} by ${inner(by)}`,
      trend: (base) => `Monthly ${inner(base)}`,
    },
    attainment: 'Attainment',
    target: 'Target',
    alt: {
      kind: {
        column: 'Column chart',
        bar: 'Bar chart',
        line: 'Line chart',
        pie: 'Pie chart',
        attainment: 'Bar chart',
      },
      lead: (kind, name) => `${kind}: ${name}. `,
      point: (category, value) => `${category} ${value}`,
      series: (name, points) => `${name}: ${points.join('; ')}. `,
      points: (points) => `${points.join('; ')}. `,
      ends: (first, last) => `From ${first} to ${last}. `,
      extremes: (highest, lowest) => `Highest: ${highest}. Lowest: ${lowest}. `,
      saving: (names) =>
        `For ${listed(names)} lower is better; what their bars show beyond the target line is the saving. `,
      empty: 'No data. ',
    },
  },
}

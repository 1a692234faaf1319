// How charts are named, doubted and read aloud. Values arrive here already written. Titles that state what a chart shows
// are in chart-titles.ts.

import type { ChartKind, ChartWarning, Plot, Shortened } from '../model/chart.ts'
import type { PeriodStep } from '../model/figure.ts'
import type { Language } from '../model/language.ts'
import { inner, listed } from './english.ts'

export interface ChartWords {
  /** Names of proposed charts, from the measure's name and the dimension it is divided by. */
  names: {
    goals: string
    targets: (unit: string) => string
    cards: string
    parts: (base: string, by: string) => string
    shares: (base: string, by: string) => string
    compare: (base: string, by: string) => string
    /** By what step, where all periods have one. */
    trend: (base: string, step: PeriodStep | undefined) => string
    /** Who made a change. */
    sources: (base: string) => string
    test: (base: string) => string
    changes: (unit: string) => string
  }
  /** Behind a name that another chart bears, too. */
  aside: (what: string) => string
  attainment: string
  /** At the line of 100 %, and before a target: 目标 5万人. */
  target: string
  actual: string
  before: string
  after: string
  control: string
  variant: string
  /** The control of an index, at its line. */
  controlIs: (name: string) => string
  /** What was summed up of the categories that are not shown. */
  other: string
  /** What parts add up to, as the last bar of a waterfall. */
  total: string
  /** The part of a span that is done. */
  done: string
  doneShare: (percent: string) => string
  days: (count: number) => string
  /** Of a cohort, how many periods after it came, where that has no name. */
  age: (count: number) => string
  /** Of a step of a funnel: how many of the step before. */
  ofPrevious: (percent: string) => string
  /** A card's note: 目标≥5万人 · 达成率116%. */
  cardNote: (target: string, outcome: string) => string
  /** 6个百分点, 6 percentage points as they are written where there is little room. */
  shortPoints: (points: string) => string
  warnings: Readonly<Record<Exclude<ChartWarning, 'shortened'>, string>>
  shortened: Readonly<Record<Shortened['what'], (shown: string, of: string) => string>>
  alt: {
    lead: (kind: string, name: string) => string
    point: (category: string, value: string) => string
    /** A value with what stands small beneath it. */
    noted: (value: string, note: string) => string
    series: (name: string, points: readonly string[]) => string
    points: (points: readonly string[]) => string
    /** For charts with too many points to read them all. */
    ends: (first: string, last: string) => string
    extremes: (highest: string, lowest: string) => string
    seriesName: (name: string) => string
    moreSeries: (count: number) => string
    line: (label: string) => string
    events: (marks: readonly string[]) => string
    /** How bars of lower-is-better goals are to be read. */
    saving: (names: readonly string[]) => string
    empty: string
  }
}

/** What kinds of charts are called, in menus and where a chart is read aloud. */
export const chartKindNames: Readonly<Record<Language, Readonly<Record<ChartKind, string>>>> = {
  'zh-CN': {
    column: '柱形图',
    bar: '条形图',
    target: '目标对比',
    attainment: '达成率',
    bullet: '子弹图',
    line: '折线图',
    combo: '组合图',
    pie: '环形图',
    stacked: '堆积图',
    'stacked-full': '百分比堆积图',
    funnel: '漏斗图',
    pairs: '前后对比',
    slope: '斜线图',
    index: '指数图',
    survey: '问卷条形图',
    waterfall: '瀑布图',
    gantt: '甘特图',
    heat: '热力表',
    cards: '指标卡',
  },
  en: {
    column: 'Column chart',
    bar: 'Bar chart',
    target: 'Target and actual',
    attainment: 'Attainment',
    bullet: 'Bullet chart',
    line: 'Line chart',
    combo: 'Combination chart',
    pie: 'Ring chart',
    stacked: 'Stacked columns',
    'stacked-full': '100% stacked columns',
    funnel: 'Funnel',
    pairs: 'Before and after',
    slope: 'Slope chart',
    index: 'Index chart',
    survey: 'Survey bars',
    waterfall: 'Waterfall chart',
    gantt: 'Gantt chart',
    heat: 'Heat table',
    cards: 'Figure cards',
  },
}

const trendZh: Readonly<Record<PeriodStep, string>> = {
  day: '每日',
  week: '每周',
  month: '月度',
  quarter: '季度',
  half: '半年度',
  year: '年度',
}
const trendEn: Readonly<Record<PeriodStep, string>> = {
  day: 'Daily',
  week: 'Weekly',
  month: 'Monthly',
  quarter: 'Quarterly',
  half: 'Half-yearly',
  year: 'Yearly',
}

const zh: ChartWords = {
  names: {
    goals: '各项目标达成程度',
    targets: (unit) => (unit === '' ? '目标与实际' : `目标与实际（${unit}）`),
    cards: '核心指标',
    parts: (base, by) => `各${by}${base}`,
    shares: (base, by) => `各${by}${base}占比`,
    compare: (base, by) => `各${by}${base}对比`,
    trend: (base, step) => `${base}${step === undefined ? '' : trendZh[step]}变化`,
    sources: (base) => `${base}增减来源`,
    test: (base) => `${base}实验对比`,
    changes: (unit) => (unit === '' ? '前后对比' : `前后对比（${unit}）`),
  },
  aside: (what) => `（${what}）`,
  attainment: '达成程度',
  target: '目标',
  actual: '实际',
  before: '之前',
  after: '之后',
  control: '对照组',
  variant: '实验组',
  controlIs: (name) => `${name}=100`,
  other: '其他',
  total: '合计',
  done: '已完成',
  doneShare: (percent) => `已完成${percent}`,
  days: (count) => `${count}天`,
  age: (count) => `第${count}期`,
  ofPrevious: (percent) => `转化率${percent}`,
  cardNote: (target, outcome) => `目标${target} · ${outcome}`,
  shortPoints: (points) => points,
  warnings: {
    'slices-exceed-whole': '各部分加起来超过了整体，请检查口径是否一致，或改用条形图。',
    'slices-do-not-sum': '各部分加起来不足整体，画成一个整体会让人以为已是全部。可补上“其他”，或改用条形图。',
    'slices-negative': '有负值，无法画成扇区，负值未画出。请改用条形图。',
    'too-many-slices': '扇区超过 8 个，难以分辨。请只显示前几项，或改用条形图。',
    'axis-cut': '数值轴不从 0 开始，柱子的长短会夸大差距。',
    'units-differ': '同一根轴上的单位不同，长短不能相比。请换成达成率、指数，或拆成几张图。',
    'second-axis-misleads':
      '两根轴的刻度不同，看上去的高低和交叉并不说明问题。请放在同一根轴上，或拆成两张图。',
    'too-many-series': '系列超过 7 个，颜色难以分辨。请减少系列，或改用热力表。',
    'no-data': '没有可画的数值。',
  },
  shortened: {
    categories: (shown, of) => `共 ${of} 项，图里只有最大的 ${shown} 项。可以先筛选，或换一列分类。`,
    periods: (shown, of) => `共 ${of} 期，图里只有最近的 ${shown} 期。可以换长一些的周期，或先筛选。`,
    series: (shown, of) => `共 ${of} 个系列，图里只有 ${shown} 个。可以先筛选，或换一列分系列。`,
  },
  alt: {
    lead: (kind, name) => `${kind}：${name}。`,
    point: (category, value) =>
      `${category}${/^[\d.]/.test(value) && /\d$/.test(category) ? ' ' : ''}${value}`,
    noted: (value, note) => `${value}（${note}）`,
    series: (name, points) => `${name}：${points.join('，')}。`,
    points: (points) => `${points.join('，')}。`,
    ends: (first, last) => `从${first}到${last}。`,
    extremes: (highest, lowest) => `最高为${highest}，最低为${lowest}。`,
    seriesName: (name) => `${name}：`,
    moreSeries: (count) => `另有${count}个系列。`,
    line: (label) => `参考线：${label}。`,
    events: (marks) => `标注：${marks.join('，')}。`,
    saving: (names) => `${names.join('、')}越低越好，条形超出目标线的部分是比目标节省的幅度。`,
    empty: '暂无数据。',
  },
}

const en: ChartWords = {
  names: {
    goals: 'Attainment of goals',
    targets: (unit) => (unit === '' ? 'Targets and actuals' : `Targets and actuals (${unit})`),
    cards: 'Key figures',
    parts: (base, by) => `${base} by ${inner(by)}`,
    shares: (base, by) => `Share of ${inner(base)} by ${inner(by)}`,
    compare: (base, by) => `${base} by ${inner(by)}`,
    trend: (base, step) => (step === undefined ? `${base} over time` : `${trendEn[step]} ${inner(base)}`),
    sources: (base) => `What changed ${inner(base)}`,
    test: (base) => `${base}: variant against control`,
    changes: (unit) => (unit === '' ? 'Before and after' : `Before and after (${unit})`),
  },
  aside: (what) => ` (${inner(what)})`,
  attainment: 'Attainment',
  target: 'Target',
  actual: 'Actual',
  before: 'Before',
  after: 'After',
  control: 'Control',
  variant: 'Variant',
  controlIs: (name) => `${name} = 100`,
  other: 'Other',
  total: 'Total',
  done: 'Done',
  doneShare: (percent) => `${percent} done`,
  days: (count) => `${count} ${count === 1 ? 'day' : 'days'}`,
  age: (count) => `Period ${count}`,
  ofPrevious: (percent) => `${percent} of the step before`,
  cardNote: (target, outcome) => `Target ${target} · ${outcome}`,
  shortPoints: (points) => points.replace(/percentage points?$/, 'pp'),
  warnings: {
    'slices-exceed-whole':
      'The parts add up to more than the whole. Check that they are counted alike, or use bars instead.',
    'slices-do-not-sum':
      'The parts add up to less than the whole, which the chart hides. Add what is missing as “Other”, or use bars.',
    'slices-negative': 'Negative values have no slice and are not drawn. Use bars instead.',
    'too-many-slices': 'More than 8 slices are hard to tell apart. Show only the largest, or use bars.',
    'axis-cut': 'The value axis does not start at 0, so the lengths of bars exaggerate the differences.',
    'units-differ':
      'Units differ on one axis, so lengths cannot be compared. Use attainment or an index, or several charts.',
    'second-axis-misleads':
      'The two axes have scales of their own, so heights and crossings mean nothing. Use one axis or two charts.',
    'too-many-series': 'More than 7 series are hard to tell apart. Show fewer, or use a heat table.',
    'no-data': 'There are no values to draw.',
  },
  shortened: {
    categories: (shown, of) =>
      `Only the largest ${shown} of ${of} categories are shown. Filter the rows, or group by another column.`,
    periods: (shown, of) =>
      `Only the latest ${shown} of ${of} periods are shown. Use longer periods, or filter.`,
    series: (shown, of) =>
      `Only ${shown} of ${of} series are shown. Filter the rows, or split by another column.`,
  },
  alt: {
    lead: (kind, name) => `${kind}: ${name}. `,
    point: (category, value) => `${category} ${value}`,
    noted: (value, note) => `${value} (${note})`,
    series: (name, points) => `${name}: ${points.join('; ')}. `,
    points: (points) => `${points.join('; ')}. `,
    ends: (first, last) => `From ${first} to ${last}. `,
    extremes: (highest, lowest) => `Highest: ${highest}. Lowest: ${lowest}. `,
    seriesName: (name) => `${name}: `,
    moreSeries: (count) => `${count} more series. `,
    line: (label) => `Line across: ${label}. `,
    events: (marks) => `Marked: ${marks.join('; ')}. `,
    saving: (names) =>
      `For ${listed(names)} lower is better; what their bars show beyond the target line is the saving. `,
    empty: 'No data. ',
  },
}

export const chartWords: Readonly<Record<Language, ChartWords>> = { 'zh-CN': zh, en }

/** What is doubtful about a chart, in words. */
export function warningText(
  warning: ChartWarning,
  { shortened = [] }: Pick<Plot, 'shortened'>,
  language: Language,
): string {
  const words = chartWords[language]
  if (warning !== 'shortened') return words.warnings[warning]
  const written = (count: number): string => count.toLocaleString(language)
  return shortened
    .map(({ what, shown, of }) => words.shortened[what](written(shown), written(of)))
    .join(language === 'en' ? ' ' : '')
}

// How figures, their sources and their goals are worded. Numbers arrive here already written.

import type { AggregateFunction, Figure, PeriodStep } from '../model/figure.ts'
import type { Polarity, Tiers, Verdict } from '../model/goal.ts'
import type { Language } from '../model/language.ts'
import { formatDay, formatMonth } from '../numbers/format.ts'
import { inner, plural, singular } from './english.ts'

/** Which side of its target a value is on. */
export type Side = 'above' | 'below' | 'level'

export interface FigureWords {
  /** Names of proposed figures, made from the name of a column (`base`) and the value of a part (`key`). */
  names: {
    total: (base: string) => string
    overall: (base: string) => string
    mean: (base: string) => string
    average: (base: string, step: PeriodStep) => string
    peak: (base: string, step: PeriodStep) => string
    part: (base: string, key: string) => string
    /** One part in one period: 抖音6月注册. */
    partIn: (base: string, key: string, period: string) => string
    share: (base: string, key: string) => string
    costPer: (base: string) => string
    acquisitionCost: string
    extent: Readonly<Record<PeriodStep, string>>
    partCount: (by: string) => string
    goalCount: string
    /** What a goal is computed from: its target, and the rate of attainment that a table states. */
    target: (base: string) => string
    statedRate: (base: string) => string
    /** What parts by period are called together. */
    by: Readonly<Record<'month' | 'quarter' | 'half' | 'year', string>>
  }
  units: {
    extent: Readonly<Record<PeriodStep, string>>
    parts: (by: string) => string
    goals: string
    per: (money: string, base: string, counted: string) => string
    perPerson: (money: string) => string
  }
  scopeOfAll: (by: string) => string
  goal: {
    verdict: Readonly<Record<Polarity, Readonly<Record<Verdict, string>>>>
    target: (comparator: string, target: string) => string
    range: (low: string, high: string) => string
    /** `124%` as an outcome: 达成率124%. */
    attained: (percent: string) => string
    /** A rate's outcome: the difference in percentage points, and the attainment in brackets. */
    pointsAndAttained: (outcome: string, percent: string) => string
    /** Against a target: 高出目标3.2个百分点. */
    against: (side: Side, polarity: Polarity, difference: string) => string
    /** A saving or an excess in percent of the target: 较目标降低10.8%. */
    relative: (side: Side, decrease: string, percent: string) => string
    /** The same two, short, for a column headed 达成情况. */
    againstShort: (side: Side, polarity: Polarity, difference: string) => string
    relativeShort: (side: Side, decrease: string, percent: string) => string
    inRange: string
    outOfRange: (side: Side, difference: string) => string
    /** What a lower value is called, by what is counted. */
    decrease: Readonly<Record<'count' | 'duration' | 'other', string>>
  }
  trace: {
    fn: (fn: AggregateFunction, rows: number) => string
    per: (step: PeriodStep, fn: AggregateFunction, rows: number) => string
    filter: (column: string, value: string) => string
    label: (label: string) => string
    place: (parts: readonly string[]) => string
    clauses: (parts: readonly string[]) => string
    formula: (formula: string, files: readonly string[]) => string
    typed: (note: string) => string
    gone: string
  }
}

const stepZh: Readonly<Record<PeriodStep, string>> = {
  day: '日',
  week: '周',
  month: '月',
  quarter: '季度',
  half: '半年',
  year: '年',
}
/** In front of 均 and 最高: 季均营收, 单季最高营收. */
const shortStepZh: Readonly<Record<PeriodStep, string>> = { ...stepZh, quarter: '季' }
const fnZh: Readonly<Record<AggregateFunction, string>> = {
  sum: '求和',
  avg: '求平均',
  min: '取最小值',
  max: '取最大值',
  first: '取最早一条',
  last: '取最近一条',
  count: '计数',
  distinct: '去重计数',
}
const fnEn: Readonly<Record<AggregateFunction, string>> = {
  sum: 'sum',
  avg: 'average',
  min: 'smallest',
  max: 'largest',
  first: 'earliest',
  last: 'latest',
  count: 'count',
  distinct: 'distinct values',
}
const rowsEn = (rows: number): string => `${rows} ${rows === 1 ? 'row' : 'rows'}`
const stepEn: Readonly<Record<PeriodStep, string>> = {
  day: 'daily',
  week: 'weekly',
  month: 'monthly',
  quarter: 'quarterly',
  half: 'half-yearly',
  year: 'yearly',
}

const zh: FigureWords = {
  names: {
    total: (base) => (/^(累计|合计|总)/.test(base) ? base : `累计${base}`),
    overall: (base) => (/^(整体|总体|综合|平均)/.test(base) ? base : `整体${base}`),
    mean: (base) => (/均值$|^(平均|日均|人均)/.test(base) ? base : `${base}均值`),
    average: (base, step) => `${shortStepZh[step]}均${base}`,
    peak: (base, step) => `单${step === 'half' ? '个' : ''}${shortStepZh[step]}最高${base}`,
    part: (base, key) => `${key}${base}`,
    partIn: (base, key, period) => `${key}${period}${base}`,
    share: (base, key) => `${key}${base}占比`,
    costPer: (base) => `${base}成本`,
    acquisitionCost: '获客成本',
    extent: {
      day: '统计天数',
      week: '统计周数',
      month: '统计月数',
      quarter: '统计季度数',
      half: '统计半年数',
      year: '统计年数',
    },
    partCount: (by) => `${by}数`,
    goalCount: '考核指标数',
    target: (base) => `${base}目标`,
    statedRate: (base) => `${base}达成率`,
    by: { month: '月份', quarter: '季度', half: '半年', year: '年份' },
  },
  units: {
    extent: { day: '天', week: '周', month: '个月', quarter: '个季度', half: '个半年', year: '年' },
    parts: () => '个',
    goals: '项',
    per: (money, _base, counted) => `${money}/${counted || '个'}`,
    perPerson: (money) => `${money}/人`,
  },
  scopeOfAll: (by) => `全部${by}合计`,
  goal: {
    verdict: {
      higher: { missed: '未达成', met: '达成', exceeded: '超额达成', unknown: '暂无数据' },
      lower: { missed: '未达成', met: '达成', exceeded: '优于目标', unknown: '暂无数据' },
    },
    target: (comparator, target) => `${comparator}${target}`,
    range: (low, high) => `${low}～${high}`,
    attained: (percent) => `达成率${percent}`,
    pointsAndAttained: (outcome, percent) => `${outcome}（达成率${percent}）`,
    against: (side, polarity, difference) =>
      side === 'level' ? '与目标持平' : `${sideZh(side, polarity)}目标${difference}`,
    relative: (side, decrease, percent) =>
      side === 'level'
        ? '与目标持平'
        : side === 'below'
          ? `较目标${decrease}${percent}`
          : `超出目标${percent}`,
    againstShort: (side, polarity, difference) =>
      side === 'level' ? '持平' : `${sideZh(side, polarity)}${difference}`,
    relativeShort: (side, decrease, percent) =>
      side === 'level' ? '持平' : `${side === 'below' ? decrease : '超出'}${percent}`,
    inRange: '在目标区间内',
    outOfRange: (side, difference) =>
      side === 'above' ? `高出目标上限${difference}` : `低于目标下限${difference}`,
    decrease: { count: '减少', duration: '缩短', other: '降低' },
  },
  trace: {
    fn: (fn, rows) => `${rows} 行${fnZh[fn]}`,
    per: (step, fn, rows) => `${rows} 行按${stepZh[step]}汇总后${fnZh[fn]}`,
    filter: (column, value) => `${column}为${value}`,
    label: (label) => `（${label}）`,
    place: (parts) => parts.join(' › '),
    clauses: (parts) => parts.join('，'),
    formula: (formula, files) => (files.length > 0 ? `${formula}（${files.join('、')}）` : formula),
    typed: (note) => (note ? `手工填写：${note}` : '手工填写'),
    gone: '数据源已移除',
  },
}

const sideZh = (side: Side, polarity: Polarity): string =>
  side === 'below' ? '低于' : polarity === 'lower' ? '超出' : '高出'

const en: FigureWords = {
  names: {
    total: (base) => (/^(total|overall)\b/i.test(base) ? base : `Total ${inner(base)}`),
    overall: (base) => (/^(total|overall|average)\b/i.test(base) ? base : `Overall ${inner(base)}`),
    mean: (base) => (/^(average|mean)\b/i.test(base) ? base : `Average ${inner(base)}`),
    average: (base, step) => `Average ${stepEn[step]} ${inner(base)}`,
    peak: (base, step) => `Peak ${stepEn[step]} ${inner(base)}`,
    part: (base, key) => `${key} ${inner(base)}`,
    partIn: (base, key, period) => `${key} ${inner(base)} in ${period}`,
    share: (base, key) => `${key} share of ${inner(base)}`,
    costPer: (base) => `Cost per ${singular(inner(base))}`,
    acquisitionCost: 'Acquisition cost',
    extent: {
      day: 'Days covered',
      week: 'Weeks covered',
      month: 'Months covered',
      quarter: 'Quarters covered',
      half: 'Half-years covered',
      year: 'Years covered',
    },
    partCount: (by) => `Number of ${plural(inner(by))}`,
    goalCount: 'Number of goals',
    target: (base) => `${base} target`,
    statedRate: (base) => `${base} attainment`,
    by: { month: 'Month', quarter: 'Quarter', half: 'Half-year', year: 'Year' },
  },
  units: {
    extent: {
      day: 'days',
      week: 'weeks',
      month: 'months',
      quarter: 'quarters',
      half: 'half-years',
      year: 'years',
    },
    parts: (by) => plural(inner(by)),
    goals: 'goals',
    per: (money, base) => `${money}/${singular(inner(base))}`,
    perPerson: (money) => `${money}/person`,
  },
  scopeOfAll: (by) => `all ${plural(inner(by))}`,
  goal: {
    verdict: {
      higher: { missed: 'Missed', met: 'Met', exceeded: 'Exceeded', unknown: 'No data' },
      lower: { missed: 'Missed', met: 'Met', exceeded: 'Beaten', unknown: 'No data' },
    },
    target: (comparator, target) => (comparator ? `${comparator} ${target}` : target),
    range: (low, high) => `${low} to ${high}`,
    attained: (percent) => `${percent} of target`,
    pointsAndAttained: (outcome, percent) => `${outcome} (${percent} of target)`,
    against: (side, _polarity, difference) =>
      side === 'level' ? 'on target' : `${difference} ${side} target`,
    relative: (side, _decrease, percent) => (side === 'level' ? 'on target' : `${percent} ${side} target`),
    // Beside a rate, points can only be percentage points.
    againstShort: (side, _polarity, difference) =>
      side === 'level' ? 'on target' : `${difference.replace('percentage ', '')} ${side}`,
    relativeShort: (side, _decrease, percent) => (side === 'level' ? 'on target' : `${percent} ${side}`),
    inRange: 'within the target range',
    outOfRange: (side, difference) => `${difference} ${side} the target range`,
    decrease: { count: '', duration: '', other: '' },
  },
  trace: {
    fn: (fn, rows) => `${fnEn[fn]} of ${rowsEn(rows)}`,
    per: (step, fn, rows) => `${fnEn[fn]} of ${stepEn[step]} sums of ${rowsEn(rows)}`,
    filter: (column, value) => `${column} is ${value}`,
    label: (label) => ` (${label})`,
    place: (parts) => parts.join(' › '),
    clauses: (parts) => parts.join(', '),
    formula: (formula, files) => (files.length > 0 ? `${formula} (${files.join(', ')})` : formula),
    typed: (note) => (note ? `entered by hand: ${note}` : 'entered by hand'),
    gone: 'the data source was removed',
  },
}

export const figureWords: Readonly<Record<Language, FigureWords>> = { 'zh-CN': zh, en }

const tierNames: Readonly<Record<Language, readonly [string, string, string]>> = {
  'zh-CN': ['优秀', '达标', '未达标'],
  en: ['Excellent', 'Close to target', 'Below target'],
}

/** How goals are graded where a project does not say otherwise: from 100 %, from 80 %, below. */
export function usualTiers(language: Language): Tiers {
  const [best, middle, last] = tierNames[language]
  return [
    { from: 1, name: best },
    { from: 0.8, name: middle },
    { from: null, name: last },
  ]
}

/** What the name of a part begins with and what it measures: 抖音 and 注册 of 抖音注册, March and sign-ups. */
export function partName({ name, part }: Figure, language: Language): { label: string; base: string } {
  const key = part?.key ?? ''
  const labels = part?.step ? [formatDay(key, language), formatMonth(key, language)] : [key]
  const label = labels.find((candidate) => candidate !== '' && name.startsWith(candidate))
  return label === undefined
    ? { label: part?.step ? formatDay(key, language) : key, base: name }
    : { label, base: name.slice(label.length).trim() }
}

/** Whose share a figure is, by its name: 新用户 of 新用户占比, Too expensive of Too expensive share. */
export const withoutShare = (name: string): string =>
  name.replace(/(?<=.)(?:占比|比例|比重|份额)$|(?<=.) (?:share|percentage)$/i, '')

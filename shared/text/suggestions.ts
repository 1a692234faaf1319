// What is suggested and why, in one line that names the columns it is about. Numbers arrive here already counted; the
// names of figures stand in figures.ts. Over 300 lines because both languages stand side by side.

import type { PeriodStep } from '../model/figure.ts'
import type { Language } from '../model/language.ts'
import { counted, inner, listed, plural } from './english.ts'

/** How a suggestion and its comparisons are called, and why it is offered. */
interface Wording<A extends readonly unknown[]> {
  name: (...about: A) => string
  why: (...about: A) => string
}

type Long = Exclude<PeriodStep, 'day' | 'week'>

export interface SuggestionWords {
  /** Columns of a table of goals: what names the rows, and two of target, actual and rate. */
  goals: Wording<[columns: readonly string[], count: number]>
  /** Targets whose actual values are figures of other tables. */
  targets: Wording<[column: string, figures: readonly string[]]>
  totals: Wording<[columns: readonly string[], rows: number]>
  rate: Wording<[rate: string, over: string, under: string]>
  /** Those that come after the first few. */
  otherRates: Wording<[rates: readonly string[]]>
  costPer: Wording<[base: string, cost: string, won: string]>
  peak: Wording<[base: string, date: string, step: PeriodStep]>
  /** What cannot be summed, by its mean. */
  levels: Wording<[columns: readonly string[]]>
  parts: Wording<[base: string, by: string, count: number]>
  /** Rates side by side that no total stands over. */
  segments: Wording<[by: string, columns: readonly string[]]>
  periods: Wording<[base: string, date: string, by: Long, count: number]>
  growth: Wording<[base: string, before: string, after: string, isYear: boolean]>
  /** Why, where a row and not a date says which period it is. */
  growthInRows: (base: string, before: string, after: string, isYear: boolean) => string
  steps: Wording<[steps: readonly string[]]>
  /** One measure in two columns: 去年, 今年. */
  pair: Wording<[before: string, after: string, count: number]>
  /** The same two as two rows of one column. */
  pairOfRows: Wording<[by: string, before: string, after: string]>
  /** What two columns of one measure are summed up as: 今年合计. */
  totalOf: (column: string) => string
  /** What such columns sum up, where their names tell nothing but the time. */
  allOf: string
  /** `base` is empty where the columns are named for their time alone. */
  contribution: Wording<[base: string, by: string, before: string, after: string]>
  survey: Wording<[options: string, numbers: readonly string[], questions: number]>
  experiment: Wording<[groups: string, control: string, variant: string, size: string, hits: string]>
  /** The test of one variant of several. */
  testOf: (hits: string, variant: string) => string
  tasks: Wording<[tasks: string, times: readonly string[], count: number]>
  /** Those who came together, and the columns of later times. */
  cohorts: Wording<[by: string, ages: readonly string[], count: number]>
  /** Those of a cohort who were there at an age, and what ages are called. */
  stayed: (cohort: string, age: string) => string
  /** How many they were, where the column says only that it was in the beginning. */
  came: (cohort: string) => string
  age: string
}

const quotedZh = (name: string): string => `「${name}」`
const severalZh = (names: readonly string[], counter = '列'): string =>
  names.length > 4
    ? `${names.slice(0, 3).map(quotedZh).join('')}等 ${names.length} ${counter}`
    : names.map(quotedZh).join('')
const everyZh: Readonly<Record<PeriodStep, string>> = {
  day: '日',
  week: '周',
  month: '月',
  quarter: '季度',
  half: '半年',
  year: '年',
}

const adjectiveZh: Readonly<Record<Long, string>> = {
  month: '月度',
  quarter: '季度',
  half: '半年度',
  year: '年度',
}
const periodsZh: Readonly<Record<Long, string>> = {
  month: '个月',
  quarter: '个季度',
  half: '个半年',
  year: '年',
}

const zh: SuggestionWords = {
  goals: {
    name: () => '目标达成',
    why: (columns, count) => `有${severalZh(columns)}，像一张目标表：可得到 ${count} 项指标的达成情况`,
  },
  targets: {
    name: () => '按目标考核现有指标',
    why: (column, figures) =>
      `「${column}」只有目标，没有实际值；其中${severalZh(figures, '项')}在其他表里有数据，可以直接对照`,
  },
  totals: {
    name: (columns) => (columns.length === 1 ? `${columns[0]}合计` : '各项合计'),
    why: (columns, rows) => `${severalZh(columns)}可以按全部 ${rows.toLocaleString('zh-CN')} 行相加`,
  },
  rate: {
    name: (rate) => rate,
    why: (rate, over, under) =>
      `逐行核对，「${rate}」就是「${over}」÷「${under}」：整体值应由合计相除，而不是各行平均`,
  },
  otherRates: {
    name: (rates) => rates.join('、'),
    why: (rates) => `${severalZh(rates)}都是表中两列相除的结果，整体值由合计相除`,
  },
  costPer: {
    name: (base) => base,
    why: (_base, cost, won) => `有「${cost}」也有「${won}」，相除就是单位成本`,
  },
  peak: {
    name: (base, _date, step) => `${base}的${everyZh[step]}均值与峰值`,
    why: (base, date, step) => `「${date}」按${everyZh[step]}记录了「${base}」，可看出平时水平和最高的一次`,
  },
  levels: {
    name: (columns) => `${columns.join('、')}的均值`,
    why: (columns) => `${severalZh(columns)}不能相加，取平均值`,
  },
  parts: {
    name: (base, by) => `各${by}的${base}`,
    why: (base, by, count) => `「${by}」只有 ${count} 种取值，可把「${base}」分开看各自占多少`,
  },
  segments: {
    name: (by, columns) => `各${by}的${columns.join('、')}`,
    why: (by, columns) => `每个「${by}」一行，可对比${severalZh(columns)}`,
  },
  periods: {
    name: (base, _date, by) => `${base}${adjectiveZh[by]}走势`,
    why: (base, date, by, count) => `「${date}」跨 ${count} ${periodsZh[by]}，可看「${base}」的变化`,
  },
  growth: {
    name: (base, _before, _after, isYear) => `${base}${isYear ? '同比' : '环比'}`,
    why: (base, before, after, isYear) =>
      `数据覆盖了${before}和${after}，「${base}」可算${isYear ? '同比' : '环比'}`,
  },
  growthInRows: (base, before, after, isYear) =>
    `最后两行是${before}和${after}的「${base}」，可算${isYear ? '同比' : '环比'}`,
  steps: {
    name: (steps) => `${steps[0]}到${steps.at(-1)}的转化漏斗`,
    why: (steps) => `「${steps.join('→')}」逐步减少，像一个漏斗`,
  },
  pair: {
    name: (before, after) => `${before}与${after}对比`,
    why: (before, after, count) =>
      `「${before}」和「${after}」是同样的指标在前后两个时期，${count} 行都可对比`,
  },
  pairOfRows: {
    name: (_by, before, after) => `${before}与${after}对比`,
    why: (by, before, after) => `「${by}」里有「${before}」和「${after}」两行，可逐列对比`,
  },
  totalOf: (column) => `${column}合计`,
  allOf: '合计',
  contribution: {
    name: (base, by) => `各${by}对${base}变化的贡献`,
    why: (base, by, before, after) =>
      `从${before}到${after}${base === '' ? '' : `「${base}」`}有增减，按「${by}」拆开就知道是谁带来的`,
  },
  survey: {
    name: () => '问卷结果',
    why: (options, numbers, questions) =>
      `「${options}」配${severalZh(numbers)}，像问卷统计${questions > 1 ? `，共 ${questions} 题` : ''}`,
  },
  experiment: {
    name: (_groups, control, variant, _size, hits) => `${variant}与${control}的${hits}对比`,
    why: (groups, control, variant, size, hits) =>
      `「${groups}」分「${control}」和「${variant}」，又有「${size}」和「${hits}」，像一次对照实验，可检验差异是否显著`,
  },
  testOf: (hits, variant) => `${hits}（${variant}）`,
  tasks: {
    name: (tasks) => `${tasks}进度安排`,
    why: (tasks, times, count) => `「${tasks}」的起止写在${severalZh(times)}，${count} 项可画成甘特图`,
  },
  cohorts: {
    name: (by) => `各${by}的留存`,
    why: (by, ages, count) => `「${by}」有 ${count} 批，${severalZh(ages)}记录之后还留下多少，可看各批留存`,
  },
  stayed: (cohort, age) => `${cohort}${age}留存`,
  came: (cohort) => `${cohort}首期人数`,
  age: '留存期',
}

const quotedEn = (name: string): string => `“${name}”`
const severalEn = (names: readonly string[], others = 'more columns'): string =>
  names.length > 4
    ? `${names.slice(0, 3).map(quotedEn).join(', ')} and ${names.length - 3} ${others}`
    : listed(names.map(quotedEn))
const everyEn: Readonly<Record<PeriodStep, string>> = {
  day: 'day',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  half: 'half-year',
  year: 'year',
}
const adverbEn: Readonly<Record<Long, string>> = {
  month: 'month by month',
  quarter: 'quarter by quarter',
  half: 'by half-year',
  year: 'year by year',
}

/** Last year → last year, while June 2026 stays. */
const inTime = (period: string): string => (/\d/.test(period) ? period : inner(period))

const en: SuggestionWords = {
  goals: {
    name: () => 'Goals and results',
    why: (columns, count) =>
      `${severalEn(columns)} make a table of goals: ${counted(String(count), 'metric')} can be judged`,
  },
  targets: {
    name: () => 'Targets for what is measured already',
    why: (column, figures) =>
      `“${column}” sets targets without results; other tables have the data for ${severalEn(figures, 'more')}`,
  },
  totals: {
    name: (columns) => (columns.length === 1 ? `Total ${inner(columns[0] ?? '')}` : 'Totals'),
    why: (columns, rows) =>
      `${severalEn(columns)} can be added up over all ${counted(rows.toLocaleString('en'), 'row')}`,
  },
  rate: {
    name: (rate) => rate,
    why: (rate, over, under) =>
      `Row by row “${rate}” is “${over}” ÷ “${under}”, so its overall value is a quotient of totals, not an average`,
  },
  otherRates: {
    name: (rates) => listed(rates),
    why: (rates) => `${severalEn(rates)} are quotients of other columns, so they are taken from totals`,
  },
  costPer: {
    name: (base) => base,
    why: (_base, cost, won) => `“${cost}” divided by “${won}” is what one result costs`,
  },
  peak: {
    name: (base, _date, step) => `Usual and best ${everyEn[step]} of ${inner(base)}`,
    why: (base, date, step) =>
      `“${base}” stands beside “${date}” for each ${everyEn[step]}, which tells its usual and its highest value`,
  },
  levels: {
    name: (columns) => `Average ${listed(columns.map(inner))}`,
    why: (columns) => `${severalEn(columns)} cannot be added up, so the average stands for them`,
  },
  parts: {
    name: (base, by) => `${base} by ${inner(by)}`,
    why: (base, by, count) => `“${by}” has only ${count} values, so “${base}” can be split into shares`,
  },
  segments: {
    name: (by, columns) => `${listed(columns)} by ${inner(by)}`,
    why: (by, columns) => `Each ${inner(by)} has a row of its own, so ${severalEn(columns)} can be compared`,
  },
  periods: {
    name: (base, _date, by) => `${base} ${adverbEn[by]}`,
    why: (base, date, by, count) =>
      `“${date}” covers ${count} ${plural(everyEn[by])}, which shows how “${base}” developed`,
  },
  growth: {
    name: (base, before, after) => `${base}: ${after} against ${before}`,
    why: (base, before, after, isYear) =>
      `The data covers ${before} and ${after}, so growth of “${base}” ${isYear ? 'on the year before' : 'from one to the next'} can be told`,
  },
  growthInRows: (base, before, after) =>
    `The last two rows give “${base}” for ${before} and ${after}, so growth from one to the next can be told`,
  steps: {
    name: (steps) => `Funnel from ${inner(steps[0] ?? '')} to ${inner(steps.at(-1) ?? '')}`,
    why: (steps) => `“${steps.join(' → ')}” get fewer step by step, like a funnel`,
  },
  pair: {
    name: (before, after) => `${after} against ${inner(before)}`,
    why: (before, after, count) =>
      `“${before}” and “${after}” hold the same thing at two times, for ${counted(String(count), 'row')}`,
  },
  pairOfRows: {
    name: (_by, before, after) => `${after} against ${inner(before)}`,
    why: (by, before, after) =>
      `“${by}” has the rows “${before}” and “${after}”, which can be compared column by column`,
  },
  totalOf: (column) => `Total ${inner(column)}`,
  allOf: 'The total',
  contribution: {
    name: (base, by) =>
      `What each ${inner(by)} added to the change${base === '' ? '' : ` of ${inner(base)}`}`,
    why: (base, by, before, after) =>
      `${base === '' ? 'The total' : `“${base}”`} changed from ${inTime(before)} to ${inTime(after)}; split by “${by}” it shows who made the change`,
  },
  survey: {
    name: () => 'Survey results',
    why: (options, numbers, questions) =>
      `“${options}” with ${severalEn(numbers)} looks like a survey${questions > 1 ? ` of ${questions} questions` : ''}`,
  },
  experiment: {
    name: (_groups, control, variant, _size, hits) => `${hits}: ${variant} against ${control}`,
    why: (groups, control, variant, size, hits) =>
      `“${groups}” has “${control}” and “${variant}” with “${size}” and “${hits}”, so whether they differ can be tested`,
  },
  testOf: (hits, variant) => `${hits} (${variant})`,
  tasks: {
    name: (tasks) => `Schedule of ${plural(inner(tasks))}`,
    why: (tasks, times, count) =>
      `“${tasks}” has first and last days in ${severalEn(times)}, which make a Gantt chart of ${counted(String(count), 'bar')}`,
  },
  cohorts: {
    name: (by) => `Retention by ${inner(by)}`,
    why: (by, ages, count) =>
      `“${by}” has ${counted(String(count), 'row')}, and ${severalEn(ages)} tell how many of each were still there`,
  },
  stayed: (cohort, age) => `${cohort} retained, ${inner(age)}`,
  came: (cohort) => `${cohort} at the start`,
  age: 'Age',
}

export const suggestionWords: Readonly<Record<Language, SuggestionWords>> = { 'zh-CN': zh, en }

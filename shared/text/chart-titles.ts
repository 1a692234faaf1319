// Titles that state what a chart shows: one short conclusion each. Values arrive here already written, and only where the
// data bears what is said.

import type { Language } from '../model/language.ts'
import { inner, listed } from './english.ts'

/** Which way something went. */
export type Course = 'up' | 'down' | 'level'

export interface ChartTitles {
  /** 用户拉新：达成118%，成本降9.6%. */
  about: (name: string, clauses: readonly string[]) => string
  clauses: (clauses: readonly string[]) => string
  attained: (name: string, percent: string) => string
  /** Of a goal that is better the lower it is: how far below or above the target. */
  saved: (name: string, percent: string) => string
  overspent: (name: string, percent: string) => string
  level: (name: string) => string
  allMet: (count: number) => string
  someMet: (met: number, count: number) => string
  noneMet: (count: number) => string
  lowest: (name: string, outcome: string) => string
  mostOf: (name: string, share: string) => string
  equalMost: (names: readonly string[], share: string) => string
  highest: (name: string, value: string) => string
  highestIn: (series: string, category: string, value: string) => string
  /** 3月最高，较1月增长32.4%. */
  peak: (at: string, since: string, change: string) => string
  trough: (at: string, since: string, change: string) => string
  risen: (percent: string) => string
  fallen: (percent: string) => string
  higherBy: (points: string) => string
  lowerBy: (points: string) => string
  /** 注册增长32.4%, of several over the same periods. */
  moved: (name: string, change: string) => string
  over: (from: string, to: string, clauses: readonly string[]) => string
  /** 注册率由18%提升至24%，+6个百分点. */
  change: (name: string, before: string, after: string, course: Course, change: string) => string
  shortChange: (name: string, change: string) => string
  mostChanged: (name: string, before: string, after: string, course: Course, change: string) => string
  against: (control: string, clauses: readonly string[]) => string
  above: (name: string, percent: string) => string
  below: (name: string, percent: string) => string
  same: (name: string) => string
  chosenMost: (answer: string, share: string) => string
  loss: (from: string, to: string, percent: string) => string
  overall: (percent: string) => string
  overallChange: (before: string, after: string, course: Course, change: string) => string
  contributed: (total: string, course: Course, name: string, part: string) => string
  onlyContributed: (name: string, part: string) => string
  spans: (count: number, period: string, done: number | undefined) => string
  cell: (series: string, category: string, value: string) => string
}

const spaced = (name: string, text: string): string =>
  `${name}${/[A-Za-z\d]$/.test(name) && /^[A-Za-z\d]/.test(text) ? ' ' : ''}${text}`
const courseZh: Readonly<Record<Course, string>> = { up: '提升至', down: '降至', level: '保持在' }

const zh: ChartTitles = {
  about: (name, clauses) => `${name}：${clauses.join('，')}`,
  clauses: (clauses) => clauses.join('，'),
  attained: (name, percent) => `${name}达成${percent}`,
  saved: (name, percent) => `${name}较目标降${percent}`,
  overspent: (name, percent) => `${name}超出目标${percent}`,
  level: (name) => `${name}与目标持平`,
  allMet: (count) => `${count}项目标全部达成`,
  someMet: (met, count) => `${count}项目标达成${met}项`,
  noneMet: (count) => `${count}项目标均未达成`,
  lowest: (name, outcome) => spaced(name, outcome),
  mostOf: (name, share) => `${name}占比最高，达${share}`,
  equalMost: (names, share) => `${names.join('、')}占比并列最高，各为${share}`,
  highest: (name, value) => `${name}最高，达${value}`,
  highestIn: (series, category, value) => `${category}${series}最高，达${value}`,
  peak: (at, since, change) => `${at}最高，较${since}${change}`,
  trough: (at, since, change) => `${at}最低，较${since}${change}`,
  risen: (percent) => `增长${percent}`,
  fallen: (percent) => `下降${percent}`,
  higherBy: (points) => `提高${points}`,
  lowerBy: (points) => `降低${points}`,
  moved: (name, change) => `${name}${change}`,
  over: (from, to, clauses) => `${from}至${to}${clauses.join('，')}`,
  change: (name, before, after, course, change) =>
    course === 'level' ? `${name}保持在${after}` : `${name}由${before}${courseZh[course]}${after}，${change}`,
  shortChange: (name, change) => spaced(name, change),
  mostChanged: (name, before, after, course, change) =>
    `${name}变化最大，由${before}${courseZh[course]}${after}（${change}）`,
  against: (control, clauses) => `较${control}，${clauses.join('，')}`,
  above: (name, percent) => `${name}高${percent}`,
  below: (name, percent) => `${name}低${percent}`,
  same: (name) => `${name}持平`,
  chosenMost: (answer, share) => `选“${answer}”的最多，占${share}`,
  loss: (from, to, percent) => `${from}→${to}流失最多，流失率${percent}`,
  overall: (percent) => `整体转化率${percent}`,
  overallChange: (before, after, course, change) =>
    course === 'level'
      ? `整体转化率保持在${after}`
      : `整体转化率由${before}${courseZh[course]}${after}，${change}`,
  contributed: (total, course, name, part) =>
    `总量${course === 'up' ? '增加' : '减少'}${total}，${name}影响最大（${part}）`,
  onlyContributed: (name, part) => `${name}影响最大（${part}）`,
  spans: (count, period, done) => `${count}项工作，${period}${done === undefined ? '' : `，已完成${done}项`}`,
  cell: (series, category, value) => `${spaced(series, category)}最高，达${value}`,
}

const courseEn: Readonly<Record<Course, string>> = { up: 'rose', down: 'fell', level: 'stayed' }
const goals = (count: number): string => `${count} ${count === 1 ? 'goal' : 'goals'}`
const began = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const changedEn = (name: string, before: string, after: string, course: Course, change: string): string =>
  course === 'level'
    ? `${name} stayed at ${after}`
    : `${name} ${courseEn[course]} from ${before} to ${after} (${change})`

const en: ChartTitles = {
  about: (name, clauses) => `${name}: ${clauses.join(', ')}`,
  clauses: (clauses) => began(clauses.join(', ')),
  attained: (name, percent) => `${inner(name)} ${percent} of target`,
  saved: (name, percent) => `${inner(name)} ${percent} below target`,
  overspent: (name, percent) => `${inner(name)} ${percent} above target`,
  level: (name) => `${inner(name)} on target`,
  allMet: (count) => `${count === 1 ? 'The goal was' : `All ${goals(count)} were`} met`,
  someMet: (met, count) => `${met} of ${goals(count)} met`,
  noneMet: (count) => `None of ${goals(count)} met`,
  lowest: (name, outcome) => `${inner(name)} ${outcome}`,
  mostOf: (name, share) => `${name} is the largest, with ${share}`,
  equalMost: (names, share) => `${listed(names)} are the largest, with ${share} each`,
  highest: (name, value) => `${name} is the highest, at ${value}`,
  highestIn: (series, category, value) => `${series} in ${category} is the highest, at ${value}`,
  peak: (at, since, change) => `${at} is the highest, ${change} ${since}`,
  trough: (at, since, change) => `${at} is the lowest, ${change} ${since}`,
  risen: (percent) => `${percent} above`,
  fallen: (percent) => `${percent} below`,
  higherBy: (points) => `${points} above`,
  lowerBy: (points) => `${points} below`,
  moved: (name, change) => `${inner(name)} ${change}`,
  over: (from, to, clauses) => `${from} to ${to}: ${clauses.join(', ')}`,
  change: changedEn,
  shortChange: (name, change) => `${inner(name)} ${change}`,
  mostChanged: (name, before, after, course, change) =>
    `${changedEn(name, before, after, course, change)}, the largest change`,
  against: (control, clauses) => `Against ${inner(control)}: ${clauses.join(', ')}`,
  above: (name, percent) => `${inner(name)} ${percent} higher`,
  below: (name, percent) => `${inner(name)} ${percent} lower`,
  same: (name) => `${inner(name)} level`,
  chosenMost: (answer, share) => `“${answer}” was chosen most, by ${share}`,
  loss: (from, to, percent) => `The largest loss is from ${inner(from)} to ${inner(to)}, ${percent}`,
  overall: (percent) => `Overall conversion ${percent}`,
  overallChange: (before, after, course, change) =>
    changedEn('Overall conversion', before, after, course, change),
  contributed: (total, course, name, part) =>
    `The total ${courseEn[course]} by ${total}, mostly through ${name} (${part})`,
  onlyContributed: (name, part) => `${name} matters most (${part})`,
  spans: (count, period, done) =>
    `${count} ${count === 1 ? 'task' : 'tasks'}, ${period}${done === undefined ? '' : `, ${done} done`}`,
  cell: (series, category, value) => `${series}, ${category} is the highest, at ${value}`,
}

export const chartTitles: Readonly<Record<Language, ChartTitles>> = { 'zh-CN': zh, en }

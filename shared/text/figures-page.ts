// The words of the figures screen, and of figures wherever they are looked at. How figures and goals are worded in
// sentences is in figures.ts.

import type { FigureKind, MeasuredFigure } from '../model/figure.ts'
import type { Language } from '../model/language.ts'

/** How a figure is told of wherever it is looked at: card, inspector, table. */
export interface FigureViewWords {
  value: string
  goal: string
  outcome: string
  source: string
  definition: string
  scope: string
  period: string
  kind: string
  kinds: Readonly<Record<FigureKind, string>>
  typed: string
  missing: string
  /** Why there is no value. */
  why: Readonly<Record<NonNullable<MeasuredFigure['missing']>, string>>
  operands: string
  /** 日报 › E5:E1263. */
  place: (parts: readonly string[]) => string
  search: string
  noMatch: string
}

export const figureViewWords: Readonly<Record<Language, FigureViewWords>> = {
  'zh-CN': {
    value: '数值',
    goal: '目标',
    outcome: '完成情况',
    source: '来源',
    definition: '口径',
    scope: '范围',
    period: '统计期',
    kind: '类型',
    kinds: {
      count: '数量',
      amount: '金额',
      rate: '比率',
      points: '百分点',
      duration: '时长',
      ratio: '比值',
      score: '评分',
      index: '指数',
    },
    typed: '手工填写',
    missing: '取不到数值',
    why: {
      'no-rows': '没有符合条件的行',
      'no-column': '数据表或列已经不在了',
      'divided-by-zero': '除数为 0',
      'depends-on-missing': '用到的指标取不到数值',
      circular: '公式绕回了自己',
      'units-differ': '用到的指标单位对不上',
      'no-meaning': '这样算没有意义',
    },
    operands: '由这些指标算出',
    place: (parts) => parts.join(' › '),
    search: '按名称或数值查找指标',
    noMatch: '没有符合的指标',
  },
  en: {
    value: 'Value',
    goal: 'Goal',
    outcome: 'Outcome',
    source: 'Source',
    definition: 'Definition',
    scope: 'Scope',
    period: 'Period',
    kind: 'Kind',
    kinds: {
      count: 'Count',
      amount: 'Amount',
      rate: 'Rate',
      points: 'Percentage points',
      duration: 'Duration',
      ratio: 'Ratio',
      score: 'Score',
      index: 'Index',
    },
    typed: 'Typed in',
    missing: 'No value can be had',
    why: {
      'no-rows': 'no row passes the conditions',
      'no-column': 'the table or the column is gone',
      'divided-by-zero': 'division by zero',
      'depends-on-missing': 'a figure it stands on has no value',
      circular: 'the formula comes back to itself',
      'units-differ': 'the units of its figures do not fit',
      'no-meaning': 'this has no meaning for these values',
    },
    operands: 'Worked out from',
    place: (parts) => parts.join(' › '),
    search: 'Find a figure by name or value',
    noMatch: 'No figure matches',
  },
}

/** The parts of the screen, in the order of their tabs. */
export type FiguresSegment = 'figures' | 'goals' | 'comparisons' | 'suggestions'

export interface FiguresPageWords {
  title: string
  segments: Readonly<Record<FiguresSegment, string>>
  add: string
  count: (shown: number, all: number) => string
  filters: Readonly<Record<'all' | 'goals' | 'missed', string>>
  filter: string
  name: string
  emptyTitle: string
  emptyText: string
  draft: string
  toData: string
  toSuggestions: string
  expand: (name: string) => string
  collapse: (name: string) => string
  overview: string
  pickOne: string
  noGoals: string
  undo: string
  undoFailed: string
  rename: string
  save: string
  cancel: string
  close: string
  edit: string
  more: string
  duplicate: string
  copyName: (name: string) => string
  duplicated: (name: string) => string
  remove: string
  removed: (name: string) => string
  openRows: string
  noRows: string
  usedIn: string
  unused: string
  uses: {
    report: (heading: string) => string
    chart: (name: string) => string
    comparison: (name: string) => string
    formula: (name: string) => string
  }
}

export const figuresPageWords: Readonly<Record<Language, FiguresPageWords>> = {
  'zh-CN': {
    title: '指标',
    segments: { figures: '指标', goals: '目标', comparisons: '对比', suggestions: '推荐' },
    add: '新建指标',
    count: (shown, all) => (shown === all ? `共 ${all} 个` : `${all} 个中的 ${shown} 个`),
    filters: { all: '全部', goals: '有目标', missed: '未完成' },
    filter: '筛选',
    name: '指标',
    emptyTitle: '还没有指标',
    emptyText: '可以采纳从数据表看出的推荐，也可以自己新建；起草报告时也会自动算出。',
    draft: '去起草报告',
    toData: '去导入数据',
    toSuggestions: '看看推荐',
    expand: (name) => `展开“${name}”的各部分`,
    collapse: (name) => `收起“${name}”的各部分`,
    overview: '目标达成',
    pickOne: '选中一个指标，可以查看来源、设定目标。',
    noGoals: '还没有目标。选中一个指标，给它设一个。',
    undo: '撤销',
    undoFailed: '没能撤销，内容保持现状。',
    rename: '改名',
    save: '保存',
    cancel: '取消',
    close: '关闭',
    edit: '编辑指标',
    more: '更多操作',
    duplicate: '复制一份',
    copyName: (name) => `${name}（副本）`,
    duplicated: (name) => `已复制为“${name}”`,
    remove: '删除指标',
    removed: (name) => `已删除“${name}”`,
    openRows: '打开原始数据',
    noRows: '这个指标的原始数据已经不在项目里了。',
    usedIn: '用在',
    unused: '还没有用到它的地方',
    uses: {
      report: (heading) => (heading === '' ? '报告正文' : `报告：${heading}`),
      chart: (name) => `图表：${name}`,
      comparison: (name) => `对比：${name}`,
      formula: (name) => `公式：${name}`,
    },
  },
  en: {
    title: 'Figures',
    segments: { figures: 'Figures', goals: 'Goals', comparisons: 'Comparisons', suggestions: 'Suggestions' },
    add: 'New figure',
    count: (shown, all) => (shown === all ? `${all} in all` : `${shown} of ${all}`),
    filters: { all: 'All', goals: 'With a goal', missed: 'Missed' },
    filter: 'Filter',
    name: 'Figure',
    emptyTitle: 'No figures yet',
    emptyText: 'Accept what the tables suggest, or make your own; drafting the report works them out too.',
    draft: 'Draft the report',
    toData: 'Import data',
    toSuggestions: 'See suggestions',
    expand: (name) => `Show the parts of “${name}”`,
    collapse: (name) => `Hide the parts of “${name}”`,
    overview: 'Goal attainment',
    pickOne: 'Choose a figure to see its source or set its goal.',
    noGoals: 'No goals yet. Choose a figure and give it one.',
    undo: 'Undo',
    undoFailed: 'This could not be undone; everything stays as it is.',
    rename: 'Rename',
    save: 'Save',
    cancel: 'Cancel',
    close: 'Close',
    edit: 'Edit the figure',
    more: 'More',
    duplicate: 'Duplicate',
    copyName: (name) => `${name} (copy)`,
    duplicated: (name) => `Duplicated as “${name}”`,
    remove: 'Remove the figure',
    removed: (name) => `“${name}” was removed`,
    openRows: 'Open the rows',
    noRows: 'The rows of this figure are no longer in the project.',
    usedIn: 'Used in',
    unused: 'Nothing uses it yet',
    uses: {
      report: (heading) => (heading === '' ? 'The report' : `Report: ${heading}`),
      chart: (name) => `Chart: ${name}`,
      comparison: (name) => `Comparison: ${name}`,
      formula: (name) => `Formula: ${name}`,
    },
  },
}

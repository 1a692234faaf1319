// The words of the figures screen, and of figures wherever they are looked at. How figures and goals are worded in
// sentences is in figures.ts.

import type { FigureKind } from '../model/figure.ts'
import type { Comparator, Polarity } from '../model/goal.ts'
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
      duration: '时长',
      ratio: '比值',
      score: '评分',
      index: '指数',
    },
    typed: '手工填写',
    missing: '取不到数值',
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
      duration: 'Duration',
      ratio: 'Ratio',
      score: 'Score',
      index: 'Index',
    },
    typed: 'Typed in',
    missing: 'No value can be had',
    place: (parts) => parts.join(' › '),
    search: 'Find a figure by name or value',
    noMatch: 'No figure matches',
  },
}

export interface FiguresPageWords {
  title: string
  add: string
  count: (shown: number, all: number) => string
  filters: Readonly<Record<'all' | 'goals' | 'missed', string>>
  filter: string
  name: string
  emptyTitle: string
  emptyText: string
  draft: string
  toData: string
  parts: (count: number) => string
  expand: (name: string) => string
  collapse: (name: string) => string
  overview: string
  pickOne: string
  noGoals: string
  setGoal: string
  editGoal: string
  removeGoal: string
  goalRemoved: (name: string) => string
  undo: string
  comparator: string
  comparators: Readonly<Record<Comparator, string>>
  target: string
  targetLow: string
  targetHigh: string
  targetHint: (unit: string) => string
  targetUnreadable: string
  targetOtherUnit: (found: string, wanted: string) => string
  rangeReversed: string
  polarity: string
  polarities: Readonly<Record<Polarity, string>>
  rename: string
  save: string
  cancel: string
  close: string
  figureAdded: (name: string) => string
  addTitle: string
  value: string
  valueHint: string
  valueUnreadable: string
  nameMissing: string
  unit: string
  note: string
  noteHint: string
  noteMissing: string
  typedGoal: string
  remove: string
  removed: (name: string) => string
}

export const figuresPageWords: Readonly<Record<Language, FiguresPageWords>> = {
  'zh-CN': {
    title: '指标',
    add: '新增指标',
    count: (shown, all) => (shown === all ? `共 ${all} 个` : `${all} 个中的 ${shown} 个`),
    filters: { all: '全部', goals: '有目标', missed: '未完成' },
    filter: '筛选',
    name: '指标',
    emptyTitle: '还没有指标',
    emptyText: '起草报告时，指标会从数据表自动算出；也可以自己新增。',
    draft: '去起草报告',
    toData: '去导入数据',
    parts: (count) => `${count} 项`,
    expand: (name) => `展开“${name}”的各部分`,
    collapse: (name) => `收起“${name}”的各部分`,
    overview: '目标达成',
    pickOne: '选中一个指标，可以查看来源、设定目标。',
    noGoals: '还没有目标。选中一个指标，给它设一个。',
    setGoal: '设定目标',
    editGoal: '修改目标',
    removeGoal: '删除目标',
    goalRemoved: (name) => `已删除“${name}”的目标`,
    undo: '撤销',
    comparator: '比较方式',
    comparators: {
      '≥': '≥ 不低于',
      '≤': '≤ 不超过',
      '>': '＞ 高于',
      '<': '＜ 低于',
      '=': '＝ 等于',
      range: '区间',
    },
    target: '目标值',
    targetLow: '下限',
    targetHigh: '上限',
    targetHint: (unit) => (unit ? `如 5万、≥30；单位是${unit}` : '如 5万、≥30'),
    targetUnreadable: '读不出这个数。写成 5万、48.2%、≤30元 这样的形式。',
    targetOtherUnit: (found, wanted) => `单位是“${found}”，这个指标用“${wanted}”。`,
    rangeReversed: '上限不能小于下限。',
    polarity: '方向',
    polarities: { higher: '越高越好', lower: '越低越好' },
    rename: '改名',
    save: '保存',
    cancel: '取消',
    close: '关闭',
    figureAdded: (name) => `已新增“${name}”`,
    addTitle: '新增指标',
    value: '数值',
    valueHint: '如 5.8万人、48.2%、¥12,345.60',
    valueUnreadable: '读不出这个数。写成 5.8万人、48.2% 这样的形式。',
    nameMissing: '请写名称。',
    unit: '单位',
    note: '出处说明',
    noteHint: '这个数从哪里来，如：后台截图 7 月 3 日',
    noteMissing: '请写明出处，报告里的每个数都要查得到来源。',
    typedGoal: '手工设定',
    remove: '删除指标',
    removed: (name) => `已删除“${name}”`,
  },
  en: {
    title: 'Figures',
    add: 'Add a figure',
    count: (shown, all) => (shown === all ? `${all} in all` : `${shown} of ${all}`),
    filters: { all: 'All', goals: 'With a goal', missed: 'Missed' },
    filter: 'Filter',
    name: 'Figure',
    emptyTitle: 'No figures yet',
    emptyText: 'Drafting the report works them out from the tables; you can also add your own.',
    draft: 'Draft the report',
    toData: 'Import data',
    parts: (count) => `${count} parts`,
    expand: (name) => `Show the parts of “${name}”`,
    collapse: (name) => `Hide the parts of “${name}”`,
    overview: 'Goal attainment',
    pickOne: 'Choose a figure to see its source or set its goal.',
    noGoals: 'No goals yet. Choose a figure and give it one.',
    setGoal: 'Set a goal',
    editGoal: 'Change the goal',
    removeGoal: 'Remove the goal',
    goalRemoved: (name) => `The goal of “${name}” was removed`,
    undo: 'Undo',
    comparator: 'Comparison',
    comparators: {
      '≥': '≥ at least',
      '≤': '≤ at most',
      '>': '> more than',
      '<': '< less than',
      '=': '= exactly',
      range: 'Range',
    },
    target: 'Target',
    targetLow: 'From',
    targetHigh: 'To',
    targetHint: (unit) => (unit ? `Such as 50,000 or ≥ 30; in ${unit}` : 'Such as 50,000 or ≥ 30'),
    targetUnreadable: 'This is not a number. Write it like 50,000, 48.2% or ≤ 30.',
    targetOtherUnit: (found, wanted) => `This is in “${found}”; the figure is in “${wanted}”.`,
    rangeReversed: 'The upper end is below the lower end.',
    polarity: 'Direction',
    polarities: { higher: 'Higher is better', lower: 'Lower is better' },
    rename: 'Rename',
    save: 'Save',
    cancel: 'Cancel',
    close: 'Close',
    figureAdded: (name) => `“${name}” was added`,
    addTitle: 'Add a figure',
    value: 'Value',
    valueHint: 'Such as 58,000, 48.2% or $12,345.60',
    valueUnreadable: 'This is not a number. Write it like 58,000 or 48.2%.',
    nameMissing: 'Please give it a name.',
    unit: 'Unit',
    note: 'Where it is from',
    noteHint: 'Such as: dashboard screenshot, 3 July',
    noteMissing: 'Please say where it is from: every number in a report must be traceable.',
    typedGoal: 'Set by hand',
    remove: 'Remove the figure',
    removed: (name) => `“${name}” was removed`,
  },
}

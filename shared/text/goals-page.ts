// The words of goals on the figures screen: the overview, the form of one goal, the grades of the project.

import type { Comparator, Polarity, Verdict } from '../model/goal.ts'
import type { Language } from '../model/language.ts'

/** Columns of the overview by which it can be put in order. */
export type GoalColumn =
  | 'figure'
  | 'target'
  | 'actual'
  | 'attainment'
  | 'tier'
  | 'verdict'
  | 'owner'
  | 'period'
  | 'source'

export interface GoalsPageWords {
  columns: Readonly<Record<GoalColumn, string>>
  sortBy: (column: string) => string
  search: string
  owner: string
  anyOwner: string
  anyVerdict: string
  anyTier: string
  /** Coarse verdicts to filter by. */
  verdicts: Readonly<Record<Verdict, string>>
  noMatch: string
  emptyTitle: string
  emptyText: string
  cards: {
    list: string
    goals: string
    reached: string
    missed: string
    farthest: string
    best: string
    none: string
  }
  /** Where a target comes from. */
  from: { table: string; formula: string }
  setGoal: string
  editGoal: string
  removeGoal: string
  goalRemoved: (name: string) => string
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
  ownerHint: string
  setBy: string
  setByHint: string
  periodFrom: string
  periodTo: string
  periodReversed: string
  periodHalf: string
  typedGoal: string
  tiers: {
    open: string
    title: string
    intro: string
    name: (place: number) => string
    from: (place: number) => string
    reaches: string
    below: string
    add: string
    remove: (name: string) => string
    usual: string
    example: string
    exampleOf: (percent: string, tier: string) => string
    tryAt: string
    nameMissing: string
    notFalling: string
    saved: string
  }
  save: string
  cancel: string
  close: string
  undo: string
}

export const goalsPageWords: Readonly<Record<Language, GoalsPageWords>> = {
  'zh-CN': {
    columns: {
      figure: '指标',
      target: '目标',
      actual: '实际',
      attainment: '完成情况',
      tier: '等级',
      verdict: '结论',
      owner: '负责人',
      period: '考核期',
      source: '目标出处',
    },
    sortBy: (column) => `按${column}排序`,
    search: '查找指标、负责人',
    owner: '负责人',
    anyOwner: '全部负责人',
    anyVerdict: '全部结论',
    anyTier: '全部等级',
    verdicts: { exceeded: '超额', met: '达成', missed: '未达成', unknown: '暂无数据' },
    noMatch: '没有符合的目标',
    emptyTitle: '还没有目标',
    emptyText: '在“指标”里选中一个指标，给它设定目标；目标表导入后也会自动认出。',
    cards: {
      list: '目标概览',
      goals: '目标',
      reached: '已达成',
      missed: '未达成',
      farthest: '差距最大',
      best: '完成最好',
      none: '没有',
    },
    from: { table: '目标表', formula: '推算' },
    setGoal: '设定目标',
    editGoal: '修改目标',
    removeGoal: '删除目标',
    goalRemoved: (name) => `已删除“${name}”的目标`,
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
    targetHint: (unit) => (unit ? `如 5万、≥30、8-12、30 以内；单位是${unit}` : '如 5万、≥30、8-12、30 以内'),
    targetUnreadable: '读不出这个数。写成 5万、48.2%、≤30元 这样的形式。',
    targetOtherUnit: (found, wanted) => `单位是“${found}”，这个指标用“${wanted}”。`,
    rangeReversed: '上限不能小于下限。',
    polarity: '方向',
    polarities: { higher: '越高越好', lower: '越低越好' },
    ownerHint: '谁对它负责',
    setBy: '目标依据',
    setByHint: '如：2026年度经营计划',
    periodFrom: '考核期从',
    periodTo: '到',
    periodReversed: '考核期的结束不能早于开始。',
    periodHalf: '考核期要有开始和结束。',
    typedGoal: '手工设定',
    tiers: {
      open: '等级设置',
      title: '目标等级',
      intro: '按完成度分等级，从高到低。全项目的目标都按它评定。',
      name: (place) => `第 ${place} 级的名称`,
      from: (place) => `第 ${place} 级的起点`,
      reaches: '% 及以上',
      below: '以上都没有达到',
      add: '增加一级',
      remove: (name) => `去掉“${name}”`,
      usual: '恢复常用等级',
      example: '效果',
      exampleOf: (percent, tier) => `完成度 ${percent} 评为“${tier}”`,
      tryAt: '试一个完成度',
      nameMissing: '每一级都要有名称。',
      notFalling: '起点要从高到低，不能相同。',
      saved: '已更新目标等级',
    },
    save: '保存',
    cancel: '取消',
    close: '关闭',
    undo: '撤销',
  },
  en: {
    columns: {
      figure: 'Figure',
      target: 'Target',
      actual: 'Actual',
      attainment: 'Attainment',
      tier: 'Grade',
      verdict: 'Verdict',
      owner: 'Owner',
      period: 'Period',
      source: 'Target from',
    },
    sortBy: (column) => `Sort by ${column.toLowerCase()}`,
    search: 'Find a figure or an owner',
    owner: 'Owner',
    anyOwner: 'Any owner',
    anyVerdict: 'Any verdict',
    anyTier: 'Any grade',
    verdicts: { exceeded: 'Exceeded', met: 'Met', missed: 'Missed', unknown: 'No data' },
    noMatch: 'No goal matches',
    emptyTitle: 'No goals yet',
    emptyText: 'Choose a figure under “Figures” and set its goal; a goal table is recognised on import.',
    cards: {
      list: 'Goals at a glance',
      goals: 'Goals',
      reached: 'Reached',
      missed: 'Missed',
      farthest: 'Farthest off',
      best: 'Best met',
      none: 'None',
    },
    from: { table: 'Goal table', formula: 'Worked out' },
    setGoal: 'Set a goal',
    editGoal: 'Change the goal',
    removeGoal: 'Remove the goal',
    goalRemoved: (name) => `The goal of “${name}” was removed`,
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
    targetHint: (unit) =>
      unit ? `Such as 50,000, ≥ 30 or 8-12; in ${unit}` : 'Such as 50,000, ≥ 30 or 8-12',
    targetUnreadable: 'This is not a number. Write it like 50,000, 48.2% or ≤ 30.',
    targetOtherUnit: (found, wanted) => `This is in “${found}”; the figure is in “${wanted}”.`,
    rangeReversed: 'The upper end is below the lower end.',
    polarity: 'Direction',
    polarities: { higher: 'Higher is better', lower: 'Lower is better' },
    ownerHint: 'Who answers for it',
    setBy: 'Set by',
    setByHint: 'Such as: business plan 2026',
    periodFrom: 'Period from',
    periodTo: 'to',
    periodReversed: 'The period ends before it begins.',
    periodHalf: 'A period needs a beginning and an end.',
    typedGoal: 'Set by hand',
    tiers: {
      open: 'Grades',
      title: 'Grades of goals',
      intro: 'Goals are graded by how far they were reached, best first. Every goal of the project follows.',
      name: (place) => `Name of grade ${place}`,
      from: (place) => `Grade ${place} from`,
      reaches: '% or more',
      below: 'anything less',
      add: 'Add a grade',
      remove: (name) => `Remove “${name}”`,
      usual: 'Back to the usual grades',
      example: 'What it gives',
      exampleOf: (percent, tier) => `${percent} is graded “${tier}”`,
      tryAt: 'Try an attainment',
      nameMissing: 'Every grade needs a name.',
      notFalling: 'The beginnings must fall from grade to grade.',
      saved: 'The grades were changed',
    },
    save: 'Save',
    cancel: 'Cancel',
    close: 'Close',
    undo: 'Undo',
  },
}

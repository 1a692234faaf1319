// Heads of the columns in the sheet behind an Office chart, where they hold what helps to draw instead of a series. A
// reader meets them in "Edit data" only.

import type { Language } from '../model/language.ts'

export interface ChartSheetWords {
  /** The invisible base on which a bar stands. */
  base: string
  /** Room that only keeps bars apart, or carries a label. */
  room: string
  /** Where a waterfall stands after a step. */
  level: string
  up: string
  down: string
  whole: string
  /** The part of a bar that lies below zero. */
  belowZero: (name: string) => string
  /** First day of a span, its length in days, what of it is not done. */
  begin: string
  days: string
  left: string
}

export const chartSheetWords: Readonly<Record<Language, ChartSheetWords>> = {
  'zh-CN': {
    base: '（底座）',
    room: '（留白）',
    level: '（累计）',
    up: '增加',
    down: '减少',
    whole: '合计',
    belowZero: (name) => `${name}（负值部分）`,
    begin: '开始日期',
    days: '天数',
    left: '未完成',
  },
  en: {
    base: '(base)',
    room: '(room)',
    level: '(level)',
    up: 'Increase',
    down: 'Decrease',
    whole: 'Total',
    belowZero: (name) => `${name} (below zero)`,
    begin: 'Begins',
    days: 'Days',
    left: 'Not done',
  },
}

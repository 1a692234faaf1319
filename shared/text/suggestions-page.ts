// The words around suggestions: their part of the figures screen, and the line on the data screen that leads there.
// Names and reasons of suggestions themselves are in suggestions.ts.

import type { Language } from '../model/language.ts'
import { counted } from './english.ts'

export interface SuggestionsPageWords {
  intro: (count: number) => string
  acceptAll: string
  accept: string
  acceptNamed: (name: string) => string
  accepted: (name: string) => string
  acceptedAll: (figures: number, comparisons: number, charts: number) => string
  undo: string
  undone: string
  undoFailed: string
  /** What it adds, at a glance. */
  adds: Readonly<Record<'figures' | 'goals' | 'comparisons', (count: number) => string>>
  /** Above what it adds, one by one. */
  parts: Readonly<Record<'goals' | 'comparisons' | 'charts', string>>
  more: (count: number) => string
  emptyTitle: string
  emptyText: string
  emptyNoTables: string
  toData: string
  /** After an import, on the data screen. */
  found: (count: number) => string
  see: string
}

export const suggestionsPageWords: Readonly<Record<Language, SuggestionsPageWords>> = {
  'zh-CN': {
    intro: (count) => `从数据表看出 ${count} 条值得写进报告的内容，按用处排列`,
    acceptAll: '全部采纳',
    accept: '采纳',
    acceptNamed: (name) => `采纳“${name}”`,
    accepted: (name) => `已采纳“${name}”`,
    acceptedAll: (figures, comparisons, charts) =>
      `已采纳：${figures} 个指标、${comparisons} 个对比、${charts} 张图表`,
    undo: '撤销',
    undone: '已撤销采纳',
    undoFailed: '有几项已经用到别处，保留了下来。',
    adds: {
      figures: (count) => `指标 ${count} 个`,
      goals: (count) => `目标 ${count} 个`,
      comparisons: (count) => `对比 ${count} 个`,
    },
    parts: { goals: '目标', comparisons: '对比', charts: '图表' },
    more: (count) => `等 ${count} 个`,
    emptyTitle: '没有新的推荐',
    emptyText: '能从现有数据表看出的，都已经在项目里了。导入新的数据后会再推荐。',
    emptyNoTables: '导入数据后，这里会列出值得写进报告的指标、目标、对比和图表。',
    toData: '去导入数据',
    found: (count) => `发现 ${count} 条可用的指标和图表`,
    see: '查看',
  },
  en: {
    intro: (count) =>
      `The tables suggest ${counted(String(count), 'thing')} worth reporting, most useful first`,
    acceptAll: 'Accept all',
    accept: 'Accept',
    acceptNamed: (name) => `Accept “${name}”`,
    accepted: (name) => `“${name}” was accepted`,
    acceptedAll: (figures, comparisons, charts) =>
      `Accepted: ${counted(String(figures), 'figure')}, ${counted(String(comparisons), 'comparison')}, ${counted(String(charts), 'chart')}`,
    undo: 'Undo',
    undone: 'The acceptance was undone',
    undoFailed: 'Some are in use elsewhere by now and were kept.',
    adds: {
      figures: (count) => counted(String(count), 'figure'),
      goals: (count) => counted(String(count), 'goal'),
      comparisons: (count) => counted(String(count), 'comparison'),
    },
    parts: { goals: 'Goals', comparisons: 'Comparisons', charts: 'Charts' },
    more: (count) => `and more, ${count} in all`,
    emptyTitle: 'Nothing new to suggest',
    emptyText: 'All that the tables suggest is in the project. New data will bring new suggestions.',
    emptyNoTables: 'After an import, figures, goals, comparisons and charts worth reporting are listed here.',
    toData: 'Import data',
    found: (count) => `Found ${counted(String(count), 'suggestion')} of figures and charts worth having`,
    see: 'See them',
  },
}

// A suggestion: figures, goals, comparisons and charts worth having, offered together with the reason, kept when accepted.

import { z } from 'zod'
import { ChartSpec } from './chart.ts'
import { Comparison } from './comparison.ts'
import { Figure } from './figure.ts'
import { Goal } from './goal.ts'
import { SuggestionId, TableId } from './ids.ts'

export const SuggestionReason = z.enum([
  'goal-table',
  'totals',
  'rate-of-columns',
  'cost-per-result',
  'peak-and-average',
  'parts-by-column',
  'periods',
  'growth',
  'shrinking-steps',
  'before-after-columns',
  'survey-answers',
  'cohorts',
  'experiment-groups',
  'contribution',
  'spans-of-tasks',
])
export type SuggestionReason = z.infer<typeof SuggestionReason>

export const Suggestion = z.object({
  /** The same tables give the same ids. */
  id: SuggestionId,
  table: TableId,
  name: z.string(),
  /** Why, in one line of the project's language: 「曝光→点击→注册」逐步减少,像一个漏斗. */
  why: z.string(),
  reason: SuggestionReason,
  /** Higher is offered first. */
  rank: z.number(),
  figures: z.array(Figure),
  goals: z.array(Goal),
  comparisons: z.array(Comparison),
  charts: z.array(ChartSpec),
})
export type Suggestion = z.infer<typeof Suggestion>

// A goal: a figure, a comparator and a target; a judged goal adds how far it was met.

import { z } from 'zod'
import { MeasuredFigure, Origin, Period } from './figure.ts'
import { FigureId } from './ids.ts'

export const Comparator = z.enum(['≥', '≤', '>', '<', '=', 'range'])
export type Comparator = z.infer<typeof Comparator>

export const Polarity = z.enum(['higher', 'lower'])
export type Polarity = z.infer<typeof Polarity>

/** A grade that a goal reaches from `from` on, by its `index`: 0.8 is 80 %. The one without a lower end is the last. */
export const Tier = z.object({ from: z.number().nullable(), name: z.string().min(1).max(20) })
export type Tier = z.infer<typeof Tier>

/** Best first, `from` falling, the last without an end. */
export const Tiers = z
  .array(Tier)
  .min(2)
  .max(6)
  .refine(
    (tiers) =>
      tiers.every(
        ({ from }, index) =>
          (from === null) === (index === tiers.length - 1) &&
          (index === 0 || from === null || from < (tiers[index - 1]?.from ?? -Infinity)),
      ),
    { message: 'tiers fall from one to the next, and the last is open' },
  )
export type Tiers = z.infer<typeof Tiers>

/** A figure has at most one goal. `target` is in the figure's base unit; a range runs from `target` to `targetHigh`. */
export const Goal = z
  .object({
    figure: FigureId,
    comparator: Comparator,
    target: z.number(),
    targetHigh: z.number().optional(),
    polarity: Polarity,
    /** Where the target comes from: a cell of a goal table, typed with a note, or from actual and rate by a formula. */
    origin: Origin,
    /** Who answers for it. */
    owner: z.string().max(100).optional(),
    /** For when it was set. */
    period: Period.optional(),
    /** Who or what set it, in words: 2026年度经营计划. */
    setBy: z.string().max(200).optional(),
  })
  .refine((goal) => goal.comparator !== 'range' || (goal.targetHigh ?? -Infinity) >= goal.target, {
    path: ['targetHigh'],
    message: 'a range needs targetHigh ≥ target',
  })
export type Goal = z.infer<typeof Goal>

export const Verdict = z.enum(['missed', 'met', 'exceeded', 'unknown'])
export type Verdict = z.infer<typeof Verdict>

/**
 * `attainment` is actual ÷ target for both polarities, as a ratio (1.24), null where it has no meaning.
 * `index` is how far the goal was reached where longer is always better, 1 at the target: attainment itself, or
 * 2 − attainment where less is better, the usual completion of a reverse indicator (逆向指标完成率). What it shows
 * beyond 1 is the very saving that the words give, 较目标降低10.8% as 110.8 %, which target ÷ actual would not do.
 * The words differ by kind: `outcome` is 达成率124%, 较目标降低10.8%, 高出目标3.2个百分点(达成率107.1%).
 */
export const JudgedGoal = Goal.safeExtend({
  attainment: z.number().nullable(),
  index: z.number().nullable(),
  verdict: Verdict,
  /** Null where there is no index. */
  tier: Tier.nullable(),
  text: z.object({
    /** ≥5万人 */
    target: z.string(),
    /** 124%, or what stands for it where a rate of attainment would mislead: 降低10.8% */
    attainment: z.string(),
    /** 超额完成 */
    verdict: z.string(),
    outcome: z.string(),
  }),
})
export type JudgedGoal = z.infer<typeof JudgedGoal>

/** What the screens, the report and the exporters work with: a measured figure and, when it has one, its judged goal. */
export const FigureState = MeasuredFigure.extend({ goal: JudgedGoal.optional() })
export type FigureState = z.infer<typeof FigureState>

// A comparison: figures that speak of one another (before and after, part and whole, steps of a funnel), and what follows
// from them. It holds no number: what it derives are figures again, with formulas as their origin.

import { z } from 'zod'
import { Figure } from './figure.ts'
import { ComparisonId, FigureId } from './ids.ts'

const figure = FigureId.nullable()
const comparisonShape = { id: ComparisonId, name: z.string().max(200) }

/** Any two of the four give the others: 42%→48.2%, 增加6分钟至31分钟, 峰值12.4万较之前增长1.9万. */
export const Change = z.object({
  ...comparisonShape,
  kind: z.literal('change'),
  before: figure,
  after: figure,
  /** after − before; of rates in points. */
  delta: figure,
  /** after ÷ before − 1. */
  relative: figure,
})

/** Against what others reach; who says so must be told. */
export const Benchmark = z.object({
  ...comparisonShape,
  kind: z.literal('benchmark'),
  actual: FigureId,
  benchmark: figure,
  /** actual − benchmark, where that is all that is known. */
  gap: figure,
  /** 行业报告2025, 部门整体. Empty is a finding. */
  source: z.string().max(200),
})

/** Parts of a whole, which may not exceed it. What the named parts leave is the residual. */
export const Shares = z.object({
  ...comparisonShape,
  kind: z.literal('shares'),
  whole: figure,
  parts: z.array(FigureId).min(1).max(100),
  /** Several answers were allowed, so that shares may add up to more than 100 %. */
  multiple: z.boolean(),
})

/** A rate, how many that were, and out of how many: any two give the third. 打卡参与率41%(2.38万人). */
export const RateOf = z.object({
  ...comparisonShape,
  kind: z.literal('rate'),
  rate: figure,
  count: figure,
  base: figure,
  /** Who the base are, in words: 活动用户. Empty is a finding. */
  population: z.string().max(200),
})

const steps = z
  .array(z.object({ name: z.string().max(100), figure: FigureId }))
  .min(2)
  .max(20)

/** Ordered steps, each of those who took the one before. With `before` the same steps earlier. */
export const Funnel = z.object({
  ...comparisonShape,
  kind: z.literal('funnel'),
  steps,
  before: steps.optional(),
})

/** What is left of a total when the known parts are taken off; with costs, what one of the rest costs. */
export const Residual = z.object({
  ...comparisonShape,
  kind: z.literal('residual'),
  whole: FigureId,
  parts: z.array(FigureId).min(1).max(50),
  /** Unit costs: of the whole, and of each part in order. */
  unitCost: z.object({ whole: FigureId, parts: z.array(FigureId) }).optional(),
})

/** k : n, or how many times as much: ROI 1:5.8, 3倍. */
export const RatioOf = z.object({
  ...comparisonShape,
  kind: z.literal('ratio'),
  left: FigureId,
  right: FigureId,
})

/** 发放1200份, 有效947份; each answer by its count or its rate. */
export const Survey = z.object({
  ...comparisonShape,
  kind: z.literal('survey'),
  sent: figure,
  valid: figure,
  answers: z.array(z.object({ name: z.string().max(200), figure: FigureId })).max(50),
  multiple: z.boolean(),
})

/** Who made the change: each part before and after. */
export const Contribution = z.object({
  ...comparisonShape,
  kind: z.literal('contribution'),
  before: FigureId,
  after: FigureId,
  parts: z
    .array(z.object({ name: z.string().max(100), before: FigureId, after: FigureId }))
    .min(1)
    .max(100),
})

/** Two groups of a test: how many there were and how many did it. */
export const Experiment = z.object({
  ...comparisonShape,
  kind: z.literal('experiment'),
  control: z.object({ size: FigureId, hits: FigureId }),
  variant: z.object({ size: FigureId, hits: FigureId }),
})

/** One measure over periods, oldest first: growth from one to the next, cumulative, moving, peak. */
export const Series = z.object({
  ...comparisonShape,
  kind: z.literal('series'),
  figures: z.array(FigureId).min(2).max(400),
})

/** Those who came together, and how many of them were there later: by age the counts, or rates of the size, first the size. */
export const Cohorts = z.object({
  ...comparisonShape,
  kind: z.literal('cohorts'),
  cohorts: z
    .array(z.object({ name: z.string().max(100), figures: z.array(figure).max(60) }))
    .min(1)
    .max(60),
  /** What the ages after the size are called: 次日, 第1周. Those without a name are counted. */
  ages: z.array(z.string().max(100)).max(60).optional(),
})

export const Comparison = z.discriminatedUnion('kind', [
  Change,
  Benchmark,
  Shares,
  RateOf,
  Funnel,
  Residual,
  RatioOf,
  Survey,
  Contribution,
  Experiment,
  Series,
  Cohorts,
])
export type Comparison = z.infer<typeof Comparison>
export type ComparisonKind = Comparison['kind']
export type ComparisonOf<K extends ComparisonKind> = Extract<Comparison, { kind: K }>

/** What is odd about a comparison; its words stand in shared/text/comparisons.ts. */
export const ComparisonWarning = z.enum([
  'no-base',
  'no-source',
  'no-population',
  'parts-exceed-whole',
  'part-exceeds-whole',
  'step-grows',
  'count-not-whole',
  'contradicts',
  'tiny-base',
  'not-additive',
  'units-differ',
  'too-small-a-sample',
])
export type ComparisonWarning = z.infer<typeof ComparisonWarning>

/** A number that follows. `figure` is ready to be kept: the same comparison always gives it the same id. */
export const Derived = z.object({
  /** What it is in its comparison: delta, relative, residual, step-rate, overall-rate, lower, upper … */
  role: z.string(),
  /** Which part, step or answer it is about. */
  of: z.string().optional(),
  figure: Figure,
  value: z.number().nullable(),
  text: z.string(),
})
export type Derived = z.infer<typeof Derived>

export const MeasuredComparison = z.object({
  comparison: Comparison,
  derived: z.array(Derived),
  /** What it says in one sentence of the project's language; empty when nothing can be said. */
  sentence: z.string(),
  warnings: z.array(ComparisonWarning),
})
export type MeasuredComparison = z.infer<typeof MeasuredComparison>

// A chart: which figures or columns stand where, and how they are drawn. It holds no number and no colour; drawing
// resolves both.

import { z } from 'zod'
import { AggregateFunction, FigureKind, PeriodStep, Rounding } from './figure.ts'
import type { Verdict } from './goal.ts'
import { ChartId, ColumnId, FigureId, TableId } from './ids.ts'
import { RowFilter } from './table.ts'

export const ChartKind = z.enum([
  /** Upright and lying bars, side by side. */
  'column',
  'bar',
  /** Target beside actual. */
  'target',
  /** Bars of attainment against the line at 100 %. */
  'attainment',
  /** Actual over a wider bar of the target. */
  'bullet',
  'line',
  /** Columns and lines, the latter on a second axis where a series says so. */
  'combo',
  /** A ring. */
  'pie',
  'stacked',
  'stacked-full',
  /** One series: the steps; two: before and after. */
  'funnel',
  /** Before and after: as paired bars, as lines from left to right. */
  'pairs',
  'slope',
  /** Against the first series, which is 100. */
  'index',
  /** Answers of a survey by rate, which need not add up to 100 %. */
  'survey',
  /** From one total to another by what was added and taken off. */
  'waterfall',
  /** Spans of days. */
  'gantt',
  /** A table coloured by value. */
  'heat',
  /** Big numbers. */
  'cards',
])
export type ChartKind = z.infer<typeof ChartKind>

export const ChartSeries = z.object({
  name: z.string().max(200),
  /** One a category; null leaves a gap. Empty where the chart takes its numbers from `query`. */
  figures: z.array(FigureId.nullable()),
  /** What of the figure is drawn: its value, or its goal's target or attainment. */
  aspect: z.enum(['value', 'target', 'attainment']),
  /** Of a combo. */
  as: z.enum(['column', 'line']).optional(),
  axis: z.enum(['first', 'second']).optional(),
})
export type ChartSeries = z.infer<typeof ChartSeries>

/**
 * Numbers straight from a table: one category for each value of `by` (or each period), one series for each value of
 * `split`, else for each measure.
 */
export const ChartQuery = z.object({
  table: TableId,
  by: z.object({ column: ColumnId, step: PeriodStep.optional() }),
  split: z.object({ column: ColumnId, step: PeriodStep.optional() }).optional(),
  measures: z
    .array(z.object({ fn: AggregateFunction, column: ColumnId.optional() }))
    .min(1)
    .max(8),
  where: z.array(RowFilter).max(50).optional(),
})
export type ChartQuery = z.infer<typeof ChartQuery>

/**
 * What a query found: categories in the table's order, or by period; series for each value of `split` and of it for each
 * measure. Values in base units. Of more categories or series than a chart can hold, those with the largest first measure
 * or the latest periods are here.
 */
export const ChartData = z.object({
  /** Null for rows whose cell is blank. */
  categories: z.array(z.string().nullable()),
  series: z.array(
    z.object({
      /** Of the column; of the table where rows are counted. */
      name: z.string(),
      fn: AggregateFunction,
      /** The value of `split`: null where the cell is blank, absent where nothing splits. */
      part: z.string().nullable().optional(),
      kind: FigureKind,
      unit: z.string(),
      /** Whether values of categories may be added up into 其他. */
      additive: z.boolean(),
      values: z.array(z.number().nullable()),
      /** What the categories that are not here add up to, where they may be added up. */
      rest: z.number().optional(),
    }),
  ),
  /** How many there are, where not all of them are here. */
  found: z.object({ categories: z.number().int(), series: z.number().int() }).optional(),
})
export type ChartData = z.infer<typeof ChartData>

export const PaletteId = z.enum(['house', 'calm', 'vivid', 'grey'])
export type PaletteId = z.infer<typeof PaletteId>

export const ChartSpec = z.object({
  id: ChartId,
  kind: ChartKind,
  /** What it shows, without numbers: 各渠道新增注册. The caption in the report starts from it. */
  name: z.string().max(200),
  /** Above the chart: absent none, `auto` the conclusion drawn from the data, else what the user wrote. */
  title: z.union([z.object({ auto: z.literal(true) }), z.object({ text: z.string().max(200) })]).optional(),
  categories: z.array(z.string()),
  series: z.array(ChartSeries),
  query: ChartQuery.optional(),
  /** Of a gantt: ISO days, both included; `share` done, 0 to 1. */
  spans: z
    .array(
      z.object({
        name: z.string().max(200),
        from: z.iso.date(),
        to: z.iso.date(),
        share: z.number().min(0).max(1).optional(),
      }),
    )
    .max(100)
    .optional(),
  /** Of a waterfall: categories that stand from zero; first and last where absent. */
  wholes: z.array(z.number().int().nonnegative()).optional(),
  /** A line across: a figure's value or the target of its goal. */
  line: z.object({ figure: FigureId, aspect: z.enum(['value', 'target']) }).optional(),
  /** Marks at a category: 国庆活动. */
  events: z
    .array(z.object({ at: z.string().max(200), text: z.string().max(100) }))
    .max(20)
    .optional(),
  sort: z.enum(['ascending', 'descending']).optional(),
  /** Only so many categories; the rest is summed up as 其他 where it may be summed. */
  top: z.number().int().min(2).max(50).optional(),
  /** Instead of what the axis takes by itself. */
  rounding: Rounding.optional(),
  labels: z.enum(['all', 'none']).optional(),
  /** Where the value axis begins; absent 0, or as the data lies for lines. */
  axisFrom: z.number().optional(),
  palette: PaletteId.optional(),
  /** What it was proposed for, so that a template finds its place for it. */
  role: z.enum(['goals', 'trend', 'parts', 'shares', 'compare']).optional(),
})
export type ChartSpec = z.infer<typeof ChartSpec>

/** A chart with what its query found. */
export const ChartState = ChartSpec.extend({ data: ChartData.optional() })
export type ChartState = z.infer<typeof ChartState>

/** A resolved value: what is drawn and what is written beside it. */
export interface PlotPoint {
  /** In base units; a rate or an attainment is a ratio. Null leaves a gap. */
  value: number | null
  label: string
  /** The figure behind the point, so that a click can say where it comes from. */
  figure: FigureId | null
  /** Set where the point is judged against a goal. */
  verdict?: Verdict
  /** Of a waterfall and of a gantt: where the bar begins; `value` is where it ends. */
  from?: number
  /** Written small beneath, as on a card: 目标≥5万人 · 达成率116%. */
  note?: string
}

/** One value axis: numbers are divided by `scale` when written, and the unit says so: 万人. */
export interface PlotAxis {
  kind: FigureKind
  /** As written at the axis: 人, 万元, %. */
  unit: string
  scale: number
  decimals: number
  /** Where it begins, in base units, when not at 0. */
  from?: number
  /** Days since 1970-01-01 instead of numbers. */
  days?: boolean
  /** Where lines cross an axis of days, and what is written there. */
  ticks?: readonly { at: number; label: string }[]
}

export interface PlotSeries {
  name: string
  points: readonly PlotPoint[]
  as?: 'column' | 'line'
  axis?: 'first' | 'second'
  /** What of the figures it shows; a target is drawn behind or beside what was reached. */
  aspect?: ChartSeries['aspect']
}

/** What is doubtful about a chart; its words stand in shared/text/charts.ts. */
export type ChartWarning =
  | 'slices-exceed-whole'
  | 'slices-do-not-sum'
  | 'slices-negative'
  | 'too-many-slices'
  | 'axis-cut'
  | 'units-differ'
  | 'second-axis-misleads'
  | 'too-many-series'
  | 'shortened'
  | 'no-data'

/** What a chart shows only so many of. */
export interface Shortened {
  what: 'categories' | 'periods' | 'series'
  shown: number
  of: number
}

/** Why a kind cannot show what a chart holds; its words stand in shared/text/chart-builder.ts. */
export type KindProblem =
  | 'no-numbers'
  | 'needs-goals'
  | 'needs-several'
  | 'needs-two-series'
  | 'one-series-only'
  | 'two-series-only'
  | 'two-series-at-most'
  | 'units-differ'
  | 'three-units'
  | 'negative'
  | 'exceeds-whole'
  | 'not-additive'
  | 'rates-only'
  | 'grows'
  | 'zero-base'
  | 'needs-spans'

/** A chart with its numbers: the one thing that the screen, Word and PowerPoint draw. */
export interface Plot {
  kind: ChartKind
  name: string
  /** Above the chart; empty for none. */
  title: string
  categories: readonly string[]
  series: readonly PlotSeries[]
  axis: PlotAxis
  second?: PlotAxis
  /** A line across the chart: 100 % of attainment, a target. */
  reference?: { value: number; label: string }
  /** Marks, by the index of their category. */
  events?: readonly { at: number; text: string }[]
  /** Of a waterfall. */
  wholes?: readonly number[]
  /** Whether every point is to be labelled; absent as room allows. */
  labels?: 'all' | 'none'
  palette: PaletteId
  warnings: readonly ChartWarning[]
  /** Of the warning `shortened`. */
  shortened?: readonly Shortened[]
  /** What a reader who cannot see the chart is told, from the data. */
  alt: string
}

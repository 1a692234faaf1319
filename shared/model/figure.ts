// A figure: one number of the report, with its definition, where it comes from, and how it is written.
// Mentions, table cells and chart points refer to figures; none of them holds a number of its own.

import { z } from 'zod'
import { ColumnId, FigureId, TableId } from './ids.ts'
import { DateStep, RowFilter } from './table.ts'

/** `points` is a difference of rates, kept as a ratio: 0.062 is written 6.2个百分点. */
export const FigureKind = z.enum(['count', 'amount', 'rate', 'points', 'duration', 'ratio', 'score', 'index'])
export type FigureKind = z.infer<typeof FigureKind>

/** How a value is written. `scale` 10000 writes 万, 1e8 writes 亿; decimals are those after the point at that scale. */
export const Rounding = z.object({
  scale: z.union([z.literal(1), z.literal(1e4), z.literal(1e8)]),
  decimals: z.number().int().min(0).max(10),
})
export type Rounding = z.infer<typeof Rounding>

/** First and last day, both included: `2026-03-01`. */
export const Period = z.object({ from: z.string(), to: z.string() })
export type Period = z.infer<typeof Period>

export const AggregateFunction = z.enum(['sum', 'avg', 'min', 'max', 'first', 'last', 'count', 'distinct'])
export type AggregateFunction = z.infer<typeof AggregateFunction>

/** Keys of periods: `2026-03-01`, `2026-W10`, `2026-03`, `2026-Q1`, `2026-H1`, `2026`. */
export const PeriodStep = DateStep
export type PeriodStep = z.infer<typeof PeriodStep>

/** Keeps the rows whose cell equals `is`; for a date column with `step`, those whose period's key is `is` (`2026-03`). */
export const Filter = z.object({
  column: ColumnId,
  is: z.union([z.string(), z.number(), z.boolean()]),
  step: PeriodStep.optional(),
})
export type Filter = z.infer<typeof Filter>

export const CellOrigin = z.object({
  kind: z.literal('cell'),
  table: TableId,
  /** Row number in the sheet. */
  row: z.number().int().positive(),
  column: ColumnId,
  /** What identifies the row when its number moves in a newer file: the text of the cell that names it. */
  label: z.string(),
  /** What one step of the cell is worth where its row says so, not its column: 10000 under 万人, 0.01 under %. */
  factor: z.number().positive().optional(),
})

/**
 * `fn` over `column` of the rows kept by `filters` and `where` (`count` needs no column).
 * With `per`, rows are first summed by that period and `fn` is taken over the sums:
 * `max` per day of a daily table by channel is the peak day, and the measured figure says when it was.
 */
export const AggregateOrigin = z.object({
  kind: z.literal('aggregate'),
  table: TableId,
  column: ColumnId.optional(),
  fn: AggregateFunction,
  filters: z.array(Filter),
  /** Rows must pass these too: a span of days, several values, anything that the table's own view can filter by. */
  where: z.array(RowFilter).optional(),
  per: z.object({ column: ColumnId, step: PeriodStep }).optional(),
})
export type AggregateOrigin = z.infer<typeof AggregateOrigin>

/** What formulas can call; shared/metrics/arithmetic.ts computes it, shared/text/formula.ts says how it is written. */
export const FormulaFunction = z.enum([
  'growth',
  'change',
  'attainment',
  'saving',
  'share',
  'rest',
  'sum',
  'mean',
  'weighted-mean',
  'geometric-mean',
  'compound',
  'min',
  'max',
  'absolute',
  'round',
])
export type FormulaFunction = z.infer<typeof FormulaFunction>

/** The same figure over an earlier period: the one just before (环比), or the same a year before (同比). */
export const Shift = z.enum(['previous', 'year-before'])
export type Shift = z.infer<typeof Shift>

/** An arithmetic expression over figures, as a tree. A number may carry its unit: 8% is `{ number: 0.08, unit: '%' }`. */
export type Expression =
  | { figure: FigureId; shift?: Shift | undefined }
  | { number: number; unit?: string | undefined }
  | { negative: Expression }
  | { operator: '+' | '-' | '*' | '/'; left: Expression; right: Expression }
  | { call: FormulaFunction; arguments: Expression[] }
export const Expression: z.ZodType<Expression> = z.lazy(() =>
  z.union([
    z.object({ figure: FigureId, shift: Shift.optional() }),
    z.object({ number: z.number(), unit: z.string().max(20).optional() }),
    z.object({ negative: Expression }),
    z.object({ operator: z.enum(['+', '-', '*', '/']), left: Expression, right: Expression }),
    z.object({ call: FormulaFunction, arguments: z.array(Expression).max(50) }),
  ]),
)

export const Origin = z.discriminatedUnion('kind', [
  CellOrigin,
  AggregateOrigin,
  z.object({ kind: z.literal('formula'), expression: Expression }),
  z.object({ kind: z.literal('typed'), value: z.number(), note: z.string() }),
])
export type Origin = z.infer<typeof Origin>

export const Figure = z.object({
  id: FigureId,
  /** As a reader says it: 新增注册, 抖音新增注册. */
  name: z.string().min(1).max(200),
  kind: FigureKind,
  /** Bare unit: 人, 元, 元/人, 分钟; `%` for rates; empty for none. */
  unit: z.string().max(20),
  rounding: Rounding,
  origin: Origin,
  /** The population it is over, in words: 6 个渠道合计. */
  scope: z.string().optional(),
  /** Whether values of parts or periods may be added up. A daily active user count may not. */
  additive: z.boolean(),
  /** Set when this figure is one part of another: `of` by channel, `key` 抖音. */
  part: z.object({ of: FigureId, by: z.string(), key: z.string(), step: PeriodStep.optional() }).optional(),
  /** What the figure does in a report, when it was proposed for a purpose. */
  role: z.enum(['total', 'part', 'share', 'peak', 'average', 'extent', 'actual', 'rate']).optional(),
})
export type Figure = z.infer<typeof Figure>

/** One place a figure's value was taken from, as a person finds it: file, sheet, cells, and what was done with them. */
export const Trace = z.object({
  file: z.string().optional(),
  sheet: z.string().optional(),
  /** `E12`, `E5:E1263`. */
  cells: z.string().optional(),
  rows: z.number().int().nonnegative().optional(),
  /** The whole origin in one line of the project's language. */
  text: z.string(),
})
export type Trace = z.infer<typeof Trace>

/** What the store finds for a cell or an aggregate. Values are in base units: a column's scale is already applied. */
export interface Reading {
  value: number | null
  /** For `max`, `min`, `first`, `last` over a table with dates: the day, week or month where it stands. */
  at?: string
  period?: Period
  /** How many rows took part. */
  rows: number
  /** As in the sheet: `E5:E1263`. */
  cells: string
}

/** A figure with its value. `value` is in base units, a rate is a ratio (0.482), null when it cannot be had. */
export const MeasuredFigure = Figure.extend({
  value: z.number().nullable(),
  missing: z
    .enum([
      'no-rows',
      'no-column',
      'divided-by-zero',
      'depends-on-missing',
      'circular',
      'units-differ',
      'no-meaning',
    ])
    .optional(),
  /** The value written out in the project's language, with its unit: 5.8万人, 48.2%, — when missing. */
  text: z.string(),
  at: z.string().optional(),
  period: Period.optional(),
  trace: Trace,
})
export type MeasuredFigure = z.infer<typeof MeasuredFigure>

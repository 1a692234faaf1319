// A chart: which figures stand where. It holds no number and no colour; drawing resolves both.

import { z } from 'zod'
import type { FigureKind } from './figure.ts'
import type { Verdict } from './goal.ts'
import { ChartId, FigureId } from './ids.ts'

export const ChartKind = z.enum(['column', 'bar', 'line', 'pie', 'attainment'])
export type ChartKind = z.infer<typeof ChartKind>

export const ChartSeries = z.object({
  name: z.string(),
  /** One a category; null leaves a gap. */
  figures: z.array(FigureId.nullable()),
  /** What of the figure is drawn: its value, or its goal's target or attainment. */
  aspect: z.enum(['value', 'target', 'attainment']),
})
export type ChartSeries = z.infer<typeof ChartSeries>

export const ChartSpec = z.object({
  id: ChartId,
  kind: ChartKind,
  /** What it shows, without numbers: 各渠道新增注册. The caption in the report starts from it. */
  name: z.string().max(200),
  categories: z.array(z.string()),
  series: z.array(ChartSeries),
  /** What it was proposed for, so that a template finds its place for it. */
  role: z.enum(['goals', 'trend', 'parts', 'shares', 'compare']).optional(),
})
export type ChartSpec = z.infer<typeof ChartSpec>

/** A resolved value: what is drawn and what is written beside it. */
export interface PlotPoint {
  /** In base units; a rate or an attainment is a ratio. Null leaves a gap. */
  value: number | null
  label: string
  /** The figure behind the point, so that a click can say where it comes from. */
  figure: FigureId | null
  /** Set where the point is judged against a goal. */
  verdict?: Verdict
}

/** One value axis: numbers are divided by `scale` when written, and the unit says so: 万人. */
export interface PlotAxis {
  kind: FigureKind
  /** As written at the axis: 人, 万元, %. */
  unit: string
  scale: number
  decimals: number
}

/** A chart with its numbers: the one thing that the screen, Word and PowerPoint draw. */
export interface Plot {
  kind: ChartKind
  name: string
  categories: readonly string[]
  series: readonly { name: string; points: readonly PlotPoint[] }[]
  axis: PlotAxis
  /** A line across the chart: 100 % of attainment. */
  reference?: { value: number; label: string }
  /** What a reader who cannot see the chart is told, from the data. */
  alt: string
}

// The report: the block tree that the editor edits and every exporter prints.
// Numbers are mentions of figures; numbering of headings and captions is computed, never stored.

import { z } from 'zod'
import type { ChartState } from './chart.ts'
import { Rounding } from './figure.ts'
import type { FigureState } from './goal.ts'
import type { HouseStyle } from './house-style.ts'
import { BlockId, ChartId, FigureId } from './ids.ts'
import type { Project } from './project.ts'

/** How a run is set off from its sentence. A mention can be bold like the words around it. */
const emphasis = {
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  underline: z.boolean().optional(),
}

/** Which words of a figure a mention shows. All but value, period and at speak of its goal. */
export const Aspect = z.enum(['value', 'period', 'at', 'target', 'attainment', 'verdict', 'outcome'])
export type Aspect = z.infer<typeof Aspect>

export const Mention = z.object({
  type: z.literal('figure'),
  figure: FigureId,
  aspect: Aspect,
  /** Overrides of the figure's own rounding for this place; `bare` leaves the unit out, as in a table column that names it. */
  rounding: Rounding.optional(),
  bare: z.boolean().optional(),
  ...emphasis,
})
export type Mention = z.infer<typeof Mention>

export const TextRun = z.object({
  type: z.literal('text'),
  text: z.string(),
  ...emphasis,
})
export type TextRun = z.infer<typeof TextRun>

/** 图3 or 表2: the label and number of a captioned block. */
export const Reference = z.object({ type: z.literal('reference'), target: BlockId, ...emphasis })
export type Reference = z.infer<typeof Reference>

/** A cover fact inside a sentence: the post, the unit. */
export const FactField = z.object({ type: z.literal('fact'), fact: z.string(), ...emphasis })
export type FactField = z.infer<typeof FactField>

export const Inline = z.discriminatedUnion('type', [TextRun, Mention, Reference, FactField])
export type Inline = z.infer<typeof Inline>

const content = z.array(Inline)
const blockShape = { id: BlockId }

export const Heading = z.object({
  ...blockShape,
  type: z.literal('heading'),
  level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  content,
})

/** `prompt` tells a beginner what goes here; it is shown while the paragraph is empty and never printed. */
export const Paragraph = z.object({
  ...blockShape,
  type: z.literal('paragraph'),
  align: z.enum(['left', 'center', 'right']).optional(),
  prompt: z.string().optional(),
  content,
})

export const ListBlock = z.object({
  ...blockShape,
  type: z.literal('list'),
  ordered: z.boolean(),
  items: z.array(z.object({ level: z.number().int().min(0).max(3), content })),
})

/** `headerRows` of `rows` are the header, repeated on every page. Every row has as many cells as there are columns. */
export const TableBlock = z.object({
  ...blockShape,
  type: z.literal('table'),
  /** Empty: no caption and no number, as for a table of label and value. */
  caption: content,
  headerRows: z.number().int().nonnegative(),
  columns: z.array(z.object({ align: z.enum(['left', 'center', 'right']), weight: z.number().positive() })),
  rows: z.array(z.array(content)),
})

export const ChartBlock = z.object({
  ...blockShape,
  type: z.literal('chart'),
  chart: ChartId,
  caption: content,
})

/** Printed from the facts of the project. */
export const Cover = z.object({ ...blockShape, type: z.literal('cover') })
export const Contents = z.object({ ...blockShape, type: z.literal('contents') })
export const PageBreak = z.object({ ...blockShape, type: z.literal('page-break') })

export const Block = z.discriminatedUnion('type', [
  Cover,
  Contents,
  Heading,
  Paragraph,
  ListBlock,
  TableBlock,
  ChartBlock,
  PageBreak,
])
export type Block = z.infer<typeof Block>
export type BlockOf<T extends Block['type']> = Extract<Block, { type: T }>

/** `revision` counts saves; a save names the one it was made from. */
export const Report = z.object({
  revision: z.number().int().nonnegative(),
  blocks: z.array(Block),
})
export type Report = z.infer<typeof Report>

/** All that an exporter needs, and nothing else. */
export interface PrintableReport {
  project: Project
  style: HouseStyle
  blocks: readonly Block[]
  figures: ReadonlyMap<FigureId, FigureState>
  charts: ReadonlyMap<ChartId, ChartState>
}

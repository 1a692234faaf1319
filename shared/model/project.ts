// A project: one `.recap` file. Facts of the cover live here once and feed cover, header and file name.

import { z } from 'zod'
import { Tiers } from './goal.ts'
import { ProjectId } from './ids.ts'
import { Language } from './language.ts'

export const TemplateId = z.enum(['internship'])
export type TemplateId = z.infer<typeof TemplateId>

export const HouseStyleId = z.enum(['enterprise', 'business'])
export type HouseStyleId = z.infer<typeof HouseStyleId>

const factShape = {
  title: z.string().max(200),
  name: z.string().max(100),
  post: z.string().max(100),
  organisation: z.string().max(200),
  department: z.string().max(200),
  mentor: z.string().max(100),
  period: z.string().max(100),
  date: z.string().max(50),
}

/** Facts to be changed: those that are absent stay as they are. */
export const FactChanges = z.object(factShape).partial()

/** What the cover says of the author. Empty until the user fills it in. `period` is their own wording of the dates. */
export const Facts = z.object({
  title: factShape.title.default(''),
  name: factShape.name.default(''),
  post: factShape.post.default(''),
  organisation: factShape.organisation.default(''),
  department: factShape.department.default(''),
  mentor: factShape.mentor.default(''),
  period: factShape.period.default(''),
  date: factShape.date.default(''),
})
export type Facts = z.infer<typeof Facts>
export type Fact = keyof Facts
export const noFacts: Facts = Facts.parse({})

export const Project = z.object({
  id: ProjectId,
  /** The file's name without `.recap`. */
  name: z.string(),
  template: TemplateId,
  language: Language,
  style: HouseStyleId,
  facts: Facts,
  /** How goals are graded; null takes the usual three (see shared/text/figures.ts). */
  tiers: Tiers.nullable(),
  /** The month that a fiscal year begins with, 1 for the calendar's. */
  yearStart: z.number().int().min(1).max(12),
  readOnly: z.boolean(),
})
export type Project = z.infer<typeof Project>

// A project: one `.recap` file. Facts of the cover live here once and feed cover, header and file name.

import { z } from 'zod'
import { ProjectId } from './ids.ts'
import { Language } from './language.ts'

export const TemplateId = z.enum(['internship'])
export type TemplateId = z.infer<typeof TemplateId>

export const HouseStyleId = z.enum(['enterprise', 'business'])
export type HouseStyleId = z.infer<typeof HouseStyleId>

/** What the cover says of the author. Empty until the user fills it in. `period` is their own wording of the dates. */
export const Facts = z.object({
  title: z.string().max(200).default(''),
  name: z.string().max(100).default(''),
  post: z.string().max(100).default(''),
  organisation: z.string().max(200).default(''),
  department: z.string().max(200).default(''),
  mentor: z.string().max(100).default(''),
  period: z.string().max(100).default(''),
  date: z.string().max(50).default(''),
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
  readOnly: z.boolean(),
})
export type Project = z.infer<typeof Project>

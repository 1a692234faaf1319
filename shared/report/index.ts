// The writing step: drafts a report from a template, numbers it, and words its inline pieces.
// Pure: it neither measures nor prints, and never writes a number of its own.

import type { TemplateId } from '../model/project.ts'
import type { Block } from '../model/report.ts'
import { type Desk, type Draft, setDesk } from './desk.ts'
import { composeInternship } from './internship.ts'

export { inlineText } from './inline-text.ts'
export { numberReport } from './numbering.ts'

const templates: Readonly<Record<TemplateId, (desk: Desk) => Block[]>> = { internship: composeInternship }

/** The template filled with what the figures show. The same input gives the same blocks, with the same ids. */
export function composeReport(draft: Draft): Block[] {
  return templates[draft.template](setDesk(draft))
}

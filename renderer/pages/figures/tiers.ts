// Grades of goals as they stand in a form, in percent, and as the project keeps them.

import type { Tier } from '../../../shared/model/goal.ts'
import { parseQuantity } from '../../../shared/numbers/parse.ts'
import { tidy } from '../../../shared/numbers/tidy.ts'

export interface TierDraft {
  /** Keeps a row of the form to itself while others come and go. */
  key: number
  name: string
  /** Percent, as typed; of no meaning for the last. */
  from: string
}

export type TiersProblem = 'name-missing' | 'not-falling'

export const draftTiers = (tiers: readonly Tier[]): TierDraft[] =>
  tiers.map(({ name, from }, key) => ({ key, name, from: from === null ? '' : String(tidy(from * 100)) }))

/** 80, 80% and 0.8 without a sign: a bare number is percent, as the sign beside the field says. */
function readPercent(text: string): number | undefined {
  const read = parseQuantity(text)
  if (!read || (read.unit !== '' && read.unit !== '%') || read.high !== undefined) return undefined
  return read.percent ? read.value : tidy(read.value / 100)
}

/** Best first, the last open below. */
export function readTiers(drafts: readonly TierDraft[]): { tiers: Tier[] } | { problem: TiersProblem } {
  const tiers: Tier[] = []
  for (const [index, draft] of drafts.entries()) {
    const name = draft.name.trim()
    if (name === '') return { problem: 'name-missing' }
    if (index === drafts.length - 1) tiers.push({ name, from: null })
    else {
      const from = readPercent(draft.from)
      const above = tiers.at(-1)?.from ?? Infinity
      if (from === undefined || from >= above) return { problem: 'not-falling' }
      tiers.push({ name, from })
    }
  }
  return { tiers }
}

/** The grade of an index, 1 at the target. */
export const tierAt = (tiers: readonly Tier[], index: number): Tier | undefined =>
  tiers.find(({ from }) => from === null || index >= from)

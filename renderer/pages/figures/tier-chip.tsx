// A grade as a word on its colour: the best, the last, and those between. The word alone says it all.

import type { ReactElement } from 'react'
import type { Tier } from '../../../shared/model/goal.ts'

export interface TierChipProps {
  tier: Tier
  /** All grades, best first. */
  tiers: readonly Tier[]
}

export function TierChip({ tier, tiers }: TierChipProps): ReactElement {
  const place = tier.from === null ? 'last' : tiers[0]?.from === tier.from ? 'first' : 'middle'
  return <span className={`tier tier-${place}`}>{tier.name}</span>
}

// Keeps what suggestions hold, and gives it back: an acceptance is undone as a whole, but for what is used elsewhere by
// then.

import type { CallOutput } from '../../../shared/contract.ts'
import { RecapError } from '../../../shared/errors.ts'
import type { FigureState } from '../../../shared/model/goal.ts'
import type { FigureId, ProjectId } from '../../../shared/model/ids.ts'
import type { Suggestion } from '../../../shared/model/suggestion.ts'
import { client } from '../../api.ts'

export interface Acceptance extends Pick<
  CallOutput<'suggestions.accept'>,
  'figures' | 'comparisons' | 'charts'
> {
  /** Figures that were there and had no goal until now. */
  goals: readonly FigureId[]
}

/** `figures` are those of the project before. Throws what the call throws. */
export async function acceptSuggestions(
  project: ProjectId,
  suggestions: readonly Suggestion[],
  figures: readonly FigureState[],
): Promise<Acceptance> {
  const kept = await client.call('suggestions.accept', {
    project,
    suggestions: suggestions.map(({ id }) => id),
  })
  const without = new Set(figures.filter(({ goal }) => !goal).map(({ id }) => id))
  const goals = suggestions.flatMap((suggestion) => suggestion.goals.map(({ figure }) => figure))
  return { ...kept, goals: goals.filter((id) => without.has(id)) }
}

/** True when all of it is gone again. Throws what the calls throw, unless that is a refusal because of a use. */
export async function undoAcceptance(project: ProjectId, kept: Acceptance): Promise<boolean> {
  const steps = [
    ...kept.goals.map((figure) => () => client.call('goals.remove', { project, figure })),
    ...kept.charts.map((chart) => () => client.call('charts.remove', { project, chart })),
    ...kept.comparisons.map((comparison) => () => client.call('comparisons.remove', { project, comparison })),
    // What was added last stands on what was added first.
    ...kept.figures.toReversed().map((figure) => () => client.call('figures.remove', { project, figure })),
  ]
  let waiting: readonly (() => Promise<unknown>)[] = steps
  for (let before = waiting.length + 1; waiting.length > 0 && waiting.length < before;) {
    before = waiting.length
    const refused: (() => Promise<unknown>)[] = []
    for (const step of waiting) if (!(await isDone(step))) refused.push(step)
    waiting = refused
  }
  return waiting.length === 0
}

async function isDone(step: () => Promise<unknown>): Promise<boolean> {
  try {
    await step()
    return true
  } catch (error) {
    const isUsed =
      error instanceof RecapError && (error.code === 'figure-in-use' || error.code === 'chart-in-use')
    if (isUsed) return false
    throw error
  }
}

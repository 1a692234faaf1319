// What is worth having of a project's tables: figures, goals, comparisons and a Gantt chart, each with its reason, best
// first. Pure: it looks at what a table holds at a glance and reads no other rows.

import { SuggestionId } from '../../model/ids.ts'
import { stableId } from '../../model/stable-id.ts'
import type { Language } from '../../model/language.ts'
import type { Suggestion, SuggestionReason } from '../../model/suggestion.ts'
import type { TableProfile } from '../../model/table.ts'
import { suggestionWords } from '../../text/suggestions.ts'
import { maybeGoalTable } from '../goal-table.ts'
import { longestName } from '../row-number.ts'
import { offersOfTimes } from './before-after.ts'
import { offersOfCohorts } from './cohorts.ts'
import { offersOfExperiments } from './experiment.ts'
import type { Offer } from './offer.ts'
import { offersFromRecords } from './records.ts'
import { offersOfSegments } from './segments.ts'
import { offersOfPeriodRows } from './periods-in-rows.ts'
import { stepsInRows } from './steps.ts'
import { offersOfSurveys } from './survey.ts'
import { offersOfTargets } from './targets-alone.ts'
import { offersOfTasks } from './tasks.ts'

/** A table offers no more than this. */
const mostOfTable = 12

/** Best first. What makes a report by itself comes before what illustrates it. */
const ranks: readonly SuggestionReason[] = [
  'goal-table',
  'survey-answers',
  'cohorts',
  'experiment-groups',
  'before-after-columns',
  'totals',
  'rate-of-columns',
  'cost-per-result',
  'peak-and-average',
  'parts-by-column',
  'periods',
  'shrinking-steps',
  'growth',
  'contribution',
  'spans-of-tasks',
]

/**
 * Goal tables first, then by how much each is worth, the tables in the order given. Each suggestion is whole: the figures
 * that its formulas and comparisons stand on are in it, so that one figure may be in several. The same tables give the
 * same ids. Charts are only those that show no figures. Quarters, halves and years are those of the fiscal year, which begins
 * with the month `yearStart`.
 */
export function suggestFigures(
  profiles: readonly TableProfile[],
  language: Language,
  yearStart = 1,
): Suggestion[] {
  return profiles
    .flatMap((profile) => suggestionsOf(profile, offersOf(profile, profiles, { language, yearStart })))
    .toSorted((left, right) => right.rank - left.rank)
}

function suggestionsOf(profile: TableProfile, found: readonly Offer[]): Suggestion[] {
  const table = profile.table.id
  const offers = found.toSorted((left, right) => rankOf(right) - rankOf(left)).slice(0, mostOfTable)
  // One id is one figure: what two finders see in one column is what the better of them made of it.
  const known = new Map(
    offers
      .toReversed()
      .flatMap(({ figures }) => figures.toReversed().map((figure) => [figure.id, figure] as const)),
  )
  return offers.map((offer): Suggestion => {
    const { reason, key, figures, goals = [], comparisons = [], charts = [], name, why } = offer
    const ids = new Set(figures.map(({ id }) => id))
    return {
      id: SuggestionId.parse(stableId('s', table, reason, ...key)),
      table,
      name: name.slice(0, longestName),
      why,
      reason,
      rank: rankOf(offer),
      figures: [...ids].flatMap((id) => known.get(id) ?? []),
      goals: [...goals],
      comparisons: comparisons.map((comparison) => ({
        ...comparison,
        name: comparison.name.slice(0, longestName),
      })),
      charts: [...charts],
    }
  })
}

const rankOf = ({ reason }: Offer): number => ranks.length - ranks.indexOf(reason)

function offersOf(
  profile: TableProfile,
  profiles: readonly TableProfile[],
  { language, yearStart }: { language: Language; yearStart: number },
): Offer[] {
  const found = maybeGoalTable(profile, language)
  if (found) {
    const words = suggestionWords[language].goals
    const about = [found.told, found.goals.length] as const
    const goals: Offer = {
      reason: 'goal-table',
      key: [],
      name: words.name(...about),
      why: words.why(...about),
      figures: found.figures,
      goals: found.goals,
    }
    return [goals, ...offersOfTimes(profile, found.figures, language)]
  }
  const cohorts = offersOfCohorts(profile, language)
  if (cohorts.length > 0) return cohorts
  const special = [
    ...offersOfTargets(profile, profiles, language),
    ...offersOfSurveys(profile, profiles, language),
    ...offersOfExperiments(profile, language),
    ...stepsInRows(profile, language),
    ...offersOfTasks(profile, language),
    ...offersOfPeriodRows(profile, language),
  ]
  const times = special.length > 0 ? [] : offersOfTimes(profile, [], language)
  const named = [...special, ...times]
  // Where a table says what it is, sums over it would be of things that were never meant to be added up.
  const isSchedule = named.some(({ reason }) => reason === 'spans-of-tasks')
  const isRecord = named.length === 0 || (profile.days.size > 0 && !isSchedule)
  const records = isRecord ? offersFromRecords(profile, language, yearStart) : []
  return [...named, ...records, ...(named.length === 0 ? offersOfSegments(profile, language) : [])]
}

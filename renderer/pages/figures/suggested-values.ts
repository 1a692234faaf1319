// What the figures of a suggestion would be worth: those from tables as the engine finds them, and from these the formulas
// over them, which the engine could not read while the figures that they name are not kept.

import { measureFigures } from '../../../shared/metrics/index.ts'
import type { Figure } from '../../../shared/model/figure.ts'
import type { FigureState } from '../../../shared/model/goal.ts'
import type { Project } from '../../../shared/model/project.ts'
import type { Suggestion } from '../../../shared/model/suggestion.ts'
import { usualTiers } from '../../../shared/text/figures.ts'
import { client } from '../../api.ts'

/** Those without a value, such as growth against a period that only the engine can ask for, are left out. */
export async function measureSuggested(
  project: Project,
  suggestion: Suggestion,
  figures: readonly FigureState[],
): Promise<FigureState[]> {
  const { language, yearStart } = project
  const fromTables = suggestion.figures.filter(({ origin }) => origin.kind !== 'formula')
  const answers = await Promise.all(
    fromTables.map((figure) =>
      client.call('figures.try', { project: project.id, figure }).catch(() => undefined),
    ),
  )
  const tried = answers.flatMap((answer) => answer?.figure ?? [])
  const formulas = suggestion.figures.filter(({ origin }) => origin.kind === 'formula')
  const measured = measureFigures(
    [...figures, ...tried].flatMap(valueAlone).concat(formulas),
    [],
    new Map(),
    new Map(),
    { language, yearStart, tiers: project.tiers ?? usualTiers(language) },
  )
  const wanted = new Set(formulas.map(({ id }) => id))
  return [...tried, ...measured.filter(({ id }) => wanted.has(id))].filter(({ value }) => value !== null)
}

/** A figure that is measured already, as one whose value is simply given. */
const valueAlone = (figure: FigureState): Figure[] =>
  figure.value === null
    ? []
    : [{ ...figure, origin: { kind: 'typed', value: figure.value, note: figure.trace.text } }]

// From a file to what is suggested from it, measured: each suggestion with its reason and its figures, as they would be
// offered. The goldens are meant to be read.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inspectFile } from '../../../electron/import/index.ts'
import type { Store } from '../../../electron/store/index.ts'
import {
  measureComparisons,
  measureFigures,
  shiftedFigures,
  suggestFigures,
} from '../../../shared/metrics/index.ts'
import { proposeCharts } from '../../../shared/charts/index.ts'
import type { FigureState, JudgedGoal } from '../../../shared/model/goal.ts'
import type { FigureId } from '../../../shared/model/ids.ts'
import type { Language } from '../../../shared/model/language.ts'
import { Suggestion } from '../../../shared/model/suggestion.ts'
import { matchGolden } from '../../support/golden.ts'
import { temporaryStore } from '../../support/project.ts'
import { measuringIn } from '../../support/sample-sheets.ts'
import { type SuggestionCase, suggestionCases } from './tables.ts'

async function importAll(store: Store, folder: string, files: SuggestionCase['files']): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name)
    writeFileSync(path, text)
    await store.sources.import((sink) => inspectFile({ path, name }, { sink }), {
      importedAt: new Date('2026-08-31T09:00:00Z'),
    })
  }
}

async function suggestionsIn({ language, yearStart = 1, files }: SuggestionCase): Promise<string> {
  const { store, folder } = temporaryStore()
  store.project.write({ ...store.project.read(), language, yearStart })
  await importAll(store, folder, files)
  const tables = store.tables.list()
  const profiles = tables.map(({ id }) => store.tables.profile(id))
  const suggestions = suggestFigures(profiles, language, yearStart)
  const figures = [
    ...new Map(suggestions.flatMap((one) => one.figures.map((figure) => [figure.id, figure]))).values(),
  ]
  const goals = suggestions.flatMap((one) => one.goals)
  store.figures.save(figures, goals, { keep: false })
  const readings = await store.readings([...figures, ...shiftedFigures(figures, yearStart)])
  const places = new Map(tables.map((table) => [table.id, { file: '', table }]))
  const states = measureFigures(figures, goals, readings, places, { ...measuringIn(language), yearStart })
  expect(states.filter(({ value, goal }) => value === null && !goal)).toEqual([])
  const byId = new Map(states.map((state) => [state.id, state]))
  const written = suggestions.map((suggestion) => {
    Suggestion.parse(suggestion)
    return writtenSuggestion(suggestion, byId, language)
  })
  return written.length === 0 ? '(nothing)\n' : written.join('\n')
}

function writtenSuggestion(
  { reason, name, why, figures, comparisons, charts }: Suggestion,
  states: ReadonlyMap<FigureId, FigureState>,
  language: Language,
): string {
  const own = figures.flatMap(({ id }) => states.get(id) ?? [])
  const lines = [
    `${reason} · ${name}`,
    `  ${why}`,
    ...own.map(
      (state) => `  = ${state.name} ${state.text}${state.goal ? ` · ${writtenGoal(state.goal)}` : ''}`,
    ),
    ...measureComparisons(comparisons, states, language).map(
      ({ comparison: { kind, name: called }, sentence, warnings }) =>
        `  > ${kind} ${called}: ${[sentence, ...warnings.map((warning) => `! ${warning}`)].join(' ')}`,
    ),
    ...[...charts, ...proposeCharts(own, comparisons, language)].flatMap(
      ({ kind, name: called, categories, spans = [] }) => [
        `  # ${kind}: ${[called, ...categories].join(' · ')}`,
        ...spans.map(({ name: task, from, to, share }) =>
          `    ${task} ${from} ${to} ${share ?? ''}`.trimEnd(),
        ),
      ],
    ),
  ]
  return `${lines.join('\n')}\n`
}

const writtenGoal = ({ text, tier, owner, setBy, period }: JudgedGoal): string =>
  [text.target, text.outcome, text.verdict, tier?.name, owner, setBy, period && `${period.from}/${period.to}`]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ')

describe('what is suggested from', () => {
  test.each(Object.entries(suggestionCases))('%s', async (name, found) => {
    matchGolden(join(import.meta.dirname, 'expected', `${name}.txt`), await suggestionsIn(found))
  })
})

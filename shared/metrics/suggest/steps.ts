// Funnels: columns whose totals fall from one to the next (曝光, 点击, 注册), and tables with a step in each row.

import type { Comparison } from '../../model/comparison.ts'
import type { Figure } from '../../model/figure.ts'
import { FigureId } from '../../model/ids.ts'
import { stableId } from '../../model/stable-id.ts'
import type { Language } from '../../model/language.ts'
import type { Column, TableProfile } from '../../model/table.ts'
import { figureWords } from '../../text/figures.ts'
import { suggestionWords } from '../../text/suggestions.ts'
import { isStep, isStepHeader, isUnitHeader } from '../lexicon.ts'
import { cellFigure, readRow } from '../row-number.ts'
import type { Whole } from '../wholes.ts'
import { isBeforeAfter } from './before-after-words.ts'
import {
  comparisonId,
  isWhole,
  namedRows,
  numberColumns,
  numberIn,
  type Offer,
  placeOf,
  readCell,
  textColumns,
} from './offer.ts'

/** Two steps are a rate, and more than this no funnel. */
const fewestSteps = 3
const mostSteps = 20
/** In so many of its rows a step must not exceed the one before: numbers of a day may lag behind. */
const usualRows = 0.9

/** `totals` of the table's columns of counts, where at least two are known steps. */
export function shrinkingSteps(totals: readonly Whole[], profile: TableProfile, language: Language): Offer[] {
  const columns = totals.flatMap((whole) => {
    const { origin, kind } = whole.figure
    const column = origin.kind === 'aggregate' && profile.table.columns.find(({ id }) => id === origin.column)
    return column && kind === 'count' ? [{ whole, column }] : []
  })
  const inOrder = columns.toSorted((a, b) => placeOf(profile, a.column) - placeOf(profile, b.column))
  const run = longestFall(inOrder, profile)
  const known = run.filter(({ column }) => isStep(column.name)).length
  if (run.length < fewestSteps || known < 2) return []
  const steps = run
    .slice(0, mostSteps)
    .map(({ whole, column }) => ({ name: column.name, figure: whole.figure.id }))
  return [
    offerOf(
      steps,
      run.map(({ whole }) => whole.figure),
      [],
      language,
    ),
  ]
}

interface Candidate {
  whole: Whole
  column: Column
}

/** The longest run of neighbouring counts of which each is below the one before, all in all and row by row. */
function longestFall(columns: readonly Candidate[], profile: TableProfile): Candidate[] {
  let best: Candidate[] = []
  let run: Candidate[] = []
  for (const candidate of columns) {
    const last = run.at(-1)
    run = last && falls(last, candidate, profile) ? [...run, candidate] : [candidate]
    if (run.length > best.length) best = run
  }
  return best
}

function falls(from: Candidate, to: Candidate, profile: TableProfile): boolean {
  const [above, below] = [from.whole.guess.value, to.whole.guess.value]
  if (!(above > below && below > 0)) return false
  const pairs = profile.head.flatMap((row) => {
    const [one, other] = [numberIn(profile, row, from.column), numberIn(profile, row, to.column)]
    return one === undefined || other === undefined ? [] : [one >= other]
  })
  return pairs.length > 0 && pairs.filter(Boolean).length >= pairs.length * usualRows
}

/** A step in each row (步骤, 人数), with a second column of numbers the same steps at another time. */
export function stepsInRows(profile: TableProfile, language: Language): Offer[] {
  if (!isWhole(profile)) return []
  const [name] = textColumns(profile, isStepHeader)
  if (!name || !isStepHeader(name.name)) return []
  const falling = numberColumns(profile).filter((column) => isFalling(profile, name, column))
  const pair = falling.flatMap((before) =>
    falling
      .filter((after) => isBeforeAfter(before.name, after.name))
      .map((after) => [before, after] as const),
  )[0]
  const [before, column] = pair ?? [undefined, falling[0]]
  if (!column) return []
  const later = stepFigures(profile, name, column, language)
  const earlier = before ? stepFigures(profile, name, before, language) : []
  const isSame = earlier.length === later.length
  return [
    offerOf(
      later.map(stepOf),
      [...later, ...(isSame ? earlier : [])].map(({ figure }) => figure),
      isSame ? earlier.map(stepOf) : [],
      language,
    ),
  ]
}

interface Step {
  name: string
  figure: Figure
}

const stepOf = ({ name, figure }: Step): { name: string; figure: FigureId } => ({ name, figure: figure.id })

function isFalling(profile: TableProfile, name: Column, column: Column): boolean {
  if (column.type === 'percent') return false
  const values = namedRows(profile, name, column).map(({ value }) => value)
  const never = values.every((value, index) => value > 0 && value <= (values[index - 1] ?? value))
  return (
    values.length >= fewestSteps &&
    values.length <= mostSteps &&
    never &&
    (values[0] ?? 0) > (values.at(-1) ?? 0)
  )
}

function stepFigures(profile: TableProfile, name: Column, column: Column, language: Language): Step[] {
  const { table } = profile
  const unit = table.columns.findIndex((other) => isUnitHeader(other.name))
  return namedRows(profile, name, column).map(({ row, key }) => {
    const shared =
      unit < 0
        ? readCell(profile, row, column, column.name, language)
        : readRow(table, row, [placeOf(profile, column)], column.name, unit, language)
    const figure = cellFigure(table, row, column, shared, {
      id: FigureId.parse(stableId('f', table.id, 'step', column.id, key)),
      name: figureWords[language].names.part(column.name, key),
      key,
      number: shared.numbers[0],
    })
    return { name: key.slice(0, 100), figure }
  })
}

function offerOf(
  steps: { name: string; figure: FigureId }[],
  figures: readonly Figure[],
  before: { name: string; figure: FigureId }[],
  language: Language,
): Offer {
  const words = suggestionWords[language].steps
  const names = steps.map(({ name }) => name)
  const key = steps.map(({ figure }) => figure)
  const funnel: Comparison = {
    id: comparisonId('funnel', ...key),
    kind: 'funnel',
    name: words.name(names),
    steps,
    ...(before.length > 0 && { before }),
  }
  return {
    reason: 'shrinking-steps',
    key,
    name: funnel.name,
    why: words.why(names),
    figures,
    comparisons: [funnel],
  }
}

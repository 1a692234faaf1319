// Retention of cohorts: how many of those who came in one period were still there in later ones. Each row of counts gives
// its rates, each age the mean over all cohorts that are old enough, weighted by how many they were.

import type { ComparisonOf } from '../../model/comparison.ts'
import type { Expression } from '../../model/figure.ts'
import type { FigureState } from '../../model/goal.ts'
import { haveOneUnit, isSameUnit, maybeSumProblem } from './additive.ts'
import { type Bench, hasValue, percent } from './derive.ts'
import { call, of, over, sumOf, times } from './expressions.ts'
import { isKnown } from './stated.ts'

/** So many ages are named in a sentence: the first ones, and the last. */
const named = 5

/** How one cohort stood at one age. */
interface Standing {
  figure: FigureState
  rate: { value: number; text: string }
  /** How many stayed; absent where their cohort's size is not known. */
  stayed: Expression | undefined
  size: FigureState | undefined
}

/** Rates of every cohort (`retention`, of the cohort's name), and of every age over all of them (`mean-retention`). */
export function measureCohorts({ cohorts, ages = [] }: ComparisonOf<'cohorts'>, bench: Bench): string {
  const ageOf = (index: number): string => ages[index] || bench.names.age(index + 1)
  const standings: Standing[][] = []
  for (const { name, figures } of cohorts) {
    const [size, ...later] = figures.map((id) => bench.figure(id))
    for (const [index, figure] of later.entries()) {
      const standing = figure && standingOf(bench, name, ageOf(index), size, figure)
      if (standing) (standings[index] ??= []).push(standing)
    }
  }
  const reached = [...standings.entries()].flatMap(([index, members]): Reached[] =>
    members ? [{ key: String(index + 1), age: ageOf(index), members }] : [],
  )
  if (reached.length === 0) return ''
  const areWeighed = canBeWeighed(bench, reached)
  const said = reached.map((age): Said => (areWeighed ? meanOf(bench, age) : rangeOf(age)))
  const shown = said.length > named ? [...said.slice(0, named - 1), ...said.slice(-1)] : said
  return bench.sentences.cohorts({ of: areWeighed ? peopleOf(bench, cohorts) : undefined, ages: shown })
}

/** A count gives a rate, a rate is one. Undefined where neither can be had. */
function standingOf(
  bench: Bench,
  cohort: string,
  age: string,
  size: FigureState | undefined,
  figure: FigureState,
): Standing | undefined {
  const isSized = size !== undefined && size.kind !== 'rate'
  if (figure.kind === 'rate') {
    if (!isKnown(figure)) return undefined
    if (figure.value > 1) bench.warn('part-exceeds-whole')
    const isWeighed = isSized && isKnown(size) && size.value > 0
    return {
      figure,
      rate: figure,
      stayed: isWeighed ? times(of(figure), of(size)) : undefined,
      size: isWeighed ? size : undefined,
    }
  }
  if (!isSized) {
    bench.warn('no-base')
    return undefined
  }
  if (!isSameUnit(size, figure)) {
    bench.warn('units-differ')
    return undefined
  }
  if (isKnown(size) && size.value <= 0) bench.warn('no-base')
  if (isKnown(size) && isKnown(figure) && figure.value > size.value) bench.warn('part-exceeds-whole')
  const derived = bench.derive(
    {
      role: 'retention',
      key: figure.id,
      of: cohort,
      name: bench.names.retention(cohort, age),
      form: percent,
      scope: size.name,
    },
    call('share', of(figure), of(size)),
  )
  return hasValue(derived) ? { figure, rate: derived, stayed: of(figure), size } : undefined
}

/** One age of all cohorts that have reached it. */
interface Reached {
  key: string
  age: string
  members: readonly Standing[]
}

interface Said {
  age: string
  rate: string
  to?: string
}

/** Whether it is known how many all of them were, and whether they can be added up. */
function canBeWeighed(bench: Bench, reached: readonly Reached[]): boolean {
  const members = reached.flatMap((age) => age.members)
  const sizes = [...new Set(members.flatMap(({ size }) => size ?? []))]
  const counts = members.flatMap(({ figure }) => (figure.kind === 'rate' ? [] : figure))
  const isKnownOfAll = members.every(({ size }) => size !== undefined)
  const problem = !isKnownOfAll
    ? 'no-population'
    : haveOneUnit([...sizes, ...counts])
      ? maybeSumProblem(sizes, 'parts')
      : 'units-differ'
  if (problem) bench.warn(problem)
  return problem === undefined
}

/** A mean weighted by size is the quotient of the sums. */
function meanOf(bench: Bench, { key, age, members }: Reached): Said {
  const mean = bench.derive(
    {
      role: 'mean-retention',
      key,
      of: age,
      name: bench.names.meanRetention(age),
      form: percent,
    },
    over(
      sumOf(members.flatMap(({ stayed }) => stayed ?? [])),
      sumOf(members.flatMap(({ size }) => (size ? [of(size)] : []))),
    ),
  )
  return { age, rate: mean.text }
}

/** Rates of groups of unknown sizes have no mean. */
function rangeOf({ age, members }: Reached): Said {
  const rates = members.map(({ rate }) => rate).toSorted((one, other) => one.value - other.value)
  const [low, high] = [rates[0]?.text ?? '', rates.at(-1)?.text ?? '']
  return { age, rate: low, ...(high !== low && { to: high }) }
}

/** What those who came are called: 新增用户 of 4月新增用户, where the cohort is 4月. */
function peopleOf(bench: Bench, cohorts: ComparisonOf<'cohorts'>['cohorts']): string {
  for (const { name, figures } of cohorts) {
    const size = bench.figure(figures[0] ?? null)
    if (size) return size.name.replace(name, '').trim() || size.name
  }
  return ''
}

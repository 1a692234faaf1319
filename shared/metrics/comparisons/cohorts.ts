// Retention of cohorts: how many of those who came in one period were still there in later ones. Each row of counts gives
// its rates, each age the mean over all cohorts that are old enough, weighted by how many they were.

import type { ComparisonWarning, Derived } from '../../model/comparison.ts'
import type { Expression, Figure } from '../../model/figure.ts'
import type { FigureState } from '../../model/goal.ts'
import { FigureId, stableId } from '../../model/ids.ts'
import type { Language } from '../../model/language.ts'
import { formatValue, noValue } from '../../numbers/format.ts'
import { comparisonSentences } from '../../text/comparison-sentences.ts'
import { comparisonWords } from '../../text/comparisons.ts'
import { isSameUnit } from './additive.ts'
import { evaluated, percent } from './derive.ts'
import { call, of, over, sumOf } from './expressions.ts'
import { isKnown } from './stated.ts'

/** Those who came together, and how many of them were there in each period since: the first count is the cohort itself. */
export interface Cohort {
  name: string
  figures: readonly (FigureId | null)[]
}

export interface MeasuredCohorts {
  derived: Derived[]
  sentence: string
  warnings: ComparisonWarning[]
}

/**
 * Retention rates of every cohort (`retention`, of the cohort's name), and of every age over all cohorts that have
 * reached it (`mean-retention`). The same cohorts give the same ids.
 */
export function measureCohorts(
  cohorts: readonly Cohort[],
  figures: ReadonlyMap<FigureId, FigureState>,
  language: Language,
): MeasuredCohorts {
  const { names } = comparisonWords[language]
  const derived: Derived[] = []
  const warnings = new Set<ComparisonWarning>()
  const derive = (
    role: string,
    name: string,
    about: string,
    key: readonly string[],
    expression: Expression,
  ) => {
    const value = evaluated(expression, figures, percent)
    const figure: Figure = {
      id: FigureId.parse(stableId('f', 'cohorts', role, ...key)),
      name: name.slice(0, 200),
      ...percent,
      origin: { kind: 'formula', expression },
      additive: false,
    }
    const one: Derived = {
      role,
      of: about,
      figure,
      value,
      text: value === null ? noValue : formatValue(value, figure, language),
    }
    derived.push(one)
    return one
  }
  /** By age: the counts of those who stayed, beside how many they were. */
  const ages: { stayed: FigureState; first: FigureState }[][] = []
  for (const { name, figures: ids } of cohorts) {
    const [first, ...later] = ids.map((id) => (id === null ? undefined : figures.get(id)))
    if (!first) continue
    if (isKnown(first) && first.value <= 0) warnings.add('no-base')
    for (const [index, stayed] of later.entries()) {
      if (!stayed) continue
      if (!isSameUnit(first, stayed)) {
        warnings.add('units-differ')
        continue
      }
      if (isKnown(first) && isKnown(stayed) && stayed.value > first.value) warnings.add('part-exceeds-whole')
      derive(
        'retention',
        names.retention(name, index + 1),
        name,
        [stayed.id],
        call('share', of(stayed), of(first)),
      )
      if (isKnown(stayed) && isKnown(first)) (ages[index] ??= []).push({ stayed, first })
    }
  }
  const rates = [...ages.entries()].flatMap(([index, members]) => {
    if (!members || members.length === 0) return []
    const [stayed, first] = [members.map((one) => of(one.stayed)), members.map((one) => of(one.first))]
    const age = index + 1
    // A mean weighted by size is the quotient of the sums.
    const mean = derive(
      'mean-retention',
      names.meanRetention(age),
      String(age),
      members.map((one) => one.stayed.id),
      over(sumOf(stayed), sumOf(first)),
    )
    return mean.value === null ? [] : [{ age, rate: mean.text }]
  })
  const first = cohorts.map(({ figures: [id] }) => (id ? figures.get(id) : undefined)).find((one) => one)
  return {
    derived,
    sentence:
      first && rates.length > 0 ? comparisonSentences[language].cohorts({ first: first.name, rates }) : '',
    warnings: [...warnings],
  }
}

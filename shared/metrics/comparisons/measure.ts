// Comparisons: what follows from figures that speak of one another, as figures with formulas, with one sentence and with
// what is odd about it. Every number is computed by the formula that its figure keeps, so that keeping it changes nothing.
// It reads no table and judges no goal.

import type { Comparison, MeasuredComparison } from '../../model/comparison.ts'
import type { FigureState } from '../../model/goal.ts'
import type { FigureId } from '../../model/ids.ts'
import type { Language } from '../../model/language.ts'
import { measureBenchmark } from './benchmark.ts'
import { measureChange } from './change.ts'
import { measureCohorts } from './cohorts.ts'
import { measureContribution } from './contribution.ts'
import { type Bench, startBench } from './derive.ts'
import { measureExperiment } from './experiment.ts'
import { measureFunnel } from './funnel.ts'
import { measureResidual, measureShares } from './parts.ts'
import { measureRate, measureRatio } from './rate.ts'
import { measureSeries } from './series.ts'
import { measureSurvey } from './survey.ts'

/**
 * Every comparison, in the order given, with what follows from the figures it names. A figure that is gone leaves out
 * what needs it; one without a value leaves what follows without one. The same comparison gives the same ids.
 */
export function measureComparisons(
  comparisons: readonly Comparison[],
  figures: ReadonlyMap<FigureId, FigureState>,
  language: Language,
): MeasuredComparison[] {
  return comparisons.map((comparison) => {
    const { bench, collected } = startBench(comparison, figures, language)
    const sentence = sentenceOf(comparison, bench)
    return { comparison, derived: [...collected.derived], sentence, warnings: [...collected.warnings] }
  })
}

function sentenceOf(comparison: Comparison, bench: Bench): string {
  switch (comparison.kind) {
    case 'change':
      return measureChange(comparison, bench)
    case 'benchmark':
      return measureBenchmark(comparison, bench)
    case 'shares':
      return measureShares(comparison, bench)
    case 'rate':
      return measureRate(comparison, bench)
    case 'funnel':
      return measureFunnel(comparison, bench)
    case 'residual':
      return measureResidual(comparison, bench)
    case 'ratio':
      return measureRatio(comparison, bench)
    case 'survey':
      return measureSurvey(comparison, bench)
    case 'contribution':
      return measureContribution(comparison, bench)
    case 'experiment':
      return measureExperiment(comparison, bench)
    case 'series':
      return measureSeries(comparison, bench)
    case 'cohorts':
      return measureCohorts(comparison, bench)
  }
}

// A figure against what others reach. The gap is in points between rates, else in the figure's own unit; where only the
// gap is known, the benchmark is worked out from it.

import type { ComparisonOf } from '../../model/comparison.ts'
import type { Expression } from '../../model/figure.ts'
import type { FigureState } from '../../model/goal.ts'
import { exactly, meets, minus as less, over as ratioOf } from '../../numbers/intervals.ts'
import { tidy } from '../../numbers/tidy.ts'
import { haveOneUnit } from './additive.ts'
import { type Bench, differenceForm, percent, sideOf } from './derive.ts'
import { call, minus, number, of, over, plus } from './expressions.ts'
import { warnOfBase } from './move.ts'
import { intervalOf, isKnown } from './stated.ts'

export function measureBenchmark(comparison: ComparisonOf<'benchmark'>, bench: Bench): string {
  const source = comparison.source.trim()
  if (source === '') bench.warn('no-source')
  const actual = bench.figure(comparison.actual)
  const benchmark = bench.figure(comparison.benchmark)
  const gap = bench.figure(comparison.gap)
  if (!actual) return ''
  if (!benchmark && !gap) {
    bench.warn('no-base')
    return ''
  }
  if (!areComparable(actual, benchmark, gap)) {
    bench.warn('units-differ')
    return ''
  }
  const subject = comparison.name || actual.name
  // 满意度 against 满意度 tells nobody whose it is.
  const isNamed = benchmark !== undefined && benchmark.name !== actual.name
  const against = isNamed ? benchmark.name : source || bench.names.someBenchmark
  const basis = benchmark ? of(benchmark) : gap ? withoutGap(actual, gap) : of(actual)
  const form = benchmark ?? actual
  if (!benchmark)
    bench.derive({ role: 'benchmark', name: bench.names.benchmark(subject), form, scope: source }, basis)
  const isRelativeGap = gap !== undefined && isShareOf(actual, gap)
  if (!gap || isRelativeGap)
    bench.derive(
      { role: 'gap', name: bench.names.gap(subject, against), form: differenceForm(actual, form) },
      call('change', of(actual), basis),
    )
  if (!isRelativeGap)
    bench.derive(
      { role: 'relative', name: bench.names.relativeGap(subject, against), form: percent },
      call('growth', of(actual), basis),
    )
  if (isKnown(actual) && isKnown(benchmark) && isKnown(gap)) {
    const [a, b] = [intervalOf(actual), intervalOf(benchmark)]
    const quotient = ratioOf(a, b)
    const computed = isRelativeGap ? quotient && less(quotient, exactly(1)) : less(a, b)
    if (computed && !meets(computed, intervalOf(gap))) bench.warn('contradicts')
  }

  const reached = bench.valueOf(basis)
  if (!isKnown(actual) || reached === null) return ''
  warnOfBase(bench, { value: reached, form }, actual)
  const difference = tidy(actual.value - reached)
  const relative = reached > 0 ? tidy(actual.value / reached - 1) : Infinity
  const hasRelative = Number.isFinite(relative) && actual.kind !== 'rate'
  return bench.sentences.benchmark({
    subject,
    actual: bench.write(actual.value, actual),
    against,
    benchmark: bench.write(reached, form),
    source: isNamed ? source : '',
    direction: sideOf(difference),
    gap: bench.writeShort(Math.abs(difference), differenceForm(actual, form)),
    relative: hasRelative ? bench.writeShort(Math.abs(relative), percent) : undefined,
  })
}

/** 费用较市场均价低20%: a gap in percent of the benchmark, for what is no rate itself. */
const isShareOf = (actual: FigureState, gap: FigureState): boolean =>
  gap.kind === 'rate' && actual.kind !== 'rate'

function areComparable(actual: FigureState, benchmark?: FigureState, gap?: FigureState): boolean {
  const isOfRates = actual.kind === 'rate'
  if (isOfRates && gap && gap.kind !== 'points') return false
  const isInUnits = gap && !isOfRates && !isShareOf(actual, gap)
  return haveOneUnit(
    [actual, benchmark, isInUnits ? gap : undefined].filter((figure) => figure !== undefined),
  )
}

const withoutGap = (actual: FigureState, gap: FigureState): Expression =>
  isShareOf(actual, gap) ? over(of(actual), plus(number(1), of(gap))) : minus(of(actual), of(gap))

// Two groups of a test: their rates, by how much they differ, how sure that is, and how many it would have taken.
// What no formula can say (p, bounds) is a typed figure whose note names the method and its inputs.

import type { ComparisonOf } from '../../model/comparison.ts'
import { roundDecimal } from '../../numbers/format.ts'
import { tidy } from '../../numbers/tidy.ts'
import {
  confidence,
  differenceInterval,
  isLargeEnough,
  neededSize,
  type Sample,
  twoProportionTest,
} from '../statistics/proportions.ts'
import { areAlike, rateOf } from './additive.ts'
import { type Bench, differenceForm, type Form, percent, sideOf } from './derive.ts'
import { call } from './expressions.ts'
import { isKnown, type Known } from './stated.ts'

const scoreForm: Form = { kind: 'score', unit: '', rounding: { scale: 1, decimals: 2 } }
/** p values below the last digit are written as being below it. */
const chanceForm: Form = { kind: 'index', unit: '', rounding: { scale: 1, decimals: 3 } }

export function measureExperiment(comparison: ComparisonOf<'experiment'>, bench: Bench): string {
  const control = { size: bench.figure(comparison.control.size), hits: bench.figure(comparison.control.hits) }
  const variant = { size: bench.figure(comparison.variant.size), hits: bench.figure(comparison.variant.hits) }
  if (!control.size || !control.hits || !variant.size || !variant.hits) return ''
  const operands = [control.size, control.hits, variant.size, variant.hits]
  const differ = !areAlike(control.size, variant.size) || !areAlike(control.hits, variant.hits)
  if (differ || operands.some(({ kind }) => kind !== 'count')) {
    bench.warn('units-differ')
    return ''
  }
  const test = bench.sentences.testName(comparison.name, variant.hits.name)
  const [before, after] = [rateOf(control.hits, control.size), rateOf(variant.hits, variant.size)]
  const controlRate = bench.derive(
    { role: 'control-rate', name: bench.names.controlRate(test), form: percent, scope: control.size.name },
    before,
  )
  const variantRate = bench.derive(
    { role: 'variant-rate', name: bench.names.variantRate(test), form: percent, scope: variant.size.name },
    after,
  )
  const difference = bench.derive(
    { role: 'difference', name: bench.names.difference(test), form: differenceForm(percent, percent) },
    call('change', after, before),
  )
  bench.derive({ role: 'lift', name: bench.names.lift(test), form: percent }, call('growth', after, before))
  if (!operands.every((figure) => isKnown(figure))) return ''
  const samples = samplesOf(bench, operands)
  if (!samples || controlRate.value === null || variantRate.value === null) return ''

  const isLarge = isLargeEnough(samples.control, samples.variant)
  if (!isLarge) bench.warn('too-small-a-sample')
  const said = deriveCertainty(bench, test, samples, difference.figure)
  // Near the line, test and interval may disagree by a hair: then nothing is claimed.
  const isReal = said.p !== undefined && said.p < 1 - confidence && said.low * said.high > 0
  const direction = sideOf(tidy(variantRate.value - controlRate.value))
  const [low, high] = direction === 'down' ? [-said.high, -said.low] : [said.low, said.high]
  return bench.sentences.experiment({
    test,
    control: bench.writeShort(controlRate.value, percent),
    variant: bench.writeShort(variantRate.value, percent),
    direction,
    difference: bench.writeShort(Math.abs(difference.value ?? 0), difference.figure),
    low: roundDecimal(low, 1, 2),
    high: roundDecimal(high, 1, 2),
    p: said.p === undefined ? undefined : writtenChance(said.p),
    judgement: isLarge ? (isReal ? 'real' : 'chance') : 'small',
  })
}

const writtenChance = (p: number): { isBelow: boolean; text: string } =>
  p < 0.001 ? { isBelow: true, text: '0.001' } : { isBelow: false, text: roundDecimal(p, 3, 0) }

interface Samples {
  control: Sample
  variant: Sample
  inputs: string
  /** What the groups are counted in. */
  unit: string
}

function samplesOf(bench: Bench, operands: readonly Known[]): Samples | undefined {
  const [controlSize, controlHits, variantSize, variantHits] = operands
  if (!controlSize || !controlHits || !variantSize || !variantHits) return undefined
  if (operands.some(({ value }) => !Number.isInteger(value))) {
    bench.warn('count-not-whole')
    return undefined
  }
  if (controlSize.value <= 0 || variantSize.value <= 0) {
    bench.warn('no-base')
    return undefined
  }
  if (controlHits.value > controlSize.value || variantHits.value > variantSize.value) {
    bench.warn('part-exceeds-whole')
    return undefined
  }
  if (controlHits.value < 0 || variantHits.value < 0) return undefined
  const { outOf, sampleInputs } = bench.sentences
  return {
    control: { size: controlSize.value, hits: controlHits.value },
    variant: { size: variantSize.value, hits: variantHits.value },
    unit: variantSize.unit,
    inputs: sampleInputs(
      outOf(controlHits.text, controlSize.text),
      outOf(variantHits.text, variantSize.text),
    ),
  }
}

/** A smaller p is a row of noughts: that it is below 0.001 the sentence says, and how far off the z value. */
const leastChance = 1e-6

function deriveCertainty(
  bench: Bench,
  test: string,
  { control, variant, inputs, unit }: Samples,
  difference: Form & { name: string },
): { low: number; high: number; p: number | undefined } {
  const tested = twoProportionTest(control, variant)
  const { low, high } = differenceInterval(control, variant)
  const { names, notes } = bench
  const form = differenceForm(percent, percent)
  bench.state({ role: 'lower', name: names.lower(difference.name), form }, low, notes.interval(inputs))
  bench.state({ role: 'upper', name: names.upper(difference.name), form }, high, notes.interval(inputs))
  if (tested) {
    const note = notes.twoProportions(inputs)
    bench.state({ role: 'z-score', name: names.zScore(test), form: scoreForm }, tested.z, note)
    if (tested.p >= leastChance)
      bench.state({ role: 'p-value', name: names.pValue(test), form: chanceForm }, tested.p, note)
    // Where the test finds nothing, how many would have been needed for what was seen.
    if (tested.p > 1 - confidence)
      bench.state(
        {
          role: 'needed-size',
          name: names.neededSize(test),
          form: { kind: 'count', unit, rounding: { scale: 1, decimals: 0 } },
        },
        neededSize(control.hits / control.size, variant.hits / variant.size),
        notes.sampleSize(inputs),
      )
  }
  return { low, high, p: tested?.p }
}

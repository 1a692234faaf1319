// A funnel: how many of one step took the next, where most were lost, and what came of it in all. With earlier steps, by
// how many points each rate moved.

import type { ComparisonOf, Derived } from '../../model/comparison.ts'
import type { Expression } from '../../model/figure.ts'
import type { FigureState } from '../../model/goal.ts'
import { tidy } from '../../numbers/tidy.ts'
import { areAlike, haveOneUnit, isSameUnit, rateOf } from './additive.ts'
import { type Bench, differenceForm, percent, sideOf } from './derive.ts'
import { call, minus, number, of, over } from './expressions.ts'
import { isKnown } from './stated.ts'

interface Step {
  name: string
  figure: FigureState
}

type Steps = ComparisonOf<'funnel'>['steps']

export function measureFunnel(comparison: ComparisonOf<'funnel'>, bench: Bench): string {
  const steps = stepsOf(bench, comparison.steps)
  const first = steps[0]
  const last = steps.at(-1)
  if (!first || !last || steps.length < comparison.steps.length) return ''
  if (steps.some(({ figure }) => figure.kind !== first.figure.kind)) {
    bench.warn('units-differ')
    return ''
  }
  const transitions = steps.slice(1).map((to, index) => deriveStep(bench, steps[index] ?? first, to, index))
  const name = bench.names.stepRate(first.name, last.name)
  const whole = stepRate(first, last)
  // Of two steps, the one step is the whole.
  const overall =
    steps.length === 2
      ? transitions[0]?.rate
      : bench.derive({ role: 'overall-rate', name, form: percent, scope: first.name }, whole)
  if (!overall) return ''
  if (steps.length > 2) deriveWhole(bench, steps, first, last)
  const earlier = comparison.before && deriveEarlier(bench, comparison.before, steps, overall, name)
  if (overall.value === null) return ''
  const worst = transitions
    .filter(({ loss }) => loss.value !== null && loss.value > 0)
    .toSorted((one, other) => (other.loss.value ?? 0) - (one.loss.value ?? 0))[0]
  return bench.sentences.funnel({
    first: first.name,
    last: last.name,
    steps: steps.length,
    overall: overall.text,
    worst: worst && { from: worst.from, to: worst.to, loss: worst.loss.text, lost: worst.lost?.text },
    earlier,
  })
}

const stepsOf = (bench: Bench, steps: Steps): Step[] =>
  steps.flatMap(({ name, figure: id }) => {
    const figure = bench.figure(id)
    return figure ? [{ name: name || figure.name, figure }] : []
  })

/** 次 and 人 of neighbouring steps are divided all the same: people stand at the end of what they did. */
const stepRate = ({ figure: from }: Step, { figure: to }: Step): Expression => rateOf(to, from)

const howMany = ({ figure }: Step): Expression => over(of(figure), { number: 1, unit: figure.unit })

interface Transition {
  from: string
  to: string
  rate: Derived
  loss: Derived
  lost: Derived | undefined
}

function deriveStep(bench: Bench, from: Step, to: Step, index: number): Transition {
  if (isKnown(from.figure) && isKnown(to.figure)) {
    if (to.figure.value > from.figure.value) bench.warn('step-grows')
    if (from.figure.value <= 0) bench.warn('no-base')
  }
  const names = [from.name, to.name] as const
  const rate = stepRate(from, to)
  const about = { key: String(index), of: to.name, scope: from.name }
  return {
    from: from.name,
    to: to.name,
    rate: bench.derive(
      { role: 'step-rate', name: bench.names.stepRate(...names), form: percent, ...about },
      rate,
    ),
    loss: bench.derive(
      { role: 'loss-rate', name: bench.names.lossRate(...names), form: percent, ...about },
      minus(number(1), rate),
    ),
    // Clicks less people are neither clicks nor people.
    lost: isSameUnit(from.figure, to.figure)
      ? bench.derive(
          {
            role: 'lost',
            name: bench.names.lost(...names),
            form: differenceForm(from.figure, to.figure),
            ...about,
          },
          call('change', of(from.figure), of(to.figure)),
        )
      : undefined,
  }
}

/** Loss over all steps, and what each step would keep if all kept the same. */
function deriveWhole(bench: Bench, steps: readonly Step[], first: Step, last: Step): void {
  bench.derive(
    {
      role: 'overall-loss',
      name: bench.names.lossRate(first.name, last.name),
      form: percent,
      scope: first.name,
    },
    minus(number(1), stepRate(first, last)),
  )
  const isMixed = !haveOneUnit(steps.map(({ figure }) => figure))
  if (isMixed && steps.some(({ figure }) => figure.unit === '')) return
  const rates = steps.slice(1).map((to, index) => {
    const from = steps[index] ?? first
    // 人/次 and 单/人 have no mean; how many they are has.
    return isMixed ? over(howMany(to), howMany(from)) : stepRate(from, to)
  })
  bench.derive(
    { role: 'mean-step-rate', name: bench.names.meanStepRate(first.name, last.name), form: percent },
    call('geometric-mean', ...rates),
  )
}

function deriveEarlier(
  bench: Bench,
  before: Steps,
  steps: readonly Step[],
  overall: Derived,
  overallName: string,
): { overall: string; direction: 'up' | 'down' | 'level'; points: string } | undefined {
  const earlier = stepsOf(bench, before)
  const [first, last] = [earlier[0], earlier.at(-1)]
  const [nowFirst, nowLast] = [steps[0], steps.at(-1)]
  if (!first || !last || !nowFirst || !nowLast || earlier.length < before.length) return undefined
  const pairs =
    earlier.length === steps.length
      ? earlier.map((step, index) => [step, steps[index] ?? step] as const)
      : [[first, nowFirst] as const, [last, nowLast] as const]
  if (pairs.some(([was, now]) => !areAlike(was.figure, now.figure))) {
    bench.warn('units-differ')
    return undefined
  }
  // Steps that were added or dropped leave only the whole to compare: 5步 became 3步.
  if (earlier.length === steps.length && steps.length > 2) {
    for (const [index, to] of earlier.slice(1).entries()) {
      const [from, now, previous] = [earlier[index], steps[index + 1], steps[index]]
      if (!from || !now || !previous) continue
      const name = bench.names.stepRate(previous.name, now.name)
      const about = { key: String(index), of: now.name }
      bench.derive(
        { role: 'step-rate-before', name: bench.names.earlier(name), form: percent, ...about },
        stepRate(from, to),
      )
      bench.derive(
        {
          role: 'step-change',
          name: bench.names.delta(name),
          form: differenceForm(percent, percent),
          ...about,
        },
        call('change', stepRate(previous, now), stepRate(from, to)),
      )
    }
  }
  const was = bench.derive(
    { role: 'overall-rate-before', name: bench.names.earlier(overallName), form: percent, scope: first.name },
    stepRate(first, last),
  )
  const moved = bench.derive(
    { role: 'overall-change', name: bench.names.delta(overallName), form: differenceForm(percent, percent) },
    call('change', stepRate(nowFirst, nowLast), stepRate(first, last)),
  )
  if (was.value === null || overall.value === null || moved.value === null) return undefined
  return {
    overall: was.text,
    direction: sideOf(tidy(moved.value)),
    points: bench.writeShort(Math.abs(moved.value), moved.figure),
  }
}

// Who made the change: what each part added or took off, its share of the change, and how many points of the growth it
// brought. What the named parts leave is the rest, so that all of it adds up to the change.

import type { ComparisonOf, Derived } from '../../model/comparison.ts'
import type { Expression } from '../../model/figure.ts'
import type { FigureState } from '../../model/goal.ts'
import { tidy } from '../../numbers/tidy.ts'
import { haveOneUnit, maybeSumProblem } from './additive.ts'
import { type Bench, differenceForm, type Form, hasValue, percent, sideOf } from './derive.ts'
import { call, minus, mostArguments, of, over, sumOf } from './expressions.ts'
import { deriveMove, moveOf, periodsOf } from './move.ts'
import { isKnown } from './stated.ts'

/** So many parts are named in a sentence. */
const named = 4
const pointsForm: Form = { kind: 'points', unit: '%', rounding: { scale: 1, decimals: 1 } }
/** What is less than this of the whole was never there. */
const drift = 1e-9

interface Part {
  name: string
  before: FigureState
  after: FigureState
}

export function measureContribution(comparison: ComparisonOf<'contribution'>, bench: Bench): string {
  const before = bench.figure(comparison.before)
  const after = bench.figure(comparison.after)
  const parts: Part[] = comparison.parts.flatMap((part) => {
    const [earlier, later] = [bench.figure(part.before), bench.figure(part.after)]
    return earlier && later ? [{ name: part.name || later.name, before: earlier, after: later }] : []
  })
  if (!before || !after || parts.length < comparison.parts.length) return ''
  const subject = comparison.name || after.name
  const earlier = [before, ...parts.map((part) => part.before)]
  const later = [after, ...parts.map((part) => part.after)]
  const problem =
    (haveOneUnit([...earlier, ...later]) ? undefined : 'units-differ') ??
    maybeSumProblem(earlier, 'parts') ??
    maybeSumProblem(later, 'parts')
  if (problem) {
    bench.warn(problem)
    return ''
  }
  warnOfExcess(
    bench,
    before,
    parts.map((part) => part.before),
  )
  warnOfExcess(
    bench,
    after,
    parts.map((part) => part.after),
  )

  const whole = { value: before.value, expression: of(before), form: before }
  const end = { value: after.value, expression: of(after), form: after }
  deriveMove(bench, subject, whole, end)
  const total = call('change', of(after), of(before))
  const measured = parts.map((part) => ({
    part,
    ...deriveShare(bench, part, { change: call('change', of(part.after), of(part.before)), total, before }),
  }))
  const changes = parts.map((part) => call('change', of(part.after), of(part.before)))
  const left = changes.length < mostArguments ? call('rest', total, ...changes) : minus(total, sumOf(changes))
  const others = bench.valueOf(left)
  const isAll = others !== null && Math.abs(others) <= drift * Math.abs(after.value ?? 0)
  const rest =
    isAll || others === null
      ? undefined
      : deriveShare(
          bench,
          { name: bench.names.others(subject), before, after },
          { change: left, total, before },
          true,
        )

  const move = moveOf(bench, subject, whole, end, periodsOf(bench, before, after))
  if (!move) return ''
  const said = measured
    .filter(({ delta }) => delta.value !== null)
    .toSorted((one, other) => Math.abs(other.delta.value ?? 0) - Math.abs(one.delta.value ?? 0))
  return bench.sentences.contribution(
    move,
    said.slice(0, named).map(({ part, ...derived }) => wordsOf(bench, part.name, derived)),
    !rest || !hasValue(rest.delta) || said.length > named
      ? undefined
      : {
          direction: sideOf(rest.delta.value),
          delta: bench.writeShort(Math.abs(rest.delta.value), rest.delta.figure),
        },
  )
}

/** Both wholes must hold their parts; parts that were negative may well be more than the whole together. */
function warnOfExcess(bench: Bench, whole: FigureState, parts: readonly FigureState[]): void {
  if (!isKnown(whole) || !parts.every((part) => isKnown(part) && part.value >= 0)) return
  const sum = parts.reduce((total, { value }) => total + (value ?? 0), 0)
  if (sum > whole.value * (1 + drift)) bench.warn('parts-exceed-whole')
}

interface Shared {
  delta: Derived
  share: Derived
  points: Derived
}

function deriveShare(
  bench: Bench,
  { name, before: earlier, after: later }: Part,
  { change, total, before }: { change: Expression; total: Expression; before: FigureState },
  isRest = false,
): Shared {
  const role = (one: string): string => (isRest ? `rest-${one}` : `part-${one}`)
  const about = isRest ? {} : { key: later.id, of: name }
  return {
    delta: bench.derive(
      {
        role: role('delta'),
        name: bench.names.contribution(name),
        form: differenceForm(later, earlier),
        additive: true,
        ...about,
      },
      change,
    ),
    share: bench.derive(
      { role: role('share'), name: bench.names.contributionShare(name), form: percent, ...about },
      over(change, total),
    ),
    points: bench.derive(
      { role: role('points'), name: bench.names.contributionPoints(name), form: pointsForm, ...about },
      over(change, of(before)),
    ),
  }
}

/** A share of the change is told only of parts that went with it: −30 % of a growth is no way to speak. */
function wordsOf(bench: Bench, name: string, { delta, share, points }: Shared) {
  const change = tidy(delta.value ?? 0)
  return {
    name,
    direction: sideOf(change),
    delta: bench.writeShort(Math.abs(change), delta.figure),
    share: share.value !== null && share.value > 0 ? bench.writeShort(share.value, share.figure) : undefined,
    points: points.value === null ? undefined : bench.writeShort(Math.abs(points.value), points.figure),
  }
}

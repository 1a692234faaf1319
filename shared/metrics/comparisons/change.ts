// Before and after: any two of before, after, difference and relative change give the others.

import type { ComparisonOf } from '../../model/comparison.ts'
import type { Expression } from '../../model/figure.ts'
import type { FigureState } from '../../model/goal.ts'
import { exactly, meets, minus as less, over as ratioOf } from '../../numbers/intervals.ts'
import { haveOneUnit } from './additive.ts'
import { type Bench, type Form, sideOf } from './derive.ts'
import { call, minus, number, of, over, plus, times } from './expressions.ts'
import { deriveMove, mannerOf, moveOf, periodsOf, type Solved } from './move.ts'
import { intervalOf, isKnown, type Known } from './stated.ts'

/** The sentence, after everything that follows has been derived. */
export function measureChange(comparison: ComparisonOf<'change'>, bench: Bench): string {
  const given = {
    before: bench.figure(comparison.before),
    after: bench.figure(comparison.after),
    delta: bench.figure(comparison.delta),
    relative: bench.figure(comparison.relative),
  }
  if (!areComparable(given)) {
    bench.warn('units-differ')
    return ''
  }
  const operands = usable(given)
  const subject =
    comparison.name || (given.after ?? given.before ?? given.delta ?? given.relative)?.name || ''
  const solved = solve(operands)
  if (!solved) return sayLittle(bench, subject, given)
  warnOfContradiction(bench, operands)

  const form = formOf(operands)
  const before: Solved = { value: bench.valueOf(solved.before), expression: solved.before, form }
  const after: Solved = { value: bench.valueOf(solved.after), expression: solved.after, form }
  if (operands.before) before.form = operands.before
  else bench.derive({ role: 'before', name: bench.names.before(subject), form }, solved.before)
  if (operands.after) after.form = operands.after
  else bench.derive({ role: 'after', name: bench.names.after(subject), form }, solved.after)
  const skip = [
    ...(operands.delta ? (['delta'] as const) : []),
    ...(operands.relative ? (['relative'] as const) : []),
  ]
  deriveMove(bench, subject, before, after, { ...solved, skip })
  const move = moveOf(bench, subject, before, after, periodsOf(bench, given.before, given.after))
  if (!move) return ''
  // What was stated is said as it was stated.
  if (isKnown(operands.delta) && sideOf(operands.delta.value) === move.direction)
    move.delta = bench.writeShort(Math.abs(operands.delta.value), operands.delta)
  if (isKnown(operands.relative) && sideOf(operands.relative.value) === move.direction)
    move.relative = bench.writeShort(Math.abs(operands.relative.value), operands.relative)
  return bench.sentences.change(move)
}

type Role = 'before' | 'after' | 'delta' | 'relative'
type Operands = Readonly<Partial<Record<Role, FigureState | undefined>>>

/** Quantities of one unit; a difference of rates in points; a relative change in percent. */
function areComparable({ before, after, delta, relative }: Operands): boolean {
  const quantity = after ?? before
  if (relative && relative.kind !== 'rate') return false
  const isOfRates = quantity?.kind === 'rate'
  if (isOfRates && delta && delta.kind !== 'points') return false
  return haveOneUnit([before, after, isOfRates ? undefined : delta].filter((figure) => figure !== undefined))
}

/** Those with a value; where these are too few, all, so that what follows is there without a value. */
function usable(given: Operands): Operands {
  const roles = ['before', 'after', 'delta', 'relative'] as const
  const known = roles.filter((role) => isKnown(given[role]))
  return known.length < 2 ? given : Object.fromEntries(known.map((role) => [role, given[role]]))
}

function solve({
  before,
  after,
  delta,
  relative,
}: Operands):
  | { before: Expression; after: Expression; delta?: Expression; relative?: Expression }
  | undefined {
  if (before && after) return { before: of(before), after: of(after) }
  if (before && delta)
    return { before: of(before), after: plus(of(before), of(delta)), relative: over(of(delta), of(before)) }
  if (after && delta) {
    const start = minus(of(after), of(delta))
    return { before: start, after: of(after), relative: over(of(delta), start) }
  }
  if (before && relative)
    return {
      before: of(before),
      after: times(of(before), grown(relative)),
      delta: asDifference(before, times(of(before), of(relative))),
    }
  if (after && relative) {
    const start = over(of(after), grown(relative))
    return { before: start, after: of(after), delta: call('change', of(after), start) }
  }
  if (delta && relative) {
    const start = over(of(delta), of(relative))
    return { before: start, after: plus(start, of(delta)) }
  }
  return undefined
}

const grown = (relative: FigureState): Expression => plus(number(1), of(relative))

/** A share of a rate is a rate; taken as a difference from it, it is points. */
const asDifference = (before: FigureState, part: Expression): Expression =>
  before.kind === 'rate' ? call('change', plus(of(before), part), of(before)) : part

function formOf({ before, after, delta }: Operands): Form {
  const quantity = after ?? before
  if (quantity) return quantity
  const form = delta ?? { kind: 'count' as const, unit: '', rounding: { scale: 1 as const, decimals: 0 } }
  return form.kind === 'points' ? { ...form, kind: 'rate', unit: '%' } : form
}

/** Whether more was stated than was needed, and it does not fit. */
function warnOfContradiction(bench: Bench, { before, after, delta, relative }: Operands): void {
  const isRelative = (difference: Known, base: Known): boolean => {
    const quotient = ratioOf(intervalOf(difference), intervalOf(base))
    return !quotient || !isKnown(relative) || meets(quotient, intervalOf(relative))
  }
  const fits = (): boolean => {
    if (isKnown(before) && isKnown(after)) {
      const difference = less(intervalOf(after), intervalOf(before))
      if (isKnown(delta) && !meets(difference, intervalOf(delta))) return false
      const quotient = ratioOf(intervalOf(after), intervalOf(before))
      return !quotient || !isKnown(relative) || meets(less(quotient, exactly(1)), intervalOf(relative))
    }
    if (!isKnown(delta) || !isKnown(relative)) return true
    if (isKnown(before)) return isRelative(delta, before)
    if (!isKnown(after)) return true
    // A larger difference from the same end is a larger share of a smaller start: both ends of it at once.
    const [d, a] = [intervalOf(delta), intervalOf(after)]
    const quotients = [d.low, d.high].flatMap((x) => [a.low, a.high].map((y) => x / (y - x)))
    return (
      quotients.some((quotient) => !Number.isFinite(quotient)) ||
      meets({ low: Math.min(...quotients), high: Math.max(...quotients) }, intervalOf(relative))
    )
  }
  if (!fits()) bench.warn('contradicts')
}

/** One operand alone: what it says, and that its base is missing. */
function sayLittle(bench: Bench, subject: string, { delta, relative }: Operands): string {
  bench.warn('no-base')
  if (isKnown(relative))
    return bench.sentences.relativeOnly(
      subject,
      sideOf(relative.value),
      bench.writeShort(Math.abs(relative.value), relative),
    )
  if (isKnown(delta))
    return bench.sentences.deltaOnly(
      subject,
      mannerOf(delta),
      sideOf(delta.value),
      bench.writeShort(Math.abs(delta.value), delta),
    )
  return ''
}

// What a formula gives: its kind and its unit.

import type { Expression, FigureKind } from '../model/figure.ts'
import type { FigureId } from '../model/ids.ts'
import { type MeasuredIn, sortOfExpression } from './measure.ts'
import type { FormulaCause, FormulaProblem } from './problem.ts'
import { mostDepth } from './read.ts'
import { isSuccessRate, measuredAs } from './sort.ts'

/** As long as the model lets a unit be. */
const mostUnit = 20

const nowhere = (cause: FormulaCause): { problem: FormulaProblem } => ({
  problem: { ...cause, at: 0, length: 0 },
})

/**
 * Kind and unit of what a formula gives: 元 ÷ 人 is an amount in 元/人, 人 ÷ 人 a rate. A proposal as far as the kind goes:
 * what is the same by units (a rate and a ratio) a user may call either. 人 ÷ 次 is 人/次 in every formula that goes on
 * from it, but by itself it is proposed as the rate that people mean: sign-ups per click.
 */
export function unitOf(
  expression: Expression,
  figures: ReadonlyMap<FigureId, MeasuredIn>,
): { kind: FigureKind; unit: string } | { problem: FormulaProblem } {
  if (depthOf(expression) > mostDepth) return nowhere({ code: 'too-deep' })
  const sort = sortOfExpression(expression, (id) => figures.get(id))
  if ('cause' in sort) return nowhere(sort.cause)
  const { kind, unit } = isSuccessRate(sort) ? { kind: 'rate' as const, unit: '%' } : measuredAs(sort)
  return unit.length > mostUnit ? nowhere({ code: 'unit-too-long', unit }) : { kind: kind ?? 'count', unit }
}

/** Expressions are looked through again and again, and never change. */
const knownParts = new WeakMap<Expression, readonly Expression[]>()

/** An expression and all the parts of it, from left to right. */
export function partsOf(expression: Expression): readonly Expression[] {
  const known = knownParts.get(expression)
  if (known) return known
  const parts: Expression[] = []
  const waiting = [expression]
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    parts.push(part)
    waiting.push(...insideOf(part))
  }
  knownParts.set(expression, parts)
  return parts
}

/** The parts of an expression, in reverse, so that the first comes off the end first. */
function insideOf(part: Expression): Expression[] {
  if ('negative' in part) return [part.negative]
  if ('operator' in part) return [part.right, part.left]
  return 'call' in part ? part.arguments.toReversed() : []
}

/** How many levels an expression has. */
function depthOf(expression: Expression): number {
  let level: Expression[] = [expression]
  let depth = 0
  while (level.length > 0) {
    depth += 1
    level = level.flatMap((part) => insideOf(part))
  }
  return depth
}

// What an expression is measured in, by what the figures in it are measured in. See algebra.ts for the rules.

import type { Expression, Figure } from '../model/figure.ts'
import type { FigureId } from '../model/ids.ts'
import { added, called, divided, multiplied } from './algebra.ts'
import { takes } from './functions.ts'
import type { FormulaCause } from './problem.ts'
import { type Sort, measuredAs, sortOf } from './sort.ts'

/** A figure as far as units are concerned. */
export type MeasuredIn = Pick<Figure, 'kind' | 'unit'>

/** Where the units of an expression do not hold, and why. */
export interface Misfit {
  cause: FormulaCause
  where: Expression
}

/** The sort of an expression, or the innermost place where it cannot be had. */
export function sortOfExpression(
  expression: Expression,
  figureOf: (id: FigureId) => MeasuredIn | undefined,
): Sort | Misfit {
  const misfit = (cause: FormulaCause): Misfit => ({ cause, where: expression })
  const inside = (part: Expression): Sort | Misfit => sortOfExpression(part, figureOf)
  if ('number' in expression) return sortOf(null, expression.unit ?? '')
  if ('figure' in expression) {
    const figure = figureOf(expression.figure)
    return figure ? sortOf(figure.kind, figure.unit) : misfit({ code: 'figure-gone' })
  }
  if ('negative' in expression) return inside(expression.negative)
  if ('operator' in expression) {
    const left = inside(expression.left)
    if ('cause' in left) return left
    const right = inside(expression.right)
    if ('cause' in right) return right
    const { operator } = expression
    if (operator === '*') return multiplied(left, right).sort
    if (operator === '/') return divided(left, right).sort
    const joining = operator === '+' ? 'add' : 'subtract'
    const sum = added(left, right, operator)
    return sum ? sum.sort : misfit(unlike(joining, left, right))
  }
  const sorts: Sort[] = []
  for (const argument of expression.arguments) {
    const sort = inside(argument)
    if ('cause' in sort) return sort
    sorts.push(sort)
  }
  if (!takes(expression.call, sorts.length))
    return misfit({ code: 'wrong-count', word: expression.call, found: sorts.length })
  const result = called(expression.call, sorts)
  if ('sort' in result) return result.sort
  if ('periods' in result) return misfit({ code: 'periods-wanted', found: measuredAs(result.periods) })
  return misfit(unlike(expression.call, result.left, result.right))
}

const unlike = (
  joining: Extract<FormulaCause, { code: 'units-differ' }>['joining'],
  left: Sort,
  right: Sort,
): FormulaCause => ({
  code: 'units-differ',
  joining,
  left: measuredAs(left),
  right: measuredAs(right),
})

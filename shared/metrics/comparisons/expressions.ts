// Builds the formulas of derived figures. It only writes expressions; what they come to is evaluated as any formula is.

import type { Expression, FormulaFunction } from '../../model/figure.ts'
import type { FigureId } from '../../model/ids.ts'

/** Calls take no more than so many arguments (see the model of expressions). */
export const mostArguments = 50

export const of = (figure: { id: FigureId }): Expression => ({ figure: figure.id })
export const number = (value: number): Expression => ({ number: value })
export const call = (name: FormulaFunction, ...operands: readonly Expression[]): Expression => ({
  call: name,
  arguments: [...operands],
})

const operation =
  (operator: '+' | '-' | '*' | '/') =>
  (left: Expression, right: Expression): Expression => ({ operator, left, right })
export const plus = operation('+')
export const minus = operation('-')
export const times = operation('*')
export const over = operation('/')

/** The sum of any number of operands: sums of sums where there are more than one call takes. */
export const sumOf = (operands: readonly Expression[]): Expression => gathered('sum', operands)

/** The largest of any number of operands. */
export const largestOf = (operands: readonly Expression[]): Expression => gathered('max', operands)

/** The smallest of any number of operands. */
export const smallestOf = (operands: readonly Expression[]): Expression => gathered('min', operands)

function gathered(name: 'sum' | 'max' | 'min', operands: readonly Expression[]): Expression {
  if (operands.length <= mostArguments) return call(name, ...operands)
  const groups = Math.ceil(operands.length / mostArguments)
  const size = Math.ceil(operands.length / groups)
  return gathered(
    name,
    Array.from({ length: groups }, (_, group) =>
      call(name, ...operands.slice(group * size, (group + 1) * size)),
    ),
  )
}

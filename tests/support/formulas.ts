// Figures and formulas for tests of the formula language.

import fc from 'fast-check'
import { type Expression, FormulaFunction } from '../../shared/model/figure.ts'
import { FigureId } from '../../shared/model/ids.ts'
import { arities } from '../../shared/formula/functions.ts'
import type { FormulaFigure } from '../../shared/formula/index.ts'

/** A figure that a formula may name. */
export const named = (
  id: string,
  name: string,
  kind: FormulaFigure['kind'],
  unit: string,
): FormulaFigure => ({ id: FigureId.parse(id), name, kind, unit })

/** Doubles of every size that a person or a machine could write, none of them −0. */
export const finite = fc
  .oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer({ min: -1e9, max: 1e9 }),
    fc.integer({ min: -1e6, max: 1e6 }).map((whole) => Number(`${whole}e-4`)),
    fc.constantFrom(0, 5e4, 1.2e8, 58_000, 1e21, 5e-324, Number.MAX_VALUE),
  )
  .map((value) => (value === 0 ? 0 : value))

/** Any expression over figures with the right number of values in every call; units are whatever they are. */
export function expressions(ids: readonly FigureId[], units: readonly string[]): fc.Arbitrary<Expression> {
  const figure = fc.record(
    { figure: fc.constantFrom(...ids), shift: fc.constantFrom('previous' as const, 'year-before' as const) },
    { requiredKeys: ['figure'] },
  )
  const number = fc.record({ number: finite, unit: fc.constantFrom(...units) }, { requiredKeys: ['number'] })
  return fc.letrec<{ expression: Expression; leaf: Expression }>((tie) => ({
    leaf: fc.oneof(figure, number),
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tie('leaf'),
      fc.record({ negative: tie('expression') }),
      fc.record({
        operator: fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const),
        left: tie('expression'),
        right: tie('expression'),
      }),
      fc.constantFrom(...FormulaFunction.options).chain((call) => {
        const { least, most, pairs } = arities[call]
        const lists = fc.array(tie('expression'), { minLength: least, maxLength: Math.min(most, least + 3) })
        return lists.map((parts) => ({
          call,
          arguments: pairs && parts.length % 2 === 1 ? parts.slice(1) : parts,
        }))
      }),
    ),
  })).expression
}

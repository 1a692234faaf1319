// Reads a formula as a person writes it: [注册]/[点击], 增长([本月], [上月]), 环比([注册]), ([花费] + 5万元) × 8%.
// One pass, a few levels deep; what cannot be read is said with its place. It computes nothing.

import { type Expression, type Figure, FormulaFunction } from '../model/figure.ts'
import type { FigureId } from '../model/ids.ts'
import type { Language } from '../model/language.ts'
import { wordOf, wordsNear } from '../text/formula.ts'
import { isFunction, isShift, isShortForm, spelledOut, takes } from './functions.ts'
import { sortOfExpression } from './measure.ts'
import { folded, labelsOf, maybeNearest } from './names.ts'
import type { FormulaCause, FormulaProblem, FormulaWord } from './problem.ts'
import { type Token, cutFormula } from './tokens.ts'

/** Longer formulas are better made of several figures. */
const mostCharacters = 2000
/** Brackets in brackets, and operators one on the result of another. */
export const mostDepth = 100

/** What a formula may name. */
export type FormulaFigure = Pick<Figure, 'id' | 'name' | 'kind' | 'unit'>

/**
 * The expression that a text states over the figures `named`, with names and units checked; or the first problem with
 * its place. Function names of both languages are read; `language` is the one that near misses are looked for in.
 * `writeFormula` with `formulaNames` gives back a text that reads as the same expression.
 */
export function readFormula(
  text: string,
  named: Iterable<FormulaFigure>,
  language: Language,
): { expression: Expression } | { problem: FormulaProblem } {
  if (text.length > mostCharacters)
    return { problem: { code: 'too-long', at: mostCharacters, length: text.length - mostCharacters } }
  const figures = [...named]
  const cut = cutFormula(text, new Set(figures.map(({ unit }) => unit)))
  if ('problem' in cut) return cut
  const reader = new Reader(text, cut.tokens, figures, language)
  try {
    return { expression: reader.whole() }
  } catch (error) {
    if (error instanceof Stop) return { problem: error.problem }
    throw error
  }
}

/** Carries a problem out of the levels of the reader. */
class Stop extends Error {
  readonly problem: FormulaProblem
  constructor(problem: FormulaProblem) {
    super(problem.code)
    this.problem = problem
  }
}

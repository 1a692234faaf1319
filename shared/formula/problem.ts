// What can be wrong with a formula, and where. The sentences stand in shared/text/formula.ts.

import type { FigureKind, FormulaFunction, Shift } from '../model/figure.ts'

/** What a formula can call: the functions of the model, shifts of a figure, and growth against a shifted figure. */
export type FormulaWord = FormulaFunction | Shift | 'period-on-period' | 'year-on-year'

/** What a value is measured in. `kind` is null for a number that stands in the formula itself. */
export interface Measured {
  kind: FigureKind | null
  unit: string
}

/** What two values were to be used for together, or the function that was to take them. */
export type Joining = 'add' | 'subtract' | FormulaFunction

export type FormulaCause =
  | { code: 'empty' }
  | { code: 'too-long' }
  | { code: 'too-deep' }
  /** A sign or a word that has no place there. */
  | { code: 'unexpected'; found: string }
  /** Something ends, or the next sign comes, where a value should stand. */
  | { code: 'value-missing' }
  | { code: 'operator-missing' }
  | { code: 'bracket-missing'; bracket: ']' | ')' | '}' }
  | { code: 'comma-in-number' }
  | { code: 'unknown-name'; name: string; nearest?: string }
  | { code: 'ambiguous-name'; name: string; labels: readonly string[] }
  | { code: 'unknown-function'; name: string; nearest?: FormulaWord }
  | { code: 'unknown-unit'; unit: string }
  | { code: 'wrong-count'; word: FormulaWord; found: number }
  | { code: 'figure-wanted'; word: FormulaWord }
  | { code: 'units-differ'; joining: Joining; left: Measured; right: Measured }
  /** The number of periods of compound growth is money or a rate. */
  | { code: 'periods-wanted'; found: Measured }
  | { code: 'unit-too-long'; unit: string }
  /** A figure that the formula stands on is gone. */
  | { code: 'figure-gone' }
  /** The formula stands on itself, if by way of other figures. */
  | { code: 'circular' }

/** `at` and `length` mark the place in the text, in UTF-16 units; both are 0 for a formula that came without a text. */
export type FormulaProblem = FormulaCause & { at: number; length: number }

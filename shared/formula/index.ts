// The formula language over figures: read, written, completed, and checked for units.
// It knows figures by name, kind and unit and never their values; those are worked out in shared/metrics.

export { type CompletionOption, completeFormula } from './complete.ts'
export { labelsOf as formulaNames } from './names.ts'
export type { FormulaProblem } from './problem.ts'
export { type FormulaFigure, readFormula } from './read.ts'
export { unitOf } from './unit-of.ts'
export { writeFormula } from './write.ts'

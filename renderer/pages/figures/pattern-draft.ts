// A ready pattern while its figures are being chosen, and the figure that it makes.

import { type Pattern, patterns } from '../../../shared/metrics/index.ts'
import type { Figure } from '../../../shared/model/figure.ts'
import type { FigureState } from '../../../shared/model/goal.ts'
import type { FigureId } from '../../../shared/model/ids.ts'
import type { Language } from '../../../shared/model/language.ts'
import { comparisonWords, type PatternId } from '../../../shared/text/comparisons.ts'
import type { FigureEditorWords } from '../../../shared/text/figure-editor.ts'

export interface PatternDraft {
  pattern: PatternId | ''
  /** By place; those that repeat come again behind the first ones. */
  operands: readonly (FigureId | '')[]
}

export const patternOf = ({ pattern }: PatternDraft): Pattern | undefined =>
  patterns.find(({ id }) => id === pattern)

/** The operands that a form shows: those of the pattern, the repeating ones as often as they are given. */
export function operandsOf(pattern: Pattern, draft: PatternDraft): Pattern['operands'] {
  const { operands, repeats } = pattern
  if (!repeats) return operands
  const cycle = operands.slice(repeats.from)
  const times = Math.max(1, Math.ceil((draft.operands.length - repeats.from) / cycle.length))
  return [...operands.slice(0, repeats.from), ...Array.from({ length: times }, () => cycle).flat()]
}

/** The figure of a pattern; a problem in words while a figure is missing or does not fit. */
export function readPattern(
  draft: PatternDraft,
  {
    figures,
    language,
    words,
  }: { figures: readonly FigureState[]; language: Language; words: FigureEditorWords },
): { figure: Figure } | { problem: string; name: string } {
  const pattern = patternOf(draft)
  if (!pattern) return { problem: words.choosePattern, name: '' }
  const { operands: roles, patterns: named } = comparisonWords[language]
  const { name } = named[pattern.id]
  const chosen: FigureState[] = []
  for (const [index, { role }] of operandsOf(pattern, draft).entries()) {
    const figure = figures.find(({ id }) => id === draft.operands[index])
    if (!figure) return { problem: words.operandMissing(roles[role]), name }
    chosen.push(figure)
  }
  const figure = pattern.make(chosen, language)
  return figure ? { figure } : { problem: words.patternUnfit, name }
}

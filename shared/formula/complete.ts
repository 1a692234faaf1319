// What may stand where the caret is in a half-written formula: figures by any part of their name, functions by the
// beginning of theirs. It looks at the text before the caret and no further than the name or word that the caret is in.

import type { Language } from '../model/language.ts'
import { formulaWords as words } from '../text/formula.ts'
import { formulaWords } from './functions.ts'
import { bracketed, folded, labelsOf } from './names.ts'
import type { FormulaFigure } from './read.ts'

export interface Completion {
  /** The part of the text that an option takes the place of. */
  from: number
  to: number
  options: CompletionOption[]
}

export interface CompletionOption {
  insert: string
  label: string
  /** Of a figure what it is now, where that is known; of a function what it gives. */
  detail: string
  kind: 'figure' | 'function'
}

const mostOptions = 30

/** A figure with what helps to tell it from others. */
export type CompletionFigure = FormulaFigure & { text?: string; scope?: string | undefined }

/** So far from the caret a name or a word may reach. */
const reach = 400

/** A name that is not closed yet, by the bracket that opened it; and the rest of it behind the caret. */
const openNames = [
  [/\[((?:\\.|[^\][\\])*)$/u, /^(?:\\.|[^\][\\])*\]/u],
  [/［((?:\\.|[^］［\\])*)$/u, /^(?:\\.|[^］［\\])*］/u],
  [/【((?:\\.|[^】【\\])*)$/u, /^(?:\\.|[^】【\\])*】/u],
] as const

/** The options at a caret, best first; none behind a finished value, where only a sign can stand. */
export function completeFormula(
  text: string,
  caret: number,
  figures: Iterable<CompletionFigure>,
  language: Language,
): Completion {
  const start = Math.max(0, caret - reach)
  const before = text.slice(start, caret)
  const after = text.slice(caret, caret + reach)
  for (const [opened, rest] of openNames) {
    const name = opened.exec(before)
    if (!name) continue
    const typed = (name[1] ?? '').replaceAll(/\\(.)/gu, '$1')
    const to = caret + (rest.exec(after)?.[0].length ?? 0)
    return { from: start + name.index, to, options: figureOptions(figures, typed) }
  }
  const typed = /[\p{L}_][\p{L}\p{N}_-]*$/u.exec(before)?.[0] ?? ''
  const from = caret - typed.length
  const isBehindValue = /[\]］】)）}\d%‰万亿]\s*$/u.test(text.slice(start, from))
  if (isBehindValue) return { from: caret, to: caret, options: [] }
  const rest = typed === '' ? '' : (/^[\p{L}\p{N}_-]*[(（]?/u.exec(after)?.[0] ?? '')
  return {
    from,
    to: caret + rest.length,
    options: beside(figureOptions(figures, typed), functionOptions(typed, language), typed),
  }
}

/** Functions stand behind the figures that begin with what was typed, and before those that have it further on. */
function beside(
  found: readonly CompletionOption[],
  functions: readonly CompletionOption[],
  typed: string,
): CompletionOption[] {
  const place = found.findIndex(({ label }) => !folded(label).startsWith(folded(typed)))
  const front = place < 0 ? found.length : place
  return [...found.slice(0, front), ...functions, ...found.slice(front)]
}

function figureOptions(figures: Iterable<CompletionFigure>, typed: string): CompletionOption[] {
  const wanted = folded(typed)
  const all = [...figures]
  const labels = labelsOf(all)
  const found = all.flatMap((figure, order) => {
    const label = labels.get(figure.id) ?? figure.name
    const place = folded(label).indexOf(wanted)
    return place < 0 ? [] : [{ figure, label, order, isFront: place === 0 }]
  })
  return found
    .toSorted((left, right) => Number(right.isFront) - Number(left.isFront) || left.order - right.order)
    .slice(0, mostOptions)
    .map(({ figure, label }) => ({
      insert: bracketed(label),
      label,
      detail: [figure.text ?? figure.unit, figure.scope].filter(Boolean).join(' · '),
      kind: 'figure',
    }))
}

function functionOptions(typed: string, language: Language): CompletionOption[] {
  const wanted = folded(typed)
  return formulaWords.flatMap((word) => {
    const { name, also = [], help, example } = words[language].functions[word]
    const isMeant = [name, ...also].some((one) => folded(one).startsWith(wanted))
    return isMeant
      ? [{ insert: `${name}(`, label: name, detail: `${help} ${example}`, kind: 'function' }]
      : []
  })
}

// Reads a formula as a person writes it: [注册]/[点击], 增长([本月], [上月]), 环比([注册]), ([花费] + 5万元) × 8%.
// One pass, a few levels deep; what cannot be read is said with its place. It computes nothing.

import type { Expression, Figure } from '../model/figure.ts'
import type { FigureId } from '../model/ids.ts'
import type { Language } from '../model/language.ts'
import { formulaWords as words, maybeWord } from '../text/formula.ts'
import { formulaWords, isShift, isShortForm, spelledOut, takes } from './functions.ts'
import { sortOfExpression } from './measure.ts'
import { bracketed, folded, labelsOf, maybeNearest } from './names.ts'
import type { FormulaCause, FormulaProblem, FormulaWord } from './problem.ts'
import { type Token, cutFormula } from './tokens.ts'

/** Longer formulas are better made of several figures. */
const mostCharacters = 2000
/** Brackets in brackets, and operators one on the result of another. */
export const mostDepth = 100

/** What a formula may name. */
export type FormulaFigure = Pick<Figure, 'id' | 'name' | 'kind' | 'unit'>

/** A part of the text. */
interface Span {
  at: number
  length: number
}

/**
 * The expression that a text states over the figures `named`, with names and units checked; or the first problem with
 * its place. Function names of both languages are read; `language` is the one that a near miss is looked for in.
 * `writeFormula` with `formulaNames` gives a text that reads as the same expression.
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
  const read = readTokens(cut.tokens, text.length, figures, language)
  if ('problem' in read) return read
  const byId = new Map(figures.map((figure) => [figure.id, figure]))
  const sort = sortOfExpression(read.expression, (id) => byId.get(id))
  if (!('cause' in sort)) return { expression: read.expression }
  const place = read.spans.get(sort.where) ?? { at: 0, length: text.length }
  return { problem: { ...sort.cause, ...place } }
}

type Read = { expression: Expression; spans: ReadonlyMap<Expression, Span> } | { problem: FormulaProblem }

function readTokens(
  tokens: readonly Token[],
  end: number,
  figures: readonly FormulaFigure[],
  language: Language,
): Read {
  let place = 0
  let problem: FormulaProblem | undefined
  const spans = new Map<Expression, Span>()
  const depths = new Map<Expression, number>()
  const nameToId = nameReader(figures)

  const next = (): Token | undefined => tokens[place]
  const isSign = (...signs: readonly string[]): boolean => {
    const token = next()
    return token?.kind === 'sign' && signs.includes(token.sign)
  }
  /** Only the first problem counts. */
  const refuse = (cause: FormulaCause, span: Span = next() ?? { at: end, length: 0 }): undefined => {
    problem ??= { ...cause, at: span.at, length: span.length }
    return undefined
  }
  /** From a token to the last that was read. */
  const spanFrom = (from: number): Span => {
    const [first, last] = [tokens[from], tokens[place - 1]]
    return first && last ? { at: first.at, length: last.at + last.length - first.at } : { at: 0, length: end }
  }
  const made = (
    expression: Expression,
    from: number,
    ...parts: readonly Expression[]
  ): Expression | undefined => {
    const depth = 1 + Math.max(0, ...parts.map((part) => depths.get(part) ?? 0))
    if (depth > mostDepth) return refuse({ code: 'too-deep' }, spanFrom(from))
    spans.set(expression, spanFrom(from))
    depths.set(expression, depth)
    return expression
  }

  const chain = (
    operators: readonly ('+' | '-' | '*' | '/')[],
    part: (level: number) => Expression | undefined,
    level: number,
  ): Expression | undefined => {
    const from = place
    let left = part(level)
    while (left && isSign(...operators)) {
      const token = next()
      const operator = operators.find((one) => token?.kind === 'sign' && token.sign === one)
      place += 1
      const right = operator && part(level)
      if (!operator || !right) return undefined
      left = made({ operator, left, right }, from, left, right)
    }
    return left
  }
  const sum = (level: number): Expression | undefined => chain(['+', '-'], product, level)
  const product = (level: number): Expression | undefined => chain(['*', '/'], signed, level)

  const signed = (level: number): Expression | undefined => {
    if (!isSign('-', '+')) return single(level)
    const from = place
    const isMinus = isSign('-')
    place += 1
    if (level >= mostDepth) return refuse({ code: 'too-deep' })
    const token = next()
    if (isMinus && token?.kind === 'number') {
      place += 1
      return made(numberOf(-token.value, token.unit), from)
    }
    const part = signed(level + 1)
    return part && isMinus ? made({ negative: part }, from, part) : part
  }

  const single = (level: number): Expression | undefined => {
    const from = place
    const token = next()
    if (!token) return refuse({ code: tokens.length === 0 ? 'empty' : 'value-missing' })
    if (level >= mostDepth) return refuse({ code: 'too-deep' })
    place += 1
    switch (token.kind) {
      case 'number':
        return made(numberOf(token.value, token.unit), from)
      case 'name': {
        const figure = nameToId(token.name)
        return typeof figure === 'string' ? made({ figure }, from) : refuse(figure, token)
      }
      case 'word': {
        const word = maybeWord(token.word)
        if (word && isSign('(')) return call(word, from, level)
        place -= 1
        return refuse(isNearCall() || word ? unknownWord(token.word, word) : unknownName(token.word, figures))
      }
      case 'sign': {
        if (token.sign !== '(') {
          place -= 1
          return refuse({ code: 'value-missing' })
        }
        const inside = sum(level + 1)
        return inside && closed(token) ? inside : undefined
      }
    }
  }
  const isNearCall = (): boolean => {
    const following = tokens[place + 1]
    return following?.kind === 'sign' && following.sign === '('
  }
  const unknownWord = (text: string, word: FormulaWord | undefined): FormulaCause => {
    const nearest = word ?? maybeNearestWord(text, language)
    return { code: 'unknown-function', name: text, ...(nearest && { nearest }) }
  }
  const closed = (opening: Span): boolean => {
    const isClosed = isSign(')')
    if (isClosed) place += 1
    else if (next() && !isSign(',')) refuse({ code: 'operator-missing' })
    else refuse({ code: 'bracket-missing', bracket: ')' }, opening)
    return isClosed
  }

  const call = (word: FormulaWord, from: number, level: number): Expression | undefined => {
    const opening = next() ?? { at: end, length: 0 }
    place += 1
    const parts: Expression[] = []
    while (!isSign(')') || parts.length > 0) {
      const part = sum(level + 1)
      if (!part) return undefined
      parts.push(part)
      if (!isSign(',')) break
      place += 1
    }
    if (!closed(opening)) return undefined
    const span = spanFrom(from)
    if (!takes(word, parts.length)) return refuse({ code: 'wrong-count', word, found: parts.length }, span)
    if (!isShift(word) && !isShortForm(word)) return made({ call: word, arguments: parts }, from, ...parts)
    const [figure] = parts
    if (!figure || !('figure' in figure) || figure.shift) return refuse({ code: 'figure-wanted', word }, span)
    return made(
      isShift(word) ? { figure: figure.figure, shift: word } : spelledOut(word, figure),
      from,
      figure,
    )
  }

  const expression = sum(0)
  const rest = next()
  if (expression && rest) {
    const isStray = rest.kind === 'sign'
    const before = tokens[place - 1]
    const after = tokens[place + 1]
    if (isStray && rest.sign === ',' && before?.kind === 'number' && after?.kind === 'number')
      refuse({ code: 'comma-in-number' }, { at: before.at, length: after.at + after.length - before.at })
    else refuse(isStray ? { code: 'unexpected', found: rest.sign } : { code: 'operator-missing' })
  }
  if (!expression || problem) return { problem: problem ?? { code: 'empty', at: 0, length: end } }
  return { expression, spans }
}

const numberOf = (value: number, unit: string): Expression =>
  unit === '' ? { number: value } : { number: value, unit }

/** Finds figures by their label; says what is wrong with one that names none, or several. */
function nameReader(figures: readonly FormulaFigure[]): (name: string) => FigureId | FormulaCause {
  const labels = labelsOf(figures)
  const byLabel = new Map([...labels].map(([id, label]) => [label, id]))
  let loose: Map<string, FigureId | undefined> | undefined
  return (name) => {
    const exact = byLabel.get(name)
    if (exact !== undefined) return exact
    const alike = figures.filter((figure) => figure.name === name).flatMap(({ id }) => labels.get(id) ?? [])
    if (alike.length > 0)
      return { code: 'ambiguous-name', name, labels: alike.map((label) => bracketed(label)) }
    if (!loose) {
      loose = new Map()
      for (const [id, label] of labels) loose.set(folded(label), loose.has(folded(label)) ? undefined : id)
    }
    const near = loose.get(folded(name))
    if (near !== undefined) return near
    return unknownName(name, figures)
  }
}

/** Nothing is called so; what may have been meant, with its number if it needs one. */
function unknownName(name: string, figures: readonly FormulaFigure[]): FormulaCause {
  const nearest = maybeNearest(
    name,
    figures.map((figure) => figure.name),
  )
  const meant = figures.find((figure) => figure.name === nearest)
  const label = meant && labelsOf(figures).get(meant.id)
  return { code: 'unknown-name', name, ...(label !== undefined && { nearest: label }) }
}

function maybeNearestWord(text: string, language: Language): FormulaWord | undefined {
  const names = new Map(formulaWords.map((word) => [words[language].functions[word].name, word]))
  const nearest = maybeNearest(text, names.keys())
  return nearest === undefined ? undefined : names.get(nearest)
}

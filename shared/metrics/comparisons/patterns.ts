// Ready formulas of the trade: what each takes, and the figure it makes. Their words stand in shared/text/comparisons.ts.
// A pattern checks only what kinds of figures fit; whether units hold is seen by the formula that comes of it.

import { unitOf } from '../../formula/index.ts'
import type { Expression, Figure, FigureKind } from '../../model/figure.ts'
import type { FigureId } from '../../model/ids.ts'
import type { Language } from '../../model/language.ts'
import { stableId } from '../../model/stable-id.ts'
import { comparisonWords, type PatternId, type PatternOperandId } from '../../text/comparisons.ts'
import { type Form, percent } from './derive.ts'
import { call, minus, number, of, over, plus, sumOf, times } from './expressions.ts'

/** What a pattern takes in one place. */
export interface PatternOperand {
  role: PatternOperandId
  /** Kinds of figures that fit, the likeliest first. */
  kinds: readonly FigureKind[]
}

export interface Pattern {
  id: PatternId
  operands: readonly PatternOperand[]
  /** The operands from this index on come again and again: value and weight, rate and base of each part. */
  repeats?: { from: number; most: number }
  /** The figure that the operands make, in their order; undefined where too few are given or a kind does not fit. */
  make: (operands: readonly Figure[], language: Language) => Figure | undefined
}

interface Recipe {
  id: PatternId
  operands: readonly PatternOperand[]
  repeats?: Pattern['repeats']
  expression: (operands: readonly Figure[]) => Expression
  /** How the result is written, where its units do not tell. */
  form?: (operands: readonly Figure[], language: Language) => Form
  additive?: (operands: readonly Figure[]) => boolean
}

const counts = ['count'] as const
const money = ['amount'] as const
const rates = ['rate'] as const
const operand = (role: PatternOperandId, kinds: readonly FigureKind[]): PatternOperand => ({ role, kinds })

const quotient = ([left, right]: readonly Figure[]): Expression =>
  left && right ? over(of(left), of(right)) : number(0)
const asPercent = (): Form => percent
const oneToN = (): Form => ({ kind: 'ratio', unit: '1:n', rounding: { scale: 1, decimals: 2 } })
const asFactor = (): Form => ({ kind: 'ratio', unit: '', rounding: { scale: 1, decimals: 2 } })

/** Money for each person, in the operand's own money. */
const perPerson = (operands: readonly Figure[], language: Language): Form => ({
  kind: 'amount',
  unit: comparisonWords[language].units.perPerson(operands[0]?.unit.split('/')[0] ?? ''),
  rounding: { scale: 1, decimals: 2 },
})

const like = ([first]: readonly Figure[]): Form => first ?? percent

/** A mean of whole percents is no whole percent. */
const meanOf = (operands: readonly Figure[]): Form => {
  const form = like(operands)
  const { scale, decimals } = form.rounding
  return { ...form, rounding: { scale, decimals: Math.max(1, decimals) } }
}

const recipes: readonly Recipe[] = [
  {
    id: 'conversion',
    operands: [operand('result', counts), operand('base', counts)],
    expression: quotient,
    form: asPercent,
  },
  {
    id: 'acquisition-cost',
    operands: [operand('cost', money), operand('new-users', counts)],
    expression: quotient,
    form: perPerson,
  },
  {
    id: 'return-on-investment',
    operands: [operand('cost', money), operand('revenue', money)],
    expression: ([cost, revenue]) => quotient([revenue, cost].flatMap((figure) => figure ?? [])),
    form: oneToN,
  },
  {
    id: 'return-rate',
    operands: [operand('revenue', money), operand('cost', money)],
    expression: ([revenue, cost]) => (revenue && cost ? call('growth', of(revenue), of(cost)) : number(0)),
    form: asPercent,
  },
  {
    id: 'revenue-per-user',
    operands: [operand('revenue', money), operand('users', counts)],
    expression: quotient,
    form: perPerson,
  },
  {
    id: 'lifetime-value',
    operands: [operand('revenue-per-user', money), operand('lifetime', ['count', 'duration', 'ratio'])],
    expression: ([revenue, lifetime]) => (revenue && lifetime ? times(of(revenue), of(lifetime)) : number(0)),
    form: perPerson,
  },
  {
    id: 'lifetime-value-by-churn',
    operands: [operand('revenue-per-user', money), operand('margin', rates), operand('churn', rates)],
    expression: ([revenue, margin, churn]) =>
      revenue && margin && churn ? over(times(of(revenue), of(margin)), of(churn)) : number(0),
    form: perPerson,
  },
  {
    id: 'value-to-cost',
    operands: [operand('lifetime-value', money), operand('acquisition-cost', money)],
    expression: quotient,
    form: (_, language) => ({ ...asFactor(), unit: comparisonWords[language].units.times }),
  },
  {
    id: 'promoter-score',
    operands: [operand('promoters', counts), operand('detractors', counts), operand('answers', counts)],
    expression: ([promoters, detractors, answers]) =>
      promoters && detractors && answers
        ? times(over(minus(of(promoters), of(detractors)), of(answers)), number(100))
        : number(0),
    form: () => ({ kind: 'score', unit: '', rounding: { scale: 1, decimals: 1 } }),
  },
  {
    id: 'stickiness',
    operands: [operand('daily-users', counts), operand('monthly-users', counts)],
    expression: quotient,
    form: asPercent,
  },
  {
    id: 'retention',
    operands: [operand('stayed', counts), operand('cohort', counts)],
    expression: quotient,
    form: asPercent,
  },
  {
    id: 'mean-retention',
    operands: [operand('stayed', counts), operand('cohort', counts)],
    repeats: { from: 0, most: 50 },
    expression: (operands) =>
      over(
        sumOf(operands.filter((_, index) => index % 2 === 0).map((stayed) => of(stayed))),
        sumOf(operands.filter((_, index) => index % 2 === 1).map((cohort) => of(cohort))),
      ),
    form: asPercent,
  },
  {
    id: 'order-value',
    operands: [operand('revenue', money), operand('orders', counts)],
    expression: quotient,
    form: (operands) => {
      const [revenue, orders] = operands.map(({ unit }) => unit)
      const unit = orders === undefined || orders === '' ? revenue : `${revenue}/${orders}`
      return { kind: 'amount', unit: unit ?? '', rounding: { scale: 1, decimals: 2 } }
    },
  },
  {
    id: 'response-rate',
    operands: [operand('returned', counts), operand('sent', counts)],
    expression: quotient,
    form: asPercent,
  },
  {
    id: 'viral-factor',
    operands: [operand('invitations', ['ratio', 'count', 'index']), operand('invited', rates)],
    expression: ([invitations, invited]) =>
      invitations && invited ? times(of(invitations), of(invited)) : number(0),
    form: asFactor,
  },
  {
    id: 'weighted-mean',
    operands: [
      operand('rate', ['rate', 'amount', 'duration', 'ratio', 'score', 'index', 'count']),
      operand('weight', ['count', 'amount', 'rate']),
    ],
    repeats: { from: 0, most: 50 },
    expression: (operands) => call('weighted-mean', ...operands.map((figure) => of(figure))),
    form: meanOf,
  },
  {
    id: 'rest-rate',
    operands: [
      operand('whole-rate', ['rate', 'amount']),
      operand('whole-base', counts),
      operand('part-rate', ['rate', 'amount']),
      operand('part-base', counts),
    ],
    repeats: { from: 2, most: 50 },
    expression: restRate,
    form: meanOf,
  },
  {
    id: 'implied-base',
    operands: [operand('count', counts), operand('rate', rates)],
    expression: ([count, rate]) => (count && rate ? call('round', over(of(count), of(rate))) : number(0)),
    form: like,
    additive: ([count]) => count?.additive ?? false,
  },
  {
    id: 'compound-change',
    operands: [operand('change', rates), operand('change', rates)],
    repeats: { from: 1, most: 24 },
    expression: (changes) =>
      minus(
        changes
          .map((change): Expression => plus(number(1), of(change)))
          .reduce((one, other) => times(one, other)),
        number(1),
      ),
    form: asPercent,
  },
]

/** (overall rate × base − Σ rate × base) ÷ (base − Σ bases): what is left of the whole, taken by itself. */
function restRate([rate, base, ...parts]: readonly Figure[]): Expression {
  if (!rate || !base) return number(0)
  const pairs = parts.flatMap((part, index) => {
    const weight = parts[index + 1]
    return index % 2 === 0 && weight ? [[part, weight] as const] : []
  })
  return over(
    minus(times(of(rate), of(base)), sumOf(pairs.map(([part, weight]) => times(of(part), of(weight))))),
    minus(of(base), sumOf(pairs.map(([, weight]) => of(weight)))),
  )
}

/** What an operand of a pattern may be at a place, where the last ones repeat. */
function operandAt({ operands, repeats }: Recipe, index: number): PatternOperand | undefined {
  if (index < operands.length || !repeats) return operands[index]
  const cycle = operands.length - repeats.from
  return operands[repeats.from + ((index - repeats.from) % cycle)]
}

function fits(recipe: Recipe, given: readonly Figure[]): boolean {
  const { operands, repeats } = recipe
  const isCount = repeats
    ? given.length >= operands.length &&
      given.length <= repeats.most &&
      (given.length - repeats.from) % (operands.length - repeats.from) === 0
    : given.length === operands.length
  return isCount && given.every((figure, index) => operandAt(recipe, index)?.kinds.includes(figure.kind))
}

function patternOf(recipe: Recipe): Pattern {
  return {
    id: recipe.id,
    operands: recipe.operands,
    ...(recipe.repeats && { repeats: recipe.repeats }),
    make: (operands, language) => {
      if (!fits(recipe, operands)) return undefined
      const expression = recipe.expression(operands)
      if ('problem' in unitOf(expression, new Map(operands.map((figure) => [figure.id, figure]))))
        return undefined
      const form = (recipe.form ?? like)(operands, language)
      return {
        id: stableId('f', 'pattern', recipe.id, ...operands.map(({ id }) => id)) as FigureId,
        name: comparisonWords[language].patterns[recipe.id].name,
        kind: form.kind,
        unit: form.unit,
        rounding: form.rounding,
        origin: { kind: 'formula', expression },
        additive: recipe.additive?.(operands) ?? false,
      }
    },
  }
}

/** In the order in which they are offered. */
export const patterns: readonly Pattern[] = recipes.map((recipe) => patternOf(recipe))

// The arithmetic of formulas on bare numbers in one unit. What has no value comes back as the reason; nothing here gives
// NaN or Infinity, and nothing knows figures or units.

import type { FormulaFunction, MeasuredFigure } from '../model/figure.ts'
import { roundDecimal } from '../numbers/format.ts'
import { tidy } from '../numbers/tidy.ts'

/** Why there is no value. */
export type Missing = NonNullable<MeasuredFigure['missing']>
export type Outcome = number | Missing

const finite = (value: number): Outcome => (Number.isFinite(value) ? tidy(value) : 'no-meaning')

/** Left and right by one of the four signs. */
export function operate(operator: '+' | '-' | '*' | '/', left: number, right: number): Outcome {
  switch (operator) {
    case '+':
      return finite(plus(left, right))
    case '-':
      return finite(plus(left, -right))
    case '*':
      return finite(left * right)
    case '/':
      return right === 0 ? 'divided-by-zero' : finite(left / right)
  }
}

/** 0.1 + 0.2 − 0.3 leaves 5.6e-17: digits below the last that the operands keep are noise, and must not be divided by. */
function plus(left: number, right: number): number {
  const sum = left + right
  const kept = 14 - Math.floor(Math.log10(Math.max(Math.abs(left), Math.abs(right))))
  return kept >= 0 && kept <= 100 ? Number(sum.toFixed(kept)) : sum
}

const total = (values: readonly number[]): number => values.reduce(plus, 0)

/**
 * What a function of the formula language gives. Every relative measure is of a base above zero, and without meaning
 * otherwise: growth (a − b) ÷ b, saving (target − actual) ÷ target, attainment actual ÷ target of an actual not below
 * zero, share part ÷ whole. `shift` is by how many digits the last value is written larger than it is, 2 of a rate.
 */
export function apply(fn: FormulaFunction, values: readonly number[], shift: number): Outcome {
  const [first = 0, second = 0, third = 0] = values
  switch (fn) {
    case 'growth':
      return second > 0 ? finite(plus(first, -second) / second) : 'no-meaning'
    case 'change':
      return finite(plus(first, -second))
    case 'attainment':
      return first < 0 ? 'no-meaning' : ofBase(first, second)
    case 'saving':
      return ofBase(plus(second, -first), second)
    case 'share':
      return ofBase(first, second)
    case 'rest':
      return finite(plus(first, -total(values.slice(1))))
    case 'sum':
      return finite(total(values))
    case 'mean':
      return finite(total(values) / values.length)
    case 'weighted-mean':
      return weightedMean(values)
    case 'geometric-mean':
      return geometricMean(values)
    case 'compound':
      return first > 0 && second > 0 && third > 0 ? finite(compound(first, second, third)) : 'no-meaning'
    case 'max':
      return Math.max(...values)
    case 'min':
      return Math.min(...values)
    case 'absolute':
      return Math.abs(first)
    case 'round':
      return rounded(first, second, shift)
  }
}

function ofBase(value: number, base: number): Outcome {
  if (base === 0) return 'divided-by-zero'
  return base > 0 ? finite(value / base) : 'no-meaning'
}

/** Σ value × weight ÷ Σ weight, of weights not below zero. */
function weightedMean(values: readonly number[]): Outcome {
  const weights = values.filter((_, index) => index % 2 === 1)
  if (weights.some((weight) => weight < 0)) return 'no-meaning'
  const sum = total(weights)
  if (sum === 0) return 'divided-by-zero'
  return finite(total(weights.map((weight, index) => (values[index * 2] ?? 0) * weight)) / sum)
}

/** The n-th root of the product, of values not below zero; by logarithms where the product would leave the range. */
function geometricMean(values: readonly number[]): Outcome {
  if (values.some((value) => value < 0)) return 'no-meaning'
  if (values.includes(0)) return 0
  const product = values.reduce((result, value) => result * value, 1)
  if (Number.isFinite(product) && product > 1e-290) return finite(root(product, values.length))
  return finite(Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length))
}

/** Mean growth per period, (last ÷ first)^(1 ÷ periods) − 1. */
const compound = (first: number, last: number, periods: number): number =>
  plus(root(last / first, periods), -1)

/** Exact where it is a number that a person would write: the cube root of 0.001 is 0.1. */
function root(value: number, degree: number): number {
  if (degree === 1) return value
  return degree === 2 ? Math.sqrt(value) : degree === 3 ? Math.cbrt(value) : value ** (1 / degree)
}

/** Half away from zero, at a whole number of places from −10 (billions) to 10. */
function rounded(value: number, places: number, shift: number): Outcome {
  if (!Number.isInteger(places) || Math.abs(places) > 10) return 'no-meaning'
  const moved = shift + Math.min(places, 0)
  return finite(Number(`${roundDecimal(value, Math.max(places, 0), moved)}e${-moved}`))
}

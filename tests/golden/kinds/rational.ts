// Formulas in exact fractions, as an oracle for what is computed in floating point. Roots are no fractions: a formula
// with one has no exact value here.

import type { Expression, FormulaFunction } from '../../../shared/model/figure.ts'
import type { FigureId } from '../../../shared/model/ids.ts'

/** Numerator and denominator; the denominator is above zero. */
export type Rational = readonly [bigint, bigint]

/** The fraction that a decimal number stands for as it is written. */
export function rationalOf(value: number): Rational {
  const [mantissa = '0', exponent = '0'] = value.toExponential().split('e')
  const [whole = '0', digits = ''] = mantissa.split('.')
  const power = Number(exponent) - digits.length
  const number = BigInt(`${whole}${digits}`)
  return power < 0 ? [number, 10n ** BigInt(-power)] : [number * 10n ** BigInt(power), 1n]
}

const plus = ([a, b]: Rational, [c, d]: Rational): Rational => [a * d + c * b, b * d]
const minus = (left: Rational, [c, d]: Rational): Rational => plus(left, [-c, d])
const times = ([a, b]: Rational, [c, d]: Rational): Rational => [a * c, b * d]
function over(left: Rational, [c, d]: Rational): Rational | undefined {
  if (c === 0n) return undefined
  const [a, b] = times(left, [d, c])
  return b < 0n ? [-a, -b] : [a, b]
}

const sum = (values: readonly Rational[]): Rational => values.reduce(plus, [0n, 1n])
const isLess = ([a, b]: Rational, [c, d]: Rational): boolean => a * d < c * b

/** `value` × 10^`places`, rounded to a whole number, half away from zero. */
export function roundedTo([numerator, denominator]: Rational, places: number): bigint {
  const scaled = places < 0 ? numerator : numerator * 10n ** BigInt(places)
  const divisor = places < 0 ? denominator * 10n ** BigInt(-places) : denominator
  const size = scaled < 0n ? -scaled : scaled
  const rounded = (size * 2n + divisor) / (2n * divisor)
  return scaled < 0n ? -rounded : rounded
}

/** The exact value of a formula; undefined where it has none, or only an irrational one. */
export function exactly(
  expression: Expression,
  valueOf: (id: FigureId) => Rational | undefined,
): Rational | undefined {
  if ('number' in expression) return rationalOf(expression.number)
  if ('figure' in expression) return valueOf(expression.figure)
  if ('negative' in expression) {
    const inside = exactly(expression.negative, valueOf)
    return inside && minus([0n, 1n], inside)
  }
  if ('operator' in expression) {
    const left = exactly(expression.left, valueOf)
    const right = exactly(expression.right, valueOf)
    if (!left || !right) return undefined
    return { '+': plus, '-': minus, '*': times, '/': over }[expression.operator](left, right)
  }
  const values = expression.arguments.flatMap((one) => {
    const value = exactly(one, valueOf)
    return value ? [value] : []
  })
  return values.length < expression.arguments.length ? undefined : applied(expression.call, values)
}

function applied(call: FormulaFunction, values: readonly Rational[]): Rational | undefined {
  const [first = [0n, 1n], second = [0n, 1n]] = values
  switch (call) {
    case 'change':
      return minus(first, second)
    case 'growth':
      return over(minus(first, second), second)
    case 'saving':
      return over(minus(second, first), second)
    case 'attainment':
    case 'share':
      return over(first, second)
    case 'rest':
      return minus(first, sum(values.slice(1)))
    case 'sum':
      return sum(values)
    case 'mean':
      return over(sum(values), [BigInt(values.length), 1n])
    case 'weighted-mean': {
      const pairs = values.flatMap((value, index) => {
        const weight = values[index + 1]
        return index % 2 === 0 && weight ? [{ value, weight }] : []
      })
      return over(
        sum(pairs.map(({ value, weight }) => times(value, weight))),
        sum(pairs.map(({ weight }) => weight)),
      )
    }
    case 'max':
      return values.reduce((most, value) => (isLess(most, value) ? value : most), first)
    case 'min':
      return values.reduce((least, value) => (isLess(value, least) ? value : least), first)
    case 'absolute':
      return first[0] < 0n ? minus([0n, 1n], first) : first
    case 'round':
      return [roundedTo(first, 0), 1n]
    case 'geometric-mean':
    case 'compound':
      return undefined
  }
}

// What a number in a test report may stand for: 5.8万 is 57,500 to 58,500, 超60% begins at 60%. In whole numbers over whole
// numbers, and without the product's own reading of numbers.

import { type Fraction, minus, over, plus, times } from './fractions.ts'

export interface Bounds {
  low: Fraction
  high: Fraction
}

export const zero: Fraction = { over: 0n, under: 1n }

/** −1, 0 or 1. */
export function compare(left: Fraction, right: Fraction): number {
  const difference = minus(left, right)
  const signed = difference.under < 0n ? -difference.over : difference.over
  return signed < 0n ? -1 : signed > 0n ? 1 : 0
}
export const smaller = (a: Fraction, b: Fraction): Fraction => (compare(a, b) <= 0 ? a : b)
export const larger = (a: Fraction, b: Fraction): Fraction => (compare(a, b) >= 0 ? a : b)

/** A decimal as written, `12.5%` too. */
export function exact(text: string): Fraction {
  const [, sign, whole = '0', decimals = '', percent] = /^(-?)(\d+)(?:\.(\d+))?(%?)$/.exec(text) ?? []
  if (sign === undefined) throw new Error(`no number: ${text}`)
  const under = 10n ** BigInt(decimals.length) * (percent === '%' ? 100n : 1n)
  return { over: BigInt(`${sign}${whole}${decimals}`), under }
}

const about = /约|大概|左右|上下|[~～≈]|\b(?:about|around|roughly|some|approx)/
const under = /近|接近|不到|不足|nearly|almost|close to|just under/
const beyond = /超|突破|逾|余|多|\+|over|more than|above|or more/

/**
 * What a written number may stand for. `usual`: by ordinary rounding of its last digit. `widest`: also when it was cut off
 * or rounded up. Words widen by the last digit that is no zero (2 of 1200): 约 to both sides, 近 downwards, 超 and + upwards
 * (`widest`: up to twice). `isExact` is for what was counted or set.
 */
export function writtenBounds(
  text: string,
  value: Fraction,
  isExact: boolean,
): { usual: Bounds; widest: Bounds } {
  // Of a ratio 1:5.8 the second number is what is rounded.
  const words = text.normalize('NFKC').replace(/^1\s*[:∶]\s*/, '')
  const digits = /\d[\d,]*(?:\.\d+)?/.exec(words)?.[0].replaceAll(',', '') ?? ''
  const number = digits === '' ? value : exact(digits)
  const decimals = digits.split('.')[1]?.length ?? 0
  const size = value.over < 0n ? { over: -value.over, under: value.under } : value
  const worth = number.over === 0n ? { over: 1n, under: /%|点/.test(text) ? 100n : 1n } : over(size, number)
  const step = over(worth, { over: 10n ** BigInt(decimals), under: 1n })
  const zeros = /[1-9](0*)$/.exec(digits === '' ? String(value.over / value.under) : digits)?.[1]?.length ?? 0
  const last = times(step, { over: 10n ** BigInt(decimals > 0 ? 0 : zeros), under: 1n })
  const half = (one: Fraction): Fraction => ({ over: one.over, under: one.under * 2n })
  const around = (less: Fraction, more: Fraction): Bounds => ({
    low: minus(value, less),
    high: plus(value, more),
  })
  // The plus of +8% widens nothing.
  const qualified = words.replace(/^[+↑]\s*(?=[\d.])/, '')
  if (about.test(qualified)) return { usual: around(half(last), half(last)), widest: around(last, last) }
  if (under.test(qualified)) return { usual: around(half(last), zero), widest: around(last, half(last)) }
  if (beyond.test(qualified)) return { usual: around(zero, last), widest: around(zero, larger(last, size)) }
  if (isExact) return { usual: around(zero, zero), widest: around(zero, zero) }
  return { usual: around(half(step), half(step)), widest: around(step, step) }
}

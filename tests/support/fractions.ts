// Exact arithmetic, as the oracle for figures: whole numbers over whole numbers, and their rounding half away from zero.

export interface Fraction {
  over: bigint
  under: bigint
}

/** A decimal as it is written: 0.0482. Any number is taken as the shortest decimal that stands for it. */
export function fraction(value: number): Fraction {
  const [mantissa = '0', exponent = '0'] = value.toExponential().split('e')
  const [whole = '0', decimals = ''] = mantissa.split('.')
  const power = Number(exponent) - decimals.length
  const digits = BigInt(`${whole}${decimals}`)
  return power >= 0
    ? { over: digits * 10n ** BigInt(power), under: 1n }
    : { over: digits, under: 10n ** BigInt(-power) }
}

export const plus = (left: Fraction, right: Fraction): Fraction => ({
  over: left.over * right.under + right.over * left.under,
  under: left.under * right.under,
})
export const minus = (left: Fraction, right: Fraction): Fraction =>
  plus(left, { over: -right.over, under: right.under })
export const times = (left: Fraction, right: Fraction): Fraction => ({
  over: left.over * right.over,
  under: left.under * right.under,
})
/** Of a right side that is not zero. */
export const over = (left: Fraction, right: Fraction): Fraction =>
  right.over < 0n
    ? { over: -left.over * right.under, under: -left.under * right.over }
    : { over: left.over * right.under, under: left.under * right.over }

/** With so many decimals, half away from zero, as `0.50` or `-3`. */
export function written({ over: top, under }: Fraction, decimals: number): string {
  const size = top < 0n ? -top : top
  const rounded = (size * 10n ** BigInt(decimals) * 2n + under) / (under * 2n)
  const text = String(rounded).padStart(decimals + 1, '0')
  const point = text.length - decimals
  const sign = top < 0n && rounded > 0n ? '-' : ''
  return `${sign}${text.slice(0, point)}${decimals > 0 ? `.${text.slice(point)}` : ''}`
}

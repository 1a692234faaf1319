// The oracle of the test reports: what a written number may stand for, and whether an equation between such numbers can
// hold, in whole numbers over whole numbers. It knows nothing of the product's own checking and imports none of it.

import { type Fraction, fraction, minus, over, plus, times } from './fractions.ts'

export interface Bounds {
  low: Fraction
  high: Fraction
}

/** What an equation says: `a = b / c`, `a >= b` asserted by the mark before the colon, or `a ~ b`, the same value. */
export interface Equation {
  text: string
  left: string
  relation: '=' | '~' | Comparison
  /** Of a comparison both sides; of an equality the right one. */
  terms: readonly [Term] | readonly [Term, Term]
}
export type Comparison = '>=' | '<=' | '>' | '<'
export type Term =
  | { is: 'number'; value: Fraction }
  | { is: 'claim'; id: string }
  | { is: 'unknown' }
  | { is: 'call'; name: Call; terms: readonly Term[] }
export type Call = '+' | '-' | '*' | '/' | 'sum' | 'avg' | 'max' | 'min' | 'months' | 'weeks' | 'days' | 'grim'

const calls: readonly string[] = ['sum', 'avg', 'max', 'min', 'months', 'weeks', 'days', 'grim']
const zero: Fraction = { over: 0n, under: 1n }

/** −1, 0 or 1. */
export function compare(left: Fraction, right: Fraction): number {
  const difference = minus(left, right)
  const signed = difference.under < 0n ? -difference.over : difference.over
  return signed < 0n ? -1 : signed > 0n ? 1 : 0
}
const smaller = (a: Fraction, b: Fraction): Fraction => (compare(a, b) <= 0 ? a : b)
const larger = (a: Fraction, b: Fraction): Fraction => (compare(a, b) >= 0 ? a : b)

/** Reads one equation; throws an Error with what is wrong in words. */
export function readEquation(text: string): Equation {
  const parts = /^([a-z]\w*)\s*([=~:])\s*(.+)$/.exec(text.trim())
  if (!parts) throw new Error(`no equation: ${text}`)
  const [, left = '', sign, right = ''] = parts
  const reader = new Reader(right)
  const first = reader.sum()
  if (sign !== ':') {
    reader.end()
    return { text: text.trim(), left, relation: sign === '=' ? '=' : '~', terms: [first] }
  }
  const relation = reader.comparison()
  const second = reader.sum()
  reader.end()
  return { text: text.trim(), left, relation, terms: [first, second] }
}

/** Reads `r >= 1`, as one half of a verdict that flips. */
export function readComparison(text: string): Equation {
  return { ...readEquation(`verdict : ${text}`), text: text.trim(), left: '' }
}

/** Recursive descent over a handful of tokens. */
class Reader {
  private readonly tokens: string[]
  private readonly text: string
  constructor(text: string) {
    this.text = text
    this.tokens = text.match(/\d+(?:\.\d+)?%?|[a-z]\w*|[<>]=?|\S/g) ?? []
  }

  end(): void {
    if (this.tokens.length > 0) throw new Error(`unread in ${this.text}: ${this.tokens.join(' ')}`)
  }

  comparison(): Comparison {
    const token = this.tokens.shift()
    if (token === '>=' || token === '<=' || token === '>' || token === '<') return token
    throw new Error(`no comparison in ${this.text}`)
  }

  sum(): Term {
    let term = this.product()
    for (let sign = this.tokens[0]; sign === '+' || sign === '-'; sign = this.tokens[0]) {
      this.tokens.shift()
      term = { is: 'call', name: sign, terms: [term, this.product()] }
    }
    return term
  }

  private product(): Term {
    let term = this.one()
    for (let sign = this.tokens[0]; sign === '*' || sign === '/'; sign = this.tokens[0]) {
      this.tokens.shift()
      term = { is: 'call', name: sign, terms: [term, this.one()] }
    }
    return term
  }

  private one(): Term {
    const token = this.tokens.shift() ?? ''
    if (token === '?') return { is: 'unknown' }
    if (/^\d/.test(token)) return { is: 'number', value: exact(token) }
    if (token === '(') {
      const term = this.sum()
      this.close()
      return term
    }
    if (!/^[a-z]/.test(token)) throw new Error(`unread in ${this.text}: ${token}`)
    if (!calls.includes(token) || this.tokens[0] !== '(') return { is: 'claim', id: token }
    const terms: Term[] = []
    do {
      this.tokens.shift()
      terms.push(this.sum())
    } while (this.tokens[0] === ',')
    this.close()
    return { is: 'call', name: token as Call, terms }
  }

  private close(): void {
    if (this.tokens.shift() !== ')') throw new Error(`a bracket is open in ${this.text}`)
  }
}

/** A decimal as written, `12.5%` too. */
export function exact(text: string): Fraction {
  const [, sign, whole = '0', decimals = '', percent] = /^(-?)(\d+)(?:\.(\d+))?(%?)$/.exec(text) ?? []
  if (sign === undefined) throw new Error(`no number: ${text}`)
  const under = 10n ** BigInt(decimals.length) * (percent === '%' ? 100n : 1n)
  return { over: BigInt(`${sign}${whole}${decimals}`), under }
}

/** The claims and unknowns of an equation, each once, in order. */
export function operandsOf(equation: Equation): string[] {
  const found = equation.relation === '=' || equation.relation === '~' ? [equation.left] : []
  const visit = (term: Term): void => {
    if (term.is === 'claim') found.push(term.id)
    if (term.is === 'unknown') found.push('?')
    if (term.is === 'call') term.terms.forEach(visit)
  }
  equation.terms.forEach(visit)
  return [...new Set(found)]
}

/** What a mark may stand for; days of a span, which months(), weeks() and days() ask for. */
export interface Readings {
  bounds: (id: string) => Bounds
  days: (id: string) => readonly [string, string]
}

/**
 * The least and the greatest value of a term. Every operand is tried at both of its ends in all combinations, which is
 * exact for what goes one way in each operand, as sums, products, quotients, extremes and averages of positive numbers do.
 */
export function boundsOf(term: Term, readings: Readings): Bounds {
  const ids = operandsOf({ text: '', left: '', relation: '>=', terms: [term] })
  const spans = (id: string): Bounds | undefined => spanBounds(id, term, readings)
  const ends = ids.map((id) => {
    const { low, high } = spans(id) ?? readings.bounds(id)
    return compare(low, high) === 0 ? [low] : [low, high]
  })
  const corners = ends.reduce((count, list) => count * list.length, 1)
  if (corners > 1 << 12) throw new Error('more than twelve rounded operands')
  const values = Array.from({ length: corners }, (_, corner) => {
    let rest = corner
    const chosen = new Map<string, Fraction>()
    ids.forEach((id, index) => {
      const list = ends[index] ?? []
      chosen.set(id, list[rest % list.length] ?? zero)
      rest = Math.floor(rest / list.length)
    })
    return at(term, chosen)
  })
  return { low: values.reduce(smaller), high: values.reduce(larger) }
}

function at(term: Term, chosen: ReadonlyMap<string, Fraction>): Fraction {
  if (term.is === 'number') return term.value
  if (term.is === 'unknown') return chosen.get('?') ?? zero
  if (term.is === 'claim') return chosen.get(term.id) ?? zero
  const values = term.terms.map((one) => at(one, chosen))
  const [first = zero, second = zero] = values
  switch (term.name) {
    case '+':
      return plus(first, second)
    case '-':
      return minus(first, second)
    case '*':
      return times(first, second)
    case '/':
      if (second.over === 0n) throw new Error('a division by zero')
      return over(first, second)
    case 'sum':
      return values.reduce(plus)
    case 'avg':
      return over(values.reduce(plus), fraction(values.length))
    case 'max':
      return values.reduce(larger)
    case 'min':
      return values.reduce(smaller)
    case 'months':
    case 'weeks':
    case 'days':
      return first
    case 'grim':
      throw new Error('grim() stands alone on the right')
  }
}

/** The span within months(), weeks(), days(): whole ones at least, begun ones at most, both end days in or out. */
function spanBounds(id: string, term: Term, readings: Readings): Bounds | undefined {
  if (term.is !== 'call') return undefined
  const [inner] = term.terms
  if (!/^(?:months|weeks|days)$/.test(term.name) || inner?.is !== 'claim' || inner.id !== id) {
    return term.terms.map((one) => spanBounds(id, one, readings)).find((found) => found)
  }
  const [from, to] = readings.days(id).map((day) => new Date(`${day}T00:00:00Z`))
  if (!from || !to) throw new Error(`${id} is no span`)
  const days = Math.round((to.getTime() - from.getTime()) / 86_400_000)
  const begun = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth() + 1
  const [low, high] =
    term.name === 'days'
      ? [days, days + 1]
      : term.name === 'weeks'
        ? [Math.floor(days / 7), Math.ceil((days + 1) / 7)]
        : [Math.floor(days / 30.5), begun]
  return { low: fraction(low), high: fraction(high) }
}

/** Whether an equation can hold, and whether it must: both are false of what cannot be. */
export function holds(equation: Equation, readings: Readings): { possible: boolean; certain: boolean } {
  const [first, second] = equation.terms
  if (equation.relation === '=' || equation.relation === '~') {
    const stated = readings.bounds(equation.left)
    if (first.is === 'call' && first.name === 'grim') {
      const possible = isShareOfWhole(stated, boundsOf(first.terms[0] ?? first, readings))
      return { possible, certain: false }
    }
    const found = boundsOf(first, readings)
    const possible = compare(stated.low, found.high) <= 0 && compare(found.low, stated.high) <= 0
    return { possible, certain: false }
  }
  if (!second) throw new Error(`half a comparison: ${equation.text}`)
  const isDown = equation.relation.startsWith('<')
  const gap: Term = { is: 'call', name: '-', terms: isDown ? [second, first] : [first, second] }
  const { low, high } = boundsOf(gap, readings)
  const least = equation.relation.endsWith('=') ? 0 : 1
  return { possible: compare(high, zero) >= least, certain: compare(low, zero) >= least }
}

/** Whether some whole count over some whole number of the base gives the stated rate or mean. */
function isShareOfWhole(stated: Bounds, base: Bounds): boolean {
  const first = ceiling(base.low)
  const last = -ceiling({ over: -base.high.over, under: base.high.under })
  for (let n = first; n <= last && n < first + 10_000n; n += 1n) {
    const one = { over: n, under: 1n }
    if (compare({ over: ceiling(times(stated.low, one)), under: 1n }, times(stated.high, one)) <= 0) return true
  }
  return last - first >= 10_000n
}

function ceiling({ over: top, under }: Fraction): bigint {
  const [up, down] = under < 0n ? [-top, -under] : [top, under]
  const whole = up / down
  return up > 0n && up % down !== 0n ? whole + 1n : whole
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

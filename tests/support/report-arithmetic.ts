// The oracle of the test reports: reads the equations that they are annotated with, and tells whether one can hold between
// rounded numbers, in whole numbers over whole numbers. It knows nothing of the product's own checking and imports none.

import { type Fraction, fraction, minus, over, plus, times } from './fractions.ts'
import { type Bounds, compare, exact, larger, smaller, zero } from './report-rounding.ts'

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
export type Call =
  | '+'
  | '-'
  | '*'
  | '/'
  | 'sum'
  | 'avg'
  | 'max'
  | 'min'
  | 'months'
  | 'weeks'
  | 'days'
  | 'grim'

const calls: readonly string[] = ['sum', 'avg', 'max', 'min', 'months', 'weeks', 'days', 'grim']
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
    if (!calls.includes(token) || this.next() !== '(') return { is: 'claim', id: token }
    this.tokens.shift()
    const terms = [this.sum()]
    while (this.next() === ',') {
      this.tokens.shift()
      terms.push(this.sum())
    }
    this.close()
    return { is: 'call', name: token as Call, terms }
  }

  private next(): string | undefined {
    return this.tokens[0]
  }

  private close(): void {
    if (this.tokens.shift() !== ')') throw new Error(`a bracket is open in ${this.text}`)
  }
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
    if (compare({ over: ceiling(times(stated.low, one)), under: 1n }, times(stated.high, one)) <= 0)
      return true
  }
  return last - first >= 10_000n
}

function ceiling({ over: top, under }: Fraction): bigint {
  const [up, down] = under < 0n ? [-top, -under] : [top, under]
  const whole = up / down
  return up > 0n && up % down !== 0n ? whole + 1n : whole
}

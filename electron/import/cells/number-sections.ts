// The sections of a number format's code (ECMA-376 part 1, 18.8.31) as tokens, and a number shown by them as Excel shows
// it. It shows no dates; colours, widths and fillers are left out, as they add nothing to read. It is long because the
// tokens and the ways to show a number by them (digits, exponents, fractions) are one thing to know.

export type Token =
  | { type: 'literal'; text: string }
  /** A place for a digit: `0`, `#` or `?`. */
  | { type: 'digit'; text: string }
  | { type: 'point' | 'comma' | 'percent' | 'slash' | 'general' | 'text' | 'noon' }
  /** `E+` or `E-`. */
  | { type: 'exponent'; text: string }
  /** Letters of a date or time: `yyyy`, `mm`, `aaa`. */
  | { type: 'letters'; text: string }
  /** `[h]`, `[mm]`, `[ss]`. */
  | { type: 'elapsed' }

export interface Section {
  readonly tokens: readonly Token[]
  /** `[>=10000]`: for which numbers the section is. */
  readonly condition: { readonly operator: string; readonly than: number } | undefined
  /** Brackets that name the reader's own date or time format: F800 and F400. */
  readonly system: 'date' | 'time' | undefined
}

/** Words of a code that stand for more than their letters; Excel writes them in the language of the workbook's user. */
const words: readonly (readonly [word: string, type: 'general' | 'noon'])[] = [
  ['g/通用格式', 'general'],
  ['general', 'general'],
  ['通用格式', 'general'],
  ['am/pm', 'noon'],
  ['a/p', 'noon'],
  ['上午/下午', 'noon'],
  ['午前/午後', 'noon'],
]

/** All sections of a code, in one pass over it. */
export function parseSections(code: string): readonly Section[] {
  const sections: Section[] = []
  let at = 0
  do {
    const { section, end } = parseSection(code, at)
    sections.push(section)
    at = end + 1
  } while (at <= code.length && sections.length < 4)
  return sections
}

function parseSection(code: string, start: number): { section: Section; end: number } {
  const tokens: Token[] = []
  let condition: Section['condition']
  let system: Section['system']
  let hasDigit = false
  let at = start
  while (at < code.length && code[at] !== ';') {
    const character = code[at] ?? ''
    const word = words.find(([spelling]) => code.slice(at, at + spelling.length).toLowerCase() === spelling)
    if (word) {
      tokens.push({ type: word[1] })
      at += word[0].length
    } else if (character === '"') {
      const end = code.indexOf('"', at + 1)
      tokens.push({ type: 'literal', text: code.slice(at + 1, end < 0 ? undefined : end) })
      at = end < 0 ? code.length : end + 1
    } else if (character === '\\' || character === '!') {
      tokens.push({ type: 'literal', text: code[at + 1] ?? '' })
      at += 2
    } else if (character === '_' || character === '*') {
      // As wide as the next character, or filled with it.
      at += 2
    } else if (character === '[') {
      const end = code.indexOf(']', at)
      const inside = code.slice(at + 1, end < 0 ? undefined : end)
      const compared = /^([<>=]{1,2})\s*(-?\d+(?:\.\d+)?)$/.exec(inside)
      if (compared) condition = { operator: compared[1] ?? '', than: Number(compared[2]) }
      else if (/^(?:h{1,9}|m{1,9}|s{1,9})$/i.test(inside)) tokens.push({ type: 'elapsed' })
      else if (inside.startsWith('$')) {
        const [symbol = '', ...locale] = inside.slice(1).split('-')
        if (symbol !== '') tokens.push({ type: 'literal', text: symbol })
        const named = locale.join('-').toLowerCase()
        if (named === 'f800' || named === 'x-sysdate') system = 'date'
        else if (named === 'f400' || named === 'x-systime') system = 'time'
      }
      at = end < 0 ? code.length : end + 1
    } else if (hasDigit && /^e[+-]/i.test(code.slice(at, at + 2))) {
      tokens.push({ type: 'exponent', text: code[at + 1] ?? '' })
      at += 2
    } else if (/[ymdhsaegb]/i.test(character)) {
      const run = runOf(code, at)
      tokens.push({ type: 'letters', text: run.toLowerCase() })
      at += run.length
    } else {
      tokens.push(tokenOf(character))
      hasDigit ||= /[0#?]/.test(character)
      at += 1
    }
  }
  return { section: { tokens, condition, system }, end: at }
}

/** A letter as often as it comes in a row. */
function runOf(code: string, start: number): string {
  const letter = code[start]?.toLowerCase()
  let end = start + 1
  while (code[end]?.toLowerCase() === letter) end += 1
  return code.slice(start, end)
}

function tokenOf(character: string): Token {
  if (/[0#?]/.test(character)) return { type: 'digit', text: character }
  switch (character) {
    case '.':
      return { type: 'point' }
    case ',':
      return { type: 'comma' }
    case '%':
      return { type: 'percent' }
    case '/':
      return { type: 'slash' }
    case '@':
      return { type: 'text' }
    default:
      return { type: 'literal', text: character }
  }
}

/**
 * A finite number as its cell shows it; undefined where the code shows nothing of it. `written` are its digits in the
 * file, which a whole number beyond 15 digits is shown with.
 */
export function showBySections(
  value: number,
  sections: readonly Section[],
  written: string,
): string | undefined {
  const [section, isNegative] = sectionFor(value, sections)
  if (!section || section.tokens.length === 0) return undefined
  const shown = showSection(Math.abs(value), section.tokens, written).trim()
  return shown === '' ? undefined : isNegative ? `-${shown}` : shown
}

/** The section that shows a number, and whether a minus must be put before it, as the section is not for negatives. */
function sectionFor(
  value: number,
  sections: readonly Section[],
): readonly [section: Section | undefined, isNegative: boolean] {
  const last = sections.at(-1)
  const ofText =
    sections.length === 4 || (sections.length > 1 && last?.tokens.some(({ type }) => type === 'text'))
  const own = ofText ? sections.slice(0, -1) : sections
  const [first, second, third] = own
  if (!first || !second) return [first, value < 0 && !isOfNegatives(first?.condition)]
  const forFirst = first.condition ?? { operator: third ? '>' : '>=', than: 0 }
  if (holds(value, forFirst)) return [first, value < 0 && !isOfNegatives(forFirst)]
  const isRest = !third && first.condition !== undefined && second.condition === undefined
  const forSecond = isRest ? undefined : (second.condition ?? { operator: '<', than: 0 })
  const isSecond = !third || (forSecond !== undefined && holds(value, forSecond))
  return isSecond ? [second, value < 0 && !isOfNegatives(forSecond)] : [third, value < 0]
}

/** Such a section says itself how a negative number looks. */
const isOfNegatives = (condition: Section['condition']): boolean =>
  condition !== undefined &&
  ((condition.operator === '<' && condition.than <= 0) ||
    (/^<?=$/.test(condition.operator) && condition.than < 0))

function holds(value: number, { operator, than }: { operator: string; than: number }): boolean {
  switch (operator) {
    case '<':
      return value < than
    case '<=':
      return value <= than
    case '>':
      return value > than
    case '>=':
      return value >= than
    case '<>':
      return value !== than
    default:
      return value === than
  }
}

function showSection(value: number, tokens: readonly Token[], written: string): string {
  if (tokens.some(({ type }) => type === 'general')) return showGeneral(value, tokens)
  if (tokens.some(({ type }) => type === 'exponent')) return showScientific(value, tokens)
  if (isFraction(tokens)) return showFraction(value, tokens)
  const percents = tokens.filter(({ type }) => type === 'percent').length
  const scaled = (value * 100 ** percents) / 1000 ** trailingCommas(tokens)
  // As a percentage it is beyond any number: shown as it stands.
  if (!Number.isFinite(scaled)) return ''
  const point = tokens.findIndex(({ type }) => type === 'point')
  const places = point < 0 ? 0 : digitsIn(tokens.slice(point))
  const isWhole = percents === 0 && scaled === value
  return fill(tokens, roundTo(scaled, places, isWhole ? written : ''))
}

/** Whether a digit, a slash and a digit or number make a fraction: `# ?/?`, `0 0/8`. */
export function isFraction(tokens: readonly Token[]): boolean {
  const slash = tokens.findIndex(({ type }) => type === 'slash')
  return slash > 0 && digitsIn(tokens.slice(0, slash)) > 0 && /^[0-9#?]/.test(textOf(tokens.slice(slash + 1)))
}

const textOf = (tokens: readonly Token[]): string =>
  tokens.map((token) => ('text' in token ? token.text : '')).join('')

export const digitsIn = (tokens: readonly Token[]): number =>
  tokens.filter(({ type }) => type === 'digit').length

/** Commas right behind the last digit before the point divide by a thousand each. */
export function trailingCommas(tokens: readonly Token[]): number {
  const point = tokens.findIndex(({ type }) => type === 'point')
  const whole = point < 0 ? tokens : tokens.slice(0, point)
  const behind = (list: readonly Token[]): number => {
    const last = list.findLastIndex(({ type }) => type === 'digit')
    const rest = last < 0 ? [] : list.slice(last + 1)
    const end = rest.findIndex(({ type }) => type !== 'comma')
    return end < 0 ? rest.length : end
  }
  return behind(whole) + (point < 0 ? 0 : behind(tokens.slice(point)))
}

function showGeneral(value: number, tokens: readonly Token[]): string {
  return tokens
    .map((token) =>
      token.type === 'general' ? String(Number(value.toPrecision(15))) : 'text' in token ? token.text : '',
    )
    .join('')
}

/** Digits before and behind the point, without leading zeros: '' and '5' for 0.5. */
interface Digits {
  whole: string
  fraction: string
}

/**
 * Rounds half away from zero on the 15 decimal digits that a sheet keeps, so that 1.005 is 1.01. `written` replaces
 * them for a whole number of more digits.
 */
function roundTo(value: number, places: number, written = ''): Digits {
  const long = /^-?(\d{16,30})$/.exec(written)?.[1]
  const [mantissa = '', power = '0'] = value.toExponential(14).split('e')
  let digits = long ?? mantissa.replace('.', '')
  let whole = long === undefined ? Number(power) + 1 : long.length
  const kept = whole + places
  if (kept < 0) return { whole: '', fraction: '0'.repeat(places) }
  const isUp = (digits[kept] ?? '0') >= '5'
  digits = digits.slice(0, kept).padEnd(kept, '0')
  if (isUp) {
    const up = (BigInt(`0${digits}`) + 1n).toString().padStart(kept, '0')
    whole += up.length - kept
    digits = up
  }
  const before = whole > 0 ? digits.slice(0, whole) : ''
  const behind = whole > 0 ? digits.slice(whole) : '0'.repeat(-whole) + digits
  return { whole: before.replace(/^0+/, ''), fraction: behind.slice(0, places).padEnd(places, '0') }
}

/** Puts digits into their places, from the point outwards, with what stands between them. */
function fill(tokens: readonly Token[], { whole, fraction }: Digits): string {
  const point = tokens.findIndex(({ type }) => type === 'point')
  const before = point < 0 ? tokens : tokens.slice(0, point)
  const places = digitsIn(before)
  const isGrouped = before.some(
    ({ type }, index) =>
      type === 'comma' && digitsIn(before.slice(0, index)) > 0 && digitsIn(before.slice(index)) > 0,
  )
  let left = ''
  let used = 0
  let place = places
  const put = (digit: string): void => {
    left = digit + (isGrouped && used > 0 && used % 3 === 0 && digit !== ' ' ? ',' : '') + left
    used += 1
  }
  for (const token of before.toReversed()) {
    if (token.type === 'digit') {
      const digit = whole[whole.length - 1 - used]
      if (digit !== undefined) put(digit)
      else if (token.text === '0') put('0')
      else if (token.text === '?') put(' ')
      place -= 1
      // The first place takes all digits that are left.
      if (place === 0) while (used < whole.length) put(whole[whole.length - 1 - used] ?? '')
    } else left = shownOf(token) + left
  }
  if (point < 0) return left
  // Zeros at the end are shown only where the code says 0.
  const last = fraction.replace(/0+$/, '').length
  let right = ''
  let at = 0
  for (const token of tokens.slice(point + 1)) {
    if (token.type === 'digit') {
      if (at < last || token.text === '0') right += fraction[at] ?? ''
      else if (token.text === '?') right += ' '
      at += 1
    } else right += shownOf(token)
  }
  return `${left}.${right}`
}

const shownOf = (token: Token): string =>
  token.type === 'percent' ? '%' : token.type === 'slash' ? '/' : token.type === 'literal' ? token.text : ''

/** As many digits before the point as the code has places there: 12.3E+03 by `##0.0E+0`. */
function showScientific(value: number, tokens: readonly Token[]): string {
  const at = tokens.findIndex(({ type }) => type === 'exponent')
  const mantissa = tokens.slice(0, at)
  const point = mantissa.findIndex(({ type }) => type === 'point')
  const places = point < 0 ? 0 : digitsIn(mantissa.slice(point))
  const step = Math.max(1, digitsIn(point < 0 ? mantissa : mantissa.slice(0, point)))
  const floor = (exact: number): number => (value === 0 ? 0 : Math.floor(exact / step) * step)
  let power = floor(Number(value.toExponential(14).split('e')[1]))
  // Rounding up may have made one digit more: 9.99 by 0.0E+0 is 1.0E+1.
  let digits = roundTo(value / 10 ** power, places)
  if (digits.whole.length > step) {
    power += step
    digits = roundTo(value / 10 ** power, places)
  }
  const sign = power < 0 ? '-' : textOf(tokens.slice(at, at + 1)) === '+' ? '+' : ''
  const behind = tokens.slice(at + 1)
  const exponent = String(Math.abs(power)).padStart(digitsIn(behind), '0')
  const rest = behind.map((token) => (token.type === 'digit' ? '' : shownOf(token))).join('')
  return `${fill(mantissa, digits)}E${sign}${exponent}${rest}`
}

/** The nearest fraction whose denominator has as many digits as there are places, or is the one written. */
function showFraction(value: number, tokens: readonly Token[]): string {
  const slash = tokens.findIndex(({ type }) => type === 'slash')
  const under = textOf(tokens.slice(slash + 1))
  const fixed = Number(/^[1-9]\d*/.exec(under.replaceAll(/[#?]/g, '0'))?.[0] ?? 0)
  const most = 10 ** Math.min(6, (/^[0-9#?]+/.exec(under)?.[0] ?? '?').length) - 1
  const over = tokens.slice(0, slash)
  const isMixed = /[0#?]\D*\s\D*[0#?]/.test(textOf(over))
  const whole = isMixed ? Math.floor(value) : 0
  const [numerator, denominator] =
    fixed > 0 ? [Math.round((value - whole) * fixed), fixed] : nearest(value - whole, most)
  if (isMixed && numerator === denominator) return String(whole + 1)
  if (isMixed && numerator === 0) return String(whole)
  return `${isMixed && whole > 0 ? `${whole} ` : ''}${numerator}/${denominator}`
}

/** By continued fractions: the last convergent whose denominator is not above `most`. */
function nearest(value: number, most: number): readonly [numerator: number, denominator: number] {
  let [before, now] = [0, 1]
  let [beforeUnder, nowUnder] = [1, 0]
  for (let rest = value, turn = 0; turn < 40; turn += 1) {
    const step = Math.floor(rest)
    if (step * nowUnder + beforeUnder > most) break
    ;[before, now] = [now, step * now + before]
    ;[beforeUnder, nowUnder] = [nowUnder, step * nowUnder + beforeUnder]
    if (rest - step < 1e-10) break
    rest = 1 / (rest - step)
  }
  return nowUnder === 0 ? [Math.round(value), 1] : [now, nowUnder]
}

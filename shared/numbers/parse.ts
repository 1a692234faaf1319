// Reads a quantity from what a person typed: 5.8万, ≤30元, 12%, （1,234）, 百分之四十五, 50-500元, 3万5千, 约1.2亿.
// It answers undefined rather than guess: 1,23 is no number, nor is 007, 1.2.3, 3/4 or what has more digits than a
// number keeps. Over 300 lines because the spellings of quantities stand here side by side.

import type { Comparator } from '../model/goal.ts'
import { numeralCharacters, parseNumeral } from './numerals.ts'
import { tidy } from './tidy.ts'
import { type Unit, isOrdinal, parseUnit, scaleOf } from './units.ts'

export interface Quantity {
  /** In base units: 5.8万 is 58000, 45% is 0.45, 3.2个百分点 is 0.032. Of a range, the lower end. */
  value: number
  /** What the written number was multiplied by for its scale word: 1, 1e3, 1e4, 1e8 … A percent sign does not count. */
  scale: number
  /** Bare unit as kept by units.ts, `%` for a percentage, empty for none. */
  unit: string
  percent: boolean
  /** Digits after the point, as written. */
  decimals: number
  /** `range` when there is a `high`. */
  comparator?: Comparator
  /** The upper end of a range, in base units. */
  high?: number
  /** 约, 近, 左右: the writer does not vouch for the digits. */
  approximate?: true
}

/** Longer texts are no quantities. */
const mostCharacters = 60

/**
 * Words before and after a number that compare. 以上 以下 以内 include the number itself, 超过 不满 exclude it
 * (Civil Code of the People's Republic of China, article 1259).
 */
const before: readonly (readonly [RegExp, Comparator])[] = [
  [
    /^(>=|=>|≥|⩾|≧|大于或?等于|不低于|不少于|不小于|不得低于|不得少于|至少|最低|最少|起码|at least|(?:no|not) (?:less|fewer|lower) than|(?:a )?min(?:imum)?(?: of|\.)?)\s*:?\s*/i,
    '≥',
  ],
  [
    /^(<=|=<|≤|⩽|≦|小于或?等于|不超过?|不高于|不多于|不大于|不得超过|不得高于|至多|最多|最高|at most|(?:no|not) (?:more|higher|greater) than|not (?:to )?exceed(?:ing)?|up to|within|(?:a )?max(?:imum)?(?: of|\.)?)\s*:?\s*/i,
    '≤',
  ],
  [
    /^(>|大于|高于|多于|超过|超出|超|突破|逾|more than|over|above|greater than|higher than|exceed(?:s|ing)?)\s*/i,
    '>',
  ],
  [/^(<|小于|低于|少于|不足|不到|不满|未满|未达|不及|less than|fewer than|lower than|under|below)\s*/i, '<'],
  [/^(=|等于)\s*/, '='],
]
const after: readonly (readonly [RegExp, Comparator])[] = [
  [/\s*(\+|及以上|以上|起|or more|and above|or above|or higher|and up|at least|minimum)$/i, '≥'],
  [
    /\s*(及以下|以下|及以内|以内|之内|内|封顶|or less|and below|or below|or fewer|or lower|at (?:the )?most|max(?:imum)?)$/i,
    '≤',
  ],
]
const roughlyBefore =
  /^(大约|大概|约为|约合|约|将近|接近|近|≈|~|～|about|around|approx\.?|approximately|nearly|almost|circa|c\.|ca\.)\s*/i
const roughlyAfter = /\s*(左右|上下|出头|余|多|许)$/
/** Verbs in front of a target that add nothing to the number: 控制在10%以内, 提升至5万. */
const leading =
  /^(控制在|保持在|维持在|降低至|降低到|降至|降到|提升至|提升到|提高至|提高到|增长至|增至|达到|达|完成|共计|合计|总计|累计|共|仅)\s*/
/** What brackets behind say of the end of a range: 10万（含）以上. */
const included = /\(不?含[^()]{0,10}\)/

/** Groups of three by commas or spaces; 1.234,5 and 1 234,5 only where the two marks tell each other apart. */
const digits = [
  String.raw`[1-9]\d{0,2}(?:\.\d{3})+,\d+`,
  String.raw`[1-9]\d{0,2}(?:[\u00a0\u2009\u202f ]\d{3})+,\d+`,
  String.raw`(?:[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?:[\u00a0\u2009\u202f ]\d{3})+|0|[1-9]\d*)(?:\.\d+)?`,
  String.raw`\.\d+`,
].join('|')
/** Without a sign and without a point, 1E5 is a name. */
const figures = new RegExp(String.raw`^(${digits})(e[+-]\d{1,3}|(?<=\.\d{1,15})e\d{1,3})?(?!\d)`, 'i')
const plain = /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/
const currencySign =
  /^(US\$|HK\$|NT\$|MOP\$|[ACS]\$|(?:RMB|CN)?[¥$€£₩₹₽฿₫]|RMB|CNY|USD|EUR|GBP|JPY|HKD|TWD|SGD|KRW|AUD|CAD|MOP|CHF|INR|THB|RUB|VND|MYR|人民币|美元|美金|港币|港元|欧元|英镑|日元)\s*:?\s*/i
const arrow = /^[↑↓]\s*|\s*[↑↓]$/

interface Written extends Unit {
  /** As written, with its sign, before scale and percent. */
  number: number
  decimals: number
  /** What a percent or per-mille sign divides by; 1 without. */
  divisor: number
}

/** 1,234.50 → its value and the digits after the point. */
function written(text: string): { number: number; decimals: number; rest: string } | undefined {
  const match = figures.exec(text)
  if (!match?.[1]) return undefined
  const isComma = /[. \u00a0\u2009\u202f].*,/.test(match[1])
  const body = isComma ? match[1].replace(/[^\d,]/g, '').replace(',', '.') : match[1].replace(/[^\d.]/g, '')
  const value = Number(body + (match[2] ?? ''))
  const point = body.indexOf('.')
  if (!Number.isFinite(value) || (point < 0 ? body.length : point) > 15) return undefined
  return {
    number: value,
    decimals: point < 0 ? 0 : body.length - point - 1,
    rest: text.slice(match[0].length),
  }
}

const divisors: Readonly<Record<string, number>> = { '%': 100, '‰': 1000, bp: 10_000, 百分点: 100, pp: 100 }

/** The text behind a number as its unit: 万人, %, million CNY, or nothing. `currency` stood in front of it. */
function unitBehind(text: string, currency: string): (Unit & { divisor: number }) | undefined {
  const word = text.trim().replace(/^\(([^()]*)\)$/, '$1')
  if (word === '') return { unit: '', scale: 1, divisor: 1 }
  // Behind a currency sign even a small m is a million.
  if (currency !== '' && /^[mb]$/.test(word))
    return { unit: '', scale: scaleOf(word.toUpperCase()) ?? 1, divisor: 1 }
  const unit = unitOf(word.startsWith('/') ? `${currency}${word}` : word)
  return unit && { ...unit, divisor: divisors[unit.unit] ?? 1 }
}

/** Units come again and again, and reading one takes longer than looking it up. */
const units = new Map<string, Unit | undefined>()

function unitOf(word: string): Unit | undefined {
  if (/\d/.test(word) && !/^m[23]$|000/i.test(word)) return undefined
  let unit = units.get(word)
  if (unit === undefined && !units.has(word)) {
    unit = parseUnit(word)
    if (units.size >= 1000) units.clear()
    units.set(word, unit)
  }
  return unit
}

const numeralRun = new RegExp(`^[${numeralCharacters}点]+`)

/** 一千二百万元, 四成五, 百分之四十五, 壹仟元伍角整. Units that may be places in an order are not taken: 三月, 一组. */
function spelledOut(text: string): Written | undefined {
  const ratio = /^([百千万])分之(.+)$/.exec(text)
  if (ratio?.[2]) {
    const one = /^\d/.test(ratio[2]) ? written(ratio[2]) : undefined
    const value = one?.rest === '' ? one.number : parseNumeral(ratio[2])
    if (value === undefined) return undefined
    const worth = { 百: 100, 千: 1000, 万: 10_000 }[ratio[1] ?? ''] ?? 1
    const unit = worth === 1000 ? '‰' : '%'
    return { number: value, decimals: one?.decimals ?? 0, divisor: worth, scale: 1, unit }
  }
  const tenths = /^(\d|[一二两三四五六七八九])成([一二三四五六七八九]|半)?$/.exec(text)
  if (tenths?.[1]) {
    const more = tenths[2] === '半' ? 5 : (parseNumeral(tenths[2] ?? '零') ?? 0)
    const whole = /\d/.test(tenths[1]) ? Number(tenths[1]) : (parseNumeral(tenths[1]) ?? 0)
    return { number: whole * 10 + more, decimals: 0, divisor: 100, scale: 1, unit: '%' }
  }
  const money = /^(.+?)[元圆](?:(.)角)?(?:(.)分)?[整正]?$/.exec(text)
  const [run = money?.[1] ?? ''] = money ? [] : (numeralRun.exec(text) ?? [])
  const value = parseNumeral(run)
  if (value === undefined) return undefined
  if (money) {
    const cents = [money[2], money[3]].map((digit) => (digit === undefined ? 0 : parseNumeral(digit)))
    const [tens, ones] = cents
    if (tens === undefined || ones === undefined) return undefined
    const decimals = ones > 0 ? 2 : tens > 0 ? 1 : 0
    return { number: tidy(value + tens / 10 + ones / 100), decimals, divisor: 1, scale: 1, unit: '元' }
  }
  const unit = unitBehind(text.slice(run.length), '')
  if (!unit || unit.scale !== 1 || isOrdinal(unit.unit)) return undefined
  return { ...unit, ...inScale(value, /[亿億]/.test(run) ? 1e8 : /[万萬]/.test(run) ? 1e4 : 1) }
}

/** A whole amount as a number of tens of thousands or the like. */
function inScale(value: number, scale: number): { number: number; decimals: number; scale: number } {
  const number = tidy(value / scale)
  return { number, decimals: String(number).split('.')[1]?.length ?? 0, scale }
}

/** 1亿2000万, 3万5千, 3万5000: parts from the largest to the smallest, then a unit. */
function inParts(text: string): Written | undefined {
  let rest = text
  let total = 0
  let last = 1e16
  let first = 1
  for (let count = 0; ; count += 1) {
    const part = /^([1-9]\d{0,5}(?:\.\d+)?)(亿|千万|百万|十万|万|千|百)?/.exec(rest)
    if (!part?.[1]) {
      const unit = count > 1 ? unitBehind(rest, '') : undefined
      return unit?.scale === 1 && unit.divisor === 1
        ? { ...inScale(total, first), divisor: 1, unit: unit.unit }
        : undefined
    }
    const amount = Number(part[1])
    const scale = part[2] === undefined ? 1 : (scaleOf(part[2]) ?? 1)
    // 1万2 may be 12,000 or 10,002.
    if (amount * scale >= last || (scale === 1 && amount * 10 < last)) return undefined
    if (count === 0) first = scale
    total = tidy(total + amount * scale)
    last = scale
    rest = rest.slice(part[0].length)
  }
}

/** What stands in front of a number: brackets around it or a sign for below zero, and a currency. */
interface Front {
  rest: string
  sign: number
  currency: string
}

function frontOf(text: string): Front {
  let rest = text
  let sign = 1
  const takeBrackets = (): void => {
    const brackets = /^\(\s*([^()]+?)\s*\)$/.exec(rest)
    if (!brackets?.[1]) return
    sign = -sign
    rest = brackets[1]
  }
  const takeSign = (): void => {
    const match = /^(?:[-−–﹣+负])\s*/.exec(rest)
    if (!match) return
    if (!match[0].startsWith('+')) sign = -sign
    rest = rest.slice(match[0].length)
  }
  takeBrackets()
  takeSign()
  const money = currencySign.exec(rest)
  if (!money?.[1]) return { rest, sign, currency: '' }
  rest = rest.slice(money[0].length)
  takeBrackets()
  takeSign()
  return { rest, sign, currency: currencyOf(money[1]) }
}

const digitFirst = /^\d/

/** A number with its currency sign, its sign and its unit, and nothing else. */
function measured(text: string): Written | undefined {
  const front = digitFirst.test(text) ? { rest: text, sign: 1, currency: '' } : frontOf(text)
  const { currency } = front
  // As SAP writes amounts below zero.
  const isTrailing = front.rest.endsWith('-') && /^[\d,]+\.\d\d-$/.test(front.rest)
  const rest = isTrailing ? front.rest.slice(0, -1) : front.rest
  const value = /^[\d.]/.test(rest) ? written(rest) : undefined
  const unit = value && unitBehind(value.rest, currency)
  const found =
    value && unit
      ? { number: value.number, decimals: value.decimals, ...unit }
      : ((value && inParts(rest)) ?? spelledOut(rest))
  if (!found) return undefined
  const isOther = found.unit !== '' && found.unit !== currency && !found.unit.startsWith(`${currency}/`)
  if (currency !== '' && isOther && !isSameMoney(found.unit, currency)) return undefined
  return {
    number: front.sign * (isTrailing ? -1 : 1) * found.number,
    decimals: found.decimals,
    divisor: found.divisor,
    scale: found.scale,
    unit: currency === '' || found.unit.includes('/') ? found.unit : currency,
  }
}

const currencyOf = (sign: string): string => parseUnit(sign.replace(/^(?:RMB|CN)(?=¥)/i, ''))?.unit ?? ''

/** RMB 1,200元 does not contradict itself. */
const isSameMoney = (one: string, other: string): boolean =>
  [one, other].every((unit) => /^(元|RMB|CNY)$/.test(unit))

const inBase = (one: Written, scale: number, divisor: number): number =>
  scale === 1 && divisor === 1 ? one.number : tidy((one.number * scale) / divisor)

const isPercent = (unit: string): boolean => unit === '%' || unit === '‰'

const rangeMark = /^(.*?\S)\s*(?:[~～—–至到]|--|-|\bto\b)\s*(\S.*)$/i

/** 介于8%和12%之间, between 50 and 60; 8%至12%之间, from 50 to 60. */
const betweenBoth = /^(?:介于|between\b)\s*(\S.*?)\s*(?:和|与|及|\band\b)\s*(\S.*)$/i
const aroundBoth = /^(?:介于|处于|在|from\b|between\b)\s*|\s*之间$/gi

/** 50-60万, 60%~70%, 18至25元. What the lower end leaves out it has from the upper. */
function range(text: string): Quantity | undefined {
  const parts = betweenBoth.exec(text.replace(/\s*之间$/, '')) ?? rangeMark.exec(text.replace(aroundBoth, ''))
  const low = parts?.[1] && measured(parts[1])
  const high = parts?.[2] && measured(parts[2])
  if (!low || !high || (low.unit !== '' && low.unit !== high.unit)) return undefined
  const bareLow = low.scale === 1 && low.divisor === 1 && low.unit === ''
  const from = inBase(low, bareLow ? high.scale : low.scale, bareLow ? high.divisor : low.divisor)
  const to = inBase(high, high.scale, high.divisor)
  if (!(from < to)) return undefined
  return {
    value: from,
    high: to,
    comparator: 'range',
    scale: high.scale,
    unit: high.unit,
    percent: isPercent(high.unit),
    decimals: Math.max(low.decimals, high.decimals),
  }
}

const anyNumber = new RegExp(`[\\d${numeralCharacters}]`)
/** Raised and circled figures become ordinary digits by NFKC, and 10³ would be 103. */
const raised = /\p{No}/u

/** As half-width characters; undefined for a text that cannot be a quantity. */
function normalised(text: string): string | undefined {
  if (text.length > mostCharacters) return undefined
  if (/^[\x21-\x7e]+$/.test(text)) return /\d/.test(text) ? text : undefined
  if (raised.test(text.replace(/m[²³]/gi, ''))) return undefined
  const words = text.normalize('NFKC').trim()
  return words.length <= mostCharacters && anyNumber.test(words) ? words : undefined
}

/**
 * The quantity that a text states and nothing but states: sign, thousands separators, currency, scale word, unit,
 * percent, comparator, range, in figures or in Chinese numerals. Full-width characters count as their half-width ones;
 * a number in brackets is below zero, as accountants write it. Undefined for anything else.
 * @example parseQuantity('≤30元') // { value: 30, unit: '元', comparator: '≤', … }
 */
export function parseQuantity(text: string): Quantity | undefined {
  if (plain.test(text)) {
    const point = text.indexOf('.')
    const decimals = point < 0 ? 0 : text.length - point - 1
    return { value: Number(text), scale: 1, unit: '', percent: false, decimals }
  }
  const words = normalised(text)
  if (words === undefined) return undefined
  const alone = /^[-+(¥$€£]?[\d¥$€£.]/.test(words) ? measured(words) : undefined
  return alone ? quantityOf(alone, {}) : compared(words)
}

const quantityOf = (one: Written, more: Pick<Quantity, 'comparator' | 'approximate'>): Quantity => ({
  value: inBase(one, one.scale, one.divisor),
  scale: one.scale,
  unit: one.unit,
  percent: isPercent(one.unit),
  decimals: one.decimals,
  ...more,
})

/** With what compares it, doubts it or makes it a range. */
function compared(words: string): Quantity | undefined {
  let rest = words.replace(leading, '').replace(included, '')
  let comparator: Comparator | undefined
  let approximate = false
  const cut = (pattern: RegExp): string | undefined => {
    const match = pattern.exec(rest)
    if (match) rest = match.index === 0 ? rest.slice(match[0].length) : rest.slice(0, match.index)
    return match?.[0]
  }
  const direction = cut(arrow)?.trim()
  if (cut(roughlyBefore) !== undefined) approximate = true
  comparator = before.find(([pattern]) => cut(pattern) !== undefined)?.[1]
  if (!comparator) comparator = after.find(([pattern]) => cut(pattern) !== undefined)?.[1]
  if (cut(roughlyAfter) !== undefined) approximate = true
  const exact = rest.replace(/^(.*[\d十百千万亿kw]) ?[余多](?=\D)/i, '$1')
  if (exact !== rest) approximate = true
  // 100+人
  const open = comparator ? exact : exact.replace(/^(.*[\d百千万亿kw])\+ ?(?=[^\d\s])/i, '$1 ')
  if (open !== exact) comparator = '≥'
  const about = approximate ? { approximate: true as const } : {}
  // 突破百万, 近千万
  const isScaleAlone = (comparator !== undefined || approximate) && /^[十百千]?[万亿]/.test(open)
  const one = measured(isScaleAlone ? `1${open}` : open)
  if (!one) {
    const both = comparator || direction !== undefined ? undefined : range(rest)
    return both && { ...both, ...about }
  }
  if (direction !== undefined && one.number < 0) return undefined
  const directed = direction === '↓' ? { ...one, number: -one.number } : one
  return quantityOf(directed, { ...(comparator ? { comparator } : {}), ...about })
}

/** The n of a ratio 1:n, as a return on investment is written (1:5.8); undefined for anything else. */
export function parseRatio(text: string): number | undefined {
  const ratio = text.length > 20 ? null : /^1\s*[:：∶]\s*(\d{1,6}(?:\.\d{1,6})?)$/.exec(text.trim())
  return ratio?.[1] === undefined ? undefined : Number(ratio[1])
}

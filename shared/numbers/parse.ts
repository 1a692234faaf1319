// Reads a quantity or a day from what a person typed: 5.8万, ≤30元, 12%, （1,234）, 2026年3月1日.
// It answers undefined rather than guess: 1,23 is no number, 3/4/2026 is no day, 13912345678 stays a number to its digits.

import type { Comparator } from '../model/goal.ts'
import { tidy } from './tidy.ts'
import { type Unit, parseUnit } from './units.ts'

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

/**
 * Words before and after a number that compare. 以上 以下 以内 include the number itself, 超过 不满 exclude it
 * (Civil Code of the People's Republic of China, article 1259).
 */
const before: readonly (readonly [RegExp, Comparator])[] = [
  [
    /^(>=|≥|⩾|≧|不低于|不少于|不小于|不得低于|至少|最低|最少|at least|no less than|min(?:imum)?)\s*:?\s*/i,
    '≥',
  ],
  [
    /^(<=|≤|⩽|≦|不超过|不高于|不多于|不大于|不得超过|至多|最多|最高|at most|no more than|up to|max(?:imum)?)\s*:?\s*/i,
    '≤',
  ],
  [/^(>|大于|高于|多于|超过|超|突破|more than|over|above|greater than)\s*/i, '>'],
  [/^(<|小于|低于|少于|不足|不到|不满|less than|fewer than|under|below)\s*/i, '<'],
  [/^(=|等于)\s*/, '='],
]
const after: readonly (readonly [RegExp, Comparator])[] = [
  [/\s*(\+|及以上|以上|or more|and above|or above)$/i, '≥'],
  [/\s*(及以下|以下|及以内|以内|之内|or less|and below|or below|or fewer)$/i, '≤'],
]
const roughlyBefore =
  /^(大约|约为|约|将近|接近|近|≈|~|～|about|around|approx\.?|approximately|nearly|almost|c\.|ca\.)\s*/i
const roughlyAfter = /\s*(左右|上下|余|多)$/
/** Verbs in front of a target that add nothing to the number: 控制在10%以内, 提升至5万. */
const leading =
  /^(控制在|保持在|维持在|降低至|降低到|降至|降到|提升至|提升到|提高至|提高到|增长至|增至|达到|达|完成)\s*/

const digits = String.raw`(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:[\u00a0\u2009\u202f ]\d{3})+|\d+)(?:\.\d+)?|\.\d+`
const number = new RegExp(String.raw`^(${digits})(e[+-]?\d{1,3})?`, 'i')
const plain = /^-?\d+(?:\.\d+)?$/
const currencySign = /^(US\$|HK\$|NT\$|[¥$€£]|RMB|CNY|USD|EUR|GBP|JPY|HKD)\s*/i

interface Written extends Unit {
  /** As written, with its sign, before scale and percent. */
  number: number
  decimals: number
  /** What a percent or per-mille sign divides by; 1 without. */
  divisor: number
}

/** 1,234.50 → its value and the digits after the point. */
function written(text: string): { number: number; decimals: number; rest: string } | undefined {
  const match = number.exec(text)
  if (!match?.[1]) return undefined
  const body = match[1].replace(/[^\d.]/g, '')
  const value = Number(body + (match[2] ?? ''))
  if (!Number.isFinite(value)) return undefined
  const point = body.indexOf('.')
  return {
    number: value,
    decimals: point < 0 ? 0 : body.length - point - 1,
    rest: text.slice(match[0].length),
  }
}

const divisors: Readonly<Record<string, number>> = { '%': 100, '‰': 1000, bp: 10_000, 百分点: 100, pp: 100 }

/** The text behind a number as its unit: 万人, %, million CNY, or nothing. */
function unitBehind(text: string): (Unit & { divisor: number }) | undefined {
  const word = text.trim()
  if (word === '') return { unit: '', scale: 1, divisor: 1 }
  const unit = parseUnit(word)
  return unit && { ...unit, divisor: divisors[unit.unit] ?? 1 }
}

/** A number with its currency sign, its sign and its unit, and nothing else. */
function measured(text: string): Written | undefined {
  const brackets = /^\(\s*([^()]+?)\s*\)$/.exec(text)
  let rest = brackets?.[1] ?? text
  let sign = brackets ? -1 : 1
  const takeSign = (): void => {
    const match = /^[-−–﹣+]\s*/.exec(rest)
    if (!match) return
    if (!match[0].startsWith('+')) sign = -sign
    rest = rest.slice(match[0].length)
  }
  takeSign()
  const money = currencySign.exec(rest)
  if (money) {
    rest = rest.slice(money[0].length)
    takeSign()
  }
  const value = written(rest)
  if (!value) return undefined
  const unit = unitBehind(value.rest)
  if (!unit) return undefined
  const currency = money?.[1] === undefined ? '' : (parseUnit(money[1])?.unit ?? '')
  if (currency !== '' && unit.unit !== '' && unit.unit !== currency) return undefined
  return {
    number: sign * value.number,
    decimals: value.decimals,
    divisor: unit.divisor,
    scale: unit.scale,
    unit: currency || unit.unit,
  }
}

const inBase = (one: Written, scale: number, divisor: number): number => tidy((one.number * scale) / divisor)

const isPercent = (unit: string): boolean => unit === '%' || unit === '‰'

const rangeMark = /^(.*?\S)\s*(?:[~～—–至到]|--|-|\bto\b)\s*(\S.*)$/i

/** 50-60万, 60%~70%, 18至25元. What the lower end leaves out it has from the upper. */
function range(text: string): Quantity | undefined {
  const parts = rangeMark.exec(text)
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

/**
 * The quantity that a text states and nothing but states: sign, thousands separators, currency, scale word, unit,
 * percent, comparator, range. Full-width characters count as their half-width ones. Undefined for anything else.
 * @example parseQuantity('≤30元') // { value: 30, unit: '元', comparator: '≤', … }
 */
export function parseQuantity(text: string): Quantity | undefined {
  if (text.length > 60 || !/\d/.test(text.normalize('NFKC'))) return undefined
  if (plain.test(text)) {
    const point = text.indexOf('.')
    const decimals = point < 0 ? 0 : text.length - point - 1
    return { value: Number(text), scale: 1, unit: '', percent: false, decimals }
  }
  let rest = text.normalize('NFKC').trim().replace(leading, '')
  let comparator: Comparator | undefined
  let approximate = false
  const cut = (pattern: RegExp): boolean => {
    const match = pattern.exec(rest)
    if (match) rest = match.index === 0 ? rest.slice(match[0].length) : rest.slice(0, match.index)
    return match !== null
  }
  if (cut(roughlyBefore)) approximate = true
  comparator = before.find(([pattern]) => cut(pattern))?.[1]
  if (!comparator) comparator = after.find(([pattern]) => cut(pattern))?.[1]
  if (cut(roughlyAfter)) approximate = true
  const exact = rest.replace(/^(.*[\d十百千万亿])[余多](?=\D)/, '$1')
  if (exact !== rest) approximate = true
  const one = measured(exact)
  if (!one) return comparator || approximate ? undefined : range(rest)
  return {
    value: inBase(one, one.scale, one.divisor),
    scale: one.scale,
    unit: one.unit,
    percent: isPercent(one.unit),
    decimals: one.decimals,
    ...(comparator ? { comparator } : {}),
    ...(approximate ? { approximate: true } : {}),
  }
}

const weekday =
  /\s*[(（]?(?:周|星期|礼拜)[一二三四五六日天][)）]?|^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+/gi

const numericDay =
  /^(\d{4})\s*(?:([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})|年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?)$/
const compactDay = /^(19|20)(\d\d)(\d\d)(\d\d)$/
const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]([a-z]{3,9})\.?,?[\s-](\d{4})$/i
const monthFirst = /^([a-z]{3,9})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})$/i

/** An ISO day, or undefined when the calendar has no such day. */
function isoDay(year: number, month: number, day: number): string | undefined {
  if (year < 1900 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return undefined
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined
}

/** 1 to 12, or 0 for a word that is no month. */
const monthOf = (name: string): number => {
  const months =
    'january february march april may june july august september october november december'.split(' ')
  const lower = name.toLowerCase().replace(/^sept$/, 'sep')
  return months.findIndex((month) => month === lower || month.slice(0, 3) === lower) + 1
}

/**
 * The day a text names, as `2026-03-01`: 2026-3-1, 2026/03/01, 2026.3.1, 20260301, 2026年3月1日（周日）, 1 March 2026,
 * Mar 1, 2026. Undefined without a year, where day and month could be swapped, and for days that never were.
 */
export function parseDay(text: string): string | undefined {
  if (text.length > 40) return undefined
  const words = text.normalize('NFKC').trim().replace(weekday, '').trim()
  const numeric = numericDay.exec(words)
  if (numeric)
    return isoDay(Number(numeric[1]), Number(numeric[3] ?? numeric[5]), Number(numeric[4] ?? numeric[6]))
  const compact = compactDay.exec(words)
  if (compact) return isoDay(Number(`${compact[1]}${compact[2]}`), Number(compact[3]), Number(compact[4]))
  const first = dayFirst.exec(words)
  if (first?.[2]) return isoDay(Number(first[3]), monthOf(first[2]), Number(first[1]))
  const second = monthFirst.exec(words)
  if (second?.[1]) return isoDay(Number(second[3]), monthOf(second[1]), Number(second[2]))
  return undefined
}

/**
 * A day with a time of day, as `2026-03-01T09:30:00`: 2026-03-01 09:30, 2026/3/1 9:30:15, 2026年3月1日 9时30分, ISO with T.
 * Times with a zone (Z, +08:00) are not read: their day depends on where one is. Undefined for a day alone.
 */
export function parseMoment(text: string): string | undefined {
  const match =
    /^(.{8,24}?)[T\s]\s*(上午|下午)?\s*(\d{1,2})(?::(\d{2})(?::(\d{2})(?:\.\d+)?)?|[时点](?:(\d{1,2})分?)?(?:(\d{1,2})秒)?)\s*(am|pm)?$/i.exec(
      text.normalize('NFKC').trim(),
    )
  const day = match?.[1] && parseDay(match[1])
  if (!day) return undefined
  const half = (match[2] ?? match[8] ?? '').toLowerCase()
  const clock = Number(match[3])
  const hours =
    /下午|pm/.test(half) && clock < 12 ? clock + 12 : /上午|am/.test(half) && clock === 12 ? 0 : clock
  const minutes = Number(match[4] ?? match[6] ?? 0)
  const seconds = Number(match[5] ?? match[7] ?? 0)
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${day}T${two(hours)}:${two(minutes)}:${two(seconds)}`
}

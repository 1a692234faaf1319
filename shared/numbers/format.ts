// Writes numbers, days and spans as a reader of a Chinese or an English report expects them.
// It rounds and words; it never converts one unit into another and never decides what a number means.

import type { FigureKind, Period, Rounding } from '../model/figure.ts'
import type { Language } from '../model/language.ts'
import { tidy } from './tidy.ts'

/** How a value is written: what it is, its bare unit, and how far it is rounded. */
interface Writing {
  kind: FigureKind
  unit: string
  rounding: Rounding
}

/** The unit of a ratio that is written as 1:5.8, as a return on investment is. */
const oneTo = '1:n'

/** What stands where there is no value. */
export const noValue = '—'

const scaleWords: Readonly<Record<Rounding['scale'], string>> = { 1: '', 1e4: '万', 1e8: '亿' }

/** Written before the number: CNY 30 in English, $30 everywhere. A price per something stays behind: 30 CNY/person. */
const currencyCode = /^(CNY|RMB|USD|EUR|GBP|JPY|HKD|TWD|SGD|KRW|AUD|CAD|MOP|CHF|INR|THB|RUB|VND|MYR)$/
const currencySign = /^[¥￥$€£]$/

/**
 * A value (base units; a rate is a ratio, points a difference of such) with its unit: 5.8万人, 48.2%, 12,345.60元,
 * CNY 29.80, 6.2个百分点; a ratio whose unit is `1:n` as 1:5.8.
 * English has no word for 万, so it writes such numbers in full: 58,000.
 * `bare` leaves the unit and the 万 out, for a place that names both (see `unitLabel`).
 */
export function formatValue(value: number, how: Writing, language: Language, bare = false): string {
  if (!Number.isFinite(value)) return noValue
  const { scale, decimals } = how.rounding
  if (how.kind === 'rate') {
    const perMille = how.unit === '‰'
    const number = grouped(roundDecimal(value, decimals, perMille ? 3 : 2))
    return bare ? number : `${number}${perMille ? '‰' : '%'}`
  }
  if (how.kind === 'points') {
    const points = formatPoints(value, language, decimals)
    return bare ? points.replace(/[^\d.-].*$/, '') : points
  }
  if (how.unit === oneTo) {
    const number = roundDecimal(value, decimals, 0)
    return bare ? number : `1:${number}`
  }
  const power = Math.log10(scale)
  const number =
    language === 'en'
      ? grouped(roundDecimal(value, Math.max(0, decimals - power), 0))
      : grouped(roundDecimal(value, decimals, -power))
  if (bare) return number
  const scaled = `${number}${language === 'en' ? '' : scaleWords[scale]}`
  if (currencySign.test(how.unit)) return `${how.unit}${scaled}`
  if (language === 'en' && currencyCode.test(how.unit)) return `${how.unit} ${scaled}`
  return `${scaled}${/^[A-Za-z]/.test(how.unit) ? ' ' : ''}${how.unit}`
}

/** The unit of bare numbers, for a table's header or a chart's axis: 万元, %, CNY. Empty for none. */
export function unitLabel(how: Writing, language: Language): string {
  if (how.kind === 'rate') return how.unit === '‰' ? '‰' : '%'
  if (how.kind === 'points') return language === 'en' ? 'percentage points' : '百分点'
  return language === 'en' ? how.unit : `${scaleWords[how.rounding.scale]}${how.unit}`
}

/** A ratio in percent, with no more decimals than it needs: 1.24 → 124%, 1.0714 → 107.1%. */
export function formatPercent(ratio: number, decimals = 1): string {
  return Number.isFinite(ratio) ? `${trimmed(grouped(significant(ratio, decimals, 2)))}%` : noValue
}

/** A difference of two rates: 0.032 → 3.2个百分点, 3.2 percentage points. */
export function formatPoints(ratioDifference: number, language: Language, decimals = 1): string {
  const number = trimmed(significant(ratioDifference, decimals, 2))
  if (language === 'zh-CN') return `${number}个百分点`
  return `${number} percentage ${number === '1' || number === '-1' ? 'point' : 'points'}`
}

const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** The month of `2026-03` or `2026-03-01`: 3月, March. */
export function formatMonth(iso: string, language: Language): string {
  const month = Number(iso.slice(5, 7))
  return language === 'zh-CN' ? `${month}月` : (englishMonths[month - 1] ?? iso)
}

const chineseQuarters = ['一', '二', '三', '四'] as const

/**
 * A day or a period by its key: `2026-03-01` → 2026年3月1日, 1 March 2026; `2026-03` → 2026年3月, March 2026; `2026-W10` →
 * 2026年第10周, week 10 of 2026; `2026-Q1` → 2026年第一季度, Q1 2026; `2026-H1` → 2026年上半年, H1 2026; `2026` → 2026年, 2026.
 * A time of day is left out; anything else comes back as it is.
 */
export function formatDay(iso: string, language: Language): string {
  const key = /^(\d{4})(?:-(?:W(\d{2})|Q([1-4])|H([12])|(\d{2})(?:-(\d{2}))?))?(?:$|T)/.exec(iso)
  if (!key) return iso
  const [, year, week, quarter, half, monthNumber, day] = key
  const chinese = language === 'zh-CN'
  if (week !== undefined) return chinese ? `${year}年第${Number(week)}周` : `week ${Number(week)} of ${year}`
  if (quarter !== undefined)
    return chinese ? `${year}年第${chineseQuarters[Number(quarter) - 1]}季度` : `Q${quarter} ${year}`
  if (half !== undefined) return chinese ? `${year}年${half === '1' ? '上' : '下'}半年` : `H${half} ${year}`
  if (monthNumber === undefined) return chinese ? `${year}年` : `${year}`
  const month = formatMonth(iso, language)
  if (day === undefined) return chinese ? `${year}年${month}` : `${month} ${year}`
  return chinese ? `${year}年${month}${Number(day)}日` : `${Number(day)} ${month} ${year}`
}

/**
 * A span of days without saying twice what both ends share: 2026年3月2日至8月28日, 2026年8月1日至28日,
 * 2 March to 28 August 2026, 1 to 28 August 2026; one day alone when both are the same.
 */
export function formatPeriod({ from, to }: Period, language: Language): string {
  const [start, end] = [formatDay(from, language), formatDay(to, language)]
  if (start === end) return start
  const sameMonth = from.slice(0, 7) === to.slice(0, 7)
  const sameYear = from.slice(0, 4) === to.slice(0, 4)
  if (language === 'zh-CN')
    return `${start}至${end.replace(sameMonth ? /^.*月/ : sameYear ? /^.*年/ : '', '')}`
  return `${start.replace(sameMonth ? / \D+ \d{4}$/ : sameYear ? / \d{4}$/ : '', '')} to ${end}`
}

/**
 * `value` × 10^`shift` with `decimals` digits after the point, half away from zero, on the shortest decimal that
 * stands for the value: 1.005 gives 1.01, which multiplying and `toFixed` do not.
 */
export function roundDecimal(value: number, decimals: number, shift: number): string {
  const [mantissa = '0', exponent = '0'] = Math.abs(tidy(value)).toExponential().split('e')
  const digits = mantissa.replace('.', '')
  const kept = Number(exponent) + 1 + shift + decimals
  const whole = kept > 0 ? BigInt(digits.slice(0, kept).padEnd(kept, '0')) : 0n
  const up = kept >= 0 && (digits[kept] ?? '0') >= '5' ? 1n : 0n
  const written = String(whole + up).padStart(decimals + 1, '0')
  const point = written.length - decimals
  const sign = value < 0 && whole + up > 0n ? '-' : ''
  return `${sign}${written.slice(0, point)}${decimals > 0 ? `.${written.slice(point)}` : ''}`
}

/** The fewest decimals, up to `most`, that write `value` × 10^`shift` without loss. */
export function decimalsOf(value: number, most: number, shift: number): number {
  const written = roundDecimal(value, most, shift)
  return most === 0 ? 0 : (trimmed(written).split('.')[1]?.length ?? 0)
}

/** Like `roundDecimal`, with more decimals where a difference would otherwise be written as none. */
function significant(value: number, decimals: number, shift: number): string {
  const written = roundDecimal(value, decimals, shift)
  return Number(written) === 0 && tidy(value) !== 0 && decimals < 10
    ? significant(value, decimals + 1, shift)
    : written
}

const trimmed = (number: string): string => (number.includes('.') ? number.replace(/\.?0+$/, '') : number)

const grouped = (number: string): string => number.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',')

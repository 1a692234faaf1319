// Arithmetic with periods: which days a key such as 2026-Q1 stands for, the period before and the same a year before, how
// many months a span is. Weeks are those of ISO 8601, years 1900 to 2099. It never reads what a person wrote; see dates.ts
// for that.

import type { Period, PeriodStep, Shift } from '../model/figure.ts'
import { lastDayOf, parseDay, parsePeriod } from './dates.ts'

const DAY = 86_400_000

const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY
const dayOf = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10)
const addDays = (day: string, count: number): string => dayOf(numberOf(day) + count)

/** A year and a month counted from 0, so that 12 more is the year after. */
const monthIndex = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
const firstOfMonth = (index: number): string =>
  `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`

/** The same day of another month, or its last where it has no such day: 31 March less a month is 28 February. */
function addMonths(day: string, count: number): string {
  const first = firstOfMonth(monthIndex(day) + count)
  const last = lastDayOf(first, 'month')
  const same = `${first.slice(0, 8)}${day.slice(8)}`
  return same > last ? last : same
}

const months: Readonly<Record<Exclude<PeriodStep, 'day' | 'week'>, number>> = {
  month: 1,
  quarter: 3,
  half: 6,
  year: 12,
}
const lengths = [1, 3, 6, 12]

interface Key {
  step: PeriodStep
  /** The first day by the calendar, as if the year began in January. */
  day: string
}

const forms = /^(?:19|20)\d{2}(?:-(?:W\d{2}|Q[1-4]|H[12]|\d{2}(?:-\d{2})?))?$/

function maybeKey(key: string): Key | undefined {
  if (!forms.test(key)) return undefined
  // A bare number is no year to a reader of texts.
  if (key.length === 4) return { step: 'year', day: `${key}-01-01` }
  const day = key.length === 10 ? parseDay(key) : undefined
  return day === undefined ? parsePeriod(key) : { step: 'day', day }
}

/** How far the first month of a fiscal year is behind that of the calendar's. Months and weeks belong to the calendar. */
const lag = (step: PeriodStep, yearStart: number): number =>
  step === 'quarter' || step === 'half' || step === 'year' ? yearStart - 1 : 0

/** The step of a key: `week` of `2026-W10`. Undefined for what is no key. */
export const stepOf = (key: string): PeriodStep | undefined => maybeKey(key)?.step

/**
 * First and last day of a period by its key: `2026-03-01`, `2026-W10`, `2026-03`, `2026-Q1`, `2026-H1`, `2026`.
 * A fiscal year that begins in the month `yearStart` is named by the calendar year in which it begins: from April on,
 * `2026-Q4` is January to March 2027. Undefined for what is no key.
 */
export function spanOfKey(key: string, yearStart = 1): Period | undefined {
  const found = maybeKey(key)
  if (!found) return undefined
  const from = addMonths(found.day, lag(found.step, yearStart))
  return { from, to: lastDayOf(from, found.step) }
}

/** The key of the period in which a day lies. */
export function keyOfDay(day: string, step: PeriodStep, yearStart = 1): string {
  if (step === 'day') return day
  if (step === 'week') return weekKey(day)
  const index = monthIndex(day) - lag(step, yearStart)
  const year = String(Math.floor(index / 12)).padStart(4, '0')
  if (step === 'month') return day.slice(0, 7)
  if (step === 'year') return year
  const order = Math.floor((index % 12) / months[step]) + 1
  return `${year}-${step === 'quarter' ? 'Q' : 'H'}${order}`
}

/** ISO 8601: a week belongs to the year of its Thursday. */
function weekKey(day: string): string {
  const thursday = mondayOf(numberOf(day)) + 3
  const year = dayOf(thursday).slice(0, 4)
  const week = Math.floor((thursday - numberOf(`${year}-01-01`)) / 7) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}

/** 1 January 1970 was a Thursday. */
const mondayOf = (number: number): number => number - ((((number + 3) % 7) + 7) % 7)

/**
 * The key of the period before, or of the same period a year before: `2026-Q1` → `2025-Q4` or `2025-Q1`. A week 53 has
 * week 52 a year before, 29 February has the 28th. Undefined for what is no key, and before 1900.
 */
export function shiftKey(key: string, shift: Shift): string | undefined {
  const found = maybeKey(key)
  if (!found) return undefined
  const { step, day } = found
  if (step === 'day') return inRange(shift === 'previous' ? addDays(day, -1) : addMonths(day, -12))
  if (step !== 'week')
    return inRange(keyOfDay(addMonths(day, shift === 'previous' ? -months[step] : -12), step))
  if (shift === 'previous') return inRange(weekKey(addDays(day, -7)))
  const year = Number(key.slice(0, 4)) - 1
  const [same, last] = [`${year}${key.slice(4)}`, `${year}-W52`]
  return inRange(maybeKey(same) ? same : last)
}

const inRange = (key: string): string | undefined => (maybeKey(key) ? key : undefined)

/**
 * The span before, or the same a year before.
 *
 * Before: whole weeks and single days move by as many days as they have; whole months by as many months; a span that
 * begins with a month, a quarter, a half or a (fiscal) year and ends within it, as 本月至今 does, by that period, so that
 * 1 to 15 July is set against 1 to 15 June; any other by as many days as it has.
 * A year before: the same dates, a month's end for a month's end; whole ISO weeks take those of the same number.
 * Undefined before 1900.
 */
export function shiftSpan(span: Period, shift: Shift, yearStart = 1): Period | undefined {
  const { from, to } = span
  if (parseDay(from) === undefined || parseDay(to) === undefined || from > to) return undefined
  const moved = shift === 'previous' ? spanBefore(span, yearStart) : yearBefore(span)
  return parseDay(moved.from) === undefined ? undefined : moved
}

function spanBefore({ from, to }: Period, yearStart: number): Period {
  const days = daysIn({ from, to })
  const whole = wholeMonths({ from, to })
  if (whole > 0) return { from: addMonths(from, -whole), to: addDays(from, -1) }
  const begun =
    days === 1 || days % 7 === 0
      ? undefined
      : lengths.find((length) => holds({ from, to }, length, yearStart))
  if (begun !== undefined) return { from: addMonths(from, -begun), to: addMonths(to, -begun) }
  return { from: addDays(from, -days), to: addDays(from, -1) }
}

/** Whether a span begins with a period of so many months and ends within it. */
function holds({ from, to }: Period, length: number, yearStart: number): boolean {
  const isFirst = from.endsWith('-01') && (monthIndex(from) - (yearStart - 1)) % length === 0
  return isFirst && to < firstOfMonth(monthIndex(from) + length)
}

function yearBefore({ from, to }: Period): Period {
  const days = daysIn({ from, to })
  // February of 2027 is four whole weeks, and is meant as a month.
  if (wholeMonths({ from, to }) === 0 && days % 7 === 0 && mondayOf(numberOf(from)) === numberOf(from)) {
    const first = spanOfKey(shiftKey(weekKey(from), 'year-before') ?? '')?.from
    if (first !== undefined) return { from: first, to: addDays(first, days - 1) }
  }
  const end = addMonths(to, -12)
  return { from: addMonths(from, -12), to: isMonthEnd(to) ? lastDayOf(`${end.slice(0, 8)}01`, 'month') : end }
}

const isMonthEnd = (day: string): boolean => addDays(day, 1).endsWith('-01')

/** How many calendar months a span is exactly; 0 when it does not begin and end with one. */
function wholeMonths({ from, to }: Period): number {
  return from.endsWith('-01') && isMonthEnd(to) ? monthIndex(to) - monthIndex(from) + 1 : 0
}

/** Days of a span, both ends counted. */
export const daysIn = ({ from, to }: Period): number => numberOf(to) - numberOf(from) + 1

/**
 * Months of a span: as many whole ones as fit from its first day on, and the days that are left over as a part of the
 * month that they begin. 10 July to 25 December 2023 is 5 months and 16 of 31 days, 5.516.
 */
export function monthsIn({ from, to }: Period): number {
  const end = addDays(to, 1)
  let whole = monthIndex(end) - monthIndex(from)
  if (addMonths(from, whole) > end) whole -= 1
  const [begun, next] = [addMonths(from, whole), addMonths(from, whole + 1)]
  return whole + (numberOf(end) - numberOf(begun)) / (numberOf(next) - numberOf(begun))
}

/**
 * The length of a span as people say it: 共6个月 of 10 July to 25 December. Months to the nearest whole one, half a month
 * counting as one; days where that would be less than one.
 */
export function lengthOf(span: Period): { count: number; step: 'month' | 'day' } {
  const count = Math.round(monthsIn(span))
  return count >= 1 ? { count, step: 'month' } : { count: daysIn(span), step: 'day' }
}

/** The keys of all periods from that of one day to that of another, in order; empty when the first is later. */
export function keysBetween(from: string, to: string, step: PeriodStep, yearStart = 1): string[] {
  const keys: string[] = []
  let day = from
  while (day <= to) {
    const key = keyOfDay(day, step, yearStart)
    keys.push(key)
    const span = spanOfKey(key, yearStart)
    if (!span) break
    day = addDays(span.to, 1)
  }
  return keys
}

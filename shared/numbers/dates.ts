// Reads a day, a moment or a period from what a person typed: 2026年3月1日（周日）, 1 March 2026, 2026/3/1 下午3:05,
// 2026Q3, 2026年第28周. It never guesses a year, and never whether 3/4/2026 is in March or in April.

import type { DateStep } from '../model/table.ts'
import { parseNumeral } from './numerals.ts'

/** Longer texts are no dates. */
const mostCharacters = 48

const englishDay = String.raw`(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?`
const weekday = new RegExp(
  String.raw`\s*\(?(?:周|星期|礼拜)[一二三四五六日天]\)?|\([一二三四五六日]\)|^${englishDay}\b\.?,?\s+|[\s,]+\(?${englishDay}\.?\)?$`,
  'gi',
)

const numericDay =
  /^(\d{4})\s*(?:([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})|年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?)$/
const compactDay = /^(19|20)(\d\d)(\d\d)(\d\d)$/
/** A year of two digits only where nothing else could be one. */
const shortDay = /^'?(\d\d)年(\d{1,2})月(\d{1,2})[日号]?$/
const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?(?:[\s-]|\sof\s)([a-z]{3,9})\.?,?[\s-]('?\d{2}|\d{4})$/i
const monthFirst = /^([a-z]{3,9})\.?[\s-](\d{1,2})(?:st|nd|rd|th)?(?:,?\s|-)(\d{4})$/i
const yearFirst = /^(\d{4})[\s-]([a-z]{3,9})\.?[\s-](\d{1,2})$/i

/** An ISO day, or undefined when the calendar has no such day. */
function isoDay(year: number, month: number, day: number): string | undefined {
  if (year < 1900 || year > 9999 || month < 1 || month > 12 || day < 1) return undefined
  const isLeap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  if (day > (isLeap ? 29 : (monthLengths[month - 1] ?? 0))) return undefined
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** 26 → 2026, 98 → 1998: two digits as spreadsheets read them, 00 to 29 for this century. */
const fullYear = (written: string): number => {
  const year = Number(written.replace("'", ''))
  return written.length > 3 ? year : year + (year < 30 ? 2000 : 1900)
}

const months = 'january february march april may june july august september october november december'.split(
  ' ',
)

/** 1 to 12, or 0 for a word that is no month. */
const monthOf = (name: string): number => {
  const lower = name.toLowerCase().replace(/^sept$/, 'sep')
  return months.findIndex((month) => month === lower || month.slice(0, 3) === lower) + 1
}

/** 二〇二六年三月一日 → 2026年3月1日; 民国115年 → 2026年; anything else as it is. */
function inFigures(text: string): string {
  const republic = /^民国\s*(\d{1,3})年/.exec(text)
  if (republic) return `${Number(republic[1]) + 1911}年${text.slice(republic[0].length)}`
  const spelled = /^([〇零○一二三四五六七八九]{4})年(.*)$/.exec(text)
  if (!spelled?.[1]) return text
  const rest = spelled[2] ?? ''
  return `${parseNumeral(spelled[1])}年${rest.replace(/[〇零○一二三四五六七八九十]+(?=[月日号])/g, (numeral) => String(parseNumeral(numeral)))}`
}

/** Figures alone have no weekday and nothing to be put into figures. */
const plainWords = (text: string): string =>
  /^[\d:/.-]+$/.test(text)
    ? text
    : inFigures(text.normalize('NFKC').trim().replace(weekday, '').replace(/\s+/g, ' ').trim())

/**
 * The day a text names, as `2026-03-01`: 2026-3-1, 2026/03/01, 2026.3.1, 20260301, 2026年3月1日（周日）, 1 March 2026,
 * Mar 1, 2026, 01-Mar-26. Undefined without a year, where day and month could be swapped, and for days that never were.
 */
export function parseDay(text: string): string | undefined {
  if (text.length > mostCharacters) return undefined
  return dayIn(plainWords(text))
}

function dayIn(words: string): string | undefined {
  const numeric = numericDay.exec(words)
  if (numeric)
    return isoDay(Number(numeric[1]), Number(numeric[3] ?? numeric[5]), Number(numeric[4] ?? numeric[6]))
  const compact = compactDay.exec(words)
  if (compact) return isoDay(Number(`${compact[1]}${compact[2]}`), Number(compact[3]), Number(compact[4]))
  const short = shortDay.exec(words)
  if (short?.[1]) return isoDay(fullYear(short[1]), Number(short[2]), Number(short[3]))
  const first = dayFirst.exec(words)
  if (first?.[2] && first[3]) return isoDay(fullYear(first[3]), monthOf(first[2]), Number(first[1]))
  const second = monthFirst.exec(words)
  if (second?.[1]) return isoDay(Number(second[3]), monthOf(second[1]), Number(second[2]))
  const third = yearFirst.exec(words)
  return third?.[2] === undefined ? undefined : isoDay(Number(third[1]), monthOf(third[2]), Number(third[3]))
}

const half = '上午|下午|凌晨|早上|早晨|清晨|中午|晚上|傍晚'
const clock = new RegExp(
  String.raw`^(.{6,36}?)(?:T|\s+|(?<=[日号)]))(${half})?\s*(\d{1,2})(?::(\d{2})(?::(\d{2})(?:[.,]\d+)?)?|[时点](?:(半)|(\d{1,2})分?(?:(\d{1,2})秒?)?)?)\s*(am|pm)?\s*(?:Z|UTC|GMT|(?:GMT|UTC)?[+-]\d{2}:?\d{2})?$`,
  'i',
)

/** What stands before a time of day, and the time as `T09:30:00`. */
function splitClock(text: string): { day: string; time: string } | undefined {
  const match = clock.exec(text)
  if (!match?.[1]) return undefined
  const [, day, word = '', , minutes, seconds, isHalf, minuteWords, secondWords, noon = ''] = match
  let hours = Number(match[3])
  const isLate = /下午|晚上|傍晚|pm/i.test(word + noon)
  if (isLate && hours < 12) hours += 12
  else if ((/上午|凌晨|am/i.test(word + noon) || word === '晚上') && hours === 12) hours = 0
  const minute = isHalf === undefined ? Number(minutes ?? minuteWords ?? 0) : 30
  const second = Number(seconds ?? secondWords ?? 0)
  if (hours > 23 || minute > 59 || second > 59) return undefined
  const two = (part: number): string => String(part).padStart(2, '0')
  return { day, time: `T${two(hours)}:${two(minute)}:${two(second)}` }
}

/**
 * A day with a time of day, as `2026-03-01T09:30:00`: 2026-03-01 09:30, 2026/3/1 9:30:15, 2026年3月1日 下午3点半, ISO with
 * T. A zone (Z, +08:00) is left out: what is given is what stood on the clock, see `namesZone`. Undefined for a day alone.
 */
export function parseMoment(text: string): string | undefined {
  if (text.length > mostCharacters) return undefined
  const parts = splitClock(text.normalize('NFKC').trim())
  const day = parts && dayIn(plainWords(parts.day))
  return day && `${day}${parts.time}`
}

/** Whether a moment says in which zone its clock goes. */
export const namesZone = (moment: string): boolean =>
  /\d\s*(?:Z|UTC|GMT)$|:\d\d(?:\.\d+)?\s*(?:GMT|UTC)?[+-]\d{2}:?\d{2}$/i.test(moment.trim())

/** A day that is written with numbers only and ends with the year, read both ways. */
export interface EitherDay {
  /** ISO day or moment; undefined when there is no such day. */
  dayFirst: string | undefined
  monthFirst: string | undefined
}

const eitherDay = /^(\d{1,2})(?:\/(\d{1,2})\/(\d{4}|\d{2})|([-.])(\d{1,2})\4(\d{4}))$/

/** 3/4/2026 with or without a time, read with the day first and with the month first. Undefined for anything else. */
export function parseEitherDay(text: string): EitherDay | undefined {
  if (text.length > mostCharacters) return undefined
  const words = text.normalize('NFKC').trim()
  const parts = splitClock(words)
  const match = eitherDay.exec(parts ? parts.day : words.replace(weekday, ''))
  const second = match?.[2] ?? match?.[5]
  const year = match?.[3] ?? match?.[6]
  if (second === undefined || year === undefined) return undefined
  const time = parts?.time ?? ''
  const iso = (month: number, day: number): string | undefined => {
    const found = isoDay(fullYear(year), month, day)
    return found && `${found}${time}`
  }
  const [one, two] = [Number(match?.[1]), Number(second)]
  return { dayFirst: iso(two, one), monthFirst: iso(one, two) }
}

/** A span of the calendar: its first day and how long it is. */
export interface CalendarPeriod {
  day: string
  step: Exclude<DateStep, 'day'>
}

const ordinals = '一二三四'

/** The first day of an ISO week (ISO 8601, 2.2.10: week 1 has the year's first Thursday). */
function weekDay(year: number, week: number): string | undefined {
  if (week < 1 || week > 53) return undefined
  const fourth = new Date(Date.UTC(year, 0, 4))
  const monday = Date.UTC(year, 0, 4 - ((fourth.getUTCDay() + 6) % 7) + (week - 1) * 7)
  const thursday = new Date(monday + 3 * 86_400_000)
  return thursday.getUTCFullYear() === year ? new Date(monday).toISOString().slice(0, 10) : undefined
}

interface PeriodParts {
  year?: string
  month?: string
  quarter?: string
  week?: string
  half?: string
}

const year = String.raw`(?<year>(?:19|20)\d\d)`
/** Each with named groups for what it has; a name of a month is put into figures before. */
const periodForms: readonly RegExp[] = [
  String.raw`^${year}\s?年?\s?[-/·]?\s?q(?<quarter>[1-4])(?:季度)?$`,
  String.raw`^q(?<quarter>[1-4])[\s,/-]{1,2}${year}年?$`,
  String.raw`^${year}\s?年?\s?第?(?<quarter>[一二三四1-4])季度?$`,
  String.raw`^第?(?<quarter>[一二三四1-4])季度[\s,/-]{1,2}${year}年?$`,
  String.raw`^${year}\s?年?\s?-?w(?<week>\d{1,2})$`,
  String.raw`^w(?<week>\d{1,2})[\s,/-]{1,2}${year}$`,
  String.raw`^${year}\s?(?:年\s?第?|第)\s?(?<week>\d{1,2})\s?周$`,
  String.raw`^${year},?\s?week\s?(?<week>\d{1,2})$`,
  String.raw`^week\s(?<week>\d{1,2}),?\s(?:of\s)?${year}$`,
  String.raw`^${year}\s?年?\s?-?h(?<half>[12])$`,
  String.raw`^h(?<half>[12])[\s,/-]{1,2}${year}$`,
  String.raw`^${year}\s?年?\s?(?<half>[上下])半年$`,
  String.raw`^${year}\s?年\s?(?<month>\d{1,2})\s?月份?$`,
  String.raw`^${year}\s?[-/]\s?(?<month>\d{1,2})$`,
  String.raw`^(?<month>0[1-9]|1[0-2])/${year}$`,
  String.raw`^${year}\s?年度?$`,
].map((form) => new RegExp(form, 'i'))

const monthAndYear = /^([a-z]{3,9})\.?(?:,?\s'?|-'?|')(\d{4}|(?<=['-])\d{2})$/i
const yearAndMonth = /^(\d{4})[\s-]([a-z]{3,9})\.?$/i

function partsOf(words: string): PeriodParts | undefined {
  const named = monthAndYear.exec(words)
  if (named?.[1] && named[2]) return { year: String(fullYear(named[2])), month: String(monthOf(named[1])) }
  const other = yearAndMonth.exec(words)
  if (other?.[1] && other[2]) return { year: other[1], month: String(monthOf(other[2])) }
  for (const form of periodForms) {
    const groups = form.exec(words)?.groups
    if (groups) return groups
  }
  return undefined
}

/**
 * The week, month, quarter, half or year that a text names: 2026年第28周, 2026-W28, 2026-03, 2026年3月, Mar 2026, 2026Q3,
 * 2026年第三季度, 2026H1, 2026年上半年, 2026年. Weeks are those of ISO 8601. Undefined for a day and for anything else.
 */
export function parsePeriod(text: string): CalendarPeriod | undefined {
  if (text.length > mostCharacters) return undefined
  const parts = partsOf(inFigures(text.normalize('NFKC').trim().replace(/\s+/g, ' ')))
  if (!parts?.year) return undefined
  const first = Number(parts.year)
  const period = (step: CalendarPeriod['step'], day: string | undefined): CalendarPeriod | undefined =>
    day === undefined ? undefined : { day, step }
  if (parts.quarter !== undefined) {
    const quarter = Number(parts.quarter) || ordinals.indexOf(parts.quarter) + 1
    return period('quarter', isoDay(first, quarter * 3 - 2, 1))
  }
  if (parts.week !== undefined) return period('week', weekDay(first, Number(parts.week)))
  if (parts.half !== undefined) return period('half', isoDay(first, /[1上]/.test(parts.half) ? 1 : 7, 1))
  if (parts.month !== undefined) return period('month', isoDay(first, Number(parts.month), 1))
  return period('year', isoDay(first, 1, 1))
}

const monthsIn: Readonly<Record<Exclude<DateStep, 'day' | 'week'>, number>> = {
  month: 1,
  quarter: 3,
  half: 6,
  year: 12,
}

/** The last day of the period that begins on `day`. */
export function lastDayOf(day: string, step: DateStep = 'day'): string {
  if (step === 'day') return day
  const [years = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last =
    step === 'week' ? Date.UTC(years, month - 1, date + 6) : Date.UTC(years, month - 1 + monthsIn[step], 0)
  return new Date(last).toISOString().slice(0, 10)
}

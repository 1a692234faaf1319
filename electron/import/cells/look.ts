// What one cell is, by its own content and number format and nothing else: the evidence that columns are judged by.
// It fills one object again and again; a consumer copies what it keeps. What a cell is in its column is cell-value.ts.
// Over 300 lines because every kind of cell is told from the others here.

import type { DateStep } from '../../../shared/model/table.ts'
import {
  namesZone,
  parseDay,
  parseEitherDay,
  parseMoment,
  parsePeriod,
} from '../../../shared/numbers/dates.ts'
import { type Quantity, parseQuantity, parseRatio } from '../../../shared/numbers/parse.ts'
import { parseSpan } from '../../../shared/numbers/spans.ts'
import { tidy } from '../../../shared/numbers/tidy.ts'
import { isCurrency, isOrdinal } from '../../../shared/numbers/units.ts'
import { showNumber } from './number-format.ts'
import { momentOf, timeOf } from './serial-date.ts'
import { type SheetRow, blank, boolean, error, number, text } from './sheet-row.ts'
import { mayBeValue, mayBeginValue, valueWord } from './value-words.ts'

export const kinds = [
  'blank',
  /** A dash, N/A, 无: the writer's way of leaving a cell empty. */
  'mark',
  'text',
  /** A plain number, with a currency sign in front at most. */
  'number',
  'percent',
  /** A text with a number and more: a scale word, a unit behind it, a comparator, a range. */
  'quantity',
  /** Chinese numerals, which are as often a name as a number: 三十五, 一. */
  'numeral',
  /** Digits that are a name and no number: a leading zero, or more than any number keeps. */
  'digits',
  'day',
  'moment',
  /** A text that names a week, a month, a quarter, a half or a year. */
  'period',
  /** A day or a moment whose month is one of two numbers: 3/4/2026. */
  'either',
  /** A time of day or a span of time: 9:30, [h]:mm. */
  'clock',
  /** A span of time in words: 1小时05分. */
  'span',
  'boolean',
  /** A word or a sign for yes or no: 是, √, N. */
  'answer',
  'error',
] as const
export type LookKind = (typeof kinds)[number]

/** Kinds that are words to whoever looks for headers. */
export const isWordy = (kind: LookKind): boolean => kind === 'text' || kind === 'numeral' || kind === 'answer'

/** Kinds that name a day or a period, which may stand in a header although they are no words. */
export const isDated = (kind: LookKind): boolean => kind === 'day' || kind === 'period' || kind === 'either'

export class Look {
  kind: LookKind = 'blank'
  /** The number as it stands; a percent's ratio; a quantity's base value; a clock's or a span's part of a day; 1 for yes. */
  value = 0
  /** An ISO day or moment; a period's first day; of either day the one with the month first. */
  iso = ''
  /** Of either day the one with the day first. */
  dayFirst = ''
  /** Of a day, a moment or a period: how long it is. */
  step: DateStep = 'day'
  /** The only order that a day of numbers can be read in. */
  order: 'day-first' | 'month-first' | undefined
  /** Whether a moment names its zone. */
  hasZone = false
  /** The text as it stands, trimmed; for a number the digits as written in the file. */
  written = ''
  /** Digits after the point, as far as the format or the text shows them. */
  decimals = 0
  /** From a currency sign or the format's literal text. */
  unit = ''
  /** What the number is to be multiplied by for base units: 10000 for 5.8 shown as 5.8万. */
  scale = 1
  money = false
  quantity: Quantity | undefined
  /** Of an answer: the words it belongs to. */
  pair = ''
  /** Whether the number format, not the content, says the kind or the unit. */
  byFormat = false
  /** Of a quantity: whether it may as well be the name of a place in an order (2组, 1-3月, 2025-2026). */
  isLabel = false
  /** Of a text: letters and digits in one word, as codes have them. */
  isCode = false
}

/** Reads a cell into `look`. */
export function lookAt(row: SheetRow, column: number, look: Look): void {
  look.unit = ''
  look.scale = 1
  look.money = false
  look.quantity = undefined
  look.byFormat = false
  switch (row.kind(column)) {
    case blank:
      look.kind = 'blank'
      return
    case number:
      lookAtNumber(row, column, look)
      return
    case text:
      lookAtText(row.text(column), look, row.fields === 0)
      return
    case boolean:
      look.kind = 'boolean'
      look.value = row.number(column)
      look.written = look.value === 1 ? 'TRUE' : 'FALSE'
      return
    case error:
      look.kind = 'error'
      look.written = row.text(column)
  }
}

function lookAtNumber(row: SheetRow, column: number, look: Look): void {
  const format = row.format(column)
  const value = row.number(column)
  look.value = value
  look.written = row.text(column)
  look.decimals =
    format.kind === 'general' ? (Number.isInteger(value) ? 0 : decimalsOf(look.written)) : format.decimals
  look.unit = format.unit
  look.scale = format.scale
  look.money = format.money
  look.kind = 'number'
  look.byFormat = format.unit !== '' || format.money
  if (format.kind === 'percent') {
    look.kind = 'percent'
    look.decimals = format.decimals + 2
    look.byFormat = true
  } else if (format.kind === 'elapsed') {
    look.kind = 'clock'
    look.byFormat = true
  } else if (format.kind === 'date' || format.kind === 'datetime' || format.kind === 'time') {
    look.byFormat = true
    if (format.kind === 'time' && value >= 0 && value < 1) look.kind = 'clock'
    else {
      const moment = momentOf(value, row.date1904)
      if (!moment) return
      setDay(
        look,
        moment.hasTime ? 'moment' : 'day',
        moment.hasTime ? `${moment.day}T${moment.clock}` : moment.day,
      )
      if (!format.hasDay && moment.day.endsWith('-01')) look.step = 'month'
    }
  }
}

function setDay(look: Look, kind: 'day' | 'moment' | 'period', iso: string): void {
  look.kind = kind
  look.iso = iso
  look.step = 'day'
  look.order = undefined
  look.hasZone = false
}

const decimalsOf = (written: string): number => {
  const point = written.indexOf('.')
  return point < 0 || /e/i.test(written) ? 0 : written.length - point - 1
}

const plainNumber = /^[-+]?(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?$/
/** `="00123"`, by which a csv keeps a program from reading digits as a number. */
const guarded = /^="(.*)"$/s
/** No value but a plain number is longer. */
const mostCharacters = 64
/** Letters and digits in one word: A03, SKU-1024, 11010119900307123X. */
const code = /^(?=[^a-z]*[a-z])(?=\D*\d)[\w./#-]{2,40}$/i

/** `typed`: the file itself tells text from numbers, so that digits stored as text are meant as text. */
function lookAtText(source: string, look: Look, typed: boolean): void {
  const trimmed = source.includes('\r') ? source.replace(/\r\n?/g, '\n').trim() : source.trim()
  look.written = trimmed
  look.kind = 'text'
  look.isCode = false
  if (trimmed === '') {
    look.kind = 'blank'
    return
  }
  if (!mayBeValue(trimmed)) return
  if (lookAtWord(trimmed, look)) return
  if (plainNumber.test(trimmed)) {
    if (isNameOfDigits(trimmed, typed)) {
      look.kind = 'digits'
      return
    }
    look.kind = 'number'
    look.value = Number(trimmed.replaceAll(',', ''))
    look.decimals = decimalsOf(trimmed)
    return
  }
  if (trimmed.length > mostCharacters) return
  const inner = guarded.exec(trimmed)
  if (inner) {
    look.written = inner[1] ?? ''
    look.kind = 'digits'
    return
  }
  if (mayBeginValue(trimmed) && lookAtWords(trimmed, look)) return
  look.isCode = code.test(trimmed)
}

function lookAtWord(trimmed: string, look: Look): boolean {
  const word = valueWord(trimmed)
  if (!word) return false
  look.kind = word.kind
  look.value = word.value
  look.pair = word.pair
  return true
}

/** Numbers keep fifteen digits; more of them, or a zero in front, are a number by look only: 身份证号, 007. */
function isNameOfDigits(written: string, typed: boolean): boolean {
  if (/^\d+$/.test(written))
    return written.length > (typed ? 10 : 15) || (written.length > 1 && written.startsWith('0'))
  return written.length > 16 && (/^[-+]?[\d,]+/.exec(written)?.[0].replace(/\D/g, '').length ?? 0) > 15
}

/** The most usual of all texts that are not plain numbers, read as parseQuantity reads it. */
const plainPercent = /^[-+]?(?:0|[1-9]\d{0,11})(?:\.\d{1,9})?%$/
const clockText = /^(\d{1,4})[:：]([0-5]\d)(?:[:：]([0-5]\d)(?:\.\d+)?)?$/
const inAscii = /^[\x20-\x7e]*$/
/** What any day, moment or period has somewhere. */
const dateLike =
  /\d\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d|\d{4}\s?[-/]\s?\d|[年季]|[a-z]{3}|\d{4}\s?年?-?[qwh]\d|[qwh]\d{1,2}[\s,/-]|\d{4}第|\d{4}[上下]|^\d{8}\s/i

/** Texts that are neither plain numbers nor words. False for what is nothing but text. */
function lookAtWords(trimmed: string, look: Look): boolean {
  if (plainPercent.test(trimmed)) {
    look.kind = 'percent'
    look.value = tidy(Number(trimmed.slice(0, -1)) / 100)
    look.decimals = decimalsOf(trimmed.slice(0, -1)) + 2
    return true
  }
  const clock = clockText.exec(trimmed)
  if (clock) {
    look.kind = 'clock'
    look.value = (Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0)) / 86_400
    return true
  }
  if (dateLike.test(inAscii.test(trimmed) ? trimmed : trimmed.normalize('NFKC')) && lookAtDate(trimmed, look))
    return true
  const quantity = parseQuantity(trimmed)
  if (quantity) {
    lookAtQuantity(quantity, trimmed, look)
    return true
  }
  const seconds = parseSpan(trimmed)
  if (seconds !== undefined) {
    look.kind = 'span'
    look.value = seconds / 86_400
    return true
  }
  const ratio = parseRatio(trimmed)
  if (ratio === undefined) return false
  const decimals = decimalsOf(trimmed)
  lookAtQuantity({ value: ratio, scale: 1, unit: '', percent: false, decimals }, trimmed, look)
  look.kind = 'quantity'
  return true
}

function lookAtDate(trimmed: string, look: Look): boolean {
  const day = parseDay(trimmed)
  const iso = day ?? parseMoment(trimmed)
  if (iso !== undefined) {
    setDay(look, day === undefined ? 'moment' : 'day', iso)
    look.hasZone = day === undefined && namesZone(trimmed)
    return true
  }
  const period = parsePeriod(trimmed)
  if (period) {
    setDay(look, 'period', period.day)
    look.step = period.step
    return true
  }
  const { dayFirst, monthFirst } = parseEitherDay(trimmed) ?? {}
  const found = monthFirst ?? dayFirst
  if (found === undefined) return false
  setDay(look, found.length > 10 ? 'moment' : 'day', found)
  look.hasZone = found.length > 10 && namesZone(trimmed)
  if (dayFirst === undefined) look.order = 'month-first'
  else if (monthFirst === undefined) look.order = 'day-first'
  else if (dayFirst !== monthFirst) {
    look.kind = 'either'
    look.dayFirst = dayFirst
  }
  return true
}

function lookAtQuantity(quantity: Quantity, trimmed: string, look: Look): void {
  const { unit, percent, scale, comparator } = quantity
  look.value = quantity.value
  look.decimals = quantity.decimals
  look.quantity = quantity
  look.unit = percent ? '' : unit
  look.money = isCurrency(unit)
  look.isLabel = isLabel(quantity)
  const exact = comparator === undefined && quantity.approximate === undefined && scale === 1
  if (exact && percent && unit === '%') {
    look.kind = 'percent'
    look.decimals = quantity.decimals + 2
  } else if (!/[\d０-９]/.test(trimmed)) look.kind = 'numeral'
  else look.kind = exact && (unit === '' || (look.money && /[\d)]$/.test(trimmed))) ? 'number' : 'quantity'
}

const isYear = (value: number): boolean => Number.isInteger(value) && value >= 1900 && value <= 2100

/** 2组, 第3周, 1-3月, 2025-2026: as likely a name as an amount. */
function isLabel({ value, high, unit, scale, comparator }: Quantity): boolean {
  if (scale !== 1 || (comparator !== undefined && comparator !== 'range')) return false
  return isOrdinal(unit) || (unit === '' && high !== undefined && isYear(value) && isYear(high))
}

/** What a cell shows, as its reader sees it. */
export function shownText(row: SheetRow, column: number, look: Look): string {
  if (row.kind(column) !== number) return look.written
  if (look.kind === 'day') return look.iso
  if (look.kind === 'moment') return look.iso.replace('T', ' ')
  if (look.kind === 'clock') return timeOf(look.value)
  return showNumber(row.number(column), row.format(column), row.text(column))
}

// What one cell is, by its own content and number format and nothing else: the evidence that columns are judged by.
// It fills one object again and again; a consumer copies what it keeps.

import { type Quantity, parseDay, parseMoment, parseQuantity } from '../../shared/numbers/parse.ts'
import { isCurrency } from '../../shared/numbers/units.ts'
import { showNumber } from './number-format.ts'
import { momentOf, timeOf } from './serial-date.ts'
import { type SheetRow, blank, boolean, error, number, text } from './sheet-row.ts'

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
  /** Digits that are a name and no number: a leading zero, or more than any number keeps. */
  'digits',
  'day',
  'moment',
  /** A time of day or a span of time: 9:30, [h]:mm. */
  'clock',
  'boolean',
  'error',
] as const
export type LookKind = (typeof kinds)[number]

export class Look {
  kind: LookKind = 'blank'
  /** The number as it stands; a percent's ratio; a quantity's base value; a clock's part of a day. */
  value = 0
  /** An ISO day or moment. */
  iso = ''
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
}

const marks = new Set([
  '-',
  '--',
  '—',
  '——',
  '–',
  '/',
  '\\',
  'n/a',
  'na',
  '#n/a',
  'null',
  'none',
  'nil',
  '无',
  '暂无',
  '空',
])

/** Reads a cell into `look`. */
export function lookAt(row: SheetRow, column: number, look: Look): void {
  look.unit = ''
  look.scale = 1
  look.money = false
  look.quantity = undefined
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
  if (format.kind === 'percent') {
    look.kind = 'percent'
    look.decimals = format.decimals + 2
  } else if (format.kind === 'elapsed') look.kind = 'clock'
  else if (format.kind === 'date' || format.kind === 'datetime' || format.kind === 'time') {
    if (format.kind === 'time' && value >= 0 && value < 1) look.kind = 'clock'
    else {
      const moment = momentOf(value, row.date1904)
      if (!moment) return
      look.kind = moment.hasTime ? 'moment' : 'day'
      look.iso = moment.hasTime ? `${moment.day}T${moment.clock}` : moment.day
    }
  }
}

const decimalsOf = (written: string): number => {
  const point = written.indexOf('.')
  return point < 0 || /e/i.test(written) ? 0 : written.length - point - 1
}

const plainNumber = /^[-+]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/
/** `="00123"`, by which a csv keeps a program from reading digits as a number. */
const guarded = /^="(.*)"$/

/** `typed`: the file itself tells text from numbers, so that digits stored as text are meant as text. */
function lookAtText(source: string, look: Look, typed: boolean): void {
  const trimmed = source.includes('\r') ? source.replace(/\r\n?/g, '\n').trim() : source.trim()
  look.written = trimmed
  look.kind = 'text'
  if (trimmed === '') {
    look.kind = 'blank'
    return
  }
  if (!/[\d\uff10-\uff19]/.test(trimmed)) {
    if (trimmed.length <= 5) {
      const lower = trimmed.toLowerCase()
      if (marks.has(lower)) look.kind = 'mark'
      else if (lower === 'true' || lower === 'false') {
        look.kind = 'boolean'
        look.value = lower === 'true' ? 1 : 0
      }
    }
    return
  }
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
  const inner = guarded.exec(trimmed)
  if (inner) {
    look.written = inner[1] ?? ''
    look.kind = 'digits'
    return
  }
  lookAtWords(trimmed, look)
}

/** Numbers keep fifteen digits; more of them, or a zero in front, are a number by look only: 身份证号, 007. */
const isNameOfDigits = (written: string, typed: boolean): boolean =>
  /^\d+$/.test(written) &&
  (written.length > (typed ? 10 : 15) || (written.length > 1 && written.startsWith('0')))

const clockText = /^(\d{1,4}):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?$/

function lookAtWords(trimmed: string, look: Look): void {
  const clock = clockText.exec(trimmed)
  if (clock) {
    look.kind = 'clock'
    look.value = (Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0)) / 86_400
    return
  }
  if (/[-/.年:时,]|[a-z]{3}/i.test(trimmed)) {
    const day = parseDay(trimmed)
    const iso = day ?? parseMoment(trimmed)
    if (iso) {
      look.kind = day ? 'day' : 'moment'
      look.iso = iso
      return
    }
  }
  const quantity = parseQuantity(trimmed)
  if (!quantity) return
  look.value = quantity.value
  look.decimals = quantity.decimals
  look.quantity = quantity
  look.unit = quantity.percent ? '' : quantity.unit
  look.money = isCurrency(quantity.unit)
  const exact =
    quantity.comparator === undefined && quantity.approximate === undefined && quantity.scale === 1
  if (exact && quantity.percent && quantity.unit === '%') {
    look.kind = 'percent'
    look.decimals = quantity.decimals + 2
  } else
    look.kind = exact && (quantity.unit === '' || (look.money && /\d$/.test(trimmed))) ? 'number' : 'quantity'
}

/** What a cell shows, as its reader sees it. */
export function shownText(row: SheetRow, column: number, look: Look): string {
  if (row.kind(column) !== number) return look.written
  if (look.kind === 'day') return look.iso
  if (look.kind === 'moment') return look.iso.replace('T', ' ')
  if (look.kind === 'clock') return timeOf(look.value)
  return showNumber(row.number(column), row.format(column), row.text(column))
}

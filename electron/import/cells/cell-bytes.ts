// Reads the plainest cells straight from their bytes: numbers in digits, ISO days and moments, words without white space
// around them. It answers "not plain" rather than differ from what reading the same cell as a string gives.

const minus = 45
const point = 46
const zero = 48

/** 10^22 is the last power of ten that a double holds exactly, 15 digits the most that it keeps of any number. */
const mostDigits = 15
const powers = Array.from({ length: 23 }, (_, exponent) => 10 ** exponent)

/** A number in plain digits, read from bytes. */
export class PlainNumber {
  #digits = 0
  /** Digits before and after the point. */
  whole = 0
  decimals = 0
  isNegative = false

  /** Reads `-12.50` from `start`; gives where it ends, or -1 for what is no number of at most 15 digits. */
  read(bytes: Uint8Array, start: number, end: number): number {
    let at = start
    this.isNegative = bytes[at] === minus
    if (this.isNegative) at += 1
    const first = at
    let digits = 0
    for (; at < end; at += 1) {
      const digit = (bytes[at] ?? 0) - zero
      if (digit < 0 || digit > 9) break
      digits = digits * 10 + digit
    }
    const whole = at - first
    let decimals = 0
    if (at < end && bytes[at] === point) {
      const from = at + 1
      for (at = from; at < end; at += 1) {
        const digit = (bytes[at] ?? 0) - zero
        if (digit < 0 || digit > 9) break
        digits = digits * 10 + digit
      }
      decimals = at - from
      if (decimals === 0) return -1
    }
    if (whole === 0 || whole + decimals > mostDigits) return -1
    this.whole = whole
    this.decimals = decimals
    this.#digits = digits
    return at
  }

  /**
   * The double nearest to what is written, its point moved left by `shift` (2 for what a percent sign follows): both
   * sides of the one division are exact.
   */
  value(shift = 0): number {
    const places = this.decimals + shift
    const value = places === 0 ? this.#digits : this.#digits / (powers[places] ?? 1)
    return this.isNegative ? -value : value
  }
}

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= zero && byte <= 57

/** Whether there are digits and nothing else. */
export function isDigits(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (!isDigit(bytes[at])) return false
  return end > start
}

const daysBefore1970 = 25_569
/** Excel's calendar has a 29 February 1900, which is day 60; behind it it agrees with the real one. */
const firstRealDay = 61
const lastDay = 2_958_465

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const monthLength = (year: number, month: number): number =>
  month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
    ? 29
    : (monthLengths[month - 1] ?? 0)

/** A day or a moment as ISO text in bytes: `2026-03-01T09:30:00`, of which a day is the first ten. */
export class PlainMoment {
  readonly bytes = Uint8Array.from('0000-00-00T00:00:00', (character) => character.charCodeAt(0))
  /** Whether there is a time of day. */
  hasTime = false
  /** Whether its time of day is 00:00:00. */
  isMidnight = false

  /**
   * Reads `2026-03-01`, `2026/3/1`, either with ` 9:30` or ` 09:30:15` behind it; false for anything else and for days
   * that never were.
   */
  read(bytes: Uint8Array, start: number, end: number): boolean {
    const length = end - start
    if (length < 8 || length > 19) return false
    const year = digitsAt(bytes, start, 4)
    const mark = bytes[start + 4]
    if (year < 1900 || (mark !== 45 && mark !== 47)) return false
    let at = start + 5
    const monthDigits = isDigit(bytes[at + 1]) ? 2 : 1
    const month = digitsAt(bytes, at, monthDigits)
    at += monthDigits
    if (bytes[at] !== mark) return false
    at += 1
    const dayDigits = at + 1 < end && isDigit(bytes[at + 1]) ? 2 : 1
    const day = digitsAt(bytes, at, dayDigits)
    at += dayDigits
    if (at > end || month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) return false
    this.#putDay(year, month, day)
    this.hasTime = at < end
    return at === end || this.#readClock(bytes, at, end)
  }

  #readClock(bytes: Uint8Array, start: number, end: number): boolean {
    if (bytes[start] !== 32) return false
    const hourDigits = isDigit(bytes[start + 2]) ? 2 : 1
    const hour = digitsAt(bytes, start + 1, hourDigits)
    const colon = start + 1 + hourDigits
    const minute = digitsAt(bytes, colon + 1, 2)
    if (bytes[colon] !== 58 || hour < 0 || hour > 23 || minute < 0 || minute > 59) return false
    const rest = end - colon - 3
    if (rest !== 0 && rest !== 3) return false
    const second = rest === 0 ? 0 : digitsAt(bytes, colon + 4, 2)
    if ((rest === 3 && bytes[colon + 3] !== 58) || second < 0 || second > 59) return false
    this.#putClock(hour, minute, second)
    return true
  }

  /**
   * Reads a serial day with or without a time of day in whole seconds; false for the others, and for days before March
   * 1900, of which Excel has a calendar of its own.
   */
  readSerial(serial: number, date1904: boolean): boolean {
    const ms = Math.round(serial * 86_400_000)
    const days = Math.floor(ms / 86_400_000) + (date1904 ? 1462 : 0)
    if (!(serial >= 0 && days >= firstRealDay && days <= lastDay)) return false
    const rest = ms % 86_400_000
    if (rest % 1000 !== 0) return false
    this.#putSerialDay(days - daysBefore1970)
    this.hasTime = rest !== 0
    const seconds = rest / 1000
    if (this.hasTime) this.#putClock(Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60)
    return true
  }

  /** Days since 1970 by eras of 400 years: https://howardhinnant.github.io/date_algorithms.html#civil_from_days */
  #putSerialDay(days: number): void {
    const shifted = days + 719_468
    const era = Math.floor(shifted / 146_097)
    const dayOfEra = shifted - era * 146_097
    const yearOfEra = Math.floor(
      (dayOfEra -
        Math.floor(dayOfEra / 1460) +
        Math.floor(dayOfEra / 36_524) -
        Math.floor(dayOfEra / 146_096)) /
        365,
    )
    const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
    const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
    const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
    const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    this.#putDay(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  #putDay(year: number, month: number, day: number): void {
    this.#put(0, Math.floor(year / 100))
    this.#put(2, year % 100)
    this.#put(5, month)
    this.#put(8, day)
  }

  #putClock(hour: number, minute: number, second: number): void {
    this.isMidnight = hour + minute + second === 0
    this.#put(11, hour)
    this.#put(14, minute)
    this.#put(17, second)
  }

  /** Makes a day the moment at which it begins. */
  atMidnight(): void {
    this.#putClock(0, 0, 0)
  }

  #put(at: number, twoDigits: number): void {
    const tens = Math.floor(twoDigits / 10)
    this.bytes[at] = zero + tens
    this.bytes[at + 1] = zero + twoDigits - tens * 10
  }
}

/** As many digits as a number; -1 when one of them is none. */
function digitsAt(bytes: Uint8Array, start: number, count: number): number {
  let value = 0
  for (let at = start; at < start + count; at += 1) {
    const digit = (bytes[at] ?? 0) - zero
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

/** Whether a text has something in it and white space at neither end, of what JavaScript trims: ECMA-262, 12.2 and 12.3. */
export function isTrimmed(bytes: Uint8Array, start: number, end: number): boolean {
  if (end <= start) return false
  const first = bytes[start] ?? 0
  const last = bytes[end - 1] ?? 0
  if (first <= 32 || last <= 32) return false
  if (first >= 0xc2 && isWhite(first, bytes[start + 1] ?? 0, bytes[start + 2] ?? 0)) return false
  if (last < 0x80) return true
  const before = bytes[end - 2] ?? 0
  return !(before === 0xc2 && last === 0xa0) && !isWhite(bytes[end - 3] ?? 0, before, last)
}

/** A space beyond ASCII: U+00A0, U+1680, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F, U+3000, U+FEFF. */
function isWhite(first: number, second: number, third: number): boolean {
  switch (first) {
    case 0xc2:
      return second === 0xa0
    case 0xe1:
      return second === 0x9a && third === 0x80
    case 0xe2:
      return second === 0x80
        ? third <= 0x8a || third === 0xa8 || third === 0xa9 || third === 0xaf
        : second === 0x81 && third === 0x9f
    case 0xe3:
      return second === 0x80 && third === 0x80
    case 0xef:
      return second === 0xbb && third === 0xbf
    default:
      return false
  }
}

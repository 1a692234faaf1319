// Writes the cells of one column and counts them on the way. Cells that are plainly what the column is made of go
// straight from their bytes into the row; all others are looked at. Either way the same is counted and written.
// Over 300 lines because each way to be plain stands beside what makes it equal to the look.

import type { RowWriter } from '../../../shared/model/row-batch.ts'
import type { FoundColumn } from '../../../shared/model/table.ts'
import { PlainMoment, PlainNumber, isDigits, isTrimmed } from '../cells/cell-bytes.ts'
import { type StoredCell, storedCell } from '../cells/cell-value.ts'
import { type ColumnProfile, type UnitCount, placeOf } from './column-profile.ts'
import { Look, lookAt } from '../cells/look.ts'
import type { NumberFormat } from '../cells/number-format.ts'
import { type SheetRow, blank, number, text } from '../cells/sheet-row.ts'
import { isPlainText } from '../cells/value-words.ts'

const wordPlace = placeOf('text')
const percentPlace = placeOf('percent')
const digitsPlace = placeOf('digits')
const dayPlace = placeOf('day')
const momentPlace = placeOf('moment')

/** One of each for all columns: they are used up before the next cell comes. */
const plain = new PlainNumber()
const moment = new PlainMoment()

/** Cells whose bytes are kept to know the next one like them. */
const mostRepeated = 40
/** Digits that a number may have: of separated text, and of a text of a file that has numbers too. */
const mostDigits = 15
const mostTypedDigits = 10
/** Shared strings whose kind is remembered. */
const mostRefs = 1 << 22
/** Bytes of the longest marks and words for yes and no; texts up to it are remembered once they were looked at. */
const mostShort = 6
const shortPlaces = 1024

export class ColumnLane {
  /** Of the sheet, counted from 0. */
  readonly column: number
  readonly #position: number
  readonly #found: FoundColumn
  readonly #profile: ColumnProfile
  readonly #look = new Look()
  #cell: StoredCell = { value: null }
  /** The bytes, or the shared string, of the text that `#look` is at. */
  readonly #last = new Uint8Array(mostRepeated)
  #lastLength = -1
  #lastRef = -1
  /** The number format whose cells are known, and what they count as. */
  #format: NumberFormat | undefined
  #formatted: 'number' | 'percent' | 'moment' = 'number'
  #decimals: number | undefined
  #unit: UnitCount | undefined
  #byFormat = false
  #hasUnit = false
  #isMoney = false
  /** Which cells are stored as they are; and whether there are samples enough of them. */
  #plainNumbers = false
  #plainPercents = false
  #plainDays = false
  #plainMoments = false
  /** Whether there are enough samples of words; and whether nearly all cells are words. */
  #isSampled = false
  #isWords = false
  readonly #isText: boolean
  readonly #isMoment: boolean
  readonly #isRatio: boolean
  /** By the number of a shared string: 1 for words. */
  #refs = new Uint8Array(0)
  /** Short words that were looked at, packed, each at its place. */
  #shorts: Float64Array<ArrayBuffer> | undefined

  /** `position` is the column's in the table. */
  constructor(column: number, position: number, found: FoundColumn, profile: ColumnProfile) {
    this.column = column
    this.#position = position
    this.#found = found
    this.#profile = profile
    this.#isText = found.type === 'text'
    this.#isMoment = found.type === 'date' || found.type === 'datetime'
    this.#isRatio = found.type === 'percent'
  }

  /** Counts the cell of a row and writes it. */
  take(row: SheetRow, writer: RowWriter): void {
    const { column } = this
    const kind = row.kind(column)
    if (kind === blank) writer.null()
    else if (kind === number) {
      if (!this.#takeNumber(row, writer)) this.#takeExactly(row, writer)
    } else if (kind !== text || !this.#takeText(row, writer)) this.#takeExactly(row, writer)
  }

  /** Writes a cell that has been counted. */
  write(row: SheetRow, writer: RowWriter): void {
    this.#lookAt(row)
    this.#put(writer)
  }

  #takeExactly(row: SheetRow, writer: RowWriter): void {
    if (!this.#isRepeated(row)) this.#lookAt(row)
    const look = this.#look
    if (look.kind !== 'blank') this.#profile.add(look, row, this.column)
    this.#put(writer)
  }

  #put(writer: RowWriter): void {
    const { value, raw } = this.#cell
    writer.value(value)
    if (raw !== undefined) writer.raw(this.#position, raw)
  }

  #lookAt(row: SheetRow): void {
    const { column } = this
    lookAt(row, column, this.#look)
    this.#cell = storedCell(row, column, this.#look, this.#found)
    this.#remember(row)
    this.#learn(row)
  }

  /** Whether the cell is the text that was looked at last. */
  #isRepeated(row: SheetRow): boolean {
    const { column } = this
    if (row.kind(column) !== text) return false
    const ref = row.ref(column)
    if (ref >= 0) return ref === this.#lastRef
    const bytes = row.bytes(column)
    const start = row.startOf(column)
    const length = row.endOf(column) - start
    if (!bytes || length !== this.#lastLength) return false
    const last = this.#last
    for (let index = 0; index < length; index += 1) if (bytes[start + index] !== last[index]) return false
    return true
  }

  #remember(row: SheetRow): void {
    const { column } = this
    this.#lastLength = -1
    this.#lastRef = -1
    if (row.kind(column) !== text) return
    const bytes = row.bytes(column)
    const start = row.startOf(column)
    const length = row.endOf(column) - start
    this.#lastRef = row.ref(column)
    if (!bytes || this.#lastRef >= 0 || length > mostRepeated) return
    this.#lastLength = length
    for (let index = 0; index < length; index += 1) this.#last[index] = bytes[start + index] ?? 0
  }

  /** What the cell just looked at says of cells like it. */
  #learn(row: SheetRow): void {
    const look = this.#look
    const { value, raw } = this.#cell
    const isAsIs = raw === undefined && value === look.value && value !== 0
    const profile = this.#profile
    const kind = row.kind(this.column)
    if (kind === number) this.#learnFormat(row, isAsIs)
    else if (kind !== text) return
    else if (look.kind === 'text') this.#learnWord(row)
    else if (look.kind === 'number' && isAsIs) this.#plainNumbers = profile.isSampled('number')
    else if (look.kind === 'percent' && isAsIs) this.#plainPercents = profile.isSampled('percent')
    else if (look.kind === 'day' || look.kind === 'moment') this.#learnMoment()
  }

  /** Gives whether days, or moments, like the one just looked at are stored as they are. */
  #learnMoment(): boolean {
    const { value, raw } = this.#cell
    const { kind, step, hasZone } = this.#look
    const isAsIs = this.#isMoment && raw === undefined && value !== null && step === 'day' && !hasZone
    const isPlain = isAsIs && this.#profile.isSampled(kind)
    if (kind === 'day') this.#plainDays = isPlain
    else this.#plainMoments = isPlain
    return isPlain
  }

  #learnFormat(row: SheetRow, isAsIs: boolean): void {
    const format = row.format(this.column)
    const look = this.#look
    const profile = this.#profile
    if (format === this.#format || !profile.isSampled(look.kind)) return
    if (look.kind === 'number' || look.kind === 'percent') {
      const isPlain = format.kind === 'general' || format.kind === 'number' || format.kind === 'percent'
      if (!isPlain || !isAsIs) return
      this.#formatted = look.kind
      this.#decimals = format.kind === 'general' ? undefined : look.decimals
    } else if (look.kind === 'day' || look.kind === 'moment') {
      const isDated = (format.kind === 'date' || format.kind === 'datetime') && format.hasDay
      if (!this.#learnMoment() || !isDated) return
      this.#formatted = 'moment'
    } else return
    this.#unit = look.unit === '' ? undefined : profile.unitCount(look.unit, look.scale)
    this.#isMoney = look.money
    this.#hasUnit = look.unit !== ''
    this.#byFormat = look.byFormat
    this.#format = format
  }

  /** Counts what the number format of the cell says of it. */
  #seeFormat(): void {
    const profile = this.#profile
    if (this.#unit) this.#unit.cells += 1
    if (this.#isMoney) profile.money += 1
    if (this.#byFormat) profile.evidence.formatted += 1
    if (this.#byFormat && this.#hasUnit) profile.evidence.formatUnits += 1
  }

  #takeNumber(row: SheetRow, writer: RowWriter): boolean {
    const { column } = this
    const profile = this.#profile
    if (row.format(column) !== this.#format) return false
    const value = row.number(column)
    if (this.#formatted === 'moment') return this.#takeSerial(value, row.date1904, writer)
    if (this.#formatted === 'number') {
      // Eleven digits may be a phone number, which the digits as written tell.
      if (value >= 1.3e10 && value < 2e10) return false
      if (this.#isRatio && (value > 1 || value < -1)) return false
      const decimals = this.#decimals ?? (Number.isInteger(value) ? 0 : decimalsOf(row, column))
      profile.seeNumber(value, decimals, false)
    } else profile.see(percentPlace)
    this.#seeFormat()
    writer.number(value)
    return true
  }

  #takeSerial(serial: number, date1904: boolean, writer: RowWriter): boolean {
    return moment.readSerial(serial, date1904) && this.#putMoment(writer, true)
  }

  /** A day in a column of days, or either in one of moments. A moment among days keeps its text. */
  #putMoment(writer: RowWriter, isFormatted: boolean): boolean {
    const { hasTime } = moment
    if (!(hasTime ? this.#plainMoments : this.#plainDays)) return false
    if (this.#found.type === 'date') {
      if (hasTime && !moment.isMidnight) return false
      writer.utf8(moment.bytes, 0, 10)
    } else {
      if (!hasTime) moment.atMidnight()
      writer.utf8(moment.bytes, 0, 19)
    }
    this.#profile.see(hasTime ? momentPlace : dayPlace)
    if (hasTime && moment.isMidnight) this.#profile.evidence.midnights += 1
    if (isFormatted) this.#seeFormat()
    return true
  }

  #takeText(row: SheetRow, writer: RowWriter): boolean {
    const { column } = this
    const bytes = row.bytes(column)
    if (!bytes) return false
    const start = row.startOf(column)
    const end = row.endOf(column)
    if (this.#isText) {
      const ref = row.ref(column)
      if (ref >= 0) return this.#takeShared(ref, bytes, start, end, writer)
      const most = row.fields === 0 ? mostTypedDigits : mostDigits
      return this.#takeWord(bytes, start, end, writer) || this.#takeName(bytes, start, end, most, writer)
    }
    // A file that tells texts from numbers means its texts, so these are looked at.
    if (row.fields === 0) return false
    if (!this.#isMoment) return this.#takeDigits(bytes, start, end, writer)
    return moment.read(bytes, start, end) && this.#putMoment(writer, false)
  }

  /** A number of separated text, with a percent sign behind it or not. */
  #takeDigits(bytes: Uint8Array, start: number, end: number, writer: RowWriter): boolean {
    const at = plain.read(bytes, start, end)
    if (at === end) {
      if (!this.#plainNumbers || isName(bytes, start)) return false
      const value = plain.value()
      if (this.#isRatio && (value > 1 || value < -1)) return false
      this.#profile.seeNumber(value, plain.decimals, isPhone(value))
      writer.number(value)
      return true
    }
    const isPercent = at === end - 1 && bytes[at] === 37
    if (!isPercent || !this.#plainPercents) return false
    this.#profile.see(percentPlace)
    writer.number(plain.value(2))
    return true
  }

  #takeShared(ref: number, bytes: Uint8Array, start: number, end: number, writer: RowWriter): boolean {
    if (this.#refs[ref] === 1) {
      this.#profile.see(wordPlace)
      writer.utf8(bytes, start, end)
      return true
    }
    const isWord = this.#takeWord(bytes, start, end, writer)
    if (isWord) this.#learnRef(ref)
    return isWord || this.#takeName(bytes, start, end, mostTypedDigits, writer)
  }

  /**
   * A text in a column of texts. Most cannot be anything else; of the others short ones
   * need to be looked at once in a while only. Where nearly all are words, what begins with a letter is one too.
   */
  #takeWord(bytes: Uint8Array, start: number, end: number, writer: RowWriter): boolean {
    const first = bytes[start] ?? 0
    if ((first >= 48 && first <= 57) || !this.#isSampled || !isTrimmed(bytes, start, end)) return false
    if (!isPlainText(bytes, start, end)) {
      if (end - start <= mostShort) {
        const packed = pack(bytes, start, end)
        if (this.#shorts?.[shortPlace(packed)] !== packed) return false
      } else if (!this.#isWords || !isLetter(first, bytes[start + 1] ?? 0)) return false
    }
    if (!writer.line(bytes, start, end)) return false
    this.#profile.see(wordPlace)
    return true
  }

  /** Digits as a name: what a number would lose, or a number that the column's other cells say is none. */
  #takeName(bytes: Uint8Array, start: number, end: number, most: number, writer: RowWriter): boolean {
    if (!isDigits(bytes, start, end)) return false
    const profile = this.#profile
    if (end - start > most || (end - start > 1 && bytes[start] === 48)) {
      if (!profile.isSampled('digits')) return false
      profile.see(digitsPlace)
    } else {
      if (!profile.isSampled('number')) return false
      plain.read(bytes, start, end)
      const value = plain.value()
      profile.seeNumber(value, 0, isPhone(value))
    }
    writer.utf8(bytes, start, end)
    return true
  }

  #learnWord(row: SheetRow): void {
    const { column } = this
    const bytes = row.bytes(column)
    const profile = this.#profile
    if (!bytes || !this.#isText || !profile.isSampled('text') || this.#look.isCode) return
    this.#isSampled = true
    this.#isWords = profile.count('text') * 10 > profile.filled * 9
    const start = row.startOf(column)
    const end = row.endOf(column)
    // What is stored must be these very bytes.
    if (!isTrimmed(bytes, start, end) || row.text(column) !== this.#look.written) return
    const ref = row.ref(column)
    if (ref >= 0) this.#learnRef(ref)
    else if (end - start <= mostShort) {
      const packed = pack(bytes, start, end)
      this.#shorts ??= new Float64Array(shortPlaces)
      this.#shorts[shortPlace(packed)] = packed
    }
  }

  #learnRef(ref: number): void {
    if (ref >= mostRefs) return
    if (ref >= this.#refs.length) {
      const larger = new Uint8Array(Math.max(1024, ref + 1, this.#refs.length * 2))
      larger.set(this.#refs)
      this.#refs = larger
    }
    this.#refs[ref] = 1
  }
}

/** A short text and its length as a number that is that of no other. */
function pack(bytes: Uint8Array, start: number, end: number): number {
  let packed = end - start
  for (let at = start; at < end; at += 1) packed = packed * 256 + (bytes[at] ?? 0)
  return packed
}

/** Where a packed text is remembered. Others may have the same place. */
const shortPlace = (packed: number): number =>
  (Math.imul(packed % 0x1000000, 31) + Math.imul(Math.floor(packed / 0x1000000), 17)) & (shortPlaces - 1)

/** Digits of separated text with a zero in front are a name: 007. */
const isName = (bytes: Uint8Array, start: number): boolean =>
  plain.decimals === 0 && plain.whole > 1 && !plain.isNegative && bytes[start] === 48

/** A mobile number of China: eleven digits from 13 to 19. */
const isPhone = (value: number): boolean =>
  value >= 1.3e10 && value < 2e10 && plain.decimals === 0 && plain.whole === 11

/** Latin letters, and what is encoded like the letters of other scripts: neither a digit nor a sign. */
function isLetter(first: number, second: number): boolean {
  if (first < 0x80) return (first >= 65 && first <= 90) || (first >= 97 && first <= 122)
  if (first === 0xe3) return second !== 0x80
  return first !== 0xc2 && first !== 0xe1 && first !== 0xe2 && first !== 0xef
}

/** Digits after the point as written; none when written with an exponent. */
function decimalsOf(row: SheetRow, column: number): number {
  const bytes = row.bytes(column)
  if (!bytes) {
    const written = row.text(column)
    const at = written.indexOf('.')
    return at < 0 || written.includes('e') || written.includes('E') ? 0 : written.length - at - 1
  }
  const end = row.endOf(column)
  let point = -1
  for (let at = row.startOf(column); at < end; at += 1) {
    const byte = bytes[at]
    if (byte === 46) point = at
    else if (byte === 101 || byte === 69) return 0
  }
  return point < 0 ? 0 : end - point - 1
}

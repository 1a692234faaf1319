// Sums up rows while they go by: a group for each combination of the values of columns that have few of them, and for
// each group how many rows it has and what their numbers add up to. It reads the bytes of row batches, since a row is
// never anything else on its way, and needs no more memory for a million rows than for a hundred thousand.
// It does not know what columns are for: that is settled at the end (summary.ts).
// Over 300 lines because groups, their columns and what is merged when a column is given up are one thing.

import { ByteDictionary } from './byte-dictionary.ts'
import { type Dimension, type NumberSums, type RowSpan, type Sums, lost } from './sums.ts'

/** What is done with the cells of a column, as far as they were read. */
const undecided = 0
const summed = 1
const grouped = 2
/** Grouped by the days of moments. */
const groupedByDay = 3
const unused = 4

interface ColumnState {
  /** While it is a dimension. */
  dictionary?: ByteDictionary | undefined
  sums?: NumberSums | undefined
}

/** A query passes through all of them, and so they are to be few. */
const mostGroups = 32_768
/** In bytes, of all arrays by group. */
const mostMemory = 16 << 20
const firstCapacity = 256
/** In bytes. Longer texts are no names of parts. */
const longestValue = 200
/** Groups that are left when a dimension is given up for there being too many. */
const roomShare = 0.8

export class SummaryBuilder {
  #columns: ColumnState[] = []
  /** What is done with each column. */
  #uses = new Uint8Array(0)
  /** Positions of the columns that are summed. */
  #summed: number[] = []
  #limit = mostGroups
  /** Positions of the columns that are dimensions, ascending. */
  #dimensions: number[] = []
  #groups = 0
  #rows: RowSpan = rowSpan(firstCapacity)
  /** By group, a code for each dimension. */
  #codes = new Int32Array(0)
  /** Open addressing: group + 1, or 0. */
  #slots = new Int32Array(firstCapacity * 2)
  #total = 0
  #isGivenUp = false
  /** Of the row that is read. */
  #values = new Float64Array(0)
  #rowCodes = new Int32Array(0)

  /** @param bytes of a RowBatch that was found to hold together */
  add(bytes: Uint8Array<ArrayBuffer>): void {
    if (this.#isGivenUp) return
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    let at = 0
    while (at < bytes.length) {
      let size = 0
      for (;;) {
        const byte = bytes[at++] ?? 0
        size = size * 128 + (byte & 0x7f)
        if (byte < 0x80) break
      }
      let row = 0
      for (;;) {
        const byte = bytes[at++] ?? 0
        row = row * 128 + (byte & 0x7f)
        if (byte < 0x80) break
      }
      this.#read(bytes, view, at)
      at += size
      const group = this.#group()
      if (group < 0) return
      this.#put(group, row)
    }
  }

  /** Takes a record apart into codes and numbers. */
  #read(bytes: Uint8Array, view: DataView, record: number): void {
    let at = record
    let head = 0
    for (;;) {
      const byte = bytes[at++] ?? 0
      head = head * 128 + (byte & 0x7f)
      if (byte < 0x80) break
    }
    const headEnd = record + head
    // The row number's place.
    at += 1
    if (this.#total === 0) this.#begin(bytes, at, headEnd)
    let body = headEnd
    let position = 0
    while (at < headEnd) {
      let type = bytes[at++] ?? 0
      if (type >= 0x80) {
        type &= 0x7f
        for (;;) {
          const byte = bytes[at++] ?? 0
          type = type * 128 + (byte & 0x7f)
          if (byte < 0x80) break
        }
      }
      const use = this.#uses[position] ?? unused
      if (type === 0) {
        this.#values[position] = Number.NaN
        this.#rowCodes[position] = 0
      } else if (type < 10) {
        if (use !== unused) this.#number(position, use, numberAt(view, type, body))
        body += contentLengths[type] ?? 0
      } else {
        const length = (type - (type & 1)) / 2 - 6
        if (use !== unused) this.#value(position, use, bytes, body, body + length, (type & 1) === 0)
        body += length
      }
      position += 1
    }
  }

  #begin(bytes: Uint8Array, from: number, to: number): void {
    let columns = 0
    for (let at = from; at < to; at += 1) if ((bytes[at] ?? 0) < 0x80) columns += 1
    this.#columns = Array.from({ length: columns }, () => ({}))
    this.#uses = new Uint8Array(columns)
    this.#values = new Float64Array(columns)
    this.#rowCodes = new Int32Array(columns)
    this.#limit = Math.min(mostGroups, Math.floor(mostMemory / (columns * bytesPerColumn)))
  }

  #number(position: number, use: number, value: number): void {
    if (use === undecided) this.#beginSums(position)
    // Numbers among texts; and what does not add up.
    else if (use !== summed) return this.#spoil(position)
    if (Number.isFinite(value)) this.#values[position] = value
    else this.#spoil(position)
  }

  #beginSums(position: number): void {
    const capacity = this.#rows.count.length
    // All cells so far were empty.
    const own = this.#total > 0 && { own: rowSpan(capacity) }
    this.#columns[position] = { sums: { ...numberSums(capacity), ...own } }
    this.#use(position, summed)
  }

  #value(
    position: number,
    use: number,
    bytes: Uint8Array,
    start: number,
    end: number,
    isBlob: boolean,
  ): void {
    const isMoment = end - start === momentLength && bytes[start + dayLength] === letterT
    if (use === undecided) {
      this.#columns[position] = { dictionary: new ByteDictionary() }
      this.#use(position, isMoment ? groupedByDay : grouped)
      this.#regroup([...this.#dimensions, position].toSorted((one, other) => one - other))
    }
    const isDay = this.#uses[position] === groupedByDay
    // Texts among numbers; and what names no day or no part.
    if (use === summed || (isDay && !isMoment) || end - start > longestValue) return this.#spoil(position)
    const dictionary = this.#columns[position]?.dictionary
    if (dictionary)
      this.#rowCodes[position] = dictionary.codeOf(bytes, start, isDay ? start + dayLength : end, isBlob)
  }

  #use(position: number, use: number): void {
    this.#uses[position] = use
    this.#summed = [...this.#columns.keys()].filter((column) => this.#uses[column] === summed)
  }

  /** What is neither to be added up nor to be grouped by. */
  #spoil(position: number): void {
    this.#columns[position] = {}
    this.#use(position, unused)
    if (this.#dimensions.includes(position)) this.#dropDimension(position)
  }

  #dropDimension(position: number): void {
    this.#columns[position] = {}
    this.#use(position, unused)
    this.#regroup(this.#dimensions.filter((other) => other !== position))
  }

  /** The group of the row that was read; -1 when there are too many even so. */
  #group(): number {
    const dimensions = this.#dimensions
    const count = dimensions.length
    const rowCodes = this.#rowCodes
    const mask = this.#slots.length - 1
    let hash = 0
    for (let index = 0; index < count; index += 1) {
      hash = Math.imul(hash ^ (rowCodes[dimensions[index] ?? 0] ?? 0), 0x9e3779b1)
      hash ^= hash >>> 15
    }
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const group = (this.#slots[slot] ?? 0) - 1
      if (group < 0) break
      let index = 0
      while (index < count && this.#codes[group * count + index] === rowCodes[dimensions[index] ?? 0]) {
        index += 1
      }
      if (index === count) return group
    }
    if (this.#groups === this.#limit) {
      if (!this.#shrink(this.#limit * roomShare)) return -1
      return this.#group()
    }
    return this.#newGroup()
  }

  #newGroup(): number {
    const group = this.#groups
    if (group === this.#rows.count.length) this.#grow()
    const dimensions = this.#dimensions
    for (const [index, position] of dimensions.entries()) {
      this.#codes[group * dimensions.length + index] = this.#rowCodes[position] ?? 0
    }
    this.#groups += 1
    this.#enter(group)
    return group
  }

  /** Puts a group into the table of slots. */
  #enter(group: number): void {
    const count = this.#dimensions.length
    const mask = this.#slots.length - 1
    let hash = 0
    for (let index = 0; index < count; index += 1) {
      hash = Math.imul(hash ^ (this.#codes[group * count + index] ?? 0), 0x9e3779b1)
      hash ^= hash >>> 15
    }
    let slot = hash & mask
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
    this.#slots[slot] = group + 1
  }

  #put(group: number, row: number): void {
    const { count, first, last } = this.#rows
    for (const position of this.#summed) {
      const sums = this.#columns[position]?.sums
      if (sums) this.#putNumber(sums, group, row, this.#values[position] ?? Number.NaN)
    }
    count[group] = (count[group] ?? 0) + 1
    if (row < (first[group] ?? 0)) first[group] = row
    last[group] = row
    this.#total += 1
  }

  #putNumber(sums: NumberSums, group: number, row: number, value: number): void {
    // Not a number is the mark of an empty cell.
    const isEmpty = value !== value
    if (isEmpty && !sums.own) sums.own = copyOf(this.#rows)
    if (isEmpty) return
    const { high, low, min, max, own } = sums
    const before = high[group] ?? 0
    low[group] = (low[group] ?? 0) + lost(before, value)
    high[group] = before + value
    if (value < (min[group] ?? 0)) min[group] = value
    if (value > (max[group] ?? 0)) max[group] = value
    if (!own) return
    own.count[group] = (own.count[group] ?? 0) + 1
    if (row < (own.first[group] ?? 0)) own.first[group] = row
    own.last[group] = row
  }

  #grow(): void {
    this.#resize(this.#rows.count.length * 2)
    const codes = new Int32Array(this.#rows.count.length * this.#dimensions.length)
    codes.set(this.#codes)
    this.#codes = codes
    this.#slots = new Int32Array(this.#rows.count.length * 2)
    for (let group = 0; group < this.#groups; group += 1) this.#enter(group)
  }

  #resize(capacity: number): void {
    this.#rows = resized(this.#rows, capacity)
    for (const { sums } of this.#columns) {
      if (!sums) continue
      const grown = numberSums(capacity)
      grown.high.set(sums.high.subarray(0, capacity))
      grown.low.set(sums.low.subarray(0, capacity))
      grown.min.set(sums.min.subarray(0, capacity))
      grown.max.set(sums.max.subarray(0, capacity))
      Object.assign(sums, grown, sums.own && { own: resized(sums.own, capacity) })
    }
  }

  /** Gives up dimensions, that of most values first and the first column of days never, until few enough groups are left. */
  #shrink(most: number): boolean {
    while (this.#groups > most) {
      const day = this.#dimensions.find((position) => this.#columns[position]?.dictionary?.isOfDays)
      const widest = this.#dimensions
        .filter((position) => position !== day)
        .toSorted((one, other) => this.#width(other) - this.#width(one))[0]
      if (widest === undefined) {
        this.#giveUp()
        return false
      }
      this.#dropDimension(widest)
    }
    return true
  }

  #width(position: number): number {
    return this.#columns[position]?.dictionary?.size ?? 0
  }

  #giveUp(): void {
    this.#isGivenUp = true
    this.#columns = []
    this.#rows = rowSpan(0)
    this.#codes = new Int32Array(0)
    this.#slots = new Int32Array(0)
  }

  /** Groups by other dimensions; groups that are the same by these become one. */
  #regroup(dimensions: number[]): void {
    const before = { dimensions: this.#dimensions, codes: this.#codes, groups: this.#groups }
    const capacity = this.#rows.count.length
    this.#dimensions = dimensions
    this.#codes = new Int32Array(capacity * dimensions.length)
    this.#slots = new Int32Array(capacity * 2)
    this.#groups = 0
    const spare = this.#rowCodes
    this.#rowCodes = new Int32Array(spare.length)
    for (let group = 0; group < before.groups; group += 1) {
      for (const [index, position] of before.dimensions.entries()) {
        this.#rowCodes[position] = before.codes[group * before.dimensions.length + index] ?? 0
      }
      // A group's new number is never above its old one, so that nothing is overwritten that is still to be read.
      const created = this.#groups
      const target = this.#group()
      this.#moveGroup(group, target, target === created)
    }
    this.#rowCodes = spare
    for (let group = this.#groups; group < before.groups; group += 1) this.#clearGroup(group)
  }

  #moveGroup(from: number, to: number, isNew: boolean): void {
    if (from === to) return
    if (isNew) this.#clearGroup(to)
    addSpan(this.#rows, from, to)
    for (const { sums } of this.#columns) if (sums) addSums(sums, from, to)
  }

  #clearGroup(group: number): void {
    clearSpan(this.#rows, group)
    for (const { sums } of this.#columns) if (sums) clearSums(sums, group)
  }

  /**
   * What was summed up. `isDimension` says of which columns values may be grouped by, seen from how the column is read;
   * dimensions are given up until the groups are at most `most`. Undefined where there would be too many even so.
   */
  finish(
    most: number,
    isDimension: (position: number, read: { isTruncated: boolean; isOfDays: boolean }) => boolean,
  ): Omit<Sums, 'days'> | undefined {
    if (this.#isGivenUp || this.#total === 0) return undefined
    const values = new Map<number, Dimension['values']>()
    for (const position of this.#dimensions) {
      const { dictionary } = this.#columns[position] ?? {}
      const isTruncated = this.#uses[position] === groupedByDay
      const own = dictionary?.maybeValues()
      const isOfDays = dictionary?.isOfDays ?? false
      if (own && isDimension(position, { isTruncated, isOfDays })) values.set(position, own)
      else this.#dropDimension(position)
    }
    if (!this.#shrink(most)) return undefined
    const groups = this.#groups
    this.#resize(groups)
    const count = this.#dimensions.length
    return {
      groups,
      rows: this.#rows,
      dimensions: this.#dimensions.map((position, index) => ({
        position,
        values: values.get(position) ?? [],
        codes: Uint16Array.from({ length: groups }, (_, group) => this.#codes[group * count + index] ?? 0),
        ...(this.#uses[position] === groupedByDay && { step: 'day' }),
      })),
      numbers: new Map(
        this.#columns.flatMap(({ sums }, position): [number, NumberSums][] =>
          sums ? [[position, sums]] : [],
        ),
      ),
    }
  }
}

/** Bytes of the values of serial types 0 to 9. */
const contentLengths = Uint8Array.of(0, 1, 2, 3, 4, 6, 8, 8, 0, 0)

/** A number of serial type 1 to 9. */
function numberAt(view: DataView, type: number, at: number): number {
  switch (type) {
    case 1:
      return view.getInt8(at)
    case 2:
      return view.getInt16(at)
    case 3:
      return view.getInt16(at) * 0x100 + view.getUint8(at + 2)
    case 4:
      return view.getInt32(at)
    case 5:
      return view.getInt16(at) * 0x100000000 + view.getUint32(at + 2)
    case 6:
      return view.getInt32(at) * 0x100000000 + view.getUint32(at + 4)
    case 7:
      return view.getFloat64(at)
    default:
      return type - 8
  }
}

const momentLength = '2026-03-01T09:30:00'.length
const dayLength = '2026-03-01'.length
const letterT = 0x54
/** Seven arrays of doubles and a code. */
const bytesPerColumn = 7 * 8 + 4

function rowSpan(length: number): RowSpan {
  return {
    count: new Float64Array(length),
    first: new Float64Array(length).fill(Infinity),
    last: new Float64Array(length).fill(-Infinity),
  }
}

const copyOf = ({ count, first, last }: RowSpan): RowSpan => ({
  count: count.slice(),
  first: first.slice(),
  last: last.slice(),
})

/** Longer, or cut off. */
function resized(span: RowSpan, length: number): RowSpan {
  const other = rowSpan(length)
  other.count.set(span.count.subarray(0, length))
  other.first.set(span.first.subarray(0, length))
  other.last.set(span.last.subarray(0, length))
  return other
}

function numberSums(length: number): NumberSums {
  return {
    high: new Float64Array(length),
    low: new Float64Array(length),
    min: new Float64Array(length).fill(Infinity),
    max: new Float64Array(length).fill(-Infinity),
  }
}

function clearSpan({ count, first, last }: RowSpan, group: number): void {
  count[group] = 0
  first[group] = Infinity
  last[group] = -Infinity
}

function addSpan({ count, first, last }: RowSpan, from: number, to: number): void {
  count[to] = (count[to] ?? 0) + (count[from] ?? 0)
  first[to] = Math.min(first[to] ?? 0, first[from] ?? 0)
  last[to] = Math.max(last[to] ?? 0, last[from] ?? 0)
}

function clearSums({ high, low, min, max, own }: NumberSums, group: number): void {
  high[group] = 0
  low[group] = 0
  min[group] = Infinity
  max[group] = -Infinity
  if (own) clearSpan(own, group)
}

function addSums({ high, low, min, max, own }: NumberSums, from: number, to: number): void {
  const [one, other] = [high[to] ?? 0, high[from] ?? 0]
  high[to] = one + other
  low[to] = (low[to] ?? 0) + (low[from] ?? 0) + lost(one, other)
  min[to] = Math.min(min[to] ?? 0, min[from] ?? 0)
  max[to] = Math.max(max[to] ?? 0, max[from] ?? 0)
  if (own) addSpan(own, from, to)
}

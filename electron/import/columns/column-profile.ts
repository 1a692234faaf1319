// What has been seen in one column: counts, sums and a few samples, no cells. What follows from it is column-type.ts.

import { ColumnEvidence } from './column-evidence.ts'
import { type Look, type LookKind, kinds, shownText } from '../cells/look.ts'
import type { SheetRow } from '../cells/sheet-row.ts'

/** Cells of one kind that a problem names at most; the rest are counted. */
export const mostSamples = 20

export interface Sample {
  row: number
  text: string
}

/** A sum with what tells whether another number could be one: how many, and between what bounds. */
export class Sum {
  total = 0
  count = 0
  low = Number.POSITIVE_INFINITY
  high = Number.NEGATIVE_INFINITY

  add(value: number): void {
    this.total += value
    this.count += 1
    if (value < this.low) this.low = value
    if (value > this.high) this.high = value
  }
}

/** Cells of one unit and scale. */
export interface UnitCount {
  cells: number
}

const places = new Map(kinds.map((kind, index) => [kind, index]))

/** The number by which a kind is counted, for those who count many cells of it. */
export const placeOf = (kind: LookKind): number => places.get(kind) ?? 0

const numberPlace = placeOf('number')

export class ColumnProfile {
  readonly #counts = new Float64Array(kinds.length)
  readonly #samples = new Map<LookKind, Sample[]>()
  readonly #units = new Map<string, UnitCount>()
  /** Numbers with a part behind the point. */
  fractions = 0
  /** Numbers above 1 or below -1. */
  overOne = 0
  /** Numbers that look like mobile phones. */
  phones = 0
  /** Quantities that are percents. */
  percentQuantities = 0
  /** What else tells the type. */
  readonly evidence = new ColumnEvidence()
  /** Cells with a currency. */
  money = 0
  decimals = 0
  /** Of the rows since the last subtotal, and of all rows. */
  group = new Sum()
  readonly grand = new Sum()

  count(kind: LookKind): number {
    return this.#counts[placeOf(kind)] ?? 0
  }

  samples(kind: LookKind): readonly Sample[] {
    return this.#samples.get(kind) ?? []
  }

  /** Whether no more cells of this kind are kept as samples, so that they need only be counted. */
  isSampled(kind: LookKind): boolean {
    return this.samples(kind).length >= mostSamples
  }

  /** Unit and scale as found in cells and formats → cells. */
  get units(): ReadonlyMap<string, number> {
    return new Map([...this.#units].map(([unit, { cells }]) => [unit, cells]))
  }

  /** Cells with something in them that says what the column is. */
  get filled(): number {
    const all = this.#counts.reduce((sum, count) => sum + count, 0)
    return all - this.count('blank') - this.count('mark') - this.count('error')
  }

  /** Whether its sums are sums of all its cells. */
  get isPlain(): boolean {
    return this.count('number') > 0 && this.count('percent') + this.count('quantity') === 0
  }

  /** Begins a new group after a subtotal. */
  startGroup(): void {
    this.group = new Sum()
  }

  /** `look` is the look at this very cell. */
  add(look: Look, row: SheetRow, column: number): void {
    const { kind } = look
    this.see(placeOf(kind))
    if (kind === 'blank') return
    let samples = this.#samples.get(kind)
    if (!samples) this.#samples.set(kind, (samples = []))
    if (samples.length < mostSamples) samples.push({ row: row.row, text: shownText(row, column, look) })
    if (kind === 'number') this.#addNumber(look.value, look.decimals, isPhone(look.written))
    else if (kind === 'quantity' && look.quantity?.percent === true) this.percentQuantities += 1
    this.evidence.add(look)
    if (look.unit !== '') {
      const unit = this.unitCount(look.unit, look.scale)
      if (unit) unit.cells += 1
    }
    if (look.money) this.money += 1
  }

  /** Counts a cell of which no more is to be known than its kind, by the kind's place. */
  see(place: number): void {
    this.#counts[place] = (this.#counts[place] ?? 0) + 1
  }

  /** Counts a plain number of which there are samples enough. */
  seeNumber(value: number, decimals: number, phone: boolean): void {
    this.see(numberPlace)
    this.#addNumber(value, decimals, phone)
    this.evidence.addNumber(value)
  }

  #addNumber(value: number, decimals: number, phone: boolean): void {
    if (decimals > this.decimals) this.decimals = decimals
    if (decimals > 0 || !Number.isInteger(value)) this.fractions += 1
    if (value > 1 || value < -1) this.overOne += 1
    if (phone) this.phones += 1
    this.group.add(value)
    this.grand.add(value)
  }

  /** Where cells of a unit are counted; undefined when there are too many different ones. */
  unitCount(unit: string, scale: number): UnitCount | undefined {
    const key = `${unit} ${scale}`
    const known = this.#units.get(key)
    if (known || this.#units.size >= 50) return known
    const made = { cells: 0 }
    this.#units.set(key, made)
    return made
  }
}

const isPhone = (written: string): boolean => written.length === 11 && /^1[3-9]\d{9}$/.test(written)

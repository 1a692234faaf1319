// Counts of what the single cells of a column suggest beside their kinds. What follows from them is column-type.ts.

import type { DateStep } from '../../../shared/model/table.ts'
import type { Look } from '../cells/look.ts'

const midnight = 'T00:00:00'

/** Words for yes and no that go together. */
interface Answers {
  yes: number
  no: number
}

export class ColumnEvidence {
  /** Cells whose number format says what they are: a percent, a date, a currency. */
  formatted = 0
  /** Units that came from number formats. */
  formatUnits = 0
  /** Days and periods by how long they are; a day alone counts as none. */
  readonly steps = new Map<Exclude<DateStep, 'day'>, number>()
  /** Days that can be read in one order only: 13/4/2026. */
  dayFirst = 0
  monthFirst = 0
  /** Moments at which a day begins. */
  midnights = 0
  /** Either-days with a time of day at which none begins. */
  eitherMoments = 0
  /** Numbers that write a day or a month: 20260304, 202603. */
  dayNumbers = 0
  monthNumbers = 0
  /** Numbers behind a word that counts places in an order: 2组, 第3周, 2025-2026. */
  labels = 0
  /** Quantities with a comparator or two ends (≤30元, 50-500元), and those with two ends. */
  bounded = 0
  ranges = 0
  /** Texts that mix letters and digits: A03, 11010119900307123X. */
  codes = 0
  /** Words for yes and no by the pair that they belong to. */
  readonly answers = new Map<string, Answers>()

  /** `look` is at a cell that is not blank. */
  add(look: Look): void {
    if (look.byFormat) {
      this.formatted += 1
      if (look.unit !== '') this.formatUnits += 1
    }
    switch (look.kind) {
      case 'number':
        this.addNumber(look.value)
        return
      case 'text':
        if (look.isCode) this.codes += 1
        return
      case 'day':
      case 'moment':
      case 'period':
        this.#addDay(look)
        return
      case 'quantity':
        if (look.isLabel) this.labels += 1
        if (look.quantity?.comparator !== undefined) this.bounded += 1
        if (look.quantity?.high !== undefined) this.ranges += 1
        return
      case 'either':
        if (look.iso.length > 10 && !look.iso.endsWith(midnight)) this.eitherMoments += 1
        return
      case 'answer':
        this.#addAnswer(look)
        return
      case 'blank':
      case 'mark':
      case 'percent':
      case 'digits':
      case 'clock':
      case 'span':
      case 'numeral':
      case 'boolean':
      case 'error':
    }
  }

  /** What a plain number may be besides: all that a reader needs to call that looks at no more than the number. */
  addNumber(value: number): void {
    if (value < 190_001 || value > 21_001_231) return
    if (isDayNumber(value)) this.dayNumbers += 1
    else if (isMonthNumber(value)) this.monthNumbers += 1
  }

  #addDay({ kind, iso, step, order }: Look): void {
    if (step !== 'day') this.steps.set(step, (this.steps.get(step) ?? 0) + 1)
    if (order === 'day-first') this.dayFirst += 1
    else if (order === 'month-first') this.monthFirst += 1
    if (kind === 'moment' && iso.endsWith(midnight)) this.midnights += 1
  }

  #addAnswer({ pair, value }: Look): void {
    const answers = this.answers.get(pair) ?? { yes: 0, no: 0 }
    if (value === 1) answers.yes += 1
    else answers.no += 1
    this.answers.set(pair, answers)
  }
}

/** 20260304, from 1900 to 2100; whether the month is that long is left to whoever reads it. */
const isDayNumber = (value: number): boolean =>
  value >= 19_000_101 && Number.isInteger(value) && isMonthDay(Math.floor(value / 100) % 100, value % 100)

const isMonthDay = (month: number, day: number): boolean => month >= 1 && month <= 12 && day >= 1 && day <= 31

/** 202603 */
const isMonthNumber = (value: number): boolean =>
  value <= 210_012 && Number.isInteger(value) && isMonthDay(value % 100, 1)

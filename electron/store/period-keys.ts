// The calendar behind the keys of periods: 2026-W10 begins on 2 March and is followed by 2026-W11.

import type { PeriodStep } from '../../shared/model/figure.ts'

const dayLength = 86_400_000
/** 1970-01-01 was a Thursday. */
const mondayBefore = 3

/** Periods of so many days, weeks from Monday on, or of so many months. */
export interface PeriodLength {
  days?: number
  months?: number
}

export const lengthOf: Readonly<Record<PeriodStep, PeriodLength>> = {
  day: { days: 1 },
  week: { days: 7 },
  month: { months: 1 },
  quarter: { months: 3 },
  half: { months: 6 },
  year: { months: 12 },
}

/** Numbers the periods, and says on which day one begins. */
export function calendar({ days, months = 1 }: PeriodLength): {
  indexOf: (day: string) => number
  startOf: (index: number) => string
} {
  if (days !== undefined) {
    const shift = days === 7 ? mondayBefore : 0
    return {
      indexOf: (day) => Math.floor((Date.parse(day) / dayLength + shift) / days),
      startOf: (index) => new Date((index * days - shift) * dayLength).toISOString().slice(0, 10),
    }
  }
  return {
    indexOf: (day) => Math.floor((Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1) / months),
    startOf(index) {
      const month = index * months
      const year = String(Math.floor(month / 12)).padStart(4, '0')
      return `${year}-${String((month % 12) + 1).padStart(2, '0')}-01`
    },
  }
}

/** The key of the period that a day is in. `periodOf` of cells.ts says the same to SQLite. */
export function keyOf(day: string, step: PeriodStep): string {
  const year = day.slice(0, 4)
  const month = Number(day.slice(5, 7))
  switch (step) {
    case 'day':
      return day
    case 'week': {
      // ISO 8601: the week belongs to the year that its Thursday is in.
      const weeks = calendar(lengthOf.week)
      const thursday = Date.parse(weeks.startOf(weeks.indexOf(day))) + 3 * dayLength
      const its = new Date(thursday).toISOString().slice(0, 4)
      const week = Math.floor((thursday - Date.parse(`${its}-01-01`)) / dayLength / 7) + 1
      return `${its}-W${String(week).padStart(2, '0')}`
    }
    case 'month':
      return day.slice(0, 7)
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}`
    case 'half':
      return `${year}-H${Math.ceil(month / 6)}`
    case 'year':
      return year
  }
}

const forms: Readonly<Record<PeriodStep, RegExp>> = {
  day: /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  week: /^(\d{4})-W(0[1-9]|[1-4]\d|5[0-3])$/,
  month: /^(\d{4})-(0[1-9]|1[0-2])$/,
  quarter: /^(\d{4})-Q([1-4])$/,
  half: /^(\d{4})-H([12])$/,
  year: /^(\d{4})$/,
}

/** The first day of the period with this key; undefined for what is no key of the step. */
export function firstDayOf(key: string, step: PeriodStep): string | undefined {
  const match = forms[step].exec(key)
  if (!match) return undefined
  const [, year = '', part = '1'] = match
  if (step === 'day') return key
  if (step === 'week') {
    const weeks = calendar(lengthOf.week)
    // Week 1 has the 4th of January in it.
    const day = weeks.startOf(weeks.indexOf(`${year}-01-04`) + Number(part) - 1)
    return keyOf(day, 'week') === key ? day : undefined
  }
  const month = (Number(part) - 1) * (lengthOf[step].months ?? 1) + 1
  return `${year}-${String(month).padStart(2, '0')}-01`
}

/** Every key from one to another, both included; ascending. Undefined when they are not two keys of the step, or too far apart. */
export function keysBetween(from: string, to: string, step: PeriodStep, most: number): string[] | undefined {
  const [first, last] = [firstDayOf(from, step), firstDayOf(to, step)]
  if (first === undefined || last === undefined) return undefined
  const { indexOf, startOf } = calendar(lengthOf[step])
  const start = indexOf(first)
  const count = indexOf(last) - start + 1
  if (!(count <= most)) return undefined
  return Array.from({ length: count }, (_, index) => keyOf(startOf(start + index), step))
}

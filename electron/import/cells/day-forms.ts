// The day that a cell of a date column stands for, where the cell alone does not tell it: the column says how it writes
// its days. It never reads one column's days in two ways.

import type { FoundColumn } from '../../../shared/model/table.ts'
import type { Look } from './look.ts'
import { momentOf } from './serial-date.ts'

/** Serial days that a column of days may hold: 1970 to 2099. Fewer are amounts. */
export const serialDays = { first: 25_569, last: 73_051 }

/** The ISO day or moment of a cell; undefined for what is no day in this column. `look` is the look at this very cell. */
export function dayOf(
  look: Look,
  { dayForm }: Pick<FoundColumn, 'dayForm'>,
  date1904: boolean,
): string | undefined {
  switch (look.kind) {
    case 'day':
    case 'moment':
    case 'period':
      return look.iso
    case 'either':
      return dayForm === 'month-first' ? look.iso : dayForm === 'day-first' ? look.dayFirst : undefined
    case 'number':
      if (dayForm === 'digits') return dayInDigits(look.value)
      return dayForm === 'serial' ? dayOfSerial(look.value, date1904) : undefined
    case 'blank':
    case 'mark':
    case 'text':
    case 'percent':
    case 'quantity':
    case 'numeral':
    case 'digits':
    case 'clock':
    case 'span':
    case 'boolean':
    case 'answer':
    case 'error':
      return undefined
  }
}

/** 20260304 → 2026-03-04, 202603 → 2026-03-01. */
function dayInDigits(value: number): string | undefined {
  const digits = String(value)
  const written = digits.length === 6 ? `${digits}01` : digits
  if (!/^(?:19|20|21)\d{6}$/.test(written)) return undefined
  const iso = `${written.slice(0, 4)}-${written.slice(4, 6)}-${written.slice(6)}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined
}

function dayOfSerial(value: number, date1904: boolean): string | undefined {
  if (value < serialDays.first - (date1904 ? 1462 : 0) || value >= serialDays.last) return undefined
  const moment = momentOf(value, date1904)
  return moment && (moment.hasTime ? `${moment.day}T${moment.clock}` : moment.day)
}

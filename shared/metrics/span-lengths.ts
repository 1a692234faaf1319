// How long a span of days is, as a person would type it: in months, and in days with both ends counted.

import type { Period } from '../model/figure.ts'
import type { Language } from '../model/language.ts'
import { formatDay, formatValue } from '../numbers/format.ts'
import { daysIn, lengthOf } from '../numbers/periods.ts'
import { spanWords } from '../text/spans.ts'

export interface SpanLengths {
  /** 6个月, 180天: a span of less than half a month in days alone. Each is read back as a duration. */
  lengths: readonly string[]
  /** The span itself, which is where the length comes from. */
  note: string
}

/** Undefined for a span that ends before it begins. */
export function maybeSpanLengths(period: Period, language: Language): SpanLengths | undefined {
  const { from, to } = period
  if (!(from <= to)) return undefined
  const words = spanWords[language]
  const written = (count: number): string =>
    formatValue(count, { kind: 'count', unit: '', rounding: { scale: 1, decimals: 0 } }, language)
  const { count, step } = lengthOf(period)
  return {
    lengths: [
      ...(step === 'month' ? [words.months(written(count))] : []),
      words.days(written(daysIn(period))),
    ],
    note: words.note(formatDay(from, language), formatDay(to, language)),
  }
}

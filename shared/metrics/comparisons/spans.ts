// How long a span of days is: in days, both ends counted, and in months, as a person counts them.

import type { Figure, Period } from '../../model/figure.ts'
import { FigureId, stableId } from '../../model/ids.ts'
import type { Language } from '../../model/language.ts'
import { formatDay } from '../../numbers/format.ts'
import { tidy } from '../../numbers/tidy.ts'
import { comparisonWords } from '../../text/comparisons.ts'

const day = 86_400_000

/** Days of a span, both ends counted: 2026-03-01 to 2026-03-31 are 31. Null when it ends before it begins. */
export function daysOf({ from, to }: Period): number | null {
  const days = (Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / day + 1
  return Number.isFinite(days) && days >= 1 ? days : null
}

/**
 * Months of a span: whole months from its first day on, and what is left as a part of the month it lies in. 3 March to
 * 2 September are 6; 10 July to 25 December 5.5. Null when it ends before it begins.
 */
export function monthsOf({ from, to }: Period): number | null {
  if (daysOf({ from, to }) === null) return null
  const [year = 0, month = 1, date = 1] = from.slice(0, 10).split('-').map(Number)
  // The day after the last: the end that a span of whole months reaches.
  const end = Date.parse(to.slice(0, 10)) + day
  const after = (count: number): number => {
    const length = new Date(Date.UTC(year, month - 1 + count + 1, 0)).getUTCDate()
    return Date.UTC(year, month - 1 + count, Math.min(date, length))
  }
  let whole = 0
  while (after(whole + 1) <= end) whole += 1
  return tidy(whole + (end - after(whole)) / (after(whole + 1) - after(whole)))
}

/** Days and months of a named span as figures, with the span in their notes; none for a span that ends before it begins. */
export function spanFigures(name: string, period: Period, language: Language): Figure[] {
  const { names, notes, units } = comparisonWords[language]
  const note = notes.span(formatDay(period.from, language), formatDay(period.to, language))
  const figure = (role: 'days' | 'months', value: number | null, decimals: number): Figure[] =>
    value === null
      ? []
      : [
          {
            id: FigureId.parse(stableId('f', 'span', role, name, period.from, period.to)),
            name: names[role](name).slice(0, 200),
            kind: 'duration',
            unit: units[role],
            rounding: { scale: 1, decimals },
            origin: { kind: 'typed', value, note },
            additive: true,
          },
        ]
  return [...figure('days', daysOf(period), 0), ...figure('months', monthsOf(period), 1)]
}

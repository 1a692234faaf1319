// How long a span of days is, as figures: in days, both ends counted, and in months.

import type { Figure, Period } from '../../model/figure.ts'
import { FigureId } from '../../model/ids.ts'
import { stableId } from '../../model/stable-id.ts'
import type { Language } from '../../model/language.ts'
import { formatDay } from '../../numbers/format.ts'
import { daysIn, monthsIn } from '../../numbers/periods.ts'
import { tidy } from '../../numbers/tidy.ts'
import { comparisonWords } from '../../text/comparisons.ts'

/** Days and months of a named span, with the span in their notes; none for a span that ends before it begins. */
export function spanFigures(name: string, period: Period, language: Language): Figure[] {
  if (!(period.from <= period.to)) return []
  const { names, notes, units } = comparisonWords[language]
  const note = notes.span(formatDay(period.from, language), formatDay(period.to, language))
  const figure = (role: 'days' | 'months', value: number, decimals: number): Figure => ({
    id: FigureId.parse(stableId('f', 'span', role, name, period.from, period.to)),
    name: names[role](name).slice(0, 200),
    kind: 'duration',
    unit: units[role],
    rounding: { scale: 1, decimals },
    origin: { kind: 'typed', value, note },
    additive: true,
  })
  return [figure('days', daysIn(period), 0), figure('months', tidy(monthsIn(period)), 1)]
}

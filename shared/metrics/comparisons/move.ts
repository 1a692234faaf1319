// What lies between a value before and a value after: the difference, the relative change, and how both are said.

import type { Derived } from '../../model/comparison.ts'
import type { Expression, Period } from '../../model/figure.ts'
import type { FigureState } from '../../model/goal.ts'
import type { Language } from '../../model/language.ts'
import { formatDay, formatPeriod } from '../../numbers/format.ts'
import { keyOfDay, spanOfKey } from '../../numbers/periods.ts'
import { tidy } from '../../numbers/tidy.ts'
import type { Manner, Move } from '../../text/comparison-sentences.ts'
import { type Bench, differenceForm, type Form, percent, sideOf } from './derive.ts'
import { call } from './expressions.ts'

/** A value with the formula that gives it: of an operand the figure itself. */
export interface Solved {
  value: number | null
  expression: Expression
  form: Form
}

/** Below so many, a count is no base for a percentage: one more or less would move it by more than five points. */
const fewest = 20
/** A tenfold growth says that there was next to nothing before. */
const tenfold = 10

/** How a figure is said to move. A price per piece is a level, not an amount that piles up. */
export function mannerOf({ kind, unit }: Pick<Form, 'kind' | 'unit'>): Manner {
  if (kind === 'rate' || kind === 'points') return 'rate'
  if (unit.includes('/')) return 'level'
  return kind === 'count' || kind === 'amount' || kind === 'duration' ? kind : 'level'
}

/** The difference and the relative change as figures, each by the formula given, or else over before and after. */
export function deriveMove(
  bench: Bench,
  name: string,
  before: Solved,
  after: Solved,
  given: {
    delta?: Expression | undefined
    relative?: Expression | undefined
    skip?: readonly ('delta' | 'relative')[]
  } = {},
): { delta: Derived | undefined; relative: Derived | undefined } {
  const form = differenceForm(after.form, before.form)
  const skip = given.skip ?? []
  const delta = skip.includes('delta')
    ? undefined
    : bench.derive(
        { role: 'delta', name: bench.names.delta(name), form },
        given.delta ?? call('change', after.expression, before.expression),
      )
  const relative = skip.includes('relative')
    ? undefined
    : bench.derive(
        { role: 'relative', name: bench.names.relative(name, mannerOf(form)), form: percent },
        given.relative ?? call('growth', after.expression, before.expression),
      )
  warnOfBase(bench, before, after)
  return { delta, relative }
}

/** Warns where a percentage of the base means nothing, or exaggerates. */
export function warnOfBase(
  bench: Bench,
  before: Pick<Solved, 'value' | 'form'>,
  after: Pick<Solved, 'value'>,
): void {
  if (before.value === null) return
  if (before.value <= 0) bench.warn('no-base')
  else if (before.form.kind === 'count' && before.value < fewest) bench.warn('tiny-base')
  else if (after.value !== null && after.value >= tenfold * before.value) bench.warn('tiny-base')
}

/** The words of a move; undefined where a value is missing. */
export function moveOf(
  bench: Bench,
  subject: string,
  before: Pick<Solved, 'value' | 'form'>,
  after: Pick<Solved, 'value' | 'form'>,
  periods: { from?: string | undefined; to?: string | undefined } = {},
): Move | undefined {
  if (before.value === null || after.value === null) return undefined
  const difference = tidy(after.value - before.value)
  // Scores begin anywhere: from 24 to 39 is no growth of a sum.
  const isOfBase = before.value > 0 && after.form.kind !== 'score'
  const relative = isOfBase ? tidy(after.value / before.value - 1) : 0
  return {
    subject,
    manner: mannerOf(after.form),
    before: bench.write(before.value, before.form),
    after: bench.write(after.value, after.form),
    direction: sideOf(difference),
    delta: bench.writeShort(Math.abs(difference), differenceForm(after.form, before.form)),
    ...(relative !== 0 &&
      Number.isFinite(relative) && { relative: bench.writeShort(Math.abs(relative), percent) }),
    ...periods,
  }
}

/** When two figures were measured, as a reader says it; nothing unless both are known and differ. */
export function periodsOf(
  bench: Bench,
  before: FigureState | undefined,
  after: FigureState | undefined,
): { from?: string; to?: string } {
  const from = before && periodName(before, bench.language)
  const to = after && periodName(after, bench.language)
  return from === undefined || to === undefined || from === to ? {} : { from, to }
}

/** The period of a figure: that which it is one part by, else the days it was measured over. */
export function periodName({ part, period }: FigureState, language: Language): string | undefined {
  if (part?.step) return formatDay(part.key, language)
  return period && namedPeriod(period, language)
}

/** 2026年4月 rather than 2026年4月1日至30日, where a span is a whole period of the calendar. */
function namedPeriod(period: Period, language: Language): string {
  for (const step of ['year', 'half', 'quarter', 'month'] as const) {
    const key = keyOfDay(period.from, step)
    const span = spanOfKey(key)
    if (span?.from === period.from && span.to === period.to) return formatDay(key, language)
  }
  return formatPeriod(period, language)
}

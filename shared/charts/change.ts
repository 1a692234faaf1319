// How a change from one value to another is written beside a chart: rates in percentage points, all else relative to what
// it was, unless that is too small to be a base.

import type { Language } from '../model/language.ts'
import { formatPercent, formatPoints, formatValue } from '../numbers/format.ts'
import { tidy } from '../numbers/tidy.ts'
import { chartWords } from '../text/charts.ts'
import { isOn, isPercent } from './axis.ts'
import type { Drawn } from './drawn.ts'

/** +6个百分点, −9.6%; undefined where a value is missing or the two cannot be compared. */
export function changeText(
  before: Drawn | undefined,
  after: Drawn | undefined,
  language: Language,
): string | undefined {
  if (!before || !after || !isOn(before, after)) return undefined
  if (isPercent(after.kind)) return signedPoints(after.value - before.value, after, language)
  const relative = relativeChange(before, after)
  return relative === undefined
    ? signed(after.value - before.value, after, language)
    : `${signOf(relative)}${formatPercent(relative)}`
}

/** after ÷ before − 1, where before is large enough to say so. */
export function relativeChange(before: Drawn, after: Drawn): number | undefined {
  if (before.value <= 0 || after.value < 0 || !isOn(before, after)) return undefined
  if (before.kind === 'count' && before.value < smallestBase) return undefined
  const relative = tidy(after.value / before.value - 1)
  return relative > mostRelative ? undefined : relative
}

/** From 3 to 7 people is no growth of 133 %. */
const smallestBase = 10
/** More than ten times as much is said as a difference. */
const mostRelative = 9

/** A difference with its sign: +1.9万人, -0.2元. */
export const signed = (difference: number, like: Drawn, language: Language, bare = false): string =>
  isPercent(like.kind)
    ? signedPoints(difference, like, language)
    : `${signOf(difference)}${formatValue(tidy(difference), like, language, bare)}`

export const signOf = (value: number): string => (value > 0 ? '+' : '')

function signedPoints(difference: number, like: Drawn, language: Language): string {
  const points = formatPoints(tidy(difference), language, Math.max(1, like.rounding.decimals))
  return `${signOf(difference)}${chartWords[language].shortPoints(points)}`
}

// A value as a person would type it again, with every digit that it has: what is read back is what was there.

import type { Figure } from '../../../shared/model/figure.ts'
import type { Language } from '../../../shared/model/language.ts'
import { decimalsOf, formatValue } from '../../../shared/numbers/format.ts'

const mostDecimals = 10

/** @param bare without the unit and in full, for a field that has the unit beside it */
export function writeExactly(
  value: number,
  figure: Pick<Figure, 'kind' | 'unit' | 'rounding'>,
  language: Language,
  bare = false,
): string {
  // English has no word for 万 and writes in full whatever the scale.
  const scale = bare || language === 'en' ? 1 : figure.rounding.scale
  const percent = figure.unit === '‰' ? 3 : 2
  const shift = figure.kind === 'rate' || figure.kind === 'points' ? percent : -Math.log10(scale)
  const decimals = decimalsOf(value, mostDecimals, shift)
  return formatValue(value, { ...figure, rounding: { scale, decimals } }, language, bare)
}

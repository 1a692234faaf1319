// Reads what a person types as a target or a value, for a figure that already says what it counts.

import type { FigureKind, Rounding } from '../../../shared/model/figure.ts'
import type { Comparator, Polarity } from '../../../shared/model/goal.ts'
import { parseQuantity, parseRatio, type Quantity } from '../../../shared/numbers/parse.ts'
import { parseThreshold } from '../../../shared/numbers/threshold.ts'
import { tidy } from '../../../shared/numbers/tidy.ts'

export interface Target {
  /** In the figure's base unit. */
  value: number
  high?: number
  /** Only when it was typed: ≥5万, 30 以内. */
  comparator?: Comparator
  /** Only when the words tell: 降至10%以下. */
  polarity?: Polarity
}

export type ReadTarget =
  | { ok: true; target: Target }
  | { ok: false; why: 'unreadable' }
  | { ok: false; why: 'unit'; found: string }

/** A bare number means the figure's unit; for a rate it is percent, so that 45 and 45% are the same. */
export function readTarget(text: string, figure: { kind: FigureKind; unit: string }): ReadTarget {
  const quantity = parseThreshold(text)
  if (!quantity) return { ok: false, why: 'unreadable' }
  const rate = figure.kind === 'rate'
  const unit = quantity.percent ? '%' : quantity.unit
  if (unit !== '' && unit !== (rate ? '%' : figure.unit)) return { ok: false, why: 'unit', found: unit }
  const scale = rate && !quantity.percent ? 0.01 : 1
  return {
    ok: true,
    target: {
      value: tidy(quantity.value * scale),
      ...(quantity.high === undefined ? {} : { high: tidy(quantity.high * scale) }),
      ...(quantity.comparator ? { comparator: quantity.comparator } : {}),
      ...(quantity.polarity ? { polarity: quantity.polarity } : {}),
    },
  }
}

const money = /^(元|美元|港元|欧元|日元|英镑|CNY|RMB|USD|EUR|GBP|JPY|HKD|[¥￥$€£])/
const time = /^(秒|分钟|小时|天|日|周|个?月|年|s|min|minutes?|h|hours?|days?|weeks?|months?|years?)$/i
const times = /^(倍|times|x)$/i
const score = /^(分|points?|stars?|星)$/i

/** What a quantity most likely is, by its unit. */
export function kindOf({ percent, unit }: Quantity): FigureKind {
  if (percent) return 'rate'
  if (money.test(unit)) return 'amount'
  if (time.test(unit)) return 'duration'
  if (score.test(unit)) return 'score'
  if (times.test(unit)) return 'ratio'
  return 'count'
}

/** Written again as it was typed: with 万 where 万 was typed, and as many decimals. */
export const roundingOf = ({ scale, decimals }: Quantity): Rounding => ({
  scale: scale === 1e4 || scale === 1e8 ? scale : 1,
  decimals: Math.min(10, scale === 1e4 || scale === 1e8 || scale === 1 ? decimals : 0),
})

/** What a value is, as it was typed: 5.8万人, 48.2%, 1:5.8. Undefined for what is no single value. */
export function readValue(
  text: string,
): { value: number; kind: FigureKind; unit: string; rounding: Rounding } | undefined {
  const ratio = parseRatio(text)
  if (ratio !== undefined) {
    const decimals = text.trim().split('.')[1]?.length ?? 0
    return { value: ratio, kind: 'ratio', unit: '1:n', rounding: { scale: 1, decimals } }
  }
  const quantity = parseQuantity(text)
  if (!quantity || quantity.high !== undefined) return undefined
  return {
    value: quantity.value,
    kind: kindOf(quantity),
    unit: quantity.percent ? '%' : quantity.unit,
    rounding: roundingOf(quantity),
  }
}

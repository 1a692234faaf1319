// Reads what a person types as a target or a value, for a figure that already says what it counts.

import type { FigureKind, Rounding } from '../../../shared/model/figure.ts'
import type { Comparator } from '../../../shared/model/goal.ts'
import { parseQuantity, type Quantity } from '../../../shared/numbers/parse.ts'
import { tidy } from '../../../shared/numbers/tidy.ts'

export interface Target {
  /** In the figure's base unit. */
  value: number
  high?: number
  /** Only when it was typed: ≥5万, 30 以内. */
  comparator?: Comparator
}

export type ReadTarget =
  | { ok: true; target: Target }
  | { ok: false; why: 'unreadable' }
  | { ok: false; why: 'unit'; found: string }

/** A bare number means the figure's unit; for a rate it is percent, so that 45 and 45% are the same. */
export function readTarget(text: string, figure: { kind: FigureKind; unit: string }): ReadTarget {
  const quantity = parseQuantity(text)
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
    },
  }
}

const money = /^(元|美元|港元|欧元|日元|英镑|CNY|RMB|USD|EUR|GBP|JPY|HKD|[¥￥$€£])/
const time = /^(秒|分钟|小时|天|日|周|个?月|年|s|min|minutes?|h|hours?|days?|weeks?|months?|years?)$/i
const score = /^(分|points?|stars?|星)$/i

/** What a quantity most likely is, by its unit. */
export function kindOf({ percent, unit }: Quantity): FigureKind {
  if (percent) return 'rate'
  if (money.test(unit)) return 'amount'
  if (time.test(unit)) return 'duration'
  if (score.test(unit)) return 'score'
  return 'count'
}

/** Written again as it was typed: with 万 where 万 was typed, and as many decimals. */
export const roundingOf = ({ scale, decimals }: Quantity): Rounding => ({
  scale: scale === 1e4 || scale === 1e8 ? scale : 1,
  decimals: Math.min(10, scale === 1e4 || scale === 1e8 || scale === 1 ? decimals : 0),
})

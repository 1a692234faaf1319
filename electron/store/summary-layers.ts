// Coarser summaries made of a fine one: by one column of few values and by months. What most charts show is answered
// from a hundred groups instead of ten thousand, at once and not only when it is asked for again.

import { type Keys, type Placing, foldDays, foldSpan, placeGroups } from './summary-fold.ts'
import { type DaySpan, type Dimension, type NumberSums, type Sums, lost } from './sums.ts'

const fewerGroups = 4

/** The coarsest first, `base` last. Those with not even `fewer` times fewer groups are left out. */
export function layersOf(base: Sums, fewer = fewerGroups): Sums[] {
  const dated = base.dimensions.find(({ position }) => position === base.days?.position)
  const months = dated ? [byMonth(dated)] : []
  const others = base.dimensions
    .filter((dimension) => dimension !== dated)
    .map((dimension) => [asItIs(dimension)])
  const coarser = (others.length > 0 ? others : [[]])
    .map((other) => rollUp(base, [...other, ...months]))
    .filter(({ groups }) => groups * fewer <= base.groups)
  return [...coarser.toSorted((one, other) => one.groups - other.groups), base]
}

const asItIs = (dimension: Dimension): Keys => ({
  dimension,
  values: dimension.values,
  index: Uint16Array.from(dimension.values.keys()),
})

function byMonth(dimension: Dimension): Keys {
  const places = new Map<string | boolean | null, number>()
  const index = Uint16Array.from(dimension.values, (value) => {
    const month = typeof value === 'string' ? `${value.slice(0, 7)}-01` : null
    const place = places.get(month) ?? places.size
    places.set(month, place)
    return place
  })
  return { dimension: { ...dimension, step: 'month' }, values: [...places.keys()], index }
}

function rollUp(base: Sums, keys: readonly Keys[]): Sums {
  const placing = placeGroups(new Uint8Array(base.groups).fill(1), keys)
  const groups = placing.keys.length
  const { days } = base
  return {
    groups,
    rows: foldSpan(base.rows, placing.slots, groups),
    dimensions: keys.map(({ dimension, values }, index) => ({
      ...dimension,
      values: values as Dimension['values'],
      codes: Uint16Array.from(placing.keys, (own) => own[index] ?? 0),
    })),
    numbers: new Map(
      [...base.numbers].map(([position, sums]) => [position, rollUpNumbers(sums, placing, days)]),
    ),
    ...(days && { days: { ...days, ...foldDays(days, placing.slots, groups) } }),
  }
}

function rollUpNumbers(sums: NumberSums, { slots, keys }: Placing, days: DaySpan | undefined): NumberSums {
  const high = new Float64Array(keys.length)
  const low = new Float64Array(keys.length)
  const min = new Float64Array(keys.length).fill(Infinity)
  const max = new Float64Array(keys.length).fill(-Infinity)
  for (let group = 0; group < slots.length; group += 1) {
    const slot = slots[group] ?? 0
    const [before, value] = [high[slot] ?? 0, sums.high[group] ?? 0]
    low[slot] = (low[slot] ?? 0) + (sums.low[group] ?? 0) + lost(before, value)
    high[slot] = before + value
    const [least, most] = [sums.min[group] ?? 0, sums.max[group] ?? 0]
    if (least < (min[slot] ?? 0)) min[slot] = least
    if (most > (max[slot] ?? 0)) max[slot] = most
  }
  const { own } = sums
  if (!own) return { high, low, min, max }
  const ownSlots = slots.map((slot, group) => (own.count[group] === 0 ? -1 : slot))
  return {
    high,
    low,
    min,
    max,
    own: foldSpan(own, slots, keys.length),
    ...(days && { ownDays: foldDays(days, ownSlots, keys.length) }),
  }
}

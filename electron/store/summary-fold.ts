// Adds up groups of a summary that have the same keys. Loops over one array after another: a chart is asked for once,
// and such loops are quick from the first time on.

import type { AggregateFunction } from '../../shared/model/figure.ts'
import type { CellValue } from '../../shared/model/table.ts'
import { type DaySpan, type Dimension, type RowSpan, lost, noDay } from './sums.ts'

/** What is taken together: groups of the summary, or the sums of periods. */
export interface Items extends DaySpan {
  span: RowSpan
  /** How many values each of them is. */
  weights: Float64Array
  high: Float64Array
  low?: Float64Array | undefined
  /** The value that is picked of an item, or told from others. */
  valueOf(item: number, fn: AggregateFunction): CellValue
  /** When it is. */
  atOf(item: number): string | null
}

/** What groups are told apart by: each code of a dimension stands for a value, which several codes may share. */
export interface Keys {
  dimension: Dimension
  /** The first is null, as code 0 is. */
  values: readonly CellValue[]
  /** By code, the index in `values`. */
  index: Uint16Array
}

/** By item, the slot that it goes into, or -1; and for each slot the index of each key in its values. */
export interface Placing {
  slots: Int32Array
  keys: number[][]
}

/** Combinations up to which their slots stand in an array. */
const mostDirect = 1 << 16

/** Numbers the combinations of keys that groups have, in the order in which they come. */
export function placeGroups(kept: Uint8Array, keys: readonly Keys[]): Placing {
  const combined = new Float64Array(kept.length)
  let combinations = 1
  for (const { dimension, index, values } of keys) {
    const { codes } = dimension
    const size = values.length
    for (let group = 0; group < kept.length; group += 1) {
      combined[group] = (combined[group] ?? 0) * size + (index[codes[group] ?? 0] ?? 0)
    }
    combinations *= size
  }
  const slots = new Int32Array(kept.length).fill(-1)
  const found: number[][] = []
  const direct = combinations <= mostDirect ? new Int32Array(combinations).fill(-1) : undefined
  const others = new Map<number, number>()
  for (let group = 0; group < kept.length; group += 1) {
    if (kept[group] === 0) continue
    const combination = combined[group] ?? 0
    let slot = (direct ? direct[combination] : others.get(combination)) ?? -1
    if (slot < 0) {
      slot = found.length
      found.push(keys.map(({ dimension, index }) => index[dimension.codes[group] ?? 0] ?? 0))
      if (direct) direct[combination] = slot
      else others.set(combination, slot)
    }
    slots[group] = slot
  }
  return { slots, keys: found }
}

/** A value, and where it stands. */
export interface Picked {
  value: CellValue
  at: string | null
  first: number
  last: number
}

/** What items of the same keys come to, slot by slot. */
export interface Folded extends DaySpan {
  keys: readonly (readonly number[])[]
  span: RowSpan
  /** How many values `fn` was taken over. */
  weights: Float64Array
  totals: Float64Array
  picks: (Picked | undefined)[]
  different: Set<CellValue>[]
}

export function fold(items: Items, { slots, keys }: Placing, fn: AggregateFunction): Folded {
  const count = keys.length
  const weights = new Float64Array(count)
  for (let item = 0; item < slots.length; item += 1) {
    const slot = slots[item] ?? -1
    if (slot >= 0) weights[slot] = (weights[slot] ?? 0) + (items.weights[item] ?? 0)
  }
  return {
    keys,
    span: foldSpan(items.span, slots, count),
    weights,
    ...foldDays(items, slots, count),
    totals: fn === 'sum' || fn === 'avg' ? foldTotals(items, slots, count) : weights,
    picks: isPick(fn) ? foldPicks(items, slots, count, fn) : [],
    different: fn === 'distinct' ? foldDifferent(items, slots, count) : [],
  }
}

export function foldSpan(span: RowSpan, slots: Int32Array, slotCount: number): RowSpan {
  const count = new Float64Array(slotCount)
  const first = new Float64Array(slotCount).fill(Infinity)
  const last = new Float64Array(slotCount).fill(-Infinity)
  for (let item = 0; item < slots.length; item += 1) {
    const slot = slots[item] ?? -1
    if (slot < 0) continue
    count[slot] = (count[slot] ?? 0) + (span.count[item] ?? 0)
    const [from, to] = [span.first[item] ?? 0, span.last[item] ?? 0]
    if (from < (first[slot] ?? 0)) first[slot] = from
    if (to > (last[slot] ?? 0)) last[slot] = to
  }
  return { count, first, last }
}

export function foldDays(items: DaySpan, slots: Int32Array, count: number): DaySpan {
  const from = new Int32Array(count).fill(noDay)
  const to = new Int32Array(count).fill(-1)
  for (let item = 0; item < slots.length; item += 1) {
    const slot = slots[item] ?? -1
    if (slot < 0) continue
    const [start, end] = [items.from[item] ?? noDay, items.to[item] ?? -1]
    if (start < (from[slot] ?? 0)) from[slot] = start
    if (end > (to[slot] ?? 0)) to[slot] = end
  }
  return { from, to }
}

/** Keeps what each addition loses, and so rounds once, at the end. */
function foldTotals({ high, low }: Items, slots: Int32Array, count: number): Float64Array {
  const totals = new Float64Array(count)
  const rests = new Float64Array(count)
  for (let item = 0; item < slots.length; item += 1) {
    const slot = slots[item] ?? -1
    if (slot < 0) continue
    const before = totals[slot] ?? 0
    const value = high[item] ?? 0
    rests[slot] = (rests[slot] ?? 0) + lost(before, value) + (low?.[item] ?? 0)
    totals[slot] = before + value
  }
  for (let slot = 0; slot < count; slot += 1) totals[slot] = (totals[slot] ?? 0) + (rests[slot] ?? 0)
  return totals
}

type PickFunction = 'min' | 'max' | 'first' | 'last'
export const isPick = (fn: AggregateFunction): fn is PickFunction =>
  fn === 'min' || fn === 'max' || fn === 'first' || fn === 'last'

function foldPicks(items: Items, slots: Int32Array, count: number, fn: PickFunction): Folded['picks'] {
  const picks = Array.from({ length: count }, (): Picked | undefined => undefined)
  for (const [item, slot] of slots.entries()) {
    if (slot < 0) continue
    const candidate: Picked = {
      value: items.valueOf(item, fn),
      at: items.atOf(item),
      first: items.span.first[item] ?? 0,
      last: items.span.last[item] ?? 0,
    }
    const best = picks[slot]
    if (!best || isBefore(candidate, best, fn)) picks[slot] = candidate
  }
  return picks
}

/** The order in which aggregate.ts takes rows (`picks`). NULL stands before any value, as SQLite has it. */
function isBefore(one: Picked, other: Picked, fn: PickFunction): boolean {
  if (fn === 'min' || fn === 'max') {
    const order = compare(one.value, other.value) * (fn === 'max' ? -1 : 1)
    return (order || compare(one.at, other.at) || one.first - other.first) < 0
  }
  const blank = Number(one.at === null) - Number(other.at === null)
  if (fn === 'first') return (blank || compare(one.at, other.at) || one.first - other.first) < 0
  return (blank || compare(other.at, one.at) || other.last - one.last) < 0
}

/** Orders two values of one column: NULL, then by size; texts by their bytes. */
export function compare(one: CellValue, other: CellValue): number {
  if (one === other) return 0
  if (one === null || other === null) return one === null ? -1 : 1
  if (typeof one === 'string' && typeof other === 'string') {
    return Buffer.compare(Buffer.from(one), Buffer.from(other))
  }
  return one < other ? -1 : 1
}

function foldDifferent(items: Items, slots: Int32Array, count: number): Folded['different'] {
  const different = Array.from({ length: count }, () => new Set<CellValue>())
  for (const [item, slot] of slots.entries()) different[slot]?.add(items.valueOf(item, 'distinct'))
  return different
}

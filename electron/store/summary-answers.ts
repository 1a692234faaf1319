// Answers from a summary what aggregate.ts would answer from the rows, to the last digit; or says that it cannot.

import type { AggregateFunction } from '../../shared/model/figure.ts'
import { lastDayOf } from '../../shared/numbers/dates.ts'
import type { CellValue } from '../../shared/model/table.ts'
import { type Aggregation, type Group, isPeriodKey, tidied } from './aggregate.ts'
import { isDated } from './cells.ts'
import { type StoredTable, columnOf } from './stored-table.ts'
import { type Folded, type Items, type Keys, compare, fold, isPick, placeGroups } from './summary-fold.ts'
import { type Operand, maybeDays, maybeKept, maybeKeys, maybeOperand } from './summary-keys.ts'
import { type Days, type Sums, noDay } from './sums.ts'

/** Gives the value of one cell, by row number and the column's position. */
export type CellAt = (row: number, position: number) => CellValue

/** Undefined where only the rows can tell. Throws RecapError `column-unknown`. */
export function answerFromSummary(
  sums: Sums,
  table: StoredTable,
  wanted: Aggregation,
  cellAt: CellAt,
): Group[] | undefined {
  const { fn, by, per } = wanted
  const operand = maybeOperand(sums, table, wanted)
  const keys = by.map((key) => maybeKeys(sums, table, key))
  const periods = per && maybeKeys(sums, table, per)
  const kept = maybeKept(sums, table, wanted)
  const dated = per
    ? columnOf(table, per.column).position
    : table.columns.findIndex(({ type }) => isDated(type))
  const days = dated < 0 ? withoutDays(sums.groups) : maybeDays(sums, dated)
  if (!operand || !kept || !days || !isWhole(keys) || (per && !periods)) return undefined
  // Combinations of keys are told apart by numbers.
  if (
    [...keys, ...(periods ? [periods] : [])].reduce((all, { values }) => all * values.length, 1) >
    2 ** 53
  ) {
    return undefined
  }
  // Of several days a group does not tell on which of them a value stood.
  if (isPick(fn) && !per && days.from.some((from, group) => from < (days.to[group] ?? -1))) return undefined

  keepOnlyWith(operand, kept)
  const when = days === sums.days ? { ...days, ...operand.numbers?.ownDays } : days
  let answer: Folded
  if (periods) {
    const placing = placeGroups(kept, [...keys, periods])
    answer = overPeriods(fold(itemsOf(operand, when), placing, 'sum'), periods, fn)
  } else {
    answer = fold(itemsOf(operand, when), placeGroups(kept, keys), fn)
    // The number itself was not kept, only where it stands.
    if ((fn === 'first' || fn === 'last') && operand.numbers) {
      for (const pick of answer.picks) if (pick) pick.value = cellAt(pick[fn], operand.position)
    }
  }
  return groupsOf(answer, keys, days, table, wanted, dated)
}

/** Whether every row takes part in a measure, so that its groups are all there are. */
export function isOfEveryRow(
  sums: Sums,
  table: StoredTable,
  wanted: Pick<Aggregation, 'fn' | 'column'>,
): boolean {
  const operand = maybeOperand(sums, table, wanted)
  return operand?.span === sums.rows && operand.dimension === undefined
}

const isWhole = <T>(list: readonly (T | undefined)[]): list is readonly T[] => !list.includes(undefined)

const withoutDays = (groups: number): Pick<Days, 'sorted' | 'from' | 'to'> => ({
  sorted: [],
  from: new Int32Array(groups).fill(noDay),
  to: new Int32Array(groups).fill(-1),
})

function itemsOf(
  { span, numbers, dimension }: Operand,
  { sorted, from, to }: Pick<Days, 'sorted' | 'from' | 'to'>,
): Items {
  return {
    span,
    weights: span.count,
    high: numbers?.high ?? span.count,
    low: numbers?.low,
    from,
    to,
    valueOf: dimension
      ? (group) => dimension.values[dimension.codes[group] ?? 0] ?? null
      : (group, fn) => (fn === 'max' ? numbers?.max : numbers?.min)?.[group] ?? null,
    atOf: (group) => sorted[to[group] ?? -1] ?? null,
  }
}

/** Groups in which nothing is to be taken take no part. */
function keepOnlyWith({ span, dimension }: Operand, kept: Uint8Array): void {
  const { count } = span
  const codes = dimension?.codes
  for (let group = 0; group < kept.length; group += 1) {
    if (count[group] === 0 || codes?.[group] === 0) kept[group] = 0
  }
}

/** Takes `fn` over the sums of periods, the last of the keys. Rows without a day have no part in it. */
function overPeriods(sums: Folded, periods: Keys, fn: AggregateFunction): Folded {
  const periodOf = (item: number): string | null => {
    const period = periods.values[sums.keys[item]?.at(-1) ?? 0]
    return typeof period === 'string' ? period : null
  }
  const places = new Map<string, number>()
  const keys: number[][] = []
  const slots = Int32Array.from(sums.keys, (own, item) => {
    if (periodOf(item) === null) return -1
    const others = own.slice(0, -1)
    const slot = places.get(others.join()) ?? keys.length
    if (slot === keys.length) keys.push(others)
    places.set(others.join(), slot)
    return slot
  })
  const items: Items = {
    span: sums.span,
    weights: new Float64Array(slots.length).fill(1),
    high: sums.totals,
    from: sums.from,
    to: sums.to,
    valueOf: (item) => sums.totals[item] ?? null,
    atOf: periodOf,
  }
  return fold(items, { slots, keys }, fn)
}

function groupsOf(
  answer: Folded,
  keys: readonly Keys[],
  days: Pick<Days, 'sorted'>,
  table: StoredTable,
  { fn, by }: Aggregation,
  dated: number,
): Group[] {
  const step = table.columns[dated]?.step
  const ordering = by.flatMap((key, index) => (isPeriodKey(table, key) ? [index] : []))
  return answer.keys
    .map((own, slot): Group => {
      const last = days.sorted[answer.to[slot] ?? -1]
      return {
        keys: own.map((place, index) => keys[index]?.values[place] ?? null),
        value: tidied(valueOf(answer, slot, fn)),
        at: answer.picks[slot]?.at ?? null,
        from: days.sorted[answer.from[slot] ?? noDay] ?? null,
        to: last === undefined ? null : lastDayOf(last, step),
        rows: answer.span.count[slot] ?? 0,
        first: answer.span.first[slot] ?? 0,
        last: answer.span.last[slot] ?? 0,
        left: null,
        right: null,
      }
    })
    .toSorted((one, other) => {
      for (const index of ordering) {
        const order = compare(one.keys[index] ?? null, other.keys[index] ?? null)
        if (order !== 0) return order
      }
      return one.first - other.first
    })
}

function valueOf(
  { totals, weights, picks, different }: Folded,
  slot: number,
  fn: AggregateFunction,
): CellValue {
  switch (fn) {
    case 'sum':
      return totals[slot] ?? 0
    case 'avg':
      return (totals[slot] ?? 0) / (weights[slot] ?? 1)
    case 'count':
      return weights[slot] ?? 0
    case 'distinct':
      return different[slot]?.size ?? 0
    case 'min':
    case 'max':
    case 'first':
    case 'last':
      return picks[slot]?.value ?? null
  }
}

// What a question asks of a summary: which of its groups take part, by what they are told apart, and what is taken of
// them. Undefined wherever only the rows can tell. Adding up is in summary-answers.ts.

import type { CellValue, RowFilter } from '../../shared/model/table.ts'
import { keyOfDay } from '../../shared/numbers/periods.ts'
import type { Aggregation, GroupKey } from './aggregate.ts'
import { isDated } from './cells.ts'
import { type StoredTable, columnOf } from './stored-table.ts'
import type { Keys } from './summary-fold.ts'
import { type Days, type Dimension, type NumberSums, type RowSpan, type Sums, daysOf } from './sums.ts'

/** What a function is taken of: numbers, the values of a dimension, or without either the rows themselves. */
export interface Operand {
  /** The rows that have it. */
  span: RowSpan
  numbers?: NumberSums
  dimension?: Dimension
  /** Of its column. */
  position: number
}

export function maybeOperand(
  sums: Sums,
  table: StoredTable,
  { fn, column, per }: Pick<Aggregation, 'fn' | 'column' | 'per'>,
): Operand | undefined {
  if (column === undefined) return fn === 'count' ? { span: sums.rows, position: -1 } : undefined
  const { position } = columnOf(table, column)
  const numbers = sums.numbers.get(position)
  if (numbers) {
    // Different numbers were not kept; different sums of periods can be told.
    return fn === 'distinct' && !per ? undefined : { span: numbers.own ?? sums.rows, numbers, position }
  }
  const dimension = maybeDimension(sums, table, { column })
  return !dimension || per || fn === 'sum' || fn === 'avg'
    ? undefined
    : { span: sums.rows, dimension, position }
}

export function maybeKeys(sums: Sums, table: StoredTable, key: GroupKey): Keys | undefined {
  const dimension = maybeDimension(sums, table, key)
  if (!dimension) return undefined
  const places = new Map<CellValue, number>()
  const index = Uint16Array.from(dimension.values, (value) => {
    const shown = shownBy(table, key, value)
    const place = places.get(shown) ?? places.size
    places.set(shown, place)
    return place
  })
  return { dimension, index, values: [...places.keys()] }
}

/** With a step, days as the keys of their periods. */
const shownBy = (table: StoredTable, { step }: Pick<GroupKey, 'step'>, value: CellValue): CellValue =>
  step && typeof value === 'string' ? keyOfDay(value, step, table.yearStart) : value

/** The dimension whose values are those of the column, or at least tell the periods. */
function maybeDimension(sums: Sums, table: StoredTable, { column, step }: GroupKey): Dimension | undefined {
  const found = columnOf(table, column)
  const dimension = sums.dimensions.find(({ position }) => position === found.position)
  if (!dimension || (step && !isDated(found.column.type))) return undefined
  const isTold =
    dimension.step === undefined ||
    (dimension.step === 'day' ? step !== undefined : step !== undefined && step !== 'day' && step !== 'week')
  return isTold ? dimension : undefined
}

/** By group, 1 for those that pass all filters. */
export function maybeKept(
  sums: Sums,
  table: StoredTable,
  { filters, where = [] }: Pick<Aggregation, 'filters' | 'where'>,
): Uint8Array | undefined {
  const tests = [
    ...filters.map((filter): Test | undefined => {
      const dimension = maybeDimension(sums, table, filter)
      return dimension && { dimension, passes: (value) => shownBy(table, filter, value) === filter.is }
    }),
    ...where.map((filter) => maybeTest(sums, table, filter)),
  ]
  const kept = new Uint8Array(sums.groups).fill(1)
  for (const test of tests) {
    if (!test) return undefined
    const { codes, values } = test.dimension
    const isPassing = Uint8Array.from(values, (value) => (test.passes(value) ? 1 : 0))
    for (let group = 0; group < kept.length; group += 1) {
      if (isPassing[codes[group] ?? 0] === 0) kept[group] = 0
    }
  }
  return kept
}

interface Test {
  dimension: Dimension
  passes: (value: CellValue) => boolean
}

/** As row-filter.ts has it. Whether a blank cell showed something the summary does not know. */
function maybeTest(sums: Sums, table: StoredTable, filter: RowFilter): Test | undefined {
  const { column, kind } = filter
  const isOfDays = isDated(columnOf(table, column).column.type)
  if (kind === 'is') {
    const dimension = maybeDimension(sums, table, { column })
    return dimension && { dimension, passes: (value) => filter.values.includes(value) }
  }
  if (kind !== 'between' || !isOfDays) return undefined
  const dimension = maybeDimension(sums, table, { column, step: 'day' })
  const { from, to } = filter
  if (!dimension || !isDayAtMost(from) || !isDayAtMost(to)) return undefined
  return {
    dimension,
    passes: (value) =>
      (from === undefined && to === undefined) ||
      (typeof value === 'string' &&
        (from === undefined || value >= from) &&
        (to === undefined || value.slice(0, to.length) <= to)),
  }
}

const isDayAtMost = (end: number | string | undefined): end is string | undefined =>
  end === undefined || (typeof end === 'string' && end.length <= '2026-03-01'.length)

/** The days of the column at `position`. Undefined when the summary does not know them. */
export function maybeDays(sums: Sums, position: number): Days | undefined {
  if (sums.days?.position === position) return sums.days
  const dimension = sums.dimensions.find((one) => one.position === position)
  return dimension && daysOf(dimension)
}

// What rows add up to, by groups. Plain arrays, a place for each group; nothing here reads or answers.

/** Numbers of a column, by group. Sums stand as two doubles whose sum they are, `low` being what `high` cannot hold. */
export interface NumberSums {
  high: Float64Array
  low: Float64Array
  min: Float64Array
  max: Float64Array
  /** How many cells are numbers, and in which rows the first and the last of them stand; absent where all are. */
  own?: RowSpan
  /** When those rows were, where the days of a group are not one. */
  ownDays?: DaySpan
}

/** By group. Of a group without rows `first` is above `last`. */
export interface RowSpan {
  count: Float64Array
  first: Float64Array
  last: Float64Array
}

/** A column by whose values rows are grouped. */
export interface Dimension {
  position: number
  /** By code. Code 0 is null; a boolean is kept as such. */
  values: readonly (string | boolean | null)[]
  /** By group. */
  codes: Uint16Array
  /** The values are not those of the cells, but the first days of the periods that they are in. */
  step?: 'day' | 'month'
}

export interface Sums {
  groups: number
  rows: RowSpan
  dimensions: readonly Dimension[]
  /** By position. */
  numbers: ReadonlyMap<number, NumberSums>
  /** By the first column that has days; absent without one. */
  days?: Days
}

/** When the rows of each group were. */
export interface Days extends DaySpan {
  /** Of the column. */
  position: number
  /** Ascending. */
  sorted: readonly string[]
}

/** By group, the places of the first and the last day among all days; `noDay` and -1 for none. */
export interface DaySpan {
  from: Int32Array
  to: Int32Array
}

export const noDay = 0x7fffffff

/** The days of a dimension whose values are days. */
export function daysOf({ position, values, codes }: Dimension): Days {
  const sorted = values.filter((value) => typeof value === 'string').toSorted()
  const places = new Map<unknown, number>(sorted.map((day, place) => [day, place]))
  const byCode = Int32Array.from(values, (value) => places.get(value) ?? -1)
  const from = new Int32Array(codes.length)
  const to = new Int32Array(codes.length)
  for (let group = 0; group < codes.length; group += 1) {
    const place = byCode[codes[group] ?? 0] ?? -1
    from[group] = place < 0 ? noDay : place
    to[group] = place
  }
  return { position, sorted, from, to }
}

/**
 * What the sum of two doubles cannot hold of it, exactly (Knuth, The Art of Computer Programming 2, 4.2.2, theorem B).
 */
export function lost(one: number, other: number): number {
  const sum = one + other
  const part = sum - one
  return one - (sum - part) + (other - part)
}

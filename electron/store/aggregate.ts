// The one way rows become numbers: filter, group, sum. It divides nothing but an average and knows no unit.

import { recordRow } from '../../shared/model/cell-address.ts'
import { tidy } from '../../shared/numbers/tidy.ts'
import type { AggregateFunction, Filter, PeriodStep } from '../../shared/model/figure.ts'
import type { ColumnId } from '../../shared/model/ids.ts'
import type { CellValue, Column, RowFilter } from '../../shared/model/table.ts'
import { RecapError } from '../../shared/errors.ts'
import { lastDayOf } from '../../shared/numbers/dates.ts'
import { dayOf, fromSql, isDated, isNumeric, periodOf, toSql } from './cells.ts'
import type { Database, SqlValue } from './database.ts'
import { conditionOf } from './row-filter.ts'
import { type StoredTable, columnOf } from './stored-table.ts'

/** What rows are grouped by: the value of a column, or the period of a date column. */
export interface GroupKey {
  column: ColumnId
  step?: PeriodStep | undefined
}

export interface Aggregation {
  fn: AggregateFunction
  /** Only `count` does without. */
  column?: ColumnId | undefined
  filters: readonly Filter[]
  where?: readonly RowFilter[] | undefined
  by: readonly GroupKey[]
  /** Rows are first summed by this period, and `fn` is taken over the sums. */
  per?: { column: ColumnId; step: PeriodStep } | undefined
}

export interface Group {
  /** One for each of `by`. */
  keys: CellValue[]
  /** In the column's own scale. */
  value: CellValue
  /** For min, max, first, last: the day, or the period of `per`, where the value stands. */
  at: string | null
  /** First and last day of the rows that took part. */
  from: string | null
  to: string | null
  rows: number
  /** First and last row number that took part. */
  first: number
  last: number
  /** First and last column of the sheet, counted from 0, that gave the records of an unpivoted table. */
  left: number | null
  right: number | null
}

/** total() and not sum(), which fails where integers add up to more than 2^63. */
const totals = {
  sum: 'total(value)',
  avg: 'avg(value)',
  count: 'count(*)',
  distinct: 'count(DISTINCT value)',
}

/** Which row is picked; equal values are told apart by date and then by place in the sheet. */
const picks = {
  min: 'value, at, first',
  max: 'value DESC, at, first',
  first: 'at IS NULL, at, first',
  last: 'at IS NULL, at DESC, last DESC',
}

/**
 * Groups in which at least one row took part: by date where a key is one, else in the sheet's order.
 * Numbers are aggregated over the cells that are numbers; a cell that did not fit its column takes no part.
 * Throws RecapError `column-unknown`.
 */
export function aggregate(database: Database, table: StoredTable, wanted: Aggregation): Group[] {
  const values: SqlValue[] = []
  const keys = wanted.by.map((_, index) => `k${index}`)
  const grouping = keys.length > 0 ? `GROUP BY ${keys.join(', ')}` : ''
  const relation = wanted.per ? sumPer(table, wanted, keys, values) : participants(table, wanted, values)
  const list = [...keys, ''].join(', ')
  const { fn } = wanted

  const select =
    fn in picks
      ? pickSql(list, keys, relation, picks[fn as keyof typeof picks])
      : `SELECT ${list} ${totals[fn as keyof typeof totals]} AS value, NULL AS at, sum(n) AS rows,
           ${extents}
         FROM (${relation}) ${grouping}`
  const order = [
    ...wanted.by.flatMap((key, index) => (isPeriodKey(table, key) ? [`k${index}`] : [])),
    'first',
  ].join(', ')

  interface Row extends Record<string, SqlValue> {
    value: SqlValue
    at: string | null
    rows: number
    first: number
    last: number
    left_column: number | null
    right_column: number | null
    from_day: string | null
    to_day: string | null
  }
  const dated = datedColumn(table, wanted)
  return database
    .all<Row>(`SELECT * FROM (${select}) WHERE rows > 0 ORDER BY ${order}`, values)
    .map((row) => ({
      keys: keys.map((key) => fromSql(row[key] ?? null)),
      value: tidied(fromSql(row.value)),
      at: row.at,
      from: row.from_day,
      to: row.to_day && lastDayOf(row.to_day, dated?.step),
      rows: row.rows,
      first: row.first,
      last: row.last,
      left: row.left_column,
      right: row.right_column,
    }))
}

export const tidied = (value: CellValue): CellValue => (typeof value === 'number' ? tidy(value) : value)

export const isPeriodKey = (table: StoredTable, key: GroupKey): boolean =>
  key.step !== undefined || isDated(columnOf(table, key.column).column.type)

/** How far rows that are taken together reach: in the sheet and in time. */
const ends = {
  first: 'min(first)',
  last: 'max(last)',
  left_column: 'min(left_column)',
  right_column: 'max(right_column)',
  from_day: 'min(from_day)',
  to_day: 'max(to_day)',
}
const extents = Object.entries(ends)
  .map(([name, end]) => `${end} AS ${name}`)
  .join(', ')

/** Row numbers of an unpivoted table from one row of the sheet to the next. */
const rowStep = recordRow(1, 0)

/** The column that tells when a row was. */
const datedColumn = (table: StoredTable, { per }: Aggregation): Column | undefined =>
  per ? columnOf(table, per.column).column : table.columns.find((column) => isDated(column.type))

/** One row for each row that takes part. */
function participants(table: StoredTable, wanted: Aggregation, values: SqlValue[]): string {
  const keys = wanted.by.map((key, index) => `${keyOf(table, key)} AS k${index}, `).join('')
  const dated = datedColumn(table, wanted)
  const day = dated ? dayOf(columnOf(table, dated.id).cell) : 'NULL'
  const at = wanted.per ? keyOf(table, wanted.per) : day
  const conditions = wanted.filters.map((filter) => {
    values.push(toSql(filter.is))
    return `${keyOf(table, filter)} = ?`
  })
  if (wanted.where && wanted.where.length > 0) {
    const condition = conditionOf(table, wanted.where)
    values.push(...condition.values)
    conditions.push(condition.sql)
  }
  const { value, takesPart } = operand(table, wanted)
  const column = table.layout?.kind === 'unpivot' ? `row % ${rowStep}` : 'NULL'
  return `SELECT ${keys} ${value} AS value, ${at} AS at, 1 AS n, row AS first, row AS last, ${column} AS left_column,
      ${column} AS right_column, ${day} AS from_day, ${day} AS to_day
    FROM ${table.rows} WHERE ${[...conditions, takesPart].join(' AND ')}`
}

function operand(table: StoredTable, { fn, column }: Aggregation): { value: string; takesPart: string } {
  if (column === undefined) {
    if (fn !== 'count') throw new RecapError('column-unknown', `${fn} needs a column`, { column: '' })
    return { value: '1', takesPart: 'TRUE' }
  }
  const found = columnOf(table, column)
  const anyKind =
    fn === 'count' || fn === 'distinct' || (!isNumeric(found.column.type) && fn !== 'sum' && fn !== 'avg')
  const takesPart = anyKind ? `${found.cell} IS NOT NULL` : `typeof(${found.cell}) IN ('integer', 'real')`
  return { value: found.cell, takesPart }
}

function sumPer(
  table: StoredTable,
  wanted: Aggregation,
  keys: readonly string[],
  values: SqlValue[],
): string {
  return `SELECT ${[...keys, ''].join(', ')} total(value) AS value, at, sum(n) AS n, ${extents}
    FROM (${participants(table, wanted, values)}) WHERE at IS NOT NULL GROUP BY ${[...keys, 'at'].join(', ')}`
}

function pickSql(list: string, keys: readonly string[], relation: string, order: string): string {
  const partition = keys.length > 0 ? `PARTITION BY ${keys.join(', ')}` : ''
  const whole = `OVER (${partition})`
  const reaching = Object.entries(ends).map(([name, end]) => `${end} ${whole} AS whole_${name}`)
  const names = Object.keys(ends).map((name) => `whole_${name} AS ${name}`)
  return `SELECT ${list} value, at, rows, ${names.join(', ')}
    FROM (
      SELECT *, row_number() OVER (${partition} ORDER BY ${order}) AS place, sum(n) ${whole} AS rows,
        ${reaching.join(', ')}
      FROM (${relation})
    ) WHERE place = 1`
}

/** The SQL of a key. Throws RecapError `column-unknown`. */
export function keyOf(table: StoredTable, key: GroupKey): string {
  const { cell } = columnOf(table, key.column)
  return key.step ? periodOf(cell, key.step, table.yearStart) : cell
}

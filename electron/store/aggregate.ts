// The one way rows become numbers: filter, group, sum. It divides nothing but an average and knows no unit.

import { tidy } from '../../shared/numbers/tidy.ts'
import type { AggregateFunction, Filter, PeriodStep } from '../../shared/model/figure.ts'
import type { ColumnId } from '../../shared/model/ids.ts'
import type { CellValue, Column } from '../../shared/model/table.ts'
import { RecapError } from '../../shared/errors.ts'
import { dayOf, fromSql, isDated, isNumeric, periodOf, toSql } from './cells.ts'
import type { Database, SqlValue } from './database.ts'
import type { StoredTable } from './stored-table.ts'

export interface Aggregation {
  fn: AggregateFunction
  /** Only `count` does without. */
  column?: ColumnId | undefined
  filters: readonly Filter[]
  by: readonly { column: ColumnId; step?: PeriodStep | undefined }[]
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
}

const totals = { sum: 'sum(value)', avg: 'avg(value)', count: 'count(*)', distinct: 'count(DISTINCT value)' }

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
           min(first) AS first, max(last) AS last, min(from_day) AS from_day, max(to_day) AS to_day
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
    from_day: string | null
    to_day: string | null
  }
  return database
    .all<Row>(`SELECT * FROM (${select}) WHERE rows > 0 ORDER BY ${order}`, values)
    .map((row) => ({
      keys: keys.map((key) => fromSql(row[key] ?? null)),
      value: tidied(fromSql(row.value)),
      at: row.at,
      from: row.from_day,
      to: row.to_day,
      rows: row.rows,
      first: row.first,
      last: row.last,
    }))
}

const tidied = (value: CellValue): CellValue => (typeof value === 'number' ? tidy(value) : value)

const isPeriodKey = (table: StoredTable, key: Aggregation['by'][number]): boolean =>
  key.step !== undefined || isDated(columnOf(table, key.column).column.type)

/** One row for each row that takes part. */
function participants(table: StoredTable, wanted: Aggregation, values: SqlValue[]): string {
  const keys = wanted.by.map((key, index) => `${keyOf(table, key)} AS k${index}, `).join('')
  const dated = wanted.per?.column ?? table.columns.find((column) => isDated(column.type))?.id
  const day = dated ? dayOf(columnOf(table, dated).cell) : 'NULL'
  const at = wanted.per ? keyOf(table, wanted.per) : day
  const conditions = wanted.filters.map((filter) => {
    values.push(toSql(filter.is))
    return `${keyOf(table, filter)} = ?`
  })
  const { value, takesPart } = operand(table, wanted)
  return `SELECT ${keys} ${value} AS value, ${at} AS at, 1 AS n, row AS first, row AS last, ${day} AS from_day, ${day} AS to_day
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
  return `SELECT ${[...keys, ''].join(', ')} sum(value) AS value, at, sum(n) AS n, min(first) AS first, max(last) AS last,
      min(from_day) AS from_day, max(to_day) AS to_day
    FROM (${participants(table, wanted, values)}) WHERE at IS NOT NULL GROUP BY ${[...keys, 'at'].join(', ')}`
}

function pickSql(list: string, keys: readonly string[], relation: string, order: string): string {
  const partition = keys.length > 0 ? `PARTITION BY ${keys.join(', ')}` : ''
  const whole = `OVER (${partition})`
  return `SELECT ${list} value, at, rows, first_row AS first, last_row AS last, first_day AS from_day, last_day AS to_day
    FROM (
      SELECT *, row_number() OVER (${partition} ORDER BY ${order}) AS place, sum(n) ${whole} AS rows,
        min(first) ${whole} AS first_row, max(last) ${whole} AS last_row,
        min(from_day) ${whole} AS first_day, max(to_day) ${whole} AS last_day
      FROM (${relation})
    ) WHERE place = 1`
}

function keyOf(table: StoredTable, key: { column: ColumnId; step?: PeriodStep | undefined }): string {
  const { cell } = columnOf(table, key.column)
  return key.step ? periodOf(cell, key.step) : cell
}

/** A column and its name in SQL, which never comes from the data. */
function columnOf(table: StoredTable, id: ColumnId): { column: Column; cell: string } {
  const index = table.columns.findIndex((column) => column.id === id)
  const column = table.columns[index]
  if (!column) throw new RecapError('column-unknown', `no column ${id} in ${table.id}`, { column: id })
  return { column, cell: `c${index}` }
}

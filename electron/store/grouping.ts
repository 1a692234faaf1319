// Groups of a table's rows with several measures at once, and nothing else of them: what charts and queries need.
// Figures, which also say where their rows stand, are read by aggregate.ts.

import type { AggregateFunction } from '../../shared/model/figure.ts'
import type { ColumnId } from '../../shared/model/ids.ts'
import type { CellValue, RowFilter } from '../../shared/model/table.ts'
import { RecapError } from '../../shared/errors.ts'
import { type Aggregation, type Group, type GroupKey, isPeriodKey, keyOf, tidied } from './aggregate.ts'
import { fromSql, isNumeric } from './cells.ts'
import type { Database, SqlValue } from './database.ts'
import { conditionOf } from './row-filter.ts'
import { type StoredTable, columnOf } from './stored-table.ts'

/** Only `count` does without a column. */
export interface Measure {
  fn: AggregateFunction
  column?: ColumnId | undefined
}

export interface Grouping {
  by: readonly GroupKey[]
  measures: readonly Measure[]
  where?: readonly RowFilter[] | undefined
}

/**
 * The keys, one for each of `by`, and behind them the measures, each in its column's own scale: null, of a count 0,
 * where no cell took part.
 */
export type GroupRow = CellValue[]

/**
 * Groups that have rows: by date where a key is one, else in the sheet's order. Without keys one group, rows or not.
 * `pick` answers for measures of the first or last row. Throws RecapError `column-unknown`.
 */
export function groupRows(
  database: Database,
  table: StoredTable,
  grouping: Grouping,
  pick: (wanted: Aggregation) => readonly Group[],
): GroupRow[] {
  const { by, measures, where = [] } = grouping
  const condition = conditionOf(table, where)
  const keys = by.map((_, index) => `k${index}`)
  const selected = [
    ...by.map((key, index) => `${keyOf(table, key)} AS k${index}`),
    ...measures.map((measure) => measureSql(table, measure)),
    'min(row) AS first',
  ]
  const periods = by.flatMap((key, index) => (isPeriodKey(table, key) ? [`k${index}`] : []))
  const groups = database.lists(
    `SELECT ${selected.join(', ')} FROM ${table.rows} WHERE ${condition.sql}
     ${keys.length > 0 ? `GROUP BY ${keys.join(', ')}` : ''} ORDER BY ${[...periods, 'first'].join(', ')}`,
    condition.values,
  ) as GroupRow[]
  // There may be as many groups as rows: each list is put right where it is.
  for (const group of groups) {
    group.pop()
    for (let place = 0; place < group.length; place += 1) {
      const value = fromSql(group[place] as SqlValue)
      group[place] = place < by.length ? value : tidied(value)
    }
  }
  // Which of the rows is taken depends on their dates.
  for (const [index, { fn, column }] of measures.entries()) {
    if (fn !== 'first' && fn !== 'last') continue
    const picked = new Map(
      pick({ fn, column, filters: [], where, by }).map((group) => [JSON.stringify(group.keys), group.value]),
    )
    for (const group of groups) {
      group[by.length + index] = picked.get(JSON.stringify(group.slice(0, by.length))) ?? null
    }
  }
  return groups
}

function measureSql(table: StoredTable, measure: Measure): string {
  const { fn, column } = measure
  if (column === undefined) {
    if (fn !== 'count') throw new RecapError('column-unknown', `${fn} needs a column`, { column: '' })
    return 'count(*)'
  }
  const found = columnOf(table, column)
  const { cell } = found
  /** Text that stands in a column of numbers is none: SQLite has it above all of them. */
  const number = `iif(${cell} <= 9e999, ${cell}, NULL)`
  switch (fn) {
    case 'count':
      return `count(${cell})`
    case 'distinct':
      return `count(DISTINCT ${cell})`
    case 'sum':
      // As reals, since whole numbers may add up to more than 2^63, which sum() refuses. Each is below 2^53 and loses
      // nothing; unlike total(), sum() is null for no number at all.
      return `sum(${number} + 0.0)`
    case 'avg':
      return `avg(${number})`
    case 'min':
    case 'max':
      return `${fn}(${isNumeric(found.column.type) ? number : cell})`
    case 'first':
    case 'last':
      return 'NULL'
  }
}

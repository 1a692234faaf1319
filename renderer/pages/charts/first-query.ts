// What is asked of a table first, and whether a column has few enough values to be drawn: a column of order numbers would
// be a million categories.

import type { ChartQuery } from '../../../shared/model/chart.ts'
import type { ProjectId } from '../../../shared/model/ids.ts'
import type { Column, Table } from '../../../shared/model/table.ts'
import { client } from '../../api.ts'
import { isNumeric } from '../../components/cell-text.ts'
import { along, isDay, measureOf } from './table-columns.ts'

/** More than these cannot be told apart in any chart. */
export const mostCategories = 500
export const mostSplit = 50
/** So many are read at a glance. */
const fewCategories = 30
const columnsLookedAt = 6

/** How many different values the column has. Days are grouped into periods, which are never too many. */
export async function distinctValues(project: ProjectId, table: Table, column: Column): Promise<number> {
  if (isDay(column)) return 1
  const { distinct } = await client.call('tables.profile', { project, table: table.id, column: column.id })
  return distinct
}

/**
 * The first column of numbers by the first column of few words, else by month, else by any column that can be drawn.
 * Undefined where none can.
 */
export async function firstQuery(project: ProjectId, table: Table): Promise<ChartQuery | undefined> {
  const isText = ({ type }: Column): boolean => type === 'text'
  const candidates = table.columns.toSorted((one, other) => Number(isText(other)) - Number(isText(one)))
  let by = table.columns.find(isDay)
  for (const column of candidates.filter((one) => !isDay(one)).slice(0, columnsLookedAt)) {
    if (by && !isText(column)) break
    const distinct = await distinctValues(project, table, column)
    if (distinct > 1 && distinct <= fewCategories) {
      by = column
      break
    }
    if (distinct <= mostCategories) by ??= column
  }
  if (!by) return undefined
  return { table: table.id, by: along(by), measures: [measureOf(table.columns.find(isNumeric))] }
}

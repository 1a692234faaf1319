// Answers about a table's rows, from its summary where that can tell, else from the rows. Both say the same.

import { type Aggregation, type Group, aggregate } from './aggregate.ts'
import { fromSql } from './cells.ts'
import type { Database, SqlValue } from './database.ts'
import { type GroupRow, type Grouping, type Measure, groupRows } from './grouping.ts'
import type { Summaries } from './summary.ts'
import type { Sums } from './sums.ts'
import { type CellAt, answerFromSummary, isOfEveryRow } from './summary-answers.ts'
import type { StoredTable } from './stored-table.ts'

/** To be called within a transaction. Both throw RecapError `column-unknown`. */
export interface Answers {
  /** As `aggregate` gives them. */
  aggregate(table: StoredTable, wanted: Aggregation): Group[]
  /** As `groupRows` gives them. */
  group(table: StoredTable, grouping: Grouping): GroupRow[]
  /** The same from the summary alone; undefined where only the rows can tell. */
  maybeGroup(table: StoredTable, grouping: Grouping): GroupRow[] | undefined
}

export function answersOf(database: Database, summaries: Summaries): Answers {
  const cellsOf =
    (table: StoredTable): CellAt =>
    (row, position) =>
      fromSql(
        database.column<SqlValue>(`SELECT c${position} FROM ${table.rows} WHERE row = ?`, [row])[0] ?? null,
      )
  /** From the coarsest layer that can tell. */
  function fromLayers<T>(table: StoredTable, answer: (sums: Sums) => T | undefined): T | undefined {
    for (const sums of summaries.of(table)) {
      const told = answer(sums)
      if (told !== undefined) return told
    }
    return undefined
  }
  const answers: Answers = {
    aggregate: (table, wanted) =>
      fromLayers(table, (sums) => answerFromSummary(sums, table, wanted, cellsOf(table))) ??
      aggregate(database, table, wanted),
    maybeGroup: (table, grouping) =>
      fromLayers(table, (sums) => groupFromSummary(sums, table, grouping, cellsOf(table))),
    group: (table, grouping) =>
      answers.maybeGroup(table, grouping) ??
      groupRows(database, table, grouping, (wanted) => answers.aggregate(table, wanted)),
  }
  return answers
}

/** Puts the groups together from an answer for each measure. */
function groupFromSummary(
  sums: Sums,
  table: StoredTable,
  { by, measures, where }: Grouping,
  cellAt: CellAt,
): GroupRow[] | undefined {
  const answer = (measure: Measure): Group[] | undefined =>
    answerFromSummary(sums, table, { filters: [], by, where, ...measure }, cellAt)
  const ofAll = measures.find((measure) => isOfEveryRow(sums, table, measure)) ?? { fn: 'count' }
  const all = answer(ofAll)
  if (!all) return undefined
  const groups = new Map(all.map(({ keys }) => [JSON.stringify(keys), [...keys]]))
  if (by.length === 0 && groups.size === 0) groups.set('[]', [])
  for (const [index, measure] of measures.entries()) {
    const own = measure === ofAll ? all : answer(measure)
    if (!own) return undefined
    const none = measure.fn === 'count' || measure.fn === 'distinct' ? 0 : null
    for (const group of groups.values()) group.push(none)
    for (const { keys, value } of own) {
      const group = groups.get(JSON.stringify(keys))
      if (group) group[by.length + index] = value
    }
  }
  return [...groups.values()]
}

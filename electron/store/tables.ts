// Tables of data as they stand in the project: what they are, and their rows. Importing them is in sources.ts.

import { RecapError } from '../../shared/errors.ts'
import type { ColumnId, TableId } from '../../shared/model/ids.ts'
import { recordRow } from '../../shared/model/cell-address.ts'
import type { CellValue, ColumnProfile, RowFilter, Table, TableProfile } from '../../shared/model/table.ts'
import type { ChartData, ChartQuery } from '../../shared/model/chart.ts'
import type { Figure } from '../../shared/model/figure.ts'
import type { GroupKey } from './aggregate.ts'
import type { Answers } from './answers.ts'
import { isDated, dayOf } from './cells.ts'
import { readChartData } from './chart-data.ts'
import { profileColumn } from './column-profile.ts'
import type { Database } from './database.ts'
import { type FigureRows, filtersOf } from './figure-rows.ts'
import type { Measure } from './grouping.ts'
import { type PageAsked, type RowPage, readRows, rowPages } from './row-pages.ts'
import { type StoredTable, columnOf, readTables } from './stored-table.ts'

export interface TableStore {
  /** In the order of the sources. */
  list(): Table[]
  /** Throws RecapError `table-unknown`. */
  get(id: TableId): Table
  /** A page of rows. Without order and filters in the sheet's order. Throws RecapError `column-unknown`. */
  rows(id: TableId, asked: Pick<PageAsked, 'from' | 'limit'> & Partial<PageAsked>): RowPage
  /**
   * The place of a row of the sheet, counted from 0; of the next row when it is not in the table, of the last one when
   * there is none. Of an upright table `row` counts the sheet's columns, from 1.
   */
  place(id: TableId, row: number): number
  /** One column at a glance. Throws RecapError `column-unknown`. */
  column(id: TableId, column: ColumnId): ColumnProfile
  profile(id: TableId): TableProfile
  /**
   * Groups of the rows that pass `where`, and their aggregates, each column with its name; without `aggregates` it
   * counts rows. Throws RecapError `table-unknown`, `column-unknown`.
   */
  query(
    id: TableId,
    by: readonly GroupKey[],
    aggregates: readonly Measure[],
    where?: readonly RowFilter[],
  ): { columns: string[]; rows: CellValue[][] }
  /** What a chart of a table shows. Throws RecapError `table-unknown`, `column-unknown`. */
  chartData(query: ChartQuery): ChartData
  /** The rows that a figure was taken from. Null for a formula, for what was typed, and where the data is gone. */
  filtersOf(figure: Figure): FigureRows
}

/** A text column with more values than this is not a way to divide a total. */
const mostParts = 24
const headLength = 200
const mostProfiles = 500

export function tableStore(database: Database, answers: Answers): TableStore {
  const get = (id: TableId): StoredTable => {
    const found = readTables(database, 'data_table.id = ?', [id])[0]
    if (!found) throw new RecapError('table-unknown', `no table ${id}`, { table: id })
    return found
  }
  const pages = rowPages(database)
  /** By serial, which no other table ever gets, and column. */
  const profiles = new Map<string, ColumnProfile>()
  return {
    list: () => readTables(database).map(plain),
    get: (id) => plain(get(id)),
    rows: (id, asked) =>
      database.writeTemporary(() => pages.page(get(id), { order: [], filters: [], ...asked })),
    place: (id, row) =>
      database.read(() => {
        const table = get(id)
        const place = pages.before(table, table.layout?.kind === 'unpivot' ? recordRow(row, 0) : row)
        return Math.max(0, Math.min(place, table.rowCount - 1))
      }),
    column: (id, column) =>
      database.read(() => {
        const table = get(id)
        const key = `${table.serial} ${column}`
        const known = profiles.get(key)
        if (known) return known
        const made = profileColumn(database, table, column)
        if (profiles.size >= mostProfiles) profiles.clear()
        profiles.set(key, made)
        return made
      }),
    profile: (id) => database.read(() => profile(database, answers, get(id))),
    query: (id, by, aggregates, where) => database.read(() => query(answers, get(id), by, aggregates, where)),
    chartData: (asked) => database.read(() => readChartData(answers, get(asked.table), asked)),
    filtersOf: (figure) => database.read(() => filtersOf(database, figure)),
  }
}

function plain({
  serial: _serial,
  rows: _rows,
  hasRaw: _hasRaw,
  yearStart: _yearStart,
  ...table
}: StoredTable): Table {
  return table
}

function profile(database: Database, answers: Answers, table: StoredTable): TableProfile {
  const distinct = new Map<ColumnId, readonly string[]>()
  const days = new Map<ColumnId, { from: string; to: string }>()
  for (const { id, type } of table.columns) {
    if (type === 'text') {
      const parts = maybeParts(database, answers, table, id)
      if (parts) distinct.set(id, parts)
    } else if (isDated(type)) {
      const ends = maybeEnds(database, answers, table, id)
      if (ends) days.set(id, ends)
    }
  }
  return {
    table: plain(table),
    head: readRows(database, table, `${table.rows} AS data ORDER BY row LIMIT ?`, [headLength]),
    distinct,
    days,
  }
}

/** The texts of a column, most frequent first; undefined when they are too many. */
function maybeParts(
  database: Database,
  answers: Answers,
  table: StoredTable,
  column: ColumnId,
): readonly string[] | undefined {
  const counted = answers.maybeGroup(table, { by: [{ column }], measures: [{ fn: 'count' }] })
  if (counted) {
    const texts = counted
      .toSorted(([, one], [, other]) => Number(other) - Number(one))
      .flatMap(([text]) => (typeof text === 'string' && text !== '' ? [text] : []))
    return texts.length > mostParts ? undefined : texts
  }
  const { cell } = columnOf(table, column)
  const texts = `FROM ${table.rows} WHERE typeof(${cell}) = 'text' AND ${cell} <> ''`
  // Most columns that have too many are known as such after a few rows.
  const some = database.column(`SELECT DISTINCT ${cell} ${texts} LIMIT ${mostParts + 1}`)
  if (some.length > mostParts) return undefined
  return database.column(`SELECT ${cell} ${texts} GROUP BY ${cell} ORDER BY count(*) DESC, min(row)`)
}

/** The first and the last day of a column; undefined without any. */
function maybeEnds(
  database: Database,
  answers: Answers,
  table: StoredTable,
  column: ColumnId,
): { from: string; to: string } | undefined {
  const counted = answers.maybeGroup(table, { by: [{ column, step: 'day' }], measures: [{ fn: 'count' }] })
  const [from, to] = counted
    ? [counted.find(([day]) => day !== null)?.[0], counted.at(-1)?.[0]]
    : (database.lists(
        `SELECT min(day), max(day) FROM (SELECT ${dayOf(columnOf(table, column).cell)} AS day FROM ${table.rows})`,
      )[0] ?? [])
  return typeof from === 'string' && typeof to === 'string' ? { from, to } : undefined
}

const nameOf = (table: Table, id: ColumnId): string =>
  table.columns.find((column) => column.id === id)?.name ?? id

function query(
  answers: Answers,
  table: StoredTable,
  by: readonly GroupKey[],
  aggregates: readonly Measure[],
  where: readonly RowFilter[] | undefined,
): { columns: string[]; rows: CellValue[][] } {
  const measures = aggregates.length > 0 ? aggregates : [{ fn: 'count' as const }]
  return {
    columns: [
      ...by.map(({ column, step }) => (step ? `${nameOf(table, column)}:${step}` : nameOf(table, column))),
      ...measures.map(({ fn, column }) => (column === undefined ? fn : `${fn}:${nameOf(table, column)}`)),
    ],
    rows: answers.group(table, { by, measures, where }),
  }
}

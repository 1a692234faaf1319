// What figures read from the data: the value of a cell or of an aggregate, in base units, and where it stands.
// Figures that differ only in one value of a filter (the parts of a total) are read by one grouped query.

import { lastDayOf } from '../../shared/numbers/dates.ts'
import { parseQuantity } from '../../shared/numbers/parse.ts'
import { tidy } from '../../shared/numbers/tidy.ts'
import type { Figure, Origin, Reading } from '../../shared/model/figure.ts'
import type { FigureId, TableId } from '../../shared/model/ids.ts'
import { cellAddress, recordRow, sheetRow } from '../../shared/model/cell-address.ts'
import type { CellValue, Column } from '../../shared/model/table.ts'
import type { Aggregation, Group } from './aggregate.ts'
import type { Answers } from './answers.ts'
import { dayOf, fromSql, isDated, textOf } from './cells.ts'
import type { Database, SqlValue } from './database.ts'
import { type StoredTable, readTables } from './stored-table.ts'

type Cell = Extract<Origin, { kind: 'cell' }>
type Aggregate = Extract<Origin, { kind: 'aggregate' }>

/**
 * One for each figure that stands on a cell or on an aggregate. None where the table or a column is gone;
 * without rows the value is null (of a count, 0). Other calls may come in between two queries.
 */
export type ReadFigures = (figures: readonly Figure[]) => Promise<Map<FigureId, Reading>>

type ReadOrigin = Cell | Aggregate

/** Readings known at once; a project has some hundreds, and a formula being typed asks for a few more. */
const mostKnown = 20_000

export function figureReader(database: Database, answers: Answers): ReadFigures {
  /** What was read from the data that `stamped` tells of, by origin: figures are asked for far oftener than imported. */
  const known = new Map<string, Reading | undefined>()
  let stamped = ''

  /** Does `action` on the data of that stamp; false when newer data has come. */
  const readAs = (version: string, action: () => void): boolean =>
    database.read(() => {
      if (stamped !== version || stamp(database) !== version) return false
      action()
      return true
    })

  /** Undefined when newer data came in between. `origins` by their JSON. */
  async function read(
    origins: ReadonlyMap<string, ReadOrigin>,
  ): Promise<ReadonlyMap<string, Reading | undefined> | undefined> {
    const version = stamp(database)
    if (version !== stamped || known.size > mostKnown) known.clear()
    stamped = version
    const readings = new Map<string, Reading | undefined>()
    const wanted: Aggregate[] = []
    let tables: ReadonlyMap<TableId, StoredTable> = new Map()
    const isCurrent = readAs(version, () => {
      tables = new Map(readTables(database).map((table) => [table.id, table]))
      for (const [key, origin] of origins) {
        if (known.has(key)) readings.set(key, known.get(key))
        else if (origin.kind === 'aggregate') wanted.push(origin)
        else readings.set(key, readCell(database, tables.get(origin.table), origin))
      }
    })
    if (!isCurrent) return undefined
    for (const family of Map.groupBy(wanted, familyOf).values()) {
      const [first] = family
      const table = first && tables.get(first.table)
      const isStillCurrent = readAs(version, () => {
        for (const [origin, reading] of table ? readFamily(answers, table, family) : []) {
          readings.set(JSON.stringify(origin), reading)
        }
      })
      if (!isStillCurrent) return undefined
      await new Promise((resolve) => setImmediate(resolve))
    }
    if (!readAs(version, () => undefined)) return undefined
    for (const key of origins.keys()) known.set(key, readings.get(key))
    return readings
  }

  return async (figures) => {
    const keys = new Map<FigureId, string>()
    const origins = new Map<string, ReadOrigin>()
    for (const { id, origin } of figures) {
      if (origin.kind !== 'cell' && origin.kind !== 'aggregate') continue
      const key = JSON.stringify(origin)
      keys.set(id, key)
      origins.set(key, origin)
    }
    for (;;) {
      const readings = await read(origins)
      if (!readings) continue
      return new Map(
        [...keys].flatMap(([id, key]) => {
          const reading = readings.get(key)
          return reading ? [[id, reading] as const] : []
        }),
      )
    }
  }
}

/** Changes with every import and with the fiscal year, by whichever connection. */
function stamp(database: Database): string {
  return database
    .column<number>('SELECT year_start FROM project UNION ALL SELECT serial FROM data_table')
    .join()
}

function familyOf({ table, column, fn, per, filters, where }: Aggregate): string {
  const last = filters.at(-1)
  return JSON.stringify([table, column, fn, per, where, filters.slice(0, -1), last?.column, last?.step])
}

function* readFamily(
  answers: Answers,
  table: StoredTable,
  family: readonly Aggregate[],
): Generator<[Aggregate, Reading]> {
  const [origin] = family
  if (!origin || !hasColumns(table, origin)) return
  const { fn, column, per, filters, where } = origin
  const varying = family.length > 1 ? filters.at(-1) : undefined
  const wanted: Aggregation = { fn, column, per, filters, where, by: [] }
  const groups = answers.aggregate(
    table,
    varying
      ? { ...wanted, filters: filters.slice(0, -1), by: [{ column: varying.column, step: varying.step }] }
      : wanted,
  )
  const byKey = new Map(groups.map((group) => [group.keys[0], group]))
  for (const own of family) {
    yield [own, readingOf(table, own, byKey.get(varying ? own.filters.at(-1)?.is : undefined))]
  }
}

function hasColumns(table: StoredTable, { column, per, filters, where = [] }: Aggregate): boolean {
  const ids = new Set(table.columns.map(({ id }) => id))
  return [column, per?.column, ...[...filters, ...where].map((filter) => filter.column)].every(
    (id) => id === undefined || ids.has(id),
  )
}

function readingOf(table: StoredTable, { fn, column: id }: Aggregate, group: Group | undefined): Reading {
  const column = table.columns.find((candidate) => candidate.id === id)
  const counts = fn === 'count' || fn === 'distinct'
  if (!group) return { value: counts ? 0 : null, rows: 0, cells: '' }
  return {
    value: counts ? quantity(group.value) : inBaseUnits(group.value, column?.scale),
    ...(group.at !== null && { at: group.at }),
    ...(group.from !== null && group.to !== null && { period: { from: group.from, to: group.to } }),
    rows: group.rows,
    cells: rangeOf(table, column, group),
  }
}

/** The cells of a column, or of all, from the first row that took part to the last. */
function rangeOf(table: StoredTable, column: Column | undefined, group: Group): string {
  const { layout } = table
  /** Of an unpivoted table the corner, which may be the cell of no record. */
  const corner = (row: number, sheetColumn: number | null): number =>
    sheetColumn === null ? row : recordRow(sheetRow(layout, row), sheetColumn)
  const [from, to] = [column ?? table.columns[0], column ?? table.columns.at(-1)]
  if (!from || !to) return ''
  const first = cellAddress(layout, from, corner(group.first, group.left))
  const last = cellAddress(layout, to, corner(group.last, group.right))
  return first === last ? first : `${first}:${last}`
}

const quantity = (value: CellValue): number | null => (typeof value === 'number' ? value : null)

function inBaseUnits(value: CellValue, scale = 1): number | null {
  return typeof value === 'number' ? tidy(value * scale) : null
}

interface FoundCell {
  row: number
  value: SqlValue
  day: string | null
}

/**
 * The cell of the row that bears the label in any of its cells, nearest to where it stood. Without a label, of the row
 * itself. Undefined where there is no such row or the column is gone.
 */
export function findCell(database: Database, table: StoredTable, origin: Cell): FoundCell | undefined {
  const index = table.columns.findIndex(({ id }) => id === origin.column)
  if (index < 0) return undefined
  const dated = table.columns.findIndex(({ type }) => isDated(type))
  const texts = table.columns.map((_, at) => textOf(`c${at}`)).join(', ')
  const label = origin.label.trim()
  const [found] = database.all<FoundCell>(
    `SELECT row, c${index} AS value, ${dated >= 0 ? dayOf(`c${dated}`) : 'NULL'} AS day FROM ${table.rows}
     WHERE ${label === '' ? 'row = $row' : `$label IN (${texts})`} ORDER BY abs(row - $row) LIMIT 1`,
    label === '' ? { row: origin.row } : { row: origin.row, label },
  )
  return found
}

function readCell(database: Database, table: StoredTable | undefined, origin: Cell): Reading | undefined {
  const column = table?.columns.find(({ id }) => id === origin.column)
  if (!table || !column) return undefined
  const found = findCell(database, table, origin)
  if (!found) return { value: null, rows: 0, cells: '' }
  const dated = table.columns.find(({ type }) => isDated(type))
  return {
    value: valueOf(column, fromSql(found.value)),
    ...(found.day !== null && { period: { from: found.day, to: lastDayOf(found.day, dated?.step) } }),
    rows: 1,
    cells: cellAddress(table.layout, column, found.row),
  }
}

/** A column of texts may hold numbers, as the cells of a list of unlike things do: 5.8万人, 48.2%. */
function valueOf({ type, scale }: Column, value: CellValue): number | null {
  if (type !== 'text' || typeof value !== 'string') return inBaseUnits(value, scale)
  return parseQuantity(value)?.value ?? null
}

// The summary of a large table: what its rows add up to by day and by every column of few values, so that most
// questions need not pass through the rows. It is made with the table, goes with it, and never changes.
// Arrays are kept as processors that Electron runs on have them, the lowest byte first.

import type { Column, Table } from '../../shared/model/table.ts'
import { RecapError } from '../../shared/errors.ts'
import { checked } from './bodies.ts'
import { isDated, isNumeric } from './cells.ts'
import type { Database } from './database.ts'
import type { StoredTable } from './stored-table.ts'
import type { SummaryBuilder } from './summary-builder.ts'
import { layersOf } from './summary-layers.ts'
import { type Dimension, type RowSpan, type Sums, daysOf } from './sums.ts'

export interface SummaryLimits {
  /** Fewer rows are passed through about as quickly. */
  rows: number
  /** A summary has so many times fewer groups than its table has rows. */
  fewer: number
}

const usualLimits: SummaryLimits = { rows: 20_000, fewer: 8 }

/**
 * Settles what was summed up of the rows of `table`, now that the types of its columns are known.
 * Undefined where a summary would be of no use, or could not answer as the rows would.
 */
export function settleSummary(
  builder: SummaryBuilder,
  table: Pick<Table, 'rowCount' | 'layout'> & { columns: readonly Pick<Column, 'type'>[] },
  limits = usualLimits,
): Sums | undefined {
  if (table.rowCount < limits.rows || table.layout?.kind === 'unpivot') return undefined
  const { columns } = table
  const sums = builder.finish(table.rowCount / limits.fewer, (position, { isTruncated, isOfDays }) => {
    const type = columns[position]?.type
    if (type === 'datetime') return isOfDays
    if (type === 'date') return isOfDays && !isTruncated
    return (type === 'text' || type === 'boolean') && !isTruncated
  })
  if (!sums) return undefined
  const numbers = [...sums.numbers].filter(([position]) => {
    const type = columns[position]?.type
    return type !== undefined && isNumeric(type)
  })
  // Every answer tells the days of its rows, by the first column that has days.
  const dated = columns.findIndex(({ type }) => isDated(type))
  if (dated < 0) return { ...sums, numbers: new Map(numbers) }
  const ofDays = sums.dimensions.find(({ position }) => position === dated)
  return ofDays && { ...sums, numbers: new Map(numbers), days: daysOf(ofDays) }
}

/** What the arrays behind it are. */
interface Head {
  groups: number
  dimensions: { position: number; values: Dimension['values']; step?: 'day' | undefined }[]
  numbers: { position: number; hasLow: boolean; hasOwn: boolean }[]
}

/** Written by this module alone: what there is must be of the right kind, more need not be looked at. */
const Head = {
  parse(value: unknown): Head {
    const head = value as Partial<Head> | null
    if (!head || !Number.isSafeInteger(head.groups) || !Array.isArray(head.dimensions))
      throw new Error('no head')
    if (!Array.isArray(head.numbers) || !head.dimensions.every(({ values }) => Array.isArray(values))) {
      throw new Error('half a head')
    }
    return head as Head
  },
}

/** To be called within the write that makes the table. */
export function writeSummary(database: Database, serial: number, sums: Sums): void {
  const insert = database.prepare('INSERT INTO summary VALUES (?, ?, ?)')
  let part = 0
  const put = (bytes: Uint8Array): void => {
    insert([serial, part, bytes])
    part += 1
  }
  const putArray = ({ buffer, byteOffset, byteLength }: Float64Array | Uint16Array): void =>
    put(new Uint8Array(buffer, byteOffset, byteLength))
  const putSpan = ({ count, first, last }: RowSpan): void => [count, first, last].forEach(putArray)
  const numbers = [...sums.numbers].map(([position, own]) => ({
    position,
    ...own,
    hasLow: own.low.some((value) => value !== 0),
  }))
  const head: Head = {
    groups: sums.groups,
    dimensions: sums.dimensions.map(({ position, values, step }) => ({
      position,
      values,
      ...(step === 'day' && { step }),
    })),
    numbers: numbers.map(({ position, hasLow, own }) => ({ position, hasLow, hasOwn: own !== undefined })),
  }
  put(new TextEncoder().encode(JSON.stringify(head)))
  putSpan(sums.rows)
  for (const { codes } of sums.dimensions) putArray(codes)
  for (const { high, low, min, max, own, hasLow } of numbers) {
    for (const array of [high, ...(hasLow ? [low] : []), min, max]) putArray(array)
    if (own) putSpan(own)
  }
}

/** Undefined for a table without one. Throws RecapError `project-damaged`. */
function readSummary(database: Database, { serial, columns }: StoredTable): Sums | undefined {
  const parts = database
    .column<Uint8Array>('SELECT body FROM summary WHERE data_table = ? ORDER BY part', [serial])
    .values()
  const { value: text } = parts.next()
  if (!text) return undefined
  const head = checked(Head, new TextDecoder().decode(text), database.name)
  const next = <T extends Float64Array | Uint16Array>(
    make: new (buffer: ArrayBuffer) => T,
    width: number,
  ): T => {
    const { value } = parts.next()
    if (value?.length !== head.groups * width) {
      throw new RecapError('project-damaged', 'a summary lacks a part', { file: database.name })
    }
    return new make(new Uint8Array(value).buffer)
  }
  const doubles = (): Float64Array => next(Float64Array, 8)
  const span = (): RowSpan => ({ count: doubles(), first: doubles(), last: doubles() })
  const rows = span()
  const dimensions = head.dimensions.map(({ position, values, step }): Dimension => ({
    position,
    values,
    codes: next(Uint16Array, 2),
    ...(step && { step }),
  }))
  const ofDays = dimensions.find(({ position }) => isDated(columns[position]?.type ?? 'text'))
  return {
    groups: head.groups,
    rows,
    dimensions,
    numbers: new Map(
      head.numbers.map(({ position, hasLow, hasOwn }) => [
        position,
        {
          high: doubles(),
          low: hasLow ? doubles() : new Float64Array(head.groups),
          min: doubles(),
          max: doubles(),
          ...(hasOwn && { own: span() }),
        },
      ]),
    ),
    ...(ofDays && { days: daysOf(ofDays) }),
  }
}

/** Summaries of a project's tables, kept at hand once they were made or read. */
export interface Summaries {
  /** One that was just made, once its table is in the project. */
  keep(serial: number, sums: Sums): void
  /** The coarsest first; none for a table that has no summary. To be called within a transaction. */
  of(table: StoredTable): readonly Sums[]
}

/** Of some 20 MB at most each. */
const mostAtHand = 4

export function summariesOf(database: Database): Summaries {
  /** By serial, which no other table ever gets; the one used last is last. */
  const known = new Map<number, readonly Sums[]>()
  function put(serial: number, layers: readonly Sums[]): readonly Sums[] {
    known.delete(serial)
    for (const oldest of known.keys()) {
      if (known.size < mostAtHand) break
      known.delete(oldest)
    }
    known.set(serial, layers)
    return layers
  }
  function read(table: StoredTable): readonly Sums[] {
    const base = readSummary(database, table)
    return base ? layersOf(base) : []
  }
  return {
    keep: (serial, sums) => void put(serial, layersOf(sums)),
    of: (table) =>
      table.rowCount < usualLimits.rows ? [] : put(table.serial, known.get(table.serial) ?? read(table)),
  }
}

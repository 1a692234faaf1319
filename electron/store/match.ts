// Which table of an earlier version of a file a newly found one continues, and which column each column.
// Ids go on living through it, so that figures follow the data. Pure: compares names, reads no data.

import { ColumnId, type SourceId, stableId, TableId } from '../../shared/model/ids.ts'
import type { FoundTable, Table } from '../../shared/model/table.ts'

/** A table whose column names agree less than this has become another. */
const leastLikeness = 0.5

/**
 * Gives `found` its ids: those of the earlier table of the same sheet whose column names agree best, of any sheet
 * when none does; new ids are made from the names, so that a file removed and imported again finds its figures again.
 */
export function matchTables(
  source: SourceId,
  found: readonly FoundTable[],
  earlier: readonly Table[],
): Table[] {
  const pairs = found
    .flatMap((table) => earlier.map((old) => ({ table, old, likeness: likeness(table, old) })))
    .filter((pair) => pair.likeness >= leastLikeness)
    .toSorted((a, b) => Number(sameSheet(b)) - Number(sameSheet(a)) || b.likeness - a.likeness)
  const continued = new Map<FoundTable, Table>()
  const taken = new Set<Table>()
  for (const { table, old } of pairs) {
    if (continued.has(table) || taken.has(old)) continue
    continued.set(table, old)
    taken.add(old)
  }
  const used = new Set<string>(earlier.map((table) => table.id))
  return found.map((table) => {
    const old = continued.get(table)
    const id = old?.id ?? TableId.parse(unused(used, 'table', source, table.sheet, table.name))
    return { ...table, id, source, columns: matchColumns(id, table, old) }
  })
}

function matchColumns(table: TableId, found: FoundTable, old: Table | undefined): Table['columns'] {
  const before = numbered(old?.columns ?? [])
  const names = numbered(found.columns)
  const known = new Map(before.map(({ key, column }) => [key, column.id]))
  const used = new Set<string>(known.values())
  return names.map(({ key, column }) => ({
    ...column,
    id: known.get(key) ?? ColumnId.parse(unused(used, 'column', table, key)),
  }))
}

/** Columns with a key that tells the second column of a name from the first. */
function numbered<C extends { name: string }>(columns: readonly C[]): { key: string; column: C }[] {
  const seen = new Map<string, number>()
  return columns.map((column) => {
    const nth = (seen.get(column.name) ?? 0) + 1
    seen.set(column.name, nth)
    return { key: JSON.stringify([column.name, nth]), column }
  })
}

const sameSheet = ({ table, old }: { table: FoundTable; old: Table }): boolean => table.sheet === old.sheet

/** Share of column names that both have, of all names that either has. */
function likeness(table: FoundTable, old: Table): number {
  const ours = new Set(numbered(table.columns).map(({ key }) => key))
  const theirs = new Set(numbered(old.columns).map(({ key }) => key))
  const both = [...ours].filter((key) => theirs.has(key)).length
  return both / Math.max(1, ours.size + theirs.size - both)
}

function unused(used: Set<string>, prefix: string, ...parts: readonly string[]): string {
  for (let nth = 0; ; nth += 1) {
    const id = nth === 0 ? stableId(prefix, ...parts) : stableId(prefix, ...parts, nth)
    if (used.has(id)) continue
    used.add(id)
    return id
  }
}

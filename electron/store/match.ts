// Which table of an earlier version of a file a newly found one continues, and which column each column.
// Ids go on living through it, so that figures follow the data. Pure: compares names, reads no data.

import { ColumnId, type SourceId, TableId } from '../../shared/model/ids.ts'
import { stableId } from '../../shared/model/stable-id.ts'
import type { FoundColumn, FoundTable, Table } from '../../shared/model/table.ts'

/** A table whose column names agree less than this has become another. */
const leastLikeness = 0.5

/**
 * Gives `found` its ids: those of the earlier table of the same sheet whose column names agree best, of any sheet
 * when none does. A table that is read in another layout than before is still the same; new ids are made from the names, so that a file removed and imported again finds its figures again.
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
    const { headReason: _head, offers: _offers, ...place } = table
    return { ...place, id, source, columns: matchColumns(id, table, old) }
  })
}

function matchColumns(table: TableId, found: FoundTable, old: Table | undefined): Table['columns'] {
  const before = numbered(old?.columns ?? [])
  const names = numbered<FoundColumn>(found.columns)
  const known = new Map(before.map(({ key, column }) => [key, column.id]))
  const used = new Set<string>(known.values())
  return names.map(({ key, column: { reason: _reason, ...column } }) => ({
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

type Pair = { table: FoundTable; old: Table }

const sameSheet = ({ table, old }: Pair): boolean => table.sheet === old.sheet

/** Share of column names that both have, of all names that either has. */
function likeness(table: FoundTable, old: Table): number {
  const ours = new Set(numbered(comparable(table, old)).map(({ key }) => key))
  const theirs = new Set(numbered(comparable(old, table)).map(({ key }) => key))
  const both = [...ours].filter((key) => theirs.has(key)).length
  const share = both / Math.max(1, ours.size + theirs.size - both)
  return isReadAnew({ table, old }) ? Math.max(share, leastLikeness) : share
}

/** Columns but for those that only one of the two layouts has: the months across here, month and value there. */
function comparable(table: FoundTable | Table, other: FoundTable | Table): readonly { name: string }[] {
  const [own, theirs] = [table.layout, other.layout]
  if (own?.kind === 'unpivot' && theirs?.kind !== 'unpivot') {
    return table.columns.filter(({ name }) => name !== own.label && name !== own.value)
  }
  if (own?.kind !== 'unpivot' && theirs?.kind === 'unpivot') {
    return table.columns.filter(({ letter }) => !theirs.letters.includes(letter))
  }
  return table.columns
}

/** Whether the same block of cells, which still begins at its place, is read in another layout than before. */
const isReadAnew = ({ table, old }: Pair): boolean =>
  table.sheet === old.sheet &&
  (table.layout?.kind ?? 'rows') !== (old.layout?.kind ?? 'rows') &&
  firstCell(table) === firstCell(old)

const firstCell = ({ range }: { range: string }): string => range.slice(0, range.indexOf(':'))

function unused(used: Set<string>, prefix: string, ...parts: readonly string[]): string {
  for (let nth = 0; ; nth += 1) {
    const id = nth === 0 ? stableId(prefix, ...parts) : stableId(prefix, ...parts, nth)
    if (used.has(id)) continue
    used.add(id)
    return id
  }
}

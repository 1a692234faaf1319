// Names the columns of a table by the header rows over them, whose groups may be merged or just leave blanks.

import { type Unit, parseHeader, parseUnit } from '../../shared/numbers/units.ts'
import { Look, lookAt } from './look.ts'
import type { Merge, Merges } from './merges.ts'
import { type SheetRow, letterOf } from './sheet-row.ts'

export interface HeadColumn {
  /** Counts from 0. */
  column: number
  name: string
  unit?: string
  scale?: number
}

const look = new Look()

/** The merged range that begins in a row and covers a column of it. */
export function mergeAt(merges: Merges, row: number, column: number): Merge | undefined {
  return merges.get(row)?.find((merge) => merge.left <= column && column <= merge.right)
}

/** A unit in a cell of its own, brackets around it or not. */
export const unitIn = (row: SheetRow, column: number): Unit | undefined =>
  parseUnit(
    row
      .text(column)
      .trim()
      .replace(/^[(（[]|[)）\]]$/g, ''),
  )

/** The words over a column, from top to bottom, merged cells counted for all that they cover. */
function wordsOver(rows: readonly SheetRow[], merges: Merges, width: number): string[][] {
  const names: string[][] = Array.from({ length: width }, () => [])
  rows.forEach((row, level) => {
    const isLast = level === rows.length - 1
    const isMerged = (merges.get(row.row) ?? []).some(({ left, right }) => right > left)
    let spread = ''
    for (let column = 0; column < width; column += 1) {
      const merge = mergeAt(merges, row.row, column)
      const own = headerText(row, merge?.left ?? column)
      if (own !== '') spread = own
      // Without merges, a group's name holds for the blanks behind it that have a name of their own below.
      const below = rows.slice(level + 1).some((lower) => headerText(lower, column) !== '')
      const word = own === '' && !isLast && below && !isMerged ? spread : own
      const over = names[column]
      if (word !== '' && over && over.at(-1) !== word) over.push(word)
    }
  })
  return names
}

function headerText(row: SheetRow, column: number): string {
  if (row.isBlank(column)) return ''
  lookAt(row, column, look)
  const day = row.format(column).hasDay ? look.iso : look.iso.slice(0, 7)
  return (look.kind === 'day' ? day : look.written).replace(/\s+/g, ' ').trim()
}

/** A column is called by its lowest header alone where that is unique, else with the groups over it: 线上·销量. */
export function nameColumns(
  rows: readonly SheetRow[],
  merges: Merges,
  unitRow: SheetRow | undefined,
): HeadColumn[] {
  const width = Math.max(0, ...rows.map((row) => row.width))
  const reach = Math.max(
    width,
    ...rows.flatMap(({ row }) => (merges.get(row) ?? []).map(({ right }) => right + 1)),
  )
  const over = wordsOver(rows, merges, Math.min(reach, width + 200))
  const parsed = over.map((words) => words.map((word) => parseHeader(word)))
  const leaves = parsed.map((words) => words.at(-1)?.name)
  const isUnique = (names: readonly (string | undefined)[], name: string): boolean =>
    names.filter((other) => other === name).length === 1
  const joined = parsed.map((words) => words.map(({ name }) => name).join('·'))
  const taken = new Set<string>()
  return parsed.flatMap((words, column): HeadColumn[] => {
    const leaf = words.at(-1)
    if (!leaf) return []
    const whole = joined[column] ?? leaf.name
    const written = over[column]?.at(-1) ?? leaf.name
    const name = isUnique(leaves, leaf.name) ? leaf.name : isUnique(joined, whole) ? whole : written
    let unique = name
    for (let number = 2; taken.has(unique); number += 1) unique = `${name} ${number}`
    taken.add(unique)
    const below = unitRow && !unitRow.isBlank(column) ? unitIn(unitRow, column) : undefined
    const unit =
      below ?? words.toReversed().find((word) => word.unit !== undefined || word.scale !== undefined)
    return [
      {
        column,
        name: unique,
        ...(unit?.unit ? { unit: unit.unit } : {}),
        ...(unit?.scale !== undefined && unit.scale !== 1 ? { scale: unit.scale } : {}),
      },
    ]
  })
}

/** What a column without a header is called. */
export const unnamed = (column: number): HeadColumn => ({ column, name: letterOf(column) })

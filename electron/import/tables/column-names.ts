// Names the columns of a table by the header rows over them, whose groups may be merged or just leave blanks.

import { letterOf } from '../../../shared/model/cell-address.ts'
import { type Unit, parseHeader, parseUnit } from '../../../shared/numbers/units.ts'
import { Look, lookAt } from '../cells/look.ts'
import { mergedRuns } from './merged-runs.ts'
import type { Merge, Merges } from './merges.ts'
import { type SheetRow, text } from '../cells/sheet-row.ts'

export interface HeadColumn {
  /** Counts from 0. */
  column: number
  name: string
  unit?: string
  scale?: number
  /** Named only by a merged header that reaches over from another column: without cells it is no column. */
  isCovered?: boolean
  /** The unit stands in a row of its own below the header. */
  hasUnitRow?: boolean
  /** The words over the column without their units, from the top; the lowest names it. */
  words: readonly string[]
  /** What the header over all other columns names, where this is the corner of a crosstab: 月份 of 项目＼月份. */
  across?: string
}

/** Of a header; what is longer is cut. */
const mostCharacters = 200

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
      .slice(0, 50)
      .trim()
      .replace(/^[(（[]|[)）\]]$/g, ''),
  )

/** Of each column up to `width` the one whose cell holds what it shows: the first of its merged range, or itself. */
function ownersOf(merges: Merges, row: number, width: number): number[] {
  const owners = Array.from({ length: width }, (_, column) => column)
  for (const { left, right } of mergedRuns(merges, row)) owners.fill(left, left, right + 1)
  return owners
}

interface Over {
  words: string[][]
  /** Whether the lowest word over a column stands in another. */
  isCovered: boolean[]
}

/** The words over each column, from top to bottom, merged cells counted for all that they cover. */
function wordsOver(rows: readonly SheetRow[], merges: Merges, width: number): Over {
  const isCovered: boolean[] = []
  const texts = rows.map((row) => Array.from({ length: width }, (_, column) => headerText(row, column)))
  const names: string[][] = Array.from({ length: width }, () => [])
  rows.forEach((row, level) => {
    const isLast = level === rows.length - 1
    const isMerged = (merges.get(row.row) ?? []).some(({ left, right }) => right > left)
    const owners = ownersOf(merges, row.row, width)
    let spread = ''
    for (let column = 0; column < width; column += 1) {
      const owner = owners[column] ?? column
      const own = texts[level]?.[owner] ?? ''
      if (own !== '') {
        spread = own
        isCovered[column] = owner !== column
      }
      // Without merges, a group's name holds for the blanks behind it that have a name of their own below.
      const below = texts.slice(level + 1).some((lower) => lower[column] !== '')
      const word = own === '' && !isLast && below && !isMerged ? spread : own
      const over = names[column]
      if (word !== '' && over && over.at(-1) !== word) over.push(word)
    }
  })
  return { words: names, isCovered }
}

/** What a header cell says. Chinese words that were broken into lines or spread by spaces are one word again. */
function headerText(row: SheetRow, column: number): string {
  if (row.isBlank(column)) return ''
  lookAt(row, column, look)
  const day = row.format(column).hasDay ? look.iso : look.iso.slice(0, 7)
  const shown = look.kind === 'day' && row.kind(column) !== text ? day : look.written
  const words = shown
    .slice(0, mostCharacters)
    .replace(/(?<=\p{Script=Han})[ \t]*[\r\n]+[ \t]*(?=\p{Script=Han})/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  return /^\p{Script=Han}(?: \p{Script=Han})+$/u.test(words) ? words.replaceAll(' ', '') : words
}

/** 项目＼月份 in the corner of a crosstab: what the rows are, and what the columns are. */
const corner = /^([^\\＼]{1,12})[\\＼]([^\\＼]{1,12})$/

/** A column is called by its lowest header alone where that is unique, else with the groups over it: 线上·销量. */
export function nameColumns(
  rows: readonly SheetRow[],
  merges: Merges,
  unitRow: SheetRow | undefined,
): HeadColumn[] {
  const width = Math.max(0, ...rows.map((row) => row.width))
  let reach = width
  for (const { row } of rows)
    for (const { right } of merges.get(row) ?? []) reach = Math.max(reach, right + 1)
  const { words: over, isCovered } = wordsOver(rows, merges, Math.min(reach, width + 200))
  const parsed = over.map((words) => words.map((word) => parseHeader(word)))
  const joined = parsed.map((words) => words.map(({ name }) => name).join('·'))
  const leaves = countOf(parsed.map((words) => words.at(-1)?.name))
  const wholes = countOf(joined)
  const taken = new Set<string>()
  /** How often a name was wished for. */
  const wished = new Map<string, number>()
  return parsed.flatMap((words, column): HeadColumn[] => {
    const leaf = words.at(-1)
    if (!leaf) return []
    const [, alone, across] = (taken.size === 0 && corner.exec(leaf.name)) || []
    const whole = joined[column] ?? leaf.name
    const written = over[column]?.at(-1) ?? leaf.name
    const name =
      alone?.trim() ?? (leaves.get(leaf.name) === 1 ? leaf.name : wholes.get(whole) === 1 ? whole : written)
    let unique = name
    let number = wished.get(name) ?? 1
    while (taken.has(unique)) unique = `${name} ${(number += 1)}`
    wished.set(name, number)
    taken.add(unique)
    const below = unitRow && !unitRow.isBlank(column) ? unitIn(unitRow, column) : undefined
    const unit =
      below ?? words.toReversed().find((word) => word.unit !== undefined || word.scale !== undefined)
    return [
      {
        column,
        name: unique,
        words: words.map((word) => word.name),
        ...(unit?.unit ? { unit: unit.unit } : {}),
        ...(unit?.scale !== undefined && unit.scale !== 1 ? { scale: unit.scale } : {}),
        ...(isCovered[column] && { isCovered: true }),
        ...(below && { hasUnitRow: true }),
        ...(across === undefined ? {} : { across: across.trim() }),
      },
    ]
  })
}

function countOf(names: readonly (string | undefined)[]): Map<string | undefined, number> {
  const counts = new Map<string | undefined, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

/** What a column without a header is called. */
export const unnamed = (column: number): HeadColumn => ({ column, name: letterOf(column), words: [] })

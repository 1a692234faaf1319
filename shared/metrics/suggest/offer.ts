// An offer: what a finder found in a table, before it is ranked and gets its id. And the small steps that finders share.

import type { ChartSpec } from '../../model/chart.ts'
import type { Comparison, ComparisonKind } from '../../model/comparison.ts'
import type { Figure } from '../../model/figure.ts'
import type { Goal } from '../../model/goal.ts'
import { ComparisonId } from '../../model/ids.ts'
import { stableId } from '../../model/stable-id.ts'
import type { Language } from '../../model/language.ts'
import type { SuggestionReason } from '../../model/suggestion.ts'
import type { Column, TableProfile, TableRow } from '../../model/table.ts'
import { isNote, isPlainName, isTotal } from '../lexicon.ts'
import { readRow, type RowNumbers } from '../row-number.ts'
import { measureOf } from '../wholes.ts'

export interface Offer {
  reason: SuggestionReason
  /** Tells it from other offers of its reason over the same table: ids of columns. */
  key: readonly string[]
  name: string
  why: string
  /** With all that formulas among them stand on. */
  figures: readonly Figure[]
  goals?: readonly Goal[]
  comparisons?: readonly Comparison[]
  charts?: readonly ChartSpec[]
}

export const comparisonId = (kind: ComparisonKind, ...key: readonly string[]): ComparisonId =>
  ComparisonId.parse(stableId('k', kind, ...key))

const isNumeric = ({ type }: Column): boolean => /^(integer|number|money|percent|duration)$/.test(type)

/** Of a table with more columns than this the first are looked at. */
const mostColumns = 200

/** Columns of numbers with a name that could name a measure. */
export const numberColumns = ({ table }: TableProfile): Column[] =>
  table.columns.filter((column) => isNumeric(column) && isPlainName(column.name)).slice(0, mostColumns)

/** Columns of words, best first: those that `fits` likes, then any that could name the rows. */
export function textColumns(
  { table }: TableProfile,
  fits: (name: string) => boolean = () => false,
): Column[] {
  const texts = table.columns.filter(
    ({ type, name }) => type === 'text' && isPlainName(name) && (fits(name) || !isNote(name)),
  )
  return [...texts.filter(({ name }) => fits(name)), ...texts.filter(({ name }) => !fits(name))]
}

export const placeOf = ({ table }: TableProfile, column: Column): number => table.columns.indexOf(column)

/** The text of a cell, without the spaces around it; empty for none. */
export const textIn = (profile: TableProfile, row: TableRow, column: Column): string =>
  String(row.values[placeOf(profile, column)] ?? '').trim()

/** A number of a cell in base units. */
export function numberIn(profile: TableProfile, row: TableRow, column: Column): number | undefined {
  const cell = row.values[placeOf(profile, column)]
  const value = typeof cell === 'number' ? cell * (column.scale ?? 1) : undefined
  return Number.isFinite(value) ? value : undefined
}

/**
 * What a cell means where its column, not its row, says what is counted: 人 for 注册人数, whatever unit the cell's own text
 * has before all.
 */
export function readCell(
  profile: TableProfile,
  row: TableRow,
  column: Column,
  name: string,
  language: Language,
): RowNumbers {
  const found = readRow(profile.table, row, [placeOf(profile, column)], name, undefined, language)
  return found.unit === '' ? { ...found, ...measureOf(column, language) } : found
}

/** Whether every row of the table is at hand, so that rows may be named one by one. */
export const isWhole = ({ table, head }: TableProfile): boolean => head.length >= table.rowCount

/** Rows that have a name and a number in `column`, and are no totals. */
export function namedRows(
  profile: TableProfile,
  name: Column,
  column: Column,
): { row: TableRow; key: string; value: number }[] {
  return profile.head.flatMap((row) => {
    const key = textIn(profile, row, name)
    const value = numberIn(profile, row, column)
    return key === '' || value === undefined || isTotal(key) ? [] : [{ row, key, value }]
  })
}

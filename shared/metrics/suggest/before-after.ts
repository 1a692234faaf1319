// Before and after: two columns that hold the same at two times (去年, 今年), row by row or summed over parts; or two rows
// (优化前, 优化后) with a column for each measure.

import type { Comparison, ComparisonOf } from '../../model/comparison.ts'
import type { Figure } from '../../model/figure.ts'
import { FigureId } from '../../model/ids.ts'
import { stableId } from '../../model/stable-id.ts'
import type { Language } from '../../model/language.ts'
import type { Column, TableProfile, TableRow } from '../../model/table.ts'
import { figureWords } from '../../text/figures.ts'
import { suggestionWords } from '../../text/suggestions.ts'
import {
  isActualHeader,
  isAdditive,
  isDividing,
  isIndicatorHeader,
  isTotal,
  isUnitHeader,
} from '../lexicon.ts'
import { totalOf, type Whole } from '../wholes.ts'
import { cellFigure, longestName, readRow } from '../row-number.ts'
import { isBeforeAfter, timeless } from './before-after-words.ts'
import {
  comparisonId,
  isWhole,
  numberColumns,
  type Offer,
  placeOf,
  readCell,
  textColumns,
  textIn,
} from './offer.ts'
import { contribution } from './records.ts'

/** So many pairs of columns are offered, and so many rows of one are compared. */
const mostPairs = 4
const mostRows = 24
/** A longer text names no part. */
const longestKey = 24

/** What 实际 and Actual alone are about. */
const ofNow = ['今年', '本期', 'this year', 'this month', 'this quarter', 'current']

interface Pair {
  before: Column
  after: Column
}

/** `known` are the figures of the table's goals: the actual of a goal is what is compared with last year's column. */
export function offersOfTimes(profile: TableProfile, known: readonly Figure[], language: Language): Offer[] {
  const columns = numberColumns(profile)
  const isActual = ({ name }: Column): boolean => known.length > 0 && isActualHeader(name)
  const pairs: Pair[] = []
  // A column stands in one pair only.
  const isFree = (column: Column): boolean =>
    !pairs.some(({ before, after }) => before === column || after === column)
  for (const before of columns) {
    const bare = before.name.replace(/实际|完成值?|\bactuals?\b/i, '')
    const after =
      columns.find((one) => isFree(one) && isBeforeAfter(before.name, one.name)) ??
      columns.find((one) => isFree(one) && isActual(one) && ofNow.some((now) => isBeforeAfter(bare, now)))
    if (after && after !== before && isFree(before)) pairs.push({ before, after })
  }
  const ofColumns = pairs.slice(0, mostPairs).flatMap((pair) => offerOfPair(profile, pair, known, language))
  return ofColumns.length > 0 ? ofColumns : offersOfRows(profile, language)
}

function offerOfPair(
  profile: TableProfile,
  pair: Pair,
  known: readonly Figure[],
  language: Language,
): Offer[] {
  const [name] = textColumns(profile, (header) => isIndicatorHeader(header) || isDividing(header))
  if (!name) return []
  const divides = isDividing(name.name) && !isIndicatorHeader(name.name)
  const adds = [pair.before, pair.after].every(
    (column) => column.type !== 'percent' && isAdditive(column.name) && column.unit !== '%',
  )
  const keys = profile.distinct.get(name.id)
  const hasUnits = profile.table.columns.some((column) => isUnitHeader(column.name))
  // With a row of totals among them, a sum over all rows would count everything twice.
  const areParts = keys && keys.length >= 2 && keys.every((key) => key.length <= longestKey && !isTotal(key))
  return divides && adds && !hasUnits && areParts
    ? offersOfParts(profile, pair, { column: name, keys }, language)
    : offerOfEachRow(profile, pair, name, known, language)
}

/** The totals of both columns, and what each part did for the change. */
function offersOfParts(
  profile: TableProfile,
  { before, after }: Pair,
  dimension: { column: Column; keys: readonly string[] },
  language: Language,
): Offer[] {
  const words = suggestionWords[language]
  const scope = { scope: figureWords[language].scopeOfAll(dimension.column.name) }
  // 累计注册 may be offered elsewhere as well; 今年合计 is only what it is beside 去年合计.
  const whole = (column: Column): Whole => {
    const total = totalOf(column, { profile, language, scope })
    if (timeless(column.name).measure !== '') return total
    const id = FigureId.parse(stableId('f', profile.table.id, 'total-of-time', column.id))
    return { ...total, figure: { ...total.figure, id, name: words.totalOf(column.name) } }
  }
  const [was, is] = [whole(before), whole(after)]
  const about = [before.name, after.name] as const
  const called = words.pair.name(...about, profile.table.rowCount)
  const key = [before.id, after.id]
  const [{ time: from }, { measure, time: to }] = [timeless(before.name), timeless(after.name)]
  // What changed is what the sentence begins with.
  const subject = measure === '' ? words.allOf : measure
  const change = changeOf(subject, was.figure, is.figure)
  const { part } = figureWords[language].names
  const split = contribution(subject, [was.figure, is.figure], dimension, language, (name, end) =>
    part(end === is.figure ? is.base : was.base, name),
  )
  const wide = [measure, dimension.column.name, from, to] as const
  return [
    {
      reason: 'before-after-columns',
      key,
      name: called,
      why: words.pair.why(...about, profile.table.rowCount),
      figures: [was.figure, is.figure],
      comparisons: [change],
    },
    {
      reason: 'contribution',
      key,
      name: words.contribution.name(...wide),
      why: words.contribution.why(...wide),
      figures: split.figures,
      comparisons: [split.comparison],
    },
  ]
}

function offerOfEachRow(
  profile: TableProfile,
  pair: Pair,
  name: Column,
  known: readonly Figure[],
  language: Language,
): Offer[] {
  if (!isWhole(profile)) return []
  const { table } = profile
  const unit = table.columns.findIndex((column) => isUnitHeader(column.name))
  const isPart = isDividing(name.name) && !isIndicatorHeader(name.name)
  const seen = new Set<string>()
  const rows = profile.head.flatMap((row) => {
    const key = textIn(profile, row, name)
    if (key === '' || isTotal(key) || seen.has(key) || seen.size >= mostRows) return []
    const places = [pair.before, pair.after].map((column) => placeOf(profile, column))
    const shared = readRow(table, row, places, key, unit < 0 ? undefined : unit, language)
    const [before, after] = [pair.before, pair.after].map((column, index) => {
      const id = FigureId.parse(stableId('f', table.id, 'cell', column.id, key))
      const { part } = figureWords[language].names
      const called = isPart ? part(column.name, shared.name) : part(shared.name, column.name)
      const number = shared.numbers[index]
      return number && cellFigure(table, row, column, shared, { id, name: called, key, number })
    })
    if (!before || !after) return []
    seen.add(key)
    return [{ name: shared.name, before, after: sameCell(known, after) ?? after }]
  })
  if (rows.length === 0) return []
  const words = suggestionWords[language].pair
  const about = [pair.before.name, pair.after.name, rows.length] as const
  return [
    {
      reason: 'before-after-columns',
      key: [pair.before.id, pair.after.id],
      name: words.name(...about),
      why: words.why(...about),
      figures: rows.flatMap(({ before, after }) => [before, after]),
      comparisons: rows.map(({ name: subject, before, after }) => changeOf(subject, before, after)),
    },
  ]
}

/** A figure that is there already and points to the same cell. */
const sameCell = (known: readonly Figure[], { origin }: Figure): Figure | undefined =>
  known.find(
    (figure) =>
      origin.kind === 'cell' &&
      figure.origin.kind === 'cell' &&
      figure.origin.row === origin.row &&
      figure.origin.column === origin.column,
  )

/** 时期: 优化前, 优化后; each column of numbers is a measure. */
function offersOfRows(profile: TableProfile, language: Language): Offer[] {
  if (!isWhole(profile) || profile.head.length > mostRows) return []
  for (const by of textColumns(profile)) {
    const rows = profile.head.map((row) => ({ row, key: textIn(profile, row, by) }))
    const after = rows.find(({ key }) => rows.some((one) => isBeforeAfter(one.key, key)))
    const before = after && rows.find(({ key }) => isBeforeAfter(key, after.key))
    const unique = new Set(rows.map(({ key }) => key)).size === rows.length
    if (before && after && unique) return offerOfTwoRows(profile, by, [before, after], language)
  }
  return []
}

function offerOfTwoRows(
  profile: TableProfile,
  by: Column,
  [before, after]: readonly [{ row: TableRow; key: string }, { row: TableRow; key: string }],
  language: Language,
): Offer[] {
  const { table } = profile
  const pairs = numberColumns(profile).flatMap((column) => {
    const [was, is] = [before, after].map(({ row, key }) => {
      const shared = readCell(profile, row, column, column.name, language)
      const number = shared.numbers[0]
      const id = FigureId.parse(stableId('f', table.id, 'cell', column.id, key))
      const name = figureWords[language].names.part(column.name, key)
      return number && cellFigure(table, row, column, shared, { id, name, key, number })
    })
    return was && is ? [{ column, was, is }] : []
  })
  if (pairs.length === 0) return []
  const words = suggestionWords[language].pairOfRows
  const about = [by.name, before.key.slice(0, 60), after.key.slice(0, 60)] as const
  return [
    {
      reason: 'before-after-columns',
      key: [by.id],
      name: words.name(...about),
      why: words.why(...about),
      figures: pairs.flatMap(({ was, is }) => [was, is]),
      comparisons: pairs.map(({ column, was, is }): Comparison => changeOf(column.name, was, is)),
    },
  ]
}

const changeOf = (name: string, before: Figure, after: Figure): ComparisonOf<'change'> => ({
  id: comparisonId('change', before.id, after.id),
  kind: 'change',
  name: name.slice(0, longestName),
  before: before.id,
  after: after.id,
  delta: null,
  relative: null,
})

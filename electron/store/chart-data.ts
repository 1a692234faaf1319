// What a chart shows straight from a table: categories and series, made of groups of rows. It draws and words nothing.

import type { ChartData, ChartQuery } from '../../shared/model/chart.ts'
import type { AggregateFunction, FigureKind } from '../../shared/model/figure.ts'
import type { CellValue, Column } from '../../shared/model/table.ts'
import { keysBetween, spanOfKey } from '../../shared/numbers/periods.ts'
import { tidy } from '../../shared/numbers/tidy.ts'
import { isPeriodKey } from './aggregate.ts'
import type { Answers } from './answers.ts'
import type { GroupRow, Measure } from './grouping.ts'
import { type StoredTable, columnOf } from './stored-table.ts'

/** In milliseconds, thirty years. Days further apart stand side by side, without the empty periods between them. */
const farthest = 30 * 366 * 86_400_000

/** Far more than any picture shows: a column of a million order numbers is no chart, and no answer to be sent around. */
const mostCategories = 2000
const mostSeries = 60

/**
 * To be called within a transaction. Rows whose date does not tell the period are left out.
 * Throws RecapError `column-unknown`.
 */
export function readChartData(answers: Answers, table: StoredTable, query: ChartQuery): ChartData {
  const { by, split, measures, where } = query
  const dated = [by, ...(split ? [split] : [])].map((key) => isPeriodKey(table, key))
  const groups = answers
    .group(table, { by: split ? [by, split] : [by], measures, where })
    .filter((group) => dated.every((isDate, index) => !isDate || group[index] !== null))
  const size = dated.length
  const keptOf = (place: 0 | 1, key: ChartQuery['by'], most: number): Kept =>
    keepMost(keysOf(table, groups, place, stepOf(table, key)), {
      most,
      isDated: dated[place] ?? false,
      weights: () => weightsOf(groups, place, size),
    })
  const categories = keptOf(0, by, mostCategories)
  const parts = split && keptOf(1, split, Math.max(1, Math.floor(mostSeries / measures.length)))
  const { values, rests } = placed(groups, { categories, parts, size })
  const areAll = !categories.isCut && parts?.isCut !== true
  return {
    categories: [...categories.keys],
    series: (parts?.keys ?? [undefined]).flatMap((part) =>
      measures.map((measure, index) => {
        const column = measure.column === undefined ? undefined : columnOf(table, measure.column).column
        const additive = isAdditive(measure.fn, column)
        const rest = categories.isCut && additive && !dated[0] ? rests.get(part)?.[index] : undefined
        return {
          name: column?.name ?? table.name,
          fn: measure.fn,
          ...(part !== undefined && { part }),
          ...kindOf(measure.fn, column),
          additive,
          values: categories.keys.map((category) =>
            valueOf(values.get(placeOf(category, part))?.[size + index], measure, column),
          ),
          ...(rest !== undefined && { rest: valueOf(rest, measure, column) ?? 0 }),
        }
      }),
    ),
    ...(!areAll && {
      found: {
        categories: categories.of,
        series: (parts?.of ?? 1) * measures.length,
      },
    }),
  }
}

/** The keys that there is room for, and how many there were. */
interface Kept {
  keys: readonly (string | null)[]
  of: number
  isCut: boolean
}

/** The latest of periods, else those of the largest weight, in the order they had. */
function keepMost(
  keys: readonly (string | null)[],
  {
    most,
    isDated,
    weights,
  }: { most: number; isDated: boolean; weights: () => ReadonlyMap<string | null, number> },
): Kept {
  const of = keys.length
  if (of <= most) return { keys, of, isCut: false }
  if (isDated) return { keys: keys.slice(-most), of, isCut: true }
  const weight = weights()
  const ranked = keys.toSorted((one, other) => (weight.get(other) ?? 0) - (weight.get(one) ?? 0))
  const kept = new Set(ranked.slice(0, most))
  return { keys: keys.filter((key) => kept.has(key)), of, isCut: true }
}

/** By the first measure. */
function weightsOf(
  groups: readonly GroupRow[],
  place: 0 | 1,
  size: number,
): ReadonlyMap<string | null, number> {
  const weights = new Map<string | null, number>()
  for (const group of groups) {
    const [key, value] = [named(group[place] ?? null), group[size]]
    if (typeof value === 'number') weights.set(key, (weights.get(key) ?? 0) + value)
  }
  return weights
}

/** Groups by where they stand; what is left out of the categories, added up for each part. */
function placed(
  groups: readonly GroupRow[],
  { categories, parts, size }: { categories: Kept; parts: Kept | undefined; size: number },
): { values: Map<string, GroupRow>; rests: Map<string | null | undefined, number[]> } {
  const values = new Map<string, GroupRow>()
  const rests = new Map<string | null | undefined, number[]>()
  const [shown, shownParts] = [new Set(categories.keys), parts && new Set(parts.keys)]
  for (const group of groups) {
    const category = named(group[0] ?? null)
    const part = shownParts && named(group[1] ?? null)
    if (part !== undefined && !shownParts?.has(part)) continue
    if (shown.has(category)) {
      values.set(placeOf(category, part), group)
      continue
    }
    const sums = rests.get(part) ?? []
    for (let index = size; index < group.length; index += 1) {
      const value = group[index]
      sums[index - size] = (sums[index - size] ?? 0) + (typeof value === 'number' ? value : 0)
    }
    rests.set(part, sums)
  }
  return { values, rests }
}

const placeOf = (category: string | null, part: string | null | undefined): string =>
  JSON.stringify([category, part])

/** Of a date column without a step its own. Undefined for what is no date. */
function stepOf(table: StoredTable, { column, step }: ChartQuery['by']): ChartQuery['by']['step'] {
  if (!isPeriodKey(table, { column, step })) return undefined
  const found = columnOf(table, column).column
  return step ?? (found.type === 'date' ? 'day' : undefined)
}

/** In the order of the groups, or every period from the first to the last. */
function keysOf(
  { yearStart }: StoredTable,
  groups: readonly GroupRow[],
  place: 0 | 1,
  step: ChartQuery['by']['step'],
): (string | null)[] {
  const names = [...new Set(groups.map((group) => named(group[place] ?? null)))]
  if (step === undefined) return names
  const ordered = names.filter((name) => name !== null).toSorted()
  const [first, last] = [ordered[0] ?? '', ordered.at(-1) ?? ''].map((key) => spanOfKey(key, yearStart)?.from)
  if (first === undefined || last === undefined || Date.parse(last) - Date.parse(first) > farthest)
    return ordered
  return keysBetween(first, last, step, yearStart)
}

/** A key as a reader sees it, in whichever language; a blank one is worded where the language is known. */
function named(key: CellValue): string | null {
  if (key === null) return null
  if (typeof key === 'boolean') return key ? '✓' : '✗'
  return String(key)
}

function kindOf(fn: AggregateFunction, column: Column | undefined): { kind: FigureKind; unit: string } {
  if (!column || fn === 'count' || fn === 'distinct') return { kind: 'count', unit: '' }
  const { type, unit = '' } = column
  if (type === 'percent') return { kind: 'rate', unit: '%' }
  return { kind: type === 'money' ? 'amount' : type === 'duration' ? 'duration' : 'count', unit }
}

const isAdditive = (fn: AggregateFunction, column: Column | undefined): boolean =>
  fn === 'count' || (fn === 'sum' && column?.type !== 'percent')

function valueOf(value: CellValue | undefined, { fn }: Measure, column: Column | undefined): number | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return null
  const scale = fn === 'count' || fn === 'distinct' ? 1 : (column?.scale ?? 1)
  return tidy(value * scale)
}

// Layouts that suit a table better than a record a row: months across columns, and fields that stand below each other
// with a record a column. They are offered and never applied unasked.

import type { FoundColumn, Layout } from '../../../shared/model/table.ts'
import { letterOf } from '../../../shared/model/cell-address.ts'
import type { HeadColumn } from './column-names.ts'
import { Look, lookAt } from '../cells/look.ts'
import { type PeriodKind, asksForPeriod, periodKind, periodLabel } from './period-names.ts'
import type { SheetRow } from '../cells/sheet-row.ts'
import type { Head } from './table-head.ts'
import { totalWord } from './total-words.ts'

/** Rows of a table that stands on its side at most: they are its fields. */
const mostFields = 60
const mostCells = 50_000

/** The first rows of data, for telling how a table stands. */
export class LayoutSample {
  readonly rows: SheetRow[] = []
  #cells = 0

  take(row: SheetRow): void {
    if (this.rows.length > mostFields || this.#cells > mostCells) return
    this.rows.push(row.copy())
    this.#cells += row.width
  }
}

/** Layouts to offer for a table with these columns. */
export function offersFor(
  head: Head,
  columns: readonly FoundColumn[],
  sample: LayoutSample,
  rowCount: number,
): Layout[] {
  const unpivot = unpivotOf(head, columns)
  if (unpivot) return [unpivot]
  return rowCount === sample.rows.length && isOnItsSide(head, sample.rows) ? [{ kind: 'columns' }] : []
}

interface PeriodColumn {
  head: HeadColumn
  kind: PeriodKind
}

function unpivotOf(head: Head, columns: readonly FoundColumn[]): Layout | undefined {
  const letters = new Set(columns.map(({ letter }) => letter))
  const valued = head.columns.filter(({ column }) => letters.has(letterOf(column)))
  const found = valued.flatMap((one): PeriodColumn[] => {
    const kind = periodKind(one.words.at(-1) ?? one.name)
    return kind ? [{ head: one, kind }] : []
  })
  const most = mostOf(found).length > 0 ? mostOf(found) : countedDays(valued)
  const [first] = most
  if (!first || most.length < 2 || (most.length === 2 && !isDated(first.head.name))) return undefined
  // A period that comes again has several things under it.
  if (new Set(most.map(({ head: { words } }) => words.at(-1))).size < most.length) return undefined
  const listed = new Set(most.map((one) => one.head))
  const fixed = head.columns.filter((one) => !listed.has(one))
  const corner = head.columns.find(({ across }) => across !== undefined)?.across
  const isChinese = [head.title ?? '', ...head.columns.map(({ name }) => name)].some((name) =>
    /\p{Script=Han}/u.test(name),
  )
  const taken = new Set(fixed.map(({ name }) => name))
  const free = (...names: readonly string[]): string =>
    names.find((name) => name !== '' && !taken.has(name)) ?? `${names.at(-1) ?? ''} 2`
  const kindLabel = periodLabel(first.kind, isChinese)
  const label = free(
    corner !== undefined && (asksForPeriod(corner) || !/\s/.test(corner)) ? corner : '',
    kindLabel,
    isChinese ? '期间' : 'Period',
  )
  taken.add(label)
  const value = free(groupOver(most), shortTitle(head.title), isChinese ? '数值' : 'Value')
  return { kind: 'unpivot', letters: most.map((one) => letterOf(one.head.column)), label, value }
}

/** The columns of the kind of period that most have: months among months and quarters. */
function mostOf(found: readonly PeriodColumn[]): PeriodColumn[] {
  const kinds = Map.groupBy(found, ({ kind }) => kind)
  return [...kinds.values()].reduce<PeriodColumn[]>(
    (most, some) => (some.length > most.length ? some : most),
    [],
  )
}

/** Columns headed 1, 2, 3 …: the days of a month, or twelve months. */
function countedDays(columns: readonly HeadColumn[]): PeriodColumn[] {
  const counted = columns.filter(({ words }, index) => {
    const own = Number(words.at(-1))
    const before = columns[index - 1]?.words.at(-1)
    const next = columns[index + 1]?.words.at(-1)
    return own >= 1 && own <= 31 && (Number(before) === own - 1 || Number(next) === own + 1)
  })
  if (counted.length < 3 || Number(counted[0]?.words.at(-1)) !== 1) return []
  const kind = counted.length === 12 ? 'month' : 'day'
  return counted.map((head) => ({ head, kind }))
}

/** Whether a period says its year, so that two of them are no chance. */
const isDated = (name: string): boolean => /(19|20)\d\d/.test(name)

/** The one heading over all the columns. */
function groupOver(columns: readonly PeriodColumn[]): string {
  const groups = new Set(columns.map(({ head }) => head.words.slice(0, -1).join('·')))
  const [only = ''] = groups
  return groups.size === 1 && periodKind(only) === undefined ? only : ''
}

const shortTitle = (title: string | undefined): string =>
  title !== undefined && title.length <= 20 ? title : ''

const look = new Look()

type Sort = 'words' | 'days' | 'numbers'

function sortOf(row: SheetRow, column: number): Sort | undefined {
  lookAt(row, column, look)
  switch (look.kind) {
    case 'blank':
    case 'mark':
    case 'error':
      return undefined
    case 'text':
    case 'digits':
    case 'boolean':
    case 'answer':
      return 'words'
    case 'day':
    case 'either':
    case 'period':
    case 'moment':
      return 'days'
    case 'number':
    case 'numeral':
    case 'percent':
    case 'quantity':
    case 'clock':
    case 'span':
      return 'numbers'
  }
}

/**
 * Whether the fields of a table stand below each other: the cells of every row are of one sort, those of every column
 * are not, and the first column holds names that are all different.
 */
function isOnItsSide(head: Head, data: readonly SheetRow[]): boolean {
  if (head.headerRows.length > 1) return false
  const rows = [...head.headerRows, ...data]
  const width = Math.max(...rows.map((row) => row.width))
  const first = firstColumn(rows, width)
  const names = rows.map((row) => row.text(first).trim())
  if (data.length < 2 || rows.length > mostFields || new Set(names).size < names.length) return false
  if (names.some((name) => name === '' || totalWord(name))) return false
  if (width - first < 3) return false
  const sorts = rows.map(() => new Set<Sort>())
  const columnSorts = Array.from({ length: width }, () => new Set<Sort>())
  rows.forEach((row, index) => {
    for (let column = first + 1; column < width; column += 1) {
      const sort = sortOf(row, column)
      if (!sort) continue
      sorts[index]?.add(sort)
      columnSorts[column]?.add(sort)
    }
  })
  const dataSorts = new Set(sorts.slice(head.headerRows.length).flatMap((some) => [...some]))
  return (
    sorts.every((some) => some.size === 1) &&
    dataSorts.size > 1 &&
    columnSorts.slice(first + 1).every((some) => some.size > 1)
  )
}

function firstColumn(rows: readonly SheetRow[], width: number): number {
  for (let column = 0; column < width; column += 1)
    if (rows.some((row) => !row.isBlank(column))) return column
  return 0
}

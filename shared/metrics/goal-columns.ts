// Reads the roles of the columns of a table of goals, and what the cells beside target and actual say: the comparator, who
// answers for the goal, for when and by whom it was set. It proposes nothing.

import type { Period } from '../model/figure.ts'
import type { Comparator, Goal, Polarity } from '../model/goal.ts'
import type { Column, Table, TableProfile, TableRow } from '../model/table.ts'
import { lastDayOf, parseDay, parsePeriod } from '../numbers/dates.ts'
import { parseDaySpan } from '../numbers/day-span.ts'
import { parseComparator } from '../numbers/threshold.ts'
import {
  isActualHeader,
  isAttainmentHeader,
  isComparatorHeader,
  isIndicatorHeader,
  isOwnerHeader,
  isPeriodHeader,
  isSetByHeader,
  isTargetHeader,
  isUnitHeader,
} from './lexicon.ts'

/** Places of columns in the table. One of `actual` and `target` may be absent where `rate` is there. */
export interface GoalColumns {
  name: number
  unit?: number
  target?: number
  actual?: number
  rate?: number
  comparator?: number
  owner?: number
  period?: number
  setBy?: number
}

/** Two of target, actual and rate must be there, and a text that names the rows. */
export function maybeGoalColumns(profile: TableProfile): GoalColumns | undefined {
  const found = findColumns(profile)
  const known = [found?.target, found?.actual, found?.rate].filter((place) => place !== undefined)
  return known.length < 2 ? undefined : found
}

/** A target and nothing of what was reached: 指标, 目标. */
export function maybeTargetColumns(profile: TableProfile): GoalColumns | undefined {
  const found = findColumns(profile)
  const isAlone = found?.target !== undefined && found.actual === undefined && found.rate === undefined
  return isAlone ? found : undefined
}

function findColumns({ table, head }: TableProfile): GoalColumns | undefined {
  const taken: number[] = []
  const find = (fits: (column: Column) => boolean): number | undefined => {
    const index = table.columns.findIndex((column, at) => !taken.includes(at) && fits(column))
    if (index < 0) return undefined
    taken.push(index)
    return index
  }
  const target = find(({ name }) => isTargetHeader(name))
  const actual = find(({ name, type }) => isActualHeader(name) && type !== 'date')
  const rate = find(({ name, type }) => isAttainmentHeader(name) && type !== 'date')
  if (target === undefined && rate === undefined) return undefined
  const unit = find(({ name }) => isUnitHeader(name))
  // 类别 | 指标 | …: the header that says 指标 wins over a text column that only comes first.
  const indicator = find(({ name, type }) => type === 'text' && isIndicatorHeader(name))
  const comparator = find(({ name, type }) => type === 'text' && isComparatorHeader(name))
  const owner = find(({ name, type }) => type === 'text' && isOwnerHeader(name))
  const setBy = find(({ name, type }) => type === 'text' && isSetByHeader(name))
  const period = find(({ name }) => isPeriodHeader(name))
  const name = indicator ?? find(({ type }) => type === 'text')
  const readable = [target, rate].some(
    (place) => place !== undefined && head.some((row) => row.values[place] !== null),
  )
  if (name === undefined || !readable) return undefined
  return {
    name,
    ...(unit !== undefined && { unit }),
    ...(target !== undefined && { target }),
    ...(actual !== undefined && { actual }),
    ...(rate !== undefined && { rate }),
    ...(comparator !== undefined && { comparator }),
    ...(owner !== undefined && { owner }),
    ...(period !== undefined && { period }),
    ...(setBy !== undefined && { setBy }),
  }
}

/** What the other cells of a row say of its goal. */
export type Beside = Pick<Goal, 'owner' | 'period' | 'setBy'> & {
  comparator?: Exclude<Comparator, 'range'>
  polarity?: Polarity
}

export function givenBeside({ columns }: Table, row: TableRow, places: GoalColumns): Beside {
  const textAt = (place: number | undefined): string =>
    place === undefined ? '' : String(row.values[place] ?? '').trim()
  const sign = textAt(places.comparator)
  const comparator = parseComparator(sign)
  const polarity =
    wayIn(sign) ??
    (comparator && (/[≥>]/.test(comparator) ? 'higher' : /[≤<]/.test(comparator) ? 'lower' : undefined))
  const [owner, setBy] = [textAt(places.owner).slice(0, 100), textAt(places.setBy).slice(0, 200)]
  const column = places.period === undefined ? undefined : columns[places.period]
  const period = column && periodIn(textAt(places.period), column)
  return {
    ...(comparator && comparator !== 'range' && { comparator }),
    ...(polarity && { polarity }),
    ...(owner !== '' && { owner }),
    ...(setBy !== '' && { setBy }),
    ...(period && { period }),
  }
}

/** 越低越好, 逆向指标, lower is better. */
const wayIn = (text: string): Polarity | undefined =>
  /越(低|少|小|短)越|逆向|反向|负向|\b(lower|less|fewer) is better\b/i.test(text)
    ? 'lower'
    : /越(高|多|大|长)越|正向|\b(higher|more) is better\b/i.test(text)
      ? 'higher'
      : undefined

/** 2026年第三季度, 2026H1, 2026, 2026年3月2日至8月28日; of a day (截止日期) that day alone. */
function periodIn(text: string, { type, step }: Column): Period | undefined {
  if (type === 'date' || type === 'datetime') {
    const day = text.slice(0, 10)
    return /^\d{4}-\d\d-\d\d$/.test(day) ? { from: day, to: lastDayOf(day, step) } : undefined
  }
  const named = parsePeriod(/^(19|20)\d\d$/.test(text) ? `${text}年` : text)
  if (named) return { from: named.day, to: lastDayOf(named.day, named.step) }
  const day = parseDay(text)
  return day === undefined ? parseDaySpan(text) : { from: day, to: day }
}

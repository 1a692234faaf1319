// Proposes a figure and a goal for each row of a table of goals: 指标 · 单位 · 目标 · 实际, in its usual spellings, with who
// answers for it, for when and by whom it was set. Of target, actual and rate of attainment two give the third.

import type { Figure, Origin, Period } from '../model/figure.ts'
import type { Comparator, Goal, Polarity } from '../model/goal.ts'
import { FigureId, stableId } from '../model/ids.ts'
import type { Language } from '../model/language.ts'
import type { Column, Table, TableProfile, TableRow } from '../model/table.ts'
import { lastDayOf, parseDay, parsePeriod } from '../numbers/dates.ts'
import { decimalsOf } from '../numbers/format.ts'
import { parseQuantity } from '../numbers/parse.ts'
import { parseComparator } from '../numbers/threshold.ts'
import { tidy } from '../numbers/tidy.ts'
import { figureWords } from '../text/figures.ts'
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
  polarityOf,
} from './lexicon.ts'
import { recoveredTarget } from './recovered-target.ts'
import { cellFigure, readRow, type RowNumber, type RowNumbers } from './row-number.ts'
import { divide, multiply } from './wholes.ts'

/** So much of a header is repeated in words. */
const longestHeader = 30

/** Places of columns in the table. One of `actual` and `target` may be absent where `rate` is there. */
interface GoalColumns {
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

/** What one row gives: the figure with its goal, and the figures that either is computed from. */
interface GoalRow {
  figure: Figure
  goal?: Goal
  operands: readonly Figure[]
}

/** Undefined when the table is not one of goals. `told`: the names of the columns that tell so. */
export function maybeGoalTable(
  profile: TableProfile,
  language: Language,
): { figures: Figure[]; goals: Goal[]; told: string[] } | undefined {
  const columns = maybeGoalColumns(profile)
  if (!columns) return undefined
  const figures: Figure[] = []
  const goals: Goal[] = []
  const seen = new Map<string, number>()
  for (const row of profile.head) {
    const name = String(row.values[columns.name] ?? '').trim()
    if (name === '') continue
    const occurrence = seen.get(name) ?? 0
    const proposed = readGoal(profile, columns, row, name, occurrence, language)
    if (!proposed) continue
    seen.set(name, occurrence + 1)
    figures.push(proposed.figure, ...proposed.operands)
    if (proposed.goal) goals.push(proposed.goal)
  }
  if (goals.length === 0) return undefined
  if (goals.length === profile.table.rowCount) figures.push(goalCount(profile, language))
  const told = [columns.name, columns.target, columns.actual, columns.rate].flatMap((place) =>
    place === undefined ? [] : (profile.table.columns[place]?.name.slice(0, longestHeader) ?? []),
  )
  return { figures, goals, told }
}

/** Two of target, actual and rate must be there, and a text that names the rows. */
function maybeGoalColumns({ table, head }: TableProfile): GoalColumns | undefined {
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
  if ([target, actual, rate].filter((place) => place !== undefined).length < 2) return undefined
  const unit = find(({ name }) => isUnitHeader(name))
  // 类别 | 指标 | …: the header that says 指标 wins over a text column that only comes first.
  const indicator = find(({ name, type }) => type === 'text' && isIndicatorHeader(name))
  const comparator = find(({ name, type }) => type === 'text' && isComparatorHeader(name))
  const owner = find(({ name, type }) => type === 'text' && isOwnerHeader(name))
  const setBy = find(({ name, type }) => type === 'text' && isSetByHeader(name))
  const period = find(({ name }) => isPeriodHeader(name))
  const name = indicator ?? find(({ type }) => type === 'text')
  const known = target ?? rate
  const readable = known !== undefined && head.some((row) => row.values[known] !== null)
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

function readGoal(
  { table }: TableProfile,
  columns: GoalColumns,
  row: TableRow,
  name: string,
  occurrence: number,
  language: Language,
): GoalRow | undefined {
  const columnAt = (place: number | undefined): Column | undefined =>
    place === undefined ? undefined : table.columns[place]
  const [targetColumn, actualColumn, rateColumn] = [columns.target, columns.actual, columns.rate].map(
    (place) => columnAt(place),
  )
  const shared = readRow(
    table,
    row,
    [columns.target ?? -1, columns.actual ?? -1],
    name,
    columns.unit,
    language,
  )
  const [target, actual] = shared.numbers
  const rate = rateColumn && columns.rate !== undefined ? readRate(row, columns.rate, rateColumn) : undefined
  const standing = actualColumn ?? targetColumn
  if (!standing) return undefined
  const words = figureWords[language].names
  const cell = (
    column: Column,
    number: RowNumber | undefined,
    what: string,
    named: string,
    of: RowNumbers = shared,
  ): Figure => {
    const id = FigureId.parse(stableId('f', table.id, what, column.id, name, occurrence))
    return cellFigure(table, row, column, of, { id, name: named, key: name, number })
  }
  const figure: Figure = { ...cell(standing, actual, 'goal', name), role: 'actual' }
  const given = givenBeside(table, row, columns)
  if (target && targetColumn && actualColumn && (actual || !rate)) {
    const { origin } = cell(targetColumn, target, 'target', name)
    return { figure, goal: goalOf(figure, target, origin, name, given), operands: [] }
  }
  if (!rate || !rateColumn) return actual && actualColumn ? { figure, operands: [] } : undefined
  const stated: Figure = {
    ...cell(rateColumn, rate, 'goal-rate', words.statedRate(name), ratesOf(rate)),
    additive: false,
  }
  if (target && targetColumn) {
    const plan = cell(targetColumn, target, 'goal-target', words.target(name))
    const reached: Figure = { ...figure, origin: multiply(plan.id, stated.id) }
    const goal = goalOf(reached, target, plan.origin, name, given)
    return { figure: reached, goal, operands: [plan, stated] }
  }
  if (!actual) return undefined
  // What a rate of attainment means where less is better, every table settles for itself.
  const value = polarityOf(name) === 'lower' ? undefined : recoveredTarget(actual.value, rate.value, figure)
  if (value === undefined) return { figure, operands: [] }
  const { comparator: _comparator, high: _high, polarity: _polarity, ...plain } = actual
  const goal = goalOf(figure, { ...plain, value }, divide(figure.id, stated.id), name, given)
  return { figure, goal, operands: [stated] }
}

function goalOf(
  figure: Figure,
  target: RowNumber,
  origin: Origin,
  name: string,
  { comparator: sign, polarity: way, ...beside }: Beside,
): Goal {
  const polarity = way ?? target.polarity ?? polarityOf(name)
  const range = target.high !== undefined && target.high > target.value
  return {
    figure: figure.id,
    comparator: range ? 'range' : (sign ?? target.comparator ?? (polarity === 'lower' ? '≤' : '≥')),
    target: target.value,
    ...(range && { targetHigh: target.high }),
    polarity,
    origin,
    ...beside,
  }
}

/** What the other cells of a row say of its goal. */
type Beside = Pick<Goal, 'owner' | 'period' | 'setBy'> & {
  comparator?: Exclude<Comparator, 'range'>
  polarity?: Polarity
}

function givenBeside({ columns }: Table, row: TableRow, places: GoalColumns): Beside {
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

/** 2026年第三季度, 2026H1, 2026; of a day (截止日期) that day alone. */
function periodIn(text: string, { type, step }: Column): Period | undefined {
  if (type === 'date' || type === 'datetime') {
    const day = text.slice(0, 10)
    return /^\d{4}-\d\d-\d\d$/.test(day) ? { from: day, to: lastDayOf(day, step) } : undefined
  }
  const named = parsePeriod(/^(19|20)\d\d$/.test(text) ? `${text}年` : text)
  if (named) return { from: named.day, to: lastDayOf(named.day, named.step) }
  const day = parseDay(text)
  return day === undefined ? undefined : { from: day, to: day }
}

/** Above this a bare number under 达成率 is percent: 124, not 12,400 %. */
const mostAsRatio = 5

/** A rate of attainment as a ratio; nothing to go by unless it is above zero. */
function readRate(row: TableRow, place: number, column: Column): RowNumber | undefined {
  const cell = row.values[place]
  const text = row.raw?.[place] ?? (typeof cell === 'string' ? cell : undefined)
  const quantity = text === undefined ? undefined : parseQuantity(text)
  const stored = typeof cell === 'number' ? cell : quantity?.value
  if (stored === undefined || !(stored > 0)) return undefined
  const isRatio = column.type === 'percent' || quantity?.percent === true
  const factor = isRatio || (column.unit !== '%' && stored <= mostAsRatio) ? 1 : 0.01
  return { value: tidy(stored * factor), factor, unit: '%', percent: true, scale: 1 }
}

const ratesOf = (rate: RowNumber): RowNumbers => ({
  numbers: [rate],
  kind: 'rate',
  unit: '%',
  rounding: { scale: 1, decimals: decimalsOf(rate.value, 2, 2) },
  factorOf: () => rate.factor,
})

function goalCount({ table }: TableProfile, language: Language): Figure {
  const words = figureWords[language]
  return {
    id: FigureId.parse(stableId('f', table.id, 'goal-count')),
    name: words.names.goalCount,
    kind: 'count',
    unit: words.units.goals,
    rounding: { scale: 1, decimals: 0 },
    origin: { kind: 'aggregate', table: table.id, fn: 'count', filters: [] },
    additive: false,
    role: 'extent',
  }
}

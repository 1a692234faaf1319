// Proposes a figure and a goal for each row of a table of goals: 指标 · 单位 · 目标 · 实际, in its usual spellings, with who
// answers for it, for when and by whom it was set. Of target, actual and rate of attainment two give the third.

import type { Expression, Figure, Origin, Rounding } from '../model/figure.ts'
import type { Goal } from '../model/goal.ts'
import { FigureId } from '../model/ids.ts'
import { stableId } from '../model/stable-id.ts'
import type { Language } from '../model/language.ts'
import type { Column, TableProfile, TableRow } from '../model/table.ts'
import { decimalsOf, formatDay } from '../numbers/format.ts'
import { parseQuantity } from '../numbers/parse.ts'
import { tidy } from '../numbers/tidy.ts'
import { figureWords } from '../text/figures.ts'
import { type Beside, givenBeside, type GoalColumns, maybeGoalColumns } from './goal-columns.ts'
import { polarityOf } from './lexicon.ts'
import { recoveredTarget } from './recovered-target.ts'
import { cellFigure, longestName, readRow, type RowNumber, type RowNumbers } from './row-number.ts'
import { divide, multiply } from './wholes.ts'

/** So much of a header is repeated in words. */
const longestHeader = 30

interface GoalName {
  name: string
  /** The whole cell. */
  label: string
  /** How many rows above have the same name, and whether any has. */
  occurrence: number
  isRepeated: boolean
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
  const isRepeated = repeatedNames(profile, columns)
  for (const row of profile.head) {
    const label = String(row.values[columns.name] ?? '').trim()
    const name = label.slice(0, longestName)
    if (name === '') continue
    const occurrence = seen.get(name) ?? 0
    const proposed = readGoal(
      profile,
      columns,
      row,
      { name, label, occurrence, isRepeated: isRepeated(name) },
      language,
    )
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

function repeatedNames({ head }: TableProfile, columns: GoalColumns): (name: string) => boolean {
  const counts = new Map<string, number>()
  for (const { values } of head) {
    const name = String(values[columns.name] ?? '')
      .trim()
      .slice(0, longestName)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return (name) => (counts.get(name) ?? 0) > 1
}

function readGoal(
  { table }: TableProfile,
  columns: GoalColumns,
  row: TableRow,
  { name, label, occurrence, isRepeated }: GoalName,
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
  const [set, actual] = shared.numbers
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
    return cellFigure(table, row, column, of, { id, name: named, key: label, number })
  }
  const period = columns.period === undefined ? '' : String(row.values[columns.period] ?? '').trim()
  // 新增用户 of each quarter: the quarter tells them apart.
  const called =
    isRepeated && period !== '' ? words.part(shared.name, formatDay(period, language)) : shared.name
  const figure: Figure = { ...cell(standing, actual, 'goal', called), role: 'actual' }
  const given = givenBeside(table, row, columns)
  if (set && targetColumn && actualColumn && (actual || !rate)) {
    const { origin } = cell(targetColumn, set, 'target', name)
    return { figure, goal: goalOf(figure, set, origin, name, given), operands: [] }
  }
  if (!rate || !rateColumn) return actual && actualColumn ? { figure, operands: [] } : undefined
  const stated: Figure = {
    ...cell(rateColumn, rate, 'goal-rate', words.statedRate(called), ratesOf(shared.name, rate)),
    additive: false,
  }
  // What a rate of attainment means where less is better, every table settles for itself; of a budget it is plain.
  const isPlain = polarityOf(name) === 'higher' || /执行/.test(rateColumn.name)
  if (set && targetColumn && !isPlain) {
    const { origin } = cell(targetColumn, set, 'target', name)
    return actualColumn && { figure, goal: goalOf(figure, set, origin, name, given), operands: [] }
  }
  if (set && targetColumn) {
    const plan = cell(targetColumn, set, 'goal-target', words.target(called))
    const reached: Figure = {
      ...figure,
      rounding: roundingFor(figure, set.value * rate.value),
      origin: multiply(plan.id, stated.id),
    }
    const goal = goalOf(reached, set, plan.origin, name, given)
    return { figure: reached, goal, operands: [plan, stated] }
  }
  if (!actual) return undefined
  const found = isPlain ? recoveredTarget(actual.value, rate.value, figure) : undefined
  if (!found) return { figure, operands: [] }
  const { comparator: _comparator, high: _high, polarity: _polarity, ...plain } = actual
  const target: RowNumber = { ...plain, value: found.value }
  const origin = rounded(divide(figure.id, stated.id), found.places)
  return { figure, goal: goalOf(figure, target, origin, name, given), operands: [stated] }
}

/** A product may need one decimal more than the target it was made from: 45 % at 107.1 % is 48.2 %. */
function roundingFor({ kind, rounding }: Figure, value: number): Rounding {
  const shift = kind === 'rate' ? 2 : -Math.log10(rounding.scale)
  const isWhole = (kind === 'count' && rounding.scale === 1) || !Number.isFinite(value)
  return { ...rounding, decimals: Math.max(rounding.decimals, isWhole ? 0 : decimalsOf(value, 1, shift)) }
}

/** A quotient to so many places: 取整([新增用户] ÷ [新增用户达成率], −3). */
function rounded(quotient: Origin, places: number | undefined): Origin {
  if (quotient.kind !== 'formula' || places === undefined) return quotient
  const digits: Expression = places < 0 ? { negative: { number: -places } } : { number: places }
  return { kind: 'formula', expression: { call: 'round', arguments: [quotient.expression, digits] } }
}

/** The target of one row as a goal of `figure`, unless they are not of one kind or unit. */
export function goalFor(
  { table }: TableProfile,
  columns: GoalColumns,
  row: TableRow,
  figure: Figure,
  language: Language,
): Goal | undefined {
  const label = String(row.values[columns.name] ?? '').trim()
  const name = label.slice(0, longestName)
  const column = columns.target === undefined ? undefined : table.columns[columns.target]
  if (!column || columns.target === undefined) return undefined
  const shared = readRow(table, row, [columns.target], name, columns.unit, language)
  const [number] = shared.numbers
  const isOne =
    number !== undefined &&
    number.percent === (figure.kind === 'rate') &&
    (number.percent || number.unit === '' || figure.unit === '' || number.unit === figure.unit)
  if (!isOne) return undefined
  const { origin } = cellFigure(table, row, column, shared, { id: figure.id, name, key: label, number })
  return goalOf(figure, number, origin, name, givenBeside(table, row, columns))
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

const ratesOf = (name: string, rate: RowNumber): RowNumbers => ({
  name,
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

// Proposes a figure and a goal for each row of a table of goals: 指标 · 单位 · 目标 · 实际, in its usual spellings.
// The row, not the column, says the unit here: 5.8 under 万人, 45 under %, 120万 as text.

import type { Figure, Rounding } from '../model/figure.ts'
import type { Comparator, Goal, Polarity } from '../model/goal.ts'
import { FigureId, stableId } from '../model/ids.ts'
import type { Language } from '../model/language.ts'
import type { Column, TableProfile, TableRow } from '../model/table.ts'
import { decimalsOf } from '../numbers/format.ts'
import { parseQuantity } from '../numbers/parse.ts'
import { tidy } from '../numbers/tidy.ts'
import { parseUnit, type Unit } from '../numbers/units.ts'
import { figureWords } from '../text/figures.ts'
import {
  isActualHeader,
  isAdditive,
  isIndicatorHeader,
  isTargetHeader,
  isUnitHeader,
  kindOf,
  polarityOf,
} from './lexicon.ts'

/** What a figure may be called; the cell's whole text still finds the row. */
const longestName = 200

interface GoalColumns {
  name: number
  unit: number | undefined
  target: number
  actual: number
}

/** A number as its row means it. `factor` turns the stored cell into `value`. */
interface RowNumber {
  value: number
  factor: number
  unit: string
  percent: boolean
  /** 万 in the row's unit or in the cell's own text. */
  scale: number
  comparator?: Comparator
  high?: number
}

/** Undefined when the table is not one of goals. */
export function maybeGoalTable(
  profile: TableProfile,
  language: Language,
): { figures: Figure[]; goals: Goal[] } | undefined {
  const columns = findColumns(profile)
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
    figures.push(proposed.figure)
    if (proposed.goal) goals.push(proposed.goal)
  }
  if (goals.length === 0) return undefined
  if (goals.length === profile.table.rowCount) figures.push(goalCount(profile, language))
  return { figures, goals }
}

function findColumns({ table, head }: TableProfile): GoalColumns | undefined {
  const find = (fits: (column: Column) => boolean, taken: readonly number[] = []): number | undefined => {
    const index = table.columns.findIndex((column, at) => !taken.includes(at) && fits(column))
    return index < 0 ? undefined : index
  }
  const target = find(({ name }) => isTargetHeader(name))
  if (target === undefined) return undefined
  const actual = find(({ name }) => isActualHeader(name), [target])
  if (actual === undefined) return undefined
  const unit = find(({ name }) => isUnitHeader(name))
  const taken = [target, actual, ...(unit === undefined ? [] : [unit])]
  // 类别 | 指标 | …: the header that says 指标 wins over a text column that only comes first.
  const name =
    find(({ name: header, type }) => type === 'text' && isIndicatorHeader(header), taken) ??
    find(({ type }) => type === 'text', taken)
  const readable = head.some((row) => row.values[target] !== null)
  return name === undefined || !readable ? undefined : { name, unit, target, actual }
}

function readGoal(
  { table }: TableProfile,
  columns: GoalColumns,
  row: TableRow,
  name: string,
  occurrence: number,
  language: Language,
): { figure: Figure; goal?: Goal } | undefined {
  const [targetColumn, actualColumn] = [table.columns[columns.target], table.columns[columns.actual]]
  if (!targetColumn || !actualColumn) return undefined
  const unit = columns.unit === undefined ? undefined : parseUnit(String(row.values[columns.unit] ?? ''))
  const plainUnit = unit ?? wordUnit(row, columns.unit)
  const cells = [columns.target, columns.actual].map((index) => row.values[index])
  const asRatios = cells.every((cell) => typeof cell !== 'number' || Math.abs(cell) <= 1)
  const target = readNumber(row, columns.target, targetColumn, plainUnit, asRatios)
  const actual = readNumber(row, columns.actual, actualColumn, plainUnit, asRatios)
  if (!target && !actual) return undefined
  const found = [actual, target].filter((number) => number !== undefined)
  const percent = found.some((number) => number.percent)
  const bare = percent ? '%' : (found.find((number) => number.unit !== '')?.unit ?? '')
  const kind = kindOf(bare, name)
  const origin = (column: Column, factor: number): Figure['origin'] => ({
    kind: 'cell',
    table: table.id,
    row: row.row,
    column: column.id,
    label: name,
    ...(factor !== 1 && { factor }),
  })
  const figure: Figure = {
    id: FigureId.parse(stableId('f', table.id, 'goal', actualColumn.id, name, occurrence)),
    name: name.slice(0, longestName),
    kind,
    unit: bare,
    rounding: roundingOf(found, kind === 'rate', language),
    origin: origin(actualColumn, actual?.factor ?? unitFactor(actualColumn, plainUnit)),
    additive: (kind === 'count' || kind === 'amount') && isAdditive(name),
    role: 'actual',
  }
  if (!target) return { figure }
  const polarity = polarityFor(target.comparator, name)
  const range = target.high !== undefined && target.high > target.value
  return {
    figure,
    goal: {
      figure: figure.id,
      comparator: range ? 'range' : (target.comparator ?? (polarity === 'lower' ? '≤' : '≥')),
      target: target.value,
      ...(range && { targetHigh: target.high }),
      polarity,
      origin: origin(targetColumn, target.factor),
    },
  }
}

/** A unit of a column 单位 that is not on the closed list is taken at its word: 张海报. */
function wordUnit(row: TableRow, column: number | undefined): Unit | undefined {
  const word = column === undefined ? '' : String(row.values[column] ?? '').trim()
  return word === '' || word.length > 20 || /^[-—/]$/.test(word) ? undefined : { unit: word, scale: 1 }
}

/** What the row's unit makes of a number without a scale of its own. */
function unitFactor(column: Column, unit: Unit | undefined): number {
  if (!unit || column.type === 'percent') return 1
  if (unit.unit === '%') return 0.01
  if (unit.unit === '‰') return 0.001
  return column.scale === undefined ? unit.scale : 1
}

/**
 * `asRatios`: no number of the row is above 1. Under % it then is the ratio of a percent cell that lost its format,
 * far more often than less than one percent.
 */
function readNumber(
  row: TableRow,
  index: number,
  column: Column,
  unit: Unit | undefined,
  asRatios: boolean,
): RowNumber | undefined {
  const cell = row.values[index]
  const text = row.raw?.[index] ?? (typeof cell === 'string' ? cell : undefined)
  const quantity = text === undefined ? undefined : parseQuantity(text)
  const stored = typeof cell === 'number' ? tidy(cell * (column.scale ?? 1)) : quantity?.value
  if (stored === undefined) return undefined
  const isRate = unit?.unit === '%' || unit?.unit === '‰'
  const ownScale = quantity !== undefined && (quantity.percent || quantity.scale !== 1)
  const isRatio = isRate && quantity === undefined && asRatios
  const worth = ownScale || isRatio ? 1 : unitFactor(column, unit)
  const value = ownScale ? quantity.value : tidy(stored * worth)
  return {
    value,
    factor: stored === 0 ? worth : tidy(value / stored),
    unit: quantity?.unit && quantity.unit !== '%' ? quantity.unit : (unit?.unit ?? column.unit ?? ''),
    percent:
      quantity?.percent === true || column.type === 'percent' || unit?.unit === '%' || column.unit === '%',
    scale: quantity && quantity.scale !== 1 ? quantity.scale : (column.scale ?? unit?.scale ?? 1),
    ...(quantity?.comparator !== undefined && { comparator: quantity.comparator }),
    ...(quantity?.high !== undefined && { high: tidy(quantity.high * (ownScale ? 1 : worth)) }),
  }
}

/** ≤ and < say that less is better, ≥ and > that more is; otherwise the name has to tell. */
function polarityFor(comparator: Comparator | undefined, name: string): Polarity {
  if (comparator === '≤' || comparator === '<') return 'lower'
  if (comparator === '≥' || comparator === '>') return 'higher'
  return polarityOf(name)
}

/** As the table itself writes its numbers: 万 where it says 万, as many decimals as the longer of the two has. */
function roundingOf(numbers: readonly RowNumber[], isRate: boolean, language: Language): Rounding {
  const most = (limit: number, shift: number): number =>
    Math.max(0, ...numbers.map(({ value }) => decimalsOf(value, limit, shift)))
  if (isRate) return { scale: 1, decimals: most(2, 2) }
  const large = Math.max(0, ...numbers.map(({ value }) => Math.abs(value)))
  const saysTenThousand = numbers.some(({ scale }) => scale >= 1e4)
  if (language === 'en' || (large < 1e5 && !saysTenThousand)) return { scale: 1, decimals: most(2, 0) }
  return large >= 1e8 ? { scale: 1e8, decimals: most(2, -8) } : { scale: 1e4, decimals: most(2, -4) }
}

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

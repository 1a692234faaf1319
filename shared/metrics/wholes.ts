// Figures over a whole table and their parts: one channel, one month, a share. A part is its whole's own definition
// over fewer rows, so that a rate of a part is again a quotient of sums. It decides nothing about which to propose.

import type { Figure, FigureKind, Filter, PeriodStep, Rounding } from '../model/figure.ts'
import { FigureId } from '../model/ids.ts'
import { stableId } from '../model/stable-id.ts'
import type { Language } from '../model/language.ts'
import type { Column, TableProfile } from '../model/table.ts'
import { figureWords } from '../text/figures.ts'
import { countedUnit, kindOf } from './lexicon.ts'

/** A figure over the whole table, with what is needed to name and to round its parts. */
export interface Whole {
  figure: Figure
  /** The name that parts are named after: 注册, where the whole is 累计注册. */
  base: string
  /** A first guess of its value, from the table's head. Unless it `divides`, it is of the same size in every part. */
  guess: { value: number; divides: boolean }
  /** Numerator and denominator of a quotient. */
  operands?: readonly [Whole, Whole]
}

/** One part of the rows. */
export interface Slice {
  column: Column
  by: string
  key: string
  step?: PeriodStep
  /** What its figures' names begin with: 抖音, 3月. */
  label: string
  /** How many parts there are, to guess their size. */
  of: number
}

/** A table, and how figures over it are named. */
export interface OfTable {
  profile: TableProfile
  language: Language
  /** 全部渠道合计, for figures over all parts. */
  scope: Pick<Figure, 'scope'>
}

export type Measure = Pick<Figure, 'kind' | 'unit'>

/** The sum of a column over all rows. */
export function totalOf(column: Column, { profile, language, scope }: OfTable): Whole {
  const value = headMean(profile, column) * profile.table.rowCount
  const measure = measureOf(column, language)
  return {
    base: column.name,
    guess: { value, divides: true },
    figure: {
      id: FigureId.parse(stableId('f', profile.table.id, 'total', column.id)),
      name: figureWords[language].names.total(column.name),
      ...measure,
      rounding: roundingFor(measure.kind, value, language),
      origin: { kind: 'aggregate', table: profile.table.id, fn: 'sum', column: column.id, filters: [] },
      ...scope,
      additive: true,
      role: 'total',
    },
  }
}

/** What cannot be summed stands for a period by its mean. */
export function levelOf(column: Column, { profile, language, scope }: OfTable): Whole {
  const value = headMean(profile, column)
  const measure = measureOf(column, language)
  return {
    base: column.name,
    guess: { value, divides: false },
    figure: {
      id: FigureId.parse(stableId('f', profile.table.id, 'mean', column.id)),
      name: figureWords[language].names.mean(column.name),
      ...measure,
      rounding: meanRounding(measure.kind, value, language),
      origin: { kind: 'aggregate', table: profile.table.id, fn: 'avg', column: column.id, filters: [] },
      ...scope,
      additive: false,
      role: 'average',
    },
  }
}

/** The wholes and, before each quotient, the totals it divides, so that their parts are there to divide. */
export function withOperands(wholes: readonly Whole[]): Whole[] {
  return [...new Set(wholes.flatMap((whole) => [...(whole.operands ?? []), whole]))]
}

const partId = ({ figure }: Whole, { column, key }: Slice): FigureId =>
  FigureId.parse(stableId('f', figure.id, column.id, key))

/** Stands on parts of the whole's operands, which must be proposed too. */
export function partOf(whole: Whole, slice: Slice, language: Language): Figure {
  const { figure, guess, operands } = whole
  const filter: Filter = { column: slice.column.id, is: slice.key, ...(slice.step && { step: slice.step }) }
  const { scope: _scope, ...rest } = figure
  return {
    ...rest,
    id: partId(whole, slice),
    name: figureWords[language].names.part(whole.base, slice.label),
    rounding: guess.divides ? roundingFor(figure.kind, guess.value / slice.of, language) : figure.rounding,
    origin: operands
      ? divide(partId(operands[0], slice), partId(operands[1], slice))
      : figure.origin.kind === 'aggregate'
        ? { ...figure.origin, filters: [...figure.origin.filters, filter] }
        : figure.origin,
    part: { of: figure.id, by: slice.by, key: slice.key, ...(slice.step && { step: slice.step }) },
    role: 'part',
  }
}

export function shareOf(whole: Whole, slice: Slice, language: Language): Figure {
  return {
    id: FigureId.parse(stableId('f', 'share', whole.figure.id, slice.column.id, slice.key)),
    name: figureWords[language].names.share(whole.base, slice.label),
    kind: 'rate',
    unit: '%',
    rounding: { scale: 1, decimals: 1 },
    origin: divide(partId(whole, slice), whole.figure.id),
    additive: true,
    part: { of: whole.figure.id, by: slice.by, key: slice.key },
    role: 'share',
  }
}

export const divide = (left: FigureId, right: FigureId): Figure['origin'] => operation('/', left, right)

export const multiply = (left: FigureId, right: FigureId): Figure['origin'] => operation('*', left, right)

const operation = (operator: '/' | '*', left: FigureId, right: FigureId): Figure['origin'] => ({
  kind: 'formula',
  expression: { operator, left: { figure: left }, right: { figure: right } },
})

/** 万 and 亿 where a Chinese reader expects them, always with two decimals, so that columns agree; English writes in full. */
export function roundingFor(kind: FigureKind, guess: number, language: Language): Rounding {
  const size = Math.abs(guess)
  if (kind === 'rate') return { scale: 1, decimals: size >= 0.2 ? 1 : 2 }
  if (language === 'zh-CN' && size >= 1e8) return { scale: 1e8, decimals: 2 }
  if (language === 'zh-CN' && size >= 1e5) return { scale: 1e4, decimals: 2 }
  if (kind === 'count') return { scale: 1, decimals: 0 }
  return { scale: 1, decimals: size >= 1e5 ? 0 : kind === 'duration' ? 1 : 2 }
}

/** A mean of small counts has a decimal: 37.5人. */
export function meanRounding(kind: FigureKind, guess: number, language: Language): Rounding {
  const rounding = roundingFor(kind, guess, language)
  return kind === 'count' && Math.abs(guess) < 100 ? { ...rounding, decimals: 1 } : rounding
}

/** What a column's numbers are. */
export function measureOf({ name, type, unit: named }: Column, language: Language): Measure {
  if (type === 'percent') return { kind: 'rate', unit: '%' }
  const guessed = language === 'en' ? '' : type === 'money' ? '元' : countedUnit(name)
  const unit = named || guessed
  return { unit, kind: type === 'money' ? 'amount' : type === 'duration' ? 'duration' : kindOf(unit, name) }
}

/** In base units; 0 where there is none. */
function headMean({ table, head }: TableProfile, column: Column): number {
  const index = table.columns.indexOf(column)
  const numbers = head.map(({ values }) => values[index]).filter((value) => typeof value === 'number')
  const sum = numbers.reduce((total, number) => total + number, 0)
  const mean = (sum / numbers.length) * (column.scale ?? 1)
  return Number.isFinite(mean) ? mean : 0
}

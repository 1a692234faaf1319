// Proposes figures from a daily (weekly, monthly) table: totals, rates of totals, unit cost, parts by dimension and
// by month, shares, averages and the peak. Never an average of rates where the rate's own parts are known.

import type { Figure, Filter, PeriodStep, Rounding } from '../model/figure.ts'
import { FigureId, stableId } from '../model/ids.ts'
import type { Language } from '../model/language.ts'
import type { Column, TableProfile } from '../model/table.ts'
import { formatDay, formatMonth } from '../numbers/format.ts'
import { parseUnit } from '../numbers/units.ts'
import { figureWords } from '../text/figures.ts'
import { countedUnit, isSignUp, kindOf } from './lexicon.ts'
import { maybePeriodColumns, type PeriodColumns } from './period-columns.ts'

/** A figure over the whole table, with what is needed to name and to round its parts. */
interface Whole {
  figure: Figure
  base: string
  /** A first guess of its value, from the head. A mean or a rate is of the same size in every part. */
  guess: { value: number; divides: boolean }
  /** Wholes that a formula stands on. */
  operands: readonly Whole[]
}

/** One part of the rows: a channel, a month. */
interface Slice {
  column: Column
  by: string
  key: string
  step?: PeriodStep
  nameOf: (base: string) => string
  /** How many parts there are, to guess their size. */
  of: number
}

/** More parts than this are shown by the main measures only. */
const manyParts = 8
const mostMonths = 24

export function proposeFromPeriods(profile: TableProfile, language: Language): Figure[] {
  const columns = maybePeriodColumns(profile)
  if (!columns) return []
  const words = figureWords[language]
  const { table } = profile
  const { dimension, lead } = columns
  const idOf = (...parts: string[]): FigureId => FigureId.parse(stableId('f', table.id, ...parts))
  const scope = dimension && { scope: words.scopeOfAll(dimension.column.name) }
  const over = (column: Column, fn: 'sum' | 'avg'): Figure['origin'] => ({
    kind: 'aggregate',
    table: table.id,
    fn,
    column: column.id,
    filters: [],
  })
  const meanOf = (column: Column): number => headMean(profile, column)

  const totals = new Map<Column, Whole>()
  for (const column of columns.additive) {
    const value = meanOf(column) * table.rowCount
    const { unit, kind } = measureOf(column, language)
    totals.set(column, {
      base: column.name,
      guess: { value, divides: true },
      operands: [],
      figure: {
        id: idOf('total', column.id),
        name: words.names.total(column.name),
        kind,
        unit,
        rounding: roundingFor(kind, value, language),
        origin: over(column, 'sum'),
        ...scope,
        additive: true,
        role: 'total',
      },
    })
  }

  const quotient = (id: FigureId, base: string, name: string, over: Whole, under: Whole, how: Pick<Figure, 'kind' | 'unit'>): Whole => {
    const value = under.guess.value === 0 ? 0 : over.guess.value / under.guess.value
    return {
      base,
      guess: { value, divides: false },
      operands: [over, under],
      figure: {
        id,
        name,
        ...how,
        rounding: { scale: 1, decimals: how.kind === 'rate' && value >= 0.2 ? 1 : 2 },
        origin: {
          kind: 'formula',
          expression: { operator: '/', left: { figure: over.figure.id }, right: { figure: under.figure.id } },
        },
        ...scope,
        additive: false,
        role: 'rate',
      },
    }
  }
  const rates = columns.quotients.flatMap(({ column, over, under }) => {
    const [top, bottom] = [totals.get(over), totals.get(under)]
    if (!top || !bottom) return []
    const name = words.names.overall(column.name)
    return [quotient(idOf('rate', column.id), column.name, name, top, bottom, measureOf(column, language))]
  })
  const unitCost = costPerWin(columns, totals, language)
  const quotients = unitCost
    ? [...rates, quotient(idOf('unit-cost', unitCost.over.figure.id, unitCost.under.figure.id), unitCost.base, words.names.overall(unitCost.base), unitCost.over, unitCost.under, unitCost.how)]
    : rates

  const levels = columns.levels.map((column): Whole => {
    const { unit, kind } = measureOf(column, language)
    const value = meanOf(column)
    return {
      base: column.name,
      guess: { value, divides: false },
      operands: [],
      figure: {
        id: idOf('mean', column.id),
        name: words.names.mean(column.name),
        kind,
        unit,
        rounding: kind === 'count' ? roundingFor(kind, value, language) : { scale: 1, decimals: kind === 'rate' && value >= 0.2 ? 1 : 2 },
        origin: over(column, 'avg'),
        ...scope,
        additive: false,
        role: 'average',
      },
    }
  })

  const main = (lead && totals.get(lead)) ?? levels.find(({ figure }) => figure.kind !== 'rate') ?? levels[0]
  const others = [...totals.values()].filter((whole) => whole !== main)
  const wholes = [...(main && !levels.includes(main) ? [main] : []), ...others, ...quotients, ...levels]

  const figures = [...extents(columns, idOf, language, table.id), ...wholes.map(({ figure }) => figure)]
  if (!main) return figures
  figures.push(...spread(main, columns, idOf, language))
  if (dimension) {
    const few = dimension.keys.length <= manyParts
    const shown = withOperands(few ? wholes : [main, ...quotients.filter(({ figure }) => figure.kind === 'amount')])
    const slices = dimension.keys.map((key): Slice => ({
      column: dimension.column,
      by: dimension.column.name,
      key,
      nameOf: (base) => words.names.part(base, key),
      of: dimension.keys.length,
    }))
    for (const slice of slices) figures.push(...shown.map((whole) => partOf(whole, slice, language)))
    if (main.figure.additive) figures.push(...slices.map((slice) => shareOf(main, slice, language)))
  }
  if (columns.months.length >= 2 && columns.months.length <= mostMonths) {
    const sameYear = new Set(columns.months.map((month) => month.slice(0, 4))).size === 1
    for (const month of columns.months) {
      const said = sameYear ? formatMonth(month, language) : formatDay(month, language)
      const slice: Slice = {
        column: columns.date,
        by: words.names.month,
        key: month,
        step: 'month',
        nameOf: (base) => words.names.part(base, said),
        of: columns.months.length,
      }
      figures.push(partOf(main, slice, language))
    }
  }
  return figures
}

function costPerWin(
  { cost, won, quotients }: PeriodColumns,
  totals: ReadonlyMap<Column, Whole>,
  language: Language,
): { over: Whole; under: Whole; base: string; how: Pick<Figure, 'kind' | 'unit'> } | undefined {
  const [over, under] = [cost && totals.get(cost), won && totals.get(won)]
  if (!over || !under || over === under) return undefined
  const known = quotients.some((found) => found.over === cost && found.under === won)
  if (known || over.guess.value <= 0 || under.guess.value <= 0) return undefined
  const { names, units } = figureWords[language]
  const people = isSignUp(under.base)
  const money = over.figure.unit
  const per = people ? units.person(money) : units.per(money, under.base, under.figure.unit)
  return {
    over,
    under,
    base: people ? names.acquisitionCost : names.costPer(under.base),
    how: { kind: 'amount', unit: money === '' ? '' : parseUnit(per) ? per : money },
  }
}

/** How many days there are and how many parts, so that a report can say over what it speaks. */
function extents(columns: PeriodColumns, idOf: (...parts: string[]) => FigureId, language: Language, table: TableProfile['table']['id']): Figure[] {
  const { names, units } = figureWords[language]
  const distinct = (column: Column, name: string, unit: string): Figure => ({
    id: idOf('distinct', column.id),
    name,
    kind: 'count',
    unit,
    rounding: { scale: 1, decimals: 0 },
    origin: { kind: 'aggregate', table, fn: 'distinct', column: column.id, filters: [] },
    additive: false,
    role: 'extent',
  })
  const { dimension, step, date } = columns
  return [
    distinct(date, names.extent[step], units.extent[step]),
    ...(dimension
      ? [distinct(dimension.column, names.partCount(dimension.column.name), units.parts(dimension.column.name))]
      : []),
  ]
}

/** The usual and the best day of the main measure. What is not additive is not summed by day first. */
function spread(main: Whole, { date, step, additive }: PeriodColumns, idOf: (...parts: string[]) => FigureId, language: Language): Figure[] {
  const { origin, kind, unit } = main.figure
  if (origin.kind !== 'aggregate' || origin.column === undefined) return []
  const words = figureWords[language].names
  const summed = additive.some(({ id }) => id === origin.column)
  const per = summed ? { per: { column: date.id, step } } : {}
  const peak: Figure = {
    ...main.figure,
    id: idOf('peak', origin.column),
    name: words.peak(main.base, step),
    rounding: roundingFor(kind, 0, language),
    origin: { ...origin, fn: 'max', ...per },
    additive: false,
    role: 'peak',
  }
  if (!summed) return [{ ...peak, rounding: main.figure.rounding }]
  const average: Figure = {
    ...peak,
    id: idOf('average', origin.column),
    name: words.average(main.base, step),
    unit,
    rounding: { scale: 1, decimals: 1 },
    origin: { ...origin, fn: 'avg', ...per },
    role: 'average',
  }
  return [average, peak]
}

/** The wholes and, before each quotient, the totals it divides, so that their parts are there to divide. */
function withOperands(wholes: readonly Whole[]): Whole[] {
  return [...new Set(wholes.flatMap((whole) => [...whole.operands, whole]))]
}

const partId = (whole: FigureId, { column, key }: Slice): FigureId => FigureId.parse(stableId('f', whole, column.id, key))

function partOf(whole: Whole, slice: Slice, language: Language): Figure {
  const { figure, guess, operands } = whole
  const filter: Filter = { column: slice.column.id, is: slice.key, ...(slice.step && { step: slice.step }) }
  const { scope: _scope, ...rest } = figure
  const origin: Figure['origin'] =
    figure.origin.kind === 'aggregate'
      ? { ...figure.origin, filters: [...figure.origin.filters, filter] }
      : {
          kind: 'formula',
          expression: {
            operator: '/',
            left: { figure: partId(operands[0]?.figure.id ?? figure.id, slice) },
            right: { figure: partId(operands[1]?.figure.id ?? figure.id, slice) },
          },
        }
  return {
    ...rest,
    id: partId(figure.id, slice),
    name: slice.nameOf(whole.base),
    rounding: guess.divides ? roundingFor(figure.kind, guess.value / slice.of, language) : figure.rounding,
    origin,
    part: { of: figure.id, by: slice.by, key: slice.key, ...(slice.step && { step: slice.step }) },
    role: 'part',
  }
}

function shareOf(main: Whole, slice: Slice, language: Language): Figure {
  return {
    id: FigureId.parse(stableId('f', 'share', main.figure.id, slice.column.id, slice.key)),
    name: figureWords[language].names.share(main.base, slice.key),
    kind: 'rate',
    unit: '%',
    rounding: { scale: 1, decimals: 1 },
    origin: {
      kind: 'formula',
      expression: { operator: '/', left: { figure: partId(main.figure.id, slice) }, right: { figure: main.figure.id } },
    },
    additive: true,
    part: { of: main.figure.id, by: slice.by, key: slice.key },
    role: 'share',
  }
}

function measureOf(column: Column, language: Language): Pick<Figure, 'kind' | 'unit'> {
  if (column.type === 'percent') return { kind: 'rate', unit: '%' }
  const chinese = language === 'zh-CN'
  const guessed = column.type === 'money' ? (chinese ? '元' : '') : chinese ? countedUnit(column.name) : ''
  const unit = column.unit || guessed
  const kind = column.type === 'money' ? 'amount' : column.type === 'duration' ? 'duration' : kindOf(unit, column.name)
  return { kind, unit }
}

/** 万 and 亿 where a Chinese reader expects them, about four digits that count; English writes in full. */
function roundingFor(kind: Figure['kind'], guess: number, language: Language): Rounding {
  const size = Math.abs(guess)
  if (language === 'zh-CN' && size >= 1e5) {
    if (size >= 1e8) return { scale: 1e8, decimals: 2 }
    return { scale: 1e4, decimals: size < 1e6 ? 2 : 1 }
  }
  return { scale: 1, decimals: kind === 'count' || size >= 1e5 ? 0 : kind === 'duration' ? 1 : 2 }
}

function headMean({ table, head }: TableProfile, column: Column): number {
  const index = table.columns.indexOf(column)
  const numbers = head.flatMap(({ values }) => (typeof values[index] === 'number' ? [values[index]] : []))
  const scale = column.scale ?? 1
  return numbers.length === 0 ? 0 : (numbers.reduce((sum, number) => sum + number, 0) / numbers.length) * scale
}

// Proposes figures from a daily (weekly, monthly) table: totals, rates of totals, unit cost, parts by dimension and
// by month, shares, averages and the peak. Never an average of rates where the rate's own operands are known.

import type { Figure } from '../model/figure.ts'
import { FigureId, stableId } from '../model/ids.ts'
import type { Language } from '../model/language.ts'
import type { Column, TableProfile } from '../model/table.ts'
import { formatDay, formatMonth } from '../numbers/format.ts'
import { parseUnit } from '../numbers/units.ts'
import { figureWords } from '../text/figures.ts'
import { countedUnit, isSignUp, kindOf } from './lexicon.ts'
import { maybePeriodColumns, type PeriodColumns } from './period-columns.ts'
import {
  divide,
  meanRounding,
  partOf,
  roundingFor,
  shareOf,
  type Slice,
  type Whole,
  withOperands,
} from './wholes.ts'

/** What every proposal from one table needs. */
interface Setting {
  profile: TableProfile
  columns: PeriodColumns
  language: Language
  idOf: (...parts: string[]) => FigureId
  /** 全部渠道合计, for figures over all parts. */
  scope: Pick<Figure, 'scope'>
}

type Measure = Pick<Figure, 'kind' | 'unit'>

/** More parts than this are shown by the main measures only. */
const manyParts = 8
const mostMonths = 24

export function proposeFromPeriods(profile: TableProfile, language: Language): Figure[] {
  const columns = maybePeriodColumns(profile)
  if (!columns) return []
  const { dimension, lead } = columns
  const setting: Setting = {
    profile,
    columns,
    language,
    idOf: (...parts) => FigureId.parse(stableId('f', profile.table.id, ...parts)),
    scope: dimension ? { scope: figureWords[language].scopeOfAll(dimension.column.name) } : {},
  }
  const totals = new Map(columns.additive.map((column) => [column, totalOf(column, setting)]))
  const quotients = quotientsOf(totals, setting)
  const levels = columns.levels.map((column) => levelOf(column, setting))

  const leading = lead && totals.get(lead)
  const main = leading ?? levels.find(({ figure }) => figure.kind !== 'rate') ?? levels[0]
  const others = [...totals.values()].filter((total) => total !== leading)
  const wholes = [...(leading ? [leading] : []), ...others, ...quotients, ...levels]
  return [
    ...extents(setting),
    ...wholes.map(({ figure }) => figure),
    ...(main ? spread(main, setting) : []),
    ...(main ? byDimension(main, wholes, setting) : []),
    ...(main ? byMonth(main, setting) : []),
  ]
}

/** How many days there are and how many parts, so that a report can say over what it speaks. */
function extents({ columns, idOf, language, profile }: Setting): Figure[] {
  const { names, units } = figureWords[language]
  const { dimension, step, date } = columns
  const distinct = (column: Column, name: string, unit: string): Figure => ({
    id: idOf('distinct', column.id),
    name,
    kind: 'count',
    unit,
    rounding: { scale: 1, decimals: 0 },
    origin: { kind: 'aggregate', table: profile.table.id, fn: 'distinct', column: column.id, filters: [] },
    additive: false,
    role: 'extent',
  })
  const by = dimension?.column
  return [
    distinct(date, names.extent[step], units.extent[step]),
    ...(by ? [distinct(by, names.partCount(by.name), units.parts(by.name))] : []),
  ]
}

function totalOf(column: Column, { profile, language, idOf, scope }: Setting): Whole {
  const value = headMean(profile, column) * profile.table.rowCount
  const measure = measureOf(column, language)
  return {
    base: column.name,
    guess: { value, divides: true },
    figure: {
      id: idOf('total', column.id),
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
function levelOf(column: Column, { profile, language, idOf, scope }: Setting): Whole {
  const value = headMean(profile, column)
  const measure = measureOf(column, language)
  return {
    base: column.name,
    guess: { value, divides: false },
    figure: {
      id: idOf('mean', column.id),
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

/** Rates that the table shows, from the totals of what they divide, and the cost of one result. */
function quotientsOf(totals: ReadonlyMap<Column, Whole>, setting: Setting): Whole[] {
  const { columns, language, idOf } = setting
  const shown = columns.quotients.flatMap(({ column, over, under }) => {
    const [top, bottom] = [totals.get(over), totals.get(under)]
    if (!top || !bottom) return []
    return [
      quotientOf(idOf('rate', column.id), column.name, measureOf(column, language), [top, bottom], setting),
    ]
  })
  const cost = costPerResult(totals, setting)
  return cost ? [...shown, cost] : shown
}

function quotientOf(
  id: FigureId,
  base: string,
  measure: Measure,
  operands: readonly [Whole, Whole],
  setting: Setting,
): Whole {
  const [over, under] = operands
  const value = under.guess.value === 0 ? 0 : over.guess.value / under.guess.value
  return {
    base,
    guess: { value, divides: false },
    operands,
    figure: {
      id,
      name: figureWords[setting.language].names.overall(base),
      ...measure,
      rounding:
        measure.kind === 'rate' ? roundingFor('rate', value, setting.language) : { scale: 1, decimals: 2 },
      origin: divide(over.figure.id, under.figure.id),
      ...setting.scope,
      additive: false,
      role: 'rate',
    },
  }
}

function costPerResult(totals: ReadonlyMap<Column, Whole>, setting: Setting): Whole | undefined {
  const { cost, won, quotients } = setting.columns
  const [over, under] = [cost && totals.get(cost), won && totals.get(won)]
  if (!over || !under || over.guess.value <= 0 || under.guess.value <= 0) return undefined
  if (quotients.some((found) => found.over === cost && found.under === won)) return undefined
  const { names, units } = figureWords[setting.language]
  const people = isSignUp(under.base)
  const money = over.figure.unit
  const per = people ? units.perPerson(money) : units.per(money, under.base, under.figure.unit)
  // 元/人 is a unit that everyone reads; a made-up one is not.
  const unit = money !== '' && parseUnit(per) ? per : money
  const base = people ? names.acquisitionCost : names.costPer(under.base)
  return quotientOf(
    setting.idOf('cost-per', under.figure.id),
    base,
    { kind: 'amount', unit },
    [over, under],
    setting,
  )
}

/** The usual and the best day of the main measure. What may not be summed is not summed by day first. */
function spread(main: Whole, { columns, idOf, language }: Setting): Figure[] {
  const { figure, base } = main
  if (figure.origin.kind !== 'aggregate' || figure.origin.column === undefined) return []
  const words = figureWords[language].names
  const { date, step, days } = columns
  const per = figure.additive ? { per: { column: date.id, step } } : {}
  const periods =
    (Date.parse(days.to) - Date.parse(days.from)) / 86_400_000 / { day: 1, week: 7, month: 30 }[step] + 1
  const usual = figure.additive ? main.guess.value / periods : main.guess.value
  const peak: Figure = {
    ...figure,
    id: idOf('peak', figure.origin.column),
    name: words.peak(base, step),
    rounding: roundingFor(figure.kind, usual, language),
    origin: { ...figure.origin, fn: 'max', ...per },
    additive: false,
    role: 'peak',
  }
  if (!figure.additive) return [peak]
  const average: Figure = {
    ...peak,
    id: idOf('average', figure.origin.column),
    name: words.average(base, step),
    rounding: meanRounding(figure.kind, usual, language),
    origin: { ...figure.origin, fn: 'avg', ...per },
    role: 'average',
  }
  return [average, peak]
}

function byDimension(main: Whole, wholes: readonly Whole[], { columns, language }: Setting): Figure[] {
  const { dimension } = columns
  if (!dimension) return []
  const { column, keys } = dimension
  const few = keys.length <= manyParts
  const shown = withOperands(
    few ? wholes : [main, ...wholes.filter(({ figure, operands }) => operands && figure.kind === 'amount')],
  )
  const slices = keys.map((key): Slice => ({ column, by: column.name, key, label: key, of: keys.length }))
  return [
    ...slices.flatMap((slice) => shown.map((whole) => partOf(whole, slice, language))),
    ...(main.figure.additive ? slices.map((slice) => shareOf(main, slice, language)) : []),
  ]
}

function byMonth(main: Whole, { columns: { date, months }, language }: Setting): Figure[] {
  if (months.length < 2 || months.length > mostMonths) return []
  const sameYear = new Set(months.map((month) => month.slice(0, 4))).size === 1
  return months.map((key) =>
    partOf(
      main,
      {
        column: date,
        by: figureWords[language].names.month,
        key,
        step: 'month',
        label: sameYear ? formatMonth(key, language) : formatDay(key, language),
        of: months.length,
      },
      language,
    ),
  )
}

function measureOf({ name, type, unit: named }: Column, language: Language): Measure {
  if (type === 'percent') return { kind: 'rate', unit: '%' }
  const guessed = language === 'en' ? '' : type === 'money' ? '元' : countedUnit(name)
  const unit = named || guessed
  return { unit, kind: type === 'money' ? 'amount' : type === 'duration' ? 'duration' : kindOf(unit, name) }
}

/** In base units. */
function headMean({ table, head }: TableProfile, column: Column): number {
  const index = table.columns.indexOf(column)
  const numbers = head.map(({ values }) => values[index]).filter((value) => typeof value === 'number')
  const sum = numbers.reduce((total, number) => total + number, 0)
  return numbers.length === 0 ? 0 : (sum / numbers.length) * (column.scale ?? 1)
}

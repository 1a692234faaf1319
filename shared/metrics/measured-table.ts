// Figures over a table of records and over its parts: totals, rates of totals, unit cost, parts by dimension and by
// period, shares, averages and the peak. Never an average of rates where the rate's own operands are known. It groups
// them by what they are for, and leaves to others which to offer.

import type { Figure, PeriodStep } from '../model/figure.ts'
import { FigureId } from '../model/ids.ts'
import { stableId } from '../model/stable-id.ts'
import type { Language } from '../model/language.ts'
import type { Column, TableProfile } from '../model/table.ts'
import { formatDay, formatMonth } from '../numbers/format.ts'
import { parseUnit } from '../numbers/units.ts'
import { figureWords } from '../text/figures.ts'
import { isSignUp } from './lexicon.ts'
import { type ColumnRoles, type Dimension, maybeColumnRoles } from './column-roles.ts'
import {
  divide,
  levelOf,
  type Measure,
  measureOf,
  meanRounding,
  type OfTable,
  partOf,
  roundingFor,
  shareOf,
  type Slice,
  totalOf,
  type Whole,
  withOperands,
} from './wholes.ts'

/** What every figure from one table needs. */
interface Setting extends OfTable {
  roles: ColumnRoles
  idOf: (...parts: string[]) => FigureId
}

/** The parts that one column divides a measure into. */
export interface Parts {
  dimension: Dimension
  whole: Whole
  /** Of the measure, in the order of the dimension's keys. */
  own: readonly Figure[]
  /** Of all measures that are shown by part, and their operands: with `own` among them. */
  all: readonly Figure[]
  shares: readonly Figure[]
}

export interface MeasuredTable {
  roles: ColumnRoles
  /** How many days and how many parts there are. */
  extents: readonly Figure[]
  /** The leading one first. */
  totals: readonly Whole[]
  rates: readonly Whole[]
  costPer?: Whole
  levels: readonly Whole[]
  /** What the table is about. */
  main?: Whole
  /** The usual and the best period of `main`. */
  spread: readonly Figure[]
  parts?: Parts
  otherParts: readonly Parts[]
  /** `main` by the keys of `roles.dates`, in order. */
  periods: readonly Figure[]
}

/** More parts than this are shown by the main measures only. */
const manyParts = 8
/** Of a table over a lifetime of years nobody reads each. */
const mostFigures = 100
/** Roughly, to guess sizes by. */
const daysIn: Readonly<Record<PeriodStep, number>> = {
  day: 1,
  week: 7,
  month: 30,
  quarter: 91,
  half: 182,
  year: 365,
}

/** Undefined for a table that is not one of records that can be summed; see `maybeColumnRoles`. */
export function maybeMeasuredTable(
  profile: TableProfile,
  language: Language,
  yearStart = 1,
): MeasuredTable | undefined {
  const roles = maybeColumnRoles(profile, yearStart)
  if (!roles) return undefined
  const { dimension, lead } = roles
  const setting: Setting = {
    profile,
    roles,
    language,
    idOf: (...parts) => FigureId.parse(stableId('f', profile.table.id, ...parts)),
    scope: dimension ? { scope: figureWords[language].scopeOfAll(dimension.column.name) } : {},
  }
  const totals = new Map(roles.additive.map((column) => [column, totalOf(column, setting)]))
  const rates = ratesOf(totals, setting)
  const costPer = costPerResult(totals, setting)
  const levels = roles.levels.map((column) => levelOf(column, setting))

  const leading = lead && totals.get(lead)
  const main = leading ?? levels.find(({ figure }) => figure.kind !== 'rate') ?? levels[0]
  const others = [...totals.values()].filter((total) => total !== leading)
  const ordered = [...(leading ? [leading] : []), ...others]
  const wholes = [...ordered, ...rates, ...(costPer ? [costPer] : []), ...levels]
  const shownBy = (keys: readonly string[], of: Whole): Whole[] =>
    keys.length <= manyParts
      ? wholes
      : [of, ...wholes.filter(({ figure, operands }) => operands && figure.kind === 'amount')]
  return {
    roles,
    extents: extents(setting),
    totals: ordered,
    rates,
    ...(costPer && { costPer }),
    levels,
    ...(main && { main }),
    spread: main ? spread(main, setting) : [],
    ...(main && dimension && { parts: partsBy(dimension, main, shownBy(dimension.keys, main), setting) }),
    otherParts: main ? roles.otherDimensions.map((other) => partsBy(other, main, [main], setting)) : [],
    periods: main ? byPeriod(main, setting) : [],
  }
}

function extents({ roles: { dates, dimension }, idOf, language, profile }: Setting): Figure[] {
  const { names, units } = figureWords[language]
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
    ...(dates ? [distinct(dates.column, names.extent[dates.step], units.extent[dates.step])] : []),
    ...(by ? [distinct(by, names.partCount(by.name), units.parts(by.name))] : []),
  ]
}

/** Rates that the table shows, from the totals of what they divide. */
function ratesOf(totals: ReadonlyMap<Column, Whole>, setting: Setting): Whole[] {
  const { roles, language, idOf } = setting
  return roles.quotients.flatMap(({ column, over, under }) => {
    const [top, bottom] = [totals.get(over), totals.get(under)]
    if (!top || !bottom) return []
    return [
      quotientOf(idOf('rate', column.id), column.name, measureOf(column, language), [top, bottom], setting),
    ]
  })
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

/** Unless the table itself shows it. */
function costPerResult(totals: ReadonlyMap<Column, Whole>, setting: Setting): Whole | undefined {
  const { cost, won, quotients } = setting.roles
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

/** The usual and the best period of the main measure. What may not be summed is not summed by period first. */
function spread(main: Whole, { roles: { dates }, idOf, language }: Setting): Figure[] {
  const { figure, base } = main
  if (!dates || figure.origin.kind !== 'aggregate' || figure.origin.column === undefined) return []
  const words = figureWords[language].names
  const { column, step, days } = dates
  const per = figure.additive ? { per: { column: column.id, step } } : {}
  const periods = (Date.parse(days.to) - Date.parse(days.from)) / 86_400_000 / daysIn[step] + 1
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

function partsBy(dimension: Dimension, main: Whole, wholes: readonly Whole[], { language }: Setting): Parts {
  const { column, keys } = dimension
  const shown = withOperands(wholes)
  const slices = keys.map((key): Slice => ({ column, by: column.name, key, label: key, of: keys.length }))
  return {
    dimension,
    whole: main,
    own: slices.map((slice) => partOf(main, slice, language)),
    all: slices.flatMap((slice) => shown.map((whole) => partOf(whole, slice, language))),
    shares: main.figure.additive ? slices.map((slice) => shareOf(main, slice, language)) : [],
  }
}

function byPeriod(main: Whole, { roles: { dates }, language }: Setting): Figure[] {
  if (!dates || dates.keys.length < 2 || dates.keys.length > mostFigures) return []
  const { column, by, keys } = dates
  const sameYear = new Set(keys.map((key) => key.slice(0, 4))).size === 1
  return keys.map((key) =>
    partOf(
      main,
      {
        column,
        by: figureWords[language].names.by[by],
        key,
        step: by,
        label: sameYear && by === 'month' ? formatMonth(key, language) : formatDay(key, language),
        of: keys.length,
      },
      language,
    ),
  )
}

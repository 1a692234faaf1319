// What type and unit follow from what was seen in a column and from its name. It decides by majority: one odd cell never
// makes another type, and what is a name is never made a number. Over 300 lines because a type is judged against all others.

import type { ColumnReason, ColumnType, DateStep, DayForm } from '../../../shared/model/table.ts'
import { secondsOf } from '../../../shared/numbers/spans.ts'
import { addableTo, isClockUnit, isCurrency } from '../../../shared/numbers/units.ts'
import { fits } from '../cells/cell-value.ts'
import type { ColumnProfile } from './column-profile.ts'
import { serialDays } from '../cells/day-forms.ts'
import { type LookKind, kinds } from '../cells/look.ts'
import { isRateName } from '../tables/total-words.ts'
import {
  inWords,
  isAmountName,
  isCountName,
  isDateName,
  isDayName,
  isGoalName,
  isIdName,
  isMeasureName,
  isMoneyName,
  isMonthName,
  isNoAmount,
  isNoteName,
  isShareName,
  isSpanName,
  isVersionName,
} from './column-words.ts'

interface HeaderUnit {
  unit?: string
  scale?: number
}

export interface ColumnDecision {
  type: ColumnType
  unit?: string
  scale?: number
  /** Of a date column whose cells are periods. */
  step?: DateStep
  /** How a date column writes days that no cell tells by itself. */
  dayForm?: DayForm
  reason?: ColumnReason
}

/**
 * The type by majority, and the unit: of the header, else of the cells, else of the table. `chosen` is the user's word, to
 * which the rest is fitted.
 */
export function decideColumn(
  profile: ColumnProfile,
  head: HeaderUnit & { name: string },
  tableUnit: HeaderUnit | undefined,
  chosen: { type?: ColumnType | undefined; dayForm?: DayForm | undefined } = {},
): ColumnDecision {
  const header = { ...head, name: inWords(head.name) }
  const found = chosen.type ? { type: chosen.type, by: 'user' as const } : mainType(profile, header)
  const decision =
    found.type === 'numeric'
      ? numeric(profile, header, tableUnit)
      : typed(found.type, profile, header, tableUnit)
  const by = found.type === 'numeric' ? (decision.by ?? numericReason(profile)) : found.by
  const { by: _by, unitFrom, ...guessed } = decision
  const dayForm = profile.count('either') > 0 && guessed.type.startsWith('date') ? chosen.dayForm : undefined
  const rest = { ...guessed, ...(dayForm && { dayForm }) }
  let misfits = 0
  for (const kind of kinds) if (!fits(rest, kind)) misfits += profile.count(kind)
  const reason = { type: by, ...(unitFrom && { unit: unitFrom }), filled: profile.filled, misfits }
  return { ...rest, reason }
}

type Unreasoned = Omit<ColumnDecision, 'reason'> & {
  by?: ColumnReason['type']
  unitFrom?: Exclude<ColumnReason['unit'], undefined>
}

interface MainType {
  type: ColumnType | 'numeric'
  by: ColumnReason['type']
}

/** What a column of a type that is known has besides. */
function typed(
  type: ColumnType,
  profile: ColumnProfile,
  header: HeaderUnit & { name: string },
  tableUnit: HeaderUnit | undefined,
): Unreasoned {
  switch (type) {
    case 'text':
    case 'boolean':
      return { type }
    case 'date':
    case 'datetime':
      return { type, ...dates(type, profile, header.name) }
    case 'duration':
      return { type, ...durationUnit(profile, header) }
    case 'integer':
    case 'number':
    case 'money':
    case 'percent':
      return { ...withUnit(unitOf(profile, header, tableUnit)), type }
  }
}

const numericKinds: readonly LookKind[] = ['number', 'percent', 'quantity']

const countOf = (profile: ColumnProfile, of: readonly LookKind[]): number =>
  of.reduce((sum, kind) => sum + profile.count(kind), 0)

/** Whatever makes up half of what is filled in; text when nothing does. */
function mainType(profile: ColumnProfile, { name, unit }: HeaderUnit & { name: string }): MainType {
  const { filled } = profile
  if (filled === 0) return { type: 'text', by: 'empty' }
  if (isNoteName(name)) return { type: 'text', by: 'name' }
  if (isIdentifier(profile, name))
    return { type: 'text', by: isIdName(name) || isVersionName(name) ? 'name' : 'cells' }
  const days = dayVotes(profile, name)
  if (days.votes > 0 && days.votes * 2 >= filled) {
    const form = profile.evidence.formatted * 2 >= filled ? 'format' : 'cells'
    return { type: days.type, by: days.byName ? 'name' : form }
  }
  const spans = spanVotes(profile, name, unit)
  if (spans > 0 && spans * 2 >= filled) return { type: 'duration', by: 'cells' }
  if (isNumeric(profile, name)) return { type: 'numeric', by: 'cells' }
  if (isYesNo(profile)) return { type: 'boolean', by: 'cells' }
  return { type: 'text', by: 'cells' }
}

/** Numbers that name a thing: 工号, 手机号, digits that a number would lose, codes among digits. */
function isIdentifier(profile: ColumnProfile, name: string): boolean {
  const { evidence, filled } = profile
  const numbers = profile.count('number')
  const digits = profile.count('digits')
  if (isVersionName(name)) return true
  const isWhole = profile.fractions === 0 && countOf(profile, ['percent', 'quantity']) === 0
  const isMostly = (numbers + digits) * 2 > filled
  const isNamed = isIdName(name) && isWhole
  if (isMostly && (isNamed || digits * 20 > numbers + digits || profile.phones * 10 > filled * 9)) return true
  const isCoded = (numbers + digits + evidence.codes) * 2 > filled && evidence.codes * 10 > filled
  if (isCoded && profile.fractions === 0) return true
  return isNumberOfThings(profile, name)
}

/** Many whole numbers of the same eleven or more digits are the numbers of orders, not amounts. */
function isNumberOfThings(profile: ColumnProfile, name: string): boolean {
  const { low, high, count } = profile.grand
  const isLong = low >= 1e10 && high < 1e15 && Math.floor(Math.log10(low)) === Math.floor(Math.log10(high))
  const isBare = profile.fractions === 0 && profile.money === 0 && profile.units.size === 0
  return (
    count > 2 && count === profile.filled && isLong && isBare && !isMeasureName(name) && !isMoneyName(name)
  )
}

/** Whether half of what is filled in are numbers, and not only names that have a number in them. */
function isNumeric(profile: ColumnProfile, name: string): boolean {
  const { evidence, filled } = profile
  const all = countOf(profile, numericKinds)
  const isLabelled = all === evidence.labels && !isAmountName(name)
  // 18-24岁, 25-34岁, 60岁以上: groups, unless they are goals.
  const isBands = evidence.ranges > 0 && evidence.bounded * 2 > filled && !isGoalName(name)
  if (isLabelled || isBands || isMixed(profile) || all === 0) return false
  return (all + profile.count('numeral')) * 2 >= filled
}

/** 3.2km and 800m, $100 and ¥30: numbers that would be added up as if they were of one thing. */
function isMixed(profile: ColumnProfile): boolean {
  const things = new Map<string, number>()
  for (const [{ unit }, cells] of unitsOf(profile)) {
    const thing = addableTo(unit)
    if (thing !== undefined) things.set(thing, (things.get(thing) ?? 0) + cells)
  }
  const counts = [...things.values()]
  const all = counts.reduce((sum, count) => sum + count, 0)
  return all * 2 > profile.filled && Math.max(...counts) * 20 < all * 19
}

interface DayVotes {
  votes: number
  type: 'date' | 'datetime'
  /** Whether it is the column's name that makes days of its numbers. */
  byName: boolean
}

/** Cells that are days, those included that only the column tells to be. */
function dayVotes(profile: ColumnProfile, name: string): DayVotes {
  const { evidence } = profile
  const plain = countOf(profile, ['day', 'moment', 'period'])
  const either = orderOf(profile) ? profile.count('either') : 0
  const numbers = formOfNumbers(profile, name) ? profile.count('number') : 0
  const moments = profile.count('moment') + (either > 0 ? evidence.eitherMoments : 0)
  // Days that were written out with 0:00 behind them are days; where some have another time all are moments.
  const hasTimes = moments * 2 > plain + either && (moments - evidence.midnights) * 20 > moments
  const isTimed = hasTimes || (numbers > 0 && profile.fractions * 2 > numbers)
  return {
    votes: plain + either + numbers,
    type: isTimed ? 'datetime' : 'date',
    byName: numbers > plain + either,
  }
}

/** Whether the day or the month comes first, by the days that can be read one way only. */
function orderOf({ evidence: { dayFirst, monthFirst } }: ColumnProfile): DayForm | undefined {
  // A single one the other way round may be a slip; more are two ways of writing.
  if (dayFirst > monthFirst * 20) return 'day-first'
  return monthFirst > dayFirst * 20 ? 'month-first' : undefined
}

/** How the plain numbers of a column write days, if all of them can and the name or the other cells say that they are. */
function formOfNumbers(profile: ColumnProfile, name: string): DayForm | undefined {
  const numbers = profile.count('number')
  if (numbers === 0) return undefined
  const { evidence, grand } = profile
  const isAmongDays = countOf(profile, ['day', 'moment', 'period']) > numbers
  if (evidence.dayNumbers === numbers && (isAmongDays || isDayName(name))) return 'digits'
  if (evidence.monthNumbers === numbers && (isAmongDays || isMonthName(name))) return 'digits'
  const isPlausible = grand.low >= serialDays.first && grand.high < serialDays.last
  return isPlausible && (isAmongDays || isDateName(name)) ? 'serial' : undefined
}

function dates(
  type: 'date' | 'datetime',
  profile: ColumnProfile,
  name: string,
): Pick<ColumnDecision, 'step' | 'dayForm'> {
  const { evidence } = profile
  const numbers = profile.count('number')
  const chosenForm = evidence.dayNumbers + evidence.monthNumbers === numbers ? 'digits' : 'serial'
  const form = formOfNumbers(profile, name) ?? (numbers * 2 > profile.filled ? chosenForm : undefined)
  const dayForm = profile.count('either') > 0 ? (orderOf(profile) ?? form) : form
  const all = countOf(profile, ['day', 'moment', 'period'])
  const months = form === 'digits' ? evidence.monthNumbers : 0
  const steps = new Map<DateStep, number>(evidence.steps)
  if (months > 0) steps.set('month', (steps.get('month') ?? 0) + months)
  const [step, count] = [...steps].reduce((best, next) => (next[1] > best[1] ? next : best), ['day', 0])
  const isStep = type === 'date' && step !== 'day' && count * 2 > all + (form ? numbers : 0)
  return { ...(isStep && { step }), ...(dayForm && { dayForm }) }
}

/** Cells that are lengths of time, where the name, the unit or their words say that they are no times of day. */
function spanVotes(profile: ColumnProfile, name: string, unit: string | undefined): number {
  const words = profile.count('span')
  const timed = timedQuantities(profile)
  const isSpan =
    isSpanName(name) || (unit !== undefined && isClockUnit(unit)) || words * 2 > profile.count('clock')
  const clocks = isSpan ? profile.count('clock') : 0
  // 38.2分钟 alone is a number with a unit, and a plain number beside them has the column's.
  return words + clocks === 0 && !(isSpanName(name) && timed > 0)
    ? 0
    : words + clocks + timed + profile.count('number')
}

/** Quantities whose unit counts time. */
function timedQuantities(profile: ColumnProfile): number {
  let cells = 0
  for (const [unit, count] of unitsOf(profile)) if (secondsOf(unit.unit) !== undefined) cells += count
  return Math.min(cells, profile.count('quantity'))
}

/** 是 and 否, √ and nothing: one pair of words, and no other. A letter alone needs its counterpart. */
function isYesNo(profile: ColumnProfile): boolean {
  const { filled, evidence } = profile
  if (profile.count('boolean') * 2 >= filled) return true
  const [pair, ...others] = evidence.answers
  if (!pair || others.length > 0 || profile.count('answer') * 20 < filled * 19) return false
  const [words, { yes, no }] = pair
  return words !== 'y/n' || (yes > 0 && no > 0)
}

/** Units with their scale and their cells, the most frequent first. */
function unitsOf(profile: ColumnProfile): [{ unit: string; scale: number }, number][] {
  return [...profile.units]
    .map(([key, cells]): [{ unit: string; scale: number }, number] => {
      const [unit = '', scale = '1'] = key.split(' ')
      return [{ unit, scale: Number(scale) }, cells]
    })
    .toSorted((one, other) => other[1] - one[1])
}

interface FoundUnit extends HeaderUnit {
  from: Exclude<ColumnReason['unit'], undefined>
}

/** The header's unit, else the one that most cells carry, else the table's. */
function unitOf(
  profile: ColumnProfile,
  header: HeaderUnit & { name: string },
  tableUnit: HeaderUnit | undefined,
): FoundUnit | undefined {
  if (header.unit !== undefined || header.scale !== undefined) return { ...unitAlone(header), from: 'header' }
  const own = cellUnit(profile)
  if (own) return own
  return tableUnit && takesTableUnit(profile, header.name, tableUnit)
    ? { ...unitAlone(tableUnit), from: 'table' }
    : undefined
}

const unitAlone = ({ unit, scale }: HeaderUnit): HeaderUnit => ({
  ...(unit !== undefined && { unit }),
  ...(scale !== undefined && { scale }),
})

/** The unit that at least four of five numbers carry. */
function cellUnit(profile: ColumnProfile): FoundUnit | undefined {
  const [most] = unitsOf(profile)
  const numbers = profile.count('number') + profile.count('quantity')
  if (!most || most[1] * 5 < numbers * 4) return undefined
  return { ...most[0], from: profile.evidence.formatUnits * 2 > most[1] ? 'format' : 'cells' }
}

const withUnit = (found: FoundUnit | undefined): Pick<Unreasoned, 'unit' | 'scale' | 'unitFrom'> => ({
  ...(found?.unit ? { unit: found.unit } : {}),
  ...(found?.scale !== undefined && found.scale !== 1 ? { scale: found.scale } : {}),
  ...(found && { unitFrom: found.from }),
})

function numeric(
  profile: ColumnProfile,
  header: HeaderUnit & { name: string },
  tableUnit: HeaderUnit | undefined,
): Unreasoned {
  const unit = unitOf(profile, header, tableUnit)
  const { type, by } = numericType(profile, header.name, unit?.unit ?? '')
  return { type, ...(by && { by }), ...withUnit(unit) }
}

/** The unit of a duration: the header's, else the one that its cells are written in, else minutes. */
function durationUnit(
  profile: ColumnProfile,
  header: HeaderUnit & { name: string },
): Pick<Unreasoned, 'unit' | 'unitFrom'> {
  if (header.unit !== undefined && secondsOf(header.unit) !== undefined)
    return { unit: header.unit, unitFrom: 'header' }
  const timed = unitsOf(profile).find(([{ unit, scale }]) => scale === 1 && secondsOf(unit) !== undefined)
  if (timed && timed[1] * 2 > profile.count('clock') + profile.count('span'))
    return { unit: timed[0].unit, unitFrom: 'cells' }
  return { unit: /\p{Script=Han}/u.test(header.name) ? '分钟' : 'minutes' }
}

/** 单位：万元 above a table means its amounts, not its rates, heads and dates. */
function takesTableUnit(profile: ColumnProfile, name: string, tableUnit: HeaderUnit): boolean {
  if (profile.count('percent') > 0 || isRateName(name) || isNoAmount(name)) return false
  return !isCurrency(tableUnit.unit ?? '') || isMoneyName(name) || !isCountName(name)
}

const numericReason = (profile: ColumnProfile): ColumnReason['type'] =>
  profile.evidence.formatted * 2 >= profile.filled ? 'format' : 'cells'

/** `by` only where the name or the header decides. */
function numericType(
  profile: ColumnProfile,
  name: string,
  unit: string,
): { type: ColumnType; by?: ColumnReason['type'] } {
  const percents = profile.count('percent') + profile.percentQuantities
  const numbers = profile.count('number')
  const all = countOf(profile, numericKinds)
  if (unit === '%' || unit === '‰') return { type: 'percent', by: 'name' }
  // A bare 48 among many percentages has lost its sign; among few it is another thing.
  const isOdd = profile.overOne * 20 <= all || (isShareName(name) && profile.overOne < percents)
  if (percents > 0 && percents * 5 >= all * 4 && isOdd) return { type: 'percent' }
  const isRatios = percents === 0 && numbers === all && profile.overOne === 0 && profile.fractions > 0
  if (isRatios && unit === '' && isShareName(name)) return { type: 'percent', by: 'name' }
  if (isClockUnit(unit)) return { type: 'duration' }
  if (isCurrency(unit) || (profile.money > 0 && profile.money * 2 >= all)) return { type: 'money' }
  if (unit === '' && percents === 0 && isMoneyName(name)) return { type: 'money', by: 'name' }
  return {
    type: numbers === all && profile.fractions === 0 && profile.count('numeral') === 0 ? 'integer' : 'number',
  }
}

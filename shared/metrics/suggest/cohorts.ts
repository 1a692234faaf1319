// Tables of cohorts: a row for those who came together (注册月份, 批次), how many they were, and a column for each later time
// (次日, 第1周, Week 2) with how many of them were still there, or what share.

import type { ComparisonOf } from '../../model/comparison.ts'
import type { Figure } from '../../model/figure.ts'
import { FigureId } from '../../model/ids.ts'
import { stableId } from '../../model/stable-id.ts'
import type { Language } from '../../model/language.ts'
import type { Column, TableProfile, TableRow } from '../../model/table.ts'
import { formatDay } from '../../numbers/format.ts'
import { keyOfDay } from '../../numbers/periods.ts'
import { comparisonWords } from '../../text/comparisons.ts'
import { figureWords } from '../../text/figures.ts'
import { suggestionWords } from '../../text/suggestions.ts'
import { derivedId, percent } from '../comparisons/derive.ts'
import { call, of } from '../comparisons/expressions.ts'
import { isPlainName, isTotal } from '../lexicon.ts'
import { cellFigure } from '../row-number.ts'
import { comparisonId, isWhole, numberColumns, numberIn, type Offer, readCell, textIn } from './offer.ts'

/** With more rows a table is a record of days, and with more columns nobody reads their rates one by one. */
const mostCohorts = 24
const mostAges = 13
const longestKey = 60

const isCohortHeader = (name: string): boolean =>
  /批次|同期群|队列|群组|注册|新增|加入|激活|首购|首单|月份?$|日期|^周|周次|季度|年份?$|时间|\b(cohorts?|sign-?ups?|joined|installed|acquired|months?|weeks?|dates?|quarters?|years?)\b/i.test(
    name,
  )
const isSizeHeader = (name: string): boolean =>
  /新增|注册|激活|人数|用户|会员|客户|学员|规模|总数|\b(size|users?|customers?|members?|sign-?ups?|total)\b/i.test(
    name,
  )
const saysRetention = (name: string): boolean => /留存|\b(retention|retained)\b/i.test(name)

/** What is left of 次日留存率 and Week 1 retention: the time alone. */
const withoutRetention = (name: string): string =>
  name
    .replace(
      /[\s(（]*(?:用户)?留存(?:率|人数|用户数?|数)?[)）]?$|\s*\(?\b(?:retention(?: rate)?|retained)\)?$/i,
      '',
    )
    .trim()

/** A bare 3月 is a month of the calendar, 第3月 and 3个月后 are ages. */
const age =
  /^(?:第\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*个?(?:天|日|周|月|季度?|期|年)|(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*(?:天|日|周|个月)后?|(?:\d{1,3})\s*(?:月|季度?|年)后|[次当首](?:天|日|周|月|季度?|年)|(?:day|week|month|period|year)\s*\+?\d{1,3}|[dwm]\+?\d{1,3})$/i
const isAge = ({ name }: Column): boolean => age.test(withoutRetention(name))
const isFirstAge = (name: string): boolean => /^(?:第\s*0|[当首])|(?:^|\D)0$/.test(name)

interface Age {
  column: Column
  name: string
}

interface Found {
  by: Column
  size: Column | undefined
  ages: readonly Age[]
  rows: readonly { row: TableRow; key: string; name: string }[]
}

export function offersOfCohorts(profile: TableProfile, language: Language): Offer[] {
  const found = maybeCohorts(profile, language)
  if (!found) return []
  const { table } = profile
  const { by, size, ages, rows } = found
  const words = suggestionWords[language]
  const id = comparisonId('cohorts', table.id, by.id, ...ages.map(({ column }) => column.id))
  const figures: Figure[] = []
  const cohorts = rows.map(({ row, key, name }): ComparisonOf<'cohorts'>['cohorts'][number] => {
    const cell = (column: Column, called: string): Figure | undefined => {
      const shared = readCell(profile, row, column, column.name, language)
      const number = shared.numbers[0]
      const cellId = FigureId.parse(stableId('f', table.id, 'cell', column.id, key))
      return number && cellFigure(table, row, column, shared, { id: cellId, name: called, key, number })
    }
    const called = size && isAge(size) ? words.came(name) : undefined
    const whole = size && cell(size, called ?? figureWords[language].names.part(size.name, name))
    if (whole) figures.push(whole)
    const later = ages.map(({ column, name: at }) => {
      const retention = comparisonWords[language].names.retention(name, at)
      const isRate = isRateColumn(column)
      const given = cell(column, isRate ? retention : words.stayed(name, at))
      if (!given) return null
      const part = whole && { of: whole.id, by: words.age, key: at }
      // 次月 counts whatever those are that came.
      const unit = whole && !isRate && given.unit === '' ? { kind: whole.kind, unit: whole.unit } : {}
      figures.push({ ...given, ...unit, additive: false, ...(part && { part }) })
      if (!isRate && whole && part)
        figures.push({
          id: derivedId(id, 'retention', given.id),
          name: retention,
          ...percent,
          origin: { kind: 'formula', expression: call('share', of(given), of(whole)) },
          scope: whole.name,
          additive: false,
          part,
        })
      return given.id
    })
    return { name, figures: [whole?.id ?? null, ...later] }
  })
  const about = [by.name, ages.map(({ column }) => column.name), cohorts.length] as const
  const comparison: ComparisonOf<'cohorts'> = {
    id,
    kind: 'cohorts',
    name: words.cohorts.name(...about),
    cohorts,
    ages: ages.map(({ name }) => name),
  }
  return [
    {
      reason: 'cohorts',
      key: [by.id],
      name: words.cohorts.name(...about),
      why: words.cohorts.why(...about),
      figures,
      comparisons: [comparison],
    },
  ]
}

const isRateColumn = ({ type, unit }: Column): boolean => type === 'percent' || unit === '%'

function maybeCohorts(profile: TableProfile, language: Language): Found | undefined {
  const [by] = profile.table.columns
  if (!isWhole(profile) || !by || !isPlainName(by.name) || by.type === 'percent' || by.type === 'money')
    return undefined
  const numbers = numberColumns(profile).filter((column) => column !== by)
  const timed = numbers.flatMap((column): Age[] => {
    const name = withoutRetention(column.name)
    return age.test(name) ? [{ column, name }] : []
  })
  const size =
    numbers.find(
      (column) =>
        !isRateColumn(column) && !saysRetention(column.name) && !isAge(column) && isSizeHeader(column.name),
    ) ?? timed.find(({ column, name }) => isFirstAge(name) && !isRateColumn(column))?.column
  const later = timed.filter(({ column, name }) => column !== size && !isFirstAge(name)).slice(0, mostAges)
  const counts = size ? later.filter(({ column }) => !isRateColumn(column)) : []
  const ages = counts.length >= 2 ? counts : later.filter(({ column }) => isRateColumn(column))
  const isSaid = isCohortHeader(by.name) || ages.some(({ column }) => saysRetention(column.name))
  // What else the table counts makes it a record of something.
  const isAll = numbers.every((column) => column === size || timed.some((one) => one.column === column))
  if (ages.length < 2 || !isSaid || !isAll) return undefined
  const rows = profile.head.flatMap((row) => {
    const key = textIn(profile, row, by)
    if (key === '' || key.length > longestKey || isTotal(key)) return []
    return [{ row, key, name: nameOf(by, key, language) }]
  })
  const isUnique = new Set(rows.map(({ key }) => key)).size === rows.length
  if (rows.length < 2 || rows.length > mostCohorts || !isUnique) return undefined
  return rows.every(({ row }) => dwindles(profile, row, size, ages)) ? { by, size, ages, rows } : undefined
}

/** 2026年1月 of a date that stands for a month. */
const nameOf = ({ type, step = 'day' }: Column, key: string, language: Language): string =>
  type === 'date' || type === 'datetime' ? formatDay(keyOfDay(key.slice(0, 10), step), language) : key

/** Never more than came, and in the end no more than in the beginning. */
function dwindles(
  profile: TableProfile,
  row: TableRow,
  size: Column | undefined,
  ages: readonly Age[],
): boolean {
  const values = ages.flatMap(({ column }) => numberIn(profile, row, column) ?? [])
  const areRates = ages.every(({ column }) => isRateColumn(column))
  const most = areRates ? 1 : size && numberIn(profile, row, size)
  const [first, last] = [values[0], values.at(-1)]
  if (first === undefined || last === undefined) return true
  return most !== undefined && last <= first && values.every((value) => value >= 0 && value <= most)
}

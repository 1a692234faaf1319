// Headers that name a period: 1月, 2026年3月, Jan 2026, Q1, 2026Q3, 第12周, 2026, 3月1日. A table with such columns side by
// side has one thing measured again and again. It reads no values: dates in cells are shared/numbers.

export type PeriodKind = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year'

const year = String.raw`(?:(?:19|20)\d\d|\d\d(?=年))`
const month =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const count = '[一二三四五六七八九十]{1,3}'

const patterns: readonly (readonly [PeriodKind, RegExp])[] = [
  ['year', new RegExp(`^(?:fy ?)?(?:19|20)\\d\\d(?:年度?|财年)?$`, 'i')],
  ['half', new RegExp(`^(?:${year}[年 -]?)?(?:[上下]半年|h[12])$`, 'i')],
  [
    'quarter',
    new RegExp(
      `^(?:(?:fy)?${year}[年 -]?)?(?:q[1-4]|[1-4]q|第?[一二三四1-4]季度?)$|^q[1-4] ?'?(?:\\d\\d|${year})$`,
      'i',
    ),
  ],
  [
    'month',
    new RegExp(
      `^(?:${year}[年 -]?)?(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?$|^(?:19|20)\\d\\d(?:[-/.](?:1[0-2]|0?[1-9])|1[0-2]|0[1-9])$|^(?:${month})\\.?(?:[ -]?'?(?:\\d\\d|${year}))?$`,
      'i',
    ),
  ],
  ['week', new RegExp(`^(?:${year}[年 -]?)?(?:第?(?:\\d{1,2}|${count})周|(?:w|wk|week) ?\\d{1,2})$`, 'i')],
  [
    'day',
    new RegExp(
      `^(?:${year}[-/.年])?(?:1[0-2]|0?[1-9])(?:[-/.]|月)(?:3[01]|[12]\\d|0?[1-9])[日号]?$|^(?:3[01]|[12]\\d|0?[1-9])[日号]$|^(?:周|星期)[一二三四五六日天]$`,
    ),
  ],
]

/** What kind of period a header names; undefined for any other header. */
export function periodKind(name: string): PeriodKind | undefined {
  if (name.length > 16) return undefined
  const words = name.normalize('NFKC').trim()
  return patterns.find(([, pattern]) => pattern.test(words))?.[0]
}

const labels: Readonly<Record<PeriodKind, readonly [zh: string, en: string]>> = {
  day: ['日期', 'Date'],
  week: ['周', 'Week'],
  month: ['月份', 'Month'],
  quarter: ['季度', 'Quarter'],
  half: ['半年', 'Half-year'],
  year: ['年份', 'Year'],
}

/** What a column of such periods is called, in the language of the sheet. */
export const periodLabel = (kind: PeriodKind, isChinese: boolean): string => labels[kind][isChinese ? 0 : 1]

/** 月份, 日期, 季度, Month …: whether a word asks for a period. */
export const asksForPeriod = (word: string): boolean =>
  /^(时间|日期|月份?|月度|季度?|年份?|年度|周次?|期间|date|day|week|month|quarter|year|period|time)$/i.test(
    word.trim(),
  )

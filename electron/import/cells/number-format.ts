// What a number format says of a cell's number: percent, date, money, its unit, and how the number looks.
// Format codes as in ECMA-376 part 1, 18.8.30 and 18.8.31. A format is what its first section is: that of most numbers.

import { tidy } from '../../../shared/numbers/tidy.ts'
import { isCurrency, parseUnit } from '../../../shared/numbers/units.ts'
import {
  type Section,
  type Token,
  digitsIn,
  isFraction,
  parseSections,
  showBySections,
  trailingCommas,
} from './number-sections.ts'

export interface NumberFormat {
  kind: 'general' | 'number' | 'percent' | 'date' | 'datetime' | 'time' | 'elapsed' | 'text'
  /** Digits shown after the point. */
  decimals: number
  grouped: boolean
  /** What the number is divided by when shown: 1000 for each trailing comma, and for 0!.0,"万" 10000 in all. */
  divisor: number
  prefix: string
  suffix: string
  /** Bare unit of the literal text: ¥ → 元, "万元" → 元. */
  unit: string
  /** What one step of the stored number is worth: 10000 when 5.8 is shown as 5.8万; 1 when 58000 is. */
  scale: number
  money: boolean
  /** Whether a date shows its day: 2026年3月 does not. */
  hasDay: boolean
  /** How numbers are shown; none for dates and where a number is shown as it is. */
  sections: readonly Section[]
}

export const general: NumberFormat = {
  kind: 'general',
  decimals: 0,
  grouped: false,
  divisor: 1,
  prefix: '',
  suffix: '',
  unit: '',
  scale: 1,
  money: false,
  hasDay: true,
  sections: [],
}

/**
 * Formats that a workbook names by number only: 18.8.30, those of simplified Chinese where languages differ (14 to 17,
 * 22, 27 to 36, 50 to 58).
 */
const builtIn = new Map<number, string>([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'yyyy/m/d'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'yyyy/m/d h:mm'],
  [27, 'yyyy"年"m"月"'],
  [28, 'm"月"d"日"'],
  [29, 'm"月"d"日"'],
  [30, 'm/d/yy'],
  [31, 'yyyy"年"m"月"d"日"'],
  [32, 'h"时"mm"分"'],
  [33, 'h"时"mm"分"ss"秒"'],
  [34, '上午/下午h"时"mm"分"'],
  [35, '上午/下午h"时"mm"分"ss"秒"'],
  [36, 'yyyy"年"m"月"'],
  [37, '#,##0;-#,##0'],
  [38, '#,##0;[Red]-#,##0'],
  [39, '#,##0.00;-#,##0.00'],
  [40, '#,##0.00;[Red]-#,##0.00'],
  [41, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ '],
  [43, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
  [50, 'yyyy"年"m"月"'],
  [51, 'm"月"d"日"'],
  [52, 'yyyy"年"m"月"'],
  [53, 'm"月"d"日"'],
  [54, 'm"月"d"日"'],
  [55, '上午/下午h"时"mm"分"'],
  [56, '上午/下午h"时"mm"分"ss"秒"'],
  [57, 'yyyy"年"m"月"'],
  [58, 'm"月"d"日"'],
])
/** Money in the currency of whoever opens the workbook, by the digits behind the point. */
const builtInMoney = new Map<number, number>([
  [5, 0],
  [6, 0],
  [7, 2],
  [8, 2],
  [42, 0],
  [44, 2],
])

/** The format of an id, by the workbook's own code where it has one. */
export function formatOf(id: number, code: string | undefined): NumberFormat {
  if (code !== undefined) return parseFormat(code)
  const decimals = builtInMoney.get(id)
  if (decimals !== undefined) return { ...parseFormat(decimals === 0 ? '#,##0' : '#,##0.00'), money: true }
  const known = builtIn.get(id)
  return known === undefined ? general : parseFormat(known)
}

const cache = new Map<string, NumberFormat>()

export function parseFormat(code: string): NumberFormat {
  let format = cache.get(code)
  if (!format) {
    format = readFormat(code)
    if (cache.size < 1000) cache.set(code, format)
  }
  return format
}

function readFormat(code: string): NumberFormat {
  const sections = parseSections(code)
  const [first] = sections
  if (!first) return general
  const { tokens, system } = first
  if (system) return { ...general, kind: system }
  const has = (type: Token['type']): boolean => tokens.some((token) => token.type === type)
  const letters = tokens.flatMap((token) => (token.type === 'letters' ? [token.text] : []))
  const names = (letter: string, least = 1): boolean =>
    letters.some((run) => run.startsWith(letter) && run.length >= least)
  const isElapsed = has('elapsed')
  const isTime = isElapsed || has('noon') || names('h') || names('s')
  // A month where no hours or seconds make it minutes; e is a year of an era, b one of Buddha, aaa a weekday.
  const hasDay = names('d') || names('a', 3)
  const isDate = hasDay || names('y') || names('e') || names('b', 2) || (names('m') && !isTime)
  if (isElapsed && !isDate) return { ...general, kind: 'elapsed' }
  if (isDate) return isTime ? { ...general, kind: 'datetime' } : { ...general, kind: 'date', hasDay }
  if (isTime) return { ...general, kind: 'time' }
  if (has('text')) return { ...general, kind: 'text' }
  return readNumberFormat(tokens, sections)
}

/** Digits, point, commas, percent and literal text around them: #,##0.00"元", 0!.0,"万". */
function readNumberFormat(tokens: readonly Token[], sections: readonly Section[]): NumberFormat {
  const isPlace = ({ type }: Token): boolean => type === 'digit' || type === 'general'
  const first = tokens.findIndex(isPlace)
  const last = tokens.findLastIndex(isPlace)
  if (first < 0) return general
  const literal = (part: readonly Token[]): string => {
    const text = part
      .map((token) => (token.type === 'literal' ? token.text : token.type === 'slash' ? '/' : ''))
      .join('')
    return text.trim() === '' ? '' : text
  }
  const prefix = literal(tokens.slice(0, first))
  const suffix = literal(tokens.slice(last + 1))
  const unit = parseUnit(suffix) ?? parseUnit(prefix)
  const isPercent = tokens.some(({ type }) => type === 'percent')
  // A point that is only drawn moves the digits behind it there: 0!.0, shows 58000 as 5.8.
  const drawn = tokens.findIndex(
    (token, index) => token.type === 'literal' && token.text === '.' && index > first && index < last,
  )
  const point = tokens.findIndex(({ type }) => type === 'point')
  const decimals = drawn < 0 ? (point < 0 ? 0 : digitsIn(tokens.slice(point))) : digitsIn(tokens.slice(drawn))
  const divisor = (drawn < 0 ? 1 : 10 ** decimals) * 1000 ** trailingCommas(tokens)
  const isPlain = tokens.some(({ type }) => type === 'general' || type === 'exponent') || isFraction(tokens)
  const isBare = prefix === '' && suffix === '' && sections.length === 1
  return {
    ...general,
    kind: isPercent ? 'percent' : isPlain ? 'general' : 'number',
    decimals: isPlain ? 0 : Math.min(30, decimals),
    grouped: tokens.some(({ type }, index) => type === 'comma' && index > first && index < last),
    divisor,
    prefix,
    suffix: (isPercent ? '%' : '') + suffix,
    unit: unit && !isPercent ? unit.unit : '',
    scale: unit && !isPercent && divisor === 1 ? unit.scale : 1,
    money: unit !== undefined && isCurrency(unit.unit),
    sections: isBare && tokens.every(({ type }) => type === 'general') ? [] : sections,
  }
}

/**
 * A number as its cell shows it, dates apart: 0.45 under 0% is 45%, 58000 under 0!.0,"万" is 5.8万. A number that the
 * format hides is shown as it is, so that nothing is lost. `written` are its digits in the file.
 */
export function showNumber(value: number, format: NumberFormat, written: string): string {
  const { sections } = format
  const shown =
    sections.length > 0 && Number.isFinite(value) ? showBySections(value, sections, written) : undefined
  return shown ?? (/^-?\d{1,21}$/.test(written) ? written : String(tidy(value)))
}

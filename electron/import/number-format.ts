// What a number format says of a cell's number: percent, date, money, its unit, and how the number looks.
// Format codes as in ECMA-376 part 1, 18.8.30 and 18.8.31. It shows numbers as the sheet does, never more exactly.

import { tidy } from '../../shared/numbers/tidy.ts'
import { isCurrency, parseUnit } from '../../shared/numbers/units.ts'

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
}

/** Formats that a workbook names by number only; 27 to 58 as Excel has them in simplified Chinese. */
const builtIn = new Map(
  [
    ['0', 1],
    ['0.00', 2],
    ['#,##0', 3, 37, 38, 41],
    ['#,##0.00', 4, 39, 40, 43],
    ['0%', 9],
    ['0.00%', 10],
    ['0.00E+00', 11, 48],
    ['# ?/?', 12, 13],
    ['yyyy/m/d', 14, 15, 30],
    ['m"月"d"日"', 16, 28, 29, 51, 53, 54, 58],
    ['yyyy"年"m"月"', 17, 27, 36, 50, 52, 57],
    ['yyyy"年"m"月"d"日"', 31],
    ['h:mm', 18, 20, 32, 34, 55],
    ['h:mm:ss', 19, 21, 33, 35, 56],
    ['yyyy/m/d h:mm', 22],
    ['mm:ss', 45, 47],
    ['[h]:mm:ss', 46],
    ['@', 49],
  ].flatMap(([code, ...ids]) => ids.map((id): [number, string] => [Number(id), String(code)])),
)
/** Money in the currency of whoever opens the workbook. */
const builtInMoney: Readonly<Record<number, number>> = { 5: 0, 6: 0, 7: 2, 8: 2, 42: 0, 44: 2 }

/** The format of an id, by the workbook's own code where it has one. */
export function formatOf(id: number, code: string | undefined): NumberFormat {
  if (code !== undefined) return parseFormat(code)
  const decimals = builtInMoney[id]
  if (decimals !== undefined) return { ...general, kind: 'number', decimals, grouped: true, money: true }
  const known = builtIn.get(id)
  return known === undefined ? general : parseFormat(known)
}

interface Pieces {
  /** The code's own letters, with `\0` where a literal stood. */
  code: string
  literals: string[]
  elapsed: boolean
  scientific: boolean
}

/** Splits the first section of a code into its letters and its literal text. */
function piecesOf(code: string): Pieces {
  const pieces: Pieces = { code: '', literals: [], elapsed: false, scientific: false }
  const literal = (shown: string): void => {
    pieces.code += '\0'
    pieces.literals.push(shown)
  }
  for (let at = 0; at < code.length; at += 1) {
    const character = code[at] ?? ''
    if (character === ';') break
    if (character === '"') {
      const end = code.indexOf('"', at + 1)
      literal(code.slice(at + 1, end < 0 ? undefined : end))
      at = end < 0 ? code.length : end
    } else if (character === '\\' || character === '!') {
      at += 1
      literal(code[at] ?? '')
    } else if (character === '_' || character === '*') {
      at += 1
    } else if (character === '[') {
      const end = code.indexOf(']', at)
      const inside = code.slice(at + 1, end < 0 ? undefined : end)
      if (/^(h+|m+|s+)$/i.test(inside)) pieces.elapsed = true
      else if (inside.startsWith('$')) literal(inside.slice(1).replace(/-[^-]*$/, ''))
      at = end < 0 ? code.length : end
    } else if (/^e[+-]/i.test(code.slice(at, at + 2))) {
      pieces.scientific = true
      at += 1
    } else if (/[$¥￥€£+\-()（）<>=]|[\u2e80-\u9fff\uff00-\uffef]/.test(character)) {
      literal(character)
    } else {
      pieces.code += character
    }
  }
  return pieces
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

function readFormat(source: string): NumberFormat {
  const { code, literals, elapsed, scientific } = piecesOf(source)
  if (elapsed) return { ...general, kind: 'elapsed' }
  if (scientific) return general
  if (/general|g\/通用格式/i.test(source) || literals.join('').includes('通用格式')) return general
  const letters = code.replace(/am\/pm|a\/p/gi, 'h')
  const noon = /上午?[/／]?下午?/.test(source)
  const time = /[hs]/i.test(letters) || noon
  const date = /[yd]|a{3,}|e/i.test(letters) || (/m/i.test(letters) && !time)
  if (date && !time) return { ...general, kind: 'date', hasDay: /d/i.test(letters) }
  if (date || time) return { ...general, kind: date ? 'datetime' : 'time' }
  if (code.includes('@')) return { ...general, kind: 'text' }
  return readNumberFormat(code, literals)
}

/** Digits, point, commas, percent and literal text around them: #,##0.00"元", 0!.0,"万". */
function readNumberFormat(code: string, literals: readonly string[]): NumberFormat {
  const first = code.search(/[0#?]/)
  const last = Math.max(code.lastIndexOf('0'), code.lastIndexOf('#'), code.lastIndexOf('?'))
  let index = 0
  let prefix = ''
  let suffix = ''
  let shifted = -1
  for (let at = 0; at < code.length; at += 1) {
    const character = code[at]
    if (character === '\0') {
      const literal = literals[index] ?? ''
      index += 1
      if (first < 0 || at < first) prefix += literal
      else if (at > last) suffix += literal
      else if (literal === '.') shifted = at
    } else if (character === ' ') {
      if (first < 0 || at < first) prefix += ' '
      else if (at > last) suffix += ' '
    }
  }
  const after = (from: number): number => (from < 0 ? 0 : (code.slice(from).match(/[0#?]/g) ?? []).length)
  const point = code.indexOf('.')
  const thousands = /^,+/.exec(code.slice(last + 1))?.[0].length ?? 0
  const percent = code.includes('%')
  const divisor = (shifted < 0 ? 1 : 10 ** after(shifted)) * 1000 ** thousands
  const unit = parseUnit(suffix) ?? parseUnit(prefix)
  return {
    ...general,
    kind: percent ? 'percent' : first < 0 ? 'general' : 'number',
    decimals: Math.min(30, shifted < 0 ? after(point) : after(shifted)),
    grouped: /[0#?],[0#?]/.test(code),
    divisor,
    prefix: prefix.trim() === '' ? '' : prefix,
    suffix: (percent ? '%' : '') + (suffix.trim() === '' ? '' : suffix),
    unit: unit && !percent ? unit.unit : '',
    scale: unit && !percent && divisor === 1 ? unit.scale : 1,
    money: unit !== undefined && isCurrency(unit.unit),
  }
}

/** A number as its cell shows it, dates apart: 0.45 under 0% is 45%, 58000 under 0!.0,"万" is 5.8万. */
export function showNumber(value: number, format: NumberFormat, written: string): string {
  if (format.kind === 'general' || format.kind === 'text' || !Number.isFinite(value)) {
    return /^-?\d{1,21}$/.test(written) ? written : String(tidy(value))
  }
  const scaled = tidy((format.kind === 'percent' ? value * 100 : value) / format.divisor)
  const digits = format.grouped
    ? scaled.toLocaleString('en-US', {
        minimumFractionDigits: format.decimals,
        maximumFractionDigits: format.decimals,
      })
    : Math.abs(scaled) < 1e21
      ? scaled.toFixed(format.decimals)
      : String(scaled)
  return `${format.prefix}${digits}${format.suffix}`
}

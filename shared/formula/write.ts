// Writes an expression as a person would, in the language of the project, with brackets only where the order of the
// signs alone would give another one. Whatever it writes, read.ts reads as the same expression.

import type { Expression } from '../model/figure.ts'
import type { FigureId } from '../model/ids.ts'
import type { Language } from '../model/language.ts'
import { parseUnit } from '../numbers/units.ts'
import { formulaWords as words } from '../text/formula.ts'
import { maybeShortForm } from './functions.ts'
import { bracketed } from './names.ts'
import type { FormulaWord } from './problem.ts'
import { unitShift } from './tokens.ts'

const signs = { '+': '+', '-': '−', '*': '×', '/': '÷' } as const

/**
 * The expression in words: `[注册] ÷ [点击]`, `增长([本月], [上月])`, `环比([注册])`. `nameOf` gives what stands between
 * the brackets of a figure: its label from `formulaNames` where the text is to be read again, its bare name where it is
 * only to be looked at.
 */
export function writeFormula(
  expression: Expression,
  nameOf: (id: FigureId) => string,
  language: Language,
): string {
  const name = (word: FormulaWord): string => words[language].functions[word].name
  const figureText = (id: FigureId): string => bracketed(nameOf(id))
  const write = (part: Expression): string => {
    if ('number' in part) return writeNumber(part.number, part.unit ?? '', language)
    if ('figure' in part) {
      const figure = figureText(part.figure)
      return part.shift ? `${name(part.shift)}(${figure})` : figure
    }
    if ('negative' in part) {
      const text = write(part.negative)
      return 'figure' in part.negative || 'call' in part.negative ? `−${text}` : `−(${text})`
    }
    if ('call' in part) {
      const short = maybeShortForm(part)
      if (short) return `${name(short.word)}(${figureText(short.figure.figure)})`
      return `${name(part.call)}(${part.arguments.map(write).join(', ')})`
    }
    const { operator, left, right } = part
    return `${side(left, operator, false)} ${signs[operator]} ${side(right, operator, true)}`
  }
  const side = (part: Expression, operator: keyof typeof signs, isRight: boolean): string => {
    const text = write(part)
    const isSigned = 'negative' in part || ('number' in part && isBelowZero(part.number))
    if (!('operator' in part)) return isSigned && isRight ? `(${text})` : text
    const isLoose = isStrong(operator) && !isStrong(part.operator)
    const isReversed = isRight && isStrong(part.operator) === isStrong(operator)
    return isLoose || isReversed ? `(${text})` : text
  }
  return write(expression)
}

const isStrong = (operator: keyof typeof signs): boolean => operator === '*' || operator === '/'
const isBelowZero = (value: number): boolean => value < 0 || Object.is(value, -0)

/** 0.08 in % is 8%, 58000人 is 5.8万人 in Chinese; no digit is lost. */
function writeNumber(value: number, unit: string, language: Language): string {
  const sign = isBelowZero(value) ? '−' : ''
  const size = Math.abs(value)
  const isScaled = unitShift(unit) !== 0
  const scale = language === 'zh-CN' && !isScaled ? scaleOf(size) : { word: '', power: 0 }
  const digits = shifted(size, isScaled ? -unitShift(unit) : -scale.power)
  const written = `${scale.word}${unit}`
  const read = written === '' ? undefined : parseUnit(written)
  const isKnown = !/[\s\d{}]/.test(unit) && read?.unit === unit && read.scale === 10 ** scale.power
  if (unit === '' || (isKnown && !/e/.test(digits)))
    return `${sign}${digits}${scale.word}${isWord(unit) ? ' ' : ''}${unit === '百分点' ? '个百分点' : unit}`
  return `${sign}${shifted(size, -unitShift(unit))}{${unit}}`
}

const isWord = (unit: string): boolean => /^[a-z]/i.test(unit)

/** 亿 and 万 where they shorten the number. */
function scaleOf(size: number): { word: string; power: number } {
  for (const [word, power] of [
    ['亿', 8],
    ['万', 4],
  ] as const) {
    const decimals = shifted(size, -power).split('.')[1]?.length ?? 0
    if (size >= 10 ** power && size < 1e15 && decimals <= 2) return { word, power }
  }
  return { word: '', power: 0 }
}

/** The shortest decimal that stands for a number, its point moved by `places`: (0.08, 2) → 8. */
function shifted(size: number, places: number): string {
  const [mantissa = '0', exponent = '0'] = size.toExponential().split('e')
  const digits = mantissa.replace('.', '')
  const point = Number(exponent) + 1 + places
  if (size === 0) return '0'
  if (point > 21 || point < -6) return `${mantissa}e${point - 1}`
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`
  const whole = digits.slice(0, point).padEnd(point, '0')
  return digits.length > point ? `${whole}.${digits.slice(point)}` : whole
}

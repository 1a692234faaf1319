// Cuts a formula into its signs, names, numbers and words. Full-width signs count as half-width ones, × and ÷ as * and /.
// It looks at each character once or twice and at nothing but the text.

import { parseUnit } from '../numbers/units.ts'
import type { FormulaCause } from './problem.ts'

export type Token = { at: number; length: number } & (
  | { kind: 'sign'; sign: '+' | '-' | '*' | '/' | '(' | ')' | ',' }
  | { kind: 'name'; name: string }
  | { kind: 'number'; value: number; unit: string }
  | { kind: 'word'; word: string }
)

export type Cut = { tokens: Token[] } | { problem: FormulaCause & { at: number; length: number } }

const signs: Readonly<Record<string, Extract<Token, { kind: 'sign' }>['sign']>> = {
  '+': '+',
  '-': '-',
  '−': '-',
  '–': '-',
  '—': '-',
  '*': '*',
  '×': '*',
  '∗': '*',
  '·': '*',
  '/': '/',
  '÷': '/',
  '∕': '/',
  '(': '(',
  ')': ')',
  ',': ',',
  '、': ',',
}

/** Half-width for full-width, one character for one, so that places stay as they are. */
const narrow = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode((wide.codePointAt(0) ?? 0) - 0xfee0))
    .replaceAll('【', '[')
    .replaceAll('】', ']')
    .replaceAll('￥', '¥')
    .replaceAll('\u3000', ' ')

const closing: Readonly<Record<string, string>> = { '[': ']', '［': '］', '【': '】' }
const number = /(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d{1,3}(?![\w.]))?/iy
/** A word behind a number is its unit; it may have a second one after a stroke or a space. */
const unitWord = String.raw`[^\s\d()[\]{}+\-−–—*×∗·/÷∕,、.]+\d?`
const unitForms = [`${unitWord}[/ ]${unitWord}`, unitWord].map((form) => new RegExp(` ?(${form})`, 'uy'))
const word = /[\p{L}_][\p{L}\p{N}_]*(?:-[\p{L}][\p{L}\p{N}_]*)*/uy
/** A digit straight after would be part of the same number. */
const tail = /[\d.]/

/** The tokens of a formula, or the first thing in it that is none. `units` are the words that may stand behind numbers besides the known ones. */
export function cutFormula(text: string, units: ReadonlySet<string>): Cut {
  const plain = narrow(text)
  const tokens: Token[] = []
  let at = 0
  const match = (pattern: RegExp, from = at): RegExpExecArray | null => {
    pattern.lastIndex = from
    return pattern.exec(plain)
  }
  while (at < plain.length) {
    const start = at
    const character = plain[at] ?? ''
    const sign = signs[character]
    const add = (token: SomeToken): void => {
      tokens.push({ ...token, at: start, length: at - start })
    }
    const refuse = (cause: FormulaCause, length = at - start): Cut => ({
      problem: { ...cause, at: start, length },
    })
    if (/\s/.test(character)) {
      at += 1
    } else if (character === '[') {
      const name = nameAt(text, at)
      if (!name) return refuse({ code: 'bracket-missing', bracket: ']' }, text.length - at)
      at += name.length
      add({ kind: 'name', name: name.name })
    } else if (sign !== undefined) {
      at += 1
      add({ kind: 'sign', sign })
    } else if (match(number)) {
      const digits = match(number)?.[0] ?? ''
      at += digits.length
      if (tail.test(plain[at] ?? ''))
        return refuse({ code: 'unexpected', found: text.slice(start, at + 1) }, at + 1 - start)
      if (/^0\d/.test(digits)) return refuse({ code: 'comma-in-number' })
      const unit = unitAt(plain, at, match, units)
      if ('problem' in unit) {
        at = unit.end
        return { problem: { ...unit.problem, at: unit.from, length: unit.end - unit.from } }
      }
      at = unit.end
      const value = Number(`${mantissa(digits)}e${exponent(digits) + unit.shift}`)
      if (!Number.isFinite(value)) return refuse({ code: 'unexpected', found: text.slice(start, at) })
      add({ kind: 'number', value, unit: unit.unit })
    } else {
      const found = match(word)
      at += found?.[0].length ?? ((plain.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
      if (!found) return refuse({ code: 'unexpected', found: text.slice(start, at) })
      add({ kind: 'word', word: found[0] })
    }
  }
  return { tokens }
}

type SomeToken = Token extends infer T ? (T extends Token ? Omit<T, 'at' | 'length'> : never) : never

const mantissa = (digits: string): string => digits.split(/e/i)[0] ?? ''
const exponent = (digits: string): number => Number(digits.split(/e/i)[1] ?? 0)

/** The name in the brackets that open at a place, and how long it is with them. */
function nameAt(text: string, at: number): { name: string; length: number } | undefined {
  const end = closing[text[at] ?? '']
  let name = ''
  for (let place = at + 1; place < text.length; place += 1) {
    const character = text[place] ?? ''
    if (character === end) return { name, length: place + 1 - at }
    if (character === '\\' && place + 1 < text.length) place += 1
    name += text[place] ?? ''
  }
  return undefined
}

type UnitAt =
  | { unit: string; shift: number; end: number }
  | { problem: FormulaCause; from: number; end: number }

const shifts: Readonly<Record<string, number>> = { '%': -2, '‰': -3, bp: -4, 百分点: -2, pp: -2 }
/** By how many places the point of a number moves that stands before a unit: 8% is 0.08. */
export const unitShift = (unit: string): number => shifts[unit] ?? 0
/** The unit behind a number, if one stands there: 万, 万元, 元/人, %, or any in braces. */
function unitAt(
  text: string,
  at: number,
  match: (pattern: RegExp, from?: number) => RegExpExecArray | null,
  units: ReadonlySet<string>,
): UnitAt {
  if (text[at] === '{') {
    const end = text.indexOf('}', at)
    if (end < 0) return { problem: { code: 'bracket-missing', bracket: '}' }, from: at, end: text.length }
    const unit = text.slice(at + 1, end)
    if (unit.length > 20) return { problem: { code: 'unit-too-long', unit }, from: at, end: end + 1 }
    return { unit, shift: unitShift(unit), end: end + 1 }
  }
  let unread = ''
  for (const form of unitForms) {
    const found = match(form, at)
    const end = at + (found?.[0].length ?? 0)
    // 30 增长( begins a call, not a unit.
    if (!found?.[1] || text[end] === '(') continue
    if (units.has(found[1])) return { unit: found[1], shift: unitShift(found[1]), end }
    const unit = parseUnit(found[1])
    if (unit)
      return {
        unit: unit.unit,
        shift: unitShift(unit.unit) + Math.round(Math.log10(unit.scale)),
        end,
      }
    unread = found[1]
  }
  if (unread === '') return { unit: '', shift: 0, end: at }
  const from = text.indexOf(unread, at)
  return { problem: { code: 'unknown-unit', unit: unread }, from, end: from + unread.length }
}

// The words that stand for a value although they have no digit in them, and the characters that any value begins with.
// By these most texts of a sheet are known to be nothing but text before anything is parsed.

import { numeralCharacters } from '../../../shared/numbers/numerals.ts'

/** Lines of words that go together. */
const words = (line: string): string[] => line.trim().split(/\s+/)

type WordKind = 'mark' | 'boolean' | 'answer' | 'error'

interface ValueWord {
  kind: WordKind
  /** 1 for yes, 0 for no. */
  value: number
  /** The pair that an answer belongs to: 是/否 and Y/N are not mixed. */
  pair: string
}

const marks = words(
  '- -- --- — —— ——— – / \\ … ...  …… ...... n/a na n.a. #n/a null none nil nan 无 暂无 暂缺 不适用 空 空值 (空) （空） (空白) (blank)',
)
/** As Excel writes them into a csv. */
const errors = words('#div/0! #ref! #name? #value! #num! #null! #spill! #calc!')
/** Yes before no. */
const answers = ['是 否', '√ ×', '✓ ✗', '✔ ✘', '☑ ☒', 'y n', 'yes no'].map(words)

/** By what is written, in lower case. */
const valueWords: ReadonlyMap<string, ValueWord> = new Map<string, ValueWord>([
  ...marks.map((word) => [word, { kind: 'mark', value: 0, pair: '' }] as const),
  ...errors.map((word) => [word, { kind: 'error', value: 0, pair: '' }] as const),
  ['true', { kind: 'boolean', value: 1, pair: '' }],
  ['false', { kind: 'boolean', value: 0, pair: '' }],
  ...answers.flatMap((pair) =>
    pair.map(
      (word, at) => [word, { kind: 'answer', value: at === 0 ? 1 : 0, pair: pair.join('/') }] as const,
    ),
  ),
])

/** Characters of the longest of them. */
const mostWordCharacters = Math.max(...[...valueWords.keys()].map((word) => word.length))

/** Bytes of the longest word that begins with a UTF-16 unit. */
const wordBytes = new Uint8Array(65_536)
for (const word of valueWords.keys()) {
  const bytes = new TextEncoder().encode(word).length
  for (const first of [word, word.toUpperCase()]) {
    const unit = first.charCodeAt(0)
    wordBytes[unit] = Math.max(wordBytes[unit] ?? 0, bytes)
  }
}

/** The word that a trimmed text is; undefined for any other text. */
export function valueWord(text: string): ValueWord | undefined {
  if (text.length > mostWordCharacters || wordBytes[text.charCodeAt(0)] === 0) return undefined
  return valueWords.get(text) ?? valueWords.get(text.toLowerCase())
}

const signs = "+-.(−–—﹣﹢＋－．（¥￥$＄€£￡₩₹₽฿₫<>=≤≥⩾⩽≧≦＜＞＝~～≈↑↓√×✓✔✗✘☑☒#/\\…'’"
/** Of words in front of a number: 约, 不低于, 至少, 最高, 控制在, 人民币, 民国, 周日 …, and of the words above. */
const prefixes =
  '约大将接近不至最起高低少超突多小等逾未负控保维降提增达完共合总累仅人美港欧英日周星礼民无暂空是否'
const letters = 'abcdefghijklmnopqrstuvwxyz'

/** What may follow a character at the beginning of a text. */
const nothing = 0
/** A value only if there is a digit in the text or if it is one of the words. */
const withDigit = 1
const value = 2

const beginnings = new Uint8Array(65_536)
for (const character of letters + letters.toUpperCase()) beginnings[character.charCodeAt(0)] = withDigit
for (const character of `0123456789０１２３４５６７８９${numeralCharacters}${signs}${prefixes}`)
  beginnings[character.charCodeAt(0)] = value

const anyDigit = /[\d０-９]/
const anyNumber = new RegExp(`[\\d０-９${numeralCharacters}]`)

/** Whether a trimmed text may be anything but text, by its first character and by whether a number is in it at all. */
export function mayBeValue(text: string): boolean {
  const beginning = beginnings[text.charCodeAt(0)] ?? nothing
  if (beginning === nothing) return false
  return text.length <= mostWordCharacters || (beginning === value ? anyNumber : anyDigit).test(text)
}

/** What values begin with that begin with a Latin letter: months, weekdays, currencies, comparators. */
const latin =
  /^(?:[a-z]{0,3}[$¥]|rmb|cny|usd|eur|gbp|jpy|hkd|twd|sgd|krw|aud|cad|mop|chf|inr|thb|rub|vnd|myr|rm\b|q[1-4]|[hw]\d|week|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|at |no |not |more|less|fewer|over|under|above|below|up |min|max|greater|about|around|approx|nearly|almost|circa|ca?\.)/i

/** Whether a text that begins with a Latin letter begins like a value; true of any other text. */
export const mayBeginValue = (text: string): boolean =>
  beginnings[text.charCodeAt(0)] !== withDigit || latin.test(text)

/** Figures and numerals, by UTF-16 unit. */
const figures = new Uint8Array(65_536)
for (const character of `0123456789０１２３４５６７８９${numeralCharacters}`)
  figures[character.charCodeAt(0)] = 1

/**
 * Whether bytes of UTF-8 without white space at their ends are text and nothing else, so that looking at them would find
 * the kind `text` and no code. It says no when it is not sure; most of what it says yes to it knows by the first character.
 */
export function isPlainText(bytes: Uint8Array, start: number, end: number): boolean {
  const first = unitAt(bytes, start)
  if (beginnings[first] === nothing) return true
  if (end - start <= (wordBytes[first] ?? 0)) return false
  for (let at = start; at < end;) {
    if (figures[unitAt(bytes, at)] === 1) return false
    const byte = bytes[at] ?? 0
    at += byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
  }
  return true
}

/** The UTF-16 unit that begins at a byte; 0 for what takes two of them. */
function unitAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  if (first < 0x80) return first
  const second = (bytes[at + 1] ?? 0) & 0x3f
  if (first < 0xe0) return ((first & 0x1f) << 6) | second
  return first < 0xf0 ? ((first & 0x0f) << 12) | (second << 6) | ((bytes[at + 2] ?? 0) & 0x3f) : 0
}

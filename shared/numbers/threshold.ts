// Reads a target as people set one: ≥30%, 500+, 25元/人以内, 占比不低于60%, 降至10%以下, 介于8%和12%之间, keep under 30, raise to at
// least 50k. A change (增长20%, 降低5%以上) is no level to be reached, and is not read as one.

import type { Comparator, Polarity } from '../model/goal.ts'
import { parseQuantity, parseRatio, type Quantity } from './parse.ts'

export interface Threshold extends Quantity {
  /** What the words tell of which way is better: 降至 and 以内 say lower. */
  polarity?: Polarity
}

/** Longer texts are no targets. */
const mostCharacters = 60

/** Verbs that lead to a level, each with the way it goes. Without 至, 到, 为, to, 提升10% is a change. */
const verbs: readonly (readonly [RegExp, Polarity | undefined])[] = [
  [
    /^(?:压降|下降|降低|缩短|减少|减|降|压缩|压)(?:至|到|为)|^(?:cut|reduce|lower|bring down|decrease|shorten)\b(?:\s+it)?\s+to\b|^down to\b/i,
    'lower',
  ],
  [
    /^(?:提升|提高|增长|增加|增|上升|升|扩大)(?:至|到|为)|^(?:raise|increase|grow|lift|improve)\b(?:\s+it)?\s+to\b|^up to at least\b/i,
    'higher',
  ],
  [
    /^(?:控制|保持|维持|稳定|处于|限)(?:在|于)?|^(?:力争|确保|保证|实现|完成|达到|达|目标值?|要求|须|需|应)(?:为|是|达到)?|^(?:keep|stay|remain|hold|target|reach|achieve|must(?: be)?|should be|to be)\b/i,
    undefined,
  ],
]

/** Where the comparison begins in 占比不低于60%: what stands before it says what is compared. */
const comparison =
  /[≥⩾≧≤⩽≦<>]|不(?:得|能|可)?(?:低|少|小|高|多|大)于|不(?:得|能|可)?超过?|至少|至多|最少|最多|最低|最高|大于|小于|高于|低于|少于|多于|超过|突破|控制在|保持在|维持在|稳定在|介于|(?:压降|下降|降低|降|提升|提高|增长|增|缩短|减少)(?:至|到)|达到|\b(?:at least|at most|no more than|no less than|not more than|not less than|under|below|over|above|within|between|up to)\b/i

/**
 * A target with its comparator, in base units, and which way is better where the words tell: 降至10%以下 is
 * `{ value: 0.1, comparator: '≤', polarity: 'lower' }`. A level without any comparison (5万) has neither. Undefined for
 * a text that is no level, that is a change, or that is longer than 60 characters.
 */
export function parseThreshold(text: string): Threshold | undefined {
  if (text.length > mostCharacters) return undefined
  const words = text.normalize('NFKC').trim()
  if (words.length > mostCharacters) return undefined
  const whole = levelOf(words)
  if (whole) return whole
  const at = words.search(comparison)
  return at > 0 ? levelOf(words.slice(at)) : undefined
}

function levelOf(words: string): Threshold | undefined {
  let rest = words
  let way: Polarity | undefined
  // 力争控制在…, 须降至…: verbs come one behind the other, not more than three.
  for (let count = 0; count < 3; count += 1) {
    const found = verbs.find(([verb]) => verb.test(rest))
    if (!found) break
    way ??= found[1]
    rest = rest.replace(found[0], '').replace(/^[\s:,]+/, '')
  }
  const quantity = parseQuantity(rest) ?? bothEnds(rest) ?? ratioIn(rest)
  if (!quantity) return undefined
  const comparator = quantity.comparator ?? (way === undefined ? undefined : bounds[way])
  const polarity = way ?? (comparator === undefined ? undefined : wayOf[comparator])
  return { ...quantity, ...(comparator && { comparator }), ...(polarity && { polarity }) }
}

const bounds: Readonly<Record<Polarity, Comparator>> = { higher: '≥', lower: '≤' }
const wayOf: Readonly<Partial<Record<Comparator, Polarity>>> = {
  '≥': 'higher',
  '>': 'higher',
  '≤': 'lower',
  '<': 'lower',
}

/** ≥8%且≤12%. Ends that are not included make no range of ours. */
function bothEnds(text: string): Quantity | undefined {
  const parts = /^(\S[^且,;&]*?)\s*(?:且|,|;|&|\band\b)\s*(\S[^且,;&]*)$/i.exec(text)
  const ends = [parts?.[1], parts?.[2]].map((part) => (part === undefined ? undefined : parseQuantity(part)))
  const low = ends.find((end) => end?.comparator === '≥')
  const high = ends.find((end) => end?.comparator === '≤')
  if (!low || !high || low.value >= high.value || low.percent !== high.percent) return undefined
  return { ...high, value: low.value, high: high.value, comparator: 'range' }
}

/** ≥1:5, 1:5以上: how much comes back for one. */
function ratioIn(text: string): Quantity | undefined {
  const parts = /^([^\d:]{0,8})(1\s*:\s*[\d.]{1,12})(?![\d.])(.{0,8})$/.exec(text)
  const ratio = parts?.[2] === undefined ? undefined : parseRatio(parts[2])
  return ratio === undefined ? undefined : parseQuantity(`${parts?.[1]}${ratio}${parts?.[3]}`)
}

/** The comparator that a cell of its own names: ≥, 不低于, 以内, at most. Undefined for anything else. */
export function parseComparator(text: string): Comparator | undefined {
  const word = text.trim()
  if (word === '' || word.length > 20 || /\d/.test(word)) return undefined
  return parseQuantity(`${word}1`)?.comparator ?? parseQuantity(`1${word}`)?.comparator
}

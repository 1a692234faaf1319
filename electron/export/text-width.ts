// How many lines a text fills, without fonts at hand: Chinese characters are one size wide, letters as wide as in their
// face, and lines break where Word breaks them: between Chinese characters, after spaces and hyphens, never before
// closing or after opening punctuation. It measures one style a paragraph: a bold word inside is taken as its neighbours.

import type { TypeStyle } from '../../shared/model/house-style.ts'
import { letterWidths } from './letter-widths.ts'

/** Characters of East Asian width and emoji: one size wide. */
const wide =
  /[\u1100-\u115F\u2E80-\uA4CF\uA960-\uA97F\uAC00-\uD7FF\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1F000}-\u{3FFFF}]/u
/** Wide only inside Chinese text, where they are set in the Chinese face. */
const wideInChinese =
  /[\u00A7\u00B0\u00B1\u00B7\u00D7\u00F7\u2010-\u2026\u2030-\u203B\u2103\u2160-\u217F\u2190-\u22FF\u2460-\u27BF]/u
const noWidth = /[\p{Mn}\p{Me}\p{Cf}]/u
const letterOrDigit = /[\p{L}\p{N}]/u
/** Nothing breaks after these, and nothing before those. */
const opening = /[([{“‘《〈「『【〔（［｛]/u
const closing = /[)\]}”’》〉」』】〕）］｝、。，．：；！？,.:;!?/%％‰℃°…—～]/u
/** Inside a word, a line may end here when a letter follows. */
const hyphen = /[-\u2010\u2013\u2014]/
/** May stand outside the line's end, where Word hangs punctuation. */
const hanging = /[、。，．：；！？]/u
/** Word sets a quarter of the size between a Chinese character and a letter or a digit beside it. */
const distance = 0.25

export interface Measure {
  type: TypeStyle
  /** Whether quotes and dashes are set in the Chinese face. */
  chinese: boolean
}

type Kind = 'chinese' | 'latin' | 'mark'

/** What no line's end parts, and what stands at its edges. */
interface Chunk {
  width: number
  /** Of the spaces after it, which do not count at the end of a line. */
  space: number
  first: Kind
  last: Kind
  /** Width of the punctuation at its end that may hang. */
  hangs: number
  /** Widths of its characters, for a chunk that is wider than a line. */
  characters: number[]
}

/** Width of a text on one line, in points. */
export const lineWidth = (text: string, measure: Measure): number =>
  chunksOf(text, measure).reduce(
    (sum, chunk, index, all) => sum + gap(all[index - 1], chunk, measure) + chunk.width + chunk.space,
    0,
  )

/** Width of the widest piece that no line break parts. */
export const widestWord = (text: string, measure: Measure): number =>
  Math.max(0, ...chunksOf(text, measure).map((chunk) => chunk.width))

/** How many lines a paragraph fills in `width` points, its first line moved in by `indent`. An empty one fills one line. */
export function countLines(text: string, measure: Measure, width: number, indent = 0): number {
  return text
    .split('\n')
    .reduce((lines, line, index) => lines + linesOf(line, measure, width, index === 0 ? indent : 0), 0)
}

function linesOf(text: string, measure: Measure, width: number, indent: number): number {
  let lines = 1
  let used = indent
  let before: Chunk | undefined
  for (const chunk of chunksOf(text, measure)) {
    const lead = before ? before.space + gap(before, chunk, measure) : 0
    if (used + lead + chunk.width - chunk.hangs <= width + 0.01) {
      used += lead + chunk.width
    } else if (chunk.width <= width || chunk.characters.length < 2) {
      if (before || used > 0) lines++
      used = chunk.width
    } else {
      if (before) {
        lines++
        used = 0
      }
      for (const character of chunk.characters) {
        if (used + character > width) {
          lines++
          used = 0
        }
        used += character
      }
    }
    before = chunk
  }
  return lines
}

/** The text cut to one line of `width` points, with … where something was left out. */
export function fitLine(text: string, measure: Measure, width: number): string {
  if (lineWidth(text, measure) <= width) return text
  const characters = [...text]
  let low = 0
  let high = characters.length
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (lineWidth(`${characters.slice(0, middle).join('')}…`, measure) <= width) low = middle
    else high = middle - 1
  }
  return `${characters.slice(0, low).join('').trimEnd()}…`
}

function gap(before: Chunk | undefined, chunk: Chunk, { type }: Measure): number {
  return before && before.space === 0 && meets(before.last, chunk.first) ? distance * type.size : 0
}

/** Whether a Chinese character and a letter or digit stand side by side. */
const meets = (left: Kind, right: Kind): boolean => left !== 'mark' && right !== 'mark' && left !== right

function chunksOf(text: string, { type, chinese }: Measure): Chunk[] {
  const letters = letterWidths(type.face.latin, type.bold)
  const chunks: Chunk[] = []
  let chunk: Chunk | undefined
  let before = ''
  let beforeFull = false
  for (const character of text) {
    if (character === ' ') {
      if (chunk) chunk.space += ((letters[0] ?? 250) / 1000) * type.size
      continue
    }
    const full = wide.test(character) || (chinese && wideInChinese.test(character))
    const mark = !letterOrDigit.test(character)
    const kind = mark ? 'mark' : full ? 'chinese' : 'latin'
    const none = noWidth.test(character)
    const letter = letters[(character.codePointAt(0) ?? 0) - 0x20] ?? unknownLetter
    const width = none ? 0 : full ? type.size : (letter / 1000) * type.size
    const word = !full && !beforeFull && !(hyphen.test(before) && kind === 'latin')
    const joins = none || word || closing.test(character) || opening.test(before)
    if (chunk && chunk.space === 0 && joins) {
      chunk.width += width + (meets(chunk.last, kind) ? distance * type.size : 0)
      chunk.characters.push(width)
      if (!none) {
        chunk.last = kind
        chunk.hangs = hanging.test(character) ? width : 0
      }
    } else {
      const hangs = hanging.test(character) ? width : 0
      chunk = { width, space: 0, first: kind, last: kind, hangs, characters: [width] }
      chunks.push(chunk)
    }
    before = character
    beforeFull = full
  }
  return chunks
}

/** Of a letter that the tables do not have: Cyrillic, Arabic, Latin with accents. */
const unknownLetter = 550

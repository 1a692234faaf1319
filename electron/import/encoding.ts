// Finds out a text file's encoding by strict decoding of all of it: byte order mark, UTF-16 by its NUL bytes, UTF-8,
// then GB18030. Rather no answer than wrong characters: a file that mixes encodings has none.

import { createReadStream } from 'node:fs'
import { RecapError } from '../../shared/errors.ts'

/** A label of https://encoding.spec.whatwg.org/#names-and-labels that TextDecoder takes. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** @throws RecapError file-encoding-unknown */
export async function detectEncoding(path: string, file: string, head: Buffer): Promise<Encoding> {
  const isUtf8 = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf
  const certain = isUtf8 ? 'utf-8' : wideEncoding(head)
  const candidates: readonly Encoding[] = certain ? [certain] : ['utf-8', 'gb18030']
  for (const encoding of candidates) {
    if (await decodes(path, encoding)) return encoding
  }
  throw new RecapError('file-encoding-unknown', 'no encoding fits all bytes', { file })
}

/**
 * UTF-16, by its byte order mark or its NUL bytes: NUL is no character of a table, so it is half of one. Which half
 * shows by what separates fields and lines, since 一 (U+4E00) has a NUL half too. Undefined for any other text and
 * for bytes that make no text.
 */
export function wideEncoding(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const even = head.subarray(0, head.length - (head.length % 2))
  const mark = even.length > 0 ? even.readUInt16BE(0) : 0
  if (mark === 0xfffe || mark === 0xfeff) {
    const marked = mark === 0xfffe ? 'utf-16le' : 'utf-16be'
    return separatorsIn(even, marked) === undefined ? undefined : marked
  }
  if (!even.includes(0)) return undefined
  const little = separatorsIn(even, 'utf-16le') ?? 0
  const big = separatorsIn(even, 'utf-16be') ?? 0
  return little === 0 && big === 0 ? undefined : little >= big ? 'utf-16le' : 'utf-16be'
}

/** How many characters separate fields and lines; undefined for bytes that are no text in this encoding. */
function separatorsIn(bytes: Buffer, encoding: Encoding): number | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
    return controls.test(text) ? undefined : (text.match(/[\t\n\r,;]/g)?.length ?? 0)
  } catch {
    return undefined
  }
}

/** Characters below the space that no text file has: all but tab, line feed, form feed, carriage return and Ctrl-Z. */
export const controls = /[^\P{Cc}\t\n\f\r\x1a\x7f-\x9f]/u

async function decodes(path: string, encoding: Encoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const mixture = encoding === 'gb18030' ? new Mixture() : undefined
  try {
    for await (const chunk of createReadStream(path)) {
      const bytes = chunk as Buffer
      // Private-use characters come from bytes that GB18030 gives no meaning to.
      if (/[\ue000-\uf8ff]/.test(decoder.decode(bytes, { stream: true })) && encoding === 'gb18030')
        return false
      mixture?.take(bytes)
    }
    decoder.decode()
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
  return !mixture?.isMixed()
}

/**
 * Witnesses UTF-8 inside what would pass for GB18030, as in files put together from two programs' output.
 * Most Chinese UTF-8 is valid GB18030 of other characters, so decoding alone never notices. Looks at runs of
 * bytes between ASCII separators: one that is UTF-8 for four Chinese characters or more (six in GB18030) is no
 * chance; shorter ones count only when there are many.
 */
class Mixture {
  #runs = 0
  #short = 0
  #long = 0
  /** Chinese characters of the present run if it is UTF-8; -1 once it cannot be. */
  #characters = 0
  /** Continuation bytes still to come. */
  #open = 0
  #high = false

  take(bytes: Buffer): void {
    for (const byte of bytes) {
      if (byte < 0x80) {
        if (this.#open > 0) this.#characters = -1
        this.#open = 0
        if (byte < 0x30 || byte === 0x3b || byte === 0x7c) this.#end()
      } else {
        this.#high = true
        if (this.#characters < 0) continue
        if (this.#open > 0) {
          if (byte < 0xc0) this.#open -= 1
          else this.#characters = -1
        } else if ((byte >= 0xe3 && byte <= 0xe9) || byte === 0xef) {
          this.#open = 2
          this.#characters += 1
        } else this.#characters = -1
      }
    }
  }

  isMixed(): boolean {
    this.#end()
    return this.#long > 0 || (this.#short >= 3 && this.#short > this.#runs / 20)
  }

  #end(): void {
    if (this.#high) {
      this.#runs += 1
      if (this.#open === 0 && this.#characters >= 4) this.#long += 1
      else if (this.#open === 0 && this.#characters > 0) this.#short += 1
    }
    this.#characters = 0
    this.#open = 0
    this.#high = false
  }
}

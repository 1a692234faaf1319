// Merged ranges of a sheet, which stand behind its rows in the file: found by a light search before the rows are read.

import { limits, refuseTooLarge } from '../limits.ts'
import { columnOf } from '../cells/sheet-row.ts'
import { decodeXml, xmlEncoding } from '../formats/zip-package.ts'

/** Rows count from 1, columns from 0; all ends included. */
export interface Merge {
  top: number
  left: number
  bottom: number
  right: number
}

/** By the row they begin in. */
export type Merges = ReadonlyMap<number, readonly Merge[]>

export const noMerges: Merges = new Map()

const tag =
  /<(?:[\w.-]+:)?mergeCell\s[^<>]*?\bref\s*=\s*["']\s*\$?([A-Za-z]{1,3})\$?(\d{1,7}):\$?([A-Za-z]{1,3})\$?(\d{1,7})/g
/** A tag is far shorter than this. */
const longestTag = 1000

/**
 * Looks through a worksheet part for `mergeCell` tags. A `<` cannot stand in XML text, so a tag found is a tag. Not
 * more than `most` bytes are looked through, where a guess at once is worth more than the merges of a long sheet.
 * @throws RecapError file-too-large
 */
export async function readMerges(
  pieces: AsyncGenerator<Buffer>,
  part: string,
  file: string,
  most = Number.POSITIVE_INFINITY,
): Promise<Merges> {
  const merges = new Map<number, Merge[]>()
  let count = 0
  let done = 0
  let tail = ''
  for await (const piece of latinPieces(pieces, part, file)) {
    // Latin-1 keeps bytes apart; the tag is of ASCII.
    const across = tail === '' ? '' : tail + piece.toString('latin1', 0, piece.indexOf('>') + 1)
    if (across.includes('mergeCell') || piece.includes('mergeCell')) {
      for (const [, left = '', top = '', right = '', bottom = ''] of (
        tail + piece.toString('latin1')
      ).matchAll(tag)) {
        count += 1
        if (count > limits.merges) refuseTooLarge(file, 'merges', count)
        addMerge(merges, {
          top: Number(top),
          left: columnOf(left),
          bottom: Number(bottom),
          right: columnOf(right),
        })
      }
    }
    done += piece.length
    if (done >= most) break
    const open = piece.lastIndexOf('<')
    const isOpen = open >= 0 && piece.length - open < longestTag && !piece.includes('>', open)
    tail = isOpen ? piece.toString('latin1', open) : ''
  }
  return merges
}

function addMerge(merges: Map<number, Merge[]>, merge: Merge): void {
  const row = merges.get(merge.top)
  if (row) row.push(merge)
  else merges.set(merge.top, [merge])
}

/** The pieces as they are, but for UTF-16, where a letter is two bytes. */
async function* latinPieces(
  pieces: AsyncGenerator<Buffer>,
  part: string,
  file: string,
): AsyncGenerator<Buffer> {
  const first = await pieces.next()
  if (first.done) return
  async function* all(head: Buffer): AsyncGenerator<Buffer> {
    yield head
    yield* pieces
  }
  if (!xmlEncoding(first.value).startsWith('utf-16')) yield* all(first.value)
  else for await (const text of decodeXml(all(first.value), part, file)) yield Buffer.from(text)
}

// Merged ranges of a sheet, which stand behind its rows in the file: found by a light scan before the rows are read.

import { limits, refuseTooLarge } from './limits.ts'
import { columnOf } from './sheet-row.ts'

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
  /<(?:[\w.-]+:)?mergeCell\s[^<>]*?\bref\s*=\s*["']\s*\$?([A-Za-z]+)\$?(\d+):\$?([A-Za-z]+)\$?(\d+)/g

/**
 * Looks through a worksheet's text for `mergeCell` tags. A `<` cannot stand in XML text, so a tag found is a tag.
 * @throws RecapError file-too-large
 */
export async function readMerges(pieces: AsyncIterable<string>, file: string): Promise<Merges> {
  const merges = new Map<number, Merge[]>()
  let count = 0
  let tail = ''
  for await (const piece of pieces) {
    const searched = tail + piece
    if (searched.includes('mergeCell')) {
      for (const [, left = '', top = '', right = '', bottom = ''] of searched.matchAll(tag)) {
        count += 1
        if (count > limits.merges) refuseTooLarge(file, 'merges', count)
        const merge = {
          top: Number(top),
          left: columnOf(left),
          bottom: Number(bottom),
          right: columnOf(right),
        }
        const row = merges.get(merge.top)
        if (row) row.push(merge)
        else merges.set(merge.top, [merge])
      }
    }
    // The last tag may go on in the next piece; a tag is far shorter than this.
    const open = searched.lastIndexOf('<')
    tail =
      open >= 0 && searched.length - open < 1000 && !searched.includes('>', open) ? searched.slice(open) : ''
  }
  return merges
}

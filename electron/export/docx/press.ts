// What every part of the Word file is made with: the manuscript, and the counters of the ids inside one file.

import type { BlockId } from '../../../shared/model/ids.ts'
import type { ChartPart } from '../chart/chart-part.ts'
import type { Manuscript } from '../manuscript.ts'

export interface Press {
  manuscript: Manuscript
  /** Parts of the charts set so far, in the order of the document. */
  charts: ChartPart[]
  /** Unique in the file, from 1: bookmarks, content controls, drawings. */
  nextId: () => number
  /** Names of bookmarks: of a heading that the contents list, of the 表1 of a caption. */
  bookmarks: ReadonlyMap<BlockId, string>
}

export function preparePress(manuscript: Manuscript): Press {
  let last = 0
  const listed = new Set(manuscript.contents.map((heading) => heading.id))
  const bookmarks = new Map<BlockId, string>()
  for (const block of manuscript.body) {
    const captioned = (block.type === 'table' || block.type === 'chart') && manuscript.numbers.has(block.id)
    const prefix = captioned ? '_Ref' : listed.has(block.id) ? '_Toc' : undefined
    // Word names its own bookmarks so; a name longer than 40 characters or with other marks is refused.
    if (prefix) bookmarks.set(block.id, `${prefix}${String(bookmarks.size + 1).padStart(8, '0')}`)
  }
  return { manuscript, charts: [], nextId: () => ++last, bookmarks }
}

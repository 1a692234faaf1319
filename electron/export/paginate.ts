// On which page each block of a report will stand, estimated from set measures: fixed line distances, widths of
// characters, heights of rows and charts, what is kept together. No page is drawn; the estimate feeds the table of
// contents, which is written with its page numbers because Word asks before it fills them in, and others never do.
// The rules are Word's (compatibility mode 15); tests hold them against docx's model of Word and against LibreOffice.

import type { BlockId } from '../../shared/model/ids.ts'

/** Something on a page, from top to bottom: the lines of a paragraph, the rows of a table, a picture. Points. */
export interface Box {
  /** Whose page is asked for. */
  id?: BlockId
  before: number
  after: number
  /** Heights of what may be parted by a page's end. */
  parts: readonly number[]
  /** How many parts stay together at its start and at its end. */
  first: number
  last: number
  /** Parts that come again on each further page: a table's header. */
  repeated: number
  keepWithNext: boolean
  /** Starts a page. */
  newPage: boolean
}

/** Rounding of lengths to twentieths of a point must not turn a page. */
const tolerance = 0.1

/** The page of each box that has an id, counted from 1. */
export function paginate(boxes: readonly Box[], pageHeight: number): Map<BlockId, number> {
  const pages = new Map<BlockId, number>()
  const height = pageHeight + tolerance
  let page = 1
  let used = 0
  /** Distance that the box above asks for. */
  let after = 0
  /** The distance above a box falls away where the text has run over to a new page, not where a page was asked for. */
  let ranOver = false

  const turn = (asked: boolean): void => {
    page++
    used = 0
    after = 0
    ranOver = !asked
  }
  /** Of two distances that meet, the larger one counts. */
  const gap = (box: Box): number => (used === 0 && ranOver ? 0 : Math.max(box.before, after))

  const place = (box: Box): void => {
    const header = sum(box.parts.slice(0, box.repeated))
    let at = 0
    while (at < box.parts.length) {
      const above = at === 0 ? gap(box) : header
      const fits = countFitting(box, at, height - used - above)
      if (fits === 0 && used > 0) {
        turn(false)
        continue
      }
      // What is taller than a page is cut off by the page's end.
      const taken = Math.max(1, fits)
      if (at === 0 && box.id !== undefined) pages.set(box.id, page)
      used += above + sum(box.parts.slice(at, at + taken))
      at += taken
      if (at < box.parts.length) turn(false)
    }
    after = box.after
  }

  let index = 0
  while (index < boxes.length) {
    const chain = chainFrom(boxes, index)
    if (chain[0]?.newPage && used > 0) turn(true)
    const together = heightTogether(chain, after)
    if (used > 0 && used + together > height && together <= height) turn(false)
    chain.forEach(place)
    index += chain.length
  }
  return pages
}

/** The boxes from one on that are kept with the next, and the one that ends them. */
function chainFrom(boxes: readonly Box[], start: number): readonly Box[] {
  let end = start
  while (boxes[end]?.keepWithNext && boxes[end + 1]?.newPage === false) end++
  return boxes.slice(start, end + 1)
}

/** From the top of a chain to the least of its last box that has to stand on the same page. */
function heightTogether(chain: readonly Box[], after: number): number {
  let height = 0
  let above = after
  chain.forEach((box, index) => {
    const parts = index < chain.length - 1 ? box.parts : box.parts.slice(0, leastTogether(box))
    height += Math.max(box.before, above) + sum(parts)
    above = box.after
  })
  return height
}

/** A paragraph of three lines cannot be parted when two lines stay together at either end. */
const leastTogether = ({ parts, first, last }: Box): number =>
  parts.length < first + last ? parts.length : first

/** How many parts from one on go into the room, so that enough of them stay together on either page. */
function countFitting(box: Box, at: number, room: number): number {
  const { parts, last } = box
  let count = 0
  let height = 0
  while (at + count < parts.length) {
    height += parts[at + count] ?? 0
    if (height > room) break
    count++
  }
  const left = parts.length - at - count
  if (left > 0 && left < last) count = parts.length - at - last
  const enough = at === 0 ? Math.min(box.first, parts.length) : 1
  return count < enough ? 0 : count
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

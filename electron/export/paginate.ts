// On which page each heading of a report will stand, estimated from set measures: fixed line distances, widths of
// characters, heights of rows and charts, what is kept together. No page is drawn; the estimate feeds the table of
// contents, which is written with its page numbers because Word asks before it fills them in, and others never do.

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

/** The page of each box that has an id, counted from 1. */
export function paginate(boxes: readonly Box[], pageHeight: number): Map<BlockId, number> {
  const pages = new Map<BlockId, number>()
  let page = 1
  let used = 0
  let after = 0
  let index = 0
  // Distance above a paragraph falls away where the text has flowed over to a new page, not where a page was asked for.
  let flowed = false

  const turn = (asked: boolean): void => {
    page++
    used = 0
    after = 0
    flowed = !asked
  }

  const gapBefore = (box: Box): number => (used === 0 && flowed ? 0 : Math.max(box.before, after))

  while (index < boxes.length) {
    // A chain of boxes that are kept with the next one, and the least of the box at its end.
    let end = index
    while (end < boxes.length - 1 && boxes[end]?.keepWithNext && !boxes[end + 1]?.newPage) end++
    const chain = boxes.slice(index, end + 1)
    if (chain[0]?.newPage && used > 0) turn(true)
    if (used > 0 && used + heightKept(chain, after) > pageHeight + tolerance) {
      if (heightKept(chain, 0) <= pageHeight + tolerance) turn(false)
    }
    for (const box of chain) {
      place(box)
    }
    index = end + 1
  }
  return pages

  function place(box: Box): void {
    let gap = gapBefore(box)
    const repeated = sum(box.parts.slice(0, box.repeated))
    let at = 0
    let started = false
    while (at < box.parts.length) {
      const room = pageHeight + tolerance - used - gap
      let fits = 0
      let height = started ? repeated : 0
      while (at + fits < box.parts.length && height + (box.parts[at + fits] ?? 0) <= room) {
        height += box.parts[at + fits] ?? 0
        fits++
      }
      const left = box.parts.length - at - fits
      if (left > 0 && left < box.last) fits = Math.max(0, box.parts.length - at - box.last)
      if (left > 0 && !started && fits < Math.min(box.first, box.parts.length)) fits = 0
      if (fits === 0 && used > 0) {
        turn(false)
        gap = 0
        continue
      }
      // What is taller than a page is cut by the page's end.
      if (fits === 0) {
        fits = 1
        height = (started ? repeated : 0) + (box.parts[at] ?? 0)
      } else height = (started ? repeated : 0) + sum(box.parts.slice(at, at + fits))
      if (!started && box.id !== undefined) pages.set(box.id, page)
      started = true
      used = Math.min(pageHeight, used + gap + height)
      at += fits
      gap = 0
      if (at < box.parts.length) turn(false)
    }
    after = box.after
  }
}

/** Rounding of lengths to twentieths of a point must not turn a page. */
const tolerance = 0.5

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** From the top of a chain to the least that has to stand under it. */
function heightKept(chain: readonly Box[], after: number): number {
  let height = 0
  let above = after
  chain.forEach((box, index) => {
    const isLast = index === chain.length - 1
    height += Math.max(box.before, above) + sum(isLast ? box.parts.slice(0, leastOf(box)) : box.parts)
    above = box.after
  })
  return height
}

/** A paragraph of three lines cannot be parted when two lines stay together at either end. */
const leastOf = ({ parts, first, last }: Box): number => (parts.length < first + last ? parts.length : first)

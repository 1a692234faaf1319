// How large things on a printed page are, from the house style alone: one set of measures for what is written into
// the file and for the estimate of its pages. Lengths in points unless a name says otherwise.

import type { HouseStyle, TypeStyle } from '../../shared/model/house-style.ts'

const pointsPerMillimetre = 72 / 25.4

export const points = (millimetres: number): number => millimetres * pointsPerMillimetre
/** Twentieths of a point, Word's unit of length. */
export const twips = (length: number): number => Math.round(length * 20)

export const textWidth = ({ page }: HouseStyle): number => points(page.width - page.left - page.right)
export const textHeight = ({ page }: HouseStyle): number => points(page.height - page.top - page.bottom)

export const firstLineIndent = (style: HouseStyle): number => style.firstLineCharacters * style.body.size

/** Left and right of the text of a cell, above and below it. */
export const cell = { side: 5, above: 2.5, below: 2.5 } as const

/** Rules of a table: around it, under its header, between rows. */
export const rules = { strong: 1.5, thin: 0.75, hair: 0.5 } as const

/** A caption keeps its distance on the side away from what it names: above a table, below a chart. */
export const captionType = ({ caption }: HouseStyle, place: 'above' | 'below'): TypeStyle =>
  place === 'below' ? caption : { ...caption, before: caption.after, after: caption.before }

/** Kept between a table and the paragraphs around it: a table has no distance of its own. */
export const aroundTable = { above: 6, below: 8 } as const
/** Height of the empty paragraph that keeps two tables apart. */
export const gapLine = 1

export const pixelsPerPoint = 96 / 72

/** Width of the mark of a list's item, in characters, by level: （1） needs more room than 1. */
const listMarks = [1.75, 2.75, 1.75, 1.75]

/** Where an item of a list starts: its mark at `mark`, its text and all further lines at `text`. */
export function listIndent(style: HouseStyle, level: number): { mark: number; text: number } {
  const { size } = style.body
  const outer = listMarks.slice(0, level).reduce((sum, width) => sum + width, 0)
  const mark = firstLineIndent(style) + outer * size
  return { mark, text: mark + (listMarks[level] ?? 0) * size }
}

/** Decimal numbers of headings (1.2.3) stand in a column of their own; Chinese ones run into the heading. */
export const headingIndent = (style: HouseStyle, level: number): number =>
  style.numbering[level - 1] === 'decimal' ? ([28, 34, 42, 50][level - 1] ?? 0) : 0

/** Above a chart, and below one that has no caption. */
export const chartBox = { before: 6, after: 6 } as const

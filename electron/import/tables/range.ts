// A table's place as Excel writes it: A4:L1263, or open below as A4:L.

import { letterOf } from '../../../shared/model/cell-address.ts'
import { columnOf } from '../cells/sheet-row.ts'

/** Rows count from 1, columns from 0; all ends included. */
export interface Range {
  top: number
  left: number
  /** Infinity when it is open below. */
  bottom: number
  right: number
}

export const formatRange = ({ top, left, bottom, right }: Range): string =>
  `${letterOf(left)}${top}:${letterOf(right)}${Number.isFinite(bottom) ? bottom : ''}`

/** Undefined for anything but letters and numbers around a colon, and for ends the wrong way round. */
export function parseRange(text: string): Range | undefined {
  const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})?$/.exec(text)
  if (!match) return undefined
  const [, left = '', top = '', right = '', bottom] = match
  const range = {
    top: Number(top),
    left: columnOf(left),
    bottom: bottom === undefined ? Number.POSITIVE_INFINITY : Number(bottom),
    right: columnOf(right),
  }
  return range.top > 0 && range.left <= range.right && range.top <= range.bottom ? range : undefined
}

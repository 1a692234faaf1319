// A table's place as Excel writes it: A4:L1263.

import { columnOf, letterOf } from './sheet-row.ts'

export interface Range {
  top: number
  left: number
  bottom: number
  right: number
}

export const formatRange = ({ top, left, bottom, right }: Range): string =>
  `${letterOf(left)}${top}:${letterOf(right)}${bottom}`

/** Rows count from 1, columns from 0; undefined for anything but letters and numbers around a colon. */
export function parseRange(text: string): Range | undefined {
  const match = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/.exec(text)
  if (!match) return undefined
  const [, left = '', top = '', right = '', bottom = ''] = match
  return { top: Number(top), left: columnOf(left), bottom: Number(bottom), right: columnOf(right) }
}

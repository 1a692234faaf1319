// What a chart is set in: its size, typefaces and colours, the same for a page and for a slide.

import type { TypeStyle, Typeface } from '../../../shared/model/house-style.ts'
import type { Language } from '../../../shared/model/language.ts'
import { lineWidth } from '../text-width.ts'

export interface Setting {
  language: Language
  /** Points. */
  width: number
  height: number
  fontSize: number
  face: Typeface
}

/** Text, what is said beside it, lines of the grid: dark enough for print, quiet enough for a page of text. */
export const inks = { text: '404040', muted: '6B7280', rule: 'D9DEE6', ground: 'FFFFFF' } as const

/** A chart's title stands out by size and weight, not by colour. */
export const titleSize = ({ fontSize }: Setting): number => Math.round(fontSize * 1.25 * 2) / 2

const typeOf = ({ face, fontSize }: Setting, size: number): TypeStyle => ({
  face,
  size: size || fontSize,
  bold: false,
  align: 'left',
  line: size,
  before: 0,
  after: 0,
})

/** Width of a text on one line in the chart's type, in points. */
export const textWidthIn = (text: string, setting: Setting, size = setting.fontSize): number =>
  lineWidth(text, { type: typeOf(setting, size), chinese: setting.language === 'zh-CN' })

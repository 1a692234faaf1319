// What a chart is set in: its size, typefaces and colours, the same for a page and for a slide.

import type { TypeStyle, Typeface } from '../../../shared/model/house-style.ts'
import type { Language } from '../../../shared/model/language.ts'
import { fitLine, lineWidth } from '../text-width.ts'

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

/** Programs break a title where they like; a longer one than this part of the width is broken here, at most once. */
const titlePart = 0.76
const mostTitleLines = 2

/** The lines of a title. What does not fit on two is cut. */
export function titleLines(title: string, setting: Setting): string[] {
  const lines: string[] = []
  let rest = title
  while (rest !== '' && lines.length < mostTitleLines) {
    const last = lines.length === mostTitleLines - 1
    const room = setting.width * titlePart
    if (textWidthIn(rest, setting, titleSize(setting)) <= room) {
      lines.push(rest)
      break
    }
    const characters = [...rest]
    let end = characters.length
    while (end > 1 && textWidthIn(characters.slice(0, end).join(''), setting, titleSize(setting)) > room)
      end--
    const space = characters.slice(0, end + 1).lastIndexOf(' ')
    if (space > end / 2) end = space
    lines.push(characters.slice(0, end).join('').trim() + (last ? '…' : ''))
    rest = characters.slice(end).join('').trim()
  }
  return lines
}

/** Width of a text on one line in the chart's type, in points. */
export const textWidthIn = (text: string, setting: Setting, size = setting.fontSize): number =>
  lineWidth(text, { type: typeOf(setting, size), chinese: setting.language === 'zh-CN' })

/** The text cut to a width in points, with … where something was left out. */
export const cutText = (text: string, width: number, setting: Setting): string =>
  fitLine(text, { type: typeOf(setting, setting.fontSize), chinese: setting.language === 'zh-CN' }, width)

// The words of a paragraph as Word's runs. A mention of a figure is a content control, a reference is a field: both
// can be found again in the file and follow their source.

import { TextRun, type XmlComponent } from 'docx'
import type { Inline } from '../../../shared/model/report.ts'
import { bookmarked, contentControl, element, field } from './element.ts'
import type { Press } from './press.ts'

interface Emphasis {
  bold?: boolean | undefined
  italic?: boolean | undefined
  underline?: boolean | undefined
  /** `RRGGBB`, instead of the style's. */
  colour?: string | undefined
  /** Points, instead of the style's. */
  size?: number | undefined
}

/** Characters that Word sets in the Latin face unless it is told that they are Chinese: quotes, dashes, ≥, ①. */
const notAscii = /[^\u0000-\u007F]/

/** A run of text; `\n` breaks the line. */
export function textRun(
  text: string,
  press: Press,
  { bold, italic, underline, colour, size }: Emphasis = {},
): TextRun {
  const chinese = press.manuscript.language === 'zh-CN' && notAscii.test(text)
  return new TextRun({
    children: text
      .split('\n')
      .flatMap((line, index) => [...(index > 0 ? [element('w:br')] : []), ...(line ? [line] : [])]),
    ...(chinese ? { font: { hint: 'eastAsia' } } : {}),
    ...(bold ? { bold: true, boldComplexScript: true } : {}),
    ...(italic ? { italics: true, italicsComplexScript: true } : {}),
    ...(underline ? { underline: {} } : {}),
    ...(colour ? { color: colour } : {}),
    ...(size === undefined ? {} : { size: size * 2, sizeComplexScript: size * 2 }),
  })
}

/** The runs of a paragraph's content; pieces that show nothing are left out. */
export function inlineRuns(content: readonly Inline[], press: Press, colour?: string): XmlComponent[] {
  return content.flatMap((inline): XmlComponent[] => {
    const text = press.manuscript.textOf(inline)
    if (text === '') return []
    const run = textRun(text, press, { ...inline, colour })
    switch (inline.type) {
      case 'text':
      case 'fact':
        return [run]
      case 'figure': {
        const name = press.manuscript.report.figures.get(inline.figure)?.name ?? ''
        return [contentControl(inline.figure, name, press.nextId(), [run])]
      }
      case 'reference': {
        const target = press.bookmarks.get(inline.target)
        return target ? field(`REF ${target} \\h`, [run]) : [run]
      }
    }
  })
}

/** 图1 with its number as a field that Word counts on (SEQ, §17.16.5.56), in the bookmark that references point to. */
export function captionRuns(label: string, bookmark: string, press: Press): XmlComponent[] {
  const [, name = label, number = ''] = /^(.*?)(\d*)$/.exec(label) ?? []
  return bookmarked(bookmark, press.nextId(), [
    textRun(name, press),
    ...(number ? field(`SEQ ${name.trim()} \\* ARABIC`, [textRun(number, press)]) : []),
  ])
}

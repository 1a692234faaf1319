// House styles: what a page, a heading and a caption look like. Lengths in millimetres, type in points.
// Values of `enterprise` follow what Chinese companies and schools ask of an internship report:
// body 宋体小四 with a first line of two characters, headings 黑体, figure captions below and table captions above in 五号.

import type { Language } from './language.ts'
import type { HouseStyleId } from './project.ts'

/** A typeface by script: `eastAsia` for Chinese characters, `latin` for letters and digits; fall-backs first to last. */
export interface Typeface {
  eastAsia: string
  latin: string
}

export interface TypeStyle {
  face: Typeface
  size: number
  bold: boolean
  align: 'left' | 'center' | 'right' | 'justify'
  /** Fixed distance of lines in points. */
  line: number
  before: number
  after: number
}

/** How a heading's own number is written: 一、 · （一） · 1. · （1） or 1 · 1.1 · 1.1.1. */
export type HeadingNumber = 'chinese' | 'chinese-bracket' | 'arabic' | 'arabic-bracket' | 'decimal'

export interface HouseStyle {
  id: HouseStyleId
  language: Language
  page: { width: number; height: number; top: number; bottom: number; left: number; right: number }
  /** Characters by which a paragraph's first line is moved in. */
  firstLineCharacters: number
  body: TypeStyle
  headings: readonly [TypeStyle, TypeStyle, TypeStyle, TypeStyle]
  numbering: readonly [HeadingNumber, HeadingNumber, HeadingNumber, HeadingNumber]
  caption: TypeStyle
  table: TypeStyle
  coverTitle: TypeStyle
  coverFact: TypeStyle
  contentsTitle: TypeStyle
  contentsEntry: readonly [TypeStyle, TypeStyle]
  headerFooter: TypeStyle
}

const song: Typeface = { eastAsia: '宋体', latin: 'Times New Roman' }
const hei: Typeface = { eastAsia: '黑体', latin: 'Arial' }
const arial: Typeface = { eastAsia: '黑体', latin: 'Arial' }

const type = (
  face: Typeface,
  size: number,
  line: number,
  more: Partial<Omit<TypeStyle, 'face' | 'size' | 'line'>> = {},
): TypeStyle => ({ face, size, line, bold: false, align: 'left', before: 0, after: 0, ...more })

const a4 = { width: 210, height: 297 } as const

export const houseStyles: Readonly<Record<HouseStyleId, HouseStyle>> = {
  enterprise: {
    id: 'enterprise',
    language: 'zh-CN',
    page: { ...a4, top: 25.4, bottom: 25.4, left: 31.7, right: 31.7 },
    firstLineCharacters: 2,
    body: type(song, 12, 20, { align: 'justify' }),
    headings: [
      type(hei, 16, 28, { before: 14, after: 8 }),
      type(hei, 14, 24, { before: 10, after: 6 }),
      type(hei, 12, 20, { before: 6, after: 4 }),
      type(song, 12, 20, { bold: true, before: 4, after: 2 }),
    ],
    numbering: ['chinese', 'chinese-bracket', 'arabic', 'arabic-bracket'],
    caption: type(song, 10.5, 16, { align: 'center', before: 4, after: 6 }),
    table: type(song, 10.5, 16),
    coverTitle: type(hei, 26, 40, { align: 'center' }),
    coverFact: type(song, 14, 28),
    contentsTitle: type(hei, 18, 30, { align: 'center', after: 12 }),
    contentsEntry: [type(hei, 12, 22), type(song, 12, 22)],
    headerFooter: type(song, 10.5, 14, { align: 'center' }),
  },
  business: {
    id: 'business',
    language: 'en',
    page: { ...a4, top: 25.4, bottom: 25.4, left: 25.4, right: 25.4 },
    firstLineCharacters: 0,
    body: type(song, 11, 17, { after: 8 }),
    headings: [
      type(arial, 16, 22, { bold: true, before: 18, after: 8 }),
      type(arial, 13, 18, { bold: true, before: 12, after: 6 }),
      type(arial, 11, 16, { bold: true, before: 8, after: 4 }),
      type(arial, 11, 16, { before: 6, after: 4 }),
    ],
    numbering: ['decimal', 'decimal', 'decimal', 'decimal'],
    caption: type(arial, 9.5, 14, { align: 'center', before: 4, after: 8 }),
    table: type(arial, 9.5, 14),
    coverTitle: type(arial, 28, 38, { bold: true, align: 'center' }),
    coverFact: type(arial, 12, 22),
    contentsTitle: type(arial, 16, 24, { bold: true, after: 10 }),
    contentsEntry: [type(arial, 11, 19, { bold: true }), type(arial, 11, 19)],
    headerFooter: type(arial, 9, 12, { align: 'center' }),
  },
}

export const styleFor = (language: Language): HouseStyleId => (language === 'en' ? 'business' : 'enterprise')

// A house style as the page's style sheets read it (paper.css, printed.css): type and distances by name. One CSS length,
// --pt, is a point at the paper's present magnification; everything on the paper is a multiple of it.

import type { CSSProperties } from 'react'
import { chartHeight } from '../../../shared/charts/index.ts'
import type { Plot } from '../../../shared/model/chart.ts'
import type { HouseStyle, TypeStyle } from '../../../shared/model/house-style.ts'

const pointsPerMillimetre = 72 / 25.4
const pixelsPerPoint = 96 / 72

/** Width of the sheet in CSS pixels at 100 %. */
export const sheetWidth = (style: HouseStyle): number =>
  style.page.width * pointsPerMillimetre * pixelsPerPoint

/** By what factor the sheet fits into a width; a wide window does not blow it up. */
export const zoomFor = (style: HouseStyle, width: number): number =>
  Math.max(0.4, Math.min(1.15, width / sheetWidth(style)))

/** Type in a chart on paper, in points. */
const chartFontSize = 9
/** No chart is higher: it would not stand on a page with its caption. In millimetres. */
const tallestChart = 170

/** Of a chart as wide as the text, in points. */
export function paperHeight({ page }: HouseStyle, plot: Plot): number {
  const width = (page.width - page.left - page.right) * pointsPerMillimetre
  return Math.min(tallestChart * pointsPerMillimetre, chartHeight(plot, width, chartFontSize))
}

/** What stands between a heading's number and its words: 一、 needs nothing, 1. a space, 1.1 more. */
export function numberGap({ numbering }: HouseStyle, level: number): string {
  const number = numbering[level - 1]
  return number === 'decimal' ? '\u2002' : number === 'arabic' ? ' ' : ''
}

/** Names under which a typeface is installed, first to last: what Word calls 宋体 is Songti on a Mac. */
const families: Readonly<Record<string, string>> = {
  宋体: "SimSun, 'Songti SC', 'Noto Serif CJK SC', 'Source Han Serif SC'",
  黑体: "SimHei, 'Heiti SC', 'Noto Sans CJK SC', 'Source Han Sans SC'",
  'Times New Roman': "'Times New Roman', 'Liberation Serif'",
  Arial: "Arial, 'Liberation Sans'",
}

const serif: ReadonlySet<string> = new Set(['宋体', 'Times New Roman'])

/** Letters and digits in the Latin face, the rest in the Chinese one, as Word mixes them. */
const familyOf = ({ face }: TypeStyle): string =>
  [
    families[face.latin] ?? face.latin,
    families[face.eastAsia] ?? face.eastAsia,
    serif.has(face.latin) ? 'serif' : 'sans-serif',
  ].join(', ')

/** Type and distances of one kind of text. */
const typeVariables = (name: string, type: TypeStyle): Record<string, string> => ({
  [`--${name}-font`]: `${type.bold ? 700 : 400} ${points(type.size)} / ${points(type.line)} ${familyOf(type)}`,
  [`--${name}-before`]: points(type.before),
  [`--${name}-after`]: points(type.after),
  [`--${name}-align`]: type.align,
})

/** A length at the present magnification, where it is used. */
const points = (length: number): string => `calc(${length} * var(--pt))`

const eachVariables = (name: string, types: readonly TypeStyle[]): Record<string, string> =>
  Object.fromEntries(types.flatMap((type, at) => Object.entries(typeVariables(`${name}${at + 1}`, type))))

/** Custom properties for the element that holds the sheets. */
export function paperStyle(
  style: HouseStyle,
  zoom: number,
  captionGap: string,
  captionPrompt: string,
): CSSProperties {
  const millimetres = (length: number): string => points(length * pointsPerMillimetre)
  const { page, headings, contentsEntry } = style
  const variables = {
    '--zoom': zoom,
    '--pt': `${zoom * pixelsPerPoint}px`,
    '--sheet-width': millimetres(page.width),
    '--sheet-height': millimetres(page.height),
    '--margin-top': millimetres(page.top),
    '--margin-bottom': millimetres(page.bottom),
    '--margin-left': millimetres(page.left),
    '--margin-right': millimetres(page.right),
    '--first-line': style.firstLineCharacters,
    '--caption-gap': quoted(captionGap),
    '--caption-prompt': quoted(captionPrompt),
    ...typeVariables('body', style.body),
    ...eachVariables('h', headings),
    ...Object.fromEntries(
      style.numbering.map((_, at) => [`--h${at + 1}-gap`, quoted(numberGap(style, at + 1))]),
    ),
    ...typeVariables('caption', style.caption),
    ...typeVariables('table', style.table),
    ...typeVariables('cover-title', style.coverTitle),
    ...typeVariables('cover-fact', style.coverFact),
    ...typeVariables('contents-title', style.contentsTitle),
    ...eachVariables('entry', contentsEntry),
  }
  return variables as CSSProperties
}

/** A string as a style sheet writes it. */
const quoted = (text: string): string => `"${text.replace(/["\\]/g, '')}"`

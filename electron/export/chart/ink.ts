// How DrawingML says colours, lines, places and text.

import { inks, type Setting } from './setting.ts'
import { escapeXml, val, xml } from './xml.ts'

/** English Metric Units a point. */
export const unitsPerPoint = 12700

export const solid = (colour: string): string => xml('a:solidFill', {}, val('a:srgbClr', colour))
export const noLine = '<a:ln><a:noFill/></a:ln>'

/** A line so many points wide. */
export const lineXml = (colour: string, { width, dashed }: { width: number; dashed?: boolean }): string =>
  xml(
    'a:ln',
    { w: Math.round(width * unitsPerPoint), cap: 'rnd' },
    solid(colour),
    dashed ? val('a:prstDash', 'dash') : '',
    '<a:round/>',
  )
/** Places by edges of the chart; without a size, the upper left corner only. */
export function layout(
  x: number,
  y: number,
  width?: number,
  height?: number,
  target: 'inner' | 'outer' = 'inner',
): string {
  return xml(
    'c:layout',
    {},
    xml(
      'c:manualLayout',
      {},
      width === undefined || target === 'outer' ? '' : val('c:layoutTarget', 'inner'),
      val('c:xMode', 'edge'),
      val('c:yMode', 'edge'),
      val('c:x', round(x)),
      val('c:y', round(y)),
      width === undefined ? '' : val('c:w', round(width)),
      height === undefined ? '' : val('c:h', round(height)),
    ),
  )
}

/** Parts of a chart, with four decimals. */
export const round = (part: number): number => Math.round(Math.min(1, Math.max(0, part)) * 10000) / 10000
interface TextLook {
  size?: number
  bold?: boolean | undefined
  colour?: string | undefined
  /** Degrees. */
  turned?: number
  /** Takes several lines where it has to. */
  wraps?: boolean
}

export interface Text {
  /** `c:txPr`: how text is written that stands elsewhere. */
  properties: (look?: TextLook) => string
  /** `c:rich`: the text itself. */
  rich: (words: string, look?: TextLook) => string
}

/** Sixty-thousandths of a degree. */
const turn = 60000

/** Every text names its typefaces for letters and for Chinese characters. */
export function textIn({ language, face, fontSize }: Setting): Text {
  const look = ({ size = fontSize, bold = false, colour = inks.text }: TextLook) => ({
    attributes: { sz: Math.round(size * 100), b: bold, i: false },
    children: [
      solid(colour),
      xml('a:latin', { typeface: face.latin }),
      xml('a:ea', { typeface: face.eastAsia }),
      xml('a:cs', { typeface: face.latin }),
    ],
  })
  const body = (turned = 0, wraps = false): string =>
    xml('a:bodyPr', {
      rot: turned * turn,
      vert: 'horz',
      wrap: wraps ? 'square' : 'none',
      anchor: 'ctr',
    })
  const lang = language === 'en' ? 'en-GB' : 'zh-CN'
  return {
    properties(options = {}) {
      const { attributes, children } = look(options)
      return xml(
        'c:txPr',
        {},
        body(options.turned, options.wraps),
        '<a:lstStyle/>',
        xml(
          'a:p',
          {},
          xml('a:pPr', {}, xml('a:defRPr', attributes, ...children)),
          xml('a:endParaRPr', { lang }),
        ),
      )
    },
    rich(words, options = {}) {
      const { attributes, children } = look(options)
      return xml(
        'c:rich',
        {},
        body(),
        '<a:lstStyle/>',
        ...words
          .split('\n')
          .map((line) =>
            xml(
              'a:p',
              {},
              xml('a:pPr', {}, xml('a:defRPr', attributes, ...children)),
              xml(
                'a:r',
                {},
                xml('a:rPr', { lang, ...attributes }, ...children),
                xml('a:t', {}, escapeXml(line)),
              ),
            ),
          ),
      )
    },
  }
}

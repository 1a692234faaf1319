// A sketch as the XML of a chart part (ECMA-376 Part 1, 21.2): fills and typefaces are written out, numbers stand in the
// part as well as in the sheet, since not every program reads a theme or an embedded workbook. Order of elements is the
// schema's. No element that only newer Office knows.

import type {
  Bars,
  Column,
  Fill,
  Group,
  Label,
  LabelPlace,
  Sketch,
  SketchAxis,
  SketchSeries,
} from './sketch.ts'
import { type Frame, frameOf } from './frame.ts'
import { inks, type Setting, titleLines, titleSize } from './setting.ts'
import { columnLetters, sheetName } from './workbook.ts'
import { escapeXml, part, val, xml } from './xml.ts'

/** Names the embedded workbook; the part's relations point it to the file. */
export const workbookRelation = 'rIdPart1'

const namespaces = {
  'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
}

/** Of the two pairs of axes: names and values. */
const axisIds = { first: ['500000001', '500000002'], second: ['500000003', '500000004'] } as const

const places: Readonly<Record<LabelPlace, string>> = {
  'outside-end': 'outEnd',
  'inside-end': 'inEnd',
  'inside-base': 'inBase',
  centre: 'ctr',
  above: 't',
  below: 'b',
  left: 'l',
  right: 'r',
}

/** English Metric Units a point. */
const unitsPerPoint = 12700

export function drawChart(sketch: Sketch, setting: Setting): string {
  const frame = frameOf(sketch, setting)
  const text = textIn(setting)
  let drawn = 0
  const groups = sketch.groups.map((group) => {
    const xmlOf = groupXml(group, drawn, { sketch, frame, text, setting })
    drawn += group.draw === 'ring' ? 1 : group.series.length
    return xmlOf
  })
  const ring = sketch.groups[0]?.draw === 'ring'
  const { plot, legend } = frame
  return part(
    xml(
      'c:chartSpace',
      namespaces,
      val('c:date1904', false),
      val('c:lang', setting.language === 'en' ? 'en-GB' : 'zh-CN'),
      val('c:roundedCorners', false),
      xml(
        'c:chart',
        {},
        sketch.title === ''
          ? ''
          : xml(
              'c:title',
              {},
              xml(
                'c:tx',
                {},
                text.rich(titleLines(sketch.title, setting).join('\n'), {
                  size: titleSize(setting),
                  bold: true,
                  align: 'l',
                }),
              ),
              layout(frame.title.x, frame.title.y),
              val('c:overlay', true),
            ),
        val('c:autoTitleDeleted', sketch.title === ''),
        xml(
          'c:plotArea',
          {},
          layout(plot.x, plot.y, plot.width, plot.height),
          ...groups,
          ...(ring ? [] : axesXml(sketch, frame, text)),
          xml('c:spPr', {}, '<a:noFill/>', noLine),
        ),
        sketch.legend
          ? xml(
              'c:legend',
              {},
              val('c:legendPos', 't'),
              ...unlisted(sketch).map((index) =>
                xml('c:legendEntry', {}, val('c:idx', index), val('c:delete', true)),
              ),
              layout(legend.x, legend.y, legend.width, legend.height, 'outer'),
              val('c:overlay', false),
              text.properties(),
            )
          : '',
        val('c:plotVisOnly', true),
        val('c:dispBlanksAs', 'gap'),
      ),
      xml('c:spPr', {}, solid(inks.ground), noLine),
      text.properties(),
      xml('c:externalData', { 'r:id': workbookRelation }, val('c:autoUpdate', false)),
    ),
  )
}

/** Positions, in the order of the legend, of the series that only help to draw. */
function unlisted({ groups }: Sketch): number[] {
  const listed = groups.flatMap((group) =>
    group.draw === 'ring' ? [] : group.series.map(({ listed: named }) => named),
  )
  return listed.flatMap((named, index) => (named ? [] : [index]))
}

interface Drawing {
  sketch: Sketch
  frame: Frame
  text: Text
  setting: Setting
}

/** Between bars of a category, in parts of a bar. */
const betweenBars = 0.08

/** The gap between categories in percent of a bar, so that bars fill their part of the room and are not too wide. */
function gapOf({ stacking, over, series, filled, widest }: Bars, { frame, setting }: Drawing): number {
  const beside = stacking === 'clustered' && !over ? series.length : 1
  const taken = beside + (beside - 1) * betweenBars
  const width = Math.min(widest * setting.fontSize, (frame.slot * filled) / taken)
  return Math.round(Math.min(500, Math.max(0, (100 * (frame.slot - width * taken)) / width)))
}

function groupXml(group: Group, from: number, drawing: Drawing): string {
  const { sketch, text } = drawing
  switch (group.draw) {
    case 'bars':
      return xml(
        'c:barChart',
        {},
        val('c:barDir', sketch.lying ? 'bar' : 'col'),
        val('c:grouping', group.stacking === 'full' ? 'percentStacked' : group.stacking),
        val('c:varyColors', false),
        ...group.series.map((series, index) => seriesXml(series, from + index, group, sketch, text)),
        val('c:gapWidth', gapOf(group, drawing)),
        val('c:overlap', group.stacking !== 'clustered' || group.over ? 100 : -100 * betweenBars),
        ...axisIds[group.axis].map((id) => val('c:axId', id)),
      )
    case 'lines':
      return xml(
        'c:lineChart',
        {},
        val('c:grouping', 'standard'),
        val('c:varyColors', false),
        ...group.series.map((series, index) => seriesXml(series, from + index, group, sketch, text)),
        val('c:marker', true),
        ...axisIds[group.axis].map((id) => val('c:axId', id)),
      )
    case 'ring':
      return xml(
        'c:doughnutChart',
        {},
        val('c:varyColors', true),
        seriesXml(group.series, from, group, sketch, text),
        val('c:firstSliceAng', 0),
        val('c:holeSize', 55),
      )
  }
}

function seriesXml(series: SketchSeries, index: number, group: Group, sketch: Sketch, text: Text): string {
  const column = sketch.columns[series.column]
  if (!column) return ''
  const letters = columnLetters(series.column + 1)
  const last = sketch.categories.length + 1
  const look =
    group.draw === 'lines'
      ? xml('c:spPr', {}, series.line && series.fill ? lineXml(series.fill.colour, series.line) : noLine)
      : xml('c:spPr', {}, ...fillXml(series.fill, group.draw === 'ring'))
  const points = [...(series.fills ?? [])].map(([at, fill]) =>
    xml(
      'c:dPt',
      {},
      val('c:idx', at),
      group.draw === 'bars' ? val('c:invertIfNegative', false) : '',
      val('c:bubble3D', false),
      xml('c:spPr', {}, ...fillXml(fill, group.draw === 'ring')),
    ),
  )
  return xml(
    'c:ser',
    {},
    val('c:idx', index),
    val('c:order', index),
    xml('c:tx', {}, textRef(`${sheetName}!$${letters}$1`, [column.name])),
    look,
    group.draw === 'bars' ? val('c:invertIfNegative', false) : '',
    group.draw === 'lines' ? markerXml(series) : '',
    ...points,
    labelsXml(series, column, text),
    series.dropped === undefined || group.draw !== 'lines' ? '' : dropXml(series.dropped),
    xml('c:cat', {}, textRef(`${sheetName}!$A$2:$A$${last}`, sketch.categories)),
    xml('c:val', {}, numberRef(`${sheetName}!$${letters}$2:$${letters}$${last}`, column)),
    group.draw === 'lines' ? val('c:smooth', false) : '',
  )
}

const solid = (colour: string): string => xml('a:solidFill', {}, val('a:srgbClr', colour))
const noLine = '<a:ln><a:noFill/></a:ln>'

/** Slices are parted by a thin line of the ground. */
function fillXml(fill: Fill | null, slice = false): string[] {
  if (fill === null) return ['<a:noFill/>', noLine]
  const outline = slice ? xml('a:ln', { w: unitsPerPoint }, solid(inks.ground)) : noLine
  return [solid(fill.colour), outline]
}

const lineXml = (colour: string, { width, dashed }: NonNullable<SketchSeries['line']>): string =>
  xml(
    'a:ln',
    { w: Math.round(width * unitsPerPoint), cap: 'rnd' },
    solid(colour),
    dashed ? val('a:prstDash', 'dash') : '',
    '<a:round/>',
  )

function markerXml({ marker, fill }: SketchSeries): string {
  if (!marker || !fill) return xml('c:marker', {}, val('c:symbol', 'none'))
  const size = marker === 'dash' ? 12 : marker === 'diamond' ? 8 : 6
  return xml(
    'c:marker',
    {},
    val('c:symbol', marker),
    val('c:size', size),
    xml('c:spPr', {}, solid(fill.colour), xml('a:ln', { w: unitsPerPoint }, solid(inks.ground))),
  )
}

const dropXml = (length: number): string =>
  xml(
    'c:errBars',
    {},
    val('c:errDir', 'y'),
    val('c:errBarType', 'minus'),
    val('c:errValType', 'fixedVal'),
    val('c:noEndCap', true),
    val('c:val', length),
    xml('c:spPr', {}, lineXml(inks.muted, { width: 0.75, dashed: true })),
  )

function labelsXml({ labels }: SketchSeries, { values }: Column, text: Text): string {
  if (!labels || labels.every((label) => label === null)) {
    return xml('c:dLbls', {}, ...shown(false))
  }
  const usual = labels.find(
    (label, index) =>
      label && label.text === undefined && label.shift === undefined && values[index] !== null,
  )
  const single = labels.flatMap((label, index) => {
    if ((values[index] ?? null) === null || sameLabel(label, usual)) return []
    if (!label) return usual ? [xml('c:dLbl', {}, val('c:idx', index), val('c:delete', true))] : []
    return [
      xml(
        'c:dLbl',
        {},
        val('c:idx', index),
        label.shift
          ? xml(
              'c:layout',
              {},
              xml('c:manualLayout', {}, val('c:x', label.shift.x), val('c:y', label.shift.y)),
            )
          : '',
        label.text === undefined ? '' : xml('c:tx', {}, text.rich(label.text, label)),
        ...labelXml(label, text),
      ),
    ]
  })
  return xml('c:dLbls', {}, ...single, ...(usual ? labelXml(usual, text) : shown(false)))
}

const sameLabel = (left: Label | null | undefined, right: Label | null | undefined): boolean =>
  JSON.stringify(left) === JSON.stringify(right)

const labelXml = (label: Label, text: Text): string[] => [
  label.format === undefined ? '' : xml('c:numFmt', { formatCode: label.format, sourceLinked: false }),
  xml('c:spPr', {}, label.ground === undefined ? '<a:noFill/>' : solid(label.ground), noLine),
  text.properties(label),
  label.place === undefined ? '' : val('c:dLblPos', places[label.place]),
  ...shown(true),
]

const shown = (value: boolean): string[] => [
  val('c:showLegendKey', false),
  val('c:showVal', value),
  val('c:showCatName', false),
  val('c:showSerName', false),
  val('c:showPercent', false),
  val('c:showBubbleSize', false),
]

const textRef = (formula: string, texts: readonly string[]): string =>
  xml(
    'c:strRef',
    {},
    xml('c:f', {}, formula),
    xml(
      'c:strCache',
      {},
      val('c:ptCount', texts.length),
      ...texts.map((one, idx) => xml('c:pt', { idx }, xml('c:v', {}, escapeXml(one)))),
    ),
  )

const numberRef = (formula: string, { values, format }: Column): string =>
  xml(
    'c:numRef',
    {},
    xml('c:f', {}, formula),
    xml(
      'c:numCache',
      {},
      xml('c:formatCode', {}, escapeXml(format)),
      val('c:ptCount', values.length),
      ...values.map((value, idx) =>
        value === null ? '' : xml('c:pt', { idx }, xml('c:v', {}, String(value))),
      ),
    ),
  )

function axesXml(sketch: Sketch, frame: Frame, text: Text): string[] {
  const second = sketch.groups.some((group) => group.draw !== 'ring' && group.axis === 'second')
  return [
    namesAxis('first', sketch, frame, text),
    valuesAxis('first', sketch.first, frame.firstUnit, sketch, text),
    ...(second
      ? [
          namesAxis('second', sketch, frame, text),
          valuesAxis(
            'second',
            sketch.second ?? { ...sketch.first, hidden: true, unit: '' },
            frame.secondUnit,
            sketch,
            text,
          ),
        ]
      : []),
  ]
}

function namesAxis(which: 'first' | 'second', { lying }: Sketch, frame: Frame, text: Text): string {
  const [names, values] = axisIds[which]
  return xml(
    'c:catAx',
    {},
    val('c:axId', names),
    xml('c:scaling', {}, val('c:orientation', lying ? 'maxMin' : 'minMax')),
    val('c:delete', which === 'second'),
    val('c:axPos', lying ? 'l' : 'b'),
    xml('c:numFmt', { formatCode: 'General', sourceLinked: false }),
    val('c:majorTickMark', 'none'),
    val('c:minorTickMark', 'none'),
    // Where bars go below zero, names stay at the edge.
    val('c:tickLblPos', 'low'),
    xml('c:spPr', {}, lineXml(inks.rule, { width: 0.75 })),
    text.properties({ turned: frame.turned }),
    val('c:crossAx', values),
    val('c:crosses', 'autoZero'),
    val('c:auto', false),
    val('c:lblAlgn', 'ctr'),
    val('c:lblOffset', 100),
    val('c:tickLblSkip', frame.every),
    val('c:noMultiLvlLbl', true),
  )
}

function valuesAxis(
  which: 'first' | 'second',
  axis: SketchAxis,
  unitAt: { x: number; y: number },
  sketch: Sketch,
  text: Text,
): string {
  const [names, values] = axisIds[which]
  const { lying } = sketch
  const words = axis.marked ?? axis.unit
  const thin = xml('c:spPr', {}, lineXml(inks.rule, { width: 0.75 }))
  const heavy = xml('c:spPr', {}, lineXml(inks.muted, { width: 1.25, dashed: true }))
  const shown = which === 'first' && !axis.hidden
  return xml(
    'c:valAx',
    {},
    val('c:axId', values),
    xml(
      'c:scaling',
      {},
      val('c:orientation', 'minMax'),
      axis.to === undefined ? '' : val('c:max', axis.to),
      axis.from === undefined ? '' : val('c:min', axis.from),
    ),
    val('c:delete', axis.hidden ?? false),
    val('c:axPos', lying ? 'b' : which === 'first' ? 'l' : 'r'),
    shown ? xml('c:majorGridlines', {}, axis.marked === undefined ? thin : heavy) : '',
    shown && axis.marked !== undefined ? xml('c:minorGridlines', {}, thin) : '',
    words === '' || axis.hidden
      ? ''
      : xml(
          'c:title',
          {},
          xml('c:tx', {}, text.rich(words, { colour: inks.muted })),
          layout(unitAt.x, unitAt.y),
          val('c:overlay', true),
        ),
    xml('c:numFmt', { formatCode: axis.format, sourceLinked: false }),
    val('c:majorTickMark', 'none'),
    val('c:minorTickMark', 'none'),
    val('c:tickLblPos', 'nextTo'),
    xml('c:spPr', {}, noLine),
    text.properties({ colour: inks.muted }),
    val('c:crossAx', names),
    val('c:crosses', lying || which === 'second' ? 'max' : 'autoZero'),
    val('c:crossBetween', 'between'),
    axis.step === undefined ? '' : val('c:majorUnit', axis.step),
    axis.marked === undefined || axis.step === undefined ? '' : val('c:minorUnit', axis.step / 5),
  )
}

/** Places by edges of the chart; without a size, the upper left corner only. */
function layout(
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

const round = (part: number): number => Math.round(Math.min(1, Math.max(0, part)) * 10000) / 10000

interface TextLook {
  size?: number
  bold?: boolean | undefined
  colour?: string | undefined
  /** Degrees. */
  turned?: number
  align?: 'l'
}

interface Text {
  /** `c:txPr`: how text is written that stands elsewhere. */
  properties: (look?: TextLook) => string
  /** `c:rich`: the text itself. */
  rich: (words: string, look?: TextLook) => string
}

/** Sixty-thousandths of a degree. */
const turn = 60000

function textIn({ language, face, fontSize }: Setting): Text {
  const look = ({ size = fontSize, bold = false, colour = inks.text }: TextLook) => ({
    attributes: { sz: Math.round(size * 100), b: bold, i: false },
    children: [
      solid(colour),
      xml('a:latin', { typeface: face.latin }),
      xml('a:ea', { typeface: face.eastAsia }),
      xml('a:cs', { typeface: face.latin }),
    ],
  })
  const body = (turned = 0): string =>
    xml('a:bodyPr', {
      rot: turned * turn,
      vert: 'horz',
      wrap: turned === 0 ? 'none' : 'square',
      anchor: 'ctr',
    })
  const lang = language === 'en' ? 'en-GB' : 'zh-CN'
  return {
    properties(options = {}) {
      const { attributes, children } = look(options)
      return xml(
        'c:txPr',
        {},
        body(options.turned),
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
              xml('a:pPr', { algn: options.align }, xml('a:defRPr', attributes, ...children)),
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

// Bars, lines and the ring of a chart as XML, with their numbers and labels.

import { axisIds } from './draw-axes.ts'
import type { Frame } from './frame.ts'
import { lineXml, noLine, round, solid, type Text, unitsPerPoint } from './ink.ts'
import { inks, type Setting } from './setting.ts'
import type { Bars, Column, Fill, Group, Label, LabelPlace, Sketch, SketchSeries } from './sketch.ts'
import { columnLetters, sheetName } from './workbook.ts'
import { escapeXml, val, xml } from './xml.ts'

const places: Readonly<Record<LabelPlace, string>> = {
  'outside-end': 'outEnd',
  'inside-end': 'inEnd',
  'inside-base': 'inBase',
  centre: 'ctr',
  above: 't',
  below: 'b',
  left: 'l',
  right: 'r',
  beyond: 'r',
}

/** What all of it is drawn with. */
export interface Drawing {
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

/** @param from how many series are drawn before it */
export function groupXml(group: Group, from: number, drawing: Drawing): string {
  const { sketch } = drawing
  switch (group.draw) {
    case 'bars':
      return xml(
        'c:barChart',
        {},
        val('c:barDir', sketch.lying ? 'bar' : 'col'),
        val('c:grouping', group.stacking === 'full' ? 'percentStacked' : group.stacking),
        val('c:varyColors', false),
        ...group.series.map((series, index) => seriesXml(series, from + index, group, drawing)),
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
        ...group.series.map((series, index) => seriesXml(series, from + index, group, drawing)),
        val('c:marker', true),
        ...axisIds[group.axis].map((id) => val('c:axId', id)),
      )
    case 'ring':
      return xml(
        'c:doughnutChart',
        {},
        val('c:varyColors', true),
        seriesXml(group.series, from, group, drawing),
        val('c:firstSliceAng', 0),
        val('c:holeSize', 55),
      )
  }
}

function seriesXml(series: SketchSeries, index: number, group: Group, drawing: Drawing): string {
  const { sketch } = drawing
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
    labelsXml(series, column, drawing),
    series.dropped === undefined || group.draw !== 'lines' ? '' : dropXml(series.dropped),
    xml('c:cat', {}, textRef(`${sheetName}!$A$2:$A$${last}`, sketch.categories)),
    xml('c:val', {}, numberRef(`${sheetName}!$${letters}$2:$${letters}$${last}`, column)),
    group.draw === 'lines' ? val('c:smooth', false) : '',
  )
}

/** Slices are parted by a thin line of the ground. */
function fillXml(fill: Fill | null, slice = false): string[] {
  if (fill === null) return ['<a:noFill/>', noLine]
  const outline = slice ? xml('a:ln', { w: unitsPerPoint }, solid(inks.ground)) : noLine
  return [solid(fill.colour), outline]
}

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

function labelsXml({ labels }: SketchSeries, { values }: Column, { text, frame, setting }: Drawing): string {
  // From the middle of the last category to the edge of the drawing.
  const toEdge = { x: round(frame.slot / 2 / setting.width), y: 0 }
  if (!labels || labels.every((label) => label === null)) {
    return xml('c:dLbls', {}, ...shown(false))
  }
  const usual = labels.find(
    (label, index) =>
      label && label.text === undefined && label.shift === undefined && values[index] !== null,
  )
  const single = labels.flatMap((label, index) => {
    if ((values[index] ?? null) === null || sameLabel(label, usual)) return []
    const shift = label?.place === 'beyond' ? toEdge : label?.shift
    if (!label) return usual ? [xml('c:dLbl', {}, val('c:idx', index), val('c:delete', true))] : []
    return [
      xml(
        'c:dLbl',
        {},
        val('c:idx', index),
        shift ? xml('c:layout', {}, xml('c:manualLayout', {}, val('c:x', shift.x), val('c:y', shift.y))) : '',
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
      ...texts.map((one, idx) => (one === '' ? '' : xml('c:pt', { idx }, xml('c:v', {}, escapeXml(one))))),
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

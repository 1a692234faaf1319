// The axes of a chart as XML.

import type { Frame } from './frame.ts'
import { layout, lineXml, noLine, type Text } from './ink.ts'
import { inks } from './setting.ts'
import type { Sketch, SketchAxis } from './sketch.ts'
import { val, xml } from './xml.ts'

/** Of the two pairs of axes: names and values. */
export const axisIds = { first: ['500000001', '500000002'], second: ['500000003', '500000004'] } as const

/** Names and values; a second pair where something is drawn against it. */
export function axesXml(sketch: Sketch, frame: Frame, text: Text): string[] {
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
    text.properties({ turned: frame.turned, wraps: true }),
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
    val('c:crosses', (lying && !axis.onTop) || which === 'second' ? 'max' : 'autoZero'),
    val('c:crossBetween', 'between'),
    axis.step === undefined ? '' : val('c:majorUnit', axis.step),
    axis.marked === undefined || axis.step === undefined ? '' : val('c:minorUnit', axis.step / 5),
  )
}

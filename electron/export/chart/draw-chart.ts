// A sketch as the XML of a chart part (ECMA-376 Part 1, 21.2): fills and typefaces are written out, numbers stand in the
// part as well as in the sheet, since not every program reads a theme or an embedded workbook. Order of elements is the
// schema's. No element that only newer Office knows.

import { axesXml } from './draw-axes.ts'
import { groupXml } from './draw-series.ts'
import { frameOf } from './frame.ts'
import { layout, noLine, solid, textIn } from './ink.ts'
import { inks, type Setting, titleLines, titleSize } from './setting.ts'
import type { Sketch } from './sketch.ts'
import { part, val, xml } from './xml.ts'

/** Names the embedded workbook; the part's relations point it to the file. */
export const workbookRelation = 'rIdPart1'

const namespaces = {
  'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
}

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

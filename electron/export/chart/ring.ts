// Parts of a whole as a ring, names and values around it.

import type { Plot } from '../../../shared/model/chart.ts'
import { oneLine } from '../clean-text.ts'
import { clusteredSketch } from './bars.ts'
import { categoriesOf, columnOf } from './column.ts'
import { coloursOf } from './colours.ts'
import { frameOf } from './frame.ts'
import { cutText, inks, type Setting, textWidthIn } from './setting.ts'
import type { Fill, Label, Sketch } from './sketch.ts'

/** Inner and outer edge of the ring, in parts of its outer radius; a label would stand half-way between them. */
const hole = 0.55
const middle = (1 + hole) / 2

/** Least room for a label beside the ring, in parts of the chart's width. */
const leastRoom = 0.2

/** A ring needs parts that are not negative and not all nothing; else bars show what there is. */
export function ringSketch(plot: Plot, setting: Setting): Sketch {
  const [series] = plot.series
  const column = series && columnOf(plot, series)
  const values = column?.values.map((value) => value ?? 0) ?? []
  const total = values.reduce((sum, value) => sum + value, 0)
  if (!series || !column || values.some((value) => value < 0) || total === 0)
    return clusteredSketch({ ...plot, kind: 'column' }, setting)
  const categories = categoriesOf(plot, setting)
  const colours = coloursOf(plot)
  const sketch: Sketch = {
    title: oneLine(plot.title),
    categories,
    columns: [column],
    groups: [
      {
        draw: 'ring',
        series: {
          column: 0,
          fill: null,
          fills: new Map(colours.map((colour, index): [number, Fill] => [index, { colour }])),
          listed: true,
        },
      },
    ],
    lying: false,
    first: { format: column.format, unit: '' },
    legend: false,
  }
  if (plot.labels === 'none') return { ...sketch, legend: true }
  const labels = placeLabels(plot, values, total, sketch, setting)
  return {
    ...sketch,
    groups: sketch.groups.map((group) =>
      group.draw === 'ring' ? { ...group, series: { ...group.series, labels } } : group,
    ),
  }
}

/** Labels stand outside, beside the middle of their slices, moved apart where they would overlap. */
function placeLabels(
  plot: Plot,
  values: readonly number[],
  total: number,
  sketch: Sketch,
  setting: Setting,
): (Label | null)[] {
  const { plot: place } = frameOf(sketch, setting)
  const { width, height, fontSize } = setting
  const radius = (place.width * width) / 2
  const centre = { x: (place.x + place.width / 2) * width, y: (place.y + place.height / 2) * height }
  const line = fontSize * 1.3
  const room = Math.max(width * leastRoom, centre.x - radius - line)
  let turned = 0
  const labels = values.map((value, index) => {
    const angle = ((turned + value / 2) / total) * 2 * Math.PI
    turned += value
    const point = plot.series[0]?.points[index]
    const note = oneLine(point?.note ?? '')
    const right = Math.sin(angle) >= 0
    const said = [oneLine(point?.label ?? ''), note].filter((text) => text !== '').join(' · ')
    const texts = [sketch.categories[index] ?? '', said]
    const isShort = textWidthIn(texts.join(' '), setting) <= room
    const words = isShort ? texts.join(' ') : texts.map((text) => cutText(text, room, setting)).join('\n')
    return {
      words,
      right,
      width: Math.max(...words.split('\n').map((text) => textWidthIn(text, setting))),
      height: (isShort ? 1 : 2) * line,
      from: {
        x: centre.x + Math.sin(angle) * radius * middle,
        y: centre.y - Math.cos(angle) * radius * middle,
      },
      edge: centre.x + Math.sin(angle) * (radius + line),
      y: centre.y - Math.cos(angle) * (radius + line),
      value,
      drawn: false,
    }
  })
  for (const side of [true, false]) {
    const top = place.y * height - 1.5 * line
    const own = labels
      .filter(({ right, value }) => right === side && value > 0)
      // Where there is no room for all, the largest are named.
      .toSorted((one, other) => other.value - one.value)
      .slice(0, Math.floor((height - top) / line / 2))
      .toSorted((one, other) => one.y - other.y)
    let free = top
    for (const label of own) {
      label.y = Math.max(label.y, free + label.height / 2)
      free = label.y + label.height / 2
    }
    let end = height - 2
    for (const label of own.toReversed()) {
      label.y = Math.min(label.y, end - label.height / 2)
      end = label.y - label.height / 2
      label.drawn = true
    }
  }
  // Beside the ring at the height where it stands, which may not be that of its slice.
  const outside = ({ y, height: high }: { y: number; height: number }): number => {
    const near = Math.max(0, Math.abs(y - centre.y) - high / 2)
    return Math.sqrt(Math.max(0, (radius + line / 2) ** 2 - near ** 2))
  }
  return labels.map((label): Label | null => {
    if (!label.drawn) return null
    const reach = outside(label) + label.width / 2
    const x = label.right
      ? Math.min(width - label.width / 2 - 2, Math.max(label.edge + label.width / 2, centre.x + reach))
      : Math.max(label.width / 2 + 2, Math.min(label.edge - label.width / 2, centre.x - reach))
    return {
      text: label.words,
      colour: inks.text,
      shift: { x: shift((x - label.from.x) / width), y: shift((label.y - label.from.y) / height) },
    }
  })
}

const shift = (part: number): number => Math.round(part * 10000) / 10000

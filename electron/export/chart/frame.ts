// Where the parts of a chart stand: the drawing itself, the units at its axes, room for names, legend and title. All
// places are set, so that every program draws the same chart; left to themselves, each leaves other margins.
// Parts of the chart's width and height, unless a name says points.

import { writeBy } from './number-format.ts'
import { type Setting, textWidthIn, titleSize } from './setting.ts'
import type { Sketch, SketchAxis } from './sketch.ts'

export interface Frame {
  plot: { x: number; y: number; width: number; height: number }
  /** Upper left corner of the unit at the first and at the second axis. */
  firstUnit: { x: number; y: number }
  secondUnit: { x: number; y: number }
  legend: { x: number; y: number; width: number; height: number }
  /** How the names below stand: turned by so many degrees; every how many-th is written. */
  turned: number
  every: number
}

/** Points kept at the edges and between parts. */
const edge = 6
const gap = 4
/** Height of a line of text, by its size. */
const leading = 1.3
/** A name below the axis takes at most so many lines before names are turned. */
const mostLines = 2
/** Names beside lying bars take at most this part of the width. */
const widestNames = 0.32
/** Turned names take at most this part of the height. */
const deepestNames = 0.3
const legendKey = 22

export function frameOf(sketch: Sketch, setting: Setting): Frame {
  const { width, height, fontSize } = setting
  const line = fontSize * leading
  const ring = sketch.groups[0]?.draw === 'ring'
  const lines = legendLines(sketch, setting)
  const titleHeight = sketch.title === '' ? 0 : titleSize(setting) * leading + gap
  const legendHeight = lines * line
  let top = edge + titleHeight + (lines > 0 ? legendHeight + gap : 0)
  const legend = {
    x: edge / width,
    y: (edge + titleHeight) / height,
    width: 1 - (2 * edge) / width,
    height: legendHeight / height,
  }
  if (ring) {
    const side = Math.min(height - top - edge - 2 * line, width * 0.52)
    const y = top + line + (height - top - edge - 2 * line - side) / 2
    const plot = { x: (width - side) / 2, y, width: side, height: side }
    return { ...base(plot, setting), legend, turned: 0, every: 1 }
  }
  const units = sketch.first.unit !== '' || (sketch.second?.unit ?? '') !== ''
  const names = sketch.categories.map((name) => textWidthIn(name, setting))
  const widest = Math.max(0, ...names)
  if (sketch.lying) {
    const left = edge + Math.min(widest, width * widestNames) + gap + 2
    const right = edge + labelRoom(sketch, setting)
    const bottom = edge + (sketch.first.hidden ? 0 : line + gap) + (units ? line : 0)
    const plot = { x: left, y: top, width: width - left - right, height: height - top - bottom }
    const placed = base(plot, setting)
    const unitWidth = textWidthIn(sketch.first.unit, setting)
    return {
      ...placed,
      legend,
      firstUnit: {
        x: (left + (plot.width - unitWidth) / 2) / width,
        y: (height - edge - line) / height,
      },
      turned: 0,
      every: 1,
    }
  }
  // Units stand above their axes, on the line that labels of the highest bars need anyway.
  top += line + gap
  const left = edge + tickWidth(sketch.first, sketch, setting) + gap + 2
  const right = sketch.second ? edge + tickWidth(sketch.second, sketch, setting) + gap + 2 : edge + gap
  const slot = (width - left - right) / Math.max(1, sketch.categories.length)
  const needed = Math.max(1, ...names.map((name) => Math.ceil(name / Math.max(1, slot - 4))))
  const short = needed <= mostLines && (needed === 1 || slot >= 4 * fontSize)
  const sparse = sketch.groups.every(({ draw }) => draw === 'lines')
  // A line's names may be left out between others: the points in between are read from their neighbours.
  const every = short
    ? 1
    : sparse
      ? Math.ceil((widest + fontSize) / slot)
      : Math.ceil((fontSize * 1.2) / slot)
  const turned = short || sparse ? 0 : -45
  const depth =
    turned === 0 ? line * (sparse ? 1 : needed) : Math.min(height * deepestNames, widest * 0.71 + line)
  const bottom = edge + depth + gap
  const plot = { x: left, y: top, width: width - left - right, height: height - top - bottom }
  return { ...base(plot, setting), legend, turned, every }
}

function base(
  points: { x: number; y: number; width: number; height: number },
  { width, height, fontSize }: Setting,
): Pick<Frame, 'plot' | 'firstUnit' | 'secondUnit'> {
  const plot = {
    x: points.x / width,
    y: points.y / height,
    width: points.width / width,
    height: points.height / height,
  }
  const above = (points.y - fontSize * leading - gap * 2) / height
  return {
    plot,
    firstUnit: { x: edge / width, y: above },
    secondUnit: { x: plot.x + plot.width, y: above },
  }
}

/** How many lines the legend fills; none without one. */
function legendLines(sketch: Sketch, setting: Setting): number {
  if (!sketch.legend) return 0
  const ring = sketch.groups[0]?.draw === 'ring'
  const listed = ring
    ? sketch.categories
    : sketch.groups.flatMap((group) =>
        group.draw === 'ring'
          ? []
          : group.series
              .filter(({ listed: named }) => named)
              .map(({ column }) => sketch.columns[column]?.name ?? ''),
      )
  const total = listed.reduce((sum, name) => sum + textWidthIn(name, setting) + legendKey, 0)
  return Math.max(1, Math.ceil(total / (setting.width - 2 * edge)))
}

/** What labels beyond the end of lying bars need. */
function labelRoom(sketch: Sketch, setting: Setting): number {
  const widths = sketch.groups.flatMap((group) =>
    group.draw === 'ring'
      ? []
      : group.series.flatMap(({ labels, column }) =>
          (labels ?? []).map((label, index) => {
            if (!label || (label.place !== 'outside-end' && label.place !== 'right')) return 0
            const value = sketch.columns[column]?.values[index]
            const text = label.text ?? (typeof value === 'number' ? writeBy(label.format ?? '', value) : '')
            return textWidthIn(text, setting)
          }),
        ),
  )
  return Math.max(0, ...widths) + gap
}

/** What the numbers at an axis need, by the largest of its values. */
function tickWidth(axis: SketchAxis, sketch: Sketch, setting: Setting): number {
  if (axis.hidden) return 0
  const [lowest, highest] = extentOf(sketch, axis === sketch.second ? 'second' : 'first')
  const texts = [axis.from ?? lowest, axis.to ?? highest * 1.2].map((value) => writeBy(axis.format, value))
  return Math.max(...texts.map((text) => textWidthIn(text, setting)), setting.fontSize)
}

/** Lowest and highest of what is drawn against an axis, stacks added up; zero is always inside. */
export function extentOf(
  sketch: Pick<Sketch, 'categories' | 'columns' | 'groups'>,
  axis: 'first' | 'second',
): [number, number] {
  const ends = [0]
  for (const group of sketch.groups) {
    if (group.draw === 'ring' || group.axis !== axis) continue
    const columns = group.series.map(({ column }) => sketch.columns[column]?.values ?? [])
    if (group.draw === 'bars' && group.stacking === 'full') {
      ends.push(1)
    } else if (group.draw === 'bars' && group.stacking === 'stacked') {
      for (const [index] of sketch.categories.entries()) {
        const values = columns.map((values) => values[index] ?? 0)
        ends.push(sum(values.filter((value) => value > 0)), sum(values.filter((value) => value < 0)))
      }
    } else for (const values of columns) for (const value of values) ends.push(value ?? 0)
  }
  return [Math.min(...ends), Math.max(...ends)]
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

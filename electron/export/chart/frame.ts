// Where the parts of a chart stand: the drawing itself, the units at its axes, room for names, legend and title. All
// places are set, so that every program draws the same chart; left to themselves, each leaves other margins.
// Parts of the chart's width and height, unless a name says points.

import { writeBy } from './number-format.ts'
import { type Setting, textWidthIn, titleLines, titleSize } from './setting.ts'
import type { LabelPlace, Sketch, SketchAxis } from './sketch.ts'

export interface Frame {
  plot: { x: number; y: number; width: number; height: number }
  /** Upper left corner of the unit at the first and at the second axis. */
  firstUnit: { x: number; y: number }
  secondUnit: { x: number; y: number }
  /** Upper left corner. */
  title: { x: number; y: number }
  legend: { x: number; y: number; width: number; height: number }
  /** Room of one category along the axis of names, in points. */
  slot: number
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
/** Beside a name in the legend; a line's sample is longer, and then so are all. */
const legendKey = { bars: 22, lines: 58 } as const

export function frameOf(sketch: Sketch, setting: Setting): Frame {
  const { width, height, fontSize } = setting
  const line = fontSize * leading
  const ring = sketch.groups[0]?.draw === 'ring'
  const lines = legendLines(sketch, setting)
  const titleHeight = titleLines(sketch.title, setting).length * titleSize(setting) * leading + gap
  const legendHeight = lines * line
  let top = edge + titleHeight + (lines > 0 ? legendHeight + gap : 0)
  const wide = Math.min(width - 2 * edge, lines > 1 ? width - 2 * edge : legendWidth(sketch, setting))
  const legend = {
    x: (width - wide) / 2 / width,
    y: (edge + titleHeight) / height,
    width: wide / width,
    height: legendHeight / height,
  }
  const titleWidth = Math.max(
    0,
    ...titleLines(sketch.title, setting).map((text) => textWidthIn(text, setting, titleSize(setting))),
  )
  const title = { x: Math.max(edge, (width - titleWidth) / 2 - edge) / width, y: edge / 2 / height }
  if (ring) {
    const side = Math.min(height - top - edge - 2 * line, width * 0.52)
    const y = top + line + (height - top - edge - 2 * line - side) / 2
    const plot = { x: (width - side) / 2, y, width: side, height: side }
    return { ...base(plot, setting), title, legend, slot: 0, turned: 0, every: 1 }
  }
  const units = sketch.first.unit !== '' || (sketch.second?.unit ?? '') !== ''
  const names = sketch.categories.map((name) => textWidthIn(name, setting))
  const widest = Math.max(0, ...names)
  if (sketch.lying) {
    const left = edge + Math.min(widest, width * widestNames) + gap + 2
    const right = edge + labelRoom(sketch, setting, width - left - edge)
    const { hidden, onTop } = sketch.first
    if (sketch.first.marked !== undefined) top += line
    if (onTop) top += line + gap
    const bottom = edge + (hidden || onTop ? 0 : line + gap) + (units ? line : 0)
    const plot = { x: left, y: top, width: width - left - right, height: height - top - bottom }
    const placed = base(plot, setting)
    const slot = plot.height / Math.max(1, sketch.categories.length)
    // Rows without a name leave theirs to the others.
    const named = sketch.categories.filter((name) => name !== '').length
    const every = named < sketch.categories.length ? 1 : Math.max(1, Math.ceil(line / slot))
    const unitWidth = textWidthIn(sketch.first.marked ?? sketch.first.unit, setting)
    const { from = 0, to = 1, step = 1, marked } = sketch.first
    // The words of a line stand above it, a unit in the middle below.
    const middle = marked === undefined ? 0.5 : (step - from) / (to - from || 1)
    return {
      ...placed,
      title,
      legend,
      slot,
      firstUnit: {
        x: (left + plot.width * middle - unitWidth / 2) / width,
        y: (marked === undefined ? height - edge - line : top - line - gap / 2) / height,
      },
      turned: 0,
      every,
    }
  }
  // Units stand above their axes, on the line that labels of the highest bars need anyway.
  top += line * 1.35 + gap
  const left = edge + tickWidth(sketch.first, sketch, setting) + gap + 2
  const right =
    edge +
    gap +
    Math.max(sketch.second ? tickWidth(sketch.second, sketch, setting) + 2 : 0, beyondWidth(sketch, setting))
  const slot = (width - left - right) / Math.max(1, sketch.categories.length)
  const needed = Math.max(1, ...names.map((name) => Math.ceil(name / Math.max(1, slot - 4))))
  const short = needed <= mostLines && (needed === 1 || slot >= 4 * fontSize)
  const every = short ? 1 : Math.ceil((fontSize * 1.2) / slot)
  const turned = short ? 0 : -30
  const depth = short ? line * needed : Math.min(height * deepestNames, widest / 2 + line)
  const bottom = edge + depth + gap
  const plot = { x: left, y: top, width: width - left - right, height: height - top - bottom }
  const placed = base(plot, setting)
  const unitWidth = textWidthIn(sketch.second?.unit ?? '', setting)
  const secondUnit = { ...placed.secondUnit, x: 1 - (unitWidth + edge + gap) / width }
  return { ...placed, secondUnit, title, legend, slot, turned, every }
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
  const above = (points.y - fontSize * leading * 1.35 - gap * 2) / height
  return {
    plot,
    firstUnit: { x: edge / width, y: above },
    secondUnit: { x: plot.x + plot.width, y: above },
  }
}

/** How many lines the legend fills; none without one. */
function legendLines(sketch: Sketch, setting: Setting): number {
  if (!sketch.legend) return 0
  return Math.max(1, Math.ceil(legendWidth(sketch, setting) / (setting.width - 2 * edge)))
}

/** On one line. */
function legendWidth(sketch: Sketch, setting: Setting): number {
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
  const key = sketch.groups.some(({ draw }) => draw === 'lines') ? legendKey.lines : legendKey.bars
  // Entries stand in columns as wide as the widest.
  return listed.length * (Math.max(0, ...listed.map((name) => textWidthIn(name, setting))) + key)
}

/**
 * What labels beyond the end of lying bars need at the right of the drawing, so that they end inside `room`: nothing
 * where a bar ends early enough.
 */
function labelRoom(sketch: Sketch, setting: Setting, room: number): number {
  const [lowest, highest] = extentOf(sketch, 'first')
  const { from = lowest, to = highest } = sketch.first
  let needed = 0
  for (const group of sketch.groups) {
    if (group.draw !== 'bars') continue
    const ends = sketch.categories.map(() => 0)
    for (const { labels, column } of group.series) {
      const { values = [], format = '' } = sketch.columns[column] ?? {}
      sketch.categories.forEach((_, index) => {
        const value = values[index] ?? 0
        const end = group.stacking === 'clustered' ? value : (ends[index] ?? 0) + value
        const label = labels?.[index]
        const at = label?.place === 'inside-base' ? (ends[index] ?? 0) : end
        ends[index] = end
        if (!label || !beyond.has(label.place)) return
        const part = Math.min(1, Math.max(0, (at - from) / (to - from || 1)))
        const text = label.text ?? writeBy(label.format ?? format, value)
        const width = Math.max(...text.split('\n').map((line) => textWidthIn(line, setting))) + gap
        if (part > 0) needed = Math.max(needed, (width - (1 - part) * room) / part)
      })
    }
  }
  return needed + gap
}

/** Places beyond the end of a bar; labels of an invisible bar begin where the drawn one ends. */
const beyond: ReadonlySet<LabelPlace | undefined> = new Set(['outside-end', 'right', 'inside-base'])

/** What stands at the right of the drawing. */
function beyondWidth({ groups }: Sketch, setting: Setting): number {
  const texts = groups.flatMap((group) =>
    group.draw === 'ring'
      ? []
      : group.series.flatMap(({ labels }) =>
          (labels ?? []).flatMap((label) =>
            label?.place === 'beyond' ? (label.text ?? '').split('\n') : [],
          ),
        ),
  )
  return texts.length > 0 ? Math.max(...texts.map((text) => textWidthIn(text, setting))) + gap : 0
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
        const values = columns.map((column) => column[index] ?? 0)
        ends.push(sum(values.filter((value) => value > 0)), sum(values.filter((value) => value < 0)))
      }
    } else for (const values of columns) for (const value of values) ends.push(value ?? 0)
  }
  return [Math.min(...ends), Math.max(...ends)]
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

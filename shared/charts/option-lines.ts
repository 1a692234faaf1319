// Points of lines: which of them are labelled and dotted, and where the labels of a slope stand.

import type { PlotSeries } from '../model/chart.ts'
import { type Draft, isLabelled, shownOn } from './option-parts.ts'

/** On lines, all points are labelled while there are so few; of more, the highest of a single line. */
const mostOnLines = 12

/** Which points of a line are labelled. */
export function lineLabels(draft: Draft, { points }: PlotSeries): boolean[] {
  const { plot } = draft
  if (plot.kind === 'slope') return points.map(() => plot.labels !== 'none')
  const isAll = isLabelled(draft, plot.kind === 'combo' ? 2 * mostOnLines : mostOnLines)
  const values = points.map(({ value }) => value ?? -Infinity)
  const highest = values.indexOf(Math.max(...values))
  const isOne = plot.series.length === 1 && plot.labels !== 'none'
  return points.map(({ value }, place) => isAll || (isOne && value !== null && place === highest))
}

/** More points than these on a line are no dots, but for one that has no neighbour to be joined with. */
const mostDots = 31

export function isDotted({ points }: PlotSeries, place: number): boolean {
  const isAlone = [place - 1, place + 1].every((beside) => (points[beside]?.value ?? null) === null)
  return points.length <= mostDots || isAlone
}

/** How far down labels at one end of a slope are moved, in pixels, so that close values do not hide one another. */
export function shiftsAt({ plot, look, top }: Draft, place: number): number[] {
  const all = plot.series.flatMap(({ points }) =>
    points.flatMap(({ value }) => (value === null ? [] : [shownOn(plot.axis, value)])),
  )
  const { from } = plot.axis
  const low = from === undefined ? Math.min(0, ...all) : shownOn(plot.axis, from)
  const high = Math.max(...all)
  const height = Math.max(1, look.height - top - 6 * look.fontSize)
  const labels = plot.series
    .flatMap(({ points }, index) => {
      const value = points[place]?.value ?? null
      return value === null
        ? []
        : [{ index, y: (height * (high - shownOn(plot.axis, value))) / (high - low || 1) }]
    })
    .toSorted((left, right) => left.y - right.y)
  const shifts = plot.series.map(() => 0)
  const line = look.fontSize * 1.4
  let free = -Infinity
  for (const { index, y } of labels) {
    const moved = Math.max(y, free)
    shifts[index] = Math.round(moved - y) || 0
    free = moved + line
  }
  // None below the axis, where the names stand.
  let room = height
  for (const { index, y } of labels.toReversed()) {
    const moved = Math.min(y + (shifts[index] ?? 0), room)
    shifts[index] = Math.round(moved - y) || 0
    room = moved - line
  }
  return shifts
}

/**
 * Where a label stands beside the point of a line so that the line does not cross it: beneath a valley, else above and on
 * the side from which the line comes up.
 */
export function besideLine({ points }: PlotSeries, place: number, fontSize: number): object {
  const value = points[place]?.value ?? null
  if (value === null) return {}
  const [before, after] = [points[place - 1]?.value ?? value, points[place + 1]?.value ?? value] as const
  const isEnd = place === 0 || place === points.length - 1
  if (!isEnd && before > value && after > value) return { position: 'bottom' }
  const way = Math.sign(after - before)
  return isEnd || (before < value && after < value) ? {} : { offset: [-way * fontSize || 0, 0] }
}

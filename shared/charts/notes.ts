// What stands small beside or beneath a point: its share, how many of the step before, the change, the goal.

import type { PlotPoint } from '../model/chart.ts'
import type { Language } from '../model/language.ts'
import { chartWords } from '../text/charts.ts'
import { percent } from './axis.ts'
import { changeText } from './change.ts'
import type { Grid } from './drawn.ts'
import type { Body } from './body.ts'

export const withNotes = (
  body: Body,
  notesOf: (points: readonly PlotPoint[]) => (string | undefined)[],
): Body => ({
  ...body,
  series: body.series.map((series) => {
    const notes = notesOf(series.points)
    return {
      ...series,
      points: series.points.map((point, index) => {
        const note = notes[index]
        return note === undefined ? point : { ...point, note }
      }),
    }
  }),
})

/** Shares of what is drawn, where it is not written in percent already. */
export function shareNotes(points: readonly PlotPoint[], language: Language): (string | undefined)[] {
  const values = points.map(({ value }) => Math.max(0, value ?? 0))
  const total = values.reduce((sum, value) => sum + value, 0)
  if (total <= 0 || points.some(({ label }) => label.endsWith('%'))) return []
  return points.map(({ value }) =>
    value === null || value < 0 ? undefined : percent(value / total, language),
  )
}

export function stepNotes(points: readonly PlotPoint[], language: Language): (string | undefined)[] {
  return points.map(({ value }, index) => {
    const before = points[index - 1]?.value ?? null
    return value === null || before === null || before <= 0
      ? undefined
      : chartWords[language].ofPrevious(percent(value / before, language))
  })
}

export function withShares(body: Body, grid: Grid, language: Language): Body {
  const totals = body.categories.map((_, index) =>
    body.series.reduce((sum, { points }) => sum + Math.max(0, points[index]?.value ?? 0), 0),
  )
  return {
    ...body,
    series: body.series.map((series, at) => ({
      ...series,
      points: series.points.map((point, index) => {
        const total = totals[index] ?? 0
        return point.value === null || total <= 0
          ? point
          : {
              ...point,
              label: percent(Math.max(0, point.value) / total, language),
              note: grid.series[at]?.cells[index]?.text ?? '',
            }
      }),
    })),
  }
}

export function withChanges(body: Body, grid: Grid, language: Language): Body {
  const [before, after] = grid.series
  return {
    ...body,
    series: body.series.map((series, at) =>
      at !== 1
        ? series
        : {
            ...series,
            points: series.points.map((point, index) => {
              const change = changeText(before?.cells[index], after?.cells[index], language)
              return change === undefined ? point : { ...point, note: change }
            }),
          },
    ),
  }
}

export function withGoals(body: Body, grid: Grid, language: Language): Body {
  return {
    ...body,
    series: body.series.map((series) => ({
      ...series,
      points: series.points.map((point, index) => {
        const goal = grid.series[0]?.figures[index]?.goal
        const whole = point.value === null ? { ...point, label: '—' } : point
        return goal
          ? { ...whole, note: chartWords[language].cardNote(goal.text.target, goal.text.outcome) }
          : whole
      }),
    })),
  }
}

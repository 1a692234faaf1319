// The figures in the order of the screen: those with a goal first, then the rest, parts under what they are parts of.

import type { FigureState } from '../../../shared/model/goal.ts'
import type { FigureId } from '../../../shared/model/ids.ts'

export interface FigureGroup {
  figure: FigureState
  parts: readonly FigureState[]
}

/** A part with a goal of its own stands by itself too; a part whose whole is not there stands alone. */
export function groupFigures(figures: readonly FigureState[]): FigureGroup[] {
  const ids = new Set(figures.map(({ id }) => id))
  const parts = new Map<FigureId, FigureState[]>()
  const heads: FigureState[] = []
  for (const figure of figures) {
    const whole =
      figure.part && ids.has(figure.part.of) && figure.part.of !== figure.id ? figure.part.of : undefined
    if (whole === undefined || figure.goal) heads.push(figure)
    if (whole !== undefined) parts.set(whole, [...(parts.get(whole) ?? []), figure])
  }
  const rank = ({ goal }: FigureState): number => (goal ? 0 : 1)
  return heads
    .toSorted((one, other) => rank(one) - rank(other))
    .map((figure) => ({ figure, parts: parts.get(figure.id) ?? [] }))
}

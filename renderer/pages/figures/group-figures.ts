// The figures in the order of the screen: those with a goal first, then the rest, parts under what they are parts of.

import type { FigureState } from '../../../shared/model/goal.ts'
import type { FigureId } from '../../../shared/model/ids.ts'

export interface FigureGroup {
  figure: FigureState
  parts: readonly FigureState[]
}

/**
 * A part with a goal of its own stands by itself too; a part whose whole is not there stands alone. Parts of parts stand
 * under the figure that is part of nothing.
 */
export function groupFigures(figures: readonly FigureState[]): FigureGroup[] {
  const byId = new Map(figures.map((figure) => [figure.id, figure]))
  const parts = new Map<FigureId, FigureState[]>()
  const heads: FigureState[] = []
  for (const figure of figures) {
    const whole = wholeOf(figure, byId)
    if (whole === undefined || figure.goal) heads.push(figure)
    if (whole !== undefined) parts.set(whole, [...(parts.get(whole) ?? []), figure])
  }
  const rank = ({ goal }: FigureState): number => (goal ? 0 : 1)
  return heads
    .toSorted((one, other) => rank(one) - rank(other))
    .map((figure) => ({ figure, parts: parts.get(figure.id) ?? [] }))
}

/** The figure that all of it is part of; undefined for a whole, and for parts that are parts of one another. */
function wholeOf(figure: FigureState, byId: ReadonlyMap<FigureId, FigureState>): FigureId | undefined {
  const passed = new Set([figure.id])
  let whole: FigureState | undefined
  for (let next = figure.part; next; next = whole?.part) {
    const above = byId.get(next.of)
    if (!above) break
    if (passed.has(above.id)) return undefined
    passed.add(above.id)
    whole = above
  }
  return whole?.id
}

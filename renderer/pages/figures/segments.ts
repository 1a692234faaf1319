// Which part of the figures screen is shown. The address names a part, or a figure or a comparison to bring into view;
// without either it is the part that was looked at last.

import { create } from 'zustand'
import type { ComparisonId, FigureId, ProjectId } from '../../../shared/model/ids.ts'
import type { FiguresSegment } from '../../../shared/text/figures-page.ts'
import { show } from '../../view.ts'

export const segments = [
  'figures',
  'goals',
  'comparisons',
  'suggestions',
] as const satisfies readonly FiguresSegment[]

const useLast = create<{ segment: FiguresSegment }>(() => ({ segment: 'figures' }))

export interface Shown {
  segment: FiguresSegment
  /** The figure to bring into view. */
  figure?: FigureId
  comparison?: ComparisonId
}

/** Ids of comparisons are known; what else an address names is a figure. */
export function shownAt(
  place: string | undefined,
  last: FiguresSegment,
  comparisons: ReadonlySet<string>,
): Shown {
  if (place === undefined) return { segment: last }
  const segment = segments.find((known) => known === place)
  if (segment) return { segment }
  if (comparisons.has(place)) return { segment: 'comparisons', comparison: place as ComparisonId }
  return { segment: 'figures', figure: place as FigureId }
}

export const useLastSegment = (): FiguresSegment => useLast(({ segment }) => segment)

/** Shows a part, one step in the browser's history. */
export function showSegment(project: ProjectId, segment: FiguresSegment): void {
  useLast.setState({ segment })
  show({ screen: 'project', project, page: 'figures', place: segment })
}

export const showFigure = (project: ProjectId, figure: FigureId): void =>
  show({ screen: 'project', project, page: 'figures', place: figure })

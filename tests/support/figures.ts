// Figures for tests of what is done with them, without any data behind.

import type { FigureState } from '../../shared/model/goal.ts'
import type { FigureId } from '../../shared/model/ids.ts'

/** A count of people, typed by hand, unless something else is said. */
export function someFigure(given: Partial<FigureState> & { name: string }): FigureState {
  return {
    id: given.name as FigureId,
    kind: 'count',
    unit: '人',
    rounding: { scale: 1, decimals: 0 },
    origin: { kind: 'typed', value: 1, note: '' },
    additive: true,
    value: 1,
    text: '1人',
    trace: { text: '' },
    ...given,
  }
}

// What a chart stands on before it is drawn: a grid of values, categories by series. Types only.

import type { ChartSeries, Shortened } from '../model/chart.ts'
import type { FigureKind, Rounding } from '../model/figure.ts'
import type { FigureState } from '../model/goal.ts'

/** One value with what it needs to be written: as in the report, in its own unit and rounding. */
export interface Drawn {
  value: number
  kind: FigureKind
  unit: string
  rounding: Rounding
  /** With its unit: 5.8万人. */
  text: string
  figure?: FigureState
}

export interface DrawnSeries {
  name: string
  aspect: ChartSeries['aspect']
  as?: 'column' | 'line'
  axis?: 'first' | 'second'
  /** Whether its values may be added up over the categories. */
  additive: boolean
  /** What the categories that are not in the grid add up to. */
  rest?: Drawn
  /** One a category. */
  cells: readonly (Drawn | undefined)[]
  /** The figures themselves, also where they have no value. */
  figures: readonly (FigureState | undefined)[]
}

export interface Grid {
  categories: readonly string[]
  series: readonly DrawnSeries[]
  /** Categories are periods, oldest first. */
  isTimed: boolean
  /** Some were left out and could not be added up: what is shown is not all. */
  isCut: boolean
  /** What a picture cannot show all of. */
  shortened: readonly Shortened[]
}

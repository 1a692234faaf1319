// What an Office chart is made of, between a plot and its XML: columns of a sheet, bars, lines and a ring that draw them,
// axes and labels. It holds numbers as they are drawn (5.8 under 万人; a rate as a ratio) and decides nothing.

/** One column of the embedded sheet beside the names: values of a series, or what helps to draw them. */
export interface Column {
  name: string
  values: readonly (number | null)[]
  /** Excel's number format. */
  format: string
  /** What computes values from other cells, so that the drawing follows an edited number. Row 2 is the first. */
  formula?: (row: number) => string | undefined
}

/** `RRGGBB`. */
export interface Fill {
  colour: string
}

export type LabelPlace =
  | 'outside-end'
  | 'inside-end'
  | 'inside-base'
  | 'centre'
  | 'above'
  | 'below'
  | 'left'
  | 'right'
  /** At the right of the whole drawing. */
  | 'beyond'

export interface Label {
  /** Instead of the drawn value by `format`; it does not follow an edited number. */
  text?: string
  /** Of a value that is written; absent: as in the column. */
  format?: string
  /** Absent where the kind of chart has no choice. */
  place?: LabelPlace
  colour?: string
  /** Colour behind it, where a line would run through it. */
  ground?: string
  bold?: boolean
  /** Of a ring, which knows no places: from where the label would stand, in parts of the chart's width and height. */
  shift?: { x: number; y: number }
}

export interface SketchSeries {
  /** Index into the columns. */
  column: number
  /** Null draws nothing: the base on which another bar stands. */
  fill: Fill | null
  /** Of single points. */
  fills?: ReadonlyMap<number, Fill | null>
  /** Of a line: points wide, and whether broken. Absent in a group of lines: no line, only labels. */
  line?: { width: number; dashed?: boolean }
  marker?: 'circle' | 'diamond' | 'dash'
  /** One a category; null for none. */
  labels?: readonly (Label | null)[]
  /** A broken hairline from each point, so far down. */
  dropped?: number
  /** Named in the legend. */
  listed: boolean
}

export interface Bars {
  draw: 'bars'
  stacking: 'clustered' | 'stacked' | 'full'
  /** Of the room that a category has, the part that its bars fill; no bar is wider than `widest` times its type. */
  filled: number
  widest: number
  /** Bars of a category lie over one another instead of beside. */
  over?: boolean
  axis: 'first' | 'second'
  series: readonly SketchSeries[]
}

export interface Lines {
  draw: 'lines'
  axis: 'first' | 'second'
  series: readonly SketchSeries[]
}

export interface Ring {
  draw: 'ring'
  series: SketchSeries
}

export type Group = Bars | Lines | Ring

export interface SketchAxis {
  format: string
  /** Written at its end: 万元. Empty for none. */
  unit: string
  hidden?: boolean
  /** Of lying bars: above the drawing instead of below. */
  onTop?: boolean
  from?: number
  to?: number
  step?: number
  /** A heavier broken line at each step, and what it says above the drawing: the line at 100 %. */
  marked?: string
}

export interface Sketch {
  title: string
  categories: readonly string[]
  columns: readonly Column[]
  groups: readonly Group[]
  /** Bars lie, names stand at the left, the first on top. */
  lying: boolean
  first: SketchAxis
  second?: SketchAxis
  legend: boolean
}

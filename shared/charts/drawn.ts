// What a chart's spec stands on, found and put in order: figures or the answer of a query as one grid of values, sorted,
// cut to the largest. It knows no axis and no label of the chart.

import type { ChartKind, ChartSeries, ChartState, Shortened } from '../model/chart.ts'
import type { FigureState } from '../model/goal.ts'
import type { FigureId } from '../model/ids.ts'
import type { Language } from '../model/language.ts'
import { decimalsOf, formatValue } from '../numbers/format.ts'
import { tidy } from '../numbers/tidy.ts'
import { chartWords } from '../text/charts.ts'
import type { Drawn, DrawnSeries, Grid } from './grid.ts'
import { queriedGrid } from './queried.ts'

export type { Drawn, DrawnSeries, Grid }

export type FigureMap = ReadonlyMap<FigureId, FigureState>

/** A figure that is gone or has no value leaves a hole. */
export function gridOf(spec: ChartState, figures: FigureMap, language: Language): Grid {
  const all = spec.data ? queriedGrid(spec, spec.data, language) : pickedGrid(spec, figures, language)
  const found = spec.data?.found ?? { categories: all.categories.length, series: all.series.length }
  const grid = latest({ ...all, series: all.series.slice(0, mostSeries) })
  const isOrdered = ordered.has(spec.kind)
  const top = isOrdered || spec.kind === 'cards' ? undefined : spec.top
  const most = top ?? (grid.isTimed ? undefined : mostCategories)
  const shown = largest(isOrdered ? grid : sorted(grid, spec.sort), most, language)
  const isWished = top !== undefined && !grid.isTimed
  return {
    ...shown,
    shortened: [
      ...(isWished
        ? []
        : shortenedTo(
            grid.isTimed ? 'periods' : 'categories',
            grid.isTimed ? grid.categories.length : Math.min(mostCategories, grid.categories.length),
            found.categories,
          )),
      ...shortenedTo('series', grid.series.length, found.series),
    ],
  }
}

const shortenedTo = (what: Shortened['what'], shown: number, of: number): Shortened[] =>
  shown < of ? [{ what, shown, of }] : []

/** A column of a million different values can be asked for; no picture shows so many. */
const mostSeries = 40
const mostCategories = 500
const mostPeriods = 2000

/** The latest periods, as far as a picture can show them. */
function latest(grid: Grid): Grid {
  const { length } = grid.categories
  if (!grid.isTimed || length <= mostPeriods) return grid
  const kept = Array.from({ length: mostPeriods }, (_, index) => length - mostPeriods + index)
  return { ...picked(grid, kept), isCut: true }
}

/** Kinds whose order is their meaning, or which order themselves. */
const ordered: ReadonlySet<ChartKind> = new Set(['funnel', 'waterfall', 'gantt'])

function pickedGrid(spec: ChartState, figures: FigureMap, language: Language): Grid {
  const found = spec.series.map((series) =>
    spec.categories.map((_, index) => {
      const id = series.figures[index] ?? null
      return id === null ? undefined : figures.get(id)
    }),
  )
  const steps = found.flat().map((figure) => figure?.part?.step)
  return {
    categories: spec.categories,
    isCut: false,
    shortened: [],
    isTimed: (steps.length > 0 && steps.every((step) => step !== undefined)) || arePeriods(spec.categories),
    series: spec.series.map(({ name, aspect, as, axis }, index) => {
      const own = found[index] ?? []
      return {
        name,
        aspect,
        ...(as && { as }),
        ...(axis && { axis }),
        additive: own.every((figure) => figure === undefined || isAdditive(figure)),
        cells: own.map((figure) => figure && drawnFigure(figure, aspect, language)),
        figures: own,
      }
    }),
  }
}

/** 3月, 2026年3月, 第10周, 第一季度, 上半年, 2026-03, 2026-W10, Q1, H1, March, week 10, 2026. */
const period =
  /^(\d{4}([-年/.](W|Q|H)?\d{0,2}([-月/.]\d{0,2}日?|月|年)?)?|\d{1,2}月(\d{1,2}日)?|第\d+周|第[一二三四]季度|[上下]半年|\d{4}年.*|[QH][1-4]( \d{4})?|week \d+|(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*( \d{4})?)$/i

const arePeriods = (categories: readonly string[]): boolean =>
  categories.length > 1 && categories.every((category) => period.test(category))

/** Shares of one whole may be added as its parts may, though a rate by itself may not. */
const isAdditive = (figure: FigureState): boolean => figure.additive || figure.role === 'share'

/** A figure's value, or its goal's target or attainment; undefined where there is none. */
export function drawnFigure(
  figure: FigureState,
  aspect: ChartSeries['aspect'],
  language: Language,
): Drawn | undefined {
  const { goal, kind, unit, rounding } = figure
  if (aspect === 'attainment') {
    const value = goal?.index ?? null
    if (!goal || !isNumber(value)) return undefined
    const how = { kind: 'rate', unit: '%', rounding: { scale: 1, decimals: 1 } } as const
    return { value, ...how, text: formatValue(value, how, language), figure }
  }
  const value = aspect === 'target' ? (goal?.target ?? null) : figure.value
  if (!isNumber(value)) return undefined
  if (aspect === 'value') return { value, kind, unit, rounding, text: figure.text, figure }
  // A target is written as the figure is, with more decimals where it has them: 4.55 beside 4.6.
  const shift = kind === 'rate' || kind === 'points' ? 2 : -Math.log10(rounding.scale)
  const finer = { ...rounding, decimals: Math.max(rounding.decimals, decimalsOf(value, 4, shift)) }
  const how = { kind, unit, rounding: finer }
  return { value, ...how, text: formatValue(value, how, language), figure }
}

const isNumber = (value: number | null): value is number => value !== null && Number.isFinite(value)

/** By the first series; what has no value comes last. */
function sorted(grid: Grid, sort: ChartState['sort']): Grid {
  if (!sort) return grid
  const sign = sort === 'ascending' ? 1 : -1
  const valueAt = (index: number): number =>
    grid.series[0]?.cells[index]?.value ?? (sort === 'ascending' ? Infinity : -Infinity)
  const order = grid.categories
    .map((_, index) => index)
    .toSorted((left, right) => sign * compare(valueAt(left), valueAt(right)) || left - right)
  return picked(grid, order)
}

const compare = (left: number, right: number): number => (left < right ? -1 : left > right ? 1 : 0)

const picked = (grid: Grid, order: readonly number[]): Grid => ({
  ...grid,
  categories: order.map((index) => grid.categories[index] ?? ''),
  series: grid.series.map((series) => ({
    ...series,
    cells: order.map((index) => series.cells[index]),
    figures: order.map((index) => series.figures[index]),
  })),
})

/** The largest by the first series, in the order they had; the rest is added up where all of it may be added. */
function largest(grid: Grid, top: number | undefined, language: Language): Grid {
  const { length } = grid.categories
  if (top === undefined || length <= top) return grid
  const sizeAt = (index: number): number => grid.series[0]?.cells[index]?.value ?? -Infinity
  const ranked = Array.from({ length }, (_, index) => index).toSorted(
    (left, right) => compare(sizeAt(right), sizeAt(left)) || left - right,
  )
  const kept = new Set(ranked.slice(0, top))
  const left = ranked.slice(top)
  const shown = picked(
    grid,
    Array.from({ length }, (_, index) => index).filter((index) => kept.has(index)),
  )
  const canAdd = grid.series.every(({ additive, aspect }) => additive && aspect === 'value')
  if (!canAdd || grid.isTimed) return { ...shown, isCut: true }
  return {
    ...shown,
    categories: [...shown.categories, chartWords[language].other],
    series: shown.series.map((series, at) => ({
      ...series,
      cells: [
        ...series.cells,
        summed([...left.map((index) => grid.series[at]?.cells[index]), grid.series[at]?.rest], language),
      ],
      figures: [...series.figures, undefined],
    })),
  }
}

/** Written as the largest of what it is made of; nothing where the units differ. */
export function summed(cells: readonly (Drawn | undefined)[], language: Language): Drawn | undefined {
  const present = cells.filter((cell) => cell !== undefined)
  const [first] = present
  if (!first || present.some(({ kind, unit }) => kind !== first.kind || unit !== first.unit)) return undefined
  const value = tidy(present.reduce((sum, cell) => sum + cell.value, 0))
  const rounding = present.reduce(
    (widest, cell) => (cell.rounding.scale > widest.scale ? cell.rounding : widest),
    first.rounding,
  )
  const how = { kind: first.kind, unit: first.unit, rounding }
  return { value, ...how, text: formatValue(value, how, language) }
}

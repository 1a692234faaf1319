// Which kinds can show what a chart holds, and the chart as each of them would have it. The one rule for every place
// where a kind is chosen. It draws nothing and words nothing but the name of a series of attainments.

import type { ChartKind, ChartSeries, ChartState, KindProblem } from '../model/chart.ts'
import type { Language } from '../model/language.ts'
import { chartKindNames, chartWords } from '../text/charts.ts'
import { isOn, isPercent } from './axis.ts'
import { type Drawn, type FigureMap, type Grid, gridOf } from './drawn.ts'
import { offStacks, offWhole } from './whole.ts'

export interface KindChoice {
  kind: ChartKind
  /** The chart as this kind: series turned, judged or given their axes as the kind needs it. */
  chart: ChartState
  /** Among the kinds that suit it best. */
  best: boolean
  /** Absent where the kind can be chosen. */
  problem?: KindProblem
}

/** The numbers behind what is drawn, with their series: targets and attainments are taken back to their figures. */
interface Base {
  grid: Grid
  series: readonly ChartSeries[]
  isPeriods: boolean
}

/**
 * Every kind: those that suit best first, then those that can be, then those that cannot with the reason.
 * `chart` needs its `data` where it has a query.
 */
export function suitableKinds(chart: ChartState, figures: FigureMap, language: Language): KindChoice[] {
  const given = baseOf(chart, figures, language)
  const turned = chart.query ? given : turn(given, chart, figures, language)
  const choices = kinds.map((kind): KindChoice => {
    const base = isTurned(kind, given.grid) ? turned : given
    const problem = problemOf(kind, chart, base)
    return {
      kind,
      chart: drawnAs(kind, chart, base, language),
      best: problem === undefined && isBest(kind, chart, base),
      ...(problem !== undefined && { problem }),
    }
  })
  const rank = ({ best, problem }: KindChoice): number => (best ? 0 : problem === undefined ? 1 : 2)
  return choices.toSorted((one, other) => rank(one) - rank(other))
}

/** In the order in which they are offered. */
const kinds = Object.keys(chartKindNames.en) as readonly ChartKind[]

function baseOf(chart: ChartState, figures: FigureMap, language: Language): Base {
  const unique = new Map<string, ChartSeries>()
  for (const [index, one] of chart.series.entries()) {
    const key = chart.query ? String(index) : one.figures.join(' ')
    if (one.aspect === 'value' || !unique.has(key)) unique.set(key, { ...one, aspect: 'value' })
  }
  const series = [...unique.values()]
  // As a funnel nothing is sorted and nothing is left out.
  const grid = gridOf({ ...chart, kind: 'funnel', series }, figures, language)
  return { grid, series, isPeriods: grid.isTimed }
}

/** 之前, 本月, 去年, 实验组, before, control, 6月, 2026: what is set against another moment or another group. */
const moment = /前|后|上|本|今|去年|对照|实验|before|after|last|this|control|variant|\d月|\d{4}/i

/** Rows become columns. */
function turn(base: Base, chart: ChartState, figures: FigureMap, language: Language): Base {
  const series = chart.categories.map((name, index) => ({
    name,
    aspect: 'value' as const,
    figures: base.series.map((one) => one.figures[index] ?? null),
  }))
  const categories = base.series.map(({ name }) => name)
  return baseOf({ ...chart, categories, series }, figures, language)
}

/** Kinds of one or two series take many series over one category the other way round, and pairs many over two. */
function isTurned(kind: ChartKind, { series, categories }: Grid): boolean {
  if (ofOneSeries.has(kind)) return categories.length === 1 && series.length > 1
  return ofTwoSeries.has(kind) && series.length !== 2 && categories.length === 2
}

const ofOneSeries: ReadonlySet<ChartKind> = new Set(['pie', 'funnel', 'waterfall', 'cards', 'survey'])
const ofTwoSeries: ReadonlySet<ChartKind> = new Set(['pairs', 'slope'])

const presentIn = (cells: readonly (Drawn | undefined)[]): Drawn[] =>
  cells.filter((cell) => cell !== undefined)
const cellsOf = ({ series }: Grid): Drawn[] => series.flatMap(({ cells }) => presentIn(cells))

/** One value of each unit. */
function unitsOf(cells: readonly Drawn[]): Drawn[] {
  const units: Drawn[] = []
  for (const cell of cells) if (!units.some((unit) => isOn(cell, unit))) units.push(cell)
  return units
}

function problemOf(kind: ChartKind, chart: ChartState, { grid }: Base): KindProblem | undefined {
  if (kind === 'gantt') return (chart.spans ?? []).length > 0 ? undefined : 'needs-spans'
  const cells = cellsOf(grid)
  if (cells.length === 0) return 'no-numbers'
  const rows = grid.series.filter((series) => presentIn(series.cells).length > 0).length
  const columns = grid.categories.length
  const units = unitsOf(cells).length
  const mixed = units > 1 ? 'units-differ' : undefined
  const negative = cells.some(({ value }) => value < 0) ? 'negative' : undefined
  const areRates = cells.every((cell) => isPercent(cell.kind))
  const canAdd =
    grid.series.every(({ additive }) => additive) || cells.every(({ kind: one }) => one === 'points')
  switch (kind) {
    case 'column':
    case 'bar':
      return mixed
    case 'heat':
      return rows < 2 ? 'needs-two-series' : undefined
    case 'cards':
      return rows > 1 ? 'one-series-only' : undefined
    case 'target':
    case 'bullet':
    case 'attainment':
      if (rows > 1) return 'one-series-only'
      if (!cells.some(({ figure }) => figure?.goal)) return 'needs-goals'
      return kind === 'attainment' ? undefined : mixed
    case 'line':
      return columns < 2 ? 'needs-several' : mixed
    case 'combo':
      if (rows < 2) return 'needs-two-series'
      if (columns < 2) return 'needs-several'
      return units > 2 ? 'three-units' : undefined
    case 'pie':
      if (rows > 1) return 'one-series-only'
      if (columns < 2) return 'needs-several'
      if (mixed ?? negative) return mixed ?? negative
      if (areRates && offWhole(cells, 1) === 'above') return 'exceeds-whole'
      return canAdd || (areRates && offWhole(cells, 1) === undefined) ? undefined : 'not-additive'
    case 'stacked':
    case 'stacked-full':
      if (rows < 2) return 'needs-two-series'
      if (mixed) return mixed
      if (areRates && offStacks(grid) === 'above') return 'exceeds-whole'
      if (!canAdd && !(areRates && offStacks(grid) === undefined)) return 'not-additive'
      return kind === 'stacked-full' ? negative : undefined
    case 'funnel':
      if (rows > 2) return 'two-series-at-most'
      if (columns < 2) return 'needs-several'
      // People, visits and orders are steps of one way.
      if (mixed && !cells.every((cell) => cell.kind === 'count')) return mixed
      if (negative) return negative
      return grid.series.some((series) => grows(presentIn(series.cells))) ? 'grows' : undefined
    case 'pairs':
    case 'slope':
      return rows !== 2 || areMeasures(chart) ? 'two-series-only' : mixed
    case 'index': {
      const [control] = grid.series
      if (rows * columns < 2) return 'needs-two-series'
      const bases = grid.series.length > 1 ? control?.cells : control?.cells.slice(0, 1)
      return bases?.every((cell) => cell && cell.value > 0) ? mixed : 'zero-base'
    }
    case 'survey':
      return areRates ? undefined : 'rates-only'
    case 'waterfall':
      if (rows > 2 || (rows === 2 && areMeasures(chart))) return 'two-series-at-most'
      if (columns < 3) return 'needs-several'
      if (mixed) return mixed
      return canAdd ? undefined : 'not-additive'
  }
}

/** Series that are different things and not the same before and after. */
const areMeasures = ({ query }: ChartState): boolean =>
  query !== undefined &&
  query.split === undefined &&
  new Set(query.measures.map(({ fn, column }) => `${fn} ${column ?? ''}`)).size > 1

const grows = (cells: readonly Drawn[]): boolean =>
  cells.some(({ value }, index) => index > 0 && value > (cells[index - 1]?.value ?? 0))

/** More names than this side by side, or longer ones, are better read beside bars that lie. */
const mostUpright = 8
const longestUpright = 8
/** A ring with more slices is hard to read. */
const mostSlices = 6

function isBest(kind: ChartKind, chart: ChartState, { grid, isPeriods }: Base): boolean {
  const cells = cellsOf(grid)
  const [rows, columns] = [grid.series.length, grid.categories.length]
  const areGoals = cells.every(({ figure }) => figure?.goal !== undefined)
  const units = unitsOf(cells).length
  const isUpright = columns <= mostUpright && grid.categories.every((name) => name.length <= longestUpright)
  const wholes = new Set(cells.map(({ figure }) => figure?.part?.of))
  const areParts = wholes.size === 1 && !wholes.has(undefined)
  const isWhole = isPercent(cells[0]?.kind ?? 'count') ? offWhole(cells, 1) === undefined : areParts
  switch (kind) {
    case 'gantt':
      return true
    case 'attainment':
      return areGoals
    case 'target':
    case 'bullet':
      return areGoals && units === 1
    case 'cards':
      return columns <= 4 && (areGoals || units > 1) && !isPeriods
    case 'line':
      return isPeriods && columns >= 3
    case 'combo':
      return units === 2
    case 'column':
      return !areGoals && (isPeriods ? columns <= 3 : isUpright)
    case 'bar':
      return !isUpright && !isPeriods && !areGoals
    case 'pie':
      return columns <= mostSlices && !isPeriods && isWhole
    case 'survey':
      return offWhole(cells, 1) === 'above' && columns >= 2 && !areGoals && !isPeriods
    case 'funnel':
      return columns >= 3 && !areParts && !isPeriods && !areGoals
    case 'pairs':
    case 'slope':
      return columns >= 2 && !isPeriods && grid.series.every(({ name }) => moment.test(name))
    case 'stacked':
      // Two measures side by side are no parts of one thing.
      return columns >= 2 && rows <= mostSlices && (chart.query ? chart.query.split !== undefined : areParts)
    case 'heat':
      return rows >= 3 && columns >= 3 && units === 1
    case 'stacked-full':
    case 'index':
    case 'waterfall':
      return false
  }
}

/** Kinds whose categories stand in an order of their own. */
const ordered: ReadonlySet<ChartKind> = new Set(['line', 'combo', 'funnel', 'gantt'])

function drawnAs(kind: ChartKind, chart: ChartState, base: Base, language: Language): ChartState {
  if (kind === chart.kind) return chart
  const { sort, top, wholes, ...rest } = chart
  const isFigures = !chart.query && kind !== 'gantt'
  return {
    ...rest,
    kind,
    ...(sort !== undefined && !ordered.has(kind) && { sort }),
    ...(top !== undefined && !ordered.has(kind) && { top }),
    ...(wholes !== undefined && kind === 'waterfall' && { wholes }),
    ...(isFigures && { categories: [...base.grid.categories] }),
    series: isFigures ? seriesFor(kind, chart, base, language) : chart.series,
  }
}

function seriesFor(kind: ChartKind, chart: ChartState, { series }: Base, language: Language): ChartSeries[] {
  return series.map(({ name, figures, as, axis }, index) => {
    // A series of attainments was named after them.
    const wasJudged = chart.kind === 'attainment' && index === 0
    if (kind === 'attainment') return { name: chartWords[language].attainment, figures, aspect: 'attainment' }
    const isMeasured = kind === 'target' || kind === 'bullet'
    return {
      name: isMeasured ? chartWords[language].actual : wasJudged ? chart.name : name,
      figures,
      aspect: 'value',
      ...(kind === 'combo' && { ...(as && { as }), ...(axis && { axis }) }),
    }
  })
}

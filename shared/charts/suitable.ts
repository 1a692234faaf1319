// Which kinds can show what a chart holds, and the chart as each of them would draw it. The one rule for every place
// where a kind is chosen. It draws nothing and words nothing but the names of series.

import { ChartKind, type ChartSeries, type ChartState, type KindProblem } from '../model/chart.ts'
import type { FigureKind } from '../model/figure.ts'
import type { FigureState } from '../model/goal.ts'
import type { FigureId } from '../model/ids.ts'
import type { Language } from '../model/language.ts'
import { chartWords } from '../text/charts.ts'

export interface KindChoice {
  kind: ChartKind
  /** The chart as this kind: series turned, paired with targets or given their axes as the kind needs it. */
  chart: ChartState
  /** Among the kinds that suit it best. */
  best: boolean
  /** Absent where the kind can be chosen. */
  problem?: KindProblem
}

/** The numbers behind what is drawn, with the series that they come from: targets and attainments taken back to figures. */
interface Base {
  grid: Grid
  series: readonly ChartSeries[]
  /** Whether rows and columns can change places: numbers of a query stand as they were asked for. */
  turns: boolean
  periods: boolean
}

/**
 * Every kind: those that suit best first, then those that can be, then those that cannot with the reason.
 * `chart` needs its `data` where it has a query.
 */
export function suitableKinds(
  chart: ChartState,
  figures: ReadonlyMap<FigureId, FigureState>,
  language: Language,
): KindChoice[] {
  const grid = gridOf(chart, figures)
  const choices = ChartKind.options.map((kind): KindChoice => {
    const { turned, problem } = fitOf(kind, chart, grid)
    return {
      kind,
      chart: drawnAs(kind, chart, turned, language),
      best: problem === undefined && isBest(kind, turned),
      ...(problem !== undefined && { problem }),
    }
  })
  const rank = ({ best, problem }: KindChoice): number => (best ? 0 : problem === undefined ? 1 : 2)
  return choices.toSorted((one, other) => rank(one) - rank(other))
}

function baseOf(chart: ChartState, figures: FigureMap, language: Language): Base {
  const unique = new Map<string, ChartSeries>()
  for (const [index, one] of chart.series.entries()) {
    const key = chart.query ? String(index) : one.figures.join(' ')
    if (one.aspect === 'value' || !unique.has(key)) unique.set(key, { ...one, aspect: 'value' })
  }
  const series = [...unique.values()]
  // As a funnel nothing is sorted and nothing is left out.
  const grid = gridOf({ ...chart, kind: 'funnel', series }, figures, language)
  return {
    grid,
    series,
    turns: !chart.query,
    periods: grid.isTimed || arePeriods(grid.categories),
  }
}

/** 3月, 2026年3月, 第10周, 2026-03, 2026-W10, March, 2026. */
const period =
  /^(\d{4}([-年/.](W|Q|H)?\d{0,2}([-月/.]\d{0,2}日?|月|年)?)?|\d{1,2}月(\d{1,2}日)?|第\d+周|\d{4}年.*|(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*( \d{4})?)$/i

const arePeriods = (categories: readonly string[]): boolean =>
  categories.length > 1 && categories.every((category) => period.test(category))

/** Rows become columns. */
function turn(base: Base, chart: ChartState, figures: FigureMap, language: Language): Base {
  if (!base.turns) return base
  const series = chart.categories.map((name, index) => ({
    name,
    aspect: 'value' as const,
    figures: base.series.map((one) => one.figures[index] ?? null),
  }))
  return baseOf({ ...chart, categories: base.series.map(({ name }) => name), series }, figures, language)
}

const cellsOf = ({ grid }: Base): Drawn[] =>
  grid.series.flatMap(({ cells }) => cells.filter((cell) => cell !== undefined))
const unitOf = ({ kind, unit }: Drawn): string => (isPercent(kind) ? '%' : unit === '' ? kind : unit)
const unitsOf = (cells: readonly Drawn[]): string[] => [...new Set(cells.map(unitOf))]

/** Rounding of the parts may carry their sum a little beyond the whole. */
const slack = 0.005

interface Fit {
  /** The grid the way round that the kind wants it. */
  turned: Grid
  problem?: KindProblem
}

function fitOf(kind: ChartKind, chart: ChartState, grid: Grid): Fit {
  const turned = turnedFor(kind, grid)
  const problem = problemOf(kind, chart, turned)
  return problem === undefined ? { turned } : { turned: grid, problem }
}

function turnedFor(kind: ChartKind, grid: Grid): Grid {
  const [rows, columns] = [grid.series.length, grid.categories.length]
  switch (kind) {
    case 'pie':
    case 'funnel':
    case 'waterfall':
    case 'cards':
    case 'survey':
      return columns === 1 && rows > 1 ? turn(grid) : grid
    case 'pairs':
    case 'slope':
      return rows !== 2 && columns === 2 ? turn(grid) : grid
    case 'index':
      return rows === 1 && columns > 1 ? turn(grid) : grid
    default:
      return grid
  }
}

function problemOf(kind: ChartKind, chart: ChartState, grid: Grid): KindProblem | undefined {
  if (kind === 'gantt') return (chart.spans ?? []).length > 0 ? undefined : 'needs-spans'
  const cells = cellsOf(grid)
  const values = valuesOf(grid)
  if (values.length === 0) return 'no-numbers'
  const units = unitsOf(cells)
  const rows = grid.series.filter((one) => withValue(one.cells) > 0).length
  const columns = grid.categories.length
  const rates = cells.every((cell) => cell.kind === 'rate')
  const mixed = units.length > 1 ? 'units-differ' : undefined
  const negative = values.some((value) => value < 0) ? 'negative' : undefined
  const additive = cells.every((cell) => cell.additive || cell.kind === 'points')
  switch (kind) {
    case 'column':
    case 'bar':
    case 'heat':
      if (kind === 'heat' && rows < 2) return 'needs-two-series'
      return kind === 'heat' ? undefined : mixed
    case 'cards':
      return rows > 1 ? 'one-series-only' : undefined
    case 'target':
    case 'bullet':
    case 'attainment': {
      if (rows > 1) return 'one-series-only'
      if (!cells.some(({ figure }) => figure?.goal)) return 'needs-goals'
      return kind === 'attainment' ? undefined : mixed
    }
    case 'line':
      return columns < 2 ? 'needs-several' : mixed
    case 'combo':
      if (rows < 2) return 'needs-two-series'
      if (columns < 2) return 'needs-several'
      return units.length > 2 ? 'three-units' : undefined
    case 'pie': {
      if (rows > 1) return 'one-series-only'
      if (columns < 2) return 'needs-several'
      if (mixed || negative) return mixed ?? negative
      if (rates) return values.reduce((sum, value) => sum + value, 0) > 1 + slack ? 'exceeds-whole' : undefined
      return additive ? undefined : 'not-additive'
    }
    case 'stacked':
    case 'stacked-full':
      if (rows < 2) return 'needs-two-series'
      if (mixed) return mixed
      if (rates) return overfull(grid) ? 'exceeds-whole' : undefined
      if (!additive) return 'not-additive'
      return kind === 'stacked-full' ? negative : undefined
    case 'funnel': {
      if (rows > 2) return 'two-series-at-most'
      if (columns < 2) return 'needs-several'
      if (mixed || negative) return mixed ?? negative
      return grid.series.some((one) => grows(one.cells)) ? 'grows' : undefined
    }
    case 'pairs':
    case 'slope':
      return rows === 2 ? mixed : 'two-series-only'
    case 'index': {
      if (rows < 2) return 'needs-two-series'
      const [base] = grid.series
      const based = base?.cells.every((cell) => cell?.value !== 0 && cell?.value !== null && cell !== undefined)
      return based ? undefined : 'zero-base'
    }
    case 'survey':
      return rates ? undefined : 'rates-only'
    case 'waterfall':
      if (rows > 1) return 'one-series-only'
      if (columns < 3) return 'needs-several'
      if (mixed) return mixed
      if (rates) return 'no-rates'
      return additive ? undefined : 'not-additive'
  }
}

/** Whether the rates stacked over one category are more than all of it. */
const overfull = (grid: Grid): boolean =>
  grid.categories.some(
    (_, index) => grid.series.reduce((sum, { cells }) => sum + (cells[index]?.value ?? 0), 0) > 1 + slack,
  )

function grows(cells: readonly (Cell | undefined)[]): boolean {
  const values = cells.flatMap((cell) => cell?.value ?? [])
  return values.some((value, index) => index > 0 && value > (values[index - 1] ?? 0))
}

/** More names than this side by side are better read beside bars that lie. */
const mostUpright = 8
const longestUpright = 8
/** A ring with more slices cannot be read. */
const mostSlices = 6

function isBest(kind: ChartKind, grid: Grid): boolean {
  const cells = cellsOf(grid)
  const [rows, columns] = [grid.series.length, grid.categories.length]
  const goals = cells.length > 0 && cells.every(({ figure }) => figure?.goal !== undefined)
  const units = unitsOf(cells).length
  const rates = cells.every((cell) => cell.kind === 'rate')
  const sum = valuesOf(grid).reduce((total, value) => total + value, 0)
  const upright = columns <= mostUpright && grid.categories.every((name) => name.length <= longestUpright)
  const [first] = cells
  const ofOneWhole =
    first?.figure?.part !== undefined && cells.every(({ figure }) => figure?.part?.of === first.figure?.part?.of)
  switch (kind) {
    case 'gantt':
      return true
    case 'attainment':
      return goals
    case 'target':
    case 'bullet':
      return goals && units === 1
    case 'cards':
      return columns <= 4 && (goals || units > 1) && !grid.periods
    case 'line':
      return grid.periods && columns >= 3
    case 'combo':
      return units === 2
    case 'column':
      return (upright || grid.periods) && !goals
    case 'bar':
      return !upright && !grid.periods && !goals
    case 'pie':
      return columns <= mostSlices && !grid.periods && (rates ? sum > 1 - slack : ofOneWhole || !grid.turns)
    case 'survey':
      return sum > 1 + slack && columns >= 2 && !goals
    case 'funnel':
      return columns >= 3 && !ofOneWhole && !grid.periods && grid.turns && !goals
    case 'pairs':
    case 'slope':
      return columns >= 2 && !grid.periods
    case 'stacked':
      return columns >= 2 && rows <= mostSlices
    case 'heat':
      return rows >= 3 && columns >= 3 && units === 1
    case 'stacked-full':
    case 'index':
    case 'waterfall':
      return false
  }
}

/** Kinds whose categories stand in an order of their own. */
const ordered: ReadonlySet<ChartKind> = new Set(['line', 'combo', 'funnel', 'waterfall', 'gantt'])

function drawnAs(kind: ChartKind, chart: ChartState, grid: Grid, language: Language): ChartState {
  const { sort, top, wholes, ...rest } = chart
  return {
    ...rest,
    kind,
    ...(sort !== undefined && !ordered.has(kind) && { sort }),
    ...(top !== undefined && !ordered.has(kind) && { top }),
    ...(wholes !== undefined && kind === 'waterfall' && { wholes }),
    ...(!chart.query && kind !== 'gantt' && { categories: [...grid.categories] }),
    series: kind === 'gantt' ? chart.series : seriesFor(kind, chart, grid, language),
  }
}

function seriesFor(kind: ChartKind, chart: ChartState, grid: Grid, language: Language): ChartSeries[] {
  if (kind === chart.kind) return chart.series
  const words = chartWords[language]
  const [first] = grid.series
  if (!chart.query && first && (kind === 'attainment' || kind === 'target' || kind === 'bullet')) {
    const figures = first.series.figures
    const target: ChartSeries = { name: words.target, figures, aspect: 'target' }
    if (kind === 'attainment') return [{ name: words.attainment, figures, aspect: 'attainment' }]
    return [{ name: words.actual, figures, aspect: 'value' }, target]
  }
  const named = grid.series.map(({ series, cells }) => ({
    cells,
    series: {
      name: series.aspect === 'attainment' ? chart.name : series.name,
      figures: series.figures,
      aspect: 'value' as const,
    },
  }))
  if (kind !== 'combo') return chart.query && chart.series.length === 0 ? [] : named.map(({ series }) => series)
  const [unit] = unitsOf(cellsOf(grid))
  const same = unitsOf(cellsOf(grid)).length === 1
  return named.map(({ series, cells }, index) => {
    const second = !same && unitsOf(cells.filter((cell) => cell !== undefined))[0] !== unit
    const line = second || (same && index === named.length - 1)
    return { ...series, as: line ? 'line' : 'column', axis: second ? 'second' : 'first' }
  })
}

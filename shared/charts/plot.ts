// Puts numbers into a chart's spec: points with their labels, axes with unit and scale, what is doubtful about it, and
// words for who cannot see it. It chooses no colour and no library.

import type { ChartKind, ChartState, Plot, PlotAxis, PlotPoint, PlotSeries } from '../model/chart.ts'
import type { Language } from '../model/language.ts'
import { formatPercent } from '../numbers/format.ts'
import { tidy } from '../numbers/tidy.ts'
import { chartWords } from '../text/charts.ts'
import { altOf } from './alt.ts'
import { attainmentAxis, axisOf, indexAxis, isOn, labelOf, lineStart } from './axis.ts'
import { type Drawn, type DrawnSeries, drawnFigure, type FigureMap, type Grid, gridOf } from './drawn.ts'
import type { Body } from './body.ts'
import { ganttOf } from './gantt.ts'
import { shareNotes, stepNotes, withChanges, withGoals, withNotes, withShares } from './notes.ts'
import { titleOf } from './title.ts'
import { warningsOf } from './warnings.ts'
import { waterfallOf } from './waterfall.ts'

/**
 * A chart with its numbers. A figure that is gone or has no value leaves a gap; a chart without any number is an empty
 * plot that says so (`no-data`). Values are in base units.
 *
 * What kinds mean beyond their values:
 * - `target`: the target's series (aspect `target`) before what was reached; added from the goals where the spec has none.
 * - `bullet`: the same two, the other way round.
 * - `pie`: labels name their unit; `note` is the share where values are no shares themselves.
 * - `stacked-full`: `label` is the share of its category, in percent; values stay as they are.
 * - `funnel`: `note` of a step says how many of the step before.
 * - `slope`: categories are the two moments, series the things that changed. `pairs`: `note` of the second is the change.
 * - `index`: values are 100 × value ÷ control, the first series (of a single one, the first point).
 * - `waterfall`, `gantt`: bars from `from` to `value`; a second series of a gantt is the part that is done.
 * - `heat`: rows are series, columns are categories. `cards`: one card a category.
 */
export function plotChart(spec: ChartState, figures: FigureMap, language: Language): Plot {
  const grid = shaped(spec, gridOf(spec, figures, language), language)
  const body = bodyOf(spec, grid, language)
  const line = spec.line && lineAcross(spec.line, figures, body, language)
  const reference = body.reference ?? line
  const events = (spec.events ?? []).flatMap(({ at, text }) => {
    const place = body.categories.indexOf(at)
    return place < 0 ? [] : [{ at: place, text }]
  })
  const plot: Omit<Plot, 'alt' | 'title' | 'warnings'> = {
    kind: spec.kind,
    name: spec.name,
    ...body,
    axis: begun(spec, body, reference?.value),
    ...(reference && { reference }),
    ...(events.length > 0 && { events }),
    ...(spec.labels && { labels: spec.labels }),
    ...(grid.shortened.length > 0 && { shortened: grid.shortened }),
    palette: spec.palette ?? 'house',
  }
  const conclusion = titleOf(plot, grid, language)
  const title = !spec.title ? '' : 'text' in spec.title ? spec.title.text : conclusion || spec.name
  return { ...plot, title, warnings: warningsOf(plot, grid, figures), alt: altOf(plot, grid, language) }
}

const oneSeries: ReadonlySet<ChartKind> = new Set(['pie', 'cards'])
const twoSeries: ReadonlySet<ChartKind> = new Set(['funnel', 'pairs', 'slope', 'waterfall'])

/** What of the grid a kind shows: targets beside what was reached, one series of slices, two moments. */
function shaped({ kind }: ChartState, grid: Grid, language: Language): Grid {
  if (kind === 'target' || kind === 'bullet')
    return withTargets(grid, language, kind === 'target' ? 'before' : 'after')
  const most = oneSeries.has(kind) ? 1 : twoSeries.has(kind) ? 2 : Infinity
  return { ...grid, series: grid.series.slice(0, most) }
}

function bodyOf(spec: ChartState, grid: Grid, language: Language): Body {
  switch (spec.kind) {
    case 'gantt':
      return ganttOf(spec, language)
    case 'waterfall':
      return waterfallOf(spec, grid, language)
    case 'index':
      return indexOf(spec, grid, language)
    case 'slope':
      return turned(plain(spec, grid, language))
    case 'combo':
      return comboOf(spec, grid, language)
    case 'attainment':
      return {
        ...plain(spec, grid, language, attainmentAxis),
        reference: { value: 1, label: `${chartWords[language].target} 100%` },
      }
    case 'pie':
      return withNotes(plain(spec, grid, language), (points) =>
        grid.isCut ? [] : shareNotes(points, language),
      )
    case 'stacked-full':
      return withShares(plain(spec, grid, language), grid, language)
    case 'funnel':
      return withNotes(plain(spec, grid, language), (points) => stepNotes(points, language))
    case 'pairs':
      return withChanges(plain(spec, grid, language), grid, language)
    case 'cards':
      return withGoals(plain(spec, grid, language), grid, language)
    case 'target':
    case 'bullet':
    case 'survey':
    case 'column':
    case 'bar':
    case 'line':
    case 'stacked':
    case 'heat':
      return plain(spec, grid, language)
  }
}

/** Every value as it is, on one axis. */
function plain(spec: ChartState, grid: Grid, language: Language, own?: PlotAxis): Body {
  const cells = grid.series.flatMap((series) => present(series.cells))
  const isAttained = grid.series.some(({ aspect }) => aspect === 'attainment')
  const axis = own ?? (isAttained ? attainmentAxis : axisOf(cells, { rounding: spec.rounding, language }))
  return {
    categories: grid.categories,
    series: grid.series.map((series) => seriesOf(series, axis, spec, language)),
    axis,
    ...(isAttained && { reference: { value: 1, label: `${chartWords[language].target} 100%` } }),
  }
}

const present = (cells: readonly (Drawn | undefined)[]): Drawn[] => cells.filter((cell) => cell !== undefined)

function seriesOf(series: DrawnSeries, axis: PlotAxis, spec: ChartState, language: Language): PlotSeries {
  return {
    name: series.name,
    aspect: series.aspect,
    points: series.cells.map((cell, index): PlotPoint => {
      const figure = series.figures[index]
      const shared = { figure: figure?.id ?? null, ...verdictOf(series, index) }
      if (!cell) return { value: null, label: '', ...shared }
      const how = { kind: spec.kind, rounding: spec.rounding, language }
      return { value: cell.value, label: labelOf(cell, axis, how), ...shared }
    }),
  }
}

const verdictOf = ({ aspect, figures }: DrawnSeries, index: number): Pick<PlotPoint, 'verdict'> => {
  const goal = figures[index]?.goal
  return goal && aspect !== 'target' ? { verdict: goal.verdict } : {}
}

/** The targets of the goals as a series of their own, unless the spec has one. */
function withTargets(grid: Grid, language: Language, place: 'before' | 'after'): Grid {
  const actual = grid.series
    .filter(({ aspect }) => aspect === 'value')
    .slice(0, 1)
    .map((series) => ({ ...series, name: series.name || chartWords[language].actual }))
  const given = grid.series.find(({ aspect }) => aspect === 'target')
  const [first] = actual
  const target: DrawnSeries | undefined =
    given ??
    (first && {
      name: chartWords[language].target,
      aspect: 'target',
      additive: first.additive,
      cells: first.figures.map((figure) => figure && drawnFigure(figure, 'target', language)),
      figures: first.figures,
    })
  const targets = target ? [target] : []
  return { ...grid, series: place === 'before' ? [...targets, ...actual] : [...actual, ...targets] }
}

/** Columns on the first axis, lines on the second where they are counted in something else; the spec overrules. */
function comboOf(spec: ChartState, grid: Grid, language: Language): Body {
  const [leading] = grid.series
  const first = leading && present(leading.cells)[0]
  const sides = grid.series.map((series, index): { as: 'column' | 'line'; axis: 'first' | 'second' } => {
    const own = present(series.cells)[0]
    const isOther = own !== undefined && first !== undefined && !isOn(own, first)
    return {
      as: series.as ?? (index === 0 ? 'column' : 'line'),
      axis: series.axis ?? (isOther ? 'second' : 'first'),
    }
  })
  const axisFor = (side: 'first' | 'second'): PlotAxis =>
    axisOf(
      grid.series.flatMap((series, index) => (sides[index]?.axis === side ? present(series.cells) : [])),
      { rounding: side === 'first' ? spec.rounding : undefined, language },
    )
  const [axis, second] = [axisFor('first'), axisFor('second')]
  const usesSecond = sides.some((side) => side.axis === 'second')
  return {
    categories: grid.categories,
    axis,
    ...(usesSecond && { second }),
    series: grid.series.map((series, index) => ({
      ...seriesOf(series, sides[index]?.axis === 'second' ? second : axis, spec, language),
      ...sides[index],
    })),
  }
}

/** Against the first series, or against the first point of a single one. What it is 100 of must be above nothing. */
function indexOf(spec: ChartState, grid: Grid, language: Language): Body {
  const [control] = grid.series
  const isSingle = grid.series.length === 1
  const baseAt = (index: number): Drawn | undefined => control?.cells[isSingle ? 0 : index]
  return {
    categories: grid.categories,
    axis: indexAxis,
    series: grid.series.map((series) => ({
      name: series.name,
      aspect: series.aspect,
      points: series.cells.map((cell, index): PlotPoint => {
        const base = baseAt(index)
        const shared = { figure: series.figures[index]?.id ?? null, ...verdictOf(series, index) }
        if (!cell || !base || base.value <= 0 || !isOn(cell, base))
          return { value: null, label: '', ...shared }
        const value = tidy((100 * cell.value) / base.value)
        return {
          value,
          label: formatPercent(value / 100, spec.rounding?.decimals ?? 1).replace('%', ''),
          ...shared,
          note: cell.text,
        }
      }),
    })),
    reference: {
      value: 100,
      label: chartWords[language].controlIs(
        (isSingle ? grid.categories[0] : control?.name) || chartWords[language].control,
      ),
    },
  }
}

/** Two series over many things as many series over two moments. */
function turned(body: Body): Body {
  return {
    ...body,
    categories: body.series.map(({ name }) => name),
    series: body.categories.map((name, index) => ({
      name,
      aspect: 'value' as const,
      points: body.series.map(({ points }) => points[index] ?? nothing),
    })),
  }
}

const nothing: PlotPoint = { value: null, label: '', figure: null }

/** A figure's value, or the target of its goal, across the chart; nothing where it is counted in something else. */
function lineAcross(
  { figure: id, aspect }: NonNullable<ChartState['line']>,
  figures: FigureMap,
  { axis, series }: Body,
  language: Language,
): Plot['reference'] {
  const figure = figures.get(id)
  const cell = figure && drawnFigure(figure, aspect, language)
  if (!figure || !cell || series.length === 0) return undefined
  const own = axisOf([cell], { rounding: { scale: roundingScale(axis.scale), decimals: 0 }, language })
  if (own.kind !== axis.kind || own.unit !== axis.unit) return undefined
  const name = aspect === 'target' ? chartWords[language].target : figure.name
  return { value: cell.value, label: `${name} ${cell.text}` }
}

const roundingScale = (scale: number): 1 | 1e4 | 1e8 => (scale === 1e8 ? 1e8 : scale === 1e4 ? 1e4 : 1)

/** Where the spec lets the axis begin, or where lines lie; not where it would hide a value of bars. */
function begun(spec: ChartState, { axis, series, second }: Body, line: number | undefined): PlotAxis {
  if (unscaled.has(spec.kind)) return axis
  const values = series
    .filter((one) => one.axis !== 'second' || !second)
    .flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [value])))
  if (line !== undefined) values.push(line)
  const isLines = spec.kind === 'line' || spec.kind === 'slope'
  const from = spec.axisFrom ?? (isLines ? lineStart(values) : undefined)
  return from === undefined || from === 0 || from >= Math.max(...values) ? axis : { ...axis, from }
}

const unscaled: ReadonlySet<ChartKind> = new Set([
  'pie',
  'stacked-full',
  'funnel',
  'waterfall',
  'gantt',
  'heat',
  'cards',
])

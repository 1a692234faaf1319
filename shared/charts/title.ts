// The conclusion of a chart, for its title: the one thing its data says. It says nothing that the data does not bear: no
// leader among equals, no growth from next to nothing, no share where parts and whole do not fit. Then it is empty.
// Over 300 lines because what each kind may claim stands here beside the others.

import type { Plot, PlotPoint } from '../model/chart.ts'
import type { FigureKind } from '../model/figure.ts'
import type { JudgedGoal } from '../model/goal.ts'
import type { Language } from '../model/language.ts'
import { formatPercent, formatPeriod } from '../numbers/format.ts'
import { tidy } from '../numbers/tidy.ts'
import { chartTitles, type Course } from '../text/chart-titles.ts'
import { chartWords } from '../text/charts.ts'
import { isOn, isPercent, percent } from './axis.ts'
import { changeText, relativeChange, signed } from './change.ts'
import { type Drawn, type DrawnSeries, type Grid, summed } from './drawn.ts'
import { widthOf } from './texts.ts'

type Drawing = Pick<Plot, 'kind' | 'name' | 'categories' | 'series' | 'wholes' | 'reference'>

/** A clause about every one of so few; more are counted. */
const mostClauses = 2
/** A title with names longer than this, in ems, is no title. */
const longestName = 20

/** One sentence without a full stop; empty where nothing can be said. */
export function titleOf(plot: Drawing, grid: Grid, language: Language): string {
  const title = concluded(plot, grid, language)
  const names = [...plot.categories, ...plot.series.map(({ name }) => name)]
  return names.some((name) => widthOf(name) > longestName && title.includes(name)) ? '' : title
}

function concluded(plot: Drawing, grid: Grid, language: Language): string {
  const [first] = grid.series
  switch (plot.kind) {
    case 'attainment':
    case 'target':
    case 'bullet':
    case 'cards':
      return goalsTitle(plot, grid, language)
    case 'pie':
      return first && !grid.isCut ? sharesTitle(grid.categories, first.cells, language) : ''
    case 'stacked':
    case 'stacked-full':
      return stackTitle(grid, language)
    case 'line':
    case 'column':
    case 'bar':
    case 'combo':
      return plot.reference && first?.aspect === 'attainment'
        ? goalsTitle(plot, grid, language)
        : courseTitle(plot, grid, language)
    case 'survey':
      return surveyTitle(grid, language)
    case 'pairs':
    case 'slope':
      return changesTitle(plot, grid, language)
    case 'index':
      return indexTitle(plot, grid, language)
    case 'funnel':
      return funnelTitle(grid, language)
    case 'waterfall':
      return waterfallTitle(plot, grid, language)
    case 'gantt':
      return spansTitle(plot, language)
    case 'heat':
      return heatTitle(grid, language)
  }
}

/** The place of the one greatest value as it is written; undefined where there are two, or none. */
function leader(cells: readonly (Drawn | undefined)[], sign: 1 | -1 = 1): number | undefined {
  let best: number | undefined
  for (const [index, cell] of cells.entries()) {
    const held = best === undefined ? undefined : cells[best]
    if (cell && (!held || sign * cell.value > sign * held.value)) best = index
  }
  const found = best === undefined ? undefined : cells[best]
  return cells.filter((cell) => cell && found && cell.text === found.text).length === 1 ? best : undefined
}

const comparable = (cells: readonly (Drawn | undefined)[]): Drawn[] => {
  const present = cells.filter((cell) => cell !== undefined)
  return present.every((cell) => present[0] !== undefined && isOn(cell, present[0])) ? present : []
}

interface Judged {
  name: string
  goal: JudgedGoal
  kind: FigureKind
}

function goalsTitle(plot: Drawing, grid: Grid, language: Language): string {
  const words = chartTitles[language]
  const series = grid.series.find(({ aspect }) => aspect !== 'target')
  const judged = (series?.figures ?? []).flatMap((figure, index) =>
    figure?.goal && figure.goal.verdict !== 'unknown'
      ? [{ name: grid.categories[index] ?? figure.name, goal: figure.goal, kind: figure.kind }]
      : [],
  )
  if (judged.length === 0) return ''
  if (judged.length <= mostClauses) {
    const clauses = judged.flatMap((one) => goalClause(one, language))
    if (clauses.length < judged.length) return ''
    const names = judged.map(({ name }) => name)
    return names.includes(plot.name) ? words.clauses(clauses) : words.about(plot.name, clauses)
  }
  const met = judged.filter(({ goal }) => goal.verdict !== 'missed').length
  if (met === judged.length) return words.allMet(met)
  const lead = met === 0 ? words.noneMet(judged.length) : words.someMet(met, judged.length)
  const missed = judged
    .filter(({ goal }) => goal.verdict === 'missed' && goal.index !== null)
    .toSorted((left, right) => (left.goal.index ?? 0) - (right.goal.index ?? 0))
  const [lowest, next] = missed
  const isAlone =
    lowest && (!next || formatPercent(lowest.goal.index ?? 0) !== formatPercent(next.goal.index ?? 0))
  return words.clauses([lead, ...(isAlone ? [words.lowest(lowest.name, lowest.goal.text.outcome)] : [])])
}

function goalClause({ name, goal, kind }: Judged, language: Language): string[] {
  const words = chartTitles[language]
  // A rate is held against its target in percentage points, which its outcome says.
  if (isPercent(kind)) return [words.lowest(name, goal.text.outcome)]
  if (goal.polarity === 'higher')
    return goal.attainment === null ? [] : [words.attained(name, formatPercent(goal.attainment))]
  if (goal.index === null) return []
  const beyond = tidy(goal.index - 1)
  if (beyond === 0) return [words.level(name)]
  return [
    beyond > 0 ? words.saved(name, formatPercent(beyond)) : words.overspent(name, formatPercent(-beyond)),
  ]
}

/** Whose share is the greatest, of parts that make up a whole: none negative, none missing, and no more than all. */
function sharesTitle(
  categories: readonly string[],
  cells: readonly (Drawn | undefined)[],
  language: Language,
): string {
  const present = comparable(cells)
  if (present.length < 2 || present.length < cells.length) return ''
  const total = present.reduce((sum, { value }) => sum + value, 0)
  if (total <= 0 || present.some(({ value }) => value < 0)) return ''
  const isShare = isPercent(present[0]?.kind ?? 'count')
  if (isShare && total > 1.005) return ''
  const shareOf = (cell: Drawn): string => (isShare ? cell.text : percent(cell.value / total, language))
  const words = chartTitles[language]
  const other = categories.indexOf(chartWords[language].other)
  const named = cells.map((cell, index) => (index === other ? undefined : cell))
  const best = leader(named)
  const cell = best === undefined ? undefined : cells[best]
  if (best !== undefined && cell) {
    // 其他 is many: that one of them leads is only said where they are less together.
    const rest = other < 0 ? undefined : cells[other]
    return rest && rest.value >= cell.value ? '' : words.mostOf(categories[best] ?? '', shareOf(cell))
  }
  const most = Math.max(...named.flatMap((one) => (one ? [one.value] : [])))
  const equal = named.flatMap((one, index) => (one?.value === most ? [index] : []))
  const [tied] = equal
  const first = tied === undefined ? undefined : cells[tied]
  return first && (equal.length === 2 || equal.length === 3) && equal.length < present.length
    ? words.equalMost(
        equal.map((index) => categories[index] ?? ''),
        shareOf(first),
      )
    : ''
}

/** Whose part of the whole stack is the greatest, over all categories. */
function stackTitle({ series, isCut }: Grid, language: Language): string {
  if (isCut || series.length < 2 || series.some(({ additive }) => !additive)) return ''
  const cells = series.flatMap((one) => one.cells)
  if (comparable(cells).length < cells.length || cells.some((cell) => cell && cell.value < 0)) return ''
  const totals = series.map((one) => summed(one.cells, language))
  return sharesTitle(
    series.map(({ name }) => name),
    totals,
    language,
  )
}

function courseTitle(plot: Drawing, grid: Grid, language: Language): string {
  const words = chartTitles[language]
  const [first] = grid.series
  if (!first) return ''
  const isTimed = grid.isTimed || plot.kind === 'line'
  if (isTimed && grid.series.length > 1 && plot.kind !== 'combo') return coursesTitle(grid, language)
  if (isTimed) {
    const title = timedTitle(grid.categories, first.cells, language)
    return title === '' || grid.series.length === 1 ? title : words.about(first.name, [title])
  }
  if (grid.series.length === 1 || plot.kind === 'combo') {
    const best = comparable(first.cells).length >= 2 ? leader(first.cells) : undefined
    const cell = best === undefined ? undefined : first.cells[best]
    const category = grid.categories[best ?? -1] ?? ''
    if (!cell || category === chartWords[language].other) return ''
    const title = words.highest(category, cell.text)
    return grid.series.length === 1 ? title : words.about(first.name, [title])
  }
  const found = highestCell(grid)
  return found ? words.highestIn(found.series, found.category, found.text) : ''
}

/** Peak or trough against the first period, else only which is the highest. */
function timedTitle(
  categories: readonly string[],
  cells: readonly (Drawn | undefined)[],
  language: Language,
): string {
  const words = chartTitles[language]
  const present = comparable(cells)
  if (present.length < 2) return ''
  const since = cells.findIndex((cell) => cell !== undefined)
  const base = cells[since]
  const [high, low] = [leader(cells), leader(cells, -1)]
  const name = (index: number): string => categories[index] ?? ''
  if (high !== undefined && high !== since) {
    const change = courseOf(base, cells[high], language)
    return change
      ? words.peak(name(high), name(since), change)
      : words.highest(name(high), cells[high]?.text ?? '')
  }
  if (low !== undefined && low !== since && high === since) {
    const change = courseOf(base, cells[low], language)
    if (change) return words.trough(name(low), name(since), change)
  }
  return high === undefined ? '' : words.highest(name(high), cells[high]?.text ?? '')
}

/** 增长32.4%, 提高6个百分点; undefined where the first is no base for it, or nothing changed. */
function courseOf(
  before: Drawn | undefined,
  after: Drawn | undefined,
  language: Language,
): string | undefined {
  const words = chartTitles[language]
  if (!before || !after || !isOn(before, after) || before.text === after.text) return undefined
  const isUp = after.value > before.value
  if (isPercent(after.kind)) {
    const points = signed(Math.abs(after.value - before.value), after, language).replace('+', '')
    return isUp ? words.higherBy(points) : words.lowerBy(points)
  }
  const relative = relativeChange(before, after)
  if (relative === undefined || relative === 0) return undefined
  const written = formatPercent(Math.abs(relative))
  return isUp ? words.risen(written) : words.fallen(written)
}

/** Several over the same periods: how each went from the first to the last. */
function coursesTitle({ categories, series }: Grid, language: Language): string {
  const words = chartTitles[language]
  if (series.length > mostClauses + 1 || categories.length < 2) return ''
  const clauses = series.flatMap(({ name, cells }) => {
    const change = changeText(cells[0], cells.at(-1), language)
    return change === undefined ? [] : [words.shortChange(name, change)]
  })
  return clauses.length === series.length
    ? words.over(categories[0] ?? '', categories.at(-1) ?? '', clauses)
    : ''
}

function highestCell(grid: Grid): { series: string; category: string; text: string } | undefined {
  const cells = grid.series.flatMap((series) => series.cells)
  if (comparable(cells).length < 2) return undefined
  const best = leader(cells)
  const cell = best === undefined ? undefined : cells[best]
  if (best === undefined || !cell) return undefined
  const width = grid.categories.length
  return {
    series: grid.series[Math.floor(best / width)]?.name ?? '',
    category: grid.categories[best % width] ?? '',
    text: cell.text,
  }
}

function surveyTitle({ categories, series }: Grid, language: Language): string {
  const [first] = series
  if (series.length !== 1 || !first || comparable(first.cells).length < 2) return ''
  const best = leader(first.cells)
  const cell = best === undefined ? undefined : first.cells[best]
  if (best === undefined || !cell) return ''
  const words = chartTitles[language]
  const answer = categories[best] ?? ''
  return isPercent(cell.kind) ? words.chosenMost(answer, cell.text) : words.highest(answer, cell.text)
}

function changesTitle(plot: Drawing, grid: Grid, language: Language): string {
  const words = chartTitles[language]
  const [before, after] = grid.series
  if (!before || !after) return ''
  const changes = grid.categories.flatMap((name, index) => {
    const [from, to] = [before.cells[index], after.cells[index]]
    const change = changeText(from, to, language)
    return from && to && change !== undefined ? [{ name, from, to, change }] : []
  })
  const [only] = changes
  if (!only) return ''
  if (changes.length === 1 && plot.categories.length >= 1)
    return words.change(only.name, only.from.text, only.to.text, directionOf(only), only.change)
  if (changes.length <= mostClauses)
    return words.clauses(changes.map(({ name, change }) => words.shortChange(name, change)))
  const sizes = changes.map((change) => ({ ...change, size: sizeOf(change) }))
  const isAlike = sizes.every(({ to, size }) => size !== undefined && isOn(to, only.to))
  const ranked = sizes.toSorted((left, right) => (right.size ?? 0) - (left.size ?? 0))
  const [most, next] = ranked
  return isAlike && most && next && most.change.slice(1) !== next.change.slice(1)
    ? words.mostChanged(most.name, most.from.text, most.to.text, directionOf(most), most.change)
    : ''
}

const directionOf = ({ from, to }: { from: Drawn; to: Drawn }): Course =>
  from.text === to.text ? 'level' : to.value > from.value ? 'up' : 'down'

function sizeOf({ from, to }: { from: Drawn; to: Drawn }): number | undefined {
  if (isPercent(to.kind)) return Math.abs(to.value - from.value)
  const relative = relativeChange(from, to)
  return relative === undefined ? undefined : Math.abs(relative)
}

function indexTitle({ categories, series }: Drawing, { isTimed }: Grid, language: Language): string {
  const words = chartTitles[language]
  const [control, variant] = series
  if (!control) return ''
  if (!variant) {
    const base = categories[0] ?? ''
    // Of periods the last; of other things the one that is farthest away.
    const away = control.points.map(({ value }) => (value === null ? -1 : Math.abs(value - 100)))
    const at = isTimed ? control.points.length - 1 : away.lastIndexOf(Math.max(...away))
    const value = control.points[at]?.value ?? null
    return value !== null && at > 0
      ? words.against(base, [indexClause(categories[at] ?? '', value, language)])
      : ''
  }
  if (series.length > 2 || categories.length > mostClauses + 1) return ''
  const clauses = variant.points.flatMap(({ value }, index) =>
    value === null ? [] : [indexClause(categories[index] ?? '', value, language)],
  )
  return clauses.length === categories.length && clauses.length > 0
    ? words.against(control.name, clauses)
    : ''
}

function indexClause(name: string, value: number, language: Language): string {
  const words = chartTitles[language]
  const beyond = tidy(value / 100 - 1)
  if (beyond === 0) return words.same(name)
  return beyond > 0 ? words.above(name, formatPercent(beyond)) : words.below(name, formatPercent(-beyond))
}

function funnelTitle({ categories, series }: Grid, language: Language): string {
  const words = chartTitles[language]
  const [first, second] = series
  const whole = first && overallOf(first)
  if (!first || whole === undefined) return ''
  if (second) {
    const later = overallOf(second)
    if (later === undefined) return ''
    const [before, after] = [rateCell(whole, language), rateCell(later, language)]
    const change = changeText(before, after, language) ?? ''
    return words.overallChange(before.text, after.text, directionOf({ from: before, to: after }), change)
  }
  const steps = first.cells.slice(1).map((cell, index) => {
    const before = first.cells[index]
    return cell && before ? rateCell(1 - cell.value / before.value, language) : undefined
  })
  const worst = steps.length > 1 ? leader(steps) : undefined
  const loss = worst === undefined ? undefined : steps[worst]
  return worst !== undefined && loss && loss.value > 0
    ? words.loss(categories[worst] ?? '', categories[worst + 1] ?? '', loss.text)
    : words.overall(percent(whole, language))
}

const rateCell = (value: number, language: Language): Drawn => ({
  value: tidy(value),
  kind: 'rate',
  unit: '%',
  rounding: { scale: 1, decimals: 1 },
  text: percent(value, language),
})

/** Last step ÷ first; undefined where a step is missing, or more come out of a step than went in. */
function overallOf({ cells }: DrawnSeries): number | undefined {
  const values = cells.map((cell) => cell?.value)
  const isFalling = values.every(
    (value, index) => value !== undefined && value >= 0 && (index === 0 || value <= (values[index - 1] ?? 0)),
  )
  const [first, last] = [values[0], values.at(-1)]
  const isWhole = isFalling && comparable(cells).length === cells.length && cells.length > 1
  return isWhole && first !== undefined && last !== undefined && first > 0 ? tidy(last / first) : undefined
}

function waterfallTitle(
  { categories, series, wholes = [] }: Drawing,
  grid: Grid,
  language: Language,
): string {
  const words = chartTitles[language]
  const points = series[0]?.points ?? []
  const steps = points.flatMap((point, index) =>
    wholes.includes(index) || point.value === null
      ? []
      : [{ name: categories[index] ?? '', point, added: tidy(point.value - (point.from ?? 0)) }],
  )
  if (steps.length < 2 || points.some(({ value }) => value === null)) return ''
  const ranked = steps.toSorted((left, right) => Math.abs(right.added) - Math.abs(left.added))
  const [most, next] = ranked
  const bare = (point: PlotPoint): string => point.label.replace(/^[+-]/, '')
  if (!most || !next || bare(most.point) === bare(next.point) || most.name === chartWords[language].other)
    return ''
  const like = grid.series.flatMap(({ cells }) => cells).find((cell) => cell !== undefined)
  if (!like) return ''
  const part = signed(most.added, like, language)
  const [first, last] = [wholes[0], wholes.at(-1)]
  if (first === undefined || last === undefined || first === last)
    return words.onlyContributed(most.name, part)
  const total = tidy((points[last]?.value ?? 0) - (points[first]?.value ?? 0))
  if (total === 0 || Math.sign(total) !== Math.sign(most.added)) return words.onlyContributed(most.name, part)
  return words.contributed(
    signed(Math.abs(total), like, language).replace('+', ''),
    total > 0 ? 'up' : 'down',
    most.name,
    part,
  )
}

function spansTitle({ series }: Drawing, language: Language): string {
  const [spans, done] = series
  const bars = (spans?.points ?? []).flatMap(({ value, from }) =>
    value === null || from === undefined ? [] : [{ from, to: value - 1 }],
  )
  if (bars.length === 0) return ''
  const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)
  const period = formatPeriod(
    {
      from: iso(Math.min(...bars.map(({ from }) => from))),
      to: iso(Math.max(...bars.map(({ to }) => to))),
    },
    language,
  )
  const finished = done?.points.filter(
    ({ value }, index) => value !== null && value === spans?.points[index]?.value,
  ).length
  return chartTitles[language].spans(bars.length, period, finished)
}

function heatTitle(grid: Grid, language: Language): string {
  const found = highestCell(grid)
  return found ? chartTitles[language].cell(found.series, found.category, found.text) : ''
}

// Proposes charts for figures: how far goals were met, parts by dimension, shares, unit cost, change by month; and for
// comparisons. It says which figures stand where; numbers and colours come when a chart is drawn.

import type { ChartKind, ChartSpec } from '../model/chart.ts'
import type { Comparison } from '../model/comparison.ts'
import type { FigureState } from '../model/goal.ts'
import type { FigureId } from '../model/ids.ts'
import type { Language } from '../model/language.ts'
import { chartKindNames, chartWords } from '../text/charts.ts'
import { partName } from '../text/figures.ts'
import { comparisonCharts, idOf, seriesOf, targetOf } from './propose-comparisons.ts'

/** A pie with more slices than this cannot be read. */
const mostSlices = 6
/** So many short names stand side by side under columns; others lie beside bars. */
const mostColumns = 8
const longestColumnName: Readonly<Record<Language, number>> = { 'zh-CN': 5, en: 10 }

/**
 * In the order a report shows them: those a template finds by their role first. The same figures and comparisons give
 * the same ids; a comparison whose figures are drawn already gets no second chart, nor a series of months that are all in
 * the trend.
 */
export function proposeCharts(
  figures: readonly FigureState[],
  comparisons: readonly Comparison[],
  language: Language,
): ChartSpec[] {
  const words = chartWords[language]
  const goals = figures.filter(({ goal }) => goal !== undefined && goal.verdict !== 'unknown')
  const charts: ChartSpec[] = []
  if (goals.length > 0) {
    const categories = goals.map(({ name }) => name)
    const series = [seriesOf(words.attainment, goals, 'attainment')]
    charts.push({
      id: idOf('goals'),
      kind: 'attainment',
      name: words.names.goals,
      title: { auto: true },
      categories,
      series,
      role: 'goals',
    })
  }
  // Several tables may be about the same: the first one speaks.
  const share = figures.find(({ role }) => role === 'share')
  const parted = share?.part && figures.find(({ id }) => id === share.part?.of)
  if (parted) charts.push(...partCharts(parted, figures, language))
  const trend = trendChart(parted, figures, language)
  const months = new Set(trend.flatMap(figuresIn))
  const isInTrend = (chart: ChartSpec): boolean =>
    (chart.kind === 'line' || chart.kind === 'column') && figuresIn(chart).every((id) => months.has(id))
  charts.push(...trend, ...goalCharts(goals, language))
  const drawn = new Set(charts.filter(({ kind }) => kind !== 'cards').map(keyOf))
  for (const chart of comparisonCharts(comparisons, figures, language)) {
    if (drawn.has(keyOf(chart)) || isInTrend(chart)) continue
    drawn.add(keyOf(chart))
    charts.push(chart)
  }
  return named(charts, language)
}

/** Leaves room for what tells it from another. */
const longestName = 160

/** No two bear the same name: what comes later says its kind, or which of them it is. */
function named(charts: readonly ChartSpec[], language: Language): ChartSpec[] {
  const taken = new Set<string>()
  return charts.map((chart) => {
    const own = chart.name.slice(0, longestName)
    const candidates = [own, `${own}${chartWords[language].aside(chartKindNames[language][chart.kind])}`]
    for (let number = 2; candidates.every((name) => taken.has(name)); number += 1)
      candidates.push(`${own}${chartWords[language].aside(String(number))}`)
    const name = candidates.find((candidate) => !taken.has(candidate)) ?? own
    taken.add(name)
    return { ...chart, name }
  })
}

const figuresIn = ({ series }: ChartSpec): FigureId[] =>
  series.flatMap((one) => one.figures.filter((id) => id !== null))

/** The same of any two charts that show the same figures. */
const keyOf = (chart: ChartSpec): string => figuresIn(chart).toSorted().join(' ')

/** Side by side on one axis, the largest value may be so many times the smallest. */
const widestSpread = 40
const mostCards = 8

/** Targets beside what was reached, where several are counted alike; and all as cards while they are few. */
function goalCharts(goals: readonly FigureState[], language: Language): ChartSpec[] {
  const words = chartWords[language]
  const valued = goals.filter(({ value }) => value !== null)
  const groups = Map.groupBy(valued, ({ kind, unit }) => `${kind} ${unit}`)
  const targets = [...groups].flatMap(([key, group]): ChartSpec[] => {
    const sizes = group.flatMap(({ value, goal }) => [value ?? 0, goal?.target ?? 0]).map(Math.abs)
    const isAlike = Math.max(...sizes) <= widestSpread * Math.min(...sizes)
    const [first] = group
    if (group.length < 2 || !isAlike || !first) return []
    return [
      {
        id: idOf('target', key),
        kind: 'target',
        name: words.names.targets(first.unit),
        title: { auto: true },
        categories: group.map(({ name }) => name),
        series: [seriesOf(words.target, group, 'target'), seriesOf(words.actual, group)],
      },
    ]
  })
  if (valued.length < 2 || valued.length > mostCards) return targets
  return [
    ...targets,
    {
      id: idOf('cards'),
      kind: 'cards',
      name: words.names.cards,
      title: { auto: true },
      categories: valued.map(({ name }) => name),
      series: [seriesOf(words.actual, valued)],
    },
  ]
}

const partsOf = (
  whole: FigureId,
  role: FigureState['role'],
  figures: readonly FigureState[],
): FigureState[] =>
  figures.filter(
    ({ part, role: own, value }) => own === role && part?.of === whole && !part.step && value !== null,
  )

const descending = (left: FigureState, right: FigureState): number => (right.value ?? 0) - (left.value ?? 0)

function partCharts(whole: FigureState, figures: readonly FigureState[], language: Language): ChartSpec[] {
  const { names } = chartWords[language]
  const parts = partsOf(whole.id, 'part', figures).toSorted(descending)
  const by = parts[0]?.part?.by
  if (by === undefined || parts.length < 2) return []
  const base = baseName(parts, language)
  const chart = (
    role: NonNullable<ChartSpec['role']>,
    kind: ChartKind,
    name: string,
    drawn: FigureState[],
  ): ChartSpec => ({
    id: idOf(role, drawn[0]?.part?.of ?? whole.id, by),
    kind,
    name,
    title: { auto: true },
    categories: keysOf(drawn),
    series: [seriesOf(drawn === parts ? base : baseName(drawn, language), drawn)],
    role,
  })
  const standing = sideBySide(parts, language)
  const shares = partsOf(whole.id, 'share', figures).toSorted(descending)
  const positive = shares.every(({ value }) => (value ?? 0) >= 0)
  // What one result costs, part by part; cheapest first.
  const costs = figures
    .filter(({ role, kind }) => role === 'rate' && kind === 'amount')
    .map(({ id }) => partsOf(id, 'part', figures).toSorted(descending).toReversed())
    .find((found) => found.length >= 2 && found[0]?.part?.by === by)
  return [
    chart('parts', standing, names.parts(base, by), parts),
    chart('shares', shares.length <= mostSlices && positive ? 'pie' : 'bar', names.shares(base, by), shares),
    ...(costs ? [chart('compare', standing, names.compare(baseName(costs, language), by), costs)] : []),
  ].filter(({ categories }) => categories.length >= 2)
}

function trendChart(
  parted: FigureState | undefined,
  figures: readonly FigureState[],
  language: Language,
): ChartSpec[] {
  const monthly = figures.filter(({ part }) => part?.step === 'month')
  const whole =
    (parted && monthly.some(({ part }) => part?.of === parted.id) ? parted.id : monthly[0]?.part?.of) ?? null
  const months = monthly
    .filter(({ part }) => part?.of === whole)
    .toSorted((left, right) => (left.part?.key ?? '').localeCompare(right.part?.key ?? ''))
  if (whole === null || months.length < 2) return []
  const base = baseName(months, language)
  const labels = months.map((month) => partName(month, language).label)
  const goal = targetOf(months, { figureOf: (id) => figures.find((figure) => figure.id === id) })
  const kind = months.length >= 4 ? 'line' : 'column'
  const name = chartWords[language].names.trend(base, 'month')
  return [
    {
      id: idOf('trend', whole),
      kind,
      name,
      title: { auto: true },
      categories: labels,
      series: [seriesOf(base, months)],
      ...(goal && { line: { figure: goal.id, aspect: 'target' } }),
      role: 'trend',
    },
  ]
}

const keysOf = (parts: readonly FigureState[]): string[] => parts.map(({ part }) => part?.key ?? '')

function sideBySide(parts: readonly FigureState[], language: Language): ChartKind {
  const longest = Math.max(...keysOf(parts).map((key) => key.length))
  return parts.length <= mostColumns && longest <= longestColumnName[language] ? 'column' : 'bar'
}

/** 注册 of 抖音注册, Sign-ups of Douyin sign-ups. */
function baseName([first]: readonly FigureState[], language: Language): string {
  const base = first ? partName(first, language).base : ''
  return base.charAt(0).toUpperCase() + base.slice(1)
}

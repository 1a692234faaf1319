// Proposes a chart for each comparison that one can show: a funnel for steps, a waterfall for who made a change, a ring
// for parts of a whole, answers of a survey, before and after, a test against its control, a measure over periods.
// Over 300 lines: one short function for each kind of comparison.

import type { ChartSeries, ChartSpec } from '../model/chart.ts'
import type { Comparison, ComparisonKind, ComparisonOf } from '../model/comparison.ts'
import type { FigureState } from '../model/goal.ts'
import { ChartId, type FigureId } from '../model/ids.ts'
import { stableId } from '../model/stable-id.ts'
import type { Language } from '../model/language.ts'
import { chartKindNames, chartWords } from '../text/charts.ts'
import { partName, withoutShare } from '../text/figures.ts'
import { isPercent } from './axis.ts'

export const idOf = (...parts: string[]): ChartId => ChartId.parse(stableId('c', ...parts))

export const seriesOf = (
  name: string,
  figures: readonly (FigureState | undefined)[],
  aspect: ChartSeries['aspect'] = 'value',
): ChartSeries => ({
  name: name.slice(0, longestName),
  figures: figures.map((figure) => figure?.id ?? null),
  aspect,
})

interface Desk {
  figureOf: (id: FigureId | null) => FigureState | undefined
  figures: readonly FigureState[]
  language: Language
}

/** A ring with more slices cannot be read. */
const mostSlices = 6
/** A step of a waterfall that can be seen, as a part of the total. */
const leastStep = 0.03
/** Parts that leave more than this of the whole are no ring. */
const leastSum = 0.995

/** In the order of the comparisons; changes of one unit share a chart. What is not known is not drawn. */
export function comparisonCharts(
  comparisons: readonly Comparison[],
  figures: readonly FigureState[],
  language: Language,
): ChartSpec[] {
  const byId = new Map(figures.map((figure) => [figure.id, figure]))
  const desk: Desk = { figureOf: (id) => (id === null ? undefined : byId.get(id)), figures, language }
  const single = comparisons.flatMap((comparison) => chartFor(comparison, desk) ?? [])
  return [...single, ...changeCharts(ofKind(comparisons, 'change'), desk)]
}

const ofKind = <K extends ComparisonKind>(comparisons: readonly Comparison[], kind: K): ComparisonOf<K>[] =>
  comparisons.filter((comparison): comparison is ComparisonOf<K> => comparison.kind === kind)

function chartFor(comparison: Comparison, desk: Desk): ChartSpec | undefined {
  switch (comparison.kind) {
    case 'funnel':
      return funnelChart(comparison, desk)
    case 'contribution':
      return contributionChart(comparison, desk)
    case 'shares':
      return sharesChart(comparison, desk)
    case 'survey':
      return surveyChart(comparison, desk)
    case 'experiment':
      return experimentChart(comparison, desk)
    case 'series':
      return seriesChart(comparison, desk)
    case 'cohorts':
      return cohortsChart(comparison, desk)
    case 'change':
    case 'benchmark':
    case 'rate':
    case 'residual':
    case 'ratio':
      return undefined
  }
}

function chart(
  comparison: Comparison,
  { language }: Desk,
  given: Pick<ChartSpec, 'kind' | 'categories' | 'series'> & Partial<ChartSpec>,
): ChartSpec {
  return {
    id: idOf('comparison', comparison.id),
    name: comparison.name || chartKindNames[language][given.kind],
    title: { auto: true },
    ...given,
  }
}

/** A comparison that bears its measure's name alone is one of several about it: the chart says what it shows of it. */
function called(
  { name }: Comparison,
  figures: readonly (FigureState | undefined)[],
  shows: (base: string) => string,
): string {
  const isMeasure = figures.some((figure) => figure?.name.toLowerCase().includes(name.toLowerCase()))
  const [first] = figures
  return isMeasure ? shows(name || (first?.name ?? '')).slice(0, longestName) : name
}

const longestName = 200

const isKnown = (figure: FigureState | undefined): figure is FigureState =>
  figure !== undefined && figure.value !== null

function funnelChart(comparison: ComparisonOf<'funnel'>, desk: Desk): ChartSpec | undefined {
  const { steps, before } = comparison
  const words = chartWords[desk.language]
  const now = steps.map(({ figure }) => desk.figureOf(figure))
  if (!now.every(isKnown)) return undefined
  const earlier = before?.map(({ figure }) => desk.figureOf(figure))
  const isDouble = earlier?.length === steps.length && earlier.every(isKnown)
  return chart(comparison, desk, {
    kind: 'funnel',
    categories: steps.map(({ name }, index) => name || (now[index]?.name ?? '')),
    series: isDouble
      ? [seriesOf(words.before, earlier), seriesOf(words.after, now)]
      : [seriesOf(comparison.name || chartKindNames[desk.language].funnel, now)],
  })
}

/** Each part before and after; the drawing takes the difference. */
function contributionChart(comparison: ComparisonOf<'contribution'>, desk: Desk): ChartSpec | undefined {
  const words = chartWords[desk.language]
  const [before, after] = [desk.figureOf(comparison.before), desk.figureOf(comparison.after)]
  const parts = comparison.parts.map(({ name, before: from, after: to }) => ({
    name,
    from: desk.figureOf(from),
    to: desk.figureOf(to),
  }))
  if (!isKnown(before) || !isKnown(after) || !parts.every(({ from, to }) => isKnown(from) && isKnown(to)))
    return undefined
  const title = called(comparison, [before, after], (base) => words.names.sources(base))
  const total = Math.max(Math.abs(before.value ?? 0), Math.abs(after.value ?? 0))
  const most = Math.max(...parts.map(({ from, to }) => Math.abs((to?.value ?? 0) - (from?.value ?? 0))))
  // Between totals that stand from zero, what was added would be no more than a stroke.
  if (most < total * leastStep)
    return chart(comparison, desk, {
      kind: 'pairs',
      name: title,
      categories: parts.map((part) => part.name),
      series: [
        seriesOf(
          words.before,
          parts.map(({ from }) => from),
        ),
        seriesOf(
          words.after,
          parts.map(({ to }) => to),
        ),
      ],
    })
  return chart(comparison, desk, {
    kind: 'waterfall',
    name: title,
    categories: [words.before, ...parts.map(({ name }) => name), words.after],
    series: [
      seriesOf(words.before, [before, ...parts.map(({ from }) => from), undefined]),
      seriesOf(words.after, [undefined, ...parts.map(({ to }) => to), after]),
    ],
    wholes: [0, parts.length + 1],
    sort: 'descending',
  })
}

function sharesChart(comparison: ComparisonOf<'shares'>, desk: Desk): ChartSpec | undefined {
  const parts = comparison.parts.map((id) => desk.figureOf(id)).filter(isKnown)
  const [first] = parts
  if (
    !first ||
    parts.length < 2 ||
    parts.some(({ kind, unit }) => kind !== first.kind || unit !== first.unit)
  )
    return undefined
  const whole = desk.figureOf(comparison.whole)?.value ?? (isPercent(first.kind) ? 1 : undefined)
  const sum = parts.reduce((total, { value }) => total + (value ?? 0), 0)
  const isAll = whole === undefined || (sum >= whole * leastSum && sum <= whole * (2 - leastSum))
  const isRing =
    !comparison.multiple &&
    isAll &&
    parts.length <= mostSlices &&
    parts.every(({ value }) => (value ?? 0) >= 0) &&
    (isPercent(first.kind) || parts.every(({ additive }) => additive))
  return chart(comparison, desk, {
    kind: isRing ? 'pie' : comparison.multiple && isPercent(first.kind) ? 'survey' : 'bar',
    categories: parts.map((part) => part.part?.key ?? withoutShare(part.name)),
    series: [seriesOf(comparison.name || first.name, parts)],
    sort: 'descending',
  })
}

function surveyChart(comparison: ComparisonOf<'survey'>, desk: Desk): ChartSpec | undefined {
  const answers = comparison.answers.flatMap(({ name, figure }) => {
    const found = desk.figureOf(figure)
    return isKnown(found) ? [{ name, found }] : []
  })
  if (answers.length < 2) return undefined
  const areRates = answers.every(({ found }) => isPercent(found.kind))
  return chart(comparison, desk, {
    kind: areRates ? 'survey' : 'bar',
    categories: answers.map(({ name, found }) => name || found.name),
    series: [
      seriesOf(
        comparison.name || chartKindNames[desk.language].survey,
        answers.map(({ found }) => found),
      ),
    ],
    sort: 'descending',
  })
}

/** The rates of both groups, where they are figures of the project. */
function experimentChart(comparison: ComparisonOf<'experiment'>, desk: Desk): ChartSpec | undefined {
  const words = chartWords[desk.language]
  const [control, variant] = [rateOf(comparison.control, desk), rateOf(comparison.variant, desk)]
  if (!isKnown(control) || !isKnown(variant) || (control.value ?? 0) <= 0) return undefined
  const hits = [comparison.control, comparison.variant].map((group) => desk.figureOf(group.hits))
  return chart(comparison, desk, {
    kind: 'index',
    name: called(comparison, [variant, ...hits], (base) => words.names.test(base)),
    categories: [comparison.name || variant.name],
    series: [seriesOf(words.control, [control]), seriesOf(words.variant, [variant])],
  })
}

/** The figure that is hits ÷ size, however its formula says so. */
const rateOf = (
  { size, hits }: { size: FigureId; hits: FigureId },
  { figures }: Desk,
): FigureState | undefined =>
  figures.find(({ origin }) => {
    if (origin.kind !== 'formula') return false
    const { expression } = origin
    const [over, under] =
      'operator' in expression && expression.operator === '/'
        ? [expression.left, expression.right]
        : 'call' in expression && expression.call === 'share'
          ? expression.arguments
          : []
    return over !== undefined && under !== undefined && names(over, hits) && names(under, size)
  })

const names = (expression: object, id: FigureId): boolean =>
  'figure' in expression && expression.figure === id && !('shift' in expression && expression.shift)

/** A row for each cohort, a column for each age: the rates, where they are figures, else how many stayed. */
function cohortsChart(comparison: ComparisonOf<'cohorts'>, desk: Desk): ChartSpec | undefined {
  const { cohorts, ages = [] } = comparison
  const rows = cohorts.map(({ name, figures: [size = null, ...later] }) => ({
    name,
    counted: later.map((id) => desk.figureOf(id)),
    rated: later.map((id) => {
      const found = desk.figureOf(id)
      if (!found || isPercent(found.kind)) return found
      return size === null ? undefined : rateOf({ size, hits: found.id }, desk)
    }),
  }))
  const areRated = rows.every(({ counted, rated }) =>
    counted.every((figure, index) => !figure || rated[index]),
  )
  const drawn = rows.map(({ name, counted, rated }) => ({ name, cells: areRated ? rated : counted }))
  const most = Math.max(...drawn.map(({ cells }) => cells.length))
  if (drawn.flatMap(({ cells }) => cells.filter(isKnown)).length < 2) return undefined
  const kinds = new Set(
    drawn.flatMap(({ cells }) => cells.filter(isKnown).map(({ kind, unit }) => `${kind} ${unit}`)),
  )
  if (kinds.size !== 1) return undefined
  return chart(comparison, desk, {
    kind: 'heat',
    categories: Array.from(
      { length: most },
      (_, index) => ages[index] || chartWords[desk.language].age(index + 1),
    ),
    series: drawn.map(({ name, cells }) => seriesOf(name, cells)),
  })
}

/** Few periods stand as columns; the target crosses them where every period has the same, or the whole has one. */
function seriesChart(comparison: ComparisonOf<'series'>, desk: Desk): ChartSpec | undefined {
  const found = comparison.figures.map((id) => desk.figureOf(id)).filter((figure) => figure !== undefined)
  const [first] = found
  const known = found.filter(isKnown)
  if (
    !first ||
    known.length < 2 ||
    found.some(({ kind, unit }) => kind !== first.kind || unit !== first.unit)
  )
    return undefined
  const goal = targetOf(found, desk)
  // Months without a year are parts of their whole by name alone.
  const areParts =
    found.every(({ part }) => part?.step !== undefined) ||
    found.every(({ part }) => part !== undefined && part.of === first.part?.of)
  const steps = new Set(found.map(({ part }) => part?.step))
  const step = steps.size === 1 ? first.part?.step : undefined
  return chart(comparison, desk, {
    kind: found.length >= 4 || goal ? 'line' : 'column',
    name: called(comparison, found, (base) => chartWords[desk.language].names.trend(base, step)),
    categories: found.map((figure) => (areParts ? partName(figure, desk.language).label : figure.name)),
    series: [
      seriesOf(comparison.name || (areParts ? partName(first, desk.language).base : first.name), found),
    ],
    ...(goal && { line: { figure: goal.id, aspect: 'target' } }),
  })
}

/**
 * Whose target crosses these periods: of any where all have the same, else of their whole. A sum's target lies far above
 * its periods; only of what is no sum is it theirs too.
 */
export function targetOf(
  found: readonly FigureState[],
  { figureOf }: Pick<Desk, 'figureOf'>,
): FigureState | undefined {
  const targets = new Set(found.map(({ goal }) => goal?.target))
  const [first] = found
  if (targets.size === 1 && first?.goal) return first
  const whole = figureOf(first?.part?.of ?? null)
  return whole?.goal && !whole.additive && found.every(({ part }) => part?.of === whole.id)
    ? whole
    : undefined
}

function changeCharts(changes: readonly ComparisonOf<'change'>[], desk: Desk): ChartSpec[] {
  const words = chartWords[desk.language]
  const pairs = changes.flatMap(({ name, before, after }) => {
    const [from, to] = [desk.figureOf(before), desk.figureOf(after)]
    const isPair = isKnown(from) && isKnown(to) && from.kind === to.kind && from.unit === to.unit
    return isPair ? [{ name: name || to.name, from, to }] : []
  })
  const groups = Map.groupBy(pairs, ({ to }) => `${to.kind} ${to.unit}`)
  return [...groups].flatMap(([key, group]): ChartSpec[] => {
    const unit = group[0]?.to.unit ?? ''
    return group.length < 2
      ? []
      : [
          {
            id: idOf('changes', key),
            kind: 'pairs',
            name: words.names.changes(unit),
            title: { auto: true },
            categories: group.map(({ name }) => name),
            series: [
              seriesOf(
                words.before,
                group.map(({ from }) => from),
              ),
              seriesOf(
                words.after,
                group.map(({ to }) => to),
              ),
            ],
          },
        ]
  })
}

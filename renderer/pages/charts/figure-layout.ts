// Where picked figures stand in a chart: parts of one whole along its categories, parts of another beside them as a
// series, anything else as a category of its own. Keeps names and order that the user gave. Pure.

import type { ChartSeries, ChartSpec } from '../../../shared/model/chart.ts'
import type { FigureState } from '../../../shared/model/goal.ts'
import type { FigureId } from '../../../shared/model/ids.ts'
import type { Language } from '../../../shared/model/language.ts'
import { chartBuilderWords } from '../../../shared/text/chart-builder.ts'
import { partName } from '../../../shared/text/figures.ts'

export type Figures = ReadonlyMap<FigureId, FigureState>

/** The figures in the chart, each once, in the order they stand. */
export const usedFigures = ({ series }: Pick<ChartSpec, 'series'>): FigureId[] => [
  ...new Set(series.flatMap(({ figures }) => figures.filter((id) => id !== null))),
]

/** What stands where. */
type Layout = Pick<ChartSpec, 'categories' | 'series'>
type Part = NonNullable<FigureState['part']>

/** Figures that are in the chart already stay where they are. */
export function addFigures<C extends Layout>(
  chart: C,
  added: readonly FigureState[],
  figures: Figures,
  language: Language,
): C {
  const used = new Set(usedFigures(chart))
  const groups = new Map<string, FigureState[]>()
  for (const figure of added) {
    if (used.has(figure.id)) continue
    const { part } = figure
    const key = part ? [part.of, part.by, part.step ?? ''].join(' ') : ''
    groups.set(key, [...(groups.get(key) ?? []), figure])
  }
  let now = chart
  for (const [key, group] of groups)
    now = key === '' ? addAlone(now, group, language) : addParts(now, group, figures, language)
  return now
}

/** Categories and series that nothing is left in go too. */
export function removeFigures(chart: ChartSpec, gone: ReadonlySet<FigureId>): ChartSpec {
  const touches = (ids: readonly (FigureId | null | undefined)[]): boolean =>
    ids.some((id) => id !== null && id !== undefined && gone.has(id))
  const isLeft = (ids: readonly (FigureId | null | undefined)[]): boolean =>
    !touches(ids) || ids.some((id) => id !== null && id !== undefined && !gone.has(id))
  const kept = chart.categories.flatMap((_, index) =>
    isLeft(chart.series.map(({ figures }) => figures[index])) ? [index] : [],
  )
  return {
    ...chart,
    categories: kept.map((index) => chart.categories[index] ?? ''),
    series: chart.series
      .filter(({ figures }) => isLeft(figures))
      .map((series) => ({
        ...series,
        figures: kept.map((index) => {
          const id = series.figures[index] ?? null
          return id !== null && gone.has(id) ? null : id
        }),
      })),
    ...withEvents(chart, kept),
  }
}

function withEvents(chart: ChartSpec, kept: readonly number[]): Pick<ChartSpec, 'events' | 'wholes'> {
  const names = new Set(kept.map((index) => chart.categories[index]))
  return {
    ...(chart.events && { events: chart.events.filter(({ at }) => names.has(at)) }),
    ...(chart.wholes && {
      wholes: chart.wholes.flatMap((whole) => (kept.includes(whole) ? [kept.indexOf(whole)] : [])),
    }),
  }
}

/** Rows become columns. Numbers of a table stand as they were asked for and stay. */
export function swapSeries(chart: ChartSpec): ChartSpec {
  if (chart.query) return chart
  const aspect = chart.series[0]?.aspect ?? 'value'
  const { events: _events, wholes: _wholes, ...rest } = chart
  return {
    ...rest,
    categories: chart.series.map(({ name }) => name),
    series: chart.categories.map((name, index) => ({
      name,
      aspect,
      figures: chart.series.map(({ figures }) => figures[index] ?? null),
    })),
  }
}

/** One of a list taken to another place of it. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const taken = list[from]
  return taken === undefined ? [...list] : list.toSpliced(from, 1).toSpliced(to, 0, taken)
}

/**
 * A category taken to another place among them as they are shown, which `order` tells by their places in the chart. What
 * the program had sorted stands as the user puts it from now on.
 */
export function moveCategory(
  chart: ChartSpec,
  order: readonly number[],
  from: number,
  to: number,
): ChartSpec {
  const { sort: _sort, wholes, ...rest } = chart
  const places = moved(order, from, to)
  const { length } = chart.categories
  return {
    ...rest,
    categories: places.map((place) => chart.categories[place] ?? ''),
    series: chart.series.map((series) => {
      const figures = padded(series, length)
      return { ...series, figures: places.map((place) => figures[place] ?? null) }
    }),
    ...(wholes && { wholes: wholes.map((whole) => places.indexOf(whole)) }),
  }
}

/** The places of categories in the order in which the chart shows them; their own order where it shows other ones. */
export function shownOrder({ categories }: ChartSpec, shown: readonly string[]): number[] {
  const order = shown.map((category) => categories.indexOf(category))
  const isWhole = order.length === categories.length && new Set(order).size === order.length
  return isWhole && !order.includes(-1) ? order : [...categories.keys()]
}

const padded = ({ figures }: ChartSeries, length: number): (FigureId | null)[] =>
  Array.from({ length }, (_, index) => figures[index] ?? null)

function addAlone<C extends Layout>(chart: C, group: readonly FigureState[], language: Language): C {
  const series =
    chart.series.length > 0
      ? chart.series
      : [{ name: chartBuilderWords[language].aspects.value, figures: [], aspect: 'value' as const }]
  const [first] = series
  const length = chart.categories.length
  return {
    ...chart,
    categories: [...chart.categories, ...group.map(({ name }) => name)],
    series: series.map((one) => {
      const own = padded(one, length)
      // Target and actual of the same figures are two series that grow together.
      const twin = first !== undefined && own.every((id, index) => id === (first.figures[index] ?? null))
      return { ...one, figures: [...own, ...group.map(({ id }) => (twin ? id : null))] }
    }),
  }
}

function addParts<C extends Layout>(
  chart: C,
  group: readonly FigureState[],
  figures: Figures,
  language: Language,
): C {
  const [first] = group
  const { part } = first ?? {}
  if (!first || !part) return chart
  const partOf = (id: FigureId | null | undefined): Part | undefined =>
    id === null || id === undefined ? undefined : figures.get(id)?.part
  const present = usedFigures(chart).map(partOf)
  const sameWay = present.every((other) => other && other.by === part.by && other.step === part.step)
  const paired = chart.series.some(({ aspect }) => aspect !== 'value')
  const sameWhole = present.every((other) => other?.of === part.of)
  if (!sameWay || (paired && !sameWhole)) return addAlone(chart, group, language)

  const columns = chart.categories.map((name, index) => ({
    name,
    key: chart.series.map(({ figures: ids }) => partOf(ids[index])?.key).find((key) => key !== undefined),
    ids: chart.series.map(({ figures: ids }) => ids[index] ?? null),
  }))
  const own = chart.series.flatMap(({ figures: ids }, index) =>
    ids.some((id) => partOf(id)?.of === part.of) ? [index] : [],
  )
  const isNew = own.length === 0
  const rows = isNew ? [chart.series.length] : own
  const series = isNew
    ? [...chart.series, { name: baseName(first, language), figures: [], aspect: 'value' as const }]
    : chart.series
  for (const column of columns) while (column.ids.length < series.length) column.ids.push(null)
  for (const figure of group) {
    const key = figure.part?.key ?? ''
    let column = columns.find((one) => one.key === key)
    if (!column) {
      column = { name: partName(figure, language).label, key, ids: series.map(() => null) }
      columns.push(column)
    }
    for (const row of rows) column.ids[row] = figure.id
  }
  if (part.step) columns.sort((one, other) => (one.key ?? '').localeCompare(other.key ?? ''))
  return {
    ...chart,
    categories: columns.map(({ name }) => name),
    series: series.map((one, row) => ({ ...one, figures: columns.map(({ ids }) => ids[row] ?? null) })),
  }
}

/** 注册 of 抖音注册; Sign-ups of Douyin sign-ups. */
export function baseName(figure: FigureState, language: Language): string {
  const { base } = partName(figure, language)
  return base.charAt(0).toUpperCase() + base.slice(1)
}

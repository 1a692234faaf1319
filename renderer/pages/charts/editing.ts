// What every panel of the builder works with: the chart as it is now, what is known of its numbers, and the way to
// change it.

import { plotChart, type KindChoice } from '../../../shared/charts/index.ts'
import type { ChartSpec, ChartState, Plot } from '../../../shared/model/chart.ts'
import type { AggregateFunction } from '../../../shared/model/figure.ts'
import type { FigureState } from '../../../shared/model/goal.ts'
import type { Language } from '../../../shared/model/language.ts'
import type { Project } from '../../../shared/model/project.ts'
import type { Table } from '../../../shared/model/table.ts'
import type { DataWay } from '../../../shared/text/chart-builder.ts'
import { chartBuilderWords } from '../../../shared/text/chart-builder.ts'
import { figureEditorWords } from '../../../shared/text/figure-editor.ts'
import { chartWords } from '../../../shared/text/charts.ts'
import { baseName, type Figures, usedFigures } from './figure-layout.ts'

export interface Editing {
  project: Project
  /** With what its query found. */
  chart: ChartState
  plot: Plot
  kinds: readonly KindChoice[]
  figures: Figures
  tables: readonly Table[]
  disabled: boolean
  /** One step that can be undone. */
  change: (edit: (chart: ChartSpec) => ChartSpec) => void
}

/** What the chart is made from now. */
export const wayOf = ({ query, spans, kind }: ChartSpec): DataWay =>
  query ? 'table' : kind === 'gantt' || (spans ?? []).length > 0 ? 'tasks' : 'figures'

/** Leaves out what is undefined: an absent property is the way to say “as usual”. */
export function without<K extends keyof ChartSpec>(
  chart: ChartSpec,
  ...names: readonly K[]
): Omit<ChartSpec, K> {
  const rest: Partial<ChartSpec> = { ...chart }
  for (const name of names) delete rest[name]
  return rest as Omit<ChartSpec, K>
}

/** The chart made from something else: what pointed at the old categories goes with them. */
export const emptied = (chart: ChartSpec): ChartSpec => ({
  ...without(chart, 'query', 'spans', 'events', 'wholes', 'line', 'top', 'sort', 'axisFrom', 'rounding'),
  categories: [],
  series: [],
})

/** The conclusion that the program would put above the chart. */
export const conclusionOf = (
  chart: ChartState,
  { figures, project }: Pick<Editing, 'figures' | 'project'>,
): string => plotChart({ ...chart, title: { auto: true } }, figures, project.language).title

const mostNamed = 3
const longestName = 200
/** Of the name of a column or a figure in that of a chart. */
const longestPart = 40

const short = (name: string): string =>
  name.length > longestPart ? `${name.slice(0, longestPart - 1)}…` : name

/** As its series is called where a column stands in a chart in several ways; a sum goes by its column's name. */
const measureName = (fn: AggregateFunction, column: string, language: Language): string =>
  fn === 'sum' ? column : figureEditorWords[language].nameOf(fn, column, column)

/** What a chart is called until the user names it: from what it shows. Empty while it shows nothing. */
export const nameOf = (chart: ChartSpec, given: Pick<Editing, 'figures' | 'tables' | 'project'>): string =>
  fullName(chart, given).slice(0, longestName)

function fullName(
  chart: ChartSpec,
  { figures, tables, project }: Pick<Editing, 'figures' | 'tables' | 'project'>,
): string {
  const { language } = project
  const words = chartBuilderWords[language]
  const { names } = chartWords[language]
  if (chart.query) {
    const { query } = chart
    const table = tables.find(({ id }) => id === query.table)
    const columnName = (id: string | undefined): string =>
      short(table?.columns.find((column) => column.id === id)?.name ?? '')
    const measures = query.measures.map(({ fn, column }) =>
      fn === 'count' ? words.rowCount : measureName(fn, columnName(column), language),
    )
    const measure = [...new Set(measures)].slice(0, mostNamed).join(words.and)
    const split = query.split && columnName(query.split.column)
    return query.by.step
      ? words.measureOver(measure, query.by.step, split)
      : words.measureBy(measure, columnName(query.by.column), split)
  }
  if (wayOf(chart) === 'tasks') return (chart.spans ?? []).length > 0 ? words.schedule : ''
  const drawn = usedFigures(chart).flatMap((id): FigureState[] => {
    const figure = figures.get(id)
    return figure ? [figure] : []
  })
  const [first] = drawn
  if (!first) return ''
  const { part } = first
  const wholes = [...new Set(drawn.map((figure) => figure.part?.of))]
  const sameWay = part && drawn.every((one) => one.part?.by === part.by && one.part.step === part.step)
  if (sameWay && drawn.length > 1) {
    const bases = wholes.flatMap((whole) => {
      const found = drawn.find((figure) => figure.part?.of === whole)
      return found ? [short(baseName(found, language))] : []
    })
    const base = bases.slice(0, mostNamed).join(words.and)
    return part.step ? names.trend(base, part.step) : names.parts(base, part.by)
  }
  if (chart.kind === 'attainment' && drawn.length > mostNamed) return names.goals
  return drawn
    .slice(0, mostNamed)
    .map(({ name }) => short(name))
    .join(words.and)
}

// What a chart shows, in words from its data, for readers who cannot see it: every value while they are few, else the
// ends and the extremes.

import type { Plot, PlotPoint } from '../model/chart.ts'
import type { Language } from '../model/language.ts'
import { chartKindNames, chartWords } from '../text/charts.ts'
import type { Grid } from './drawn.ts'

/** More points than this are summed up, not read out. */
const mostRead = 16
/** More series than this are counted, not read out. */
const mostSeries = 8

/** Sentences in the project's language. */
export function altOf(
  plot: Pick<Plot, 'kind' | 'name' | 'categories' | 'series' | 'reference' | 'events'>,
  grid: Grid,
  language: Language,
): string {
  const words = chartWords[language].alt
  const parts = [words.lead(chartKindNames[language][plot.kind], plot.name)]
  const shown = plot.kind === 'gantt' ? plot.series.slice(0, 1) : plot.series
  const isSeveral = shown.length > 1
  for (const [at, { name, points }] of shown.slice(0, mostSeries).entries()) {
    const present = points.flatMap((point, index) =>
      point.value === null
        ? []
        : [{ value: point.value, text: said(plot, grid, at, index, point, language) }],
    )
    const [first, last] = [present[0], present.at(-1)]
    if (!first || !last) {
      parts.push(isSeveral ? words.series(name, [words.empty.replace(/[。.]\s*$/, '')]) : words.empty)
    } else if (present.length <= mostRead) {
      const texts = present.map(({ text }) => text)
      parts.push(isSeveral ? words.series(name, texts) : words.points(texts))
    } else {
      const ranked = present.toSorted((left, right) => right.value - left.value)
      if (isSeveral) parts.push(words.seriesName(name))
      parts.push(
        words.ends(first.text, last.text),
        words.extremes(ranked[0]?.text ?? '', ranked.at(-1)?.text ?? ''),
      )
    }
  }
  if (shown.length === 0) parts.push(words.empty)
  if (shown.length > mostSeries) parts.push(words.moreSeries(shown.length - mostSeries))
  if (plot.reference && plot.kind !== 'attainment') parts.push(words.line(plot.reference.label))
  if (plot.events?.length)
    parts.push(words.events(plot.events.map(({ at, text }) => words.point(plot.categories[at] ?? '', text))))
  const reversed = grid.series.flatMap(({ aspect, figures }) =>
    aspect === 'attainment'
      ? figures.flatMap((figure) =>
          figure?.goal?.polarity === 'lower' && figure.goal.attainment !== null ? [figure.name] : [],
        )
      : [],
  )
  if (reversed.length > 0) parts.push(words.saving(reversed))
  return parts.join('').trim()
}

/** A value as the report writes it, with its unit, and what is noted beside it. */
function said(
  plot: Pick<Plot, 'kind' | 'categories'>,
  grid: Grid,
  series: number,
  index: number,
  point: PlotPoint,
  language: Language,
): string {
  const words = chartWords[language].alt
  const hasOwnLabel = relabelled.has(plot.kind)
  // A slope has its things as series and its moments as categories.
  const cell = plot.kind === 'slope' ? grid.series[index]?.cells[series] : grid.series[series]?.cells[index]
  const text = hasOwnLabel || !cell ? point.label : cell.text
  const whole = point.note === undefined || plot.kind === 'index' ? text : words.noted(text, point.note)
  return words.point(plot.categories[index] ?? '', whole)
}

/** Kinds that draw another number than the figure's own, or none. */
const relabelled: ReadonlySet<Plot['kind']> = new Set(['waterfall', 'gantt', 'index', 'stacked-full'])

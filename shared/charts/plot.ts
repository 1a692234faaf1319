// Puts numbers into a chart's spec: points with their labels, one axis with its unit and scale, words for who cannot
// see it. It chooses no colour and no library.

import type { ChartSeries, ChartSpec, Plot, PlotAxis, PlotPoint } from '../model/chart.ts'
import type { FigureState } from '../model/goal.ts'
import type { FigureId } from '../model/ids.ts'
import type { Language } from '../model/language.ts'
import { formatValue, unitLabel } from '../numbers/format.ts'
import { chartWords } from '../text/charts.ts'

/** A figure that is gone or has no value leaves a gap. */
export function plotChart(
  spec: ChartSpec,
  figures: ReadonlyMap<FigureId, FigureState>,
  language: Language,
): Plot {
  const found = spec.series.map((series) => ({
    series,
    figures: spec.categories.map((_, index) => {
      const id = series.figures[index] ?? null
      return id === null ? undefined : figures.get(id)
    }),
  }))
  const isAttainment = spec.series.some(({ aspect }) => aspect === 'attainment')
  const drawn = found.flatMap((one) => one.figures.filter((figure) => figure !== undefined))
  const axis = isAttainment ? attainmentAxis : axisOf(drawn, language)
  const plot: Omit<Plot, 'alt'> = {
    kind: spec.kind,
    name: spec.name,
    categories: spec.categories,
    series: found.map((one) => ({
      name: one.series.name,
      points: one.figures.map((figure) => pointOf(figure, one.series.aspect, axis, language)),
    })),
    axis,
    ...(isAttainment && { reference: { value: 1, label: `${chartWords[language].target} 100%` } }),
  }
  return { ...plot, alt: altOf(plot, drawn, language) }
}

const attainmentAxis: PlotAxis = { kind: 'rate', unit: '%', scale: 1, decimals: 1 }

function axisOf(figures: readonly FigureState[], language: Language): PlotAxis {
  const [first] = figures
  if (!first) return { kind: 'count', unit: '', scale: 1, decimals: 0 }
  const most = Math.max(0, ...figures.map(({ value }) => Math.abs(value ?? 0)))
  const scaled = language === 'zh-CN' && first.kind !== 'rate'
  const scale = scaled && most >= 1e9 ? 1e8 : scaled && most >= 1e5 ? 1e4 : 1
  const same = figures.filter(
    ({ rounding }) => rounding.scale === scale || first.kind === 'rate' || language === 'en',
  )
  const decimals = Math.max(
    0,
    ...same.map(({ rounding }) =>
      Math.max(0, rounding.decimals - (language === 'en' ? Math.log10(rounding.scale) : 0)),
    ),
  )
  const rounding = {
    scale,
    decimals: same.length > 0 ? decimals : scale === 1 && first.kind === 'count' ? 0 : 1,
  } as const
  return {
    kind: first.kind,
    unit: unitLabel({ kind: first.kind, unit: first.unit, rounding }, language),
    scale,
    decimals: rounding.decimals,
  }
}

function pointOf(
  figure: FigureState | undefined,
  aspect: ChartSeries['aspect'],
  axis: PlotAxis,
  language: Language,
): PlotPoint {
  if (!figure) return { value: null, label: '', figure: null }
  const { goal } = figure
  if (aspect === 'attainment') {
    const value = goal?.index ?? null
    const how = { ...axis, rounding: { scale: 1, decimals: axis.decimals } } as const
    const label = value === null ? '' : formatValue(value, how, language)
    return { value, label, figure: figure.id, ...(goal && { verdict: goal.verdict }) }
  }
  const value = aspect === 'target' ? (goal?.target ?? null) : figure.value
  if (value === null) return { value, label: '', figure: figure.id }
  const scale = axis.scale === 1e8 ? 1e8 : axis.scale === 1e4 ? 1e4 : 1
  const how = { kind: axis.kind, unit: axis.unit, rounding: { scale, decimals: axis.decimals } } as const
  const label = formatValue(value, how, language, axis.kind !== 'rate')
  return { value, label, figure: figure.id, ...(goal && aspect === 'value' && { verdict: goal.verdict }) }
}

/** More points than this are summed up, not read out. */
const mostRead = 16

function altOf(plot: Omit<Plot, 'alt'>, figures: readonly FigureState[], language: Language): string {
  const words = chartWords[language].alt
  const say = (index: number, { figure, label }: PlotPoint): string => {
    const whole = figures.find(({ id, value }) => id === figure && value !== null)
    const text = plot.reference || !whole ? label : whole.text
    return words.point(plot.categories[index] ?? '', text)
  }
  const parts = [words.lead(words.kind[plot.kind], plot.name)]
  for (const { name, points } of plot.series) {
    const present = points.flatMap((point, index) =>
      point.value === null ? [] : [{ value: point.value, text: say(index, point) }],
    )
    const [first, last] = [present[0], present.at(-1)]
    if (!first || !last) {
      parts.push(words.empty)
    } else if (present.length <= mostRead) {
      const texts = present.map(({ text }) => text)
      parts.push(plot.series.length > 1 ? words.series(name, texts) : words.points(texts))
    } else {
      const ranked = present.toSorted((left, right) => right.value - left.value)
      parts.push(
        words.ends(first.text, last.text),
        words.extremes(ranked[0]?.text ?? '', ranked.at(-1)?.text ?? ''),
      )
    }
  }
  const reversed = plot.reference
    ? figures.filter(({ goal }) => goal?.polarity === 'lower' && goal.attainment !== null)
    : []
  if (reversed.length > 0) parts.push(words.saving(reversed.map(({ name }) => name)))
  return parts.join('').trim()
}

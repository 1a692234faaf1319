// A chart written down in a test by its values: figures, spec and plot.

import { plotChart } from '../../shared/charts/index.ts'
import type { ChartKind, ChartSeries, ChartState, Plot } from '../../shared/model/chart.ts'
import type { FigureState, JudgedGoal } from '../../shared/model/goal.ts'
import { ChartId, FigureId } from '../../shared/model/ids.ts'
import type { Language } from '../../shared/model/language.ts'
import { formatPercent, formatValue } from '../../shared/numbers/format.ts'
import { someFigure } from './figures.ts'

export interface GivenSeries extends Partial<Omit<ChartSeries, 'figures'>> {
  values: readonly (number | null)[]
  /** Of every figure of the series. */
  figure?: Partial<FigureState>
  targets?: readonly (number | undefined)[]
  polarity?: 'higher' | 'lower'
}

export const rates = {
  kind: 'rate',
  unit: '%',
  rounding: { scale: 1, decimals: 1 },
  additive: false,
} as const

export interface DrawnChart {
  plot: Plot
  spec: ChartState
  figures: ReadonlyMap<FigureId, FigureState>
}

export function drawn(
  kind: ChartKind,
  categories: readonly string[],
  series: readonly GivenSeries[],
  more: Partial<ChartState> & { language?: Language; others?: readonly FigureState[] } = {},
): DrawnChart {
  const { language = 'zh-CN', others = [], ...given } = more
  const figures = new Map(others.map((figure) => [figure.id, figure]))
  const spec: ChartState = {
    id: ChartId.parse('c-1'),
    kind,
    name: '图',
    title: { auto: true },
    categories: [...categories],
    series: series.map(({ values, figure, targets, polarity, ...one }, at): ChartSeries => ({
      name: '',
      aspect: 'value',
      ...one,
      figures: values.map((value, index) => {
        const made = figureOf(FigureId.parse(`f-${at}-${index}`), value, language, {
          name: categories[index] ?? '',
          ...figure,
        })
        const target = targets?.[index]
        figures.set(
          made.id,
          target === undefined ? made : { ...made, goal: goalOf(made, target, polarity, language) },
        )
        return made.id
      }),
    })),
    ...given,
  }
  return { plot: plotChart(spec, figures, language), spec, figures }
}

export function figureOf(
  id: FigureId,
  value: number | null,
  language: Language,
  given: Partial<FigureState> & { name: string },
): FigureState {
  const figure = someFigure({ id, ...given, value })
  return { ...figure, text: value === null ? '—' : formatValue(value, figure, language) }
}

export function goalOf(
  figure: FigureState,
  target: number,
  polarity: 'higher' | 'lower' = 'higher',
  language: Language = 'zh-CN',
): JudgedGoal {
  const attainment = figure.value === null || target === 0 ? null : figure.value / target
  const index = attainment === null ? null : polarity === 'lower' ? 2 - attainment : attainment
  return {
    figure: figure.id,
    comparator: polarity === 'lower' ? '≤' : '≥',
    target,
    polarity,
    origin: { kind: 'typed', value: target, note: '' },
    attainment,
    index,
    verdict: index === null ? 'unknown' : index > 1 ? 'exceeded' : index === 1 ? 'met' : 'missed',
    tier: null,
    text: {
      target: `${polarity === 'lower' ? '≤' : '≥'}${formatValue(target, figure, language)}`,
      attainment: formatPercent(attainment ?? 0),
      verdict: '',
      outcome: `达成率${formatPercent(attainment ?? 0)}`,
    },
  }
}

// What a chart's query found, as a grid of values: series named and in the order of the spec, numbers rounded as their
// size asks, periods and blanks in the reader's language.

import type { ChartData, ChartSeries, ChartState } from '../model/chart.ts'
import type { PeriodStep, Rounding } from '../model/figure.ts'
import type { Language } from '../model/language.ts'
import { decimalsOf, formatDay, formatValue } from '../numbers/format.ts'
import { figureEditorWords } from '../text/figure-editor.ts'
import { tableViewWords } from '../text/table-view.ts'
import type { Drawn, Grid } from './grid.ts'

const day = /^\d{4}-\d{2}-\d{2}$/

/** All of it, in the order of the data. */
export function queriedGrid(spec: ChartState, data: ChartData, language: Language): Grid {
  const { blankValue } = tableViewWords[language]
  const keys = data.categories.map((key) => key ?? blankValue)
  const step =
    spec.query?.by.step ?? (keys.length > 1 && keys.every((key) => day.test(key)) ? 'day' : undefined)
  return {
    categories: step ? periodNames(keys, step, language) : keys,
    isCut: false,
    shortened: [],
    isTimed: step !== undefined,
    series: arranged(spec, data, language).map(({ own, found, name }) => {
      const { kind, unit, rest } = found
      const rounding = usualRounding(found, language)
      const drawn = (value: number): Drawn => ({
        value,
        kind,
        unit,
        rounding,
        // Of a million values only those that are drawn are written out.
        get text() {
          return formatValue(value, this, language)
        },
      })
      return {
        name: own?.name || name,
        aspect: 'value',
        ...(own?.as && { as: own.as }),
        ...(own?.axis && { axis: own.axis }),
        additive: found.additive,
        ...(rest !== undefined && { rest: drawn(rest) }),
        cells: keys.map((_, index) => {
          const value = found.values[index] ?? null
          return value !== null && Number.isFinite(value) ? drawn(value) : undefined
        }),
        figures: keys.map(() => undefined),
      }
    }),
  }
}

/**
 * What the series of a query are called that the user has not named: after their column, and how it is taken where one
 * column is taken in several ways; after the value that splits them.
 */
export function measuredNames({ series }: ChartData, language: Language): string[] {
  const [first] = series
  const measures = series.filter(({ part }) => part === first?.part)
  return series.map(({ name, fn, part }) => {
    const isTwice = measures.filter((other) => other.name === name).length > 1
    const measure = isTwice ? figureEditorWords[language].nameOf(fn, name, name) : name
    if (part === undefined) return measure
    const value = part ?? tableViewWords[language].blankValue
    return measures.length === 1 ? value : `${value} ${measure}`
  })
}

/** Found series in the order that the spec names them; measures that it names anew, one after the other. */
function arranged(
  { series, query }: ChartState,
  data: ChartData,
  language: Language,
): { own: ChartSeries | undefined; found: ChartData['series'][number]; name: string }[] {
  const names = measuredNames(data, language)
  const all = data.series.map((found, index) => ({ own: series[index], found, name: names[index] ?? '' }))
  const places = series.map(({ name }) => names.indexOf(name))
  const isNamed = places.length > 0 && places.every((place) => place >= 0)
  // Measures stand as they were asked for, whatever they are called; values of a column may go, and none is another.
  if (!isNamed && !query?.split) return all
  const named = places.flatMap((place, index) => {
    const one = all[place]
    return one ? [{ ...one, own: series[index] }] : []
  })
  const rest = all.filter((_, place) => !places.includes(place))
  return [...named, ...rest.map((one) => ({ ...one, own: undefined }))]
}

/** How values of a column are written that no figure says how to round: the measures of a whole axis alike. */
function usualRounding({ kind, values }: ChartData['series'][number], language: Language): Rounding {
  const numbers = values.filter((value) => value !== null && Number.isFinite(value)) as number[]
  const most = numbers.reduce((highest, value) => Math.max(highest, Math.abs(value)), 0)
  if (kind === 'rate' || kind === 'points') return { scale: 1, decimals: most > 0 && most < 0.01 ? 2 : 1 }
  const scale = language === 'en' ? 1 : scaleFor(most)
  if (scale > 1) return { scale, decimals: most / scale < 10 ? 2 : 1 }
  const needed = numbers.some((value) => !Number.isInteger(value))
    ? numbers.reduce((decimals, value) => Math.max(decimals, decimalsOf(value, 2, 0)), 0)
    : 0
  return { scale, decimals: Math.min(needed, most < 100 ? 2 : most < 10_000 ? 1 : 0) }
}

/** Periods as they are read side by side: without the year where all share it. */
function periodNames(keys: readonly string[], step: PeriodStep, language: Language): string[] {
  const years = new Set(keys.map((key) => key.slice(0, 4)))
  const names = keys.map((key) => formatDay(key, language))
  if (years.size !== 1 || step === 'year') return names
  return names.map((name) =>
    language === 'zh-CN' ? name.replace(/^\d{4}年(?=.)/, '') : name.replace(/(?<=.),? (of )?\d{4}$/, ''),
  )
}

/** From what size on a Chinese reader counts in 万 and in 亿. */
export const scaleFor = (most: number): Rounding['scale'] => (most >= 1e8 ? 1e8 : most >= 1e5 ? 1e4 : 1)

// A gantt: spans of days, one bar each, and how much of it is done. Days are counted since 1970-01-01; a bar ends where
// the day after its last one begins.

import type { ChartState, PlotPoint } from '../model/chart.ts'
import type { Language } from '../model/language.ts'
import { formatDay, formatPercent, formatPeriod } from '../numbers/format.ts'
import { tidy } from '../numbers/tidy.ts'
import { chartWords } from '../text/charts.ts'
import type { Body } from './body.ts'

const dayMs = 86_400_000
const dayOf = (iso: string): number => Math.floor(Date.parse(iso) / dayMs)
const isoOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10)

/** A span that ends before it begins is no bar. */
export function ganttOf(spec: ChartState, language: Language): Body {
  const words = chartWords[language]
  const sign = spec.sort === 'descending' ? -1 : 1
  const given = spec.spans ?? []
  const spans = spec.sort
    ? given.toSorted((left, right) => sign * (dayOf(left.from) - dayOf(right.from)))
    : given
  const years = new Set(spans.flatMap(({ from, to }) => [from.slice(0, 4), to.slice(0, 4)]))
  const bars = spans.map(({ from, to, share }) => {
    const [begin, end] = [dayOf(from), dayOf(to) + 1]
    return { from, to, share, begin, end, isBar: Number.isFinite(begin) && end > begin }
  })
  const points = bars.map(({ from, to, share, begin, end, isBar }): PlotPoint => {
    if (!isBar) return { value: null, label: '', figure: null }
    const note = share === undefined ? {} : { note: words.doneShare(formatPercent(share, 0)) }
    const period = formatPeriod({ from, to }, language)
    const label = `${years.size === 1 ? withoutYear(period, language) : period} · ${words.days(end - begin)}`
    return { value: end, from: begin, label, figure: null, ...note }
  })
  const done = bars.map(({ share, begin, end, isBar }): PlotPoint => {
    if (!isBar || share === undefined || share <= 0) return { value: null, label: '', figure: null }
    return { value: tidy(begin + (end - begin) * share), from: begin, label: '', figure: null }
  })
  const days = bars.filter(({ isBar }) => isBar)
  const [first, last] = [Math.min(...days.map(({ begin }) => begin)), Math.max(...days.map(({ end }) => end))]
  return {
    categories: spans.map(({ name }) => name),
    series: [
      { name: spec.name, points },
      ...(done.some(({ value }) => value !== null) ? [{ name: words.done, points: done }] : []),
    ],
    axis: {
      kind: 'count',
      unit: '',
      scale: 1,
      decimals: 0,
      days: true,
      ...(days.length > 0 && { from: first, ticks: ticksOf(first, last, language) }),
    },
  }
}

const withoutYear = (text: string, language: Language): string =>
  language === 'zh-CN' ? text.replaceAll(/\d{4}年/g, '') : text.replaceAll(/ \d{4}/g, '')

const mostTicks = 8

/** Firsts of months where there are at least three, else Mondays or days; no more than can be read side by side. */
function ticksOf(first: number, last: number, language: Language): { at: number; label: string }[] {
  const months = monthsWithin(first, last)
  const length = last - first
  const days =
    months.length >= 3
      ? months
      : Array.from({ length: length + 1 }, (_, index) => first + index).filter(
          (day) => length <= mostTicks || (day + 3) % 7 === 0,
        )
  const every = Math.ceil(days.length / mostTicks)
  const isSameYear = isoOf(first).slice(0, 4) === isoOf(last).slice(0, 4)
  return days
    .filter((_, index) => index % every === 0)
    .map((at) => {
      const iso = isoOf(at)
      const name = formatDay(months.length >= 3 ? iso.slice(0, 7) : iso, language)
      return { at, label: isSameYear ? withoutYear(name, language) : name }
    })
}

function monthsWithin(first: number, last: number): number[] {
  const months: number[] = []
  const start = new Date(first * dayMs)
  let [year, month] = [start.getUTCFullYear(), start.getUTCMonth()]
  for (let guard = 0; guard < mostMonths; guard += 1) {
    const day = Math.floor(Date.UTC(year, month, 1) / dayMs)
    if (day > last) break
    if (day >= first) months.push(day)
    month += 1
    if (month === 12) [year, month] = [year + 1, 0]
  }
  return months
}

/** A hundred years. */
const mostMonths = 1200

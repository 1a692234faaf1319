// What all charts drawn by ECharts have in common: texts shown as they are, numbers as the axis counts, axes, labels and
// room for them.

import type { Plot, PlotAxis, PlotPoint } from '../model/chart.ts'
import { tidy } from '../numbers/tidy.ts'
import { type ChartTheme, plotColours, verdictSigns } from './palettes.ts'
import { plain, titleHeight, widest, widthOf } from './texts.ts'

/** Colours are CSS colours; the option follows the page's theme by being made again. */
export interface ChartLook {
  theme: ChartTheme
  text: string
  muted: string
  /** Grid lines and the axis. */
  rule: string
  /** What the chart stands on: gaps between slices. */
  surface: string
  font: string
  /** Pixels, as the size of the drawing is. */
  fontSize: number
  width: number
  height: number
  animation: boolean
}

/** A chart on its way to an option. */
export interface Draft {
  plot: Plot
  look: ChartLook
  /** One a series, of a pie one a slice. */
  colours: readonly string[]
  /** Pixels above the drawing that the title takes. */
  top: number
}

export const draftOf = (plot: Plot, look: ChartLook): Draft => ({
  plot,
  look,
  colours: plotColours(plot, look.theme),
  top: Math.ceil(titleHeight(plot.title, look.width, look.fontSize)),
})

/** As the axis counts: 48.2 for a rate of 0.482, 5.8 for 58000 under 万. */
export function shownOn({ kind, unit, scale }: PlotAxis, value: number): number {
  const shown = tidy(
    kind === 'rate' ? value * (unit === '‰' ? 1000 : 100) : kind === 'points' ? value * 100 : value / scale,
  )
  return Math.abs(shown) < smallest ? 0 : Math.min(largest, Math.max(-largest, shown))
}

/** Beyond these ECharts finds no steps for an axis and gives up. */
const smallest = 1e-12
const largest = 1e20

export const textStyle = ({ look }: Draft, colour: string = look.text): object => ({
  color: colour,
  fontSize: look.fontSize,
  fontFamily: look.font,
})

/** Labels stand at every point while there are so few. */
const mostLabels = 24

export const isLabelled = ({ plot }: Draft, most = mostLabels): boolean =>
  plot.labels === 'all' || (plot.labels !== 'none' && plot.categories.length * plot.series.length <= most)

/** A label with the sign of its verdict, where colour says the same. */
export const judgedLabel = ({ label, verdict }: PlotPoint): string => {
  const sign = verdict ? verdictSigns[verdict] : ''
  return sign === '' || label === '' ? label : `${sign} ${label}`
}

/** What the pointer is told: series, category, value with its unit, what is noted beside it. */
export function toldOf(point: PlotPoint, category: string, name: string, axis: PlotAxis): string {
  const isUnitSaid =
    axis.kind === 'rate' || axis.unit === '' || point.label.endsWith(axis.unit) || axis.days === true
  const unit = isUnitSaid ? '' : `${/^[A-Za-z]/.test(axis.unit) ? ' ' : ''}${axis.unit}`
  const heading = [name, category].filter((text) => text !== '').map(plain)
  const lines = [heading.join(' · '), `${plain(point.label)}${plain(unit)}`]
  if (point.note !== undefined) lines.push(plain(point.note))
  return lines.filter((line) => line !== '').join('\n')
}

/** One value of a series with its own label (lines one below the other) and words for the pointer. An empty label would be ECharts' own. */
export function itemOf(
  point: PlotPoint,
  value: number | null,
  {
    told,
    label = point.label,
    colour,
    look = {},
  }: { told: string; label?: string | readonly string[]; colour?: string | undefined; look?: object },
): object {
  if (value === null || !Number.isFinite(value)) return { value: '-' }
  const lines = [label].flat().filter((line) => line !== '')
  return {
    value,
    label: lines.length === 0 ? { show: false } : { formatter: lines.map(plain).join('\n'), ...look },
    tooltip: { formatter: told },
    ...(colour !== undefined && { itemStyle: { color: colour } }),
  }
}

/** More names than these stand at an axis with gaps between them. */
const mostNames = 14

/** The axis of names: below columns, beside bars that lie. */
export function namesAxis(draft: Draft, lying: boolean, names = draft.plot.categories): object {
  const { look } = draft
  const shown = names.map(plain)
  const longest = widest(shown, look.fontSize)
  const isCrowded = !lying && (longest + look.fontSize) * names.length > look.width - 6 * look.fontSize
  const isMany = names.length > mostNames
  return {
    type: 'category',
    data: shown,
    inverse: lying,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: look.rule }, onZero: true },
    axisLabel: {
      ...textStyle(draft),
      ...(isMany && !lying ? { hideOverlap: true } : { interval: 0 }),
      ...(isCrowded && !isMany && { rotate: 30 }),
      width: Math.round(lying ? look.width * 0.3 : isCrowded ? look.fontSize * 10 : look.fontSize * 14),
      overflow: 'truncate',
    },
  }
}

/** What the last of many upright names takes beyond the end of its axis. */
export const lastNameRoom = ({ plot, look }: Draft): number =>
  plot.categories.length > mostNames
    ? Math.min(14 * look.fontSize, widest(plot.categories.slice(-1).map(plain), look.fontSize)) / 2
    : 0

/** An axis of values. The unit stands at its end, but a percent sign at each number. */
export function valuesAxis(draft: Draft, axis: PlotAxis, lying: boolean, isSecond = false): object {
  const { look, plot } = draft
  const sign = axis.kind === 'rate' ? (axis.unit === '‰' ? '‰' : '%') : ''
  return {
    type: 'value',
    ...(sign === '' && axis.unit !== '' && { name: plain(axis.unit) }),
    ...(lying ? { nameLocation: 'middle', nameGap: look.fontSize * 2.2 } : { nameGap: look.fontSize * 0.9 }),
    nameTextStyle: {
      ...textStyle(draft, look.muted),
      ...(!lying && { align: isSecond ? 'right' : 'left' }),
    },
    ...(axis.from !== undefined && { min: shownOn(axis, axis.from) }),
    // Room for a label beyond the longest bar.
    boundaryGap: [hasNegative(plot) ? '4%' : 0, plot.events?.length ? '16%' : '4%'],
    splitNumber: plot.reference ? 6 : 4,
    axisLabel: {
      ...textStyle(draft, look.muted),
      hideOverlap: true,
      ...(sign !== '' && { formatter: `{value}${sign}` }),
    },
    splitLine: { show: !isSecond, lineStyle: { color: look.rule } },
    axisLine: { show: false },
  }
}

const hasNegative = ({ series }: Plot): boolean =>
  series.some(({ points }) => points.some(({ value, from = 0 }) => (value ?? 0) < 0 || from < 0))

/** The legend, and how much room above the drawing title, legend and unit take. */
export function legendOf(
  { plot, look, top }: Draft,
  names: readonly string[],
  { unit = false, fixed = false }: { unit?: boolean; fixed?: boolean } = {},
): { legend?: object; top: number } {
  const { fontSize } = look
  const room = unit ? Math.ceil(fontSize * 2) : Math.ceil(fontSize * 0.8)
  if (names.length === 0) return { top: top + room + (plot.events?.length ? Math.ceil(fontSize * 1.4) : 0) }
  const shown = names.map(plain)
  const line = Math.ceil(fontSize * 1.7)
  const wide = shown.reduce((sum, name) => sum + (widthOf(name) + 3.2) * fontSize, 0)
  const lines = Math.min(4, Math.max(1, Math.ceil(wide / (look.width - 2 * fontSize))))
  return {
    legend: {
      top: top + 2,
      itemWidth: Math.round(fontSize * 1.1),
      itemHeight: Math.round(fontSize * 0.7),
      data: shown,
      textStyle: { color: look.text, fontSize, fontFamily: look.font },
      ...(fixed && { selectedMode: false }),
    },
    top: top + lines * line + room + (plot.events?.length ? Math.ceil(fontSize * 1.4) : 0),
  }
}

/** The place of the drawing within the picture; labels of the axes stand inside it. */
export const gridOf = (
  { look }: Draft,
  top: number,
  { right = look.fontSize * 1.4, bottom = 8 } = {},
): object => ({
  top,
  bottom: Math.ceil(bottom),
  left: 8,
  right: Math.ceil(right),
  outerBoundsMode: 'same',
  outerBoundsContain: 'axisLabel',
})

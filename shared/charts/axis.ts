// The value axes of a chart, and the labels that stand at its points: in the unit and at the scale of their axis, with the
// decimals of the report.

import type { ChartKind, PlotAxis } from '../model/chart.ts'
import type { FigureKind, Rounding } from '../model/figure.ts'
import type { Language } from '../model/language.ts'
import { formatValue, roundDecimal, unitLabel } from '../numbers/format.ts'
import { tidy } from '../numbers/tidy.ts'
import type { Drawn } from './grid.ts'
import { scaleFor } from './queried.ts'

export const attainmentAxis: PlotAxis = { kind: 'rate', unit: '%', scale: 1, decimals: 1 }
export const indexAxis: PlotAxis = { kind: 'index', unit: '', scale: 1, decimals: 1 }

/** Rates and points are ratios that are written in hundredths. */
export const isPercent = (kind: FigureKind): boolean => kind === 'rate' || kind === 'points'

/** A share with one decimal, so that shares beside each other end alike: 42.2%, 24.0%. */
export const percent = (ratio: number, language: Language): string =>
  formatValue(ratio, { kind: 'rate', unit: '%', rounding: { scale: 1, decimals: 1 } }, language)

/** Whether a value can stand on an axis: 人 beside 万人 can, % beside 人 cannot. */
export const isOn = (
  { kind, unit }: Pick<Drawn, 'kind' | 'unit'>,
  first: Pick<Drawn, 'kind' | 'unit'>,
): boolean =>
  isPercent(kind) === isPercent(first.kind) && (unit === first.unit || (isPercent(kind) && kind !== 'points'))

/** The axis that all values of a chart (or of one side of it) stand on; the first value says in what unit. */
export function axisOf(
  cells: readonly Drawn[],
  { rounding, language }: { rounding?: Rounding | undefined; language: Language },
): PlotAxis {
  const [first] = cells
  if (!first) return { kind: 'count', unit: '', scale: 1, decimals: 0 }
  const own = cells.filter((cell) => isOn(cell, first))
  const scale =
    isPercent(first.kind) || language === 'en'
      ? 1
      : (rounding?.scale ?? sharedScale(own) ?? scaleFor(mostOf(own)))
  const power = Math.log10(scale)
  const shown = own
    .map((cell) => rounding ?? cell.rounding)
    .map((one) =>
      isPercent(first.kind)
        ? one.decimals
        : one.scale === scale
          ? one.decimals
          : language === 'en'
            ? one.decimals - Math.log10(one.scale)
            : Math.min(1, one.decimals + power - Math.log10(one.scale)),
    )
  const decimals = Math.max(0, ...shown)
  const how = { kind: first.kind, unit: first.unit, rounding: { scale, decimals } } as const
  return { kind: first.kind, unit: unitLabel(how, language), scale, decimals }
}

const mostOf = (cells: readonly Drawn[]): number => Math.max(0, ...cells.map(({ value }) => Math.abs(value)))

/** The scale at which the report writes all of the values, unless an axis in it would be all noughts. */
function sharedScale(cells: readonly Drawn[]): Rounding['scale'] | undefined {
  const scales = new Set(cells.filter(({ value }) => value !== 0).map(({ rounding }) => rounding.scale))
  const [scale] = scales
  return scales.size === 1 && scale !== undefined && mostOf(cells) / scale < 1e6 ? scale : undefined
}

/** Kinds without an axis beside them: what is written must name its unit. */
const namesUnits: ReadonlySet<ChartKind> = new Set(['pie', 'funnel', 'cards'])

/**
 * What is written at a point: as in the report where the axis counts at the report's scale, else at the axis's; with its
 * own unit where no axis names it.
 */
export function labelOf(
  cell: Drawn,
  axis: PlotAxis,
  { kind, rounding, language }: { kind: ChartKind; rounding?: Rounding | undefined; language: Language },
): string {
  if (namesUnits.has(kind) || !isUnitOf(axis, cell, language))
    return rounding
      ? formatValue(cell.value, { ...cell, rounding: fitted(rounding, cell) }, language)
      : cell.text
  const own = rounding ? fitted(rounding, cell) : cell.rounding
  if (isPercent(cell.kind))
    return cell.kind === 'points'
      ? roundDecimal(cell.value, own.decimals, 2)
      : formatValue(cell.value, { ...cell, rounding: own }, language)
  if (own.scale === axis.scale || language === 'en')
    return formatValue(cell.value, { ...cell, rounding: own }, language, true)
  const scale = axis.scale === 1e8 ? 1e8 : axis.scale === 1e4 ? 1e4 : 1
  const decimals = twoDigits(cell.value / scale, axis.decimals)
  return formatValue(cell.value, { ...cell, rounding: { scale, decimals } }, language, true)
}

/** A rounding that the user chose for the axis: rates know no 万. */
const fitted = (rounding: Rounding, { kind }: Drawn): Rounding =>
  isPercent(kind) ? { scale: 1, decimals: rounding.decimals } : rounding

/** Whether the unit at the axis is that of a value, whatever the scale. */
const isUnitOf = (axis: PlotAxis, cell: Drawn, language: Language): boolean =>
  isPercent(axis.kind) === isPercent(cell.kind) &&
  (isPercent(axis.kind) ||
    unitLabel({ ...cell, rounding: { scale: scaleAs(axis.scale), decimals: 0 } }, language) === axis.unit)

const scaleAs = (scale: number): Rounding['scale'] => (scale === 1e8 ? 1e8 : scale === 1e4 ? 1e4 : 1)

/** Decimals with which a small value beside large ones still shows two digits: 0.089万 beside 12.4万. */
function twoDigits(value: number, decimals: number): number {
  const size = Math.abs(value)
  if (size === 0 || size >= 1) return decimals
  return Math.min(4, Math.max(decimals, 1 - Math.floor(Math.log10(size))))
}

/**
 * Where the axis of lines begins, in base units: 0, unless all values lie so close together far above it that their
 * course would be a straight line. Undefined for 0.
 */
export function lineStart(values: readonly number[]): number | undefined {
  const low = Math.min(...values)
  const high = Math.max(...values)
  const span = high - low
  if (values.length === 0 || low <= 0 || span <= 0 || span > 0.4 * high) return undefined
  const step = 10 ** Math.floor(Math.log10(span))
  const start = tidy(Math.floor((low - span * 0.4) / step) * step)
  return start > 0 ? start : undefined
}

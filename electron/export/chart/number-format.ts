// Excel's number formats for what a chart writes, and how such a format writes a number: so that it is known beforehand
// whether a label by format reads as the figure does. Only the formats that are made here are understood.

import type { PlotAxis } from '../../../shared/model/chart.ts'
import { tidy } from '../../../shared/numbers/tidy.ts'

const decimalPlaces = (decimals: number): string => (decimals > 0 ? `.${'0'.repeat(decimals)}` : '')

/** Whether values are drawn as ratios and written with a percent sign. */
export const isRatio = ({ kind, unit }: PlotAxis): boolean => kind === 'rate' && unit !== '‰'

/** How a value of the axis is drawn: 0.482 for 48.2 %, 5.8 under 万, 48 under ‰, 6.2 for points. Null for no number. */
export function drawnValue(axis: PlotAxis, value: number | null): number | null {
  if (value === null || !Number.isFinite(value)) return null
  if (isRatio(axis)) return tidy(value)
  return tidy(axis.kind === 'rate' ? value * 1000 : axis.kind === 'points' ? value * 100 : value / axis.scale)
}

/** `0.0%` for ratios, `#,##0.0` for the rest. */
export function labelFormat(axis: PlotAxis, decimals: number): string {
  const places = decimalPlaces(decimals)
  return isRatio(axis) ? `#,##0${places}%` : `#,##0${places}`
}

/** Along an axis numbers are round: decimals only where all of it lies below ten. */
export function tickFormat(axis: PlotAxis, lowest: number, highest: number): string {
  const most = Math.max(Math.abs(lowest), Math.abs(highest))
  if (isRatio(axis)) return most < 0.1 ? '0.0%' : '0%'
  // Below ten, only as many decimals as a number needs.
  return most < 10 && axis.decimals > 0 ? 'General' : '#,##0'
}

const format = /^(?:"([^"]*)")?(#,##)?0(?:\.(0+))?(%?)(?:"([^"]*)")?$/

/** As Excel writes it; half is rounded away from zero. Dates and other formats are written as the format itself. */
export function writeBy(code: string, value: number): string {
  if (code === 'General') return String(tidy(value))
  const found = format.exec(code)
  if (!found) return code
  const [, before = '', grouped, places = '', percent = '', after = ''] = found
  const number = tidy(percent ? value * 100 : value)
  const factor = 10 ** places.length
  const rounded = Math.round(tidy(Math.abs(number) * factor)) / factor
  const text = rounded.toLocaleString('en-US', {
    minimumFractionDigits: places.length,
    maximumFractionDigits: places.length,
    useGrouping: grouped !== undefined,
  })
  return `${number < 0 && rounded > 0 ? '-' : ''}${before}${text}${percent}${after}`
}

const written = /^([^\d"-]*)(-?[\d,]*\d(?:\.\d+)?%?)([^"]*)$/

/**
 * The format by which `label` is what is written for the drawn value: 5.8万人 by `#,##0.0"万人"`. Undefined where none does,
 * as for words that tell another number than the bar's length.
 */
export function maybeFormatFor(axis: PlotAxis, drawn: number, label: string): string | undefined {
  const [, before = '', number = '', after = ''] = written.exec(label) ?? []
  const decimals = /\.(\d+)/.exec(number)?.[1]?.length ?? 0
  const code = labelFormat(axis, decimals)
  if (writeBy(code, drawn) !== number) return undefined
  return `${quoted(before)}${code}${quoted(after)}`
}

const quoted = (text: string): string => (text === '' ? '' : `"${text}"`)

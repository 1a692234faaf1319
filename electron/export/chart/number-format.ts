// Excel's number formats for what a chart writes, and how such a format writes a number: so that it is known beforehand
// whether a label by format reads as the figure does. Only the formats that are made here are understood.

import type { PlotAxis } from '../../../shared/model/chart.ts'
import { tidy } from '../../../shared/numbers/tidy.ts'

const decimalPlaces = (decimals: number): string => (decimals > 0 ? `.${'0'.repeat(decimals)}` : '')

/** How a value of the axis is drawn: 0.482 for 48.2 %, 5.8 under 万, 48 under ‰. Null for what is no number. */
export function drawnValue({ kind, unit, scale }: PlotAxis, value: number | null): number | null {
  if (value === null || !Number.isFinite(value)) return null
  if (kind === 'rate') return tidy(unit === '‰' ? value * 1000 : value)
  return tidy(value / scale)
}

/** `0.0%` for ratios, `#,##0.0` for the rest. */
export function labelFormat({ kind, unit }: PlotAxis, decimals: number): string {
  const places = decimalPlaces(decimals)
  return kind === 'rate' && unit !== '‰' ? `0${places}%` : `#,##0${places}`
}

/** Along an axis numbers are round: decimals only where all of it lies below ten. */
export function tickFormat(axis: PlotAxis, lowest: number, highest: number): string {
  const most = Math.max(Math.abs(lowest), Math.abs(highest))
  if (axis.kind === 'rate' && axis.unit !== '‰') return most < 0.1 ? '0.0%' : '0%'
  return most < 10 && axis.decimals > 0 ? '0.0' : '#,##0'
}

const format = /^(#,##)?0(?:\.(0+))?(%?)$/

/** As Excel writes it; half is rounded away from zero. Dates and other formats are written as the format itself. */
export function writeBy(code: string, value: number): string {
  const found = format.exec(code)
  if (!found) return code
  const [, grouped, places = '', percent] = found
  const number = tidy(percent ? value * 100 : value)
  const factor = 10 ** places.length
  const rounded = Math.round(tidy(Math.abs(number) * factor)) / factor
  const text = rounded.toLocaleString('en-US', {
    minimumFractionDigits: places.length,
    maximumFractionDigits: places.length,
    useGrouping: grouped !== undefined,
  })
  return `${number < 0 && rounded > 0 ? '-' : ''}${text}${percent}`
}

/** The format with so many decimals that `label` is what it writes for the drawn value; undefined where none does. */
export function maybeFormatFor(axis: PlotAxis, drawn: number, label: string): string | undefined {
  for (let decimals = 0; decimals <= 6; decimals++) {
    const code = labelFormat(axis, decimals)
    if (writeBy(code, drawn) === label) return code
  }
  return undefined
}

// How far goals were met, as bars against a line at 100 %: one series for each verdict, so that the legend says what
// the colours mean.

import type { ChartSeries, ChartValueAxis } from 'docx/charts'
import type { PlotPoint } from '../../../shared/model/chart.ts'
import type { HouseStyle } from '../../../shared/model/house-style.ts'
import { oneLine } from '../clean-text.ts'

type Judgement = 'good' | 'bad' | 'unknown'

const judgements = ['good', 'bad', 'unknown'] as const

const judged = (point: PlotPoint): Judgement =>
  point.verdict === 'met' || point.verdict === 'exceeded'
    ? 'good'
    : point.verdict === 'missed'
      ? 'bad'
      : 'unknown'

/** A bar shorter than this part of the longest has no room for its label inside. */
const shortest = 0.2

export function attainmentSeries(
  points: readonly PlotPoint[],
  colours: HouseStyle['colours'],
  names: Readonly<Record<Judgement, string>>,
): (ChartSeries & { values: (number | null)[] })[] {
  const highest = Math.max(1, ...points.map(({ value }) => value ?? 0))
  return judgements.flatMap((judgement) => {
    const values = points.map((point) =>
      judged(point) === judgement && point.value !== null && Number.isFinite(point.value)
        ? point.value
        : null,
    )
    if (values.every((value) => value === null)) return []
    return [
      {
        name: names[judgement],
        values,
        color: judgement === 'unknown' ? colours.muted : colours[judgement],
        pointLabels: values.map((value, index) =>
          value === null ? false : labelOf(value, points[index]?.label ?? '', value < shortest * highest),
        ),
      },
    ]
  })
}

/**
 * Inside the bar, where the line at 100 % does not cross it. Where less is better the words tell another number than the
 * bar's length (降低15%): they are written as they are; else the label follows the value when somebody edits it.
 */
function labelOf(value: number, label: string, outside: boolean) {
  const decimals = /^[\d.,]+?(?:\.(\d+))?%$/.exec(label)
  const digits = decimals?.[1]?.length ?? 0
  const says = decimals !== null && `${(value * 100).toFixed(digits)}%` === label.replaceAll(',', '')
  return {
    ...(says
      ? { value: true, numberFormat: digits > 0 ? `0.${'0'.repeat(digits)}%` : '0%' }
      : { text: oneLine(label) }),
    position: outside ? 'outsideEnd' : 'insideEnd',
    font: { size: 9, color: outside ? '404040' : 'FFFFFF' },
  } as const
}

/** The axis has one line across the chart and one number: 100 %, and its multiples where bars are as long. */
export const attainmentAxis = (
  highest: number,
  lowest: number,
): Pick<ChartValueAxis, 'minimum' | 'maximum' | 'interval' | 'numberFormat'> => ({
  minimum: Math.min(0, Math.floor(lowest)),
  maximum: Math.max(1.1, Math.ceil(highest * 10.2) / 10),
  interval: Math.max(1, Math.ceil(highest / 5)),
  numberFormat: '0%',
})

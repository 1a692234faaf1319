// Spans of days as bars over an axis of dates, standing on an invisible base that ends where they begin.

import type { Plot } from '../../../shared/model/chart.ts'
import { tidy } from '../../../shared/numbers/tidy.ts'
import { chartSheetWords } from '../../../shared/text/chart-sheet.ts'
import { oneLine } from '../clean-text.ts'
import { categoriesOf, labelsFit, nameOf } from './column.ts'
import { coloursOf, quiet } from './colours.ts'
import { inks, type Setting } from './setting.ts'
import type { Bars, Column, Label, Sketch, SketchSeries } from './sketch.ts'

/** Excel counts days from the end of 1899; a plot counts from 1970-01-01. */
const serialOf1970 = 25569
const dayFormat = 'yyyy-mm-dd'
/** Steps between dates that a reader can count along. */
const steps = [1, 2, 7, 14, 28, 56, 91, 182, 364]
const mostSteps = 7

export function ganttSketch(plot: Plot, setting: Setting): Sketch {
  const words = chartSheetWords[setting.language]
  const [whole, done] = plot.series
  const spans = plot.categories.map((_, at) => {
    const point = whole?.points[at]
    const [begin, end] = [finite(point?.from), finite(point?.value)]
    if (begin === null || end === null) return null
    const doneUntil = finite(done?.points[at]?.value) ?? begin
    return { begin: begin + serialOf1970, days: tidy(end - begin), done: tidy(doneUntil - begin) }
  })
  const colours = coloursOf(plot)
  const colour = colours[done ? 1 : 0] ?? inks.muted
  const column = (
    name: string,
    format: string,
    of: (span: NonNullable<(typeof spans)[number]>) => number,
  ): Column => ({
    name,
    format,
    values: spans.map((span) => span && of(span)),
  })
  const columns: Column[] = [
    column(words.begin, dayFormat, ({ begin }) => begin),
    column(words.days, '0', ({ days }) => days),
  ]
  const begin = Math.min(...spans.flatMap((span) => (span ? [span.begin] : [])))
  const end = Math.max(...spans.flatMap((span) => (span ? [span.begin + span.days] : [])))
  const present = end > begin
  const step = steps.find((days) => (end - begin) / days <= mostSteps) ?? Math.ceil((end - begin) / mostSteps)
  const drawn: SketchSeries[] = [{ column: 0, fill: null, listed: false }]
  if (done) {
    const first = columns.push(column(nameOf(done.name), '0.0', (span) => span.done)) - 1
    const rest =
      columns.push({
        ...column(words.left, '0.0', (span) => tidy(span.days - span.done)),
        formula: (row) => `C${row}-D${row}`,
      }) - 1
    drawn.push(
      { column: first, fill: { colour }, listed: false },
      { column: rest, fill: { colour: quiet }, listed: false },
    )
  } else drawn.push({ column: 1, fill: { colour }, listed: false })
  const room = columns.push({ ...column(words.room, '0', () => 0) }) - 1
  drawn.push({
    column: room,
    fill: null,
    listed: false,
    labels: plot.categories.map((_, at): Label | null => {
      const point = whole?.points[at]
      const label = [point?.label, point?.note].flatMap((text) => oneLine(text ?? '') || []).join(' · ')
      return label === '' || !labelsFit(plot)
        ? null
        : { text: label, place: 'inside-base', colour: inks.text }
    }),
  })
  const bars: Bars = {
    draw: 'bars',
    stacking: 'stacked',
    filled: 0.64,
    widest: 1.5,
    axis: 'first',
    series: drawn,
  }
  const sameYear = present && yearOf(begin) === yearOf(end - 1)
  return {
    title: oneLine(plot.title),
    categories: categoriesOf(plot, setting),
    columns,
    groups: [bars],
    lying: true,
    first: {
      format: axisFormat(sameYear, setting),
      unit: '',
      onTop: true,
      ...(present && { from: begin, to: end, step }),
    },
    legend: false,
  }
}

const finite = (value: number | null | undefined): number | null =>
  value !== null && Number.isFinite(value) ? (value as number) : null

const yearOf = (serial: number): number => new Date((serial - serialOf1970) * 86_400_000).getUTCFullYear()

const axisFormat = (sameYear: boolean, { language }: Setting): string =>
  language === 'en' ? (sameYear ? 'd mmm' : 'd mmm yy') : sameYear ? 'm"月"d"日"' : 'yyyy"年"m"月"'

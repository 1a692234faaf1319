// A small picture of each kind of chart, drawn in the colour of the text beside it with the accent for what matters.

import type { ReactElement } from 'react'
import type { ChartKind } from '../../../shared/model/chart.ts'

/** Strokes, quiet fills and accent fills on a field of 40 × 28. */
interface Strokes {
  quiet?: string
  strong?: string
  line?: string
}

const base = 'M3.5 25.5h33'
const bar = (x: number, y: number, width: number, height: number): string =>
  `M${x} ${y}h${width}v${height}h-${width}z`

const pictures: Readonly<Record<ChartKind, Strokes>> = {
  column: { line: base, strong: bar(7, 14, 5, 11) + bar(17.5, 6, 5, 19) + bar(28, 10, 5, 15) },
  bar: { line: 'M5.5 3v22', strong: bar(6, 5, 26, 4) + bar(6, 12, 18, 4) + bar(6, 19, 11, 4) },
  target: {
    line: base,
    quiet: bar(6, 8, 5, 17) + bar(22, 12, 5, 13),
    strong: bar(12, 5, 5, 20) + bar(28, 15, 5, 10),
  },
  attainment: {
    line: 'M5.5 3v22M27 3v22',
    strong: bar(6, 5, 27, 4) + bar(6, 12, 22, 4),
    quiet: bar(6, 19, 14, 4),
  },
  bullet: {
    quiet: bar(5, 5, 28, 7) + bar(5, 16, 24, 7),
    strong: bar(5, 7, 20, 3) + bar(5, 18, 28, 3),
  },
  line: { line: `${base}M5 20l8-7l8 3l7-9l8 3` },
  combo: {
    line: `${base}M5 12l9-5l9 4l12-7`,
    quiet: bar(6, 17, 5, 8) + bar(16, 14, 5, 11) + bar(26, 19, 5, 6),
  },
  pie: {
    strong: 'M20 3a11 11 0 0 1 10.5 14.3l-4.8-1.5A6 6 0 0 0 20 8z',
    quiet: 'M29.9 18.9A11 11 0 1 1 18.4 3.1l.8 4.9a6 6 0 1 0 6.2 8.6z',
  },
  stacked: {
    line: base,
    strong: bar(7, 16, 5, 9) + bar(17.5, 13, 5, 12) + bar(28, 18, 5, 7),
    quiet: bar(7, 9, 5, 6) + bar(17.5, 4, 5, 8) + bar(28, 12, 5, 5),
  },
  'stacked-full': {
    line: base,
    strong: bar(7, 15, 5, 10) + bar(17.5, 11, 5, 14) + bar(28, 18, 5, 7),
    quiet: bar(7, 4, 5, 10) + bar(17.5, 4, 5, 6) + bar(28, 4, 5, 13),
  },
  funnel: { strong: bar(4, 4, 32, 5), quiet: bar(9, 11.5, 22, 5) + bar(14, 19, 12, 5) },
  pairs: {
    line: 'M5.5 3v22',
    quiet: bar(6, 4, 14, 4) + bar(6, 16, 20, 4),
    strong: bar(6, 9, 22, 4) + bar(6, 21, 28, 4),
  },
  slope: { line: 'M9 20L31 7M9 11L31 16M9 3v22M31 3v22' },
  index: {
    line: `${base}M3.5 13h33`,
    quiet: bar(7, 13, 6, 12),
    strong: bar(17, 6, 6, 19) + bar(27, 9, 6, 16),
  },
  survey: {
    quiet: 'M6 5h28v4H6zM6 12h28v4H6zM6 19h28v4H6z',
    strong: bar(6, 5, 22, 4) + bar(6, 12, 17, 4) + bar(6, 19, 9, 4),
  },
  waterfall: {
    line: base,
    quiet: bar(5, 14, 5, 11) + bar(30, 6, 5, 19),
    strong: bar(12, 9, 5, 5) + bar(18, 5, 5, 4) + bar(24, 5, 5, 3),
  },
  gantt: {
    line: 'M5.5 3v22M36 3v22',
    strong: bar(6, 5, 13, 4) + bar(14, 12, 12, 4),
    quiet: bar(22, 19, 12, 4),
  },
  heat: {
    strong: bar(5, 4, 9, 6) + bar(25.5, 11, 9, 6) + bar(15.3, 18, 9, 6),
    quiet:
      bar(15.3, 4, 9, 6) +
      bar(25.5, 4, 9, 6) +
      bar(5, 11, 9, 6) +
      bar(15.3, 11, 9, 6) +
      bar(5, 18, 9, 6) +
      bar(25.5, 18, 9, 6),
  },
  cards: {
    line: 'M3.5 5.5h14v17h-14zM22.5 5.5h14v17h-14z',
    strong: bar(6.5, 10, 8, 4) + bar(25.5, 10, 8, 4),
    quiet: bar(6.5, 17, 5, 2) + bar(25.5, 17, 5, 2),
  },
}

export function KindPicture({ kind }: { kind: ChartKind }): ReactElement {
  const { quiet, strong, line } = pictures[kind]
  return (
    <svg className="kind-picture" width={40} height={28} viewBox="0 0 40 28" aria-hidden="true">
      {quiet && <path className="kind-quiet" d={quiet} />}
      {strong && <path className="kind-strong" d={strong} />}
      {line && <path className="kind-line" d={line} fill="none" />}
    </svg>
  )
}

// How long 500 figures take to be worked out anew after one of them changed, 300 of them formulas: values, texts, sources
// and judged goals of all, as the engine does at every change.

import { writeFormula } from '../../shared/formula/index.ts'
import { measureFigures, shiftedFigures } from '../../shared/metrics/index.ts'
import type { Expression, Figure, Reading } from '../../shared/model/figure.ts'
import type { Goal } from '../../shared/model/goal.ts'
import { ColumnId, FigureId, SourceId, TableId } from '../../shared/model/ids.ts'
import type { Table } from '../../shared/model/table.ts'
import { usualTiers } from '../../shared/text/figures.ts'
import type { BenchResult } from '../../scripts/bench.ts'

const READ = 200
const FORMULAS = 300
const RUNS = 41

const table: Table = {
  id: TableId.parse('t'),
  source: SourceId.parse('s'),
  sheet: '日报',
  range: 'A1:D400',
  headerRows: [1],
  name: '日报',
  skipped: [],
  rowCount: 399,
  columns: ['日期', '渠道', '注册', '花费'].map((name, index) => ({
    id: ColumnId.parse(`c${index}`),
    name,
    type: index === 0 ? 'date' : index === 1 ? 'text' : 'number',
    letter: 'ABCD'[index] ?? 'A',
  })),
}
const places = new Map([[table.id, { file: '渠道投放日报.xlsx', table }]])
const id = (index: number): FigureId => FigureId.parse(`f${index}`)
const of = (index: number): Expression => ({ figure: id(index) })

/** Counts and costs of a channel in a month, in turns. */
function readFigure(index: number): Figure {
  const isCount = index % 2 === 0
  return {
    id: id(index),
    name: `${isCount ? '注册' : '花费'}${index}`,
    kind: isCount ? 'count' : 'amount',
    unit: isCount ? '人' : '元',
    rounding: { scale: index % 3 === 0 ? 1e4 : 1, decimals: 1 },
    additive: true,
    origin: {
      kind: 'aggregate',
      table: table.id,
      column: ColumnId.parse(isCount ? 'c2' : 'c3'),
      fn: 'sum',
      filters: [
        { column: ColumnId.parse('c1'), is: `渠道${index % 10}` },
        {
          column: ColumnId.parse('c0'),
          is: `2026-${String((index % 12) + 1).padStart(2, '0')}`,
          step: 'month',
        },
      ],
    },
  }
}

/** What reports are full of, each on figures read or on formulas before it. */
function formulaFigure(index: number): Figure {
  const count = (index * 2) % READ
  const cost = (index * 2 + 1) % READ
  const base = { id: id(READ + index), name: `算出${index}`, additive: false }
  const rate = { ...base, kind: 'rate', unit: '%', rounding: { scale: 1, decimals: 1 } } as const
  const formula = (expression: Expression) => ({ kind: 'formula', expression }) as const
  const growth = { call: 'growth', arguments: [of(count), { figure: id(count), shift: 'previous' }] } as const
  switch (index % 6) {
    case 0:
      return {
        ...base,
        kind: 'amount',
        unit: '元/人',
        rounding: { scale: 1, decimals: 2 },
        origin: formula({ operator: '/', left: of(cost), right: of(count) }),
      }
    case 1:
      return { ...rate, origin: formula({ ...growth, arguments: [...growth.arguments] }) }
    case 2:
      return {
        ...rate,
        origin: formula({
          call: 'share',
          arguments: [
            of(count),
            { call: 'sum', arguments: [0, 2, 4, 6, 8].map((step) => of((count + step) % READ)) },
          ],
        }),
      }
    case 3:
      return {
        ...rate,
        origin: formula({
          call: 'attainment',
          arguments: [of(cost), { operator: '*', left: of((cost + 2) % READ), right: { number: 1.1 } }],
        }),
      }
    case 4:
      return {
        ...base,
        kind: 'amount',
        unit: '元',
        rounding: { scale: 1e4, decimals: 2 },
        origin: formula({ operator: '*', left: of(READ + index - 4), right: of(count) }),
      }
    default:
      return {
        ...rate,
        kind: 'points',
        origin: formula({ operator: '-', left: of(READ + index - 3), right: of(READ + index - 2) }),
      }
  }
}

const figures = [
  ...Array.from({ length: READ }, (_, index) => readFigure(index)),
  ...Array.from({ length: FORMULAS }, (_, index) => formulaFigure(index)),
]
const goals = figures
  .filter((_, index) => index % 5 === 0)
  .map(({ id: figure }): Goal => ({
    figure,
    comparator: '≥',
    target: 1000,
    polarity: 'higher',
    origin: { kind: 'typed', value: 1000, note: '年度计划' },
  }))

const readingOf = (seed: number): Reading => ({
  value: 1000 + ((seed * 7919) % 90_000),
  rows: 31,
  cells: `C${seed}:C${seed + 30}`,
  period: { from: '2026-03-01', to: '2026-03-31' },
})

export async function measure(): Promise<BenchResult> {
  const asked = [...figures, ...shiftedFigures(figures, 1)]
  const readings = new Map(
    asked.flatMap(({ id: figure, origin }, index) =>
      origin.kind === 'aggregate' ? [[figure, readingOf(index)] as const] : [],
    ),
  )
  const options = { language: 'zh-CN', tiers: usualTiers('zh-CN'), yearStart: 1 } as const
  const work = (): number =>
    measureFigures(figures, goals, readings, places, options).filter(({ value }) => value !== null).length
  const names = new Map(figures.map((figure) => [figure.id, figure.name]))
  const shown = figures.flatMap(({ origin }) =>
    origin.kind === 'formula'
      ? [writeFormula(origin.expression, (one) => names.get(one) ?? '?', 'zh-CN')]
      : [],
  )
  if (work() !== figures.length || new Set(shown).size < FORMULAS / 2)
    throw new Error('the figures of the bench are not what they should be')
  const times: number[] = []
  for (let run = 0; run <= RUNS; run += 1) {
    readings.set(id(run % READ), readingOf(run + 1))
    const started = performance.now()
    work()
    times.push(performance.now() - started)
  }
  return Promise.resolve({
    what: `${figures.length} figures, ${FORMULAS} of them formulas, recomputed after a change`,
    ours: times.slice(1),
    unit: 'ms',
    limit: 20,
  })
}

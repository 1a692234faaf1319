import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Aggregation, type Group, aggregate } from '../../../../electron/store/aggregate.ts'
import { type Database, connect } from '../../../../electron/store/database.ts'
import { fromSql } from '../../../../electron/store/cells.ts'
import { openStore } from '../../../../electron/store/index.ts'
import { type StoredTable, readTables } from '../../../../electron/store/stored-table.ts'
import { answerFromSummary } from '../../../../electron/store/summary-answers.ts'
import { SummaryBuilder } from '../../../../electron/store/summary-builder.ts'
import { layersOf } from '../../../../electron/store/summary-layers.ts'
import { type SummaryLimits, settleSummary } from '../../../../electron/store/summary.ts'
import type { Sums } from '../../../../electron/store/sums.ts'
import type { AggregateFunction, PeriodStep } from '../../../../shared/model/figure.ts'
import { recordRow } from '../../../../shared/model/cell-address.ts'
import { RowWriter } from '../../../../shared/model/row-batch.ts'
import type { CellValue, RowFilter } from '../../../../shared/model/table.ts'
import { type MadeTable, importTables, madeTable, temporaryStore } from '../../../support/project.ts'

const columns = {
  日期: 'date',
  时刻: 'datetime',
  渠道: 'text',
  地区: 'text',
  达标: 'boolean',
  注册: 'integer',
  成本: 'number',
  备注: 'text',
} as const
type Name = keyof typeof columns
const names = Object.keys(columns) as Name[]

/** No table is too small, and no group too many. */
const noLimits: SummaryLimits = { rows: 0, fewer: 1 }

function summed({ found, rows }: MadeTable, limits = noLimits): Sums | undefined {
  const builder = new SummaryBuilder()
  const writer = new RowWriter()
  for (const [index, { row, values }] of rows.entries()) {
    writer.start(row)
    for (const value of values) writer.value(value)
    writer.end()
    if (index % 7 === 6) builder.add(writer.take().bytes)
  }
  builder.add(writer.take().bytes)
  return settleSummary(builder, { ...found, rowCount: rows.length }, limits)
}

interface Stored {
  table: StoredTable
  database: Database
  layers: Sums[]
}

async function stored(made: MadeTable): Promise<Stored> {
  const { store, path } = temporaryStore()
  await importTables(store, '日报.xlsx', [made])
  store.close()
  const database = connect(path, { readOnly: true })
  const sums = summed(made)
  return { table: readTables(database)[0] ?? expect.fail(), database, layers: sums ? layersOf(sums, 0) : [] }
}

const answersOf = ({ table, database, layers }: Stored, wanted: Aggregation): (Group[] | undefined)[] =>
  layers.map((sums) =>
    answerFromSummary(sums, table, wanted, (row, position) =>
      fromSql(
        database.column<never>(`SELECT c${position} FROM ${table.rows} WHERE row = ?`, [row])[0] ?? null,
      ),
    ),
  )

const day = fc
  .integer({ min: 0, max: 400 })
  .map((offset) => new Date(Date.UTC(2025, 10, 20 + offset)).toISOString().slice(0, 10))
const moment = fc
  .tuple(day, fc.constantFrom('00:00:00', '09:30:00', '23:59:59'))
  .map((parts) => parts.join('T'))
const number = fc
  .double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
  .map((value) => (value === 0 ? 0 : value))
const row = fc.tuple(
  fc.option(day, { freq: 12 }),
  fc.option(moment, { freq: 6 }),
  fc.constantFrom('抖音', '小红书', '😀', 'a'),
  fc.option(fc.constantFrom('华东', '华南'), { freq: 4 }),
  fc.option(fc.boolean(), { freq: 4 }),
  fc.option(fc.integer({ min: -50, max: 500 }), { freq: 6 }),
  number,
  fc.string({ maxLength: 3 }),
)

const step = fc.constantFrom<PeriodStep[]>('day', 'week', 'month', 'quarter', 'half', 'year')
const keyOf = fc.oneof(
  fc.record({ name: fc.constantFrom<Name[]>('渠道', '地区', '达标', '日期', '时刻') }),
  fc.record({ name: fc.constantFrom<Name[]>('日期', '时刻'), step }),
)
const filter = fc.oneof(
  fc.record({ name: fc.constant<Name>('渠道'), is: fc.constantFrom('抖音', 'a', '微信') }),
  fc.record({ name: fc.constant<Name>('达标'), is: fc.boolean() }),
  fc.constantFrom<{ name: Name; is: string; step: PeriodStep }[]>(
    { name: '日期', is: '2026-01', step: 'month' },
    { name: '日期', is: '2026-Q2', step: 'quarter' },
    { name: '时刻', is: '2025-H2', step: 'half' },
    { name: '日期', is: '2026', step: 'year' },
    { name: '日期', is: '2025-W50', step: 'week' },
  ),
)
const where = fc.oneof(
  fc.record({
    kind: fc.constant('is' as const),
    name: fc.constantFrom<Name[]>('渠道', '地区', '达标'),
    values: fc.array(fc.constantFrom<CellValue[]>('抖音', '华东', null, true, 3), { maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('between' as const),
    name: fc.constantFrom<Name[]>('日期', '时刻'),
    from: fc.option(fc.constantFrom('2026-01-05', '2026', '2026-02-01T10:00:00'), { nil: undefined }),
    to: fc.option(fc.constantFrom('2026-03-05', '2026-06'), { nil: undefined }),
  }),
  fc.record({ kind: fc.constant('blank' as const), name: fc.constant<Name>('地区'), filled: fc.boolean() }),
)
const question = fc.record({
  fn: fc.constantFrom<AggregateFunction[]>('sum', 'avg', 'min', 'max', 'first', 'last', 'count', 'distinct'),
  name: fc.constantFrom(...names),
  ofRows: fc.boolean(),
  by: fc.array(keyOf, { maxLength: 2 }),
  filters: fc.array(filter, { maxLength: 1 }),
  where: fc.array(where, { maxLength: 1 }),
  per: fc.option(fc.record({ name: fc.constantFrom<Name[]>('日期', '时刻'), step }), { nil: undefined }),
})

function wantedOf(
  table: StoredTable,
  asked: typeof question extends fc.Arbitrary<infer T> ? T : never,
): Aggregation {
  const column = <T extends { name: Name }>({ name, ...rest }: T) => ({
    column: table.columns[names.indexOf(name)]?.id ?? expect.fail(name),
    ...rest,
  })
  const isOfRows = asked.fn === 'count' && asked.ofRows
  return {
    fn: asked.fn,
    ...(!isOfRows && column({ name: asked.name })),
    by: asked.by.map(column),
    filters: asked.filters.map(column),
    where: asked.where.map((one) => column(one) as RowFilter),
    ...(asked.per && { per: column(asked.per) }),
  }
}

test('a summary answers as the rows do, or not at all', { timeout: 60_000 }, async () => {
  let told = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 60 }),
      fc.array(question, { minLength: 10, maxLength: 20 }),
      async (rows, questions) => {
        const all = await stored(madeTable(columns, rows))
        try {
          for (const asked of questions) {
            const wanted = wantedOf(all.table, asked)
            const expected = aggregate(all.database, all.table, wanted)
            for (const answer of answersOf(all, wanted)) {
              if (!answer) continue
              told += 1
              expect(answer, JSON.stringify(wanted)).toEqual(expected)
            }
          }
        } finally {
          all.database.close()
        }
      },
    ),
    { numRuns: 150 },
  )
  expect(told).toBeGreaterThan(500)
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { storedCell } from '../../../../../electron/import/cells/cell-value.ts'
import { ColumnProfile } from '../../../../../electron/import/columns/column-profile.ts'
import { type ColumnDecision, decideColumn } from '../../../../../electron/import/columns/column-type.ts'
import type { Decisions, TableOutput } from '../../../../../electron/import/tables/finding.ts'
import { Look, kinds, lookAt } from '../../../../../electron/import/cells/look.ts'
import {
  type NumberFormat,
  general,
  parseFormat,
} from '../../../../../electron/import/cells/number-format.ts'
import { SheetRow, boolean, error, number, text } from '../../../../../electron/import/cells/sheet-row.ts'
import { TableColumns } from '../../../../../electron/import/columns/table-columns.ts'
import type { RowBatch } from '../../../../../shared/model/row-batch.ts'
import { rowsOf } from '../../../../support/row-batch.ts'
import type { TableRow } from '../../../../../shared/model/table.ts'

/** A cell as a reader puts it: `ref` for a shared string, `isString` for a text that never was bytes. */
interface Cell {
  kind: typeof number | typeof text | typeof boolean | typeof error
  value: number
  shown: string
  format: NumberFormat
  ref: number
  isString: boolean
}

type Table = readonly (readonly (Cell | undefined)[])[]

const encoder = new TextEncoder()

/** Puts the cells of a row between others in one piece of bytes, as a file has them. */
function put(row: SheetRow, at: number, cells: readonly (Cell | undefined)[], isCsv: boolean): void {
  row.start(at)
  if (isCsv) row.fields = Math.max(1, cells.length)
  const pieces = cells.map((cell) => encoder.encode(`${cell?.shown ?? ''},`))
  const bytes = new Uint8Array(Buffer.concat(pieces))
  let start = 0
  for (const [column, cell] of cells.entries()) {
    const end = start + (pieces[column]?.length ?? 1) - 1
    if (cell) {
      const { kind, value, shown, format, ref, isString } = cell
      if (isString) row.set(column, kind, value, shown, format)
      else if (end > start || !isCsv) row.setBytes(column, kind, value, bytes, start, end, format, ref)
    }
    start = end + 1
  }
}

interface Read {
  rows: TableRow[]
  decisions: Decisions
  asWritten: boolean
  profiles: readonly (ColumnProfile | undefined)[]
}

interface Given {
  table: Table
  names: readonly string[]
  isCsv: boolean
}

const decide =
  (names: readonly string[]) =>
  (column: number, profile: ColumnProfile): ColumnDecision | undefined => {
    const name = names[column]
    if (name === undefined && profile.filled === 0) return undefined
    return decideColumn(profile, { name: name ?? 'X' }, undefined)
  }

function readInLanes({ table, names, isCsv }: Given, known?: Decisions): Read {
  const batches: RowBatch[] = []
  const ends: { decisions: Decisions; asWritten: boolean }[] = []
  const output: TableOutput = {
    stream: 0,
    known,
    take: (batch) => void batches.push(batch),
    finish: (decisions, asWritten) => void ends.push({ decisions, asWritten }),
  }
  const columns = new TableColumns({ width: names.length, decide: decide(names), output })
  const row = new SheetRow()
  for (const [index, cells] of table.entries()) {
    put(row, index + 2, cells, isCsv)
    columns.take(row)
  }
  columns.finish()
  const [end] = ends
  if (!end || ends.length > 1) throw new Error('an output ends once')
  return { rows: batches.flatMap(rowsOf), ...end, profiles: columns.profiles }
}

/** The same by looking at each cell, with the types that all cells together give. */
function readByLooking({ table, names, isCsv }: Given): Read {
  const profiles: (ColumnProfile | undefined)[] = []
  const look = new Look()
  const row = new SheetRow()
  const each = (take: (row: SheetRow) => void): void => {
    for (const [index, cells] of table.entries()) {
      put(row, index + 2, cells, isCsv)
      take(row)
    }
  }
  each(() => {
    for (let column = 0; column < row.width; column += 1) {
      lookAt(row, column, look)
      if (look.kind !== 'blank') (profiles[column] ??= new ColumnProfile()).add(look, row, column)
    }
  })
  const decisions = new Map<number, ColumnDecision>()
  const width = Math.max(names.length, profiles.length)
  for (let column = 0; column < width; column += 1) {
    const decision = decide(names)(column, profiles[column] ?? new ColumnProfile())
    if (decision) decisions.set(column, decision)
  }
  const rows: TableRow[] = []
  each(() => {
    const values: TableRow['values'] = []
    const raw: Record<string, string> = {}
    for (const [column, decision] of decisions) {
      lookAt(row, column, look)
      const cell = storedCell(row, column, look, { name: '', letter: 'A', ...decision })
      if (cell.raw !== undefined) raw[values.length] = cell.raw
      values.push(cell.value)
    }
    rows.push({ row: row.row, values, ...(Object.keys(raw).length > 0 && { raw }) })
  })
  return { rows, decisions, asWritten: true, profiles }
}

/**
 * What types, units, problems and totals follow from. Among words, what begins with a letter may be counted as one more
 * word without a look.
 */
const factsOf = ({ profiles, decisions }: Read): unknown =>
  profiles.map((profile, column) => {
    if (!profile || decisions.get(column)?.type === 'text') return profile?.filled
    return {
      counts: kinds.map((kind) => [kind, profile.count(kind)]),
      samples: kinds.map((kind) => profile.samples(kind)),
      units: [...profile.units],
      numbers: [profile.fractions, profile.overOne, profile.phones, profile.percentQuantities],
      more: [profile.money, profile.decimals, profile.group, profile.grand],
      evidence: profile.evidence,
    }
  })

const formats = [
  'General',
  '0.00',
  '#,##0.00',
  '"¥"#,##0.00',
  '0!.0,"万"',
  '0%',
  '0.00%',
  'yyyy-mm-dd',
  'yyyy/m/d h:mm',
  'yyyy"年"m"月"',
  'h:mm',
  '@',
  '0"元"',
].map((code) => (code === 'General' ? general : parseFormat(code)))

const asText = (shown: string): Cell => {
  return { kind: text, value: 0, shown, format: general, ref: -1, isString: false }
}

const numeral = (value: number, format: NumberFormat): Cell => {
  return { kind: number, value, shown: String(value), format, ref: -1, isString: false }
}

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const csvFamilies: readonly fc.Arbitrary<string>[] = [
  fc.integer({ min: -5000, max: 5_000_000 }).map(String),
  fc.integer({ min: 0, max: 10 ** 9 }).map((cents) => (cents / 100).toFixed(2)),
  fc.integer({ min: -300, max: 20_000 }).map((points) => `${(points / 100).toFixed(2)}%`),
  fc.integer({ min: 0, max: 1000 }).map((points) => (points / 1000).toFixed(3)),
  day.map((iso) => iso.slice(0, 10)),
  day.map((iso) => iso.slice(0, 10).replace(/-0?/g, '/')),
  day.map((iso) => iso.slice(0, 19).replace('T', ' ')),
  fc.constantFrom('抖音', '小红书', '微信', '百度', 'Bing', '自然流量', '大众点评'),
  fc.integer({ min: 0, max: 10 ** 6 }).map((count) => `第${count}批，素材A${count}号`),
  fc.integer({ min: 0, max: 10 ** 6 }).map((count) => `SO-2026-${String(count).padStart(8, '0')}`),
  fc.integer({ min: 0, max: 10 ** 6 }).map((count) => `20260301${String(count).padStart(10, '0')}`),
  fc.integer({ min: 0, max: 10 ** 6 }).map((count) => String(count).padStart(8, '0')),
  fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }).map(String),
  fc.integer({ min: 1, max: 99 }).map((count) => `${count}万`),
  fc.integer({ min: 1, max: 999_999 }).map((count) => `¥${count.toLocaleString('en-US')}.50`),
]
const oddTexts = fc.constantFrom(
  ...'|-|—|无|N/A|TRUE|是|约5万|5万|12.5%|1,234|（123）|2026-03-01|007|2026/3/1|2026年3月1日|待补|="00123"'.split(
    '|',
  ),
  ...'13912345678|123456789012345678|-0|0|+5|.5|1e5|0.1234567890123456|-0.00%|2026-02-30|9:30|2023Q3'.split(
    '|',
  ),
  ...'2026-03-01 09:30|3/4/2026|百分之四十五|上半年|Q3|１２３|12.|第3周|1-3月|20260304|#DIV/0!|A03'.split(
    '|',
  ),
  ' ',
  ' 抖音',
  '抖音　',
  '1\r\n2',
  'abc\rdef',
  'x'.repeat(100),
  `${'长'.repeat(60)}\r`,
)

const xlsxFamilies: readonly fc.Arbitrary<Cell>[] = [
  ...formats
    .slice(0, 5)
    .map((format) => fc.integer({ min: -5000, max: 10 ** 7 }).map((n) => numeral(n, format))),
  ...formats
    .slice(0, 7)
    .map((format) => fc.integer({ min: 0, max: 1000 }).map((n) => numeral(n / 1000, format))),
  ...formats.slice(7, 10).map((format) => fc.integer({ min: 0, max: 60_000 }).map((n) => numeral(n, format))),
  fc.integer({ min: 0, max: 60_000 * 24 }).map((n) => numeral(n / 24, formats[8] ?? general)),
  fc.integer({ min: 1.3e10, max: 2e10 }).map((n) => numeral(n, general)),
  fc.integer({ min: 0, max: 30 }).map((ref) => ({ ...asText(`渠道${ref}`), ref })),
  fc.integer({ min: 0, max: 30 }).map((ref) => ({ ...asText(`第${ref}批 `), ref: ref + 100 })),
  fc.integer({ min: 0, max: 10 ** 6 }).map((n) => ({ ...asText(`20260301${n}`), ref: n })),
  fc.integer({ min: 0, max: 10 ** 6 }).map((n) => ({ ...asText(`SO-${n}`), ref: n })),
  fc.integer({ min: 0, max: 10 ** 4 }).map((n) => ({ ...asText(String(n)), ref: n + 10 })),
  fc.integer({ min: 0, max: 10 ** 8 }).map((n) => asText(String(n * 1000))),
  fc.constantFrom('抖音', '小红书', 'Bing 广告').map((shown) => ({ ...asText(shown), isString: true })),
]
const oddCells: fc.Arbitrary<Cell | undefined> = fc.oneof(
  fc.constant(undefined),
  oddTexts.map((shown) => asText(shown)),
  oddTexts.map((shown) => ({ ...asText(shown), isString: true })),
  fc
    .tuple(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(...formats))
    .map(([value, format]) => numeral(value, format)),
  fc
    .tuple(fc.integer({ min: 0, max: 80_000 }), fc.constantFrom(...formats))
    .map(([value, format]) => numeral(value / 2, format)),
  fc.boolean().map((yes): Cell => ({ ...asText(yes ? '1' : '0'), kind: boolean, value: yes ? 1 : 0 })),
  fc.constant({ ...asText('#DIV/0!'), kind: error }),
)

const first = 2000
const names = fc.constantFrom(
  '日期',
  '渠道',
  '点击量',
  '转化率',
  '达成率(%)',
  '手机',
  '订单编号',
  '备注',
  '花费',
  'Value',
)

/**
 * A column of 2,000 regular cells and some 200 more: as regular, or more and more odd ones, up to another nature.
 * Regular cells repeat, so that a run is quick.
 */
const column = <T>(
  families: readonly fc.Arbitrary<T>[],
  odd: fc.Arbitrary<T>,
): fc.Arbitrary<(T | undefined)[]> =>
  fc.constantFrom(...families).chain((family) =>
    fc
      .tuple(
        fc.array(family, { minLength: 20, maxLength: 60 }),
        fc.array(odd, { minLength: 1, maxLength: 20 }),
        fc.constantFrom(0, 1, 3, 7),
        fc.constantFrom(0, 2, 7, 30),
      )
      .map(([regular, others, early, late]) =>
        Array.from({ length: first + 250 }, (_, index) => {
          const share = index < first ? early : late
          const isOdd = share > 0 && index % Math.ceil(100 / share) === index % 3
          const from = isOdd ? others : regular
          return from[(index * 7) % from.length]
        }),
      ),
  )

const tableOf = (columns: readonly (readonly (Cell | undefined)[])[]): Table =>
  Array.from({ length: first + 250 }, (_, row) => columns.map((cells) => cells[row]))

const csvTables: fc.Arbitrary<Given> = fc
  .array(fc.tuple(names, column(csvFamilies, oddTexts)), { minLength: 1, maxLength: 3 })
  .map((columns) => ({
    isCsv: true,
    names: columns.map(([name]) => name),
    table: tableOf(
      columns.map(([, cells]) => cells.map((shown) => (shown === undefined ? undefined : asText(shown)))),
    ),
  }))
const xlsxTables: fc.Arbitrary<Given> = fc
  .array(fc.tuple(names, column<Cell | undefined>(xlsxFamilies, oddCells)), { minLength: 1, maxLength: 3 })
  .map((columns) => ({
    isCsv: false,
    names: columns.map(([name]) => name),
    table: tableOf(columns.map(([, cells]) => cells)),
  }))

describe('rows written while they pass', () => {
  it.each([
    ['separated text', csvTables],
    ['workbooks', xlsxTables],
  ])('are those that looking at every cell gives, and so is what is known of columns: %s', (_, tables) => {
    fc.assert(
      fc.property(tables, (given) => {
        const expected = readByLooking(given)
        const passed = readInLanes(given)
        expect(passed.decisions).toEqual(expected.decisions)
        expect(factsOf(passed)).toEqual(factsOf(expected))
        const right = passed.asWritten ? passed : readInLanes(given, passed.decisions)
        expect(factsOf(right)).toEqual(factsOf(expected))
        expect(right.rows).toHaveLength(expected.rows.length)
        const differs = expected.rows.findIndex(
          (row, index) => JSON.stringify(row) !== JSON.stringify(right.rows[index]),
        )
        expect(right.rows[differs]).toEqual(expected.rows[differs])
      }),
      { numRuns: 40, seed: 20_260_301, endOnFailure: true },
    )
  })

  it('are written again only when what a column is has changed', () => {
    const rows = (late: string): Given => ({
      isCsv: true,
      names: ['点击'],
      table: Array.from({ length: 5000 }, (_, row) => [asText(row < first ? String(row) : late)]),
    })
    const steady = readInLanes(rows('12'))
    expect([steady.asWritten, steady.decisions.get(0)?.type]).toEqual([true, 'integer'])
    const fractions = readInLanes(rows('1.25'))
    expect([fractions.asWritten, fractions.decisions.get(0)?.type]).toEqual([false, 'number'])
    const words = readInLanes(rows('待补'))
    expect([words.asWritten, words.decisions.get(0)?.type]).toEqual([false, 'text'])
    expect(readInLanes(rows('待补'), words.decisions)).toMatchObject({ asWritten: true })
  })

  it('leave out what is beside the table, and notice a column without a name that begins late', () => {
    const output = (ends: boolean[]): TableOutput => {
      return { stream: 0, take: () => {}, finish: (_, asWritten) => void ends.push(asWritten) }
    }
    const fill = (columns: TableColumns, cells: (row: number) => (Cell | undefined)[]): void => {
      const row = new SheetRow()
      for (let at = 0; at < 2500; at += 1) {
        put(row, at + 2, cells(at), true)
        columns.take(row)
      }
    }
    const ends: boolean[] = []
    const side = new TableColumns({
      left: 1,
      right: 2,
      width: 3,
      decide: decide(['a', 'b', 'c']),
      output: output(ends),
    })
    fill(side, (row) => [asText('x'), asText(String(row)), asText('y'), asText('z')])
    expect(side.finish().map(({ column: at, decision }) => [at, decision.type])).toEqual([
      [1, 'integer'],
      [2, 'text'],
    ])
    const late = new TableColumns({ width: 1, decide: decide(['a']), output: output(ends) })
    fill(late, (row) => [asText('x'), undefined, row === 2400 ? asText('late') : undefined])
    expect(late.finish().map(({ column: at }) => at)).toEqual([0, 2])
    expect(ends).toEqual([true, false])
  })

  it('of very many columns are kept in small number until it is decided what they are', () => {
    const width = 3000
    const wide = Array.from({ length: 100 }, (_, row) =>
      Array.from({ length: width }, () => asText(row < 70 ? '1' : '1.25')),
    )
    const given = { table: wide, names: Array.from({ length: width }, (_, at) => `列${at}`), isCsv: true }
    const { asWritten, decisions, rows } = readInLanes(given)
    expect([asWritten, decisions.size, decisions.get(2999)?.type, rows.length]).toEqual([
      false,
      width,
      'number',
      100,
    ])
    expect(readInLanes(given, decisions).rows[99]?.values).toEqual(Array(width).fill(1.25))
  })

  it('come in batches of about a megabyte', () => {
    const sizes: number[] = []
    const columns = new TableColumns({
      width: 1,
      decide: decide(['备注']),
      output: { stream: 0, take: ({ bytes }) => void sizes.push(bytes.length), finish: () => {} },
    })
    const row = new SheetRow()
    for (let at = 0; at < 30_000; at += 1) {
      put(row, at + 2, [asText('长'.repeat(30))], true)
      columns.take(row)
    }
    columns.finish()
    expect(sizes.length).toBe(3)
    for (const size of sizes) expect(size).toBeLessThan(1.1 * 2 ** 20)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recipeOf } from '../../../../../shared/model/recipe-of.ts'
import { letterOf } from '../../../../../shared/model/cell-address.ts'
import { type Rows, findIn } from '../../../../support/found-sheet.ts'
import { type CellSpec, serial } from '../../../../support/workbook.ts'

const seed = 20_261_122

/** A table as it is laid out, and where it should be found. */
interface Made {
  title: string | undefined
  unit: boolean
  note: boolean
  /** Sorts of the columns behind the first. */
  sorts: readonly ('amount' | 'rate' | 'day' | 'word')[]
  /** Lengths of the parts between blank rows. */
  parts: readonly number[]
  total: boolean
  footnote: boolean
}

const words = {
  amount: ['金额', '花费', '收入', '预算'],
  rate: ['占比', '点击率'],
  day: ['日期'],
  word: ['负责人', '城市'],
}
const labels = ['渠道', '项目', '部门', '产品']

const made = fc.record({
  title: fc.option(fc.constantFrom('渠道效果', '门店一览', '投放明细'), { nil: undefined }),
  unit: fc.boolean(),
  note: fc.boolean(),
  sorts: fc
    .array(fc.constantFrom('amount' as const, 'rate' as const, 'day' as const, 'word' as const), {
      minLength: 1,
      maxLength: 4,
    })
    .map((sorts) => ['amount' as const, ...sorts]),
  parts: fc.array(fc.integer({ min: 2, max: 12 }), { minLength: 1, maxLength: 3 }),
  total: fc.boolean(),
  footnote: fc.boolean(),
})

interface Laid {
  rows: CellSpec[][]
  range: string
  rowCount: number
  name: string | undefined
  width: number
}

/** The rows of a table that begins in a row and a column of its sheet. `number` tells it from the others. */
function layOut(table: Made, number: number, top: number, left: number): Laid {
  const width = table.sorts.length + 1
  const rows: CellSpec[][] = []
  const put = (...cells: readonly CellSpec[]): void => {
    rows.push([...Array<null>(left).fill(null), ...cells])
  }
  if (table.title !== undefined) put(`${table.title}${number}`)
  if (table.note) put('部门：运营部')
  if (table.unit) put('单位：万元')
  const headerRow = top + rows.length
  put(
    `${labels[number % labels.length]}${number}`,
    ...table.sorts.map((sort, n) => `${words[sort][number % words[sort].length]}${number}-${n}`),
  )
  let count = 0
  let sum = 0
  let lastRow = headerRow
  table.parts.forEach((length, part) => {
    if (part > 0) rows.push([])
    for (let n = 0; n < length; n += 1) {
      count += 1
      const amount = 100 + ((count * 37 + number) % 91)
      sum += amount
      put(
        `${'甲乙丙丁戊己庚辛'[count % 8]}${number}`,
        ...table.sorts.map((sort, index): CellSpec => {
          if (sort === 'day') return { value: serial(2026, 3, (count % 28) + 1), format: 'yyyy-mm-dd' }
          if (sort === 'rate') return { value: ((count * 7) % 100) / 100, format: '0%' }
          return sort === 'word' ? `员工${(count * 3) % 11}` : index === 0 ? amount : count * 2.5
        }),
      )
      lastRow = top + rows.length - 1
    }
  })
  if (table.total) put('合计', sum)
  if (table.footnote) put('注：数据来自后台')
  const range = `${letterOf(left)}${headerRow}:${letterOf(left + width - 1)}${lastRow}`
  return { rows, range, rowCount: count, name: table.title && `${table.title}${number}`, width }
}

const asked = ({ range, rowCount, name }: Laid): unknown => ({
  range,
  rowCount,
  ...(name === undefined ? {} : { name }),
})

describe('tables laid out at random', () => {
  it('are found again below each other', () => {
    fc.assert(
      fc.property(
        fc.array(made, { minLength: 1, maxLength: 4 }),
        fc.nat(3),
        fc.nat(2),
        (tables, left, gap) => {
          const rows: CellSpec[][] = []
          const laid = tables.map((table, index) => {
            const one = layOut(table, index, rows.length + 1, left)
            const isTight = gap === 0 && tables[index + 1]?.title !== undefined
            rows.push(...one.rows, ...Array.from({ length: isTight ? 0 : gap + 1 }, () => []))
            return one
          })
          const found = findIn(rows)
          expect(found.tables).toMatchObject(laid.map(asked))
          expect(found.rows.map((some) => some.length)).toEqual(laid.map(({ rowCount }) => rowCount))
          const recipe = found.tables.map((table) => recipeOf(table))
          const again = findIn(rows, { recipe })
          expect(again.tables).toMatchObject(laid.map(asked))
          expect(again.rows).toEqual(found.rows)
        },
      ),
      { seed, numRuns: 100 },
    )
  })

  it('are found again beside each other, whatever their height', () => {
    fc.assert(
      fc.property(
        fc.array(made, { minLength: 2, maxLength: 4 }),
        fc.integer({ min: 1, max: 3 }),
        (tables, gap) => {
          let left = 0
          const laid = tables.map((table, index) => {
            const own = { ...table, title: table.title ?? '附表', parts: [table.parts[0] ?? 2] }
            const one = layOut(own, index, 1, left)
            left += one.width + gap
            return one
          })
          const height = Math.max(...laid.map(({ rows }) => rows.length))
          const rows = Array.from({ length: height }, (_, row): CellSpec[] => {
            const cells: CellSpec[] = []
            for (const one of laid)
              one.rows[row]?.forEach((cell, column) => {
                if (cell !== null) cells[column] = cell
              })
            return Array.from(cells, (cell) => cell ?? null)
          })
          const found = findIn(rows)
          expect(found.tables).toMatchObject(laid.map(asked))
          expect(found.rows.map((some) => some.length)).toEqual(laid.map(({ rowCount }) => rowCount))
          const again = findIn(rows, { recipe: found.tables.map((table) => recipeOf(table)) })
          expect(again.rows).toEqual(found.rows)
          const plain = again.tables.map((table) => ({ ...table, headReason: 'words-over-values' }))
          expect(plain).toEqual(found.tables)
        },
      ),
      { seed, numRuns: 100 },
    )
  })
})

const anyCell: fc.Arbitrary<CellSpec> = fc.oneof(
  fc.constant(null),
  fc.constant(null),
  fc.integer({ min: -5, max: 3000 }),
  fc.double({ noNaN: true }),
  fc.boolean(),
  fc.constantFrom(
    '合计',
    '小计',
    '单位：元',
    '注：',
    '1月',
    '2月',
    '日期',
    '一、',
    '渠道',
    '',
    ' ',
    '2026',
    '第1页',
  ),
  fc.string({ maxLength: 6 }),
  fc.constant({ value: 46_000, format: 'yyyy-mm-dd' }),
)

describe('sheets of anything', () => {
  it('never stop the search, and no row is both data and set aside', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(anyCell, { maxLength: 9 }), { maxLength: 45 }),
        fc.array(
          fc
            .tuple(fc.nat(7), fc.integer({ min: 1, max: 40 }), fc.nat(3), fc.nat(4))
            .map(
              ([left, top, wide, high]) => `${letterOf(left)}${top}:${letterOf(left + wide)}${top + high}`,
            ),
          { maxLength: 4 },
        ),
        (rows, merges) => {
          const found = findIn(rows, { merges })
          for (const [index, table] of found.tables.entries()) {
            const data = new Set(found.rows[index]?.map(({ row }) => row))
            expect(data.size).toBe(table.rowCount)
            expect(table.rowCount).toBeGreaterThan(0)
            for (const row of [...table.headerRows, ...table.skipped.map((one) => one.row)])
              expect(data.has(row)).toBe(false)
            const recipes = [
              recipeOf(table),
              recipeOf(table, { kind: 'columns' }),
              ...(table.offers ?? []).map((offer) => recipeOf(table, offer)),
            ]
            for (const recipe of recipes) findIn(rows, { merges, recipe: [recipe] })
          }
        },
      ),
      { seed, numRuns: 250 },
    )
  })
})

/** Milliseconds of the faster of two runs, the code being warm. */
function timed(work: () => unknown): number {
  work()
  const times = [1, 2].map(() => {
    const from = performance.now()
    work()
    return performance.now() - from
  })
  return Math.min(...times)
}

/** Eight times as much takes about eight times as long, and not sixty-four times. */
const eightfold = 40

describe('sheets that are large in one way', () => {
  it('take time in proportion to their width', () => {
    const wide = (width: number): Rows => [
      Array.from({ length: width }, (_, n) => (n % 3 === 0 ? '同名' : `列${n}`)),
      ...[1, 2, 3, 4].map((row) => Array.from({ length: width }, (_, n) => n * row)),
    ]
    const [narrow, broad] = [wide(400), wide(3200)]
    expect(findIn(broad).tables[0]?.columns).toHaveLength(3200)
    expect(timed(() => findIn(broad)) / timed(() => findIn(narrow))).toBeLessThan(eightfold)
  })

  it('take time in proportion to their height, however they are broken', () => {
    const kinds: ((n: number) => CellSpec[])[] = [
      (n) => [`渠道${n}`, n, n * 2],
      (n) => (n % 2 === 0 ? [] : [`渠道${n}`, n, n * 2]),
      (n) => (n % 3 === 0 ? ['渠道', '点击', '成本'] : [`渠道${n}`, n, n * 2]),
      (n) => (n % 10 === 0 ? [`${n}、分区`] : [`渠道${n}`, n, n * 2]),
      (n) => (n % 4 === 0 ? [`表头${n}`, `甲${n}`, `乙${n}`] : [`渠道${n}`, n, n * 2]),
      (n) => [`词${n}`, `语${n}`, `句${n}`],
      (n) => [n % 2 === 0 ? `词${n}` : n],
      (n) => [`渠道${n}`, n, null, `城市${n}`, n],
    ]
    for (const kind of kinds) {
      const rows = (count: number): Rows => Array.from({ length: count }, (_, n) => kind(n))
      const [few, many] = [rows(400), rows(3200)]
      expect(timed(() => findIn(many)) / timed(() => findIn(few))).toBeLessThan(eightfold)
    }
  })
})

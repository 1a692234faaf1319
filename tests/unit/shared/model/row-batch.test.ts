import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RowWriter } from '../../../../shared/model/row-batch.ts'
import { rowsOf } from '../../../support/row-batch.ts'
import type { CellValue } from '../../../../shared/model/table.ts'

const number = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.maxSafeInteger(),
  fc.constantFrom(
    0,
    -0,
    1,
    -1,
    127,
    128,
    -128,
    -129,
    32_767,
    32_768,
    -32_769,
    2 ** 31,
    -(2 ** 31) - 1,
    2 ** 53,
    0.1,
  ),
)
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'binary', minLength: 20, maxLength: 90 }),
  fc.constantFrom(
    '',
    '抖音',
    'a'.repeat(57),
    'a'.repeat(58),
    '复盘'.repeat(2000),
    '\ud800',
    'x\udc00y',
    '😀',
  ),
)
const value: fc.Arbitrary<CellValue> = fc.oneof(number, text, fc.boolean(), fc.constant(null))
const width = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 120, max: 300 }))
const rows = fc.array(
  fc.tuple(
    fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 2 ** 34 })),
    width.chain((length) => fc.array(value, { minLength: length, maxLength: length })),
  ),
  { maxLength: 12 },
)

/** What a value becomes in SQLite's format: texts are UTF-8, and not a number is no value. */
const kept = (cell: CellValue): CellValue =>
  typeof cell === 'string' ? cell.toWellFormed() : Number.isNaN(cell) ? null : cell

describe('rows in a batch', () => {
  it('come out as they went in, whatever is in them', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const writer = new RowWriter()
        for (const [row, values] of given) {
          writer.start(row)
          for (const cell of values) writer.value(cell)
          writer.end()
        }
        expect(writer.rows).toBe(given.length)
        const read = rowsOf(writer.take())
        expect(read).toEqual(given.map(([row, values]) => ({ row, values: values.map(kept) })))
      }),
      { numRuns: 300, seed: 20_260_301 },
    )
  })

  it('may be written as bytes, and a text with a carriage return is not taken for a line', () => {
    const encoder = new TextEncoder()
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 5 }), (whole, before) => {
        const bytes = encoder.encode(`${'.'.repeat(before)}${whole}.`)
        const end = bytes.length - 1
        const writer = new RowWriter()
        writer.start(1)
        writer.utf8(bytes, before, end)
        const isLine = writer.line(bytes, before, end)
        expect(isLine).toBe(!whole.includes('\r'))
        writer.number(7)
        writer.end()
        const well = whole.toWellFormed()
        expect(rowsOf(writer.take())[0]?.values).toEqual(isLine ? [well, well, 7] : [well, 7])
      }),
      { numRuns: 200, seed: 7 },
    )
  })

  it('keep the texts that cells showed, and begin anew once taken', () => {
    const writer = new RowWriter()
    for (const row of [3, 5]) {
      writer.start(row)
      writer.number(row)
      writer.null()
      if (row === 5) writer.raw(1, '待补')
      writer.end()
    }
    expect(rowsOf(writer.take())).toEqual([
      { row: 3, values: [3, null] },
      { row: 5, values: [5, null], raw: { 1: '待补' } },
    ])
    expect([writer.rows, writer.length, writer.take()]).toEqual([
      0,
      0,
      { rows: 0, bytes: new Uint8Array(), raw: [] },
    ])
  })
})

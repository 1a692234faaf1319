import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { type CellValue, readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { readRaw } from '../../../../electron/import/index.ts'
import type { RawCell } from '../../../../shared/model/source.ts'
import { type CellSpec, type SheetSpec, scratchFolder, workbook } from '../../../support/workbook.ts'

const { save } = scratchFolder()

/** A cell of ours as the other reader puts it: dates as instants, errors as their text. */
function asOther(cell: RawCell): CellValue {
  if (cell === null || typeof cell !== 'object') return cell
  if ('error' in cell) return cell.error
  if ('date' in cell) return new Date(`${cell.date}T00:00:00Z`)
  if ('datetime' in cell) return new Date(`${cell.datetime}Z`)
  return cell.time
}

const trimmed = (rows: readonly (readonly CellValue[])[]): CellValue[][] => {
  const kept = rows.map((row) => {
    const last = row.findLastIndex((cell) => cell !== null && cell !== undefined)
    return Array.from({ length: last + 1 }, (_, column) => row[column] ?? null)
  })
  while (kept.length > 0 && kept.at(-1)?.length === 0) kept.pop()
  return kept
}

async function compare(bytes: Uint8Array): Promise<void> {
  const ours = await readRaw(save('a.xlsx', bytes))
  const theirs = await readXlsx(bytes)
  expect(ours.sheets.map(({ name }) => name)).toEqual(theirs.sheets.map(({ name }) => name))
  ours.sheets.forEach((sheet, index) => {
    expect(trimmed(sheet.rows.map((row) => row.map(asOther)))).toEqual(
      trimmed(theirs.sheets[index]?.rows ?? []),
    )
  })
}

describe('two readers that share nothing agree on every cell', () => {
  const samples = join(import.meta.dirname, '../../../../resources/samples')
  it.each(['渠道投放日报.xlsx', '年度目标.xlsx', 'Channel daily report.xlsx', 'Annual goals.xlsx'])(
    'of the sample %s',
    async (name) => {
      await compare(readFileSync(join(samples, name)))
    },
  )

  it('of workbooks made at random', async () => {
    const word = fc
      .string({ unit: 'binary', maxLength: 20 })
      .map((text) => text.replace(/[\0-\x08\x0b-\x1f\ufffe\uffff\r]/g, '·'))
    const serialDay = fc.integer({ min: 61, max: 60_000 })
    const cell: fc.Arbitrary<CellSpec> = fc.oneof(
      fc.constant(null),
      word.filter((text) => text !== ''),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer(),
      fc.boolean(),
      fc.double({ noNaN: true, min: -1e6, max: 1e6 }).map((value) => ({ value, format: '0.00%' })),
      serialDay.map((value) => ({ value, format: 'yyyy-mm-dd' })),
      fc
        .tuple(serialDay, fc.nat({ max: 86_399 }))
        .map(([day, second]) => ({ value: day + second / 86_400, format: 'yyyy/m/d h:mm:ss' })),
      fc.integer().map((value) => ({ value, formula: 'A1*1' })),
    )
    const name = fc.integer({ min: 0, max: 1e6 }).map((number) => `表${number}`)
    const sheet: fc.Arbitrary<SheetSpec> = fc.record({
      name,
      rows: fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 15 }),
    })
    const sheets = fc.uniqueArray(sheet, { minLength: 1, maxLength: 3, selector: ({ name: one }) => one })
    await fc.assert(
      fc.asyncProperty(sheets, async (specs) => compare(await workbook(...specs))),
      { numRuns: 120, seed: 3 },
    )
  })
})

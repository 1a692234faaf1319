import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Merge } from '../../../../../../electron/import/tables/merges.ts'
import { openXlsx } from '../../../../../../electron/import/formats/xlsx/xlsx.ts'
import { ZipPackage } from '../../../../../../electron/import/formats/zip-package.ts'
import type { RawCell } from '../../../../../../shared/model/source.ts'
import { rawWorkbook } from '../../../../../support/raw.ts'
import {
  type CellSpec,
  scratchFolder,
  sheetXml,
  spreadsheetNamespace,
  workbook,
  workbookParts,
  zipOf,
} from '../../../../../support/workbook.ts'

const { save } = scratchFolder()

async function mergesOf(bytes: Uint8Array, head = false): Promise<Merge[]> {
  const { path, name } = save('a.xlsx', bytes)
  const book = await openXlsx(await ZipPackage.open(path, name), bytes.length, { head })
  try {
    return [...((await book.sheets[0]?.merges()) ?? new Map<number, Merge[]>()).values()].flat()
  } finally {
    book.close()
  }
}

/** Days of Excel's calendar by the proleptic Gregorian one, with the day that never was. */
function dayOf(serial: number, date1904: boolean): string {
  if (!date1904 && serial === 60) return '1900-02-29'
  const base = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30)
  return new Date(base + serial * 86_400_000).toISOString().slice(0, 10)
}

const clockOf = (second: number): string => new Date(second * 1000).toISOString().slice(11, 19)

interface Written {
  cell: CellSpec
  read: RawCell
}

const same = (value: string | number | boolean): Written => ({ cell: value, read: value })
const word = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 24 })
  .map((text) => text.replace(/[\0-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]/g, '·'))
const lastDay = 2_958_465
const written: fc.Arbitrary<Written> = fc.oneof(
  fc.constant({ cell: null, read: null }),
  word.map(same),
  // The writer leaves escapes to its caller.
  fc.constant({ cell: '_x005F_x000D_', read: '_x000D_' }),
  fc.constantFrom('00123', '=1+1', ' ', '440301199001011234', '<a>&amp;', 'line\nline').map(same),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => same(Object.is(value, -0) ? 0 : value)),
  fc.maxSafeInteger().map(same),
  fc.boolean().map(same),
  fc.double({ noNaN: true, min: -10, max: 10 }).map((value) => ({
    cell: { value: value + 0, format: '0.00%' },
    read: value + 0,
  })),
  fc.integer({ min: 1, max: lastDay }).map((serial) => ({
    cell: { value: serial, format: '[$-804]yyyy"年"m"月"d"日";@' },
    read: { date: dayOf(serial, false) },
  })),
  fc.tuple(fc.integer({ min: 1, max: lastDay - 1 }), fc.nat({ max: 86_399 })).map(([serial, second]) => ({
    cell: { value: serial + second / 86_400, format: 'yyyy/m/d h:mm:ss' },
    read: { datetime: `${dayOf(serial, false)}T${clockOf(second)}` },
  })),
  fc.nat({ max: 86_399 }).map((second) => ({
    cell: { value: second / 86_400, format: 'h:mm:ss' },
    read: { time: clockOf(second) },
  })),
  fc.integer({ min: 86_400, max: 3_600_000 }).map((second) => ({
    cell: { value: second / 86_400, format: '[h]:mm:ss' },
    read: { time: `${Math.floor(second / 3600)}${clockOf(second).slice(2)}` },
  })),
  fc.integer().map((value) => ({ cell: { value, formula: 'A1*1' }, read: value })),
)

const trimmed = (row: readonly RawCell[]): readonly RawCell[] =>
  row.slice(0, row.findLastIndex((cell) => cell !== null) + 1)

describe('what is written into a workbook is what is read from it', () => {
  it('values, types and sheets', async () => {
    const sheet = fc.record({
      name: fc.integer({ min: 0, max: 1e6 }).map((number) => `表${number}`),
      rows: fc.array(fc.array(written, { maxLength: 10 }), { maxLength: 12 }),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(sheet, { minLength: 1, maxLength: 3, selector: ({ name }) => name }),
        async (sheets) => {
          const bytes = await workbook(
            ...sheets.map(({ name, rows }) => ({
              name,
              rows: rows.map((row) => row.map(({ cell }) => cell)),
            })),
          )
          const read = await rawWorkbook(save('a.xlsx', bytes))
          expect(read.sheets.map(({ name }) => name)).toEqual(sheets.map(({ name }) => name))
          sheets.forEach(({ rows }, index) => {
            const expected = rows.map((row) => trimmed(row.map((one) => one.read)))
            while (expected.at(-1)?.length === 0) expected.pop()
            expect(read.sheets[index]?.rows).toEqual(expected)
          })
        },
      ),
      { numRuns: 150, seed: 21 },
    )
  })

  it('merged ranges, wherever the pieces of the part are cut', async () => {
    const range = fc.record({
      top: fc.integer({ min: 1, max: 1_048_000 }),
      left: fc.nat({ max: 16_000 }),
      height: fc.nat({ max: 500 }),
      width: fc.nat({ max: 300 }),
    })
    const letters = (column: number): string =>
      (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))
    await fc.assert(
      fc.asyncProperty(
        fc.array(range, { maxLength: 400 }),
        fc.nat({ max: 300_000 }),
        fc.constantFrom('', 'x:'),
        async (ranges, filler, prefix) => {
          const merges = ranges.map(({ top, left, height, width }): Merge => ({
            top,
            left,
            bottom: top + height,
            right: left + width,
          }))
          const tags = merges.map(
            ({ top, left, bottom, right }) =>
              `<${prefix}mergeCell ref="${letters(left)}${top}:${letters(right)}${bottom}"/>`,
          )
          const rows = `<row r="1"><c r="A1" t="str"><v>${'mergeCell '.repeat(filler / 10)}</v></c></row>`
          const bytes = zipOf(
            workbookParts(sheetXml(rows, `<${prefix}mergeCells>${tags.join('')}</${prefix}mergeCells>`)),
          )
          const byRow = (list: Merge[]): Merge[] => list.toSorted((a, b) => a.top - b.top)
          expect(byRow(await mergesOf(bytes))).toEqual(byRow(merges))
          expect(byRow(await mergesOf(bytes, true))).toEqual(byRow(merges))
        },
      ),
      { numRuns: 40, seed: 22 },
    )
  })

  it('days of both date systems, from the first to the last', async () => {
    const base = workbookParts('')
    for (const date1904 of [false, true]) {
      const end = date1904 ? lastDay - 1462 : lastDay
      const serials = [...Array.from({ length: 800 }, (_, day) => day + 1), 36_526, 44_620, end - 1, end]
      const read = await rawWorkbook(
        save(
          'a.xlsx',
          zipOf({
            ...base,
            'xl/workbook.xml': (base['xl/workbook.xml'] ?? '').replace(
              '<sheets>',
              `<workbookPr date1904="${date1904}"/><sheets>`,
            ),
            'xl/styles.xml': `<styleSheet xmlns="${spreadsheetNamespace}"><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>`,
            'xl/worksheets/sheet1.xml': sheetXml(
              serials.map((serial) => `<row><c s="0"><v>${serial}</v></c></row>`).join(''),
            ),
          }),
        ),
      )
      expect(read.sheets[0]?.rows.flat()).toEqual(
        serials.map((serial) => ({ date: dayOf(serial, date1904) })),
      )
      expect(read.sheets[0]?.rows.at(-1)).toEqual([{ date: '9999-12-31' }])
    }
  })
})

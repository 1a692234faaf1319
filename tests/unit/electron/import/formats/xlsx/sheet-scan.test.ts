import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { SheetReading } from '../../../../../../electron/import/formats/xlsx/sheet-reading.ts'
import { type SheetRow, blank } from '../../../../../../electron/import/cells/sheet-row.ts'
import { SheetScanner } from '../../../../../../electron/import/formats/xlsx/sheet-scan.ts'
import type { SheetNotes } from '../../../../../../electron/import/formats/sheet-source.ts'
import { SheetXml } from '../../../../../../electron/import/formats/xlsx/sheet-xml.ts'
import { readWorkbook } from '../../../../../../electron/import/formats/xlsx/workbook.ts'
import { readItems } from '../../../../../../electron/import/formats/xlsx/xml-scan.ts'
import { ZipPackage } from '../../../../../../electron/import/formats/zip-package.ts'
import {
  scratchFolder,
  sheetOf,
  sheetXml,
  spreadsheetNamespace,
  workbookParts,
  zipOf,
} from '../../../../../support/workbook.ts'

const { save } = scratchFolder()

/** A package whose shared strings are plain, escaped, rich and phonetic. */
async function openPackage(strings?: Uint8Array): Promise<ZipPackage> {
  const parts = workbookParts(sheetXml(''))
  parts['xl/sharedStrings.xml'] = `<?xml version="1.0"?><sst xmlns="${spreadsheetNamespace}" count="9">${[
    '<t>甲</t>',
    '<t xml:space="preserve"> b </t>',
    '<t>a&amp;b&#x4e2d;</t>',
    '<t/>',
    '<t>x_x000D_y_x005F_x0041_</t>',
    '<r><rPr><b/></rPr><t>粗</t></r><r><t xml:space="preserve"> 细</t></r>',
    '<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/>',
    '<t>last</t>',
  ]
    .map((item) => `<si>${item}</si>`)
    .join('')}</sst>`
  parts['xl/styles.xml'] =
    `<styleSheet xmlns="${spreadsheetNamespace}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/></cellXfs></styleSheet>`
  const { path, name } = save(
    'a.xlsx',
    zipOf(strings ? { ...parts, 'xl/sharedStrings.xml': strings } : parts),
  )
  return ZipPackage.open(path, name)
}

const usual = openPackage()
afterAll(async () => (await usual).close())

interface Read {
  rows: unknown[]
  notes: SheetNotes
  /** Rows that the parser gave. */
  parsed: number
}

/** Reads a sheet cut into pieces of these lengths, over and over. */
async function read(
  xml: string | Uint8Array,
  pieces: readonly number[] = [65_536],
  strings?: Uint8Array,
): Promise<Read> {
  const zip = strings ? await openPackage(strings) : await usual
  try {
    const workbook = await readWorkbook(zip)
    const rows: unknown[] = []
    const sheet = new SheetReading(workbook, 'a.xlsx', (row) => rows.push(shownRow(row)))
    const reader = new SheetXml(sheet)
    let parsed = 0
    const counting = {
      open(name: string, attributes: Readonly<Record<string, string>>) {
        if (name === 'row') parsed += 1
        reader.open(name, attributes)
      },
      text: (piece: string) => reader.text(piece),
      close: (name: string) => reader.close(name),
      settle: () => reader.settle(),
    }
    const bytes = Buffer.from(xml)
    async function* cut(): AsyncGenerator<Buffer> {
      for (let at = 0, index = 0; at < bytes.length; index += 1) {
        const length = Math.max(1, pieces[index % pieces.length] ?? 1)
        yield bytes.subarray(at, at + length)
        at += length
      }
    }
    for await (const _ of readItems(cut(), new SheetScanner(sheet), counting, 'sheet1.xml', 'a.xlsx'));
    return { rows, notes: sheet.notes(), parsed }
  } finally {
    if (strings) zip.close()
  }
}

function shownRow(row: SheetRow): unknown {
  const cells: unknown[] = []
  for (let column = 0; column < row.width; column += 1) {
    if (row.kind(column) === blank) continue
    const value = row.number(column)
    cells.push([
      column,
      row.kind(column),
      row.text(column),
      Object.is(value, -0) ? '-0' : row.kind(column) === 2 ? '' : value,
      row.format(column).kind,
    ])
  }
  return { row: row.row, hidden: row.hidden, width: row.width, cells }
}

const xml10 = fc
  .string({ unit: 'binary', maxLength: 12 })
  .map((text) => text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]/g, '·'))
const escaped = fc
  .array(
    fc.oneof(
      xml10.map((text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')),
      fc.constantFrom(
        '_x000D_',
        '_x005F_',
        '_x0041_',
        '_x00',
        '&#10;',
        '&#x20AC;',
        '&quot;',
        '\r\n',
        ' ',
        '汉字',
      ),
    ),
    { maxLength: 4 },
  )
  .map((pieces) => pieces.join(''))
const decimals = fc.oneof(
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.double({ noNaN: true, min: 0, max: 1 }).map(String),
  fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map(String),
  fc.tuple(fc.nat(), fc.nat({ max: 99_999_999 })).map(([whole, part]) => `${whole}.${part}`),
  fc.constantFrom(
    '-0',
    '0.10',
    '1E-5',
    '1e+22',
    '123e22',
    '9007199254740993',
    '.5',
    '5.',
    '1e400',
    'NaN',
    '',
    ' 7 ',
    '0x10',
    '+1',
    '1e',
    '--1',
    '00012',
    '0.1234567890123456789',
  ),
)
const kinds = fc.oneof(
  fc.record({ t: fc.constantFrom('', 'n'), v: decimals }),
  fc.record({ t: fc.constant('s'), v: fc.integer({ min: 0, max: 7 }).map(String) }),
  fc.record({ t: fc.constant('str'), v: escaped }),
  fc.record({ t: fc.constant('b'), v: fc.constantFrom('0', '1', 'true', 'false', 'TRUE', '') }),
  fc.record({ t: fc.constant('e'), v: fc.constantFrom('#N/A', '#DIV/0!', '#REF!') }),
  fc.record({
    t: fc.constant('d'),
    v: fc.constantFrom('2026-03-01', '2026-03-01T09:30:00', '1900-01-05', '09:30', 'x'),
  }),
)
const formulas = fc.constantFrom(
  '',
  '',
  '',
  '<f>A1*2</f>',
  '<f t="shared" si="0"/>',
  '<f t="array" ref="A1:B2">SUM([1]Sheet1!A1)</f>',
  '<f>\'[2]a b\'!A1&amp;"x"</f>',
  '<f>Table1[[#All],[2023]]</f>',
  '<f/>',
)

/** A cell as XML, spelled in one of the ways that programs do. */
const plainCell = fc
  .record({
    kind: kinds,
    style: fc.constantFrom('', 's="0"', 's="1"', 's="2"', "s='1'", 's="99"'),
    formula: formulas,
    gap: fc.constantFrom('', '', '', '\n  ', '\r\n'),
    order: fc.boolean(),
    end: fc.constantFrom('', ' '),
    extra: fc.constantFrom('', 'cm="1"', 'ph="1"'),
  })
  .map(({ kind, style, formula, gap, order, end, extra }) => (reference: string): string => {
    const attributes = [reference && `r="${reference}"`, style, extra, kind.t && `t="${kind.t}"`].filter(
      Boolean,
    )
    const open = `<c${(order ? attributes : attributes.toReversed()).map((one) => ` ${one}`).join('')}${end}>`
    return `${gap}${open}${gap}${formula}${gap}<v>${kind.v}</v>${gap}</c>`
  })
const cell = fc.oneof(
  { weight: 12, arbitrary: plainCell },
  fc.constantFrom(
    (reference: string) => `<c r="${reference || 'A1'}" s="2"/>`,
    (reference: string) => `<c r="${reference || 'A1'}" />`,
    (reference: string) => `<c r="${reference || 'A1'}"></c>`,
    (reference: string) => `<c r="${reference || 'A1'}" t="str"><v/></c>`,
    (reference: string) => `<c r="${reference || 'A1'}"><f>NOW()</f></c>`,
    (reference: string) => `<c r="${reference || 'A1'}" t="str"><f>""</f><v></v></c>`,
  ),
  escaped.map(
    (text) => (reference: string) =>
      `<c r="${reference || 'A1'}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`,
  ),
)
/** Cells and rows that only the parser reads. */
const oddCell = fc.constantFrom(
  (reference: string) => `<c r = "${reference || 'A1'}"><v>1</v></c>`,
  (reference: string) => `<c r="${reference || 'A1'}" t="str"><v><![CDATA[<a>]]></v></c>`,
  (reference: string) => `<!-- a --><c r="${reference || 'A1'}"><v>1</v></c>`,
  (reference: string) =>
    `<c r="${reference || 'A1'}" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>c</t></rPh></is></c>`,
  (reference: string) => `<c r="${reference || 'A1'}"><v>1</v><extLst><ext><v>2</v></ext></extLst></c>`,
  (reference: string) => `<c\tr="${reference || 'A1'}"\n><v>1</v></c>`,
  (reference: string) => `<c r="&#65;1" t="n"><v>${reference.length}</v></c>`,
)

const columnName = (column: number): string =>
  (column >= 26 ? String.fromCharCode(64 + Math.floor(column / 26)) : '') +
  String.fromCharCode(65 + (column % 26))

const sheetOfCells = (cells: typeof cell): fc.Arbitrary<string> =>
  fc
    .array(
      fc.record({
        skip: fc.constantFrom(0, 0, 0, 3),
        cells: fc.array(fc.tuple(cells, fc.constantFrom(0, 0, 0, 2, 30)), { maxLength: 6 }),
        attributes: fc.constantFrom(
          '',
          ' spans="1:3"',
          ' hidden="1"',
          " hidden='true'",
          ' ht="20" x14ac:dyDescent="0.2"',
          ' hidden="0"',
        ),
        isImplicit: fc.boolean(),
        lower: fc.boolean(),
      }),
      { maxLength: 8 },
    )
    .map((rows) => {
      let row = 0
      let out = ''
      for (const { skip, cells: list, attributes, isImplicit, lower } of rows) {
        row += 1 + skip
        const stated = isImplicit && skip === 0 ? '' : ` r="${row}"`
        if (list.length === 0) {
          out += `<row${stated}${attributes}/>`
          continue
        }
        let column = -1
        let line = ''
        for (const [write, gap] of list) {
          column += 1 + gap
          const name = `${lower ? columnName(column).toLowerCase() : columnName(column)}${row}`
          line += write(name)
        }
        out += `<row${attributes}${stated}>${line}</row>\n`
      }
      return out
    })

const head = (rows: string, comment: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="${spreadsheetNamespace}"><sheetPr/>${comment}<cols><col min="2" max="3" hidden="1"/></cols><sheetData>${rows}</sheetData><autoFilter ref="A1:C9"/></worksheet>`

describe('a sheet scanned by its bytes', () => {
  it('gives the very rows and notes that the XML parser gives, and gives them all itself', async () => {
    await fc.assert(
      fc.asyncProperty(sheetOfCells(cell), async (rows) => {
        const scanned = await read(head(rows, ''))
        const parsed = await read(head(rows, '<!-- for the parser -->'))
        expect(scanned.parsed).toBe(0)
        expect(parsed.parsed).toBe(parsed.rows.length)
        expect({ ...scanned, parsed: 0 }).toEqual({ ...parsed, parsed: 0 })
      }),
      { numRuns: 200, seed: 5 },
    )
  })

  it('is what the common writers make, to the last row', async () => {
    const rows = Array.from({ length: 50 }, (_, n): (string | number | boolean | Date)[] => [
      `第${n}行`,
      n / 7,
      n % 2 === 0,
      new Date(Date.UTC(2026, 0, n + 1)),
      'a&b < c',
    ])
    const book = new ExcelJS.Workbook()
    book.addWorksheet('A').addRows(rows)
    const sheet = XLSX.utils.aoa_to_sheet(rows)
    const written = [
      new Uint8Array(await book.xlsx.writeBuffer()),
      new Uint8Array(
        XLSX.write({ Sheets: { A: sheet }, SheetNames: ['A'] }, { type: 'array' }) as ArrayBuffer,
      ),
      await sheetOf(rows.map((row) => row.map((value) => (value instanceof Date ? value.getTime() : value)))),
    ]
    for (const bytes of written) {
      const xml = unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? ''
      const strings = unzipSync(bytes)['xl/sharedStrings.xml']
      const { rows: read1, parsed } = await read(xml, undefined, strings)
      expect([read1.length, parsed]).toEqual([50, 0])
    }
  })

  it('is the same where all names have a prefix', async () => {
    const prefixed = (xml: string): string =>
      xml.replaceAll(/<(\/?)([A-Za-z])/g, '<$1x:$2').replace('xmlns=', 'xmlns:x=')
    await fc.assert(
      fc.asyncProperty(sheetOfCells(cell), async (rows) => {
        expect(await read(prefixed(head(rows, '')))).toEqual(await read(head(rows, '')))
      }),
      { numRuns: 150, seed: 9 },
    )
    // One prefix and none are not the same names.
    const mixed = prefixed(head('<row><c><v>1</v></c></row>', '')).replace('</x:c>', '</c>')
    await expect(read(mixed)).rejects.toMatchObject({ code: 'file-damaged' })
  })

  it('goes on with the parser from the first row that is unusual', async () => {
    const mixed = fc.oneof({ weight: 8, arbitrary: cell }, { weight: 1, arbitrary: oddCell })
    await fc.assert(
      fc.asyncProperty(
        sheetOfCells(mixed),
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1 }),
        async (rows, cut) => {
          const scanned = await read(head(rows, ''), cut)
          const parsed = await read(head(rows, '<!-- for the parser -->'))
          expect({ ...scanned, parsed: 0 }).toEqual({ ...parsed, parsed: 0 })
        },
      ),
      { numRuns: 200, seed: 6 },
    )
  })

  it('does not mind where its pieces are cut', async () => {
    const rows =
      '<row r="1" spans="1:3"><c r="A1" s="1"><v>45292.5</v></c><c r="B1" t="s"><v>5</v></c><c r="C1" t="str"><f>"a"</f><v>é&amp;汉</v></c></row><row r="2" hidden="1"/><row><c t="inlineStr"><is><t>内</t></is></c><c r="C3" t="b"><v>1</v></c><c/></row>\n'
    const xml = head(rows, '')
    const whole = await read(xml)
    expect(whole.parsed).toBe(0)
    for (let length = 1; length < xml.length; length += length < 40 ? 1 : 13)
      expect(await read(xml, [length])).toEqual(whole)
  })

  it('reads every double as the file has it', async () => {
    const doubles = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      // As many digits as a double may have, and more.
      fc.maxSafeInteger(),
      fc.integer({ min: 1, max: 2000 }).map((below) => 2 ** 53 - below),
      fc.tuple(fc.maxSafeInteger(), fc.integer({ min: -30, max: 30 })).map(([m, e]) => Number(`${m}e${e}`)),
      fc.tuple(fc.nat({ max: 1e6 }), fc.integer({ min: 1, max: 1e6 })).map(([a, b]) => a / b),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(doubles, { minLength: 1, maxLength: 200 }), async (numbers) => {
        const { rows, parsed } = await read(
          head(`<row>${numbers.map((value) => `<c><v>${value}</v></c>`).join('')}</row>`, ''),
        )
        expect(parsed).toBe(0)
        const [row] = rows as [{ cells: [number, number, string, number][] }]
        expect(row.cells.map(([, , , value]) => (String(value) === '-0' ? -0 : value))).toEqual(
          numbers.map((value) => (Object.is(value, -0) ? 0 : value)),
        )
      }),
      { numRuns: 100, seed: 8 },
    )
  })

  it('notices filters, hidden columns, formulas without a value and links', async () => {
    const plain = await read(
      head(
        '<row r="1"><c r="A1"><f>NOW()</f></c><c r="B1"><f>1+1</f><v></v></c><c r="C1" t="str"><f>""</f><v></v></c><c r="D1"><f>Sales[2024]</f><v>1</v></c></row>',
        '',
      ),
    )
    expect(plain.notes).toEqual({
      hiddenColumns: [1, 2],
      isFiltered: false,
      formulasWithoutValue: 2,
      hasLinks: false,
      undecodable: [],
    })
    const filtered = await read(head('<row r="1" hidden="1"><c><f>\'[3]表 1\'!A1</f><v>1</v></c></row>', ''))
    expect(filtered.notes).toMatchObject({ isFiltered: true, hasLinks: true, formulasWithoutValue: 0 })
    const table = head('<row r="1" hidden="1"/>', '').replace(
      '<autoFilter ref="A1:C9"/>',
      '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
    )
    expect((await read(table)).notes.isFiltered).toBe(true)
    const unfiltered = head('<row r="1" hidden="1"/>', '').replace('<autoFilter ref="A1:C9"/>', '')
    expect((await read(unfiltered)).notes.isFiltered).toBe(false)
    expect((await read(unfiltered.replace('<sheetPr/>', '<sheetPr filterMode="1"/>'))).notes.isFiltered).toBe(
      true,
    )
    const chosen = head('<row r="1"><c><v>1</v></c></row>', '').replace(
      '<autoFilter ref="A1:C9"/>',
      '<autoFilter ref="A1:C9"><filterColumn colId="0"><filters><filter val="1"/></filters></filterColumn></autoFilter>',
    )
    expect((await read(chosen)).notes.isFiltered).toBe(true)
  })

  it('refuses what is out of the sheet, out of order, or not there', async () => {
    for (const rows of [
      '<row r="2"/><row r="2"/>',
      '<row r="5"><c><v>1</v></c></row><row r="3"><c><v>1</v></c></row>',
      '<row r="1048577"/>',
      '<row r="1"><c r="XFE1"><v>1</v></c></row>',
      '<row r="1"><c r="$A$1"><v>1</v></c></row>',
      '<row r="1"><c t="s"><v>8</v></c></row>',
      '<row r="1"><c t="s"><v>-1</v></c></row>',
      '<row r="1"><c t="str"><v>&nbsp;</v></c></row>',
      '<row r="1"><c t="str"><v>\u0001</v></c></row>',
      '<row r="1"><c t="str"><v>a</w></c></row>',
      '<row r="1"></c></row>',
    ])
      await expect(read(head(rows, ''))).rejects.toMatchObject({ code: 'file-damaged' })
    const invalid = Buffer.from(head('<row r="1"><c t="str"><v>~</v></c></row>', ''))
    invalid[invalid.indexOf('~')] = 0xff
    await expect(read(invalid)).rejects.toMatchObject({ code: 'file-damaged' })
    await expect(read(head('<row r="1"><c><v>1</v></c></row>', '').slice(0, -60))).rejects.toMatchObject({
      code: 'file-truncated',
    })
    await expect(
      read(head('', '').replace('<worksheet', '<!DOCTYPE worksheet [<!ENTITY a "b">]><worksheet')),
    ).rejects.toMatchObject({ code: 'file-damaged' })
  })
})

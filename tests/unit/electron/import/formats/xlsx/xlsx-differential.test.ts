import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
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
const samples = join(import.meta.dirname, '../../../../../../resources/samples')

/** A value as all three readers can say it: instants as ISO text behind `@`, errors behind `!`. */
type Plain = string | number | boolean | null
type Reading = ReadonlyMap<string, readonly (readonly Plain[])[]>

async function ours(bytes: Uint8Array): Promise<Reading> {
  const plain = (cell: RawCell): Plain => {
    if (cell === null || typeof cell !== 'object') return cell
    if ('error' in cell) return `!${cell.error}`
    if ('date' in cell) return `@${cell.date}T00:00:00`
    return `@${'datetime' in cell ? cell.datetime : cell.time}`
  }
  const { sheets } = await rawWorkbook(save('a.xlsx', bytes))
  return new Map(sheets.map(({ name, rows }) => [name, rows.map((row) => row.map(plain))]))
}

async function hucre(bytes: Uint8Array): Promise<Reading> {
  const plain = (cell: unknown): Plain => {
    if (cell instanceof Date)
      return Number.isNaN(cell.getTime()) ? '@?' : `@${cell.toISOString().replace(/\.000Z$|Z$/, '')}`
    return cell as Plain
  }
  const { sheets } = await readXlsx(bytes)
  return new Map(sheets.map(({ name, rows }) => [name, rows.map((row) => Array.from(row, plain))]))
}

/** Its typings leave these open. */
const calendar = XLSX.SSF as {
  is_date(code: string): boolean
  parse_date_code(
    serial: number,
    options: { date1904: boolean },
  ): { y: number; m: number; d: number; H: number; M: number; S: number; u: number } | null
}

function sheetjs(bytes: Uint8Array): Reading {
  const book = XLSX.read(bytes, { dense: true, cellNF: true, cellHTML: false })
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  const two = (part: number): string => String(part).padStart(2, '0')
  const plain = (cell: XLSX.CellObject | undefined): Plain => {
    if (cell?.v === undefined) return null
    if (cell.t === 'e') return `!${cell.w ?? ''}`
    if (cell.t !== 'n' || !calendar.is_date(String(cell.z ?? ''))) return cell.v as Plain
    const serial = Number(cell.v)
    const at = calendar.parse_date_code(serial, { date1904 })
    if (!at) return serial
    const ms = Math.floor(at.u * 1000)
    const seconds = ms === 0 ? two(at.S) : `${two(at.S)}.${String(ms).padStart(3, '0')}`
    return `@${at.y}-${two(at.m)}-${two(at.d)}T${two(at.H)}:${two(at.M)}:${seconds}`
  }
  return new Map(
    book.SheetNames.map((name) => {
      const rows = (book.Sheets[name]?.['!data'] ?? []) as (XLSX.CellObject[] | undefined)[]
      return [name, Array.from(rows, (row) => Array.from(row ?? [], plain))]
    }),
  )
}

const readers = new Map([
  ['hucre', hucre],
  ['SheetJS', async (bytes: Uint8Array) => sheetjs(bytes)],
])

interface Disagreement {
  reader: string
  case: string
  cell: string
  ours: Plain
  theirs: Plain
}

/** All cells that one of the readers gives otherwise. Blank cells and an absence are the same. */
async function disagreements(name: string, bytes: Uint8Array): Promise<Disagreement[]> {
  const own = await ours(bytes)
  const found: Disagreement[] = []
  for (const [reader, read] of readers) {
    const other = await read(bytes)
    expect([name, reader, [...other.keys()]]).toEqual([name, reader, [...own.keys()]])
    for (const [sheet, rows] of own) {
      const theirRows = other.get(sheet) ?? []
      for (let row = 0; row < Math.max(rows.length, theirRows.length); row += 1) {
        const width = Math.max(rows[row]?.length ?? 0, theirRows[row]?.length ?? 0)
        for (let column = 0; column < width; column += 1) {
          const one = rows[row]?.[column] ?? null
          const two = theirRows[row]?.[column] ?? null
          if (Object.is(one, two) || (one === 0 && two === 0)) continue
          const cell = `${sheet}!${XLSX.utils.encode_cell({ r: row, c: column })}`
          found.push({ reader, case: name, cell, ours: one, theirs: two })
        }
      }
    }
  }
  return found
}

const isMoment = (value: Plain): value is string => typeof value === 'string' && value.startsWith('@')
const instant = (value: string): number => Date.parse(`${value.slice(1)}Z`)
const timeOfDay = (value: string): string => value.slice(value.lastIndexOf('T') + 1).replace('@', '')

/**
 * Where the others give something else, why, and by what it is told. Whoever finds another one finds out who is right
 * first. Sections are those of ECMA-376 part 1.
 */
const known: readonly {
  name: string
  /** Whom the standard, or Excel where it is silent, bears out. */
  right: 'ours' | 'both'
  why: string
  applies: (found: Disagreement) => boolean
}[] = [
  {
    name: 'errors as text',
    right: 'both',
    why: 'hucre gives the text of an error where the type is not asked for (18.18.11, e): the same words.',
    applies: ({ reader, ours: one, theirs }) => reader === 'hucre' && one === `!${String(theirs)}`,
  },
  {
    name: 'a time of day has no day',
    right: 'both',
    why: 'A serial below 1 under a format of hours has only a clock (18.17.4.1); the others put it on the day before 1900-01-01 (1904-01-01).',
    applies: ({ ours: one, theirs }) =>
      isMoment(one) && isMoment(theirs) && !one.includes('T') && timeOfDay(theirs) === timeOfDay(one),
  },
  {
    name: 'hours that go on counting',
    right: 'ours',
    why: '[h] is the hours elapsed, not a time of day (18.8.31): 36:00:00 is no moment of the year 1900.',
    applies: ({ ours: one, theirs, case: name }) =>
      name.includes('elapsed') && isMoment(one) && !one.includes('T') && isMoment(theirs),
  },
  {
    name: 'ISO dates',
    right: 'ours',
    why: 'A cell of type d holds a date (18.18.11). hucre gives its text, SheetJS a number without a date format.',
    applies: ({ case: name, ours: one, theirs }) =>
      name === 'ISO dates' && isMoment(one) && !isMoment(theirs),
  },
  {
    name: 'formats of Chinese and of the system',
    right: 'ours',
    why: 'aaaa is a weekday, 上午/下午 the halves of a day, x-sysdate the long date (18.8.31); not all readers know them.',
    applies: ({ case: name, ours: one, theirs }) =>
      /aaaa|上午|sysdate|systime/.test(name) && isMoment(one) && typeof theirs === 'number',
  },
  {
    name: 'the section of positive numbers',
    right: 'ours',
    why: 'A number is shown by the section whose condition it meets (18.8.31); a date in another section does not make it one.',
    applies: ({ case: name, ours: one, theirs }) =>
      name.includes('[>=100]0;yyyy') && typeof one === 'number' && isMoment(theirs),
  },
  {
    name: '29 February 1900',
    right: 'ours',
    why: 'Serial 60 is that day in the 1900 system, which keeps the error of Lotus 1-2-3 (18.17.4.1).',
    applies: ({ reader, ours: one, theirs }) =>
      reader === 'hucre' &&
      isMoment(one) &&
      one.startsWith('@1900-02-29') &&
      theirs === one.replace('29', '28'),
  },
  {
    name: 'the day before the first',
    right: 'both',
    why: 'Serial 0 is shown as 0 January 1900, which is no day of a calendar: 1899-12-31 for us and hucre.',
    applies: ({ reader, ours: one, theirs }) =>
      reader === 'SheetJS' &&
      isMoment(one) &&
      isMoment(theirs) &&
      theirs.startsWith('@1900-01-00T') &&
      timeOfDay(one) === timeOfDay(theirs),
  },
  {
    name: 'the last thousandths of a second',
    right: 'ours',
    why: 'SheetJS cuts what is left of a second after it has rounded the serial to fewer digits; ours is the nearest millisecond to the double in the file.',
    applies: ({ reader, ours: one, theirs }) =>
      reader === 'SheetJS' &&
      isMoment(one) &&
      isMoment(theirs) &&
      Math.abs(instant(one) - instant(theirs)) < 3,
  },
  {
    name: 'serials that are no date',
    right: 'ours',
    why: 'Dates run from serial 0 to 9999-12-31 (18.17.4.1); Excel shows #### for others, the number is all there is.',
    applies: ({ reader, ours: one, theirs }) =>
      reader === 'hucre' && typeof one === 'number' && !(one >= 0 && one < 2_958_466) && isMoment(theirs),
  },
]

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const styles = (codes: readonly string[]): string =>
  `<styleSheet xmlns="${spreadsheetNamespace}">${codes.length === 0 ? '' : `<numFmts count="${codes.length}">${codes.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${escaped(code)}"/>`).join('')}</numFmts>`}<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${codes.length + 1}"><xf numFmtId="0"/>${codes.map((_, index) => `<xf numFmtId="${200 + index}" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`

/** A workbook with these parts, all of which the content types name. */
function packageOf(changes: Readonly<Record<string, string>>, rows = ''): Uint8Array {
  const parts: Record<string, string> = {
    ...workbookParts(sheetXml(rows)),
    'xl/styles.xml': styles([]),
    'xl/sharedStrings.xml': `<sst xmlns="${spreadsheetNamespace}"/>`,
    ...changes,
  }
  const type = (part: string, name: string): string =>
    `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml"/>`
  parts['[Content_Types].xml'] =
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type('xl/workbook.xml', 'sheet.main')}${Object.keys(
      parts,
    )
      .filter((part) => part.startsWith('xl/worksheets/'))
      .map((part) => type(part, 'worksheet'))
      .join('')}${type('xl/styles.xml', 'styles')}${type('xl/sharedStrings.xml', 'sharedStrings')}</Types>`
  return zipOf(parts)
}

/** The same workbook with the names of ECMA-376 part 1 in their strict form (part 4 has the transitional ones). */
function strictly(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]): [string, string] => [
    name,
    strFromU8(part)
      .replaceAll(spreadsheetNamespace, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
      .replaceAll(office, 'http://purl.oclc.org/ooxml/officeDocument/relationships'),
  ])
  return zipOf(Object.fromEntries(parts))
}

const formatted = (code: string, values: readonly number[], date1904 = false): Uint8Array => {
  const base = workbookParts('')
  return packageOf(
    {
      'xl/styles.xml': styles([code]),
      ...(date1904
        ? {
            'xl/workbook.xml': (base['xl/workbook.xml'] ?? '').replace(
              '<sheets>',
              '<workbookPr date1904="1"/><sheets>',
            ),
          }
        : {}),
    },
    values
      .map((value, row) => `<row r="${row + 1}"><c r="A${row + 1}" s="1"><v>${value}</v></c></row>`)
      .join(''),
  )
}

const serials = [0, 0.5, 1, 59, 60, 61, 366, 46_082, 46_082.395_833_333_336, 2_958_465, -1, 2_958_466]

/** Every feature by hand, a workbook each. */
const features: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  [
    'shared strings',
    packageOf(
      {
        'xl/sharedStrings.xml': `<sst xmlns="${spreadsheetNamespace}" count="7" uniqueCount="7"><si><t>a_x000D_b</t></si><si><r><t>東</t></r><r><rPr><b/></rPr><t xml:space="preserve">京 </t></r><rPh sb="0" eb="2"><t>トウ</t></rPh><phoneticPr fontId="1"/></si><si><t xml:space="preserve"> sp </t></si><si><t/></si><si><t>_x005F_x0041_</t></si><si><t>&lt;a&gt; &amp; &#x4E2D;&#25991;</t></si><si><t>😀</t></si></sst>`,
      },
      `<row r="1">${[0, 1, 2, 3, 4, 5, 6, 1, 0].map((index) => `<c t="s"><v>${index}</v></c>`).join('')}</row>`,
    ),
  ],
  [
    'inline strings',
    packageOf(
      {},
      '<row r="1"><c r="A1" t="inlineStr"><is><t>in</t></is></c><c r="B1" t="inlineStr"><is><r><t>x</t></r><r><t xml:space="preserve"> y</t></r></is></c><c r="C1" t="inlineStr"><is><t>a&amp;b</t></is></c></row>',
    ),
  ],
  [
    'formulas of every kind',
    packageOf(
      {},
      '<row r="1"><c r="A1"><f>0*1</f><v>0</v></c><c r="B1" t="str"><f>""</f><v></v></c><c r="C1" t="str"><f>"a"</f><v>a</v></c><c r="D1" t="b"><f>TRUE()</f><v>1</v></c><c r="E1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="F1"><f>NOW()</f></c></row><row r="2"><c r="A2"><f t="shared" ref="A2:A3" si="0">A1+1</f><v>1</v></c><c r="B2"><f t="array" ref="B2:C2">A1:B1*2</f><v>2</v></c><c r="C2"><v>4</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/><v>2</v></c></row>',
    ),
  ],
  [
    'errors and truth values',
    packageOf(
      {},
      `<row r="1">${['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A'].map((code, index) => `<c r="${'ABCDEFG'[index]}1" t="e"><v>${code}</v></c>`).join('')}<c r="H1" t="b"><v>1</v></c><c r="I1" t="b"><v>0</v></c></row>`,
    ),
  ],
  [
    'ISO dates',
    packageOf(
      {},
      '<row r="1"><c r="A1" t="d"><v>2026-03-01</v></c><c r="B1" t="d"><v>2026-03-01T09:30:00</v></c></row>',
    ),
  ],
  [
    'numbers with all their digits',
    packageOf(
      {},
      `<row r="1">${['123456789012345', '0.1', '0.30000000000000004', '1E-05', '1.5E+300', '-0.000001', '12345678901234567890', '4.9406564584124654E-324', '9007199254740993'].map((digits, index) => `<c r="${'ABCDEFGHI'[index]}1"><v>${digits}</v></c>`).join('')}</row>`,
    ),
  ],
  [
    'cells without references, gaps, the last column',
    packageOf(
      {},
      '<row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="C4"><v>3</v></c><c r="XFD4"><v>4</v></c></row>',
    ),
  ],
  [
    'a wrong dimension, hidden rows and columns, a filter',
    packageOf({
      'xl/worksheets/sheet1.xml': `<worksheet xmlns="${spreadsheetNamespace}"><dimension ref="A1:B2"/><cols><col min="2" max="2" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row><row r="2" hidden="1"><c r="A2"><v>4</v></c></row><row r="5"><c r="D5"><v>5</v></c></row></sheetData><autoFilter ref="A1:C5"/></worksheet>`,
    }),
  ],
  [
    'prefixed XML',
    packageOf({
      'xl/worksheets/sheet1.xml': `<?xml version="1.0" encoding="utf-8"?><x:worksheet xmlns:x="${spreadsheetNamespace}"><x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:v>甲</x:v></x:c><x:c r="B1"><x:v>1.5</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    }),
  ],
  [
    'strict namespaces and relationships',
    strictly(
      packageOf(
        { 'xl/styles.xml': styles(['yyyy-mm-dd']) },
        '<row r="1"><c r="A1" s="1"><v>46082</v></c><c r="B1" t="inlineStr"><is><t>严</t></is></c></row>',
      ),
    ),
  ],
  [
    'lines and spaces between tags, other quotes, a byte order mark',
    packageOf({
      'xl/worksheets/sheet1.xml': `\ufeff<?xml version='1.0' encoding='UTF-8'?>\n<worksheet xmlns='${spreadsheetNamespace}'>\n  <sheetData>\n    <row r='1'>\n      <c r='A1' t='str'>\n        <v>甲</v>\n      </c>\n      <c r='B1' >\n        <v>2</v>\n      </c>\n    </row>\n  </sheetData>\n</worksheet>`,
    }),
  ],
  [
    'absolute part names and other folders',
    packageOf({
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="/xl/worksheets/other.xml"/></Relationships>`,
      'xl/worksheets/other.xml': sheetXml('<row r="1"><c r="A1"><v>7</v></c></row>'),
    }),
  ],
  [
    'hidden sheets, very hidden ones, in the workbook’s order',
    packageOf({
      'xl/workbook.xml': `<workbook xmlns="${spreadsheetNamespace}" xmlns:r="${office}"><sheets><sheet name="乙 &amp; 丙" sheetId="3" state="hidden" r:id="rId8"/><sheet name="表" sheetId="1" r:id="rId1"/><sheet name="丁" sheetId="2" state="veryHidden" r:id="rId9"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId8" Type="${office}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId9" Type="${office}/worksheet" Target="worksheets/sheet3.xml"/></Relationships>`,
      'xl/worksheets/sheet2.xml': sheetXml('<row r="1"><c r="A1"><v>2</v></c></row>'),
      'xl/worksheets/sheet3.xml': sheetXml('<row r="2"><c r="B2"><v>3</v></c></row>'),
    }),
  ],
  ...[
    'yyyy-mm-dd',
    'yyyy"年"m"月"d"日"',
    'yyyy"年"m"月"',
    '[$-804]yyyy/m/d h:mm',
    '[$-F800]dddd, mmmm dd, yyyy',
    '[$-411]ge.m.d',
    '[DBNum1][$-804]yyyy"年"m"月"d"日";@',
    'm/d;@',
    'mmm-yy',
    'aaaa',
    '上午/下午h"时"mm"分"',
    'h:mm:ss',
    'mm:ss.0',
    '[$-x-sysdate]dddd',
    '0.00%',
    '#,##0.00;[Red]-#,##0.00',
    '0"day"',
    '"d"0',
    '\\d0',
    '0.00E+00',
    '# ?/?',
    '@',
    'General',
    '0!.0,"万"',
    '[Red][>=100]0;yyyy',
    '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  ].map((code): readonly [string, Uint8Array] => [code, formatted(code, serials)]),
  ['elapsed [h]:mm', formatted('[h]:mm', [0.5, 1.5, 61.25])],
  ['elapsed [mm]:ss', formatted('[mm]:ss', [0.5, 1.5, 61.25])],
  ['the dates of 1904', formatted('yyyy-mm-dd', [0, 1, 58, 59, 60, 44_620], true)],
]

async function byExcelJS(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('数据')
  sheet.addRow(['名称', '值', '日期', '占比'])
  sheet.addRow([
    '甲',
    1234.5,
    new Date(Date.UTC(2026, 2, 1)),
    0.45,
    { richText: [{ text: '粗', font: { bold: true } }, { text: '细' }] },
    true,
    { error: '#N/A' },
    { formula: 'B2*2', result: 2469 },
    { text: '链接', hyperlink: 'https://example.com' },
  ])
  sheet.getColumn(3).numFmt = 'yyyy-mm-dd'
  sheet.getColumn(4).numFmt = '0%'
  sheet.mergeCells('A3:B3')
  sheet.getCell('A3').value = '合并'
  book.addWorksheet('藏', { state: 'veryHidden' }).addRow([1])
  return new Uint8Array(await book.xlsx.writeBuffer())
}

describe('three readers that share nothing agree on every cell, but for what is known', () => {
  const met = new Set<string>()
  const unknown = (found: readonly Disagreement[]): Disagreement[] =>
    found.filter((one) => {
      const entry = known.find(({ applies }) => applies(one))
      if (entry) met.add(entry.name)
      return !entry
    })

  it.each(features)('%s', async (name, bytes) => {
    expect(unknown(await disagreements(name, bytes))).toEqual([])
  })

  it.each(['渠道投放日报.xlsx', '年度目标.xlsx', 'Channel daily report.xlsx', 'Annual goals.xlsx'])(
    'of the sample %s',
    async (name) => {
      expect(unknown(await disagreements(name, readFileSync(join(samples, name))))).toEqual([])
    },
  )

  it('of a workbook by ExcelJS', async () => {
    expect(unknown(await disagreements('ExcelJS', await byExcelJS()))).toEqual([])
  })

  it('of workbooks made at random', async () => {
    const word = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 20 })
      .map((text) => text.replace(/[\0-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]/g, '·'))
    const day = fc.integer({ min: 61, max: 2_958_465 })
    const cell: fc.Arbitrary<CellSpec> = fc.oneof(
      fc.constant(null),
      word,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      day.map((value) => ({ value, format: 'yyyy"年"m"月"d"日"' })),
      fc
        .tuple(day, fc.nat({ max: 86_399 }))
        .map(([date, second]) => ({ value: date + second / 86_400, format: 'yyyy/m/d h:mm:ss' })),
      fc.integer().map((value) => ({ value, formula: 'A1*1' })),
    )
    const rows = fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(rows, async (list) => {
        const found = await disagreements('random', await workbook({ name: '表', rows: list }))
        expect(unknown(found)).toEqual([])
      }),
      { numRuns: 80, seed: 12 },
    )
  })

  it('and every known disagreement is one that is still there', () => {
    expect([...met].toSorted()).toEqual(known.map(({ name }) => name).toSorted())
  })
})

// Workbooks and other files for tests: from rows written short, or from parts written by hand, on disk in a folder of
// their own. It knows nothing of how files are read.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import type { Cell, MergeRange, WriteSheet } from 'hucre/xlsx'
import { parseCellRef, writeXlsx } from 'hucre/xlsx'
import { afterAll } from 'vitest'

/** A value, or one with its number format, or with the formula that gave it. */
export type CellSpec =
  | string
  | number
  | boolean
  | null
  | { value: string | number | boolean; format?: string; formula?: string }

export interface SheetSpec {
  name: string
  rows: readonly (readonly CellSpec[])[]
  /** `A1:D1` */
  merges?: readonly string[]
  hidden?: boolean
  /** Counted from 1. */
  hiddenRows?: readonly number[]
}

function toSheet({ name, rows, merges = [], hidden, hiddenRows = [] }: SheetSpec): WriteSheet {
  const cells = new Map<string, Partial<Cell>>()
  rows.forEach((row, rowIndex) =>
    row.forEach((spec, column) => {
      if (spec === null) return
      const cell = typeof spec === 'object' ? spec : { value: spec }
      const style = cell.format === undefined ? {} : { style: { numFmt: cell.format } }
      const content =
        cell.formula === undefined
          ? { value: cell.value }
          : { formula: cell.formula, formulaResult: cell.value }
      cells.set(`${rowIndex},${column}`, { ...content, ...style })
    }),
  )
  return {
    name,
    rows: [],
    cells,
    merges: merges.map(toMerge),
    ...(hidden ? { hidden } : {}),
    rowDefs: new Map(hiddenRows.map((row) => [row - 1, { hidden: true }])),
  }
}

function toMerge(range: string): MergeRange {
  const [from = '', to = ''] = range.split(':')
  const start = parseCellRef(from)
  const end = parseCellRef(to)
  return { startRow: start.row, startCol: start.col, endRow: end.row, endCol: end.col }
}

export const workbook = (...sheets: readonly SheetSpec[]): Promise<Uint8Array> =>
  writeXlsx({ sheets: sheets.map(toSheet), properties: { modified: new Date(0) } })

/** A sheet named 表 with these rows. */
export const sheetOf = (rows: SheetSpec['rows'], more: Partial<SheetSpec> = {}): Promise<Uint8Array> =>
  workbook({ name: '表', rows, ...more })

/** A serial number for a day, and for a time of day. */
export const serial = (year: number, month: number, day: number, hours = 0): number =>
  Date.UTC(year, month - 1, day) / 86_400_000 + 25_569 + hours / 24

const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const spreadsheetNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** The parts of a workbook of one sheet, to be changed by a test before they are zipped. */
export function workbookParts(sheetXml: string): Record<string, string> {
  return {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${spreadsheetNamespace}" xmlns:r="${office}"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheetXml,
  }
}

/** A worksheet part around the XML of its rows. */
export const sheetXml = (rows: string, after = ''): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${spreadsheetNamespace}"><sheetData>${rows}</sheetData>${after}</worksheet>`

export const zipOf = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
    { mtime: '1980-01-01T00:00:00' },
  )

/** Puts files into a new folder that is gone after the tests of the calling file. */
export function scratchFolder(): {
  folder: string
  save(name: string, bytes: Uint8Array | string): { path: string; name: string }
} {
  const folder = mkdtempSync(join(tmpdir(), 'recap-test-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  let count = 0
  return {
    folder,
    save(name, bytes) {
      count += 1
      const own = join(folder, String(count))
      mkdirSync(own)
      const path = join(own, name)
      writeFileSync(path, bytes)
      return { path, name }
    },
  }
}

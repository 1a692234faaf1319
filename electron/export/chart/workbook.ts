// The sheet behind a chart: what Word and PowerPoint open for "Edit data". Names in the first column, one column a series,
// helping columns by formulas, so that the drawing follows an edited number. The same chart gives the same bytes.

import { strToU8, zipSync } from 'fflate'
import type { Column, Sketch } from './sketch.ts'
import { escapeXml, part, val, xml } from './xml.ts'

const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const types = 'http://schemas.openxmlformats.org/package/2006/content-types'
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** A chart is told by it where its numbers are. */
export const sheetName = 'Sheet1'

/** As Office writes it: a zip's entries say nothing about when. */
const noTime = new Date(1980, 0, 1)

/** A, B, … Z, AA: the letters of a column, counted from 0. */
export const columnLetters = (index: number): string =>
  (index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))

/** The bytes of the xlsx. */
export function sheetBehind({ categories, columns }: Sketch): Uint8Array<ArrayBuffer> {
  const formats = [...new Set(columns.map(({ format }) => format))]
  const rows = [
    row(
      1,
      ['', ...columns.map(({ name }) => name)].map((name, index) => textCell(index, 1, name)),
    ),
    ...categories.map((category, index) =>
      row(index + 2, [
        textCell(0, index + 2, category),
        ...columns.map((column, at) => valueCell(column, at + 1, index, formats.indexOf(column.format) + 1)),
      ]),
    ),
  ]
  const widths = xml(
    'cols',
    {},
    ...[24, ...columns.map(() => 14)].map((width, index) =>
      xml('col', { min: index + 1, max: index + 1, width, customWidth: true }),
    ),
  )
  const sheet = xml(
    'worksheet',
    { xmlns: spreadsheet },
    xml('dimension', { ref: `A1:${columnLetters(columns.length)}${categories.length + 1}` }),
    widths,
    xml('sheetData', {}, ...rows),
  )
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': xml(
      'Types',
      { xmlns: types },
      xml('Default', {
        Extension: 'rels',
        ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
      }),
      xml('Default', { Extension: 'xml', ContentType: 'application/xml' }),
      xml('Override', { PartName: '/xl/workbook.xml', ContentType: `${kind}.sheet.main+xml` }),
      xml('Override', { PartName: '/xl/worksheets/sheet1.xml', ContentType: `${kind}.worksheet+xml` }),
      xml('Override', { PartName: '/xl/styles.xml', ContentType: `${kind}.styles+xml` }),
    ),
    '_rels/.rels': relations(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': xml(
      'workbook',
      { xmlns: spreadsheet, 'xmlns:r': office },
      xml('sheets', {}, xml('sheet', { name: sheetName, sheetId: 1, 'r:id': 'rId1' })),
    ),
    'xl/_rels/workbook.xml.rels': relations(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml']),
    'xl/worksheets/sheet1.xml': sheet,
    'xl/styles.xml': styles(formats),
  }
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([path, root]) => [path, strToU8(part(root))])),
    { mtime: noTime },
  )
}

const row = (number: number, cells: readonly string[]): string => xml('row', { r: number }, ...cells)

const textCell = (column: number, at: number, text: string): string =>
  text === ''
    ? ''
    : xml(
        'c',
        { r: `${columnLetters(column)}${at}`, t: 'inlineStr' },
        xml('is', {}, xml('t', { 'xml:space': 'preserve' }, escapeXml(text))),
      )

function valueCell({ values, formula }: Column, column: number, index: number, style: number): string {
  const value = values[index] ?? null
  const r = `${columnLetters(column)}${index + 2}`
  const computed = formula?.(index + 2)
  if (computed !== undefined) {
    const written = xml('f', {}, escapeXml(computed))
    return xml('c', { r, s: style }, written, value === null ? '' : xml('v', {}, String(value)))
  }
  return value === null ? '' : xml('c', { r, s: style }, xml('v', {}, String(value)))
}

const relations = (...targets: readonly (readonly [type: string, target: string])[]): string =>
  xml(
    'Relationships',
    { xmlns: relationships },
    ...targets.map(([type, target], index) =>
      xml('Relationship', { Id: `rId${index + 1}`, Type: `${office}/${type}`, Target: target }),
    ),
  )

/** Formats of one's own have numbers from 164 on (ECMA-376 Part 1, 18.8.30). */
const firstOwnFormat = 164

const styles = (formats: readonly string[]): string =>
  xml(
    'styleSheet',
    { xmlns: spreadsheet },
    formats.length === 0
      ? ''
      : xml(
          'numFmts',
          { count: formats.length },
          ...formats.map((format, index) =>
            xml('numFmt', { numFmtId: firstOwnFormat + index, formatCode: format }),
          ),
        ),
    xml('fonts', { count: 1 }, xml('font', {}, val('sz', 11), val('name', 'Calibri'), val('family', 2))),
    xml(
      'fills',
      { count: 2 },
      xml('fill', {}, xml('patternFill', { patternType: 'none' })),
      xml('fill', {}, xml('patternFill', { patternType: 'gray125' })),
    ),
    xml('borders', { count: 1 }, xml('border', {}, '<left/><right/><top/><bottom/><diagonal/>')),
    xml('cellStyleXfs', { count: 1 }, xml('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })),
    xml(
      'cellXfs',
      { count: formats.length + 1 },
      xml('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 }),
      ...formats.map((_, index) =>
        xml('xf', {
          numFmtId: firstOwnFormat + index,
          fontId: 0,
          fillId: 0,
          borderId: 0,
          xfId: 0,
          applyNumberFormat: true,
        }),
      ),
    ),
    xml('cellStyles', { count: 1 }, xml('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })),
  )

// A block of cells as other programs take it from the clipboard: tab-separated text, and a table in HTML. Values go out
// with all their digits, and a text that a spreadsheet would take for a formula goes out as text.

import type { CellValue, Column, TableRow } from '../../../../shared/model/table.ts'

export interface CellBlock {
  columns: readonly { column: Pick<Column, 'name' | 'type'>; index: number }[]
  rows: readonly TableRow[]
  /** Whether the names of the columns go along. */
  head: boolean
}

interface Cell {
  text: string
  isText: boolean
}

/** As Excel reads it back: what holds a tab, a line end or a quote is quoted. */
export const asText = (block: CellBlock): string =>
  cellsOf(block)
    .map((row) => row.map(({ text, isText }) => quoted(isText ? harmless(text) : text)).join('\t'))
    .join('\r\n')

/** Texts are marked as such, so that 00123 keeps its zeros and =1+1 stays what it is. */
export function asHtml(block: CellBlock): string {
  const rows = cellsOf(block).map((row) => `<tr>${row.map(htmlCell).join('')}</tr>`)
  return `<meta charset="utf-8"><table>${rows.join('')}</table>`
}

function cellsOf({ columns, rows, head }: CellBlock): Cell[][] {
  const body = rows.map((row) => columns.map(({ column, index }) => cellOf(column, row, index)))
  const names = columns.map(({ column }) => ({ text: column.name, isText: true }))
  return head ? [names, ...body] : body
}

function cellOf({ type }: Pick<Column, 'type'>, { values, raw }: TableRow, index: number): Cell {
  const shown = raw?.[index]
  const value = values[index] ?? null
  if (shown !== undefined) return { text: shown, isText: true }
  return { text: writeValue(type, value), isText: typeof value === 'string' && type === 'text' }
}

function writeValue(type: Column['type'], value: CellValue): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'string') return type === 'datetime' ? value.replace('T', ' ') : value
  // 0.07 × 100 is 7.000000000000001; fifteen digits are what a spreadsheet keeps.
  return type === 'percent' ? `${Number((value * 100).toPrecision(15))}%` : String(value)
}

/** https://owasp.org/www-community/attacks/CSV_Injection; a lone sign is no formula, nor is a number. */
const harmless = (text: string): string =>
  /^[=+@-]./.test(text) && !/^[+-]?[\d.,]+%?$/.test(text) ? `'${text}` : text

const quoted = (text: string): string => (/[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function htmlCell({ text, isText }: Cell): string {
  const written = text
    .replaceAll(/[&<>"]/g, (character) => entities[character] ?? '')
    .replaceAll('\n', '<br>')
  return isText ? `<td style="mso-number-format:'\\@'">${written}</td>` : `<td>${written}</td>`
}

// What a cell of a web page holds: the text that it shows, unless the program that wrote the page put the value itself
// beside it, as Excel, WPS, LibreOffice and Google Sheets do for whoever pastes it.

import { type NumberFormat, general, parseFormat } from '../../cells/number-format.ts'
import { type CellKind, type SheetRow, boolean, error, number, text } from '../../cells/sheet-row.ts'

export interface HtmlCell {
  column: number
  kind: CellKind
  value: number
  shown: string
  format: NumberFormat
}

/** Formats that Excel writes by name into `mso-number-format`. */
const namedFormats = new Map([
  ['general', 'General'],
  ['general number', 'General'],
  ['general date', 'yyyy/m/d h:mm'],
  ['long date', 'yyyy"年"m"月"d"日"'],
  ['medium date', 'd-mmm-yy'],
  ['short date', 'yyyy/m/d'],
  ['long time', 'h:mm:ss AM/PM'],
  ['medium time', 'h:mm AM/PM'],
  ['short time', 'h:mm'],
  ['currency', '"¥"#,##0.00'],
  ['fixed', '0.00'],
  ['standard', '#,##0.00'],
  ['percent', '0.00%'],
  ['scientific', '0.00E+00'],
])

/** Formats by the class that a style sheet gives them to. */
export type HtmlFormats = Map<string, NumberFormat>

const rule = /\.([\w-]{1,100})[^{}<]{0,200}\{([^{}]*)\}/g

/** Reads the classes of a style sheet that have a number format. */
export function readStyleSheet(css: string, formats: HtmlFormats): void {
  if (!css.includes('mso-number-format')) return
  for (const [, name = '', body = ''] of css.matchAll(rule)) {
    const format = styleFormat(body)
    if (format && formats.size < 10_000) formats.set(name, format)
  }
}

const stated = /(?:mso-number-format|vnd\.ms-excel\.numberformat)\s*:\s*("[^"]*"|'[^']*'|[^;]*)/i

/** The number format of a style; Excel escapes signs by a backslash and others by four hexadecimal digits. */
function styleFormat(style: string): NumberFormat | undefined {
  const written = stated.exec(style)?.[1]?.trim()
  if (written === undefined || written === '') return undefined
  const bare = /^(["']).*\1$/s.test(written) ? written.slice(1, -1) : written
  const named = namedFormats.get(bare.toLowerCase())
  if (named !== undefined) return parseFormat(named)
  const code = bare.replace(
    /\\([\da-f]{4})|\\(.)/gi,
    (_, hex: string | undefined, sign: string | undefined) =>
      hex === undefined ? (sign ?? '') : String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return parseFormat(code)
}

/** Fills a cell from its tag and from the text in it. `shown` is trimmed. */
export function readHtmlCell(
  attributes: ReadonlyMap<string, string>,
  shown: string,
  column: number,
  formats: HtmlFormats,
): HtmlCell | undefined {
  const format = formatOf(attributes, formats)
  const cell = { column, kind: text as CellKind, value: 0, shown, format }
  const flagged = attributes.get('x:bool') ?? attributes.get('x:err')
  if (attributes.has('x:str')) {
    cell.shown = attributes.get('x:str') || shown
    return cell.shown === '' ? undefined : cell
  }
  if (attributes.has('x:err')) return { ...cell, kind: error, shown: flagged || shown }
  if (attributes.has('x:bool')) return truth(cell, flagged || shown)
  const sheets = sheetsValue(attributes.get('data-sheets-value'))
  if (typeof sheets === 'string') return { ...cell, shown: sheets }
  if (typeof sheets === 'boolean') return truth(cell, String(sheets))
  const written =
    sheets ?? (attributes.get('x:num') || attributes.get('sdval') || (attributes.has('x:num') ? shown : ''))
  const digits = typeof written === 'number' ? String(written) : written.replaceAll(',', '').trim()
  const value = digits === '' ? Number.NaN : Number(digits)
  if (Number.isFinite(value)) {
    // LibreOffice writes truths as numbers with a format of their own.
    if (/^(TRUE|FALSE)$/.test(shown) && (value === 0 || value === 1)) return truth(cell, shown)
    return { ...cell, kind: number, value, shown: digits }
  }
  return shown === '' ? undefined : cell
}

const truth = (cell: HtmlCell, written: string): HtmlCell => {
  const isTrue = /^\s*(true|1)\s*$/i.test(written)
  return { ...cell, kind: boolean, value: isTrue ? 1 : 0, shown: isTrue ? 'TRUE' : 'FALSE' }
}

function formatOf(attributes: ReadonlyMap<string, string>, formats: HtmlFormats): NumberFormat {
  const own = styleFormat(attributes.get('style') ?? '')
  if (own) return own
  // `1033;0;#,##0.00`: language of the input and of the output, and the code.
  const code = attributes.get('sdnum')?.split(';').slice(2).join(';')
  if (code !== undefined && code !== '') return parseFormat(code)
  for (const name of (attributes.get('class') ?? '').split(/\s+/)) {
    const format = formats.get(name)
    if (format) return format
  }
  return general
}

/** `{"1":3,"3":1234.5}`: 1 is the kind, and the value stands under the kind's number. */
function sheetsValue(json: string | undefined): string | number | boolean | undefined {
  if (json === undefined || json.length > 100_000) return undefined
  try {
    const parsed: unknown = JSON.parse(json)
    if (typeof parsed !== 'object' || parsed === null) return undefined
    const found = new Map(Object.entries(parsed))
    const kind: unknown = found.get('1')
    const value: unknown = found.get(String(kind))
    if (kind === 2 && typeof value === 'string') return value
    if (kind === 3 && typeof value === 'number') return value
    if (kind === 4) return value === 1
    return undefined
  } catch {
    return undefined
  }
}

export function putHtmlCell(row: SheetRow, { column, kind, value, shown, format }: HtmlCell): void {
  row.set(column, kind, value, shown, format)
}

// The number formats of an OpenDocument spreadsheet: its data styles as the codes that workbooks write (ODF 1.3 part 3,
// 16.29), by the style of a cell. Of styles it reads nothing else but whether a sheet is displayed.

import { limits, refuseTooLarge } from '../../limits.ts'
import { type NumberFormat, general, parseFormat } from '../../cells/number-format.ts'
import type { Attributes, XmlReader } from '../xml.ts'

const dataStyles = new Set([
  'number-style',
  'percentage-style',
  'currency-style',
  'date-style',
  'time-style',
  'boolean-style',
  'text-style',
])

interface CellStyle {
  parent: string | undefined
  data: string | undefined
}

/** Takes the events of `styles.xml` and of what stands in front of `office:body`. */
export class OdsStyles implements XmlReader {
  readonly #cells = new Map<string, CellStyle>()
  readonly #codes = new Map<string, string>()
  /** The style that takes the place of another where a number is not negative. */
  readonly #instead = new Map<string, string>()
  readonly #hiddenTables = new Set<string>()
  readonly #formats = new Map<string, NumberFormat>()
  /** The body of the document has begun. */
  isOver = false
  readonly #file: string
  #elements = 0
  #style = ''
  #family = ''
  #data: DataStyle | undefined

  constructor(file: string) {
    this.#file = file
  }

  open(name: string, attributes: Attributes): void {
    this.#elements += 1
    if (this.#elements > limits.elements) refuseTooLarge(this.#file, 'elements', this.#elements)
    if (name === 'body') this.isOver = true
    else if (name === 'style' || name === 'default-style') this.#openStyle(attributes)
    else if (name === 'table-properties' && attributes['table:display'] === 'false')
      this.#hiddenTables.add(this.#style)
    else if (dataStyles.has(name)) this.#data = new DataStyle(name, attributes)
    else if (name === 'map' && this.#data) {
      const target = attributes['style:apply-style-name']
      if (target !== undefined && !this.#instead.has(this.#data.name))
        this.#instead.set(this.#data.name, target)
    } else this.#data?.open(name, attributes)
  }

  text(text: string): void {
    this.#data?.text(text)
  }

  close(name: string): void {
    if (this.#data && dataStyles.has(name)) {
      this.#codes.set(this.#data.name, this.#data.code)
      this.#data = undefined
    } else this.#data?.close(name)
  }

  #openStyle(attributes: Attributes): void {
    this.#style = attributes['style:name'] ?? ''
    this.#family = attributes['style:family'] ?? ''
    if (this.#family !== 'table-cell') return
    this.#cells.set(this.#style, {
      parent: attributes['style:parent-style-name'],
      data: attributes['style:data-style-name'],
    })
  }

  isHidden(tableStyle: string | undefined): boolean {
    return tableStyle !== undefined && this.#hiddenTables.has(tableStyle)
  }

  formatOf(cellStyle: string | undefined): NumberFormat {
    if (cellStyle === undefined) return general
    let format = this.#formats.get(cellStyle)
    if (!format) {
      format = this.#findFormat(cellStyle)
      this.#formats.set(cellStyle, format)
    }
    return format
  }

  #findFormat(cellStyle: string): NumberFormat {
    let style = this.#cells.get(cellStyle)
    for (let steps = 0; style && style.data === undefined && steps < 20; steps += 1)
      style = style.parent === undefined ? undefined : this.#cells.get(style.parent)
    if (style?.data === undefined) return general
    const code = this.#codes.get(this.#instead.get(style.data) ?? style.data) ?? this.#codes.get(style.data)
    return code === undefined || code === '' ? general : parseFormat(code)
  }
}

const long = (attributes: Attributes): boolean => attributes['number:style'] === 'long'
const count = (attributes: Attributes, name: string): number =>
  Math.max(0, Math.min(30, Number(attributes[name] ?? 0) || 0))

/** One data style on its way to a code: its pieces in the order they are shown in. */
class DataStyle {
  readonly name: string
  readonly #kind: string
  readonly #isElapsed: boolean
  #code = ''
  #literal: string | undefined
  /** Literal text inside the digits of a number, by how many digits stand behind it. */
  #embedded: { at: number; text: string } | undefined
  #digits: Attributes | undefined
  #inside: { at: number; text: string }[] = []

  constructor(kind: string, attributes: Attributes) {
    this.name = attributes['style:name'] ?? ''
    this.#kind = kind
    this.#isElapsed = kind === 'time-style' && attributes['number:truncate-on-overflow'] === 'false'
  }

  get code(): string {
    if (this.#kind === 'boolean-style') return ''
    return this.#kind === 'percentage-style' && !this.#code.includes('%') ? `${this.#code}%` : this.#code
  }

  open(name: string, attributes: Attributes): void {
    const date = dateCode(name, attributes)
    if (date !== undefined) this.#code += this.#isElapsed && !this.#code.includes('[') ? `[${date}]` : date
    else if (name === 'text' || name === 'currency-symbol') this.#literal = ''
    else if (name === 'text-content') this.#code += '@'
    else if (name === 'number') {
      this.#digits = attributes
      this.#inside = []
    } else if (name === 'embedded-text')
      this.#embedded = { at: count(attributes, 'number:position'), text: '' }
    else if (name === 'scientific-number') this.#code += '0.00E+00'
    else if (name === 'fraction') this.#code += '# ?/?'
  }

  text(text: string): void {
    if (this.#embedded) this.#embedded.text += text
    else if (this.#literal !== undefined) this.#literal += text
  }

  close(name: string): void {
    if (name === 'embedded-text' && this.#embedded) {
      this.#inside.push(this.#embedded)
      this.#embedded = undefined
    } else if (name === 'number' && this.#digits) {
      this.#code += numberCode(this.#digits, this.#inside)
      this.#digits = undefined
    } else if (this.#literal !== undefined && (name === 'text' || name === 'currency-symbol')) {
      const isPercent = this.#kind === 'percentage-style' && this.#literal.trim() === '%'
      this.#code += isPercent ? '%' : quoted(this.#literal)
      this.#literal = undefined
    }
  }
}

const quoted = (literal: string): string => (literal === '' ? '' : `"${literal.replaceAll('"', '')}"`)

function numberCode(attributes: Attributes, inside: readonly { at: number; text: string }[]): string {
  const decimals = attributes['number:decimal-places']
  // Without decimals stated as many are shown as there are.
  if (decimals === undefined && attributes['number:min-integer-digits'] === undefined) return 'General'
  const whole = Math.max(count(attributes, 'number:min-integer-digits'), ...inside.map(({ at }) => at + 1))
  let digits = ''
  for (let left = whole; left > 0; left -= 1) {
    digits += '0'
    for (const { at, text } of inside) if (at === left - 1 && at > 0) digits += quoted(text)
  }
  if (attributes['number:grouping'] === 'true') digits = `#,##${digits === '' ? '#' : digits}`
  const point = count(attributes, 'number:decimal-places')
  const factor = Number(attributes['number:display-factor'] ?? 1)
  const commas = factor >= 1000 ? ','.repeat(Math.min(5, Math.round(Math.log10(factor) / 3))) : ''
  return `${digits === '' ? '#' : digits}${point > 0 ? `.${'0'.repeat(point)}` : ''}${commas}`
}

function dateCode(name: string, attributes: Attributes): string | undefined {
  switch (name) {
    case 'year':
      return long(attributes) ? 'yyyy' : 'yy'
    case 'month':
      if (attributes['number:textual'] === 'true') return long(attributes) ? 'mmmm' : 'mmm'
      return long(attributes) ? 'mm' : 'm'
    case 'day':
      return long(attributes) ? 'dd' : 'd'
    case 'day-of-week':
      return long(attributes) ? 'dddd' : 'ddd'
    case 'hours':
      return long(attributes) ? 'hh' : 'h'
    case 'minutes':
      return long(attributes) ? 'mm' : 'm'
    case 'seconds': {
      const parts = count(attributes, 'number:decimal-places')
      return (long(attributes) ? 'ss' : 's') + (parts > 0 ? `.${'0'.repeat(parts)}` : '')
    }
    case 'am-pm':
      return 'AM/PM'
    default:
      return undefined
  }
}

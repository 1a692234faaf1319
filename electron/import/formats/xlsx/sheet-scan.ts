// Reads the plain rows of a worksheet part straight from its bytes: no strings, no objects, no events a cell. A row that
// is written in any unusual way is left, with all that follow it, to the XML parser, which gives the very same cells.
// It is long because one function holds the whole way through a row: calls between its steps cost a third of the time.

import { limits } from '../../limits.ts'
import { general } from '../../cells/number-format.ts'
import type { SheetReading } from './sheet-reading.ts'
import { SheetRow, boolean, number, text } from '../../cells/sheet-row.ts'
import {
  type ItemScanner,
  byteClass,
  closingTag,
  isWhite,
  openingTag,
  plainByte,
  skipAttribute,
  skipTag,
  standsAt,
  stopByte,
} from './xml-scan.ts'
import { textOfXml } from '../xml-text.ts'

// Bytes of ASCII, named as in the tags below.
const quote = 0x22
const apostrophe = 0x27
const plus = 0x2b
const minus = 0x2d
const point = 0x2e
const slash = 0x2f
const zero = 0x30
const nine = 0x39
const less = 0x3c
const equals = 0x3d
const greater = 0x3e
const bracket = 0x5b
const space = 0x20
const b = 0x62
const c = 0x63
const d = 0x64
const e = 0x65
const f = 0x66
const h = 0x68
const i = 0x69
const n = 0x6e
const r = 0x72
const s = 0x73
const t = 0x74
const v = 0x76

/** Types of a cell by the first letter of the attribute (ECMA-376 part 1, 18.18.11); `str` apart. */
const numeric = n
const shared = s
const formulaText = t
const inlineText = i
const truth = b
const errorValue = e
const isoDate = d
const rowName = Buffer.from('row')
const cellName = Buffer.from('c')
const valueName = Buffer.from('v')
const formulaName = Buffer.from('f')
const inlineName = Buffer.from('is')
const textName = Buffer.from('t')
const inlineStr = Buffer.from('inlineStr')

/** Powers of ten that a double holds exactly. */
const powers = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`))

const notTaken = -1

export class SheetScanner implements ItemScanner {
  readonly container = 'sheetData'
  readonly item = 'row'
  prefix: Buffer = Buffer.alloc(0)
  readonly keepsBytes = false
  readonly #sheet: SheetReading
  readonly #row: SheetRow
  /** How many shared strings the row it stopped at needs. */
  #needed = 0
  #cells = 0
  #formulasWithoutValue = 0
  /** What `#number` read. */
  #value = 0

  constructor(sheet: SheetReading) {
    this.#sheet = sheet
    this.#row = new SheetRow(sheet.workbook.date1904)
  }

  scan(bytes: Buffer, start: number, end: number): number {
    const sheet = this.#sheet
    for (let at = start; ;) {
      while (isWhite(bytes[at])) at += 1
      if (at >= end) return end
      const begun = sheet.row
      const hidden = sheet.hiddenRows
      this.#cells = 0
      this.#formulasWithoutValue = 0
      const next = this.#scanRow(bytes, at)
      if (next === notTaken) {
        sheet.row = begun
        sheet.hiddenRows = hidden
        return at
      }
      sheet.countCells(this.#cells)
      sheet.formulasWithoutValue += this.#formulasWithoutValue
      sheet.take(this.#row)
      at = next
    }
  }

  /** Reads shared strings until those of the row are there; the parser is told when there are not as many. */
  async settle(): Promise<boolean> {
    const { strings } = this.#sheet.workbook
    const needed = this.#needed
    this.#needed = 0
    if (needed <= strings.count) return false
    await strings.until(needed)
    return needed <= strings.count
  }

  /** Fills the row and gives the place behind it. */
  #scanRow(bytes: Buffer, start: number): number {
    const { strings, formats } = this.#sheet.workbook
    const row = this.#row
    const { prefix } = this
    const skipped = prefix.length
    const isBare = skipped === 0
    let at = this.#openRow(bytes, start)
    if (at < 0) return notTaken
    if (bytes[at - 2] === slash) return at
    let column = -1
    for (;;) {
      while (isWhite(bytes[at])) at += 1
      if (bytes[at] !== less) return notTaken
      if (bytes[at + 1] === slash) return closingTag(bytes, at, prefix, rowName)
      if (!isBare && !standsAt(bytes, at + 1, prefix)) return notTaken
      at += skipped + 2
      if (bytes[at - 1] !== c) return notTaken
      column += 1
      let type = numeric
      let style = 0
      // The attributes of the cell.
      for (;;) {
        const byte = bytes[at] as number
        if (byte === greater || byte === slash) break
        if (byte !== space) return notTaken
        const name = bytes[at + 1] as number
        const mark = bytes[at + 3] as number
        if (bytes[at + 2] !== equals || (mark !== quote && mark !== apostrophe)) {
          if (name === slash || name === greater) at += 1
          else if ((at = skipAttribute(bytes, at)) < 0) return notTaken
        } else if (name === r) {
          at += 4
          column = 0
          let digit = bytes[at] as number
          for (; digit > nine; digit = bytes[at] as number) {
            const place = digit & 0xdf
            if (place < 0x41 || place > 0x5a) return notTaken
            column = column * 26 + place - 0x40
            at += 1
          }
          while (digit >= zero && digit <= nine) digit = bytes[(at += 1)] as number
          column -= 1
          if (digit !== mark || column < 0 || column >= limits.columns) return notTaken
          at += 1
        } else if (name === s) {
          at += 4
          style = 0
          let digit = bytes[at] as number
          for (; digit >= zero && digit <= nine; digit = bytes[at] as number) {
            style = style * 10 + (digit - zero)
            at += 1
          }
          if (digit !== mark || style > 0xffff) return notTaken
          at += 1
        } else if (name === t) {
          at += 4
          type = cellType(bytes, at, mark)
          if (type === notTaken) return notTaken
          at += type === formulaText ? 4 : type === inlineText ? 10 : 2
        } else if ((at = skipAttribute(bytes, at)) < 0) return notTaken
      }
      this.#cells += 1
      if (column >= limits.columns) return notTaken
      if (bytes[at] === slash) {
        if (bytes[at + 1] !== greater) return notTaken
        at += 2
        continue
      }
      at += 1
      const format = formats[style] ?? general
      let hasValue = false
      let hasFormula = false
      let isBlank = true
      // What is in the cell.
      for (;;) {
        while (isWhite(bytes[at])) at += 1
        if (bytes[at] !== less) return notTaken
        if (bytes[at + 1] === slash) {
          if (isBare && bytes[at + 2] === c && bytes[at + 3] === greater) at += 4
          else if ((at = closingTag(bytes, at, prefix, cellName)) < 0) return notTaken
          break
        }
        if (!isBare && !standsAt(bytes, at + 1, prefix)) return notTaken
        const name = bytes[at + 1 + skipped]
        if (name === v && !hasValue) {
          at += skipped + 2
          at = bytes[at] === greater ? at + 1 : skipTag(bytes, at)
          if (at < 0) return notTaken
          hasValue = true
          const from = at
          if (bytes[at - 2] === slash) {
            if (type === formulaText) this.#sheet.putText(row, column, '', format)
            else if (type === inlineText) return notTaken
            continue
          }
          let isPlain = true
          if (type === shared) {
            let index = 0
            let digit = bytes[at] as number
            for (; digit >= zero && digit <= nine; digit = bytes[at] as number) {
              index = index * 10 + (digit - zero)
              at += 1
            }
            if (digit !== less || at === from || at - from > 9) return notTaken
            if (index >= strings.count) {
              this.#needed = index + 1
              return notTaken
            }
            strings.put(row, column, index, format)
          } else if (type === numeric) {
            // Whole numbers below 2^53 and powers up to 10^22 are doubles, and one operation on two rounds right.
            let digit = bytes[at] as number
            const isNegative = digit === minus
            if (isNegative) digit = bytes[(at += 1)] as number
            const first = at
            let mantissa = 0
            let exponent = 0
            for (; digit >= zero && digit <= nine; digit = bytes[at] as number) {
              mantissa = mantissa * 10 + (digit - zero)
              at += 1
            }
            let digits = at - first
            if (digit === point) {
              digit = bytes[(at += 1)] as number
              const fraction = at
              for (; digit >= zero && digit <= nine; digit = bytes[at] as number) {
                mantissa = mantissa * 10 + (digit - zero)
                at += 1
              }
              exponent = fraction - at
              digits -= exponent
            }
            if (digit === less && digits > 0 && mantissa < 0x20_0000_0000_0000 && exponent >= -22) {
              const value = exponent === 0 ? mantissa : mantissa / (powers[-exponent] as number)
              row.setBytes(column, number, isNegative ? -value : value, bytes, from, at, format)
            } else {
              at = this.#number(bytes, from)
              if (at > 0) row.setBytes(column, number, this.#value, bytes, from, at, format)
              else {
                at = from
                isPlain = false
              }
            }
          } else if (
            type === truth &&
            bytes[at + 1] === less &&
            (bytes[at] === zero || bytes[at] === zero + 1)
          ) {
            row.setBytes(column, boolean, (bytes[at] as number) - zero, bytes, at, at + 1, format)
            at += 1
          } else isPlain = false
          if (!isPlain) {
            let special = plainByte
            for (let kind = byteClass[bytes[at] as number] as number; ;) {
              if (kind === stopByte) break
              special |= kind
              at += 1
              kind = byteClass[bytes[at] as number] as number
            }
            if (at - from > limits.text) return notTaken
            if (type === formulaText && special === plainByte)
              row.setBytes(column, text, 0, bytes, from, at, format)
            else if (!this.#putOther(bytes, from, at, column, type, style)) return notTaken
          }
          isBlank = at === from
          if (
            isBare &&
            bytes[at] === less &&
            bytes[at + 1] === slash &&
            bytes[at + 2] === v &&
            bytes[at + 3] === greater
          )
            at += 4
          else if ((at = closingTag(bytes, at, prefix, valueName)) < 0) return notTaken
        } else if (name === f && !hasFormula) {
          hasFormula = true
          at = this.#skipFormula(bytes, at)
          if (at < 0) return notTaken
        } else if (name === i && type === inlineText && !hasValue) {
          at = this.#inline(bytes, at, column, style)
          if (at < 0) return notTaken
          hasValue = true
          isBlank = false
        } else return notTaken
      }
      if (hasFormula && isBlank && !(hasValue && type === formulaText)) this.#formulasWithoutValue += 1
    }
  }

  /** From `<row` to behind its `>`; the row is begun. */
  #openRow(bytes: Buffer, start: number): number {
    const sheet = this.#sheet
    let at = openingTag(bytes, start, this.prefix, rowName)
    if (at < 0) return notTaken
    let stated = sheet.row + 1
    let isHidden = false
    while (bytes[at] === space && bytes[at + 1] !== slash && bytes[at + 1] !== greater) {
      const next = skipAttribute(bytes, at)
      if (next < 0) return notTaken
      if (bytes[at + 1] === r && bytes[at + 2] === equals) stated = wholeOf(bytes, at + 4, next - 1)
      else if (bytes[at + 1] === h) {
        const attribute = bytes.toString('latin1', at + 1, next).replaceAll("'", '"')
        if (attribute.startsWith('hidden=')) isHidden = /^hidden="(?:1|true|on)"$/.test(attribute)
      }
      at = next
    }
    const end = skipTag(bytes, at)
    if (end < 0 || stated <= sheet.row || stated > limits.rows) return notTaken
    sheet.row = stated
    if (isHidden) sheet.hiddenRows += 1
    this.#row.start(stated, isHidden)
    return end
  }

  /**
   * Reads a number that the short way does not hold and gives the place behind it; 0 when it is not one as XML Schema
   * writes it, with a tag behind.
   */
  #number(bytes: Buffer, start: number): number {
    let at = start
    for (;;) {
      const byte = bytes[at] as number
      const belongs =
        (byte >= zero && byte <= nine) ||
        byte === point ||
        byte === minus ||
        byte === plus ||
        (byte | 0x20) === e
      if (!belongs) break
      at += 1
    }
    if (bytes[at] !== less) return 0
    const digits = bytes.toString('latin1', start, at)
    if (!/^-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(digits)) return 0
    this.#value = Number(digits)
    return Number.isFinite(this.#value) ? at : 0
  }

  /** Puts a value that is not plain, as the parser would; false when the parser must say what is wrong with it. */
  #putOther(bytes: Buffer, start: number, end: number, column: number, type: number, style: number): boolean {
    const sheet = this.#sheet
    const row = this.#row
    const value = textOfXml(bytes.toString('utf8', start, end))
    const format = sheet.format(style)
    if (value === undefined || type === shared) return false
    if (type === formulaText || type === inlineText) sheet.putText(row, column, value, format)
    else if (type === errorValue) sheet.putError(row, column, value, format)
    else if (type === isoDate) sheet.putIsoDate(row, column, value, format)
    else if (type === numeric) sheet.putNumber(row, column, value, format)
    else sheet.putBoolean(row, column, value, format)
    return true
  }

  /** From a formula's tag to behind it. */
  #skipFormula(bytes: Buffer, start: number): number {
    let at = skipTag(bytes, start + this.prefix.length + 2)
    if (at < 0 || bytes[at - 2] === slash) return at
    const from = at
    let hasBracket = false
    for (;;) {
      const byte = bytes[at] as number
      if (byte === less || byteClass[byte] === stopByte) break
      hasBracket ||= byte === bracket
      at += 1
    }
    const end = closingTag(bytes, at, this.prefix, formulaName)
    // Half a formula may look like a reference to another file.
    if (hasBracket && end > 0) this.#sheet.takeFormula(bytes.toString('utf8', from, at))
    return end
  }

  /** `<is><t>…</t></is>`; runs are left to the parser. */
  #inline(bytes: Buffer, start: number, column: number, style: number): number {
    const inside = openingTag(bytes, start, this.prefix, inlineName)
    const name =
      inside > 0 && bytes[inside] === greater
        ? openingTag(bytes, inside + 1, this.prefix, textName)
        : notTaken
    const from = name < 0 ? notTaken : skipTag(bytes, name)
    if (from < 0) return notTaken
    const format = this.#sheet.format(style)
    let at = from
    if (bytes[from - 2] === slash) this.#sheet.putText(this.#row, column, '', format)
    else {
      let special = plainByte
      for (;;) {
        const kind = byteClass[bytes[at] as number] as number
        if (kind === stopByte) break
        special |= kind
        at += 1
      }
      // The parser knows how many characters these are.
      if (at - from > limits.text) return notTaken
      if (special === plainByte) this.#row.setBytes(column, text, 0, bytes, from, at, format)
      else {
        const value = textOfXml(bytes.toString('utf8', from, at))
        if (value === undefined) return notTaken
        this.#sheet.putText(this.#row, column, value, format)
      }
      at = closingTag(bytes, at, this.prefix, textName)
      if (at < 0) return notTaken
    }
    return closingTag(bytes, at, this.prefix, inlineName)
  }
}

/** The type that an attribute's value is, up to the quotation mark behind it. */
function cellType(bytes: Buffer, at: number, mark: number): number {
  const first = bytes[at] as number
  if (bytes[at + 1] === mark)
    return first === n || first === s || first === b || first === e || first === d ? first : notTaken
  if (first === s && bytes[at + 1] === t && bytes[at + 2] === r && bytes[at + 3] === mark) return formulaText
  for (let index = 0; index < inlineStr.length; index += 1)
    if (bytes[at + index] !== inlineStr[index]) return notTaken
  return bytes[at + inlineStr.length] === mark ? inlineText : notTaken
}

/** Digits between two places as a number; 0 when there are none or too many, or anything else. */
function wholeOf(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 9) return 0
  let whole = 0
  for (let at = start; at < end; at += 1) {
    const digit = bytes[at] as number
    if (digit < zero || digit > nine) return 0
    whole = whole * 10 + (digit - zero)
  }
  return whole
}

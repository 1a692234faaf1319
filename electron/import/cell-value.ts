// What a cell is kept as under its column's type, and which cells fit that type at all.
// What a value cannot tell stays beside it as raw text; nothing that stood in the sheet is dropped.

import type { CellValue, ColumnType, FoundColumn } from '../../shared/model/table.ts'
import { tidy } from '../../shared/numbers/tidy.ts'
import { type Look, type LookKind, shownText } from './look.ts'
import { type SheetRow, text } from './sheet-row.ts'

const numeric: ReadonlySet<LookKind> = new Set(['number', 'percent', 'quantity'])

/** Whether a cell of this kind has a value in a column of this type. Blank cells, dashes and errors are no misfits. */
export function fits(type: ColumnType, kind: LookKind): boolean {
  if (kind === 'blank' || kind === 'mark' || kind === 'error') return true
  switch (type) {
    case 'text':
      return true
    case 'date':
    case 'datetime':
      return kind === 'day' || kind === 'moment'
    case 'boolean':
      return kind === 'boolean'
    case 'duration':
      return numeric.has(kind) || kind === 'clock'
    case 'integer':
    case 'number':
    case 'money':
    case 'percent':
      return numeric.has(kind)
  }
}

/** `raw` only where the value alone does not tell what the cell showed. */
export interface StoredCell {
  value: CellValue
  raw?: string
}

const nothing: StoredCell = { value: null }

/** `look` is the look at this very cell. */
export function storedCell(row: SheetRow, column: number, look: Look, found: FoundColumn): StoredCell {
  const { kind } = look
  if (kind === 'blank') return nothing
  const shown = (): string => shownText(row, column, look)
  if (kind === 'error' || !fits(found.type, kind)) return { value: null, raw: shown() }
  switch (found.type) {
    case 'text':
      return { value: shown() }
    case 'boolean':
      return kind === 'mark' ? { value: null, raw: shown() } : { value: look.value === 1 }
    case 'date':
      if (kind === 'mark') return { value: null, raw: shown() }
      return kind === 'day' ? { value: look.iso } : { value: look.iso.slice(0, 10), raw: shown() }
    case 'datetime':
      if (kind === 'mark') return { value: null, raw: shown() }
      return { value: kind === 'day' ? `${look.iso}T00:00:00` : look.iso.slice(0, 19) }
    case 'integer':
    case 'number':
    case 'money':
    case 'percent':
    case 'duration':
      return storedNumber(row, column, look, found)
  }
}

function storedNumber(row: SheetRow, column: number, look: Look, found: FoundColumn): StoredCell {
  const { kind, value } = look
  const withRaw = (stored: number | null): StoredCell => ({
    value: stored,
    raw: shownText(row, column, look),
  })
  if (kind === 'number') return storedPlain(row, column, look, found)
  if (kind === 'quantity') return storedQuantity(look, found)
  if (kind === 'percent') return found.type === 'percent' ? { value } : withRaw(value)
  return kind === 'clock' ? { value: tidy(value * clockSteps(found.unit)) } : withRaw(null)
}

/** A number whose cell showed another scale or unit than its column has, or no % among percentages, keeps its text. */
function storedPlain(row: SheetRow, column: number, look: Look, found: FoundColumn): StoredCell {
  const value = plainNumber(look, found)
  const isScaled = look.scale !== 1 && look.scale !== found.scale
  const isForeign = row.kind(column) === text && look.unit !== '' && look.unit !== found.unit
  const isOdd = found.type === 'percent' && headerDivisor(found) === 1 && Math.abs(value) > 1
  return isScaled || isForeign || isOdd ? { value, raw: shownText(row, column, look) } : { value }
}

/** What plain numbers under a header that says % or ‰ are divided by; 1 where the cells themselves are ratios. */
const headerDivisor = (found: FoundColumn): number =>
  found.unit === '%' ? 100 : found.unit === '‰' ? 1000 : 1

function plainNumber(look: Look, found: FoundColumn): number {
  const divisor = headerDivisor(found)
  if (found.type === 'percent') return divisor === 1 ? look.value : tidy(look.value / divisor)
  if (look.scale === 1 || look.scale === found.scale) return look.value
  return tidy((look.value * look.scale) / (found.scale ?? 1))
}

/** A bare number with a comparator counts in the column's scale; one with a unit or a scale word of its own does not. */
function storedQuantity(look: Look, found: FoundColumn): StoredCell {
  const { quantity } = look
  if (!quantity) return { value: null, raw: look.written }
  const bare = quantity.unit === '' && quantity.scale === 1
  const divisor = bare ? headerDivisor(found) : quantity.percent ? 1 : (found.scale ?? 1)
  const value = tidy(quantity.value / (found.type === 'percent' || !bare ? divisor : 1))
  const tells =
    quantity.comparator === undefined && quantity.approximate === undefined && quantity.scale === 1
  return tells && quantity.unit === found.unit && found.scale === undefined
    ? { value }
    : { value, raw: look.written }
}

/** How many of a duration's unit make a day. */
function clockSteps(unit: string | undefined): number {
  if (unit !== undefined && /^(秒|秒钟|s|secs?|seconds?)$/i.test(unit)) return 86_400
  if (unit !== undefined && /^(毫秒|ms)$/i.test(unit)) return 86_400_000
  if (unit !== undefined && /^(小时|时|h|hrs?|hours?)$/i.test(unit)) return 24
  return 1440
}

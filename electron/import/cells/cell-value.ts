// What a cell is kept as under its column's type, and which cells fit that type at all.
// What a value cannot tell stays beside it as raw text; nothing that stood in the sheet is dropped.

import type { CellValue, FoundColumn } from '../../../shared/model/table.ts'
import { secondsOf } from '../../../shared/numbers/spans.ts'
import { tidy } from '../../../shared/numbers/tidy.ts'
import { dayOf } from './day-forms.ts'
import { type Look, type LookKind, shownText } from './look.ts'
import { type SheetRow, text } from './sheet-row.ts'

const numeric: ReadonlySet<LookKind> = new Set(['number', 'percent', 'quantity', 'numeral'])

/** What decides whether a cell fits. */
type Fitting = Pick<FoundColumn, 'type' | 'dayForm'>

/** Whether a cell of this kind has a value in such a column. Blank cells, dashes and errors are no misfits. */
export function fits({ type, dayForm }: Fitting, kind: LookKind): boolean {
  if (kind === 'blank' || kind === 'mark' || kind === 'error') return true
  switch (type) {
    case 'text':
      return true
    case 'date':
    case 'datetime':
      if (kind === 'either') return dayForm === 'day-first' || dayForm === 'month-first'
      if (kind === 'number') return dayForm === 'digits' || dayForm === 'serial'
      return kind === 'day' || kind === 'moment' || kind === 'period'
    case 'boolean':
      return kind === 'boolean' || kind === 'answer'
    case 'duration':
      return numeric.has(kind) || kind === 'clock' || kind === 'span'
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
  if (kind === 'error' || !fits(found, kind)) return { value: null, raw: shown() }
  switch (found.type) {
    case 'text':
      return { value: shown() }
    case 'boolean':
      return kind === 'mark' ? { value: null, raw: shown() } : { value: look.value === 1 }
    case 'date':
    case 'datetime':
      return storedDay(row, column, look, found)
    case 'integer':
    case 'number':
    case 'money':
    case 'percent':
    case 'duration':
      return storedNumber(row, column, look, found)
  }
}

/** A period keeps its name, a moment among days its time, a moment of another zone its zone. */
function storedDay(row: SheetRow, column: number, look: Look, found: FoundColumn): StoredCell {
  const iso = dayOf(look, found, row.date1904)
  if (iso === undefined) return { value: null, raw: shownText(row, column, look) }
  const isMoment = iso.length > 10
  const value = found.type === 'date' ? iso.slice(0, 10) : isMoment ? iso.slice(0, 19) : `${iso}T00:00:00`
  const isLess =
    look.kind === 'period' ||
    (look.kind === 'moment' && look.hasZone) ||
    (found.type === 'date' && isMoment && !iso.endsWith('T00:00:00'))
  return isLess ? { value, raw: shownText(row, column, look) } : { value }
}

function storedNumber(row: SheetRow, column: number, look: Look, found: FoundColumn): StoredCell {
  const { kind, value } = look
  const withRaw = (stored: CellValue): StoredCell => ({
    value: stored,
    raw: shownText(row, column, look),
  })
  if (kind === 'number') return storedPlain(row, column, look, found)
  if (kind === 'quantity') return storedQuantity(look, found)
  if (kind === 'numeral') return withRaw(storedQuantity(look, found).value)
  if (kind === 'percent') {
    const isSpelled = row.kind(column) === text && !/\d/.test(look.written)
    return found.type === 'percent' && !isSpelled ? { value } : withRaw(value)
  }
  const length = tidy((value * 86_400) / (secondsOf(found.unit ?? '') ?? 60))
  return kind === 'clock' ? { value: length } : withRaw(kind === 'span' ? length : null)
}

/** A number whose cell showed another scale or unit than its column has, or no % among percentages, keeps its text. */
function storedPlain(row: SheetRow, column: number, look: Look, found: FoundColumn): StoredCell {
  const value = plainNumber(look, found, row.kind(column) === text)
  const isScaled = look.scale !== 1 && look.scale !== found.scale
  const isForeign = row.kind(column) === text && look.unit !== '' && look.unit !== found.unit
  const isOdd = found.type === 'percent' && headerDivisor(found) === 1 && Math.abs(look.value) > 1
  return isScaled || isForeign || isOdd ? { value, raw: shownText(row, column, look) } : { value }
}

/** Beyond 500 % a number without a format among percentages is no ratio. */
const mostRatio = 5

/** What plain numbers under a header that says % or ‰ are divided by; 1 where the cells themselves are ratios. */
const headerDivisor = (found: FoundColumn): number =>
  found.unit === '%' ? 100 : found.unit === '‰' ? 1000 : 1

function plainNumber(look: Look, found: FoundColumn, isWritten: boolean): number {
  const divisor = headerDivisor(found)
  // Among texts such as 45% a bare 48 has lost its sign; a cell with 1.24 may be 124% that lost its format.
  const isSignless = divisor === 1 && Math.abs(look.value) > (isWritten ? 1 : mostRatio)
  if (found.type === 'percent')
    return isSignless ? tidy(look.value / 100) : divisor === 1 ? look.value : tidy(look.value / divisor)
  if (look.scale === 1 || look.scale === found.scale) return look.value
  return tidy((look.value * look.scale) / (found.scale ?? 1))
}

/** Points of percentages, of which a column counts whole ones: 3.2个百分点 is kept as 3.2. */
const pointSteps: ReadonlyMap<string, number> = new Map([
  ['百分点', 100],
  ['pp', 100],
  ['bp', 10_000],
])

/** A bare number with a comparator counts in the column's scale; one with a unit or a scale word of its own does not. */
function storedQuantity(look: Look, found: FoundColumn): StoredCell {
  const { quantity } = look
  if (!quantity) return { value: null, raw: look.written }
  const own = secondsOf(quantity.unit)
  const wanted = found.type === 'duration' ? secondsOf(found.unit ?? '') : undefined
  if (own !== undefined && wanted !== undefined && own !== wanted)
    return { value: tidy((quantity.value * own) / wanted), raw: look.written }
  const points = pointSteps.get(found.unit ?? '')
  const bare = quantity.unit === '' && quantity.scale === 1
  const divisor = bare ? headerDivisor(found) : quantity.percent ? 1 : (found.scale ?? 1)
  const isPoints = points !== undefined && pointSteps.has(quantity.unit)
  const value = isPoints
    ? tidy(quantity.value * points)
    : tidy(quantity.value / (found.type === 'percent' || !bare ? divisor : 1))
  const tells =
    quantity.comparator === undefined && quantity.approximate === undefined && quantity.scale === 1
  return tells && quantity.unit === found.unit && found.scale === undefined
    ? { value }
    : { value, raw: look.written }
}

// Numbers of tables whose rows, not columns, say what they count: 5.8 under 万人, 45 under %, 120万 as text. Gives what
// the cells of one row mean together, and figures that point to them.

import type { Figure, FigureKind, Rounding } from '../model/figure.ts'
import type { Comparator, Polarity } from '../model/goal.ts'
import type { FigureId } from '../model/ids.ts'
import type { Language } from '../model/language.ts'
import type { Column, Table, TableRow } from '../model/table.ts'
import { decimalsOf } from '../numbers/format.ts'
import { parseThreshold } from '../numbers/threshold.ts'
import { tidy } from '../numbers/tidy.ts'
import { parseHeader, parseUnit, type Unit } from '../numbers/units.ts'
import { isAdditive, kindOf } from './lexicon.ts'

/** What a figure may be called; the cell's whole text still finds the row. */
export const longestName = 200

/** A number as its row means it. `factor` turns the stored cell into `value`. */
export interface RowNumber {
  value: number
  factor: number
  unit: string
  percent: boolean
  /** 万 in the row's unit or in the cell's own text. */
  scale: number
  comparator?: Comparator
  polarity?: Polarity
  high?: number
}

/** What the numbers of one row share. */
export interface RowNumbers {
  /** What the row is called, without the unit that stands behind it: 使用时长 of 使用时长(分钟). */
  name: string
  /** One for each place asked for. */
  numbers: readonly (RowNumber | undefined)[]
  kind: FigureKind
  unit: string
  rounding: Rounding
  /** What one step of a column's cells is worth here, also where the cell is empty. */
  factorOf: (column: Column) => number
}

/** The cells at `places` of a row that is called `name`; `unit` is the place of the column that names units. */
export function readRow(
  table: Table,
  row: TableRow,
  places: readonly number[],
  name: string,
  unit: number | undefined,
  language: Language,
): RowNumbers {
  const header = parseHeader(name)
  const isTold = header.unit !== undefined || header.scale !== undefined
  const behindName = isTold ? { unit: header.unit ?? '', scale: header.scale ?? 1 } : undefined
  const named = unit === undefined ? undefined : parseUnit(String(row.values[unit] ?? ''))
  const plainUnit = named ?? wordUnit(row, unit) ?? behindName
  const asRatios = places.every((place) => {
    const cell = row.values[place]
    return typeof cell !== 'number' || Math.abs(cell) <= 1
  })
  const numbers = places.map((place) => {
    const column = table.columns[place]
    return column && readNumber(row, place, column, plainUnit, asRatios)
  })
  const found = numbers.filter((number) => number !== undefined)
  const percent = found.some((number) => number.percent)
  const bare = percent ? '%' : (found.find((number) => number.unit !== '')?.unit ?? '')
  const kind = kindOf(bare, header.name)
  return {
    name: header.name,
    numbers,
    kind,
    unit: bare.slice(0, 20),
    rounding: roundingOf(found, kind === 'rate', language),
    factorOf: (column) => unitFactor(column, plainUnit),
  }
}

/** A figure for the cell of `row` in `column`; `key` is the text that names the row, whole, for it finds the row again. */
export function cellFigure(
  table: Table,
  row: TableRow,
  column: Column,
  { kind, unit, rounding, factorOf }: RowNumbers,
  { id, name, key, number }: { id: FigureId; name: string; key: string; number: RowNumber | undefined },
): Figure {
  const factor = number?.factor ?? factorOf(column)
  return {
    id,
    name: name.slice(0, longestName),
    kind,
    unit,
    rounding,
    origin: {
      kind: 'cell',
      table: table.id,
      row: row.row,
      column: column.id,
      label: key,
      ...(factor !== 1 && { factor }),
    },
    additive: (kind === 'count' || kind === 'amount') && isAdditive(name),
  }
}

/** A unit of a column 单位 that is not on the closed list is taken at its word: 张海报. */
function wordUnit(row: TableRow, column: number | undefined): Unit | undefined {
  const word = column === undefined ? '' : String(row.values[column] ?? '').trim()
  return word === '' || word.length > 20 || /^[-—/]$/.test(word) ? undefined : { unit: word, scale: 1 }
}

/** What the row's unit makes of a number without a scale of its own. */
function unitFactor(column: Column, unit: Unit | undefined): number {
  if (!unit || column.type === 'percent') return 1
  if (unit.unit === '%') return 0.01
  if (unit.unit === '‰') return 0.001
  return column.scale === undefined ? unit.scale : 1
}

/**
 * `asRatios`: no number of the row is above 1. Under % it then is the ratio of a percent cell that lost its format,
 * far more often than less than one percent.
 */
function readNumber(
  row: TableRow,
  place: number,
  column: Column,
  unit: Unit | undefined,
  asRatios: boolean,
): RowNumber | undefined {
  const cell = row.values[place]
  const text = row.raw?.[place] ?? (typeof cell === 'string' ? cell : undefined)
  const quantity = text === undefined ? undefined : parseThreshold(text)
  const stored = typeof cell === 'number' ? tidy(cell * (column.scale ?? 1)) : quantity?.value
  if (stored === undefined || !Number.isFinite(stored)) return undefined
  const isRate = unit?.unit === '%' || unit?.unit === '‰'
  const ownScale = quantity !== undefined && (quantity.percent || quantity.scale !== 1)
  const isRatio = isRate && quantity === undefined && asRatios
  const worth = ownScale || isRatio ? 1 : unitFactor(column, unit)
  const value = ownScale ? quantity.value : tidy(stored * worth)
  if (!Number.isFinite(value)) return undefined
  const factor = stored === 0 ? worth : tidy(value / stored)
  return {
    value,
    factor: factor > 0 && Number.isFinite(factor) ? factor : worth,
    unit: quantity?.unit && quantity.unit !== '%' ? quantity.unit : (unit?.unit ?? column.unit ?? ''),
    percent:
      quantity?.percent === true || column.type === 'percent' || unit?.unit === '%' || column.unit === '%',
    scale: quantity && quantity.scale !== 1 ? quantity.scale : (column.scale ?? unit?.scale ?? 1),
    ...(quantity?.comparator !== undefined && { comparator: quantity.comparator }),
    ...(quantity?.polarity !== undefined && { polarity: quantity.polarity }),
    ...(quantity?.high !== undefined && { high: tidy(quantity.high * (ownScale ? 1 : worth)) }),
  }
}

/** As the table itself writes its numbers: 万 where it says 万, as many decimals as the longest of them has. */
function roundingOf(numbers: readonly RowNumber[], isRate: boolean, language: Language): Rounding {
  const most = (limit: number, shift: number): number =>
    Math.max(0, ...numbers.map(({ value }) => decimalsOf(value, limit, shift)))
  if (isRate) return { scale: 1, decimals: most(2, 2) }
  const large = Math.max(0, ...numbers.map(({ value }) => Math.abs(value)))
  const saysTenThousand = numbers.some(({ scale }) => scale >= 1e4)
  if (language === 'en' || (large < 1e5 && !saysTenThousand)) return { scale: 1, decimals: most(2, 0) }
  return large >= 1e8 ? { scale: 1e8, decimals: most(2, -8) } : { scale: 1e4, decimals: most(2, -4) }
}

// Conditions on rows as a form holds them: text as typed, read by the type of the column.

import type { ColumnId } from '../../../shared/model/ids.ts'
import type { CellValue, Column, RowFilter, Table } from '../../../shared/model/table.ts'
import { parseQuantity } from '../../../shared/numbers/parse.ts'
import { tidy } from '../../../shared/numbers/tidy.ts'
import type { ConditionKind } from '../../../shared/text/figure-editor.ts'

export interface Condition {
  /** Keeps a row of the form to itself. */
  key: number
  column: ColumnId | ''
  kind: ConditionKind
  /** Of `is` several values with a comma between. */
  text: string
  from: string
  to: string
}

/** What a condition on a column of yes and no holds; the form shows the words for it. */
export const yes = 'yes'
export const no = 'no'

let made = 0
export const emptyCondition = (): Condition => ({
  key: ++made,
  column: '',
  kind: 'is',
  text: '',
  from: '',
  to: '',
})

const isNumber = ({ type }: Column): boolean => !['date', 'datetime', 'text', 'boolean'].includes(type)
const isDay = ({ type }: Column): boolean => type === 'date' || type === 'datetime'

/** Kinds that make sense for a column, the usual one first. */
export function kindsFor(column: Column): ConditionKind[] {
  if (isNumber(column) || isDay(column)) return ['between', 'is', 'filled']
  return column.type === 'boolean' ? ['is', 'filled'] : ['is', 'contains', 'filled']
}

/** In the column's own scale, as filters are; a percent is its ratio. */
function readNumber(text: string, { type }: Column): number | undefined {
  const read = parseQuantity(text)
  if (!read || read.high !== undefined) return undefined
  return type === 'percent' && !read.percent ? tidy(read.value / 100) : read.value
}

function readValue(text: string, column: Column): CellValue | undefined {
  if (isNumber(column)) return readNumber(text, column)
  return column.type === 'boolean' ? text === yes : text
}

/** The filter that a condition says; undefined while it says nothing yet or what it says cannot be read. */
export function readCondition(condition: Condition, column: Column): RowFilter | undefined {
  const text = condition.text.trim()
  switch (condition.kind) {
    case 'filled':
      return { kind: 'blank', column: column.id, filled: true }
    case 'contains':
      return text === '' ? undefined : { kind: 'contains', column: column.id, text }
    case 'is': {
      const parts = text.split(/[、,，]/).flatMap((part) => part.trim() || [])
      const values = parts.map((part) => readValue(part, column))
      const read = values.filter((value) => value !== undefined)
      return read.length === 0 || read.length < parts.length
        ? undefined
        : { kind: 'is', column: column.id, values: read }
    }
    case 'between': {
      const [from, to] = [condition.from, condition.to].map((end) => {
        const written = end.trim()
        if (written === '') return undefined
        return isNumber(column) ? readNumber(written, column) : written
      })
      if (from === undefined && to === undefined) return undefined
      return {
        kind: 'between',
        column: column.id,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      }
    }
  }
}

/** A filter back in the form; undefined for one that the form has no fields for. */
export function conditionOf(filter: RowFilter, table: Table | undefined): Condition | undefined {
  const column = table?.columns.find(({ id }) => id === filter.column)
  if (!column) return undefined
  const write = (value: CellValue): string => {
    if (typeof value === 'number' && column.type === 'percent') return `${tidy(value * 100)}%`
    if (typeof value === 'boolean') return value ? yes : no
    return value === null ? '' : String(value)
  }
  const condition: Condition = { ...emptyCondition(), column: column.id }
  switch (filter.kind) {
    case 'contains':
      return { ...condition, kind: 'contains', text: filter.text }
    case 'is': {
      // A comma inside a value would be taken for one between values.
      const isPlain = filter.values.every((value) => value !== null && !/[、,，]/.test(String(value)))
      return isPlain ? { ...condition, kind: 'is', text: filter.values.map(write).join('、') } : undefined
    }
    case 'between':
      return {
        ...condition,
        kind: 'between',
        from: filter.from === undefined ? '' : write(filter.from),
        to: filter.to === undefined ? '' : write(filter.to),
      }
    case 'blank':
      return filter.filled ? { ...condition, kind: 'filled' } : undefined
    case 'misfit':
      return undefined
  }
}

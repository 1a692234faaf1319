// What a person writes on the command line, as the engine wants it: formats, styles, tables and columns by name.

import { basename, extname } from 'node:path'
import { AggregateFunction, PeriodStep } from '../../../shared/model/figure.ts'
import { HouseStyleId } from '../../../shared/model/project.ts'
import type { Column, Table } from '../../../shared/model/table.ts'
import { refuse } from './session.ts'
import type { Terminal } from './terminal.ts'

const laterFormats = ['pptx', 'pdf', 'xlsx', 'md']

export function assertFormats(paths: readonly string[]): void {
  for (const path of paths) {
    const format = extname(path).slice(1).toLowerCase()
    if (laterFormats.includes(format)) throw refuse('not-yet-available', { what: `.${format}` })
    if (format !== 'docx')
      throw refuse('format-unknown', { format: format === '' ? basename(path) : `.${format}` })
  }
}

export function readStyle(terminal: Terminal, style: string): HouseStyleId {
  const known = HouseStyleId.safeParse(style)
  if (known.success) return known.data
  throw refuse('usage-wrong', { message: terminal.words.usage.invalidValue('--style', style) })
}

/** By id, by name, or by sheet. */
export function findTable(tables: readonly Table[], wanted: string): Table {
  const found =
    tables.find(({ id }) => id === wanted) ??
    tables.find(({ name }) => name === wanted) ??
    tables.find(({ sheet }) => sheet === wanted)
  if (!found)
    throw refuse('table-unknown', { table: wanted, known: tables.map(({ name }) => name).join(', ') })
  return found
}

function findColumn(table: Table, wanted: string): Column {
  const found =
    table.columns.find(({ id }) => id === wanted) ?? table.columns.find(({ name }) => name === wanted)
  if (!found)
    throw refuse('column-unknown', {
      column: wanted,
      known: table.columns.map(({ name }) => name).join(', '),
    })
  return found
}

/** `日期:month`; a colon that is followed by something else belongs to the column's name. */
export function readKey(table: Table, text: string): { column: Column['id']; step?: PeriodStep } {
  const [, name = text, stepText] = /^(.*):(\w+)$/.exec(text) ?? []
  const step = PeriodStep.safeParse(stepText)
  if (!step.success) return { column: findColumn(table, text).id }
  return { column: findColumn(table, name).id, step: step.data }
}

/** `sum:注册`, `count`. */
export function readAggregate(table: Table, text: string): { fn: AggregateFunction; column?: Column['id'] } {
  const [fnText = '', ...rest] = text.split(':')
  const fn = AggregateFunction.safeParse(fnText)
  if (!fn.success)
    throw refuse('usage-wrong', { message: `--agg ${text}: ${AggregateFunction.options.join(', ')}` })
  if (rest.length === 0) {
    if (fn.data !== 'count') throw refuse('usage-wrong', { message: `--agg ${text}:?` })
    return { fn: fn.data }
  }
  return { fn: fn.data, column: findColumn(table, rest.join(':')).id }
}

// One column as a reader of tables sees it: its cells looked at, counted, decided on and stored, without a file around them.

import { storedCell } from '../../electron/import/cells/cell-value.ts'
import { ColumnProfile } from '../../electron/import/columns/column-profile.ts'
import { type ColumnDecision, decideColumn } from '../../electron/import/columns/column-type.ts'
import { Look, lookAt } from '../../electron/import/cells/look.ts'
import { general, parseFormat } from '../../electron/import/cells/number-format.ts'
import { SheetRow, boolean, error, number, text } from '../../electron/import/cells/sheet-row.ts'
import type { CellValue, ColumnType } from '../../shared/model/table.ts'
import { parseHeader } from '../../shared/numbers/units.ts'

/** A text, a number or a boolean, or a number with its format. */
export type ColumnCell = string | number | boolean | { value: number; format: string } | { error: string }

export interface ColumnSpec {
  /** As in the sheet: a unit in it counts. */
  header: string
  /** Of separated text, where all cells are texts, `|` between them; or of a workbook. */
  cells: string | readonly ColumnCell[]
  tableUnit?: { unit: string; scale: number }
  chosen?: ColumnType
}

export interface SeenColumn {
  decision: ColumnDecision
  values: CellValue[]
  /** Undefined where the value says it all. */
  raws: (string | undefined)[]
  /** Texts of cells that do not fit. */
  misfits: string[]
}

export function rowOf(cell: ColumnCell, isSeparated: boolean): SheetRow {
  const row = new SheetRow()
  row.start(1)
  if (isSeparated) row.fields = 1
  if (typeof cell === 'string') row.set(0, text, 0, cell, general)
  else if (typeof cell === 'boolean') row.set(0, boolean, cell ? 1 : 0, cell ? 'TRUE' : 'FALSE', general)
  else if (typeof cell === 'number') row.set(0, number, cell, String(cell), general)
  else if ('error' in cell) row.set(0, error, 0, cell.error, general)
  else row.set(0, number, cell.value, String(cell.value), parseFormat(cell.format))
  return row
}

export function seeColumn({ header, cells, tableUnit, chosen }: ColumnSpec): SeenColumn {
  const isSeparated = typeof cells === 'string'
  const rows = (isSeparated ? cells.split('|') : cells).map((cell) => rowOf(cell, isSeparated))
  const profile = new ColumnProfile()
  const look = new Look()
  for (const row of rows) {
    lookAt(row, 0, look)
    if (look.kind !== 'blank') profile.add(look, row, 0)
  }
  const decision = decideColumn(profile, parseHeader(header), tableUnit, { type: chosen })
  const values: CellValue[] = []
  const raws: (string | undefined)[] = []
  const misfits: string[] = []
  for (const row of rows) {
    lookAt(row, 0, look)
    const { kind } = look
    const { value, raw } = storedCell(row, 0, look, { name: '', letter: 'A', ...decision })
    values.push(value)
    raws.push(raw)
    if (value === null && raw !== undefined && kind !== 'mark' && kind !== 'error') misfits.push(raw)
  }
  return { decision, values, raws, misfits }
}

/** 'money 元 ×10000 by name', with what is absent left out. */
export function decisionText({ type, unit, scale, step, dayForm, reason }: ColumnDecision): string {
  const from = reason?.unit === undefined ? '' : `from ${reason.unit}`
  return [type, step, dayForm, unit, scale === undefined ? '' : `×${scale}`, `by ${reason?.type}`, from]
    .filter((part) => part !== undefined && part !== '')
    .join(' ')
}

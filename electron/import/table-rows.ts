// Streams the rows of one table as typed values, by the recipe that finding it left.

import type { FoundTable, TableRow } from '../../shared/model/table.ts'
import { RecapError } from '../../shared/errors.ts'
import { storedCell } from './cell-value.ts'
import { stopIfCancelled } from './limits.ts'
import { Look, lookAt } from './look.ts'
import { parseRange } from './range.ts'
import { type SheetRow, columnOf } from './sheet-row.ts'
import type { SheetSource } from './sheet-source.ts'
import { VerticalFill, isLabelName } from './vertical-fill.ts'

const batchRows = 1000

interface Options {
  signal?: AbortSignal
  onProgress?: (done: number, total: number | undefined, unit: 'bytes' | 'rows') => void
}

/** @throws RecapError input-invalid for a range that is none; job-cancelled; what reading the sheet throws */
export async function* tableRows(
  sheet: SheetSource,
  table: FoundTable,
  { signal, onProgress }: Options,
): AsyncGenerator<readonly TableRow[]> {
  const range = parseRange(table.range)
  if (!range) throw new RecapError('input-invalid', `range ${table.range}`, { place: 'range' })
  const columns = table.columns.map((found) => ({ found, column: columnOf(found.letter) }))
  const names = new Map(columns.map(({ found, column }) => [column, found.name]))
  const left = new Set([...table.headerRows, ...table.skipped.map(({ row }) => row)])
  const fill = new VerticalFill(await sheet.merges(), (column) => isLabelName(names.get(column) ?? ''))
  const look = new Look()
  let batch: TableRow[] = []
  let done = 0
  let isPast = false

  const take = (row: SheetRow): void => {
    if (row.row > range.bottom) isPast = true
    if (row.row < range.top || isPast || left.has(row.row) || row.isAllBlank()) return
    fill.apply(row)
    const values: TableRow['values'] = []
    let raw: Record<string, string> | undefined
    columns.forEach(({ found, column }, index) => {
      lookAt(row, column, look)
      const cell = storedCell(row, column, look, found)
      values.push(cell.value)
      if (cell.raw !== undefined) (raw ??= {})[index] = cell.raw
    })
    batch.push(raw ? { row: row.row, values, raw } : { row: row.row, values })
  }

  for await (const _ of sheet.read(take)) {
    stopIfCancelled(signal)
    while (batch.length >= batchRows) {
      const rows = batch.slice(0, batchRows)
      batch = batch.slice(batchRows)
      done += rows.length
      onProgress?.(done, table.rowCount, 'rows')
      yield rows
      stopIfCancelled(signal)
    }
    if (isPast) break
  }
  if (batch.length > 0) {
    onProgress?.(done + batch.length, table.rowCount, 'rows')
    yield batch
  }
}

// Reads a file as the engine does, and keeps the rows that the store would get.

import { type FileInput, type ReadOptions, inspectFile } from '../../electron/import/index.ts'
import type { RowBatch, RowSink } from '../../shared/model/row-batch.ts'
import { rowsOf } from './row-batch.ts'
import { Inspection } from '../../shared/model/source.ts'
import type { FoundTable, TableRow } from '../../shared/model/table.ts'

export interface ReadTable {
  table: FoundTable
  rows: TableRow[]
}

/** A sink that keeps rows by their stream. */
export function keepingSink(): RowSink & { streams: Map<number, TableRow[]>; repeats: number } {
  const streams = new Map<number, TableRow[]>()
  const sink = {
    streams,
    /** How many tables came twice. */
    repeats: 0,
    take(stream: number, batch: RowBatch): void {
      const rows = streams.get(stream) ?? []
      rows.push(...rowsOf(batch))
      streams.set(stream, rows)
    },
    again(stream: number): void {
      sink.repeats += 1
      streams.delete(stream)
    },
  }
  return sink
}

/** What is found in a file, each table with its rows. */
export async function readWhole(
  file: FileInput,
  options: ReadOptions = {},
): Promise<{ inspection: Inspection; tables: ReadTable[]; repeats: number }> {
  const sink = keepingSink()
  const { inspection, streams } = await inspectFile(file, { ...options, sink })
  const tables = inspection.tables.map((table, index) => ({
    table,
    rows: sink.streams.get(streams[index] ?? -1) ?? [],
  }))
  return { inspection: Inspection.parse(inspection), tables, repeats: sink.repeats }
}

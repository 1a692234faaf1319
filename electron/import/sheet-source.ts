// What every kind of spreadsheet file is to those who look for tables in it: sheets, each read row by row from the top.

import type { Merges } from './merges.ts'
import type { SheetRow } from './sheet-row.ts'

/** Takes rows top to bottom. The row is filled anew for the next one. */
export type TakeRow = (row: SheetRow) => void

export interface SheetSource {
  readonly name: string
  readonly hidden: boolean
  /** How much there is to read, in the bytes that `read` counts. */
  readonly bytes: number
  merges(): Promise<Merges>
  /** Hands each row to `take`, and yields how many bytes are done after each piece of the file. */
  read(take: TakeRow): AsyncGenerator<number>
}

export interface Book {
  readonly format: 'xlsx' | 'csv'
  /** Of a text file: the label of its encoding (https://encoding.spec.whatwg.org). */
  readonly encoding?: string
  /** Bytes on disk. */
  readonly size: number
  readonly sheets: readonly SheetSource[]
  close(): void
}

// What every kind of spreadsheet file is to those who look for tables in it: sheets, each read row by row from the top.

import type { SourceFormat } from '../../../shared/model/source.ts'
import type { Merges } from '../tables/merges.ts'
import type { SheetRow } from '../cells/sheet-row.ts'

/** Takes rows top to bottom. The row is filled anew for the next one. */
export type TakeRow = (row: SheetRow) => void

/** What the file says of a sheet besides its cells. */
export interface SheetNotes {
  /** Counted from 0, ascending. */
  hiddenColumns: readonly number[]
  /** A filter is set. */
  isFiltered: boolean
  /** Cells with a formula whose result the file does not hold. */
  formulasWithoutValue: number
  /** Formulas refer to other files. */
  hasLinks: boolean
  /** Rows that could not be decoded with the encoding that the rest has: their numbers, at most 20. */
  undecodable: readonly number[]
}

export const noNotes: SheetNotes = {
  hiddenColumns: [],
  isFiltered: false,
  formulasWithoutValue: 0,
  hasLinks: false,
  undecodable: [],
}

export interface SheetSource {
  readonly name: string
  readonly hidden: boolean
  /** How much there is to read, in the bytes that `read` counts. */
  readonly bytes: number
  merges(): Promise<Merges>
  /**
   * Hands each row to `take`, and yields how many bytes are done after each piece of the file. May be left early, and
   * read again.
   */
  read(take: TakeRow): AsyncGenerator<number>
  /** Complete once the sheet has been read to its end. */
  notes(): SheetNotes
}

export interface Book {
  readonly format: SourceFormat
  /** Of a text file. `sure`: no other encoding could be meant; `others`: labels of what else it may be. */
  readonly encoding?: { used: string; sure: boolean; others: readonly string[] }
  /** Of separated text. */
  readonly delimiter?: string
  /** Bytes on disk. */
  readonly size: number
  readonly sheets: readonly SheetSource[]
  close(): void
}

/** How to open a file. */
export interface OpenOptions {
  /** A label of https://encoding.spec.whatwg.org that the user chose. */
  encoding?: string | undefined
  /** One that such files were in before: used when the bytes do not tell. */
  usualEncoding?: string | undefined
  delimiter?: string | undefined
  /** Only the first rows of each sheet will be read: whatever the file's size, they must come at once. */
  head?: boolean
}

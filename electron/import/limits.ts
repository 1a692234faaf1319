// How much of a file is read before it counts as an attack or a mistake. Guards count what comes out, never the
// ratio of packing: honest workbooks reach 140:1.

import { RecapError } from '../../shared/errors.ts'

export const limits = {
  /** Parts of a workbook: a real one has tens, one with many pictures some thousands. */
  entries: 20_000,
  /** Inflated bytes of one part. A million rows of sixteen columns are 0.6 GB of XML. */
  partBytes: 2 * 1024 ** 3,
  /** Cells of one sheet, empty ones that are written out included. */
  cells: 20_000_000,
  /** XML elements that are neither cells nor their values. */
  elements: 5_000_000,
  /** Characters of one cell or one run of text. Excel itself stops at 32,767. */
  text: 4_000_000,
  /** Bytes of all shared strings together, with the markup between them. */
  strings: 400_000_000,
  merges: 500_000,
  /** The edges of a sheet (ECMA-376 part 1, 18.3.1.73 and 18.3.1.4, as Excel holds them). */
  rows: 1_048_576,
  columns: 16_384,
  /** Cells of all sheets when every cell is asked for at once. */
  rawCells: 20_000_000,
  /** Bytes of an Excel 97 to 2003 workbook, which is read whole: 65,536 full rows of 40 columns are some 40 MB. */
  xlsBytes: 128 * 1024 ** 2,
  /** Bytes of a web archive, which is read whole. */
  archiveBytes: 64 * 1024 ** 2,
  /** Elements, tables and lists within each other. */
  nesting: 100,
  /** Bytes of one part of a Parquet file that are decoded at once: a column of one group of rows. */
  chunkBytes: 256 * 1024 ** 2,
  /** Bytes of the heap of a thread that reads. A workbook of a million rows is read in a twentieth of it. */
  heapBytes: 1024 ** 3,
  /** Bytes by which the whole process may grow while a file is read, buffers outside of the heap included. */
  memoryBytes: 2 * 1024 ** 3,
  /** Seconds in which a thread that reads may say nothing, as one does that is caught in a loop. */
  silentSeconds: 8,
  /** Bytes of a file that give it one more of them: what is read whole is told of when it is read. */
  silentBytes: 4 * 1024 ** 2,
  /** Bytes of a part that holds no cells: relations, styles, the list of sheets. 64,000 cell formats are 10 MB. */
  markupBytes: 64 * 1024 ** 2,
} as const

type Cap = keyof typeof limits

/** A failure `file-too-large` that says how much was found and how much is read. */
export function tooLarge(file: string, cap: Cap, actual: number): RecapError {
  const shown = (count: number): string => {
    if (cap.endsWith('Seconds')) return `${Math.round(count)} s`
    if (!cap.endsWith('Bytes')) return count.toLocaleString('en-US')
    const [unit, bytes] = limits[cap] < 1024 ** 3 ? ['MB', 1024 ** 2] : ['GB', 1024 ** 3]
    return `${(count / bytes).toFixed(1)} ${unit}`
  }
  const detail = { file, cap, actual: shown(actual), limit: shown(limits[cap]) }
  return new RecapError('file-too-large', `${cap}: ${actual} > ${limits[cap]}`, detail)
}

/** @throws RecapError file-too-large, saying how much was found and how much is read */
export function refuseTooLarge(file: string, cap: Cap, actual: number): never {
  throw tooLarge(file, cap, actual)
}

/** @throws RecapError job-cancelled once the signal is set */
export function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new RecapError('job-cancelled', 'cancelled while reading')
}

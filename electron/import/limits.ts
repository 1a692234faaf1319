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
  /** Characters of all shared strings together. */
  strings: 400_000_000,
  merges: 500_000,
  /** The edges of a sheet (ECMA-376 part 1, 18.3.1.73 and 18.3.1.4, as Excel holds them). */
  rows: 1_048_576,
  columns: 16_384,
  /** Cells of all sheets when every cell is asked for at once. */
  rawCells: 20_000_000,
} as const

/** @throws RecapError file-too-large, saying how much was found and how much is read */
export function refuseTooLarge(file: string, cap: keyof typeof limits, actual: number): never {
  const shown = (count: number): string =>
    cap === 'partBytes' ? `${(count / 1024 ** 3).toFixed(1)} GB` : count.toLocaleString('en-US')
  throw new RecapError('file-too-large', `${cap}: ${actual} > ${limits[cap]}`, {
    file,
    cap,
    actual: shown(actual),
    limit: shown(limits[cap]),
  })
}

/** @throws RecapError job-cancelled once the signal is set */
export function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new RecapError('job-cancelled', 'cancelled while reading')
}

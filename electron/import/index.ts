// Reading a user's spreadsheet: what tables a file holds, their rows, its first rows at once, and every cell as it stands.
// It reads in a thread of its own; it keeps nothing, writes nothing, and decides nothing about figures.

import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { RecapError } from '../../shared/errors.ts'
import type { RowSink } from '../../shared/model/row-batch.ts'
import type { Inspection, Preview, RawSheets, Recipe } from '../../shared/model/source.ts'
import type { FileInput } from './formats/file-kind.ts'
import type { ReadProgress } from './reading/read-tables.ts'
import { ReadingThreads } from './reading/reading-threads.ts'

export type { FileInput, ReadProgress }

const threads = new ReadingThreads()

export interface ReadOptions {
  /** What the user decided; all else is guessed. */
  recipe?: Recipe | undefined
  signal?: AbortSignal | undefined
  onProgress?: (progress: ReadProgress) => void
}

export interface Found {
  inspection: Inspection
  /** The stream of each table of `inspection`, where a sink took the rows. */
  streams: readonly number[]
}

/**
 * Reads the whole file and tells its tables, their columns with types and units, and what is odd about them. A `sink`
 * gets the rows as they go by; streams that belong to no table of the inspection are to be forgotten.
 * @throws RecapError any `file-` code; `job-cancelled`; what the sink throws
 */
export async function inspectFile(
  file: FileInput,
  { recipe, signal, onProgress, sink }: ReadOptions & { sink?: RowSink } = {},
): Promise<Found> {
  const ending = new AbortController()
  const digest = digestOf(file.path, ending.signal)
  try {
    const { inspection, streams } = await threads.perform(
      { kind: 'tables', file, recipe, rows: sink !== undefined },
      { signal, onProgress, sink },
    )
    const sha256 = await digest
    if (sha256 === undefined) throw new RecapError('file-unreadable', 'no digest', { file: file.name })
    return { inspection: { ...inspection, sha256 }, streams }
  } finally {
    ending.abort()
  }
}

/**
 * The first rows of each sheet as people see them, and what is found in them: at once, however large the file.
 * @throws RecapError any `file-` code but `file-without-table`; `job-cancelled`
 */
export const previewFile = (
  file: FileInput,
  { recipe, signal }: Pick<ReadOptions, 'recipe' | 'signal'> = {},
): Promise<Preview> => threads.perform({ kind: 'preview', file, recipe }, { signal })

/** Every cell of every sheet, or of the one named. @throws RecapError any `file-` code */
export const readRaw = (file: FileInput, sheet?: string): Promise<RawSheets> =>
  threads.perform({ kind: 'raw', file, sheet })

const digestBytes = 1 << 18

/** Hex SHA-256 of a file; undefined when it cannot be read, of which reading its tables tells. */
async function digestOf(path: string, signal: AbortSignal): Promise<string | undefined> {
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafeSlow(digestBytes)
  try {
    await using handle = await open(path)
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, digestBytes)
      if (bytesRead === 0 || signal.aborted) return hash.digest('hex')
      hash.update(buffer.subarray(0, bytesRead))
    }
  } catch {
    return undefined
  }
}

// What the engine's thread and a thread that reads files say to each other.

import type { ErrorCode, ErrorDetail } from '../../../shared/errors.ts'
import type { RowBatch } from '../../../shared/model/row-batch.ts'
import type { Preview, RawSheets, Recipe } from '../../../shared/model/source.ts'
import type { FileInput } from '../formats/file-kind.ts'
import type { ReadProgress, TablesRead } from './read-tables.ts'

export type Task =
  /** `rows`: they are wanted, not only what they are. */
  | { kind: 'tables'; file: FileInput; recipe: Recipe | undefined; rows: boolean }
  | { kind: 'preview'; file: FileInput; recipe: Recipe | undefined }
  | { kind: 'raw'; file: FileInput; sheet: string | undefined }

export interface Results {
  tables: TablesRead
  preview: Preview
  raw: RawSheets
}

export type ToReader =
  | { kind: 'begin'; task: Task }
  /** A batch has been taken; another may come. */
  | { kind: 'more' }

export type FromReader =
  /** The thread is not caught in a loop. */
  | { kind: 'alive' }
  | { kind: 'progress'; progress: ReadProgress }
  | { kind: 'batch'; stream: number; batch: RowBatch }
  | { kind: 'again'; stream: number }
  | { kind: 'done'; result: Results[Task['kind']] }
  | { kind: 'failed'; failure: Failure }
  /** What was read ahead, behind `done`, has come to its end. */
  | { kind: 'idle' }

/** A RecapError by its parts; anything unforeseen without a code. */
export interface Failure {
  code?: ErrorCode
  message: string
  detail: ErrorDetail
}

// The thread in which files are read: one task at a time, its rows handed over by the batch. What hostile files can
// do to it ends with the thread.

import { parentPort } from 'node:worker_threads'
import { RecapError } from '../../../shared/errors.ts'
import type { RowSink } from '../../../shared/model/row-batch.ts'
import { openBook } from '../formats/book.ts'
import type { FileInput } from '../formats/file-kind.ts'
import { readPreview } from './preview.ts'
import { rawSheets } from './raw.ts'
import { readTables } from './read-tables.ts'
import type { Failure, FromReader, Results, Task, ToReader } from './thread-messages.ts'

/** Batches that may be under way. */
const mostBatches = 4
const betweenProgressMs = 100
/** How long the rows behind a preview are read ahead. */
const aheadMs = 200
const aliveMs = 1000

if (!parentPort) throw new Error('worker.ts runs as a thread')
const port = parentPort

const post = (message: FromReader, moved: ArrayBuffer[] = []): void => port.postMessage(message, moved)

let underWay = 0
/** Lets the reading go on that waits for a batch to be taken. */
let wake: (() => void) | undefined

const sink: RowSink = {
  async take(stream, batch) {
    underWay += 1
    post({ kind: 'batch', stream, batch }, [batch.bytes.buffer])
    if (underWay >= mostBatches) await new Promise<void>((resolve) => (wake = resolve))
  },
  again: (stream) => post({ kind: 'again', stream }),
}

async function perform(task: Task): Promise<Results[Task['kind']]> {
  switch (task.kind) {
    case 'tables': {
      let last = -Infinity
      return readTables(task.file, {
        recipe: task.recipe,
        sink: task.rows ? sink : undefined,
        onProgress(progress) {
          const now = performance.now()
          if (now - last < betweenProgressMs && progress.done < progress.total) return
          last = now
          post({ kind: 'progress', progress })
        },
      })
    }
    case 'preview':
      return readPreview(task.file, task.recipe)
    case 'raw': {
      const book = await openBook(task.file)
      try {
        return await rawSheets(book, task.file.name, task.sheet)
      } finally {
        book.close()
      }
    }
  }
}

/** A failure of the disk while reading is a file that cannot be read; anything else keeps its own name. */
function failureOf(file: FileInput, error: unknown): Failure {
  if (error instanceof RecapError) return { code: error.code, message: error.message, detail: error.detail }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const detail = { file: file.name }
  if (error instanceof Error && 'syscall' in error) return { code: 'file-unreadable', message, detail }
  // Nesting without end, which no honest file has.
  if (error instanceof RangeError && /call stack/.test(message))
    return { code: 'file-damaged', message, detail }
  if (error instanceof RangeError && /allocation|string length|array length|size exceeded/i.test(message))
    return { code: 'file-too-large', message, detail: { ...detail, cap: 'memoryBytes' } }
  return { message, detail: {} }
}

let isWanted = false
let ahead: Promise<void> | undefined

/**
 * While the user looks at a file's first rows, its next ones are read into nowhere: what reads them is compiled when the
 * file is imported, which takes a quarter less then.
 */
async function readAhead({ file, recipe }: Task & { kind: 'preview' }): Promise<void> {
  const end = performance.now() + aheadMs
  const enough = new Error('enough')
  const nowhere: RowSink = { take: () => Promise.resolve(), again: () => Promise.reject(enough) }
  const onProgress = (): void => {
    if (isWanted || performance.now() > end) throw enough
  }
  // Whatever it may be, it is told when the file is imported.
  await readTables(file, { recipe, sink: nowhere, onProgress }).catch(() => {})
  post({ kind: 'idle' })
}

async function begin(task: Task): Promise<void> {
  isWanted = true
  await ahead
  isWanted = false
  const alive = setInterval(() => post({ kind: 'alive' }), aliveMs)
  underWay = 0
  try {
    post({ kind: 'done', result: await perform(task) })
    ahead = task.kind === 'preview' ? readAhead(task) : undefined
  } catch (error) {
    post({ kind: 'failed', failure: failureOf(task.file, error) })
  } finally {
    clearInterval(alive)
  }
}

port.on('message', (message: ToReader) => {
  if (message.kind === 'begin') void begin(message.task)
  else {
    underWay -= 1
    wake?.()
    wake = undefined
  }
})

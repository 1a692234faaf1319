// Reads in threads of their own with a ceiling on memory and time, which can be ended whatever they do. A thread that
// is done stays for the next file a while: starting one takes longer than reading most files.

import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { RecapError } from '../../../shared/errors.ts'
import type { RowSink } from '../../../shared/model/row-batch.ts'
import { limits, stopIfCancelled, tooLarge } from '../limits.ts'
import type { ReadProgress } from './read-tables.ts'
import type { Failure, FromReader, Results, Task, ToReader } from './thread-messages.ts'

const warmMs = 30_000
const checkMs = 250

export interface ThreadLimits {
  /** Threads at once; more tasks wait. */
  threads: number
  heapBytes: number
  memoryBytes: number
  silentSeconds: number
  /** Bytes of the file that allow one more second of silence. */
  silentBytes: number
}

export interface TaskOptions {
  signal?: AbortSignal | undefined
  onProgress?: ((progress: ReadProgress) => void) | undefined
  sink?: RowSink | undefined
}

/** Beside this module, in the sources as in the bundle. */
const entry = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url)

class Thread {
  readonly worker: Worker
  isOver = false
  /** The file whose rows it may still be reading ahead. */
  readsAhead: string | undefined
  #ending: NodeJS.Timeout | undefined

  constructor(heapBytes: number) {
    this.worker = new Worker(fileURLToPath(entry), {
      // What the program was started with is not meant for a thread.
      execArgv: [],
      // Reading makes few objects: young ones are collected often only if there is little room for them, and with them
      // the pieces of the file that are done.
      resourceLimits: { maxOldGenerationSizeMb: heapBytes / 1024 ** 2, maxYoungGenerationSizeMb: 8 },
    })
    this.worker.once('exit', () => (this.isOver = true))
    this.worker.on('message', ({ kind }: FromReader) => {
      if (kind === 'idle') this.readsAhead = undefined
    })
    // Whoever waits for the task is told by listeners of its own; without a task there is nobody to tell.
    this.worker.on('error', () => (this.isOver = true))
  }

  begin({ kind, file }: Task): void {
    clearTimeout(this.#ending)
    this.readsAhead = kind === 'preview' ? file.path : undefined
    this.worker.ref()
  }

  /** From now on it does not keep the process, and after a while it ends. */
  rest(): void {
    this.worker.unref()
    this.#ending = setTimeout(() => this.end(), warmMs).unref()
  }

  end(): void {
    this.isOver = true
    void this.worker.terminate()
  }
}

export class ReadingThreads {
  readonly #limits: ThreadLimits
  #running = 0
  readonly #resting: Thread[] = []
  readonly #waiting: (() => void)[] = []

  constructor({ threads = 4, ...own }: Partial<ThreadLimits> = {}) {
    const { heapBytes, memoryBytes, silentSeconds, silentBytes } = limits
    this.#limits = { threads, heapBytes, memoryBytes, silentSeconds, silentBytes, ...own }
  }

  /**
   * Performs a task in a thread. Rows go to the sink one batch after another. When `signal` is set, or the sink fails,
   * the thread is ended at once.
   * @throws RecapError what reading throws; `job-cancelled`; `file-too-large` for too much memory or time; and what the
   *   sink throws
   */
  async perform<K extends Task['kind']>(
    task: Task & { kind: K },
    options: TaskOptions = {},
  ): Promise<Results[K]> {
    stopIfCancelled(options.signal)
    await this.#turn(options.signal)
    try {
      return (await this.#performIn(this.#thread(task.file.path), task, options)) as Results[K]
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#running -= 1
    }
  }

  /** Resolves when one more may run, which then counts as running. */
  #turn(signal: AbortSignal | undefined): Promise<void> {
    if (this.#running < this.#limits.threads) {
      this.#running += 1
      return Promise.resolve()
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const onAbort = (): void => {
      this.#waiting.splice(this.#waiting.indexOf(go), 1)
      reject(cancelled())
    }
    const go = (): void => {
      signal?.removeEventListener('abort', onAbort)
      resolve()
    }
    signal?.addEventListener('abort', onAbort, { once: true })
    this.#waiting.push(go)
    return promise
  }

  /** One that is warm, unless it may be caught in what another file holds. */
  #thread(path: string): Thread {
    const index = this.#resting.findLastIndex(({ readsAhead = path }) => readsAhead === path)
    const [thread = new Thread(this.#limits.heapBytes)] = index < 0 ? [] : this.#resting.splice(index, 1)
    return thread.isOver ? this.#thread(path) : thread
  }

  async #performIn(thread: Thread, task: Task, options: TaskOptions): Promise<Results[Task['kind']]> {
    thread.begin(task)
    try {
      return await new Conversation(thread, task, options, this.#limits).ended
    } finally {
      if (!thread.isOver) {
        thread.rest()
        this.#resting.push(thread)
      }
    }
  }
}

const cancelled = (): RecapError => new RecapError('job-cancelled', 'cancelled while reading')

/** One task given to a thread, and what the thread says until it is done. Behind its end the thread is idle or over. */
class Conversation {
  readonly ended: Promise<Results[Task['kind']]>
  readonly #thread: Thread
  readonly #file: string
  readonly #options: TaskOptions
  readonly #limits: ThreadLimits
  readonly #memory = process.memoryUsage.rss()
  readonly #mostSilence: number
  readonly #reject: (reason: unknown) => void
  readonly #resolve: (result: Results[Task['kind']]) => void
  /** What the sink still has to take, in order. */
  #handing: Promise<void> = Promise.resolve()
  #atSink = 0
  #silentChecks = 0

  constructor(thread: Thread, task: Task, options: TaskOptions, most: ThreadLimits) {
    this.#thread = thread
    this.#file = task.file.name
    this.#options = options
    this.#limits = most
    const size = statSync(task.file.path, { throwIfNoEntry: false })?.size ?? 0
    this.#mostSilence = most.silentSeconds + size / most.silentBytes
    const { promise, resolve, reject } = Promise.withResolvers<Results[Task['kind']]>()
    this.#resolve = resolve
    this.#reject = reject
    const { worker } = thread
    const onMessage = (message: FromReader): void => this.#take(message)
    const onError = (error: unknown): void => this.#stop(this.#failureOf(error))
    const onExit = (): void => this.#stop(new Error('the reading thread ended'))
    const onAbort = (): void => this.#stop(cancelled())
    worker.on('message', onMessage)
    worker.on('error', onError)
    worker.on('exit', onExit)
    options.signal?.addEventListener('abort', onAbort)
    const checking = setInterval(() => this.#check(), checkMs)
    this.ended = promise.finally(() => {
      clearInterval(checking)
      options.signal?.removeEventListener('abort', onAbort)
      worker.off('message', onMessage)
      worker.off('error', onError)
      worker.off('exit', onExit)
    })
    this.#post({ kind: 'begin', task })
  }

  #post(message: ToReader): void {
    this.#thread.worker.postMessage(message)
  }

  #take(message: FromReader): void {
    this.#silentChecks = 0
    switch (message.kind) {
      case 'alive':
      case 'idle':
        return
      case 'progress':
        this.#options.onProgress?.(message.progress)
        return
      case 'batch':
        this.#hand(async (sink) => {
          await sink.take(message.stream, message.batch)
          this.#post({ kind: 'more' })
        })
        return
      case 'again':
        this.#hand((sink) => sink.again(message.stream))
        return
      case 'done':
        this.#handing.then(() => this.#resolve(message.result), this.#reject)
        return
      case 'failed':
        this.#handing.then(() => this.#reject(errorOf(message.failure)), this.#reject)
    }
  }

  #hand(give: (sink: RowSink) => void | Promise<void>): void {
    const { sink } = this.#options
    if (!sink) return
    this.#atSink += 1
    this.#handing = this.#handing
      .then(() => (this.#thread.isOver ? undefined : give(sink)))
      .finally(() => (this.#atSink -= 1))
    this.#handing.catch((error: unknown) => this.#stop(error))
  }

  /** Ends the thread, and then the task: what the sink has in hand it may finish, so that nothing goes on behind. */
  #stop(reason: unknown): void {
    this.#thread.end()
    void this.#handing.catch(() => {}).then(() => this.#reject(reason))
  }

  #check(): void {
    this.#silentChecks = this.#atSink > 0 ? 0 : this.#silentChecks + 1
    const silence = (this.#silentChecks * checkMs) / 1000
    const grown = process.memoryUsage.rss() - this.#memory
    if (silence > this.#mostSilence) this.#stop(tooLarge(this.#file, 'silentSeconds', silence))
    else if (grown > this.#limits.memoryBytes) this.#stop(tooLarge(this.#file, 'memoryBytes', grown))
  }

  /** A heap at its ceiling is a file that is too large; any other end of a thread is a fault of ours. */
  #failureOf(error: unknown): unknown {
    const isFull = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    return isFull ? tooLarge(this.#file, 'heapBytes', this.#limits.heapBytes) : error
  }
}

const errorOf = ({ code, message, detail }: Failure): Error =>
  code === undefined ? new Error(message) : new RecapError(code, message, detail)

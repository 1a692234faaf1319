// Saves the report while it is being written: after a pause, one save at a time, each naming the revision it was made
// from. Knows when nothing is at risk and never overwrites what somebody else saved without being told to.

import { RecapError } from '../../../shared/errors.ts'
import type { Block, Report } from '../../../shared/model/report.ts'

/** `unsaved` waits for a pause; `failed` keeps the edits and tries again; `conflict` waits for the user's choice. */
export type SaveStatus =
  | { state: 'saved' | 'unsaved' | 'saving' }
  | { state: 'failed'; error: unknown }
  | { state: 'conflict'; other: Report }

export interface AutosaveEffects {
  /** Answers once the blocks are on the disk. */
  save(revision: number, blocks: readonly Block[]): Promise<{ revision: number }>
  read(): Promise<Report>
  /** The blocks as they are now. */
  blocks(): readonly Block[]
  /** Shows a report that was saved elsewhere in place of ours, which has nothing unsaved. */
  adopt(report: Report): void
  onStatus(status: SaveStatus): void
  /** Runs later; gives what stops it. */
  later?(ms: number, run: () => void): () => void
}

export interface Autosave {
  /** The user changed something. */
  changed(): void
  /** Saves now; resolves when everything is saved or a save has failed. */
  flush(): Promise<void>
  /** The engine's newest report, whoever saved it. */
  seen(report: Report): void
  /** Ends a conflict with our blocks on top. */
  keepMine(): void
  /** Ends a conflict with theirs. */
  takeOther(): void
  status(): SaveStatus
  /** Stops trying. */
  stop(): void
}

const pauseMs = 300
/** Somebody who never pauses is saved all the same. */
const longestMs = 2000
const retryMs = [1000, 2000, 5000, 10_000] as const
/** Failures that trying again cannot cure. */
const lasting: ReadonlySet<string> = new Set([
  'project-read-only',
  'project-missing',
  'input-invalid',
  'sender-refused',
])

/** The order of keys means nothing, and the engine's differs from ours. */
const sameBlocks = (one: readonly Block[], other: readonly Block[]): boolean =>
  JSON.stringify(one, sortedKeys) === JSON.stringify(other, sortedKeys)

const sortedKeys = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value

const laterByTimer = (ms: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

export function createAutosave(first: number, effects: AutosaveEffects): Autosave {
  const later = effects.later ?? laterByTimer
  let revision = first
  let status: SaveStatus = { state: 'saved' }
  let dirty = false
  let failures = 0
  let inFlight: Promise<void> | undefined
  let newest: Report | undefined
  let stopPause: (() => void) | undefined
  let stopLongest: (() => void) | undefined
  let stopped = false

  function become(next: SaveStatus): void {
    status = next
    effects.onStatus(next)
  }

  function cancelTimers(): void {
    stopPause?.()
    stopLongest?.()
    stopPause = stopLongest = undefined
  }

  function schedule(ms: number): void {
    if (stopped) return
    stopPause?.()
    stopPause = later(ms, () => void send())
  }

  function send(): Promise<void> {
    if (inFlight) return inFlight
    cancelTimers()
    if (!dirty || status.state === 'conflict') return Promise.resolve()
    const sent = effects.blocks()
    dirty = false
    become({ state: 'saving' })
    inFlight = attempt(sent)
    return inFlight
  }

  async function attempt(sent: readonly Block[]): Promise<void> {
    try {
      const saved = await effects.save(revision, sent)
      revision = saved.revision
      failures = 0
    } catch (error) {
      await recover(sent, error)
    }
    inFlight = undefined
    settle()
  }

  async function recover(sent: readonly Block[], error: unknown): Promise<void> {
    dirty = true
    if (error instanceof RecapError && error.code === 'report-changed-elsewhere') {
      const other = await effects.read().catch(() => undefined)
      if (other && sameBlocks(other.blocks, sent)) {
        // It was our own save, of which the answer got lost on the way.
        revision = other.revision
        dirty = !sameBlocks(effects.blocks(), sent)
        return
      }
      if (other) return become({ state: 'conflict', other })
    }
    become({ state: 'failed', error })
    if (error instanceof RecapError && lasting.has(error.code)) return
    schedule(retryMs[Math.min(failures++, retryMs.length - 1)] ?? 0)
  }

  /** After a save: what was typed meanwhile, and what was heard of meanwhile. */
  function settle(): void {
    const heard = newest
    newest = undefined
    if (status.state === 'saving') {
      become({ state: dirty ? 'unsaved' : 'saved' })
      if (dirty) schedule(pauseMs)
    }
    if (heard) seen(heard)
  }

  function seen(report: Report): void {
    if (inFlight) {
      if (report.revision > (newest?.revision ?? -1)) newest = report
      return
    }
    if (stopped || report.revision <= revision || status.state === 'conflict') return
    if (dirty && !sameBlocks(report.blocks, effects.blocks())) {
      cancelTimers()
      return become({ state: 'conflict', other: report })
    }
    revision = report.revision
    dirty = false
    cancelTimers()
    effects.adopt(report)
    become({ state: 'saved' })
  }

  function resolve(mine: boolean): void {
    if (status.state !== 'conflict') return
    const { other } = status
    revision = other.revision
    dirty = mine
    if (mine) {
      become({ state: 'unsaved' })
      void send()
    } else {
      effects.adopt(other)
      become({ state: 'saved' })
    }
  }

  return {
    changed() {
      dirty = true
      if (status.state === 'conflict') return
      if (status.state === 'saved') become({ state: 'unsaved' })
      if (inFlight) return
      schedule(pauseMs)
      stopLongest ??= later(longestMs, () => void send())
    },
    async flush() {
      for (let tries = 0; tries < 3 && (dirty || inFlight) && status.state !== 'conflict'; tries++) {
        const before = failures
        await send()
        if (failures > before) return
      }
    },
    seen,
    keepMine: () => resolve(true),
    takeOther: () => resolve(false),
    status: () => status,
    stop() {
      stopped = true
      cancelTimers()
    },
  }
}

// Long work: it can be followed and cancelled by the name its caller gave it. Does no work itself.

import type { EventPayload } from '../shared/contract.ts'
import { RecapError } from '../shared/errors.ts'
import type { JobId, ProjectId } from '../shared/model/ids.ts'

export type Progress = EventPayload<'job.progress'>

export interface Job {
  readonly signal: AbortSignal
  /** Told as often as one likes; passed on about ten times a second. */
  progress(
    step: Progress['step'],
    done: number,
    total: number | undefined,
    unit: Progress['unit'],
    rows?: number,
  ): void
}

export interface Jobs {
  /** Throws RecapError `job-cancelled` when it was cancelled before `work` came to its end. */
  run<T>(id: JobId | undefined, project: ProjectId | undefined, work: (job: Job) => Promise<T>): Promise<T>
  /** A job that is unknown has ended. */
  cancel(id: JobId): void
  /** Cancels what is under way in a project, or everywhere. */
  cancelAll(project?: ProjectId): void
}

const betweenMs = 100

export function createJobs(emit: (progress: Progress) => void): Jobs {
  const running = new Set<{
    id: JobId | undefined
    project: ProjectId | undefined
    cancelling: AbortController
  }>()
  return {
    async run(id, project, work) {
      if (id !== undefined && [...running].some((job) => job.id === id)) {
        throw new RecapError('input-invalid', `job ${id} is running`, { place: 'job' })
      }
      const entry = { id, project, cancelling: new AbortController() }
      running.add(entry)
      const { signal } = entry.cancelling
      let last = { step: '', at: -Infinity }
      const progress: Job['progress'] = (step, done, total, unit, rows) => {
        const now = performance.now()
        if (id === undefined || (step === last.step && done !== total && now - last.at < betweenMs)) return
        last = { step, at: now }
        emit({
          job: id,
          step,
          done,
          ...(total !== undefined && { total }),
          unit,
          ...(rows !== undefined && { rows }),
        })
      }
      try {
        return await work({ signal, progress })
      } catch (error) {
        if (signal.aborted) throw new RecapError('job-cancelled', 'cancelled', {}, { cause: error })
        throw error
      } finally {
        running.delete(entry)
      }
    },
    cancel(id) {
      for (const job of running) if (job.id === id) job.cancelling.abort()
    },
    cancelAll(project) {
      for (const job of running) if (project === undefined || job.project === project) job.cancelling.abort()
    },
  }
}

// Files on their way into a project: one after the other, each with its progress, cancel and result. They go on while
// the user is on another page. What was imported before is in the sources, not here.

import { create } from 'zustand'
import type { CallOutput, EventPayload } from '../shared/contract.ts'
import { RecapError } from '../shared/errors.ts'
import type { JobId, ProjectId } from '../shared/model/ids.ts'
import { dataWords } from '../shared/text/data.ts'
import { client, uploadFile } from './api.ts'
import { languageOf, useSettings } from './settings.ts'
import { toast } from './toasts.ts'

export type Imported = CallOutput<'sources.import'>

export interface ImportRun {
  /** The engine's name of the job. */
  job: JobId
  project: ProjectId
  file: string
  state:
    | { step: 'waiting' }
    | { step: 'copying' | EventPayload<'job.progress'>['step']; done: number; total?: number | undefined }
    | { step: 'done'; imported: Imported }
    | { step: 'failed'; error: unknown }
}

export const useImports = create<{ runs: readonly ImportRun[] }>(() => ({ runs: [] }))

const aborts = new Map<JobId, AbortController>()
let before: Promise<void> = Promise.resolve()

const change = (job: JobId, state: ImportRun['state']): void =>
  useImports.setState(({ runs }) => ({
    runs: runs.map((run) => (run.job === job ? { ...run, state } : run)),
  }))

/** Forgets a run that has ended: its row has been read. */
export const dismissImport = (job: JobId): void =>
  useImports.setState(({ runs }) => ({ runs: runs.filter((run) => run.job !== job) }))

/** Starts when the files before are through. A run that is done stays until the next import of the project. */
export function startImports(project: ProjectId, files: readonly File[]): void {
  useImports.setState(({ runs }) => ({
    runs: runs.filter((run) => run.project !== project || !hasEnded(run)),
  }))
  for (const file of files) {
    const job = crypto.randomUUID() as JobId
    const abort = new AbortController()
    aborts.set(job, abort)
    const run: ImportRun = { job, project, file: file.name, state: { step: 'waiting' } }
    useImports.setState(({ runs }) => ({ runs: [...runs, run] }))
    before = before.then(() => runImport(run, file, abort.signal))
  }
}

/** Stops it wherever it is and leaves nothing of it behind; only a replaced source cannot be had back. */
export function cancelImport(job: JobId): void {
  aborts.get(job)?.abort()
  if (useImports.getState().runs.some((run) => run.job === job && run.state.step === 'waiting'))
    dismissImport(job)
}

export const hasEnded = (run: ImportRun): boolean => run.state.step === 'done' || run.state.step === 'failed'

async function runImport({ job, project }: ImportRun, file: File, signal: AbortSignal): Promise<void> {
  const cancel = (): void => void client.call('jobs.cancel', { job }).catch(() => undefined)
  const stop = client.on('job.progress', (progress) => {
    if (progress.job !== job) return
    change(job, progress)
    // The cancellation may have overtaken the import on its way.
    if (signal.aborted) cancel()
  })
  try {
    const onProgress = (done: number, total: number): void => change(job, { step: 'copying', done, total })
    const { file: ref } = await uploadFile(file, { onProgress, signal })
    assertWanted(signal, file)
    signal.addEventListener('abort', cancel)
    change(job, { step: 'reading', done: 0 })
    const imported = await client.call('sources.import', { project, file: ref, job })
    if (signal.aborted && !imported.replaced) {
      await client.call('sources.remove', { project, source: imported.source.id })
      assertWanted(signal, file)
    }
    change(job, { step: 'done', imported })
    announce(project, imported)
  } catch (error) {
    if (error instanceof RecapError && error.code === 'job-cancelled') dismissImport(job)
    else change(job, { step: 'failed', error })
  } finally {
    stop()
    aborts.delete(job)
  }
}

function assertWanted(signal: AbortSignal, file: File): void {
  if (signal.aborted) throw new RecapError('job-cancelled', 'cancelled by the user', { file: file.name })
}

/** Said wherever the user is by now. What took an earlier file's place cannot be taken back: that one is gone. */
function announce(project: ProjectId, { source, replaced, tables }: Imported): void {
  const language = languageOf(useSettings.getState())
  const words = dataWords[language]
  if (replaced) return toast({ text: words.replaced(source.name), tone: 'done' })
  const rows = tables.reduce((sum, table) => sum + table.rowCount, 0).toLocaleString(language)
  toast({
    text: words.imported(source.name, tables.length, rows),
    tone: 'done',
    action: {
      label: words.undo,
      run: () => void client.call('sources.remove', { project, source: source.id }),
    },
  })
}

// Files on their way into a project: one after the other, each with its progress, cancel and result. They go on while
// the user is on another page. What was imported before is in the sources, not here; only the files themselves are kept
// as long as the window lives, so that the way they were read can be changed without giving them again.

import { create } from 'zustand'
import type { CallOutput, EventPayload } from '../shared/contract.ts'
import { RecapError } from '../shared/errors.ts'
import type { FileRef, JobId, ProjectId, SourceId } from '../shared/model/ids.ts'
import type { Recipe } from '../shared/model/source.ts'
import { dataWords } from '../shared/text/data.ts'
import { client, uploadFile } from './api.ts'
import { languageOf, useSettings } from './settings.ts'
import { toast } from './toasts.ts'

export type Imported = CallOutput<'sources.import'>

/** A file to import. */
export interface Given {
  file: File
  /** Where the engine has it, when it was sent before. */
  ref?: FileRef
  /** When it is being sent already. */
  arriving?: Promise<FileRef>
  /** How to read it; absent where nothing was decided. */
  recipe?: Recipe
}

/** `rate` is rows a second since reading began. */
interface Underway {
  step: 'copying' | EventPayload<'job.progress'>['step']
  done: number
  total?: number | undefined
  unit: EventPayload<'job.progress'>['unit']
  rows?: number | undefined
  rate?: number
}

export interface ImportRun {
  /** The engine's name of the job. */
  job: JobId
  project: ProjectId
  file: string
  /** Bytes. */
  size: number
  state:
    | { step: 'waiting' }
    | Underway
    | { step: 'done'; imported: Imported }
    | { step: 'failed'; error: unknown }
}

export const useImports = create<{ runs: readonly ImportRun[] }>(() => ({ runs: [] }))

const aborts = new Map<JobId, AbortController>()
const imported = new Map<SourceId, Pick<Given, 'file' | 'ref'>>()
let before: Promise<void> = Promise.resolve()

/** The file that a source was read from, if it was given in this window's life. */
export const givenFile = (source: SourceId): Pick<Given, 'file' | 'ref'> | undefined => imported.get(source)

const change = (job: JobId, state: ImportRun['state']): void =>
  useImports.setState(({ runs }) => ({
    runs: runs.map((run) => (run.job === job ? { ...run, state } : run)),
  }))

/** Forgets a run that has ended: its row has been read. */
export const dismissImport = (job: JobId): void =>
  useImports.setState(({ runs }) => ({ runs: runs.filter((run) => run.job !== job) }))

/** Starts when the files before are through. A run that is done stays until the next import of the project. */
export function startImports(project: ProjectId, given: readonly Given[]): void {
  useImports.setState(({ runs }) => ({
    runs: runs.filter((run) => run.project !== project || !hasEnded(run)),
  }))
  for (const one of given) {
    const job = crypto.randomUUID() as JobId
    const abort = new AbortController()
    aborts.set(job, abort)
    const { name, size } = one.file
    const run: ImportRun = { job, project, file: name, size, state: { step: 'waiting' } }
    useImports.setState(({ runs }) => ({ runs: [...runs, run] }))
    before = before.then(() => runImport(run, one, abort.signal))
  }
}

/** Stops it wherever it is and leaves nothing of it behind; only a replaced source cannot be had back. */
export function cancelImport(job: JobId): void {
  aborts.get(job)?.abort()
  if (useImports.getState().runs.some((run) => run.job === job && run.state.step === 'waiting'))
    dismissImport(job)
}

export const hasEnded = (run: ImportRun): boolean => run.state.step === 'done' || run.state.step === 'failed'

async function runImport({ job, project }: ImportRun, given: Given, signal: AbortSignal): Promise<void> {
  const { file, recipe } = given
  const cancel = (): void => void client.call('jobs.cancel', { job }).catch(() => undefined)
  let began = performance.now()
  const stop = client.on('job.progress', (progress) => {
    if (progress.job !== job) return
    const rows = progress.unit === 'rows' ? progress.done : progress.rows
    const seconds = (performance.now() - began) / 1000
    change(job, { ...progress, rows, ...(rows !== undefined && seconds > 0.5 && { rate: rows / seconds }) })
    // The cancellation may have overtaken the import on its way.
    if (signal.aborted) cancel()
  })
  try {
    assertWanted(signal, file)
    const onProgress = (done: number, total: number): void =>
      change(job, { step: 'copying', done, total, unit: 'bytes' })
    const ref = given.ref ?? (await given.arriving) ?? (await uploadFile(file, { onProgress, signal })).file
    assertWanted(signal, file)
    signal.addEventListener('abort', cancel)
    change(job, { step: 'reading', done: 0, unit: 'bytes' })
    began = performance.now()
    const result = await client.call('sources.import', { project, file: ref, job, ...(recipe && { recipe }) })
    if (signal.aborted && !result.replaced) {
      await client.call('sources.remove', { project, source: result.source.id })
      assertWanted(signal, file)
    }
    imported.set(result.source.id, { file, ref })
    change(job, { step: 'done', imported: result })
    announce(project, result)
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

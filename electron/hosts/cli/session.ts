// An engine for one command, in this process. Loaded only when a command needs it: help and wrong usage answer at once.

import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { type ErrorCode, RecapError } from '../../../shared/errors.ts'
import { type FileRef, JobId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { type Client, createClient } from '../../../shared/rpc.ts'
import type { Platform } from '../../platform.ts'
import { type DataFolders, dataFolders, samplesFolder } from '../folders.ts'
import { createServedPlatform } from '../served-platform.ts'
import type { Terminal } from './terminal.ts'

export interface Session {
  call: Client['call']
  /** A token for a path as the user wrote it. */
  file(path: string): FileRef
  /** Opens a project by its path; `.recap` may be left out. */
  open(path: string): Promise<Project>
  /** Runs long work with a bar: `label` says what is worked on. */
  follow<T>(label: string, work: (job: JobId) => Promise<T>): Promise<T>
}

/** Runs `work` with an engine that is closed afterwards, also when the user interrupts. */
export async function withSession<T>(terminal: Terminal, work: (session: Session) => Promise<T>): Promise<T> {
  const { createRecap } = await import('../../recap.ts')
  const platform = createPlatform(dataFolders())
  const recap = createRecap(platform)
  const client = createClient({ call: recap.answer, on: recap.on })
  const interrupted = (): void => {
    recap.close()
    terminal.clear()
    process.exit(130)
  }
  process.once('SIGINT', interrupted)
  const file = (path: string): FileRef => platform.files.refFor(resolve(path))
  try {
    return await work({
      call: client.call,
      file,
      open: (path) => client.call('projects.open', { file: file(projectPath(path)) }),
      async follow(label, job) {
        const id = JobId.parse(randomUUID())
        const stop = client.on('job.progress', (progress) => {
          if (progress.job === id) terminal.progress(label, progress)
        })
        try {
          return await job(id)
        } finally {
          stop()
          terminal.clear()
        }
      },
    })
  } finally {
    process.off('SIGINT', interrupted)
    recap.close()
  }
}

function createPlatform(folders: DataFolders): Platform {
  try {
    return createServedPlatform({ host: 'cli', folders, samplesFolder })
  } catch (cause) {
    throw new RecapError('environment-unfit', 'no data folder', { what: 'RECAP_DATA' }, { cause })
  }
}

/** With the ending, unless a file is there without it. */
export function projectPath(path: string): string {
  return extname(path) === '.recap' || existsSync(path) ? path : `${path}.recap`
}

export const refuse = (code: ErrorCode, detail: Readonly<Record<string, string>>): RecapError =>
  new RecapError(code, Object.values(detail).join(' '), detail)

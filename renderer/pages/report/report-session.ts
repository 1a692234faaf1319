// The report that is being written, for as long as anything of it is unsaved: it outlives the page, so that leaving it
// while the engine is away loses nothing. One session for each project.

import type { ProjectId } from '../../../shared/model/ids.ts'
import type { Block, Report } from '../../../shared/model/report.ts'
import { client, useConnection } from '../../api.ts'
import { showSaveState } from '../../save-state.ts'
import { type Autosave, createAutosave, type SaveStatus } from './autosave.ts'

export interface ReportSession {
  readonly autosave: Autosave
  /** As last edited. */
  blocks: readonly Block[]
  /** The page shows a report saved elsewhere; absent while no page is open. */
  adopt: ((report: Report) => void) | undefined
  onStatus: ((status: SaveStatus) => void) | undefined
}

const sessions = new Map<ProjectId, ReportSession>()

/** The session of a project: the one that still has something to save, else a new one from what the engine holds. */
export function openSession(project: ProjectId, report: Report): ReportSession {
  const known = sessions.get(project)
  if (known) return known
  const session: ReportSession = {
    blocks: report.blocks,
    adopt: undefined,
    onStatus: undefined,
    autosave: createAutosave(report.revision, {
      save: (revision, blocks) => client.call('report.save', { project, revision, blocks: [...blocks] }),
      read: () => client.call('report.read', { project }),
      blocks: () => session.blocks,
      adopt(other) {
        session.blocks = other.blocks
        session.adopt?.(other)
      },
      onStatus(status) {
        showSaveState(status.state === 'conflict' ? 'failed' : status.state)
        session.onStatus?.(status)
        if (status.state === 'saved' && !session.onStatus) drop(project)
      },
    }),
  }
  sessions.set(project, session)
  return session
}

/** The page is left. What is not saved yet goes on being saved. */
export async function leaveSession(project: ProjectId): Promise<void> {
  const session = sessions.get(project)
  if (!session) return
  session.adopt = session.onStatus = undefined
  await session.autosave.flush()
  if (session.autosave.status().state === 'saved' && !session.onStatus) drop(project)
}

function drop(project: ProjectId): void {
  sessions.get(project)?.autosave.stop()
  sessions.delete(project)
  showSaveState(null)
}

function flushAll(): void {
  for (const { autosave } of sessions.values()) void autosave.flush()
}

// The last moments in which a page can still send something.
document.addEventListener('visibilitychange', flushAll)
window.addEventListener('pagehide', flushAll)
window.addEventListener('beforeunload', (event) => {
  flushAll()
  if ([...sessions.values()].some(({ autosave }) => autosave.status().state !== 'saved')) event.preventDefault()
})
useConnection.subscribe((now) => {
  if (now === 'open') flushAll()
})

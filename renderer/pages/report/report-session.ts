// The report that is being written: its editor with all that can be undone, and its saving. It outlives the page, so that
// a look at the data costs neither the caret nor the history, and leaving while the engine is away loses nothing.

import { Editor, getSchema } from '@tiptap/core'
import type { ProjectId } from '../../../shared/model/ids.ts'
import type { Report } from '../../../shared/model/report.ts'
import { client, useConnection } from '../../api.ts'
import { showSaveState } from '../../save-state.ts'
import { type Autosave, createAutosave, type SaveStatus } from './autosave.ts'
import { toBlocks, toDocument } from './document.ts'
import { createLive, type Live, type Shown } from './live.ts'
import { isAdopted, showReport, startInText } from './moves.ts'
import { reportExtensions } from './schema.ts'

export interface ReportSession {
  readonly live: Live
  readonly editor: Editor
  readonly autosave: Autosave
  /** Gives the editor its place on the page, where it was left; the function given takes it away again. */
  show(place: SessionPlace): () => void
}

export interface SessionPlace {
  paper: HTMLElement
  /** What scrolls the paper. */
  canvas: HTMLElement
  onStatus: (status: SaveStatus) => void
}

const sessions = new Map<ProjectId, ReportSession>()

/** Whether the project's report is open already, and so newer than anything read before. */
export const hasSession = (project: ProjectId): boolean => sessions.has(project)

/** The session of a project; those of other projects end once they have nothing left to save. */
export function openSession(project: ProjectId, report: Report, shown: Partial<Shown>): ReportSession {
  for (const [other, session] of sessions) {
    if (other !== project && session.autosave.status().state === 'saved') end(other, session)
  }
  const session = sessions.get(project) ?? startSession(project, report, shown)
  sessions.set(project, session)
  return session
}

function startSession(project: ProjectId, report: Report, shown: Partial<Shown>): ReportSession {
  const live = createLive(shown)
  const extensions = reportExtensions(live)
  const editor = new Editor({
    extensions,
    content: toDocument(report.blocks, getSchema(extensions)),
    editorProps: { attributes: () => attributesOf(live) },
    enableInputRules: false,
    enablePasteRules: false,
    injectCSS: false,
    onUpdate: ({ transaction }) => {
      if (!isAdopted(transaction)) autosave.changed()
    },
    onBlur: () => void autosave.flush(),
  })
  startInText(editor)
  let place: SessionPlace | undefined
  let scrollTop = 0
  const autosave = createAutosave(report.revision, {
    save: (revision, blocks) => client.call('report.save', { project, revision, blocks: [...blocks] }),
    read: () => client.call('report.read', { project }),
    blocks: () => toBlocks(editor.state.doc),
    adopt: (other) => showReport(editor, other.blocks),
    onStatus(status) {
      showSaveState(status.state === 'conflict' ? 'failed' : status.state)
      place?.onStatus(status)
    },
  })
  return {
    live,
    editor,
    autosave,
    show(shownAt) {
      place = shownAt
      place.paper.append(editor.view.dom)
      place.canvas.scrollTop = scrollTop
      return () => {
        scrollTop = shownAt.canvas.scrollTop
        place = undefined
        editor.view.dom.remove()
        void autosave.flush()
      }
    },
  }
}

function end(project: ProjectId, { autosave, editor }: ReportSession): void {
  autosave.stop()
  editor.destroy()
  sessions.delete(project)
}

const attributesOf = (live: Live): Record<string, string> => ({
  role: 'textbox',
  'aria-multiline': 'true',
  'aria-label': live.getState().words.text,
  'aria-autocomplete': 'list',
  class: 'paper-text',
})

function flushAll(): void {
  for (const { autosave } of sessions.values()) void autosave.flush()
}

// The last moments in which a page can still send something.
document.addEventListener('visibilitychange', flushAll)
window.addEventListener('pagehide', flushAll)
window.addEventListener('beforeunload', (event) => {
  flushAll()
  if ([...sessions.values()].some(({ autosave }) => autosave.status().state !== 'saved'))
    event.preventDefault()
})
useConnection.subscribe((now) => {
  if (now === 'open') flushAll()
})

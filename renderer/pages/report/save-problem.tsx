// Said above the sheets when what is written could not be saved: why, and what can be done. Nothing is lost meanwhile.

import type { ReactElement } from 'react'
import { RecapError } from '../../../shared/errors.ts'
import { editorWords } from '../../../shared/text/editor.ts'
import { Button } from '../../components/button.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { Note } from '../../components/note.tsx'
import { toast } from '../../toasts.ts'
import { useWords } from '../../words.ts'
import type { Autosave, SaveStatus } from './autosave.ts'

export function SaveProblem({
  status,
  autosave,
}: {
  status: SaveStatus
  autosave: Autosave
}): ReactElement | null {
  const words = useWords(editorWords)
  if (status.state === 'conflict') {
    const takeOther = (): void => {
      autosave.takeOther()
      toast({ text: words.tookOther, tone: 'done' })
    }
    return (
      <div className="save-problem" role="alert">
        <Note tone="warn" icon="alert">
          <p className="note-what">{words.conflict}</p>
          <p>{words.conflictText}</p>
          <div className="note-actions">
            <Button size="small" onClick={takeOther}>
              {words.takeOther}
            </Button>
            <Button size="small" kind="primary" onClick={autosave.keepMine}>
              {words.keepMine}
            </Button>
          </div>
        </Note>
      </div>
    )
  }
  if (status.state !== 'failed') return null
  // The window says so itself when the connection is lost.
  const known = status.error instanceof RecapError && status.error.code === 'connection-lost'
  return (
    <div className="save-problem">
      {known ? (
        <Note tone="warn" icon="note">
          {words.keptHere}
        </Note>
      ) : (
        <ErrorNote error={status.error}>
          <p>{words.keptHere}</p>
          <Button size="small" onClick={() => void autosave.flush()}>
            {words.retry}
          </Button>
        </ErrorNote>
      )}
    </div>
  )
}

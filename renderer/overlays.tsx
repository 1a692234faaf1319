// What may appear over any page: the form for a new project, a project that could not be opened, the list of keys, toasts.

import type { ReactElement } from 'react'
import { shellWords } from '../shared/text/screens.ts'
import { Button } from './components/button.tsx'
import { Dialog } from './components/dialog.tsx'
import { ErrorNote } from './components/error-note.tsx'
import { NewProject } from './components/new-project.tsx'
import { ShortcutList } from './components/shortcut-list.tsx'
import { ToastList } from './components/toast-list.tsx'
import { askForNewProject, createProject, dismissFailure, useOpening } from './opening.ts'
import { dismissToast, useToasts } from './toasts.ts'
import { useWords } from './words.ts'

export interface OverlaysProps {
  desktop: boolean
  /** Whether the keys are listed. */
  listing: boolean
  onListed: () => void
}

export function Overlays({ desktop, listing, onListed }: OverlaysProps): ReactElement {
  const words = useWords(shellWords)
  const { asking, busy, failure } = useOpening()
  const toasts = useToasts((shown) => shown.toasts)
  return (
    <>
      {asking && (
        <NewProject
          busy={busy !== null}
          onCreate={(name, language) => void createProject(name, language)}
          onClose={() => askForNewProject(false)}
        />
      )}
      {failure !== null && (
        <Dialog
          title={words.openFailed}
          closeLabel={words.close}
          onClose={dismissFailure}
          actions={
            <Button kind="primary" onClick={dismissFailure}>
              {words.close}
            </Button>
          }
        >
          <ErrorNote error={failure} />
        </Dialog>
      )}
      {listing && <ShortcutList desktop={desktop} onClose={onListed} />}
      <ToastList toasts={toasts} label={words.messages} closeLabel={words.close} onDismiss={dismissToast} />
    </>
  )
}

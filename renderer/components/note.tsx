// A line that says something lasting about what is shown: read only, replaced, done. Not for failures.

import type { ReactElement, ReactNode } from 'react'
import './notes.css'
import { Icon, type IconName } from './icon.tsx'

export interface NoteProps {
  tone: 'plain' | 'good' | 'warn'
  icon: IconName
  children: ReactNode
}

export function Note({ tone, icon, children }: NoteProps): ReactElement {
  return (
    <div className={`note note-${tone}`}>
      <Icon name={icon} />
      <div>{children}</div>
    </div>
  )
}

// A failure in the user's words: what happened, what is safe, what to do. Chooses the words by the code.

import type { ReactElement, ReactNode } from 'react'
import { RecapError } from '../../shared/errors.ts'
import { errorText } from '../../shared/text/errors.ts'
import { useLanguage } from '../words.ts'
import './notes.css'
import { Icon } from './icon.tsx'

export interface ErrorNoteProps {
  error: unknown
  /** What it happened to, for failures whose words do not name it. */
  about?: string
  /** What can be done about it from here. */
  children?: ReactNode
}

/** What is not a RecapError came from nowhere foreseen and reads as `internal`. */
export function ErrorNote({ error, about, children }: ErrorNoteProps): ReactElement {
  const language = useLanguage()
  const { code, detail } =
    error instanceof RecapError ? error : { code: 'internal' as const, detail: { id: nameOf(error) } }
  const { what, safe, next } = errorText(language, code, detail)
  return (
    <div className="note note-bad" role="alert">
      <Icon name="alert" />
      <div>
        {about !== undefined && !what.includes(about) && <p>{about}</p>}
        <p className="note-what">{what}</p>
        <p>{[safe, next].join(language === 'en' ? ' ' : '')}</p>
        {children && <div className="note-actions">{children}</div>}
      </div>
    </div>
  )
}

/** The engine gives an unforeseen failure a number; one of the page's own has only its kind to go by. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error)

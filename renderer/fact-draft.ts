// What is typed into the facts of the cover, ahead of the engine: shown at once, saved after a short pause, on leaving
// a field and on leaving the page. A failure loses nothing of it: it stays and is sent again.

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Fact, Facts, Project } from '../shared/model/project.ts'
import { client } from './api.ts'
import { keepProject } from './queries.ts'
import { showSaveState } from './save-state.ts'

const pauseMs = 300

/** How many characters a project takes (shared/model/project.ts, whose schemas a field does not load). */
export const factLengths: Readonly<Record<Fact, number>> = {
  title: 200,
  name: 100,
  post: 100,
  organisation: 200,
  department: 200,
  mentor: 100,
  period: 100,
  date: 50,
}

export interface FactDraft {
  values: Facts
  change: (fact: Fact, value: string) => void
  /** Saves what is not saved yet, now. */
  flush: () => void
  failure: unknown
}

/** What was typed last stands until the engine has it; then the engine's word does again. */
export function useFactDraft(project: Project): FactDraft {
  const [typed, setTyped] = useState<Partial<Facts>>({})
  const [failure, setFailure] = useState<unknown>(null)
  const unsaved = useRef<Partial<Facts>>({})
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const { id } = project

  const flush = useCallback((): void => {
    clearTimeout(timer.current)
    const facts = unsaved.current
    if (Object.keys(facts).length === 0) return
    unsaved.current = {}
    showSaveState('saving')
    client.call('projects.update', { project: id, facts }).then(
      (saved) => {
        keepProject(saved)
        setFailure(null)
        const upToDate = Object.keys(unsaved.current).length === 0
        if (upToDate) setTyped({})
        showSaveState(upToDate ? 'saved' : 'unsaved')
      },
      (error: unknown) => {
        // What was typed meanwhile is newer.
        unsaved.current = { ...facts, ...unsaved.current }
        setFailure(error)
        showSaveState('failed')
      },
    )
  }, [id])

  useEffect(() => {
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [flush])

  const values = useMemo(() => ({ ...project.facts, ...typed }), [project.facts, typed])

  const change = (fact: Fact, value: string): void => {
    unsaved.current = { ...unsaved.current, [fact]: value }
    setTyped((before) => ({ ...before, [fact]: value }))
    showSaveState('unsaved')
    clearTimeout(timer.current)
    timer.current = setTimeout(flush, pauseMs)
  }
  return { values, change, flush, failure }
}

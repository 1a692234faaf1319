// What is typed into the facts, ahead of the engine: shown at once, saved after a short pause, on leaving a field and
// on leaving the page. Nothing typed is lost by a failure: it stays and is sent again.

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Fact, Facts, Project } from '../../../shared/model/project.ts'
import { client } from '../../api.ts'
import { showSaveState } from '../../save-state.ts'

const pauseMs = 400

export interface FactDraft {
  facts: Facts
  change: (fact: Fact, value: string) => void
  /** Saves what is not saved yet, now. */
  flush: () => void
  failure: unknown
}

export function useFactDraft(project: Project): FactDraft {
  const [typed, setTyped] = useState<Partial<Facts>>({})
  const [failure, setFailure] = useState<unknown>(null)
  const unsaved = useRef<Partial<Facts>>({})
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const flush = useCallback((): void => {
    clearTimeout(timer.current)
    const facts = unsaved.current
    if (Object.keys(facts).length === 0) return
    unsaved.current = {}
    showSaveState('saving')
    client.call('projects.update', { project: project.id, facts }).then(
      () => {
        setFailure(null)
        showSaveState(Object.keys(unsaved.current).length === 0 ? 'saved' : 'unsaved')
      },
      (error: unknown) => {
        // What was typed meanwhile is newer.
        unsaved.current = { ...facts, ...unsaved.current }
        setFailure(error)
        showSaveState('failed')
      },
    )
  }, [project.id])

  useEffect(() => {
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
      showSaveState(null)
    }
  }, [flush])

  const change = (fact: Fact, value: string): void => {
    setTyped((before) => ({ ...before, [fact]: value }))
    unsaved.current = { ...unsaved.current, [fact]: value }
    showSaveState('unsaved')
    clearTimeout(timer.current)
    timer.current = setTimeout(flush, pauseMs)
  }

  return { facts: { ...project.facts, ...typed }, change, flush, failure }
}

// The facts of the cover, filled in once for cover, header and file name. The sheet shows them while they are typed.

import { type ReactElement, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Fact, Facts, Project } from '../../../shared/model/project.ts'
import { editorWords } from '../../../shared/text/editor.ts'
import { client } from '../../api.ts'
import { ErrorNote } from '../../components/error-note.tsx'
import { showSaveState } from '../../save-state.ts'
import { useWords } from '../../words.ts'

const pauseMs = 300
const order: readonly Fact[] = ['title', 'organisation', 'department', 'post', 'name', 'mentor', 'period', 'date']
const longest: Readonly<Record<Fact, number>> = {
  title: 200,
  name: 100,
  post: 100,
  organisation: 200,
  department: 200,
  mentor: 100,
  period: 100,
  date: 50,
}

export interface EditedFacts {
  values: Facts
  failure: unknown
  change: (fact: Fact, value: string) => void
}

/** What was typed last stands until the engine has it; then the engine's word does again. */
export function useFacts(project: Project): EditedFacts {
  const [typed, setTyped] = useState<Partial<Facts>>({})
  const [failure, setFailure] = useState<unknown>(null)
  const unsaved = useRef<Partial<Facts>>({})
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const { id } = project

  const save = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current)
    const facts = unsaved.current
    if (Object.keys(facts).length === 0) return
    unsaved.current = {}
    showSaveState('saving')
    try {
      await client.call('projects.update', { project: id, facts })
      setFailure(null)
      showSaveState('saved')
    } catch (error) {
      unsaved.current = { ...facts, ...unsaved.current }
      setFailure(error)
      showSaveState('failed')
    }
  }, [id])

  useEffect(() => () => void save(), [save])
  useEffect(() => {
    if (Object.keys(unsaved.current).length === 0) setTyped({})
  }, [project.facts])
  const values = useMemo(() => ({ ...project.facts, ...typed }), [project.facts, typed])

  const change = (fact: Fact, value: string): void => {
    unsaved.current = { ...unsaved.current, [fact]: value }
    setTyped((before) => ({ ...before, [fact]: value }))
    showSaveState('unsaved')
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void save(), pauseMs)
  }
  return { values, failure, change }
}

export function FactsForm({ facts, disabled }: { facts: EditedFacts; disabled: boolean }): ReactElement {
  const words = useWords(editorWords)
  return (
    <section className="inspector-part" aria-labelledby="facts-form">
      <h2 id="facts-form">{words.cover}</h2>
      <p className="inspector-hint">{words.coverHint}</p>
      {facts.failure !== null && <ErrorNote error={facts.failure} />}
      {order.map((fact) => (
        <label key={fact} className="field">
          <span className="field-label">{words.facts[fact]}</span>
          <input
            className="input"
            value={facts.values[fact]}
            maxLength={longest[fact]}
            disabled={disabled}
            onChange={(event) => facts.change(fact, event.target.value)}
          />
        </label>
      ))}
    </section>
  )
}

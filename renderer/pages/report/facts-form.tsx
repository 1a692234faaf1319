// The facts of the cover, filled in once for cover, header and file name. The sheet shows them while they are typed.

import type { ReactElement } from 'react'
import type { Fact } from '../../../shared/model/project.ts'
import { editorWords } from '../../../shared/text/editor.ts'
import { ErrorNote } from '../../components/error-note.tsx'
import { type FactDraft, factLengths } from '../../fact-draft.ts'
import { useWords } from '../../words.ts'

const order: readonly Fact[] = [
  'title',
  'organisation',
  'department',
  'post',
  'name',
  'mentor',
  'period',
  'date',
]

export function FactsForm({ facts, disabled }: { facts: FactDraft; disabled: boolean }): ReactElement {
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
            maxLength={factLengths[fact]}
            disabled={disabled}
            onChange={(event) => facts.change(fact, event.target.value)}
          />
        </label>
      ))}
    </section>
  )
}

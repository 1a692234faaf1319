// The facts of the cover, filled in once for cover, header and file name. The sheet shows them while they are typed.

import type { ReactElement } from 'react'
import { editorWords } from '../../../shared/text/editor.ts'
import { factOrder, factWords } from '../../../shared/text/facts.ts'
import { ErrorNote } from '../../components/error-note.tsx'
import { type FactDraft, factLengths } from '../../fact-draft.ts'
import { useWords } from '../../words.ts'

export function FactsForm({ facts, disabled }: { facts: FactDraft; disabled: boolean }): ReactElement {
  const words = useWords(editorWords)
  const labels = useWords(factWords)
  return (
    <section className="inspector-part" aria-labelledby="facts-form">
      <h2 id="facts-form">{words.cover}</h2>
      <p className="inspector-hint">{words.coverHint}</p>
      {facts.failure !== null && <ErrorNote error={facts.failure} />}
      {factOrder.map((fact) => (
        <label key={fact} className="field">
          <span className="field-label">{labels[fact]}</span>
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

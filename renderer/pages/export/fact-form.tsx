// The facts of the cover, saved as they are typed. What is on its way to the disk shows in the top bar.

import { lazy, type ReactElement, Suspense, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Fact, Project } from '../../../shared/model/project.ts'
import { exportWords } from '../../../shared/text/export.ts'
import { factOrder, factWords } from '../../../shared/text/facts.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { factLengths, useFactDraft } from '../../fact-draft.ts'
import { useWords } from '../../words.ts'

const DateChoice = lazy(async () => ({ default: (await import('./date-choice.tsx')).DateChoice }))

/** The id of a fact's field, for whoever leads the user there. */
export const factField = (fact: Fact): string => `fact-${fact}`

export function FactForm({ project }: { project: Project }): ReactElement {
  const words = useWords(exportWords)
  const { values, change, flush, failure } = useFactDraft(project)
  return (
    <section className="export-part" aria-labelledby="export-cover">
      <h2 id="export-cover">{words.cover}</h2>
      <p className="export-note">{words.coverNote}</p>
      {failure !== null && (
        <ErrorNote error={failure}>
          <Button size="small" onClick={flush}>
            {words.retry}
          </Button>
        </ErrorNote>
      )}
      <div className="facts">
        {factOrder.map((fact) => (
          <FactField
            key={fact}
            fact={fact}
            value={values[fact]}
            project={project}
            onChange={(value) => change(fact, value)}
            onLeave={flush}
          />
        ))}
      </div>
    </section>
  )
}

interface FactFieldProps {
  fact: Fact
  value: string
  project: Project
  onChange: (value: string) => void
  onLeave: () => void
}

function FactField({ fact, value, project, onChange, onLeave }: FactFieldProps): ReactElement {
  const words = useWords(exportWords)
  const labels = useWords(factWords)
  const [picking, setPicking] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const id = factField(fact)
  const kind = fact === 'period' ? 'period' : fact === 'date' ? 'day' : undefined
  const input = (
    <input
      ref={field}
      id={id}
      className="input"
      lang={project.language}
      value={value}
      maxLength={factLengths[fact]}
      placeholder={words.examples[fact]}
      readOnly={project.readOnly}
      autoComplete="off"
      onChange={(event) => onChange(event.target.value)}
      onBlur={onLeave}
    />
  )
  return (
    <div className={`field fact-${fact}`}>
      <label className="field-label" htmlFor={id}>
        {labels[fact]}
      </label>
      {kind === undefined || project.readOnly ? (
        input
      ) : picking ? (
        <Suspense fallback={input}>
          <DateChoice
            id={id}
            kind={kind}
            language={project.language}
            onChoose={onChange}
            onClose={() => {
              flushSync(() => setPicking(false))
              field.current?.focus()
              onLeave()
            }}
          />
        </Suspense>
      ) : (
        <div className="fact-dated">
          {input}
          <IconButton
            icon="calendar"
            label={kind === 'period' ? words.pickPeriod : words.pickDate}
            onClick={() => setPicking(true)}
          />
        </div>
      )}
    </div>
  )
}

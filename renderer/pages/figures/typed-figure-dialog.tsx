// Adds a figure that stands in no spreadsheet: its value as it would be written in a sentence, and where it is from.

import { type ReactElement, useState } from 'react'
import type { Figure, FigureKind } from '../../../shared/model/figure.ts'
import type { FigureId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { parseQuantity } from '../../../shared/numbers/parse.ts'
import { figuresPageWords, figureViewWords } from '../../../shared/text/figures-page.ts'
import { client } from '../../api.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { toast } from '../../toasts.ts'
import { useWords } from '../../words.ts'
import { kindOf, roundingOf } from './read-target.ts'

export interface TypedFigureDialogProps {
  project: Project
  onClose: () => void
  onAdded: (figure: FigureId) => void
}

export function TypedFigureDialog({ project, onClose, onAdded }: TypedFigureDialogProps): ReactElement {
  const words = useWords(figuresPageWords)
  const { kind: kindLabel, kinds } = useWords(figureViewWords)
  const [name, setName] = useState('')
  const [value, setValue] = useState('')
  const [chosenKind, setChosenKind] = useState<FigureKind | null>(null)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const quantity = parseQuantity(value)
  const kind = chosenKind ?? (quantity ? kindOf(quantity) : 'count')
  const problems = {
    name: name.trim() === '' ? words.nameMissing : undefined,
    value: quantity ? undefined : words.valueUnreadable,
    note: note.trim() === '' ? words.noteMissing : undefined,
  }

  async function save(): Promise<void> {
    setTried(true)
    if (!quantity || problems.name !== undefined || problems.note !== undefined) return
    const figure: Figure = {
      id: `typed-${crypto.randomUUID()}` as FigureId,
      name: name.trim(),
      kind,
      unit: quantity.percent ? '%' : quantity.unit,
      rounding: roundingOf(quantity),
      origin: { kind: 'typed', value: quantity.value, note: note.trim() },
      additive: kind === 'count' || kind === 'amount',
    }
    try {
      await client.call('figures.save', { project: project.id, figure })
      onAdded(figure.id)
      onClose()
      toast({ text: words.figureAdded(figure.name), tone: 'done' })
    } catch (error) {
      setFailure(error)
    }
  }

  return (
    <Dialog
      title={words.addTitle}
      closeLabel={words.close}
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="primary" submit>
            {words.save}
          </Button>
        </>
      }
    >
      <div className="goal-form">
        {failure !== null && <ErrorNote error={failure} />}
        <Field
          label={words.name}
          value={name}
          onChange={setName}
          problem={tried ? problems.name : undefined}
        />
        <Field
          label={words.value}
          value={value}
          onChange={setValue}
          hint={words.valueHint}
          problem={tried ? problems.value : undefined}
        />
        <label className="field">
          <span className="field-label">{kindLabel}</span>
          <select
            className="input"
            value={kind}
            onChange={(event) => setChosenKind(event.target.value as FigureKind)}
          >
            {(Object.keys(kinds) as FigureKind[]).map((one) => (
              <option key={one} value={one}>
                {kinds[one]}
              </option>
            ))}
          </select>
        </label>
        <Field
          label={words.note}
          value={note}
          onChange={setNote}
          hint={words.noteHint}
          problem={tried ? problems.note : undefined}
        />
      </div>
    </Dialog>
  )
}

interface FieldProps {
  label: string
  value: string
  hint?: string
  problem: string | undefined
  onChange: (value: string) => void
}

function Field({ label, value, hint, problem, onChange }: FieldProps): ReactElement {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <input
        className="input"
        value={value}
        placeholder={hint}
        aria-invalid={problem !== undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {problem !== undefined && (
        <span className="field-problem" role="alert">
          {problem}
        </span>
      )}
    </label>
  )
}

// Makes a figure or changes one: from a table, by a formula, by a ready pattern, or typed in with its source. What it
// comes to stands beneath while it is being made.

import { type ReactElement, useState } from 'react'
import { roundingFor } from '../../../shared/metrics/index.ts'
import type { Figure } from '../../../shared/model/figure.ts'
import type { FigureState } from '../../../shared/model/goal.ts'
import type { FigureId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { figureEditorWords, type FigureWay } from '../../../shared/text/figure-editor.ts'
import { client } from '../../api.ts'
import { Button } from '../../components/button.tsx'
import { Choice } from '../../components/choice.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { useSources } from '../../queries.ts'
import { toast } from '../../toasts.ts'
import { useWords } from '../../words.ts'
import { AggregateFields } from './aggregate-fields.tsx'
import { Field } from './field.tsx'
import './figure-editor.css'
import { FigureLooks } from './figure-looks.tsx'
import { draftOfFigure, emptyFigureDraft, type FigureDraft, readFigure } from './figure-draft.ts'
import { FormulaField } from './formula-field.tsx'
import { PatternFields } from './pattern-fields.tsx'
import { SpanOffer } from './span-offer.tsx'
import { TriedValue } from './tried-value.tsx'
import { useTried } from './try-figure.ts'
import { writeExactly } from './write-exactly.ts'

export interface FigureDialogProps {
  project: Project
  figures: readonly FigureState[]
  /** The one to change; absent for a new one. */
  figure?: FigureState | undefined
  onClose: () => void
  onSaved: (figure: FigureId) => void
}

export function FigureDialog(props: FigureDialogProps): ReactElement | null {
  const sources = useSources(props.project.id).data
  return sources ? <FigureForm {...props} sources={sources} /> : null
}

interface FigureFormProps extends FigureDialogProps {
  sources: NonNullable<ReturnType<typeof useSources>['data']>
}

function FigureForm({ project, figures, figure, sources, onClose, onSaved }: FigureFormProps): ReactElement {
  const words = useWords(figureEditorWords)
  const tables = sources.flatMap((source) => source.tables)
  const context = { tables, figures, language: project.language, words }
  const [draft, setDraft] = useState<FigureDraft>(() =>
    figure
      ? draftOfFigure(
          figure,
          context,
          figure.value === null ? '' : writeExactly(figure.value, figure, project.language),
        )
      : emptyFigureDraft(tables.length > 0 ? 'table' : 'typed', tables[0]?.id ?? ''),
  )
  const [failedToSave, setFailedToSave] = useState<unknown>(null)
  const [isTried, setIsTried] = useState(false)
  const change = (changes: Partial<FigureDraft>): void => setDraft((before) => ({ ...before, ...changes }))
  const read = readFigure(draft, context)
  const answer = useTried(project.id, read.figure)
  const made = read.figure && rounded(read.figure, draft, answer.figure?.value ?? null, project)
  const problems = isTried ? read.problems : {}

  /** How it is written depends on its value, which may still be on its way. */
  async function settled(whole: Figure): Promise<Figure> {
    if (!answer.isWaiting) return made ?? whole
    const tried = await client.call('figures.try', { project: project.id, figure: whole })
    return rounded(whole, draft, tried.figure.value, project)
  }

  async function save(): Promise<void> {
    setIsTried(true)
    if (!read.figure || read.problems.name !== undefined) return
    try {
      const whole = await settled(read.figure)
      await client.call('figures.save', { project: project.id, figure: whole })
      onSaved(whole.id)
      onClose()
      const undo = (): Promise<unknown> =>
        figure
          ? client.call('figures.save', { project: project.id, figure })
          : client.call('figures.remove', { project: project.id, figure: whole.id })
      toast({
        text: (figure ? words.changed : words.added)(whole.name),
        tone: 'done',
        action: {
          label: words.undo,
          run: () => void undo().catch(() => toast({ text: words.undoFailed, tone: 'bad' })),
        },
      })
    } catch (error) {
      setFailedToSave(error)
    }
  }

  return (
    <Dialog
      title={figure ? words.editTitle(figure.name) : words.newTitle}
      closeLabel={words.close}
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <TriedValue figure={made} answer={answer} language={project.language} />
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="primary" submit>
            {words.save}
          </Button>
        </>
      }
    >
      <div className={`figures-form figure-editor is-${draft.way}`}>
        {failedToSave !== null && <ErrorNote error={failedToSave} />}
        {draft.way === 'cell' ? (
          <p className="figures-hint">
            {words.cell} {figure?.trace.text}
          </p>
        ) : (
          <Choice<FigureWay>
            label={words.way}
            value={draft.way}
            options={(Object.keys(words.ways) as FigureWay[]).map((value) => ({
              value,
              label: words.ways[value],
            }))}
            onChange={(way) => change({ way, kind: null, unit: null, rounding: null, additive: null })}
          />
        )}
        {draft.way === 'table' && (
          <AggregateFields
            project={project}
            sources={sources}
            draft={draft}
            problems={problems}
            onDraft={change}
          />
        )}
        {draft.way === 'formula' && (
          <FormulaField
            text={draft.formula}
            figures={figures.filter(({ id }) => id !== draft.id)}
            language={project.language}
            problem={read.formulaProblem}
            missing={problems.formula}
            onText={(formula) => change({ formula })}
          />
        )}
        {draft.way === 'pattern' && (
          <PatternFields
            draft={draft.pattern}
            figures={figures.filter(({ id }) => id !== draft.id)}
            problem={problems.pattern}
            onDraft={(pattern) => change({ pattern })}
          />
        )}
        {draft.way === 'typed' && (
          <>
            <Field
              label={words.value}
              value={draft.value}
              hint={words.valueHint}
              problem={problems.value}
              onChange={(value) =>
                change({ value, ...(figure ? {} : { kind: null, unit: null, rounding: null }) })
              }
            />
            <SpanOffer
              text={draft.value}
              language={project.language}
              onChoose={(value, note) =>
                change({ value, note, ...(figure ? {} : { kind: null, unit: null, rounding: null }) })
              }
            />
            <Field
              label={words.note}
              value={draft.note}
              hint={words.noteHint}
              problem={problems.note}
              onChange={(note) => change({ note })}
            />
          </>
        )}
        <Field
          label={words.name}
          value={draft.name ?? read.proposedName}
          hint={words.nameHint}
          limit={200}
          problem={problems.name}
          onChange={(name) => change({ name })}
        />
        <FigureLooks draft={draft} figure={made} onDraft={change} />
      </div>
    </Dialog>
  )
}

/** What was not chosen is written as a value of that size is. */
function rounded(figure: Figure, draft: FigureDraft, value: number | null, project: Project): Figure {
  const isGiven =
    draft.rounding !== null || draft.way === 'typed' || draft.way === 'pattern' || draft.way === 'cell'
  if (isGiven || value === null) return figure
  return { ...figure, rounding: roundingFor(figure.kind, value, project.language) }
}

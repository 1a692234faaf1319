// Puts a comparison together: its kind, its figures by what they are in it, and what it will say, written as they are
// chosen.

import { type ReactElement, useMemo, useState } from 'react'
import { measureComparisons } from '../../../shared/metrics/index.ts'
import type { Comparison, ComparisonKind } from '../../../shared/model/comparison.ts'
import type { FigureState } from '../../../shared/model/goal.ts'
import type { ComparisonId, FigureId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { type ComparisonRole, comparisonsPageWords } from '../../../shared/text/comparisons-page.ts'
import { comparisonWords } from '../../../shared/text/comparisons.ts'
import { client } from '../../api.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { toast } from '../../toasts.ts'
import { useWords } from '../../words.ts'
import { type ComparisonDraft, draftProblemText, emptyDraft, readDraft, shapes } from './comparison-draft.ts'
import { ComparisonRows } from './comparison-rows.tsx'
import { ComparisonWarnings } from './comparison-warnings.tsx'
import { draftOf } from './draft-of-comparison.ts'
import { Field, Select } from './field.tsx'

export interface ComparisonDialogProps {
  project: Project
  figures: readonly FigureState[]
  /** The one to change; absent for a new one. */
  comparison?: Comparison | undefined
  onClose: () => void
}

export function ComparisonDialog({
  project,
  figures,
  comparison,
  onClose,
}: ComparisonDialogProps): ReactElement {
  const words = useWords(comparisonsPageWords)
  const { kinds } = useWords(comparisonWords)
  const [id] = useState(() => comparison?.id ?? (`comparison-${crypto.randomUUID()}` as ComparisonId))
  const [draft, setDraft] = useState<ComparisonDraft>(() =>
    comparison ? draftOf(comparison) : emptyDraft('change'),
  )
  const [tried, setTried] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const change = (changes: Partial<ComparisonDraft>): void =>
    setDraft((before) => ({ ...before, ...changes }))
  const shape = shapes[draft.kind]
  const read = readDraft(draft, id)
  const options = useMemo(
    () => figures.map((figure) => ({ value: figure.id, label: `${figure.name}　${figure.text}` })),
    [figures],
  )
  const measured =
    'comparison' in read
      ? measureComparisons(
          [read.comparison],
          new Map(figures.map((one) => [one.id, one])),
          project.language,
        )[0]
      : undefined
  const nameProblem = draft.name.trim() === '' ? words.nameMissing : undefined

  async function save(): Promise<void> {
    setTried(true)
    if (!('comparison' in read) || nameProblem !== undefined) return
    try {
      await client.call('comparisons.save', { project: project.id, comparison: read.comparison })
      onClose()
      toast({
        text: words.saved(read.comparison.name),
        tone: 'done',
        action: {
          label: words.undo,
          run: () =>
            void (comparison
              ? client.call('comparisons.save', { project: project.id, comparison })
              : client.call('comparisons.remove', { project: project.id, comparison: id })),
        },
      })
    } catch (error) {
      setFailure(error)
    }
  }

  const roleLabel = (role: ComparisonRole): string =>
    shape.needed && !shape.needed.includes(role) ? words.optional(words.roles[role]) : words.roles[role]
  return (
    <Dialog
      title={comparison ? words.editTitle(comparison.name) : words.add}
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
      <div className="figures-form comparison-editor">
        {failure !== null && <ErrorNote error={failure} />}
        <Field
          label={words.name}
          value={draft.name}
          hint={words.nameHint}
          limit={200}
          problem={tried ? nameProblem : undefined}
          onChange={(name) => change({ name })}
        />
        <div className="field">
          <Select
            label={words.kind}
            value={draft.kind}
            options={(Object.keys(kinds) as ComparisonKind[]).map((value) => ({
              value,
              label: kinds[value],
            }))}
            onChange={(kind) =>
              kind !== '' &&
              setDraft((before) => ({ ...emptyDraft(kind), name: before.name, roles: before.roles }))
            }
          />
          <p className="figures-hint">{words.kindNotes[draft.kind]}</p>
        </div>
        {shape.roles.length > 0 && (
          <div className="figures-grid">
            {shape.roles.map((role) => (
              <Select<FigureId>
                key={role}
                label={roleLabel(role)}
                value={draft.roles[role] ?? ''}
                empty={shape.needed?.includes(role) ? words.choose : words.unknown}
                options={options}
                onChange={(figure) => change({ roles: { ...draft.roles, [role]: figure } })}
              />
            ))}
          </div>
        )}
        {shape.rows && (
          <ComparisonRows
            kind={draft.kind}
            shape={shape.rows}
            rows={draft.rows}
            figures={figures}
            options={options}
            onRows={(rows) => change({ rows })}
          />
        )}
        {shape.text && (
          <Field
            label={words[shape.text]}
            value={draft.text}
            hint={words.textHints[shape.text]}
            limit={200}
            onChange={(text) => change({ text })}
          />
        )}
        {shape.multiple && (
          <label className="figures-check">
            <input
              type="checkbox"
              checked={draft.multiple}
              onChange={(event) => change({ multiple: event.target.checked })}
            />
            {words.multiple}
          </label>
        )}
        {tried && 'problem' in read && (
          <p className="field-problem" role="alert">
            {draftProblemText(read.problem, words)}
          </p>
        )}
        <section className="figures-live" aria-label={words.preview} aria-live="polite">
          <span className="field-label">{words.preview}</span>
          <p className={measured?.sentence ? '' : 'figures-hint'}>
            {measured ? measured.sentence || words.noSentence : words.nothingYet}
          </p>
          {measured && <ComparisonWarnings warnings={measured.warnings} />}
        </section>
      </div>
    </Dialog>
  )
}

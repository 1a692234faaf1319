// The grades of the project's goals: their names and where each begins, tried out while they are changed.

import { type ReactElement, useState } from 'react'
import type { Tier } from '../../../shared/model/goal.ts'
import type { Project } from '../../../shared/model/project.ts'
import { formatPercent } from '../../../shared/numbers/format.ts'
import { usualTiers } from '../../../shared/text/figures.ts'
import { goalsPageWords } from '../../../shared/text/goals-page.ts'
import { client } from '../../api.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { keepProject } from '../../queries.ts'
import { toast } from '../../toasts.ts'
import { useWords } from '../../words.ts'
import { Field } from './field.tsx'
import type { GoalRow } from './goal-rows.ts'
import { TierChip } from './tier-chip.tsx'
import { draftTiers, readTiers, type TierDraft, tierAt } from './tiers.ts'

const mostTiers = 6
const fewestTiers = 2
const examplesShown = 4

export interface TiersDialogProps {
  project: Project
  /** The examples: the project's own goals. */
  rows: readonly GoalRow[]
  onClose: () => void
}

export function TiersDialog({ project, rows, onClose }: TiersDialogProps): ReactElement {
  const words = useWords(goalsPageWords)
  const usual = usualTiers(project.language)
  const [drafts, setDrafts] = useState(() => draftTiers(project.tiers ?? usual))
  const [isUsual, setIsUsual] = useState(project.tiers === null)
  const [percent, setPercent] = useState(92)
  const [tried, setTried] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const read = readTiers(drafts)
  const tiers = 'tiers' in read ? read.tiers : undefined
  const problem =
    'problem' in read
      ? words.tiers[read.problem === 'name-missing' ? 'nameMissing' : 'notFalling']
      : undefined

  const edit = (next: readonly TierDraft[]): void => {
    setDrafts([...next])
    setIsUsual(false)
  }
  const change = (index: number, changes: Partial<TierDraft>): void =>
    edit(drafts.map((draft, at) => (at === index ? { ...draft, ...changes } : draft)))
  const add = (): void => {
    const key = Math.max(...drafts.map((draft) => draft.key)) + 1
    edit(drafts.toSpliced(-1, 0, { key, name: '', from: '' }))
  }

  async function save(): Promise<void> {
    setTried(true)
    if (!tiers) return
    try {
      keepProject(
        await client.call('projects.update', { project: project.id, tiers: isUsual ? null : tiers }),
      )
      onClose()
      const before = project.tiers
      toast({
        text: words.tiers.saved,
        tone: 'done',
        action: {
          label: words.undo,
          run: () =>
            void client.call('projects.update', { project: project.id, tiers: before }).then(keepProject),
        },
      })
    } catch (error) {
      setFailure(error)
    }
  }

  const example = tiers && tierAt(tiers, percent / 100)
  return (
    <Dialog
      title={words.tiers.title}
      closeLabel={words.close}
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <Button
            kind="quiet"
            disabled={isUsual}
            onClick={() => {
              setDrafts(draftTiers(usual))
              setIsUsual(true)
            }}
          >
            {words.tiers.usual}
          </Button>
          <span className="figures-gap" />
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="primary" submit>
            {words.save}
          </Button>
        </>
      }
    >
      {failure !== null && <ErrorNote error={failure} />}
      <p className="figures-hint">{words.tiers.intro}</p>
      <ol className="tier-list">
        {drafts.map((draft, index) => (
          <li key={draft.key}>
            <Field
              quiet
              label={words.tiers.name(index + 1)}
              value={draft.name}
              limit={20}
              onChange={(name) => change(index, { name })}
            />
            {index === drafts.length - 1 ? (
              <span className="tier-rest">{words.tiers.below}</span>
            ) : (
              <>
                <Field
                  quiet
                  label={words.tiers.from(index + 1)}
                  value={draft.from}
                  onChange={(from) => change(index, { from })}
                />
                <span>{words.tiers.reaches}</span>
              </>
            )}
            {drafts.length > fewestTiers && index < drafts.length - 1 && (
              <IconButton
                icon="close"
                label={words.tiers.remove(draft.name || words.tiers.name(index + 1))}
                onClick={() => edit(drafts.toSpliced(index, 1))}
              />
            )}
          </li>
        ))}
      </ol>
      {drafts.length < mostTiers && (
        <div>
          <Button size="small" icon="plus" onClick={add}>
            {words.tiers.add}
          </Button>
        </div>
      )}
      {tried && problem !== undefined && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
      <section className="tier-example" aria-label={words.tiers.example}>
        <label className="field">
          <span className="field-label">{words.tiers.tryAt}</span>
          <input
            type="range"
            min={0}
            max={150}
            value={percent}
            aria-valuetext={`${percent}%`}
            onChange={(event) => setPercent(Number(event.target.value))}
          />
        </label>
        {example && (
          <p aria-live="polite">{words.tiers.exampleOf(formatPercent(percent / 100, 0), example.name)}</p>
        )}
        {tiers && (
          <ul>
            {rows
              .flatMap(({ figure, goal }) =>
                goal.index === null ? [] : [{ figure, goal, index: goal.index }],
              )
              .slice(0, examplesShown)
              .map(({ figure, goal, index }) => (
                <li key={figure.id}>
                  <span>{figure.name}</span>
                  <span>{goal.text.attainment}</span>
                  <ExampleTier tiers={tiers} index={index} />
                </li>
              ))}
          </ul>
        )}
      </section>
    </Dialog>
  )
}

function ExampleTier({ tiers, index }: { tiers: readonly Tier[]; index: number }): ReactElement | null {
  const tier = tierAt(tiers, index)
  return tier ? <TierChip tier={tier} tiers={tiers} /> : null
}

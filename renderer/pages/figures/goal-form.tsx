// Sets a figure's goal: how it is compared, with what, which way is better, who answers for it and for when. A target is
// written as people write it: 5万, 48.2%, ≥30, 25元/人以内.

import { type FormEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react'
import type { Comparator, FigureState, Goal, Polarity } from '../../../shared/model/goal.ts'
import type { Project } from '../../../shared/model/project.ts'
import { goalsPageWords, type GoalsPageWords } from '../../../shared/text/goals-page.ts'
import { client } from '../../api.ts'
import { Button } from '../../components/button.tsx'
import { Choice } from '../../components/choice.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { useWords } from '../../words.ts'
import { Field } from './field.tsx'
import { type ReadTarget, readTarget } from './read-target.ts'
import { writeExactly } from './write-exactly.ts'

export interface GoalFormProps {
  project: Project
  figure: FigureState
  onDone: () => void
}

interface GoalDraft {
  comparator: Comparator
  polarity: Polarity
  low: string
  high: string
  owner: string
  setBy: string
  from: string
  to: string
}

export function GoalForm({ project, figure, onDone }: GoalFormProps): ReactElement {
  const words = useWords(goalsPageWords)
  const { goal } = figure
  const written = (value: number | undefined): string =>
    value === undefined ? '' : writeExactly(value, figure, project.language, true)
  const [draft, setDraft] = useState<GoalDraft>(() => ({
    comparator: goal?.comparator ?? '≥',
    polarity: goal?.polarity ?? 'higher',
    low: written(goal?.target),
    high: written(goal?.targetHigh),
    owner: goal?.owner ?? '',
    setBy: goal?.setBy ?? '',
    from: goal?.period?.from ?? '',
    to: goal?.period?.to ?? '',
  }))
  const [tried, setTried] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const hint = useId()
  const target = useRef<HTMLInputElement>(null)
  useEffect(() => target.current?.select(), [])
  const change = (changes: Partial<GoalDraft>): void => setDraft((before) => ({ ...before, ...changes }))

  const isRange = draft.comparator === 'range'
  const low = readTarget(draft.low, figure)
  const high = readTarget(draft.high, figure)
  const problem = problemOf(low, isRange ? high : undefined, figure.unit, words)
  const periodProblem = problemOfPeriod(draft, words)
  const shownProblem = tried ? problem : undefined

  /** ≥5万 says the comparator too, and 25-35 both ends. */
  function type(text: string): void {
    const read = readTarget(text, figure)
    const said = read.ok ? read.target : undefined
    if (said?.high !== undefined) {
      change({
        ...(said.polarity && { polarity: said.polarity }),
        comparator: 'range',
        low: written(said.value),
        high: written(said.high),
      })
    } else if (said?.comparator && said.comparator !== 'range') {
      change({ low: text, ...compared(said.comparator), ...(said.polarity && { polarity: said.polarity }) })
    } else change({ low: text })
  }

  async function save(): Promise<void> {
    setTried(true)
    if (problem !== undefined || periodProblem !== undefined || !low.ok) return
    const next = goalOf(
      draft,
      figure,
      goal,
      low.target.value,
      isRange && high.ok ? high.target.value : undefined,
      words,
    )
    try {
      await client.call('goals.save', { project: project.id, goal: next })
      onDone()
    } catch (error) {
      setFailure(error)
    }
  }

  return (
    <form
      className="figures-form"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void save()
      }}
    >
      {failure !== null && <ErrorNote error={failure} />}
      <label className="field">
        <span className="field-label">{words.comparator}</span>
        <select
          className="input"
          value={draft.comparator}
          onChange={(event) => change(compared(event.target.value as Comparator))}
        >
          {(Object.keys(words.comparators) as Comparator[]).map((one) => (
            <option key={one} value={one}>
              {words.comparators[one]}
            </option>
          ))}
        </select>
      </label>
      <div className="figures-pair">
        <label className="field">
          <span className="field-label">{isRange ? words.targetLow : words.target}</span>
          <input
            className="input"
            value={draft.low}
            ref={target}
            aria-describedby={hint}
            aria-invalid={shownProblem !== undefined}
            onChange={(event) => type(event.target.value)}
            onKeyDown={(event) => event.key === 'Escape' && onDone()}
          />
        </label>
        {isRange && (
          <label className="field">
            <span className="field-label">{words.targetHigh}</span>
            <input
              className="input"
              value={draft.high}
              aria-describedby={hint}
              onChange={(event) => change({ high: event.target.value })}
            />
          </label>
        )}
      </div>
      <p
        id={hint}
        className={shownProblem === undefined ? 'figures-hint' : 'field-problem'}
        role={shownProblem === undefined ? undefined : 'alert'}
      >
        {shownProblem ?? words.targetHint(figure.unit)}
      </p>
      <Choice
        label={words.polarity}
        value={draft.polarity}
        options={(['higher', 'lower'] as const).map((value) => ({ value, label: words.polarities[value] }))}
        onChange={(polarity) => change({ polarity })}
      />
      <Field
        label={words.owner}
        value={draft.owner}
        hint={words.ownerHint}
        limit={100}
        onChange={(owner) => change({ owner })}
      />
      <div className="figures-pair">
        <Field
          label={words.periodFrom}
          type="date"
          value={draft.from}
          onChange={(from) => change({ from })}
        />
        <Field
          label={words.periodTo}
          type="date"
          value={draft.to}
          problem={tried ? periodProblem : undefined}
          onChange={(to) => change({ to })}
        />
      </div>
      <Field
        label={words.setBy}
        value={draft.setBy}
        hint={words.setByHint}
        limit={200}
        onChange={(setBy) => change({ setBy })}
      />
      <div className="figures-actions">
        <Button submit kind="primary">
          {words.save}
        </Button>
        <Button onClick={onDone}>{words.cancel}</Button>
      </div>
    </form>
  )
}

/** What a comparator usually means for the direction. */
const compared = (comparator: Comparator): Pick<GoalDraft, 'comparator'> & Partial<GoalDraft> => ({
  comparator,
  ...(comparator === '≤' || comparator === '<' ? { polarity: 'lower' } : {}),
  ...(comparator === '≥' || comparator === '>' ? { polarity: 'higher' } : {}),
})

/** A target that was not touched keeps where it came from. */
function goalOf(
  draft: GoalDraft,
  figure: FigureState,
  before: Goal | undefined,
  target: number,
  targetHigh: number | undefined,
  words: GoalsPageWords,
): Goal {
  const { comparator, polarity } = draft
  const isSame = before !== undefined && before.target === target && before.targetHigh === targetHigh
  return {
    figure: figure.id,
    comparator,
    polarity,
    target,
    ...(targetHigh === undefined ? {} : { targetHigh }),
    origin: isSame ? before.origin : { kind: 'typed', value: target, note: words.typedGoal },
    ...(draft.owner.trim() === '' ? {} : { owner: draft.owner.trim() }),
    ...(draft.setBy.trim() === '' ? {} : { setBy: draft.setBy.trim() }),
    ...(draft.from === '' ? {} : { period: { from: draft.from, to: draft.to } }),
  }
}

function problemOf(
  low: ReadTarget,
  high: ReadTarget | undefined,
  unit: string,
  words: GoalsPageWords,
): string | undefined {
  for (const read of high ? [low, high] : [low]) {
    if (!read.ok)
      return read.why === 'unit' ? words.targetOtherUnit(read.found, unit) : words.targetUnreadable
  }
  return low.ok && high?.ok && high.target.value < low.target.value ? words.rangeReversed : undefined
}

function problemOfPeriod({ from, to }: GoalDraft, words: GoalsPageWords): string | undefined {
  if ((from === '') !== (to === '')) return words.periodHalf
  return to < from ? words.periodReversed : undefined
}

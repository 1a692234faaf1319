// Sets a figure's goal: how it is compared, with what, and which way is better. A target is written as people write it:
// 5万, 48.2%, ≥30.

import { type ReactElement, useEffect, useId, useRef, useState } from 'react'
import type { Comparator, FigureState, Goal, Polarity } from '../../../shared/model/goal.ts'
import type { Project } from '../../../shared/model/project.ts'
import { formatValue } from '../../../shared/numbers/format.ts'
import { figuresPageWords, type FiguresPageWords } from '../../../shared/text/figures-page.ts'
import { client } from '../../api.ts'
import { Button } from '../../components/button.tsx'
import { Choice } from '../../components/choice.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { useWords } from '../../words.ts'
import { type ReadTarget, readTarget } from './read-target.ts'

export interface GoalFormProps {
  project: Project
  figure: FigureState
  onDone: () => void
}

export function GoalForm({ project, figure, onDone }: GoalFormProps): ReactElement {
  const words = useWords(figuresPageWords)
  const { goal } = figure
  const written = (value: number | undefined): string =>
    value === undefined
      ? ''
      : formatValue(
          value,
          { ...figure, rounding: { scale: 1, decimals: figure.rounding.decimals } },
          project.language,
          true,
        )
  const [comparator, setComparator] = useState<Comparator>(goal?.comparator ?? '≥')
  const [polarity, setPolarity] = useState<Polarity>(goal?.polarity ?? 'higher')
  const [low, setLow] = useState(() => written(goal?.target))
  const [high, setHigh] = useState(() => written(goal?.targetHigh))
  const [tried, setTried] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const hint = useId()
  const target = useRef<HTMLInputElement>(null)
  useEffect(() => target.current?.select(), [])

  const lowRead = readTarget(low, figure)
  const highRead = readTarget(high, figure)
  const problem = problemOf(lowRead, comparator === 'range' ? highRead : undefined, figure.unit, words)

  function choose(next: Comparator): void {
    setComparator(next)
    if (next === '≤' || next === '<') setPolarity('lower')
    if (next === '≥' || next === '>') setPolarity('higher')
  }

  /** ≥5万 says the comparator too, and 25-35 both ends. */
  function type(text: string): void {
    setLow(text)
    const read = readTarget(text, figure)
    if (!read.ok) return
    if (read.target.high !== undefined) {
      choose('range')
      setLow(written(read.target.value))
      setHigh(written(read.target.high))
    } else if (read.target.comparator && read.target.comparator !== 'range') choose(read.target.comparator)
  }

  async function save(): Promise<void> {
    setTried(true)
    if (problem !== undefined || !lowRead.ok) return
    const { value } = lowRead.target
    const next: Goal = {
      figure: figure.id,
      comparator,
      target: value,
      ...(comparator === 'range' && highRead.ok ? { targetHigh: highRead.target.value } : {}),
      polarity,
      origin: { kind: 'typed', value, note: words.typedGoal },
    }
    try {
      await client.call('goals.save', { project: project.id, goal: next })
      onDone()
    } catch (error) {
      setFailure(error)
    }
  }

  return (
    <form
      className="goal-form"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {failure !== null && <ErrorNote error={failure} />}
      <label className="field">
        <span className="field-label">{words.comparator}</span>
        <select
          className="input"
          value={comparator}
          onChange={(event) => choose(event.target.value as Comparator)}
        >
          {(Object.keys(words.comparators) as Comparator[]).map((one) => (
            <option key={one} value={one}>
              {words.comparators[one]}
            </option>
          ))}
        </select>
      </label>
      <div className="goal-targets">
        <label className="field">
          <span className="field-label">{comparator === 'range' ? words.targetLow : words.target}</span>
          <input
            className="input"
            value={low}
            ref={target}
            aria-describedby={hint}
            aria-invalid={tried && problem !== undefined}
            onChange={(event) => type(event.target.value)}
            onKeyDown={(event) => event.key === 'Escape' && onDone()}
          />
        </label>
        {comparator === 'range' && (
          <label className="field">
            <span className="field-label">{words.targetHigh}</span>
            <input
              className="input"
              value={high}
              aria-describedby={hint}
              onChange={(event) => setHigh(event.target.value)}
            />
          </label>
        )}
      </div>
      <p
        id={hint}
        className={tried && problem !== undefined ? 'field-problem' : 'figures-hint'}
        role={tried && problem !== undefined ? 'alert' : undefined}
      >
        {tried && problem !== undefined ? problem : words.targetHint(figure.unit)}
      </p>
      <Choice
        label={words.polarity}
        value={polarity}
        options={(['higher', 'lower'] as const).map((value) => ({ value, label: words.polarities[value] }))}
        onChange={setPolarity}
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

function problemOf(
  low: ReadTarget,
  high: ReadTarget | undefined,
  unit: string,
  words: FiguresPageWords,
): string | undefined {
  for (const read of high ? [low, high] : [low]) {
    if (!read.ok)
      return read.why === 'unit' ? words.targetOtherUnit(read.found, unit) : words.targetUnreadable
  }
  return low.ok && high?.ok && high.target.value < low.target.value ? words.rangeReversed : undefined
}

// The kinds of charts as pictures: those that suit first, those that can be, and those that cannot with the reason.

import type { ReactElement } from 'react'
import type { KindChoice } from '../../../shared/charts/index.ts'
import type { ChartKind } from '../../../shared/model/chart.ts'
import { chartBuilderWords } from '../../../shared/text/chart-builder.ts'
import { chartKindNames } from '../../../shared/text/charts.ts'
import { useWords } from '../../words.ts'
import { KindPicture } from './kind-picture.tsx'

export interface KindPickerProps {
  kind: ChartKind
  choices: readonly KindChoice[]
  disabled: boolean
  onChoose: (choice: KindChoice) => void
}

export function KindPicker({ kind, choices, disabled, onChoose }: KindPickerProps): ReactElement {
  const words = useWords(chartBuilderWords)
  const names = useWords(chartKindNames)
  const best = choices.filter((choice) => choice.best)
  const possible = choices.filter((choice) => !choice.best && choice.problem === undefined)
  const unfit = choices.filter((choice) => choice.problem !== undefined)
  const isBare = unfit.every(({ problem }) => problem === 'no-numbers' || problem === 'needs-spans')
  const group = (label: string, own: readonly KindChoice[]): ReactElement | null =>
    own.length === 0 ? null : (
      <fieldset className="kind-group" aria-label={label}>
        <h3>{label}</h3>
        <div className="kind-grid">
          {own.map((choice) => (
            <button
              key={choice.kind}
              type="button"
              className="kind"
              aria-pressed={choice.kind === kind}
              disabled={disabled}
              onClick={() => onChoose(choice)}
            >
              <KindPicture kind={choice.kind} />
              <span>{names[choice.kind]}</span>
            </button>
          ))}
        </div>
      </fieldset>
    )
  return (
    <section className="builder-part">
      <h2>{words.kind}</h2>
      {group(words.kindsSuited, best)}
      {group(words.kindsPossible, possible)}
      {best.length + possible.length === 0 && isBare && <p className="builder-hint">{words.kindsLater}</p>}
      {unfit.length > 0 && (
        <details className="kinds-unfit" open={best.length + possible.length === 0 && !isBare}>
          <summary>
            {words.kindsNot} <span>{unfit.length}</span>
          </summary>
          <ul>
            {unfit.map((choice) => (
              <li key={choice.kind} className={choice.kind === kind ? 'is-chosen' : undefined}>
                <KindPicture kind={choice.kind} />
                <span>{names[choice.kind]}</span>
                <small>{choice.problem && words.problems[choice.problem]}</small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

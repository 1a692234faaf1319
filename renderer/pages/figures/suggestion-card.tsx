// One suggestion: why, and what it adds. What its figures would be worth and what its comparisons would say is worked
// out when it is opened, not before.

import { useQuery } from '@tanstack/react-query'
import { type ReactElement, type ReactNode, useState } from 'react'
import { measureComparisons } from '../../../shared/metrics/index.ts'
import type { Figure } from '../../../shared/model/figure.ts'
import type { FigureState, Goal } from '../../../shared/model/goal.ts'
import type { FigureId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import type { Suggestion } from '../../../shared/model/suggestion.ts'
import { formatValue } from '../../../shared/numbers/format.ts'
import { comparisonWords } from '../../../shared/text/comparisons.ts'
import { editorWords } from '../../../shared/text/editor.ts'
import { figureWords } from '../../../shared/text/figures.ts'
import { suggestionsPageWords } from '../../../shared/text/suggestions-page.ts'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { useWords } from '../../words.ts'
import { measureSuggested } from './suggested-values.ts'

/** More are counted, not listed. */
const figuresListed = 12

export interface SuggestionCardProps {
  project: Project
  figures: readonly FigureState[]
  suggestion: Suggestion
  disabled: boolean
  onAccept: () => void
}

export function SuggestionCard(props: SuggestionCardProps): ReactElement {
  const { project, figures, suggestion, disabled, onAccept } = props
  const words = useWords(suggestionsPageWords)
  const { chartKinds } = useWords(editorWords)
  const [open, setOpen] = useState(false)
  const kinds = [...new Set(suggestion.charts.map(({ kind }) => chartKinds[kind]))]
  return (
    <article className="suggestion" aria-label={suggestion.name}>
      <header>
        <h2>{suggestion.name}</h2>
        {!project.readOnly && (
          <Button
            size="small"
            icon="plus"
            disabled={disabled}
            aria-label={words.acceptNamed(suggestion.name)}
            onClick={onAccept}
          >
            {words.accept}
          </Button>
        )}
      </header>
      <p>{suggestion.why}</p>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <Icon name={open ? 'down' : 'right'} size={12} />
          <Sum count={suggestion.figures.length} text={words.adds.figures(suggestion.figures.length)} />
          <Sum count={suggestion.goals.length} text={words.adds.goals(suggestion.goals.length)} />
          <Sum
            count={suggestion.comparisons.length}
            text={words.adds.comparisons(suggestion.comparisons.length)}
          />
          {kinds.map((kind) => (
            <span key={kind} className="suggestion-chart">
              <Icon name="chart" size={12} />
              {kind}
            </span>
          ))}
        </summary>
        {open && <Contents project={project} figures={figures} suggestion={suggestion} />}
      </details>
    </article>
  )
}

const Sum = ({ count, text }: { count: number; text: string }): ReactElement | null =>
  count === 0 ? null : <span>{text}</span>

function Contents({
  project,
  figures,
  suggestion,
}: Pick<SuggestionCardProps, 'project' | 'figures' | 'suggestion'>): ReactElement {
  const words = useWords(suggestionsPageWords)
  const { kinds } = useWords(comparisonWords)
  const tried = useQuery({
    queryKey: ['suggestion', project.id, suggestion.id],
    queryFn: () => measureSuggested(project, suggestion, figures),
    gcTime: 60_000,
  }).data
  const known = new Map([...figures, ...(tried ?? [])].map((figure) => [figure.id, figure]))
  const named = new Map<FigureId, Figure>([
    ...known,
    ...suggestion.figures.map((figure) => [figure.id, figure] as const),
  ])
  const measured = measureComparisons(suggestion.comparisons, known, project.language)
  const rest = suggestion.figures.length - figuresListed
  return (
    <div className="suggestion-contents">
      {suggestion.figures.length > 0 && (
        <ul className="suggestion-figures">
          {suggestion.figures.slice(0, figuresListed).map(({ id, name }) => (
            <li key={id}>
              <span>{name}</span>
              <span>{known.get(id)?.text}</span>
            </li>
          ))}
          {rest > 0 && <li>{words.more(suggestion.figures.length)}</li>}
        </ul>
      )}
      {suggestion.goals.length > 0 && (
        <Part title={words.parts.goals}>
          {suggestion.goals.map((goal) => {
            const figure = named.get(goal.figure)
            return figure && <li key={goal.figure}>{goalText(goal, figure, project)}</li>
          })}
        </Part>
      )}
      {measured.length > 0 && (
        <Part title={words.parts.comparisons}>
          {measured.map(({ comparison, sentence }) => (
            <li key={comparison.id}>{sentence || `${comparison.name} · ${kinds[comparison.kind]}`}</li>
          ))}
        </Part>
      )}
      {suggestion.charts.length > 0 && (
        <Part title={words.parts.charts}>
          {suggestion.charts.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </Part>
      )}
    </div>
  )
}

const Part = ({ title, children }: { title: string; children: ReactNode }): ReactElement => (
  <section>
    <h3>{title}</h3>
    <ul>{children}</ul>
  </section>
)

function goalText(goal: Goal, figure: Figure, project: Project): string {
  const { range, target } = figureWords[project.language].goal
  const written = (value: number): string => formatValue(value, figure, project.language)
  const said =
    goal.comparator === 'range'
      ? range(written(goal.target), written(goal.targetHigh ?? goal.target))
      : target(goal.comparator, written(goal.target))
  return `${figure.name} ${said}`
}

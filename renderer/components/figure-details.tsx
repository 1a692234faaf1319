// A figure as somebody asks about it: what it is worth, how it stands to its goal, how it is defined and where it
// comes from, down to the cells.

import type { ReactElement, ReactNode } from 'react'
import type { FigureState } from '../../shared/model/goal.ts'
import type { FigureId } from '../../shared/model/ids.ts'
import type { Language } from '../../shared/model/language.ts'
import { formatPeriod } from '../../shared/numbers/format.ts'
import { figureViewWords } from '../../shared/text/figures-page.ts'
import { useWords } from '../words.ts'
import './figure-view.css'
import { FigureVerdict } from './figure-verdict.tsx'

export interface FigureDetailsProps {
  figure: FigureState
  /** Of the project, in which its figures are worded. */
  language: Language
  /** The figures that a formula stands on, to be gone to. */
  operands?: readonly FigureState[]
  onFigure?: (figure: FigureId) => void
}

export function FigureDetails(props: FigureDetailsProps): ReactElement {
  const { figure, language, operands = [], onFigure } = props
  const words = useWords(figureViewWords)
  const { goal } = figure
  const place = placeOf(figure)
  const definition = definitionOf(figure)
  return (
    <div className="figure-details">
      <p className={`figure-value${figure.value === null ? ' is-missing' : ''}`}>{figure.text}</p>
      {figure.value === null && (
        <p className="figure-missing">
          {[words.missing, figure.missing && words.why[figure.missing]].filter(Boolean).join(' · ')}
        </p>
      )}
      <dl>
        {goal && (
          <Row term={words.goal}>
            {goal.text.target} <FigureVerdict goal={goal} />
            <span className="figure-outcome">{goal.text.outcome}</span>
          </Row>
        )}
        {figure.scope && <Row term={words.scope}>{figure.scope}</Row>}
        {figure.period && <Row term={words.period}>{formatPeriod(figure.period, language)}</Row>}
        {definition !== '' && <Row term={words.definition}>{definition}</Row>}
        {operands.length > 0 && (
          <Row term={words.operands}>
            <ul className="figure-operands">
              {operands.map(({ id, name, text }) => (
                <li key={id}>
                  <button type="button" className="link" onClick={() => onFigure?.(id)}>
                    {name}
                  </button>{' '}
                  {text}
                </li>
              ))}
            </ul>
          </Row>
        )}
        <Row term={words.source}>
          {place.length > 0
            ? place.map((part, at) => (
                <span key={part}>
                  {at > 0 && ' › '}
                  <bdi>{part}</bdi>
                </span>
              ))
            : words.typed}
        </Row>
      </dl>
    </div>
  )
}

/** File, sheet, cells: where the value was taken from. Empty for what was typed or computed. */
export const placeOf = ({ trace }: FigureState): string[] =>
  [trace.file, trace.sheet, trace.cells].filter((part) => part !== undefined)

/** What was done with the cells: the rest of the trace's words after the place, unless it only repeats the name. */
function definitionOf(figure: FigureState): string {
  const place = placeOf(figure).join(' › ')
  const { text } = figure.trace
  if (place === '' || !text.startsWith(place)) return text
  const rest = text.slice(place.length).replace(/^[\s，,（(]+|[）)]$/g, '')
  return rest === figure.name ? '' : rest
}

function Row({ term, children }: { term: string; children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

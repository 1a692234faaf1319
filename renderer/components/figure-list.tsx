// Figures to choose from, with a search: name, value, and a mark where a goal stands.

import { type DragEvent, type MouseEvent, type ReactElement, useDeferredValue, useState } from 'react'
import type { FigureState } from '../../shared/model/goal.ts'
import { figureViewWords } from '../../shared/text/figures-page.ts'
import { useWords } from '../words.ts'
import { searchFigures } from './figure-search.ts'
import './figure-view.css'

export interface FigureListProps {
  figures: readonly FigureState[]
  disabled?: boolean
  /** What choosing does, with the figure's name. */
  labelOf: (name: string) => string
  /** What a figure is when it is dragged into a text; absent where it cannot be. */
  dragOf?: (figure: FigureState) => string
  onChoose: (figure: FigureState) => void
}

export function FigureList({ figures, disabled, labelOf, dragOf, onChoose }: FigureListProps): ReactElement {
  const words = useWords(figureViewWords)
  const [query, setQuery] = useState('')
  const found = searchFigures(figures, useDeferredValue(query))
  return (
    <>
      <input
        type="search"
        className="input"
        aria-label={words.search}
        placeholder={words.search}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      {found.length === 0 && <p className="inspector-hint">{words.noMatch}</p>}
      <ul className="figure-list">
        {found.map((figure) => (
          <li key={figure.id}>
            <button
              type="button"
              className="figure-row"
              title={`${labelOf(figure.name)} ${figure.text}`}
              disabled={disabled}
              {...(dragOf
                ? {
                    draggable: true,
                    onDragStart: (event: DragEvent) =>
                      event.dataTransfer.setData('text/plain', dragOf(figure)),
                  }
                : { onMouseDown: (event: MouseEvent) => event.preventDefault() })}
              onClick={() => onChoose(figure)}
            >
              <span>{figure.name}</span>
              <span>{figure.text}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

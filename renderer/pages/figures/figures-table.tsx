// The table of figures. A row is chosen by its name; a whole opens to show its parts.

import { type ReactElement, useEffect, useRef, useState } from 'react'
import type { FigureState } from '../../../shared/model/goal.ts'
import type { FigureId } from '../../../shared/model/ids.ts'
import { figuresPageWords, figureViewWords } from '../../../shared/text/figures-page.ts'
import { placeOf } from '../../components/figure-details.tsx'
import { FigureVerdict } from '../../components/figure-verdict.tsx'
import { Icon } from '../../components/icon.tsx'
import { useWords } from '../../words.ts'
import './figures-table.css'
import type { FigureGroup } from './group-figures.ts'

export interface FiguresTableProps {
  groups: readonly FigureGroup[]
  chosen: FigureId | null
  /** The figure that the page was opened for. */
  place: string | undefined
  /** Found by a search: names are told in full. */
  flat: boolean
  onChoose: (figure: FigureId) => void
}

export function FiguresTable({ groups, chosen, place, flat, onChoose }: FiguresTableProps): ReactElement {
  const words = useWords(figuresPageWords)
  const view = useWords(figureViewWords)
  const [open, setOpen] = useState<ReadonlySet<FigureId>>(
    () =>
      new Set(
        groups.filter(({ parts }) => parts.some(({ id }) => id === place)).map(({ figure }) => figure.id),
      ),
  )
  const body = useRef<HTMLTableSectionElement>(null)
  useEffect(() => {
    if (place !== undefined)
      body.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'center' })
  }, [place])
  const toggle = (id: FigureId): void =>
    setOpen(
      (before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id]),
    )

  return (
    <div className="figures-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col" className="is-number">
              {view.value}
            </th>
            <th scope="col" className="is-number">
              {view.goal}
            </th>
            <th scope="col">{view.outcome}</th>
            <th scope="col">{view.source}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {groups.length === 0 && (
            <tr>
              <td colSpan={5} className="figures-none">
                {view.noMatch}
              </td>
            </tr>
          )}
          {groups.flatMap(({ figure, parts }) => {
            const opened = open.has(figure.id)
            const row = (
              <Row key={figure.id} figure={figure} chosen={figure.id === chosen} onChoose={onChoose}>
                {parts.length > 0 ? (
                  <button
                    type="button"
                    className="figures-opener"
                    aria-expanded={opened}
                    aria-label={(opened ? words.collapse : words.expand)(figure.name)}
                    onClick={() => toggle(figure.id)}
                  >
                    <Icon name={opened ? 'down' : 'right'} size={12} />
                  </button>
                ) : (
                  !flat && <span className="figures-opener" />
                )}
              </Row>
            )
            if (!opened) return [row]
            return [
              row,
              ...parts.map((part) => (
                <Row
                  key={`${figure.id} ${part.id}`}
                  figure={part}
                  part
                  chosen={part.id === chosen}
                  onChoose={onChoose}
                />
              )),
            ]
          })}
        </tbody>
      </table>
    </div>
  )
}

interface RowProps {
  figure: FigureState
  part?: boolean
  chosen: boolean
  onChoose: (figure: FigureId) => void
  children?: ReactElement | false
}

function Row({ figure, part, chosen, onChoose, children }: RowProps): ReactElement {
  const view = useWords(figureViewWords)
  const { goal } = figure
  const place = placeOf(figure)
  return (
    <tr
      className={`figures-row${part ? ' is-part' : ''}`}
      {...(chosen ? { 'aria-current': true } : {})}
      onClick={() => onChoose(figure.id)}
    >
      <th scope="row">
        <div className="figures-name">
          {children}
          <button type="button" title={figure.name} onClick={() => onChoose(figure.id)}>
            {figure.name}
          </button>
        </div>
      </th>
      <td className={`is-number${figure.value === null ? ' is-missing' : ''}`}>{figure.text}</td>
      <td className="is-number">{goal?.text.target}</td>
      <td>
        {goal && (
          <span className="figures-outcome">
            <FigureVerdict goal={goal} />
            <span className="figures-attained">{goal.text.attainment}</span>
          </span>
        )}
      </td>
      <td className="figures-source" title={figure.trace.text}>
        {place.length > 0 ? view.place(place) : figure.trace.text || view.typed}
      </td>
    </tr>
  )
}

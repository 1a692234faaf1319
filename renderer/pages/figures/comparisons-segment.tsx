// The comparisons of the project: what each says, what is odd about it, and the numbers that follow from it.

import { type ReactElement, useDeferredValue, useEffect, useState } from 'react'
import type { ComparisonKind, MeasuredComparison } from '../../../shared/model/comparison.ts'
import type { FigureState } from '../../../shared/model/goal.ts'
import type { ComparisonId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { comparisonsPageWords } from '../../../shared/text/comparisons-page.ts'
import { comparisonWords } from '../../../shared/text/comparisons.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { useWords } from '../../words.ts'
import './cards.css'
import { ComparisonCard } from './comparison-card.tsx'
import { ComparisonDialog } from './comparison-dialog.tsx'
import { Select } from './field.tsx'

export interface ComparisonsSegmentProps {
  project: Project
  figures: readonly FigureState[]
  comparisons: readonly MeasuredComparison[]
  /** The one to bring into view. */
  place: ComparisonId | undefined
}

export function ComparisonsSegment(props: ComparisonsSegmentProps): ReactElement {
  const { project, figures, comparisons, place } = props
  const words = useWords(comparisonsPageWords)
  const { kinds } = useWords(comparisonWords)
  const [query, setQuery] = useState('')
  const [kind, setKind] = useState<ComparisonKind | ''>('')
  /** `new`, or the one to change. */
  const [editing, setEditing] = useState<MeasuredComparison | 'new' | null>(null)
  const wanted = useDeferredValue(query).normalize('NFKC').trim().toLowerCase()
  const shown = comparisons.filter(
    ({ comparison, sentence }) =>
      (kind === '' || comparison.kind === kind) &&
      `${comparison.name} ${sentence}`.normalize('NFKC').toLowerCase().includes(wanted),
  )
  const present = [...new Set(comparisons.map(({ comparison }) => comparison.kind))]
  useEffect(() => {
    if (place !== undefined) document.getElementById(place)?.scrollIntoView({ block: 'center' })
  }, [place])
  const add = !project.readOnly && (
    <Button icon="plus" kind="primary" onClick={() => setEditing('new')}>
      {words.add}
    </Button>
  )
  return (
    <>
      {comparisons.length === 0 ? (
        <div className="figures-empty">
          <EmptyState icon="chart" title={words.emptyTitle} actions={add}>
            <p>{words.emptyText}</p>
          </EmptyState>
        </div>
      ) : (
        <>
          <div className="figures-tools">
            <input
              type="search"
              className="input"
              aria-label={words.search}
              placeholder={words.search}
              value={query}
              onChange={(event) => setQuery(event.target.value)}
            />
            {present.length > 1 && (
              <Select
                quiet
                label={words.kind}
                value={kind}
                empty={words.anyKind}
                options={present.map((value) => ({ value, label: kinds[value] }))}
                onChange={setKind}
              />
            )}
            <span className="figures-gap" />
            {add}
          </div>
          <div className="figures-body">
            <div className="figures-main">
              {shown.length === 0 && <p className="figures-none">{words.noMatch}</p>}
              <ul className="comparisons">
                {shown.map((measured) => (
                  <li key={measured.comparison.id} id={measured.comparison.id}>
                    <ComparisonCard
                      project={project}
                      figures={figures}
                      measured={measured}
                      current={measured.comparison.id === place}
                      onEdit={() => setEditing(measured)}
                    />
                  </li>
                ))}
              </ul>
            </div>
          </div>
        </>
      )}
      {editing && (
        <ComparisonDialog
          project={project}
          figures={figures}
          comparison={editing === 'new' ? undefined : editing.comparison}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  )
}

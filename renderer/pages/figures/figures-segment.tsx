// Every figure of the project: what it is worth, how it stands to its goal, where it comes from. Figures are made,
// changed and taken away here, and the chosen one is told of beside the table.

import { type ReactElement, useDeferredValue, useState } from 'react'
import type { FigureState } from '../../../shared/model/goal.ts'
import type { FigureId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { figuresPageWords, figureViewWords } from '../../../shared/text/figures-page.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { searchFigures } from '../../components/figure-search.ts'
import { useSources } from '../../queries.ts'
import { show } from '../../view.ts'
import { useWords } from '../../words.ts'
import { FigureDialog } from './figure-dialog.tsx'
import { FigurePanel } from './figure-panel.tsx'
import { FiguresTable } from './figures-table.tsx'
import { GoalOverview } from './goal-overview.tsx'
import { type FigureGroup, groupFigures } from './group-figures.ts'
import { showSegment } from './segments.ts'

type Filter = 'all' | 'goals' | 'missed'
const filters = ['all', 'goals', 'missed'] as const

export interface FiguresSegmentViewProps {
  project: Project
  figures: readonly FigureState[]
  /** The figure to bring into view. */
  place: FigureId | undefined
  /** How many suggestions wait. */
  suggested: number
}

export function FiguresSegmentView(props: FiguresSegmentViewProps): ReactElement {
  const { project, figures, place, suggested } = props
  const words = useWords(figuresPageWords)
  const { search } = useWords(figureViewWords)
  const [chosen, setChosen] = useState<FigureId | null>(place ?? null)
  const [query, setQuery] = useState('')
  const [filter, setFilter] = useState<Filter>('all')
  /** `new`, or the one to change. */
  const [editing, setEditing] = useState<FigureId | 'new' | null>(null)
  const groups = groupsFor(figures, useDeferredValue(query), filter)
  const shown = groups.reduce((sum, { parts }) => sum + 1 + parts.length, 0)
  const figure = figures.find(({ id }) => id === chosen)
  const edited = figures.find(({ id }) => id === editing)
  const add = !project.readOnly && (
    <Button icon="plus" kind="primary" onClick={() => setEditing('new')}>
      {words.add}
    </Button>
  )
  return (
    <>
      {figures.length === 0 ? (
        <NoFigures project={project} suggested={suggested} add={add} />
      ) : (
        <>
          <div className="figures-tools">
            <input
              type="search"
              className="input"
              aria-label={search}
              placeholder={search}
              value={query}
              onChange={(event) => setQuery(event.target.value)}
            />
            <fieldset className="figures-filter" aria-label={words.filter}>
              {filters.map((one) => (
                <button key={one} type="button" aria-pressed={one === filter} onClick={() => setFilter(one)}>
                  {words.filters[one]}
                </button>
              ))}
            </fieldset>
            <p className="figures-hint">{words.count(Math.min(shown, figures.length), figures.length)}</p>
            <span className="figures-gap" />
            {add}
          </div>
          <div className="figures-body has-side">
            <FiguresTable
              groups={groups}
              chosen={chosen}
              place={place}
              flat={query !== ''}
              onChoose={setChosen}
            />
            <aside className="figures-side" aria-label={figure?.name ?? words.overview}>
              {figure ? (
                <FigurePanel
                  key={figure.id}
                  project={project}
                  figure={figure}
                  figures={figures}
                  onFigure={setChosen}
                  onEdit={() => setEditing(figure.id)}
                  onClose={() => setChosen(null)}
                />
              ) : (
                <GoalOverview project={project} figures={figures} onFigure={setChosen} />
              )}
            </aside>
          </div>
        </>
      )}
      {(editing === 'new' || edited) && (
        <FigureDialog
          project={project}
          figures={figures}
          figure={edited}
          onClose={() => setEditing(null)}
          onSaved={setChosen}
        />
      )}
    </>
  )
}

/** Searched and filtered figures stand one under the other; only the whole list is grouped. */
function groupsFor(figures: readonly FigureState[], query: string, filter: Filter): FigureGroup[] {
  if (query === '' && filter === 'all') return groupFigures(figures)
  const kept = figures.filter(
    ({ goal }) => filter === 'all' || (filter === 'goals' ? goal : goal?.verdict === 'missed'),
  )
  return searchFigures(kept, query).map((figure) => ({ figure, parts: [] }))
}

interface NoFiguresProps {
  project: Project
  suggested: number
  add: ReactElement | false
}

function NoFigures({ project, suggested, add }: NoFiguresProps): ReactElement {
  const words = useWords(figuresPageWords)
  const hasTables = useSources(project.id).data?.some((source) => source.tables.length > 0) ?? false
  const page = hasTables ? 'report' : 'data'
  return (
    <div className="figures-empty">
      <EmptyState
        icon="goal"
        title={words.emptyTitle}
        actions={
          <>
            {suggested > 0 && (
              <Button icon="note" onClick={() => showSegment(project.id, 'suggestions')}>
                {words.toSuggestions}
              </Button>
            )}
            <Button icon="arrow" onClick={() => show({ screen: 'project', project: project.id, page })}>
              {hasTables ? words.draft : words.toData}
            </Button>
            {add}
          </>
        }
      >
        <p>{words.emptyText}</p>
      </EmptyState>
    </div>
  )
}

// Every figure of the project: what it is worth, how it stands to its goal, where it comes from. Goals are set here.

import { type ReactElement, useDeferredValue, useState } from 'react'
import type { FigureState } from '../../../shared/model/goal.ts'
import type { FigureId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { figuresPageWords, figureViewWords } from '../../../shared/text/figures-page.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { Loading } from '../../components/loading.tsx'
import { searchFigures } from '../../components/figure-search.ts'
import { useFigures, useSources } from '../../queries.ts'
import { type PageProps, show } from '../../view.ts'
import { useWords } from '../../words.ts'
import './figures-page.css'
import { FigurePanel } from './figure-panel.tsx'
import { FiguresTable } from './figures-table.tsx'
import { GoalOverview } from './goal-overview.tsx'
import { type FigureGroup, groupFigures } from './group-figures.ts'
import { TypedFigureDialog } from './typed-figure-dialog.tsx'

type Filter = 'all' | 'goals' | 'missed'
const filters = ['all', 'goals', 'missed'] as const

export function FiguresPage({ project, place }: PageProps): ReactElement {
  const figures = useFigures(project.id)
  if (figures.error && !figures.data) {
    return (
      <div className="page-message">
        <ErrorNote error={figures.error} />
      </div>
    )
  }
  if (!figures.data) {
    return <Loading />
  }
  return <Figures project={project} figures={figures.data} place={place} />
}

function Figures({
  project,
  figures,
  place,
}: {
  project: Project
  figures: readonly FigureState[]
  place: string | undefined
}): ReactElement {
  const words = useWords(figuresPageWords)
  const { search } = useWords(figureViewWords)
  const [chosen, setChosen] = useState<FigureId | null>((place as FigureId | undefined) ?? null)
  const [query, setQuery] = useState('')
  const [filter, setFilter] = useState<Filter>('all')
  const [adding, setAdding] = useState(false)
  const groups = groupsFor(figures, useDeferredValue(query), filter)
  const shown = groups.reduce((sum, { parts }) => sum + 1 + parts.length, 0)
  const figure = figures.find(({ id }) => id === chosen)
  const add = !project.readOnly && (
    <Button icon="plus" onClick={() => setAdding(true)}>
      {words.add}
    </Button>
  )
  return (
    <div className="figures">
      <header className="figures-head">
        <h1>{words.title}</h1>
        {figures.length > 0 && (
          <>
            <p>{words.count(Math.min(shown, figures.length), figures.length)}</p>
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
          </>
        )}
        {add}
      </header>
      {figures.length === 0 ? (
        <NoFigures project={project} />
      ) : (
        <>
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
                onClose={() => setChosen(null)}
              />
            ) : (
              <GoalOverview project={project} figures={figures} onFigure={setChosen} />
            )}
          </aside>
        </>
      )}
      {adding && <TypedFigureDialog project={project} onClose={() => setAdding(false)} onAdded={setChosen} />}
    </div>
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

function NoFigures({ project }: { project: Project }): ReactElement {
  const words = useWords(figuresPageWords)
  const hasTables = useSources(project.id).data?.some((source) => source.tables.length > 0) ?? false
  const page = hasTables ? 'report' : 'data'
  return (
    <div className="figures-empty">
      <EmptyState
        icon="goal"
        title={words.emptyTitle}
        actions={
          <Button
            kind="primary"
            icon="arrow"
            onClick={() => show({ screen: 'project', project: project.id, page })}
          >
            {hasTables ? words.draft : words.toData}
          </Button>
        }
      >
        <p>{words.emptyText}</p>
      </EmptyState>
    </div>
  )
}

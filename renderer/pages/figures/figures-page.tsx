// The figures screen in four parts: every figure with its value and source, the goals, the comparisons, and what else the
// tables suggest. This shows the part that the address names.

import { type KeyboardEvent, type ReactElement, useRef } from 'react'
import type { FigureState } from '../../../shared/model/goal.ts'
import type { Project } from '../../../shared/model/project.ts'
import { type FiguresSegment, figuresPageWords } from '../../../shared/text/figures-page.ts'
import { ErrorNote } from '../../components/error-note.tsx'
import { Loading } from '../../components/loading.tsx'
import { useComparisons, useFigures, useSuggestions } from '../../queries.ts'
import type { PageProps } from '../../view.ts'
import { useWords } from '../../words.ts'
import { ComparisonsSegment } from './comparisons-segment.tsx'
import './figures-page.css'
import { FiguresSegmentView } from './figures-segment.tsx'
import { GoalsSegment } from './goals-segment.tsx'
import { segments, showSegment, shownAt, useLastSegment } from './segments.ts'
import { SuggestionsSegment } from './suggestions-segment.tsx'

export function FiguresPage({ project, place }: PageProps): ReactElement {
  const figures = useFigures(project.id)
  if (figures.error && !figures.data) {
    return (
      <div className="page-message">
        <ErrorNote error={figures.error} />
      </div>
    )
  }
  if (!figures.data) return <Loading />
  return <Figures project={project} figures={figures.data} place={place} />
}

interface FiguresProps {
  project: Project
  figures: readonly FigureState[]
  place: string | undefined
}

function Figures({ project, figures, place }: FiguresProps): ReactElement {
  const words = useWords(figuresPageWords)
  const comparisons = useComparisons(project.id)
  const suggestions = useSuggestions(project.id)
  const last = useLastSegment()
  const known = new Set<string>(comparisons.data?.map(({ comparison }) => comparison.id))
  const shown = shownAt(place, last, known)
  const failure = shown.segment === 'comparisons' ? comparisons.error : suggestions.error
  const isFailed = shown.segment === 'comparisons' ? comparisons.isError : suggestions.isError
  return (
    <div className="figures">
      <header className="figures-head">
        <h1 className="visually-hidden">{words.title}</h1>
        <Tabs
          project={project}
          shown={shown.segment}
          counts={{
            figures: figures.length,
            goals: figures.filter(({ goal }) => goal).length,
            comparisons: comparisons.data?.length ?? 0,
            suggestions: suggestions.data?.length ?? 0,
          }}
        />
      </header>
      <div
        className="figures-segment"
        id="figures-segment"
        role="tabpanel"
        aria-labelledby={`tab-${shown.segment}`}
        tabIndex={-1}
      >
        {shown.segment === 'figures' && (
          <FiguresSegmentView
            key={shown.figure ?? ''}
            project={project}
            figures={figures}
            place={shown.figure}
            suggested={suggestions.data?.length ?? 0}
          />
        )}
        {shown.segment === 'goals' && <GoalsSegment project={project} figures={figures} />}
        {(shown.segment === 'comparisons' || shown.segment === 'suggestions') && isFailed && (
          <div className="page-message">
            <ErrorNote error={failure} />
          </div>
        )}
        {shown.segment === 'comparisons' &&
          !isFailed &&
          (comparisons.data ? (
            <ComparisonsSegment
              project={project}
              figures={figures}
              comparisons={comparisons.data}
              place={shown.comparison}
            />
          ) : (
            <Loading />
          ))}
        {shown.segment === 'suggestions' &&
          !isFailed &&
          (suggestions.data ? (
            <SuggestionsSegment project={project} figures={figures} suggestions={suggestions.data} />
          ) : (
            <Loading />
          ))}
      </div>
    </div>
  )
}

interface TabsProps {
  project: Project
  shown: FiguresSegment
  counts: Readonly<Record<FiguresSegment, number>>
}

/** Arrow keys go from tab to tab (https://www.w3.org/WAI/ARIA/apg/patterns/tabs/). */
function Tabs({ project, shown, counts }: TabsProps): ReactElement {
  const words = useWords(figuresPageWords)
  const list = useRef<HTMLDivElement>(null)
  const press = (event: KeyboardEvent): void => {
    const at = segments.indexOf(shown)
    const steps: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }
    const step = steps[event.key]
    const next = step === undefined ? undefined : segments.at(step % segments.length)
    if (!next) return
    event.preventDefault()
    showSegment(project.id, next)
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus()
  }
  return (
    <div className="figures-tabs" role="tablist" aria-label={words.title} ref={list}>
      {segments.map((segment) => (
        <button
          key={segment}
          id={`tab-${segment}`}
          type="button"
          role="tab"
          aria-selected={segment === shown}
          aria-controls="figures-segment"
          tabIndex={segment === shown ? 0 : -1}
          onClick={() => showSegment(project.id, segment)}
          onKeyDown={press}
        >
          {words.segments[segment]}{' '}
          {counts[segment] > 0 && (
            <span className={segment === 'suggestions' ? 'figures-badge is-new' : 'figures-badge'}>
              {counts[segment]}
            </span>
          )}
        </button>
      ))}
    </div>
  )
}

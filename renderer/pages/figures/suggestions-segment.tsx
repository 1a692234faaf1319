// What is worth having and is not there yet, most useful first: accepted one by one or all at once, and undone.

import { type ReactElement, useState } from 'react'
import type { FigureState } from '../../../shared/model/goal.ts'
import type { Project } from '../../../shared/model/project.ts'
import type { Suggestion } from '../../../shared/model/suggestion.ts'
import { suggestionsPageWords } from '../../../shared/text/suggestions-page.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { useSources } from '../../queries.ts'
import { toast } from '../../toasts.ts'
import { show } from '../../view.ts'
import { useWords } from '../../words.ts'
import './cards.css'
import { type Acceptance, acceptSuggestions, undoAcceptance } from './accept-suggestions.ts'
import { SuggestionCard } from './suggestion-card.tsx'

export interface SuggestionsSegmentProps {
  project: Project
  figures: readonly FigureState[]
  suggestions: readonly Suggestion[]
}

export function SuggestionsSegment({ project, figures, suggestions }: SuggestionsSegmentProps): ReactElement {
  const words = useWords(suggestionsPageWords)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const ranked = suggestions.toSorted((one, other) => other.rank - one.rank)

  const undo = (kept: Acceptance): void =>
    void undoAcceptance(project.id, kept).then(
      (isAll) => toast({ text: isAll ? words.undone : words.undoFailed, tone: isAll ? 'done' : 'note' }),
      setFailure,
    )

  async function accept(chosen: readonly Suggestion[]): Promise<void> {
    setBusy(true)
    setFailure(null)
    try {
      const kept = await acceptSuggestions(project.id, chosen, figures)
      const [only] = chosen
      toast({
        text:
          only && chosen.length === 1
            ? words.accepted(only.name)
            : words.acceptedAll(kept.figures.length, kept.comparisons.length, kept.charts.length),
        tone: 'done',
        action: { label: words.undo, run: () => undo(kept) },
      })
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }

  if (ranked.length === 0) return <NoSuggestions project={project} failure={failure} />
  return (
    <>
      <div className="figures-tools">
        <p className="figures-hint">{words.intro(ranked.length)}</p>
        <span className="figures-gap" />
        {!project.readOnly && (
          <Button kind="primary" icon="check" disabled={busy} onClick={() => void accept(ranked)}>
            {words.acceptAll}
          </Button>
        )}
      </div>
      <div className="figures-body">
        <div className="figures-main">
          {failure !== null && <ErrorNote error={failure} />}
          <ol className="suggestions">
            {ranked.map((suggestion) => (
              <li key={suggestion.id}>
                <SuggestionCard
                  project={project}
                  figures={figures}
                  suggestion={suggestion}
                  disabled={busy}
                  onAccept={() => void accept([suggestion])}
                />
              </li>
            ))}
          </ol>
        </div>
      </div>
    </>
  )
}

function NoSuggestions({ project, failure }: { project: Project; failure: unknown }): ReactElement {
  const words = useWords(suggestionsPageWords)
  const hasTables = useSources(project.id).data?.some(({ tables }) => tables.length > 0) ?? false
  return (
    <div className="figures-empty">
      {failure !== null && <ErrorNote error={failure} />}
      <EmptyState
        icon="note"
        title={words.emptyTitle}
        actions={
          !hasTables && (
            <Button
              kind="primary"
              icon="arrow"
              onClick={() => show({ screen: 'project', project: project.id, page: 'data' })}
            >
              {words.toData}
            </Button>
          )
        }
      >
        <p>{hasTables ? words.emptyText : words.emptyNoTables}</p>
      </EmptyState>
    </div>
  )
}

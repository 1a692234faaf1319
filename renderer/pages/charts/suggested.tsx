// Charts worth having that are not there yet, with what they need: one press keeps them with their figures.

import { type ReactElement, useState } from 'react'
import type { ChartState } from '../../../shared/model/chart.ts'
import type { SuggestionId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { chartBuilderWords } from '../../../shared/text/chart-builder.ts'
import { chartKindNames } from '../../../shared/text/charts.ts'
import { client } from '../../api.ts'
import { Button } from '../../components/button.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { useSuggestions } from '../../queries.ts'
import { toast } from '../../toasts.ts'
import { useWords } from '../../words.ts'
import { KindPicture } from './kind-picture.tsx'

const mostShown = 6

export function Suggested({
  project,
  charts,
}: {
  project: Project
  charts: readonly ChartState[]
}): ReactElement | null {
  const words = useWords(chartBuilderWords)
  const kinds = useWords(chartKindNames)
  const [failure, setFailure] = useState<unknown>(null)
  const known = new Set(charts.map(({ id }) => id))
  const offered = (useSuggestions(project.id).data ?? [])
    .flatMap((suggestion) => {
      const fresh = suggestion.charts.filter(({ id }) => !known.has(id))
      const [first] = fresh
      return first ? [{ suggestion, first, fresh }] : []
    })
    .filter(({ first }, index, all) => all.findIndex((other) => other.first.name === first.name) === index)
    .slice(0, mostShown)
  if (offered.length === 0) return null

  async function keep(id: SuggestionId, name: string): Promise<void> {
    try {
      await client.call('suggestions.accept', { project: project.id, suggestions: [id] })
      setFailure(null)
      toast({ text: words.kept(name), tone: 'done' })
    } catch (error) {
      setFailure(error)
    }
  }

  return (
    <section className="suggested" aria-labelledby="suggested-charts">
      <h2 id="suggested-charts">{words.suggested}</h2>
      <p>{words.suggestedText}</p>
      {failure !== null && <ErrorNote error={failure} />}
      <ul>
        {offered.map(({ suggestion, first, fresh }) => (
          <li key={suggestion.id}>
            <KindPicture kind={first.kind} />
            <div>
              <p>
                {first.name}
                {fresh.length > 1 && ` +${fresh.length - 1}`}
              </p>
              <small>
                {kinds[first.kind]} · {suggestion.why}
              </small>
            </div>
            <Button
              size="small"
              icon="plus"
              aria-label={words.keepNamed(first.name)}
              onClick={() => void keep(suggestion.id, first.name)}
            >
              {words.keep}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

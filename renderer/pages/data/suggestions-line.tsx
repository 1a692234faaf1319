// After an import: how much of what was just read is worth having, and the way there. Silent when there is nothing.

import type { ReactElement } from 'react'
import type { ProjectId, SourceId } from '../../../shared/model/ids.ts'
import type { Table } from '../../../shared/model/table.ts'
import { suggestionsPageWords } from '../../../shared/text/suggestions-page.ts'
import { Icon } from '../../components/icon.tsx'
import { useSuggestions } from '../../queries.ts'
import { addressOf } from '../../view.ts'
import { useWords } from '../../words.ts'

export interface SuggestionsLineProps {
  project: ProjectId
  /** The file just imported. */
  source: SourceId
  tables: readonly Table[]
}

export function SuggestionsLine({ project, source, tables }: SuggestionsLineProps): ReactElement | null {
  const words = useWords(suggestionsPageWords)
  const suggestions = useSuggestions(project).data ?? []
  const read = new Set(tables.filter((table) => table.source === source).map(({ id }) => id))
  const count = suggestions.filter(({ table }) => read.has(table)).length
  if (count === 0) return null
  return (
    <output className="data-line">
      <Icon name="note" size={14} />
      <span>{words.found(count)}</span>
      <a href={addressOf({ screen: 'project', project, page: 'figures', place: 'suggestions' })}>
        {words.see}
      </a>
    </output>
  )
}

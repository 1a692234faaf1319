// Says for which figure the rows are shown, and leads back to it.

import type { ReactElement } from 'react'
import type { FigureState } from '../../../shared/model/goal.ts'
import type { ProjectId } from '../../../shared/model/ids.ts'
import { tableViewWords } from '../../../shared/text/table-view.ts'
import { Icon } from '../../components/icon.tsx'
import { addressOf } from '../../view.ts'
import { useWords } from '../../words.ts'

export interface FigureRowsNoteProps {
  project: ProjectId
  figure: Pick<FigureState, 'id' | 'name'>
}

export function FigureRowsNote({ project, figure }: FigureRowsNoteProps): ReactElement {
  const words = useWords(tableViewWords)
  return (
    <p className="data-line">
      <Icon name="search" size={14} />
      <span>{words.rowsOfFigure(figure.name)}</span>
      <a href={addressOf({ screen: 'project', project, page: 'figures', place: figure.id })}>
        {words.backToFigure}
      </a>
    </p>
  )
}

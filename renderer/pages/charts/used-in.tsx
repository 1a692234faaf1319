// Where the report shows the chart, a way to each place.

import type { ReactElement } from 'react'
import type { Project } from '../../../shared/model/project.ts'
import { chartBuilderWords } from '../../../shared/text/chart-builder.ts'
import { addressOf } from '../../view.ts'
import { useWords } from '../../words.ts'
import type { Place } from './chart-uses.ts'

export function UsedIn({ project, uses }: { project: Project; uses: readonly Place[] }): ReactElement {
  const words = useWords(chartBuilderWords)
  if (uses.length === 0) return <p className="used-in">{words.notUsed}</p>
  return (
    <div className="used-in">
      <span>{words.usedIn}</span>
      <ul>
        {uses.map(({ block, text }) => (
          <li key={block}>
            <a href={addressOf({ screen: 'project', project: project.id, page: 'report', place: block })}>
              {text || words.untitled}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

// Where the chosen figure is used, each place to be gone to.

import type { ReactElement } from 'react'
import type { FigureState } from '../../../shared/model/goal.ts'
import type { Project } from '../../../shared/model/project.ts'
import { figuresPageWords } from '../../../shared/text/figures-page.ts'
import { useCharts, useComparisons, useReport } from '../../queries.ts'
import { addressOf } from '../../view.ts'
import { useWords } from '../../words.ts'
import { usesOf } from './figure-uses.ts'

export interface FigureUsesProps {
  project: Project
  figure: FigureState
  figures: readonly FigureState[]
}

export function FigureUses({ project, figure, figures }: FigureUsesProps): ReactElement {
  const words = useWords(figuresPageWords)
  const charts = useCharts(project.id).data ?? []
  const comparisons = (useComparisons(project.id).data ?? []).map(({ comparison }) => comparison)
  const blocks = useReport(project.id).data?.blocks ?? []
  const uses = usesOf(figure.id, { figures, charts, comparisons, blocks }, words.uses)
  return (
    <section className="figure-uses" aria-label={words.usedIn}>
      <h3>{words.usedIn}</h3>
      {uses.length === 0 ? (
        <p className="figures-hint">{words.unused}</p>
      ) : (
        <ul>
          {uses.map(({ text, page, place }) => (
            <li key={`${page} ${place}`}>
              <a href={addressOf({ screen: 'project', project: project.id, page, place })}>{text}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

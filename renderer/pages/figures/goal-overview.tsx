// How far all goals were met, at a glance, while no figure is chosen.

import { type ReactElement, useMemo } from 'react'
import { plotChart } from '../../../shared/charts/index.ts'
import type { ChartSpec } from '../../../shared/model/chart.ts'
import type { FigureState } from '../../../shared/model/goal.ts'
import type { ChartId, FigureId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { figuresPageWords } from '../../../shared/text/figures-page.ts'
import { Chart } from '../../components/chart/chart.tsx'
import { useWords } from '../../words.ts'

const barHeight = 34
const axisHeight = 40

export interface GoalOverviewProps {
  project: Project
  figures: readonly FigureState[]
  onFigure: (figure: FigureId) => void
}

export function GoalOverview({ project, figures, onFigure }: GoalOverviewProps): ReactElement {
  const words = useWords(figuresPageWords)
  const plot = useMemo(() => {
    const judged = figures.filter(({ goal }) => (goal?.index ?? null) !== null)
    const spec: ChartSpec = {
      id: 'goal-overview' as ChartId,
      kind: 'attainment',
      name: words.overview,
      categories: judged.map(({ name }) => name),
      series: [{ name: words.overview, figures: judged.map(({ id }) => id), aspect: 'attainment' }],
    }
    return plotChart(spec, new Map(figures.map((figure) => [figure.id, figure])), project.language)
  }, [figures, project.language, words])
  return (
    <section className="figures-part" aria-labelledby="goal-overview">
      <h2 id="goal-overview">{words.overview}</h2>
      {plot.categories.length > 0 ? (
        <Chart plot={plot} height={plot.categories.length * barHeight + axisHeight} onFigure={onFigure} />
      ) : (
        <p className="figures-hint">{words.noGoals}</p>
      )}
      <p className="figures-hint">{words.pickOne}</p>
    </section>
  )
}

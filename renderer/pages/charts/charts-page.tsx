// The charts of the project: all of them in small, or one of them in the builder, as the address says.

import { type ReactElement, useMemo, useState } from 'react'
import type { ChartState } from '../../../shared/model/chart.ts'
import type { FigureState } from '../../../shared/model/goal.ts'
import type { ChartId } from '../../../shared/model/ids.ts'
import { chartBuilderWords } from '../../../shared/text/chart-builder.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { Loading } from '../../components/loading.tsx'
import { useCharts, useFigures, useReport, useSources } from '../../queries.ts'
import type { PageProps } from '../../view.ts'
import { useWords } from '../../words.ts'
import { Builder, type BuilderProps } from './builder.tsx'
import { type BuilderSession, maybeSession, openSession } from './builder-session.ts'
import { openGallery, specOf } from './chart-actions.ts'
import { usesOfCharts } from './chart-uses.ts'
import { Gallery } from './gallery.tsx'

export function ChartsPage({ project, place }: PageProps): ReactElement {
  const words = useWords(chartBuilderWords)
  const charts = useCharts(project.id)
  const figures = useFigures(project.id)
  const sources = useSources(project.id)
  const report = useReport(project.id)
  const known = useMemo(() => mapOf(figures.data ?? []), [figures.data])
  const uses = useMemo(
    () => usesOfCharts(report.data?.blocks ?? [], { project, figures: known }),
    [report.data, project, known],
  )
  const tables = useMemo(() => (sources.data ?? []).flatMap((source) => source.tables), [sources.data])
  const needed = [charts, figures, sources]
  const failed = needed.find((query) => query.error && query.data === undefined)
  if (failed) {
    return (
      <div className="page-message">
        <ErrorNote error={failed.error}>
          <Button onClick={() => void failed.refetch()}>{words.retry}</Button>
        </ErrorNote>
      </div>
    )
  }
  if (!charts.data || !figures.data || !sources.data) return <Loading />
  if (place === undefined) {
    return <Gallery project={project} charts={charts.data} figures={known} tables={tables} uses={uses} />
  }
  const id = place as ChartId
  const kept = charts.data.find((chart) => chart.id === id)
  const building = { project, figures: figures.data, tables, uses: uses.get(id) ?? [], kept }
  return <BuilderOf key={id} id={id} isNewest={!charts.isFetching} {...building} />
}

/** Opens what is being built, or what the project has; a chart that is neither is gone. */
function BuilderOf({
  id,
  isNewest,
  ...building
}: Omit<BuilderProps, 'session'> & { id: ChartId; isNewest: boolean }): ReactElement {
  const words = useWords(chartBuilderWords)
  const { project, kept } = building
  const [session] = useState(() => sessionFor(project.id, id, kept, isNewest))
  if (!session) {
    return (
      <div className="gallery-empty">
        <EmptyState
          icon="chart"
          title={words.gone}
          actions={<Button onClick={() => openGallery(project.id)}>{words.back}</Button>}
        >
          <p>{words.goneText}</p>
        </EmptyState>
      </div>
    )
  }
  return <Builder session={session} {...building} />
}

function sessionFor(
  project: BuilderProps['project']['id'],
  id: ChartId,
  kept: ChartState | undefined,
  isNewest: boolean,
): BuilderSession | undefined {
  const open = maybeSession(project, id)
  // What was read earlier may be older than what was saved here since.
  if (open && kept && isNewest) open.seen(kept, true)
  if (open || !kept) return open
  return openSession(project, { chart: specOf(kept), autoKind: false, autoName: kept.name === '' }, true)
}

const mapOf = (figures: readonly FigureState[]) => new Map(figures.map((figure) => [figure.id, figure]))

// What is done to whole charts: made, copied, renamed, removed. Says what it did and how to take it back.

import type { ChartSpec, ChartState } from '../../../shared/model/chart.ts'
import type { ChartId, ProjectId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import type { ChartBuilderWords } from '../../../shared/text/chart-builder.ts'
import { client } from '../../api.ts'
import { toast } from '../../toasts.ts'
import { show } from '../../view.ts'
import { endSession, lastChoices, openSession } from './builder-session.ts'

export const newChartId = (): ChartId => `chart-${crypto.randomUUID()}` as ChartId

/** What the engine keeps: what the query found is found again. */
export function specOf({ data: _data, ...spec }: ChartState): ChartSpec {
  return spec
}

/** Opens the builder on a chart that is kept once there is something in it. */
export function startChart(project: ProjectId, given: Partial<ChartSpec>): void {
  const chart: ChartSpec = {
    id: newChartId(),
    kind: lastChoices.kind ?? 'column',
    name: '',
    title: { auto: true },
    categories: [],
    series: [],
    ...given,
  }
  openSession(project, { chart, autoKind: true, autoName: true }, false)
  openChart(project, chart.id)
}

export const openChart = (project: ProjectId, chart: ChartId): void =>
  show({ screen: 'project', project, page: 'charts', place: chart })

export const openGallery = (project: ProjectId): void => show({ screen: 'project', project, page: 'charts' })

export async function duplicateChart(
  project: Project,
  chart: ChartSpec,
  words: ChartBuilderWords,
): Promise<ChartId> {
  const { role: _role, ...rest } = chart
  const copy = { ...rest, id: newChartId(), name: words.copyOf(chart.name).slice(0, 200) }
  await client.call('charts.save', { project: project.id, chart: copy })
  toast({ text: words.duplicated(copy.name), tone: 'done' })
  return copy.id
}

/** Refused with `chart-in-use` while the report shows it. */
export async function removeChart(
  project: Project,
  chart: ChartSpec,
  words: ChartBuilderWords,
): Promise<void> {
  await client.call('charts.remove', { project: project.id, chart: chart.id })
  endSession(project.id, chart.id)
  toast({
    text: words.removed(chart.name || words.untitled),
    tone: 'done',
    action: {
      label: words.undo,
      run: () => void client.call('charts.save', { project: project.id, chart }),
    },
  })
}

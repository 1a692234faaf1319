// Everything shown that the engine holds, read once and again when the engine says that it changed.
// Pages change nothing here: they call the engine and the event comes back.

import {
  keepPreviousData,
  QueryClient,
  queryOptions,
  skipToken,
  type UseQueryResult,
  useQuery,
} from '@tanstack/react-query'
import type { CallOutput, EventPayload } from '../shared/contract.ts'
import type { ChartData, ChartQuery } from '../shared/model/chart.ts'
import type { ColumnId, FileRef, JobId, ProjectId, TableId } from '../shared/model/ids.ts'
import type { Project } from '../shared/model/project.ts'
import type { Recipe } from '../shared/model/source.ts'
import type { Report } from '../shared/model/report.ts'
import { client, useConnection } from './api.ts'

export const queries = new QueryClient({
  defaultOptions: {
    // The engine is on this machine: being offline means nothing, and a failure is an answer, not bad luck.
    queries: {
      networkMode: 'always',
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

type What = EventPayload<'project.changed'>['what'][number]
const keyOf = (project: ProjectId | null, what: What) => ['in-project', project, what] as const

/** Keeps what is shown as the engine has it. Call once, when the page starts. */
export function followEngine(): void {
  client.on('project.changed', ({ project, what }) => {
    for (const changed of what) void askAgain(keyOf(project, changed))
    void askAgain(['recent'])
  })
  useConnection.subscribe((now, before) => {
    // Changes may have passed unheard.
    if (now === 'open' && before === 'lost') void queries.invalidateQueries()
  })
}

/** A first answer that is still on its way may be older than the change: it is not waited for. */
async function askAgain(queryKey: readonly unknown[]): Promise<void> {
  await queries.cancelQueries({ queryKey })
  await queries.invalidateQueries({ queryKey })
}

export const useAppInfo = (): UseQueryResult<CallOutput<'app.info'>> =>
  useQuery({ queryKey: ['app'], queryFn: () => client.call('app.info', {}) })

export const useRecentProjects = (): UseQueryResult<CallOutput<'projects.recent'>['projects']> =>
  useQuery({
    queryKey: ['recent'],
    queryFn: async () => (await client.call('projects.recent', {})).projects,
    refetchOnMount: 'always',
  })

/** Null asks for nothing: no project is shown. */
export const useProject = (project: ProjectId | null): UseQueryResult<Project> =>
  useQuery({
    queryKey: keyOf(project, 'project'),
    queryFn: project === null ? skipToken : () => client.call('projects.read', { project }),
  })

/** A project as a call has just answered it, ahead of the event. */
export function keepProject(project: Project): void {
  queries.setQueryData(keyOf(project.id, 'project'), project)
}

export const useSources = (project: ProjectId): UseQueryResult<CallOutput<'sources.list'>['sources']> =>
  useQuery({
    queryKey: keyOf(project, 'sources'),
    queryFn: async () => (await client.call('sources.list', { project })).sources,
  })

/** All figures with values, sources and goals, in the project's order. */
export const useFigures = (project: ProjectId): UseQueryResult<CallOutput<'figures.list'>['figures']> =>
  useQuery({
    queryKey: keyOf(project, 'figures'),
    queryFn: async () => (await client.call('figures.list', { project })).figures,
  })

/** Stands with the figures: whatever changes one of them changes the sentence. */
export const useComparisons = (
  project: ProjectId,
): UseQueryResult<CallOutput<'comparisons.list'>['comparisons']> =>
  useQuery({
    queryKey: [...keyOf(project, 'figures'), 'comparisons'],
    queryFn: async () => (await client.call('comparisons.list', { project })).comparisons,
  })

/** What is worth having and is not there yet, best first. */
export const useSuggestions = (
  project: ProjectId,
): UseQueryResult<CallOutput<'suggestions.list'>['suggestions']> =>
  useQuery({
    queryKey: [...keyOf(project, 'figures'), 'suggestions'],
    queryFn: async () => (await client.call('suggestions.list', { project })).suggestions,
  })

export const useCharts = (project: ProjectId): UseQueryResult<CallOutput<'charts.list'>['charts']> =>
  useQuery({
    queryKey: keyOf(project, 'charts'),
    queryFn: async () => (await client.call('charts.list', { project })).charts,
  })

export const useReport = (project: ProjectId): UseQueryResult<Report> =>
  useQuery({ queryKey: keyOf(project, 'report'), queryFn: () => client.call('report.read', { project }) })

/** The first rows of a file and what is guessed from them. An answer that is no longer wanted is called off. */
export const previewQuery = (file: FileRef | undefined, recipe: Recipe | undefined) =>
  queryOptions({
    queryKey: ['preview', file, recipe],
    queryFn:
      file === undefined
        ? skipToken
        : async ({ signal }): Promise<CallOutput<'sources.preview'>> => {
            const job = crypto.randomUUID() as JobId
            const cancel = (): void => void client.call('jobs.cancel', { job }).catch(() => undefined)
            signal.addEventListener('abort', cancel)
            return client.call('sources.preview', { file, job, ...(recipe && { recipe }) })
          },
    placeholderData: () => lastPreview(file),
    gcTime: 60_000,
  })

/** The newest answer about a file, whatever the recipe: shown while another is on its way, or when that one failed. */
export function lastPreview(file: FileRef | undefined): CallOutput<'sources.preview'> | undefined {
  const asked = queries.getQueryCache().findAll({ queryKey: ['preview', file] })
  const answered = asked.filter(({ state }) => state.data !== undefined)
  const [newest] = answered.toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
  return newest?.state.data as CallOutput<'sources.preview'> | undefined
}

/** One column at a glance. Null asks for nothing. */
export const useColumnProfile = (
  project: ProjectId,
  table: TableId,
  column: ColumnId | null,
): UseQueryResult<CallOutput<'tables.profile'>> =>
  useQuery({
    queryKey: [...keyOf(project, 'sources'), 'profile', table, column],
    queryFn: column === null ? skipToken : () => client.call('tables.profile', { project, table, column }),
  })

/** What a chart's query finds; while another is on its way, what the one before found. Null asks for nothing. */
export const useChartData = (project: ProjectId, query: ChartQuery | null): UseQueryResult<ChartData> =>
  useQuery({
    queryKey: [...keyOf(project, 'sources'), 'chart', query],
    queryFn: query === null ? skipToken : () => client.call('charts.query', { project, query }),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  })

// Everything shown that the engine holds, read once and again when the engine says that it changed.
// Pages change nothing here: they call the engine and the event comes back.

import { QueryClient, skipToken, type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { CallOutput, EventPayload } from '../shared/contract.ts'
import type { ProjectId } from '../shared/model/ids.ts'
import type { Project } from '../shared/model/project.ts'
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
    for (const changed of what) void queries.invalidateQueries({ queryKey: keyOf(project, changed) })
    void queries.invalidateQueries({ queryKey: ['recent'] })
  })
  useConnection.subscribe((now, before) => {
    // Changes may have passed unheard.
    if (now === 'open' && before === 'lost') void queries.invalidateQueries()
  })
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

export const useCharts = (project: ProjectId): UseQueryResult<CallOutput<'charts.list'>['charts']> =>
  useQuery({
    queryKey: keyOf(project, 'charts'),
    queryFn: async () => (await client.call('charts.list', { project })).charts,
  })

export const useReport = (project: ProjectId): UseQueryResult<Report> =>
  useQuery({ queryKey: keyOf(project, 'report'), queryFn: () => client.call('report.read', { project }) })

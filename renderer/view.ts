// Which screen is shown. The address mirrors it, so that reload, back and forward work: `#/project/ID/data`.

import { create } from 'zustand'
import type { ProjectId } from '../shared/model/ids.ts'
import type { Project } from '../shared/model/project.ts'

/** In the way of the data, as in the navigation. */
export const projectPages = ['data', 'figures', 'charts', 'report', 'export'] as const
export type ProjectPage = (typeof projectPages)[number]

/** `place` names what to bring into view on the page: a block of the report, a figure, a table. */
export type View =
  | { screen: 'home' }
  | { screen: 'project'; project: ProjectId; page: ProjectPage; place?: string }

/** What the shell gives every page of a project. */
export interface PageProps {
  project: Project
  place?: string | undefined
}

/** Ids hold nothing that an address would have to escape. */
export function addressOf(view: View): string {
  if (view.screen === 'home') return '#/'
  return `#/project/${view.project}/${view.page}${view.place === undefined ? '' : `/${view.place}`}`
}

/** An address that says nothing known is home. */
export function viewAt(address: string): View {
  const [, project, name, place] = /^#\/project\/([\w.-]+)\/(\w+)(?:\/([\w.-]+))?$/.exec(address) ?? []
  const page = projectPages.find((known) => known === name)
  if (project === undefined || page === undefined) return { screen: 'home' }
  return { screen: 'project', project: project as ProjectId, page, ...(place === undefined ? {} : { place }) }
}

export const useView = create<View>(() => viewAt(location.hash))

window.addEventListener('hashchange', () => useView.setState(viewAt(location.hash), true))

/** Shows a screen; the one before is a step back in the browser's history. */
export function show(view: View): void {
  location.hash = addressOf(view)
  useView.setState(view, true)
}

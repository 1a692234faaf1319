// Which screen is shown. The address mirrors it, so that reload, back and forward work: `#/project/ID/data`.

import { create } from 'zustand'
import type { ProjectId } from '../shared/model/ids.ts'
import type { Project } from '../shared/model/project.ts'

/** In the way of the data, as in the navigation. */
export const projectPages = ['data', 'figures', 'report', 'export'] as const
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

export function addressOf(view: View): string {
  if (view.screen === 'home') return '#/'
  const place = view.place === undefined ? '' : `/${encodeURIComponent(view.place)}`
  return `#/project/${encodeURIComponent(view.project)}/${view.page}${place}`
}

/** An address that says nothing known is home. */
export function viewAt(address: string): View {
  const [, screen, id, name, place] = address.split('/')
  const page = projectPages.find((known) => known === name)
  if (screen !== 'project' || !id || page === undefined) return { screen: 'home' }
  const project = decodeURIComponent(id) as ProjectId
  return { screen: 'project', project, page, ...(place ? { place: decodeURIComponent(place) } : {}) }
}

export const useView = create<View>(() => viewAt(location.hash))

window.addEventListener('hashchange', () => useView.setState(viewAt(location.hash), true))

/** Shows a screen; the one before is a step back in the browser's history. */
export function show(view: View): void {
  location.hash = addressOf(view)
  useView.setState(view, true)
}

// Which projects are open, by an id that says nothing of the path. One file is open once, however often it is asked for.
// A project that was open before the engine was started anew is opened again when it is asked for by its id.

import { realpathSync } from 'node:fs'
import { RecapError } from '../shared/errors.ts'
import { ProjectId } from '../shared/model/ids.ts'
import { stableId } from '../shared/model/stable-id.ts'

export interface OpenProject<S> {
  id: ProjectId
  path: string
  store: S
}

export interface OpenProjects<S> {
  /** The project of the file at `path`, opened when it is not open yet. */
  at(path: string): OpenProject<S>
  /** Takes over a project that was just made. */
  add(path: string, store: S): OpenProject<S>
  /** Throws RecapError `project-missing` for an id that was never given. */
  get(id: ProjectId): OpenProject<S>
  close(id: ProjectId): void
  closeAll(): void
}

/**
 * @param open opens the file at a path
 * @param recent paths of projects that may be asked for by their ids
 */
export function openProjects<S extends { close(): void }>(
  open: (path: string) => S,
  recent: () => readonly string[],
): OpenProjects<S> {
  const projects = new Map<ProjectId, OpenProject<S>>()
  const add = (path: string, store: S): OpenProject<S> => {
    const real = realPath(path)
    const project = { id: idOf(real), path: real, store }
    projects.set(project.id, project)
    return project
  }
  const at = (path: string): OpenProject<S> => projects.get(idOf(realPath(path))) ?? add(path, open(path))
  const close = (id: ProjectId): void => {
    projects.get(id)?.store.close()
    projects.delete(id)
  }
  return {
    at,
    add,
    get(id) {
      const project = projects.get(id)
      if (project) return project
      const path = recent().find((candidate) => idOf(candidate) === id)
      if (path === undefined) throw new RecapError('project-missing', `no open project ${id}`)
      return at(path)
    },
    close,
    closeAll() {
      for (const id of projects.keys()) close(id)
    },
  }
}

const idOf = (path: string): ProjectId => ProjectId.parse(stableId('project', path))

function realPath(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    return path
  }
}

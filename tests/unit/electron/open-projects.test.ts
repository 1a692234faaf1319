import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openProjects } from '../../../electron/open-projects.ts'
import { ProjectId } from '../../../shared/model/ids.ts'
import { temporaryFolder } from '../../support/project.ts'

test('one file is open once, by whatever path; its id does not tell the path', () => {
  const folder = temporaryFolder()
  const path = join(folder, 'a.recap')
  writeFileSync(path, '')
  symlinkSync(path, join(folder, 'b.recap'))
  const projects = openProjects(
    () => ({ close: () => undefined }),
    () => [],
  )
  const first = projects.at(path)
  expect(projects.at(join(folder, '..', folder.split('/').at(-1) ?? '', 'b.recap'))).toBe(first)
  expect(projects.get(first.id)).toBe(first)
  expect(first.id).not.toContain('recap-test')
})

test('an id from before a restart opens its project again; any other is refused', () => {
  const path = join(temporaryFolder(), 'a.recap')
  writeFileSync(path, '')
  const before = openProjects(
    () => ({ close: () => undefined }),
    () => [],
  )
  const { id } = before.at(path)
  before.close(id)
  expect(() => before.get(id)).toThrow(expect.objectContaining({ code: 'project-missing' }))
  const after = openProjects(
    (opened) => ({ opened, close: () => undefined }),
    () => [path],
  )
  expect(after.get(id).store.opened).toBe(path)
  expect(() => after.get(ProjectId.parse('project-none'))).toThrow(
    expect.objectContaining({ code: 'project-missing' }),
  )
})

test('closing all closes each once', () => {
  const folder = temporaryFolder()
  const closed: string[] = []
  const projects = openProjects(
    (path) => ({ close: () => void closed.push(path) }),
    () => [],
  )
  for (const name of ['a', 'b', 'a']) projects.at(join(folder, name))
  projects.closeAll()
  projects.closeAll()
  expect(closed).toEqual([join(folder, 'a'), join(folder, 'b')])
})

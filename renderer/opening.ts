// The ways into a project: new, opened, sample, spreadsheets dropped on the home screen. From anywhere, by click or key.

import { create } from 'zustand'
import type { FileRef } from '../shared/model/ids.ts'
import type { Language } from '../shared/model/language.ts'
import type { Project } from '../shared/model/project.ts'
import { shellWords } from '../shared/text/screens.ts'
import { client, uploadFile } from './api.ts'
import { reviewFiles } from './pages/data/review/review.ts'
import { pickFiles } from './pick-files.ts'
import { languageOf, useSettings } from './settings.ts'
import { toast } from './toasts.ts'
import { type ProjectPage, show } from './view.ts'

interface Opening {
  /** Whether the new project's form is asked for. */
  asking: boolean
  busy: 'creating' | 'opening' | 'sampling' | null
  failure: unknown
}

export const useOpening = create<Opening>(() => ({ asking: false, busy: null, failure: null }))

export const askForNewProject = (asking = true): void => useOpening.setState({ asking })
export const dismissFailure = (): void => useOpening.setState({ failure: null })

/** One at a time: while a project is on its way another request is not heard. Failures are shown by the shell. */
async function open(
  busy: NonNullable<Opening['busy']>,
  get: () => Promise<Project | null>,
): Promise<Project | null> {
  if (useOpening.getState().busy !== null) return null
  useOpening.setState({ busy, failure: null })
  try {
    const project = await get()
    if (project) show({ screen: 'project', project: project.id, page: await firstPage(project) })
    return project
  } catch (failure) {
    useOpening.setState({ failure })
    return null
  } finally {
    useOpening.setState({ busy: null, asking: false })
  }
}

/** A project with a report is opened to go on writing, one without to give it data. */
async function firstPage(project: Project): Promise<ProjectPage> {
  const report = await client.call('report.read', { project: project.id })
  return report.blocks.length > 0 ? 'report' : 'data'
}

export const createProject = (name: string, language: Language): Promise<Project | null> =>
  open('creating', () => client.call('projects.create', { name, language, template: 'internship' }))

export const openSample = (language: Language): Promise<Project | null> =>
  open('sampling', () => client.call('projects.sample', { language }))

export const openRecent = (file: FileRef): Promise<Project | null> =>
  open('opening', () => client.call('projects.open', { file }))

/** `dialogs`: the host asks and opens in place; else the browser asks and a copy is opened. */
export async function openProject(dialogs: boolean): Promise<void> {
  if (dialogs) {
    await open('opening', async () => (await client.call('projects.pick', {})).project)
    return
  }
  const [file] = await pickFiles({ accept: '.recap', multiple: false })
  if (file) await openCopy(file)
}

async function openCopy(file: File): Promise<void> {
  const project = await open('opening', async () => {
    const { file: ref } = await uploadFile(file)
    return client.call('projects.open', { file: ref })
  })
  if (project)
    toast({ text: shellWords[languageOf(useSettings.getState())].copyOpened(file.name), tone: 'note' })
}

/** A project file among the dropped is opened; spreadsheets are reviewed in a new project named after the first. */
export async function openDropped(files: readonly File[], language: Language): Promise<void> {
  const project = files.find((file) => file.name.toLowerCase().endsWith('.recap'))
  if (project) return openCopy(project)
  const [first] = files
  if (!first) return
  const made = await createProject(first.name.replace(/\.[^.]+$/, '').slice(0, 100), language)
  if (made)
    reviewFiles(
      made.id,
      files.map((file) => ({ file })),
    )
}

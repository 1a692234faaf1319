// Which screen a host shows first, as the renderer addresses its screens: `/` or `/project/ID/report`.

import type { FileRef } from '../../shared/model/ids.ts'
import type { Language } from '../../shared/model/language.ts'
import type { Client } from '../../shared/rpc.ts'

export interface FirstView {
  /** A project to open. */
  file?: FileRef
  /** Without a project: the newest one there is, or a fresh sample project in this language where there is none. */
  sample?: Language
}

/** @throws RecapError when the project cannot be opened */
export async function firstView(client: Pick<Client, 'call'>, { file, sample }: FirstView): Promise<string> {
  if (file === undefined && sample === undefined) return '/'
  const { projects } = file === undefined ? await client.call('projects.recent', {}) : { projects: [] }
  const known = file ?? projects[0]?.file
  const project =
    known === undefined
      ? await client.call('projects.sample', { language: sample ?? 'zh-CN' })
      : await client.call('projects.open', { file: known })
  return `/project/${project.id}/report`
}

/** The user's language: as set in the app, else as the system's locale (`zh_CN.UTF-8`, `en-GB`) says. */
export async function languageFor(client: Pick<Client, 'call'>, locale: string): Promise<Language> {
  const { language } = await client.call('settings.read', {})
  return language ?? (locale.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en')
}

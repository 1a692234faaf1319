// The sample project in a window and a host of its own: made once for each language, copied for each test.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { onTestFinished } from 'vitest'
import type { Language } from '../../shared/model/language.ts'
import { type AppOptions, type AppPage, openApp } from './app-page.ts'
import { startEngine } from './platform.ts'
import { temporaryFolder } from './project.ts'
import { startWebHost } from './web-host.ts'

const made = new Map<Language, Promise<Uint8Array>>()

async function makeSample(language: Language): Promise<Uint8Array> {
  const { client, platform } = startEngine()
  const project = await client.call('projects.sample', { language })
  const { file } = await client.call('projects.copy', { project: project.id })
  return readFileSync(platform.files.pathOf(file).path)
}

/** Opens on the report, imported and drafted. Closed when the test ends. */
export async function openSample(browser: Browser, options: AppOptions = {}): Promise<AppPage> {
  const { language = 'zh-CN' } = options
  const making = made.get(language) ?? makeSample(language)
  made.set(language, making)
  const path = join(temporaryFolder(), '示例.recap')
  writeFileSync(path, await making)
  const host = await startWebHost({ project: path })
  onTestFinished(() => host.close())
  const app = await openApp(browser, host.url, { viewport: { width: 1440, height: 900 }, ...options })
  onTestFinished(() => app.page.context().close())
  return app
}

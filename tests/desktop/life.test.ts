// The desktop program from start to end: what is shown first, the menu, the dialogs, an engine that dies, and the
// ways to leave.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { runMain, startDesktop, type TestDesktop } from '../support/desktop.ts'
import { app, BrowserWindow, forget, type Item, next, said } from '../support/electron.ts'

let desktop: TestDesktop

afterEach(() => desktop.end())

const labels = (items: readonly Item[]): string[] =>
  items.flatMap(({ label, submenu }) => [...(label === undefined ? [] : [label]), ...labels(submenu ?? [])])

const item = (label: string): Item | undefined =>
  said.menus
    .at(-1)
    ?.flatMap(({ submenu }) => submenu ?? [])
    .find((entry) => entry.label === label)

describe('the start', () => {
  it('keeps all that is its own in the data folder', async () => {
    desktop = await startDesktop()
    expect(app.paths).toEqual({ userData: join(desktop.dataFolder, 'window') })
  })

  it('shows a sample project when it is asked to', async () => {
    desktop = await startDesktop('--sample')
    expect(desktop.window.webContents.url).toMatch(/^recap:\/\/app\/#\/project\/[\w-]+\/report$/)
    const { value } = (await desktop.call('projects.recent', {})) as { value: { projects: object[] } }
    expect(value.projects).toHaveLength(1)
  })

  it('does not start without folders of its own in a test', async () => {
    desktop = await startDesktop()
    forget()
    delete process.env.RECAP_DATA
    await runMain()
    expect(said.exits).toEqual([3])
    expect(said.errors[0]).toContain('RECAP_DATA')
  })
})

describe('the menu', () => {
  it('speaks the language of the system, and then the one that is chosen', async () => {
    desktop = await startDesktop()
    expect(labels(said.menus.at(-1) ?? [])).toContain('打开项目…')
    await desktop.call('settings.write', { language: 'en' })
    expect(labels(said.menus.at(-1) ?? [])).toContain('Open Project…')
    expect(labels(said.menus.at(-1) ?? []).join('')).not.toMatch(/[\u4E00-\u9FFF]/)
  })

  it('has what a user of the desktop expects', async () => {
    desktop = await startDesktop()
    const roles = (said.menus.at(-1) ?? [])
      .flatMap(({ submenu }) => submenu ?? [])
      .flatMap(({ role }) => role ?? [])
    for (const role of [
      'close',
      'quit',
      'undo',
      'redo',
      'cut',
      'copy',
      'paste',
      'pasteAndMatchStyle',
      'selectAll',
    ]) {
      expect(roles).toContain(role)
    }
    for (const role of ['resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen', 'minimize', 'about']) {
      expect(roles).toContain(role)
    }
    // In a shipped program there is nothing to inspect or reload.
    expect(roles).not.toContain('toggleDevTools')
  })

  it('opens a project that the user picks, and shows nothing else when they do not', async () => {
    desktop = await startDesktop('--sample')
    const { url } = desktop.window.webContents
    const open = item('打开项目…')
    open?.click?.()
    await vi.waitUntil(() => said.dialogs.length === 1)
    expect(said.dialogs[0]).toMatchObject({ filters: [{ extensions: ['recap'] }] })
    item('首页')?.click?.()
    expect(desktop.window.webContents.url).toBe('recap://app/#/')
    const recent = (await desktop.call('projects.recent', {})) as { value: { projects: { name: string }[] } }
    next.file = join(desktop.dataFolder, 'projects', `${recent.value.projects[0]?.name}.recap`)
    expect(existsSync(next.file)).toBe(true)
    open?.click?.()
    await vi.waitUntil(() => desktop.window.webContents.url === url)
  })
})

describe('the engine', () => {
  it('tells the page what changed', async () => {
    desktop = await startDesktop('--sample')
    const project = /project\/([\w-]+)\//.exec(desktop.window.webContents.url)?.[1]
    await desktop.call('projects.update', { project, facts: { name: '李' } })
    await vi.waitUntil(() => desktop.window.webContents.sent.length > 0)
    expect(desktop.window.webContents.sent[0]).toEqual([
      'event',
      'project.changed',
      { project, what: ['project'] },
    ])
  })

  it('that dies costs a connection, not the program: the next call finds a new one with the project in it', async () => {
    desktop = await startDesktop('--sample')
    const project = /project\/([\w-]+)\//.exec(desktop.window.webContents.url)?.[1]
    const saved = await desktop.call('projects.update', { project, facts: { name: '李' } })
    expect(saved.ok).toBe(true)
    const waiting = desktop.call('report.draft', { project })
    said.children[0]?.kill('SIGKILL')
    expect(await waiting).toMatchObject({ ok: false, error: { code: 'connection-lost' } })
    expect(await desktop.call('projects.read', { project })).toMatchObject({
      ok: true,
      value: { facts: { name: '李' } },
    })
    expect(said.children).toHaveLength(2)
  })
})

describe('leaving', () => {
  const ended = (): Promise<boolean> => vi.waitUntil(() => said.order.includes('gone'))

  it('ends the engine after everything it was asked', async () => {
    desktop = await startDesktop('--sample')
    const project = /project\/([\w-]+)\//.exec(desktop.window.webContents.url)?.[1]
    const last = desktop.call('projects.update', { project, facts: { name: '李' } })
    desktop.window.close()
    expect(await last).toMatchObject({ ok: true, value: { facts: { name: '李' } } })
    await ended()
    await vi.waitUntil(() => said.children[0]?.exitCode !== null || said.children[0]?.signalCode !== null)
  })

  it('waits for a page that is saving', async () => {
    desktop = await startDesktop()
    desktop.window.holds = 1
    desktop.window.close()
    expect(BrowserWindow.all).toHaveLength(1)
    await ended()
    expect(said.boxes).toEqual([])
  })

  it('lets the user decide about edits that cannot be saved', async () => {
    desktop = await startDesktop()
    desktop.window.holds = 2
    next.box = 0
    app.quit()
    await vi.waitUntil(() => said.boxes.length === 1)
    expect(said.boxes[0]?.message).toContain('还没有保存')
    expect(BrowserWindow.all).toHaveLength(1)
    desktop.window.holds = 1
    next.box = 1
    desktop.window.close()
    await ended()
  })

  it('reloads a page that crashed, once', async () => {
    desktop = await startDesktop()
    const { webContents } = desktop.window
    webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 139 })
    webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 139 })
    expect(webContents.reloads).toBe(1)
  })
})

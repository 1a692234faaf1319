// The desktop host: one window on recap://app, the engine in a process beside it, a menu and the system's dialogs
// around it. Puts the parts together and ends them in order; each part is in its own file.

import { join } from 'node:path'
import { app, BrowserWindow, session } from 'electron'
import type { Settings } from '../../../shared/contract.ts'
import type { Language } from '../../../shared/model/language.ts'
import { createClient, type Reply } from '../../../shared/rpc.ts'
import { firstView, languageFor } from '../first-view.ts'
import { type DataFolders, samplesFolder } from '../folders.ts'
import { createLog } from '../log.ts'
import { openPage } from '../page.ts'
import { homeAddress } from './address.ts'
import { answerCalls } from './calls.ts'
import { askForProject, confirmLoss, openLink } from './dialogs.ts'
import { startEngine } from './engine.ts'
import type { EngineSettings } from './engine-process.ts'
import { guardContents, guardSession } from './guards.ts'
import { showMenu } from './menu.ts'
import { serveProtocol } from './protocol.ts'
import { openWindow } from './window.ts'

/** Where Vite puts us: out/desktop, beside out/renderer. */
const built = import.meta.dirname

/** A page that is saving its last edits is asked again after this. */
const SAVING_MS = 500

export async function startDesktop(folders: DataFolders): Promise<void> {
  const log = createLog(folders.dataFolder, 'desktop')
  let window: BrowserWindow | undefined
  let language: Language = 'zh-CN'
  let quitting = false

  const settings: EngineSettings = {
    folders,
    samplesFolder: app.isPackaged ? join(process.resourcesPath, 'samples') : samplesFolder,
  }
  const engine = startEngine({
    file: join(built, 'engine-process.js'),
    settings,
    log,
    main: {
      pickProject: () =>
        window === undefined
          ? Promise.resolve(null)
          : askForProject(window, language, folders.projectsFolder),
      event: (name, payload) => window?.webContents.send('event', name, payload),
    },
  })
  const client = createClient({ call: engine.call, on: () => () => undefined })

  const showView = (view: string): void => void window?.loadURL(`${homeAddress}#${view}`)

  function drawMenu(): void {
    showMenu(language, {
      goHome: () => showView('/'),
      openProject: () => void openPicked(),
    })
  }

  async function openPicked(): Promise<void> {
    // A project that cannot be opened is told by the page, which asks for it again.
    const { project } = await client.call('projects.pick', {}).catch(() => ({ project: null }))
    if (project !== null) showView(`/project/${project.id}/report`)
  }

  /** Hands a call on; the language that the user chooses is the menu's too. */
  async function call(name: unknown, input: unknown): Promise<Reply> {
    const reply = await engine.call(name, input)
    if (name === 'settings.write' && reply.ok) {
      language = (reply.value as Settings).language ?? language
      drawMenu()
    }
    return reply
  }

  function show(view: string): void {
    const opened = openWindow({
      preload: join(built, 'preload.cjs'),
      address: `${homeAddress}#${view}`,
      devTools: !app.isPackaged,
      log,
    })
    window = opened
    let asked = false
    opened.webContents.on('will-prevent-unload', () => {
      // The page holds on to edits that it is saving. Once more, and then the user decides.
      if (asked) void decide(opened)
      else setTimeout(() => !opened.isDestroyed() && opened.close(), SAVING_MS)
      asked = true
    })
    opened.on('closed', () => {
      window = undefined
      if (quitting) app.quit()
    })
  }

  async function decide(opened: BrowserWindow): Promise<void> {
    if (await confirmLoss(opened, language)) opened.destroy()
    else quitting = false
  }

  guardSession(session.defaultSession)
  guardContents((address, contents) => {
    const from = BrowserWindow.fromWebContents(contents)
    if (from !== null) void openLink(from, language, address)
  })
  const parts = {
    page: openPage(join(built, '../renderer')),
    uploadFolders: { uploads: folders.uploadsFolder, projects: folders.projectsFolder },
    refFor: engine.refFor,
    pathOf: engine.pathOf,
  }
  serveProtocol(session.defaultSession, parts, log)
  answerCalls(call)

  app.on('second-instance', () => {
    // What the other one was started with is anybody's word: it only brings the window to the front.
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('activate', () => {
    if (window === undefined) show('/')
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('before-quit', () => {
    quitting = true
  })
  app.on('child-process-gone', (_event, { type, reason }) =>
    log({ level: 'error', event: 'process-gone', type, reason }),
  )
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void engine.close().then(() => {
      closed = true
      app.quit()
    })
  })

  language = await languageFor(client, app.getPreferredSystemLanguages()[0] ?? app.getLocale())
  drawMenu()
  const view = firstView(client, process.argv.includes('--sample') ? { sample: language } : {})
  // Without its sample the program is still of use.
  show(await view.catch(() => '/'))
}

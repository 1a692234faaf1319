// Stands in for the module `electron` where there is no Electron: records what it is told, and lets a test do what
// Electron would do. Decides nothing by itself. The engine's process is a real one, under Node.

import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { join } from 'node:path'

type Listener = (...args: readonly unknown[]) => unknown

export interface Item {
  label?: string
  role?: string
  type?: string
  accelerator?: string
  click?: () => void
  submenu?: readonly Item[]
}

/** All that was said to Electron since the last `forget`. */
export const said = {
  order: [] as string[],
  schemes: [] as { scheme: string; privileges: Record<string, boolean> }[],
  menus: [] as (readonly Item[])[],
  crashReporter: undefined as object | undefined,
  opened: [] as string[],
  boxes: [] as { message: string; detail: string; buttons: string[] }[],
  errors: [] as string[],
  dialogs: [] as object[],
  children: [] as ChildProcess[],
  exits: [] as number[],
}

/** What the next dialog answers. */
export const next = { box: 1, file: null as string | null, lock: true, languages: ['zh-CN'] }

export class Contents extends EventEmitter {
  url = ''
  readonly sent: unknown[][] = []
  reloads = 0
  openWindow: (details: { url: string }) => { action: string } = () => ({ action: 'none was set' })
  readonly mainFrame: { url: string } = { url: '' }

  getURL(): string {
    return this.url
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openWindow = handler
  }
  send(...args: unknown[]): void {
    this.sent.push(args)
  }
  reload(): void {
    this.reloads += 1
  }
  show(url: string): void {
    this.url = url
    this.mainFrame.url = url
  }
}

export class BrowserWindow extends EventEmitter {
  static all: BrowserWindow[] = []
  static fromWebContents(contents: Contents): BrowserWindow | null {
    return BrowserWindow.all.find((window) => window.webContents === contents) ?? null
  }
  readonly webContents = new Contents()
  readonly options: { webPreferences: Record<string, unknown> } & Record<string, unknown>
  focused = 0
  destroyed = false
  /** How often closing is refused by the page. */
  holds = 0

  constructor(options: BrowserWindow['options']) {
    super()
    this.options = options
    BrowserWindow.all.push(this)
    said.order.push('window')
    app.emit('web-contents-created', {}, this.webContents)
  }
  loadURL(url: string): Promise<void> {
    this.webContents.show(url)
    return Promise.resolve()
  }
  show(): void {
    said.order.push('show')
  }
  isMinimized(): boolean {
    return true
  }
  restore(): void {}
  focus(): void {
    this.focused += 1
  }
  isDestroyed(): boolean {
    return this.destroyed
  }
  close(): void {
    if (this.holds > 0) {
      this.holds -= 1
      this.webContents.emit('will-prevent-unload', {})
      return
    }
    this.destroy()
  }
  destroy(): void {
    if (this.destroyed) return
    this.destroyed = true
    BrowserWindow.all = BrowserWindow.all.filter((window) => window !== this)
    this.emit('closed')
    if (BrowserWindow.all.length === 0) app.emit('window-all-closed')
  }
}

class App extends EventEmitter {
  isPackaged = false
  readonly paths: Record<string, string> = {}
  enableSandbox(): void {
    said.order.push('sandbox')
  }
  requestSingleInstanceLock(): boolean {
    said.order.push('lock')
    return next.lock
  }
  setPath(name: string, path: string): void {
    this.paths[name] = path
  }
  whenReady(): Promise<void> {
    said.order.push('ready')
    return Promise.resolve()
  }
  getLocale(): string {
    return next.languages[0] ?? 'en'
  }
  getPreferredSystemLanguages(): string[] {
    return next.languages
  }
  quit(): void {
    said.order.push('quit')
    this.emit('before-quit', {})
    for (const window of BrowserWindow.all) window.close()
    if (BrowserWindow.all.length > 0) return
    let prevented = false
    this.emit('will-quit', { preventDefault: () => (prevented = true) })
    if (!prevented) said.order.push('gone')
  }
  exit(code: number): void {
    said.exits.push(code)
  }
}
export const app = new App()

class SessionStub extends EventEmitter {
  handlers = new Map<string, (request: Request) => Promise<Response>>()
  permissionRequest: Listener | undefined
  permissionCheck: Listener | undefined
  devicePermission: Listener | undefined
  displayMedia: Listener | undefined
  beforeRequest:
    | ((details: { url: string }, answer: (reply: { cancel: boolean }) => void) => void)
    | undefined
  readonly protocol = {
    handle: (scheme: string, handler: (request: Request) => Promise<Response>): void => {
      this.handlers.set(scheme, handler)
    },
  }
  readonly webRequest = {
    onBeforeRequest: (listener: NonNullable<SessionStub['beforeRequest']>): void => {
      this.beforeRequest = listener
    },
  }
  setPermissionRequestHandler(handler: Listener): void {
    this.permissionRequest = handler
  }
  setPermissionCheckHandler(handler: Listener): void {
    this.permissionCheck = handler
  }
  setDevicePermissionHandler(handler: Listener): void {
    this.devicePermission = handler
  }
  setDisplayMediaRequestHandler(handler: Listener): void {
    this.displayMedia = handler
  }
}
export const session = { defaultSession: new SessionStub() }

export const protocol = {
  registerSchemesAsPrivileged(schemes: typeof said.schemes): void {
    said.order.push('schemes')
    said.schemes = schemes
  },
}

const channels = new Map<string, Listener>()
export const ipcMain = {
  handle(channel: string, listener: Listener): void {
    channels.set(channel, listener)
  },
}

/** Calls over the bridge's channel, as a frame of a window would. */
export function invoke(
  event: { senderFrame: unknown; sender: unknown },
  ...args: readonly unknown[]
): Promise<unknown> {
  return Promise.resolve(channels.get('call')?.(event, ...args))
}
export const channelNames = (): string[] => [...channels.keys()]

export const Menu = {
  buildFromTemplate: (template: readonly Item[]): readonly Item[] => template,
  setApplicationMenu(menu: readonly Item[]): void {
    said.menus.push(menu)
  },
}

export const dialog = {
  showOpenDialog(_window: unknown, options: object): Promise<{ canceled: boolean; filePaths: string[] }> {
    said.dialogs.push(options)
    return Promise.resolve({ canceled: next.file === null, filePaths: next.file === null ? [] : [next.file] })
  },
  showMessageBox(_window: unknown, options: (typeof said.boxes)[number]): Promise<{ response: number }> {
    said.boxes.push(options)
    return Promise.resolve({ response: next.box })
  },
  showErrorBox(_title: string, text: string): void {
    said.errors.push(text)
  },
}

export const shell = {
  openExternal(url: string): Promise<void> {
    said.opened.push(url)
    return Promise.resolve()
  },
}

export const nativeTheme = { shouldUseDarkColors: false }
export const crashReporter = {
  start(options: object): void {
    said.order.push('crash-reporter')
    said.crashReporter = options
  },
}

class UtilityProcess extends EventEmitter {
  readonly child: ChildProcess
  constructor(file: string, args: readonly string[]) {
    super()
    const port = join(import.meta.dirname, 'parent-port.ts')
    this.child = fork(file, args, { execArgv: ['--import', port], serialization: 'advanced' })
    said.children.push(this.child)
    this.child.on('message', (message) => this.emit('message', message))
    this.child.on('exit', (code) => this.emit('exit', code ?? 1))
  }
  postMessage(message: object): void {
    if (this.child.connected) this.child.send(message)
  }
  kill(): boolean {
    return this.child.kill()
  }
}
export const utilityProcess = {
  fork: (file: string, args: readonly string[]): UtilityProcess => new UtilityProcess(file, args),
}

/** As before the program started. */
export function forget(): void {
  for (const child of said.children) child.kill('SIGKILL')
  Object.assign(said, {
    order: [],
    schemes: [],
    menus: [],
    crashReporter: undefined,
    opened: [],
    boxes: [],
    errors: [],
    dialogs: [],
    children: [],
    exits: [],
  })
  Object.assign(next, { box: 1, file: null, lock: true, languages: ['zh-CN'] })
  app.removeAllListeners()
  channels.clear()
  BrowserWindow.all = []
  session.defaultSession = new SessionStub()
}
